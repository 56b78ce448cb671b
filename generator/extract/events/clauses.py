"""The clauses of a sentence, each with the verb that tells whether something happened in it."""

from collections.abc import Sequence
from typing import NamedTuple

from generator.extract.events.verbs import CLEARLY_PAST, PREPOSITIONS, SAID, Tense, Verb, find_verbs, is_ed
from generator.extract.tokens import Token
from generator.lexicon import read_lexicon

_OPENERS: frozenset[str] = frozenset(read_lexicon("happenings")["openers"])
_ADVERBIAL = frozenset({"after", "although", "as", "because", "before", "though", "until", "when", "while"})
_INTERROGATIVES = frozenset({"that", "what", "how", "why"})
_PREPOSITIONS_TOO = frozenset({"after", "before", "since", "until", "as", "once"})
_BREAKS = frozenset({",", ";", ":", "—", "–", "(", ")", "“", "”", '"', "[", "]", "…"})
_NAMES = frozenset({"called", "dubbed", "named", "termed"})  # "the plan, called X, is …"
_CUTS = _BREAKS | _OPENERS | {"and"}
_CLAUSE_REACH = 8  # tokens after "after" within which a clause must show its verb


class Clause(NamedTuple):
    """Tokens from `start` to `last` with the verbs among them; `opener` is the word that subordinates it."""

    start: int
    last: int
    opener: str | None
    verbs: tuple[Verb, ...]


def split_clauses(tokens: Sequence[Token]) -> list[Clause]:
    """Cut a sentence into clauses; a stretch between commas that has no verb goes with the next that has one.

    A stretch without a verb at the end goes with the clause before it.
    """
    clauses: list[Clause] = []
    begun: int | None = None
    stretches = _stretches(tokens)
    for place, (start, last) in enumerate(stretches):
        verbs = tuple(find_verbs(tokens, start, last))
        if verbs and verbs[0].tense == "reduced":
            tense = _goes_on(tokens, start, clauses)
            if begun is not None and _is_finite(tokens, verbs[0], stretches[place + 1 : place + 2]):
                tense = "past"
            if tense:
                verbs = (verbs[0]._replace(tense=tense, says=tokens[verbs[0].at].lower in SAID), *verbs[1:])
        joined = start > 0 and tokens[start - 1].lower == "and"
        if joined and begun is not None and clauses:
            clauses[-1] = clauses[-1]._replace(last=start - 1)
            begun = None
        if begun is not None and clauses and tokens[begun].lower not in _OPENERS and _hangs_on(tokens, start):
            clauses[-1] = clauses[-1]._replace(last=start)  # agreed to it, a firm, last month as it had to
            begun = None
        first = begun if begun is not None else start
        if not verbs:
            begun = first
            continue
        opener = tokens[start].lower if tokens[start].lower in _OPENERS else None
        if tokens[start].lower in PREPOSITIONS and start + 1 < last and tokens[start + 1].lower.endswith("ing"):
            opener = tokens[start].lower
        clauses.append(Clause(first, last, opener, verbs))
        begun = None
    if begun is not None and clauses:
        clauses[-1] = clauses[-1]._replace(last=len(tokens))
    return clauses


def _hangs_on(tokens: Sequence[Token], start: int) -> bool:
    """Tell whether a clause begins, with no mark before it, with a word that says when or why, not of whom."""
    return tokens[start].lower in _ADVERBIAL and tokens[start - 1].text not in _BREAKS


def _goes_on(tokens: Sequence[Token], start: int, clauses: Sequence[Clause]) -> Tense | None:
    """Return the tense that a verb after "and" shares with the clause before: "has left and taken it"."""
    if not clauses or not start or tokens[start - 1].lower != "and":
        return None
    before = clauses[-1].verbs[-1].tense
    return before if before == "perfect" else "past" if before in {"past", "state"} else None


def _is_finite(tokens: Sequence[Token], verb: Verb, following: Sequence[tuple[int, int]]) -> bool:
    """Tell "the minister, a lawyer, resigned" from "the plane, built by them, was sold"."""
    word = tokens[verb.at].lower
    if not following or (word in SAID and word not in _NAMES):
        return True
    start, last = following[0]
    return not any(found.first == start for found in find_verbs(tokens, start, last)[:1])


def _stretches(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Return what stands between marks, and between the words that begin a clause."""
    found: list[tuple[int, int]] = []
    start = 0
    for at, token in enumerate(tokens):
        if token.lower not in _CUTS:
            continue
        mark = token.text in _BREAKS
        opens = token.lower in _OPENERS and at > start and not _is_preposition(tokens, at)
        joins = token.lower == "and" and at > start and _begins_clause(tokens, at)
        if mark or opens or joins:
            if at > start:
                found.append((start, at))
            start = at + 1 if mark or joins else at
        elif at == start and token.lower == "and":
            start = at + 1
    if start < len(tokens):
        found.append((start, len(tokens)))
    return found


def _is_preposition(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "after", "before", "since", "as", "until" stands before a noun or a date, not a clause."""
    if tokens[at].lower in _INTERROGATIVES:
        return at + 1 >= len(tokens)
    if tokens[at].lower not in _PREPOSITIONS_TOO:
        return False
    for token in tokens[at + 1 : at + 1 + _CLAUSE_REACH]:
        word = token.lower
        if token.text in _BREAKS or (word in PREPOSITIONS and word != "of"):
            return True
        if word in CLEARLY_PAST or is_ed(word):
            return False
    return True


def _begins_clause(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "and" is followed by a verb of its own within a few words."""
    return bool(find_verbs(tokens, at + 1, min(len(tokens), at + 6)))

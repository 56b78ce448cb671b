"""The clauses of a sentence, each with the verb that tells whether something happened in it."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from generator.extract.tokens import Token, touches
from generator.lexicon import read_lexicon

Tense = Literal[
    "past", "perfect", "pluperfect", "present", "ahead", "denied", "participle", "reduced", "state", "report"
]

_LEXICON = read_lexicon("happenings")
_PAST: frozenset[str] = frozenset(_LEXICON["past"])
_UNCLEAR: frozenset[str] = frozenset(_LEXICON["unclear"])
_NOT_VERBS: frozenset[str] = frozenset(_LEXICON["not_verbs"])
_UN_VERBS: frozenset[str] = frozenset(_LEXICON["un_verbs"])
_STATES: frozenset[str] = frozenset(_LEXICON["states"])
_AUXILIARIES: dict[str, frozenset[str]] = {
    name: frozenset(found) for name, found in _LEXICON["auxiliaries"].items()
}
_AUXILIARY: frozenset[str] = frozenset().union(*_AUXILIARIES.values())
_AHEAD: frozenset[str] = frozenset(_LEXICON["ahead"])
_DENIALS: frozenset[str] = frozenset(_LEXICON["denials"])
_PLANS: frozenset[str] = frozenset(_LEXICON["plans"])
_CHANGES: frozenset[str] = frozenset(read_lexicon("amounts")["change_verbs"])
_PLANS_FOR: frozenset[str] = frozenset(_LEXICON["plans_for"])
_OPENERS: frozenset[str] = frozenset(_LEXICON["openers"])
_DETERMINERS: frozenset[str] = frozenset(_LEXICON["determiners"])
_REPORTING = [line.split() for frame in ("clause", "tell") for line in read_lexicon("reporting")[frame]]
_PREPOSITIONS: frozenset[str] = frozenset(read_lexicon("reporting")["prepositions"])
_SAYS: frozenset[str] = frozenset(form for forms in _REPORTING for form in forms[1:2])
_SAID: frozenset[str] = frozenset(form for forms in _REPORTING for form in forms[2:-1])
_BREAKS = frozenset({",", ";", ":", "—", "–", "(", ")", "“", "”", '"', "[", "]", "…"})


_CLAUSE_REACH = 8  # tokens after "after" within which a clause must show its verb


class Verb(NamedTuple):
    """The token of a verb, how it tells its deed, and whether it is one of saying."""

    at: int
    first: int
    tense: Tense
    says: bool


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
        verbs = tuple(_verbs(tokens, start, last))
        if verbs and verbs[0].tense == "reduced":
            tense = _goes_on(tokens, start, clauses)
            if begun is not None and _is_finite(tokens, verbs[0], stretches[place + 1 : place + 2]):
                tense = "past"
            if tense:
                verbs = (verbs[0]._replace(tense=tense, says=tokens[verbs[0].at].lower in _SAID), *verbs[1:])
        joined = start > 0 and tokens[start - 1].lower == "and"
        if joined and begun is not None and clauses:
            clauses[-1] = clauses[-1]._replace(last=start - 1)
            begun = None
        first = begun if begun is not None else start
        if not verbs:
            begun = first
            continue
        opener = tokens[start].lower if tokens[start].lower in _OPENERS else None
        if tokens[start].lower in _PREPOSITIONS and start + 1 < last and tokens[start + 1].lower.endswith("ing"):
            opener = tokens[start].lower
        clauses.append(Clause(first, last, opener, verbs))
        begun = None
    if begun is not None and clauses:
        clauses[-1] = clauses[-1]._replace(last=len(tokens))
    return clauses


def _goes_on(tokens: Sequence[Token], start: int, clauses: Sequence[Clause]) -> Tense | None:
    """Return the tense that a verb after "and" shares with the clause before: "has left and taken it"."""
    if not clauses or not start or tokens[start - 1].lower != "and":
        return None
    before = clauses[-1].verbs[-1].tense
    return before if before == "perfect" else "past" if before in {"past", "state"} else None


def _is_finite(tokens: Sequence[Token], verb: Verb, following: Sequence[tuple[int, int]]) -> bool:
    """Tell "the minister, a lawyer, resigned" from "the plane, built by them, was sold"."""
    if tokens[verb.at].lower in _SAID or not following:
        return True
    start, last = following[0]
    return not any(found.first == start for found in _verbs(tokens, start, last)[:1])


def _stretches(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Return what stands between marks, and between the words that begin a clause."""
    found: list[tuple[int, int]] = []
    start = 0
    for at, token in enumerate(tokens):
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
    if tokens[at].lower not in {"after", "before", "since", "until", "as", "once", "that", "what", "how", "why"}:
        return False
    if tokens[at].lower in {"that", "what", "how", "why"}:
        return at + 1 >= len(tokens)
    for token in tokens[at + 1 : at + 1 + _CLAUSE_REACH]:
        word = token.lower
        if token.text in _BREAKS or (word in _PREPOSITIONS and word != "of"):
            return True
        if word in _AUXILIARY | (_PAST - _UNCLEAR) or (word.endswith("ed") and word not in _NOT_VERBS):
            return False
    return True


def _begins_clause(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "and" is followed by a verb of its own within a few words."""
    return any(True for _ in _verbs(tokens, at + 1, min(len(tokens), at + 6)))


def _verbs(tokens: Sequence[Token], start: int, last: int) -> list[Verb]:
    found: list[Verb] = []
    at = start
    while at < last:
        verb = _verb(tokens, at, start, last)
        if verb:
            found.append(verb)
            at = verb.at
        at += 1
    return found


def _verb(tokens: Sequence[Token], at: int, start: int, last: int) -> Verb | None:
    word = tokens[at].lower
    if word in _AHEAD:
        return Verb(at, at, "ahead", False) if word not in {"may", "can"} or tokens[at].text.islower() else None
    if word in _AUXILIARY - {"having", "being", "be", "'d", "got"}:
        return _group(tokens, at, last)
    if _is_past(tokens, at, start):
        by = at + 1 < last and tokens[at + 1].lower == "by" and word not in _CHANGES
        if at == start or by:
            return Verb(at, at, "reduced", False)
        if any(token.lower in _DENIALS for token in tokens[max(start, at - 2) : at]):
            return Verb(at, at, "denied", False)
        return Verb(at, at, "state" if word in _STATES else "past", word in _SAID)
    if (word in _SAYS or word == "say") and _is_report(tokens, at, last):
        return Verb(at, at, "report", True)
    if at == start and word.endswith("ing") and len(word) > 5 and at + 1 < last:
        after = tokens[at + 1].lower
        deed = tokens[at].text.islower() or after in _DETERMINERS or after in _PREPOSITIONS
        return Verb(at, at, "participle", False) if deed and word not in _PREPOSITIONS | {"according"} else None
    return None


def _group(tokens: Sequence[Token], at: int, last: int) -> Verb:
    """Read an auxiliary with what follows: "has been told", "was not elected"."""
    tense: Tense = _tense(tokens[at].lower)
    first, verb, denied = at, at, tokens[at].lower in _DENIALS
    for index in range(at + 1, min(last, at + 6)):
        word = tokens[index].lower
        if word in _DENIALS:
            denied = True
        elif word in _AHEAD or word == "to":
            tense = "ahead"
        elif _leads_to_plan(tokens, index):
            verb = index
            break
        elif word in {"being", "be", "-"} or (index + 1 < last and tokens[index + 1].text == "-"):
            continue
        elif _looks_past(word):
            verb = index
            if word != "been":
                break
        elif not (
            word.endswith("ly") or word in {"also", "already", "now", "since", "then", "just", "once", "ever"}
        ):
            break
    word = tokens[verb].lower
    if denied:
        return Verb(verb, first, "denied", False)
    passive = tokens[at].lower in _AUXILIARIES["past"] | _AUXILIARIES["present"] or "been" in {
        token.lower for token in tokens[at:verb]
    }
    if tense == "ahead" or (passive and _leads_to_plan(tokens, verb)):
        return Verb(verb, first, "ahead", False)
    if verb == at:
        tense = "state" if tense in {"past", "pluperfect"} else "present"
    if tense == "past" and word in _STATES:
        tense = "state"
    return Verb(verb, first, tense, word in _SAID and not passive)


def _tense(word: str) -> Tense:
    if word in _AUXILIARIES["perfect"]:
        return "perfect"
    if word in _AUXILIARIES["pluperfect"]:
        return "pluperfect"
    return "past" if word in _AUXILIARIES["past"] | _AUXILIARIES["did"] else "present"


def _leads_to_plan(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "due", "set", "expected" is followed by what is planned: "was due to land"."""
    word = tokens[at].lower
    after = tokens[at + 1 : at + 3]
    if word not in _PLANS or not after:
        return False
    if after[0].lower == "for":
        return word in _PLANS_FOR
    return (
        after[0].lower == "to" and len(after) > 1 and after[1].text.islower() and after[1].lower not in _DETERMINERS
    )


def _looks_past(word: str) -> bool:
    if word.startswith("un") and word.endswith("ed") and word not in _UN_VERBS:
        return False
    return (
        word in _PAST or word == "been" or (len(word) > 3 and word.endswith("ed") and word not in {"need", "speed"})
    )


def _is_past(tokens: Sequence[Token], at: int, start: int) -> bool:
    """Tell whether a word is a past tense or participle standing for a deed, not an adjective before its noun."""
    token = tokens[at]
    word = token.lower
    if not token.text.islower() or word in _NOT_VERBS or not _looks_past(word):
        return False
    hyphen = touches(tokens, at + 1) and tokens[at + 1].text == "-"
    if touches(tokens, at) or hyphen:
        return False
    before = tokens[at - 1] if at > start else None
    if before is None:
        return word not in _UNCLEAR
    return before.lower not in _DETERMINERS | {
        "of",
        "in",
        "with",
        "from",
        "by",
        "for",
        "to",
        "at",
        "on",
        "and",
        "or",
    } or (before.lower == "and" and at + 1 < len(tokens) and tokens[at + 1].lower in _DETERMINERS)


def _is_report(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Tell whether "claims", "reports", "says" is a verb: "Acme claims that …"."""
    if tokens[at].lower in {"says", "tells"}:
        return True
    if tokens[at].lower == "say":
        before = tokens[at - 1].lower if at else "to"
        return before not in _AHEAD | _DENIALS | _AUXILIARY | {"to", "i", "we", "you", "do", "does", "did"}
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is not None and after.lower == "that" and at > 0

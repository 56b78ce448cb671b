"""The subject of a sentence's main clause, told by names, pronouns and small words."""

from collections.abc import Sequence

from generator.extract.quotations.phrases import Phrase, dateline, is_time, phrase_after
from generator.extract.quotations.speakers import Cast
from generator.extract.quotations.tokens import Token, Unit
from generator.extract.quotations.verbs import (
    AUXILIARIES,
    CLAUSE_OPENERS,
    CONJUNCTIONS,
    DETERMINERS,
    OFFICES,
    PASTS,
    PEOPLE,
    PLURAL_AUXILIARIES,
    PREPOSITIONS,
    PRONOUNS,
    VERBS,
)

_LONGEST_PHRASE = 14
_SHORTEST_PHRASE = 4


def main_subject(unit: Unit, cast: Cast) -> Phrase | None:
    """Return the subject of a unit's main clause, where a name or a pronoun near its beginning is it."""
    tokens = unit.tokens
    at = dateline(tokens)
    while at < len(tokens):
        opening = tokens[at]
        if (
            opening.lower in CONJUNCTIONS
            or opening.stretch is not None
            or opening.lower in {",", ":"}
            or is_time(opening)
        ):
            at += 1
            continue
        if (
            opening.lower in PREPOSITIONS
            or opening.lower in CLAUSE_OPENERS
            or opening.lower.endswith(("ing", "ly"))
        ):
            comma = next((i for i in range(at, min(len(tokens), at + 25)) if _has_comma(tokens[i])), None)
            if comma is None:
                return None
            at = comma + 1
            continue
        break
    if at >= len(tokens):
        return None
    if tokens[at].lower in PRONOUNS:
        return Phrase(at, at + 1)
    best = None
    for stop in range(at + 1, min(len(tokens), at + _LONGEST_PHRASE) + 1):
        token = tokens[stop - 1]
        if token.lower in PREPOSITIONS | AUXILIARIES - {"'s"} or token.lower in {",", ":", ";", "—", "“”"}:
            break
        if token.text.islower() and (
            (token.lower in VERBS and stop - 1 > at)
            or (best and (token.lower in PASTS or token.lower.endswith("ed")))
        ):
            break
        if cast.ending_at(token.end) and not (stop < len(tokens) and tokens[stop].lower == "'s"):
            best = Phrase(at, stop)
    return _named_behind(tokens, best, cast) or best or _before_auxiliary(tokens, at) or _bare_plural(tokens, at)


def _named_behind(tokens: Sequence[Token], best: Phrase | None, cast: Cast) -> Phrase | None:
    """Acme CEO, Jane Doe, justified …: the person behind an office that ends the phrase, else the office."""
    if best is None:
        return None
    comma = best.stop
    while comma < len(tokens) and comma - best.stop < _SHORTEST_PHRASE and tokens[comma].text[0].isalpha():
        comma += 1
    office = comma > best.stop and tokens[comma - 1].lower in OFFICES | PEOPLE
    if not office or comma + 1 >= len(tokens) or tokens[comma].lower != ",":
        return None
    stop = comma + 1
    while stop < len(tokens) and tokens[stop].text[:1].isupper():
        stop += 1
    person = any(name.kind == "person" for name in cast.within(tokens[comma].end, tokens[stop - 1].end))
    named = person and stop < len(tokens) and tokens[stop].lower == "," and cast.ending_at(tokens[stop - 1].end)
    return Phrase(comma + 1, stop) if named else Phrase(best.first, comma)


def _has_comma(token: Token) -> bool:
    """Tell of a comma, also of one within the marks of a title: On “Face the Town,” Jane Doe …"""
    return token.lower == "," or (token.stretch is not None and token.text[2] == ",")


def _bare_plural(tokens: Sequence[Token], at: int) -> Phrase | None:
    """Critics of the port, like Jane Doe, see …: a plural that begins the sentence, with what hangs on it."""
    opening = tokens[at]
    plural = opening.lower.endswith("s") and not opening.lower.endswith(("ss", "us", "is"))
    if not plural or not opening.text[:1].isupper() or opening.text[1:] != opening.lower[1:]:
        return None
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return phrase_after(tokens, at) if following == "of" or following in PLURAL_AUXILIARIES else None


def _before_auxiliary(tokens: Sequence[Token], at: int) -> Phrase | None:
    """The two countries have …: a short noun phrase right before an auxiliary."""
    if tokens[at].lower not in DETERMINERS:
        return None
    for stop in range(at + 1, min(len(tokens), at + _SHORTEST_PHRASE) + 1):
        if stop < len(tokens) and tokens[stop].lower in AUXILIARIES - {"'s"}:
            return Phrase(at, stop) if stop > at + 1 else None
        if tokens[stop - 1].lower in PREPOSITIONS or not tokens[stop - 1].text[0].isalpha():
            return None
    return None

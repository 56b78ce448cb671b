"""Noun phrases beside a verb, found without a tagger: by the small words and signs that bound them."""

from collections.abc import Sequence
from typing import NamedTuple

from generator.extract.quotations.finite import is_past
from generator.extract.quotations.tokens import Token
from generator.extract.quotations.verbs import (
    ADVERBS,
    AUXILIARIES,
    CALENDAR_NAMES,
    CLAUSE_OPENERS,
    CONJUNCTIONS,
    DETERMINERS,
    DOCUMENTS,
    NOT_ADVERBS,
    PASTS,
    PEOPLE,
    PREPOSITIONS,
    PRONOUNS,
    PUT_UP,
    TIME_WORDS,
)

_BOUNDS = frozenset(
    {",", ";", ":", "—", "–", "--", "―", "-", "“”", "(", ")", "[", "]", "…", ".", "?", "!", "*", "•", "|", "/"}
)
DASHES = frozenset({"—", "–", "--", "―"})
# Signs that end a clause
ENDS = frozenset({",", ";", ".", "?", "!"}) | DASHES
# The three miners, all of the miners: a determiner may follow them within a phrase.
_MAY_COUNT = frozenset({"of", "the", "these", "those", "all"})
_BEFORE_TIME = PREPOSITIONS | PUT_UP | {"early", "late"}
_LONGEST_PHRASE = 16
_LONGEST_WHOLE = 24
_LONGEST_OFFICE = 5
_LONGEST_DATELINE = 12


class Phrase(NamedTuple):
    """Tokens `first` up to (without) `stop`."""

    first: int
    stop: int


def is_time(token: Token) -> bool:
    """Tell whether the word can be part of a date: Wednesday, June, last, 15."""
    return token.text in CALENDAR_NAMES or token.lower in TIME_WORDS or token.text.isdigit()


def is_adverb(token: Token) -> bool:
    """Tell whether the word can stand between subject and verb: also, reportedly."""
    return token.lower in ADVERBS or (
        token.lower.endswith("ly") and token.text.islower() and token.lower not in NOT_ADVERBS
    )


def phrase_ending(tokens: Sequence[Token], stop: int, floor: int) -> Phrase | None:
    """Return the noun phrase whose last token is before `stop`."""
    at = stop
    while at > floor and stop - at < _LONGEST_PHRASE:
        token = tokens[at - 1]
        if token.lower in _BOUNDS:
            break
        if token.lower in CONJUNCTIONS and not (
            _joins(tokens, at - 1, stop, floor)
            or _pairs(tokens, at - 1, stop, floor)
            or _holds_both(tokens, at - 1, stop, floor)
        ):
            break
        if token.lower in {"who", "which", "whom"} and at - 1 > floor:
            if _has_subject(tokens, at, stop):
                break  # the fire, which police have said …
            return phrase_ending(tokens, at - 2 if tokens[at - 2].lower == "," else at - 1, floor)
        if token.lower in CLAUSE_OPENERS:
            break
        if token.lower in AUXILIARIES and token.lower != "'s":
            if at - 3 >= floor and tokens[at - 2].lower == "who" and tokens[at - 3].text.isalpha():
                return phrase_ending(tokens, at - 2, floor)  # analysts who have done the sums [say]
            break
        at -= 1
        if PRONOUNS.get(token.lower, "none") != "none":
            return Phrase(at, at + 1)
    return _without_object(tokens, trimmed(tokens, at, stop))


def _has_subject(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Tell whether a noun phrase, not a verb, stands between a relative and the verb at `stop`."""
    if first >= stop:
        return False
    opening, last = tokens[first], tokens[stop - 1]
    if opening.lower in DETERMINERS or opening.lower in PRONOUNS or opening.text[:1].isupper():
        return True
    plural = last.lower.endswith("s") and not last.lower.endswith("ss")
    return stop - first <= 2 and (plural or last.lower in PEOPLE)


def _without_object(tokens: Sequence[Token], phrase: Phrase | None) -> Phrase | None:
    """The guild put out a leaflet [that asked for …]: the subject ends before the verb and its object."""
    if phrase is None:
        return None
    for at in range(phrase.first + 2, phrase.stop):
        before = tokens[at - 1]
        past = before.text.islower() and (before.lower.endswith("ed") or before.lower in PASTS)
        if past and tokens[at].lower in {"a", "an", "the"}:
            return Phrase(phrase.first, at - 1)
    return phrase


def _joins(tokens: Sequence[Token], at: int, stop: int, floor: int) -> bool:
    """Tell whether "and" joins two names (Oslo and Bergen said) rather than two clauses."""
    if tokens[at].lower != "and" or at + 1 >= stop or at - 1 < floor:
        return False
    left = at - 1
    while left >= floor and (tokens[left].text[:1].isupper() or tokens[left].lower in DETERMINERS):
        left -= 1
    if left >= floor and tokens[left].text.islower() and tokens[left].lower.endswith("s"):
        left -= 1  # producers Jane Doe and Peter Hall
    clear = (
        left < floor
        or tokens[left].lower in _BOUNDS
        or tokens[left].lower in CLAUSE_OPENERS
        or tokens[left].lower == "of"
        or (tokens[left].lower == "by" and left > floor and tokens[left - 1].lower in DOCUMENTS)
    )
    following = tokens[at + 1]
    return clear and left < at - 1 and (following.text[:1].isupper() or following.lower in DETERMINERS)


def _pairs(tokens: Sequence[Token], at: int, stop: int, floor: int) -> bool:
    """Regulators and environmental groups said: one word before "and" holds no verb yet."""
    alone = at == 1 or (at == 2 and tokens[0].lower in DETERMINERS)
    return alone and floor == 0 and tokens[at].lower == "and" and tokens[stop - 1].lower.endswith("s")


def _holds_both(tokens: Sequence[Token], at: int, stop: int, floor: int) -> bool:
    """“…,” Acme scientist and study co-author Jane Doe said: two offices of hers, right behind her words."""
    opening = max(floor, at - _LONGEST_OFFICE)
    left = next((n + 1 for n in range(at - 1, opening - 1, -1) if tokens[n].stretch is not None), None)
    named = tokens[stop - 1].text[:1].isupper() and at + 2 < stop and tokens[at + 1].text.islower()
    if left is None or left == at or not named or tokens[at - 1].lower not in PEOPLE:
        return False
    return all(token.text.isalpha() and not _small(token) for token in tokens[left:at])


def trimmed(tokens: Sequence[Token], first: int, stop: int) -> Phrase | None:
    """Take leading adverbs, conjunctions and a leading "on Wednesday" off a phrase."""
    while first < stop:
        token = tokens[first]
        if is_adverb(token) and first + 1 < stop and tokens[first + 1].text[:1].isdigit():
            break  # only 52 percent
        if token.lower in CONJUNCTIONS or (is_adverb(token) and token.lower not in DETERMINERS):
            first += 1
        elif token.lower in PREPOSITIONS:
            first = _past_preposition(tokens, first, stop)
        elif is_time(token) and first + 1 < stop and not token.text.isdigit():
            first += 1
        else:
            break
    while stop > first and (is_time(tokens[stop - 1]) or tokens[stop - 1].lower in _BEFORE_TIME):
        stop -= 1  # a report released [last week], a poll released [in late] August
    return Phrase(first, stop) if stop > first else None


def _past_preposition(tokens: Sequence[Token], first: int, stop: int) -> int:
    """Skip "In a statement" before "the palace said": the subject is the last noun phrase that begins anew."""
    at = first + 1
    if at < stop and tokens[at].lower in DETERMINERS:
        at += 1
    while at < stop:
        token = tokens[at]
        previous = tokens[at - 1]
        if (token.lower in DETERMINERS or token.lower in PRONOUNS or token.text[:1].isupper()) and (
            is_time(previous) or (previous.text[:1].islower() and previous.lower not in PREPOSITIONS | DETERMINERS)
        ):
            return at if not is_time(token) else at + 1
        at += 1
    return stop


def phrase_after(tokens: Sequence[Token], start: int, *, bare: bool = False) -> Phrase | None:
    """Return the noun phrase from `start`: said the Kenyan premier; `bare`: assured Lee [of support]."""
    at = start
    while at < len(tokens) and at - start < _LONGEST_PHRASE:
        token = tokens[at]
        if (
            token.lower in _BOUNDS
            or token.lower in CLAUSE_OPENERS
            or (token.lower in AUXILIARIES and token.lower != "'s")
        ):
            break
        if token.lower in PREPOSITIONS and (at == start or bare or token.lower != "of"):
            break
        if at > start and (
            (token.lower in CONJUNCTIONS and not _joins(tokens, at, len(tokens), start))
            or (token.lower in PRONOUNS and PRONOUNS[token.lower] != "none")
        ):
            break
        past = is_past(token) and tokens[at - 1].lower not in DETERMINERS  # told an invited crowd
        if bare and at > start and (past or (token.text[:1].isupper() and _is_people(tokens[at - 1]))):
            break  # told police Peter Hall left
        if bare and at > start and token.lower.endswith("ing") and tokens[at - 1].lower not in DETERMINERS:
            break
        if at > start and (
            (is_time(token) and not _ends_name(tokens, at))
            or is_adverb(token)
            or (token.lower in DETERMINERS and tokens[at - 1].lower not in _MAY_COUNT)
        ):
            break
        at += 1
        if at - start == 1 and PRONOUNS.get(token.lower, "none") != "none":
            break
    while at > start and tokens[at - 1].lower in CONJUNCTIONS:
        at -= 1
    return Phrase(start, at) if at > start else None


def _ends_name(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word for a time is the last of a name: USA Today."""
    return (
        at > 0 and tokens[at].lower == "today" and tokens[at].text[:1].isupper() and tokens[at - 1].text.isupper()
    )


def before_time(tokens: Sequence[Token], first: int, stop: int) -> int:
    """Return where a phrase ends without the time behind it: the mayor [on] Monday."""
    while stop > first and is_time(tokens[stop - 1]) and not _ends_name(tokens, stop - 1):
        stop -= 1
    return stop


def _is_people(token: Token) -> bool:
    return token.text.islower() and (
        token.lower == "police" or (token.lower in PEOPLE and token.lower.endswith("s"))
    )


def whole_phrase(tokens: Sequence[Token], start: int) -> Phrase | None:
    """Take a noun phrase with all that hangs on it: a report by the New York Times released Friday."""
    at = start
    while at < len(tokens) and tokens[at].lower not in _BOUNDS and at - start < _LONGEST_WHOLE:
        token = tokens[at]
        if at > start and (token.lower in CLAUSE_OPENERS - PREPOSITIONS or token.lower in AUXILIARIES - {"'s"}):
            break
        if token.lower in CONJUNCTIONS and not (tokens[at - 1].text[:1].isupper() and token.lower == "and"):
            break
        at += 1
    return Phrase(start, at) if at > start else None


def _small(token: Token) -> bool:
    return is_time(token) or token.lower in PREPOSITIONS | CLAUSE_OPENERS | CONJUNCTIONS | DETERMINERS


def name_before(tokens: Sequence[Token], stop: int) -> Phrase | None:
    """Take the run of capitalised words right before `stop`: footage of Jane Doe [asking]."""
    first = stop
    while first > 0 and tokens[first - 1].text[:1].isupper() and not _small(tokens[first - 1]):
        first -= 1
    return Phrase(first, stop) if first < stop and tokens[first].lower not in PRONOUNS else None


def dateline(tokens: Sequence[Token]) -> int:
    """Return where the text begins after a dateline: WASHINGTON, June 3 (AP) — The president …"""
    if tokens and tokens[0].text.isupper() and len(tokens[0].text) > 1:
        for at in range(1, min(len(tokens), _LONGEST_DATELINE)):
            if tokens[at].lower in DASHES or tokens[at].lower == "-":
                return at + 1
    return 0

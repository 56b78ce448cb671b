"""Whether a clause speaks of what was or of what will be: it tells which Friday "Friday" is."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from generator.lexicon import read_lexicon

PAST, UNKNOWN, FUTURE = -1, 0, 1
OPEN = 2  # the verbs leave it open: no other verb decides either
_REACH = 250  # characters either side: no longer clause was seen that still governed its date
_NEAR = 40  # characters before a date in which the words stand that lead in to it
# The end of a clause: "; "  |  "said that"  |  "…, which"
_CLAUSE_END = re.compile(r"[;:“”\"()—]|``|''|\b(?:that|who|which|where|when|because|although|while|but|after|as)\b")
# "since [Friday]", "until [Friday]": the word right before decides
_LEAD_IN = re.compile(
    r"\b(?:(?P<past>since|ended|last)|(?P<future>until|till|ending|as (?:early|soon) as))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# "[. ]Until [Friday], nobody had moved": at the head of a sentence the verb after it decides
_UNTIL_FIRST = re.compile(r"\AUntil\s+$")
# She was at large until [7 December]. Not so: It was put off until [7 December].
_LASTED = re.compile(
    r"\b(?:was|were|had|stayed|remained|lasted)\b(?!.{0,200}(?:ed|off|back)\s+until\s+$).{0,200}\buntil\s+$"
)
# "extended to [Friday]", "an answer by [15 June]": an end, which may lie ahead of what was done
_OPEN_END = re.compile(r"\b(?:(?P<by>by)|to|through|for)\s+(?:the\s+)?$", re.IGNORECASE)
# The words with which what leads in to an expression may end.
_LEADS = ("since", "ended", "last", "until", "till", "ending", "as", "by", "to", "through", "for", "the")
# "agreed to meet"
_INFINITIVE = r"\bto (?!the\b|a\b|an\b|be\b|his\b|her\b|its\b|their\b)[a-z]+(?<!s)\b"
# "announced"
_REGULAR_PARTICIPLE = r"\b[a-z]{2,20}(?<!e)ed\b"


class Signs(NamedTuple):
    """What tells the tense in a sentence: its verbs (start, end, group of `_verbs`) and the ends of its clauses.

    A participle right behind a comma is "apart": "the plan, signed on Friday".

    Found once a sentence, since a sentence may hold thousands of dates.
    """

    text: str
    start: int
    end: int
    verbs: Sequence[tuple[int, int, str]]
    clause_ends: Sequence[tuple[int, int]]


def read_signs(text: str, start: int, end: int) -> Signs:
    """Return the signs of the sentence between two places of a text."""
    verbs: list[tuple[int, int, str]] = []
    comma = False
    for match in _verbs().finditer(text, start, end):
        group = match.lastgroup or ""
        if group != "comma":
            verbs.append((*match.span(), "apart" if comma and group == "participle" else group))
        comma = group == "comma"
    ends = [match.span() for match in _CLAUSE_END.finditer(text, start, end)]
    return Signs(text, start, end, verbs, ends)


def direction(signs: Signs, start: int, end: int) -> int:
    """Return where an expression looks: by the verbs before it in its clause, else by the first one after it."""
    first = max(signs.start, start - _REACH)
    before = signs.text[max(first, start - _NEAR) : start]
    leads = before.lower().rstrip().endswith(_LEADS)
    if led := leads and _LEAD_IN.search(before):
        until_first = start - signs.start < _NEAR and _UNTIL_FIRST.match(before)
        past = led.lastgroup == "past" or (until_first and _verb_after(signs, end) == PAST)
        if past or not _LASTED.search(signs.text[first:start]):
            return PAST if past else FUTURE
        return UNKNOWN
    found = _verbs_before(signs, first, start)
    if open_end := leads and _OPEN_END.search(before):
        return FUTURE if found == FUTURE or (found == OPEN and open_end.lastgroup == "by") else UNKNOWN
    if found is not None:
        return UNKNOWN if found == OPEN else found
    return _verb_after(signs, end)


def _verb_after(signs: Signs, at: int) -> int:
    """Return what the first verb after an expression says: of its clause, or of the next one.

    "In January[, a week after the strike began, the mine was shut]"
    """
    last = min(signs.end, at + _REACH)
    following = bisect_left(signs.clause_ends, (at + 1, 0))
    stop = min(last, signs.clause_ends[following][0]) if following < len(signs.clause_ends) else last
    found = _first_verb(signs, at, stop)
    return _first_verb(signs, at, last) if found == UNKNOWN and signs.text.startswith(", ", at) else found


def _first_verb(signs: Signs, start: int, last: int) -> int:
    for at in range(bisect_left(signs.verbs, (start, 0, "")), len(signs.verbs)):
        _, end, group = signs.verbs[at]
        if end > last:
            break
        if group != "infinitive":
            return FUTURE if group == "future" else PAST
    return UNKNOWN


def _verbs_before(signs: Signs, first: int, last: int) -> int | None:
    """Return what the verbs of the last clause in a stretch of text say, the nearest most; None without any."""
    ended = bisect_left(signs.clause_ends, (last, 0)) - 1
    while ended >= 0 and signs.clause_ends[ended][1] > last:
        ended -= 1
    clause = max(first, signs.clause_ends[ended][1]) if ended >= 0 else first
    found = None
    for at in range(bisect_left(signs.verbs, (clause, 0, "")), len(signs.verbs)):
        _, end, group = signs.verbs[at]
        if end > last:
            break
        match group:
            case "future":
                found = FUTURE
            case "past":
                found = PAST
            # "planned a rally for Friday" looks ahead, "the meeting planned Friday" does not say
            case "ahead":
                found = FUTURE if not signs.text[end:last].isspace() else OPEN
            case "open":
                found = OPEN
            case "infinitive" if found == PAST:  # "agreed to meet on Friday" leaves it open
                found = OPEN
            case "participle" if found is None:  # "will be paid on Friday" stays ahead; not ", signed on Friday"
                found = PAST
            case "apart":
                found = PAST
    return found


@cache
def _verbs() -> re.Pattern[str]:
    future, past, participle, ahead, open_ = (
        "|".join(sorted(map(re.escape, read_lexicon("tense")[name]), key=len, reverse=True))
        for name in ("future", "past", "participle", "ahead", "open")
    )
    return re.compile(
        rf"(?P<future>\b(?:{future})\b|['’]ll\b)|(?P<past>\b(?:{past})\b)|(?P<comma>,)"
        rf"|(?P<ahead>(?<!\ba )(?<!\bthe )\b(?:{ahead})\b)|(?P<open>\b(?:{open_})\b)"
        rf"|(?P<infinitive>{_INFINITIVE})|(?P<participle>\b(?:{participle})\b|{_REGULAR_PARTICIPLE})"
    )

"""Whether a clause speaks of what was or of what will be: it tells which Friday "Friday" is."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from generator.lexicon import read_lexicon

PAST, UNKNOWN, FUTURE = -1, 0, 1
OPEN = 2  # the verbs leave it open, and the past is no likelier: "ordered schools to close on Friday"
_EITHER = 3  # the verbs leave it open: no other verb decides either
_REACH = 250  # characters either side: no longer clause was seen that still governed its date
_AT_MOST = 130  # characters between the verb that sets a day and the day
_LONGEST_COMING = 80  # characters: longer than "faces a …" and what opens on a day can be
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
# The mine was shut and [repairs could take until Friday]
_MAY_LAST = re.compile(r"\b(?:can|could|may|might|must|should|will|would)\b(?: [\w’'-]+){0,6} until\s+$")
# declared a day of mourning, [beginning on Friday]
_BEGINNING = re.compile(r"\b(?:beginning|starting)\s+(?:(?:on|in|from)\s+)?(?:the\s+)?$")
# They visit the champions [on Friday]
_ON = re.compile(r"\b(?:on|in) $")
_FOR = re.compile(r"\bfor\s+(?:the\s+)?$")
_BY = re.compile(r"\bby\s+(?:the\s+)?$")
# until midnight on [Sunday], by 5 p.m. [Friday]: the hour stands between what leads in and the day
_HOUR = re.compile(
    r"\b(?:midnight|noon|midday|the end of|\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\.?)(?: on)? $",
    re.IGNORECASE,
)
# Fans saw it on | Friday's front page
_OF_ANOTHER = re.compile(r"['’]s\b|(?<=['’]s)")
# Tickets open Friday|, the club said; not: Shops open Friday | were full
_AND_NO_VERB = re.compile(r"[,.;:]| (?:at|for|in|with)\b|\Z")
# The visit, announced for | March|, has not been confirmed; the strike called for | Friday| would shut the port
_CALLED_FOR = re.compile(
    r"\b(?:(?:announced|called|fixed|set) for|(?:due|expected|planned|scheduled) (?:for|in|on)) \Z"
)
_NOT_YET = re.compile(r",? (?:will|would|may|could|is|are|ha(?:s|ve) (?:not|yet))\b")
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
    if hour := _HOUR.search(before):
        start -= len(before) - hour.start()
        before = before[: hour.start()]
    if _is_coming(signs, start, end) or _is_set(signs, first, start, before):
        return FUTURE
    leads = before.lower().rstrip().endswith(_LEADS)
    if led := leads and _LEAD_IN.search(before):
        until_first = start - signs.start < _NEAR and _UNTIL_FIRST.match(before)
        past = led.lastgroup == "past" or (until_first and _verb_after(signs, end) == PAST)
        lead_in = signs.text[first:start]
        if past or not _LASTED.search(lead_in) or _MAY_LAST.search(lead_in):
            return PAST if past else FUTURE
        return UNKNOWN
    found = _verbs_before(signs, first, start)
    if open_end := leads and _OPEN_END.search(before):
        return FUTURE if found == FUTURE or (found == _EITHER and open_end.lastgroup == "by") else UNKNOWN
    if found == _EITHER:
        return OPEN if _bidden().search(signs.text, max(first, start - _AT_MOST), start) else UNKNOWN
    return _verb_after(signs, end) if found is None else found


def _is_set(signs: Signs, first: int, start: int, before: str) -> bool:
    """Tell the day that is set for what is to come: "called a strike for Thursday", "a ban, beginning on Friday".

    Not where a verb of the past stands in between: "said the talks that were called broke off by Thursday".
    """
    usual = signs.text.startswith("the ", start)  # They meet on [the first Monday in May]
    for lead, words in ((_FOR, _appointed), (_BY, _awaited), (_BEGINNING, _decided), (_ON, _fixed)):
        if lead.search(before) and not (usual and lead is _ON):
            found = words().search(signs.text, max(first, start - _AT_MOST), start)
            return found is not None and not any(
                group == "past" for _, _, group in _between(signs, found.end("verb"), start)
            )
    return False


def _is_coming(signs: Signs, start: int, end: int) -> bool:
    """Tell the day of what the present tells to come: "The vote is on Sunday", "Sales open Friday, she said"."""
    if signs.text.startswith("the ", start) or _OF_ANOTHER.match(signs.text, end):
        return False
    before = signs.text[max(signs.start, start - _LONGEST_COMING) : start]
    if _CALLED_FOR.search(before) and _NOT_YET.match(signs.text, end):
        return True
    found = _coming().search(before)
    return bool(found and (not found["opens"] or _AND_NO_VERB.match(signs.text, end)))


def _between(signs: Signs, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    for at in range(bisect_left(signs.verbs, (start, 0, "")), len(signs.verbs)):
        if signs.verbs[at][1] > end:
            return
        yield signs.verbs[at]


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
                found = FUTURE if not signs.text[end:last].isspace() else _EITHER
            case "open":
                found = _EITHER
            case "infinitive" if found == PAST:  # "agreed to meet on Friday" leaves it open
                found = _EITHER
            case "participle" if found is None:  # "will be paid on Friday" stays ahead; not ", signed on Friday"
                found = PAST
            case "apart":
                found = PAST
    return found


def _any_of(name: str) -> str:
    return "|".join(sorted(map(re.escape, read_lexicon("tense")[name]), key=len, reverse=True))


@cache
def _appointed() -> re.Pattern[str]:
    """Return the pattern of a day set: called a general strike of all miners for | Thursday."""
    words = r"[^.;:“”\"()]{0,60}"
    return re.compile(
        rf"(?<!had )\b(?P<verb>{_any_of('appoints')}) (?!for\b){words}\b(?:{_any_of('appointed')})\b{words}\Z"
    )


@cache
def _awaited() -> re.Pattern[str]:
    """Return the pattern of an end awaited: expected a deal by | July; not: had expected, than expected."""
    not_so = "".join(rf"(?<!\b{word} )" for word in ("as", "had", "than", "was", "were", "been"))
    return re.compile(rf"{not_so}\b(?P<verb>{_any_of('awaits')})\b(?! not\b)[^,.;:“”\"()]{{0,60}}\Z")


@cache
def _decided() -> re.Pattern[str]:
    """Return the pattern of a decision: declared three days of mourning, beginning on | Friday."""
    return re.compile(rf"(?<!had )\b(?P<verb>{_any_of('decides')})\b[^.;:“”\"()]{{0,110}}\Z")


@cache
def _fixed() -> re.Pattern[str]:
    """Return the pattern of a fixture: They visit Leza on | Saturday, United play the Reds on | Sunday."""
    subject = r"\b(?:[Tt]hey|[Ww]e|[Hh]e|[Ss]he|[A-Z][\w’'-]{1,30}(?= [a-z]{4,6}(?: to)? (?:the )?[A-Z]))"
    words = r"(?: (?![a-z]{1,30}ed\b)[\w’'-]{1,30}){0,5}"
    return re.compile(rf"{subject} (?P<verb>{_any_of('fixed')})\b{words} (?:on|in) \Z")


@cache
def _bidden() -> re.Pattern[str]:
    """Return the pattern of what somebody was to do: ordered schools to close on | Friday.

    Not so: came from behind to win on | Friday.
    """
    words = r"(?: [\w’'$€£.-]+)"
    return re.compile(rf"\b(?:{_any_of('bids')})\b{words}{{0,6}} to [a-z]+\b{words}{{0,6}}(?: on)? \Z")


@cache
def _coming() -> re.Pattern[str]:
    """Return the pattern of what the present tells to be on a day: The vote is on | Sunday, Sales open | Friday.

    So too: The trial continues on | Monday; The vote has been postponed to | October.
    Not so: It is | Sunday morning; She refused to face a vote in | May; They saw sales open | Friday.
    """
    plural = r"(?:\A|[“,;:.] |\b[Tt]he )(?:[A-Z][a-z]{0,20} )?[A-Za-z]{3,20}s"
    return re.compile(
        rf"(?:(?<!\b[Ii]t )\b(?:is|are) (?:(?:on |in )?|(?:{_any_of('called_off')}) (?:on )?)"
        rf"|(?:\bfaces|s face) (?:[\w’'-]+ ){{0,4}}(?:{_any_of('appointed')}) (?:in|on) "
        rf"|\b(?:{_any_of('comes')}) (?:in |on )?|\b(?:has|have) been (?:{_any_of('moved')}) to "
        rf"|(?P<opens>{plural} (?:{_any_of('opens')}) (?:in |on )?))\Z"
    )


@cache
def _verbs() -> re.Pattern[str]:
    future, past, participle, ahead, open_ = (
        _any_of(name) for name in ("future", "past", "participle", "ahead", "open")
    )
    return re.compile(
        rf"(?P<future>\b(?:{future})\b|['’]ll\b)|(?P<past>\b(?:{past})\b)|(?P<comma>,)"
        rf"|(?P<ahead>(?<!\ba )(?<!\bthe )\b(?:{ahead})\b)|(?P<open>\b(?:{open_})\b)"
        rf"|(?P<infinitive>{_INFINITIVE})|(?P<participle>\b(?:{participle})\b|{_REGULAR_PARTICIPLE})"
    )

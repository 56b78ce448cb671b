"""Which year an expression without one means."""

import re
from collections.abc import Callable, Iterable
from datetime import timedelta

from generator.extract.dates import periods
from generator.extract.dates.context import PUBLISHED, Context, Named, Reading, dated
from generator.extract.dates.grammar import Phrase
from generator.extract.dates.lexer import number_value
from generator.extract.dates.periods import Period
from generator.extract.dates.tense import FUTURE, OPEN, PAST, UNKNOWN
from generator.lexicon import read_lexicon

# How many days ahead a date without a year may lie, by what the clause says of it. Business news speaks of a
# quarter that has just ended as still to be reported, so a quarter may lie less far ahead.
AHEAD = {PAST: 0, UNKNOWN: 75, OPEN: 75, FUTURE: 330}
AHEAD_OF_QUARTER = {PAST: 0, UNKNOWN: 60, OPEN: 60, FUTURE: 180}
SPAN = 9  # years: a leap day is at most eight years from the next (1896 to 1904); a winter may end two years on
FRAME = 400  # characters: no longer sentence is framed by one year
# between March [and] May 2014  |  from 3 June [to] 9 July 2014
_JOINED = re.compile(r",?\s{1,3}(?:and|or|to|until|through)\s{1,3}(?:in\s{1,3}|on\s{1,3})?|\s?[–-]\s?")
UP_TO = re.compile(r"\s{1,3}(?:to|until|till|through)\s{1,3}|\s?[–-]\s?")  # from 20 December [to] 5 January
# before | the October | election: of this year or the last, where neither is near
_BEFORE = re.compile(r"\b(?:before|ahead of)(?: the)?\s{1,3}\Z")
_EVENT_BEHIND = re.compile(r"(?:['’]s)?(?:\s+[a-z-]+)?\s+(?P<event>[a-z-]+)")
# ahead of the next general | election | in October
_BEFORE_EVENT = re.compile(
    r"\b(?:before|ahead of) (?:(?:an?|her|his|its|the|their) )?(?:[\w-]{1,20} ){0,3}?"
    r"(?P<event>[a-z-]{1,20}) (?:in|on) \Z"
)
_LONGEST_BEFORE = 120  # characters: longer than “ahead of … election in” can be
NEAR_PAST = 120  # days: an October so short before is the one that is meant
_OF_YEARS = frozenset({"YEAR", "YEARWORDS", "FISCALYEAR", "YEARU"})
_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
# "In 2014, …": the year of the whole sentence
_FRAME_LEAD = re.compile(r"(?:\A|[.!?][\"”’']?\s{1,3}|\n)In\s{1,3}\Z")
SENTENCE_END = re.compile(r"[.!?][\"”’']?\s{1,3}[A-Z“\"]|\n\n")


def year_named(phrase: Phrase, context: Context) -> tuple[int, str | None] | None:
    """Return the year that the expression itself names, outright or as "last year", and what that rests on."""
    if phrase.kinds.isdisjoint(_OF_YEARS):
        return None
    if named := phrase.last("YEAR", "YEARWORDS"):
        return int(number_value(named.value)), None
    if fiscal := phrase.first("FISCALYEAR"):
        return 2000 + int(re.sub(r"\D", "", fiscal.value)[-2:]), None
    if not phrase.has("YEARU"):
        return None
    if phrase.has("THAT", "SAME", "FOLLOWING", "PREVIOUS"):
        shift = phrase.has("FOLLOWING") - phrase.has("PREVIOUS")
        if context.last:
            return context.last.period.first.year + shift, context.last.words
        return context.today.year + shift, PUBLISHED
    if phrase.has("AGO", "EARLIER"):
        if context.quarter:
            return context.quarter.period.first.year - 1, context.quarter.words
        return context.today.year - 1, PUBLISHED
    return context.today.year + phrase.has("NEXT", "COMING") - phrase.has("LAST"), PUBLISHED


def in_year_meant(phrase: Phrase, context: Context, of_year: Callable[[int], Period]) -> Reading:
    """Put a part of a year (a month, a day, a season) into the year named with it, told nearby or lying nearest."""
    if named := year_named(phrase, context):
        return dated(of_year(named[0]), named[1])
    this = context.today.year
    if phrase.has("THIS"):
        return dated(of_year(this), PUBLISHED)
    back, forth = range(this + 1, this - SPAN, -1), range(this - 2, this + SPAN)
    if phrase.rule != "nth-weekday" and phrase.has("LAST", "PASTTHIS", "PREVIOUS"):
        return dated(_first(lambda found: found.last < context.today, of_year, back), PUBLISHED)
    if phrase.has("NEXT", "FOLLOWING"):
        return dated(_first(lambda found: found.first > context.today, of_year, forth), PUBLISHED)
    if phrase.has("MONTH", "MON") and (told := _year_told(phrase, context)):
        return dated(of_year(told[0]), told[1])
    last = context.last
    if last and last.period.unit == of_year(this).unit and UP_TO.fullmatch(context.text, last.end, phrase.start):
        return dated(_first(lambda found: found.last >= last.period.last, of_year, forth), last.words)
    if _is_either(phrase, context, of_year(this)):
        return Reading("DATE", f"XXXX-{of_year(this).value[5:]}")
    ahead = AHEAD_OF_QUARTER if phrase.has("QUARTERU", "QUARTERNO") else AHEAD
    latest = context.today + timedelta(ahead[context.direction(phrase)])
    return dated(_first(lambda found: found.first <= latest, of_year, back), PUBLISHED)


def _is_either(phrase: Phrase, context: Context, named: Period) -> bool:
    """Tell whether a month may be of this year or of the last: in May, "accused of it before the October vote".

    So it is where the verbs leave it open, and it is not soon: in May, "agreed to meet in September".
    """
    looks = context.direction(phrase)
    since = (context.today - named.last).days % 365
    soon = looks != PAST and 0 <= (named.first - context.today).days <= AHEAD[looks]
    either = looks == OPEN or (looks != FUTURE and is_before_event(phrase, context.text))
    return named.unit == "M" and since > NEAR_PAST and not soon and either


def is_before_event(phrase: Phrase, text: str) -> bool:
    """Tell the time of something that was to come: spoke before Sunday's vote, ahead of an election in October."""
    behind = (
        _EVENT_BEHIND.match(text, phrase.end)
        if _BEFORE.search(text, max(0, phrase.start - 20), phrase.start)
        else None
    )
    event = behind or _BEFORE_EVENT.search(text, max(0, phrase.start - _LONGEST_BEFORE), phrase.start)
    return event is not None and event["event"] in read_lexicon("tense")["appointed"]


def _first(fits: Callable[[Period], bool], of_year: Callable[[int], Period], years: Iterable[int]) -> Period:
    """Return the first of a period's years that fits; a ValueError where no calendar year does."""
    for year in years:
        if fits(found := of_year(year)):
            return found
    raise ValueError("no year of the calendar fits")


def famous_year(phrase: Phrase, context: Context, month: int, day: int) -> int | None:
    """Return the year of a day that has become a name: "the Sept. 11 attacks"."""
    year, *known_for = read_lexicon("time")["famous_days"].get(f"{month:02}-{day:02}", ["0"])
    after = _NEXT_WORD.match(context.text, phrase.end)
    return int(year) if after and after.group(1) in known_for and int(year) <= context.today.year else None


def framing_year(phrase: Phrase, text: str, period: Period) -> Named | None:
    """Return the year that an expression gives to all of its sentence: "In 2014, …"."""
    if phrase.rule == "year" and _FRAME_LEAD.search(text, max(0, phrase.start - 10), phrase.start):
        return Named(period, text[phrase.start : phrase.end], phrase.end)
    return None


def _year_told(phrase: Phrase, context: Context) -> tuple[int, str | None] | None:
    """Return the year that the text gives a month: "between March and May 2014", "In 2014, … in March".

    No year from further off: of eleven within 200 characters before a month (TBAQ dev) none was its year.
    """
    after, frame = next(iter(context.following), None), context.frame
    joined = after and after.has("MONTH", "MON") and _JOINED.fullmatch(context.text, phrase.end, after.start)
    if after and joined and (named := year_named(after, context)):
        return named[0], named[1] or context.text[after.start : after.end]
    if frame is None or phrase.start - frame.end > FRAME:
        return None
    if SENTENCE_END.search(context.text, frame.end, phrase.start):
        return None
    return frame.period.first.year, frame.words


def same_part(period: Period, years: int) -> Period:
    """Return the same quarter, month or year, some years away."""
    return periods.around(period.unit, period.first, years * {"Q": 4, "M": 12}.get(period.unit, 1))

"""Expressions that mean a day, or a time of a day."""

import re
from calendar import isleap, monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from generator.extract.dates import durations, periods
from generator.extract.dates.context import PUBLISHED, Context, Named, Reading, dated
from generator.extract.dates.grammar import Phrase
from generator.extract.dates.lexer import Token
from generator.extract.dates.periods import Period
from generator.extract.dates.screen import listed
from generator.extract.dates.tense import FUTURE, OPEN, PAST
from generator.extract.dates.years import UP_TO, famous_year, in_year_meant, is_before_event, year_named

NEWS = 7  # days: what lies this near to publication is what the article is about
JUST = 2  # days: a Friday so near is told of, where the verbs leave open whether it lies ahead
SAME_WEEKDAY = 6  # years either side in which a weekday and a day of the month fall together again
SAME_SCENE = 300  # characters: "10 p.m." belongs to the day of the news named so shortly before it
# 3 p.m. [on] Saturday  |  3 p.m. [local time on] Saturday  |  3 p.m. [(]1300 GMT[)] Saturday
_ON = re.compile(r"[,)]?\s{1,3}(?:local time,?\s{1,3})?(?:on\s{1,3}|\()?")
_OF_TODAY = re.compile(r"['’]s\s+([^\W\d_]+)")  # today['s youth]
_WORD_BEFORE = re.compile(r"\b([a-z]+) \Z", re.IGNORECASE)  # [even] today, alive [today]
# invite Moe to | Monday | night's debate
_TO_COME = re.compile(r"\b(?:attend|invit(?:e|es|ing)|prepar(?:e|es|ing) for)\b [^.;:!?]{0,60}\Z")
_OF_DAY = re.compile(r"(?: (?:morning|afternoon|evening|night))?['’]s ")
_STILL_BEHIND = re.compile(r" still\b")  # today [still]


def iso(phrase: Phrase, context: Context) -> Reading:
    written = phrase.tokens[0].value
    found = periods.day(date.fromisoformat(written[:10]))
    return Reading("TIME", written, found) if "T" in written else dated(found, None)


def numeric(phrase: Phrase, context: Context) -> Reading:
    """Read 15/6/2022 and 6/15/2022; 7/8/07 is one of two days, unless one of them is about that of publication."""
    written = phrase.tokens[0].value
    first, second, year = map(int, re.split(r"[/.]", written))
    if first > 99:  # 2022/06/15
        return dated(periods.day(date(first, second, year)), None)
    if "." in written:  # 15.6.2022: no other order is written so
        return dated(periods.day(date(year, second, first)), None)
    if year < 100:
        year += 2000 if year <= context.today.year % 100 else 1900
    orders = [(month, day) for month, day in ((first, second), (second, first)) if month <= 12]
    days = sorted({date(year, month, day) for month, day in orders})
    if not days:
        raise ValueError("a year has twelve months")
    if len(days) == 1:
        return dated(periods.day(days[0]), None)
    near = [day for day in days if abs((day - context.today).days) <= NEWS]
    if len(near) == 1:
        return dated(periods.day(near[0]), PUBLISHED)
    either = Period("D", f"{year:04}-XX-XX", f"[{days[0]},{days[1]}]", days[0], days[1])
    return dated(either, None)


def date_of_month(phrase: Phrase, context: Context, day: Token | None = None) -> Reading:
    month_token, token = phrase.first("MONTH", "MON"), day or phrase.first("DAY", "ORDNUM")
    month, number = int(month_token.value) if month_token else 0, _number(token)
    weekday = phrase.first("WEEKDAY", "WD")
    if weekday and not year_named(phrase, context):
        around = range(context.today.year - SAME_WEEKDAY, context.today.year + SAME_WEEKDAY + 1)
        fitting = [day for day in _days(around, month, number) if day.isoweekday() == int(weekday.value)]
        if fitting:
            return dated(periods.day(min(fitting, key=lambda day: abs(day - context.today))), PUBLISHED)

    if not year_named(phrase, context) and (famous := famous_year(phrase, context, month, number)):
        return dated(periods.day(date(famous, month, number)), None)

    def in_year(year: int) -> Period:
        while (month, number) == (2, 29) and not isleap(year):
            year -= 1
        return periods.day(date(year, month, number))

    return in_year_meant(phrase, context, in_year)


def day_range(phrase: Phrase, context: Context) -> list[Reading]:
    """Read "April 24 and 25" as two days."""
    first, second = [token for token in phrase.tokens if token.kind in {"DAY", "ORDNUM"}][:2]
    return [
        replace(date_of_month(phrase, context, first), end=first.end),
        replace(date_of_month(phrase, context, second), start=second.start),
    ]


def week_of(phrase: Phrase, context: Context) -> Reading:
    found = date_of_month(phrase, context)
    if found.period is None:
        return found
    return dated(periods.around("WE" if phrase.has("WEEKEND") else "W", found.period.first), found.basis)


def weekday(phrase: Phrase, context: Context) -> Reading:
    return _with_daypart(_weekday(phrase, context), phrase)


def nth_weekday(phrase: Phrase, context: Context) -> Reading | None:
    """Read "the last Friday of June"; "the last Friday of the month" is not told from one of every month."""
    weekday, order, month = phrase.first("WEEKDAY"), phrase.first("ORD"), phrase.first("MONTH", "MON")
    if not weekday or not month:
        return None
    number, nth = int(month.value), int(order.value) if order else None
    if nth and nth > 4:
        raise ValueError("a month may have no fifth Friday")
    return in_year_meant(
        phrase, context, lambda year: periods.day(periods.nth_weekday(year, number, nth, int(weekday.value)))
    )


def today(phrase: Phrase, context: Context) -> Reading:
    token = phrase.tokens[-1] if phrase.tokens[-1].kind == "TODAY" else phrase.first("TODAY")
    times = _OF_TODAY.match(context.text, phrase.end)
    nowadays = token is not None and token.value.split() == ["0"] and _is_nowadays(phrase, context.text)
    if nowadays or (times and times.group(1) in listed("these_times")):
        return Reading("DATE", "PRESENT_REF")
    away, _, part = token.value.partition(" ") if token else ("0", "", "")
    reading = dated(periods.around("D", context.today, int(away)), PUBLISHED)
    if part:
        return replace(reading, type="TIME", value=f"{reading.value}T{part}")
    return _with_daypart(reading, phrase)


def _is_nowadays(phrase: Phrase, text: str) -> bool:
    """Tell the present time ("even today", "alive today", "today still") from the day of publication."""
    before = _WORD_BEFORE.search(text, max(0, phrase.start - 15), phrase.start)
    nowadays = before is not None and before.group(1).lower() in listed("nowadays_leads")
    return nowadays or bool(_STILL_BEHIND.match(text, phrase.end))


def daypart(phrase: Phrase, context: Context) -> Reading:
    """Read "this morning" from the day of publication, "the next morning" from the day named last.

    "That morning" of no day that was named is no certain one.
    """
    base, basis = context.today, PUBLISHED
    if not phrase.has("THIS") and context.last and context.last.period.unit == "D":
        base, basis = context.last.period.first, context.last.words
    shift = phrase.has("NEXT", "FOLLOWING") - phrase.has("PREVIOUS")
    found = _with_daypart(dated(periods.around("D", base, shift), basis), phrase)
    return replace(found, period=None) if phrase.has("THAT") and basis == PUBLISHED else found


def clock(phrase: Phrase, context: Context) -> Reading:
    """Read a time of the day named with it, after it or shortly before it.

    Where none is named so, TIMEX3 puts it on the day of publication: which day it was is not certain.
    """
    last = context.last
    when = _day_within(phrase, context) or _day_after(phrase, context)
    if when is None and last and _is_scene(last, phrase, context):
        when = dated(last.period, last.words)
    written = (when.period if when and when.period else periods.day(context.today)).value
    value = f"{written}T{durations.time_of_day(phrase)}"
    return replace(when, type="TIME", value=value) if when else Reading("TIME", value)


def holiday(phrase: Phrase, context: Context) -> Reading:
    token = phrase.first("HOLIDAY")
    rule = token.value if token else ""

    def in_year(year: int) -> Period:
        if rule.startswith("E"):
            return periods.around("D", periods.easter(year), int(rule[1:]))
        if "-W" in rule:
            nth = None if rule[4] == "L" else int(rule[4])
            return periods.day(periods.nth_weekday(year, int(rule[:2]), nth, int(rule[6])))
        return periods.day(date(year, int(rule[:2]), int(rule[3:])))

    return in_year_meant(phrase, context, in_year)


def _day_within(phrase: Phrase, context: Context) -> Reading | None:
    if phrase.has("MONTH", "MON") and phrase.has("DAY", "ORDNUM"):
        return date_of_month(phrase, context)
    if phrase.has("WEEKDAY"):
        return _weekday(phrase, context)
    return today(phrase, context) if phrase.has("TODAY") else None


def _day_after(phrase: Phrase, context: Context) -> Reading | None:
    """Read the day that follows a time, or two: "at 10:35 a.m. (0735 GMT) Friday"."""
    end = phrase.end
    for after in context.following:
        if not _ON.fullmatch(context.text, end, after.start):
            return None
        if after.rule != "clock" or _day_within(after, context):
            return _day_within(after, context)
        end = after.end
    return None


def _is_near(period: Period, today: date) -> bool:
    return period.unit == "D" and abs((period.first - today).days) <= NEWS


def _is_scene(day: Named, phrase: Phrase, context: Context) -> bool:
    """Tell the day that is spoken of ("On 2 May he left") from one that tells things apart ("the 2 May vote")."""
    if phrase.start - day.end >= SAME_SCENE or not _is_near(day.period, context.today):
        return False
    start = day.end - len(day.words)
    return not context.text.endswith("the ", 0, start)


def _number(token: Token | None) -> int:
    return int(re.sub(r"\D", "", token.value)) if token else 0


def _days(years: range, month: int, day: int) -> Iterator[date]:
    """Yield a day of the year in each of the years that have it (29 February is not in all)."""
    for year in years:
        if day <= monthrange(year, month)[1]:
            yield date(year, month, day)


def _is_ahead(phrase: Phrase, text: str) -> bool:
    """Tell the day of what is still to come: invited her to Monday night's debate."""
    before = _TO_COME.search(text, max(0, phrase.start - 80), phrase.start)
    return bool(before and _OF_DAY.match(text, phrase.end))


def _weekday(phrase: Phrase, context: Context) -> Reading:
    token = phrase.first("WEEKDAY", "WD")
    number, today = int(token.value) if token else 0, context.today
    last = context.last
    if phrase.has("PREVIOUS", "FOLLOWING") and last and last.period.unit == "D":
        base = last.period.first
        forth = (number - base.isoweekday()) % 7 or 7
        back = (base.isoweekday() - number) % 7 or 7
        return dated(periods.day(base + timedelta(forth if phrase.has("FOLLOWING") else -back)), last.words)
    if last and _is_near(last.period, today) and UP_TO.fullmatch(context.text, last.end, phrase.start):
        return dated(
            periods.day(last.period.last + timedelta((number - last.period.last.isoweekday()) % 7)), last.words
        )
    back, looks = (today.isoweekday() - number) % 7, context.direction(phrase)
    if phrase.has("LAST", "PREVIOUS"):
        chosen = today - timedelta(back or 7)
        # Beside "Friday", "last Friday" may be the one before it (of 256 articles of TBAQ, in two it was the same).
        if context.earliest and chosen in context.weekdays:
            chosen -= timedelta(7)
    elif phrase.has("NEXT", "FOLLOWING"):
        chosen = today + timedelta(-back % 7 or 7)
    elif looks == FUTURE or _is_ahead(phrase, context.text) or (phrase.has("THIS") and looks != PAST):
        chosen = today + timedelta(-back % 7)
    else:
        chosen = today - timedelta(back)
        context.weekdays.add(chosen)
        if back > JUST and (looks == OPEN or is_before_event(phrase, context.text)):
            return Reading("DATE", chosen.isoformat())
    return dated(periods.day(chosen), PUBLISHED)


def _with_daypart(reading: Reading, phrase: Phrase) -> Reading:
    part = phrase.last("DAYPART")
    return replace(reading, type="TIME", value=f"{reading.value}T{part.value}") if part else reading

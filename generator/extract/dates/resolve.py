"""From an expression to its place in the calendar."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from generator.extract.dates import durations, periods
from generator.extract.dates.context import PUBLISHED, Context, Reading, dated
from generator.extract.dates.grammar import Phrase
from generator.extract.dates.lexer import Token, number_value
from generator.extract.dates.periods import Period
from generator.extract.dates.tense import FUTURE, PAST, UNKNOWN

# How many days ahead a date without a year may lie, by what the clause says of it: nothing, the future, the past.
AHEAD = {UNKNOWN: 75, FUTURE: 330, PAST: 0}
AHEAD_OF_QUARTER = {UNKNOWN: 60, FUTURE: 180, PAST: 0}

ENDED = re.compile(r"\s+(?:that\s+|which\s+)?end(?:ed|ing|s)\b")  # the year [ended March 31]

Resolver = Callable[[Phrase, Context], Reading | list[Reading] | None]


def resolve(phrase: Phrase, context: Context) -> list[Reading]:
    """Return the readings of an expression (two for "April 24 and 25"); none where it is no date after all."""
    try:
        found = RESOLVERS[phrase.rule](phrase, context)
    except (OverflowError, ValueError):  # a day that no calendar has, or a year beyond 1 to 9999
        return []
    if found is None:
        return []
    readings = found if isinstance(found, list) else [found]
    for reading in readings:
        if reading.period:
            context.last, context.last_words = reading.period, context.text[phrase.start : phrase.end]
            if reading.period.unit == "Q" and phrase.rule not in {"year-before", "year-quarter"}:
                context.quarter, context.quarter_words = reading.period, context.last_words
    return readings


def _count(token: Token | None) -> int:
    return int(number_value(token.value)) if token else 0


def _year_named(phrase: Phrase, context: Context) -> tuple[int, str | None] | None:
    """Return the year that the expression itself names, outright or as "last year"."""
    if named := phrase.last("YEAR", "YEARWORDS"):
        return _count(named), None
    if phrase.has("YEARU"):
        if phrase.has("THAT", "SAME", "FOLLOWING", "PREVIOUS"):
            shift = phrase.has("FOLLOWING") - phrase.has("PREVIOUS")
            if context.last:
                return context.last.first.year + shift, context.last_words
            return context.today.year + shift, PUBLISHED
        if phrase.has("AGO", "EARLIER"):
            return (context.quarter.first.year if context.quarter else context.today.year) - 1, PUBLISHED
        return context.today.year + phrase.has("NEXT", "COMING") - phrase.has("LAST"), PUBLISHED
    return None


def _near(phrase: Phrase, context: Context, of_year: Callable[[int], Period]) -> Reading:
    """Take the year that brings this part of a year nearest, looking the way the clause looks."""
    this = context.today.year
    candidates = [of_year(year) for year in (this - 1, this, this + 1)]
    if phrase.has("THIS"):
        return dated(candidates[1], PUBLISHED)
    if phrase.has("LAST", "PASTTHIS", "PREVIOUS"):
        return dated(next(found for found in reversed(candidates) if found.last < context.today), PUBLISHED)
    if phrase.has("NEXT", "FOLLOWING"):
        return dated(next(found for found in candidates if found.first > context.today), PUBLISHED)
    ahead = AHEAD_OF_QUARTER if phrase.has("QUARTERU") else AHEAD
    latest = context.today + timedelta(ahead[context.direction(phrase)])
    return dated(next(found for found in reversed(candidates) if found.first <= latest), PUBLISHED)


def iso(phrase: Phrase, context: Context) -> Reading:
    written = phrase.tokens[0].value
    found = periods.day(date.fromisoformat(written[:10]))
    return Reading("TIME", written, found) if "T" in written else dated(found, None)


def numeric(phrase: Phrase, context: Context) -> Reading | None:
    """Read 15/6/2022 and 6/15/2022; where both orders are possible, only a day that is both."""
    first, second, year = map(int, phrase.tokens[0].value.split("/"))
    if year < 100:
        year += 2000 if year <= context.today.year % 100 + 5 else 1900
    if first > 12:
        first, second = second, first
    return dated(periods.day(date(year, first, second)), None)


def _day_of(phrase: Phrase, context: Context, day: Token | None = None) -> Reading:
    month = _count(phrase.first("MONTH", "MON"))
    token = day or phrase.first("DAY", "ORDNUM")
    number = int(re.sub(r"\D", "", token.value)) if token else 0
    if named := _year_named(phrase, context):
        return dated(periods.day(date(named[0], month, number)), named[1])

    if weekday := phrase.first("WEEKDAY", "WD"):
        years = sorted(range(context.today.year - 6, context.today.year + 7), key=lambda y: abs(y - context.today.year))
        fitting = (day for day in _days(years, month, number) if day.isoweekday() == int(weekday.value))
        near = sorted(fitting, key=lambda day: abs(day - context.today))
        if near:
            return dated(periods.day(near[0]), PUBLISHED)

    def in_year(year: int) -> Period:
        if (month, number) == (2, 29) and year % 4:
            return periods.day(date(year - year % 4, 2, 29))
        return periods.day(date(year, month, number))

    return _near(phrase, context, in_year)


def _days(years: Sequence[int], month: int, day: int) -> Iterator[date]:
    """Yield a day of the year in each of the years that have it (29 February is not in all)."""
    for year in years:
        if day <= monthrange(year, month)[1]:
            yield date(year, month, day)


def day_range(phrase: Phrase, context: Context) -> list[Reading]:
    days = [token for token in phrase.tokens if token.kind in {"DAY", "ORDNUM"}][:2]
    spans = ((phrase.start, days[0].end), (days[1].start, phrase.end))
    return [replace(_day_of(phrase, context, day), start=s, end=e) for day, (s, e) in zip(days, spans, strict=True)]


def week_of(phrase: Phrase, context: Context) -> Reading:
    found = _day_of(phrase, context)
    assert found.period
    return dated(periods.around("WE" if phrase.has("WEEKEND") else "W", found.period.first), found.basis)


def month(phrase: Phrase, context: Context) -> Reading:
    number = _count(phrase.first("MONTH", "MON"))
    if named := _year_named(phrase, context):
        return dated(periods.month(named[0], number), named[1])
    return _near(phrase, context, lambda year: periods.month(year, number))


def _weekday(phrase: Phrase, context: Context) -> Reading:
    number = _count(phrase.first("WEEKDAY", "WD"))
    today = context.today
    back = (today.isoweekday() - number) % 7
    if phrase.has("PREVIOUS", "FOLLOWING") and context.last and context.last.unit == "D":
        base = context.last.first
        step = (
            (number - base.isoweekday() - 1) % 7 + 1
            if phrase.has("FOLLOWING")
            else -((base.isoweekday() - number - 1) % 7 + 1)
        )
        return dated(periods.day(base + timedelta(step)), context.last_words)
    if phrase.has("LAST", "PREVIOUS"):
        chosen = today - timedelta(back or 7)
    elif phrase.has("NEXT", "FOLLOWING"):
        chosen = today + timedelta((-back % 7) or 7)
    elif context.direction(phrase) == FUTURE:
        chosen = today + timedelta(-back % 7)
    else:
        chosen = today - timedelta(back)
    return dated(periods.day(chosen), PUBLISHED)


def _with_daypart(reading: Reading, phrase: Phrase) -> Reading:
    part = phrase.last("DAYPART")
    return replace(reading, type="TIME", value=f"{reading.value}T{part.value}") if part else reading


def weekday(phrase: Phrase, context: Context) -> Reading:
    return _with_daypart(_weekday(phrase, context), phrase)


def today(phrase: Phrase, context: Context) -> Reading:
    token = phrase.first("TODAY")
    assert token
    away, _, part = token.value.partition(" ")
    reading = dated(periods.around("D", context.today, int(away)), PUBLISHED)
    if part:
        return replace(reading, type="TIME", value=f"{reading.value}T{part}")
    return _with_daypart(reading, phrase)


def daypart(phrase: Phrase, context: Context) -> Reading:
    if phrase.has("THIS") or context.last is None or context.last.unit != "D":
        base, basis = context.today, PUBLISHED
    else:
        base, basis = context.last.first, context.last_words
    shift = phrase.has("NEXT", "FOLLOWING") - phrase.has("PREVIOUS")
    return _with_daypart(dated(periods.around("D", base, shift), basis), phrase)


def date_(phrase: Phrase, context: Context) -> Reading:
    return _day_of(phrase, context)


def clock(phrase: Phrase, context: Context) -> Reading:
    if phrase.has("MONTH", "MON"):
        when = _day_of(phrase, context)
    elif phrase.has("WEEKDAY"):
        when = _weekday(phrase, context)
    elif phrase.has("TODAY"):
        when = today(phrase, context)
    elif context.last and context.last.unit == "D":
        when = dated(context.last, context.last_words)
    else:
        when = dated(periods.day(context.today), PUBLISHED)
    assert when.period
    return replace(when, type="TIME", value=f"{when.period.value}T{durations.time_of_day(phrase)}")


def quarter(phrase: Phrase, context: Context) -> Reading:
    number = _count(phrase.first("ORD"))
    if not 1 <= number <= 4:
        raise ValueError("a year has four quarters")
    if named := _year_named(phrase, context):
        return dated(periods.quarter(named[0], number), named[1])
    return _near(phrase, context, lambda year: periods.quarter(year, number))


def year_quarter(phrase: Phrase, context: Context) -> Reading | None:
    """Read "the 1988 quarter" as that quarter of 1988 which the text last spoke of in another year."""
    named = _year_named(phrase, context)
    if named is None or context.quarter is None:
        return dated(periods.year(named[0]), named[1]) if named else None
    return dated(periods.quarter(named[0], (context.quarter.first.month + 2) // 3), context.quarter_words)


def half(phrase: Phrase, context: Context) -> Reading:
    order = phrase.first("ORD")
    number = _count(order) if order else 2
    if number > 2:
        raise ValueError("a year has two halves")
    named = _year_named(phrase, context) or (context.today.year, PUBLISHED)
    return dated(periods.half(named[0], number), named[1])


def year_before(phrase: Phrase, context: Context) -> Reading:
    """Read "a year earlier" from the quarter or else the year last spoken of, "a year ago" from today."""
    base, basis = periods.around("Y", context.today), PUBLISHED
    if context.quarter:
        base, basis = context.quarter, context.quarter_words
    elif phrase.has("QUARTERU", "ORD"):
        base = periods.around("Q", context.today, -1)
    elif phrase.has("EARLIER") and context.last and context.last.unit in {"Y", "M"}:
        base, basis = context.last, context.last_words
    if phrase.has("ORD"):
        return dated(periods.quarter(base.first.year - 1, _count(phrase.first("ORD"))), basis)
    return dated(periods.around(base.unit, base.first, {"Q": -4, "M": -12}.get(base.unit, -1)), basis)


def relative(phrase: Phrase, context: Context) -> Reading | None:
    season = phrase.first("SEASON")
    if season:
        return _near(phrase, context, lambda year: periods.season(year, season.value))
    unit_token = phrase.last("DAYU", "WEEKU", "MONTHU", "QUARTERU", "YEARU", "UNIT", "WEEKEND", "PERIOD")
    assert unit_token
    unit = "WE" if unit_token.kind == "WEEKEND" else unit_token.value
    if unit_token.kind == "PERIOD":
        return (
            dated(context.quarter, context.last_words) if context.quarter and phrase.has("LATEST", "THIS") else None
        )
    if unit.startswith("T"):
        return Reading("DATE", "PRESENT_REF") if phrase.has("THIS") else None
    base, basis = context.today, PUBLISHED
    if phrase.has("THAT", "SAME", "FOLLOWING", "PREVIOUS"):
        if context.last is None or periods.around(unit, context.last.first).last < context.last.last:
            return None
        base, basis = context.last.first, context.last_words
    if unit == "Q" and phrase.has("LATEST", "THIS", "THAT") and context.quarter:
        return dated(context.quarter, context.quarter_words)
    if phrase.has("LATEST"):
        return dated(periods.around("Q", context.today, -1), PUBLISHED) if unit == "Q" else None
    shift = phrase.has("NEXT", "FOLLOWING", "COMING") - phrase.has("LAST", "PREVIOUS")
    return dated(periods.around(unit, base, shift), basis)


def ago(phrase: Phrase, context: Context) -> Reading:
    unit_token = phrase.last("DAYU", "WEEKU", "MONTHU", "QUARTERU", "YEARU", "UNIT", "UNITS")
    assert unit_token
    unit = unit_token.value
    if unit.startswith("T") or phrase.has("VAGUE", "HALF") or not phrase.has("A", "WORDNUM", "DAY", "NUM", "YEAR"):
        return Reading("DATE", "PAST_REF")
    count = _count(phrase.first("WORDNUM", "DAY", "NUM", "YEAR")) or 1
    if unit in {"10Y", "100Y"}:
        unit, count = "Y", count * int(unit[:-1])
    return dated(periods.around(unit, context.today, -count), PUBLISHED)


def year(phrase: Phrase, context: Context) -> Reading:
    return dated(periods.year(_count(phrase.last("YEAR", "YEARWORDS", "WORDNUM"))), None)


def year_range(phrase: Phrase, context: Context) -> Reading | None:
    first, last = phrase.tokens[0].value, phrase.tokens[2].value
    last = first[: 4 - len(last)] + last
    if len(last) != 4 or not int(first) < int(last):
        raise ValueError("ends before it begins")
    a, b = periods.year(int(first)), periods.year(int(last))
    return dated(Period("Y", f"{a.value}/{b.value}", f"{a.value}/{b.value}", a.first, b.last), None)


def season(phrase: Phrase, context: Context) -> Reading:
    token = phrase.first("SEASON")
    assert token
    if named := _year_named(phrase, context):
        return dated(periods.season(named[0], token.value), named[1])
    return _near(phrase, context, lambda year: periods.season(year, token.value))


def decade(phrase: Phrase, context: Context) -> Reading:
    token = phrase.first("DECADE", "DECADEWORD")
    assert token
    digits = re.sub(r"\D", "", token.value)
    if len(digits) == 4:
        return dated(periods.decade(int(digits)), None)
    century = context.today.year // 100 * 100
    start = century + int(digits)
    return dated(periods.decade(start if start <= context.today.year else start - 100), PUBLISHED)


def century(phrase: Phrase, context: Context) -> Reading | None:
    unit, token = phrase.first("UNIT"), phrase.first("ORD", "ORDNUM")
    if not unit or unit.value != "100Y" or not token:
        return None
    return dated(periods.century(100 * (int(re.sub(r"\D", "", token.value)) - 1)), None)


def the(phrase: Phrase, context: Context) -> Reading | None:
    """Read "the quarter", "the year" as the one spoken of, else the present one; "the week" is too often any week."""
    token = phrase.last("QUARTERU", "YEARU", "MONTHU", "WEEKU", "DAYU", "UNIT", "WEEKEND")
    assert token
    if token.kind == "QUARTERU":
        if context.quarter:
            return dated(context.quarter, context.quarter_words)
        return dated(periods.around("Q", context.today, -1), PUBLISHED)
    if token.kind == "YEARU" and ENDED.match(context.text, phrase.end):
        return Reading("DURATION", "P1Y")
    if token.kind == "WEEKEND":
        return dated(periods.around("WE", context.today - timedelta(5), 0), PUBLISHED)
    if token.kind in {"YEARU", "WEEKU"} and not phrase.has("A", "OWN"):
        return dated(periods.around(token.value, context.today), PUBLISHED)
    return None


def edge_unit(phrase: Phrase, context: Context) -> Reading | None:
    token = phrase.last("QUARTERU", "YEARU", "MONTHU", "WEEKU", "DAYU", "UNIT", "WEEKEND")
    assert token
    if token.value.startswith("T") or phrase.has("A"):
        return None
    return dated(periods.around("WE" if token.kind == "WEEKEND" else token.value, context.today), PUBLISHED)


def holiday(phrase: Phrase, context: Context) -> Reading:
    token = phrase.first("HOLIDAY")
    assert token

    def in_year(year: int) -> Period:
        rule = token.value
        if rule.startswith("E"):
            return periods.around("D", periods.easter(year), int(rule[1:]))
        if "-W" in rule:
            nth = None if rule[4] == "L" else int(rule[4])
            return periods.day(periods.nth_weekday(year, int(rule[:2]), nth, int(rule[6])))
        return periods.day(date(year, int(rule[:2]), int(rule[3:])))

    if named := _year_named(phrase, context):
        return dated(in_year(named[0]), named[1])
    return _near(phrase, context, in_year)


def reference(phrase: Phrase, context: Context) -> Reading:
    token = phrase.first("REFERENCE")
    return Reading("DATE", token.value if token else "PAST_REF")


RESOLVERS: dict[str, Resolver] = {
    "iso": iso, "numeric": numeric, "clock": clock, "week-of": week_of, "day-range": day_range, "date": date_,
    "month": month, "weekday": weekday, "today": today, "daypart": daypart, "quarter": quarter, "half": half,
    "year-before": year_before, "year-quarter": year_quarter, "relative": relative, "ago": ago, "year": year, "year-range": year_range,
    "season": season, "decade": decade, "century": century, "the": the, "edge-unit": edge_unit, "fiscal": year,
    "holiday": holiday, "reference": reference,
    "set": durations.repeated, "set-word": durations.repeated, "span": durations.lasting, "duration": durations.lasting,
    "one": durations.lasting, "long": durations.vague, "plural": durations.vague, "recent": durations.recent,
    "age": lambda phrase, context: None,
}  # fmt: skip

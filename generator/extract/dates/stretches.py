"""Expressions that mean a week, a month, a quarter, a season, a year or more."""

import re
from dataclasses import replace
from datetime import timedelta

from generator.extract.dates import periods
from generator.extract.dates.context import PUBLISHED, Context, Reading, dated
from generator.extract.dates.days import date_of_month
from generator.extract.dates.durations import NUMBERS, UNITS
from generator.extract.dates.grammar import Phrase
from generator.extract.dates.lexer import Token, number_value
from generator.extract.dates.periods import Period
from generator.extract.dates.tense import FUTURE
from generator.extract.dates.years import in_year_meant, same_part, year_named

_PAST_DAYS = {"W": 7, "WE": 10, "M": 31, "Y": 365}
_UP_TO_DAY = re.compile(r"\s{1,3}(?:on\s{1,3})?")
ENDED = re.compile(r"\s+(?:that\s+|which\s+)?end(?:ed|ing|s)\b")  # the year [ended March 31]


def month(phrase: Phrase, context: Context) -> Reading:
    number = _count(phrase.first("MONTH", "MON"))
    return in_year_meant(phrase, context, lambda year: periods.month(year, number))


def quarter(phrase: Phrase, context: Context) -> Reading:
    number = _count(phrase.first("ORD", "QUARTERNO"))
    if not 1 <= number <= 4:
        raise ValueError("a year has four quarters")
    found = in_year_meant(phrase, context, lambda year: periods.quarter(year, number))
    if found.period and phrase.has("FISCAL", "FISCALYEAR"):
        found = dated(replace(found.period, edtf=f"{found.period.edtf[:4]}~"), found.basis)
    return _ended(found, phrase, context)


def _ended(found: Reading, phrase: Phrase, context: Context) -> Reading:
    """Put "its fourth quarter ended Sept. 30" into the three months up to that day, whatever its number."""
    ended, after = ENDED.match(context.text, phrase.end), next(iter(context.following), None)
    if not ended or not after or after.rule != "date":
        return found
    if not _UP_TO_DAY.fullmatch(context.text, ended.end(), after.start):
        return found
    end = date_of_month(after, context)
    if found.period is None or end.period is None:
        return found
    last = end.period.last
    begun = periods.around("M", last + timedelta(1), -3)
    written = f"{begun.edtf}/{last:%Y-%m}" if (last + timedelta(1)).day == 1 else f"{begun.edtf}~/{last}"
    return replace(found, period=replace(found.period, edtf=written))


def half(phrase: Phrase, context: Context) -> Reading:
    order = phrase.first("ORD")
    number = _count(order) if order else 2
    if number > 2:
        raise ValueError("a year has two halves")
    year, basis = year_named(phrase, context) or (context.today.year, PUBLISHED)
    return dated(periods.half(year, number), basis)


def season(phrase: Phrase, context: Context) -> Reading:
    token = phrase.first("SEASON")
    name = token.value if token else ""
    return in_year_meant(phrase, context, lambda year: periods.season(year, name))


def year(phrase: Phrase, context: Context) -> Reading:
    return dated(periods.year(_count(phrase.last("YEAR", "YEARWORDS", "WORDNUM"))), None)


def fiscal(phrase: Phrase, context: Context) -> Reading:
    """Read fiscal 2019 as about that year, for no two begin theirs on the same day; FY2021-22 as the two years."""
    digits = re.findall(r"\d+", " ".join(token.value for token in phrase.tokens))
    first = int(digits[0]) + (0 if len(digits[0]) == 4 else 2000)
    last = int(str(first)[: 4 - len(digits[1])] + digits[1]) if len(digits) > 1 else first
    begins, ends = periods.year(first), periods.year(last)
    if last == first:
        return dated(replace(begins, edtf=f"{begins.edtf}~"), None)
    if last != first + 1:
        raise ValueError("a fiscal year lies in two years at most")
    written = f"{begins.value}/{ends.value}"
    return dated(Period("Y", written, written, begins.first, ends.last), None)


def year_range(phrase: Phrase, context: Context) -> Reading:
    """Read 2019-2021 and 2019-20."""
    first, last = phrase.tokens[-3].value, phrase.tokens[-1].value
    last = first[: 4 - len(last)] + last
    if len(last) != 4 or int(first) >= int(last):
        raise ValueError("a range of years ends after it begins")
    from_year, to_year = periods.year(int(first)), periods.year(int(last))
    written = f"{from_year.value}/{to_year.value}"
    return dated(Period("Y", written, written, from_year.first, to_year.last), None)


def decade(phrase: Phrase, context: Context) -> Reading:
    """Read the 1980s; the '80s and the eighties are those of the last hundred years."""
    token = phrase.first("DECADE", "DECADES", "DECADEWORD")
    digits = re.sub(r"\D", "", token.value) if token else ""
    if len(digits) == 4:
        return dated(periods.decade(int(digits)), None)
    start = context.today.year // 100 * 100 + int(digits)
    return dated(periods.decade(start if start <= context.today.year else start - 100), PUBLISHED)


def century(phrase: Phrase, context: Context) -> Reading | None:
    unit, token = phrase.first("UNIT"), phrase.first("ORD", "ORDNUM")
    if not unit or unit.value != "100Y" or not token:
        return None
    return dated(periods.century(100 * (int(re.sub(r"\D", "", token.value)) - 1)), None)


def relative(phrase: Phrase, context: Context) -> Reading | None:
    """Read "last week", "this quarter" from today, "that month", "the following year" from what was named last."""
    if phrase.has("SEASON"):
        return season(phrase, context)
    token = phrase.last(*UNITS, "PERIOD")
    unit = token.value if token else ""
    if unit.startswith("T"):
        return Reading("DATE", "PRESENT_REF") if phrase.has("THIS") else None
    quarterly = unit == "Q" or phrase.has("PERIOD")
    if quarterly and phrase.has("LATEST", "THIS", "THAT"):
        if context.quarter:
            return dated(context.quarter.period, context.quarter.words)
        if phrase.has("LATEST", "PERIOD"):
            return dated(periods.around("Q", context.today, -1), PUBLISHED) if unit == "Q" else None
    if phrase.has("PERIOD", "LATEST"):
        return None
    if phrase.has("PASTTHIS") and unit in _PAST_DAYS:
        return _past_days(unit, context)
    following = phrase.has("THE") and phrase.has("NEXT") and unit == "D"
    shift = phrase.has("NEXT", "FOLLOWING", "COMING") - phrase.has("LAST", "PREVIOUS")
    if following or phrase.has("THAT", "SAME", "FOLLOWING", "PREVIOUS"):
        found = _from_last(unit, shift, context)
        untold = (
            found and found.period and found.period.first > context.today and context.direction(phrase) != FUTURE
        )
        return None if untold and unit == "D" else found  # "the next day" of no day that was told
    return dated(periods.around(unit, context.today, shift), PUBLISHED)


def _past_days(unit: str, context: Context) -> Reading:
    """Read "this past week" as the seven days up to publication: on a Monday it is the week before."""
    days = _PAST_DAYS[unit]
    first = context.today - timedelta(days)
    around = periods.around(unit, context.today - timedelta(days // 2))
    if unit == "WE":
        return dated(around, PUBLISHED)
    return dated(Period(unit, around.value, f"[{first}..{context.today}]", first, context.today), PUBLISHED)


def before(phrase: Phrase, context: Context) -> Reading | None:
    unit = phrase.first("DAYU", "WEEKU", "MONTHU", "YEARU")
    return _from_last(unit.value, -1, context) if unit else None


def year_before(phrase: Phrase, context: Context) -> Reading:
    """Read "a year earlier" from the quarter or else the year spoken of last, "a year ago" from today."""
    base, basis, last = periods.around("Y", context.today), PUBLISHED, context.last
    if context.quarter:
        base, basis = context.quarter.period, context.quarter.words
    elif phrase.has("QUARTERU", "ORD"):
        base = periods.around("Q", context.today, -1)
    elif (
        phrase.has("EARLIER")
        and not phrase.has("PERIOD")
        and (last := context.last)
        and last.period.unit in {"Y", "M"}
    ):
        if last.words.endswith("earlier"):
            return dated(last.period, last.words)
        base, basis = last.period, last.words
    if order := phrase.first("ORD"):
        return dated(periods.quarter(base.first.year - 1, _count(order)), basis)
    return dated(same_part(base, -1), basis)


def year_quarter(phrase: Phrase, context: Context) -> Reading | None:
    """Read "the 1988 quarter" as that quarter of 1988 which the text last spoke of in another year."""
    named = year_named(phrase, context)
    if named is None:
        return None
    if context.quarter is None:
        return dated(periods.year(named[0]), named[1])
    return dated(
        same_part(context.quarter.period, named[0] - context.quarter.period.first.year), context.quarter.words
    )


def ago(phrase: Phrase, context: Context) -> Reading:
    """Read "three years ago" as the year, "two weeks ago" as the week; "a few years ago" is only the past."""
    token = phrase.last(*UNITS)
    unit = token.value if token else ""
    if unit.startswith("T") or phrase.has("VAGUE", "HALF") or not phrase.has("A", *NUMBERS):
        return Reading("DATE", "PAST_REF")
    count = _count(phrase.first(*NUMBERS)) or 1
    if unit.endswith("0Y"):
        unit, count = "Y", count * int(unit[:-1])
    found = dated(periods.around(unit, context.today, -count), PUBLISHED)
    # "more than 20 years ago" gives no year: a value to compare, but no date to show.
    return replace(found, period=None) if phrase.has("APPROX") else found


def the(phrase: Phrase, context: Context) -> Reading | None:
    """Read "the quarter" as the one spoken of, "the year" and "the week" as these, "the weekend" as the last."""
    token = phrase.last(*UNITS)
    if token is None or token.kind not in {"QUARTERU", "YEARU", "WEEKU", "WEEKEND"} or phrase.has("A", "OWN"):
        return None
    if token.kind == "QUARTERU":
        if context.quarter:
            return _ended(dated(context.quarter.period, context.quarter.words), phrase, context)
        return _ended(dated(periods.around("Q", context.today, -1), PUBLISHED), phrase, context)
    if ENDED.match(context.text, phrase.end):
        return Reading("DURATION", f"P1{token.value}") if token.kind in {"YEARU", "WEEKU"} else None
    if token.kind == "WEEKEND":
        ahead = context.direction(phrase) == FUTURE
        return dated(periods.around("WE", context.today - timedelta(0 if ahead else 5)), PUBLISHED)
    return dated(periods.around(token.value, context.today), PUBLISHED)


def edge_unit(phrase: Phrase, context: Context) -> Reading | None:
    """Read "the end of the month", "year-end"."""
    token = phrase.last(*UNITS)
    unit = token.value if token else "T"
    if unit.startswith("T") or unit == "D" or phrase.has("A"):
        return None
    return dated(periods.around(unit, context.today), PUBLISHED)


def reference(phrase: Phrase, context: Context) -> Reading:
    token = phrase.first("REFERENCE")
    return Reading("DATE", token.value if token else "PAST_REF")


def _count(token: Token | None) -> int:
    return int(number_value(token.value)) if token else 0


def _from_last(unit: str, shift: int, context: Context) -> Reading | None:
    """Count from the period named last, if it is short enough to lie within one `unit`."""
    last = context.last
    if last is None or periods.around(unit, last.period.first).last < last.period.last:
        return None
    return dated(periods.around(unit, last.period.first, shift), last.words)

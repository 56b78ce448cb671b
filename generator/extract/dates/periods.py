"""Stretches of the calendar, each with its TIMEX3 value, its EDTF and its first and last day."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

SEASONS = {"SP": (21, 3), "SU": (22, 6), "FA": (23, 9), "WI": (24, 12)}


@dataclass(frozen=True, slots=True)
class Period:
    """A day, week, month … of the calendar. `unit` is the TIMEX3 letter of its length (S: a season)."""

    unit: str
    value: str
    edtf: str
    first: date
    last: date


@lru_cache(maxsize=4096)  # an article speaks of few days, and often
def day(of: date) -> Period:
    written = of.isoformat()
    return Period("D", written, written, of, of)


def week(of: date) -> Period:
    """Return the ISO week, Monday to Sunday, that a day lies in."""
    year, number, weekday = of.isocalendar()
    first = of - timedelta(weekday - 1)
    last = first + timedelta(6)
    return Period("W", f"{year:04}-W{number:02}", f"[{first}..{last}]", first, last)


def weekend(of: date) -> Period:
    monday = week(of)
    saturday = monday.first + timedelta(5)
    return Period("WE", f"{monday.value}-WE", f"[{saturday}..{monday.last}]", saturday, monday.last)


def _months(start: date, count: int, unit: str, value: str, edtf: str) -> Period:
    """Return the period of `count` months from the first day of one."""
    year, index = divmod(start.year * 12 + start.month - 1 + count - 1, 12)
    return Period(unit, value, edtf, start, date(year, index + 1, monthrange(year, index + 1)[1]))


def month(year: int, number: int) -> Period:
    written = f"{year:04}-{number:02}"
    return _months(date(year, number, 1), 1, "M", written, written)


def quarter(year: int, number: int) -> Period:
    first = date(year, 3 * number - 2, 1)
    return _months(first, 3, "Q", f"{year:04}-Q{number}", f"{year:04}-{32 + number}")


def half(year: int, number: int) -> Period:
    first = 6 * number - 5
    written = f"{year:04}-{first:02}/{year:04}-{first + 5:02}"
    return _months(date(year, first, 1), 6, "H", f"{year:04}-H{number}", written)


def season(year: int, name: str) -> Period:
    """Return a season of the northern year; a winter bears the year of its December."""
    code, first = SEASONS[name]
    return _months(date(year, first, 1), 3, "S", f"{year:04}-{name}", f"{year:04}-{code}")


def year(number: int) -> Period:
    return _months(date(number, 1, 1), 12, "Y", f"{number:04}", f"{number:04}")


def decade(start: int) -> Period:
    digits = f"{start // 10:03}"
    return Period("10Y", digits, f"{digits}X", date(start, 1, 1), date(start + 9, 12, 31))


def century(start: int) -> Period:
    digits = f"{start // 100:02}"
    return Period("100Y", digits, f"{digits}XX", date(start, 1, 1), date(start + 99, 12, 31))


def around(unit: str, of: date, offset: int = 0) -> Period:
    """Return the period of `unit` that lies `offset` such units after the one that holds a day.

    Raises OverflowError or ValueError where the calendar ends (years 1 to 9999).
    """
    match unit:
        case "D":
            return day(of + timedelta(offset))
        case "W" | "2W":
            return week(of + timedelta((14 if unit == "2W" else 7) * offset))
        case "WE":
            return weekend(of + timedelta(7 * offset))
        case "M":
            years, index = divmod(of.year * 12 + of.month - 1 + offset, 12)
            return month(years, index + 1)
        case "Q":
            years, index = divmod(of.year * 4 + (of.month - 1) // 3 + offset, 4)
            return quarter(years, index + 1)
        case "H":
            years, index = divmod(of.year * 2 + (of.month - 1) // 6 + offset, 2)
            return half(years, index + 1)
        case "Y":
            return year(of.year + offset)
        case "10Y":
            return decade((of.year // 10 + offset) * 10)
        case "100Y":
            return century((of.year // 100 + offset) * 100)
    raise ValueError(f"no period of unit {unit}")


def easter(of_year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (the algorithm of Meeus, Jones and Butcher)."""
    a, b, c = of_year % 19, of_year // 100, of_year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(of_year, f // 31, f % 31 + 1)


def nth_weekday(of_year: int, of_month: int, nth: int | None, weekday: int) -> date:
    """Return the nth weekday (1 Monday) of a month; the last one where `nth` is None."""
    first = date(of_year, of_month, 1)
    days = monthrange(of_year, of_month)[1]
    found = [n for n in range(1, days + 1) if (first.weekday() + n - 1) % 7 == weekday - 1]
    return date(of_year, of_month, found[-1 if nth is None else nth - 1])

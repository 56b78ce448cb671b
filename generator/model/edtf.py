"""The part of EDTF (ISO 8601-2:2019) that the briefing uses: parse, bound, sort and say in English.

Years, months and days; `?` uncertain, `~` approximate, `%` both; seasons 21 to 24 and quarters 33 to 36;
decades `202X` and centuries `20XX`; intervals `a/b`, open `a/..` and `../b`; one of a set `[a..b]`, `[a,b]`,
`[a..]`.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_SEASONS = {21: ("Spring", 3, 5), 22: ("Summer", 6, 8), 23: ("Autumn", 9, 11), 24: ("Winter", 12, 2)}
# 2022-06-15?  |  2022-12  |  202X~
_DATE = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?P<mark>[?~%])?", re.ASCII
)
_FORMS = "write 2022, 2022-12, 2022-06-15, 2022-06-15?, 2022-06-06/2022-06-12 or [2022-06-06..2022-06-12]"


@dataclass(frozen=True, slots=True)
class _Date:
    """One date: the first and last day it may mean, and how precise and sure it is."""

    first: date
    last: date
    year: str
    month: int | None
    day: int | None
    mark: str


def check_edtf(value: str) -> str:
    """Return `value` if it is EDTF as used here; raise ValueError saying what was meant otherwise."""
    bounds(value)
    return value


@lru_cache(maxsize=4096)  # an article asks of few dates, and often
def bounds(value: str) -> tuple[date | None, date | None]:
    """Return the first and the last day that an EDTF value may mean; None for an open end.

    >>> bounds("2022-02")
    (datetime.date(2022, 2, 1), datetime.date(2022, 2, 28))
    >>> bounds("[2022-06-06..2022-06-12]")
    (datetime.date(2022, 6, 6), datetime.date(2022, 6, 12))
    """
    parts = _parts(value)
    first, last = parts[0], parts[-1]
    start, end = first.first if first else None, last.last if last else None
    if start and end and start > end:
        raise ValueError(f"“{value}”: ends before it begins")
    return start, end


def sort_key(value: str) -> tuple[date, date]:
    """Order by the first possible day, the more precise first."""
    start, end = bounds(value)
    return start or date.min, end or date.max


def by_date(value: str) -> tuple[date, bool, date, date]:
    """Order by the first day, the longest first (2022, June 2022, 1 June 2022); one of several days by the last.

    Of those that end on one day, what may have begun earlier comes first.
    """
    first, last = sort_key(value)
    one_of = value.startswith("[") and last != date.max
    return (last if one_of else first), one_of, date.min + (date.max - last), first


def is_uncertain(value: str) -> bool:
    """Tell whether the value is one of several days, marked `?`, `~` or `%`, or open."""
    return value.startswith("[") or any(sign in value for sign in "?~%X") or ".." in value


@lru_cache(maxsize=4096)
def in_words(value: str) -> str:
    """Say an EDTF value as an English reader would write it.

    >>> in_words("2022-06-15?"), in_words("[2022-06-06..2022-06-12]"), in_words("2022/2023")
    ('15 June 2022?', '6 to 12 June 2022', '2022 to 2023')
    """
    parts = _parts(value)
    if len(parts) > 1 and "," in value:
        return " or ".join(_say(part) for part in parts if part)
    first, last = parts[0], parts[-1]
    if len(parts) == 1 and first:
        return _say(first)
    if first is None or last is None:
        return f"from {_say(first)}" if first else f"until {_say(last)}" if last else value
    if first.first.day == 1 and _ends_month(last) and first.day and last.day and first.year == last.year:
        if first.month == last.month:
            return f"{MONTHS[first.first.month - 1]} {first.year}"
        return f"{MONTHS[first.first.month - 1]} to {MONTHS[last.last.month - 1]} {last.year}"
    return f"{_say(first, last)} to {_say(last).removeprefix('about ' if first.mark == last.mark else '')}"


def _ends_month(part: _Date) -> bool:
    return part.last.day == monthrange(part.last.year, part.last.month)[1]


def _say(part: _Date, later: _Date | None = None) -> str:
    """Say one date; of a range leave out of its first date what the last repeats."""
    same_year = later is not None and part.year == later.year and later.month is not None and part.month is not None
    same_month = same_year and later is not None and part.month == later.month and bool(part.day and later.day)
    year = {3: f"{part.year[:3]}0s", 2: f"{part.year[:2]}00s"}.get(len(part.year.rstrip("X")), part.year)
    repeated = later is not None and part.mark == later.mark
    mark = "?" if part.mark in {"?", "%"} and not repeated else ""
    about = "about " if part.mark in {"~", "%"} else ""
    if part.month is None:
        return f"{about}{year}{mark}"
    if part.month in _SEASONS:
        month = _SEASONS[part.month][0]
    elif part.month > 12:
        month = ("first", "second", "third", "fourth")[part.month - 33] + " quarter of"
    else:
        month = MONTHS[part.month - 1]
    words = [str(part.day) if part.day else "", "" if same_month else month, "" if same_year else year]
    return about + " ".join(word for word in words if word) + mark


def _parts(value: str) -> list[_Date | None]:
    """Split a value into its dates; None stands for an open end."""
    text = value.strip()
    if text.startswith("[") and text.endswith("]"):
        inner = text[1:-1]
        parts = [_one(part, value) for part in (inner.split("..") if ".." in inner else inner.split(","))]
        if ".." in inner and len(parts) != 2:
            raise ValueError(f"“{value}” is not an EDTF date: {_FORMS}")
    elif "/" in text:
        ends = text.split("/")
        if len(ends) != 2:
            raise ValueError(f"“{value}” is not an EDTF date: {_FORMS}")
        parts = [None if end in {"", ".."} else _one(end, value) for end in ends]
    else:
        parts = [_one(text, value)]
    if not any(parts):
        raise ValueError(f"“{value}”: open at both ends, which says nothing: write at least one of them")
    return parts


def _one(text: str, value: str) -> _Date | None:
    if not text.strip() and ".." in value:
        return None
    match = _DATE.fullmatch(text.strip())
    if not match:
        raise ValueError(f"“{value}” is not an EDTF date: {_FORMS}")
    year, mark = match["year"], match["mark"] or ""
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if low == 0:
        raise ValueError(f"“{value}”: the year 0000 is not used here")
    if match["month"] is None:
        return _Date(date(low, 1, 1), date(high, 12, 31), year, None, None, mark)
    if "X" in year:
        raise ValueError(f"“{value}”: a decade or century has no month: write 1994-06, or 199X alone")
    month = int(match["month"])
    first_month, last_month = _month_span(month, value)
    last_year = low + (last_month < first_month)
    if match["day"] is None:
        last = date(last_year, last_month, monthrange(last_year, last_month)[1])
        return _Date(date(low, first_month, 1), last, year, month, None, mark)
    if month > 12:
        raise ValueError(f"“{value}”: a season or quarter has no day")
    day, days = int(match["day"]), monthrange(low, month)[1]
    if not 1 <= day <= days:
        raise ValueError(f"“{value}”: {MONTHS[month - 1]} {year} has no day {day}: write a day from 01 to {days}")
    return _Date(date(low, month, day), date(low, month, day), year, month, day, mark)


def _month_span(month: int, value: str) -> tuple[int, int]:
    if 1 <= month <= 12:
        return month, month
    if month in _SEASONS:
        return _SEASONS[month][1:]
    if 33 <= month <= 36:
        return 3 * (month - 33) + 1, 3 * (month - 33) + 3
    raise ValueError(f"“{value}”: there is no month {month:02}: write a month from 01 to 12")

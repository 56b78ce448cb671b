"""Dates as people type them: the plain `15 June 2022` is understood, of all else it is said what was meant."""

import re

from generator.model.edtf import MONTHS, check_edtf

# 15 June 2022
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2}) (?P<month>[A-Z][a-z]+) (?P<year>\d{4})")
# June 15, 2022
_MONTH_FIRST = re.compile(r"(?P<month>[A-Z][a-z]+) (?P<day>\d{1,2}), (?P<year>\d{4})")
# Wed, 15th Jun. 2022
_DAY_WRITTEN = re.compile(
    r"(?:[a-z]{1,9},? )?(?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<month>[a-z]{3,9})\.?,? (?P<year>\d{4})"
)
# Jun. 15th 2022
_MONTH_WRITTEN = re.compile(r"(?P<month>[a-z]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})")
# June 2022
_MONTH_YEAR = re.compile(r"(?P<month>[a-z]{3,9})\.?,? (?P<year>\d{4})")
# 2022-6-15 | 2022/06/15 | 2022.6.15 | 20220615 | 2022-06-15T12:30
_YEAR_FIRST = re.compile(
    r"(?P<year>\d{4})(?:(?P<dot>[-./])(?P<month>\d{1,2})(?P=dot)(?P<day>\d{1,2})|(?P<mm>\d{2})(?P<dd>\d{2}))"
    r"(?:[t ]\d{1,2}:.*)?"
)
# 2022-6 | 2022/06
_YEAR_MONTH = re.compile(r"(?P<year>\d{4})[-./](?P<month>\d{1,2})")
# 15.06.2022 | 6/15/2022
_YEAR_LAST = re.compile(r"(?P<one>\d{1,2})([-./])(?P<two>\d{1,2})\2(?P<year>\d{4})")
# 2022-06-06..2022-06-12 | 2022-06-06 to 2022-06-12 | 6 June 2022 – 12 June 2022
_RANGE = re.compile(r"\[?(?P<first>[^\[\]]{4,20}?) ?(?:\.\.| to | - |–|—|/) ?(?P<last>[^\[\]]{4,20}?)\]?")
# about 2022 | c. 2022-06 | circa 2022
_ABOUT = re.compile(r"(?:about|around|circa|ca?\.?) ?(?P<date>\d{4}.*)")
# 2022-06 (?) | 2022 ?
_UNSURE = re.compile(r"(?P<date>\d{4}[-\d]*) ?\(?(?P<mark>[?~])\)?")
# 2020s | the 1990s
_DECADE = re.compile(r"(?:the )?(?P<decade>\d{3})0s")
# spring 2022 | autumn of 2022
_SEASON = re.compile(r"(?P<season>spring|summer|autumn|fall|winter)(?: of)? (?P<year>\d{4})")
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
# Q2 2022 | 2022 Q2 | 2022-Q2
_QUARTER = re.compile(r"q(?P<q>[1-4])[ /-]?(?P<year>\d{4})|(?P<year2>\d{4})[ -]?q(?P<q2>[1-4])")


def read_date(value: str) -> str:
    """Return a date as EDTF; raise ValueError saying what is wrong, and behind “: write” what was meant.

    >>> read_date("15 June 2022"), read_date("June 15, 2022"), read_date("2022-06-15?")
    ('2022-06-15', '2022-06-15', '2022-06-15?')
    """
    text = " ".join(value.split())
    plain = _DAY_FIRST.fullmatch(text) or _MONTH_FIRST.fullmatch(text)
    if plain and plain["month"] in MONTHS:
        return check_edtf(_iso(plain["year"], _month_number(plain["month"]), int(plain["day"])))
    try:
        return check_edtf(text)
    except ValueError as problem:
        proposal = meant(text)
        if proposal is None:
            raise
        raise ValueError(f"{str(problem).partition(': write ')[0]}: write {proposal}") from None


def meant(value: str) -> str | None:
    """Return what was likely meant by something that is no EDTF: a date, or a choice between two; None: unknown.

    >>> meant("June 2022"), meant("15.06.2022")
    ('2022-06', '2022-06-15')
    >>> meant("5/6/2022")
    '2022-06-05 for 5 June, or 2022-05-06 for May 6'
    """
    text = " ".join(value.casefold().split())
    return _one(text) or _span(text)


def _one(text: str) -> str | None:
    for form in (_DAY_WRITTEN, _MONTH_WRITTEN):
        if (found := form.fullmatch(text)) and (month := _month_number(found["month"])):
            return _valid(_iso(found["year"], month, int(found["day"])))
    if (found := _MONTH_YEAR.fullmatch(text)) and (month := _month_number(found["month"])):
        return _valid(_iso(found["year"], month))
    if found := _YEAR_FIRST.fullmatch(text):
        return _ordered(found["year"], int(found["month"] or found["mm"]), int(found["day"] or found["dd"]))
    if found := _YEAR_MONTH.fullmatch(text):
        return _valid(_iso(found["year"], int(found["month"])))
    if found := _YEAR_LAST.fullmatch(text):
        return _either(found["year"], int(found["one"]), int(found["two"]))
    return _vague(text)


def _vague(text: str) -> str | None:
    if found := _ABOUT.fullmatch(text):
        inner = found["date"] if _valid(found["date"]) else _one(found["date"])
        return _valid(f"{inner}~") if inner else None
    if found := _UNSURE.fullmatch(text):
        return _valid(found["date"] + found["mark"])
    if found := _DECADE.fullmatch(text):
        return _valid(f"{found['decade']}X")
    if found := _SEASON.fullmatch(text):
        return f"{found['year']}-{_SEASONS[found['season']]}"
    if found := _QUARTER.fullmatch(text):
        return f"{found['year'] or found['year2']}-{32 + int(found['q'] or found['q2'])}"
    return None


def _span(text: str) -> str | None:
    """Return the two things that a span of days may mean in EDTF."""
    found = _RANGE.fullmatch(text)
    if not found:
        return None
    ends = [_valid(end) or _one(end) for end in (found["first"], found["last"])]
    first, last = ends
    if first is None or last is None or " " in first + last or not _valid(f"{first}/{last}"):
        return None
    return f"{first}/{last} for all of that time, or [{first}..{last}] for one day in it"


def _ordered(year: str, month: int, day: int) -> str | None:
    """Return year, month and day, or year, day and month where only that is a date."""
    return _valid(_iso(year, month, day)) or _valid(_iso(year, day, month))


def _either(year: str, one: int, two: int) -> str | None:
    """Return the date of two numbers of which each may be the day."""
    day_first, month_first = _valid(_iso(year, two, one)), _valid(_iso(year, one, two))
    if day_first and month_first and day_first != month_first:
        return f"{day_first} for {one} {MONTHS[two - 1]}, or {month_first} for {MONTHS[one - 1]} {two}"
    return day_first or month_first


def _valid(edtf: str) -> str | None:
    try:
        return check_edtf(edtf)
    except ValueError:
        return None


def _iso(year: str, month: int, day: int | None = None) -> str:
    return f"{year}-{month:02}" + (f"-{day:02}" if day is not None else "")


def _month_number(name: str) -> int:
    """Return the number of a month by its name or how that begins, 0 where there is none."""
    names = (number for number, month in enumerate(MONTHS, 1) if month.casefold().startswith(name.casefold()))
    return next(names, 0) or (9 if name.casefold() == "sept" else 0)

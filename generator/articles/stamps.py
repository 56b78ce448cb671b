"""Dates that a whole line or an address states: “Published: 14 October 2024, 06:00 BST”, …/2022/jun/15/…"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from urllib.parse import urlsplit

from generator.lexicon import read_lexicon

# A line that states a date and nothing else is short; longer ones are not looked at.
_LONGEST = 120
# A date and what stands beside it are together no longer.
_LONGEST_BESIDE = 160
# The Harbour Post, | 12 March 2024 | World desk — | March 12, 2024 | The Harbour Post (| 12 March 2024)
# By JANE ROE | March 12, 2024 | Posted on March 12, 2024 | by Jane Roe
_BESIDE_DATE = re.compile(
    r",? [–—-] |, | \(| (?=[Bb]y [A-Z])"
    r"| (?=(?:Published|Posted|Updated|[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4})\b)"
)
# 12-Mar-2024
_DASHED = re.compile(r"\b(\d{1,2})-([A-Za-z]{3,9})-(\d{4})\b")
# 20220615
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
# 2022-06-15 | 2022/06/15 10:00 | 2022-06-15T10:00:00Z
_ISO = re.compile(r"(\d{4})([-/.])(\d{2})\2(\d{2})(?:[T ,]+\d{1,2}[:.]\d{2}[\d:.]*.{0,12})?")
# 28/01/2024 | 28.1.2024, 10:30
_FIGURES = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:[ ,]+\d{1,2}[:.]\d{2}.{0,12})?")
# Published on: | Last updated | Posted at
_LABEL = re.compile(
    r"(?:(?:first |last |originally )?"
    r"(?:(?P<updated>updated|modified|edited)|published|posted|date|dated|sent|issued)(?: on| at)?:? )?",
    re.IGNORECASE,
)
# 10:30 GMT, Monday, 11 March 2024 | March 11, 2024 9:41 AM EDT | 3rd February 2023 | Sept. 4, 2024 at 10.15pm
_WORDS = re.compile(
    r"(?:\d{1,2}[:.]\d{2} ?(?:am|pm)?(?: [A-Z]{2,5})?,? )?"
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,? )?"
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: of)? (?P<month>[a-z]{3,9})\.?,? (?P<year>\d{4})"
    r"|(?P<month2>[a-z]{3,9})\.? (?P<day2>\d{1,2})(?:st|nd|rd|th)?,? (?P<year2>\d{4}))"
    r"(?:(?: ?[,/–—-])? ?(?:at )?\d{1,2}(?:[:.]\d{2}| ?[ap]\.?m).{0,20})?",
    re.IGNORECASE,
)
# March 2024
_MONTH = re.compile(r"(?P<month>[a-z]{3,9})\.?,? (?P<year>\d{4})", re.IGNORECASE)
# /2022/jun/15/ | /2022/06/15/ | /2022-06-15- | /20220615/
_IN_ADDRESS = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d{2})(?P<sep>[/-]?)(?P<month>\d{2}|[a-z]{3})(?P=sep)(?P<day>\d{2})(?!\d)", re.I
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A stated date in EDTF; `edtf` is None where it can be read in two ways. `updated`: not the first printing."""

    edtf: str | None
    updated: bool = False


def read_stamp(line: str) -> Stamp | None:
    """Return the date that a whole line states, in any common form; None for any other line.

    >>> read_stamp("Last updated: Tue 12 March 2024, 10.30 GMT")
    Stamp(edtf='2024-03-12', updated=True)
    >>> read_stamp("03/04/2024")
    Stamp(edtf=None, updated=False)
    """
    if len(line) > _LONGEST or not any(char.isdigit() for char in line):
        return None
    label = _LABEL.match(line)
    rest = line[label.end() :] if label else line
    updated = bool(label and label["updated"])
    found = _in_figures(rest) or _in_words(_DASHED.sub(r"\1 \2 \3", rest))
    return Stamp(found.edtf, updated) if found else None


def beside_date(words: str) -> Iterator[tuple[str, str]]:
    """Yield a date and what stands before or behind it, wherever words may be cut in two so."""
    if read_stamp(words) or len(words) > _LONGEST_BESIDE:
        return
    for cut in _BESIDE_DATE.finditer(words):
        pair = words[: cut.start()].lstrip(" ("), words[cut.end() :].rstrip(" )")
        if any(map(read_stamp, pair)):
            yield pair


def stated_date(value: str) -> str | None:
    """Return the date that a value of front matter or of a label states, in EDTF; None where it is not certain."""
    stamp = read_stamp(value)
    return stamp.edtf if stamp else None


def date_in_address(url: str) -> str | None:
    """Return the date in an address such as …/2022/jun/15/…; None if it holds none."""
    try:
        path = urlsplit(url).path
    except ValueError:  # “http://[” is no address at all
        return None
    for match in _IN_ADDRESS.finditer(path):
        month = int(match["month"]) if match["month"].isdigit() else month_number(match["month"])
        if month and (day := _day(int(match["year"]), month, int(match["day"]))):
            return day
    return None


def month_number(word: str) -> int | None:
    return _months().get(word.lower())


def _in_figures(line: str) -> Stamp | None:
    if match := _COMPACT.fullmatch(line):
        day = _day(int(match[1]), int(match[2]), int(match[3]))
        return Stamp(day) if day else None
    if match := _ISO.fullmatch(line):
        day = _day(int(match[1]), int(match[3]), int(match[4]))
        return Stamp(day) if day else None
    if match := _FIGURES.fullmatch(line):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        readings = {day for day in (_day(year, second, first), _day(year, first, second)) if day}
        return Stamp(readings.pop() if len(readings) == 1 else None) if readings else None
    return None


def _in_words(line: str) -> Stamp | None:
    if match := _WORDS.fullmatch(line):
        month = month_number(match["month"] or match["month2"])
        year, day = int(match["year"] or match["year2"]), int(match["day"] or match["day2"])
        stated = _day(year, month, day) if month else None
        return Stamp(stated) if stated else None
    if (match := _MONTH.fullmatch(line)) and (month := month_number(match["month"])):
        return Stamp(f"{match['year']}-{month:02}") if _day(int(match["year"]), month, 1) else None
    return None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found.isoformat() if 1600 <= year <= 2100 else None


@cache
def _months() -> dict[str, int]:
    months: dict[str, list[str]] = read_lexicon("calendar")["months"]
    return {
        form.lower(): number for number, (name, short) in enumerate(months.items(), 1) for form in (name, *short)
    }

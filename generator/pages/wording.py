"""How counts, lists, dates and quantities are put into words."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.edtf import MONTHS, bounds, in_words
from generator.model.some_day import some_day

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
MOST_IN_WORDS = len(_NUMBERS) - 1
# 2022  |  2022-06  |  2022-06-15: what HTML's <time> takes
_PLAIN_DATE = re.compile(r"(?!0000)\d{4}(-\d{2}(-\d{2})?)?")
LONGEST_DESCRIPTION = 160
_SCALES = ((1e12, "tn"), (1e9, "bn"), (1e6, "m"))
_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥"}


@dataclass(frozen=True, slots=True)
class Date:
    """A date in words, and as `<time datetime>` takes it (None: it is no one date)."""

    words: str
    machine: str | None


@dataclass(frozen=True, slots=True)
class Badge:
    """A shape (by its class) and a word."""

    kind: str
    words: str


def date(edtf: str, within_year: int | None = None, how_dated: str | None = None) -> Date:
    """Say an EDTF date; under the heading of a year, without it. One of several days is not a span of days.

    >>> date("2022-06-15?", within_year=2022)
    Date(words='probably 15 June', machine='2022-06-15')
    >>> date("[2022-06-06..2022-06-12]").words
    'between 6 and 12 June 2022'
    """
    words = some_day(edtf, how_dated)
    if within_year is not None:
        words = re.sub(rf" {within_year:04}(?=\?|$)", "", words)
    if words.endswith("?"):
        words = f"probably {words.removesuffix('?')}"
    plain = edtf.rstrip("?~%")
    return Date(words, plain if _PLAIN_DATE.fullmatch(plain) else None)


def span(first: str, last: str) -> str:
    """Say in months or years what time two EDTF dates span.

    >>> span("2022-06-15", "2023"), span("2022-06", "2022-06-30")
    ('June 2022 to 2023', 'June 2022')
    """
    start, end = _month_or_year(first), _month_or_year(last)
    return start if start == end else f"{start} to {end}"


def _month_or_year(edtf: str) -> str:
    first, last = bounds(edtf)
    one = first or last
    if one is None:
        return in_words(edtf)
    if first and last and (first.year, first.month) != (last.year, last.month):
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    return f"{MONTHS[one.month - 1]} {one.year}"


def is_year(edtf: str) -> bool:
    """Tell a date of which the year alone is known."""
    return len(edtf) == len("2022") and edtf.isdecimal()


def year_of(edtf: str) -> int:
    """Return the year under which a date is listed: its first, or its last where the first is open."""
    first, last = bounds(edtf)
    return (first or last or datetime.date.min).year


def number(count: int) -> str:
    """Say a count: in a word up to twelve, else in digits."""
    return _NUMBERS[count] if count <= MOST_IN_WORDS else f"{count:,}"


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """Say how many of a thing.

    >>> counted(1, "article"), counted(3, "story", "stories")
    ('one article', 'three stories')
    """
    return f"{number(count)} {noun if count == 1 else plural or noun + 's'}"


def every(count: int, noun: str, plural: str | None = None) -> str:
    """Say that it is all of so many things.

    >>> every(1, "fact"), every(2, "fact"), every(3, "story", "stories")
    ('the one fact', 'both facts', 'all three stories')
    """
    if count == 1:
        return f"the one {noun}"
    return f"both {plural or noun + 's'}" if count == 2 else f"all {counted(count, noun, plural)}"


def listed(words: Sequence[str]) -> str:
    """List words as a sentence does: a, b and c."""
    return " and ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def shortened(text: str, longest: int) -> str:
    """Return the text, cut with an ellipsis after the last whole word that fits.

    >>> shortened("one two three", 9)
    'one two\\xa0…'
    """
    if len(text) <= longest:
        return text
    return text[: longest - 1].rpartition(" ")[0].rstrip(" ,;:") + "\N{NO-BREAK SPACE}…"


def description(text: str) -> str:
    """Return a text as search engines show it: one line, not longer than they print."""
    return shortened(" ".join(text.split()), LONGEST_DESCRIPTION)


def capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def short_quantity(value: float, unit: str | None) -> str:
    """Say a quantity as a chart's label does.

    >>> short_quantity(147e9, "USD"), short_quantity(40, "%"), short_quantity(1250, "people")
    ('$147bn', '40%', '1,250')
    """
    scale, suffix = next(((s, suffix) for s, suffix in _SCALES if abs(value) >= s), (1.0, ""))
    digits = f"{value / scale:,.2f}".rstrip("0").rstrip(".")
    return f"{_SIGNS.get(unit or '', '')}{digits}{suffix}{'%' if unit == '%' else ''}"

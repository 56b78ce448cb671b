"""One of several days, said as a newspaper says it: short, and no surer than it is known."""

import re
from datetime import date

from generator.model.edtf import MONTHS, bounds, in_words

# A shorter span is said to the day; of a longer one nobody wants to know its first and last.
LONG = 21
# From then on it is late in a month, and until then early.
_LATE, _EARLY = 21, 10
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# “last Friday” in an article of December 2022  → last Friday
_QUOTED = re.compile(r"“([^“”]+)”")


def some_day(edtf: str, how_dated: str | None = None) -> str:
    """Say an EDTF date; one of several days by its months where they are many, by its weekday where it is known.

    Never says more than is known: every day that the date may be lies in what is said.

    >>> some_day("[2022-06-06..2022-06-12]"), some_day("[2022-11-25..2022-12-30]")
    ('between 6 and 12 June 2022', 'late November or December 2022')
    >>> some_day("[2023-04-26..2023-12-27]", "“Wednesday” in an article of May to December 2023")
    'a Wednesday between late April and December 2023'
    """
    first, last = bounds(edtf)
    if not edtf.startswith("[") or ".." not in edtf or not first or not last:
        return in_words(edtf)
    if (last - first).days < LONG or any(sign in edtf for sign in "?~%X"):
        words = in_words(edtf)
        words = f"between {words.replace(' to ', ' and ')}" if " to " in words else words
    else:
        words = _roughly(first, last)
    weekday = _weekday(first, last, how_dated or "")
    if weekday is None:
        return words
    return f"a {weekday} {words}" if words.startswith("between ") else f"a {weekday} in {words}"


def _roughly(first: date, last: date) -> str:
    """Say a long span in months, or in years where it is of whole years."""
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        start, end, steps = str(first.year), str(last.year), last.year - first.year
    else:
        start = f"late {MONTHS[first.month - 1]}" if first.day >= _LATE else MONTHS[first.month - 1]
        end = f"early {MONTHS[last.month - 1]}" if last.day <= _EARLY else MONTHS[last.month - 1]
        steps = 12 * (last.year - first.year) + last.month - first.month
        start, end = start if first.year == last.year else f"{start} {first.year}", f"{end} {last.year}"
    if steps == 0:
        return end
    return f"{start} or {end}" if steps == 1 else f"between {start} and {end}"


def _weekday(first: date, last: date, how_dated: str) -> str | None:
    """Return the weekday that all the days are, where the words that they were worked out from name it."""
    name = _WEEKDAYS[first.weekday()]
    told = any(name in quoted.split() for quoted in _QUOTED.findall(how_dated))
    return name if told and first < last and first.weekday() == last.weekday() else None

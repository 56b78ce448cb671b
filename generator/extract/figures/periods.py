"""The periods that a sentence names: its dates, and those that two expressions make together."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.extract.tokens import Token, token_at
from generator.lexicon import read_lexicon
from generator.model.findings import DateMention

_WORDS: dict[str, frozenset[str]] = {name: frozenset(words) for name, words in read_lexicon("amounts").items()}
_MONTHS = re.compile(r"P(\d{1,2})M")  # the first four months: P4M
_PLAIN = re.compile(r"\d{4}(?:-\d{2}){0,2}")  # 2022, 2022-06, 2022-06-15
# 2022-05 | 2022-33 | 2022-01/2022-11; and a year as a whole for “annual”
_PART = re.compile(r"(?P<year>\d{4})(?:-\d{2}(?:/(?P=year)-\d{2})?)?")
_PART_YEAR = re.compile(r"\b\d{4}(?=-|\Z)")
_YEAR = re.compile(r"\d{4}")
_REACH = 4  # tokens before the first of two dates for its "between": "between the months of"


class Period(NamedTuple):
    """A time as EDTF with the tokens it is named by, half-open."""

    first: int
    last: int
    edtf: str


def find_periods(tokens: Sequence[Token], dates: Sequence[DateMention]) -> list[Period]:
    """Return the periods of a sentence in order; of two dates that name one together neither stands alone."""
    return list(_periods(tokens, dates))


def _periods(tokens: Sequence[Token], dates: Sequence[DateMention]) -> Iterator[Period]:
    index = 0
    while index < len(dates):
        date = dates[index]
        after = dates[index + 1] if index + 1 < len(dates) else None
        first, last = token_at(tokens, date.start), token_at(tokens, date.end)
        joint = tokens[last].lower if after and token_at(tokens, after.start) == last + 1 else ""
        if after and joint == "of" and date.type == "DURATION":
            edtf = _months(date, after)
            index += 1
        elif after and (opener := _opener(tokens, first)) is not None and joint in _WORDS["ends"]:
            edtf = _interval(date.edtf, after.edtf)
            first, index = opener, index + 1
        else:
            elsewhere = _bounds(tokens, first) or _of_event(tokens, first, last)
            edtf = date.edtf if date.type == "DATE" and not elsewhere else None
            after = None
        if edtf:
            yield Period(first, token_at(tokens, after.end) if after else last, edtf)
        index += 1


def _bounds(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether a date is only the end of a time: "since Saturday", "until the end of May"."""
    before = [token.lower for token in tokens[max(0, first - 2) : first]]
    return bool(before) and before[-1 if before[-1] != "the" else 0] in _WORDS["bounds"]


def _of_event(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether a date is that of what was before: "has risen to 410 after Monday's attack"."""
    possessive = any(token.lower.endswith("'s") for token in tokens[first : last + 1])
    return possessive and first > 0 and tokens[first - 1].lower in _WORDS["following"]


def _opener(tokens: Sequence[Token], first: int) -> int | None:
    """Return the index of the "between" or "from" before a date."""
    near = range(first - 1, max(-1, first - 1 - _REACH), -1)
    return next((at for at in near if tokens[at].lower in _WORDS["begins"]), None)


def _interval(first: str | None, last: str | None) -> str | None:
    if not first or not last or not _PLAIN.fullmatch(first) or not _PLAIN.fullmatch(last):
        return None
    return f"{first}/{last}" if len(first) == len(last) and first < last else None


def _months(date: DateMention, year: DateMention) -> str | None:
    """Work out "the first four months of 2022"."""
    months = _MONTHS.fullmatch(date.value)
    if not months or year.edtf is None or len(year.edtf) != 4 or not 1 < int(months[1]) < 12:
        return None
    words, count = date.text.lower().split(), int(months[1])
    if "first" in words:
        return f"{year.edtf}-01/{year.edtf}-{count:02}"
    return f"{year.edtf}-{13 - count:02}/{year.edtf}-12" if "last" in words or "final" in words else None


def same_part(base: str | None, period: str | None, *, annual: bool) -> str | None:
    """Return what a change over part of a year is measured from: the same part of the year that it names.

    With `annual`, where it names none, the year before.

    >>> same_part("2021", "2022-01/2022-11", annual=False), same_part("2021", "2022", annual=False)
    ('2021-01/2021-11', '2021')
    >>> same_part(None, "2022-05", annual=True), same_part(None, "2022-05", annual=False)
    ('2021-05', None)
    """
    if period is None or not _PART.fullmatch(period):
        return base
    year = base if base and _YEAR.fullmatch(base) else f"{int(period[:4]) - 1:04}" if annual and not base else None
    return base if year is None or year == period[:4] else _PART_YEAR.sub(year, period)

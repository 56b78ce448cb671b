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
            edtf = date.edtf if date.type == "DATE" else None
            after = None
        if edtf:
            yield Period(first, token_at(tokens, after.end) if after else last, edtf)
        index += 1


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

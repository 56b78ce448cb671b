"""Which dates mean the same day, and whether a sentence gives the day of what it tells."""

import re
from datetime import date
from functools import lru_cache

from generator.extract.events.telling import UNDATED
from generator.model.edtf import bounds, is_uncertain
from generator.model.findings import Event
from generator.stories.evidence import Told

# since | since the start of | since early: what follows is no day on which it happened
_SINCE = re.compile(r"\bsince (?:the (?:start|beginning|end) of |early |late |mid-)?$")
# Dates whose bounds are kept at a time: a story of hundreds of articles compares the same few dates over and over.
_KEPT = 4_096


@lru_cache(maxsize=_KEPT)
def _bounds(edtf: str) -> tuple[date | None, date | None]:
    return bounds(edtf)


def is_day(edtf: str | None) -> bool:
    """Tell whether a date is one certain day."""
    return edtf is not None and not is_uncertain(edtf) and len(edtf) == len("2022-06-15")


def may_be_same(one: str | None, other: str | None) -> bool:
    """Tell whether two dates may mean the same day."""
    if one is None or other is None:
        return False
    (start, end), (other_start, other_end) = _bounds(one), _bounds(other)
    if start is None or end is None or other_start is None or other_end is None:
        return one == other
    return start <= other_end and other_start <= end


def gives_day(told: Told, event: Event) -> bool:
    """Tell whether the sentence has the event's date: no wider one, nor that since when something has been so."""
    return any(
        _is_within(mention.edtf, event.edtf) and not _SINCE.search(told.text, 0, mention.start - told.start)
        for mention in told.dates
    )


def how_dated(told: Told, event: Event) -> str:
    """Return how an event's day is known: from its own sentence, where that has the day of the news itself."""
    on_day = (mention for mention in told.dates if mention.edtf == event.edtf and mention.rule != "clock")
    own = next((mention.how for mention in on_day if mention.how), None)
    return own if own and event.how.startswith(UNDATED) else event.how


def _is_within(one: str | None, other: str) -> bool:
    if one is None or one == other:
        return one == other
    (start, end), (first, last) = _bounds(one), _bounds(other)
    return bool(start and end and first and last and first <= start and end <= last)

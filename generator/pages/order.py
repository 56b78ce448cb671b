"""In what order events stand: by the last day they can have taken place."""

from collections.abc import Iterable
from datetime import date

from generator.model.brief import TimelineEntry
from generator.model.edtf import sort_key
from generator.pages.published import Placed


def in_order(events: Iterable[Placed[TimelineEntry]]) -> tuple[Placed[TimelineEntry], ...]:
    """Sort events so that one of a whole month or year stands after those of its days."""
    return tuple(sorted(events, key=_last_day))


def _last_day(event: Placed[TimelineEntry]) -> tuple[date, date, str]:
    first, last = sort_key(event.item.date)
    # What goes on to this day ("from 2019") stands where it begins.
    return (first if last == date.max else last), first, event.spanning

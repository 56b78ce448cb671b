"""In what order events stand: a year or a month before its days, one of several days at the last of them."""

from collections.abc import Iterable
from datetime import date

from generator.model.brief import TimelineEntry
from generator.model.edtf import sort_key
from generator.pages.published import Placed


def in_order(events: Iterable[Placed[TimelineEntry]]) -> tuple[Placed[TimelineEntry], ...]:
    """Sort events by the first day of their time; of what took place on one of several days the last is sure.

    Within a day the events of a story stay in its brief's order, which is that of its articles' words.
    """
    return tuple(sorted(events, key=_place_in_time))


def _place_in_time(event: Placed[TimelineEntry]) -> tuple[date, bool, date, date, str]:
    first, last = sort_key(event.item.date)
    one_of = event.item.date.startswith("[") and last != date.max
    # Of those that begin on one day the longest leads: 2022, June 2022, 1 June 2022.
    story = event.spanning.partition("--")[0]
    return (last if one_of else first), one_of, date.min + (date.max - last), first, story

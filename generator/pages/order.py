"""In what order events stand: a year or a month before its days, one of several days at the last of them."""

from collections.abc import Iterable

from generator.model.brief import TimelineEntry
from generator.model.edtf import by_date
from generator.pages.published import Placed


def in_order(events: Iterable[Placed[TimelineEntry]]) -> tuple[Placed[TimelineEntry], ...]:
    """Sort events by the first day of their time; of what took place on one of several days the last is sure.

    Within a day the events of a story stay in its brief's order, which is that of its articles' words.
    """
    return tuple(sorted(events, key=lambda event: (by_date(event.item.date), event.spanning.partition("--")[0])))

"""In what order events stand: a year or a month before its days, one of several days at the last of them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from generator.model.brief import TimelineEntry
from generator.model.edtf import by_date
from generator.pages.published import Placed
from generator.pages.wording import Date, date, is_year

ShownT = TypeVar("ShownT")


@dataclass(frozen=True, slots=True)
class Stretch(Generic[ShownT]):
    """Events in order; those of which no more than the `year` is known stand together, apart from its days."""

    year: Date | None
    events: tuple[ShownT, ...]


def in_order(events: Iterable[Placed[TimelineEntry]]) -> tuple[Placed[TimelineEntry], ...]:
    """Sort events by the first day of their time; of what took place on one of several days the last is sure.

    Within a day the events of a story stay in its brief's order, which is that of its articles' words.
    """
    return tuple(sorted(events, key=lambda event: (by_date(event.item.date), event.spanning.partition("--")[0])))


def stretches(
    events: Iterable[Placed[TimelineEntry]],
    show: Callable[[Placed[TimelineEntry]], ShownT],
    within_year: int | None = None,
) -> Iterator[Stretch[ShownT]]:
    """Part events in order where the days of a year begin and end; under the heading of a year, without it."""
    for when, told in groupby(events, lambda event: event.item.date if is_year(event.item.date) else None):
        year = None if when is None else date(when) if within_year is None else Date("the year", when)
        yield Stretch(year, tuple(show(event) for event in told))

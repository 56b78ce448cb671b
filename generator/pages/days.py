"""What somebody said, by the day; what has no day by the story it is told in, in the order of the article."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.model.brief import Quote
from generator.model.edtf import sort_key
from generator.pages.items import Place, QuoteView, quote_view
from generator.pages.passages import Link
from generator.pages.published import Placed, href
from generator.pages.teasers import story_date
from generator.pages.wording import Date, date


@dataclass(frozen=True, slots=True)
class DayOfQuotes:
    """What was said on one date; without one, what a `story` tells, with the time of that."""

    date: Date | None
    story: Link | None
    story_date: Date | None
    quotes: tuple[QuoteView, ...]


def by_day(quotes: Sequence[Placed[Quote]]) -> list[Placed[Quote]]:
    """Sort by the day; what has none by its story, the earliest first, and there as the article has it."""
    return sorted(quotes, key=_order)


def days_of(quotes: Sequence[Placed[Quote]], place: Place) -> tuple[DayOfQuotes, ...]:
    """Put quotations that are sorted by day under their days."""
    days: dict[tuple[str | None, str], list[Placed[Quote]]] = {}
    for quote in quotes:
        story = quote.story.slug if quote.story and not quote.item.said else ""
        days.setdefault((quote.item.said, story), []).append(quote)
    return tuple(_of_a_day(told, place) if day else _of_a_story(told, place) for (day, _), told in days.items())


def _of_a_day(told: Sequence[Placed[Quote]], place: Place) -> DayOfQuotes:
    first = told[0].item
    day = date(first.said or "", how_dated=first.how_dated)
    return DayOfQuotes(day, None, None, tuple(quote_view(quote, place) for quote in told))


def _of_a_story(told: Sequence[Placed[Quote]], place: Place) -> DayOfQuotes:
    """Lead to the story once, not under each quotation."""
    story = told[0].story
    return DayOfQuotes(
        date=None,
        story=Link(story.brief.title, href(place.here, story.page)) if story else None,
        story_date=story_date(place.site, story) if story else None,
        quotes=tuple(replace(quote_view(quote, place), stories=()) for quote in told),
    )


def _order(quote: Placed[Quote]) -> tuple[bool, tuple[datetime.date, datetime.date], str]:
    """Put what has a day first; a briefing's own items, and those of a story without a date, come last."""
    if quote.item.said:
        return False, sort_key(quote.item.said), ""
    story = quote.story
    return True, sort_key((story.brief.date if story else None) or "9999"), story.slug if story else ""

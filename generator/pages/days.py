"""What somebody said, by the day; what has no day by the story it is told in, in the order of the article."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.brief import Quote
from generator.model.edtf import sort_key
from generator.pages.items import Place, QuoteView, quote_view
from generator.pages.published import Placed
from generator.pages.teasers import story_date
from generator.pages.wording import Date, date


@dataclass(frozen=True, slots=True)
class DayOfQuotes:
    """What was said on one date; without one, in `story` (when it took place, or its title)."""

    date: Date | None
    story: str | None
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
    return tuple(
        DayOfQuotes(
            date(day, how_dated=told[0].item.how_dated) if day else None,
            story_words(told[0], place) if story else None,
            tuple(quote_view(quote, place) for quote in told),
        )
        for (day, story), told in days.items()
    )


def story_words(quote: Placed[Quote], place: Place) -> str | None:
    """Say when the story took place in which something is told; where that is not known, which one it is."""
    if quote.story is None:
        return None
    when = story_date(place.site, quote.story)
    return when.words if when else f"“{quote.story.brief.title}”"


def _order(quote: Placed[Quote]) -> tuple[bool, tuple[datetime.date, datetime.date], str]:
    """Put what has a day first; a briefing's own items, and those of a story without a date, come last."""
    if quote.item.said:
        return False, sort_key(quote.item.said), ""
    story = quote.story
    return True, sort_key((story.brief.date if story else None) or "9999"), story.slug if story else ""

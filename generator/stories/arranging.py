"""In which order key facts are told: the title's, the day's news as articles tell it, what led to it, the rest."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from statistics import fmean

from generator.lexicon import read_lexicon
from generator.model.edtf import bounds
from generator.stories.background import has_come_to_stand, part_of
from generator.stories.choosing import Chosen
from generator.stories.days import gives_day
from generator.stories.evidence import Coverage, Place, Told
from generator.stories.lede import Top, find_developments
from generator.stories.words import phrases

# 2022: a year is no day
YEAR_LETTERS = 4


def arrange_facts(coverage: Coverage, chosen: Sequence[Chosen], top: Top) -> list[Chosen]:
    """Return the facts in the order of a reader.

    The title's comes first. News of the story's day follows as the articles have it, which name what they speak of
    before they do, what “has been” so without a day last; then what led to it, by its days; then the background.
    """
    background = [fact for fact in chosen if part_of(coverage, fact.told, top) == "background"]
    news = [fact for fact in chosen if fact not in background]
    ordered = sorted(news, key=lambda fact: _key(coverage, fact, top))
    return ordered + sorted(background, key=lambda fact: _position(coverage, fact.told, top))


def _key(coverage: Coverage, fact: Chosen, top: Top) -> tuple[object, ...]:
    told = fact.told
    on_top = top.lede is not None and coverage.statement_of[top.lede] == coverage.statement_of[told.place]
    today = bounds(top.date)[0] if top.date else None
    day = _day(coverage, fact)
    earlier = today is not None and day is not None and day < today
    return (
        not on_top,
        earlier or _is_told_as_earlier(told),
        day if earlier and day else date.max,
        has_come_to_stand(told),
        _position(coverage, told, top),
        told.place,
    )


def _day(coverage: Coverage, fact: Chosen) -> date | None:
    """Return the last day that a fact can be of: its latest event's, else its first article's."""
    told = fact.told
    days = [day for event in told.events if gives_day(told, event) and (day := bounds(event.edtf)[1])]
    if days:
        return max(days)
    developments = find_developments(coverage)
    first = min((told.place, *fact.also_at), key=lambda place: developments[place.article])
    published = coverage.findings(first).article.published
    return bounds(published)[1] if published and developments[first.article] < max(developments) else None


def _is_told_as_earlier(told: Told) -> bool:
    """Tell whether a sentence sets its day before that of the news: “last Friday”, where that is of “Friday”."""
    earlier = [_before_today().match(mention.text) for mention in told.dates if mention.edtf]
    days = [mention.edtf for mention in told.dates if mention.edtf and len(mention.edtf.rstrip("?")) > YEAR_LETTERS]
    return any(earlier) and len(days) <= sum(map(bool, earlier))


def _position(coverage: Coverage, told: Told, top: Top) -> float:
    """Return how far into its article a sentence stands (0 to 1): into the title's, or else into most of them."""
    places = [one.place for one in coverage.tellings_of(told.place)]
    titled = [place for place in places if top.lede and place.article == top.lede.article] or places
    return fmean(_part_before(coverage, place) for place in titled)


def _part_before(coverage: Coverage, place: Place) -> float:
    found = coverage.findings(place)
    paragraph, order = found.sentences[place.sentence].paragraph, found.article.order
    if order:
        return (order.index(paragraph) if paragraph in order else len(order)) / len(order)
    return place.sentence / len(found.sentences)


@cache
def _before_today() -> re.Pattern[str]:
    return phrases(read_lexicon("openers")["before_today"])

"""In which order key facts are told: the title's, the day's news as articles tell it, what led to it, the rest."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from generator.lexicon import read_lexicon
from generator.model.edtf import bounds, is_uncertain
from generator.stories.alone import before_in_paragraph
from generator.stories.background import has_come_to_stand, part_of, position
from generator.stories.candidates import Chosen
from generator.stories.days import gives_day
from generator.stories.deciding import edits_for_decisions
from generator.stories.evidence import Coverage, Told
from generator.stories.lede import Top, find_developments
from generator.stories.outcomes import tells_outcome
from generator.stories.words import phrases

# Following the ruling, she was sworn in: not on the day told before
_COMES_LATER = re.compile(r"(?:After|Afterwards?|Following|Later|Now|Since|Subsequently|Until)\b")
# Rules of events whose day no word of their own gives: it is taken to be that of the news.
_IMPLIED = ("said", "lead.")
# Figures that make a fact a count.
COUNTS = 2
# 2022: a year is no day
YEAR_LETTERS = 4


def arrange_facts(coverage: Coverage, chosen: Sequence[Chosen], top: Top) -> list[Chosen]:
    """Return the facts in the order of a reader.

    The title's comes first. News of the story's day follows as the articles have it, which name what they speak of
    before they do; what “has been” so without a day, and what is only forecast, comes last of it. Then what led to
    it, by its days. What is more than a reader must know comes behind all that in the same order; then the
    background.
    """
    background = [fact for fact in chosen if part_of(coverage, fact.told, top) == "background"]
    news = [fact for fact in chosen if fact not in background]
    ordered = _with_ruling_first(coverage, sorted(news, key=lambda fact: _key(coverage, fact, top)))
    return ordered + sorted(background, key=lambda fact: position(coverage, fact.told, top))


def _with_ruling_first(coverage: Coverage, facts: list[Chosen]) -> list[Chosen]:
    """Set what came out last before the title's news ahead of mere counts behind the title's fact."""
    told_twice = [fact for fact in facts if _is_ruling(coverage, fact)]
    counts = [at for at, fact in enumerate(facts) if at > 0 and len(fact.told.figures) >= COUNTS]
    if not told_twice or not counts or counts[0] >= facts.index(told_twice[-1]):
        return facts
    others = [fact for fact in facts if fact is not told_twice[-1]]
    return [*others[: counts[0]], told_twice[-1], *others[counts[0] :]]


def _is_ruling(coverage: Coverage, fact: Chosen) -> bool:
    """Tell whether a fact tells how something came out, at length or in articles of several days of a story."""
    text = fact.outcome.text if fact.outcome else fact.told.text
    places = [one.place for place in fact.places for one in coverage.tellings_of(place)]
    developments = find_developments(coverage)
    told_on = {developments[place.article] for place in (*places, *fact.also_at)}
    return tells_outcome(text) and max(developments) > 0 and (fact.outcome is not None or len(told_on) > 1)


def _key(coverage: Coverage, fact: Chosen, top: Top) -> tuple[object, ...]:
    told = fact.told
    on_top = top.lede is not None and coverage.statement_of[top.lede] == coverage.statement_of[told.place]
    today = bounds(top.date)[0] if top.date else None
    day = _day(coverage, fact)
    earlier = today is not None and day is not None and day < today
    return (
        fact.is_more,
        not on_top,
        earlier or _is_told_as_earlier(told),
        day if earlier and day else date.max,
        has_come_to_stand(told) or _is_forecast(told),
        position(coverage, told, top),
        told.place,
    )


def _is_forecast(told: Told) -> bool:
    """Tell whether a sentence only tells a number that somebody foretells; not: the firm will recall 300 lamps."""
    foretold = bool(told.figures) and all(figure.status == "forecast" for figure in told.figures)
    return foretold and bool(_foretelling().search(told.text))


def _day(coverage: Coverage, fact: Chosen) -> date | None:
    """Return the last day that a fact can be of: its latest event's or those before it, else its article's."""
    told = fact.told
    if days := _days(told):
        return max(days)
    implied = all(is_uncertain(event.edtf) or event.rule.startswith(_IMPLIED) for event in told.events)
    before = (days for one in before_in_paragraph(coverage, told) if (days := _days(one)))
    later = _COMES_LATER.match(told.text) or edits_for_decisions(coverage, told)
    if implied and not later and (days := next(before, [])):
        return max(days)
    developments = find_developments(coverage)
    first = min((told.place, *fact.also_at), key=lambda place: developments[place.article])
    published = coverage.findings(first).article.published
    return bounds(published)[1] if published and developments[first.article] < max(developments) else None


def _days(told: Told) -> list[date]:
    return [day for event in told.events if gives_day(told, event) and (day := bounds(event.edtf)[1])]


def _is_told_as_earlier(told: Told) -> bool:
    """Tell whether a sentence sets its day before that of the news: “last Friday”, where that is of “Friday”."""
    earlier = [_before_today().match(mention.text) for mention in told.dates if mention.edtf]
    days = [mention.edtf for mention in told.dates if mention.edtf and len(mention.edtf.rstrip("?")) > YEAR_LETTERS]
    return any(earlier) and len(days) <= sum(map(bool, earlier))


@cache
def _foretelling() -> re.Pattern[str]:
    return phrases(read_lexicon("background")["foretelling"])


@cache
def _before_today() -> re.Pattern[str]:
    return phrases(read_lexicon("openers")["before_today"])

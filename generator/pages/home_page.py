"""The home page: what is known, what is not, in what order it happened, and what all of it was made from."""

import datetime
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest
from typing import TypeVar

from generator.model.brief import KeyFact, OpenQuestion, TimelineEntry
from generator.model.edtf import sort_key
from generator.pages.charts import Chart, FigureGroup, group_figures
from generator.pages.endnotes import Note, endnotes
from generator.pages.items import EventView, FactView, Place, event_view, fact_view
from generator.pages.legend import Legend, legend_of
from generator.pages.openness import badge_of, is_open, tally
from generator.pages.order import in_order
from generator.pages.passages import Link
from generator.pages.published import (
    HOME,
    QUESTIONS,
    Placed,
    Published,
    PublishedArticle,
    PublishedStory,
    href,
)
from generator.pages.reviews import review_of_all
from generator.pages.sureness import Sureness, sure_of_all
from generator.pages.teasers import NO_OUTLET, PageInfo, StoryTeaser, story_teaser
from generator.pages.wording import Badge, counted, date, description, span
from generator.siblings import normal_words

# As much as a reader takes in at a glance; the rest is one page further.
FACTS, NOT_KNOWN, EVENTS, STORIES_SHOWN, ARTICLES_SHOWN = 5, 3, 6, 6, 12
# Of two facts with this much of the shorter one's words in common the later says nothing new.
REPEATED = 0.7
# … of “close ties”. A transcript would settle it.  → the end of a sentence that does not end in initials
_SENTENCE = re.compile(r"(?<=[^\W\d_](?:[^\W\d_]|[”\"])[.!?])\s+(?=[“\"]?[^\W\d_a-z])")
ItemT = TypeVar("ItemT")


@dataclass(frozen=True, slots=True)
class NotKnown:
    """An open question with a word for in what way it is open; `story` where there are several: when, and which."""

    badge: Badge
    story: str | None
    question: Link
    because: str


@dataclass(frozen=True, slots=True)
class Milestone:
    """An event of the short timeline: it leads to its story by the story's title, else to the timeline."""

    event: EventView
    link: Link


@dataclass(frozen=True, slots=True)
class OriginArticles:
    """The articles that print one text."""

    articles: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class HomeView:
    page: PageInfo
    span: str | None
    standfirst: str | None
    sureness: Sureness | None
    reviewed: Link
    legend: Legend
    known: tuple[FactView, ...]
    not_known: tuple[NotKnown, ...]
    tally: str
    in_order: tuple[Milestone, ...]
    chart: Chart | None
    chart_anchor: str
    stories: tuple[StoryTeaser, ...]
    more_stories: bool
    rests: tuple[OriginArticles, ...]
    notes: tuple[Note, ...]


def home_view(site: Published) -> HomeView:
    """Show the briefing at a glance; what the editor of briefing.yml names comes first."""
    known, notes = known_facts(site), endnotes(known_facts(site), site.articles)
    place = Place(site, HOME, spanning=True, notes=notes)
    articles = tuple(site.articles.values())
    dates = sorted((story.brief.date for story in site.stories if story.brief.date), key=sort_key)
    figures = _charted(site)
    standfirst = site.overview.standfirst
    not_known = tuple(_asked(question, site) for question in _not_known(site))
    return HomeView(
        page=PageInfo(
            HOME,
            site.overview.title,
            description(standfirst or f"Made from {counted(len(articles), 'article')}"),
            in_nav=True,
        ),
        span=span(dates[0], dates[-1]) if dates else None,
        standfirst=standfirst,
        sureness=sure_of_all(site, known),
        reviewed=review_of_all(site, HOME),
        legend=legend_of(known, site, HOME, _not_known(site)),
        known=tuple(fact_view(fact, place) for fact in known),
        not_known=not_known,
        tally=tally([question for part in site.everything() for question in part.questions]),
        in_order=tuple(_milestone(event, place) for event in _in_order(site)),
        chart=figures.chart if figures else None,
        chart_anchor=figures.anchor if figures else "",
        stories=tuple(story_teaser(site, story, HOME) for story in site.stories[:STORIES_SHOWN]),
        more_stories=len(site.stories) > STORIES_SHOWN,
        rests=_rests(articles) if len(articles) <= ARTICLES_SHOWN else (),
        notes=notes.notes,
    )


def known_facts(site: Published) -> Sequence[Placed[KeyFact]]:
    """Return the facts that lead: those named, and the briefing's own; else the newest stories' first news."""
    facts = {fact.reference: fact for part in site.everything() for fact in part.facts}
    chosen = [facts[name] for name in site.overview.lead if name in facts]
    chosen += [fact for fact in site.own.facts if fact not in chosen]
    news = ([fact for fact in part.facts if fact.item.part == "news"] for part in site.everything())
    return chosen or _unlike(_by_turns(news))


def _unlike(facts: Iterable[Placed[KeyFact]]) -> list[Placed[KeyFact]]:
    """Leave out what an earlier fact says already; stories that follow one another open with the same."""
    kept: dict[str, tuple[Placed[KeyFact], set[str]]] = {}
    for fact in facts:
        words = set(normal_words(fact.item.text))
        if len(kept) == FACTS:
            break
        if all(len(words & other) < REPEATED * min(len(words), len(other)) for _, other in kept.values()):
            kept[fact.reference] = fact, words
    return [fact for fact, _ in kept.values()]


def _asked(asked: Placed[OpenQuestion], site: Published) -> NotKnown:
    return NotKnown(
        badge_of(asked.item),
        _which_story(asked.story) if asked.story and len(site.stories) > 1 else None,
        Link(asked.item.question, href(HOME, QUESTIONS, asked.spanning)),
        _first(asked.item.because),
    )


def _which_story(story: PublishedStory) -> str:
    """Name a story, and when its event took place, in months or years."""
    title = story.brief.title
    return f"{title} ({span(story.brief.date, story.brief.date)})" if story.brief.date else title


def _first(because: str) -> str:
    """Return why a question is open, without what would settle it."""
    return _SENTENCE.split(because, maxsplit=1)[0]


def _not_known(site: Published) -> Sequence[Placed[OpenQuestion]]:
    """Return the questions named in briefing.yml, else those still open of the newest stories."""
    questions = {question.reference: question for part in site.everything() for question in part.questions}
    chosen = [questions[name] for name in site.overview.not_known if name in questions]
    unanswered = ([q for q in part.questions if is_open(q)] for part in site.everything())
    return chosen or _by_turns(unanswered)[:NOT_KNOWN]


def _by_turns(lists: Iterable[Sequence[ItemT]]) -> list[ItemT]:
    """Return the first of each list, then the second of each, and so on."""
    return [one for one in chain.from_iterable(zip_longest(*lists)) if one is not None]


def _in_order(site: Published) -> Sequence[Placed[TimelineEntry]]:
    """Return the briefing's own timeline; without one, what each of the newest stories is about; the last first."""
    events: Sequence[Placed[TimelineEntry]] = site.own.timeline or [
        event
        for story in site.stories[:EVENTS]
        for event in [e for e in site.items[story.slug].timeline if e.item.date == story.brief.date][:1]
    ]
    return in_order(events)[::-1]


def _milestone(placed: Placed[TimelineEntry], place: Place) -> Milestone:
    title = placed.story.brief.title if placed.story else placed.item.text
    return Milestone(event_view(placed, place), Link(title, href(HOME, placed.page, placed.anchor)))


def _charted(site: Published) -> FigureGroup | None:
    """Return the series named in briefing.yml (by its anchor or by a figure in it), else the longest."""
    groups = group_figures(figure for part in site.everything() for figure in part.figures)
    charts = [group for group in groups if group.chart]
    wanted = site.overview.chart
    named = (
        group
        for group in charts
        if wanted == group.anchor or any(wanted == placed.reference for placed in group.figures)
    )
    longest = max(charts, key=lambda group: len(group.chart.rows if group.chart else ()), default=None)
    return next(named, longest)


def _published(article: PublishedArticle) -> datetime.date:
    when = article.entry.published
    return sort_key(when)[1] if when else datetime.date.max


def _rests(articles: Sequence[PublishedArticle]) -> tuple[OriginArticles, ...]:
    """Return the articles by origin, each as outlet and date, the earliest first."""
    origins: dict[str, list[str]] = {}
    for article in sorted(articles, key=_published):
        when = date(article.entry.published).words if article.entry.published else "date not known"
        origins.setdefault(article.origin, []).append(f"{article.entry.outlet or NO_OUTLET}, {when}")
    return tuple(
        OriginArticles(tuple(names), "One report" if len(names) == 1 else "One text: one report")
        for names in origins.values()
    )

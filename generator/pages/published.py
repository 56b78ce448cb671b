"""What of a briefing is published, and where on the site each thing stands: the map all views are drawn from."""

import datetime
import posixpath
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.model.article import Article
from generator.model.brief import (
    SECTIONS,
    ArticleEntry,
    Brief,
    FigureItem,
    Item,
    Items,
    KeyFact,
    NameEntry,
    OpenQuestion,
    Overview,
    Quote,
    TimelineEntry,
)
from generator.model.briefing import Briefing
from generator.model.edtf import sort_key
from generator.model.findings import Name
from generator.pages.slugs import slug, unique_slugs
from generator.pages.wording import date

ItemT_co = TypeVar("ItemT_co", bound=Item, covariant=True)
# Pages of the site, as MkDocs' docs_dir and then as the reader's browser names them.
HOME, STORIES, TIMELINE, SPEAKERS = "index", "stories/index", "timeline", "who-said-what"
FIGURES, QUESTIONS, SOURCES, ABOUT = "figures", "open-questions", "sources/index", "about"
# Where the briefing's own items stand, which belong to no one story.
_OWN_PAGES = {
    "key_facts": HOME, "quotes": SPEAKERS, "timeline": TIMELINE, "figures": FIGURES, "open_questions": QUESTIONS,
}  # fmt: skip
OWN = "briefing"


@dataclass(frozen=True, slots=True)
class Placed(Generic[ItemT_co]):
    """An item and where it stands.

    `page` and `anchor` name its own place, on its story's page; `spanning` is its anchor on pages that span
    stories (`slug--id`). `story` is None for the briefing's own items.
    """

    item: ItemT_co
    page: str
    anchor: str
    spanning: str
    story: "PublishedStory | None"

    @property
    def reference(self) -> str:
        """How briefing.yml refers to it: slug/id, or the id alone for the briefing's own."""
        slug, _, anchor = self.spanning.partition("--")
        return f"{slug}/{anchor}" if self.story else anchor


@dataclass(frozen=True, slots=True, eq=False)
class PublishedStory:
    """A brief that is not on hold, and the name of its page."""

    slug: str
    page: str
    brief: Brief


@dataclass(frozen=True, slots=True)
class PublishedItems:
    """Items that are not on hold, each with its place."""

    facts: tuple[Placed[KeyFact], ...] = ()
    quotes: tuple[Placed[Quote], ...] = ()
    timeline: tuple[Placed[TimelineEntry], ...] = ()
    figures: tuple[Placed[FigureItem], ...] = ()
    questions: tuple[Placed[OpenQuestion], ...] = ()

    def all(self) -> tuple[Placed[Item], ...]:
        return (*self.facts, *self.quotes, *self.timeline, *self.figures, *self.questions)


@dataclass(frozen=True, slots=True)
class PublishedArticle:
    """An article that published items rest on or published stories list, with its page and its origin.

    `label` tells it from the other articles of its story: its outlet, with what parts it from the outlet's others.
    `origin` is the same for articles that print one text.
    """

    key: str
    page: str
    entry: ArticleEntry
    article: Article | None
    label: str
    origin: str


@dataclass(frozen=True, slots=True)
class Published:
    """The briefing as published: stories newest first, the articles by key, names by each of their spellings.

    `edited` are the items (slug/id) that a person changed or added; `mentions` are the names that each article
    holds, by its key.
    """

    overview: Overview
    stories: tuple[PublishedStory, ...]
    items: Mapping[str, PublishedItems]
    own: PublishedItems
    articles: Mapping[str, PublishedArticle]
    names: Mapping[str, NameEntry]
    edited: frozenset[str]
    mentions: Mapping[str, tuple[Name, ...]]

    def everything(self) -> tuple[PublishedItems, ...]:
        return (*(self.items[story.slug] for story in self.stories), self.own)


def href(here: str, page: str, anchor: str = "") -> str:
    """Return the address of a page, and of an item on it, as written on the page `here`.

    >>> href("stories/a", "sources/b"), href("index", "stories/a", "x"), href("stories/a", "stories/a", "x")
    ('../sources/b.html', 'stories/a.html#x', '#x')
    """
    fragment = f"#{anchor}" if anchor else ""
    if here == page and anchor:
        return fragment
    return posixpath.relpath(f"{page}.html", posixpath.dirname(here) or ".") + fragment


def publish(briefing: Briefing) -> Published:
    """Leave out what is on hold and give everything else its place."""
    shown = {name: brief for name, brief in briefing.briefs.items() if not brief.hold}
    names = unique_slugs(tuple(shown))
    stories = tuple(
        PublishedStory(name, f"stories/{name}", brief) for name, brief in zip(names, shown.values(), strict=True)
    )
    items = {story.slug: _place(story.brief, story.page, story.slug, story) for story in stories}
    own = _place(briefing.overview, None, OWN, None)
    used = {key for part in (*items.values(), own) for placed in part.all() for key in placed.item.evidence}
    used |= {key for story in stories for key in story.brief.articles}
    return Published(
        overview=briefing.overview,
        stories=tuple(sorted(stories, key=_newest_first)),
        items=items,
        own=own,
        articles=_articles(briefing, used),
        names={spelling.casefold(): entry for entry in briefing.names for spelling in (entry.name, *entry.also)},
        edited=briefing.edited,
        mentions=briefing.mentions,
    )


def _newest_first(story: PublishedStory) -> tuple[int, str]:
    dates = [story.brief.date] if story.brief.date else [entry.published for entry in story.brief.articles.values()]
    first = min((sort_key(date)[0] for date in dates if date), default=datetime.date.min)
    return -first.toordinal(), story.slug


def _place(items: Items, page: str | None, prefix: str, story: PublishedStory | None) -> PublishedItems:
    kept = [(section, item) for section in SECTIONS for item in getattr(items, section) if not item.hold]
    anchors = unique_slugs([item.id or slug(_words(item)) for _, item in kept], reserved=())
    placed: dict[str, list[Placed[Item]]] = {section: [] for section in SECTIONS}
    for (section, item), anchor in zip(kept, anchors, strict=True):
        spanning = f"{prefix}--{anchor}"
        own_anchor = anchor if page else spanning
        placed[section].append(Placed(item, page or _OWN_PAGES[section], own_anchor, spanning, story))
    return PublishedItems(*(tuple(placed[section]) for section in SECTIONS))  # type: ignore[arg-type]


def _words(item: Item) -> str:
    return next(str(getattr(item, name)) for name in ("text", "question", "measure") if hasattr(item, name))


def _articles(briefing: Briefing, used: set[str]) -> dict[str, PublishedArticle]:
    origins = _origins(shared.articles for brief in briefing.briefs.values() for shared in brief.shared_text)
    published = {}
    for brief in briefing.briefs.values():
        labels = _labels(brief.articles)
        for key, entry in brief.articles.items():
            if key in used:
                published[key] = PublishedArticle(
                    key=key,
                    page=f"sources/{unique_slugs([key])[0]}",
                    entry=entry,
                    article=briefing.articles.get(key),
                    label=labels[key],
                    origin=origins.get(key, key),
                )
    return published


def _origins(groups: Iterable[Sequence[str]]) -> dict[str, str]:
    """Return each article's origin: the first key of those that print its text, through all groups it is in."""
    origins: dict[str, str] = {}
    for group in groups:
        joined = {origins.get(key, key) for key in group}
        first = min(joined)
        if any(key in origins for key in group):
            origins = {key: first if origin in joined else origin for key, origin in origins.items()}
        origins |= dict.fromkeys(group, first)
    return origins


def _labels(entries: Mapping[str, ArticleEntry]) -> dict[str, str]:
    """Label a story's articles by outlet; where that is the same, by the date too, and else by the key."""
    labels = {key: entry.outlet or "Outlet not named" for key, entry in entries.items()}
    dates = {key: date(entry.published).words if entry.published else None for key, entry in entries.items()}
    for told in (dates, {key: key for key in entries}):
        times = Counter(labels.values())
        labels |= {key: f"{label}, {told[key]}" for key, label in labels.items() if times[label] > 1 and told[key]}
    return labels

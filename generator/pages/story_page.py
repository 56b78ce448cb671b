"""A page a story, and the list of them."""

from dataclasses import dataclass

from generator.model.brief import Brief, KeyFact
from generator.model.edtf import sort_key
from generator.pages.charts import FigureGroup, group_figures
from generator.pages.items import (
    EventView,
    FactView,
    FigureView,
    Place,
    QuestionView,
    QuoteView,
    event_view,
    fact_view,
    figure_view,
    question_view,
    quote_view,
)
from generator.pages.passages import Link, Origins, origins_of
from generator.pages.published import STORIES, Placed, Published, PublishedArticle, PublishedStory
from generator.pages.teasers import ArticleTeaser, PageInfo, StoryTeaser, article_teaser, story_teaser
from generator.pages.wording import Date, capitalised, counted, date, description, shortened, year_of

LONGEST_ROW = 110


@dataclass(frozen=True, slots=True)
class Cell:
    """Whether an outlet carries a fact."""

    outlet: str
    carried: bool


@dataclass(frozen=True, slots=True)
class CoverageRow:
    fact: Link
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class StoryView:
    page: PageInfo
    date: Date | None
    origins: Origins
    rests_on: str
    headline_from: str | None
    reviewed: str
    correction: str | None
    standfirst: str | None
    news: tuple[FactView, ...]
    quotes: tuple[QuoteView, ...]
    background: tuple[FactView, ...]
    figures: tuple[FigureView, ...]
    timeline: tuple[EventView, ...]
    questions: tuple[QuestionView, ...]
    outlets: tuple[str, ...]
    coverage: tuple[CoverageRow, ...]
    articles: tuple[ArticleTeaser, ...]


@dataclass(frozen=True, slots=True)
class YearOfStories:
    """The stories of one year; of the last, the date may not be known."""

    anchor: str
    name: str
    stories: tuple[StoryTeaser, ...]


@dataclass(frozen=True, slots=True)
class StoriesView:
    page: PageInfo
    years: tuple[YearOfStories, ...]


def story_view(site: Published, story: PublishedStory) -> StoryView:
    """Show one story whole, and nothing of the others."""
    place, brief, items = Place(site, story.page), story.brief, site.items[story.slug]
    articles = tuple(site.articles[key] for key in brief.articles)
    origins = origins_of(articles)
    groups: tuple[FigureGroup, ...] = group_figures(items.figures)
    return StoryView(
        page=PageInfo(story.page, brief.title, description(brief.standfirst or brief.title)),
        date=date(brief.date) if brief.date else None,
        origins=origins,
        rests_on=rests_on(len(articles), origins),
        headline_from=_headline_from(brief),
        reviewed=f"Read by an editor: {brief.reviewed}" if brief.reviewed else "Not yet read by an editor",
        correction=brief.correction,
        standfirst=brief.standfirst,
        news=tuple(fact_view(fact, place) for fact in items.facts if fact.item.part == "news"),
        quotes=tuple(quote_view(quote, place) for quote in items.quotes),
        background=tuple(fact_view(fact, place) for fact in items.facts if fact.item.part == "background"),
        figures=tuple(figure_view(figure, place) for group in groups for figure in group.figures),
        timeline=tuple(
            event_view(event, place) for event in sorted(items.timeline, key=lambda e: sort_key(e.item.date))
        ),
        questions=tuple(question_view(question, place) for question in items.questions),
        outlets=tuple(article.label for article in articles),
        coverage=_coverage(items.facts, articles),
        articles=tuple(article_teaser(article, story.page) for article in articles),
    )


def rests_on(articles: int, origins: Origins) -> str:
    """Say what a story rests on: one article, one text in three outlets, two origins in three outlets."""
    if articles == 1:
        return "Rests on one article"
    if origins.outlets == 1:
        return f"Rests on {counted(articles, 'article')} of one outlet"
    what = "one text" if origins.origins == 1 else counted(origins.origins, "origin")
    return f"Rests on {what} in {counted(origins.outlets, 'outlet')}"


def _headline_from(brief: Brief) -> str | None:
    entry = brief.articles.get(brief.title_from or "")
    return (entry.outlet or "the article’s own") if entry else brief.title_from


def _coverage(
    facts: tuple[Placed[KeyFact], ...], articles: tuple[PublishedArticle, ...]
) -> tuple[CoverageRow, ...]:
    """Set what each article carries side by side; where no two share a fact there is nothing to compare."""
    if all(len(fact.item.evidence) == 1 for fact in facts):
        return ()
    return tuple(_row(fact, articles) for fact in facts)


def _row(fact: Placed[KeyFact], articles: tuple[PublishedArticle, ...]) -> CoverageRow:
    text = shortened(fact.item.text, LONGEST_ROW)
    cells = (Cell(article.label, article.key in fact.item.evidence) for article in articles)
    return CoverageRow(Link(text, f"#{fact.anchor}"), tuple(cells))


def stories_view(site: Published) -> StoriesView:
    """List all stories by the year of their event, the newest first."""
    years: dict[int | None, list[StoryTeaser]] = {}
    for story in site.stories:
        year = year_of(story.brief.date) if story.brief.date else None
        years.setdefault(year, []).append(story_teaser(site, story, STORIES))
    told = capitalised(counted(len(site.stories), "story", "stories"))
    return StoriesView(
        page=PageInfo(STORIES, "Stories", f"{told}, each with the passages it rests on.", in_nav=True),
        years=tuple(
            YearOfStories(f"y{year}" if year else "undated", str(year or "Date not known"), tuple(stories))
            for year, stories in years.items()
        ),
    )

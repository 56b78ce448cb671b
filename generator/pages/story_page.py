"""A page a story, and the list of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from generator.model.brief import Brief, FigureItem, Item, KeyFact, OpenQuestion, Quote, TimelineEntry
from generator.pages.accounts import Accounts, find_accounts
from generator.pages.changes import Changed, find_changes
from generator.pages.charts import group_figures
from generator.pages.endnotes import Note, endnotes
from generator.pages.items import (
    NOT_NAMED,
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
    speaker_name,
)
from generator.pages.order import in_order
from generator.pages.passages import Link, Origins, origins_of
from generator.pages.people import Bearer
from generator.pages.published import (
    STORIES,
    Placed,
    Published,
    PublishedArticle,
    PublishedItems,
    PublishedStory,
    href,
)
from generator.pages.responses import find_response
from generator.pages.speakers import Introduction, introduce, preferred_name
from generator.pages.teasers import ArticleTeaser, PageInfo, StoryTeaser, article_teaser, story_date, story_teaser
from generator.pages.wording import Date, capitalised, counted, description, number, shortened, year_of

LONGEST_ROW = 80


@dataclass(frozen=True, slots=True)
class Cell:
    """Whether an outlet carries a fact."""

    outlet: str
    carried: bool


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """A fact or a quotation, with who says it where it is one."""

    line: Link
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Who carries what; `words` say how many lines all carry."""

    outlets: tuple[str, ...]
    words: str
    rows: tuple[CoverageRow, ...]


@dataclass(frozen=True, slots=True)
class Readout:
    """One party's account of an occasion."""

    party: str
    quotes: tuple[QuoteView, ...]


@dataclass(frozen=True, slots=True)
class Readouts:
    """Accounts of one occasion, and the open question whether they agree."""

    question: Link
    sides: tuple[Readout, ...]


@dataclass(frozen=True, slots=True)
class _Parts:
    """The items of a story in the order of its page."""

    news: tuple[Placed[KeyFact], ...]
    accounts: tuple[Accounts, ...]
    response: tuple[Placed[Quote], ...]
    quotes: tuple[Placed[Quote], ...]
    background: tuple[Placed[KeyFact], ...]
    figures: tuple[Placed[FigureItem], ...]
    timeline: tuple[Placed[TimelineEntry], ...]
    questions: tuple[Placed[OpenQuestion], ...]

    def told(self) -> tuple[Placed[Item], ...]:
        """The facts and the quotations."""
        accounts = (quote for one in self.accounts for side in one.sides for quote in side.quotes)
        return (*self.news, *accounts, *self.response, *self.quotes, *self.background)

    def all(self) -> tuple[Placed[Item], ...]:
        return (*self.told(), *self.figures, *self.timeline, *self.questions)


@dataclass(frozen=True, slots=True)
class StoryView:
    page: PageInfo
    date: Date | None
    origins: Origins
    rests_on: str
    unsaid: bool
    headline_from: str | None
    follows: Link | None
    followed_by: tuple[Link, ...]
    grouped_because: str | None
    reviewed: str
    correction: str | None
    standfirst: str | None
    news: tuple[FactView, ...]
    readouts: tuple[Readouts, ...]
    response: tuple[QuoteView, ...]
    quotes: tuple[QuoteView, ...]
    background: tuple[FactView, ...]
    figures: tuple[FigureView, ...]
    timeline: tuple[EventView, ...]
    questions: tuple[QuestionView, ...]
    coverage: Coverage | None
    changes: tuple[Changed, ...]
    articles: tuple[ArticleTeaser, ...]
    notes: tuple[Note, ...]


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


def story_view(site: Published, story: PublishedStory, everybody: Sequence[Bearer] = ()) -> StoryView:
    """Show one story whole, and nothing of the others; `everybody` are those who have a page."""
    brief, parts = story.brief, _parts(site, story)
    articles = tuple(site.articles[key] for key in brief.articles)
    origins, notes = origins_of(articles), endnotes(parts.all(), site.articles)
    unsaid = origins.words if origins.origins == 1 else None
    place = Place(site, story.page, notes=notes, unsaid=unsaid)
    introduced = _introduced(parts.told(), site, {one.name: href(story.page, one.page) for one in everybody})
    return StoryView(
        page=PageInfo(story.page, brief.title, description(brief.standfirst or brief.title)),
        date=story_date(site, story),
        origins=origins,
        rests_on=rests_on(len(articles), origins),
        unsaid=unsaid is not None and len(articles) > 1,
        headline_from=_headline_from(brief),
        follows=next((_to(other, story.page) for other in site.stories if other.slug == brief.follows), None),
        followed_by=tuple(
            _to(other, story.page) for other in reversed(site.stories) if other.brief.follows == story.slug
        ),
        grouped_because=brief.grouped_because,
        reviewed=f"Read by an editor: {brief.reviewed}" if brief.reviewed else "Not yet read by an editor",
        correction=brief.correction,
        standfirst=brief.standfirst,
        news=tuple(fact_view(fact, place) for fact in parts.news),
        readouts=tuple(_readouts(one, place, introduced) for one in parts.accounts),
        response=tuple(quote_view(quote, place, introduced.get(quote.reference)) for quote in parts.response),
        quotes=tuple(quote_view(quote, place, introduced.get(quote.reference)) for quote in parts.quotes),
        background=tuple(fact_view(fact, place) for fact in parts.background),
        figures=tuple(figure_view(figure, place) for figure in parts.figures),
        timeline=tuple(event_view(event, place) for event in parts.timeline),
        questions=tuple(question_view(question, place) for question in parts.questions),
        coverage=_coverage(parts.told(), articles, site),
        changes=find_changes((*parts.told(), *parts.timeline), site.articles),
        articles=tuple(article_teaser(article, story.page) for article in articles),
        notes=notes.notes,
    )


def _parts(site: Published, story: PublishedStory) -> _Parts:
    items: PublishedItems = site.items[story.slug]
    news = tuple(fact for fact in items.facts if fact.item.part == "news")
    accounts = find_accounts(items, site)
    beside = {quote.reference for one in accounts for side in one.sides for quote in side.quotes}
    quotes = tuple(quote for quote in items.quotes if quote.reference not in beside)
    parties = {side.party for one in accounts for side in one.sides}
    response = find_response(quotes, news[0].item.text if news else "", parties, site)
    return _Parts(
        news=news,
        accounts=accounts,
        response=response,
        quotes=tuple(quote for quote in quotes if quote not in response),
        background=tuple(fact for fact in items.facts if fact.item.part == "background"),
        figures=tuple(chain.from_iterable(group.figures for group in group_figures(items.figures))),
        timeline=in_order(items.timeline),
        questions=items.questions,
    )


def _introduced(
    told: Sequence[Placed[Item]], site: Published, pages: Mapping[str, str]
) -> Mapping[str, Introduction]:
    """Introduce each speaker where the page first quotes them, by the reference of that quotation."""
    first: dict[str, Placed[Quote]] = {}
    for placed in told:
        if isinstance(placed.item, Quote) and placed.item.speaker:
            first.setdefault(preferred_name(placed.item.speaker, site), placed)  # type: ignore[arg-type]
    return {quote.reference: introduce(quote, site, pages.get(name)) for name, quote in first.items()}


def _readouts(accounts: Accounts, place: Place, introduced: Mapping[str, Introduction]) -> Readouts:
    question = accounts.question
    return Readouts(
        Link(question.item.question, f"#{question.anchor}"),
        tuple(
            Readout(
                capitalised(side.party),
                tuple(quote_view(quote, place, introduced.get(quote.reference)) for quote in side.quotes),
            )
            for side in accounts.sides
        ),
    )


def rests_on(articles: int, origins: Origins) -> str:
    """Say what a story rests on: one article, one text in three outlets, two origins in three outlets."""
    if articles == 1:
        return "Rests on one article"
    if origins.outlets == 1:
        return f"Rests on {counted(articles, 'article')} of one outlet"
    what = "one text" if origins.origins == 1 else counted(origins.origins, "origin")
    return f"Rests on {what} in {counted(origins.outlets, 'outlet')}"


def _to(story: PublishedStory, here: str) -> Link:
    return Link(story.brief.title, href(here, story.page))


def _headline_from(brief: Brief) -> str | None:
    entry = brief.articles.get(brief.title_from or "")
    return (entry.outlet or "the article’s own") if entry else brief.title_from


def _coverage(
    told: Sequence[Placed[Item]], articles: Sequence[PublishedArticle], site: Published
) -> Coverage | None:
    """Set what each article carries side by side; where no two share a line there is nothing to compare."""
    if len(articles) == 1 or all(len(placed.item.evidence) == 1 for placed in told):
        return None
    rows = tuple(_row(placed, articles, site) for placed in told)
    whole = sum(all(cell.carried for cell in row.cells) for row in rows)
    everyone = "Both" if len(articles) == 2 else f"All {number(len(articles))}"
    return Coverage(
        outlets=tuple(article.label for article in articles),
        words=f"A filled disc: the outlet carries it. {everyone} carry {whole} of {len(rows)} lines.",
        rows=rows,
    )


def _row(placed: Placed[Item], articles: Sequence[PublishedArticle], site: Published) -> CoverageRow:
    cells = (Cell(article.label, article.key in placed.item.evidence) for article in articles)
    return CoverageRow(Link(_row_words(placed.item, site), f"#{placed.anchor}"), tuple(cells))


def _row_words(item: Item, site: Published) -> str:
    if isinstance(item, Quote):
        text = shortened(item.text.rstrip(", "), LONGEST_ROW)
        told = text if item.kind == "indirect" else f"“{text}”"
        return f"{capitalised(speaker_name(item, site) or NOT_NAMED)}: {told}"
    return shortened(str(getattr(item, "text", "")), LONGEST_ROW)


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

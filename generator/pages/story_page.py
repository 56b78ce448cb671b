"""A page a story."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from generator.model.brief import Brief, FigureItem, Item, KeyFact, OpenQuestion, Quote, TimelineEntry
from generator.pages.accounts import Accounts, find_accounts
from generator.pages.changes import Changed, find_changes
from generator.pages.charts import group_figures
from generator.pages.coverage import Coverage, coverage_of
from generator.pages.endnotes import Note, endnotes
from generator.pages.figure_views import FigureView, figure_view
from generator.pages.folding import LEAST, Folded, fold
from generator.pages.items import (
    EventView,
    FactView,
    Place,
    QuestionView,
    QuoteView,
    event_view,
    fact_view,
    question_view,
    quote_view,
)
from generator.pages.legend import Legend, Shared, legend_of, shared_origins
from generator.pages.order import Stretch, in_order, stretches
from generator.pages.passages import Link
from generator.pages.people import Bearer
from generator.pages.published import (
    Placed,
    Published,
    PublishedArticle,
    PublishedItems,
    PublishedStory,
    href,
)
from generator.pages.responses import find_response
from generator.pages.reviews import review_of_story
from generator.pages.speakers import Introduction, introduce, office_of, preferred_name
from generator.pages.story_top import (
    BeforeAfter,
    Dispute,
    all_questions,
    before_after,
    disputed,
    later_stories,
    sections_of,
)
from generator.pages.sureness import Sureness, sure_of_story
from generator.pages.teasers import ArticleTeaser, PageInfo, article_teaser, story_date
from generator.pages.wording import Date, capitalised, counted, description

# As many as are read in the first minute; a phone folds away the rest, of the background every screen.
# Of the news every screen shows so many, and folds away those of less weight.
MOST_NEWS = 9
NEWS, RESPONSE, QUOTES, BACKGROUND, FIGURES, QUESTIONS, CHANGES = 5, 3, 2, 3, 3, 2, 1
# 56 of 59 sentences shared
_SHARED = re.compile(r"\b(\d+) of (\d+) sentences shared\b")


@dataclass(frozen=True, slots=True)
class Readout:
    """One party's account of an occasion; `office` is what the party is, where that is known."""

    party: str
    office: str | None
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
    sureness: Sureness
    every: Shared | None
    legend: Legend
    headline_from: str | None
    before_after: BeforeAfter | None
    grouped_because: str | None
    reviewed: Link
    correction: str | None
    standfirst: str | None
    sections: tuple[Link, ...]
    disputed: tuple[Dispute, ...]
    all_questions: str | None
    news: Folded[FactView]
    more_news: Folded[FactView]
    readouts: tuple[Readouts, ...]
    response: Folded[QuoteView]
    quotes: Folded[QuoteView]
    background: Folded[FactView]
    figures: Folded[FigureView]
    timeline: tuple[Stretch[EventView], ...]
    timeline_words: str
    questions: Folded[QuestionView]
    coverage: Coverage | None
    changes: Folded[Changed]
    articles: tuple[ArticleTeaser, ...]
    notes: tuple[Note, ...]


def story_view(site: Published, story: PublishedStory, everybody: Sequence[Bearer] = ()) -> StoryView:
    """Show one story whole, and nothing of the others; `everybody` are those who have a page."""
    brief, parts = story.brief, _parts(site, story)
    articles = tuple(site.articles[key] for key in brief.articles)
    notes, every = endnotes(parts.all(), site.articles), shared_origins(parts.all(), site)
    place = Place(site, story.page, notes=notes, unsaid=every.origins.words if every else None)
    introduced = _introduced(parts.told(), site, {one.name: href(story.page, one.page) for one in everybody})

    def quoted(quote: Placed[Quote]) -> QuoteView:
        return quote_view(quote, place, introduced.get(quote.reference))

    coverage = coverage_of(parts.told(), parts.timeline, articles, site)
    news = [fact_view(fact, place) for fact in parts.news]
    shown = MOST_NEWS if len(news) >= MOST_NEWS + LEAST else len(news)
    changes = find_changes((*parts.told(), *parts.timeline), site.articles)
    return StoryView(
        page=PageInfo(story.page, brief.title, description(brief.standfirst or brief.title)),
        date=story_date(site, story),
        sureness=sure_of_story(site, story, len(later_stories(site, story))),
        every=every,
        legend=legend_of(parts.all(), site, story.page, parts.questions),
        headline_from=_headline_from(brief),
        before_after=before_after(site, story),
        grouped_because=_why_one(brief),
        reviewed=review_of_story(site, story),
        correction=brief.correction,
        standfirst=brief.standfirst,
        sections=_sections(parts, coverage, changes, articles),
        disputed=disputed(parts.questions),
        all_questions=all_questions(parts.questions),
        news=fold(news[:shown], NEWS, "fact", all_of=len(news)),
        more_news=fold(news[shown:], 0, "fact"),
        readouts=tuple(_readouts(one, place, introduced) for one in parts.accounts),
        response=fold([quoted(quote) for quote in parts.response], RESPONSE, "quotation"),
        quotes=fold([quoted(quote) for quote in parts.quotes], QUOTES, "quotation"),
        background=fold([fact_view(fact, place) for fact in parts.background], BACKGROUND, "fact"),
        figures=fold([figure_view(figure, place) for figure in parts.figures], FIGURES, "figure"),
        timeline=tuple(stretches(parts.timeline, lambda event: event_view(event, place))),
        timeline_words=capitalised(counted(len(parts.timeline), "dated event")),
        questions=fold([question_view(asked, place) for asked in parts.questions], QUESTIONS, "question"),
        coverage=coverage,
        changes=fold(changes, CHANGES, "sentence"),
        articles=tuple(article_teaser(article, story.page) for article in articles),
        notes=notes.notes,
    )


def _sections(
    parts: _Parts, coverage: Coverage | None, changes: Sequence[Changed], articles: Sequence[PublishedArticle]
) -> tuple[Link, ...]:
    return sections_of(
        News=parts.news,
        Accounts=parts.accounts,
        Response=parts.response,
        Quotes=parts.quotes,
        Background=parts.background,
        Figures=parts.figures,
        Timeline=parts.timeline,
        Questions=parts.questions,
        Coverage=coverage,
        Changes=changes,
        Articles=articles,
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
                office_of(side.party, side.quotes[0], place.site),
                tuple(quote_view(quote, place, introduced.get(quote.reference)) for quote in side.quotes),
            )
            for side in accounts.sides
        ),
    )


def _why_one(brief: Brief) -> str | None:
    """Say why the articles are one story; how many sentences all have, the open question tells."""
    if not brief.grouped_because:
        return None
    return f"{_SHARED.sub(_most, brief.grouped_because.rstrip('.'))}."


def _most(shared: re.Match[str]) -> str:
    return "most sentences shared" if 2 * int(shared[1]) > int(shared[2]) else "sentences shared"


def _headline_from(brief: Brief) -> str | None:
    entry = brief.articles.get(brief.title_from or "")
    return (entry.outlet or "the article’s own") if entry else brief.title_from

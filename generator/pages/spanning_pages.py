"""Pages that show one kind of item of all stories: timeline, who said what, figures, open questions."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.brief import Quote
from generator.model.edtf import sort_key
from generator.pages.charts import Chart, group_figures
from generator.pages.items import (
    NOT_NAMED,
    EventView,
    FigureView,
    Place,
    QuestionView,
    QuoteView,
    event_view,
    figure_view,
    question_view,
    quote_view,
    speaker_name,
)
from generator.pages.people import Bearer
from generator.pages.published import FIGURES, QUESTIONS, SPEAKERS, TIMELINE, Placed, Published, href
from generator.pages.slugs import unique_slugs
from generator.pages.teasers import PageInfo
from generator.pages.wording import Date, date, year_of

# The kinds of open questions that stand under one heading.
_QUESTION_GROUPS = (
    ("disagreements", "Disagreements", {"position", "readout", "omission", "number", "paraphrase", "accusation"}),
    ("outlook", "Forecast or announced", {"forecast", "announced"}),
    ("unknown", "Not said or not sure", {"unnamed", "date", "asked"}),
)


@dataclass(frozen=True, slots=True)
class Year:
    number: int
    events: tuple[EventView, ...]


@dataclass(frozen=True, slots=True)
class TimelineView:
    page: PageInfo
    years: tuple[Year, ...]


@dataclass(frozen=True, slots=True)
class DayOfQuotes:
    """What a speaker said on one date (None: the date is not known)."""

    date: Date | None
    quotes: tuple[QuoteView, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    anchor: str
    name: str
    role: str | None
    own_page: str | None
    days: tuple[DayOfQuotes, ...]


@dataclass(frozen=True, slots=True)
class SpeakersView:
    page: PageInfo
    speakers: tuple[Speaker, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    anchor: str
    name: str
    chart: Chart | None
    figures: tuple[FigureView, ...]


@dataclass(frozen=True, slots=True)
class FiguresView:
    page: PageInfo
    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class QuestionGroup:
    anchor: str
    name: str
    questions: tuple[QuestionView, ...]


@dataclass(frozen=True, slots=True)
class QuestionsView:
    page: PageInfo
    groups: tuple[QuestionGroup, ...]


def timeline_view(site: Published) -> TimelineView:
    """List what happened, by year, the earliest first."""
    place = Place(site, TIMELINE, spanning=True)
    events = [event for items in site.everything() for event in items.timeline]
    years: dict[int, list[EventView]] = {}
    for event in sorted(events, key=lambda e: (sort_key(e.item.date), e.spanning)):
        year = year_of(event.item.date)
        years.setdefault(year, []).append(event_view(event, place, within_year=year))
    return TimelineView(
        page=PageInfo(TIMELINE, "Timeline", "What happened when, and how each date is known.", in_nav=True),
        years=tuple(Year(year, tuple(events)) for year, events in sorted(years.items())),
    )


def speakers_view(site: Published, everybody: Sequence[Bearer] = ()) -> SpeakersView:
    """List quotations by speaker, those with most first and those without a name last; then by date."""
    place = Place(site, SPEAKERS, spanning=True)
    spoken: dict[str, list[Placed[Quote]]] = {}
    for items in site.everything():
        for quote in items.quotes:
            spoken.setdefault(speaker_name(quote.item, site) or NOT_NAMED, []).append(quote)
    ordered = sorted(spoken.items(), key=lambda one: (one[0] == NOT_NAMED, -len(one[1]), one[0].casefold()))
    anchors = unique_slugs([name for name, _ in ordered], reserved=())
    roles = {entry.name: entry.role for entry in site.names.values()}
    own_pages = {bearer.name: href(SPEAKERS, bearer.page) for bearer in everybody}
    speakers = (
        Speaker(anchor, name, roles.get(name), own_pages.get(name), _days(quotes, place))
        for anchor, (name, quotes) in zip(anchors, ordered, strict=True)
    )
    return SpeakersView(
        page=PageInfo(
            SPEAKERS, "Who said what", "Every quotation by speaker, with the chain it came through.", in_nav=True
        ),
        speakers=tuple(speakers),
    )


def _days(quotes: Sequence[Placed[Quote]], place: Place) -> tuple[DayOfQuotes, ...]:
    days: dict[str, list[QuoteView]] = {}
    for quote in sorted(quotes, key=lambda q: sort_key(said(q)) if said(q) else sort_key("9999")):
        days.setdefault(said(quote), []).append(quote_view(quote, place))
    return tuple(DayOfQuotes(date(day) if day else None, tuple(views)) for day, views in days.items())


def said(quote: Placed[Quote]) -> str:
    """Return when it was said; where that is not known "" (a story's date would be a guess)."""
    return quote.item.said or ""


def figures_view(site: Published) -> FiguresView:
    """List figures by what they measure."""
    place = Place(site, FIGURES, spanning=True)
    groups = group_figures(figure for items in site.everything() for figure in items.figures)
    return FiguresView(
        page=PageInfo(FIGURES, "Figures", "Every quantity, what it measures and who counted it.", in_nav=True),
        measures=tuple(
            Measure(group.anchor, group.measure, group.chart, tuple(figure_view(f, place) for f in group.figures))
            for group in groups
        ),
    )


def questions_view(site: Published) -> QuestionsView:
    """List what is disputed or not known, the newest stories first."""
    place = Place(site, QUESTIONS, spanning=True)
    questions = [question for items in site.everything() for question in items.questions]
    groups = (
        QuestionGroup(anchor, name, tuple(question_view(q, place) for q in questions if q.item.kind in kinds))
        for anchor, name, kinds in _QUESTION_GROUPS
    )
    return QuestionsView(
        page=PageInfo(
            QUESTIONS, "Open questions", "What the articles leave open, contradict or only forecast.", in_nav=True
        ),
        groups=tuple(group for group in groups if group.questions),
    )

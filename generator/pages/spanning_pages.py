"""Pages that show one kind of item of all stories: who said what, figures, open questions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.model.brief import Quote
from generator.pages.changes import Print, mark_changes
from generator.pages.charts import Chart, group_figures
from generator.pages.days import DayOfQuotes, by_day, days_of
from generator.pages.endnotes import Note, endnotes
from generator.pages.figure_views import FigureView, figure_view
from generator.pages.items import NOT_NAMED, Place, QuestionView, question_view, speaker_name
from generator.pages.legend import Legend, legend_of
from generator.pages.openness import tally
from generator.pages.passages import Piece
from generator.pages.people import Bearer
from generator.pages.published import FIGURES, QUESTIONS, SPEAKERS, Placed, Published, href
from generator.pages.slugs import unique_slugs
from generator.pages.speakers import introduce, preferred_name
from generator.pages.teasers import PageInfo, story_date
from generator.pages.wording import capitalised, date

# The kinds of open questions that stand under one heading.
_QUESTION_GROUPS = (
    (
        "disagreements",
        "Disputed or told differently",
        {"position", "readout", "omission", "number", "paraphrase", "accusation"},
    ),
    ("outlook", "Forecast or announced", {"forecast", "announced"}),
    ("unknown", "Not said or not sure", {"unnamed", "date", "asked"}),
)


@dataclass(frozen=True, slots=True)
class Speaker:
    anchor: str
    name: str
    role: str | None
    own_page: str | None
    days: tuple[DayOfQuotes, ...]


@dataclass(frozen=True, slots=True)
class PositionView:
    """What one side says over time, matter by matter; marked is what the words before did not have."""

    speaker: str
    matters: tuple[tuple[Print, ...], ...]


@dataclass(frozen=True, slots=True)
class SpeakersView:
    page: PageInfo
    legend: Legend
    positions: tuple[PositionView, ...]
    speakers: tuple[Speaker, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    anchor: str
    name: str
    mixed: bool
    chart: Chart | None
    figures: tuple[FigureView, ...]


@dataclass(frozen=True, slots=True)
class FiguresView:
    page: PageInfo
    legend: Legend
    measures: tuple[Measure, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class QuestionGroup:
    anchor: str
    name: str
    questions: tuple[QuestionView, ...]


@dataclass(frozen=True, slots=True)
class QuestionsView:
    page: PageInfo
    tally: str
    legend: Legend
    groups: tuple[QuestionGroup, ...]
    notes: tuple[Note, ...]


def speakers_view(site: Published, everybody: Sequence[Bearer] = ()) -> SpeakersView:
    """List quotations by speaker, those with most first and those without a name last; then by date."""
    spoken: dict[str, list[Placed[Quote]]] = {}
    for items in site.everything():
        for quote in items.quotes:
            spoken.setdefault(speaker_name(quote.item, site) or NOT_NAMED, []).append(quote)
    ordered = sorted(spoken.items(), key=lambda one: (one[0] == NOT_NAMED, -len(one[1]), one[0].casefold()))
    anchors = unique_slugs([name for name, _ in ordered], reserved=())
    ordered = [(name, by_day(quotes)) for name, quotes in ordered]
    every = [quote for _, quotes in ordered for quote in quotes]
    notes = endnotes(every, site.articles)
    place = Place(site, SPEAKERS, spanning=True, notes=notes)
    own_pages = {bearer.name: href(SPEAKERS, bearer.page) for bearer in everybody}
    speakers = (
        Speaker(anchor, name, _role(quotes[0], site), own_pages.get(name), days_of(quotes, place))
        for anchor, (name, quotes) in zip(anchors, ordered, strict=True)
    )
    return SpeakersView(
        page=PageInfo(
            SPEAKERS, "Who said what", "Every quotation by speaker, with the chain it came through.", in_nav=True
        ),
        legend=legend_of(every, site, SPEAKERS),
        positions=_positions(site),
        speakers=tuple(speakers),
        notes=notes.notes,
    )


def _positions(site: Published) -> tuple[PositionView, ...]:
    """Show each position of which two quotations or more are published, each beside what was said before it."""
    quotes = {quote.reference: quote for items in site.everything() for quote in items.quotes}
    sides: dict[str, list[tuple[Print, ...]]] = {}
    for position in site.overview.positions:
        said = [quotes[name] for name in position.quotes if name in quotes]
        if len(said) > 1:
            speaker = capitalised(preferred_name(position.speaker, site))
            sides.setdefault(speaker, []).append(tuple(_told_over_time(said, site)))
    return tuple(PositionView(speaker, tuple(matters)) for speaker, matters in sides.items())


def _told_over_time(quotes: Sequence[Placed[Quote]], site: Published) -> Iterator[Print]:
    first, second = quotes[:2]
    yield _told(first, mark_changes(first.item.text, second.item.text)[0], site)
    for before, after in pairwise(quotes):
        yield _told(after, mark_changes(before.item.text, after.item.text)[1], site)


def _told(quote: Placed[Quote], words: tuple[Piece, ...], site: Published) -> Print:
    """Date it to the day it was said; where that is not known, to the story it is told in, and say so."""
    item, story = quote.item, story_date(site, quote.story) if quote.story else None
    when = date(item.said, how_dated=item.how_dated).words if item.said else "Date not given"
    if story and not item.said:
        when += f" (story: {story.words})"
    return Print(capitalised(when), words, href(SPEAKERS, quote.page, quote.anchor))


def _role(quote: Placed[Quote], site: Published) -> str | None:
    office = introduce(quote, site, None).office
    return capitalised(office) if office else None


def figures_view(site: Published) -> FiguresView:
    """List figures by what they measure."""
    groups = group_figures(figure for items in site.everything() for figure in items.figures)
    figures = [figure for group in groups for figure in group.figures]
    notes = endnotes(figures, site.articles)
    place = Place(site, FIGURES, spanning=True, notes=notes)
    return FiguresView(
        page=PageInfo(FIGURES, "Figures", "Every quantity, what it measures and who counted it.", in_nav=True),
        legend=legend_of(figures, site, FIGURES),
        measures=tuple(
            Measure(
                group.anchor,
                group.measure,
                group.mixed,
                group.chart,
                tuple(figure_view(figure, place) for figure in group.figures),
            )
            for group in groups
        ),
        notes=notes.notes,
    )


def questions_view(site: Published) -> QuestionsView:
    """List what is disputed or not known, the newest stories first."""
    questions = [question for items in site.everything() for question in items.questions]
    grouped = [
        (anchor, name, [question for question in questions if question.item.kind in kinds])
        for anchor, name, kinds in _QUESTION_GROUPS
    ]
    listed = [question for *_, asked in grouped for question in asked]
    notes = endnotes(listed, site.articles)
    place = Place(site, QUESTIONS, spanning=True, notes=notes)
    return QuestionsView(
        page=PageInfo(
            QUESTIONS, "Open questions", "What the articles leave open, contradict or only forecast.", in_nav=True
        ),
        tally=capitalised(tally(questions)),
        legend=legend_of(listed, site, QUESTIONS, questions),
        groups=tuple(
            QuestionGroup(anchor, name, tuple(question_view(question, place) for question in asked))
            for anchor, name, asked in grouped
            if asked
        ),
        notes=notes.notes,
    )

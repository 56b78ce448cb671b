"""What a template is given of each kind of item: all wording done, nothing left to compute."""

from dataclasses import dataclass

from generator.model.brief import FigureItem, Item, KeyFact, OpenQuestion, Quote, TimelineEntry
from generator.model.edtf import MONTHS, is_uncertain, sort_key
from generator.pages.endnotes import NO_NOTES, Endnotes
from generator.pages.openness import ONE_SIDE, badges_of, kind_words, questions_on
from generator.pages.passages import Link, Origins, Passage, fragments, passage_of, passages, told_in
from generator.pages.published import QUESTIONS, Placed, Published, href
from generator.pages.speakers import Introduction
from generator.pages.told import Words, parted, quoted
from generator.pages.voices import told_by
from generator.pages.wording import Badge, Date, capitalised, date, is_year
from generator.siblings import normal_words

QUOTE_KINDS = {"direct": "Direct quotation", "partial": "Partial quotation", "indirect": "Reported speech"}
NOT_NAMED = "Speaker not named"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a view is shown: on its story's page, or (`spanning`) on one that shows many stories'.

    `notes` are the page's endnotes; `unsaid` is what the page says once of its lines' origins.
    """

    site: Published
    here: str
    spanning: bool = False
    notes: Endnotes = NO_NOTES
    unsaid: str | None = None

    def shared(
        self, placed: Placed[Item]
    ) -> tuple[str, Passage, Origins | None, str, str | None, tuple[Link, ...], bool]:
        """Return what all items show, in the order of `ItemView`."""
        passage = passage_of(placed.item, self.here, self.site.articles)
        anchor = placed.spanning if self.spanning else placed.anchor
        said = passage.origins.words == self.unsaid or isinstance(placed.item, OpenQuestion)
        origins = None if said else passage.origins
        note, edited = self.notes.of(placed), placed.reference in self.site.edited
        return anchor, passage, origins, note, placed.item.correction, self._stories(placed), edited

    def _stories(self, placed: Placed[Item]) -> tuple[Link, ...]:
        """Lead from a page of many stories to an item's own, or to all that tell one of the briefing's."""
        if not self.spanning:
            return ()
        if placed.story:
            title = "In the story" if len(self.site.stories) == 1 else placed.story.brief.title
            return (Link(title, href(self.here, placed.page, placed.anchor)),)
        telling = {*told_in(placed.item)}
        return tuple(
            Link(story.brief.title, href(self.here, story.page))
            for story in self.site.stories
            if telling & story.brief.articles.keys()
        )

    def asked(self, placed: Placed[KeyFact] | Placed[TimelineEntry] | Placed[FigureItem]) -> tuple[Link, ...]:
        """Lead to the questions that a line is itself the matter of."""
        own = (self.site.items[placed.story.slug],) if placed.story else self.site.everything()
        questions = (question for part in own for question in part.questions)
        return tuple(Link(mark, self.leads_to(one)) for mark, one in questions_on(placed.item, questions))

    def leads_to(self, question: Placed[OpenQuestion]) -> str:
        """Return the address of a question: in this story, else on the page of all questions."""
        if question.page == self.here:
            return f"#{question.anchor}"
        return href(self.here, QUESTIONS, question.spanning)


@dataclass(frozen=True, slots=True)
class ItemView:
    """What all items show: anchor, passage, a correction, and their stories on pages that span stories.

    `origins` is None where the page has said it of all its lines, and of a question, whose passages are of several
    sides; `note` is the number of the endnote that a print has for the passage; `edited`: a person wrote or changed
    it.
    """

    anchor: str
    passage: Passage
    origins: Origins | None
    note: str
    correction: str | None
    stories: tuple[Link, ...]
    edited: bool


@dataclass(frozen=True, slots=True)
class FactView(ItemView):
    """A fact; `asked` leads to the questions that it is itself the matter of."""

    words: tuple[Words, ...]
    basis: str
    asked: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class QuoteView(ItemView):
    """A quotation with the marks that its kind is written with; `introduced` where its speaker first speaks."""

    kind: str
    kind_words: str
    words: tuple[Words, ...]
    speaker: str
    details: tuple[str, ...]
    said: Date | None
    introduced: Introduction | None


@dataclass(frozen=True, slots=True)
class EventView(ItemView):
    """A timeline entry; `kind` is stated, year (derived), derived, uncertain or announced; `asked` as of a fact."""

    kind: str
    date: Date
    words: tuple[Words, ...]
    badges: tuple[Badge, ...]
    how: str | None
    asked: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class QuestionView(ItemView):
    question: str
    badges: tuple[Badge, ...]
    kind: str
    because: str
    answer: str | None


def fact_view(placed: Placed[KeyFact], place: Place) -> FactView:
    asked = place.asked(placed)
    return FactView(
        *place.shared(placed),
        words=words_of(placed.item),
        basis=told_by(placed.item, place.site.articles, claimed=any(one.text == ONE_SIDE for one in asked)),
        asked=asked,
    )


def words_of(item: KeyFact | TimelineEntry) -> tuple[Words, ...]:
    return parted(item.text, [text for _, text in passages(item)])


def quote_view(placed: Placed[Quote], place: Place, introduced: Introduction | None = None) -> QuoteView:
    item = placed.item
    return QuoteView(
        *place.shared(placed),
        kind=item.kind,
        kind_words=QUOTE_KINDS[item.kind],
        words=quoted(item),
        speaker=capitalised(speaker_name(item, place.site) or NOT_NAMED),
        details=tuple(filter(None, [f"to {item.to}" if item.to else "", _chain(item.via)])),
        said=date(item.said, how_dated=item.how_dated) if item.said else None,
        introduced=introduced,
    )


def speaker_name(quote: Quote, site: Published) -> str | None:
    """Return the speaker by the preferred name of names.yml."""
    if quote.speaker is None:
        return None
    entry = site.names.get(quote.speaker.casefold())
    return entry.name if entry else quote.speaker


def _chain(via: list[str]) -> str:
    """Say through whom it came, the one nearest to the speaker last."""
    if not via:
        return ""
    return f"as {via[0]} reported" + "".join(f", citing {name}" for name in via[1:])


def event_view(placed: Placed[TimelineEntry], place: Place, within_year: int | None = None) -> EventView:
    item = placed.item
    badges = [Badge("announced", "Announced")] if _is_to_come(item, place.site) else []
    if is_uncertain(item.date):
        badges.append(Badge("uncertain", "Day not known" if item.date.startswith("[") else "Uncertain"))
    if item.dated == "derived":
        badges.append(_derived(item))
    elif not is_uncertain(item.date):
        badges.append(Badge("stated", "Date stated"))
    return EventView(
        *place.shared(placed),
        kind=badges[0].kind,
        date=event_date(item, within_year),
        words=words_of(item),
        badges=tuple(badges),
        how=item.how_dated,
        asked=place.asked(placed),
    )


def _is_to_come(event: TimelineEntry, site: Published) -> bool:
    """Tell an event that all its articles announce: they were published before it could take place."""
    published = [site.articles[key].entry.published for key in event.evidence]
    latest = max((sort_key(when)[1] for when in published if when), default=None)
    return latest is not None and None not in published and latest < sort_key(event.date)[0]


def _derived(event: TimelineEntry) -> Badge:
    """Say what of a date was worked out: of “24 February” the year alone."""
    derived = Badge("derived", "Date worked out")
    _, month, day = (*event.date.split("-"), "", "")[:3]
    if not month.isdecimal() or not 1 <= int(month) <= len(MONTHS) or not (day.isdecimal() or not day):
        return derived
    words = normal_words(" ".join(fragments(event)))
    name = MONTHS[int(month) - 1].casefold()
    numbers = [int(word) for word in words if word.isdecimal()]
    stated = {name, name[:3]} & {*words} and numbers == ([int(day)] if day else [])
    return Badge("year", "Year worked out") if stated else derived


def event_date(event: TimelineEntry, within_year: int | None = None) -> Date:
    """Say when something happened; what is known by its year alone happened some time in it."""
    said = date(event.date, within_year, event.how_dated)
    return Date(f"In {said.words}", said.machine) if is_year(event.date) else said


def question_view(placed: Placed[OpenQuestion], place: Place) -> QuestionView:
    item = placed.item
    return QuestionView(
        *place.shared(placed),
        question=item.question,
        badges=badges_of(item),
        kind=kind_words(item),
        because=item.because,
        answer=item.answer,
    )

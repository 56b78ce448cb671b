"""What the extraction finds in one article; every span is half-open, in code points of `Article.text`."""

from dataclasses import dataclass
from typing import Literal

from generator.model.article import Article

NameKind = Literal["person", "organisation", "place", "other"]
QuotationKind = Literal["direct", "partial", "indirect"]
Gender = Literal["m", "f"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
FigureStatus = Literal["reported", "forecast"]
EventStatus = Literal["happened", "announced"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its closing mark, without the blanks around it. `paragraph` counts from 0."""

    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Name:
    """A mention of a person, an organisation or a place.

    `name` is the fullest form that the article gives (or the preferred one of names.yml), the same for every
    mention of one bearer. `role` is the office or description that the text sets beside this mention.
    The span holds the name alone, without title or role. `gender` is what forms of address and roles anywhere in
    the article tell of the bearer, else the first name; None where nothing does or they disagree.
    """

    start: int
    end: int
    name: str
    kind: NameKind
    role: str | None
    rule: str
    gender: Gender | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """One contiguous stretch of what somebody said, without the marks around it.

    The stretches of one utterance share `group`. `speaker` is the fullest name that the text gives, else the
    phrase as it stands ("a State Department spokesperson"), else None. `cue` is the verb or phrase that
    attributes it; `via` the chain it came through, nearest to the speaker last; `addressee` who was told.
    An indirect quotation is the reported clause.
    """

    start: int
    end: int
    text: str
    speaker: str | None
    kind: QuotationKind
    cue: str | None
    via: tuple[str, ...]
    addressee: str | None
    group: int
    rule: str


@dataclass(frozen=True, slots=True)
class DateMention:
    """An expression of time, with its value in TIMEX3 and, where it is a calendar date, in EDTF.

    `how` says in plain words how the date was worked out, for an editor (“last week” in an article of
    15 June 2022); None where the text states it whole.
    """

    start: int
    end: int
    text: str
    edtf: str | None
    type: TimexType
    value: str
    how: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Event:
    """A reported happening within one sentence: the span of its clause, and the day (EDTF) it took place.

    `date` is the same as YYYY, YYYY-MM or YYYY-MM-DD, the most precise of these that is certain; `stated` is
    False where the date was worked out, and `how` says from what. An announced one is dated to the day it is
    announced for: whether it then took place is not known.
    """

    start: int
    end: int
    date: str
    edtf: str
    stated: bool
    how: str
    rule: str
    status: EventStatus = "happened"


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity. The span and `text` hold the quantity as written ("more than $147 billion").

    `value` is in units of `unit` (magnitude words multiplied out; a percentage of 40 is 40 with unit "%");
    `unit` is an ISO 4217 code, "%", a unit of measure, or the thing counted. `bound` is the word that makes
    it inexact ("more than"). `period` is EDTF. `measure` is what is measured, in the article's own words.
    `base` (EDTF) is what a change is measured from: 2019 of "up 30 percent on 2019".
    """

    start: int
    end: int
    text: str
    value: float
    unit: str | None
    bound: str | None
    period: str | None
    measure: str | None
    counted_by: str | None
    status: FigureStatus
    rule: str
    base: str | None = None


@dataclass(frozen=True, slots=True)
class Findings:
    """An article with all that was found in it, each kind in document order."""

    article: Article
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]
    quotations: tuple[Quotation, ...]
    dates: tuple[DateMention, ...]
    events: tuple[Event, ...]
    figures: tuple[Figure, ...]

    @property
    def happenings(self) -> tuple[Event, ...]:
        """The events that took place, without those only announced."""
        return tuple(event for event in self.events if event.status == "happened")

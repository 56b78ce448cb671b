"""What an expression of time is read against: the day of publication, the tense, and what was named before."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from generator.extract.dates.grammar import Phrase
from generator.extract.dates.periods import Period
from generator.model.findings import TimexType

PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means.

    `basis` is what it was worked out from: PUBLISHED, the words of another expression, or None where the text
    states it whole. `start` and `end` are set where the reading covers a part of the expression only.
    """

    type: TimexType
    value: str
    period: Period | None = None
    basis: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """A period that the text has named, the words it did so with, and where they end."""

    period: Period
    words: str
    end: int


@dataclass(slots=True)
class Context:
    """One reading of a text from one day of publication, as far as it has got.

    `last` is the period named last, `quarter` the quarter, `frame` the year that opens the sentence ("In 2014, …");
    `following` are the next two expressions after the one being read; `earliest` tells that the day of publication
    is not known, and that this is the first it may be; `weekdays` are the days told of by their bare names.
    """

    text: str
    today: date
    direction: Callable[[Phrase], int]
    following: Sequence[Phrase] = ()
    last: Named | None = None
    quarter: Named | None = None
    frame: Named | None = None
    earliest: bool = False
    weekdays: set[date] = field(default_factory=set)


def dated(period: Period, basis: str | None) -> Reading:
    return Reading("DATE", period.value, period, basis)

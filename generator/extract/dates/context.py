"""What an expression of time is read against: the day of publication, the tense, and what was named before."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from generator.extract.dates.grammar import Phrase
from generator.extract.dates.periods import Period
from generator.model.findings import TimexType

PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means. `basis` is what it was counted from: PUBLISHED, words of the text, or None."""

    type: TimexType
    value: str
    period: Period | None = None
    basis: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(slots=True)
class Context:
    """One reading of a text from one day of publication, as far as it has got."""

    text: str
    today: date
    direction: Callable[[Phrase], int]
    last: Period | None = None
    last_words: str = ""
    quarter: Period | None = None
    quarter_words: str = ""


def dated(period: Period, basis: str | None) -> Reading:
    return Reading("DATE", period.value, period, basis)

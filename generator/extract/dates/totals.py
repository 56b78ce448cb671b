"""What a total tells of the day it was told on: one for "the first four months of the year" comes after these."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from generator.extract.dates import periods
from generator.extract.dates.context import PUBLISHED, Reading
from generator.extract.dates.grammar import Phrase
from generator.lexicon import read_lexicon

# said | that exports had reached 70 billion dollars in the first four months of the year
_TOLD_TOTAL = re.compile(
    r"\bthat\b[^.!?]{0,160}?\bhad\b[^.!?]{0,160}?\bfirst\s+(?P<count>\w{1,10})\s+months\s+of\s+(?:the|this)\s+year\b"
)
_WEEK = timedelta(7)


def after_totals(
    text: str, phrases: Sequence[Phrase], readings: Sequence[list[Reading]], today: date
) -> list[list[Reading]]:
    """Return readings from the first possible day of publication, a weekday that must be later put a week on.

    `today` is the day after the months that the article tells as over. Who says on a Wednesday what these months
    came to does not say it on the last Wednesday of them.
    """
    totals = [match.start() for match in _TOLD_TOTAL.finditer(text) if _months(match) == today.month - 1]
    later: set[date] = set()
    for total in totals if today.day == 1 else ():
        named = [
            reading.period.first
            for phrase, several in zip(phrases, readings, strict=True)
            for reading in several
            if phrase.start < total and reading.period and _is_bare_weekday(phrase, reading)
        ]
        later.update(day for day in named[-1:] if day < today)
    return [
        [_a_week_on(one) if one.period and one.period.first in later else one for one in several]
        if phrase.rule == "weekday"
        else several
        for phrase, several in zip(phrases, readings, strict=True)
    ]


def _months(match: re.Match[str]) -> int:
    word = match["count"].lower()
    value = read_lexicon("units")["numbers"].get(word, word)
    return int(value) if str(value).isdecimal() else 0


def _is_bare_weekday(phrase: Phrase, reading: Reading) -> bool:
    return phrase.rule == "weekday" and reading.basis == PUBLISHED and not phrase.has("LAST", "NEXT", "PREVIOUS")


def _a_week_on(reading: Reading) -> Reading:
    if reading.period is None:
        return reading
    later = periods.day(reading.period.first + _WEEK)
    return replace(reading, period=later, value=f"{later.value}{reading.value[len(later.value) :]}")

"""Days counted from a happening that the article dates elsewhere: "the day after the vote"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.extract.dates import durations, periods
from generator.extract.dates.context import Context, Reading, dated
from generator.extract.dates.durations import NUMBERS
from generator.extract.dates.grammar import Phrase
from generator.extract.dates.lexer import number_value
from generator.extract.dates.periods import Period
from generator.extract.dates.screen import listed

MANY = 100  # days, and counts from them: of a longer list (a chronicle) no more are compared, to stay linear
REACH = 120  # characters of a clause in which a happening and its day stand together
# the day after [the vote in the lower house], when …
_HAPPENING = re.compile(r"\s{1,3}([^.,;:!?()“”\"—–\n]{2,90})")
_BREAK = re.compile(r"\b(?:and|but|when|which|who|while|as|because|that|after|before)\b|[.,;:!?()“”\"—–\n]")
_SUBJECT = re.compile(r"(?<=\w)\s+(?:he|she|they|it|we|I)\b")  # the day before the vote [he] spoke
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_OF = re.compile(r"\b(?:of|in|at|on|by|with|for|to|from|against|over|into)\b")
_ANY = re.compile(r"\s+an?\b")  # the day before [a] vote: which one?
_BLANK = re.compile(r"\s{1,3}")
_STOPS = re.compile(r"\s*(?:\Z|[^\w\s]|\n)")  # he fled the day after[.]
STEM = 5  # letters that the forms of a word share: invasion, invaded


def counted(phrase: Phrase, context: Context) -> Reading | None:
    """Read "the year before" from what was named last; of "two days before the vote" the stretch, for a start."""
    unit, shift = _step(phrase)
    last = context.last
    if _STOPS.match(context.text, phrase.end):
        if last is None or periods.around(unit, last.period.first).last < last.period.last:
            return None
        return dated(periods.around(unit, last.period.first, shift), last.words)
    if phrase.has("THE"):
        return None
    return replace(durations.lasting(phrase, context), end=phrase.tokens[-2].end)


def count_from_happenings(text: str, phrases: Sequence[Phrase], readings: list[list[Reading]]) -> None:
    """Put in place of the stretch ("two days") the day, where the text dates the happening it is counted from."""
    waiting = [at for at, phrase in enumerate(phrases) if phrase.rule == "counted"][:MANY]
    if not waiting:
        return
    days = [
        (phrase, reading)
        for phrase, several in zip(phrases, readings, strict=True)
        for reading in several
        if phrase.rule != "counted" and reading.period and reading.period.unit == "D"
    ][:MANY]
    for at in waiting:
        phrase = phrases[at]
        found = {
            reading.period.first: (day, reading.period)
            for day, reading in _days_of(phrase, days, text)
            if reading.period
        }
        if len(found) == 1 and not _STOPS.match(text, phrase.end) and not _inexact(phrase, text):
            ((day, period),) = found.values()
            if reading := _shifted(phrase, period, text[day.start : day.end]):
                readings[at] = [reading]


def _inexact(phrase: Phrase, text: str) -> bool:
    return phrase.has("APPROX") or "couple" in text[phrase.start : phrase.end]


def _shifted(phrase: Phrase, period: Period, basis: str) -> Reading | None:
    unit, shift = _step(phrase)
    try:
        return dated(periods.around(unit, period.first, shift), basis)
    except (OverflowError, ValueError):  # hours after it, or beyond the calendar
        return None


def _step(phrase: Phrase) -> tuple[str, int]:
    """Return the unit and how many of it: D and -2 for "two days before"."""
    unit = phrase.last("DAYU", "WEEKU", "MONTHU", "YEARU", "UNITS")
    number = phrase.last(*NUMBERS)
    count = int(number_value(number.value)) if number else 1
    return unit.value if unit else "", -count if phrase.has("BEFORE") else count


def _days_of(phrase: Phrase, days: Sequence[tuple[Phrase, Reading]], text: str) -> Iterator[tuple[Phrase, Reading]]:
    """Yield the days that the text gives to what a count starts from."""
    for day, reading in days:  # the day after Christmas
        if _BLANK.fullmatch(text, phrase.end, day.start):
            yield day, reading
            return
    happening = _HAPPENING.match(text, phrase.end)
    if not happening:
        return
    if _ANY.match(text, phrase.end):
        return
    words = _BREAK.split(_SUBJECT.split(happening.group(1))[0])[0]
    stems = [word[:STEM].lower() for word in _WORD.findall(words) if word not in listed("unspecific")]
    heads = _WORD.findall(_OF.split(words)[0])
    if not stems or not heads or heads[-1] in listed("unspecific"):
        return
    head = re.escape(heads[-1][:STEM].lower())
    before = re.compile(
        rf"\b{head}\w*(?:\s+(?:of|in|at|for|against)(?:\s+[\w’'-]+){{1,5}}?)?"
        rf"(?:\s+(?:{'|'.join(listed('took_place'))}))?(?:\s+on)?\s+\Z"
    )
    behind = re.compile(rf"(?:['’]s)?(?:\s+[a-z-]+){{0,2}}?\s+{head}\w*\b")
    for day, reading in days:
        clause = _clause_before(text, day.start)
        if listed("says") & set(_WORD.findall(clause)):
            continue
        told = {word[:STEM].lower() for word in _WORD.findall(clause)}
        if (
            (len(stems) > 1 and told.issuperset(stems))
            or before.search(clause.lower())
            or (len(heads) > 1 and behind.match(text[day.end : day.end + REACH].lower()))
        ):
            yield day, reading


def _clause_before(text: str, end: int) -> str:
    return _BREAK.split(text[max(0, end - REACH) : end])[-1]

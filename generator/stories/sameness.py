"""Whether two sentences tell the same, in part or in whole."""

import re
from collections.abc import Sequence
from functools import cache

from generator.lexicon import read_lexicon
from generator.stories.days import gives_day, is_day, may_be_same
from generator.stories.evidence import Told
from generator.stories.figures import LEAST_COUNT
from generator.stories.lede import SAME_NEWS
from generator.stories.words import content_words, numbers_in, overlap, phrases

# Above this part of the smaller one's words, two facts tell the same.
TOLD_BEFORE = 0.6
OF_LONGER = 0.34
# The same for one that names a person whom the other does not.
TOLD_OF_ANOTHER = 0.75
# The part that two sentences with one figure tell in common.
SAME_FIGURE = 0.7
# With a figure in common, and none that one has alone, two sentences tell the same with fewer words in common.
WITH_SAME_FIGURE = 0.3
# Two sentences of one day tell the same with a smaller part in common.
SAME_DAY = 0.5
# Above this part of its words in another, a sentence is told by it; less where both give one day.
HELD, HELD_ON_DAY = 0.8, 0.65
# So much of a fact is in a sentence that tells the same.
BORNE_OUT = 0.6
# Words beside names that two ledes share if they tell one event; one does beside so many names.
LEAST_WHAT, MANY_NAMES = 2, 3
# Letters that a verb and its noun have in common.
STEM_LETTERS = 6
# Words that two sayings of one speaker have in common, by how they begin, and the part of the shorter one's.
SAME_STEMS, SAME_PART = 2, 0.5
# Fewer words in common are chance.
LEAST_SHARED = 4
# in 1989 | 1989
_YEAR = re.compile(r"(?:[A-Za-z]+ )?(?:1\d|20)\d\d")


def told_by(told: Told, other: Told) -> float:
    """Return which part of a sentence another tells; where all its figures are in the other, most of it."""
    return max(overlap(told.words, other.words), SAME_FIGURE * _has_only_figures_of(told, other))


def tells_same(one: Told, other: Told) -> bool:
    days = _days(one), _days(other)
    if _on_other_days(*days) or _differ_in_numbers(one, other):
        return False
    left, right = stems(one), stems(other)
    least = SAME_DAY if all(days) else TOLD_BEFORE
    if _persons(one) - _persons(other) and _persons(other) and not all(days):
        least = TOLD_OF_ANOTHER
    if _has_only_figures_of(one, other) and overlap(left, right) >= WITH_SAME_FIGURE:
        return True
    return overlap(left, right) >= least and len(left & right) >= OF_LONGER * max(len(left), len(right))


def holds(told: Told, other: Told) -> bool:
    """Tell whether a sentence tells all that another tells: its words, on no other day, with no other number."""
    days = _days(told), _days(other)
    denied = [bool(_denials().search(one.text)) for one in (told, other)]
    differ = _on_other_days(*days) or _differ_in_numbers(told, other)
    if differ or not _figures(other) <= _figures(told) or denied[0] != denied[1]:
        return False
    shared = stems(told) & stems(other)
    same_day = any(day in days[1] and is_day(day) for day in days[0])
    least = HELD_ON_DAY if same_day else HELD
    return len(shared) >= max(LEAST_SHARED, least * len(stems(other)))


def bears_out(told: Told, other: Told) -> bool:
    """Tell whether another outlet's sentence tells a fact: most of it, or what came to pass on its day."""
    if not holds(told, other):
        return False
    same_day = any(day in _days(other) and is_day(day) for day in _days(told))
    return same_day or len(stems(told) & stems(other)) >= BORNE_OUT * len(stems(told))


def lead_with_same(one: Told, other: Told) -> bool:
    """Tell whether the ledes of two articles tell one event: its day, who is in it, what it was, its numbers.

    A figure in common says it alone; else a name must be, with two words that are none, or three names with one.
    """
    if _on_other_days(_days(one), _days(other)) or _counts_otherwise(one, other):
        return False
    if overlap(one.words, other.words) < SAME_NEWS:
        return False
    names = {name.name for name in other.names}
    kinds = {name.name: name.kind for name in one.names if name.name in names}
    words = len((stems(one) & stems(other)) - _names(one) - _names(other))
    named = not set(kinds.values()) <= {"place"} and words >= (1 if len(kinds) >= MANY_NAMES else LEAST_WHAT)
    return named or any(unit for _, unit in _figures(one) & _figures(other))


def _differ_in_numbers(one: Told, other: Told) -> bool:
    """Tell whether each of two sentences has a number that the other lacks: four boats, three boats."""
    return bool(_numbers(one) - _numbers(other) and _numbers(other) - _numbers(one))


def _counts_otherwise(one: Told, other: Told) -> bool:
    """Tell whether two sentences that count have no number in common, or none of a unit that both count in."""
    figures, others = _figures(one), _figures(other)
    units = {unit for _, unit in figures} & {unit for _, unit in others}
    none_shared = _numbers(one) and _numbers(other) and not _numbers(one) & _numbers(other)
    return bool(none_shared) or not units <= {unit for _, unit in figures & others}


def _numbers(told: Told) -> frozenset[str]:
    """Return the numbers of a sentence, the years too, but none of other dates."""
    dates = [(mention.start, mention.end) for mention in told.dates if not _YEAR.fullmatch(mention.text)]
    found = ((told.start + at, number) for at, number in numbers_in(told.text))
    return frozenset(number for at, number in found if not any(start <= at < end for start, end in dates))


def _names(told: Told) -> frozenset[str]:
    return frozenset(word[:STEM_LETTERS] for name in told.names for word in content_words(name.name))


def say_same(some: Sequence[str], others: Sequence[str]) -> bool:
    """Tell whether two sayings of one speaker, by their content words, say the same."""
    left, right = ({word[:STEM_LETTERS] for word in words} for words in (some, others))
    return len(left & right) >= max(SAME_STEMS, SAME_PART * min(len(left), len(right)))


def stems(told: Told) -> frozenset[str]:
    """Return the words of a sentence as they begin, dates aside: resigned and resignation are one."""
    dates = {word for mention in told.dates for word in content_words(mention.text)}
    return frozenset(word[:STEM_LETTERS] for word in told.words - dates)


def _persons(told: Told) -> frozenset[str]:
    return frozenset(name.name for name in told.names if name.kind == "person")


@cache
def _denials() -> re.Pattern[str]:
    return phrases(read_lexicon("stopwords")["negations"])


def _days(told: Told) -> set[str]:
    return {event.edtf for event in told.events if gives_day(told, event)}


def _on_other_days(days: set[str], others: set[str]) -> bool:
    return bool(days and others) and not any(may_be_same(day, other) for day in days for other in others)


def _has_only_figures_of(told: Told, other: Told) -> bool:
    """Tell whether all figures of a sentence, more than a handful, stand in another."""
    figures = {(value, unit) for value, unit in _figures(told) if value >= LEAST_COUNT}
    numbers = {word for word in told.words if word.isdigit()}
    return bool(figures) and figures <= _figures(other) and numbers <= other.words


def _figures(told: Told) -> set[tuple[float, str | None]]:
    return {(figure.value, figure.unit) for figure in told.figures}

"""On which day something was said: the occasion it was said on, dated in another sentence."""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from generator.lexicon import read_lexicon
from generator.stories.days import gives_day
from generator.stories.evidence import Coverage, Told

# For each origin, the days that its articles give for an occasion ("call").
Occasions = Mapping[tuple[int, str], frozenset[str]]


def find_occasions(coverage: Coverage) -> Occasions:
    """Return the days on which the occasions of a story took place, by origin and last word of their name."""
    days: dict[tuple[int, str], set[str]] = defaultdict(set)
    for told in coverage.told.values():
        for event in told.events:
            if gives_day(told, event):
                clause = told.text[event.start - told.start : event.end - told.start]
                for noun in _noun().findall(clause):
                    days[coverage.origins[told.place.article], _last(noun)].add(coverage.sure(event.edtf))
    return {key: frozenset(found) for key, found in days.items()}


def day_of_occasion(coverage: Coverage, occasions: Occasions, told: Told) -> tuple[str, str] | None:
    """Return the one day of the occasion on which the sentence says that something was said, and those words."""
    days: set[str] = set()
    words = ""
    for match in _during().finditer(told.text):
        days |= occasions.get((coverage.origins[told.place.article], _last(match[1])), frozenset())
        words = words or match[0]
    return (days.pop(), words) if len(days) == 1 else None


def is_again(text: str, other: str) -> bool:
    """Tell whether a sentence goes on about the occasion of another: “The call fell on her birthday”."""
    match = _the_occasion().match(text)
    return match is not None and text != other and bool(re.search(rf"\b{re.escape(_last(match[1]))}\b", other))


def _last(noun: str) -> str:
    return noun.lower().split()[-1]


@cache
def _noun() -> re.Pattern[str]:
    longest_first = sorted(read_lexicon("occasions")["nouns"], key=lambda noun: (-len(noun), noun))
    return re.compile(rf"\b({'|'.join(longest_first)})\b", re.IGNORECASE)


@cache
def _during() -> re.Pattern[str]:
    """Return the pattern of “during a call”, “at their second meeting”; not: after the call."""
    determiner = r"(?:an?|the|his|her|its|their|this|that)"
    return re.compile(rf"\b(?:during|in|at|on) {determiner} (?:[\w-]+ ){{0,2}}?{_noun().pattern}", re.IGNORECASE)


@cache
def _the_occasion() -> re.Pattern[str]:
    """Return the pattern of a sentence about an occasion that was told before: The call, The leaders' call."""
    return re.compile(
        rf"(?:The|Their|This) (?:[\w'’-]+ ){{0,2}}?{_noun().pattern}(?! (?:of|on a|in a|between a)\b)"
    )

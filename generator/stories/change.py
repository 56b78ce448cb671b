"""A figure that tells a change: which way, so that it never reads as what there is, and how much it is."""

import re
from functools import cache

from generator.lexicon import read_lexicon
from generator.model.findings import Figure
from generator.stories.evidence import Told
from generator.stories.words import phrases

# fell by | $3 billion; up 12 percent; rose by US$ 4m
_NUMBER = re.compile(r"(?:\b[A-Z]{1,3} ?)?[$€£¥]? ?\d")

# down by 1.5% | of the electorate: no fall by 1.5% of what it was
_SHARE = re.compile(r" of (?P<of>the [a-z]+)\b(?! (?:of|in)\b)")
# cut costs by | a third
_SPELLED = re.compile(r".* by ")


def is_change(figure: Figure) -> bool:
    return figure.rule.endswith(".change")


def change_in(told: Told, figure: Figure, measure: str) -> str:
    """Return the measure of a change: “fall in turnout” of “turnout was down by 1.5%”.

    What is told as a share of a whole is no change by that part of itself. A word that is capital only because its
    sentence begins with it loses that.
    """
    at = told.text.find(measure)
    begins = at == 0 and not any(name.start == told.start for name in told.names)
    plain = measure[0].lower() + measure[1:] if begins and not measure[:2].isupper() else measure
    share = _SHARE.match(told.text, figure.end - told.start) if figure.unit == "%" else None
    of = f", as a share of {share['of']}" if share else ""
    return f"{_direction(figure.text)} in {plain}{of}"


def _direction(text: str) -> str:
    rises, falls = _words("rises").search(text), _words("falls").search(text)
    if rises and not falls:
        return "rise"
    return "fall" if falls and not rises else "change"


def amount_of(figure: Figure) -> str:
    """Return how much a change is, without the words that tell which way: “about 1.5%” of “down by about 1.5%”."""
    bound = figure.text.lower().rfind(figure.bound.lower()) if figure.bound else -1
    number = _NUMBER.search(figure.text)
    spelled = _SPELLED.match(figure.text)
    start = bound if bound >= 0 else number.start() if number else spelled.end() if spelled else 0
    return figure.text[start:].lstrip()


@cache
def _words(kind: str) -> re.Pattern[str]:
    return phrases(read_lexicon("directions")[kind])

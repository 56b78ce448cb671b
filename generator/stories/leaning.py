"""Whether a fact speaks of “the sale” or “the event” that no other fact tells of."""

import re
from collections.abc import Sequence
from functools import cache

from generator.lexicon import read_lexicon
from generator.stories.evidence import Coverage, Place, Told
from generator.stories.lede import Top
from generator.stories.sameness import STEM_LETTERS
from generator.stories.words import content_words, phrases

# Some had difficulty | Others were late | That's why: who or what, the sentence before tells
_NO_NOUN = re.compile(
    r"(?:Some|Others?|Many|Most|Several|Few|Another|None) "
    r"(?:also|are|even|had|have|has|is|said|say|was|were|will|would)\b|That['’]s "
)


def lacks_subject(text: str) -> bool:
    """Tell whether who or what a sentence is about stands only in the one before it."""
    return bool(_NO_NOUN.match(text))


def find_leaning(coverage: Coverage, chosen: Sequence[Told], top: Top) -> set[Place]:
    """Return which of the chosen sentences speak of a thing that neither the title nor another of them tells of."""
    statements = {coverage.statement_of[told.place] for told in chosen}
    titled = _stems(top.title)
    found = set()
    for told in chosen:
        before = coverage.statement_of.get(Place(told.place.article, told.place.sentence - 1))
        lede = top.ledes[told.place.article]
        under_lede = lede is not None and lede != told.place and coverage.statement_of[lede] in statements
        nouns = _vague(told.text) if under_lede else _vague(told.text) | _opening(told.text)
        if before in statements or not nouns:
            continue
        others = titled.union(*(_stems(other.text) for other in chosen if other is not told))
        if not nouns <= others:
            found.add(told.place)
    return found


def _vague(text: str) -> set[str]:
    """Return the stems of “the incident”, “the event” in a sentence that has not named it before."""
    found = set()
    for match in _vague_nouns().finditer(text):
        if (stem := match["noun"][:STEM_LETTERS]) not in _stems(text[: match.start()]):
            found.add(stem)
    return found


def _opening(text: str) -> set[str]:
    match = _specific_nouns().match(text)
    return {match["noun"][:STEM_LETTERS]} if match else set()


def _stems(text: str) -> set[str]:
    return {word[:STEM_LETTERS] for word in content_words(text)}


@cache
def _vague_nouns() -> re.Pattern[str]:
    """Return the pattern of “the incident”, but where its own words tell which: “the incident in Lom”."""
    nouns = phrases(read_lexicon("leaning")["vague"]).pattern
    return re.compile(rf"\b[Tt]he (?P<noun>{nouns})(?! (?:of|at|in|on|to|that|when|where|which)\b)")


@cache
def _specific_nouns() -> re.Pattern[str]:
    """Return the pattern of “The sale”, but where its own words tell which: “The sale of jets”."""
    nouns = phrases(read_lexicon("leaning")["specific"]).pattern
    return re.compile(rf"The (?P<noun>{nouns})(?! (?:of|between)\b)")

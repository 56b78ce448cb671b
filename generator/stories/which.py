"""Which invasion “the invasion” of a sentence is, and between whom “the trade”, as its article tells elsewhere."""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from generator.lexicon import read_lexicon
from generator.stories.countries import find_countries
from generator.stories.evidence import Coverage, Told
from generator.stories.holders import between
from generator.stories.wording import Edit, insertion
from generator.stories.words import content_words

# The words between “invasion” and the name behind it are no more than so many letters.
_NEAR = 40
# By article and noun, the words behind the noun and the name among them, where these are the same throughout.
Named = Mapping[tuple[int, str], tuple[str, str]]


def find_named_events(coverage: Coverage) -> Named:
    """Return of each article what its “invasion” is of, where all its full mentions of one name the same."""
    found: dict[tuple[int, str], list[tuple[str, str]]] = defaultdict(list)
    for article, findings in enumerate(coverage.story.findings):
        text = findings.article.text
        for name in findings.names:
            before = _full().search(text[max(0, name.start - _NEAR) : name.start])
            if before:
                found[article, before["noun"]].append((f"{before['of']}{text[name.start : name.end]}", name.name))
    return {key: which[0] for key, which in found.items() if len({name for _, name in which}) == 1}


def edits_for_events(coverage: Coverage, told: Told, named: Named) -> tuple[Edit, ...]:
    """Tell what “the invasion” of a sentence was of, as the article tells elsewhere.

    Not of what the title tells of, which a reader knows, and not where the sentence names it itself.
    """
    article = coverage.findings(told.place).article
    titled = content_words(article.title or "")
    for match in _bare().finditer(told.text):
        noun = match["noun"]
        if noun in titled or told.is_quoted(told.start + match.start()):
            continue
        words, which = named.get((told.place.article, noun), ("", ""))
        if words and which not in {name.name for name in told.names}:
            return (insertion(told.start + match.end(), words),)
    return ()


def edits_for_trade(coverage: Coverage, told: Told) -> tuple[Edit, ...]:
    """Tell between which countries the trade was that a sentence counts without naming them."""
    for figure in told.figures:
        measure = figure.measure or ""
        named = between(coverage, told, measure)
        at = told.text.find(measure) if named != measure and named.startswith(measure) else -1
        if at >= 0 and len(find_countries(told.text)) < len(find_countries(named)):
            return (insertion(told.start + at + len(measure), named[len(measure) :].strip()),)
    return ()


@cache
def _full() -> re.Pattern[str]:
    """Return the pattern of “invasion of the” right before a name."""
    nouns = "|".join(read_lexicon("happenings")["nouns"])
    return re.compile(rf"\b(?P<noun>{nouns}) (?P<of>(?:against|at|between|in|of|on|with) (?:the )?)$")


@cache
def _bare() -> re.Pattern[str]:
    """Return the pattern of “the invasion”, but where its own words tell which: “the invasion of Norland”."""
    nouns = "|".join(read_lexicon("happenings")["nouns"])
    return re.compile(
        rf"\b[Tt]he (?P<noun>{nouns})\b"
        r"(?! (?:against|at|between|by|from|in|into|of|on|that|to|which|with)\b| \w+ed\b|['’-])"
    )

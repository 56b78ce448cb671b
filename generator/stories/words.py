"""The words of a text as stories compare them: content words alone, plural and possessive as the plain form."""

import re
from collections.abc import Iterable
from functools import cache

from generator.lexicon import read_lexicon
from generator.siblings import normal_words

# nations, Norways (for Norway's); not: was, press
_PLURAL = re.compile(r"(?<=[^\W\d_s]{3})s$")
# The verbs that stand before another one, and “be” and “have” themselves; each may be the verb of its clause.
AUXILIARIES = "are|can|could|did|do|does|had|has|have|is|may|might|must|shall|should|was|were|will|would"
# The council | closed | told | went: what happened; not: United
PAST = r"[a-z]\w+ed|came|did|gave|held|left|lost|made|met|said|told|took|was|went|were|won"
# It | cannot | stay, the ships | haven’t | sailed
FINITE = re.compile(rf"\b(?:(?:{AUXILIARIES}|ca|wo)(?:n['’]t)?|cannot)\b")
GENDERS = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f"}


@cache
def empty_words() -> frozenset[str]:
    """Return the words that do not tell what a text is about."""
    lexicon = read_lexicon("stopwords")
    return frozenset(lexicon["words"]) | frozenset(lexicon["negations"])


def content_words(text: str) -> tuple[str, ...]:
    """Return the words that tell what a text is about, in its order, repeated ones too.

    >>> content_words("The minister's trips to the U.S. cost $3 million.")
    ('minister', 'trip', 'us', 'cost', '3', 'million')
    """
    return tuple(_PLURAL.sub("", word) for word in normal_words(text) if word not in empty_words() or word == "us")


def overlap(some: frozenset[str], others: frozenset[str]) -> float:
    """Return which part of the smaller set of words is in the other (0 where one is empty)."""
    return len(some & others) / min(len(some), len(others)) if some and others else 0.0


def numbers_in(text: str) -> list[tuple[int, str]]:
    """Return the numbers of a text as digits, each with its offset; “one” is as often nobody in particular.

    >>> numbers_in("Three of 1,200 boats")
    [(0, '3'), (9, '1200')]
    """
    values = read_lexicon("units")["numbers"]
    matches = (match for match in _number().finditer(text) if match[0].lower() != "one")
    return [(match.start(), values.get(match[0].lower(), match[0].replace(",", ""))) for match in matches]


@cache
def _number() -> re.Pattern[str]:
    return re.compile(rf"\d[\d,]*(?:\.\d+)?|{phrases(read_lexicon('units')['numbers']).pattern}", re.IGNORECASE)


def phrases(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for any of the phrases as whole words, whatever their case."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(re.escape(word) for word in longest_first)})\b", re.IGNORECASE)


@cache
def reporting_forms(*frames: str) -> frozenset[str]:
    """Return the forms of the reporting verbs of some frames: said, argues, thinking."""
    return frozenset(form for frame in frames for line in read_lexicon("reporting")[frame] for form in line.split())


def with_article(name: str, text: str) -> str:
    """Return a name with the article that a text sets before it: the Netherlands, the High Court."""
    return f"the {name}" if re.search(rf"\b[Tt]he {re.escape(name)}\b", text) else name


def leans_on_noun(text: str) -> bool:
    """Tell whether words speak of a thing that only others tell of: “sue over the controversy”.

    Not where they tell which themselves: “the controversy about the dam”.
    """
    return bool(_leaning_nouns().search(text))


@cache
def _leaning_nouns() -> re.Pattern[str]:
    nouns = "|".join(read_lexicon("questions")["leaning"])
    behind = "of|on|over|about|to|that|between|with|in|against|for|at|from|by"
    return re.compile(rf"\b(?:the|this|that|these|those|such) (?:[a-z-]+ )?(?:{nouns})\b(?! (?:{behind})\b)")

"""A quantity in a sentence, and the words around it: its unit after it, what makes it inexact on either side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from generator.extract.tokens import Token, split_phrase
from generator.lexicon import read_lexicon

Kind = Literal["money", "percent", "measure", "count"]

QUAKE = "measure.magnitude"  # the rule of the strength of an earthquake
_UNITS = read_lexicon("units")
# The phrases that begin with a word, the longest first, each with what it means.
Phrases = Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
BOUNDS = {split_phrase(words): words for words in _UNITS["bounds"]["before"]}
_LAST_OF_BOUNDS = frozenset(words[-1] for words in BOUNDS)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity in a sentence's tokens: `first` takes in the bound, `number` does not, `last` is after it."""

    first: int
    number: int
    last: int
    value: float
    unit: str | None
    kind: Kind
    bound: str | None
    rule: str


def phrases(table: Mapping[str, Sequence[str]]) -> Phrases:
    """Turn {meaning: [words …]} into what `longest_phrase` looks up."""
    found = [(split_phrase(words), meaning) for meaning, listed in table.items() for words in listed]
    found.sort(key=lambda phrase: -len(phrase[0]))
    return {first: [one for one in found if one[0][0] == first] for first in {words[0] for words, _ in found}}


def longest_phrase(table: Phrases, tokens: Sequence[Token], index: int) -> tuple[str, int] | None:
    """Return what the longest phrase of the table at `index` means, and the index after it."""
    if index >= len(tokens):
        return None
    for words, meaning in table.get(tokens[index].lower, ()):
        last = index + len(words)
        if words == tuple([token.lower for token in tokens[index:last]]):
            return meaning, last
    return None


_AFTER = phrases({words: [words] for words in _UNITS["bounds"]["after"]})


def with_bound(tokens: Sequence[Token], quantity: Quantity) -> Quantity:
    if found := bound_before(tokens, quantity.first):
        return replace(quantity, first=found[1], bound=found[0])
    if found := longest_phrase(_AFTER, tokens, quantity.last):
        return replace(quantity, last=found[1], bound=found[0])
    return quantity


def bound_before(tokens: Sequence[Token], index: int) -> tuple[str, int] | None:
    """Return the bound that ends before `index` ("more than"), and where it begins."""
    if not index or tokens[index - 1].lower not in _LAST_OF_BOUNDS:
        return None
    lowers = tuple([token.lower for token in tokens[max(0, index - 4) : index]])
    for length in range(len(lowers), 0, -1):
        if lowers[-length:] in BOUNDS:
            return BOUNDS[lowers[-length:]], index - length
    return None

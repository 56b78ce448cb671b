"""A quantity in a sentence, and the words around it: its unit after it, what makes it inexact on either side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from generator.extract.tokens import Token, split_phrase
from generator.lexicon import read_lexicon

Kind = Literal["money", "percent", "measure", "count"]

QUAKE = "measure.magnitude"  # the rule of the strength of an earthquake
_UNITS = read_lexicon("units")
BOUNDS = {split_phrase(words): words for words in _UNITS["bounds"]["before"]}
_AFTER = {split_phrase(words): words for words in _UNITS["bounds"]["after"]}
_LONGEST_PHRASE = 5  # tokens of a unit: "degrees on the Richter scale"


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


def longest_phrase(
    table: Mapping[tuple[str, ...], str], tokens: Sequence[Token], index: int
) -> tuple[str, int] | None:
    """Return what the longest phrase of the table at `index` means, and the index after it."""
    lowers = tuple(token.lower for token in tokens[index : index + _LONGEST_PHRASE])
    for length in range(len(lowers), 0, -1):
        if lowers[:length] in table:
            return table[lowers[:length]], index + length
    return None


def with_bound(tokens: Sequence[Token], quantity: Quantity) -> Quantity:
    if found := bound_before(tokens, quantity.first):
        return replace(quantity, first=found[1], bound=found[0])
    if found := longest_phrase(_AFTER, tokens, quantity.last):
        return replace(quantity, last=found[1], bound=found[0])
    return quantity


def bound_before(tokens: Sequence[Token], index: int) -> tuple[str, int] | None:
    """Return the bound that ends before `index` ("more than"), and where it begins."""
    lowers = tuple(token.lower for token in tokens[max(0, index - 4) : index])
    for length in range(len(lowers), 0, -1):
        if lowers[-length:] in BOUNDS:
            return BOUNDS[lowers[-length:]], index - length
    return None

"""Counts of what the words before have named: "won 66 seats, while the others lost 42"."""

from collections.abc import Iterator, Sequence

from generator.extract.figures.numbers import read_number
from generator.extract.figures.quantity import Quantity, bound_before
from generator.extract.tokens import Token
from generator.lexicon import read_lexicon

LEFT_OUT = "count.left-out"
_SERIES = read_lexicon("series")
_HELD: frozenset[str] = frozenset(_SERIES["held"])
_COMING_BY: frozenset[str] = frozenset(_SERIES["coming_by"])
# After a number these leave nothing to be counted.
_ENDS = frozenset({".", ",", ";", "and", "but", "while", ")"})
# Tokens within which what is counted has been named.
_REACH = 40


def with_left_out(tokens: Sequence[Token], found: Sequence[Quantity]) -> Iterator[Quantity]:
    """Yield the quantities of a sentence with the numbers that count the seats or votes of one before."""
    named = [one for one in found if one.unit in _HELD]
    if not named:
        yield from found
        return
    taken = {at for one in found for at in range(one.first, one.last)}
    left_out = [
        Quantity(at, at, at + 1, number.value, before.unit, "count", None, LEFT_OUT)
        for at, token in enumerate(tokens)
        if at and at not in taken and token.text[0].isdigit()
        if tokens[at - 1].lower in _COMING_BY and not bound_before(tokens, at)
        if at + 1 == len(tokens) or tokens[at + 1].lower in _ENDS
        if (before := next((one for one in reversed(named) if 0 < at - one.last <= _REACH), None))
        if (number := read_number(tokens, at)) and number.last == at + 1 and not number.suffix
    ]
    yield from sorted([*found, *left_out], key=lambda one: one.first)

"""Counts of what the words before have named: "took 9 medals, while the others won 4", "and 30 were injured"."""

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
_PEOPLE = frozenset({"people", "persons"})
_UNITS = read_lexicon("units")
_TOLLS: frozenset[str] = frozenset(_UNITS["tolls"]) | {"forced"}
_BEING = frozenset({"also", "are", "be", "been", "had", "has", "have", "is", "later", "reported", "was", "were"})
_ENDINGS = frozenset({".", ",", ";", "across", "after", "as", "at", "before", "by", "in", "near", "on", "over"}) | {
    "since",
    "when",
    "while",
}
# forced about 300 | to leave their homes
_TO_GO = frozenset({"evacuate", "flee", "leave"})
# Tokens after people within which others of them are told of: "killed 6 people in the north | and injured 40"
_NEAR = 12


def with_left_out(tokens: Sequence[Token], found: Sequence[Quantity]) -> Iterator[Quantity]:
    """Yield the quantities of a sentence with the numbers that count the seats or votes of one before."""
    found = sorted([*found, *_people_left_out(tokens, found)], key=lambda one: one.first)
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


def _people_left_out(tokens: Sequence[Token], found: Sequence[Quantity]) -> Iterator[Quantity]:
    """Yield the people of "6 people were killed and about 40 were injured", "killed 6 people and injured 40"."""
    taken = {at for one in found for at in range(one.first, one.last)}
    for one in found:
        if one.unit not in _PEOPLE:
            continue
        for at in range(one.last + 1, min(len(tokens), one.last + _NEAR)):
            number = read_number(tokens, at) if at not in taken and tokens[at].text[0].isdigit() else None
            if number is None or number.last != at + 1 or number.suffix:
                continue
            bound = bound_before(tokens, at)
            first = bound[1] if bound else at
            after = [token.lower for token in tokens[at + 1 : at + _NEAR]]
            befell = next((word for word in after if word not in _BEING), "") in _TOLLS
            goes_on = after[:1] == ["to"] and after[1] in _TO_GO if len(after) > 1 else False
            ends = goes_on or (bool(after) and after[0] in _ENDINGS)
            done = tokens[first - 1].lower in _TOLLS and tokens[first - 2].lower == "and" and ends
            if (tokens[first - 1].lower == "and" and befell) or done:
                yield Quantity(first, at, at + 1, number.value, one.unit, "count", bound and bound[0], LEFT_OUT)
                break

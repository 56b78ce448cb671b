"""The two numbers of a vote, which name what is counted once or not at all: "voted 71 to 49", "70 votes to 49"."""

from collections.abc import Iterator, Sequence

from generator.extract.figures.numbers import read_number
from generator.extract.figures.quantity import Quantity
from generator.extract.tokens import Token

RULE = "count.ballot"
UNIT = "votes"
_VOTING = frozenset({"vote", "voted", "votes", "voting"})
_JOINTS = frozenset({"to", "-", "–", "against"})
# A larger number is no vote of members.
_MOST = 10_000


def with_ballots(tokens: Sequence[Token], found: Sequence[Quantity]) -> list[Quantity]:
    """Return the quantities of a sentence with both numbers of each vote, in order."""
    if not any(token.lower in _VOTING for token in tokens):
        return list(found)
    ballots = list(_ballots(tokens))
    taken = {at for one in ballots for at in range(one.first, one.last)}
    others = [one for one in found if not taken & set(range(one.first, one.last))]
    return sorted([*others, *ballots], key=lambda one: one.first)


def _ballots(tokens: Sequence[Token]) -> Iterator[Quantity]:
    for at, token in enumerate(tokens):
        if token.lower not in _VOTING or at + 1 >= len(tokens):
            continue
        if at and _is_plain(tokens, at - 1) and token.lower == UNIT:
            first, joint = at - 1, at + 1  # 70 votes to 49
        else:
            first = at + 1 + (tokens[at + 1].lower in {"by", "of"})  # voted by 71 to 49
            joint = first + 1
        if joint + 1 >= len(tokens) or tokens[joint].lower not in _JOINTS or not _is_plain(tokens, first):
            continue
        if _is_plain(tokens, joint + 1):
            yield _count(tokens, first, joint)
            yield _count(tokens, joint + 1, joint + 2)


def _is_plain(tokens: Sequence[Token], at: int) -> bool:
    """Tell a number in digits that could count the votes of members."""
    if at >= len(tokens) or not tokens[at].text[0].isdigit():
        return False
    number = read_number(tokens, at)
    return number is not None and number.last == at + 1 and not number.suffix and 0 <= number.value < _MOST


def _count(tokens: Sequence[Token], at: int, last: int) -> Quantity:
    number = read_number(tokens, at)
    return Quantity(at, at, last, number.value if number else 0, UNIT, "count", None, RULE)

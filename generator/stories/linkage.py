"""Average-link clustering of sparse vectors, of which only those with a key in common are compared.

The average likeness over all pairs of two groups is the product of the groups' summed vectors, divided by the
number of pairs; so no table of pairs is kept. Unlike single link, no chain of small steps joins what is far apart.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import fsum
from operator import mul

# Up to so many vectors are compared each with each; of more, only those with a key in common.
FEW = 100
# Heaviest words of a vector that serve as its keys, alone and two at a time.
KEYS = 10
# A key of more vectors than this compares neighbours only, so that a word of every text costs no more than a name.
ALL_PAIRS_UP_TO = 10

# Vectors this many gaps apart in time are never near, though groups may reach further link by link.
REACH = 4

Vector = dict[str, float]


@dataclass(frozen=True, slots=True)
class Span:
    """The first and the last day (ordinals) that something may fall on; None: not known."""

    first: int | None = None
    last: int | None = None

    def apart(self, other: "Span") -> int:
        """Return the days between two spans; none where they overlap or one is not known."""
        if self.first is None or self.last is None or other.first is None or other.last is None:
            return 0
        return max(self.first - other.last, other.first - self.last, 0)

    def over(self, other: "Span") -> "Span":
        """Return the span from the first day of both to the last."""
        firsts = [day for day in (self.first, other.first) if day is not None]
        lasts = [day for day in (self.last, other.last) if day is not None]
        return Span(min(firsts, default=None), max(lasts, default=None))


def product(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Return the scalar product; `fsum` makes it the same in every run, in whatever order the words come."""
    common = one.keys() & other.keys()
    return fsum(map(mul, map(one.__getitem__, common), map(other.__getitem__, common)))


def link(
    vectors: Sequence[Vector], spans: Sequence[Span], together: Iterable[Sequence[int]], least: float, gap: int
) -> list[list[int]]:
    """Join the vectors of length 1 into groups (of indices), the most alike first, while the average is `least`.

    `together` are groups that belong together from the start, however little alike. But nothing further apart in
    time than `gap` days is ever joined.
    """
    groups = _Groups(vectors, spans, least, gap)
    for first, *others in together:
        for other in others:
            if groups.in_time(first, other):
                groups.merge(first, other)
    queue = [entry for one in groups.near for entry in groups.entries(one) if entry[1] == one]
    heapq.heapify(queue)
    while queue:
        _, one, other, size, other_size = heapq.heappop(queue)
        if len(groups.members.get(one, ())) == size and len(groups.members.get(other, ())) == other_size:
            groups.merge(one, other)
            for entry in groups.entries(one):
                heapq.heappush(queue, entry)
    return [sorted(group) for group in groups.members.values()]


class _Groups:
    """The groups while they grow, each under the index of its first member, and which are near which.

    Near are groups of which at least one pair is alike: no average reaches `least` where no pair does. `near` holds
    the likeness summed over all their pairs; of joined groups the sums are added.
    """

    def __init__(self, vectors: Sequence[Vector], spans: Sequence[Span], least: float, gap: int) -> None:
        self.members = {index: [index] for index in range(len(vectors))}
        self.near: dict[int, dict[int, float]] = {index: {} for index in self.members}
        self._sums = dict(enumerate(vectors))
        self._spans = dict(enumerate(spans))
        self._least = least
        self._gap = gap
        for one, other in sorted(_candidates(vectors)):  # in order, vectors stay in the processor's cache
            if spans[one].apart(spans[other]) <= REACH * gap:
                alike = product(vectors[one], vectors[other])
                if alike >= least:
                    self.near[one][other] = self.near[other][one] = alike

    def merge(self, one: int, other: int) -> None:
        total, added = self._sums[one], self._sums.pop(other)
        mine, theirs = self.near[one], self.near.pop(other)
        mine.pop(other, None)
        theirs.pop(one, None)
        for third in mine.keys() | theirs.keys():
            here = mine[third] if third in mine else product(total, self._sums[third])
            there = theirs[third] if third in theirs else product(added, self._sums[third])
            self.near[third].pop(other, None)
            self.near[third][one] = mine[third] = here + there
        if len(self.members[one]) == 1:  # the vector itself is the caller's
            total = self._sums[one] = dict(total)
        self.members[one] += self.members.pop(other)
        for word, weight in added.items():
            total[word] = total.get(word, 0.0) + weight
        self._spans[one] = self._spans[one].over(self._spans.pop(other))

    def in_time(self, one: int, other: int) -> bool:
        return self._spans[one].apart(self._spans[other]) <= self._gap

    def entries(self, one: int) -> list[tuple[float, int, int, int, int]]:
        """Return what `one` may be joined with: minus the likeness, both groups, and their sizes at this time."""
        found = []
        size = len(self.members[one])
        for other, alike in self.near[one].items():
            other_size = len(self.members[other])
            average = alike / (size * other_size)
            if average >= self._least and self.in_time(one, other):
                pair = (one, other, size, other_size) if one < other else (other, one, other_size, size)
                found.append((-average, *pair))
        return found


def _candidates(vectors: Sequence[Vector]) -> set[tuple[int, int]]:
    """Return the pairs that have a key in common: a heavy word, or two of them; of a few vectors, all pairs."""
    if len(vectors) <= FEW:
        return set(combinations(range(len(vectors)), 2))
    held_by: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, vector in enumerate(vectors):
        words = sorted(heapq.nsmallest(KEYS, vector, key=lambda word: (-vector[word], word)))
        for key in [*((word,) for word in words), *combinations(words, 2)]:
            held_by[key].append(index)
    pairs: set[tuple[int, int]] = set()
    for holders in held_by.values():
        pairs.update(combinations(holders, 2) if len(holders) <= ALL_PAIRS_UP_TO else pairwise(holders))
    return pairs

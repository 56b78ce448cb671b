"""Recover the marks that an article lost, from another that prints the same words.

A text copied carelessly loses its quotation marks, apostrophes and hyphens; printed elsewhere, it still has them.
Only marks are recovered, and only where all letters and digits of a long run are equal: a word never changes. An
article that has quotation marks of its own is not damaged: where it has none, its outlet wrote none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.article import Article, Recovered

# Letters and digits in a row that must be equal, about eight words: shorter runs are the same by chance.
LEAST_RUN = 40
_SEED = 20
_LETTER = re.compile(r"[^\W_]")
_DOUBLE = re.compile(r"[\"“”«»]")
# Anna's, don't, far-off
_INNER = re.compile(r"['’-]")
# … said (“We …
_OPENING = re.compile(r"(?:^|\s|[(—–-])(?P<mark>[\"“‘'])[(\[]?$")
# … the rules,” she …
_CLOSING = re.compile(r"(?P<stop>[,.!?…]*)(?P<mark>[\"”’'])(?=\W|$)")

# A mark and the offset in the damaged text that it belongs at.
Mark = tuple[int, str]
Marks = tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class _Letters:
    """The letters and digits of a text without case, and where each stands."""

    text: str
    letters: str
    places: Sequence[int]

    def gap(self, index: int) -> tuple[int, str]:
        """Return where what stands before the letter at `index` begins, and what it is."""
        start = self.places[index - 1] + 1 if index else 0
        end = self.places[index] if index < len(self.places) else len(self.text)
        return start, self.text[start:end]


def lost_its_marks(article: Article) -> bool:
    """Tell whether an article has no double quotation mark at all."""
    return not _DOUBLE.search(article.text)


def recover_marks(article: Article, intact: Sequence[Article]) -> tuple[Recovered, ...]:
    """Return the readings of the damaged stretches, in order: quotations with their marks, words with apostrophes.

    Of several intact articles the first that carries a run of words gives the marks in it.
    """
    damaged = _letters_of(article.text)
    found: list[Recovered] = []
    for other in intact:
        whole = _letters_of(other.text)
        runs = [
            (damaged.places[at], damaged.places[at + n - 1], at, there, n)
            for at, there, n in _equal_runs(damaged.letters, whole.letters)
        ]
        before = tuple(found)
        for first, last, at, there, length in runs:
            if not any(first <= one.end and one.start <= last for one in before):
                marks = list(_lost(damaged, whole, at, there, length))
                found += _readings(article.text, marks, other.file)
    return tuple(sorted(found, key=lambda one: one.start))


def _letters_of(text: str) -> _Letters:
    places = [match.start() for match in _LETTER.finditer(text)]
    # casefold may give two letters for one (ß): then this letter stays as it is.
    letters = "".join(low if len(low := text[place].casefold()) == 1 else text[place] for place in places)
    return _Letters(text, letters, places)


def _equal_runs(one: str, other: str) -> Iterator[tuple[int, int, int]]:
    """Yield long runs of equal letters, in the order of `one`: (start in it, start in `other`, length)."""
    seeds: dict[str, int] = {}
    for at in range(len(other) - _SEED + 1):
        seeds.setdefault(other[at : at + _SEED], at)
    at = 0
    while at <= len(one) - _SEED:
        there = seeds.get(one[at : at + _SEED])
        if there is None:
            at += 1
            continue
        length = _SEED
        while at + length < len(one) and there + length < len(other) and one[at + length] == other[there + length]:
            length += 1
        if length >= LEAST_RUN:
            yield at, there, length
        at += length


def _lost(damaged: _Letters, whole: _Letters, at: int, there: int, length: int) -> Iterator[Marks]:
    """Yield the marks that only the other text has in a run: one within a word, or two around a quotation.

    A quotation mark that opens in the run and does not close in it is left.
    """
    opened: Mark | None = None
    for step in range(length + 1):
        start, here = damaged.gap(at + step)
        _, other = whole.gap(there + step)
        if here == other:
            continue
        if 0 < step < length and not here and _INNER.fullmatch(other):
            yield ((start, other),)
            continue
        if opened and step and (closing := _CLOSING.match(other)):
            inside = len(here) - len(here.lstrip(",.!?…")) if closing["stop"] else 0
            yield (opened, (start + inside, closing["mark"]))
            opened = None
        if step < length and (opening := _OPENING.search(other)):
            opened = (start + len(here), opening["mark"])


def _readings(text: str, found: Sequence[Marks], other: str) -> Iterator[Recovered]:
    """Yield the quotations as they read with all their marks, then the words outside them."""
    quoted = [marks for marks in found if len(marks) > 1]
    singles = [marks[0] for marks in found if len(marks) == 1]
    for marks in quoted:
        start, end = marks[0][0], marks[-1][0]
        inside = [mark for mark in singles if start <= mark[0] < end]
        yield _reading(text, start, end, sorted([*marks, *inside], key=lambda mark: mark[0]), other)
    for mark in singles:
        if not any(marks[0][0] <= mark[0] < marks[-1][0] for marks in quoted):
            start, end = mark[0], mark[0]
            while start and text[start - 1].isalnum():
                start -= 1
            while end < len(text) and text[end].isalnum():
                end += 1
            yield _reading(text, start, end, [mark], other)


def _reading(text: str, start: int, end: int, marks: Sequence[Mark], other: str) -> Recovered:
    pieces, position = [], start
    for offset, mark in marks:
        pieces += [text[position:offset], mark]
        position = offset
    return Recovered(start, end, "".join([*pieces, text[position:end]]), other)

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
    """Return the readings of the damaged stretches, in order; each paragraph has one at most.

    Of several intact articles the first that carries a run of words gives the marks in it.
    """
    damaged = _letters_of(article.text)
    marks: dict[int, tuple[str, str]] = {}
    for other in intact:
        whole = _letters_of(other.text)
        covered = set(marks)
        for at, there, length in _equal_runs(damaged.letters, whole.letters):
            first, last = damaged.places[at], damaged.places[at + length - 1]
            if not any(first <= offset <= last + 2 for offset in covered):
                marks |= {offset: (mark, other.file) for offset, mark in _lost(damaged, whole, at, there, length)}
    return tuple(_readings(article.text, marks))


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


def _lost(damaged: _Letters, whole: _Letters, at: int, there: int, length: int) -> Iterator[tuple[int, str]]:
    """Yield the marks that only the other text has in a run: (offset in the damaged text, mark).

    Quotation marks come in pairs: one that opens in the run and does not close in it is left.
    """
    opened: tuple[int, str] | None = None
    for step in range(length + 1):
        start, here = damaged.gap(at + step)
        _, other = whole.gap(there + step)
        if here == other:
            continue
        if 0 < step < length and not here and _INNER.fullmatch(other):
            yield start, other
            continue
        if opened and step and (closing := _CLOSING.match(other)):
            inside = len(here) - len(here.lstrip(",.!?…")) if closing["stop"] else 0
            yield opened
            yield start + inside, closing["mark"]
            opened = None
        if step < length and (opening := _OPENING.search(other)):
            opened = (start + len(here), opening["mark"])


def _readings(text: str, marks: dict[int, tuple[str, str]]) -> Iterator[Recovered]:
    """Yield for each paragraph with recovered marks the stretch from the first to the last, with them."""
    position = 0
    for paragraph in text.split("\n\n"):
        inside = sorted(offset for offset in marks if position <= offset <= position + len(paragraph))
        if inside:
            pieces, last = [], inside[0]
            for offset in inside:
                pieces += [text[last:offset], marks[offset][0]]
                last = offset
            yield Recovered(inside[0], inside[-1], "".join(pieces), marks[inside[0]][1])
        position += len(paragraph) + 2

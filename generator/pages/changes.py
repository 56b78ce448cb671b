"""What outlets changed in a text they share: the words that differ between their prints of one passage."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from rapidfuzz.distance import LCSseq

from generator.model.brief import Item
from generator.pages.matching import LITTLE, Spans, joined, words_of
from generator.pages.passages import Piece, passages, pieces
from generator.pages.published import Placed, PublishedArticle
from generator.pages.wording import listed
from generator.siblings import normal_words

# Two prints are of one sentence where this much of the longer one's words stand in the other, in order: an edit
# leaves more, a sentence of the outlet's own leaves less.
ALIKE = 0.6
# As many as are read.
MOST = 8
# the leaders' call  → what a file that was copied carelessly has lost
_SIGN = re.compile(r"[^\w\s]")
# Words that stay around a change, so that it can be read.
AROUND = 6


@dataclass(frozen=True, slots=True)
class Print:
    """How some outlets print a sentence: what differs is marked, what all have alike is cut; `href` leads to it."""

    outlets: str
    pieces: tuple[Piece, ...]
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Changed:
    """A sentence that outlets print in different words, in the print of most of them first.

    `weight` is how many words are not only written shorter.
    """

    prints: tuple[Print, ...]
    weight: int


@dataclass(frozen=True, slots=True)
class _Telling:
    """One print: its words as they are compared, where each stands, and who prints it."""

    text: str
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    labels: tuple[str, ...]

    def between(self, word: int) -> Spans:
        """Return the empty place before a word, or at the end."""
        at = self.spans[word][0] if word < len(self.spans) else len(self.text)
        return [(at, at)]


def find_changes(items: Iterable[Placed[Item]], articles: Mapping[str, PublishedArticle]) -> tuple[Changed, ...]:
    """Return the passages that outlets with one text print in different words, what changed most first."""
    seen: set[tuple[str, ...]] = set()
    found: list[Changed] = []
    for placed in items:
        for tellings in _of_one_origin(placed.item, articles):
            if not seen & {telling.words for telling in tellings} and (changed := _changed(tellings)):
                found.append(changed)
            seen |= {telling.words for telling in tellings}
    return tuple(sorted(found, key=lambda one: -one.weight)[:MOST])


def mark_changes(first: str, other: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return two texts whole, each with the words marked that the other has not."""
    one, two = (_telling([(text, "")]) for text in (first, other))
    here, there = _differing(one, two)
    return pieces(first, joined(first, here)), pieces(other, joined(other, there))


def _of_one_origin(item: Item, articles: Mapping[str, PublishedArticle]) -> list[list[_Telling]]:
    """Return the prints of an item's passage by origin, that of most outlets first; equal words once."""
    given = passages(item)
    if len(given) > len(item.evidence):
        return []  # which of an article's passages is which of another's is not known
    origins: dict[str, dict[tuple[str, ...], list[tuple[str, str]]]] = {}
    for key, text in given:
        prints = origins.setdefault(articles[key].origin, {})
        prints.setdefault(tuple(normal_words(text)), []).append((text, articles[key].label))
    return [
        sorted((_telling(equal) for equal in prints.values()), key=lambda telling: -len(telling.labels))
        for prints in origins.values()
    ]


def _telling(equal: Sequence[tuple[str, str]]) -> _Telling:
    """Take of equal prints the one with most marks; a file that lost them has fewer signs."""
    text = max((text for text, _ in equal), key=len)
    words, spans = words_of(text)
    return _Telling(text, words, spans, tuple(label for _, label in equal))


def _changed(tellings: Sequence[_Telling]) -> Changed | None:
    """Mark in each print what the first has otherwise, and in the first what any other has otherwise."""
    first, *others = _together(tellings)
    alike = [one for one in others if LCSseq.normalized_similarity(first.words, one.words) >= ALIKE]
    compared = [(one, _differing(first, one)) for one in alike]
    compared = [(one, marks) for one, marks in compared if any(marks)]
    if not compared:
        return None
    own = sorted(set(chain.from_iterable(here for _, (here, _) in compared)))
    shown = [(first, own), *((one, there) for one, (_, there) in compared)]
    return Changed(
        tuple(Print(listed(one.labels), _around(one.text, joined(one.text, marks))) for one, marks in shown),
        sum(_weight(first, one) for one in alike),
    )


def _together(tellings: Sequence[_Telling]) -> list[_Telling]:
    """Join prints that differ in signs and little words alone, in the print with most signs; most outlets first."""
    kept: list[_Telling] = []
    for telling in tellings:
        same = next((place for place, one in enumerate(kept) if not any(_differing(one, telling))), None)
        if same is None:
            kept.append(telling)
        else:
            fuller = max(kept[same], telling, key=lambda one: len(_SIGN.findall(one.text)))
            kept[same] = replace(fuller, labels=kept[same].labels + telling.labels)
    return sorted(kept, key=lambda telling: -len(telling.labels))


def _differing(first: _Telling, other: _Telling) -> tuple[Spans, Spans]:
    """Return what one has and the other has not; where one has nothing, the place between its words.

    Words that tell nothing, and words that only stand elsewhere, are no difference.
    """
    here: Spans = []
    there: Spans = []
    mine: list[str] = []
    theirs: list[str] = []
    for gone, come in _exchanged(first, other):
        here += first.spans[gone] or first.between(gone.start)
        there += other.spans[come] or other.between(come.start)
        mine += first.words[gone]
        theirs += other.words[come]
    return (here, there) if sorted(mine) != sorted(theirs) else ([], [])


def _exchanged(first: _Telling, other: _Telling) -> Iterator[tuple[slice, slice]]:
    """Yield where one has words that the other has not, or others; not where they tell nothing."""
    blocks = LCSseq.opcodes(first.words, other.words).as_matching_blocks()
    ends = [(0, 0), *((block.a + block.size, block.b + block.size) for block in blocks)]
    for (a, b), block in zip(ends, blocks, strict=False):
        gone, come = slice(a, block.a), slice(b, block.b)
        if not LITTLE.issuperset({*first.words[gone], *other.words[come]}):
            yield gone, come


def _weight(first: _Telling, other: _Telling) -> int:
    """Count the words exchanged, but for those that are one thing written shorter: US, United States."""
    changes = [(first.words[gone], other.words[come]) for gone, come in _exchanged(first, other)]
    return sum(len(gone) + len(come) for gone, come in changes if not _is_short_for(gone, come))


def _is_short_for(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell initials from the words that they stand for, in either order."""
    return any(
        "".join(short)
        in {"".join(word[0] for word in long), "".join(word[0] for word in long if word not in LITTLE)}
        for short, long in ((one, other), (other, one))
        if len(long) > len(short)
    )


def _around(text: str, marks: Sequence[tuple[int, int]]) -> tuple[Piece, ...]:
    """Cut a text to what stands around its marks, also around those that mark no words but their place."""
    kept: Spans = []
    for start, end in marks:
        first = _words_before(text, start)
        last = _words_after(text, end)
        if kept and first <= kept[-1][1] + 1:
            kept[-1] = kept[-1][0], last
        else:
            kept.append((first, last))
    parts: list[Piece] = [Piece("[…] ", False)] if kept[0][0] > 0 else []
    for place, (start, end) in enumerate(kept):
        inside = [(first - start, last - start) for first, last in marks if start <= first < last <= end]
        parts += pieces(text[start:end], inside) + ((Piece(" […] ", False),) if place < len(kept) - 1 else ())
    return tuple(parts) + ((Piece(" […]", False),) if kept[-1][1] < len(text) else ())


def _words_before(text: str, at: int) -> int:
    """Return where the last words before an offset begin."""
    words = text[:at].rsplit(maxsplit=AROUND)
    return 0 if len(words) <= AROUND else at - len(text[len(words[0]) : at].lstrip())


def _words_after(text: str, at: int) -> int:
    """Return where the next words after an offset end."""
    words = text[at:].split(maxsplit=AROUND)
    return len(text) if len(words) <= AROUND else len(text[: len(text) - len(words[-1])].rstrip())

"""Positions over time: what one side says on one matter in several stories, in words that change or stay."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from generator.model.brief import Brief, Position, Quote
from generator.stories.across.placed import Placed, in_order, word_pairs
from generator.stories.countries import with_countries
from generator.stories.ids import slug as slug_of
from generator.stories.wording import CUT
from generator.stories.words import content_words

# The words that two statements must have in common to be on one matter: so many, and this part of the shorter.
LEAST, SAME = 4, 0.6
# Shared words are shown in runs of so many or more.
RUN = 2


def find_positions(briefs: Mapping[str, Brief]) -> list[Position]:
    """Return what a speaker says alike in several stories, each with its quotes, the earliest first."""
    found = [_position(quotes) for quotes in _groups(briefs) if len(quotes) > 1]
    return [position for position in found if len((position.shared or "").split()) >= LEAST]


def _groups(briefs: Mapping[str, Brief]) -> Iterator[list[Placed[Quote]]]:
    """Yield the quotes that are alike, each held against those of its speaker with two words in common."""
    found: list[tuple[frozenset[str], list[Placed[Quote]]]] = []
    near: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for slug in in_order(briefs):
        for quote in briefs[slug].quotes:
            words = frozenset(content_words(with_countries(quote.text)))
            if quote.speaker is None or len(words) < LEAST or quote.id is None or quote.hold:
                continue
            keys = [(quote.speaker, *pair) for pair in word_pairs(words)]
            alike = (number for key in keys for number in near[key] if _is_alike(found[number][0], words))
            same = next(alike, None)
            if same is None:
                for key in keys:
                    near[key].append(len(found))
                found.append((words, [Placed(slug, quote)]))
            elif found[same][1][-1].slug != slug:
                found[same][1].append(Placed(slug, quote))
    yield from (group for _, group in found)


def _is_alike(some: frozenset[str], others: frozenset[str]) -> bool:
    shared = len(some & others)
    return shared >= LEAST and shared >= SAME * min(len(some), len(others))


def _position(quotes: Sequence[Placed[Quote]]) -> Position:
    first, last = quotes[0].item, quotes[-1].item
    speaker = first.speaker or ""
    return Position(
        id=slug_of(f"{speaker.split()[-1]} {first.text}"),
        speaker=speaker,
        quotes=[quote.reference for quote in quotes],
        shared=_shared(first.text, last.text),
        rule="position.over-time",
    )


def _shared(first: str, last: str) -> str | None:
    """Return the runs of words that two statements have in common, in the order and form of the first.

    >>> _shared("We are willing to offer all help to farmers", "We are willing to give help to farmers")
    'We are willing to […] help to farmers'
    """
    words, others = first.split(), last.split()
    blocks = SequenceMatcher(None, _plain(words), _plain(others), autojunk=False).get_matching_blocks()
    runs = [" ".join(words[block.a : block.a + block.size]) for block in blocks if block.size >= RUN]
    return f" {CUT} ".join(runs) or None


def _plain(words: Sequence[str]) -> list[str]:
    return [word.lower().strip('.,;:!?()[]"“”‘’') for word in words]

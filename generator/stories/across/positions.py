"""Positions over time: what one side says on one matter in several stories, in words that change or stay."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from generator.lexicon import read_lexicon
from generator.model.brief import Brief, Position, Quote
from generator.stories.across.placed import Placed, in_order, word_pairs
from generator.stories.countries import with_countries
from generator.stories.ids import slug as slug_of
from generator.stories.openings import is_clause
from generator.stories.wording import CUT
from generator.stories.words import content_words, phrases

# The words that two statements must have in common to be on one matter: so many, and this part of the shorter.
LEAST, SAME = 4, 0.6
# Shared words are shown in runs of so many or more, and tell of a position from so many on.
RUN, LEAST_SHOWN = 2, 5
# Words at the end of what is shared that may still lead on to what is not: “on questions of”.
LEADING_ON = 3
_FOR = phrases(read_lexicon("positions")["speak_for"])
# a ministry | spokesperson
_SPEAKS_FOR = re.compile(
    rf"(?:[Aa]n?|[Tt]he) (?P<body>.+) {phrases(read_lexicon('positions')['speak_for']).pattern}"
)
_JOINS = re.compile(r"(?:but|and|or|so|yet) ")
_MARKS = '.,;:!?()[]"“”‘’'
_ENDS = (".", ",", ";", ":", "!", "?")


def find_positions(briefs: Mapping[str, Brief]) -> list[Position]:
    """Return what a speaker says alike in several stories, each with its quotes, the earliest first."""
    found = [_position(quotes) for quotes in _groups(briefs) if len(quotes) > 1]
    return [position for position in found if len((position.shared or "").replace(CUT, "").split()) >= LEAST_SHOWN]


def _groups(briefs: Mapping[str, Brief]) -> Iterator[list[Placed[Quote]]]:
    """Yield the quotes that are alike, each held against those of its speaker with two words in common."""
    found: list[tuple[frozenset[str], list[Placed[Quote]]]] = []
    near: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for slug in in_order(briefs):
        for quote in briefs[slug].quotes:
            words = frozenset(content_words(with_countries(quote.text)))
            speaker = _known(quote.speaker)
            if speaker is None or len(words) < LEAST or quote.id is None or quote.hold:
                continue
            keys = [(speaker, *pair) for pair in word_pairs(words)]
            alike = (number for key in keys for number in near[key] if _is_alike(found[number][0], words))
            same = next(alike, None)
            if same is None:
                for key in keys:
                    near[key].append(len(found))
                found.append((words, [Placed(slug, quote)]))
            elif found[same][1][-1].slug != slug:
                found[same][1].append(Placed(slug, quote))
    yield from (group for _, group in found)


def _known(speaker: str | None) -> str | None:
    """Return who speaks, as one who can be known again: a person, a body, or the body that somebody speaks for.

    >>> _known("a Harbour Office spokesperson"), _known("Ida Berg"), _known("a witness"), _known("the Treasury")
    ('the Harbour Office', 'Ida Berg', None, 'the Treasury')
    """
    if speaker is None:
        return None
    if speaks_for := _SPEAKS_FOR.fullmatch(speaker):
        return f"the {speaks_for['body']}" if not speaks_for["body"].islower() else None
    words = speaker.split()
    unnamed = words[0].lower() in {"a", "an"} or words[-1].lower() in read_lexicon("positions")["nobody"]
    return None if unnamed or speaker.islower() else speaker


def _is_alike(some: frozenset[str], others: frozenset[str]) -> bool:
    shared = len(some & others)
    return shared >= LEAST and shared >= SAME * min(len(some), len(others))


def _position(quotes: Sequence[Placed[Quote]]) -> Position:
    first, last = quotes[0].item, quotes[-1].item
    speaker = _known(first.speaker) or ""
    return Position(
        id=slug_of(f"{speaker.split()[-1]} {first.text}"),
        speaker=speaker,
        quotes=[quote.reference for quote in quotes],
        shared=_shared(first.text, last.text),
        rule="position.over-time",
    )


def _shared(first: str, last: str) -> str | None:
    """Return the runs of words that two statements have in common, in the order and form of the first.

    They end where the words between two runs have taken what the next one hangs on (“to”), and before words that
    lead on to what is not shared. A country is the same under each of its names, and then told in brackets.

    >>> _shared("We are willing to offer all help to farmers", "We are willing to give help to farmers")
    'We are willing to […] help to farmers'
    >>> _shared("We are willing to help the isles on questions of rain", "We are willing to help the isles on all")
    'We are willing to help the isles'
    >>> _shared("The port is open, but its cranes never run", "The port is open, but its cranes stand")
    'The port is open'
    >>> _shared("Norway claims that it is fair", "Oslo claims that it is fair")
    '[Norway] claims that it is fair'
    """
    words, others = first.split(), last.split()
    blocks = SequenceMatcher(None, _plain(words), _plain(others), autojunk=False).get_matching_blocks()
    runs: list[list[str]] = []
    at = other_at = 0
    for block in blocks:
        if block.size < RUN:
            continue
        hangs = _governs(words[: block.a]) or _governs(others[: block.b])
        if runs and hangs:
            break
        theirs = others[block.b : block.b + block.size]
        runs.append(list(map(_one_name, words[block.a : block.a + block.size], theirs)))
        at, other_at = block.a + block.size, block.b + block.size
    if not runs:
        return None
    whole = (at == len(words) and other_at == len(others)) or runs[-1][-1].endswith(_ENDS)
    runs[-1] = runs[-1] if whole else _without_lead(runs[-1])
    return f" {CUT} ".join(" ".join(run) for run in runs if run).rstrip(",;: ") or None


def _one_name(word: str, other: str) -> str:
    """Return a word of both, in brackets where the other has another name for the country: [Norway], [Norway's]."""
    same = word.strip(_MARKS).lower() == other.strip(_MARKS).lower()
    core = word.strip(_MARKS)
    return word if same else word.replace(core, f"[{core}]", 1)


def _without_lead(run: list[str]) -> list[str]:
    """Leave out the last words that lead on to what follows: “on questions of”, “to”, “, but its cranes”."""
    comma = next((at + 1 for at in range(len(run) - 1, -1, -1) if run[at].endswith(",")), 0)
    if comma and not is_clause(_JOINS.sub("", " ".join(run[comma:]))):
        return [*run[: comma - 1], run[comma - 1].rstrip(",")]
    leads = (at for at in range(max(0, len(run) - LEADING_ON), len(run)) if _governs(run[: at + 1]))
    kept = run[: next(leads, len(run))]
    while kept and _leads_on(kept[-1]):
        kept = kept[:-1]
    return kept


def _governs(before: Sequence[str]) -> bool:
    """Tell whether the last of some words is a preposition, on which what follows hangs."""
    return bool(before) and _plain(before[-1:])[0] in read_lexicon("reporting")["prepositions"]


def _leads_on(word: str) -> bool:
    return _plain([word])[0] in read_lexicon("positions")["lead_on"]


def _plain(words: Sequence[str]) -> list[str]:
    return [with_countries(word.strip(_MARKS)).lower() for word in words]

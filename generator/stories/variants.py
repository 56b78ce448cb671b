"""How the tellings of one statement differ: what all share, what one adds, leaves out or words otherwise."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from generator.lexicon import read_lexicon
from generator.siblings import normal_words
from generator.stories.evidence import Told
from generator.stories.wording import CUT, Edit, dateline_length
from generator.stories.words import content_words, numbers_in

# $147 | Oslo’s | U.S.
_TOKEN = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
# , up more than a third on 2019.  |  , a member of the council,
_OPENS, _CLOSES = re.compile(r"(?:,| [–—]) $"), re.compile(r"[,;.!]| [–—] ")
# , up more than a third, : the marks around what is cut
_MARKS = re.compile(r"^[^\w$€£]+|(?<![^\w)”\"])[^\w)”\"]+$")
# Norway's | ministers'
_OWNED, _LETTERS = re.compile(r"\b[^\W\d_]+['’]s?\b"), re.compile(r"[^\W\d_]+")
# leading | prompting
_JOINS_CLAUSE = re.compile(r"[a-z]+ing")
# They unveiled the bridge: what "the two sides" is in another telling
_PRONOUNS = {"he", "she", "it", "they"}
# Prints of one text have this part of their words in common.
ONE_TEXT = 0.5
# More differences than this and the sentences are put in other words: their passages are read side by side.
MOST_CHANGES = 4


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of one telling (offsets in its text) and what another has in its place; either may be empty."""

    start: int
    end: int
    here: str
    there: str

    @property
    def words(self) -> str:
        """Say in words how the other telling differs."""
        if not self.here:
            return f"adds “{self.there}”"
        return f"“{self.there}” for “{self.here}”" if self.there else f"leaves out “{self.here}”"


def changes(one: Told, other: Told) -> list[Change]:
    """Return where `other` differs from `one` in words that tell something, in order."""
    if one.text == other.text:
        return []
    found = [change for change in _changes(one.text, other.text) if not _is_dateline(one, other, change)]
    by_pronoun = _pronouns(other.text) - _pronouns(one.text)
    return [change for change in found if not (by_pronoun and change.start == 0 and not change.there)]


def _is_dateline(one: Told, other: Told, change: Change) -> bool:
    at, there = dateline_length(one.text), other.text[: dateline_length(other.text)]
    return change.end <= at and (not change.there or change.there in there)


def _pronouns(text: str) -> set[str]:
    return {word for word in normal_words(text) if word in _PRONOUNS}


def _changes(one: str, other: str) -> Iterator[Change]:
    left, right = list(_TOKEN.finditer(one)), list(_TOKEN.finditer(other))
    edges, both = [0, 0], set(content_words(one)) & set(content_words(other))
    steps = LCSseq.opcodes([_plain(token[0]) for token in left], [_plain(token[0]) for token in right])
    equal = [(s.src_start, s.src_end, s.dest_start, s.dest_end) for s in steps if s.tag == "equal"]
    for first, last, there_first, there_last in [*equal, (len(left), len(left), len(right), len(right))]:
        here, there = left[edges[0] : first], right[edges[1] : there_first]
        edges = [last, there_last]
        start = here[0].start() if here else 0
        end = here[-1].end() if here else 0
        change = Change(start, end, one[start:end], other[there[0].start() : there[-1].end()] if there else "")
        if _tells(change, both):
            yield change


def _plain(word: str) -> str:
    return "".join(normal_words(word))


def _tells(change: Change, both: set[str]) -> bool:
    """Tell whether a change is more than spelling, initials, empty words, or words that stand in `both`."""
    here, there = normal_words(change.here), normal_words(change.there)
    if "".join(here) == "".join(there) or _initials(here) == "".join(there) or _initials(there) == "".join(here):
        return False
    telling = {*content_words(change.here)} ^ {*content_words(change.there)}
    return bool(telling - both)


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words if word != "the")


def cut_of(told: Told, change: Change) -> Edit | None:
    """Return the cut that takes away what a telling adds, where it is a part of its own between marks."""
    before, after = _OPENS.search(told.text, 0, change.start), _CLOSES.match(told.text, change.end)
    if change.there or not before or not after or len(content_words(change.here)) < 2:
        return None
    aside = told.text[before.start()] == told.text[change.end] == ","
    return Edit(told.start + before.start(), told.start + change.end + aside, f" {CUT}")


def shared_telling(tellings: Sequence[Told], able: Sequence[Told]) -> tuple[Told, tuple[Edit, ...]]:
    """Return the telling of `able` (best first) that claims no more than all tell, and the cuts that make it so."""
    if len(tellings) == 1:
        return able[0], ()
    ways = ((told, _cuts(told, tellings)) for told in able)
    return min(ways, key=lambda way: (_unshared(way, tellings), len(way[1])))


def _cuts(told: Told, tellings: Sequence[Told]) -> tuple[Edit, ...]:
    found = {cut for other in tellings for change in changes(told, other) if (cut := cut_of(told, change))}
    return tuple(sorted(found))


def _unshared(one: tuple[Told, tuple[Edit, ...]], tellings: Sequence[Told]) -> int:
    """Count the words of a telling, its cuts aside, that some other leaves out."""
    told, cuts = one
    gone = {end for _, end in _cut_words(told, cuts)}
    return sum(
        len(content_words(change.here))
        for other in tellings
        for change in changes(told, other)
        if not change.there and change.end not in gone
    )


def differences(told: Told, cuts: Sequence[Edit], other: Told, *, counts_only: bool = False) -> list[str]:
    """Say how another telling differs from a text made of `told` with `cuts`; nothing where it differs all over.

    What was cut is added by those that print it, `told` itself too. With `counts_only`, only other numbers tell.
    """
    found = [change for change in changes(told, other) if _is_of_substance(change, counts_only=counts_only)]
    gone = {end: told.text[start:end] for start, end in _cut_words(told, cuts)}
    differing = {change.end for change in found}
    added = [f"adds “{words}”" for end, words in gone.items() if end not in differing]
    rest = [change.words for change in found if change.end not in gone]
    return added + (rest if len(rest) <= MOST_CHANGES else [])


def _is_of_substance(change: Change, *, counts_only: bool) -> bool:
    """Tell whether a change is more than a title or the word that joins a clause: “prompting” for “leading”."""
    if counts_only:
        return bool(numbers_in(change.here) and numbers_in(change.there))
    words = [word for word in (change.here, change.there) if word]
    joins = len(words) == 2 and all(_JOINS_CLAUSE.fullmatch(word) for word in words)
    tells = [frozenset(content_words(word)) - _parties() for word in words]
    return not joins and any(tells) and not all(word in _titles() for word in words)


@cache
def _parties() -> frozenset[str]:
    """Return the words by which a text calls again those whom it has named: the pair, the two countries."""
    return frozenset(word for words in read_lexicon("openers")["parties"] for word in content_words(words))


@cache
def _titles() -> frozenset[str]:
    lexicon = read_lexicon("titles")
    return frozenset([*lexicon["offices"], *(word for words in lexicon["address"].values() for word in words)])


def _cut_words(told: Told, cuts: Sequence[Edit]) -> list[tuple[int, int]]:
    """Return where the words that are cut stand in the telling, without the marks around them."""
    stretches = [(cut.start - told.start, cut.end - told.start) for cut in cuts]
    words = [(at, _MARKS.sub("", told.text[at:end])) for at, end in stretches]
    starts = [(told.text.index(text, at), text) for at, text in words]
    return [(start, start + len(text)) for start, text in starts]


def are_one_text(tellings: Sequence[Told]) -> bool:
    """Tell whether sentences are prints of one text, and not each outlet's own."""
    return all(
        len(one.words & other.words) >= ONE_TEXT * len(one.words | other.words) for one, other in pairwise(tellings)
    )


def richest_telling(able: Sequence[Told]) -> Told:
    """Return, of sentences that outlets wrote themselves, the one with most words that tell something."""
    return max(able, key=lambda told: (len(told.words), -able.index(told)))


def lost_marks(told: Told, tellings: Sequence[Told]) -> bool:
    """Tell whether a word of the telling has lost its apostrophe: another has it (Norway's for Norways)."""
    owned = {word.replace("’", "'") for other in tellings for word in _OWNED.findall(other.text)}
    return bool({word.replace("'", "") for word in owned} & set(_LETTERS.findall(told.text)))

"""Articles that print the same text: which they are, and which of their sentences are the same.

An agency's text comes back from its customers in any order, with other quotation marks, without apostrophes,
shortened, and with a few words changed. So texts are compared by their words alone, in runs (shingles) of
SHINGLE words that do not cross a sentence's end. Work is by keys: only articles, and only sentences, that have
a run of words in common are ever compared.

Broder, A. (1997). On the resemblance and containment of documents.
"""

import re
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise
from zlib import crc32

from rapidfuzz.distance import LCSseq

from generator.lexicon import read_lexicon
from generator.model.article import Article
from generator.model.findings import Sentence

# Five words in a row are seldom the same by chance, and most sentences that were edited still keep such a run.
SHINGLE = 5
# Part of the shorter article's shingles that must stand in the other. Measured on the 462 articles of ECB+ (dev):
# no pair on different events shares more than 0.15; of pairs on one event that share 0.2 to 0.3, half share little
# but quotations, which outlets that were both present share too; of those from 0.3 on, one in seven.
SHARED_PART = 0.3
# An article with fewer shingles (about as many words) is a stub: too little to call its text shared.
LEAST_SHINGLES = 20
# One shingle in so many is a key: of a third of a short article's hundred shingles still eight or so.
ONE_KEY_IN = 4
# A shingle in more articles than this proposes neighbours only, so that a text printed by thousands stays linear.
ALL_PAIRS_UP_TO = 8
# Words in the same order, as a part of the shorter and of the longer sentence: an edited sentence keeps most of its
# words, and what is left out is seldom more than half. Not tuned: no public data pairs such sentences. Precision
# rests on numbers, negations and names, which must agree.
SAME_OF_SHORTER = 0.75
SAME_OF_LONGER = 0.5
# Shorter sentences ("He said no.") are the same by chance.
LEAST_WORDS = 4

# Oslo's, Oslo’s, U.S.
_INSIDE_WORD = re.compile(r"(?<=\w)['’ʼ`´.](?=\w)")
# Oslo, 147
_WORD = re.compile(r"[^\W\d_]+|\d+")
# … on 24 February. The pair have …
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s+(?![a-z])|\n")


def find_shared_texts(articles: Sequence[Article]) -> tuple[tuple[int, ...], ...]:
    """Return the groups (of two or more indices) of articles that print one text, or much of it.

    Groups are ordered by their first article. Being printed together passes on: if a shares its text with b,
    and b with c, all three are one origin.
    """
    shingles = [_shingles(article.text) for article in articles]
    leader = list(range(len(articles)))
    for one, other in sorted(_candidates(_printed_by(shingles))):
        first, second = sorted((_leader(leader, one), _leader(leader, other)))
        if first != second and _share_text(shingles[one], shingles[other]):
            leader[second] = first
    members: dict[int, list[int]] = defaultdict(list)
    for index in range(len(articles)):
        members[_leader(leader, index)].append(index)
    return tuple(tuple(group) for group in members.values() if len(group) > 1)


def align_sentences(
    a: Article, sentences_a: Sequence[Sentence], b: Article, sentences_b: Sequence[Sentence]
) -> tuple[tuple[int, int], ...]:
    """Return the pairs of sentences (indices) that print the same sentence, in the order of `a`.

    Each sentence is in one pair at most, the closest. One may leave out what the other adds; but sentences that
    differ in a number, a negation or a name are never the same.
    """
    worded_a = _worded(a, sentences_a)
    worded_b = _worded(b, sentences_b)
    holding: dict[tuple[str, str], set[int]] = defaultdict(set)
    for j, sentence in enumerate(worded_b):
        for pair in pairwise(sentence.words):
            holding[pair].add(j)
    scored: list[tuple[float, int, int]] = []
    for i, sentence in enumerate(worded_a):
        near = {j for pair in pairwise(sentence.words) for j in holding.get(pair, ())}
        scored += [(-same, i, j) for j in near if (same := _sameness(sentence, worded_b[j]))]
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(scored):
        if i not in found and j not in taken:
            found[i] = j
            taken.add(j)
    return tuple(sorted(found.items()))


def normal_words(text: str) -> list[str]:
    """Return the words and numbers of a text as they are compared: no marks, no case, no apostrophes.

    >>> normal_words("Oslo’s exports hit $12bn, U.S. officials said.")
    ['oslos', 'exports', 'hit', '12', 'billion', 'us', 'officials', 'said']
    """
    spellings = _spellings()
    words = _WORD.findall(_INSIDE_WORD.sub("", text).casefold())
    return [
        "million" if word == "m" and before.isdigit() else spellings.get(word, word)
        for before, word in zip(["", *words], words, strict=False)
    ]


@cache
def _spellings() -> Mapping[str, str]:
    """Return what words of quantity and abbreviated months are compared as."""
    months: Mapping[str, Sequence[str]] = read_lexicon("calendar")["months"]
    quantities: Mapping[str, str] = read_lexicon("stopwords")["quantities"]
    short = {other.casefold(): month.casefold() for month, others in months.items() for other in others}
    return short | dict(quantities)


@dataclass(frozen=True, slots=True)
class _Worded:
    """A sentence as it is compared: its words, and those that must not differ."""

    words: list[str]
    numbers: frozenset[str]
    negations: int
    names: frozenset[str]


def _worded(article: Article, sentences: Sequence[Sentence]) -> list[_Worded]:
    """Prepare sentences; a name is a word that stands with a capital within some sentence of the article."""
    lexicon = read_lexicon("stopwords")
    quantities, negations = set(lexicon["quantities"].values()), set(lexicon["negations"])
    texts = [_INSIDE_WORD.sub("", article.text[s.start : s.end]) for s in sentences]
    capitals = [[word for word in _WORD.findall(text) if word[0].isupper()] for text in texts]
    starts = [match[0] if (match := _WORD.search(text)) else "" for text in texts]
    names = {
        word.casefold()
        for found, start in zip(capitals, starts, strict=True)
        for word in (found[1:] if found and found[0] == start else found)
    } - set(lexicon["words"])
    worded = []
    for text, found in zip(texts, capitals, strict=True):
        words = normal_words(text)
        worded.append(
            _Worded(
                words,
                frozenset(word for word in words if word.isdigit() or word in quantities),
                sum(word in negations for word in words),
                frozenset(word.casefold() for word in found) & names,
            )
        )
    return worded


def _sameness(a: _Worded, b: _Worded) -> float:
    """Return how much of both sentences is the same words in the same order; 0 where they are not the same."""
    short, long = sorted((len(a.words), len(b.words)))
    if short < LEAST_WORDS or a.negations != b.negations:
        return 0.0
    if not (a.numbers <= b.numbers or b.numbers <= a.numbers):
        return 0.0
    same = LCSseq.similarity(a.words, b.words)
    if same < SAME_OF_SHORTER * short or same < SAME_OF_LONGER * long or _names_differ(a, b):
        return 0.0
    return 2 * same / (short + long)


def _names_differ(a: _Worded, b: _Worded) -> bool:
    """Tell whether one sentence has another name where the other has one, save initials (US, United States)."""
    left: list[str] = []
    right: list[str] = []
    for step in [*LCSseq.opcodes(a.words, b.words), None]:
        if step is None or step.tag == "equal":
            if left and right and not (_initials(left, right) or _initials(right, left)):
                return True
            left, right = [], []
        else:
            left += [word for word in a.words[step.src_start : step.src_end] if word in a.names]
            right += [word for word in b.words[step.dest_start : step.dest_end] if word in b.names]
    return False


def _initials(short: Sequence[str], long: Sequence[str]) -> bool:
    return list(short) == ["".join(name[0] for name in long)]


def _shingles(text: str) -> Sequence[int]:
    """Return checksums (the same in every run) of the runs of words within sentences, each once."""
    found: set[int] = set()
    for sentence in _SENTENCE_END.split(text):
        words = [word.encode() for word in _WORD.findall(_INSIDE_WORD.sub("", sentence).casefold())]
        joined = b" ".join(words)
        starts = list(accumulate((len(word) + 1 for word in words), initial=0))
        # To the blank behind the last word; so many sentences are shorter than a run that zip says it best.
        found.update(crc32(joined[start : end - 1]) for start, end in zip(starts, starts[SHINGLE:], strict=False))
    return array("I", found)


def _printed_by(shingles: Sequence[Collection[int]]) -> Iterable[Sequence[int]]:
    """Return the articles that print one shingle, for each that is a key and that several print."""
    first: dict[int, int] = {}  # nearly all shingles stand in one article: a number for each, not a list
    several: dict[int, list[int]] = {}
    for index, found in enumerate(shingles):
        if len(found) >= LEAST_SHINGLES:
            for shingle in found:
                if shingle % ONE_KEY_IN == 0 and (before := first.setdefault(shingle, index)) != index:
                    several.setdefault(shingle, [before]).append(index)
    return several.values()


def _candidates(postings: Iterable[Sequence[int]]) -> set[tuple[int, int]]:
    """Return the pairs of articles with a shingle in common; of a very common one, each with the one before."""
    pairs: set[tuple[int, int]] = set()
    for held_by in postings:
        if len(held_by) > ALL_PAIRS_UP_TO:
            pairs.update(pairwise(held_by))
        else:
            pairs.update((one, other) for at, one in enumerate(held_by) for other in held_by[at + 1 :])
    return pairs


def _share_text(one: Collection[int], other: Collection[int]) -> bool:
    return len(set(one).intersection(other)) >= SHARED_PART * min(len(one), len(other))


def _leader(leader: list[int], index: int) -> int:
    while leader[index] != index:
        leader[index] = leader[leader[index]]
        index = leader[index]
    return index

"""Which articles tell of one event: words, names and dates of publication, by average link.

An article becomes a vector of its words: a word weighs more the rarer it is (TF-IDF), and a name more than
another word. Two passes: the first joins what is on one subject; the second weighs the words anew within each
subject, where what all its articles share tells nothing any more, and parts it into events.
"""

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from sys import intern

from generator.model.article import Article
from generator.model.edtf import bounds
from generator.model.findings import Findings
from generator.siblings import find_shared_texts
from generator.stories.linkage import Span, Vector, link, product
from generator.stories.words import empty_words

# Average likeness (cosine) from which on groups are on one subject, and within a subject on one event. Measured on
# ECB+ (dev: 20 subjects, each of two near-alike events; B-cubed F1): 0.94 with both passes, 0.91 with the first
# alone. ONE_SUBJECT from 0.16 to 0.20 makes no difference; ONE_EVENT is the middle of 0.07 to 0.08, where F1 stays
# above 0.93 (0.92 at 0.085). Halves of the subjects lie between 0.87 and 0.99.
ONE_SUBJECT = 0.16
ONE_EVENT = 0.075
# Articles on other matters that are imagined beside the given ones, so that a word which all of a few articles have
# still counts as rare: so one threshold serves ten articles as well as five hundred.
UNSEEN = 500
UNSEEN_WITHIN = 10
# What a name or a number weighs against another word (F1: 0.91 at 1, 0.93 at 2, 0.94 at 2.5).
HEAVY = 2.5
# With fewer articles there are no two groups of two to part.
LEAST_TO_PART = 4
# Days: articles on like events a quarter of a year apart tell of two events.
LONGEST_GAP = 92

# Words whose stem is remembered: more than the running words of a year's news are made of.
KNOWN_WORDS = 100_000

# Oslo's → Oslo
_POSSESSIVE = re.compile(r"['’]s\b")
# Oslo, 147
_WORD = re.compile(r"[^\W\d_]+|\d+")
_ENDINGS = ("ing", "ed", "es", "s")


@dataclass(frozen=True, slots=True)
class _Words:
    """How often each stem stands in an article, and which weigh more: names (mostly capitalised) and numbers."""

    counts: Mapping[str, int]
    heavy: frozenset[str]


def group_articles(articles: Sequence[Article]) -> tuple[tuple[int, ...], ...]:
    """Return the stories as indices of their articles: every index once, stories in the order of first articles."""
    words = [_count_words(article) for article in articles]
    spans = [_published(article) for article in articles]
    shared = find_shared_texts(articles)
    subjects = link(_weigh(words, UNSEEN), spans, shared, ONE_SUBJECT, LONGEST_GAP)
    stories = [story for subject in subjects for story in _part(subject, words, spans, shared)]
    return tuple(sorted(tuple(sorted(story)) for story in stories))


def group_stories(findings: Sequence[Findings]) -> tuple[tuple[int, ...], ...]:
    """Return the stories as indices into `findings`, as `group_articles` does."""
    return group_articles([found.article for found in findings])


def place_by_hand(
    stories: Iterable[Sequence[int]], homes: Mapping[int, Collection[int]]
) -> tuple[tuple[int, ...], ...]:
    """Return the stories with the articles that an editor moved in the story that was chosen for them.

    `homes` are, for each moved article, the articles of the brief that it was moved to; where none of these is in a
    story yet, it begins one.
    """
    placed = [[index for index in story if index not in homes] for story in stories]
    for index in sorted(homes):
        home = max(placed, key=lambda story: len(set(story).intersection(homes[index])), default=[])
        if set(home).intersection(homes[index]):
            home.append(index)
        else:
            placed.append([index])
    return tuple(sorted(tuple(sorted(story)) for story in placed if story))


def _part(
    subject: Sequence[int], words: Sequence[_Words], spans: Sequence[Span], shared: Iterable[Sequence[int]]
) -> list[list[int]]:
    """Part the articles on one subject into events of two articles or more.

    An article that is like no other stays with the event it is most like: alone it is more often another angle
    than another event.
    """
    if len(subject) < LEAST_TO_PART:
        return [list(subject)]
    place = {index: at for at, index in enumerate(subject)}
    vectors = _weigh([words[index] for index in subject], UNSEEN_WITHIN)
    # Prints of one text that are years apart are in two subjects.
    together = [within for group in shared if (within := [place[index] for index in group if index in place])]
    groups = link(vectors, [spans[index] for index in subject], together, ONE_EVENT, LONGEST_GAP)
    events = [group for group in groups if len(group) > 1]
    if len(events) < 2:
        return [list(subject)]
    joined = [list(event) for event in events]
    for lone in (group[0] for group in groups if len(group) == 1):
        alike = [sum(product(vectors[lone], vectors[at]) for at in event) / len(event) for event in events]
        joined[alike.index(max(alike))].append(lone)
    return [[subject[at] for at in event] for event in joined]


def _published(article: Article) -> Span:
    days = bounds(article.published) if article.published else (None, None)
    return Span(*(day.toordinal() if day else None for day in days))


def _count_words(article: Article) -> _Words:
    """Count the words that tell something, by their stems."""
    counts: dict[str, int] = {}
    capitals: dict[str, int] = {}
    text = _POSSESSIVE.sub("", f"{article.title or ''}\n{article.text}")
    for word, count in Counter(_WORD.findall(text)).items():
        if stem := _stem(word):
            counts[stem] = counts.get(stem, 0) + count
            if word[0].isupper() or word[0].isdigit():
                capitals[stem] = capitals.get(stem, 0) + count
    return _Words(counts, frozenset(stem for stem, count in capitals.items() if 2 * count >= counts[stem]))


@lru_cache(maxsize=KNOWN_WORDS)
def _stem(word: str) -> str:
    """Return a word without its ending; "" for one that tells nothing."""
    plain = word.casefold()
    if len(plain) < 2 or plain in empty_words():
        return ""
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= 4:
            return intern(plain[: -len(ending)])
    return intern(plain)


def _weigh(articles: Sequence[_Words], unseen: int) -> list[Vector]:
    """Return the weights of each article's words, as vectors of length 1."""
    spread: Counter[str] = Counter()
    for article in articles:
        spread.update(article.counts.keys())
    rarity = {word: math.log((len(articles) + unseen + 1) / (count + 0.5)) for word, count in spread.items()}
    return [_weights(article, rarity) for article in articles]


def _weights(article: _Words, rarity: Mapping[str, float]) -> Vector:
    weights = {
        word: (1 + math.log(count)) * rarity[word] * (HEAVY if word in article.heavy else 1.0)
        for word, count in article.counts.items()
    }
    length = math.hypot(*weights.values())
    return {word: weight / length for word, weight in weights.items()}

"""Which articles tell of one event: average-link clustering of weighted words, names and dates.

Every article becomes a vector of its words: a word weighs more the rarer it is among the articles (TF-IDF), and a
capitalised word, mostly a name, more than another. Two articles are compared only if they have keys in common:
their heaviest words. Stories grow from the most alike pair on; two are joined while the average likeness over
all pairs of their articles stays above ALIKE, so that no chain of small steps joins what is far apart.
"""

import heapq
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations, pairwise

from generator.lexicon import read_lexicon
from generator.model.article import Article
from generator.model.findings import Findings
from generator.siblings import find_shared_texts

# Average likeness (cosine) from which on two groups are one story.
ALIKE = 0.18
# What a capitalised word weighs against another.
NAME_WEIGHT = 2.5
# Heaviest words of an article that serve as its keys, alone and two at a time.
KEYS = 12
# A key of more articles than this proposes neighbours only.
ALL_PAIRS_UP_TO = 40

# Moscow's → Moscow
_POSSESSIVE = re.compile(r"['’]s\b")
# Beijing, 147
_WORD = re.compile(r"[^\W\d_]+|\d+")
_ENDINGS = ("ing", "ed", "es", "s")

Vector = dict[str, float]


def group_articles(articles: Sequence[Article]) -> tuple[tuple[int, ...], ...]:
    """Return the stories as indices of their articles: every index once, stories in the order of first articles."""
    counts = [_count_words(article) for article in articles]
    spread = Counter(word for words, _ in counts for word in words)
    vectors = [_weigh(words, capitals, spread, len(articles)) for words, capitals in counts]
    groups = _join(vectors, find_shared_texts(articles), _candidates(vectors))
    return tuple(sorted(tuple(sorted(group)) for group in groups))


def group_stories(findings: Sequence[Findings]) -> tuple[tuple[int, ...], ...]:
    """Return the stories as indices into `findings`, as `group_articles` does."""
    return group_articles([found.article for found in findings])


@cache
def _empty_words() -> frozenset[str]:
    lexicon = read_lexicon("stopwords")
    return frozenset(lexicon["words"]) | frozenset(lexicon["negations"])


def _count_words(article: Article) -> tuple[Counter[str], Counter[str]]:
    """Count the words that tell something, by their stems, and how often each stands with a capital."""
    words: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    for word in _WORD.findall(_POSSESSIVE.sub("", f"{article.title or ''}\n{article.text}")):
        plain = word.casefold()
        if len(plain) > 1 and plain not in _empty_words():
            stem = _stem(plain)
            words[stem] += 1
            capitals[stem] += word[0].isupper()
    return words, capitals


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def _weigh(words: Counter[str], capitals: Counter[str], spread: Mapping[str, int], articles: int) -> Vector:
    """Return the weights of an article's words, of length 1."""
    weights = {}
    for word, count in words.items():
        weight = (1 + math.log(count)) * math.log((articles + 1) / (spread[word] + 0.5))
        weights[word] = weight * NAME_WEIGHT if 2 * capitals[word] >= count else weight
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {word: weight / length for word, weight in weights.items()}


def _candidates(vectors: Sequence[Vector]) -> set[tuple[int, int]]:
    """Return the pairs of articles that have a key in common: a heavy word, or two of them."""
    held_by: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, vector in enumerate(vectors):
        keys = sorted(heapq.nsmallest(KEYS, vector, key=lambda word: (-vector[word], word)))
        for key in [*((word,) for word in keys), *combinations(keys, 2)]:
            held_by[key].append(index)
    pairs: set[tuple[int, int]] = set()
    for holders in held_by.values():
        pairs.update(combinations(holders, 2) if len(holders) <= ALL_PAIRS_UP_TO else pairwise(holders))
    return pairs


def _join(
    vectors: Sequence[Vector], shared: Iterable[Sequence[int]], pairs: Iterable[tuple[int, int]]
) -> Iterator[list[int]]:
    """Join groups by average link: the average over pairs is the product of the groups' summed vectors."""
    members = {index: [index] for index in range(len(vectors))}
    sums = {index: dict(vector) for index, vector in enumerate(vectors)}
    near: dict[int, set[int]] = {index: set() for index in members}
    for one, other in pairs:
        near[one].add(other)
        near[other].add(one)

    def merge(one: int, other: int) -> None:
        members[one] += members.pop(other)
        for word, weight in sums.pop(other).items():
            sums[one][word] = sums[one].get(word, 0.0) + weight
        for third in near.pop(other):
            near[third].discard(other)
            if third != one:
                near[third].add(one)
                near[one].add(third)

    def likeness(one: int, other: int) -> float:
        return _product(sums[one], sums[other]) / (len(members[one]) * len(members[other]))

    for group in shared:
        for index in group[1:]:
            merge(group[0], index)
    queue = [
        (-alike, one, other, len(members[one]), len(members[other]))
        for one in near
        for other in near[one]
        if one < other and (alike := likeness(one, other)) >= ALIKE
    ]
    heapq.heapify(queue)
    while queue:
        _, one, other, size, other_size = heapq.heappop(queue)
        if len(members.get(one, ())) != size or len(members.get(other, ())) != other_size:
            continue
        merge(one, other)
        for third in near[one]:
            if (alike := likeness(one, third)) >= ALIKE:
                low, high = sorted((one, third))
                heapq.heappush(queue, (-alike, low, high, len(members[low]), len(members[high])))
    yield from members.values()


def _product(one: Vector, other: Vector) -> float:
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other[word] for word, weight in one.items() if word in other)

"""Recover the order of an article whose paragraphs were scrambled, from another that prints the same text.

Which of two orders is the article's own is told by how people are introduced: a text gives the full name first
("Ana Lopes, the mayor") and the short one after ("Lopes"). Shuffling breaks that; editing hardly ever does.
"""

import re
from collections.abc import Sequence
from itertools import combinations

from generator.articles.opening import dateline_of
from generator.model.article import Article
from generator.model.findings import Sentence
from generator.siblings.shared import align_sentences

# Ana Lopes | Lopes | United Nations
_CAPITALS = re.compile(r"\b[A-Z][\w’'-]{0,40}[a-z](?: [A-Z][\w’'-]{0,40}[a-z])*\b")
# At least this many paragraphs in common, else an order is chance.
LEAST_COMMON = 5
# Kendall's tau of the common paragraphs: an edited text keeps most of its order, a shuffled one is near 0.
SCRAMBLED_BELOW = 0.5
# How much more of its names the other text must introduce in full first.
INTRODUCED_MORE = 0.2
_LEAST_NAMES = 2


def recover_order(article: Article, others: Sequence[Article]) -> tuple[tuple[int, ...], str | None]:
    """Return the paragraphs of a scrambled article (by number) in the order of another, and that one's file.

    For an article that is not scrambled, or whose order cannot be known: ((), None).

    A paragraph with a dateline opens. Others that the other text does not carry are left out: where they stood is
    not known.
    """
    best = max(others, key=introduced_first, default=None)
    if best is None or introduced_first(best) < introduced_first(article) + INTRODUCED_MORE:
        return (), None
    pairs = align_sentences(article, _paragraphs(article), best, _paragraphs(best))
    if len(pairs) < LEAST_COMMON or _kendall([there for _, there in pairs]) >= SCRAMBLED_BELOW:
        return (), None
    opening = [n for n, paragraph in enumerate(article.text.split("\n\n")) if dateline_of(paragraph)][:1]
    following = [here for here, _ in sorted(pairs, key=lambda pair: pair[1]) if here not in opening]
    return (*opening, *following), best.file


def introduced_first(article: Article) -> float:
    """Return the part of the names that stand in full before they stand in short; 1 where too few tell."""
    full: dict[str, int] = {}
    short: dict[str, int] = {}
    for match in _CAPITALS.finditer(article.text):
        words = match[0].split()
        for word in words:
            (full if len(words) > 1 else short).setdefault(word, match.start())
    both = full.keys() & short.keys()
    return sum(full[word] < short[word] for word in both) / len(both) if len(both) >= _LEAST_NAMES else 1.0


def _paragraphs(article: Article) -> list[Sentence]:
    """Return the paragraphs as spans that can be aligned; a scrambled text has one sentence in each."""
    spans: list[Sentence] = []
    position = 0
    for number, paragraph in enumerate(article.text.split("\n\n")):
        spans.append(Sentence(position, position + len(paragraph), number))
        position += len(paragraph) + 2
    return spans


def _kendall(ranks: Sequence[int]) -> float:
    pairs = list(combinations(ranks, 2))
    return sum(1 if one < other else -1 for one, other in pairs) / len(pairs) if pairs else 1.0

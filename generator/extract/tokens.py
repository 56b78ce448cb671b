"""Sentences as tokens, with their places, made once: what the rules of figures and events walk over."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import partial
from itertools import accumulate
from typing import NamedTuple, Protocol, TypeVar

from generator.model.findings import Sentence

# "the U.S.'s 1,200-strong force": the | U.S.'s | 1,200 | - | strong | force; every other mark is a token alone.
# The joiners are not in the class they join, so the match is linear.
_TOKEN = re.compile(r"([^\W_]+(?:(?:['’.&]|(?<=\d),(?=\d))[^\W_]+)*|[^\w\s]|_)")


# "week" and "s" of "week's"
_LETTERS = re.compile(r"[^\W\d_]+")


class Token(NamedTuple):
    """A word, a number or a mark; `start` and `end` are places in the article's text.

    `lower` is the text in lower case, with straight apostrophes.
    """

    start: int
    end: int
    text: str
    lower: str

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()


# The tuple as it stands: the constructor of a NamedTuple takes three times as long, and every word needs one.
_token = partial(tuple.__new__, Token)


def tokenize(text: str, sentences: Sequence[Sentence]) -> tuple[tuple[Token, ...], ...]:
    """Return the tokens of each sentence.

    >>> [token.text for token in tokenize("$3m for 20-odd U.S. firms", [Sentence(0, 25, 0)])[0]]
    ['$', '3m', 'for', '20', '-', 'odd', 'U.S', '.', 'firms']
    """
    return tuple(_tokens(text, sentence.start, sentence.end) for sentence in sentences)


def words_of(tokens_by_sentence: Sequence[Sequence[Token]]) -> tuple[frozenset[str], ...]:
    """Return the words of each sentence in small letters, to ask first whether a rule can find anything in it.

    Of what a mark joins ("week's", "it.The") there is the whole and each part.
    """
    found: list[frozenset[str]] = []
    for tokens in tokens_by_sentence:
        words = frozenset([token.lower for token in tokens])
        joined = [word for word in words if not word.isalpha()]
        found.append(words.union(_LETTERS.findall(" ".join(joined))) if joined else words)
    return tuple(found)


def split_phrase(words: str) -> tuple[str, ...]:
    """Return the words and marks of a phrase of a lexicon, as `Token.lower` has them."""
    return tuple(token.lower for token in _tokens(words, 0, len(words)))


def _tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    # What parts the tokens and the tokens in turn: that takes half the time of one match object a token.
    pieces = _TOKEN.split(text[start:end])
    places = list(accumulate(map(len, pieces), initial=start))
    words = pieces[1::2]
    lower = list(map(str.lower, words))
    if "’" in text[start:end]:
        lower = [word.replace("’", "'") for word in lower]
    return tuple(map(_token, zip(places[1::2], places[2::2], words, lower, strict=False)))


def touches(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether the token at `index` follows the one before it with no blank between."""
    return 0 < index < len(tokens) and tokens[index - 1].end == tokens[index].start


class Span(Protocol):
    """Anything with a place in the text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


SpanT = TypeVar("SpanT", bound=Span)


class Place(NamedTuple):
    """A stretch of the text."""

    start: int
    end: int


def by_part(parts: Sequence[Span], spans: Sequence[SpanT]) -> list[list[SpanT]]:
    """Return for each part (they follow one another) the spans that lie in it, wholly or in part."""
    starts = [part.start for part in parts]
    found: list[list[SpanT]] = [[] for _ in parts]
    for span in spans:
        at = max(0, bisect_right(starts, span.start) - 1)
        while at < len(parts) and parts[at].start < span.end:
            if span.start < parts[at].end:
                found[at].append(span)
            at += 1
    return found


def token_at(tokens: Sequence[Token], place: int) -> int:
    """Return the index of the first token that ends after a place in the text."""
    return bisect_right(tokens, place, key=lambda token: token.end)


def covered(tokens: Sequence[Token], spans: Sequence[Span]) -> frozenset[int]:
    """Return the tokens that lie in one of the spans, which are in the order of their starts."""
    found: set[int] = set()
    last = 0
    for span in spans:
        at = max(last, token_at(tokens, span.start))
        while at < len(tokens) and tokens[at].start < span.end:
            found.add(at)
            at += 1
        last = max(last, at)
    return frozenset(found)

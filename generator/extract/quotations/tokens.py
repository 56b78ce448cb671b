"""The words of each sentence with its quotations folded into single tokens, so that grammar can look past them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from generator.extract.quotations.marks import Stretch
from generator.extract.quotations.verbs import TRIGGERS
from generator.model.findings import Sentence

# "U.S", "no-limits", "1,000", "didn’t"; then "’s"; then dashes and every other sign by itself
_TOKEN = re.compile(
    r"[^\W_]+(?:[.&/,-][^\W_]+|[’'](?!(?:s|ve|d|ll|re|m)\b)[^\W_]+)*|[’'](?:s|ve|d|ll|re|m)\b|--+|\S",
    re.IGNORECASE,
)
# "said": what a verb or a noun of speech can be
_WORD = re.compile(r"[a-z]+")
# A bracket longer than this holds a sentence of its own.
_LONGEST_BRACKET = 15
# No sentence has so many words outside its quotations; what has is cut, so that time stays linear in any text.
_MOST_TOKENS = 250
# A sentence no longer than this may attribute the “…!” before it: “Never!” Jane Doe, a member, shouted.
_LONGEST_CUE = 120


# What a folded quotation reads as among the words.
QUOTATION = "“”"


class Token(NamedTuple):
    """A word, a sign, or (`stretch` not None) a whole quotation with its marks, its first and last character."""

    start: int
    end: int
    text: str
    lower: str
    stretch: int | None


@dataclass(frozen=True)
class Unit:
    """One or more sentences that a quotation holds together.

    A `quiet` one has neither marks nor a word that may attribute; its tokens are read only if somebody asks.
    """

    start: int
    end: int
    paragraph: int
    text: str
    read: tuple[Token, ...] | None

    @property
    def quiet(self) -> bool:
        return self.read is None

    @cached_property
    def tokens(self) -> Sequence[Token]:
        return _tokens(self.text, self.start, self.end, ()) if self.read is None else self.read

    @cached_property
    def quoted(self) -> Sequence[int]:
        """The indexes of the tokens that are quotations."""
        return [at for at, token in enumerate(self.read or ()) if token.stretch is not None]


def read_units(text: str, sentences: Sequence[Sentence], stretches: Sequence[Stretch]) -> Iterator[Unit]:
    """Yield the sentences, those joined that a quotation spans, each quotation folded into one token."""
    opens = [stretch.opens for stretch in stretches]
    at = 0
    while at < len(sentences):
        first = sentences[at]
        low, end = bisect_left(opens, first.start), first.end
        while True:
            at += 1
            high = bisect_left(opens, end, low)
            end = max(end, stretches[high - 1].closes) if high > low else end
            if at >= len(sentences) or not (sentences[at].start < end or _resumes(text, end, sentences[at])):
                break
            end = max(end, sentences[at].end)
        if low == high and TRIGGERS.isdisjoint(_WORD.findall(text[first.start : end].lower())):
            yield Unit(first.start, end, first.paragraph, text, None)
            continue
        tokens = _tokens(text, first.start, end, list(enumerate(stretches[low:high], low)))
        for cut in range(0, len(tokens), _MOST_TOKENS):
            some = tuple(tokens[cut : cut + _MOST_TOKENS])
            yield Unit(some[0].start, some[-1].end, first.paragraph, text, some)


def _resumes(text: str, end: int, sentence: Sentence) -> bool:
    """Tell whether a sentence attributes the quotation right before it: “Never!” ― Jane Doe"""
    if text[end - 1] not in "”\"’'":
        return False
    if text[sentence.start] in "—–―":
        return True
    return (
        text[end - 2] in "!?" and sentence.end - sentence.start < _LONGEST_CUE and text[end : sentence.start] == " "
    )


def _tokens(text: str, start: int, end: int, quoted: Sequence[tuple[int, Stretch]]) -> list[Token]:
    tokens: list[Token] = []
    for number, stretch in quoted:
        tokens += _words(text, start, stretch.opens)
        ends = text[stretch.start] + text[stretch.end - 1]
        tokens.append(Token(stretch.opens, stretch.closes, f"“{ends}”", QUOTATION, number))
        start = stretch.closes
    return _without_brackets(tokens + _words(text, start, end))


def _words(text: str, start: int, end: int) -> list[Token]:
    words: list[Token] = []
    last_end = -1
    for match in _TOKEN.finditer(text, start, end):
        (first, last), word = match.span(), match[0]
        if word == "." and last_end == first and last < end:
            continue  # the stop of an abbreviation: the sentence goes on after it
        last_end, lower = last, word.lower()
        words.append(Token(first, last, word, lower.replace("’", "'") if "’" in lower else lower, None))
    return words


def _without_brackets(tokens: list[Token]) -> list[Token]:
    if not any(token.text == "(" for token in tokens):
        return tokens
    kept: list[Token] = []
    opened: int | None = None
    for token in tokens:
        kept.append(token)
        if token.text == "(":
            opened = len(kept) - 1
        elif opened is not None and (token.stretch is not None or len(kept) - opened > _LONGEST_BRACKET):
            opened = None
        elif token.text == ")" and opened is not None:
            del kept[opened:]
            opened = None
    return kept

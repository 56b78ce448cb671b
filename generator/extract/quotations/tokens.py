"""The words of each sentence with its quotations folded into single tokens, so that grammar can look past them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.extract.quotations.marks import Stretch
from generator.model.findings import Sentence

# "U.S", "no-limits", "1,000", "didn’t"; then "’s"; then dashes and every other sign by itself
_TOKEN = re.compile(
    r"[^\W_]+(?:[.&/,-][^\W_]+|[’'](?!(?:s|ve|d|ll|re|m)\b)[^\W_]+)*|[’'](?:s|ve|d|ll|re|m)\b|--+|\S",
    re.IGNORECASE,
)
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


class Unit(NamedTuple):
    """One or more sentences that a quotation holds together."""

    start: int
    end: int
    paragraph: int
    tokens: tuple[Token, ...]


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
        quoted = list(enumerate(stretches[low:high], low))
        tokens = _tokens(text, first.start, end, quoted)
        for cut in range(0, len(tokens), _MOST_TOKENS):
            some = tuple(tokens[cut : cut + _MOST_TOKENS])
            yield Unit(some[0].start, some[-1].end, first.paragraph, some)


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
    for match in _TOKEN.finditer(text, start, end):
        word = match[0]
        if word == "." and words and words[-1].end == match.start() and match.end() < end:
            continue  # the stop of an abbreviation: the sentence goes on after it
        words.append(Token(match.start(), match.end(), word, word.lower().replace("’", "'"), None))
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

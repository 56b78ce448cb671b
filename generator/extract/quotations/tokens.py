"""The words of each sentence with its quotations folded into single tokens, so that grammar can look past them."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from functools import partial
from itertools import accumulate, repeat
from typing import NamedTuple

from generator.extract.quotations.marks import Stretch
from generator.extract.quotations.verbs import TRIGGERS
from generator.model.findings import Sentence

# "U.S", "no-limits", "1,000", "didn’t"; then "’s"; then dashes and every other sign by itself
_CLITIC = r"[’'](?:[sSdDmM]|[vV][eE]|[lL][lL]|[rR][eE])\b"
_TOKEN = re.compile(rf"([^\W_]+(?:[.&/,-][^\W_]+|(?!{_CLITIC})[’'][^\W_]+)*|{_CLITIC}|--+|\S)")
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


# The tuple as it stands: the constructor of a NamedTuple takes twice as long, and every word needs one.
_token = partial(tuple.__new__, Token)


class Unit:
    """One or more sentences that a quotation holds together.

    A `quiet` one has neither marks nor a word that may attribute; its tokens are read only if somebody asks.
    `quoted` are the indexes of the tokens that are quotations.
    """

    __slots__ = ("_text", "_tokens", "end", "paragraph", "quiet", "quoted", "start")

    def __init__(self, text: str, start: int, end: int, paragraph: int, tokens: Sequence[Token] | None) -> None:
        self._text, self._tokens = text, tokens
        self.start, self.end, self.paragraph = start, end, paragraph
        self.quiet = tokens is None
        self.quoted = [at for at, token in enumerate(tokens or ()) if token.stretch is not None]

    @property
    def tokens(self) -> Sequence[Token]:
        if self._tokens is None:
            self._tokens = _tokens(self._text, self.start, self.end, ())
        return self._tokens


def read_units(
    text: str, sentences: Sequence[Sentence], words: Sequence[Set[str]], stretches: Sequence[Stretch]
) -> Iterator[Unit]:
    """Yield the sentences, those joined that a quotation spans, each quotation folded into one token."""
    opens = [stretch.opens for stretch in stretches]
    at = 0
    while at < len(sentences):
        first, number = sentences[at], at
        low, end = bisect_left(opens, first.start), first.end
        while True:
            at += 1
            high = bisect_left(opens, end, low)
            end = max(end, stretches[high - 1].closes) if high > low else end
            if at >= len(sentences) or not (sentences[at].start < end or _resumes(text, end, sentences[at])):
                break
            end = max(end, sentences[at].end)
        if low == high and all(map(TRIGGERS.isdisjoint, words[number:at])):
            yield Unit(text, first.start, end, first.paragraph, None)
            continue
        tokens = _tokens(text, first.start, end, list(enumerate(stretches[low:high], low)))
        for cut in range(0, len(tokens), _MOST_TOKENS):
            some = tokens[cut : cut + _MOST_TOKENS]
            yield Unit(text, some[0].start, some[-1].end, first.paragraph, some)


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
    first = start
    tokens: list[Token] = []
    for number, stretch in quoted:
        tokens += _words(text, start, stretch.opens)
        ends = text[stretch.start] + text[stretch.end - 1]
        tokens.append(Token(stretch.opens, stretch.closes, f"“{ends}”", QUOTATION, number))
        start = stretch.closes
    tokens += _words(text, start, end)
    return _without_brackets(tokens) if "(" in text[first:end] else tokens


def _words(text: str, start: int, end: int) -> list[Token]:
    pieces = _TOKEN.split(text[start:end])
    places = list(accumulate(map(len, pieces), initial=start))
    written = pieces[1::2]
    lower = list(map(str.lower, written))
    if "’" in text[start:end]:
        lower = [word.replace("’", "'") for word in lower]
    rows = zip(places[1::2], places[2::2], written, lower, repeat(None), strict=False)
    words: list[Token] = list(map(_token, rows))
    if text.find(".", start, end - 1) < 0:
        return words
    # The stop of an abbreviation is none: the sentence goes on after it.
    return [
        word
        for at, word in enumerate(words)
        if not (word.text == "." and at and words[at - 1].end == word.start and word.end < end)
    ]


def _without_brackets(tokens: list[Token]) -> list[Token]:
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

"""Numbers as English writes them, in digits and in words: how much, and where they end."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.extract.tokens import Token, touches
from generator.lexicon import read_lexicon

_UNITS = read_lexicon("units")
_WORDS: dict[str, float] = {word: float(value) for word, value in _UNITS["numbers"].items()}
_FRACTIONS: dict[str, float] = {word: float(value) for word, value in _UNITS["fractions"].items()}
_MAGNITUDES: dict[str, float] = {
    word: float(_UNITS["values"][name]) for name, words in _UNITS["magnitudes"].items() for word in words
}
_MONTHS: frozenset[str] = frozenset(
    word.lower() for name, short in read_lexicon("calendar")["months"].items() for word in (name, *short)
)
# Fraction words that are also ordinals, quarters of a year or halves of a match when nothing stands before them.
_PLURAL_FRACTION = re.compile(r"\w+s\Z")
# "one" to "ninety", "half", "third", "dozen", "million": a number written in words begins with one of these.
SPELLED: frozenset[str] = frozenset({"a", "an", *_WORDS, *_FRACTIONS})
# 1,200 | 12,34,567 | 1200.5, then letters: 147bn, 20km. Fifteen digits are all that a float keeps.
_DIGITS = re.compile(r"(?=[\d.,]{1,20}(?![\d.,]))(\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?|\d+(?:\.\d+)?)([^\W\d_]*)")
# 22, 000: a blank after the comma, which three noughts alone can tell from two numbers
_THOUSANDS = re.compile(r"\d{3}")
# "more than half", "by a third"; nothing like it stands before "a third man"
_BEFORE_PART: frozenset[str] = frozenset({"by"}) | {words.split()[-1] for words in _UNITS["bounds"]["before"]}
# "the first half of the match"
_HALVES: frozenset[str] = frozenset(_UNITS["halves"])
# half a percentage point, half a percent
_HUNDREDTHS = frozenset({"per", "percent", "percentage"})
_LONGEST = 6  # tokens of a spelled number: "two hundred and fifty-three"


class Number(NamedTuple):
    """A number: its value, the index after its last token, and what tells how to take it.

    `suffix` is what is glued to digits and is no magnitude ("km" of 20km); `mantissa` the value before magnitude
    words; `spelled` is true where no digit stands; `share` where it is part of a whole, in hundredths.
    """

    value: float
    last: int
    suffix: str = ""
    magnitude: float = 1
    spelled: bool = False
    share: bool = False


def read_number(tokens: Sequence[Token], index: int, skip: int = 0) -> Number | None:
    """Read the number that begins at `index`, magnitude words multiplied out; `skip` letters stand before it."""
    text = tokens[index].text
    if text[skip:][:1].isdigit():
        return _read_digits(tokens, index, skip)
    return _read_fraction(tokens, index) or _read_words(tokens, index) if tokens[index].lower in SPELLED else None


def _read_digits(tokens: Sequence[Token], index: int, skip: int) -> Number | None:
    match = _DIGITS.fullmatch(tokens[index].text, skip)
    if not match or is_torn(tokens, index):
        return None
    value, suffix, last = float(match[1].replace(",", "")), match[2], index + 1
    magnitude = (_MAGNITUDES.get(suffix) or _MAGNITUDES.get(suffix.lower(), 1.0)) if suffix else 1.0
    if suffix and magnitude > 1:
        return Number(_tidy(value * magnitude), last, suffix, magnitude)
    if not suffix and value < 1000 and last + 1 < len(tokens) and tokens[last].text == ",":
        if tokens[last + 1].text == "000":
            return Number(value * 1000, last + 2)
        if _THOUSANDS.fullmatch(tokens[last + 1].text):
            return None
    factor, last = _read_magnitudes(tokens, last) if not suffix else (1.0, last)
    return Number(_tidy(value * factor), last, suffix, factor)


def is_torn(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a blank has come into a number: "13. 8", "22, 500"; what it was, nothing tells for sure."""
    after = index + 2 < len(tokens) and tokens[index + 1].text == "." and touches(tokens, index + 1)
    if after and tokens[index + 2].text[0].isdigit():
        return True
    if index < 2 or not touches(tokens, index - 1) or not tokens[index - 2].text.isdigit():
        return False
    if tokens[index - 1].text != ",":
        return tokens[index - 1].text == "."
    dated = index > 2 and tokens[index - 3].lower in _MONTHS
    return len(tokens[index - 2].text) < 4 and not dated and bool(_THOUSANDS.fullmatch(tokens[index].text))


def _read_magnitudes(tokens: Sequence[Token], index: int) -> tuple[float, int]:
    """Read "billion", "-billion" or "thousand crore"; letters such as "m" stand glued to digits only."""
    factor, last = 1.0, index
    while last < len(tokens) and last < index + 3:
        at = last + 1 if tokens[last].text == "-" and touches(tokens, last) else last
        word = tokens[at].lower if at < len(tokens) else ""
        if word not in _MAGNITUDES or (len(word) == 1 and word != "k"):
            break
        factor, last = factor * _MAGNITUDES[word], at + 1
    return factor, last


def _read_words(tokens: Sequence[Token], index: int) -> Number | None:
    """Read "a dozen", "half a million", "two hundred and fifty-three thousand"."""
    lowers = [token.lower for token in tokens[index : index + 4]]
    if lowers[:1] == ["half"] and len(lowers) > 2 and lowers[1] in {"a", "of"}:
        factor, last = _read_magnitudes(tokens, index + 2)
        return Number(factor / 2, last, "", factor, spelled=True) if factor > 1 else None
    if lowers[0] in {"a", "an"}:
        factor, last = _read_magnitudes(tokens, index + 1)
        return Number(factor, last, "", factor, spelled=True) if factor > 1 else None
    total, current, last = 0.0, 0.0, index
    while last < len(tokens) and last < index + _LONGEST * 2:
        word = tokens[last].lower
        if word in _WORDS and (not current or current % 10 == 0 or current % 100 == 0):
            current += _WORDS[word]
        elif current and word in _MAGNITUDES and len(word) > 1:
            factor = _MAGNITUDES[word]
            total, current = (total, current * factor) if factor == 100 else (total + current * factor, 0.0)
        elif not _joins(tokens, last, index):
            break
        last += 1
    value = total + current
    if value and _is(tokens, last, "and") and _is(tokens, last + 1, "a") and _is(tokens, last + 2, "half"):
        factor, last = _read_magnitudes(tokens, last + 3)
        value = (value + 0.5) * factor
    return Number(value, last, "", 1, spelled=True) if value else None


def _joins(tokens: Sequence[Token], at: int, first: int) -> bool:
    """Tell whether a hyphen or an "and" holds a spelled number together."""
    if at == first or at + 1 >= len(tokens) or tokens[at + 1].lower not in _WORDS:
        return False
    if tokens[at].text == "-":
        return tokens[at - 1].lower.endswith("ty") and touches(tokens, at + 1)
    return tokens[at].lower == "and" and tokens[at - 1].lower in {"hundred", "thousand"}


def _read_fraction(tokens: Sequence[Token], index: int) -> Number | None:
    """Read "two-thirds", "a quarter", "half": a whole is 100; "a quarter of a million" is a number."""
    word = tokens[index].lower
    before = tokens[index - 1].lower if index else ""
    if word == "half":
        if _is(tokens, index + 1, "a") or _is(tokens, index + 1, "an"):
            of_hundred = index + 2 < len(tokens) and tokens[index + 2].lower in _HUNDREDTHS
            return Number(50.0, index + 2, spelled=True, share=True) if of_hundred else None
        whole = _is(tokens, index + 1, "of") and not _is(tokens, index + 2, "a") and before not in _HALVES
        return Number(50.0, index + 1, spelled=True, share=True) if whole or before in _BEFORE_PART else None
    if word not in _WORDS and word != "a":
        return None
    last = index + 1
    hyphen = last < len(tokens) and tokens[last].text == "-" and touches(tokens, last)
    last += hyphen
    if last >= len(tokens) or tokens[last].lower not in _FRACTIONS:
        return None
    parts, over = _WORDS.get(word, 1.0), _FRACTIONS[tokens[last].lower]
    last += 1
    if parts >= over or (parts > 1) != bool(_PLURAL_FRACTION.match(tokens[last - 1].lower)):
        return None
    of_a = _is(tokens, last, "of") and _is(tokens, last + 1, "a")
    if of_a or word == "a":
        factor, end = _read_magnitudes(tokens, last + 2 * of_a)
        if factor > 1:
            return Number(_tidy(factor * parts / over), end, "", factor, spelled=True)
    glued = last < len(tokens) and tokens[last].text == "-" and touches(tokens, last)
    ordinal = word == "a" and not _is(tokens, last, "of") and before not in _BEFORE_PART
    return None if glued or ordinal else Number(_tidy(round(100 * parts / over, 1)), last, spelled=True, share=True)


def _is(tokens: Sequence[Token], index: int, word: str) -> bool:
    return index < len(tokens) and tokens[index].lower == word


def _tidy(value: float) -> float:
    """Take off what binary fractions add: 1.1 billion is 1100000000, not 1100000000.0000001."""
    return float(round(value)) if abs(value - round(value)) < 1e-6 * max(1.0, value / 1e9) else round(value, 6)

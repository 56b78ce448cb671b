"""Quantities as written: money, shares, measures and counts, with the word that makes them inexact."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.extract.figures.counts import read_count
from generator.extract.figures.numbers import SPELLED, Number, read_number
from generator.extract.figures.quantity import QUAKE, Quantity, longest_phrase, phrases, with_bound
from generator.extract.tokens import Token, touches
from generator.lexicon import read_lexicon

_UNITS = read_lexicon("units")
_CURRENCIES = phrases({code: found["words"] for code, found in _UNITS["currencies"].items()})
_GLUE = frozenset("-–:/#.№@_^=")
_SYMBOLS: dict[str, str] = {
    symbol: code for code, found in _UNITS["currencies"].items() for symbol in found["symbols"]
}
_DOLLARS: dict[str, str] = {prefix.lower(): code for prefix, code in _UNITS["dollars"].items()}
_CODES: frozenset[str] = frozenset(_UNITS["currencies"])
_BEGIN: frozenset[str] = SPELLED | {word.lower() for word in (*_SYMBOLS, *_DOLLARS, *_CODES)}
# A$3m as Australians write it: $A3m
_GLUED_DOLLAR = re.compile(r"([A-Z]{1,3})(?=\d)")
_PERCENT = phrases({"%": _UNITS["percent"]})
_MEASURES = phrases(_UNITS["measures"])
_GLUED_MEASURES: dict[str, str] = {
    word.lower(): unit for unit, words in _UNITS["measures"].items() for word in words
}
_CHANGES: frozenset[str] = frozenset(read_lexicon("amounts")["change_verbs"])
# 13. | 8 points, 5. | 3 million; but a sentence may end with a year: in 2019. | 300 people
_TORN_BEFORE = re.compile(r"(?<![\w.])\d{1,3}\. ?\Z")
_TORN_AFTER = re.compile(r"\. ?\d")
_TIME: frozenset[str] = frozenset(word.lower() for word in _UNITS["time"])
_VOTES: frozenset[str] = frozenset(_UNITS["votes"])
_AFTER_NINE_ELEVEN: frozenset[str] = frozenset(_UNITS["after_nine_eleven"])
_POINTS = "percentage points"
_BARE_POINTS = frozenset({"point", "points"})
_SPAN_JOINTS = frozenset({"-", "–", "to"})
_VOTE_REACH = 4  # tokens before "9 - 11 members" within which it is told that they voted


class Symbol(NamedTuple):
    """A sign of money: its ISO code, the index of the number, and how many letters hang on that."""

    code: str
    number: int
    letters: int = 0


def read_quantities(tokens: Sequence[Token]) -> Iterator[Quantity]:
    """Yield the quantities of one sentence in order; a span of numbers ("15-20%") gives both its ends."""
    last = 0
    begins = [at for at, (_, _, text, lower) in enumerate(tokens) if lower in _BEGIN or text[0].isdigit()]
    for index in begins:
        if index < last:
            continue
        found = _read_at(tokens, index)
        if found is not None:
            last = found[-1].last
            if not _is_nine_eleven(found):
                yield from found


def _is_nine_eleven(found: Sequence[Quantity]) -> bool:
    """Tell the day from a range: "the 9 - 11 attacks"."""
    return [one.value for one in found] == [9, 11] and found[0].unit in _AFTER_NINE_ELEVEN


def is_torn_between(text: str, tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Tell whether a sentence ends or begins within a number: "a peak of $5. 3 million", "13. 8 points"."""
    start, end = tokens[quantity.first].start, tokens[quantity.last - 1].end
    begins = _TORN_BEFORE.search(text[max(0, start - 6) : start])
    return bool(begins or (text[end - 1].isdigit() and _TORN_AFTER.match(text, end)))


def _read_at(tokens: Sequence[Token], index: int) -> tuple[Quantity, ...] | None:
    """Read the one quantity that begins at `index`, or the two ends of a span."""
    symbol = _read_symbol(tokens, index)
    at = symbol.number if symbol else index
    of_magnitude = not symbol and _is_of_magnitude(tokens, at)
    if not of_magnitude and not symbol and _is_glued(tokens, at):
        return None
    number = read_number(tokens, at, symbol.letters if symbol else 0)
    if number is None:
        return None
    if of_magnitude:
        return (Quantity(at, at, number.last, number.value, "magnitude", "measure", None, QUAKE),)
    if span := _read_span(tokens, index, at, number, symbol):
        return span
    quantity = _with_unit(tokens, index, at, number, symbol.code if symbol else None)
    return (with_bound(tokens, quantity),) if quantity and not _is_rate(tokens, quantity) else None


def _is_rate(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Tell an amount of a unit that goes on: "$0.06/kWh", "400 lb-ft"."""
    last = quantity.last
    if quantity.kind not in {"money", "measure"} or last + 1 >= len(tokens):
        return False
    if not touches(tokens, last) or not touches(tokens, last + 1):
        return False
    goes_on = longest_phrase(_MEASURES, tokens, last + 1) is not None
    return (tokens[last].text == "/" and tokens[last + 1].is_word) or (tokens[last].text == "-" and goes_on)


def _read_span(
    tokens: Sequence[Token], index: int, at: int, low: Number, symbol: Symbol | None
) -> tuple[Quantity, Quantity] | None:
    """Read "15-20%", "between 305 and 550 passengers", "1,500 to 2,000 jobs": the second number has the unit."""
    if low.spelled or low.last + 1 >= len(tokens):
        return None
    joint = tokens[low.last].lower
    opened = "between" if joint == "and" and index and tokens[index - 1].lower == "between" else None
    if joint not in _SPAN_JOINTS and not opened:
        return None
    if not symbol and _read_symbol(tokens, low.last + 1):
        return None
    high = _read_one_after(tokens, low.last + 1, symbol.code if symbol else None)
    if high is None or high.bound:
        return None
    factor = 1.0
    top = read_number(tokens, high.number)
    if low.magnitude == 1 and top and top.magnitude > 1 and low.value < top.value / top.magnitude:
        factor = top.magnitude
    first = replace(high, first=index, number=at, last=low.last, value=low.value * factor, bound=opened or "from")
    changes = index > 0 and tokens[index - 1].lower in _CHANGES
    result = any(token.lower in _VOTES for token in tokens[max(0, index - _VOTE_REACH) : index])
    if first.value >= high.value or changes or result:
        return None
    return first, replace(high, bound="and" if opened else "to")


def _read_one_after(tokens: Sequence[Token], index: int, code: str | None) -> Quantity | None:
    symbol = _read_symbol(tokens, index)
    at = symbol.number if symbol else index
    number = read_number(tokens, at) if tokens[at].text[0].isdigit() else None
    return _with_unit(tokens, index, at, number, symbol.code if symbol else code) if number else None


def _read_symbol(tokens: Sequence[Token], index: int) -> Symbol | None:
    """Read "$", "US$", "$US" or "EUR" before a number."""
    text, after = tokens[index].text, index + 1
    if after >= len(tokens):
        return None
    if text in _SYMBOLS:
        if tokens[after].text == "." and text.isalpha() and after + 1 < len(tokens):
            after += 1  # Rs. 340
        letters = _GLUED_DOLLAR.match(tokens[after].text) if text == "$" else None
        if letters and letters[1].lower() in _DOLLARS:
            return Symbol(_DOLLARS[letters[1].lower()], after, len(letters[1]))
        return Symbol(_SYMBOLS[text], after) if tokens[after].is_word else None
    if tokens[after].text == "$" and after + 1 < len(tokens) and text.lower() in _DOLLARS:
        near = touches(tokens, after) or text in {"US", "U.S"}
        return Symbol(_DOLLARS[text.lower()], after + 1) if near else None
    return Symbol(text, after) if text in _CODES and tokens[after].text[0].isdigit() else None


def _is_glued(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a number hangs on what stands before it: Covid-19, 10:30, 3/4, #5, AK - 47."""
    if not index or tokens[index - 1].text not in _GLUE:
        return False
    initials = index > 1 and tokens[index - 1].text in "-–" and tokens[index - 2].text.isupper()
    return touches(tokens, index) or (initials and tokens[index - 2].text.isalpha())


def _with_unit(tokens: Sequence[Token], first: int, at: int, number: Number, code: str | None) -> Quantity | None:
    """Give a number its unit, or None where it is no figure."""
    last, value = number.last, number.value
    hyphen = last < len(tokens) and tokens[last].text == "-" and touches(tokens, last)
    after = last + hyphen
    if code:
        if number.suffix and number.magnitude == 1:
            return None
        again = longest_phrase(_CURRENCIES, tokens, last)
        return Quantity(first, at, again[1] if again else last, value, code, "money", None, "money.symbol")
    glued = number.suffix.lower() if number.magnitude == 1 else ""
    if glued:
        unit = _GLUED_MEASURES.get(glued)
        return Quantity(first, at, last, value, unit, "measure", None, "measure.unit") if unit else None
    if number.share:
        return _share(tokens, first, at, number)
    if percent := longest_phrase(_PERCENT, tokens, after):
        return Quantity(first, at, percent[1], value, "%", "percent", None, "share.percent")
    if money := longest_phrase(_CURRENCIES, tokens, after):
        if 1900 <= value <= 2100 and tokens[at].text.isdigit() and tokens[at].text == f"{value:.0f}":
            return None  # 2006 dollars
        return Quantity(first, at, money[1], value, money[0], "money", None, "money.word")
    if last < len(tokens) and tokens[last].text in _CODES:
        return Quantity(first, at, last + 1, value, tokens[last].text, "money", None, "money.word")
    if measure := longest_phrase(_MEASURES, tokens, after):
        if _is_height(tokens, at, measure):
            return None
        short = len(tokens[measure[1] - 1].text) < 2 or (number.spelled and value < 2 and number.magnitude == 1)
        return (
            None if short else Quantity(first, at, measure[1], value, measure[0], "measure", None, "measure.unit")
        )
    return None if hyphen else read_count(tokens, first, at, number)


def _share(tokens: Sequence[Token], first: int, at: int, number: Number) -> Quantity | None:
    """Read a part of a whole, or of one hundredth: "a quarter of a percentage point", "half a percent"."""
    of_one = number.last + (number.last < len(tokens) and tokens[number.last].lower == "of")
    of_one += of_one < len(tokens) and tokens[of_one].lower in {"a", "an", "one"}
    points = longest_phrase(_MEASURES, tokens, of_one)
    if points and points[0] == _POINTS:
        return Quantity(first, at, points[1], number.value / 100, _POINTS, "measure", None, "measure.unit")
    if percent := longest_phrase(_PERCENT, tokens, of_one):
        return Quantity(first, at, percent[1], number.value / 100, "%", "percent", None, "share.percent")
    half_a = number.last > at + 1 and tokens[number.last - 1].lower in {"a", "an"}
    if half_a or _is_part_of_unit(tokens, number.last):
        return None
    return Quantity(first, at, number.last, number.value, "%", "percent", None, "share.fraction")


def _is_part_of_unit(tokens: Sequence[Token], last: int) -> bool:
    """Tell a length from a share: "a quarter century", "a half an inch"; a "quarter point"."""
    last += last < len(tokens) and tokens[last].lower in {"a", "an"}
    if last >= len(tokens):
        return False
    return tokens[last].lower in _TIME | _BARE_POINTS or longest_phrase(_MEASURES, tokens, last) is not None


def _is_height(tokens: Sequence[Token], at: int, measure: tuple[str, int]) -> bool:
    """Tell whether a length has another beside it, to be added: "5 feet, 8 inches"."""
    unit, last = measure
    if unit == "inches":
        return any(token.lower in {"foot", "feet", "ft"} for token in tokens[max(0, at - 2) : at])
    inches = longest_phrase(_MEASURES, tokens, last + 2) or longest_phrase(_MEASURES, tokens, last + 1)
    return unit == "feet" and inches is not None and inches[0] == "inches"


def _is_of_magnitude(tokens: Sequence[Token], at: int) -> bool:
    """Tell the strength of a quake: "magnitude 6.1", "a magnitude-6.1 quake", "a magnitude of 6.1"."""
    before = [token.lower for token in tokens[max(0, at - 2) : at]]
    named = before[-1:] == ["magnitude"] or (before[:1] == ["magnitude"] and before[1] in {"-", "of"})
    return named and tokens[at].text[0].isdigit() and len(tokens[at].text) <= len("6.15")

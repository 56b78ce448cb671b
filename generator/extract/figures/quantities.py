"""Quantities as written: money, shares, measures and counts, with the word that makes them inexact."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from generator.extract.figures.numbers import Number, phrases, read_number
from generator.extract.tokens import Token, split_phrase, touches
from generator.lexicon import read_lexicon

Kind = Literal["money", "percent", "measure", "count"]

_UNITS = read_lexicon("units")
_CURRENCIES = phrases({code: found["words"] for code, found in _UNITS["currencies"].items()})
_SYMBOLS: dict[str, str] = {
    symbol: code for code, found in _UNITS["currencies"].items() for symbol in found["symbols"]
}
_DOLLARS: dict[str, str] = {prefix.lower(): code for prefix, code in _UNITS["dollars"].items()}
_CODES: frozenset[str] = frozenset(_UNITS["currencies"])
_PERCENT = phrases({"%": _UNITS["percent"]})
_MEASURES = phrases(_UNITS["measures"])
_TIME: frozenset[str] = frozenset(word.lower() for word in _UNITS["time"])
_BEFORE = {split_phrase(words): words for words in _UNITS["bounds"]["before"]}
_AFTER = {split_phrase(words): words for words in _UNITS["bounds"]["after"]}
_LABELS: frozenset[str] = frozenset(_UNITS["labels"])
_STOPS: frozenset[str] = frozenset(_UNITS["stops"])
_PLURALS: frozenset[str] = frozenset(_UNITS["plurals"])
_SINGULARS: frozenset[str] = frozenset(_UNITS["singulars"])
_PEOPLE: frozenset[str] = frozenset(_UNITS["people"])
_TOLLS: frozenset[str] = frozenset(_UNITS["tolls"])
_CALENDAR = read_lexicon("calendar")
_DAYS_AND_MONTHS = frozenset(
    word.lower() for names in _CALENDAR.values() for name, short in names.items() for word in (name, *short)
)
_CHANGES: frozenset[str] = frozenset(read_lexicon("amounts")["change_verbs"])
# A plural has none of these after it, a verb has: "the 787 illustrates the …".
_DETERMINERS = frozenset({"a", "an", "the", "its", "their", "his", "her", "our", "how", "what"})
_MORE = frozenset({"more", "other", "additional", "extra", "further", "new"})
BARE = "count.bare"  # the rule of a number that is a figure only where it is known what it measures
_LONGEST_NOUN = 5  # words of the thing counted: "new aerial refueling tankers"
_VOTES: frozenset[str] = frozenset(_UNITS["votes"])
_VOTE_REACH = 4  # tokens before "9 - 11 members" within which it is told that they voted
_TOLL_REACH = 12  # tokens about a small number within which a death or an arrest is told


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity in a sentence's tokens: `first` takes in the bound, `number` does not, `last` is after it."""

    first: int
    number: int
    last: int
    value: float
    unit: str | None
    kind: Kind
    bound: str | None
    rule: str


def read_quantities(tokens: Sequence[Token]) -> Iterator[Quantity]:
    """Yield the quantities of one sentence in order; a span of numbers ("15-20%") gives both its ends."""
    index = 0
    while index < len(tokens):
        found = _read_range(tokens, index) or _read_one(tokens, index)
        if found is None:
            index += 1
            continue
        yield from found
        index = max(found[-1].last, index + 1)


def longest_phrase(
    table: Mapping[tuple[str, ...], str], tokens: Sequence[Token], index: int
) -> tuple[str, int] | None:
    """Return what the longest phrase of the table at `index` means, and the index after it."""
    lowers = tuple(token.lower for token in tokens[index : index + 4])
    for length in range(len(lowers), 0, -1):
        if lowers[:length] in table:
            return table[lowers[:length]], index + length
    return None


def is_plural(word: str) -> bool:
    lower = word.lower()
    if lower in _PLURALS:
        return True
    return len(lower) > 3 and lower[-1] == "s" and lower[-2] not in "sui'" and lower not in _SINGULARS


def _read_one(tokens: Sequence[Token], index: int) -> tuple[Quantity, ...] | None:
    symbol = _read_symbol(tokens, index)
    at = symbol[1] if symbol else index
    number = read_number(tokens, at) if at < len(tokens) and (symbol or not _is_glued(tokens, at)) else None
    if number is None:
        return None
    quantity = _with_unit(tokens, index, at, number, symbol[0] if symbol else None)
    if quantity is None:
        return None
    return (_with_bound(tokens, quantity),)


def _read_range(tokens: Sequence[Token], index: int) -> tuple[Quantity, ...] | None:
    """Read "15-20%", "between 305 and 550 passengers", "1,500 to 2,000 jobs": the second number has the unit."""
    symbol = _read_symbol(tokens, index)
    at = symbol[1] if symbol else index
    if at >= len(tokens) or (not symbol and _is_glued(tokens, at)) or not tokens[at].text[0].isdigit():
        return None
    low = read_number(tokens, at)
    if low is None or low.last + 1 >= len(tokens):
        return None
    joint = tokens[low.last].lower
    opened = "between" if joint == "and" and index and tokens[index - 1].lower == "between" else None
    if joint not in {"-", "–", "to"} and not opened:
        return None
    high = _read_one_after(tokens, low.last + 1, symbol[0] if symbol else None)
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
    at = symbol[1] if symbol else index
    number = read_number(tokens, at) if at < len(tokens) and tokens[at].text[0].isdigit() else None
    if number is None:
        return None
    return _with_unit(tokens, index, at, number, symbol[0] if symbol else code)


def _read_symbol(tokens: Sequence[Token], index: int) -> tuple[str, int] | None:
    """Read "$", "US$" or "EUR" before a number: its ISO code and the index of the number."""
    text = tokens[index].text
    if text in _SYMBOLS:
        return (_SYMBOLS[text], index + 1) if index + 1 < len(tokens) and tokens[index + 1].is_word else None
    after = index + 1
    if text.lower() in _DOLLARS and after + 1 < len(tokens) and tokens[after].text == "$":
        return (_DOLLARS[text.lower()], after + 1) if touches(tokens, after) else None
    if text in _CODES and after < len(tokens) and tokens[after].text[0].isdigit():
        return text, after
    return None


def _is_glued(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a number hangs on what stands before it: Covid-19, 10:30, 3/4, #5."""
    return touches(tokens, index) and tokens[index - 1].text in {
        "-",
        "–",
        ":",
        "/",
        "#",
        ".",
        "№",
        "@",
        "_",
        "^",
        "=",
    }


def _with_unit(tokens: Sequence[Token], first: int, at: int, number: Number, code: str | None) -> Quantity | None:
    """Give a number its unit, or None where it is no figure."""
    last, value = number.last, number.value
    hyphen = last < len(tokens) and tokens[last].text == "-" and touches(tokens, last)
    after = last + hyphen
    if code:
        again = longest_phrase(_CURRENCIES, tokens, last)
        return Quantity(first, at, again[1] if again else last, value, code, "money", None, "money.symbol")
    glued = number.suffix.lower() if number.magnitude == 1 else ""
    if glued:
        unit = _MEASURES.get((glued,))
        return Quantity(first, at, last, value, unit, "measure", None, "measure.unit") if unit else None
    if number.share:
        return Quantity(first, at, last, value, "%", "percent", None, "share.fraction")
    if percent := longest_phrase(_PERCENT, tokens, after):
        return Quantity(first, at, percent[1], value, "%", "percent", None, "share.percent")
    if money := longest_phrase(_CURRENCIES, tokens, after):
        return Quantity(first, at, money[1], value, money[0], "money", None, "money.word")
    if measure := longest_phrase(_MEASURES, tokens, after):
        short = len(tokens[measure[1] - 1].text) < 2 or (number.spelled and value < 2 and number.magnitude == 1)
        return (
            None if short else Quantity(first, at, measure[1], value, measure[0], "measure", None, "measure.unit")
        )
    return None if hyphen else _count(tokens, first, at, number)


def _count(tokens: Sequence[Token], first: int, at: int, number: Number) -> Quantity | None:
    """Take a number as a count of what is named after it."""
    if _is_label(tokens, at) or (number.last < len(tokens) and tokens[number.last].lower in _TIME):
        return None
    noun = _counted(tokens, number.last)
    if noun is None:
        return _bare(tokens, first, at, number)
    start, last = noun
    if last - start == 1 and last < len(tokens) and tokens[last].lower in _DETERMINERS:
        return None
    unit = " ".join(token.text for token in tokens[start:last]).replace(" - ", "-").replace(" . ", ". ")
    head = tokens[last - 1].lower
    if number.value < 2 or (1500 <= number.value <= 2100 and "," not in tokens[at].text and head not in _PEOPLE):
        return None
    small = (number.spelled and number.value < 10) or head == "others"
    if small and not (head in _PEOPLE and _tells_toll(tokens, at)):
        return (
            None
            if _bound_before(tokens, first) is None
            else Quantity(first, at, last, number.value, unit, "count", None, "count.small-with-bound")
        )
    return Quantity(first, at, last, number.value, unit, "count", None, "count.toll" if small else "count.noun")


def _bare(tokens: Sequence[Token], first: int, at: int, number: Number) -> Quantity | None:
    """Take a number with nothing counted where it is what something came to: "the toll rose to 41"."""
    opened = _bound_before(tokens, first)
    before = tokens[(opened[1] if opened else first) - 1].lower if (opened[1] if opened else first) else ""
    ended = number.last >= len(tokens) or tokens[number.last].text not in {"-", "–", ":", "/"}
    year = 1500 <= number.value <= 2100 and "," not in tokens[at].text
    if before not in {"to", "at"} or not ended or year or number.value < 10:
        return None
    return Quantity(first, at, number.last, number.value, None, "count", None, BARE)


def _counted(tokens: Sequence[Token], index: int) -> tuple[int, int] | None:
    """Find the plural noun that is counted: "3,000 troops", "60 of its 100 seats"."""
    if index + 2 < len(tokens) and tokens[index].lower == "of" and tokens[index + 1].lower in _STOPS:
        index += 3 if tokens[index + 2].text[0].isdigit() else 2
    while index < len(tokens) and tokens[index].lower in _MORE:
        index += 1
    last, words, at = None, 0, index
    while at < len(tokens) and words < _LONGEST_NOUN:
        token = tokens[at]
        if token.text in {"-", "."}:
            if not touches(tokens, at) or at == index:
                break
        elif not token.is_word or token.lower in _STOPS or token.text[0].isdigit():
            break
        elif token.lower in _TIME:
            return (index, last) if last else None
        else:
            words += 1
            if is_plural(token.text):
                last = at + 1
        at += 1
    return (index, last) if last else None


def _is_label(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the word before makes the number a name: "Flight 370", "Boeing 737", "aged 43"."""
    if at == 0:
        return False
    before = tokens[at - 1]
    if before.text == "." and at > 1:
        before = tokens[at - 2]
    if before.lower in _LABELS:
        return True
    named = before.text[0].isupper() and at > 1 and before.lower not in _DAYS_AND_MONTHS | _STOPS
    return named and (before.lower,) not in _BEFORE


def _tells_toll(tokens: Sequence[Token], at: int) -> bool:
    near = tokens[max(0, at - _TOLL_REACH) : at + _TOLL_REACH]
    return any(token.lower in _TOLLS for token in near)


def _with_bound(tokens: Sequence[Token], quantity: Quantity) -> Quantity:
    if found := _bound_before(tokens, quantity.first):
        return replace(quantity, first=found[1], bound=found[0])
    if found := longest_phrase(_AFTER, tokens, quantity.last):
        return replace(quantity, last=found[1], bound=found[0])
    return quantity


def _bound_before(tokens: Sequence[Token], index: int) -> tuple[str, int] | None:
    """Return the bound that ends before `index` ("more than"), and where it begins."""
    lowers = tuple(token.lower for token in tokens[max(0, index - 4) : index])
    for length in range(len(lowers), 0, -1):
        if lowers[-length:] in _BEFORE:
            return _BEFORE[lowers[-length:]], index - length
    return None

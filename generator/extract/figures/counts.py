"""Counts: a number and the plural noun after it, told from a number that is a name."""

from collections.abc import Sequence

from generator.extract.figures.numbers import Number
from generator.extract.figures.quantity import BOUNDS, Quantity, bound_before
from generator.extract.tokens import Token, touches
from generator.lexicon import read_lexicon

_UNITS = read_lexicon("units")
_LABELS: frozenset[str] = frozenset(_UNITS["labels"])
_STOPS: frozenset[str] = frozenset(_UNITS["stops"])
_TIME: frozenset[str] = frozenset(word.lower() for word in _UNITS["time"])
_NO_NOUNS = _STOPS | _TIME
_PLURALS: frozenset[str] = frozenset(_UNITS["plurals"])
_SINGULARS: frozenset[str] = frozenset(_UNITS["singulars"])
_PEOPLE: frozenset[str] = frozenset(_UNITS["people"])
_TOLLS: frozenset[str] = frozenset(_UNITS["tolls"])
_CALENDAR = read_lexicon("calendar")
_DAYS_AND_MONTHS = frozenset(
    word.lower() for names in _CALENDAR.values() for name, short in names.items() for word in (name, *short)
)
# A plural has none of these after it, a verb has: "the 787 illustrates the …".
_DETERMINERS = frozenset({"a", "an", "the", "its", "their", "his", "her", "our", "how", "what"})
_MORE = frozenset({"more", "other", "additional", "extra", "further", "new"})
BARE = "count.bare"  # the rule of a number that is a figure only where it is known what it measures
_LONGEST_NOUN = 5  # words of the thing counted: "new aerial refueling tankers"
_EMERGENCY = frozenset({112, 911, 999})  # 911 calls are not counted
_TOLL_REACH = 12  # tokens about a small number within which a death or an arrest is told


def is_plural(word: str) -> bool:
    lower = word.lower()
    if len(word) > 2 and word[-1] == "s" and word[:-1].isupper():  # MPs, RBIs
        return True
    if lower in _PLURALS:
        return True
    return len(lower) > 3 and lower[-1] == "s" and lower[-2] not in "sui'" and lower not in _SINGULARS


def read_count(tokens: Sequence[Token], first: int, at: int, number: Number) -> Quantity | None:
    """Take a number as a count of what is named after it."""
    if (
        _is_label(tokens, at)
        or _is_ratio(tokens, at)
        or (number.last < len(tokens) and tokens[number.last].lower in _TIME)
    ):
        return None
    noun = _counted(tokens, number.last)
    if noun is None:
        return _bare(tokens, first, at, number)
    start, last = noun
    if last - start == 1 and last < len(tokens) and tokens[last].lower in _DETERMINERS:
        return None
    unit = " ".join(token.text for token in tokens[start:last]).replace(" - ", "-").replace(" . ", ". ")
    head = tokens[last - 1].lower
    if number.value < 2 or (number.value in _EMERGENCY and head == "calls"):
        return None
    if 1500 <= number.value <= 2100 and "," not in tokens[at].text and head not in _PEOPLE:
        return None
    small = (number.spelled and number.value < 10) or head == "others"
    if small and not (head in _PEOPLE and _tells_toll(tokens, at)):
        return (
            None
            if bound_before(tokens, first) is None
            else Quantity(first, at, last, number.value, unit, "count", None, "count.small-with-bound")
        )
    return Quantity(first, at, last, number.value, unit, "count", None, "count.toll" if small else "count.noun")


def _bare(tokens: Sequence[Token], first: int, at: int, number: Number) -> Quantity | None:
    """Take a number with nothing counted where it is what something came to: "the toll rose to 41"."""
    opened = bound_before(tokens, first)
    before = tokens[(opened[1] if opened else first) - 1].lower if (opened[1] if opened else first) else ""
    ended = number.last >= len(tokens) or tokens[number.last].text not in {"-", "–", ":", "/"}
    year = 1500 <= number.value <= 2100 and "," not in tokens[at].text
    if before not in {"to", "at"} or not ended or year or number.value < 2:
        return None
    return Quantity(first, at, number.last, number.value, None, "count", None, BARE)


def _counted(tokens: Sequence[Token], index: int) -> tuple[int, int] | None:
    """Find the plural noun that is counted: "3,000 troops", "60 of its 100 seats", "16 of 17 counts"."""
    if index + 2 < len(tokens) and tokens[index].lower == "of" and tokens[index + 1].text.isdigit():
        index += 2
    elif index + 2 < len(tokens) and tokens[index].lower == "of" and tokens[index + 1].lower in _STOPS:
        index += 3 if tokens[index + 2].text[0].isdigit() else 2
    while index < len(tokens) and tokens[index].text in _MORE:
        index += 1
    last, words, at = None, 0, index
    while at < len(tokens) and words < _LONGEST_NOUN:
        token = tokens[at]
        if token.text in {"-", "."}:
            if not touches(tokens, at) or at == index:
                break
        elif _ends_noun(token, after_plural=bool(last)):
            break
        else:
            words += 1
            if is_plural(token.text):
                last = at + 1
        at += 1
    return (index, last) if last else None


def _ends_noun(token: Token, *, after_plural: bool) -> bool:
    """Tell whether what is counted ends before a token; "police officers" goes on, "people marched" does not."""
    if not token.is_word or token.text[0].isdigit() or token.lower in _NO_NOUNS:
        return True
    return after_plural and (token.lower in _TOLLS or not is_plural(token.text))


def _is_ratio(tokens: Sequence[Token], at: int) -> bool:
    """Tell the second number of "1 in 4 residents"."""
    return (
        at > 1 and tokens[at - 1].lower == "in" and (tokens[at - 2].lower == "one" or tokens[at - 2].text.isdigit())
    )


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
    return named and (before.lower,) not in BOUNDS


def _tells_toll(tokens: Sequence[Token], at: int) -> bool:
    near = tokens[max(0, at - _TOLL_REACH) : at + _TOLL_REACH]
    return any(token.lower in _TOLLS for token in near)

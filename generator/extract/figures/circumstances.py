"""Around a figure: over which period, who counted it, and whether it is reported or forecast."""

from bisect import bisect_left
from collections.abc import Sequence

from generator.extract.figures.periods import Period
from generator.extract.figures.quantities import Quantity
from generator.extract.figures.setting import COUNTERS, Setting
from generator.extract.tokens import Token
from generator.lexicon import read_lexicon
from generator.model.edtf import bounds
from generator.model.findings import FigureStatus

_WORDS: dict[str, frozenset[str]] = {name: frozenset(words) for name, words in read_lexicon("amounts").items()}
_STOPS: frozenset[str] = frozenset(read_lexicon("units")["stops"])
_BREAKS = frozenset({",", ";", ":", "—", "–", "(", ")", "“", "”", '"'})
_CLAUSE = frozenset({"that", "which", "who", "as", "but", "while", "and"})
_IN_NAMES = frozenset({"the", "a", "an", "of", "and", "its", "for", "on"})
_NOT_IN_BODIES: frozenset[str] = _WORDS["be"] | _WORDS["between"] | _WORDS["pronouns"]
_LONGEST_BODY = 8  # tokens of who counted: "the Society of Motor Manufacturers and Traders"
_STRETCH = 40  # tokens on either side of a figure within which its clause must end
_OPENING = 2  # tokens before a date that opens its sentence: "By the end of 2022, …"
_REQUIRED = 3  # tokens after a figure within which it is said to be needed: "the two-thirds majority required"
_AFTER = 60  # tokens after a figure within which its speaker must be named


def find_period(setting: Setting, quantity: Quantity) -> str | None:
    """Return the date nearest to a figure in its stretch between commas, else the one that opens the sentence."""
    start, last = _stretch(setting.tokens, quantity)
    near: list[tuple[int, str]] = []
    lowest = bisect_left(setting.periods, start, key=lambda period: period.first)
    for period in setting.periods[lowest:]:
        if period.first >= last:
            break
        if not _is_baseline(setting.tokens, period.first, quantity) and not _dates_the_saying(
            setting.tokens, period
        ):
            distance = min(abs(period.first - quantity.last), abs(quantity.first - period.last))
            near.append((distance, period.edtf))
    if near:
        return min(near)[1]
    opening = [period.edtf for period in setting.periods[:1] if period.first <= _OPENING]
    return opening[0] if opening else None


def _stretch(tokens: Sequence[Token], quantity: Quantity) -> tuple[int, int]:
    """Return the tokens between the marks on either side of a figure."""
    start, last = quantity.first, quantity.last
    while start > 0 and tokens[start - 1].text not in _BREAKS and quantity.first - start < _STRETCH:
        start -= 1
    while last < len(tokens) and tokens[last].text not in _BREAKS and last - quantity.last < _STRETCH:
        last += 1
    return start, last


def _is_baseline(tokens: Sequence[Token], first: int, quantity: Quantity) -> bool:
    """Tell whether a date is what the figure is compared with: "up 30 percent on 2019"."""
    before = [token.lower for token in tokens[max(0, first - 3) : first]]
    if {"compared", "than", "since", "versus", "due"} & set(before) or before[-1:] == ["from"]:
        return True
    return first >= quantity.last and before[-1:] == ["on"] and quantity.kind == "percent"


def _dates_the_saying(tokens: Sequence[Token], period: Period) -> bool:
    """Tell whether a date stands beside a verb of saying: "said last Friday that"."""
    before = [token.lower for token in tokens[max(0, period.first - 2) : period.first]]
    if before and (before[-1] in COUNTERS or (before[-1] in {"on", "in"} and before[0] in COUNTERS)):
        return True
    return period.last < len(tokens) and tokens[period.last].lower in COUNTERS


def find_status(
    tokens: Sequence[Token], quantity: Quantity, period: str | None, published: str | None
) -> FigureStatus:
    """Tell a figure that is expected from one that is reported: by the words before it, or a period to come."""
    start, _ = _stretch(tokens, quantity)
    if _is_rule(tokens, quantity, start):
        return "reported"
    if any(token.lower in _WORDS["forecasting"] for token in tokens[start : quantity.first]):
        return "forecast"
    begins = bounds(period)[0] if period else None
    published_by = bounds(published)[1] if published else None
    return "forecast" if begins and published_by and begins > published_by else "reported"


def _is_rule(tokens: Sequence[Token], quantity: Quantity, start: int) -> bool:
    """Tell what a rule asks for ("the two-thirds majority required") from what is expected."""
    if quantity.kind not in {"percent", "count"}:
        return False
    before = any(token.lower in _WORDS["requiring"] for token in tokens[start : quantity.first])
    after = tokens[quantity.last - 1 : quantity.last + _REQUIRED]
    return before or any(token.lower in _WORDS["needs"] or token.lower == "majority" for token in after)


def find_counter(setting: Setting, quantity: Quantity) -> str | None:
    """Return who counted: the speaker whose words hold the figure, else whom "according to" names."""
    return _speaker_before(setting, quantity) or _speaker_after(setting, quantity) or _according(setting, quantity)


def _according(setting: Setting, quantity: Quantity) -> str | None:
    if not setting.according:
        return None
    after = bisect_left(setting.according, quantity.first)
    at = setting.according[min(after, len(setting.according) - 1)]
    start = last = at + 2
    tokens = setting.tokens
    while last < len(tokens) and last - start < _LONGEST_BODY and tokens[last].text not in _BREAKS | {"."}:
        if tokens[last].lower in _STOPS - _IN_NAMES:
            break
        last += 1
    return _body(setting, start, last)


def _speaker_before(setting: Setting, quantity: Quantity) -> str | None:
    """Return the subject of the verb of saying before a figure: "the agency forecasts that exports …"."""
    after = bisect_left(setting.verbs, quantity.first)
    if not after:
        return None
    end = setting.verbs[after - 1]
    tokens = setting.tokens
    while end > 0 and (tokens[end - 1].lower in {"has", "have", "had", "also"} or tokens[end - 1].text == ","):
        end -= 1
    start = end
    while start > 0 and end - start < _LONGEST_BODY and tokens[start - 1].text not in _BREAKS:
        if tokens[start - 1].lower in _CLAUSE:
            break
        start -= 1
    if end - start >= _LONGEST_BODY:
        return None
    before = (
        setting.names_by_end.get(tokens[start - 2].end) if start > 1 and tokens[start - 1].text == "," else None
    )
    body = _body(setting, start, end)
    return before.name if before and tokens[end - 1].end not in setting.names_by_end else body


def _speaker_after(setting: Setting, quantity: Quantity) -> str | None:
    """Return the speaker of ", the ministry said" and ", said the ministry" after a figure."""
    tokens = setting.tokens
    after = bisect_left(setting.verbs, quantity.last)
    if after == len(setting.verbs) or setting.verbs[after] - quantity.last > _AFTER:
        return None
    verb = start = setting.verbs[after]
    while start > quantity.last and tokens[start - 1].text not in _BREAKS:
        start -= 1
    if start == quantity.last or verb - start > _LONGEST_BODY:
        return None
    if start < verb:
        return _body(setting, start, verb)
    last = verb + 1
    while last < len(tokens) and last - verb <= _LONGEST_BODY and tokens[last].text not in _BREAKS | {"."}:
        last += 1
    return _body(setting, verb + 1, last)


def _body(setting: Setting, start: int, end: int) -> str | None:
    """Return the person or body that tokens name: a known name where one ends there, else the phrase itself."""
    tokens = setting.tokens
    while start < end and tokens[start].lower in {"the", "a", "an"}:
        start += 1
    if start >= end:
        return None
    name = setting.names_by_end.get(tokens[end - 1].end)
    if name and name.start >= tokens[start].start:
        return name.name
    last = end
    while last > start + 1 and tokens[last - 1].lower in _WORDS["data"] | _WORDS["also"]:
        last -= 1
    if last < end and not any(token.text[0].isupper() for token in tokens[start:last]):
        last = end
    words = [token.lower for token in tokens[start:last]]
    if words[0] in _STOPS or words[-1] in _WORDS["also"] or set(words) <= _WORDS["data"]:
        return None
    if any(word in _NOT_IN_BODIES or (not word[0].isalpha() and word != "-") for word in words):
        return None
    if any(at in setting.dated for at in range(start, last)):
        return None
    phrase = setting.text[tokens[start].start : tokens[last - 1].end]
    return phrase.removesuffix("'s").removesuffix("’s")

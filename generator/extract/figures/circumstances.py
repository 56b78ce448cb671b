"""Around a figure: over which period, who counted it, and whether it is reported or forecast."""

from collections.abc import Sequence

from generator.extract.figures.quantities import Quantity
from generator.extract.figures.tokens import Token, touches
from generator.lexicon import read_lexicon
from generator.model.findings import DateMention, FigureStatus, Name

_WORDS: dict[str, frozenset[str]] = {name: frozenset(words) for name, words in read_lexicon("amounts").items()}
_STOPS: frozenset[str] = frozenset(read_lexicon("units")["stops"])
_BREAKS = frozenset({",", ";", ":", "—", "–", "(", ")", "“", "”", '"'})
_LONGEST_BODY = 8  # tokens of who counted: "the Society of Motor Manufacturers and Traders"


def find_period(tokens: Sequence[Token], quantity: Quantity, dates: Sequence[DateMention]) -> str | None:
    """Return the date nearest to the figure in its own stretch between commas, else the one that opens the sentence."""
    start, last = _stretch(tokens, quantity)
    near: list[tuple[int, str]] = []
    for date in dates:
        if date.edtf is None or date.type != "DATE" or _is_baseline(tokens, date, quantity):
            continue
        if _dates_the_saying(tokens, date):
            continue
        if tokens[start].start <= date.start and date.end <= tokens[last - 1].end:
            distance = min(
                abs(date.start - tokens[quantity.last - 1].end), abs(tokens[quantity.first].start - date.end)
            )
            near.append((distance, date.edtf))
    if near:
        return min(near)[1]
    opening = [date for date in dates if date.edtf and date.start <= tokens[min(2, len(tokens) - 1)].start]
    return opening[0].edtf if opening and opening[0].type == "DATE" else None


def _stretch(tokens: Sequence[Token], quantity: Quantity) -> tuple[int, int]:
    """Return the tokens between the marks on either side of a figure."""
    start, last = quantity.first, quantity.last
    while start > 0 and tokens[start - 1].text not in _BREAKS and quantity.first - start < 40:
        start -= 1
    while last < len(tokens) and tokens[last].text not in _BREAKS and last - quantity.last < 40:
        last += 1
    return start, last


def _is_baseline(tokens: Sequence[Token], date: DateMention, quantity: Quantity) -> bool:
    """Tell whether a date after a figure is what it is compared with: "up 30 percent on 2019"."""
    before = [token.lower for token in tokens if token.end <= date.start][-3:]
    if date.start < tokens[quantity.last - 1].end:
        return before[-1:] == ["since"] or "than" in before
    change = {"compared", "than", "since", "versus"} & set(before)
    return bool(change) or (before[-1:] == ["on"] and quantity.kind == "percent") or before[-1:] == ["from"]


def _dates_the_saying(tokens: Sequence[Token], date: DateMention) -> bool:
    """Tell whether a date stands beside a verb of saying: "said last Friday that"."""
    before = [token for token in tokens if token.end <= date.start][-2:]
    after = [token for token in tokens if token.start >= date.end][:1]
    said = _WORDS["counters"]
    return (
        any(token.lower in said for token in before[-1:])
        or (bool(before) and before[-1].lower in {"on", "in"} and before[0].lower in said)
        or any(token.lower in said for token in after)
    )


def find_status(
    tokens: Sequence[Token], quantity: Quantity, period: str | None, published: str | None
) -> FigureStatus:
    start = quantity.first
    while start > 0 and tokens[start - 1].text not in _BREAKS and quantity.first - start < 25:
        start -= 1
    before = {token.lower for token in tokens[start : quantity.first]}
    if before & _WORDS["forecasting"]:
        return "forecast"
    ahead = period is not None and published is not None and period[:4].isdigit() and published[:4].isdigit()
    if ahead and period is not None and published is not None and period[:10] > published[: len(period[:10])]:
        return "forecast"
    return "reported"


def find_counter(text: str, tokens: Sequence[Token], quantity: Quantity, names: Sequence[Name]) -> str | None:
    """Return who counted: the speaker whose words hold the figure, else whom "according to" names."""
    return (
        _speaker_before(text, tokens, quantity, names)
        or _speaker_after(text, tokens, quantity, names)
        or _according(text, tokens, quantity, names)
    )


def _according(text: str, tokens: Sequence[Token], quantity: Quantity, names: Sequence[Name]) -> str | None:
    at = [index for index in range(len(tokens) - 2) if tokens[index].lower == "according"]
    for index in sorted(at, key=lambda index: (index < quantity.first, abs(index - quantity.first))):
        if tokens[index + 1].lower != "to":
            continue
        start = last = index + 2
        while last < len(tokens) and last - start < _LONGEST_BODY and tokens[last].text not in _BREAKS | {"."}:
            if tokens[last].lower in _STOPS - {"the", "a", "an", "of", "and", "its", "for", "on"}:
                break
            last += 1
        return _body(text, tokens, start, last, names)
    return None


def _speaker_before(text: str, tokens: Sequence[Token], quantity: Quantity, names: Sequence[Name]) -> str | None:
    for verb in range(quantity.first - 1, 0, -1):
        if tokens[verb].lower in _WORDS["counters"] and not _is_passive(tokens, verb):
            start = end = verb
            while end > 0 and (
                tokens[end - 1].lower in {"has", "have", "had", "also"} or tokens[end - 1].text == ","
            ):
                end -= 1
            start = end
            while start > 0 and end - start < _LONGEST_BODY and tokens[start - 1].text not in _BREAKS:
                if tokens[start - 1].lower in {"that", "which", "who", "as", "but", "while", "and"}:
                    break
                start -= 1
            return _body(text, tokens, start, end, names)
    return None


def _speaker_after(text: str, tokens: Sequence[Token], quantity: Quantity, names: Sequence[Name]) -> str | None:
    """ ", the ministry said" and "said the ministry" after the figure."""
    for verb in range(quantity.last, len(tokens)):
        if tokens[verb].lower not in _WORDS["counters"] or _is_passive(tokens, verb):
            continue
        start = verb
        while start > quantity.last and tokens[start - 1].text not in _BREAKS:
            start -= 1
        if start == quantity.last or verb - start > _LONGEST_BODY:
            return None
        if start < verb:
            return _body(text, tokens, start, verb, names)
        last = verb + 1
        while last < len(tokens) and last - verb <= _LONGEST_BODY and tokens[last].text not in _BREAKS | {"."}:
            last += 1
        return _body(text, tokens, verb + 1, last, names)
    return None


def _is_passive(tokens: Sequence[Token], verb: int) -> bool:
    return tokens[verb - 1].lower in _WORDS["be"] | {"as", "to", "the", "a", "of"} or (
        verb + 1 < len(tokens) and tokens[verb].lower == "pointed" and tokens[verb + 1].lower != "out"
    )


def _body(text: str, tokens: Sequence[Token], start: int, end: int, names: Sequence[Name]) -> str | None:
    """Return the person or body that tokens name: a known name where one ends there, else the phrase itself."""
    while start < end and tokens[start].lower in {"the", "a", "an"}:
        start += 1
    if start >= end:
        return None
    for name in names:
        if (
            name.kind in {"person", "organisation"}
            and name.end == tokens[end - 1].end
            and name.start >= tokens[start].start
        ):
            return name.name
    last = end
    while last > start + 1 and tokens[last - 1].lower in _WORDS["data"]:
        last -= 1
    if last < end and not any(token.text[0].isupper() for token in tokens[start:last]):
        last = end
    words = [token.lower for token in tokens[start:last]]
    if words[0] in _WORDS["pronouns"] or any(word in _WORDS["be"] or word in _WORDS["between"] for word in words):
        return None
    phrase = text[tokens[start].start : tokens[last - 1].end]
    return phrase.removesuffix("'s").removesuffix("’s") if touches(tokens, last) or phrase else None

"""Words of time in a text: what the grammar reads instead of the text itself."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cache, partial
from itertools import chain, starmap
from typing import Any, NamedTuple

from generator.lexicon import read_lexicon
from generator.model.findings import Sentence

FIRST_YEAR, LAST_YEAR = 1000, 2199  # a bare number of four digits outside of these is no year in the news
_SPOKEN_YEARS = frozenset(map(str, range(11, 22)))  # "nineteen" of "nineteen ninety-seven"
MAX_NUMBER_WORDS = 6  # "one hundred and twenty thousand" …


class Token(NamedTuple):
    """A word, number or mark of time; `value` is what it stands for. Of kind GAP: anything else stands here."""

    start: int
    end: int
    kind: str
    value: str


# Kinds of token of which every expression of time holds one: what stretch of tokens has none is not read further.
_ANCHORS = frozenset({
    "ISO", "NUMERIC", "CLOCK", "NOON", "OCLOCK", "ZONE", "DAYU", "WEEKU", "MONTHU", "QUARTERU", "YEARU", "UNIT",
    "UNITS",
    "WEEKEND", "WEEKENDS", "MONTH", "MON", "WEEKDAY", "WD", "WEEKDAYS", "TODAY", "DAYPART", "DAYPARTS", "SEASON",
    "DECADE", "DECADES", "DECADEWORD", "YEAR", "QUARTERNO", "FISCALYEAR", "HOLIDAY", "SETWORD",
    "REFERENCE", "PERIOD", "PAST",
})  # fmt: skip
# One token a match: a word or phrase of the lists | 2022-06-15T10:30 | 7/8/07, 15.6.2022, 2022/06/15 |
# 10:35 a.m., 18:00 | 1980s | 24th | 5 1/2, 2,000.5 | 3Q | other digits | Q3 | FY2022, FY 2021/22 | '80s | 's |
# a mark
_TOKEN = r"""
      (?<![^\W\d_])(?P<WORD>%s)(?![^\W\d_])
    | (?=\d)(?:
        (?P<ISO>\b\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-]))
      | (?P<NUMERIC>\b\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?![\d/])|\b\d{1,2}\.\d{1,2}\.[12]\d{3}(?![\d.]\d)
        |\b[12]\d{3}/\d\d/\d\d(?![\d/]))
      | (?P<CLOCK>\b\d{1,2}(?::\s?\d\d|\.\d\d)?\s?[APap](?:[Mm]\b|\.\s?[Mm]\b\.?)
        |\b[012]?\d:[0-5]\d(?::\d\d)?(?![\d:]))
      | (?P<DECADE>\b[12]\d\d0['’]?s\b)
      | (?P<ORDNUM>\b\d{1,2}(?:st|nd|rd|th)\b)
      | (?P<NUMBER>(?<![\w.$£€¥])\d{1,13}(?:,\d{3}){0,4}(?!,?\d)(?:\.\d{1,3}|[ -]\d/\d)?(?![\w%%]))
      | \b(?P<QUARTERS>[1-4]Q)\b
      | (?P<DIGITS>\d+)
      )
    | (?=[FQ])\b(?:(?P<QUARTER>Q[1-4])|(?P<FISCALYEAR>FY\s?['’]?(?:[12]\d{3}|\d\d)(?:[/–-]\d\d)?))\b
    | (?=['’‘])(?:(?P<DECADES>['’‘][1-9]0s\b)|(?P<POSS>['’]s\b|(?<=s)['’](?!\w)))
    | (?P<MARK>[,/–‑-])
"""
_VALUED = {
    "units": "UNIT", "plurals": "UNITS", "dayparts": "DAYPART", "clocks": "NOON", "seasons": "SEASON",
    "sets": "SETWORD", "numbers": "WORDNUM", "ordinals": "ORD", "decades": "DECADEWORD", "holidays": "HOLIDAY",
}  # fmt: skip
_UNIT_KINDS = {"D": "DAYU", "W": "WEEKU", "M": "MONTHU", "Q": "QUARTERU", "Y": "YEARU"}
_MARKS = {",": "COMMA", "-": "HYPHEN", "‑": "HYPHEN", "–": "DASH", "/": "SLASH"}
_LETTERS = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_STOPS = frozenset('.!?…”")')
_KINDS_WITH_POINT = {"MON", "WD"}


def timely_parts(text: str, sentences: Sequence[Sentence], words: Sequence[Set[str]]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of whole sentences that may hold an expression of time.

    One without a stop at its end ("The last", a line) may go on in the next.
    """
    anchors = _anchor_words()
    begun: int | None = None
    end = 0
    for sentence, theirs in zip(sentences, words, strict=True):
        timely = not anchors.isdisjoint(theirs) or _DIGIT.search(text, sentence.start, sentence.end) is not None
        if begun is not None and not (timely or _may_go_on(text, end)):
            yield begun, end
            begun = None
        if begun is None and (timely or _may_go_on(text, sentence.end)):
            begun = sentence.start
        end = sentence.end
    if begun is not None:
        yield begun, end


def _may_go_on(text: str, end: int) -> bool:
    return text[end - 1] not in _STOPS


def read_tokens(text: str, parts: Iterable[tuple[int, int]]) -> list[Token]:
    """Return the tokens of time in order, with one GAP wherever other words, marks or paragraphs part them.

    Left out are the stretches between two gaps that can hold no expression of time ("in the").
    """
    entries = _entries()
    tokens: list[Token] = []
    stretch: list[tuple[int, int, str, str]] = []
    anchored, end_of_last = False, 0
    for match in chain.from_iterable(starmap(partial(_pattern().finditer, text), parts)):
        start, end = match.span()
        kind, value = match.lastgroup, match[0]
        if kind == "WORD":
            kind, value = entries[value] if value in entries else entries[" ".join(value.split())]
            if kind in _KINDS_WITH_POINT and text.startswith(".", end):
                end += 1
        elif kind == "NUMBER":
            kind = _number_kind(value)
        elif kind == "MARK":
            kind = _MARKS[value]
        elif kind == "DIGITS":
            continue
        elif kind in {"QUARTER", "QUARTERS"} or kind is None:
            kind, value = "QUARTERNO", value.strip("Q")
        if stretch and start != end_of_last and (blank := text[end_of_last:start]) != " " and not _joins(blank):
            if anchored:
                _close(tokens, stretch)
            stretch, anchored = [], False
        if not anchored and (kind in _ANCHORS or (kind == "WORDNUM" and stretch)):  # nineteen ninety
            anchored = True
        stretch.append((start, end, kind, value))
        end_of_last = end
    if anchored:
        _close(tokens, stretch)
    return tokens


def _close(tokens: list[Token], stretch: Sequence[tuple[int, int, str, str]]) -> None:
    """Add a stretch of tokens, after a gap."""
    if tokens:
        tokens.append(Token(tokens[-1].end, stretch[0][0], "GAP", ""))
    for token in stretch:
        _append(tokens, Token(*token))


def number_value(written: str) -> float:
    """Return the number that digits ("2,000", "5 1/2") or the values of number words ("20 5") stand for."""
    if "/" in written:
        whole, fraction = re.split(r"[ -]", written)
        above, below = fraction.split("/")
        return int(whole) + int(above) / max(int(below), 1)
    if " " not in written:
        return float(written.replace(",", ""))
    total = current = 0
    for value in map(int, written.split()):
        if value >= 1000:
            total, current = total + max(current, 1) * value, 0
        elif value == 100:
            current = max(current, 1) * 100
        elif 10 <= current <= 21 and value >= 10:  # nineteen ninety
            current = current * 100 + value
        elif current and (current % 100 == 0 or (current % 10 == 0 and value < 10)):
            current += value
        else:
            current = value
    return float(total + current)


def _joins(blank: str) -> bool:
    return len(blank) < 4 and blank.isspace() and blank.count("\n") < 2


def _number_kind(digits: str) -> str:
    if digits.isdecimal():
        if len(digits) <= 2 and 1 <= int(digits) <= 31:
            return "DAY"
        if len(digits) == 4 and FIRST_YEAR <= int(digits) <= LAST_YEAR:
            return "YEAR"
    return "NUM"


def _append(tokens: list[Token], token: Token) -> None:
    """Add a token; number words that belong together ("nineteen ninety-seven") become one."""
    if token.kind == "WORDNUM" and tokens:
        before = tokens[-1]
        hyphen = before.kind == "HYPHEN" and len(tokens) > 1
        first = tokens[-2] if hyphen else before
        if first.kind in {"WORDNUM", "YEARWORDS"} and first.value.count(" ") < MAX_NUMBER_WORDS - 1:
            value = f"{first.value} {token.value}"
            kind = "YEARWORDS" if _is_year(value) else "WORDNUM"
            del tokens[-2 if hyphen else -1 :]
            token = Token(first.start, token.end, kind, value)
    tokens.append(token)


def _is_year(values: str) -> bool:
    """Tell "19 90 7" (a year as it is spoken) from "20 4" and "2 1000"."""
    first, second = map(int, values.split()[:2])
    return str(first) in _SPOKEN_YEARS and 10 <= second <= 90


@cache
def _anchor_words() -> frozenset[str]:
    """Return of each word or phrase that may be an anchor its longest word, and what opens "nineteen ninety"."""
    return frozenset(
        max(_LETTERS.findall(form.lower()), key=len, default="")
        for form, (kind, value) in _entries().items()
        if kind in _ANCHORS or (kind == "WORDNUM" and value in _SPOKEN_YEARS)
    )


@cache
def _entries() -> dict[str, tuple[str, str]]:
    """Map every word and phrase of the lists, as it may be written, to its kind and value."""
    entries = _listed()
    return {form: entry for phrase, entry in reversed(entries.items()) for form in _forms(phrase)} | entries


def _forms(phrase: str) -> set[str]:
    """Return what may stand for a phrase: names only as they are, other words in capitals too."""
    if not phrase.islower():
        return {phrase}
    return {phrase, phrase.capitalize(), " ".join(word.capitalize() for word in phrase.split()), phrase.upper()}


def _listed() -> dict[str, tuple[str, str]]:
    time, calendar = read_lexicon("time"), read_lexicon("calendar")
    entries: dict[str, tuple[str, str]] = {}
    for listed, kinds in ((time["kinds"], None), (time["references"], "REFERENCE")):
        entries |= {
            word: (kinds or kind, kind if kinds else word) for kind, words in listed.items() for word in words
        }
    entries |= {word: ("TODAY", " ".join(away)) for word, away in time["today"].items()}
    entries |= {zone: ("ZONE", zone) for zone in time["zones"]}
    for key, kind in _VALUED.items():
        entries |= {word: (kind, value) for word, value in time[key].items()}
    for word, (kind, value) in entries.items():
        if kind == "UNIT":
            entries[word] = (_UNIT_KINDS.get(value, kind), value)
        elif kind == "WEEKEND":
            entries[word] = (kind, "WE")
    for number, (name, short) in enumerate(calendar["months"].items(), 1):
        entries |= {name: ("MONTH", str(number)), name.upper(): ("MONTH", str(number))}
        entries |= {word: ("MON", str(number)) for word in short}
    for number, (name, short) in enumerate(calendar["weekdays"].items(), 1):
        entries |= {form: ("WEEKDAY", str(number)) for form in (name, name.upper())}
        entries |= {f"{name}s": ("WEEKDAYS", str(number))} | {word: ("WD", str(number)) for word in short}
    return entries


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(_TOKEN % _any_of(_entries()), re.VERBOSE)


def _any_of(phrases: Iterable[str]) -> str:
    """Write a pattern for any of these, the longest that fits; a choice a letter, so that it is quick to fail."""
    tree: dict[str, Any] = {}
    for phrase in phrases:
        branch = tree
        for letter in phrase:
            branch = branch.setdefault(letter, {})
        branch[""] = {}
    return _branches(tree)


def _branches(tree: Mapping[str, Any]) -> str:
    written = [
        (r"\s{1,3}" if letter == " " else re.escape(letter)) + _branches(branch)
        for letter, branch in tree.items()
        if letter
    ]
    if not written:
        return ""
    return f"(?:{'|'.join(written)}){'?' if '' in tree else ''}"

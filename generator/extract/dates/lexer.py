"""Words of time in a text: what the grammar reads instead of the text itself."""

import re
from functools import cache
from typing import NamedTuple

from generator.lexicon import read_lexicon

FIRST_YEAR, LAST_YEAR = 1000, 2199  # a bare number of four digits outside of these is no year in the news
MAX_NUMBER_WORDS = 6  # "one hundred and twenty thousand" …


class Token(NamedTuple):
    """A word, number or mark of time; `value` is what it stands for. Of kind GAP: anything else stands here."""

    start: int
    end: int
    kind: str
    value: str


# One token a match: a word | 2022-06-15T10:30 | 7/8/07 | 10:35 a.m., 18:00 | 1980s, '80s | 24th | 5 1/2, 2,000.5 |
# 's | any other mark
_TOKEN = re.compile(
    r"""
      (?P<WORD>[^\W\d_]+)
    | (?P<ISO>\b\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-]))
    | (?P<NUMERIC>\b\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?![\d/]))
    | (?P<CLOCK>\b\d{1,2}(?:[:.]\d\d)?\s?[ap](?:m\b|\.\s?m\b\.?)|\b[012]?\d:[0-5]\d(?::\d\d)?(?![\d:]))
    | (?P<DECADE>\b[12]\d\d0['’]?s\b|['’‘][1-9]0s\b)
    | (?P<ORDNUM>\b\d{1,2}(?:st|nd|rd|th)\b)
    | (?P<NUMBER>(?<![\w.$£€¥])\d{1,13}(?:,\d{3}){0,4}(?!,?\d)(?:\.\d{1,3}|[ -]\d/\d)?(?![\w%]))
    | (?P<POSS>['’]s\b|(?<=s)['’](?!\w))
    | (?P<MARK>[^\s\w]|\d+)
    """,
    re.VERBOSE,
)
_VALUED = {
    "units": "UNIT", "plurals": "UNITS", "dayparts": "DAYPART", "clocks": "NOON", "seasons": "SEASON",
    "sets": "SETWORD", "numbers": "WORDNUM", "ordinals": "ORD", "decades": "DECADEWORD", "holidays": "HOLIDAY",
}  # fmt: skip
_UNIT_KINDS = {"D": "DAYU", "W": "WEEKU", "M": "MONTHU", "Q": "QUARTERU", "Y": "YEARU"}
_MARKS = {",": "COMMA", "-": "HYPHEN", "‑": "HYPHEN", "–": "DASH", "/": "SLASH"}
_KINDS_WITH_POINT = {"MON", "WD"}


def read_tokens(text: str) -> list[Token]:
    """Return the tokens of time in order, with one GAP wherever other words, marks or paragraphs part them."""
    words, phrases = _words(), _phrases()
    tokens: list[Token] = []
    position = end_of_last = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if start < position:
            continue
        kind, value = match.lastgroup or "", match.group()
        if kind == "WORD":
            token = _word(text, start, value, words, phrases)
        elif kind == "MARK":
            token = Token(start, end, _MARKS.get(value, "GAP"), value)
        else:
            token = Token(start, end, _number_kind(value) if kind == "NUMBER" else kind, value)
        blank = text[end_of_last:start]
        if (token.kind == "GAP" or (blank and not _joins(blank))) and tokens and tokens[-1].kind != "GAP":
            tokens.append(Token(end_of_last, start, "GAP", ""))
        position = end_of_last = token.end
        if token.kind != "GAP":
            _append(tokens, token)
    return tokens


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
    return 11 <= first <= 21 and 10 <= second <= 90


def _word(
    text: str,
    start: int,
    word: str,
    words: dict[str, tuple[str, str]],
    phrases: dict[str, tuple[re.Pattern[str], dict[str, tuple[str, str]]]],
) -> Token:
    lower = word.lower()
    if lower in phrases:
        pattern, values = phrases[lower]
        if match := pattern.match(text, start):
            found = " ".join(match.group().split())
            if hit := values.get(found) or values.get(found.lower()):
                return Token(start, match.end(), *hit)
    end = start + len(word)
    kind, value = words.get(word) or words.get(lower) or ("GAP", "")
    if kind in _KINDS_WITH_POINT and text.startswith(".", end):
        end += 1
    return Token(start, end, kind, value)


@cache
def _entries() -> dict[str, tuple[str, str]]:
    """Map every word and phrase of the lists to its kind and value; names stand with their capitals."""
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
def _words() -> dict[str, tuple[str, str]]:
    return {word: entry for word, entry in _entries().items() if word.isalpha()}


@cache
def _phrases() -> dict[str, tuple[re.Pattern[str], dict[str, tuple[str, str]]]]:
    """Map the first word of each phrase to a pattern for what may follow, and to the phrases' entries."""
    by_head: dict[str, dict[str, tuple[str, str]]] = {}
    for phrase, entry in _entries().items():
        if not phrase.isalpha():
            head = re.match(r"[^\W\d_]+", phrase)
            by_head.setdefault((head.group() if head else phrase).lower(), {})[phrase] = entry
    return {head: (_phrase_pattern(list(entries)), entries) for head, entries in by_head.items()}


def _phrase_pattern(phrases: list[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    written = [r"\s{1,3}".join(map(re.escape, phrase.split())) for phrase in longest_first]
    return re.compile(rf"(?:{'|'.join(written)})(?!\w)", re.IGNORECASE)

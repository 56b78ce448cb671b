"""Lists of results: “Harbour Party - 12 seats” on three lines or more in a row, of what the article tells of."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from generator.lexicon import read_lexicon, word_set

FEWEST = 3
# ██ Harbour Party - 12 seats | 1. Ida Berg: 1,204 votes (51%) | Green List (N & S) – 3.4%
_ROW = re.compile(
    r"(?:[^\w\s\"“”‘’'$£€]{1,3}\s|\(?\d{1,2}[.)]\s)?"
    r"(?P<name>[A-ZÀ-Þ][^\d:;\"“”‘|/]{1,60}?)(?: ?:| [-–—]) "
    r"(?P<number>\d[\d,.]{0,15}(?: (?:million|billion))?(?: ?%)?)(?P<unit>(?<=%)| (?:[a-z]{2,20} )?[a-z]{4,20})"
    r"(?: ?\([^()]{1,30}\))?"
)
_WORD = re.compile(r"[^\W_]+|%")
# Words of the line above that a list belongs to: “The seats lost in the north:”
_INTRODUCED_BY = 12


@dataclass(frozen=True, slots=True)
class Row:
    """A row: whose number it is, the number's span in the line, with its “%”, and its unit, a plural or “%”."""

    name: str
    start: int
    end: int
    unit: str


def read_row(line: str) -> Row | None:
    """Read a row of results; None for a line that is none.

    >>> read_row("• Harbour Party – 1 seat"), read_row("Sofa: 3 cushions")
    (Row(name='Harbour Party', start=18, end=19, unit='seats'), None)
    """
    match = _ROW.fullmatch(line)
    *before, noun = match["unit"].split() or ["%"] if match else [""]
    if match is None or noun not in _plurals() or word_set("results", "changes") & set(before):
        return None
    return Row(match["name"].strip(), *match.span("number"), " ".join([*before, _plurals()[noun]]))


def find_results(lines: Sequence[str], prose: str) -> frozenset[int]:
    """Return the numbers of the lines that are rows of results: of one unit, in lists that the prose tells of."""
    rows = [read_row(line) for line in lines]
    words = frozenset(_WORD.findall(prose)) if any(rows) else frozenset()
    said = words | {word.lower() for word in words}
    found: set[int] = set()
    for unit, run in groupby(range(len(rows)), key=lambda at: row.unit if (row := rows[at]) else ""):
        numbers = list(run)
        names = {row.name for at in numbers if (row := rows[at])}
        above = lines[numbers[0] - 1] if numbers[0] else ""
        if FEWEST <= len(numbers) == len(names) and _is_of_results(above) and _is_told(said, unit, names):
            found.update(numbers)
    return frozenset(found)


def _is_of_results(above: str) -> bool:
    """Tell whether the line above a list leaves it one of results: no forecast, no “Seats lost”."""
    words = set(_WORD.findall(" ".join(above.lower().split()[-_INTRODUCED_BY:])))
    changes = not above.endswith(".") and word_set("results", "changes") & words
    return not (changes or word_set("results", "forecast") & words)


def _is_told(said: frozenset[str], unit: str, names: set[str]) -> bool:
    """Tell whether the words of an article speak of what a list counts and of one whom it names, and of no poll."""
    noun = unit.rsplit(maxsplit=1)[-1]
    if word_set("results", "polls") & said:
        return False
    if noun in word_set("results", "elected") and not word_set("results", "election") & said:
        return False
    spoken = any(word in said for word, plural in _plurals().items() if plural == noun)
    return spoken and any(said.issuperset(_WORD.findall(name.partition(" (")[0])) for name in names)


@cache
def _plurals() -> Mapping[str, str]:
    """Return what can be counted by its words, those for one and for more: seat and seats are seats."""
    counted: list[str] = list(read_lexicon("results")["counted"])
    one = {f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s"): word for word in counted}
    return one | {word: word for word in counted}

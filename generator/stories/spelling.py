"""Persons whom one article spells otherwise than the rest: which is the name that they are known by."""

from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from generator.model.findings import Findings
from generator.stories.evidence import is_quoted, within
from generator.stories.ids import ascii_word

# Surnames that share less of their letters are two that a reader need not know for one.
ALIKE = 0.82
# Shorter ones are given names and initials.
LEAST_LETTERS = 4


def other_spellings(findings: Findings, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Yield where a stretch of an article first spells a surname in a way of its own, and how it is known."""
    told = set[str]()
    for name in within(findings.names, start, end):
        if name.kind != "person" or name.end > end or name.name in told:
            continue
        if is_quoted(findings.quotations, name.start):
            continue
        written, known = findings.article.text[name.start : name.end].split()[-1], name.name.split()[-1]
        if is_other_spelling(written, name.name):
            told.add(name.name)
            yield name.end, known


def is_other_spelling(written: str, name: str) -> bool:
    """Tell whether a surname as written is none of a name's words, nor nearly the last of them.

    >>> is_other_spelling("Tschaikowski", "Pyotr Tchaikovsky"), is_other_spelling("Chaikovsky", "Pyotr Tchaikovsky")
    (True, False)
    >>> is_other_spelling("Pyotr", "Pyotr Tchaikovsky"), is_other_spelling("Jong-un", "Kim Jong Un")
    (False, False)
    """
    short, words = ascii_word(written), [ascii_word(word) for word in name.split()]
    if len(short) < LEAST_LETTERS or short in "".join(words):
        return False
    return all(Levenshtein.normalized_similarity(short, word) < ALIKE for word in words)

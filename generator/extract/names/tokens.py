"""Words of a sentence with their places, possessive endings taken off."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.extract.names.words import DOTTED, PARTICLES, TAILS

# "R-Ky." | "U.S." | "J." | "O'Neill's" | "al-Assad" | "AT&T" | "G20"
_TOKEN = re.compile(r"[DRI]-[A-Z][\w.]*|(?:[^\W\d_]\.(?=[^\W\d_]\b|\W|$))+(?:[^\W\d_](?!\w))?|[^\W_][\w'’&+-]*")
_POSSESSIVE = ("'s", "’s")
_APOSTROPHES = ("'", "’")
_TRAILING = "'’&-_"


@dataclass(frozen=True, slots=True)
class Token:
    """A word from `start` to `end`; `bound` tells that only blanks part it from the word before."""

    start: int
    end: int
    text: str
    capital: bool
    possessive: bool
    bound: bool


def read_tokens(text: str, start: int, end: int) -> list[Token]:
    """Return the words of `text[start:end]`; a possessive `'s` and tails like "-based" are left off."""
    tokens: list[Token] = []
    last = start
    for match in _TOKEN.finditer(text, start, end):
        word = match[0]
        if word[-1:] == "." and len(word) == 2 and word[0].islower():
            word = word[0]
        elif text[match.end() : match.end() + 1] == "." and word + "." in DOTTED:
            word += "."
        possessive = word.endswith(_POSSESSIVE)
        stripped = word[:-2] if possessive else word.rstrip(_TRAILING)
        possessive = (
            possessive or text[match.start() + len(stripped) : match.start() + len(stripped) + 1] in _APOSTROPHES
        )
        if not stripped:
            continue
        # "York" of "New York-based" ends its name as a possessive would.
        shorter = _without_tail(stripped)
        possessive = possessive or shorter != stripped
        stripped = shorter
        bound = bool(tokens) and not text[last : match.start()].strip(" \xa0\n\t\u2009\u202f")
        tokens.append(
            Token(match.start(), match.start() + len(stripped), stripped, _is_capital(stripped), possessive, bound)
        )
        last = match.start() + max(len(word), len(stripped))
    return tokens


def phrase(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Return the words, with `'s` where one inside is possessive: "People's Liberation Army"."""
    inner = (
        token.text + "'s" if token.possessive and token.end < tokens[-1].end else token.text for token in tokens
    )
    return tuple(inner)


def _without_tail(word: str) -> str:
    head, hyphen, tail = word.partition("-")
    if hyphen and head[:1].isupper() and (tail in TAILS or tail.rpartition("-")[2] in TAILS):
        return head
    return word


def _is_capital(word: str) -> bool:
    """Tell whether a word may be (part of) a name: "I'm" is not, nor is the party in "(R-Texas)"."""
    if word[0].isupper():
        return not (word.startswith(("I'", "I’")) or (word[1:2] == "-" and word[0] in "DRI"))
    particle, hyphen, rest = word.partition("-")
    return bool(hyphen) and particle in PARTICLES and rest[:1].isupper()

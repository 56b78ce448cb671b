"""Words of a sentence with their places, possessive endings taken off."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.extract.names.words import COMMON, DOTTED, FAMILY_FIRST, PARTICLES, TAILS

# "R-Ky." | "U.S." | "J." | "O'Neill's" | "al-Assad" | "AT&T" | "G20" | the sign in "Reed & Moor"
_TOKEN = re.compile(
    r"[DRI]-[A-Z][\w.]*|(?:[^\W\d_]\.(?=[^\W\d_]\b|\W|$))+(?:[^\W\d_](?!\w))?|[^\W_][\w'’&+-]*|&(?= [A-Z])"
)
_APOSTROPHES = ("'", "’")
_TRAILING = "'&+-_"
_BLANKS = " \xa0\n\t\u2009\u202f"
# What makes a handle of a word: "@somebody", "#topic"
_HANDLES = ("@", "#")


@dataclass(frozen=True, slots=True)
class Token:
    """A word from `start` to `end`, its apostrophes straight.

    `possessive` tells that it ends its name; `bound` that only blanks part it from the word before.
    """

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
        begin, word = match.start(), match[0].replace("’", "'")
        if len(word) == 2 and word[1] == "." and word[0].islower():
            word = word[0]
        elif text.startswith(".", match.end()) and word + "." in DOTTED:
            word += "."
        bare = word[:-2] if word.endswith("'s") else word.rstrip(_TRAILING) or word
        if not bare:
            continue
        family_first = bool(tokens) and tokens[-1].text in FAMILY_FIRST
        name = bare if family_first else _without_tail(bare)
        # "York" of "New York-based" ends its name as a possessive would.
        possessive = name != bare or text.startswith(_APOSTROPHES, begin + len(bare))
        capital = _is_capital(name) and "_" not in name and not text.startswith(_HANDLES, max(0, begin - 1))
        bound = bool(tokens) and not text[last:begin].strip(_BLANKS)
        tokens.append(Token(begin, begin + len(name), name, capital, possessive, bound))
        last = begin + len(word)
    return tokens


def phrase(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Return the words, with `'s` where one inside is possessive: "People's Liberation Army"."""
    inner = (
        token.text + "'s" if token.possessive and token.end < tokens[-1].end else token.text for token in tokens
    )
    return tuple(inner)


def _without_tail(word: str) -> str:
    head, hyphen, tail = word.partition("-")
    last = tail.rpartition("-")[2]
    if (
        hyphen
        and head[:1].isupper()
        and tail.islower()
        and (last in TAILS or tail in COMMON or tail.endswith("ed"))
    ):
        return head
    return word


def _is_capital(word: str) -> bool:
    """Tell whether a word may be (part of) a name: "I'm" is not, nor is the party in "(R-Texas)"."""
    if word[0].isupper():
        return not (word.startswith("I'") or (word[1:2] == "-" and word[0] in "DRI"))
    particle, hyphen, rest = word.partition("-")
    return bool(hyphen) and particle in PARTICLES and rest[:1].isupper()

"""Words of a sentence with their places, possessive endings taken off."""

import re
from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from generator.extract.names.words import COMMON, DOTTED, FAMILY_FIRST, PARTICLES, TAILS

# "U. S." | "R-Ky." | "U.S." | "J." | "O'Neill's" | "al-Assad" | "AT&T" | "G20" | the sign in "Reed & Moor"
_TOKEN = re.compile(
    r"([UD]\. [SKNC]\.(?!\w)|[DRI]-[A-Z][\w.]*|(?:[^\W\d_]\.(?=[^\W\d_]\b|\W|$))+(?:[^\W\d_](?!\w))?"
    r"|[^\W_][\w'’&+-]*|&(?= [A-Z]))"
)
_APOSTROPHES = ("'", "’")
_TRAILING = "'&+-_"
_BLANKS = " \xa0\n\t\u2009\u202f"
# What makes a handle of a word: "@somebody", "#topic"
_HANDLES = ("@", "#")


class Token(NamedTuple):
    """A word from `start` to `end`, its apostrophes straight.

    `possessive` tells that it ends its name; `bound` that only blanks part it from the word before.
    """

    start: int
    end: int
    text: str
    capital: bool = False
    possessive: bool = False
    bound: bool = False


# The tuple as it stands: the constructor of a NamedTuple takes three times as long, and every word needs one.
_token = partial(tuple.__new__, Token)


class Line(NamedTuple):
    """The words of a sentence, and which of them (by index, in order) have a capital."""

    tokens: Sequence[Token]
    capitals: Sequence[int]


def read_line(text: str, start: int, end: int) -> Line:
    """Return the words of `text[start:end]`; a possessive `'s` and tails like "-based" are left off."""
    tokens: list[Token] = []
    capitals: list[int] = []
    add = tokens.append
    stop = last = start
    # The words and what parts them in turn: that takes half the time of one match object a word.
    pieces = iter(_TOKEN.split(text[start:end]))
    for between, found in zip(pieces, pieces, strict=False):
        begin = stop + len(between)
        bound = (between == " " and last == stop) or not text[last:begin].strip(_BLANKS)
        last = stop = begin + len(found)
        if found.isalpha():
            if found.islower():
                add(_token((begin, stop, found, False, False, bound)))
                continue
            if found[0].isupper() and not (text.startswith(".", stop) or between.endswith(_HANDLES)):
                capitals.append(len(tokens))
                add(_token((begin, stop, found, True, False, bound)))
                continue
        word = _written(text, stop, found.replace("’", "'"))
        # A title's closing marks end what is bound together: “``Low Tide'' director”.
        last = begin + len(word.rstrip("'") if word.endswith("''") else word)
        token = _read_token(text, begin, word, after=tokens[-1].text if tokens else "", bound=bound)
        if token.capital:
            capitals.append(len(tokens))
        add(token)
    if tokens:
        tokens[0] = tokens[0]._replace(bound=False)
    return Line(tokens, capitals)


def _written(text: str, stop: int, word: str) -> str:
    """Return the word with its full stop where that is part of it: "Gov.", but not the end of "of Type a."."""
    if len(word) == 2 and word[1] == "." and word[0].islower():
        return word[0]
    return word + "." if text.startswith(".", stop) and word + "." in DOTTED else word


def _read_token(text: str, begin: int, word: str, *, after: str, bound: bool) -> Token:
    handle = text.startswith(_HANDLES, max(0, begin - 1))
    if word.isalpha():
        return Token(begin, begin + len(word), word, word[0].isupper() and not handle, False, bound)
    if " " in word:
        return Token(begin, begin + len(word), word.replace(" ", ""), True, False, bound)
    bare = word[:-2] if word.endswith("'s") else word.rstrip(_TRAILING) or word
    name = bare if after in FAMILY_FIRST else _without_tail(bare)
    # "York" of "New York-based" ends its name as a possessive would.
    possessive = name != bare or text.startswith(_APOSTROPHES, begin + len(bare))
    capital = _is_capital(name) and "_" not in name and not handle
    return Token(begin, begin + len(name), name, capital, possessive, bound)


def phrase(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Return the words, with `'s` where one inside is possessive: "People's Liberation Army"."""
    last = tokens[-1]
    return tuple([token.text + "'s" if token.possessive and token is not last else token.text for token in tokens])


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

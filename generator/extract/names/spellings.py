"""Spellings: one foreign name written in several ways, as each language writes down its sounds."""

import re
import unicodedata

from generator.extract.names.words import Words

# How languages spell the sounds of a name, the longer spelling first: Chekhov, Tchékhov, Tschechow
_SOUNDS = (
    (re.compile("tsch|tch|sch|sh|ch|cz"), "S"),
    (re.compile("ou|oo"), "u"),
    (re.compile("[iyj]+"), "i"),
    (re.compile("kh|gh"), "h"),
    (re.compile("ck|[cq]"), "k"),
    (re.compile("ph|ff|[fw]"), "v"),
    (re.compile("z"), "s"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile("e$"), ""),
)
# Shorter family names sound alike too often.
_SHORTEST = 5


def sound_of(words: Words) -> Words | None:
    """Return a full name as it sounds, the same for all ways to spell it; None where too many sound so.

    >>> sound_of(("anton", "chekhov")) == sound_of(("anton", "tchékhoff")) != sound_of(("anton", "chekov"))
    True
    """
    if len(words[-1]) < _SHORTEST:
        return None
    *given, family = map(_plain, words)
    return (*given, _sound(family))


def _plain(word: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", word.casefold()) if sign.isalpha())


def _sound(plain: str) -> str:
    for spelling, sound in _SOUNDS:
        plain = spelling.sub(sound, plain)
    return plain

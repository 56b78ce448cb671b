"""Names of a brief's items: short, readable, and the same as long as the item's words are."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from generator.stories.words import empty_words

WORDS = 5
# The schema allows 80; a name is read in addresses and typed in references.
LONGEST = 48
MOST_LETTERS = 68
_NOT_ASCII = re.compile(r"[^a-z0-9]+")
# Oslo’s | U.S.
_INSIDE_WORD = re.compile(r"(?<=\w)(?:['’]s\b|['’.](?=\w))")
# 7 | 24 | 0930: days and times name nothing
_SMALL_NUMBER = re.compile(r"\d{1,2}|0\d+")
_WORD = re.compile(r"[^\W_]+")


def slug(text: str, words: int = WORDS) -> str:
    """Return the first content words as an ASCII slug ("item" where there are none).

    >>> slug("The Café in São Paulo was sold for $3 million last year.")
    'cafe-sao-paulo-sold-million'
    """
    chosen: list[str] = []
    empty = empty_words()
    for word in _WORD.findall(_INSIDE_WORD.sub("", text)):
        plain = "" if word.casefold() in empty or _SMALL_NUMBER.fullmatch(word) else ascii_word(word)
        if plain and plain not in chosen and len("-".join([*chosen, plain])) <= LONGEST:
            chosen.append(plain)
        if len(chosen) == words:
            break
    return "-".join(chosen) or "item"


def ascii_word(word: str) -> str:
    """Return the ASCII letters and digits of a word, in lower case.

    >>> ascii_word("Peña"), ascii_word("東京")
    ('pena', '')
    """
    return _NOT_ASCII.sub("", unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode().lower())


def unique_ids(wanted: Sequence[tuple[str, str]]) -> list[str]:
    """Return an id for each (slug, text): the slug, with a hash of the text where several have that slug.

    The order does not matter, so that an item keeps its id when others come before it. Items with the same slug
    and text are one item; they are told apart by their number.
    """
    often = Counter(name for name, _ in wanted)
    taken: Counter[str] = Counter()
    ids = []
    for name, text in wanted:
        digest = hashlib.sha256(text.encode()).hexdigest()[:4]
        short = name[:MOST_LETTERS].strip("-")
        full = short if often[name] == 1 else f"{short}-{digest}"
        taken[full] += 1
        ids.append(full if taken[full] == 1 else f"{full}-{taken[full]}")
    return ids

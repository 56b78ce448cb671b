"""File names and anchors made from titles and names: ASCII, unlike each other, the same on every run."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Sequence
from hashlib import sha256
from itertools import count

LONGEST = 60
# Names that a folder's own page, or Windows, already uses.
RESERVED = frozenset(
    ["index", "con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))]
)
# Émile's → emiles: an apostrophe parts no words, and an accent goes
_DROPPED = re.compile(r"['’\u0300-\u036f]")
_APART = re.compile(r"[^a-z0-9]+")


def slug(text: str) -> str:
    """Return the ASCII letters and digits of a text, parted by hyphens; "" where it has none.

    >>> slug("Émile’s “first” China–Russia road")
    'emiles-first-china-russia-road'
    """
    plain = _DROPPED.sub("", unicodedata.normalize("NFKD", text).lower())
    return _APART.sub("-", plain)[: LONGEST + 1].strip("-")[:LONGEST].rstrip("-")


def unique_slugs(texts: Sequence[str], reserved: Collection[str] = RESERVED) -> tuple[str, ...]:
    """Return a slug for each text, in order; ten digits of a hash part those of different texts that collide.

    Which texts get a hash does not depend on their order. A text that comes twice is numbered.

    >>> unique_slugs(["Oslo", "Öslo", "Bergen", "index", "Bergen"])
    ('oslo-43152cc97f', 'oslo-4ff24e0ae5', 'bergen', 'index-1bc04b5291', 'bergen-2')
    """
    sharing = Counter(slug(text) for text in set(texts))
    names: list[str] = []
    for text in texts:
        name = slug(text)
        if not name or name in reserved or sharing[name] > 1:
            name = f"{name}-{_digits(text)}".lstrip("-")
        free = (f"{name}-{n}" for n in count(2) if f"{name}-{n}" not in sharing)
        while name in names:
            name = next(free)
        names.append(name)
    return tuple(names)


def _digits(text: str) -> str:
    return sha256(unicodedata.normalize("NFC", text).encode("utf-8", "replace")).hexdigest()[:10]

"""Countries under all their names: a capital or a demonym stands for its country when statements are compared."""

import re
from functools import cache

from generator.lexicon import read_lexicon

# Norways (for Norway's): damaged text has lost the apostrophe.
_POSSESSIVE = r"(?:['’]?s|['’])?"


def find_countries(text: str) -> frozenset[str]:
    """Return the countries that a text names, by whatever name.

    >>> sorted(find_countries("Oslo's trade with Swedish firms"))
    ['Norway', 'Sweden']
    """
    return frozenset(_names()[match[1]] for match in _pattern().finditer(text))


def with_countries(text: str) -> str:
    """Return a text in which every name for a country is the country's own.

    >>> with_countries("Oslo's trade with Swedish firms")
    'Norway trade with Sweden firms'
    """
    return _pattern().sub(lambda match: _names()[match[1]], text)


def without_countries(text: str) -> str:
    return _pattern().sub(" ", text)


@cache
def _names() -> dict[str, str]:
    """Return the country of each of its names; a name of two countries is neither's."""
    named: dict[str, set[str]] = {}
    for country, more in read_lexicon("places")["countries"].items():
        for name in (country, more["capital"], *more["people"], *more.get("also", [])):
            named.setdefault(name, set()).add(country)
    return {name: countries.pop() for name, countries in named.items() if len(countries) == 1}


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_names(), key=lambda name: (-len(name), name))
    return re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, longest_first))}){_POSSESSIVE}(?![\w$-])")

"""The countries and states that titles name, by the names that the titles have for them."""

import re
from collections.abc import Iterable
from functools import cache

from generator.lexicon import read_lexicon
from generator.stories.countries import find_countries, without_countries


def find_regions(text: str) -> frozenset[str]:
    """Return the countries and the states or territories that a text names.

    >>> sorted(find_regions("Danish firms leave Puerto Rico"))
    ['Denmark', 'Puerto Rico']
    """
    return find_countries(text) | frozenset(_states().findall(without_countries(text)))


def called(region: str, titles: Iterable[str]) -> str:
    """Return what titles call a region: by its own name, else by the other that one of them has.

    >>> called("United Kingdom", ["UK votes"]), called("Norway", ["Oslo votes"])
    ('UK', 'Norway')
    """
    known = read_lexicon("places")["countries"].get(region, {})
    words = " ".join(titles)
    names = (
        name for name in (region, *known.get("also", [])) if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words)
    )
    return next(names, region)


@cache
def _states() -> re.Pattern[str]:
    names = sorted(read_lexicon("places")["states"], key=lambda name: (-len(name), name))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")

"""Word lists as data: each `<list>.yml` beside this file is a list or a mapping that one part reads.

The lists hold whole classes (all months, all reporting verbs, all countries), never the names of one story.
"""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def read_lexicon(name: str) -> Any:
    """Return the content of `<name>.yml`; words are kept as typed (no `no` that turns into False).

    >>> "Monday" in read_lexicon("calendar")["weekdays"]
    True
    """
    text = files("generator.lexicon").joinpath(f"{name}.yml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=yaml.CBaseLoader)


@cache
def word_set(name: str, kind: str) -> frozenset[str]:
    """Return one list of `<name>.yml`, to ask whether a word is in it.

    >>> "daily" in word_set("time", "sets")
    True
    """
    return frozenset(read_lexicon(name)[kind])

"""Who acts in a step that somebody announces: the state, though its leader says “I will leave the union”."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from generator.lexicon import read_lexicon
from generator.model.findings import Name
from generator.stories.evidence import Told
from generator.stories.questions.asking import Context, with_article

# What “leave”, “leaving” and “leaves” have in common.
STEM = 4


def state_that_acts(context: Context, told: Told, verb: str, rest: str) -> str | None:
    """Return the state that, elsewhere in the story, does what somebody announces, to the same organisation.

    Only of acts that a state does (to leave a union, to ratify a pact); None where no sentence tells.
    """
    if verb not in _acts():
        return None
    of = next(
        (name.name for name in told.names if name.kind == "organisation" and _words_of(told, name) in rest), None
    )
    if of is None:
        return None
    found = Counter(state for one in context.coverage.told.values() for state in _states(one, verb, of))
    return found.most_common(1)[0][0] if found else None


def _states(told: Told, verb: str, of: str) -> Iterator[str]:
    """Yield the place named last before “leaving the union” in a sentence, where no person stands between."""
    doing = re.compile(rf"\b{re.escape(verb[:STEM])}\w* (?:the )?\Z")
    for name in told.names:
        if name.name != of or not doing.search(told.text, 0, name.start - told.start):
            continue
        before = [one for one in told.names if one.end < name.start and one.kind in {"place", "person"}]
        if before and before[-1].kind == "place":
            yield with_article(told, before[-1].name)


def _words_of(told: Told, name: Name) -> str:
    return told.text[name.start - told.start : name.end - told.start]


@cache
def _acts() -> frozenset[str]:
    return frozenset(read_lexicon("questions")["acts_of_states"])

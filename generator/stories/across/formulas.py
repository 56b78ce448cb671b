"""Formulas that facts of several stories quote: the “open harbour” of a treaty in one and of a law in another."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from generator.model.brief import SHARES_ONLY, KeyFact
from generator.siblings import normal_words
from generator.stories.across.placed import Placed, joined_evidence
from generator.stories.ids import slug as slug_of
from generator.stories.openings import opening
from generator.stories.pairs import names_pair
from generator.stories.words import content_words

# A formula has so many words; one word in marks may be any.
SHORTEST, LONGEST = 2, 4
# a “no tolls” treaty | a "no-tolls" treaty
_QUOTED = re.compile(r"[\"“]([^\"“”]{4,60})[\"”]")


def find_formulas(facts: Iterable[Placed[KeyFact]]) -> Iterator[KeyFact]:
    """Yield, for each formula in facts of several stories, the fact that most articles print and that reads alone.

    The others' passages stand with it, marked as having no more than the formula in common.
    """
    telling: dict[tuple[str, ...], list[Placed[KeyFact]]] = defaultdict(list)
    for fact in facts:
        for formula in dict.fromkeys(map(_formula, _QUOTED.findall(fact.item.text))):
            if SHORTEST <= len(formula) <= LONGEST and content_words(" ".join(formula)):
                telling[formula].append(fact)
    given: set[str] = set()
    for formula, told in telling.items():
        readable = (one for one in told if opening(one.item.text) == "alone" or names_pair(one.item.text))
        alone = max(readable, key=lambda one: len(one.item.evidence), default=None)
        if alone is None or len({one.slug for one in told}) < 2 or alone.reference in given:
            continue
        given.add(alone.reference)
        others = {article for one in told for article in one.item.evidence} - alone.item.evidence.keys()
        yield KeyFact(
            id=slug_of(f"{' '.join(formula)} {alone.item.text}"),
            text=alone.item.text,
            according_to=alone.item.according_to,
            part="background",
            evidence=joined_evidence([one.item for one in told]),
            differs=alone.item.differs
            | {article: [f"{SHARES_ONLY} “{' '.join(formula)}”"] for article in sorted(others)},
            rule="formula.several-stories",
        )


def _formula(quoted: str) -> tuple[str, ...]:
    """Return the words of a formula in small letters; none where it has a name or is a sentence."""
    plain = quoted.rstrip(",.").replace("-", " ")
    return tuple(normal_words(plain)) if plain.islower() else ()

"""Questions that several stories leave open: asked once, in the first of them, for all."""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import cache

from generator.lexicon import read_lexicon
from generator.model.brief import Brief, OpenQuestion
from generator.stories.across.placed import Placed, in_order, joined_evidence, word_pairs
from generator.stories.countries import with_countries
from generator.stories.words import content_words, overlap

# Words in common that make two questions of one rule the same, and how many there must be at least.
SAME, LEAST = 0.75, 2
_NUMBER = re.compile(r"\d[\d.,]*")


def ask_once(briefs: Mapping[str, Brief], apart: Collection[str] = ()) -> dict[str, Brief]:
    """Return the briefs with each question in one of them only: the first that leaves it open.

    It rests on the passages of all, and names the other briefs in `also_in`. Briefs `apart` neither ask for others
    nor leave it to others to ask: nothing is changed in them, or nothing of them is shown.
    """
    kept: dict[str, list[OpenQuestion]] = {slug: [] for slug in briefs}
    asked: dict[tuple[str | None, str, str], list[Placed[OpenQuestion]]] = defaultdict(list)
    repeated: dict[str, list[Placed[OpenQuestion]]] = defaultdict(list)
    for slug in in_order(briefs):
        for question in briefs[slug].open_questions:
            shared = slug not in apart and question.rule in _general()
            keys = [(question.rule, *pair) for pair in word_pairs(_words(question.question))] if shared else []
            near = (one for key in keys for one in asked[key] if one.slug != slug)
            first = next((one for one in near if _is_same(one.item, question)), None)
            if first is not None:
                repeated[first.reference].append(Placed(slug, question))
                continue
            kept[slug].append(question)
            for key in keys:
                asked[key].append(Placed(slug, question))
    return {
        slug: brief.model_copy(
            update={"open_questions": [_for_all(slug, question, repeated) for question in kept[slug]]}
        )
        for slug, brief in briefs.items()
    }


def _is_same(one: OpenQuestion, other: OpenQuestion) -> bool:
    words, others = _words(one.question), _words(other.question)
    same = len(words & others) >= LEAST and overlap(words, others) >= SAME
    return same and _NUMBER.findall(one.question) == _NUMBER.findall(other.question)


def _words(question: str) -> frozenset[str]:
    return frozenset(content_words(with_countries(question))) - frozenset(read_lexicon("questions")["asking"])


def _for_all(slug: str, question: OpenQuestion, repeated: Mapping[str, list[Placed[OpenQuestion]]]) -> OpenQuestion:
    again = repeated.get(f"{slug}/{question.id}", [])
    if not again:
        return question
    evidence = joined_evidence([question, *(one.item for one in again)])
    return question.model_copy(update={"evidence": evidence, "also_in": sorted({one.slug for one in again})})


@cache
def _general() -> frozenset[str]:
    """Return the rules whose questions are about the matter, not about one story's articles."""
    return frozenset(read_lexicon("questions")["of_the_matter"])

"""Questions about words that an article itself calls vague."""

import re
from collections.abc import Iterator
from functools import cache

from generator.lexicon import read_lexicon
from generator.stories.alone import formula_before
from generator.stories.evidence import Place, Told
from generator.stories.questions.asking import (
    Context,
    Question,
    Reason,
    everywhere,
    trimmed,
    weight_of,
    within_sentence,
)
from generator.stories.words import phrases

# So many words of what was said are read at a glance.
MOST_QUOTED = 25


def ask_meanings(context: Context) -> Iterator[Question]:
    """Ask what a speaker means by words that the next sentence calls vague: “This vague phrase is often heard”."""
    for told in context.coverage.undamaged_first():
        called = _called_vague().match(told.text)
        said = formula_before(context.coverage, told) if called else None
        if called is None or said is None or said.speaker is None or len(said.text.split()) > MOST_QUOTED:
            continue
        before = Place(told.place.article, told.place.sentence - 1)
        yield Question(
            f"What does {within_sentence(said.speaker)} mean by “{trimmed(said.text)}”?",
            _reason(told, called["how"]),
            tuple(dict.fromkeys((*everywhere(context, before), *everywhere(context, told.place)))),
            weight_of(context, told.place),
        )


def _reason(told: Told, how: str) -> Reason:
    settled = "A statement of what is meant would settle it."
    because = f"The article itself calls the words {how}: “{told.text}” {settled}"
    return Reason("asked", because, "asked.vague")


@cache
def _called_vague() -> re.Pattern[str]:
    """Return the pattern of “This vague formulation” at the start of a sentence."""
    wordings = phrases(read_lexicon("openers")["wordings"]).pattern
    return re.compile(
        rf"Th(?:is|e|at) (?P<how>{'|'.join(read_lexicon('questions')['vague'])}) (?:[a-z]+ )?{wordings}"
    )

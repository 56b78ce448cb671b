"""A sentence of a later article as an answer: readable beside the question, each change to its words marked."""

import re
from dataclasses import replace
from functools import cache

from generator.lexicon import read_lexicon
from generator.stories.alone import edits_to_stand
from generator.stories.deciding import court_that_found, edits_for_decisions
from generator.stories.evidence import Told
from generator.stories.openings import opening
from generator.stories.questions.asking import Context, Question, Reason
from generator.stories.questions.rulings import named_before
from generator.stories.wording import CUT, Edit, insertion, tell

# Following the ruling, | the mayor was sworn in
_AFTER_WHAT = re.compile(
    r"(?:Following|After|Since|Despite|Before|Under|With|In) (?:the|that|this|these|those) "
    r"(?:[a-z-]+ )?[a-z]+, (?=[A-Z]|the |an? )"
)
# Following the ruling | [of the harbour court], the mayor was sworn in
_AFTER_RULING = re.compile(
    r"(?:Following|After|Since|Despite) (?:the|that|this) "
    rf"(?:{'|'.join(read_lexicon('questions')['findings'])})\b(?=,)"
)
# The court found | The three-judge court found | The judges found; not: The district court
_BARE_COURT = re.compile(r"(?:The|This) (?:same |[a-z]+-judge |[a-z]+-member )?(?P<kind>[a-z]+)\b")


def settled_by(
    context: Context, asked: Question, told: Told, reason: Reason, *, partly: bool = False
) -> Question | None:
    """Return a question with a sentence as its answer; None where the sentence cannot be read as one."""
    answer = answer_of(context, told)
    if answer is None:
        return None
    places = tuple(dict.fromkeys((*asked.places, told.place)))
    return replace(asked, reason=reason, answer=answer, partly=partly, places=places, answered_at=(told.place,))


def answer_of(context: Context, told: Told) -> str | None:
    """Return a sentence as an answer; None where it leans on what only its own article tells."""
    edits: list[Edit] = []
    coverage, start = context.coverage, told.start
    after = _AFTER_WHAT.match(told.text)
    court = _BARE_COURT.match(told.text)
    ruling = _AFTER_RULING.match(told.text)
    by = ruling and court_that_found(coverage, told)
    if ruling and by:
        edits.append(insertion(start + ruling.end(), f"of {by}"))
    elif after:
        edits.append(Edit(start, start + after.end(), f"{CUT} "))
    elif court and court["kind"] in _deciding():
        name = named_before(context, told, court["kind"]) or court_that_found(coverage, told)
        if name is None:
            return None
        edits.append(insertion(start + court.end(), name))
    elif opening(told.text) == "dangling" and told.quotations:
        return None
    elif (stand := edits_to_stand(coverage, told)) is not None:
        edits.extend(stand)
    else:
        return None
    decisions = edits_for_decisions(coverage, told)
    if decisions is None:
        return None
    edits.extend(decisions)
    return tell(coverage, told.place.article, told.start, told.end, edits)


@cache
def _deciding() -> frozenset[str]:
    return frozenset(read_lexicon("questions")["deciders"])

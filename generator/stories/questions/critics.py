"""Questions about what critics and opponents say: are they right, and what has a court found on it since?"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from generator.extract.names.words import COMMON
from generator.lexicon import read_lexicon
from generator.model.findings import Quotation
from generator.stories.evidence import Place, Told
from generator.stories.openings import is_clause
from generator.stories.plans import plan_in
from generator.stories.questions.answers import settled_by
from generator.stories.questions.asking import (
    Context,
    Question,
    Reason,
    ask,
    plainly,
    subject_within,
    trimmed,
    within_sentence,
)
from generator.stories.questions.rulings import finding_about

# A shorter claim is not understood alone.
CLAIM_WORDS = 5
_MARK = re.compile(r"[\"“”]")
# this | is a gift to landlords
_THIS = re.compile(r"(?:this|that|it)\b(?= (?:is|was|would|will|has|had|amounts|means)\b)", re.IGNORECASE)
# the other pronouns, of which it is not known what they stand for
_PRONOUN = re.compile(r"(?:these|those|they|he|she|we|such)\b", re.IGNORECASE)
# the money could be better spent: a wish, which no evidence settles
_WISH = re.compile(r"\b(?:should|ought to|must)\b|\b(?:could|would|might) (?:be )?(?:better|best)\b")
_CRITICISM = Reason(
    "position",
    "The articles report the criticism as a claim. Evidence from somebody who takes no side would settle it.",
    "position.critics",
)
FOUND_SINCE = Reason(
    "position",
    "The articles report the criticism as a claim. The answer is what was found on the matter, as an article "
    "tells it; it may not decide the whole of the claim.",
    "position.critics",
)


def ask_critics(context: Context) -> Iterator[Question]:
    """Ask about the critics once an article, by what says most of what they say."""
    best: dict[int, Question] = {}
    for told in context.coverage.undamaged_first():
        for question in _critics(context, told):
            other = best.get(told.place.article)
            if other is None or len(question.question) > len(other.question):
                best[told.place.article] = question
    yield from best.values()


def _critics(context: Context, told: Told) -> Iterator[Question]:
    """Ask whether critics are right: a reported clause whose speaker is called a critic or an opponent."""
    before = context.coverage.told.get(Place(told.place.article, told.place.sentence - 1))
    for quotation in told.quotations:
        words = (quotation.speaker or "").lower().split()
        if quotation.kind != "indirect" or not _are_opponents(words):
            continue
        claim = _claim(quotation, before)
        if claim is None:
            continue
        speaker = quotation.speaker or ""
        speaker = speaker.lower() if len(words) == 1 else speaker
        common = speaker[1:].islower() and words[0] in COMMON
        speaker = speaker[0].lower() + speaker[1:] if common else subject_within(context, told, speaker)
        asked = ask(context, told, f"Are {speaker} right that {claim}?", _CRITICISM)
        found = finding_about(context, told, [told, *([before] if before else [])])
        if found is None:
            yield asked
        elif answered := settled_by(context, asked, found, FOUND_SINCE, partly=True):
            yield answered


def _claim(quotation: Quotation, before: Told | None) -> str | None:
    """Return what critics say, if it can be read alone; for “this” the plan that the sentence before tells of."""
    claim = plainly(trimmed(quotation.text.removeprefix("that ").split(", ")[0]))
    if _WISH.search(claim):
        return None
    if len(claim.split()) < CLAIM_WORDS or not is_clause(claim) or _MARK.search(claim) or _PRONOUN.match(claim):
        return None
    this = _THIS.match(claim)
    if this is None:
        return within_sentence(claim)
    plan = plan_in(before.text) if before else None
    return f"[{plan}]{claim[this.end() :]}" if plan else None


def _are_opponents(words: Sequence[str]) -> bool:
    """Tell whether a speaker is called an opponent; not by a clause cut wrong: “the plan also faced critics”."""
    at = next((number for number, word in enumerate(words) if word in _opponents()), None)
    return at is not None and not any(word.endswith("ed") or word == "also" for word in words[:at])


@cache
def _opponents() -> frozenset[str]:
    return frozenset(read_lexicon("questions")["opponents"])

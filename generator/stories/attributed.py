"""Who says what a sentence tells, where it is not the outlet itself."""

import re

from generator.lexicon import read_lexicon
from generator.model.findings import Quotation
from generator.stories.evidence import Told
from generator.stories.openings import is_clause

# Part of the sentence that a reported clause must cover to make the whole sentence its speaker's.
MOSTLY_REPORTED = 0.4
# …, according to state media.
_ACCORDING_AT_END = re.compile(r", according to (?P<who>[^,.;:\"“”]{3,60})[.]$")
# has adopted sanctions, and Norland considers that: another clause comes before
_AUXILIARY = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|do|does|did|can|could|may|might|must)\b")


def speaker_of(told: Told) -> str | None:
    """Return who says what most of a sentence reports, where it is not the outlet itself."""
    for quotation in told.quotations:
        reported = min(quotation.end, told.end) - max(quotation.start, told.start)
        clause = quotation.kind == "indirect" and is_clause(quotation.text)
        mostly = reported >= MOSTLY_REPORTED * (told.end - told.start)
        if clause and (mostly or _is_all_said(told, quotation)):
            return _without_data(told, quotation.speaker)
    for quotation in told.quotations:
        if quotation.speaker and (quotation.cue or "").lower().startswith("according to"):
            return _without_data(told, quotation.speaker)
    closing = _ACCORDING_AT_END.search(told.text)
    return closing["who"] if closing else None


def _is_all_said(told: Told, quotation: Quotation) -> bool:
    """Tell whether a sentence is nothing but who says it, and what to its end."""
    before = told.text[: max(0, quotation.start - told.start)]
    to_the_end = quotation.end >= told.end - len(".”")
    return to_the_end and bool(quotation.cue) and not _AUXILIARY.search(before.partition(quotation.cue or "")[0])


def _without_data(told: Told, speaker: str | None) -> str | None:
    """Return who counted: “city auditors” for “city auditors figures”."""
    counting = list(dict.fromkeys(figure.counted_by for figure in told.figures if figure.counted_by))
    if speaker and len(counting) == 1 and speaker.split()[-1] in read_lexicon("amounts")["data"]:
        return counting[0]
    return next((who for who in counting if speaker and speaker.startswith(who)), speaker)

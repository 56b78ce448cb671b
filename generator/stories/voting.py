"""On which day a vote was that a figure counts, where its own sentence gives none."""

import re

from generator.lexicon import read_lexicon
from generator.model.findings import Figure
from generator.stories.days import gives_day, is_day
from generator.stories.evidence import Coverage, Told

_HELD = frozenset(read_lexicon("series")["held"])
# The members voted on Tuesday | the election on Thursday
_VOTED = re.compile(r"\b(?:vot(?:ed|ing)|elect(?:ed|ion|ions)|referendum|went to the polls)\b")
_TURNOUT = re.compile(r"\b[Tt]urnout\b")
# seats held | before | this election; turnout in the | last | one
_EARLIER = re.compile(r"\b(?:before|earlier|last|previous)\b")
# with 410 votes, | out of some | 700 members
_OUT_OF = re.compile(r"\bout of (?:[a-z]+ )?\Z")


def day_of_vote(coverage: Coverage, told: Told, figure: Figure, measure: str) -> str | None:
    """Return the one day of which the article counts seats or votes, else the one of a vote that it tells of.

    None for what was held before, for what is needed, and where the article knows of several days.
    """
    if not _counts_vote(told, figure) or _EARLIER.search(measure):
        return None
    findings = coverage.findings(told.place)
    counted = {one.period for one in findings.figures if one.unit in _HELD and one.period and is_day(one.period)}
    if len(counted) == 1:
        return counted.pop()
    article = [one for place, one in coverage.told.items() if place.article == told.place.article]
    voted = {
        event.edtf
        for one in article
        for event in one.events
        if is_day(event.edtf) and gives_day(one, event)
        if _VOTED.search(one.text, event.start - one.start, event.end - one.start)
    }
    return voted.pop() if len(voted) == 1 and not counted else None


def _counts_vote(told: Told, figure: Figure) -> bool:
    """Tell whether a figure is one of a vote: seats or votes, a turnout, or what the votes are out of."""
    if figure.status != "reported":
        return False
    if figure.unit in _HELD:
        return figure.measure is None
    before = told.text[: figure.start - told.start]
    of_votes = any(one.unit in _HELD and one.start < figure.start for one in told.figures)
    return bool(_TURNOUT.search(figure.measure or "")) or (of_votes and bool(_OUT_OF.search(before)))

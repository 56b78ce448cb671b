"""How a figure's quantity is written: without what bounds it, and without what its measure says."""

import re
from collections.abc import Sequence

from generator.model.findings import Figure
from generator.stories.change import amount_of, is_change
from generator.stories.evidence import Told

# Repairs | cost about | 2 million kroner
_COST = re.compile(r"\b(?:cost|costs|costing) (?:[a-z]+ ){0,2}\Z")
# The | repairs
_ARTICLE = re.compile(r"\b(?:the|an?) \Z", re.IGNORECASE)
COST = "cost of "
# $3 million | a day; not: $3 million a year ago
_RATE = re.compile(r" (?:an?|each|every|per) (?:day|hour|month|week|year)\b(?! (?:ago|before|earlier|later|on)\b)")
# down by 1.5% | of the electorate
_OF_WHOLE = re.compile(r" of the [a-z]+\b")
# stand at 41% | of capacity
_OF_CAPACITY = re.compile(r" (?:of|below) (?:full )?capacity\b")


def as_written(told: Told, figure: Figure, measure: str) -> str:
    """Return a quantity as its sentence has it: “2.4 million” of passengers, “1.5% of the poll”, “$3m a day”."""
    rate = _RATE.match(told.text, figure.end - told.start)
    written = _without_unit(_unbound(figure), figure.unit, measure)
    return written + _of_all(told, figure) + (rate[0] if rate else "")


def cost_of(told: Told, figure: Figure) -> str | None:
    """Return the measure of what something cost, with its article: “cost of the repairs”."""
    measure, before = figure.measure, told.text[: figure.start - told.start]
    if measure is None or not _COST.search(before) or " cost" in f" {measure}".lower():
        return None
    article = _ARTICLE.search(before, 0, max(0, before.find(measure)))
    named = any(told.text[name.start - told.start :].startswith(measure) for name in told.names)
    small = measure if named or measure[:2].isupper() else measure[0].lower() + measure[1:]
    return f"{COST}{article[0].lower() if article else ''}{small}"


def bound_of(figures: Sequence[Figure]) -> str | None:
    """Return the bounding words, save where they stand within the quantity (“$3 billion or more”)."""
    bound = next((figure.bound for figure in figures if figure.bound), None)
    return None if bound and bound.lower() in _unbound(figures[0]).lower() else bound


def _unbound(figure: Figure) -> str:
    """Return the quantity without the words that bound it: $3 billion of “more than $3 billion”."""
    text = amount_of(figure) if is_change(figure) else figure.text
    if figure.bound and text.lower().startswith(figure.bound.lower()):
        return text[len(figure.bound) :].strip() or text
    return text


def _of_all(told: Told, figure: Figure) -> str:
    """Return what a change is a part of: " of the electorate" of “down by 1.5% of the electorate”; or a level."""
    if figure.unit != "%":
        return ""
    of_whole = _OF_WHOLE if is_change(figure) else _OF_CAPACITY
    whole = of_whole.match(told.text, figure.end - told.start)
    return whole[0] if whole else ""


def _without_unit(written: str, unit: str | None, measure: str) -> str:
    """Leave out a unit that the measure begins with: 2.4 million, of “passengers”.

    >>> _without_unit("9 million riders", "riders", "riders"), _without_unit("3 votes", "votes", "turnout")
    ('9 million', '3 votes')
    """
    if unit is None or f" {unit} " not in f" {measure} ":
        return written
    counted = measure[: measure.index(unit)] + unit
    return written.removesuffix(f" {counted}").removesuffix(f" {unit}")

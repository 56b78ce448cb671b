"""Figures: each quantity once, with what it measures, when, and who counted it."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from generator.lexicon import word_set
from generator.model.brief import FigureItem
from generator.model.edtf import is_uncertain
from generator.model.findings import Figure
from generator.stories.amounts import as_written, bound_of, cost_of
from generator.stories.ballots import ballot_of, is_ballot
from generator.stories.change import change_in, is_change
from generator.stories.days import is_day
from generator.stories.deeds import day_of_deed, deed_measure, deed_of, sole_of, thing_of
from generator.stories.evidence import Coverage, Told
from generator.stories.figurative import leaves_open
from generator.stories.holders import between, measure_held, share_of_vote, size_of, with_clause
from generator.stories.results import with_results
from generator.stories.tolls import day_of_toll, fate_of, toll_measure
from generator.stories.voting import day_of_vote
from generator.stories.wording import horizons
from generator.stories.words import content_words, overlap

MOST = 12
# Part of the shorter measure’s words that makes two measures one: not “wool exports” and “timber exports”.
SAME_MEASURE = 0.6
# A count below this of no unit of measure ("two leaders") is grammar, not a figure.
LEAST_COUNT = 10
# How the rules begin that count things.
COUNT = "count."

# 60 of its seats, 12 more of those ships: whose, only the sentence tells
_LEANS = re.compile(r"\b(?:its|their|his|her|our|my|your|these|those|them|others?|more|such)\b", re.IGNORECASE)
# the | 737 planes; eight | 777 jets; a Norland | 500 car: a number that names a type
_NAMED_BY_NUMBER = re.compile(
    r"(?:\b(?:the|an?|this|its|their|his|her|each|every|one|two|three|four|five|six|seven|eight|nine|ten|new)"
    r"|\d|(?<=[\w,] )[A-Z][\w.-]{0,40}) \Z",
)
# 12 | new | jets
_ADDED = re.compile(r" (?:new|additional|extra|further|other) \Z")
# 17-foot
_DESCRIBES = re.compile(r"\d-[a-z]")
# 2022
_YEAR = re.compile(r"\d{4}")
# last | year
_LONG_TIME = re.compile(r"\b(?:month|quarter|season|year)\b")
# trade between the two countries
_TWO_SIDES = re.compile(r"\b(?:between )?(?:the two|both) (?:countries|sides|nations|states|neighbou?rs|parties)\b")


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure in the sentence that gives it."""

    figure: Figure
    told: Told


def find_figures_of(coverage: Coverage, weights: Sequence[float]) -> list[FigureItem]:
    """Return the figures without ids, by measure in order of weight, each measure's by period."""
    groups = _told_apart(coverage, [group for group in merge_figures(coverage) if _is_clear(coverage, group)])
    groups.sort(
        key=lambda group: (
            not _is_measured(coverage, group),
            -_weight(coverage, weights, group),
            group[0].told.place,
            group[0].figure.start,
        )
    )
    items = with_results(coverage, [_item(coverage, group) for group in groups], MOST)
    measures = list(dict.fromkeys(item.measure for item in items))
    return sorted(items, key=lambda item: (measures.index(item.measure), item.period or "", item.value))


def _is_clear(coverage: Coverage, group: Sequence[Counted]) -> bool:
    """Tell whether a group is a figure of which it is known what it measures."""
    measure = _measure(coverage, group)
    if measure is None:
        return False
    told, figure = group[0].told, group[0].figure
    title = content_words(coverage.findings(told.place).article.title or "")
    known = _when(coverage, group, measure) or set(title) & set(content_words(measure))
    told_of = deed_of(told, figure) or sole_of(figure)
    return not leaves_open(told, figure, measure, known=bool(known or told_of))


def _told_apart(coverage: Coverage, groups: Sequence[list[Counted]]) -> list[list[Counted]]:
    """Leave out figures of one thing that differ while nothing tells them apart: “sales” of several firms.

    Where each outlet gives one number, they contradict each other, which the reader is to see. Of bare counts
    years or days do only where one counter is known to have counted: the people killed on one day and those
    arrested on the next are no series.
    """
    alike: dict[tuple[str | None, ...], dict[int, set[float]]] = defaultdict(lambda: defaultdict(set))
    for group in groups:
        for one in group:
            alike[_key(coverage, group)][coverage.origins[one.told.place.article]].add(one.figure.value)
    return [group for group in groups if all(len(given) == 1 for given in alike[_key(coverage, group)].values())]


def _key(coverage: Coverage, group: Sequence[Counted]) -> tuple[str | None, ...]:
    figure, told = group[0].figure, group[0].told
    if not _is_measured(coverage, group):
        period = figure.period if figure.counted_by else str(len(figure.period or ""))
        return figure.unit, period, figure.counted_by, figure.status
    measure = (_measure(coverage, group) or "").lower()
    told_of = change_in(told, figure, measure) if is_change(figure) else measure
    period = _when(coverage, group, measure)
    # Of one period two numbers are a contradiction, which the reader is to see.
    return told_of, figure.unit, str(figure.value) if period else None, figure.counted_by, figure.status


def _is_measured(coverage: Coverage, group: Sequence[Counted]) -> bool:
    return any(own_measure(coverage, counted) for counted in group)


def own_measure(coverage: Coverage, counted: Counted) -> str | None:
    """Return what the article says that a figure measures, whole; of votes and seats, whose they are."""
    figure, told = counted.figure, counted.told
    if not figure.rule.startswith(COUNT):
        given = cost_of(told, figure) or figure.measure
        held = share_of_vote(coverage, told, figure) or deed_measure(told, figure)
        return between(coverage, told, given) if given else held
    if figure.measure:
        return deed_measure(told, figure) or with_clause(told, figure)
    if ballot := ballot_of(told, figure):
        return ballot.measure
    size = size_of(told, figure)
    return measure_held(coverage, told, figure) or toll_measure(told, figure) or deed_measure(told, figure) or size


def merge_figures(coverage: Coverage) -> list[list[Counted]]:
    """Put together the figures that are one: the same value, unit and status, nothing else contradicting."""
    groups: list[list[Counted]] = []
    by_value: dict[tuple[float, tuple[str, ...] | str | None, str], list[int]] = defaultdict(list)
    for told in coverage.told.values():
        for figure in told.figures:
            if _is_grammar(told, figure):
                continue
            one = Counted(figure, told)
            key = figure.value, thing_of(told, figure) or figure.unit, figure.status
            same = next((number for number in by_value[key] if _same(coverage, groups[number], one)), None)
            if same is None:
                same = len(groups)
                by_value[key].append(same)
                groups.append([])
            groups[same].append(one)
    return groups


def _is_grammar(told: Told, figure: Figure) -> bool:
    """Tell what is no figure: “two leaders”, a “17-foot boat”, which only describes one thing; not two who died."""
    if figure.rule == "measure.unit" and _DESCRIBES.search(figure.text):
        return True
    small = figure.value < LEAST_COUNT and not any(letter.isdigit() for letter in figure.text)
    return small and fate_of(told, figure) != "killed" and "toll" not in (figure.measure or "").lower().split()


def _same(coverage: Coverage, group: Sequence[Counted], one: Counted) -> bool:
    if any(coverage.statement_of[c.told.place] == coverage.statement_of[one.told.place] for c in group):
        return True
    thing = thing_of(one.told, one.figure)
    alike = any(
        same_measure(c.figure, one.figure) or (thing and thing_of(c.told, c.figure) == thing) for c in group
    )
    return (
        alike
        and _agree([c.figure.period for c in group], one.figure.period)
        and _agree([c.figure.counted_by for c in group], one.figure.counted_by)
    )


def same_measure(one: Figure, other: Figure) -> bool:
    """Tell whether two figures measure one thing, as far as their words tell."""
    return overlap(_measure_words(one), _measure_words(other)) >= SAME_MEASURE


def _measure_words(figure: Figure) -> frozenset[str]:
    """Return the words of a measure without those that stand for names (“the two countries”)."""
    return frozenset(content_words(without_two_sides(measured(figure) or "")))


def without_two_sides(measure: str) -> str:
    """Return a measure without the words that stand for names.

    >>> without_two_sides("trade between the two countries")
    'trade '
    """
    return _TWO_SIDES.sub("", measure)


def open_year(told: Told, figure: Figure) -> str | None:
    """Return the words that leave the year of a forecast open (“soon”); None where there are none."""
    found = horizons().search(told.text) if figure.status == "forecast" else None
    return found[0].lower() if found else None


def _agree(some: Sequence[str | None], other: str | None) -> bool:
    """Tell whether no known value is another than `other`; what is not known agrees."""
    return other is None or all(value is None or value == other for value in some)


def measured(figure: Figure, told: Told | None = None) -> str | None:
    """Return what a figure measures; of a bare count that is what is counted, where it can be read alone.

    The sentence tells a count from a number that is a name ("the 737 planes"). What is to come, is few, or of no
    known time ("78 petitioners", "all 11 judges") is not shown without a measure; nor what nobody is known to have
    counted, what is of a day only ("5,300 employees" of "fired 5,300 employees last week"), and what somebody says
    in passing.
    """
    if figure.measure is not None or figure.unit is None or not figure.rule.startswith(COUNT):
        return figure.measure
    if figure.status == "forecast" or figure.value < LEAST_COUNT or is_ballot(figure) or _LEANS.search(figure.text):
        return None
    deeds = figure.unit.rsplit(maxsplit=1)[-1] in word_set("series", "deeds")
    timed = _is_long(figure.period) or (told is not None and _has_open_time(told))
    counted = told is None or (figure.counted_by is not None and (deeds or timed))
    if not counted or (told is not None and told.is_quoted(figure.start)):
        return None
    named = told is not None and _NAMED_BY_NUMBER.search(told.text, 0, figure.start - told.start)
    return None if named or "'s" in figure.unit.replace("’", "'") else f"{_added(figure)}{figure.unit}"


def _is_long(period: str | None) -> bool:
    """Tell whether a period is a year, a quarter or a month, and so one that things are counted over."""
    return period is not None and not is_day(period) and not is_uncertain(period)


def _has_open_time(told: Told) -> bool:
    """Tell whether a sentence gives a time that nobody can date, as “last year” of an article without a date."""
    return any(mention.edtf is None and _LONG_TIME.search(mention.text) for mention in told.dates)


def _added(figure: Figure) -> str:
    """Return the word between a number and what is counted: "new " of “12 new jets”."""
    added = _ADDED.search(figure.text.removesuffix(f"{figure.unit}"))
    return added[0].lstrip() if added else ""


def _measure(coverage: Coverage, group: Sequence[Counted]) -> str | None:
    """Return what a group measures: the measure that an article gives, else what is counted."""
    given = next((what for c in group if (what := own_measure(coverage, c))), None)
    bare = [c for c in group if not c.figure.measure]
    return given or next((what for c in bare if (what := measured(c.figure, c.told))), None)


def _weight(coverage: Coverage, weights: Sequence[float], group: Sequence[Counted]) -> float:
    return max(weights[coverage.statement_of[c.told.place]] for c in group)


def _item(coverage: Coverage, group: Sequence[Counted]) -> FigureItem:
    first = group[0].figure
    measure = _measure(coverage, group) or ""
    return FigureItem(
        measure=change_in(group[0].told, first, measure) if is_change(first) else measure,
        value=first.value,
        as_written=as_written(group[0].told, first, measure),
        unit=first.unit,
        bound=bound_of([c.figure for c in group]),
        period=_when(coverage, group, measure),
        base=next((c.figure.base for c in group if c.figure.base), None),
        counted_by=next((c.figure.counted_by for c in group if c.figure.counted_by), None),
        status=first.status,
        evidence=coverage.evidence(c.told.place for c in group),
        rule=first.rule,
    )


def _when(coverage: Coverage, group: Sequence[Counted], measure: str) -> str | None:
    """Return the period that an article gives, else the day of the vote or of the event that is counted."""
    told, figure = group[0].told, group[0].figure
    published = coverage.findings(told.place).article.published
    day = day_of_vote(coverage, told, figure, measure) or day_of_toll(told, figure)
    return _period(group) or day or day_of_deed(told, figure, published)


def _period(group: Sequence[Counted]) -> str | None:
    """Return the period that an article gives, with a mark where the words of its sentence leave the year open."""
    dated = next((c for c in group if c.figure.period), None)
    if dated is None or dated.figure.period is None:
        return None
    period = dated.figure.period
    return f"{period}?" if _YEAR.fullmatch(period) and open_year(dated.told, dated.figure) else period

"""Figures by what they measure, and the bars of those that may be compared."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from generator.model.brief import FigureItem
from generator.model.edtf import bounds, is_uncertain, sort_key
from generator.pages.figure_views import is_change, quantity
from generator.pages.published import Placed
from generator.pages.slugs import unique_slugs
from generator.pages.wording import date, is_year, listed, short_quantity

# A bar's greatest width in percent leaves room for its label on a phone (320 px, a label of twelve signs).
WIDEST = 70
ROW = 58
# Parts of a year stand apart from years.
APART = 16
Kind = Literal["whole", "forecast", "part"]
_NOTES: Mapping[Kind, str] = {"whole": "", "forecast": "forecast", "part": "part of the year"}
# What the bars mean that are not drawn as a count of a whole is.
_STROKES: Mapping[Kind, str] = {"forecast": "Dashed: a forecast.", "part": "Grey: a part of the year."}


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of the chart: heights in pixels, the width in percent, so that text keeps its size on a phone.

    `kind` is whole, forecast or part (of a year, among years).
    """

    kind: Kind
    label: str
    note: str
    value: str
    width: str
    label_y: int
    bar_y: int
    value_y: int


@dataclass(frozen=True, slots=True)
class ChartRow:
    """The same figure as the table beside the chart shows it; `anchor` is its place on the page of all figures."""

    period: str
    quantity: str
    counted_by: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Values of one measure and unit for periods of one length; forecasts and parts of years are told apart.

    `left_out` names the figures of the measure that are not drawn, and why.
    """

    key: str
    title: str
    subtitle: str
    strokes: str
    description: str
    height: int
    bars: tuple[Bar, ...]
    rows: tuple[ChartRow, ...]
    left_out: str = ""


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """All figures of one measure, or of a series that several words measure (`mixed`), by period.

    What tells only how much something rose or fell stands together: apart, the groups would all be titled alike.
    """

    anchor: str
    measure: str
    mixed: bool
    figures: tuple[Placed[FigureItem], ...]
    chart: Chart | None


def group_figures(figures: Iterable[Placed[FigureItem]]) -> tuple[FigureGroup, ...]:
    """Group figures by measure, those that make a chart first, then by name, and last what rose or fell."""
    ordered = sorted(figures, key=lambda placed: (_measure(placed), _period_key(placed.item), placed.spanning))
    groups = [tuple(group) for _, group in groupby(ordered, key=_measure)]
    drawn = [group for group in groups if not is_change(group[0].item) or _chart("", group)]
    changes = [placed for group in groups if group not in drawn for placed in group]
    named = [(_name(group[0].item), group) for group in drawn]
    if changes:
        changes.sort(key=lambda placed: _period_key(placed.item))
        named.append((_rises_and_falls(changes), tuple(changes)))
    anchors = unique_slugs([name.casefold() for name, _ in named], reserved=())
    made = (
        FigureGroup(
            anchor,
            name,
            len({placed.item.measure.casefold() for placed in group}) > 1,
            group,
            _chart(anchor, group) if group in drawn else None,
        )
        for anchor, (name, group) in zip(anchors, named, strict=True)
    )
    return tuple(sorted(made, key=lambda group: group.chart is None))


def _rises_and_falls(changes: Iterable[Placed[FigureItem]]) -> str:
    """Name what only rose or only fell; a “change” may be either."""
    ways = {placed.item.measure.split()[0].casefold() for placed in changes}
    return {"rise": "Rises", "fall": "Falls"}.get(min(ways), "Changes") if len(ways) == 1 else "Rises and falls"


def _measure(placed: Placed[FigureItem]) -> str:
    return _name(placed.item).casefold()


def _name(figure: FigureItem) -> str:
    """Return what a figure is listed under: the series that was found for it, else its own words."""
    return figure.series or figure.measure


def _period_key(figure: FigureItem) -> tuple[str, str]:
    """Order by the first and last day; figures without a period last."""
    if not figure.period:
        return "9999-12-32", ""
    first, last = sort_key(figure.period)
    return first.isoformat(), last.isoformat()


def _chart(key: str, group: Sequence[Placed[FigureItem]]) -> Chart | None:
    """Chart the most figures that may be compared; None where there are not two periods to compare.

    To years that were counted, forecasts of years and counts of their parts are added, told apart.
    """
    figures = [placed.item for placed in group]
    alike: dict[tuple[str | None, int], list[FigureItem]] = {}
    for figure in figures:
        if figure.value > 0 and _is_whole(figure):
            alike.setdefault((figure.unit, len(figure.period or "")), []).append(figure)
    best = max(alike.values(), key=_counted, default=[])
    periods = {(figure.status, figure.period) for figure in best}
    if _counted(best) == 0 or len(periods) < 2:
        return None
    parts = [f for f in figures if f.unit == best[0].unit and f.value > 0 and _is_part(f, best[0].period or "")]
    ordered = [
        *sorted(best, key=lambda f: (_period_key(f), f.status != "forecast")),
        *sorted(parts, key=_period_key),
    ]
    drawn = {(f.status, f.period, f.value, f.counted_by): f for f in ordered}
    anchors = {id(placed.item): placed.spanning for placed in group}
    left_out = _left_out([f for f in figures if (f.status, f.period, f.value, f.counted_by) not in drawn], best[0])
    return replace(_drawn(key, tuple(drawn.values()), [anchors[id(f)] for f in drawn.values()]), left_out=left_out)


def _left_out(figures: Iterable[FigureItem], like: FigureItem) -> str:
    """Say which figures of the measure are told but not drawn beside one like this, and why."""
    told = dict.fromkeys(f"{quantity(figure)} ({_why_not(figure, like)})" for figure in figures)
    return f"Not drawn: {listed([*told])}." if told else ""


def _why_not(figure: FigureItem, like: FigureItem) -> str:
    if figure.unit != like.unit:
        return "another unit"
    if not figure.period:
        return "its period is not given"
    if is_uncertain(figure.period):
        return f"its {'year' if is_year(figure.period.rstrip('?~%')) else 'period'} is not sure"
    return "a period of another length"


def _counted(figures: Sequence[FigureItem]) -> int:
    return len({figure.period for figure in figures if figure.status == "reported"})


def _is_whole(figure: FigureItem) -> bool:
    """Tell a year, a month or a day from a span of them."""
    return figure.period is not None and date(figure.period).machine is not None


def _is_part(figure: FigureItem, whole: str) -> bool:
    """Tell what was counted of a part of a year, where others count years."""
    if not figure.period or is_uncertain(figure.period) or figure.status != "reported" or len(whole) != len("2022"):
        return False
    first, last = bounds(figure.period)
    return first is not None and last is not None and first.year == last.year and not figure.period.isdecimal()


def _drawn(key: str, figures: tuple[FigureItem, ...], anchors: Sequence[str]) -> Chart:
    whole = len(
        next(figure.period or "" for figure in figures if _is_whole(figure) and figure.status == "reported")
    )
    kinds = [_kind(figure, whole) for figure in figures]
    counters = tuple(
        dict.fromkeys(
            f.counted_by for f, kind in zip(figures, kinds, strict=True) if f.counted_by and kind == "whole"
        )
    )
    others = "; forecasts and parts of a year say whose they are" if counters and {*kinds} != {"whole"} else ""
    foreseen = {figure.period for figure in figures if figure.status == "forecast"}
    tops = _tops(kinds)
    greatest = max(figure.value for figure in figures)
    rows = tuple(map(_row, figures, kinds, anchors))
    bars = (
        Bar(
            kind=kind,
            label=row.period,
            note=_note(figure, kind, named=len(counters) > 1, foreseen=figure.period in foreseen),
            value=short_quantity(figure.value, figure.unit),
            width=f"{WIDEST * figure.value / greatest:.1f}%",
            label_y=top + 14,
            bar_y=top + 22,
            value_y=top + 37,
        )
        for top, figure, row, kind in zip(tops, figures, rows, kinds, strict=True)
    )
    return Chart(
        key=key,
        title=figures[0].series or figures[0].measure,
        subtitle=(f"According to {listed(counters)}" if counters else "Who counted is not said") + others,
        strokes=" ".join(words for kind, words in _STROKES.items() if kind in kinds),
        description="; ".join(
            f"{row.period}: {row.quantity}{f' ({_NOTES[kind]})' if _NOTES[kind] else ''}"
            for row, kind in zip(rows, kinds, strict=True)
        ),
        height=tops[-1] + ROW - 10,
        bars=tuple(bars),
        rows=rows,
    )


def _kind(figure: FigureItem, whole: int) -> Kind:
    if figure.status == "forecast":
        return "forecast"
    return "whole" if _is_whole(figure) and len(figure.period or "") == whole else "part"


def _row(figure: FigureItem, kind: Kind, anchor: str) -> ChartRow:
    who = figure.counted_by or "Not said"
    counted_by = f"Forecast: {who}" if kind == "forecast" else who
    return ChartRow(date(figure.period or "").words, quantity(figure), counted_by, anchor)


def _tops(kinds: Sequence[Kind]) -> list[int]:
    """Return where each bar's row begins: parts of a year, which come last, below a gap."""
    first = kinds.index("part") if "part" in kinds else len(kinds)
    return [ROW * place + (APART if place >= first else 0) for place in range(len(kinds))]


def _note(figure: FigureItem, kind: Kind, *, named: bool, foreseen: bool) -> str:
    """Say at a bar what it is, and who counted or foresaw it where that is not one for all.

    Where the same period was foreseen, that it was counted is said too.
    """
    who = figure.counted_by if named or kind != "whole" else None
    return ", ".join(filter(None, ["counted" if kind == "whole" and foreseen else _NOTES[kind], who]))

"""Figures by what they measure, and the bars of those that may be compared."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.model.brief import FigureItem
from generator.model.edtf import sort_key
from generator.pages.items import quantity
from generator.pages.published import Placed
from generator.pages.slugs import unique_slugs
from generator.pages.wording import date, listed, short_quantity

# A bar's greatest width in percent leaves room for its label on a phone (320 px, a label of twelve signs).
WIDEST = 70
ROW = 58


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of the chart: heights in pixels, the width in percent, so that text keeps its size on a phone."""

    label: str
    note: str
    value: str
    width: str
    label_y: int
    bar_y: int
    value_y: int


@dataclass(frozen=True, slots=True)
class ChartRow:
    """The same figure as the table beside the chart shows it."""

    period: str
    quantity: str
    counted_by: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Values that may be compared: one measure, one unit, periods of one length, none of them a forecast."""

    key: str
    title: str
    subtitle: str
    description: str
    height: int
    bars: tuple[Bar, ...]
    rows: tuple[ChartRow, ...]


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """All figures of one measure, by period."""

    anchor: str
    measure: str
    figures: tuple[Placed[FigureItem], ...]
    chart: Chart | None


def group_figures(figures: Iterable[Placed[FigureItem]]) -> tuple[FigureGroup, ...]:
    """Group figures by measure, those that make a chart first, then by name."""
    ordered = sorted(figures, key=lambda placed: (_measure(placed), _period_key(placed.item), placed.spanning))
    groups = [tuple(group) for _, group in groupby(ordered, key=_measure)]
    anchors = unique_slugs([_measure(group[0]) for group in groups], reserved=())
    made = (
        FigureGroup(anchor, _name(group[0].item), group, _chart(anchor, [placed.item for placed in group]))
        for anchor, group in zip(anchors, groups, strict=True)
    )
    return tuple(sorted(made, key=lambda group: group.chart is None))


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


def _chart(key: str, figures: Sequence[FigureItem]) -> Chart | None:
    """Chart the most figures that may be compared; None where there are not two periods of one length."""
    alike: dict[tuple[str | None, int], dict[tuple[str, float], FigureItem]] = {}
    for figure in figures:
        if figure.status == "reported" and figure.value > 0 and figure.period and date(figure.period).machine:
            series = alike.setdefault((figure.unit, len(figure.period)), {})
            series.setdefault((figure.period, figure.value), figure)
    best = max(alike.values(), key=lambda series: len({period for period, _ in series}), default={})
    if len({period for period, _ in best}) < 2:
        return None
    return _drawn(key, tuple(best.values()))


def _drawn(key: str, figures: tuple[FigureItem, ...]) -> Chart:
    counters = tuple(dict.fromkeys(figure.counted_by for figure in figures if figure.counted_by))
    greatest = max(figure.value for figure in figures)
    rows = tuple(
        ChartRow(date(figure.period or "").words, quantity(figure), figure.counted_by or "Not said")
        for figure in figures
    )
    bars = (
        Bar(
            label=row.period,
            note=row.counted_by if len(counters) > 1 else "",
            value=short_quantity(figure.value, figure.unit),
            width=f"{WIDEST * figure.value / greatest:.1f}%",
            label_y=ROW * place + 14,
            bar_y=ROW * place + 22,
            value_y=ROW * place + 37,
        )
        for place, (figure, row) in enumerate(zip(figures, rows, strict=True))
    )
    return Chart(
        key=key,
        title=_name(figures[0]),
        subtitle=f"Counted by {listed(counters)}" if counters else "Who counted is not said",
        description="; ".join(f"{row.period}: {row.quantity}" for row in rows),
        height=ROW * len(figures) - 10,
        bars=tuple(bars),
        rows=rows,
    )

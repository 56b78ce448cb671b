"""What a template is given of a figure: the quantity, what it measures, who counted it, what came of a forecast."""

import re
from dataclasses import dataclass

from generator.model.brief import FigureItem
from generator.model.edtf import is_uncertain
from generator.pages.items import ItemView, Place
from generator.pages.passages import Link
from generator.pages.published import Placed, href
from generator.pages.voices import according_to
from generator.pages.wording import capitalised, date

# rise in turnout
_CHANGE = re.compile(r"(?:rise|fall|change) in ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FigureView(ItemView):
    """A figure; of one that tells a change, `change` is what changed and when, said before the quantity.

    `came` leads to what came of a forecast; `meant` is the period of which alone that is so, where it is not sure.
    """

    change: str | None
    quantity: str
    measure: str
    period: str | None
    counted_by: str
    forecast: bool
    asked: tuple[Link, ...]
    came: Link | None
    meant: str | None


def figure_view(placed: Placed[FigureItem], place: Place) -> FigureView:
    item = placed.item
    period = date(item.period).words if item.period else None
    return FigureView(
        *place.shared(placed),
        change=capitalised(", ".join(filter(None, [item.measure, period])))
        if item.base or is_change(item)
        else None,
        quantity=f"{quantity(item)}, compared with {date(item.base).words}"
        if item.base
        else capitalised(quantity(item)),
        measure=item.measure,
        period=period,
        counted_by=_counted_by(item),
        forecast=item.status == "forecast",
        asked=place.asked(placed),
        came=_what_came(item, place),
        meant=period.removeprefix("probably ") if period and is_uncertain(item.period or "") else None,
    )


def _counted_by(figure: FigureItem) -> str:
    """Say who counted it; after the word that calls it a forecast, as that goes on."""
    if not figure.counted_by:
        return "Who counted is not said"
    told = according_to(figure.counted_by)
    return f"{told[:1].lower()}{told[1:]}" if figure.status == "forecast" else told


def is_change(figure: FigureItem) -> bool:
    """Tell how much something changed from how much there is."""
    return _CHANGE.match(figure.measure) is not None


def _what_came(forecast: FigureItem, place: Place) -> Link | None:
    """Lead from a forecast to the figure that came, and say who counted it."""
    figures = (figure for part in place.site.everything() for figure in part.figures)
    found = next((figure for figure in figures if figure.reference == forecast.settled_by), None)
    if found is None:
        return None
    counted_by = f", according to {found.item.counted_by}" if found.item.counted_by else ""
    when = f" in {date(found.item.period).words}" if found.item.period else ""
    return Link(f"{quantity(found.item)}{when}{counted_by}", href(place.here, found.page, found.anchor))


def quantity(figure: FigureItem) -> str:
    """Return the quantity as written, with the word that makes it inexact."""
    if not figure.bound or figure.as_written.casefold().startswith(figure.bound.casefold()):
        return figure.as_written
    return f"{figure.bound} {figure.as_written}"

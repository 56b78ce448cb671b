"""Every fact and quotation on one page, to be filtered by kind, speaker, outlet and month."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model.brief import Item, KeyFact, Quote
from generator.model.edtf import MONTHS, bounds
from generator.pages.items import NOT_NAMED, speaker_name
from generator.pages.passages import Link
from generator.pages.published import Placed, Published, href
from generator.pages.teasers import NO_OUTLET, PageInfo
from generator.pages.wording import capitalised, counted, date, listed

LINES = "lines"
FACT, BACKGROUND = "Fact", "Background"
_KINDS = {"direct": "Direct quotation", "partial": "Partial quotation", "indirect": "Reported speech"}
_NO_MONTH = "Date not given"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a list to choose from; lines name it by its number."""

    number: int
    words: str


@dataclass(frozen=True, slots=True)
class Chooser:
    name: str
    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A fact or a quotation; `chosen` gives for each chooser the numbers that it goes by."""

    text: Link
    by: str
    chosen: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class LinesView:
    page: PageInfo
    choosers: tuple[Chooser, ...]
    lines: tuple[Line, ...]
    count: str


@dataclass(frozen=True, slots=True)
class _Told:
    """What a line is filtered by."""

    placed: Placed[Item]
    kind: str
    who: str
    outlets: tuple[str, ...]
    month: str


def lines_view(site: Published) -> LinesView:
    """List facts and quotations, those of the newest stories first."""
    told = [_told(placed, site) for part in site.everything() for placed in (*part.facts, *part.quotes)]
    choosers = (
        _chooser("kind", "Kind", [FACT, BACKGROUND, *_KINDS.values()], {line.kind for line in told}),
        _chooser("who", "Who says so", sorted({line.who for line in told}, key=str.casefold)),
        _chooser("outlet", "Outlet", sorted({name for line in told for name in line.outlets}, key=str.casefold)),
        _chooser("month", "Month", _in_order({line.month for line in told})),
    )
    numbers = {(chooser.name, one.words): str(one.number) for chooser in choosers for one in chooser.choices}
    return LinesView(
        page=PageInfo(
            LINES, "All lines", "Every fact and quotation, by kind, speaker, outlet and month.", in_nav=True
        ),
        choosers=choosers,
        lines=tuple(_line(one, numbers) for one in told),
        count=capitalised(counted(len(told), "line")),
    )


def _told(placed: Placed[Item], site: Published) -> _Told:
    item = placed.item
    articles = [site.articles[key].entry for key in item.evidence]
    if isinstance(item, Quote):
        kind, who, when = _KINDS[item.kind], speaker_name(item, site) or NOT_NAMED, item.said
    else:
        fact = item if isinstance(item, KeyFact) else None
        kind = BACKGROUND if fact and fact.part == "background" else FACT
        who = (fact and fact.according_to) or "The outlets themselves"
        when = placed.story.brief.date if placed.story else None
    outlets = dict.fromkeys(entry.outlet or NO_OUTLET for entry in articles)
    return _Told(placed, kind, capitalised(who.removeprefix("the ")), tuple(outlets), _month(when))


def _month(edtf: str | None) -> str:
    """Return the month that a date lies in, where it lies in one: June 2022."""
    first, last = bounds(edtf) if edtf else (None, None)
    if not first or not last or (first.year, first.month) != (last.year, last.month):
        return _NO_MONTH if not edtf else date(edtf).words
    return f"{MONTHS[first.month - 1]} {first.year}"


def _in_order(months: Iterable[str]) -> list[str]:
    """Sort months by time; spans that are none stand last."""
    named = {name: number for number, name in enumerate(MONTHS, 1)}

    def key(month: str) -> tuple[str, str]:
        name, _, year = month.partition(" ")
        return (f"{year}-{named[name]:02}", "") if name in named and year.isdigit() else ("9999", month)

    return sorted(months, key=key)


def _chooser(name: str, label: str, words: Sequence[str], used: Iterable[str] | None = None) -> Chooser:
    shown = [word for word in words if used is None or word in used]
    return Chooser(name, label, tuple(Choice(number, word) for number, word in enumerate(shown, 1)))


def _line(told: _Told, numbers: dict[tuple[str, str], str]) -> Line:
    item = told.placed.item
    chosen = {
        "kind": numbers["kind", told.kind],
        "who": numbers["who", told.who],
        "outlet": " ".join(numbers["outlet", outlet] for outlet in told.outlets),
        "month": numbers["month", told.month],
    }
    by = f"{told.kind} · {told.who} · {listed(told.outlets)} · {told.month}"
    text = (
        f"“{item.text}”" if isinstance(item, Quote) and item.kind != "indirect" else str(getattr(item, "text", ""))
    )
    return Line(Link(text, href(LINES, told.placed.page, told.placed.anchor)), by, tuple(chosen.items()))

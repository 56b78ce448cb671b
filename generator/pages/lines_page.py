"""Every fact and quotation on one page, to be filtered by kind, speaker, outlet and month."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model.brief import Item, KeyFact, Quote
from generator.model.edtf import MONTHS, bounds
from generator.pages.items import NOT_NAMED, QUOTE_KINDS, speaker_name
from generator.pages.passages import Link
from generator.pages.published import Placed, Published, href
from generator.pages.teasers import NO_OUTLET, PageInfo, story_date
from generator.pages.told import in_words
from generator.pages.wording import capitalised, counted, date, listed

LINES = "lines"
FACT, BACKGROUND, OWN_ACCOUNT = "Fact", "Background", "The outlets themselves"
_NO_MONTH, _UNSURE, _NO_DATE = ", month not certain", "Date not certain", "Date not given"


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
    when: str


def lines_view(site: Published) -> LinesView:
    """List facts and quotations, those of the newest stories first."""
    told = [_told(placed, site) for part in site.everything() for placed in (*part.facts, *part.quotes)]
    choosers = (
        _chooser("kind", "Kind", [FACT, BACKGROUND, *QUOTE_KINDS.values()], {line.kind for line in told}),
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
        kind, who, when = QUOTE_KINDS[item.kind], speaker_name(item, site) or NOT_NAMED, item.said
        said = date(when, how_dated=item.how_dated) if when else None
    else:
        fact = item if isinstance(item, KeyFact) else None
        kind = BACKGROUND if fact and fact.part == "background" else FACT
        who = (fact and fact.according_to) or OWN_ACCOUNT
        when = placed.story.brief.date if placed.story else None
        said = story_date(site, placed.story) if placed.story else None
    outlets = dict.fromkeys(entry.outlet or NO_OUTLET for entry in articles)
    month = _month(when)
    told = said.words if said and month.endswith((_NO_MONTH, _UNSURE)) else month
    if said and not isinstance(item, Quote):
        told = f"story of {told}"
    return _Told(placed, kind, capitalised(who.removeprefix("the ")), tuple(outlets), month, told)


def _month(edtf: str | None) -> str:
    """Return the month that a date lies in, else its year, so that the list to choose from stays short."""
    first, last = bounds(edtf) if edtf else (None, None)
    if not first or not last or first.year != last.year:
        return _UNSURE if edtf else _NO_DATE
    return f"{MONTHS[first.month - 1]} {first.year}" if first.month == last.month else f"{first.year}{_NO_MONTH}"


def _in_order(months: Iterable[str]) -> list[str]:
    """Sort months by time, a year without a month after its months; what is not dated stands last."""
    named = {name: number for number, name in enumerate(MONTHS, 1)}

    def key(month: str) -> tuple[str, str]:
        name, _, year = month.partition(" ")
        if name in named:
            return year, f"{named[name]:02}"
        return (month.removesuffix(_NO_MONTH), "13") if month.endswith(_NO_MONTH) else ("9999", month)

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
    by = f"{told.kind} · {told.who} · {listed(told.outlets)} · {told.when}"
    text = in_words(item) if isinstance(item, Quote) else str(getattr(item, "text", ""))
    return Line(Link(text, href(LINES, told.placed.page, told.placed.anchor)), by, tuple(chosen.items()))

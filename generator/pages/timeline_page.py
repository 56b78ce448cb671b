"""The timeline of all stories: by year, and to be filtered by story and by who is named."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.model.brief import TimelineEntry
from generator.pages.endnotes import Note, endnotes
from generator.pages.items import EventView, Place, event_view
from generator.pages.legend import Legend, Mark, explained, legend_of
from generator.pages.lines_page import Choice, Chooser
from generator.pages.order import Stretch, in_order, stretches
from generator.pages.people import Bearer
from generator.pages.published import TIMELINE, Placed, Published
from generator.pages.teasers import PageInfo
from generator.pages.wording import capitalised, counted, year_of

# What the words of each badge mean, in the order of the legend.
LEGEND = {
    "Date stated": "in the article",
    "Year worked out": "the rest is in the article",
    "Date worked out": "the line says from what",
    "Day not known": "one of the days or in the months given",
    "Uncertain": "the articles leave a doubt",
    "Announced": "for that day; whether it took place is not known",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """An event; `chosen` gives for each chooser the numbers that it goes by."""

    event: EventView
    chosen: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Year:
    number: int
    count: str
    stretches: tuple[Stretch[Entry], ...]


@dataclass(frozen=True, slots=True)
class TimelineView:
    page: PageInfo
    legend: Legend
    count: str
    choosers: tuple[Chooser, ...]
    years: tuple[Year, ...]
    notes: tuple[Note, ...]


def timeline_view(site: Published, everybody: Sequence[Bearer] = ()) -> TimelineView:
    """List what happened, by year, the earliest first; `everybody` are those who have a page."""
    years: dict[int, list[Placed[TimelineEntry]]] = {}
    for event in in_order(event for items in site.everything() for event in items.timeline):
        years.setdefault(year_of(event.item.date), []).append(event)
    events = [event for _, told in sorted(years.items()) for event in told]
    notes = endnotes(events, site.articles)
    place = Place(site, TIMELINE, spanning=True, notes=notes)
    named = _named(everybody)
    stories = [story.brief.title for story in site.stories if site.items[story.slug].timeline]
    who = sorted({name for event in events for name in named.get(event.item.text, ())}, key=str.casefold)
    choosers = tuple(
        chooser
        for chooser in (_chooser("story", "Story", stories), _chooser("who", "Who is named", who))
        if len(chooser.choices) > 1
    )

    def entry(event: Placed[TimelineEntry]) -> Entry:
        year = year_of(event.item.date)
        return Entry(event_view(event, place, year), _chosen(event, named, choosers))

    shown = tuple(
        Year(year, counted(len(told), "entry", "entries"), tuple(stretches(told, entry, year)))
        for year, told in sorted(years.items())
    )
    return TimelineView(
        page=PageInfo(TIMELINE, "Timeline", "What happened when, and how each date is known.", in_nav=True),
        legend=legend_of(events, site, TIMELINE, badges=_dating(shown)),
        count=capitalised(counted(len(events), "entry", "entries")),
        choosers=choosers,
        years=shown,
        notes=notes.notes,
    )


def _named(everybody: Iterable[Bearer]) -> Mapping[str, list[str]]:
    """Return who is named in the words of each event."""
    named: dict[str, list[str]] = {}
    for bearer in everybody:
        for placed in bearer.about:
            if isinstance(placed.item, TimelineEntry):
                named.setdefault(placed.item.text, []).append(bearer.name)
    return named


def _chooser(name: str, label: str, words: Iterable[str]) -> Chooser:
    return Chooser(name, label, tuple(Choice(number, word) for number, word in enumerate(words, 1)))


def _chosen(
    event: Placed[TimelineEntry], named: Mapping[str, Sequence[str]], choosers: Iterable[Chooser]
) -> tuple[tuple[str, str], ...]:
    goes_by = {
        "story": [event.story.brief.title] if event.story else [],
        "who": named.get(event.item.text, ()),
    }
    return tuple(
        (chooser.name, " ".join(str(one.number) for one in chooser.choices if one.words in goes_by[chooser.name]))
        for chooser in choosers
    )


def _dating(years: Iterable[Year]) -> tuple[Mark, ...]:
    """Explain the badges that the page shows, in their own words."""
    entries = (entry for year in years for part in year.stretches for entry in part.events)
    return explained((badge for entry in entries for badge in entry.event.badges), LEGEND)

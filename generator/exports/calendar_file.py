"""The timeline as a calendar file (iCalendar, RFC 5545): an all-day entry an event."""

import datetime

from icalendar import Calendar, Event

from generator.model.brief import TimelineEntry
from generator.model.characters import clean
from generator.model.edtf import bounds, in_words, sort_key
from generator.pages.published import Placed, Published
from generator.pages.wording import shortened

_LONGEST_SUMMARY = 120


def calendar(site: Published, address: str | None) -> bytes:
    """Return the timeline, the earliest first; an event of an uncertain day spans the days that it may be."""
    found = Calendar()
    found.add("prodid", "-//Explainer briefing//timeline//EN")
    found.add("version", "2.0")
    found.add("x-wr-calname", _line(site.overview.title))
    entries = [entry for part in site.everything() for entry in part.timeline]
    for entry in sorted(entries, key=lambda one: (sort_key(one.item.date), one.spanning)):
        if event := _event(entry, site, address):
            found.add_component(event)
    return bytes(found.to_ical())


def _event(placed: Placed[TimelineEntry], site: Published, address: str | None) -> Event | None:
    item = placed.item
    first, last = bounds(item.date)
    if not first or not last:
        return None
    event = Event()
    event.add("uid", f"{placed.spanning}@briefing")
    # What a reader's calendar compares: the same on every build, and later when a later article is used.
    event.add("dtstamp", _stamp(placed, site))
    event.add("dtstart", first)
    event.add("dtend", last + datetime.timedelta(days=1) if last < datetime.date.max else last)
    event.add("summary", shortened(_line(item.text), _LONGEST_SUMMARY))
    event.add(
        "description",
        "\n".join(_line(text) for text in (item.text, in_words(item.date), item.how_dated or "") if text),
    )
    event.add("transp", "TRANSPARENT")
    if address:
        event.add("url", f"{address}{placed.page}.html#{placed.anchor}")
    return event


def _line(text: str) -> str:
    return " ".join(clean(text).split())


def _stamp(placed: Placed[TimelineEntry], site: Published) -> datetime.datetime:
    days = [site.articles[key].entry.published for key in placed.item.evidence]
    last = max((sort_key(day)[0] for day in days if day), default=datetime.date(1970, 1, 1))
    return datetime.datetime.combine(last, datetime.time(), datetime.UTC)

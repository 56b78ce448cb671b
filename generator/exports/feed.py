"""The feed (Atom, RFC 4287): an entry a story and one a correction, the newest first."""

import datetime
import re
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from xml.etree import ElementTree

from generator.model.brief import Brief
from generator.model.characters import clean
from generator.model.edtf import sort_key
from generator.pages.published import Published

_ATOM = "http://www.w3.org/2005/Atom"
_SPACE = uuid.UUID("0b51b9a4-6b0c-5d0e-9c3d-9a1d0a7b8f3e")
_UNDATED = datetime.date(1970, 1, 1)
# reviewed: 2022-07-01, A. Editor
_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    title: str
    summary: str
    page: str
    updated: datetime.date


def feed(site: Published, address: str | None) -> bytes:
    """Return the feed; ids are the same wherever the site stands, and so when `address` is set or changes.

    An entry's is made from the story's slug, which is kept, or the item's; the feed's from the briefing's title.
    """
    entries = sorted(_entries(site), key=lambda one: (-one.updated.toordinal(), one.name))
    root = ElementTree.Element("feed", xmlns=_ATOM)
    _add(root, "id", _urn(site.overview.title))
    _add(root, "title", site.overview.title)
    if site.overview.standfirst:
        _add(root, "subtitle", site.overview.standfirst)
    _add(root, "updated", _time(max((entry.updated for entry in entries), default=_UNDATED)))
    _add(_add(root, "author"), "name", site.overview.title)
    _add(root, "link", rel="alternate", type="text/html", href=address or "index.html")
    _add(root, "link", rel="self", type="application/atom+xml", href=f"{address or ''}feed.xml")
    for entry in entries:
        element = _add(root, "entry")
        _add(element, "id", _urn(f"#{entry.name}"))
        _add(element, "title", entry.title)
        _add(element, "updated", _time(entry.updated))
        _add(element, "link", rel="alternate", type="text/html", href=f"{address or ''}{entry.page}")
        _add(element, "summary", entry.summary)
    ElementTree.indent(root)
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _entries(site: Published) -> Iterable[_Entry]:
    for story in site.stories:
        brief, page = story.brief, f"{story.page}.html"
        updated = _updated(brief, None)
        yield _Entry(story.slug, brief.title, brief.standfirst or brief.title, page, updated)
        corrections = [(f"{story.slug}#correction", brief.correction, page)] if brief.correction else []
        corrections += [
            (f"{placed.spanning}#correction", placed.item.correction, f"{page}#{placed.anchor}")
            for placed in site.items[story.slug].all()
            if placed.item.correction
        ]
        for name, notice, where in corrections:
            yield _Entry(name, f"Correction: {brief.title}", notice, where, _updated(brief, notice))


def _updated(brief: Brief, notice: str | None) -> datetime.date:
    """Return the last day that a correction, else the brief, speaks of: no clock is asked, so builds are alike."""
    told = _days(notice)
    days: list[str | None] = [*told] or [
        *_days(brief.reviewed),
        *(entry.published for entry in brief.articles.values()),
        brief.date,
    ]
    return max((sort_key(day)[0] for day in days if day), default=_UNDATED)


def _days(text: str | None) -> list[str]:
    return [day for day in _DAY.findall(text or "") if _is_day(day)]


def _is_day(text: str) -> bool:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _urn(name: str) -> str:
    return uuid.uuid5(_SPACE, name).urn


def _time(day: datetime.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _add(parent: ElementTree.Element, tag: str, text: str | None = None, **attributes: str) -> ElementTree.Element:
    element = ElementTree.SubElement(parent, tag, attributes)
    element.text = clean(text) if text else None
    return element

"""What a page says of itself to search engines: schema.org in JSON-LD."""

import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from generator.model.brief import FigureItem, Quote, TimelineEntry
from generator.model.characters import clean
from generator.model.edtf import bounds, is_uncertain
from generator.pages.escape import link
from generator.pages.published import (
    FIGURES,
    HOME,
    SPEAKERS,
    TIMELINE,
    Placed,
    Published,
    PublishedArticle,
    PublishedItems,
    PublishedStory,
)

Thing = dict[str, Any]
# "<" ends a script whatever it stands in; U+2028 and U+2029 end a line of one
_LIVE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def structured_data(site: Published, page: str, address: str | None) -> str | None:
    """Return the JSON-LD of a page, as it may stand in a `<script>`; None where there is nothing to say.

    `page` is as in `Published`; `address` is where the site stands.
    """
    makers: Mapping[str, Callable[[], Thing]] = {
        HOME: lambda: _home(site, address),
        TIMELINE: lambda: _list(_event(one, address) for part in site.everything() for one in part.timeline),
        SPEAKERS: lambda: _list(
            _quotation(one, site, address) for part in site.everything() for one in part.quotes
        ),
        FIGURES: lambda: _dataset(site, "figures", "Figures", address),
        **{story.page: partial(_story, site, story, address) for story in site.stories},
    }
    if page not in makers:
        return None
    thing = {"@context": "https://schema.org", **_without_none(makers[page]())}
    return json.dumps(thing, ensure_ascii=False).translate(_LIVE)


def _home(site: Published, address: str | None) -> Thing:
    return {
        "@type": "WebSite",
        "name": site.overview.title,
        "description": site.overview.standfirst,
        "url": address,
        "hasPart": [_dataset(site, name, title, address) for name, title in _TABLES.items()],
    }


_TABLES = {"quotes": "Quotations", "timeline": "Timeline", "figures": "Figures"}


def _dataset(site: Published, name: str, title: str, address: str | None) -> Thing:
    return {
        "@type": "Dataset",
        "name": f"{title}: {site.overview.title}",
        "description": f"{title} of the briefing, each with the passages it rests on, one a line.",
        "distribution": {
            "@type": "DataDownload",
            "encodingFormat": "text/csv",
            "contentUrl": f"{address or ''}data/{name}.csv",
        },
    }


def _story(site: Published, story: PublishedStory, address: str | None) -> Thing:
    brief, items = story.brief, site.items[story.slug]
    articles = [site.articles[key] for key in brief.articles]
    published = max((_day(one.entry.published) or "" for one in articles), default="")
    return {
        "@type": "NewsArticle",
        "headline": brief.title,
        "description": brief.standfirst,
        "url": f"{address}{story.page}.html" if address else None,
        "datePublished": published or None,
        "citation": [_article(article) for article in articles],
        "correction": brief.correction,
        "hasPart": [
            *(_quotation(one, site, address) for one in items.quotes),
            *(_event(one, address) for one in items.timeline),
            *([_measured(site, items, address)] if items.figures else []),
        ],
    }


def _measured(site: Published, items: PublishedItems, address: str | None) -> Thing:
    return {
        **_dataset(site, "figures", "Figures", address),
        "variableMeasured": [_figure(one) for one in items.figures],
    }


def _article(article: PublishedArticle) -> Thing:
    entry = article.entry
    return {
        "@type": "NewsArticle",
        "headline": entry.title,
        "url": link(entry.url),
        "datePublished": _day(entry.published),
        "publisher": {"@type": "Organization", "name": entry.outlet} if entry.outlet else None,
        "author": {"@type": "Person", "name": entry.author} if entry.author else None,
    }


def _quotation(placed: Placed[Quote], site: Published, address: str | None) -> Thing:
    quote = placed.item
    return {
        "@type": "Quotation",
        "text": quote.text,
        **_speaker(quote.speaker, site),
        "dateCreated": _day(quote.said),
        "url": _place(placed, address),
        "citation": [_article(site.articles[key]) for key in quote.evidence],
    }


def _speaker(name: str | None, site: Published) -> Thing:
    """Return who is quoted: as a person or an organisation only where names.yml says which."""
    entry = site.names.get((name or "").casefold())
    kind = {"person": "Person", "organisation": "Organization"}.get(entry.kind if entry else "")
    return {"creator": {"@type": kind, "name": entry.name}} if entry and kind else {"creditText": name}


def _event(placed: Placed[TimelineEntry], address: str | None) -> Thing:
    first, last = bounds(placed.item.date)
    return {
        "@type": "Event",
        "name": placed.item.text,
        "startDate": first.isoformat() if first else None,
        "endDate": last.isoformat() if last else None,
        "url": _place(placed, address),
    }


def _figure(placed: Placed[FigureItem]) -> Thing:
    figure = placed.item
    return {
        "@type": "PropertyValue",
        "name": figure.measure,
        "value": figure.value,
        "unitText": figure.unit,
        "description": " · ".join(filter(None, [figure.as_written, figure.period, figure.counted_by])),
    }


def _list(things: Any) -> Thing:
    listed = [{"@type": "ListItem", "position": number, "item": thing} for number, thing in enumerate(things, 1)]
    return {"@type": "ItemList", "numberOfItems": len(listed), "itemListElement": listed}


def _place(placed: Placed[Any], address: str | None) -> str | None:
    return f"{address}{placed.page}.html#{placed.anchor}" if address else None


def _day(edtf: str | None) -> str | None:
    """Return a date as ISO 8601 where it is one and sure."""
    return edtf if edtf and not is_uncertain(edtf) and "/" not in edtf and "X" not in edtf else None


def _without_none(value: Any) -> Any:
    """Leave out what is not known, and clean every text."""
    if isinstance(value, dict):
        return {key: _without_none(part) for key, part in value.items() if part is not None}
    if isinstance(value, list):
        return [_without_none(part) for part in value]
    return clean(value) if isinstance(value, str) else value

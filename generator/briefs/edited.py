"""Which items of the briefs are not as the generator last wrote them: the pages say so."""

from collections.abc import Mapping

from generator.model.brief import Brief, Item, Items, Overview

# What an editor says of an item without changing what it says.
_ASIDE = {"id", "locked", "hold", "correction", "rule", "part"}


def edited_items(briefs: Mapping[str, Brief], written: Mapping[str, Brief]) -> frozenset[str]:
    """Return the items ("slug/id") that a person changed or added, of the briefs that the generator wrote.

    `written` holds what it last wrote, by slug.
    """
    return frozenset(
        f"{slug}/{item.id}"
        for slug, brief in briefs.items()
        if slug in written
        for item in _changed_items(written[slug], brief)
    )


def edited_of_overview(overview: Overview, written: Overview | None) -> frozenset[str]:
    """Return the items ("id") of briefing.yml that a person changed or added; none where it was never written."""
    return frozenset(str(item.id) for item in _changed_items(written, overview)) if written else frozenset()


def _changed_items(written: Items, now: Items) -> list[Item]:
    return [
        item
        for (_, before), (_, items) in zip(written.sections(), now.sections(), strict=True)
        for item in _changed({one.id: one for one in before}, {one.id: one for one in items})
    ]


def _changed(before: Mapping[str | None, Item], now: Mapping[str | None, Item]) -> list[Item]:
    return [item for name, item in now.items() if name not in before or _told(before[name]) != _told(item)]


def _told(item: Item) -> dict[str, object]:
    return item.model_dump(exclude=_ASIDE)

"""Which items of the briefs are not as the generator last wrote them: the pages say so."""

from collections.abc import Mapping

from generator.model.brief import Brief, Item

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
        for before, now in zip(written[slug].sections(), brief.sections(), strict=True)
        for item in _changed({item.id: item for item in before[1]}, {item.id: item for item in now[1]})
    )


def _changed(before: Mapping[str | None, Item], now: Mapping[str | None, Item]) -> list[Item]:
    return [item for name, item in now.items() if name not in before or _told(before[name]) != _told(item)]


def _told(item: Item) -> dict[str, object]:
    return item.model_dump(exclude=_ASIDE)

"""The whole briefing as JSON, and each brief as the YAML it is edited in."""

import json
from collections.abc import Mapping
from typing import Any

from generator.briefs import dump_brief
from generator.briefs.write import part_data
from generator.model.brief import SECTIONS, Brief
from generator.pages.published import Published, PublishedItems, PublishedStory


def briefing_json(site: Published) -> bytes:
    """Return everything that is published, in the keys of the briefs; each item says where it stands (`page`)."""
    data = {
        "title": site.overview.title,
        "standfirst": site.overview.standfirst,
        "stories": [_story(site, story) for story in site.stories],
        **_sections(site.own),
        "names": [part_data(entry) for entry in {entry.name: entry for entry in site.names.values()}.values()],
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def briefs_yaml(site: Published) -> Mapping[str, bytes]:
    """Return each published brief as YAML, by its slug, without what is on hold."""
    return {story.slug: dump_brief(_published(site, story)).encode() for story in site.stories}


def _story(site: Published, story: PublishedStory) -> dict[str, Any]:
    """Return a brief's own keys, then its items."""
    own = part_data(story.brief.model_copy(update={section: [] for section in SECTIONS}))
    return {"slug": story.slug, "page": f"{story.page}.html", **own, **_sections(site.items[story.slug])}


def _sections(items: PublishedItems) -> dict[str, list[dict[str, Any]]]:
    return {
        section: [
            {**part_data(placed.item), "id": placed.anchor, "page": f"{placed.page}.html#{placed.anchor}"}
            for placed in listed
        ]
        for section, listed in zip(SECTIONS, _lists(items), strict=True)
    }


def _published(site: Published, story: PublishedStory) -> Brief:
    lists = zip(SECTIONS, _lists(site.items[story.slug]), strict=True)
    return story.brief.model_copy(update={name: [placed.item for placed in listed] for name, listed in lists})


def _lists(items: PublishedItems) -> tuple[Any, ...]:
    """Return the lists of items in the order of SECTIONS."""
    return items.facts, items.quotes, items.timeline, items.figures, items.questions

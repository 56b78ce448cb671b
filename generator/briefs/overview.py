"""The overview that a new briefing begins with; from then on it is people's, and nothing here changes it."""

from collections.abc import Iterable, Mapping
from itertools import zip_longest
from pathlib import Path

from generator.briefs.briefing import read_briefs
from generator.briefs.files import read_if_there, replace_file
from generator.briefs.write import dump_overview
from generator.model.brief import Brief, Item, Overview
from generator.model.edtf import sort_key

# The home page leads with a handful.
LEAD, NOT_KNOWN = 5, 3


def write_overview(content: Path, briefs: Mapping[str, Brief]) -> None:
    """Write content/briefing.yml if there is none, from the briefs as they now stand on disk.

    `briefs` are those just generated; what people removed from them is not referred to.
    """
    path = content / "briefing.yml"
    if not briefs or read_if_there(path) is not None:
        return
    stored, _ = read_briefs(content)
    shown = {slug: read.brief for slug, read in stored.items() if slug in briefs and not read.brief.hold}
    if shown:
        replace_file(path, dump_overview(first_overview(shown)).encode(), None)


def first_overview(briefs: Mapping[str, Brief]) -> Overview:
    """Return an overview with the first key facts and open questions of each story, the latest story first."""
    order = sorted(briefs, key=lambda slug: (_date(briefs[slug]), slug), reverse=True)
    largest = max(order, key=lambda slug: len(briefs[slug].articles))
    return Overview(
        title=briefs[largest].title,
        standfirst=briefs[largest].standfirst,
        lead=_in_turn([_references(slug, briefs[slug].key_facts) for slug in order])[:LEAD],
        not_known=_in_turn([_references(slug, briefs[slug].open_questions) for slug in order])[:NOT_KNOWN],
    )


def _references(slug: str, items: Iterable[Item]) -> list[str]:
    return [f"{slug}/{item.id}" for item in items if item.id and not item.hold]


def _in_turn(lists: Iterable[Iterable[str]]) -> list[str]:
    """Take the first of each list, then the second of each, so that no story is left out for another's rest."""
    return [reference for row in zip_longest(*lists) for reference in row if reference]


def _date(brief: Brief) -> str:
    return sort_key(brief.date)[0].isoformat() if brief.date else ""

"""The overview that a new briefing begins with; from then on it is people's, and nothing here changes it."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.briefs.briefing import read_briefs
from generator.briefs.files import read_if_there, replace_file
from generator.briefs.write import dump_overview
from generator.model.brief import Brief, Item, Overview
from generator.model.edtf import sort_key

# The home page leads with a handful: two of each story, so that none is left out.
EACH = 2


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
        lead=[f"{slug}/{name}" for slug in order for name in _first(briefs[slug].key_facts)],
        not_known=[f"{slug}/{name}" for slug in order for name in _first(briefs[slug].open_questions)],
    )


def _first(items: Iterable[Item]) -> list[str]:
    return [item.id for item in items if item.id and not item.hold][:EACH]


def _date(brief: Brief) -> str:
    return sort_key(brief.date)[0].isoformat() if brief.date else ""

"""Write content/briefing.yml: the generator keeps it up to date, and what people made of it stays.

What was last written lies in a folder of its own below the briefs' `.written/`: what differs from it is a person's.
"""

from collections.abc import Mapping
from pathlib import Path

from generator.briefs.briefing import WRITTEN, shown
from generator.briefs.changes import Changes, FileChange
from generator.briefs.files import locked, read_if_there, remove_leftovers
from generator.briefs.held import hold_back
from generator.briefs.ids import keep_ids, with_ids
from generator.briefs.journal import complete_runs
from generator.briefs.keep import Data, meaning
from generator.briefs.lines import decode_text
from generator.briefs.plans import Place, Plan, carry_out, plan_merged, same_text
from generator.briefs.read import ReadOverview, parse_overview
from generator.briefs.standing import Standing, read_standing
from generator.briefs.write import dump_overview
from generator.model.brief import Brief, Overview
from generator.stories.across import compose_overview

COPY = Path("briefs", WRITTEN, "overview", "briefing.yml")


def write_overview(
    content: Path, generated: Mapping[str, Brief], standing: Standing | None = None, *, check: bool = False
) -> Changes:
    """Write the overview of the briefs as they now stand, keeping every edit by hand; `check` only tells.

    `generated` are the briefs just generated; `standing` are read here where they are not given. What people
    removed from them is not referred to. Raises ContentErrors where briefing.yml cannot be read.
    """
    place = Place(content, (content / COPY).parent, COPY.stem)
    stored = {slug: read.brief for slug, read in (standing or read_standing(content)).briefs.items()}
    published = {slug: brief for slug, brief in stored.items() if slug in generated and not brief.hold}
    if not published:
        return Changes()
    new = compose_overview(published)
    if check:
        return Changes(others=(_plan(place, new).told(),))
    with locked(content / "briefs"):
        saved = tuple(shown(path) for path in complete_runs(place.folder, place.written))
        remove_leftovers(place.folder)
        remove_leftovers(place.written)
        done = carry_out(place, _plan(place, new), lambda: _plan(place, new))
    return Changes(others=(done,), saved=saved)


def _plan(place: Place, overview: Overview) -> Plan:
    mine, base = read_if_there(place.path), read_if_there(place.copy)
    written = None if base is None else with_ids(_parse(base, shown(place.copy)).overview)
    overview = keep_ids(overview, written)
    name, dumped = shown(place.path), dump_overview(overview).encode()
    if mine is None:
        return Plan(FileChange(name, "added"), None, dumped, base, dumped)
    read = _parse(mine, name)
    if same_text(mine, dumped):
        return Plan(FileChange(name, "unchanged"), mine, mine, base, dumped)
    if base is None:
        why = "there is no record of what the generator wrote: all of it counts as written by hand"
        return Plan(FileChange(name, "left alone", why), mine, mine, None, dumped)
    if same_text(mine, base):
        return Plan(FileChange(name, "updated"), mine, dumped, base, dumped)
    last = meaning(written) if written else {}
    held = _hold_back(last, meaning(read.overview), meaning(overview))
    base_after = dump_overview(Overview.model_validate(held)).encode()
    return plan_merged(name, (read, mine), (last, base), (held, base_after))


def _hold_back(last: Data, mine: Data, new: Data) -> Data:
    """Return what counts as last written: what a person locked or deleted stays as it last was."""
    held = hold_back(last, mine, new)
    return {key: value for key, value in held.items() if key in Overview.model_fields}


def _parse(data: bytes, name: str) -> ReadOverview:
    return parse_overview(decode_text(data, name), name)

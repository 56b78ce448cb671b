"""Write content/briefing.yml: the generator keeps it up to date until somebody edits it; from then on it is theirs.

What was last written lies in a folder of its own below the briefs' `.written/`: a file that differs is a person's.
"""

from collections.abc import Mapping
from pathlib import Path

from generator.briefs.briefing import read_briefs
from generator.briefs.files import SavedMeanwhile, read_if_there, replace_file
from generator.briefs.ids import with_ids
from generator.briefs.write import dump_overview
from generator.model.brief import Brief
from generator.stories.across import compose_overview

COPY = Path("briefs", ".written", "overview", "briefing.yml")


def write_overview(content: Path, briefs: Mapping[str, Brief]) -> None:
    """Write the overview of the briefs as they now stand on disk, unless a person has edited it.

    `briefs` are those just generated; what people removed from them is not referred to.
    """
    path, copy = content / "briefing.yml", content / COPY
    mine, base = read_if_there(path), read_if_there(copy)
    stored, _ = read_briefs(content)
    shown = {slug: with_ids(read.brief) for slug, read in stored.items() if slug in briefs and not read.brief.hold}
    if not shown:
        return
    new = dump_overview(compose_overview(shown)).encode()
    untouched = mine is None or _lines(mine) in {_lines(new), _lines(base or b"")}
    try:
        if untouched and (mine is None or _lines(mine) != _lines(new)):
            replace_file(path, new, mine)
        if untouched and base != new:
            replace_file(copy, new, base)
    except SavedMeanwhile:
        return


def _lines(data: bytes) -> bytes:
    """Return a file's bytes without what an editor or a version control system does to line ends."""
    return data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")

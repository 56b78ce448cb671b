"""What is to become of a file that the generator and people write together, and how it is done.

What the generator last wrote lies in a copy: what differs from it is a person's. A file is written before its copy;
a run that is killed between the two is completed by the next.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from generator.briefs.changes import FileChange
from generator.briefs.edits import NotSpliced
from generator.briefs.files import SavedMeanwhile, read_if_there, remove_file, replace_file
from generator.briefs.journal import Note, drop_note, hashed, write_note
from generator.briefs.keep import Data, meaning, merge
from generator.briefs.read import ReadBrief, ReadOverview
from generator.briefs.splice import commented_items, splice
from generator.errors import ContentError, ContentErrors

# Somebody who saves a file five times while it is merged is asked to stop.
TRIES = 5
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a file and its copy lie: `name`.yml in both folders."""

    folder: Path
    written: Path
    name: str

    @property
    def path(self) -> Path:
        return self.folder / f"{self.name}.yml"

    @property
    def copy(self) -> Path:
        return self.written / f"{self.name}.yml"


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to become of one file (`mine`) and of its copy (`base`); None: removed, or not there.

    `elsewhere` are, of a brief, the keys of the articles of other briefs.
    """

    change: FileChange
    mine: bytes | None
    mine_after: bytes | None
    base: bytes | None
    base_after: bytes | None
    elsewhere: frozenset[str] = frozenset()

    def told(self) -> FileChange:
        told = replace(self.change, writes=(self.mine, self.base) != (self.mine_after, self.base_after))
        if self.mine == self.mine_after:
            return told
        return replace(told, before=_shown(self.mine), after=_shown(self.mine_after))


def carry_out(place: Place, plan: Plan, again: Callable[[], Plan | None]) -> FileChange:
    """Write what was planned; if somebody saved the file meanwhile, plan `again` from what they saved.

    A copy that was kept stays, merged or not: an editor may have read the file just before the save was put back.
    """
    current: Plan | None = plan
    kept: list[Path] = []
    for _ in range(TRIES):
        if current is None:
            return replace(plan.change, what="left alone", why="it was removed meanwhile", saved=_told_of(kept))
        try:
            _write(place, current)
        except SavedMeanwhile as saved:
            kept += saved.kept
            current = again()
            continue
        return replace(current.told(), saved=_told_of(kept))
    message = "this file is being saved again and again while it is to be written"
    hint = "close it in the editor and run again"
    if kept:
        hint += f"; copies of what was saved: {', '.join(_told_of(kept))}"
    raise ContentErrors([ContentError(plan.change.file, None, None, message, hint)])


def _told_of(kept: list[Path]) -> tuple[str, ...]:
    return tuple(path.as_posix() for path in kept)


def plan_merged(
    file: str,
    mine: tuple[ReadBrief | ReadOverview, bytes],
    base: tuple[Data, bytes],
    new: tuple[Data, bytes],
    elsewhere: frozenset[str] = frozenset(),
) -> Plan:
    """Merge a file that was edited by hand; of the three versions, what each says and its bytes."""
    read, data = mine
    now = meaning(read.part)
    merged = merge(base[0], now, new[0], commented_items(read.document), elsewhere)
    try:
        text = splice(read, merged) if merged.data != now else read.document.text
    except NotSpliced:
        why = (
            "it is written in a way that cannot be changed in place; put it into the usual form to have it updated"
        )
        change = FileChange(file, "left alone", why, merged.kept, merged.conflicts)
        return Plan(change, data, data, base[1], base[1], elsewhere)
    after = (bom(data) + text.encode()) if text != read.document.text else data
    change = FileChange(file, "unchanged" if after == data else "updated", None, merged.kept, merged.conflicts)
    return Plan(change, data, after, base[1], new[1], elsewhere)


def same_text(mine: bytes, base: bytes) -> bool:
    """Tell whether two files are the same but for what a version control system or an editor does to line ends."""
    return mine.removeprefix(_BOM).replace(b"\r\n", b"\n") == base.replace(b"\r\n", b"\n")


def bom(data: bytes) -> bytes:
    """Return the byte order mark that a file begins with."""
    return _BOM if data.startswith(_BOM) else b""


def _write(place: Place, plan: Plan) -> None:
    """Put a file in place, then its copy; a note tells the next run of it if this one ends between the two."""
    if plan.mine == plan.mine_after or plan.base == plan.base_after:
        _put(place.path, plan.mine, plan.mine_after)
        _put(place.copy, plan.base, plan.base_after)
        return

    def note(temporary: Path | None) -> None:
        after = None if plan.base_after is None else plan.base_after.decode("utf-8")
        name = None if temporary is None else temporary.name
        write_note(place.written, place.name, Note(hashed(plan.mine), hashed(plan.mine_after), after, name))

    try:
        if plan.mine_after is None:
            note(None)
        _put(place.path, plan.mine, plan.mine_after, note)
    except (SavedMeanwhile, ContentErrors):
        # A disk may fail after the file was put in place: then the note must tell the next run so.
        if hashed(read_if_there(place.path)) != hashed(plan.mine_after):
            drop_note(place.written, place.name)
        raise
    _put(place.copy, plan.base, plan.base_after)
    drop_note(place.written, place.name)


def _put(
    path: Path, before: bytes | None, after: bytes | None, ready: Callable[[Path], None] | None = None
) -> None:
    if after is None and before is not None:
        remove_file(path, before)
    elif after is not None and after != before:
        replace_file(path, after, before, ready)


def _shown(data: bytes | None) -> str | None:
    return None if data is None else data.decode("utf-8").removeprefix("\ufeff")

"""A note of a brief and its copy in .written/ that change together: the next run completes one that was killed.

The note is written when the brief's new text lies ready beside it, and removed when both are as they were to be.
Found again, it tells whether the brief was put in place: then its copy follows, otherwise the note is dropped.
"""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from generator.briefs.files import read_if_there, remove_file, replace_file

_NAME = ".journal-{slug}.json"


@dataclass(frozen=True, slots=True)
class Note:
    """The hashes of a brief before and after (None: no file), the copy's new text, the file with the new brief."""

    before: str | None
    after: str | None
    copy: str | None
    temporary: str | None


def hashed(data: bytes | None) -> str | None:
    """Return what tells one content of a file from another."""
    return None if data is None else hashlib.sha256(data).hexdigest()


def write_note(written: Path, slug: str, note: Note) -> None:
    """Write the note beside the copies."""
    path = written / _NAME.format(slug=slug)
    replace_file(path, json.dumps(asdict(note)).encode(), read_if_there(path))


def drop_note(written: Path, slug: str) -> None:
    """Remove the note, if there is one."""
    path = written / _NAME.format(slug=slug)
    data = read_if_there(path)
    if data is not None:
        remove_file(path, data)


def complete_runs(folder: Path, written: Path) -> list[Path]:
    """Complete what runs that were killed left half done in the briefs below `folder`; call it under the lock.

    Returns the files that hold what somebody saved at the moment of such an end: they are kept beside the brief.
    """
    kept: list[Path] = []
    prefix, _, suffix = _NAME.partition("{slug}")
    for path in sorted(written.glob(f"{prefix}*{suffix}")):
        slug = path.name.removeprefix(prefix).removesuffix(suffix)
        note = _read(path)
        if note is not None and _was_put_in_place(folder, slug, note):
            copy = written / f"{slug}.yml"
            last = read_if_there(copy)
            if note.copy is not None:
                replace_file(copy, note.copy.encode(), last)
            elif last is not None:
                remove_file(copy, last)
        if note is not None and (saved := _saved_by_somebody(folder, slug, note)) is not None:
            kept.append(saved)
        drop_note(written, slug)
    return kept


def _saved_by_somebody(folder: Path, slug: str, note: Note) -> Path | None:
    """Give a name to what changed places with the new brief if it is neither that nor the one before."""
    held = folder / note.temporary if note.temporary is not None else None
    if held is None or hashed(read_if_there(held)) in {None, note.before, note.after}:
        return None
    number = 1
    while (beside := folder / f"{slug}.yml.saved-{number}").exists():
        number += 1
    return held.rename(beside)


def _was_put_in_place(folder: Path, slug: str, note: Note) -> bool:
    """Tell whether the brief had been changed when the run ended; somebody may have edited it since.

    Until then the new brief lies beside it. An edit may leave the very text of before: that does not count.
    """
    if note.temporary is None:
        return read_if_there(folder / f"{slug}.yml") is None
    return hashed(read_if_there(folder / note.temporary)) != note.after


def _read(path: Path) -> Note | None:
    try:
        return Note(**json.loads(read_if_there(path) or b""))
    except (ValueError, TypeError):
        return None

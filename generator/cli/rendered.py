"""What `briefing render` writes: the files of this run, none of an earlier one, and nothing of anybody else's."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from generator.errors import ContentError, ContentErrors

# The files that the last run wrote into the folder, one a line.
LISTED = ".rendered"


def write_rendered(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files by their paths below a folder, and remove those that only an earlier run wrote there.

    Raises ContentErrors where the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        before = _written_before(folder)
        # Listed before they are written: a run that was cut off leaves nothing that the next would not know.
        _list(folder, {*before, *files})
        for name, data in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        for name in before - set(files):
            (folder / name).unlink(missing_ok=True)
        _list(folder, set(files))
    except OSError as problem:
        hint = "choose a folder that you may write to"
        place = str(problem.filename or folder)
        message = f"cannot be written: {problem.strerror or problem}"
        raise ContentErrors([ContentError(place, None, None, message, hint)]) from problem


def _written_before(folder: Path) -> set[str]:
    """Return the files that are listed; a path that leads out of the folder is none of this command's."""
    try:
        listed = (folder / LISTED).read_text("utf-8").splitlines()
    except (FileNotFoundError, UnicodeDecodeError):
        return set()
    return {name for name in listed if name and _is_below(folder, name)}


def _is_below(folder: Path, name: str) -> bool:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\0" in name:
        return False
    return (folder / path).parent.resolve().is_relative_to(folder.resolve())


def _list(folder: Path, names: set[str]) -> None:
    (folder / LISTED).write_text("".join(f"{name}\n" for name in sorted(names)), "utf-8")

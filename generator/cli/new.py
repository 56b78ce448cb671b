"""`briefing new DIR`: a briefing of the user's own that builds at once; all that it asks for is a folder."""

from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from generator.briefs.scalars import write_inline
from generator.errors import ContentError, ContentErrors

DISTRIBUTION = "explainer-briefing"
# A wheel and a linter would take these names for their own.
_NAMED = {"gitignore": ".gitignore", "github": ".github"}


def start_briefing(folder: Path) -> None:
    """Write a briefing with example articles into a folder that is empty or not there; its name is the title.

    Raises ContentErrors where there is something in it, or where it cannot be written.
    """
    try:
        if folder.is_dir() and any(folder.iterdir()):
            hint = "choose a new folder, or empty this one: nothing in it is touched"
            raise ContentErrors([ContentError(folder.as_posix(), None, None, "this folder is not empty", hint)])
        name = title_of(folder)
        words = {"@TITLE@": write_inline(name), "@NAME@": name, "@VERSION@": version(DISTRIBUTION)}
        _copy(files("generator.cli") / "starter", folder, words)
    except OSError as problem:
        message = f"cannot be written: {problem.strerror or problem}"
        raise ContentErrors([ContentError(folder.as_posix(), None, None, message)]) from problem


def title_of(folder: Path) -> str:
    """Return what a folder's name says in words.

    >>> title_of(Path("harbour-ferry_2031"))
    'Harbour ferry 2031'
    """
    words = " ".join(folder.resolve().name.replace("-", " ").replace("_", " ").split())
    return words[:1].upper() + words[1:] or "Briefing"


def _copy(below: Traversable, folder: Path, words: dict[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for entry in below.iterdir():
        target = folder / _NAMED.get(entry.name, entry.name)
        if entry.is_dir():
            _copy(entry, target, words)
            continue
        text = entry.read_text(encoding="utf-8")
        for mark, value in words.items():
            text = text.replace(mark, value)
        target.write_text(text, encoding="utf-8", newline="\n")

"""What a run of the generator did to the briefs, as an editor wants to be told."""

from dataclasses import dataclass
from difflib import unified_diff
from typing import Any, Literal, get_args

from generator.briefs.keep import Conflict

# Longer values are cut in the account; the file has them whole.
SHOWN = 160
# What tells a person which item, or which article, is meant.
_SAYS = ("text", "question", "measure", "file", "shared", "speaker")


What = Literal["added", "updated", "removed", "unchanged", "left alone"]


@dataclass(frozen=True, slots=True)
class FileChange:
    """What happened to one brief; `writes`: its file or its copy in .written/ changed.

    `before` and `after` are the text of a file that changed, None where there is none. `saved` are copies of what
    somebody saved while the run wrote the file.
    """

    file: str
    what: What
    why: str | None = None
    kept: int = 0
    conflicts: tuple[Conflict, ...] = ()
    writes: bool = False
    before: str | None = None
    after: str | None = None
    saved: tuple[str, ...] = ()

    def diff(self) -> list[str]:
        """Return the lines of a unified diff of the file; none where it stays as it is."""
        names = [self.file if text is not None else "/dev/null" for text in (self.before, self.after)]
        lines = [_lines(self.before), _lines(self.after)]
        return list(unified_diff(lines[0], lines[1], names[0], names[1], lineterm=""))


@dataclass(frozen=True, slots=True)
class Changes:
    """What happened to each brief, in the order of their files, and to the `others`: overview and schema.

    `saved` are the files that hold what somebody saved while an earlier run was killed.
    """

    files: tuple[FileChange, ...] = ()
    saved: tuple[str, ...] = ()
    others: tuple[FileChange, ...] = ()

    @property
    def all(self) -> tuple[FileChange, ...]:
        """What happened to every file, the briefs first."""
        return (*self.files, *self.others)

    def joined(self, more: "Changes") -> "Changes":
        """Return these and more."""
        return Changes((*self.files, *more.files), (*self.saved, *more.saved), (*self.others, *more.others))

    def any(self) -> bool:
        """Tell whether a file was written or removed (or would be, in a run that only checks)."""
        return any(change.writes for change in self.all)

    def named(self, what: What) -> tuple[str, ...]:
        """Return the briefs to which this happened: added, updated, removed, unchanged or left alone."""
        return tuple(change.file for change in self.files if change.what == what)

    @property
    def conflicts(self) -> tuple[tuple[str, Conflict], ...]:
        """The values that both a person and the generator changed, each with its file."""
        return tuple((change.file, conflict) for change in self.all for conflict in change.conflicts)

    def lines(self) -> list[str]:
        """Return the account of a run, line by line."""
        beside = [*self.saved, *(file for change in self.all for file in change.saved)]
        lines = [
            f"{'saved':10} {file}: a copy of what was saved while a run wrote; take over what you need"
            for file in beside
        ]
        for change in self.all:
            if change.what != "unchanged":
                lines.append(f"{change.what:10} {change.file}{f': {change.why}' if change.why else ''}")
            if change.kept:
                lines.append(f"{'kept':10} {change.file}: {counted(change.kept, 'edit')} by hand")
            for conflict in change.conflicts:
                lines.append(f"{'conflict':10} {change.file}: {conflict.where}: your version stays")
                lines.append(f"{'':10}   yours:     {_shown(conflict.mine)}")
                lines.append(f"{'':10}   generator: {_shown(conflict.new)}")
        return [*lines, self._total()]

    def _total(self) -> str:
        said = ", ".join(f"{len(found)} {what}" for what in get_args(What) if (found := self.named(what)))
        total = counted(len(self.files), "brief") + (f": {said}" if said else "")
        kept, conflicts = sum(change.kept for change in self.all), len(self.conflicts)
        if kept:
            total += f"; {counted(kept, 'edit')} by hand kept"
        return f"{total}, {counted(conflicts, 'conflict')}" if conflicts else total


def counted(number: int, noun: str) -> str:
    """Return “1 brief”, “2 briefs”."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _lines(text: str | None) -> list[str]:
    """Split at the line breaks that YAML has; a diff is of what a line says, not of how it ends."""
    return (text or "").replace("\r\n", "\n").removesuffix("\n").split("\n") if text else []


def _shown(value: Any) -> str:
    if value is None:
        return "(nothing: it does not find this any more)"
    if isinstance(value, dict):
        value = next((value[key] for key in _SAYS if value.get(key)), value)
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        value = ", ".join(value)
    text = " ".join(str(value).split())
    return f"“{text}”" if len(text) <= SHOWN else f"“{text[:SHOWN].rstrip()} …”"

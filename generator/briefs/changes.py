"""What a run of the generator did to the briefs, as an editor wants to be told."""

from dataclasses import dataclass
from typing import Any, Literal, get_args

from generator.briefs.keep import Conflict

# Longer values are cut in the account; the file has them whole.
SHOWN = 160


What = Literal["added", "updated", "removed", "unchanged", "left alone"]


@dataclass(frozen=True, slots=True)
class FileChange:
    """What happened to one brief; `writes`: its file or its copy in .written/ changed."""

    file: str
    what: What
    why: str | None = None
    kept: int = 0
    conflicts: tuple[Conflict, ...] = ()
    writes: bool = False


@dataclass(frozen=True, slots=True)
class Changes:
    """What happened to each brief, in the order of their files."""

    files: tuple[FileChange, ...] = ()

    def any(self) -> bool:
        """Tell whether a file was written or removed (or would be, in a run that only checks)."""
        return any(change.writes for change in self.files)

    def named(self, what: What) -> tuple[str, ...]:
        """Return the briefs to which this happened: added, updated, removed, unchanged or left alone."""
        return tuple(change.file for change in self.files if change.what == what)

    @property
    def conflicts(self) -> tuple[tuple[str, Conflict], ...]:
        """The values that both a person and the generator changed, each with its file."""
        return tuple((change.file, conflict) for change in self.files for conflict in change.conflicts)

    def lines(self) -> list[str]:
        """Return the account of a run, line by line."""
        lines = []
        for change in self.files:
            if change.what != "unchanged":
                lines.append(f"{change.what:10} {change.file}{f': {change.why}' if change.why else ''}")
            if change.kept:
                edits = "1 edit" if change.kept == 1 else f"{change.kept} edits"
                lines.append(f"{'kept':10} {change.file}: {edits} by hand")
            for conflict in change.conflicts:
                lines.append(f"{'conflict':10} {change.file}: {conflict.where}: your version stays")
                lines.append(f"{'':10}   yours:     {_shown(conflict.mine)}")
                lines.append(f"{'':10}   generator: {_shown(conflict.new)}")
        total = "1 brief" if len(self.files) == 1 else f"{len(self.files)} briefs"
        said = ", ".join(f"{len(found)} {what}" for what in get_args(What) if (found := self.named(what)))
        return [*lines, f"{total}: {said}" if said else total]


def _shown(value: Any) -> str:
    if value is None:
        return "(nothing: it does not find this any more)"
    if isinstance(value, dict):
        value = value.get("text") or value.get("question") or value.get("measure") or value
    text = " ".join(str(value).split())
    return f"“{text}”" if len(text) <= SHOWN else f"“{text[:SHOWN].rstrip()} …”"

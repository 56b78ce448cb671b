"""Errors in content: found all at once, each told with its place, the line itself and what to do."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class ContentError:
    """One thing wrong in a content file.

    `line` and `column` count from 1 (columns in code points); `source_line` is the file's own line, shown
    with a caret under the column. `hint` says what to do, and names the nearest valid thing where one exists.
    """

    file: str
    line: int | None
    column: int | None
    message: str
    hint: str | None = None
    source_line: str | None = None

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)
        lines = [f"{place}: {self.message}"]
        if self.source_line is not None and self.column is not None:
            shown, caret = _window(self.source_line.replace("\t", " "), self.column - 1)
            lines += [f"    {shown}", f"    {' ' * caret}^"]
        if self.hint:
            lines.append(f"    hint: {self.hint}")
        return "\n".join(lines)


class ContentErrors(Exception):
    """Every error of a run, in the order of files and lines; raised once, at its end."""

    def __init__(self, errors: list[ContentError]) -> None:
        self.errors = tuple(sorted(errors, key=lambda e: (e.file, e.line or 0, e.column or 0, e.message)))
        super().__init__("\n".join(str(error) for error in self.errors))


def _window(line: str, caret: int, width: int = 100) -> tuple[str, int]:
    """Cut a long line to what stands around the caret, so that a terminal does not wrap it."""
    if len(line) <= width:
        return line, caret
    start = max(0, min(caret - width // 3, len(line) - width))
    end = start + width
    shown = ("…" if start else "") + line[start:end] + ("…" if end < len(line) else "")
    return shown, caret - start + (1 if start else 0)

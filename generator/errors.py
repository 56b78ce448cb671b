"""Errors in content: found all at once, each told with its place, the line itself and what to do."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Format = Literal["text", "json", "github"]
Record = dict[str, str | int | None]
# What would end a GitHub annotation, or one of its properties: docs.github.com, “Workflow commands”.
_IN_MESSAGE = re.compile(r"[%\r\n]")
_IN_PROPERTY = re.compile(r"[%\r\n:,]")


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

    def record(self) -> Record:
        """Return the error as JSON has it, for other programs."""
        return {
            "file": self.file, "line": self.line, "column": self.column, "message": self.message, "hint": self.hint
        }  # fmt: skip

    def annotation(self) -> str:
        """Return the error as a GitHub workflow command, which GitHub shows beside the line of the file.

        >>> ContentError("briefs/a,b.yml", 3, 7, "“date” is empty", "write 2022").annotation()
        '::error file=briefs/a%2Cb.yml,line=3,col=7::“date” is empty%0Ahint: write 2022'
        """
        place = {"file": self.file, "line": self.line, "col": self.column}
        properties = ",".join(
            f"{name}={_IN_PROPERTY.sub(_percent, str(value))}" for name, value in place.items() if value is not None
        )
        message = f"{self.message}\nhint: {self.hint}" if self.hint else self.message
        return f"::error {properties}::{_IN_MESSAGE.sub(_percent, message)}"


class ContentErrors(Exception):
    """Every error of a run, in the order of files and lines; raised once, at its end."""

    def __init__(self, errors: list[ContentError]) -> None:
        self.errors = tuple(in_order(errors))
        super().__init__("\n".join(str(error) for error in self.errors))


def in_order(errors: Sequence[ContentError]) -> list[ContentError]:
    """Return errors in the order of files and lines."""
    return sorted(errors, key=lambda e: (e.file, e.line or 0, e.column or 0, e.message))


def _percent(match: re.Match[str]) -> str:
    return f"%{ord(match[0]):02X}"


def _window(line: str, caret: int, width: int = 100) -> tuple[str, int]:
    """Cut a long line to what stands around the caret, so that a terminal does not wrap it."""
    if len(line) <= width:
        return line, caret
    start = max(0, min(caret - width // 3, len(line) - width))
    end = start + width
    shown = ("…" if start else "") + line[start:end] + ("…" if end < len(line) else "")
    return shown, caret - start + (1 if start else 0)

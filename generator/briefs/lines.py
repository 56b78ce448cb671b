"""A file's text and its lines: from an offset to a line and column, and to an error there."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from pathlib import Path

from generator.errors import ContentError, ContentErrors

MAX_BYTES = 5_000_000
# What a terminal would act on instead of showing it.
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f]")
_LINE_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Lines:
    """The text of `file` (without a byte order mark); lines end as editors count them, with CR LF, LF or CR."""

    file: str
    text: str
    starts: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        starts = (0, *(match.end() for match in _LINE_BREAK.finditer(self.text)))
        object.__setattr__(self, "starts", starts)

    def place(self, index: int) -> tuple[int, int]:
        """Return line and column, from 1, of the character `index`."""
        line = bisect_right(self.starts, index)
        return line, index - self.starts[line - 1] + 1

    def line_end(self, index: int) -> int:
        """Return the offset where the line of the character `index` ends, before its line break."""
        line = bisect_right(self.starts, index)
        end = self.starts[line] if line < len(self.starts) else len(self.text)
        start = self.starts[line - 1]
        return start + len(self.text[start:end].rstrip("\r\n"))

    def error(self, index: int, message: str, hint: str | None = None) -> ContentError:
        """Return an error at the character `index`."""
        line, column = self.place(index)
        shown = self.text[self.starts[line - 1] : self.line_end(index)]
        return ContentError(self.file, line, column, message, hint, _CONTROL.sub("\ufffd", shown))


def read_text(path: Path, shown_as: str) -> str:
    """Return the file's text without a byte order mark; raise ContentErrors if it is no UTF-8 text to read."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise ContentErrors([ContentError(shown_as, None, None, "there is no such file")]) from None
    except OSError as problem:
        raise ContentErrors([ContentError(shown_as, None, None, f"cannot be read: {problem.strerror}")]) from None
    return decode_text(data, shown_as)


def decode_text(data: bytes, shown_as: str) -> str:
    """Return the text of a file's bytes as `read_text` does."""
    if len(data) > MAX_BYTES:
        message = f"the file has {len(data):,} bytes; at most {MAX_BYTES:,} are read"
        raise ContentErrors([ContentError(shown_as, None, None, message, "divide it into two")])
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as problem:
        head = data[: problem.start].decode("utf-8").removeprefix("\ufeff")
        line, column = Lines(shown_as, head).place(len(head))
        hint = "save the file as UTF-8 (in most editors: “Save with encoding”)"
        raise ContentErrors([ContentError(shown_as, line, column, "this is not UTF-8 text", hint)]) from None

"""A file's text in blocks: a block is a line, or in hard-wrapped text the lines between two empty ones."""

import re
from dataclasses import dataclass

from generator.articles.pieces import Piece, joined, read_line

_LINE = re.compile(r"[^\r\n]+")
_CLOSED = re.compile(r"[.!?…:;,\"”’')\]]\s*$")
# A column of wrapped text is at least this wide; shorter unclosed lines are lists or headings.
_WRAP_MIN = 45
# One or two unclosed lines are a title or a caption.
_WRAPPED_LINES = 3


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the decoded file: half-open offsets without the blanks around it, and its text as it is read.

    `pieces` are (text, start in the block, length there).
    """

    start: int
    end: int
    text: str
    pieces: tuple[Piece, ...]


def split_blocks(text: str, *, markdown: bool = False) -> tuple[Block, ...]:
    """Return the file's blocks in order; every character outside them is white space."""
    lines = [_trimmed(text, m.start(), m.end()) for m in _LINE.finditer(text)]
    groups = _paragraphs(text, [line for line in lines if line[0] < line[1]])
    if not _is_wrapped(text, groups):
        groups = [[line] for group in groups for line in group]
    return tuple(_block(text, group[0][0], group[-1][1], markdown) for group in groups)


def _block(text: str, start: int, end: int, markdown: bool) -> Block:
    pieces = read_line(_unwrapped(text[start:end]), markdown=markdown)
    return Block(start, end, joined(pieces), pieces)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    line = text[start:end]
    stripped = line.strip("\ufeff \t\u00a0\u3000")
    begin = start + line.find(stripped) if stripped else start
    return begin, begin + len(stripped)


def _paragraphs(text: str, lines: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    groups: list[list[tuple[int, int]]] = []
    for line in lines:
        if groups and not _has_empty_line(text[groups[-1][-1][1] : line[0]]):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _has_empty_line(gap: str) -> bool:
    return gap.replace("\r\n", "\n").replace("\r", "\n").count("\n") > 1


def _is_wrapped(text: str, groups: list[list[tuple[int, int]]]) -> bool:
    """Hard-wrapped text breaks long lines before their sentence has ended: most inner lines are unclosed."""
    inner = [text[a:b] for group in groups for a, b in group[:-1]]
    broken = [line for line in inner if len(line) >= _WRAP_MIN and " " in line and not _CLOSED.search(line)]
    return len(broken) >= _WRAPPED_LINES and len(broken) > len(inner) / 2


def _unwrapped(text: str) -> str:
    """Put a blank for each line end: the length stays, so offsets map one for one (\\r\\n gives two)."""
    return text.replace("\r", " ").replace("\n", " ")

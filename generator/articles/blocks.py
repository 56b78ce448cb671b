"""A file's text in blocks: a block is a line, or in hard-wrapped text the lines between two empty ones."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.articles.characters import read_line

_LINE = re.compile(r"[^\r\n]+")
_CLOSED = re.compile(r"[.!?…:;,\"”’')\]]\s*$")
# A column of wrapped text is at least this wide; shorter unclosed lines are lists or headings.
_WRAP_MIN = 45
# One or two broken lines may be a title or a caption; in wrapped prose two of three lines go on with a small
# letter.
_WRAPPED_LINES = 3
_WRAPPED_SHARE = 1 / 3
# A wrapped line is filled to more than this part of the column, but for a very long next word.
_ON_PURPOSE = 0.75
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the decoded file: half-open offsets without the blanks around it, and its text as it is read."""

    start: int
    end: int
    text: str


def split_blocks(text: str, *, markdown: bool = False) -> tuple[Block, ...]:
    """Return the file's blocks in order; every character outside them is white space."""
    lines = [_trimmed(text, m.start(), m.end()) for m in _LINE.finditer(text)]
    groups = _paragraphs(text, [line for line in lines if line[0] < line[1]])
    broken = _broken_lines(text, groups)
    if len(broken) >= _WRAPPED_LINES and len(broken) > sum(len(group) - 1 for group in groups) * _WRAPPED_SHARE:
        column = max(end - start for start, end in broken)
        groups = [part for group in groups for part in _unbroken(text, group, column)]
    else:
        groups = [[line] for group in groups for line in group]
    return tuple(_block(text, group[0][0], group[-1][1], markdown) for group in groups)


def part_block(block: Block, at: int) -> tuple[Block, ...]:
    """Return a block in two, the second with what stands from `at` of its text; whole where one would be empty.

    Both stand where the whole did. The blank between them is shown in neither.
    """
    first, second = block.text[:at].rstrip(), block.text[at:]
    if not first or not second:
        return (block,)
    return Block(block.start, block.end, first), Block(block.start, block.end, second)


def _block(text: str, start: int, end: int, markdown: bool) -> Block:
    return Block(start, end, read_line(_unwrapped(text[start:end]), markdown=markdown))


def _trimmed(text: str, start: int, end: int) -> Span:
    line = text[start:end]
    stripped = line.strip("\ufeff \t\u00a0\u3000")
    begin = start + line.find(stripped) if stripped else start
    return begin, begin + len(stripped)


def _paragraphs(text: str, lines: list[Span]) -> list[list[Span]]:
    groups: list[list[Span]] = []
    for line in lines:
        if groups and not _has_empty_line(text[groups[-1][-1][1] : line[0]]):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _has_empty_line(gap: str) -> bool:
    return gap.replace("\r\n", "\n").replace("\r", "\n").count("\n") > 1


def _broken_lines(text: str, groups: list[list[Span]]) -> list[Span]:
    """Return the long lines that end before their sentence does: the next begins with a small letter."""
    return [
        line
        for group in groups
        for line, after in pairwise(group)
        if line[1] - line[0] >= _WRAP_MIN
        and text[after[0]].islower()
        and not _CLOSED.search(text, max(line[0], line[1] - 3), line[1])
        and " " in text[line[0] : line[1]]
    ]


def _unbroken(text: str, group: list[Span], column: int) -> Iterator[list[Span]]:
    """Part a paragraph where a line was ended on purpose: the next word would have stood well within the column."""
    part = group[:1]
    for line, after in pairwise(group):
        word = text[after[0] : after[1]].split(maxsplit=1)[0]
        if line[1] - line[0] + 1 + len(word) < column * _ON_PURPOSE:
            yield part
            part = []
        part.append(after)
    yield part


def _unwrapped(text: str) -> str:
    return text.replace("\r", " ").replace("\n", " ")

"""Read an article from plain text: each line is metadata, text, a heading, or dropped with a reason."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from generator.articles.blocks import Block, split_blocks
from generator.articles.boilerplate import caption_reason, goes_on, is_closed, is_label, match_boilerplate
from generator.articles.dating import date_by_own_words
from generator.articles.header import Header, agency_of, outlet_of, read_header
from generator.articles.language import language_of
from generator.model.article import Article, Dropped, Heading, Run
from generator.model.characters import clean, clean_spans

# A line without a stop that is as long as a sentence is a caption, a teaser or a standfirst, not a heading.
_HEADING_WORDS = 12
_LIST_ITEMS = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A block with its class; `why` says why it was dropped."""

    block: Block
    kind: Literal["metadata", "text", "heading", "dropped"]
    why: str | None = None


def read_text(decoded: str, file: str) -> Article:
    """Return the article that a decoded text file holds; its `text` may be empty."""
    blocks = split_blocks(decoded)
    starts = _line_starts(decoded)
    header = read_header(blocks, [bisect_right(starts, block.start) for block in blocks])
    lines = class_lines(blocks, header)
    return _article(lines, header, file)


def class_lines(blocks: Sequence[Block], header: Header) -> tuple[Line, ...]:
    """Give every block exactly one class."""
    lines: list[Line] = []
    appeal: str | None = None
    last_text = max((i for i, b in enumerate(blocks) if i not in header.used and is_closed(b.text)), default=-1)
    for index, block in enumerate(blocks):
        if index in header.used:
            lines.append(Line(block, "metadata"))
            continue
        found = match_boilerplate(block.text)
        if found:
            why, begins_block = found
            # A slogan above the article is a line of its own: what follows it is the article.
            appeal = why if begins_block and any(line.kind == "text" for line in lines) else appeal
            lines.append(Line(block, "dropped", why))
        elif appeal and goes_on(block.text):
            lines.append(Line(block, "dropped", appeal))
        else:
            appeal = None
            lines.append(_class_prose(block, is_last=index > last_text))
    return _lists_dropped(lines)


def _lists_dropped(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Three and more headings in a row head nothing: they are the items of a list or a table."""
    result: list[Line] = []
    for kind, run in groupby(lines, key=lambda line: line.kind):
        items = list(run)
        if kind == "heading" and len(items) >= _LIST_ITEMS:
            items = [Line(item.block, "dropped", "an item of a list or table, not a sentence") for item in items]
        result += items
    return tuple(result)


def _class_prose(block: Block, *, is_last: bool) -> Line:
    if why := caption_reason(block.text):
        return Line(block, "dropped", why)
    if is_closed(block.text):
        return Line(block, "text")
    if is_last and is_label(block.text):
        return Line(block, "dropped", "a label after the end of the article")
    if len(block.text.split()) <= _HEADING_WORDS:
        return Line(block, "heading")
    return Line(block, "dropped", "no closing stop: a caption, a teaser or a standfirst")


def _article(lines: Sequence[Line], header: Header, file: str) -> Article:
    text, runs, headings = _join(lines)
    dropped = tuple(Dropped(clean(line.block.text), line.why) for line in lines if line.why)
    published, how_dated = header.published, header.how_dated
    if published is None and (dated := date_by_own_words(text)):
        published, how_dated = dated
    return Article(
        file=file,
        text=text,
        title=clean(header.title) if header.title else None,
        title_from=header.title_from,
        outlet=outlet_of(header.url, [d.text for d in dropped]),
        author=clean(header.author) if header.author else None,
        agency=next((name for part in text.split("\n\n") if (name := agency_of(part))), None),
        published=published,
        how_dated=how_dated,
        url=header.url,
        language=language_of(text),
        headings=headings,
        dropped=dropped,
        runs=runs,
    )


def _join(lines: Sequence[Line]) -> tuple[str, tuple[Run, ...], tuple[Heading, ...]]:
    """Join the text blocks with empty lines between, keeping where each character stands in the file."""
    pieces: list[str] = []
    runs: list[Run] = []
    headings: list[Heading] = []
    length = 0
    for line in lines:
        if line.kind == "heading":
            headings.append(Heading(clean(line.block.text), length + 2 if length else 0))
        if line.kind != "text":
            continue
        if pieces:
            pieces.append("\n\n")
            length += 2
        for piece, start, taken in clean_spans(line.block.text):
            runs += _runs(length, line.block.start + start, len(piece), taken)
            pieces.append(piece)
            length += len(piece)
    return "".join(pieces), tuple(runs), tuple(headings)


def _runs(start: int, file_start: int, length: int, taken: int) -> list[Run]:
    if length == taken:
        return [Run(start, file_start, length)]
    return [Run(start + i, file_start + min(i, taken - 1), 1) for i in range(length)]


def _line_starts(text: str) -> list[int]:
    return [0, *(i + 1 for i, char in enumerate(text) if char == "\n")]

"""Read an article from plain text or Markdown: each line is metadata, text, a heading, or dropped with a reason."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from generator.articles.blocks import Block, split_blocks
from generator.articles.boilerplate import caption_reason, goes_on, is_closed, is_label, match_boilerplate
from generator.articles.dating import date_by_own_words
from generator.articles.front_matter import read_front_matter
from generator.articles.header import Header, outlet_of, read_header
from generator.articles.language import language_of
from generator.articles.opening import agency_of, dateline_of
from generator.model.article import Article, Dropped, Heading, LineEdits, Run

# A line without a stop that is as long as a sentence is a caption, a teaser or a standfirst, not a heading.
_HEADING_WORDS = 12
_LIST_ITEMS = 3
_LIST = "an item of a list or table, not a sentence"
_FRAGMENT = "no closing stop: a caption, a teaser or a standfirst"
_BY_HAND = "dropped by an editor"
Form = Literal["plain", "markdown", "page"]
NO_EDITS = LineEdits()


@dataclass(frozen=True, slots=True)
class Line:
    """A block with its class; `why` says why it was dropped."""

    block: Block
    kind: Literal["metadata", "text", "heading", "dropped"]
    why: str | None = None


def read_text(decoded: str, file: str, edits: LineEdits = NO_EDITS) -> Article:
    """Return the article that a decoded text file holds; its `text` may be empty."""
    header, body = read_front_matter(decoded)
    markdown = body > 0 or file.lower().endswith((".md", ".markdown"))
    blocks = split_blocks(decoded, markdown=markdown)
    header.used |= {index for index, block in enumerate(blocks) if block.start < body}
    starts = _line_starts(decoded)
    read_header(header, blocks, [bisect_right(starts, block.start) for block in blocks])
    return make_article(blocks, header, file, edits, "markdown" if markdown else "plain")


def class_lines(blocks: Sequence[Block], header: Header, form: Form = "plain") -> tuple[Line, ...]:
    """Give every block exactly one class; takes the standfirst, if there is one, into the header."""
    lines: list[Line] = []
    appeal: str | None = None
    last_text = max((i for i, b in enumerate(blocks) if i not in header.used and is_closed(b.text)), default=-1)
    for index, block in enumerate(blocks):
        if index in header.used:
            lines.append(Line(block, "metadata"))
            continue
        found = match_boilerplate(block.text)
        started = any(line.kind == "text" for line in lines)
        if form == "markdown" and block.text.startswith("#"):
            lines.append(Line(block, "heading"))
        elif found:
            why, begins_block = found
            # A slogan above the article is a line of its own: what follows it is the article.
            appeal = why if begins_block and started else appeal
            lines.append(Line(block, "dropped", why))
        elif appeal and goes_on(block.text):
            lines.append(Line(block, "dropped", appeal))
        elif (
            header.standfirst is None and not started and header.title and form != "page" and _is_standfirst(block)
        ):
            header.standfirst = block.text
            lines.append(Line(block, "metadata"))
        else:
            appeal = None
            lines.append(_class_prose(block, form, is_last=index > last_text))
    return _class_lists(lines, form)


def apply_edits(lines: Sequence[Line], edits: LineEdits) -> tuple[Line, ...]:
    """Give the lines that an editor restored or dropped the class that they were given by hand."""
    return tuple(
        Line(line.block, "text")
        if line.block.text in edits.restore
        else Line(line.block, "dropped", _BY_HAND)
        if line.block.text in edits.drop
        else line
        for line in lines
    )


def _is_standfirst(block: Block) -> bool:
    """A line under the title that is as long as a sentence and has no stop."""
    return len(block.text.split()) > _HEADING_WORDS and not is_closed(block.text) and not caption_reason(block.text)


def _class_lists(lines: Sequence[Line], form: Form) -> tuple[Line, ...]:
    """Three and more headings in a row head nothing: they are the items of a list or a table.

    In a page's body, which was found by its markup, they are its text; in plain text they may be anything.
    """
    result: list[Line] = []
    for kind, run in groupby(lines, key=lambda line: line.kind):
        items = list(run)
        if kind == "heading" and len(items) >= _LIST_ITEMS:
            items = [
                Line(item.block, "text") if form == "page" else Line(item.block, "dropped", _LIST) for item in items
            ]
        result += items
    return tuple(result)


def _class_prose(block: Block, form: Form, *, is_last: bool) -> Line:
    if why := caption_reason(block.text):
        return Line(block, "dropped", why)
    if is_closed(block.text):
        return Line(block, "text")
    if form != "page" and is_last and is_label(block.text):
        return Line(block, "dropped", "a label after the end of the article")
    if len(block.text.split()) <= _HEADING_WORDS:
        return Line(block, "heading")
    return Line(block, "text") if form == "page" else Line(block, "dropped", _FRAGMENT)


def make_article(
    blocks: Sequence[Block], header: Header, file: str, edits: LineEdits = NO_EDITS, form: Form = "plain"
) -> Article:
    """Return the article of a file's blocks, with what its header says and what its own words say."""
    lines = apply_edits(class_lines(blocks, header, form), edits)
    text, runs, headings = _join(lines)
    dropped = tuple(Dropped(line.block.text, line.why) for line in lines if line.why)
    published, how_dated = header.published, header.how_dated
    if published is None and (dated := date_by_own_words(text)):
        published, how_dated = dated
    paragraphs = text.split("\n\n")
    return Article(
        file=file,
        text=text,
        title=header.title,
        title_from=header.title_from,
        standfirst=header.standfirst,
        outlet=header.outlet or outlet_of(header.url, [d.text for d in dropped]),
        author=header.author,
        agency=agency_of(paragraphs, header.author, [d.text for d in dropped]),
        published=published,
        how_dated=how_dated,
        url=header.url,
        language=language_of(text),
        dateline=next((place for part in paragraphs if (place := dateline_of(part))), None),
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
            headings.append(Heading(line.block.text.lstrip("# "), length + 2 if length else 0))
        if line.kind != "text":
            continue
        if pieces:
            pieces.append("\n\n")
            length += 2
        for piece, start, taken in line.block.pieces:
            runs += _runs(length, line.block.start + start, len(piece), taken)
            pieces.append(piece)
            length += len(piece)
    return "".join(pieces), tuple(runs), tuple(headings)


def _runs(start: int, file_start: int, length: int, taken: int) -> list[Run]:
    if length == taken:
        return [Run(start, file_start, length)] if length else []
    return [Run(start + i, file_start + min(i, taken - 1), 1) for i in range(length)]


def _line_starts(text: str) -> list[int]:
    return [0, *(i + 1 for i, char in enumerate(text) if char == "\n")]

"""Read an article from plain text or Markdown, and make the article of lines that were classed."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from generator.articles.blocks import split_blocks
from generator.articles.dating import date_by_own_words
from generator.articles.edges import part_edges
from generator.articles.front_matter import read_front_matter
from generator.articles.header import Header, outlet_of, read_header
from generator.articles.language import language_of
from generator.articles.lines import NO_EDITS, Line, apply_edits, class_lines
from generator.articles.opening import agency_of, date_in_dateline, dateline_of, day_in_dateline
from generator.model.article import Article, Dropped, Heading, LineEdits, Run

_LINE_END = re.compile("\n")


def read_text(decoded: str, file: str, edits: LineEdits = NO_EDITS) -> Article:
    """Return the article that a decoded text file holds; its `text` may be empty."""
    header, lines = class_text(decoded, file)
    return make_article(header, apply_edits(lines, edits), file)


def class_text(decoded: str, file: str) -> tuple[Header, tuple[Line, ...]]:
    """Return what a text file says of its article, and the class of each of its lines."""
    header, body = read_front_matter(decoded)
    markdown = body > 0 or file.lower().endswith((".md", ".markdown"))
    blocks = split_blocks(decoded, markdown=markdown)
    header.used |= {index for index, block in enumerate(blocks) if block.start < body}
    starts = _line_starts(decoded)
    read_header(header, blocks, [bisect_right(starts, block.start) for block in blocks])
    blocks = part_edges(blocks, header)
    return header, class_lines(blocks, header, "markdown" if markdown else "plain")


def make_article(header: Header, lines: Sequence[Line], file: str) -> Article:
    """Return the article of a file's lines, with what its header says and what its own words say."""
    text, runs, headings = _join(lines)
    dropped = tuple(Dropped(line.block.text, line.why) for line in lines if line.why)
    paragraphs = [line.block.text for line in lines if line.kind == "text"]
    prose = "\n\n".join(paragraphs)
    published, how_dated = _date(header, paragraphs, prose)
    return Article(
        file=file,
        text=text,
        title=header.title,
        title_from=header.title_from,
        standfirst=header.standfirst,
        outlet=header.outlet or outlet_of(header.url, [d.text for d in dropped]),
        author=header.author,
        agency=agency_of(paragraphs, header.credit, [d.text for d in dropped]),
        published=published,
        how_dated=how_dated,
        url=header.url,
        language=language_of(prose),
        dateline=header.dateline or next((place for part in paragraphs if (place := dateline_of(part))), None),
        dateline_day=header.dateline_day or next(filter(None, map(day_in_dateline, paragraphs)), None),
        headings=headings,
        rows=tuple(line.block.text for line in lines if line.kind == "row"),
        dropped=dropped,
        runs=runs,
    )


def _date(header: Header, paragraphs: Sequence[str], text: str) -> tuple[str | None, str | None]:
    if header.published:
        return header.published, header.how_dated
    if day := next((day for part in paragraphs if (day := date_in_dateline(part))), None):
        return day, "the dateline"
    return date_by_own_words(text) or (None, None)


def _join(lines: Sequence[Line]) -> tuple[str, tuple[Run, ...], tuple[Heading, ...]]:
    """Join the text blocks with empty lines between, keeping where each character stands in the file."""
    pieces: list[str] = []
    runs: list[Run] = []
    headings: list[Heading] = []
    length = 0
    for line in lines:
        if line.kind == "heading":
            headings.append(Heading(line.block.text.lstrip("# "), length + 2 if length else 0))
        if line.kind not in {"text", "row"}:
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
    return [0, *(match.end() for match in _LINE_END.finditer(text))]

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
from generator.model.article import Article, Dropped, Heading, LineEdits

_LINE_END = re.compile("\n")
_BETWEEN = "\n\n"


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
    text, headings = _join(lines)
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
    )


def _date(header: Header, paragraphs: Sequence[str], text: str) -> tuple[str | None, str | None]:
    if header.published:
        return header.published, header.how_dated
    if day := next((day for part in paragraphs if (day := date_in_dateline(part))), None):
        return day, "the dateline"
    return date_by_own_words(text) or (None, None)


def _join(lines: Sequence[Line]) -> tuple[str, tuple[Heading, ...]]:
    """Join the blocks of text with empty lines between, keeping where the headings stand."""
    parts: list[str] = []
    headings: list[Heading] = []
    length = 0
    for line in lines:
        if line.kind == "heading":
            headings.append(Heading(line.block.text.lstrip("# "), length))
        elif line.kind in {"text", "row"}:
            parts.append(line.block.text)
            length += len(line.block.text) + len(_BETWEEN)
    return _BETWEEN.join(parts), tuple(headings)


def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in _LINE_END.finditer(text))]

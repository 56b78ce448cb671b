"""Read an article from a saved HTML page: trafilatura finds the body, the page's own marks tell the rest."""

import trafilatura

from generator.articles.blocks import split_blocks
from generator.articles.header import Header, listed_outlet
from generator.articles.lines import NO_EDITS, Line, apply_edits, class_lines
from generator.articles.stamps import date_in_address
from generator.articles.text import make_article
from generator.model.article import Article, LineEdits

_WHERE = "the page's own metadata"


def read_page(decoded: str, file: str, edits: LineEdits = NO_EDITS) -> Article:
    """Return the article of a page; `runs` map its text to the body as trafilatura yields it.

    trafilatura reads title, date, author and outlet from JSON-LD, OpenGraph and meta tags.
    """
    header, lines = class_page(decoded)
    return make_article(header, apply_edits(lines, edits), file)


def class_page(decoded: str) -> tuple[Header, tuple[Line, ...]]:
    """Return what a page says of its article, and the class of each line of the body as trafilatura yields it."""
    header = _metadata(decoded)
    return header, class_lines(split_blocks(read_body(decoded)), header, "page")


def read_body(decoded: str) -> str:
    return trafilatura.extract(decoded, include_comments=False, include_tables=False) or ""


def _metadata(decoded: str) -> Header:
    known = trafilatura.extract_metadata(decoded)
    if known is None:
        return Header()
    header = Header(title=_line(known.title), author=_line(known.author), url=known.url)
    header.title_from = _WHERE if header.title else None
    header.outlet = listed_outlet(known.url) or _line(known.sitename)
    if known.date:
        header.published, header.how_dated = known.date, _WHERE
    elif known.url and (day := date_in_address(known.url)):
        header.published, header.how_dated = day, "the article's address"
    return header


def _line(value: str | None) -> str | None:
    blocks = split_blocks(value or "")
    return blocks[0].text if blocks else None

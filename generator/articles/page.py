"""Read an article from a saved HTML page: trafilatura finds the body, the page's own marks tell the rest."""

import trafilatura

from generator.articles.blocks import split_blocks
from generator.articles.header import Header, date_in_address, outlet_of
from generator.articles.text import NO_EDITS, make_article
from generator.model.article import Article, LineEdits

_WHERE = "the page's own metadata"


def read_page(decoded: str, file: str, edits: LineEdits = NO_EDITS) -> Article:
    """Return the article of a page; `runs` map its text to the body as trafilatura yields it.

    trafilatura reads title, date, author and outlet from JSON-LD, OpenGraph and meta tags.
    """
    body = trafilatura.extract(decoded, include_comments=False, include_tables=False) or ""
    return make_article(split_blocks(body), _metadata(decoded), file, edits, "page")


def _metadata(decoded: str) -> Header:
    known = trafilatura.extract_metadata(decoded)
    if known is None:
        return Header()
    header = Header(title=_line(known.title), author=_line(known.author), url=known.url)
    header.title_from = _WHERE if header.title else None
    header.outlet = outlet_of(known.url, []) or _line(known.sitename)
    if known.date:
        header.published, header.how_dated = known.date, _WHERE
    elif known.url and (day := date_in_address(known.url)):
        header.published, header.how_dated = day.isoformat(), "the article's address"
    return header


def _line(value: str | None) -> str | None:
    blocks = split_blocks(value or "")
    return blocks[0].text if blocks else None

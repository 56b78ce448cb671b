"""Read an article from a saved HTML page: trafilatura finds the body, the page's own marks tell the rest."""

import re

import trafilatura

from generator.articles.addresses import is_address
from generator.articles.blocks import Block, split_blocks
from generator.articles.bylines import tidy_authors
from generator.articles.edges import part_edges
from generator.articles.header import Header, listed_outlet
from generator.articles.lines import NO_EDITS, Line, apply_edits, class_lines
from generator.articles.stamps import date_in_address, read_stamp
from generator.articles.text import make_article
from generator.model.article import Article, LineEdits

_WHERE = "the page's own metadata"
_BODY_TOP = "the top of the page's text"
# Ferry fares to fall | The Fjord Courier
_SEPARATOR = re.compile(r"\s(?:[|•·:»«]|[-–—]{1,2})\s|\s?\|\s?|:\s")
# A date in the first lines of the body is the article's own; further down it may be anyone's.
_TOP_LINES = 3


def read_page(decoded: str, file: str, edits: LineEdits = NO_EDITS) -> Article:
    """Return the article of a page; trafilatura reads title, date, author and outlet from its metadata.

    These are JSON-LD, OpenGraph and meta tags.
    """
    header, lines = class_page(decoded)
    return make_article(header, apply_edits(lines, edits), file)


def class_page(decoded: str) -> tuple[Header, tuple[Line, ...]]:
    """Return what a page says of its article, and the class of each line of the body as trafilatura yields it."""
    header = _metadata(decoded)
    blocks = split_blocks(read_body(decoded))
    _date_by_body(header, blocks)
    blocks = part_edges(blocks, header)
    return header, class_lines(blocks, header, "page")


def read_body(decoded: str) -> str:
    return trafilatura.extract(decoded, include_comments=False, include_tables=False) or ""


def _metadata(decoded: str) -> Header:
    # Without `extensive=False` any date that is found anywhere on the page would do, a neighbour's or the site's.
    known = trafilatura.extract_metadata(decoded, extensive=False)
    if known is None:
        return Header()
    title, credit, site = _line(known.title), _line(known.author), _line(known.sitename)
    url = known.url if known.url and is_address(known.url) else None
    header = Header(url=url, credit=credit, author=tidy_authors(credit) if credit else None)
    if title:
        header.title, header.title_from = _without_site(title, site, _headlines(decoded)), _WHERE
    # “The Fjord Courier | News from the coast”
    header.outlet = listed_outlet(url) or (site and site.split(" | ")[0])
    if known.date:
        header.published, header.how_dated = known.date, _WHERE
    elif url and (day := date_in_address(url)):
        header.published, header.how_dated = day, "the article's address"
    return header


def _date_by_body(header: Header, blocks: tuple[Block, ...]) -> None:
    for index, block in enumerate(blocks[:_TOP_LINES]):
        stamp = read_stamp(block.text)
        if stamp and stamp.edtf and not stamp.updated:
            header.used.add(index)
            if header.published is None:
                header.published, header.how_dated = stamp.edtf, _BODY_TOP
            return


def _headlines(decoded: str) -> tuple[str, ...]:
    tree = trafilatura.load_html(decoded)
    found = (" ".join(heading.text_content().split()) for heading in tree.iter("h1")) if tree is not None else ()
    return tuple(line for text in found if (line := _line(text)))


def _without_site(title: str, site: str | None, headlines: tuple[str, ...]) -> str:
    """Cut from a title the site's name, or what the page's own headline does not have."""
    for cut in _SEPARATOR.finditer(title):
        before, after = title[: cut.start()].strip(), title[cut.end() :].strip()
        for part, rest in ((before, after), (after, before)):
            if _same(part, headlines) or (site and _same(rest, (site,))):
                return part
    return title


def _same(words: str, others: tuple[str, ...]) -> bool:
    return any(_letters(words) == _letters(other) for other in others)


def _letters(words: str) -> str:
    return re.sub(r"\W", "", words).casefold()


def _line(value: str | None) -> str | None:
    blocks = split_blocks(value or "")
    return blocks[0].text if blocks else None

"""Read an article from a saved HTML page; trafilatura finds the body, the page's own marks the rest."""

import trafilatura

from generator.articles.header import date_in_address, outlet_of
from generator.articles.language import language_of
from generator.model.article import Article, Run
from generator.model.characters import clean, clean_spans


def read_page(decoded: str, file: str) -> Article:
    """Return the article of a page; `runs` map its text to the body as trafilatura yields it."""
    body = trafilatura.extract(decoded, include_comments=False, include_tables=False, favor_precision=False) or ""
    known = trafilatura.extract_metadata(decoded)
    url = known.url if known else None
    published, how = (known.date, "the page's own metadata") if known and known.date else (None, None)
    if published is None and url and (day := date_in_address(url)):
        published, how = day.isoformat(), "the article's address"
    text, runs = _paragraphs(body)
    return Article(
        file=file,
        text=text,
        title=clean(known.title) if known and known.title else None,
        title_from="the page's own metadata" if known and known.title else None,
        outlet=outlet_of(url, []) or (clean(known.sitename) if known and known.sitename else None),
        author=clean(known.author) if known and known.author else None,
        published=published,
        how_dated=how,
        url=url,
        language=language_of(text),
        runs=runs,
    )


def _paragraphs(body: str) -> tuple[str, tuple[Run, ...]]:
    """Part the body's lines by empty lines, keeping where each character stands in it."""
    pieces: list[str] = []
    runs: list[Run] = []
    length = position = 0
    for line in body.split("\n"):
        stripped = line.strip()
        if stripped:
            if pieces:
                pieces.append("\n\n")
                length += 2
            begin = position + line.find(stripped)
            for piece, start, taken in clean_spans(stripped):
                same = len(piece) == taken
                spans = [(0, len(piece))] if same else [(i, 1) for i in range(len(piece))]
                runs += [Run(length + i, begin + start + min(i, taken - 1), n) for i, n in spans]
                pieces.append(piece)
                length += len(piece)
        position += len(line) + 1
    return "".join(pieces), tuple(runs)

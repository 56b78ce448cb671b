"""Figures of lists of results, which are no sentences: “Harbour Party - 12 seats”."""

from collections.abc import Iterator

from generator.articles.results import read_row
from generator.extract.figures.numbers import read_number
from generator.extract.tokens import tokenize
from generator.lexicon import word_set
from generator.model.article import Article
from generator.model.findings import Figure, Sentence

# The rule of a row: what its figure measures is whose it is, as the row has it.
ROW = "row"


def find_rows(article: Article) -> Iterator[Figure]:
    """Yield the figures of an article's lists of results, in document order; not of rows that name nobody."""
    at, rows = 0, frozenset(article.rows)
    for line in article.text.split("\n\n") if rows else ():
        row = read_row(line) if line in rows else None
        number = row and read_number(tokenize(line, [Sentence(row.start, row.end, 0)])[0], 0)
        if row and number and row.name.lower() not in word_set("results", "nobody"):
            yield Figure(
                at + row.start, at + row.end, line[row.start : row.end], number.value, row.unit, None, None,
                row.name, None, "reported", ROW,
            )  # fmt: skip
        at += len(line) + 2

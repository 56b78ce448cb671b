"""An article as it reads once repaired, and the way back from each character of that to the text as printed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from generator.model.article import Article
from generator.model.findings import DateMention, Event, Figure, Findings, Name, Quotation, Sentence

TextFound = TypeVar("TextFound", Quotation, DateMention, Figure)
Found = TypeVar("Found", Sentence, Name, Quotation, DateMention, Event, Figure)
# What stands between paragraphs whose order is not known: nothing is carried over it from one to the next.
_DIVIDER = "* * *"


@dataclass(frozen=True, slots=True)
class Reading:
    """`text` with the recovered marks, in the recovered order; `places` gives each character's offset as printed.

    A place is None where the character (a recovered mark, a divider) is not in the text as printed.
    """

    text: str
    places: tuple[int | None, ...]

    def printed(self, start: int, end: int) -> tuple[int, int] | None:
        """Return a span of the reading as a span of the text as printed; None where nothing of it is printed.

        >>> Reading('"Go"', (None, 0, 1, None)).printed(0, 4)
        (0, 2)
        """
        inside = [place for place in self.places[start:end] if place is not None]
        return (inside[0], inside[-1] + 1) if inside and inside[0] <= inside[-1] else None


def read_repaired(article: Article) -> Reading:
    """Return the reading of an article; without repairs it is the text as it stands."""
    text: list[str] = []
    places: list[int | None] = []
    for paragraph in _in_order(article):
        if text:
            text.append("\n\n")
            places += [None, None]
        for piece, start in _pieces(article, *paragraph) if paragraph else ((_DIVIDER, None),):
            text.append(piece)
            places += [None if start is None else start + i for i in range(len(piece))]
    return Reading("".join(text), tuple(places))


def _in_order(article: Article) -> Iterator[tuple[int, int] | None]:
    """Yield the paragraphs (spans) in the recovered order, then the others, each behind a divider (None)."""
    spans: list[tuple[int, int]] = []
    position = 0
    for paragraph in article.text.split("\n\n"):
        spans.append((position, position + len(paragraph)))
        position += len(paragraph) + 2
    if not article.order:
        yield from spans
        return
    yield from (spans[number] for number in article.order)
    for number, span in enumerate(spans):
        if number not in article.order:
            yield None
            yield span


def _pieces(article: Article, start: int, end: int) -> Iterator[tuple[str, int | None]]:
    """Yield a paragraph in pieces: what is printed with its offset, recovered marks without."""
    position = start
    for recovered in article.recovered:
        if not start <= recovered.start <= recovered.end <= end:
            continue
        yield article.text[position : recovered.start], position
        position = recovered.start
        for character in recovered.text:
            if position < recovered.end and article.text[position] == character:
                yield character, position
                position += 1
            else:
                yield character, None
    yield article.text[position:end], position


def printed_findings(found: Findings, reading: Reading, article: Article) -> Findings:
    """Return findings of the reading as findings of the article, in the order of its text as printed."""
    sentences = [
        replace(sentence, paragraph=article.text.count("\n\n", 0, sentence.start))
        for sentence in _printed(found.sentences, reading)
    ]
    return Findings(
        article,
        tuple(sentences),
        _printed(found.names, reading),
        _with_text(_printed(found.quotations, reading), article),
        _with_text(_printed(found.dates, reading), article),
        _printed(found.events, reading),
        _with_text(_printed(found.figures, reading), article),
    )


def _printed(found: Iterable[Found], reading: Reading) -> tuple[Found, ...]:
    spans = ((one, reading.printed(one.start, one.end)) for one in found)
    moved = [replace(one, start=span[0], end=span[1]) for one, span in spans if span]
    return tuple(sorted(moved, key=lambda one: (one.start, one.end)))


def _with_text(found: Iterable[TextFound], article: Article) -> tuple[TextFound, ...]:
    return tuple(replace(one, text=article.text[one.start : one.end]) for one in found)

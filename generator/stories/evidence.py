"""Where a story says the same thing: each statement with its sentence in every article that carries it."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol, TypeVar

from generator.model.article import Article
from generator.model.briefing import Story
from generator.model.findings import DateMention, Event, Figure, Findings, Name, Quotation, Sentence
from generator.siblings import align_sentences
from generator.stories.words import content_words

# The schema's limit for one text; a longer "sentence" is a table or a list that was not split.
LONGEST_PASSAGE = 10_000
# No quotation of a news text is longer; a longer one is a mark that was never closed.
LONGEST_SPAN = 5_000
_BETWEEN = "\n\n"
# 2022-06-15; not: 2022-06-15?
_SURE_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Span(Protocol):
    """Anything with a half-open stretch of the text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


_SomeSpan = TypeVar("_SomeSpan", bound=Span)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A sentence of the story: the article's place in it and the sentence's place in the article."""

    article: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence as one article has it, with what was found in it."""

    place: Place
    start: int
    end: int
    text: str
    words: frozenset[str]
    names: tuple[Name, ...]
    quotations: tuple[Quotation, ...]
    dates: tuple[DateMention, ...]
    events: tuple[Event, ...]
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """A story's sentences, and which of them are one statement.

    `told` is by place, in order; `statements` are the places of each statement, in order; `origins` gives each
    article the number of the origin of its text: articles that print one text have one origin. `sure_days` are
    the days that some article's words give without doubt.
    """

    story: Story
    told: Mapping[Place, Told]
    statements: tuple[tuple[Place, ...], ...]
    statement_of: Mapping[Place, int]
    origins: tuple[int, ...]
    sure_days: frozenset[str]

    def sure(self, edtf: str) -> str:
        """Return a date without its `?` where another article of the story makes it sure."""
        return certain if (certain := edtf.rstrip("?")) in self.sure_days else edtf

    def findings(self, place: Place) -> Findings:
        return self.story.findings[place.article]

    def tellings(self, statement: int) -> list[Told]:
        return [self.told[place] for place in self.statements[statement]]

    def tellings_of(self, place: Place) -> list[Told]:
        """Return every telling of the statement that is made at `place`."""
        return self.tellings(self.statement_of[place])

    def sentences_at(self, article: int, start: int, end: int) -> list[Place]:
        """Return the sentences of an article that a span touches."""
        sentences = self.story.findings[article].sentences
        return [Place(article, at) for at in _touching(sentences, start, end)]

    def evidence(self, places: Iterable[Place]) -> dict[str, str | list[str]]:
        """Return the passages under their article's key; sentences next to each other in a paragraph are one."""
        found: dict[str, str | list[str]] = {}
        for article, group in groupby(sorted(set(places)), key=lambda place: place.article):
            passages = self._passages(article, [place.sentence for place in group])
            found[self.story.keys[article]] = passages[0] if len(passages) == 1 else passages
        return found

    def _passages(self, article: int, numbers: Sequence[int]) -> list[str]:
        findings = self.story.findings[article]
        stretches: list[tuple[Sentence, Sentence]] = []
        for number in numbers:
            sentence = findings.sentences[number]
            follows = number - 1 in numbers and stretches and stretches[-1][1].paragraph == sentence.paragraph
            if follows and sentence.end - stretches[-1][0].start <= LONGEST_PASSAGE:
                stretches[-1] = stretches[-1][0], sentence
            else:
                stretches.append((sentence, sentence))
        return [findings.article.text[first.start : last.end] for first, last in stretches]


def align_story(story: Story) -> Coverage:
    """Find the statements of a story: each article's sentences are held against those of all before it."""
    told: dict[Place, Told] = {}
    statements: list[list[Place]] = []
    pool: list[str] = []
    for index, findings in enumerate(story.findings):
        article_told = _tell(index, findings)
        told.update((one.place, one) for one in article_told)
        same = dict(align_sentences(findings.article, findings.sentences, *_pooled(pool))) if pool else {}
        for number, one in enumerate(article_told):
            if number in same:
                statements[same[number]].append(one.place)
            else:
                statements.append([one.place])
                pool.append(one.text)
    return Coverage(
        story,
        told,
        tuple(tuple(places) for places in statements),
        {place: number for number, places in enumerate(statements) for place in places},
        _origins(story),
        frozenset(m.edtf for one in told.values() for m in one.dates if m.edtf and _SURE_DAY.fullmatch(m.edtf)),
    )


def _pooled(texts: Sequence[str]) -> tuple[Article, tuple[Sentence, ...]]:
    """Return the texts as one article, so that a story of n articles needs n alignments, not n²."""
    sentences, start = [], 0
    for number, text in enumerate(texts):
        sentences.append(Sentence(start, start + len(text), number))
        start += len(text) + len(_BETWEEN)
    return Article(file="", text=_BETWEEN.join(texts)), tuple(sentences)


def _tell(index: int, findings: Findings) -> list[Told]:
    text = findings.article.text
    return [
        Told(
            Place(index, number),
            sentence.start,
            sentence.end,
            text[sentence.start : sentence.end],
            frozenset(content_words(text[sentence.start : sentence.end])),
            _within(findings.names, sentence),
            tuple(findings.quotations[at] for at in _touching(findings.quotations, sentence.start, sentence.end)),
            _within(findings.dates, sentence),
            _within(findings.events, sentence),
            _within(findings.figures, sentence),
        )
        for number, sentence in enumerate(findings.sentences)
    ]


def _within(spans: Sequence[_SomeSpan], sentence: Sentence) -> tuple[_SomeSpan, ...]:
    """Return the spans that begin in the sentence; `spans` are in document order."""
    first = bisect_left(spans, sentence.start, key=lambda span: span.start)
    last = bisect_left(spans, sentence.end, key=lambda span: span.start)
    return tuple(spans[first:last])


def _touching(spans: Sequence[Span], start: int, end: int) -> list[int]:
    """Return the places of the spans that share a character with `start` to `end`; `spans` are in order."""
    last = bisect_left(spans, end, key=lambda span: span.start)
    first = last
    # Spans may lie within one another (a quotation in a reported clause), but never over more than a few sentences.
    while first > 0 and spans[first - 1].start > start - LONGEST_SPAN:
        first -= 1
    return [at for at in range(first, last) if spans[at].end > start]


def _origins(story: Story) -> tuple[int, ...]:
    leader = list(range(len(story.keys)))
    for group in story.shared:
        for member in group.members:
            leader[member] = min(group.members)
    return tuple(leader)

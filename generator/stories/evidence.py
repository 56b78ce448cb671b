"""Where a story says the same thing: each statement with its sentence in every article that carries it."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol, TypeVar

from generator.model.article import Article
from generator.model.briefing import Story
from generator.model.findings import DateMention, Event, Figure, Findings, Name, Quotation, Sentence
from generator.siblings import align_sentences, normal_words
from generator.stories.headlines import find_headlines
from generator.stories.words import content_words

# The schema's limit for one text; a longer "sentence" is a table or a list that was not split, and is left out.
LONGEST_PASSAGE = 10_000
# No quotation of a news text is longer; a longer one is a mark that was never closed.
LONGEST_SPAN = 5_000
# Words in a row that a sentence shares with what may be the same sentence.
RUN = 3
# A run in more statements than this ("according to the") proposes none of them. Statements that are one share many
# runs, and print the same however often they are repeated.
COMMON_RUN = 25
_BETWEEN = "\n\n"
# 2022-06-15 | 2021; not: 2022-06-15?
_SURE = re.compile(r"\d{4}(?:-\d{2}){0,2}")


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

    def is_quoted(self, at: int) -> bool:
        """Tell whether a place of the article, within this sentence, stands in quotation marks."""
        return is_quoted(self.quotations, at)


@dataclass(frozen=True, slots=True)
class Coverage:
    """A story's sentences, and which of them are one statement.

    `told` is by place, in order; `statements` are the places of each statement, in order; `origins` gives each
    article the number of the origin of its text: articles that print one text have one origin. `sure_dates` are
    the dates that some article's words give without doubt.
    """

    story: Story
    told: Mapping[Place, Told]
    statements: tuple[tuple[Place, ...], ...]
    statement_of: Mapping[Place, int]
    origins: tuple[int, ...]
    sure_dates: frozenset[str]

    def sure(self, edtf: str) -> str:
        """Return a date without its `?` where another article of the story makes it sure."""
        return certain if (certain := edtf.rstrip("?")) in self.sure_dates else edtf

    def findings(self, place: Place) -> Findings:
        return self.story.findings[place.article]

    def is_damaged(self, told: Told) -> bool:
        """Tell whether another article had to supply marks that this one has lost in the sentence."""
        recovered = self.findings(told.place).article.recovered
        return any(lost.start < told.end and lost.end > told.start for lost in recovered)

    def undamaged_first(self) -> list[Told]:
        """Return all sentences in order, those of damaged text last: what is worded from them is worded well."""
        return sorted(self.told.values(), key=lambda told: (self.is_damaged(told), told.place))

    def tellings(self, statement: int) -> list[Told]:
        return [self.told[place] for place in self.statements[statement]]

    def tellings_of(self, place: Place) -> list[Told]:
        """Return every telling of the statement that is made at `place`."""
        return self.tellings(self.statement_of[place])

    def sentences_at(self, article: int, start: int, end: int) -> list[Place]:
        """Return the sentences of an article that a span touches."""
        sentences = self.story.findings[article].sentences
        places = [Place(article, at) for at in _touching(sentences, start, end)]
        return [place for place in places if place in self.told]

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


def is_quoted(quotations: Sequence[Quotation], at: int) -> bool:
    """Tell whether a place of the article stands in quotation marks: the words there are somebody's own."""
    return any(quotations[number].kind != "indirect" for number in _touching(quotations, at, at + 1))


def align_story(story: Story) -> Coverage:
    """Find the statements of a story: each sentence is held against those before it that may be the same."""
    told: dict[Place, Told] = {}
    statements: list[list[Place]] = []
    texts: list[str] = []
    holding: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, findings in enumerate(story.findings):
        article_told = _tell(index, findings)
        told.update((one.place, one) for one in article_told)
        runs = [_runs(one.text) for one in article_told]
        near = sorted({number for found in runs for number in _near(holding, found)})
        pairs = align_sentences(findings.article, findings.sentences, *pooled([texts[at] for at in near]))
        same = {sentence: near[at] for sentence, at in pairs}
        for one, found in zip(article_told, runs, strict=True):
            if one.place.sentence in same:
                statements[same[one.place.sentence]].append(one.place)
                continue
            for run in found:
                holding[run].append(len(statements))
            statements.append([one.place])
            texts.append(one.text)
    return Coverage(
        story,
        told,
        tuple(tuple(places) for places in statements),
        {place: number for number, places in enumerate(statements) for place in places},
        _origins(story),
        frozenset(m.edtf for one in told.values() for m in one.dates if m.edtf and _SURE.fullmatch(m.edtf)),
    )


def _near(holding: Mapping[tuple[str, ...], Sequence[int]], runs: Iterable[tuple[str, ...]]) -> set[int]:
    """Return the statements that share a run of words with a sentence, common runs aside."""
    lists = (holding.get(run, ()) for run in runs)
    return {number for numbers in lists if len(numbers) <= COMMON_RUN for number in numbers}


def _runs(text: str) -> set[tuple[str, ...]]:
    """Return the runs of words by which a sentence is looked up; the same sentence has one of them in common."""
    words = normal_words(text)
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def pooled(texts: Sequence[str]) -> tuple[Article, tuple[Sentence, ...]]:
    """Return sentences of several articles as one article: so a story of n needs n alignments, not n²."""
    sentences, start = [], 0
    for number, text in enumerate(texts):
        sentences.append(Sentence(start, start + len(text), number))
        start += len(text) + len(_BETWEEN)
    return Article(file="", text=_BETWEEN.join(texts)), tuple(sentences)


def _tell(index: int, findings: Findings) -> list[Told]:
    """Return the sentences of an article but its headlines, which what they stand over tells in full."""
    text, happenings, headlines = findings.article.text, findings.happenings, find_headlines(findings)
    return [
        Told(
            Place(index, number),
            sentence.start,
            sentence.end,
            text[sentence.start : sentence.end],
            frozenset(content_words(text[sentence.start : sentence.end])),
            within(findings.names, sentence.start, sentence.end),
            tuple(findings.quotations[at] for at in _touching(findings.quotations, sentence.start, sentence.end)),
            within(findings.dates, sentence.start, sentence.end),
            within(happenings, sentence.start, sentence.end),
            within(findings.figures, sentence.start, sentence.end),
        )
        for number, sentence in enumerate(findings.sentences)
        if sentence.end - sentence.start <= LONGEST_PASSAGE and number not in headlines
    ]


def within(spans: Sequence[_SomeSpan], start: int, end: int) -> tuple[_SomeSpan, ...]:
    """Return the spans that begin from `start` to `end`; `spans` are in document order."""
    first = bisect_left(spans, start, key=lambda span: span.start)
    last = bisect_left(spans, end, key=lambda span: span.start)
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

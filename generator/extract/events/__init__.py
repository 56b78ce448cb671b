"""Events: what an article reports as having happened, each clause with the day it took place."""

from collections.abc import Iterator, Sequence
from itertools import chain

from generator.extract.events.clauses import Clause, split_clauses
from generator.extract.events.dating import announced, dated
from generator.extract.events.telling import NEWS, Telling, headline, undated
from generator.extract.figures.tokens import Token, by_sentence, tokenize
from generator.lexicon import read_lexicon
from generator.model.article import Article
from generator.model.findings import DateMention, Event, Quotation, Sentence

__all__ = ["find_announced", "find_events"]

_HYPOTHETICALS: frozenset[str] = frozenset(read_lexicon("happenings")["hypotheticals"])


def find_events(
    article: Article, sentences: Sequence[Sentence], dates: Sequence[DateMention], quotations: Sequence[Quotation]
) -> tuple[Event, ...]:
    """Return the happenings that an article reports, in document order.

    What is quoted, planned, denied or only supposed is none. A clause without a date took place on the day the
    article tells of where it tells the news itself; background without a date is left out.
    """
    events: list[Event] = []
    telling = Telling.of(article)
    title = headline(article, sentences)
    for sentence, said, own, tokens in _walk(article, sentences, dates, quotations):
        if sentence is title:
            continue
        telling = telling.at(sentence)
        found = list(_happenings(tokens, own, said, article.published, telling))
        telling = telling.after(found, own, article.published)
        events += found
    if title is not None and (event := telling.event(title.start, title.end, NEWS)) and events:
        events.insert(0, event)
    return tuple(events)


def find_announced(
    article: Article, sentences: Sequence[Sentence], dates: Sequence[DateMention], quotations: Sequence[Quotation]
) -> tuple[Event, ...]:
    """Return what an article announces for a date after its publication, in document order: no happenings yet."""
    walk = _walk(article, sentences, dates, quotations)
    found = (
        announced(tokens, clause, _inside(tokens, clause, own), article.published)
        for _, said, own, tokens in walk
        for clause in _told_clauses(tokens, said)
    )
    return tuple(event for event in found if event is not None)


def _walk(
    article: Article, sentences: Sequence[Sentence], dates: Sequence[DateMention], quotations: Sequence[Quotation]
) -> Iterator[tuple[Sentence, list[Quotation], list[DateMention], tuple[Token, ...]]]:
    """Yield each sentence with the quotations and the calendar dates in it, and its tokens."""
    calendar = [date for date in dates if date.edtf and date.type in {"DATE", "TIME"}]
    parts = zip(sentences, by_sentence(sentences, quotations), by_sentence(sentences, calendar), strict=True)
    for sentence, said, own in parts:
        if tokens := tokenize(article.text, sentence):
            yield sentence, said, own, tokens


def _happenings(
    tokens: Sequence[Token],
    dates: Sequence[DateMention],
    said: Sequence[Quotation],
    published: str | None,
    telling: Telling,
) -> Iterator[Event]:
    reported = _covered(tokens, [quotation for quotation in said if quotation.kind == "indirect"])
    for clause in _told_clauses(tokens, said):
        own = _inside(tokens, clause, dates)
        event = dated(tokens, clause, own, published)
        if event is None and not own and clause.verbs[0].at not in reported:
            event = undated(tokens, clause, telling)
        if event is not None:
            yield event


def _told_clauses(tokens: Sequence[Token], said: Sequence[Quotation]) -> Iterator[Clause]:
    """Yield the clauses that the article tells in its own words and as fact, without the verbs that are quoted."""
    quoted = _covered(tokens, [quotation for quotation in said if quotation.kind != "indirect"])
    for clause in split_clauses(tokens):
        verbs = tuple(verb for verb in clause.verbs if verb.at not in quoted)
        if verbs and clause.opener not in _HYPOTHETICALS:
            yield clause._replace(verbs=verbs)


def _inside(tokens: Sequence[Token], clause: Clause, dates: Sequence[DateMention]) -> list[DateMention]:
    start, end = tokens[clause.start].start, tokens[clause.last - 1].end
    return [date for date in dates if start <= date.start and date.end <= end]


def _covered(tokens: Sequence[Token], spans: Sequence[Quotation]) -> frozenset[int]:
    covered = ([at for at, token in enumerate(tokens) if span.start <= token.start < span.end] for span in spans)
    return frozenset(chain.from_iterable(covered))

"""Time expressions: every date, time, duration and recurrence in an article, and when it is."""

from collections.abc import Sequence
from datetime import date
from itertools import zip_longest

from generator.extract.dates.context import Context, Reading
from generator.extract.dates.grammar import Phrase, find_phrases
from generator.extract.dates.lexer import read_tokens
from generator.extract.dates.resolve import resolve
from generator.extract.dates.screen import keep_times
from generator.extract.dates.settle import settle
from generator.extract.dates.tense import direction
from generator.model import edtf
from generator.model.article import Article
from generator.model.findings import DateMention, Sentence

__all__ = ["find_dates"]
# Two days that share neither year, month nor weekday: what comes out the same from both needs no day of publication.
ANY_DAYS = (date(1903, 2, 4), date(2088, 11, 23))


def find_dates(article: Article, sentences: Sequence[Sentence]) -> tuple[DateMention, ...]:
    """Return the expressions of time in document order, none over another.

    Where the day of publication is not known to the day, each expression is read from the first and from the last
    day it may be: what both readings share is certain.
    """
    text = article.text
    phrases = keep_times(find_phrases(read_tokens(text)), text)
    directions = _directions(phrases, text, sentences)
    first, last = edtf.bounds(article.published) if article.published else ANY_DAYS
    first, last = first or last or ANY_DAYS[0], last or first or ANY_DAYS[1]
    readings = _read(phrases, text, first, directions)
    others = readings if first == last else _read(phrases, text, last, directions)
    return tuple(
        settle(article, phrase, reading, other)
        for phrase, several, also in zip(phrases, readings, others, strict=True)
        for reading, other in zip(several, also, strict=False)
    )


def _read(phrases: list[Phrase], text: str, today: date, directions: dict[int, int]) -> list[list[Reading]]:
    context = Context(text, today, lambda phrase: directions[phrase.start])
    readings = []
    for phrase, after in zip_longest(phrases, phrases[1:]):
        context.after = after
        readings.append(resolve(phrase, context))
    return readings


def _directions(phrases: list[Phrase], text: str, sentences: Sequence[Sentence]) -> dict[int, int]:
    found, at = {}, 0
    for phrase in phrases:
        while at < len(sentences) - 1 and sentences[at].end <= phrase.start:
            at += 1
        span = (sentences[at].start, sentences[at].end) if sentences else (0, len(text))
        found[phrase.start] = direction(text, span, phrase.start, phrase.end)
    return found

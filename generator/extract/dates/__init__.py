"""Time expressions: every date, time, duration and recurrence in an article, and when it is.

text → tokens → phrases → readings → mentions
  lexer   grammar   resolve    settle
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence, Set
from datetime import date
from functools import cache

from generator.extract.dates.context import Context, Reading
from generator.extract.dates.counted import count_from_happenings
from generator.extract.dates.grammar import Phrase, find_phrases
from generator.extract.dates.lexer import read_tokens, timely_parts
from generator.extract.dates.resolve import resolve
from generator.extract.dates.screen import keep_times
from generator.extract.dates.settle import settle
from generator.extract.dates.tense import Signs, direction, read_signs
from generator.extract.dates.totals import after_totals
from generator.model.article import Article
from generator.model.edtf import bounds
from generator.model.findings import DateMention, Sentence

__all__ = ["find_dates"]

# Two days that share neither year, month nor weekday: what comes out the same from both needs no day of
# publication.
ANY_DAYS = (date(1903, 2, 4), date(2088, 11, 23))


def find_dates(
    article: Article, sentences: Sequence[Sentence], words: Sequence[Set[str]]
) -> tuple[DateMention, ...]:
    """Return the expressions of time in document order, none over another.

    `words` are those of each sentence, as `words_of` gives them.
    Where the day of publication is not known to the day, each expression is read from the first and from the last
    day it may be: what both readings share is certain.
    """
    text = article.text
    phrases = keep_times(find_phrases(read_tokens(text, timely_parts(text, sentences, words))), text)
    looks = _directions(text, sentences)
    first, last = bounds(article.published) if article.published else ANY_DAYS
    first, last = first or last or ANY_DAYS[0], last or first or ANY_DAYS[1]
    readings = _read(phrases, text, first, looks, earliest=first != last)
    others = readings if first == last else _read(phrases, text, last, looks)
    return tuple(
        settle(article, phrase, reading, other)
        for phrase, several, also in zip(phrases, readings, others, strict=True)
        for reading, other in zip(several, also, strict=False)
    )


def _read(
    phrases: Sequence[Phrase], text: str, today: date, looks: Callable[[Phrase], int], *, earliest: bool = False
) -> list[list[Reading]]:
    context = Context(text, today, looks, earliest=earliest)
    readings = []
    for at, phrase in enumerate(phrases):
        context.following = phrases[at + 1 : at + 3]
        readings.append(resolve(phrase, context))
    count_from_happenings(text, phrases, readings)
    return after_totals(text, phrases, readings, today) if earliest else readings


def _directions(text: str, sentences: Sequence[Sentence]) -> Callable[[Phrase], int]:
    """Return the function that tells whether the clause of an expression looks back or ahead; asked when needed."""
    starts = [sentence.start for sentence in sentences]

    @cache
    def signs(at: int) -> Signs:
        start, end = (sentences[at].start, sentences[at].end) if at >= 0 else (0, len(text))
        return read_signs(text, start, end)

    found: dict[int, int] = {}

    def look(phrase: Phrase) -> int:
        looks = found.get(phrase.start)
        if looks is None:
            at = bisect_right(starts, phrase.start) - 1
            found[phrase.start] = looks = direction(signs(at), phrase.start, phrase.end)
        return looks

    return look

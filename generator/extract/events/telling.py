"""The day an article tells of, and which of its undated clauses take it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Self

from generator.extract.events.clauses import Clause
from generator.extract.events.dating import certain, is_after
from generator.lexicon import read_lexicon
from generator.model.article import Article
from generator.model.edtf import bounds
from generator.model.findings import DateMention, Event, Sentence

NEWS = "headline"
_HYPOTHETICALS: frozenset[str] = frozenset(read_lexicon("happenings")["hypotheticals"])
_ASSERTED: frozenset[str] = frozenset(read_lexicon("happenings")["asserted"])
# Days before publication within which a dated lead is the news and not its background: a week's paper.
_NEWS = 14
# Sentences within which the news itself must come.
_LEAD = 3
# Sentences of one paragraph after an earlier date within which the past may still be that of the date.
_BACKGROUND = 2


@dataclass(frozen=True, slots=True)
class Telling:
    """How far the telling has come.

    `day` is the day of the news (EDTF), None where the day of publication is not known; `how` says from what it
    is known. The lead may still come within `to_come` sentences; `background` counts those that may be of an
    earlier date told before.
    """

    day: str | None
    how: str
    to_come: int = _LEAD
    paragraph: int = -1
    background: int = 0

    @classmethod
    def of(cls, article: Article) -> Self:
        return cls(article.published, "not dated in the text: the day of publication")

    def at(self, sentence: Sentence) -> Self:
        """Return the state at a sentence: a new paragraph ends what was background."""
        if sentence.paragraph == self.paragraph:
            return replace(self, background=max(0, self.background - 1))
        return replace(self, paragraph=sentence.paragraph, background=0)

    def after(self, found: Sequence[Event], dates: Sequence[DateMention], published: str | None) -> Self:
        """Return the state after a sentence, from the events and dates that it gave."""
        if not self.to_come:
            earlier = any(date.edtf and published and is_after(published, date.edtf) for date in dates)
            return replace(self, background=_BACKGROUND + 1) if earlier else self
        news = [event for event in found if _is_news(event, published)]
        if not news:
            return replace(self, to_come=self.to_come - 1)
        if news[0].edtf == self.day:
            return replace(self, to_come=0)
        return replace(
            self, day=news[0].edtf, how=f"not dated in the text: the day of the news, {news[0].how}", to_come=0
        )

    def event(self, start: int, end: int, rule: str) -> Event | None:
        """Return an event on the day of the news; None where nothing of that day is certain."""
        date = certain(self.day) if self.day else None
        return Event(start, end, date, self.day, False, self.how, rule) if date and self.day else None


def tells_news(clause: Clause, telling: Telling) -> str | None:
    """Return the rule by which an undated clause is of the day of the news, by its tense and place, or None."""
    verb = clause.verbs[0]
    if clause.opener is not None and clause.opener not in _ASSERTED:
        return None
    if telling.to_come and verb.tense in {"past", "perfect"}:
        return f"lead.{verb.tense}"
    has_said = verb.tense == "perfect" and verb.at == verb.first + 1  # not: has repeatedly said
    if verb.says and (has_said or verb.tense in {"past", "report"}):
        return "said"
    if verb.tense == "past" and not telling.background:
        return "narrated"
    return None


def headline(article: Article, sentences: Sequence[Sentence]) -> Sentence | None:
    """Return the first sentence where it is the title again, and tells of a thing that has happened."""
    if not sentences or article.title is None:
        return None
    words = article.text[sentences[0].start : sentences[0].end].split()
    if words != article.title.split() or words[-1].endswith((".", "?", "!")):
        return None
    planned = "to" in words and not any(word.islower() for word in words[: words.index("to")])
    return None if planned or _HYPOTHETICALS & set(words) else sentences[0]


def _is_news(event: Event, published: str | None) -> bool:
    """Tell whether an event is of the last days before publication, so that the article may be about it."""
    last, first = bounds(published)[1] if published else None, bounds(event.edtf)[0]
    if last is None or first is None:
        return event.edtf == published
    return event.edtf == published or (len(event.date) == 10 and (last - first).days <= _NEWS)

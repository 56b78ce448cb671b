"""Events: what an article reports as having happened, each clause with the day it took place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.extract.events.clauses import Clause, Verb, split_clauses
from generator.extract.events.dating import certain, dated_noun, governing_verb
from generator.extract.figures.tokens import Token, tokenize
from generator.lexicon import read_lexicon
from generator.model.article import Article
from generator.model.edtf import bounds
from generator.model.findings import DateMention, Event, Quotation, Sentence

__all__ = ["find_events"]

_HYPOTHETICALS: frozenset[str] = frozenset(read_lexicon("happenings")["hypotheticals"])
_HAPPENED = frozenset({"past", "perfect", "pluperfect", "participle", "state"})


@dataclass(frozen=True, slots=True)
class _Told:
    """The day that the story is being told of, and how that is known."""

    edtf: str
    how: str


def find_events(
    article: Article, sentences: Sequence[Sentence], dates: Sequence[DateMention], quotations: Sequence[Quotation]
) -> tuple[Event, ...]:
    """Return the happenings that an article reports, in document order.

    What is quoted, planned, denied or only supposed is none. A clause without a date took place on the day the
    article tells of where it tells the news itself; background without a date is left out.
    """
    quoted = [(q.start, q.end) for q in quotations if q.kind in {"direct", "partial"}]
    reported = [(q.start, q.end) for q in quotations if q.kind == "indirect"]
    told = _Told(article.published, "the day of publication") if article.published else None
    events: list[Event] = []
    lead, paragraph, shifted = True, -1, False
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            paragraph, shifted = sentence.paragraph, False
        inside = [
            date
            for date in dates
            if sentence.start <= date.start
            and date.end <= sentence.end
            and date.edtf
            and date.type in {"DATE", "TIME"}
        ]
        tokens = tokenize(article.text, sentence)
        if not tokens:
            continue
        found = list(_sentence_events(article, tokens, inside, quoted, reported, told, lead, shifted))
        if not lead:
            shifted = shifted or any(_is_earlier(date.edtf, article.published) for date in inside)
        elif any(len(event.date) == 10 for event in found):
            told = next(
                _Told(e.edtf, f"the day of the events it follows: {e.how}") for e in found if len(e.date) == 10
            )
        lead = lead and not found
        events += found
    return tuple(events)


def _sentence_events(
    article: Article,
    tokens: Sequence[Token],
    dates: Sequence[DateMention],
    quoted: Sequence[tuple[int, int]],
    reported: Sequence[tuple[int, int]],
    told: _Told | None,
    lead: bool,
    shifted: bool,
) -> Iterator[Event]:
    for clause in split_clauses(tokens):
        verbs = [verb for verb in clause.verbs if not _within(tokens[verb.at], quoted)]
        if not verbs or clause.opener in _HYPOTHETICALS:
            continue
        clause = clause._replace(verbs=tuple(verbs))
        own = [
            date
            for date in dates
            if tokens[clause.start].start <= date.start and date.end <= tokens[clause.last - 1].end
        ]
        event = _dated(article, tokens, clause, own)
        if event is None and not own and told is not None:
            main = not _within(tokens[verbs[0].at], reported) and clause.opener in {None, "but"}
            event = _undated(tokens, clause, verbs[0], told, lead, shifted) if main else None
        if event is not None:
            yield event


def _dated(article: Article, tokens: Sequence[Token], clause: Clause, dates: Sequence[DateMention]) -> Event | None:
    """Date a clause by the date mention that belongs to its verb, or to a noun that names a happening."""
    for date in dates:
        verb = governing_verb(tokens, clause, date)
        day = certain(date.edtf) if date.edtf else None
        if day is None or date.edtf is None or _is_later(date.edtf, article.published):
            continue
        how = date.how or f"“{date.text}” in the text"
        if noun := dated_noun(tokens, date):
            return Event(
                tokens[noun[0]].start, tokens[noun[1] - 1].end, day, date.edtf, date.how is None, how, "dated-noun"
            )
        if verb is not None and verb.tense in _HAPPENED:
            start, end = _span(tokens, clause)
            return Event(start, end, day, date.edtf, date.how is None, how, f"dated.{verb.tense}")
    return None


def _undated(
    tokens: Sequence[Token], clause: Clause, verb: Verb, told: _Told, lead: bool, shifted: bool
) -> Event | None:
    """Give the day the story tells of to a clause of the news itself."""
    rule = None
    if verb.tense in {"past", "perfect"} and lead:
        rule = f"lead.{verb.tense}"
    elif verb.says and verb.tense in {"past", "report"} and not shifted:
        rule = "said"
    elif verb.tense == "past" and not shifted:
        rule = "narrated"
    day = certain(told.edtf)
    if rule is None or day is None:
        return None
    start, end = _span(tokens, clause)
    return Event(start, end, day, told.edtf, False, told.how, rule)


def _span(tokens: Sequence[Token], clause: Clause) -> tuple[int, int]:
    return tokens[clause.start].start, tokens[clause.last - 1].end


def _within(token: Token, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= token.start and token.end <= end for start, end in spans)


def _is_later(edtf: str, published: str | None) -> bool:
    if published is None:
        return False
    first, last = bounds(edtf)[0], bounds(published)[1]
    return first is not None and last is not None and first > last


def _is_earlier(edtf: str | None, published: str | None) -> bool:
    if edtf is None or published is None:
        return False
    last, first = bounds(edtf)[1], bounds(published)[0]
    return first is not None and last is not None and last < first

"""Events: what an article reports as having happened, each clause with the day it took place."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.extract.events.clauses import Clause, split_clauses
from generator.extract.events.dating import Dating, bears_on, date_nouns, date_plan, date_verb, is_after
from generator.extract.events.telling import NEWS, Telling, headline, tells_news
from generator.extract.tokens import Place, Token, by_part, covered, token_at
from generator.lexicon import read_lexicon
from generator.model.article import Article
from generator.model.findings import DateMention, Event, Quotation, Sentence

__all__ = ["find_announced", "find_events"]

_JOINTS = frozenset({"and", "but", "or", ",", ";", ":", "—", "–", "-", "(", "[", "“", "‘"})
_TOGETHER: frozenset[str] = frozenset(read_lexicon("happenings")["together"])
_RELATIVES: frozenset[str] = frozenset(read_lexicon("happenings")["relatives"])
_HYPOTHETICALS: frozenset[str] = frozenset(read_lexicon("happenings")["hypotheticals"])


def find_events(
    article: Article,
    sentences: Sequence[Sentence],
    tokens_by_sentence: Sequence[Sequence[Token]],
    dates: Sequence[DateMention],
    quotations: Sequence[Quotation],
) -> tuple[Event, ...]:
    """Return the happenings that an article reports, in document order.

    What is quoted, planned, denied or only supposed is none. A clause without a date took place on the day the
    article tells of where it tells the news itself; background without a date is left out.
    """
    events: list[Event] = []
    telling = Telling.of(article)
    title = headline(article, sentences)
    for sentence, said, own, tokens in _walk(sentences, tokens_by_sentence, dates, quotations):
        if sentence is title:
            continue
        telling = telling.at(sentence)
        quoted = _quoted(tokens, said)
        clauses = list(_told_clauses(tokens, quoted))
        unquoted = [date for date in own if token_at(tokens, date.start) not in quoted]
        reported = covered(tokens, [quotation for quotation in said if quotation.kind == "indirect"])
        told = frozenset(clause.start for clause in clauses if clause.verbs[0].at not in reported)
        found = _happenings(tokens, clauses, told, _Days(unquoted, article.published, telling))
        telling = telling.after(found, unquoted, article.published) if clauses else telling
        events += found
    if title is not None and (event := telling.event(title.start, title.end, NEWS)) and events:
        events.insert(0, event)
    return tuple(events)


def find_announced(
    article: Article,
    sentences: Sequence[Sentence],
    tokens_by_sentence: Sequence[Sequence[Token]],
    dates: Sequence[DateMention],
    quotations: Sequence[Quotation],
) -> tuple[Event, ...]:
    """Return what an article announces for a date after its publication, in document order: no happenings yet."""
    events: list[Event | None] = []
    for _, said, own, tokens in _walk(sentences, tokens_by_sentence, dates, quotations):
        clauses = list(_told_clauses(tokens, _quoted(tokens, said)))
        for clause, inside in zip(clauses, _share_dates(tokens, clauses, own), strict=True):
            plan = date_plan(tokens, clause, inside, article.published)
            if plan:
                events.append(plan.event(*_places(tokens, plan.start, plan.last)))
    return tuple(event for event in events if event is not None)


def _walk(
    sentences: Sequence[Sentence],
    tokens_by_sentence: Sequence[Sequence[Token]],
    dates: Sequence[DateMention],
    quotations: Sequence[Quotation],
) -> Iterator[tuple[Sentence, list[Quotation], list[DateMention], Sequence[Token]]]:
    """Yield each sentence with the quotations and the calendar dates in it, and its tokens."""
    calendar = [date for date in dates if date.edtf and date.type in {"DATE", "TIME"}]
    parts = zip(
        sentences, by_part(sentences, quotations), by_part(sentences, calendar), tokens_by_sentence, strict=True
    )
    return (part for part in parts if part[-1])


@dataclass(frozen=True, slots=True)
class _Days:
    """What dates a sentence: its own dates, the publication, and the day the article tells of."""

    own: Sequence[DateMention]
    published: str | None
    telling: Telling


def _happenings(
    tokens: Sequence[Token], clauses: Sequence[Clause], told: Collection[int], days: _Days
) -> list[Event]:
    """Return the events of one sentence: those with dates of their own, then what else tells the news.

    `told` are the first tokens of the clauses that are not reported speech.
    """
    own = _share_dates(tokens, clauses, days.own)
    verbs = [date_verb(tokens, clause, found, days.published) for clause, found in zip(clauses, own, strict=True)]
    bound = {verb.date.start for verb in verbs if verb}
    named = date_nouns(tokens, [date for date in days.own if date.start not in bound], days.published)
    nouns = [noun.event(*_places(tokens, noun.start, noun.last)) for noun in named]
    past = _is_past(clauses, verbs, days.telling)
    deeds: list[tuple[Clause, Dating | str]] = []
    for place, clause in enumerate(clauses):
        dating = verbs[place] or _beside(tokens, clauses, verbs, place)
        rule = tells_news(clause, days.telling) if clause.start in told else None
        bearing = [date for date in own[place] if bears_on(tokens, clause, date)]
        if dating:
            deeds.append((clause, dating))
        elif rule and not bearing and (rule == "said" or not past):
            deeds.append((clause, rule))
    events = [*nouns, *_share(tokens, deeds, days.telling)]
    return sorted((event for event in events if event is not None), key=lambda event: event.start)


def _share(
    tokens: Sequence[Token], deeds: Sequence[tuple[Clause, Dating | str]], telling: Telling
) -> Iterator[Event | None]:
    """Share a sentence out among what it tells: each clause takes in what hangs on it, up to the next."""
    starts = [clause.start for clause, _ in deeds]
    if deeds and deeds[0][0].opener is None:
        starts[0] = 0
    bounds = [*starts, len(tokens)]
    for (start, last), (_, deed) in zip(pairwise(bounds), deeds, strict=False):
        end = last if last == len(tokens) else _trimmed(tokens, start, last)
        places = _places(tokens, start, end)
        yield telling.event(*places, deed) if isinstance(deed, str) else deed.event(*places)


def _trimmed(tokens: Sequence[Token], start: int, end: int) -> int:
    """Step back over the marks and the "and" that only lead on to the next clause."""
    while end > start + 1:
        token = tokens[end - 1]
        opening = token.text == '"' and sum(other.text == '"' for other in tokens[start:end]) % 2
        if token.lower not in _JOINTS and not opening:
            break
        end -= 1
    return end


def _places(tokens: Sequence[Token], start: int, last: int) -> tuple[int, int]:
    return tokens[start].start, tokens[last - 1].end


def _beside(
    tokens: Sequence[Token], clauses: Sequence[Clause], verbs: Sequence[Dating | None], place: int
) -> Dating | None:
    """Return the date of a "when" clause beside a main clause, or of the main clause that it goes on from."""
    clause = clauses[place]
    if clause.opener is not None or clause.verbs[0].tense != "past" or clause.verbs[0].says:
        return None
    for other in (place - 1, place + 1):
        dating = verbs[other] if 0 <= other < len(clauses) else None
        if dating and clauses[other].opener in _TOGETHER:
            return dating._replace(rule="dated.when")
    before = verbs[place - 1] if place else None
    fronted = (
        before
        and clauses[place - 1].opener is None
        and before.date.end <= tokens[clauses[place - 1].verbs[0].at].start
    )
    if before and fronted and tokens[clause.start - 1].lower == "and":
        return before._replace(rule="dated.and")
    return None


def _is_past(clauses: Sequence[Clause], verbs: Sequence[Dating | None], telling: Telling) -> bool:
    """Tell whether a clause of the sentence is dated before the news: the others may be of that time too."""
    aside = {"dated.reduced", "dated.participle"}
    return any(
        dating.date.edtf and telling.day and is_after(telling.day, dating.date.edtf)
        for clause, dating in zip(clauses, verbs, strict=True)
        if dating and dating.rule not in aside and clause.opener not in _RELATIVES
    )


def _quoted(tokens: Sequence[Token], said: Sequence[Quotation]) -> frozenset[int]:
    return covered(tokens, [quotation for quotation in said if quotation.kind != "indirect"])


def _told_clauses(tokens: Sequence[Token], quoted: Collection[int]) -> Iterator[Clause]:
    """Yield the clauses that the article tells in its own words and as fact, without the verbs that are quoted."""
    for clause in split_clauses(tokens):
        verbs = tuple(verb for verb in clause.verbs if verb.at not in quoted)
        if verbs and clause.opener not in _HYPOTHETICALS:
            yield clause._replace(verbs=verbs)


def _share_dates(
    tokens: Sequence[Token], clauses: Sequence[Clause], dates: Sequence[DateMention]
) -> list[list[DateMention]]:
    """Return for each clause the dates in it."""
    return by_part([Place(*_places(tokens, clause.start, clause.last)) for clause in clauses], dates)

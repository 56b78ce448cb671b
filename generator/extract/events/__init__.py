"""Events: what an article reports as having happened or announces, each clause with the day of it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.extract.events.clauses import Clause
from generator.extract.events.dating import Dating, bears_on, date_goal, date_nouns, date_verb, is_after
from generator.extract.events.occasions import OCCASION, date_occasion, find_occasions, names_unknown
from generator.extract.events.passages import Passage, read_passages, span
from generator.extract.events.plans import date_plans
from generator.extract.events.telling import NEWS, Telling, find_day_of_news, headline, tells_news
from generator.extract.tokens import Token
from generator.lexicon import read_lexicon
from generator.model.article import Article
from generator.model.findings import DateMention, Event, Quotation, Sentence

__all__ = ["find_events"]

_JOINTS = frozenset({"and", "but", "or", ",", ";", ":", "—", "–", "-", "(", "[", "“", "‘"})
_TOGETHER: frozenset[str] = frozenset(read_lexicon("happenings")["together"])
_RELATIVES: frozenset[str] = frozenset(read_lexicon("happenings")["relatives"])

# A clause with what dates it: a date of its own, or the rule by which it is of the day of the news.
Deed = tuple[Clause, list[Dating | str]]


def find_events(
    article: Article,
    sentences: Sequence[Sentence],
    tokens: Sequence[Sequence[Token]],
    dates: Sequence[DateMention],
    quotations: Sequence[Quotation],
) -> tuple[Event, ...]:
    """Return the events that an article tells of, in document order: what happened, and what is announced.

    What is quoted, denied or only supposed is none. A clause without a date took place on the day the article
    tells of where it tells the news itself; background without a date, and a plan without one, are left out.
    """
    events: list[Event] = []
    title = headline(article, sentences)
    passages = [one for one in read_passages(sentences, tokens, dates, quotations) if one.sentence is not title]
    telling = Telling.of(article, find_day_of_news(passages, article.published))
    for passage in passages:
        telling = telling.at(passage.sentence)
        if passage.clauses or passage.dates:
            found = _find(passage, telling, article.published)
            telling = telling.told_on(find_occasions(passage, article.published))
            happened = [event for event in found if event.status == "happened"]
            telling = telling.after(happened, passage) if passage.clauses else telling
            events += found
    if title is not None and (event := telling.event(title.start, title.end, NEWS)) and events:
        events.insert(0, event)
    return tuple(events)


def _find(passage: Passage, telling: Telling, published: str | None) -> list[Event]:
    """Return the events of one sentence: those with dates of their own, then what else tells the news."""
    tokens, clauses = passage.tokens, passage.clauses
    verbs = [
        date_verb(tokens, clause, own, published) or _goal_of_news(passage, clause, own, telling, published)
        if own
        else None
        for clause, own in zip(clauses, passage.own, strict=True)
    ]
    bound = {verb.date.start for verb in verbs if verb}
    named = date_nouns(tokens, [date for date in passage.dates if date.start not in bound], published)
    nouns = [noun.event(*span(tokens, noun.start, noun.last)) for noun in named]
    deeds = _whole(list(_deeds(passage, verbs, telling, published)))
    events = [*nouns, *_share(tokens, deeds, telling)]
    return sorted((event for event in events if event is not None), key=lambda event: event.start)


def _goal_of_news(
    passage: Passage, clause: Clause, own: Sequence[DateMention], telling: Telling, published: str | None
) -> Dating | None:
    """Date the news that somebody tells, or what went with it, by the day of what it came to.

    "The storm forced hundreds to leave their homes on Sunday, police said", "Moe scored as Lom ran on to win on
    Sunday".
    """
    said = clause.start in passage.reported and clause.opener is None
    if not (said or clause.opener in _TOGETHER) or not telling.to_come or clause.verbs[0].tense != "past":
        return None
    goals = (date_goal(passage.tokens, clause, date, published) for date in own)
    return next((goal for goal in goals if goal), None)


def _deeds(
    passage: Passage, verbs: Sequence[Dating | None], telling: Telling, published: str | None
) -> Iterator[Deed]:
    past = _is_past(passage.clauses, verbs, telling)
    plans = date_plans(passage, published) if passage.dates else {}
    for place, clause in enumerate(passage.clauses):
        planned = plans.get(place, [])
        to_come = {plan.date.start for plan in planned}
        dating = (
            verbs[place]
            or _beside(passage.tokens, passage.clauses, verbs, place)
            or date_occasion(passage, place, telling.occasions, published)
        )
        rule = tells_news(passage, clause, telling) if clause.start not in passage.reported else None
        told: list[Dating | str] = [dating] if dating else []
        if rule and not dating and (rule == "said" or not past):
            others = [date for date in passage.own[place] if date.start not in to_come]
            other = (
                names_unknown(passage, clause)
                or any(bears_on(passage.tokens, clause, date) for date in others)
                or (rule == "lead.past" and clause.verbs[0].says and _tells_of_before(passage, verbs, telling))
            )
            told = [] if other else [rule]
            if other and rule == "lead.past":
                goals = (date_goal(passage.tokens, clause, date, published) for date in others)
                told += [goal for goal in goals if goal][:1]
        if told or planned:
            yield clause, [*told, *planned]


def _tells_of_before(passage: Passage, verbs: Sequence[Dating | None], telling: Telling) -> bool:
    """Tell of "A mine collapsed days after a strike on Monday, the owner said", which may not be of today."""
    return any(
        date.edtf and telling.day and is_after(telling.day, date.edtf) and bears_on(passage.tokens, clause, date)
        for clause, own, dating in zip(passage.clauses, passage.own, verbs, strict=True)
        if clause.start in passage.reported and clause.opener is None and dating is None
        for date in own
    )


def _whole(deeds: Sequence[Deed]) -> Sequence[Deed]:
    """Leave out of "In a note sent on Monday, he said so" the note, which is part of the saying."""
    rules = [{(one.rule, one.date.start) for one in told if not isinstance(one, str)} for _, told in deeds]
    said = {at for found in rules for rule, at in found if rule == OCCASION}
    return [
        deed
        for deed, found in zip(deeds, rules, strict=True)
        if not any(rule == "dated.reduced" and at in said for rule, at in found)
    ]


def _share(tokens: Sequence[Token], deeds: Sequence[Deed], telling: Telling) -> Iterator[Event | None]:
    """Share a sentence out among what it tells: each clause takes in what hangs on it, up to the next."""
    starts = [clause.start for clause, _ in deeds]
    if deeds and deeds[0][0].opener is None:
        starts[0] = 0
    bounds = [*starts, len(tokens)]
    for (start, following), (clause, told) in zip(pairwise(bounds), deeds, strict=False):
        last = clause.last if clause.verbs[0].tense == "reduced" else following
        place = span(tokens, start, last if last == len(tokens) else _trimmed(tokens, start, last))
        for deed in told:
            yield telling.event(*place, deed) if isinstance(deed, str) else deed.event(*place)


def _trimmed(tokens: Sequence[Token], start: int, end: int) -> int:
    """Step back over the marks and the "and" that only lead on to the next clause."""
    while end > start + 1:
        token = tokens[end - 1]
        opening = token.text == '"' and sum(other.text == '"' for other in tokens[start:end]) % 2
        if token.lower not in _JOINTS and not opening:
            break
        end -= 1
    return end


def _beside(
    tokens: Sequence[Token], clauses: Sequence[Clause], verbs: Sequence[Dating | None], place: int
) -> Dating | None:
    """Return the date of the clause that a main clause stands beside or goes on from.

    "Arriving on Monday, he met the mayor", "he met her when she won in May", "in May she won and he left".
    """
    clause = clauses[place]
    if clause.opener is not None or clause.verbs[0].tense != "past":
        return None
    for other in (place - 1, place + 1):
        dating = verbs[other] if 0 <= other < len(clauses) else None
        if dating and clauses[other].opener in _TOGETHER and not clause.verbs[0].says:
            return dating._replace(rule="dated.when")
    before, dated = clauses[place - 1], verbs[place - 1] if place else None
    if dated is None:
        return None
    if (
        before.verbs[0].tense == "participle"
        and before.verbs[-1] is before.verbs[0]
        and tokens[before.last].text == ","
    ):
        return dated._replace(rule="dated.beside")
    fronted = before.opener is None and dated.date.end <= tokens[before.verbs[0].at].start
    nested = any(token.lower == "that" for token in tokens[before.verbs[0].at : before.last])
    if fronted and not nested and not clause.verbs[0].says and tokens[clause.start - 1].lower == "and":
        return dated._replace(rule="dated.and")
    return None


def _is_past(clauses: Sequence[Clause], verbs: Sequence[Dating | None], telling: Telling) -> bool:
    """Tell whether a clause of the sentence is dated before the news: the others may be of that time too."""
    aside = {"dated.reduced", "dated.participle"}
    return any(
        dating.date.edtf and telling.day and is_after(telling.day, dating.date.edtf)
        for clause, dating in zip(clauses, verbs, strict=True)
        if dating and dating.rule not in aside and clause.opener not in _RELATIVES
    )

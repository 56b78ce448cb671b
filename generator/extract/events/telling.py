"""The day an article tells of, and which of its undated clauses take it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Self

from generator.extract.events.clauses import Clause
from generator.extract.events.dating import Dating, certain, date_verb, is_after, is_bare_time
from generator.extract.events.occasions import Occasions
from generator.extract.events.passages import Passage
from generator.extract.events.verbs import Verb
from generator.lexicon import read_lexicon
from generator.model.article import Article
from generator.model.edtf import bounds
from generator.model.findings import DateMention, Event, Sentence

NEWS = "headline"
# How a day is known that no date gives.
UNDATED = "not dated in the text"
_HYPOTHETICALS: frozenset[str] = frozenset(read_lexicon("happenings")["hypotheticals"])
_ASSERTED: frozenset[str] = frozenset(read_lexicon("happenings")["asserted"])
# Days before publication within which a dated lead is the news and not its background: a week's paper.
_NEWS = 14
# Sentences within which the news itself must come.
_LEAD = 3
# Sentences after the lead within which it may be told again with its day.
_RETOLD = 8
# Sentences after the lead within which the past is that of the news: with a day in the text; and without, where
# it has a word in common with the lead, or speaks of "the deal". Of 45 others in PolNeAR, six were of the day.
_STORY = 20
_NEAR = 8
# The rule of what goes on while the lead is told: the news itself may still come.
_GOES_ON = "lead.progressive"
# The length of a date that is a day.
_DAY = len("YYYY-MM-DD")
# Letters of a word that tells what a clause is about.
_LONG = 4
_SAYING: frozenset[str] = frozenset(read_lexicon("happenings")["saying"])
_NOUNS: frozenset[str] = frozenset(read_lexicon("happenings")["nouns"])
_CONDITIONS: frozenset[str] = frozenset(read_lexicon("happenings")["conditions"])
_WATCHERS: frozenset[str] = frozenset(read_lexicon("happenings")["watchers"])
_PLAIN: frozenset[str] = frozenset(read_lexicon("happenings")["thinks"])
_SUBJECT = 9  # tokens on either side of a verb of saying within which its subject is described
_NOBODY = frozenset({"neither", "nobody", "none"})
_READER = frozenset({"you", "you've"})
_IN_THE_DAY = ("in", "the", "day")
_LASTING: frozenset[str] = frozenset(read_lexicon("happenings")["lasting"])
# Sentences of one paragraph after an earlier date within which the past may still be that of the date.
_BACKGROUND = 2


@dataclass(frozen=True, slots=True)
class Telling:
    """How far the telling has come.

    `day` is the day of the news (EDTF), None where the day of publication is not known; `how` says from what it
    is known, `stated` whether from the text. The lead may still come within `to_come` sentences; then `lead` is the
    number of its sentence, `told` its longer words. Up to the sentence `background`, an undated past may be of an
    earlier date told before; `of_day` is the last day told of in the paragraph. `occasions` are those
    told of so far.
    """

    day: str | None
    how: str
    to_come: int = _LEAD
    paragraph: int = -1
    background: int = -1
    of_day: str | None = None
    lead: int | None = None
    told: frozenset[str] = frozenset()
    stated: bool = False
    occasions: Occasions = field(default_factory=dict)

    @classmethod
    def of(cls, article: Article, news: DateMention | None) -> Self:
        """Return the state before the first sentence; `news` is the date of the news, if the lead is without."""
        if news is None:
            return cls(article.published, f"{UNDATED}: the day of publication")
        return cls(news.edtf, _of_news(news.how or f"“{news.text}” in the text"), stated=True)

    def at(self, sentence: Sentence) -> Self:
        """Return the state at a sentence: a new paragraph ends what was background."""
        if sentence.paragraph == self.paragraph:
            return self
        return replace(self, paragraph=sentence.paragraph, background=-1, of_day=None)

    def told_on(self, occasions: Mapping[str, DateMention]) -> Self:
        """Return the state after a sentence that tells of dated occasions."""
        return replace(self, occasions={**self.occasions, **occasions}) if occasions else self

    def after(self, found: Sequence[Event], passage: Passage) -> Self:
        """Return the state after a sentence, from the happenings found in it and its dates."""
        days = [event.edtf for event in found if len(event.date) == _DAY]
        told = replace(self, of_day=days[-1]) if days and days[-1] != self.of_day else self
        if not self.to_come:
            earlier = any(date.edtf and self.day and is_after(self.day, date.edtf) for date in passage.dates)
            return replace(told, background=passage.number + _BACKGROUND) if earlier else told
        news = [event for event in found if _is_news(event, self.day) and event.rule != _GOES_ON]
        if not news:
            return replace(told, to_come=self.to_come - 1)
        told = replace(told, to_come=0, lead=passage.number, told=_words(passage, passage.clauses[0]))
        if news[0].rule.startswith("dated") or any(is_bare_time(date) for date in passage.dates):
            told = replace(told, stated=True)
        if news[0].edtf == self.day:
            return told
        return replace(told, day=news[0].edtf, how=_of_news(news[0].how))

    def may_narrate(self, passage: Passage, clause: Clause) -> bool:
        """Tell whether an undated past may be that of the news, and not of a story told at length."""
        if self.lead is None or (passage.number <= self.background and not _same_day(passage, clause, self)):
            return False
        since = passage.number - self.lead
        if self.stated:
            return since <= _STORY
        return since <= _NEAR and bool(self.told & _words(passage, clause) or _names_event(passage, clause))

    def event(self, start: int, end: int, rule: str) -> Event | None:
        """Return an event on the day of the news; None where nothing of that day is certain."""
        date = certain(self.day) if self.day else None
        return Event(start, end, date, self.day, False, self.how, rule) if date and self.day else None


def tells_news(passage: Passage, clause: Clause, telling: Telling) -> str | None:
    """Return the rule by which an undated clause is of the day of the news, by its tense and place, or None."""
    verb = clause.verbs[0]
    if (clause.opener is not None and clause.opener not in _ASSERTED) or clause.start in passage.lasting:
        return None
    if _is_of_nobody(passage, clause):
        return None
    is_today = verb.tense != "progressive" or not telling.stated  # "are urging" is of the day of publication
    says = verb.says and is_today and _says(passage, verb)
    if says and passage.tokens[verb.at].lower in _PLAIN and _is_opinion(passage, clause):
        return None
    if passage.personal:
        return "said" if says else None
    if telling.to_come and not says and _is_supposed(passage, clause):
        return None
    if telling.to_come and verb.tense in {"past", "perfect"} and passage.tokens[verb.at].lower != "been":
        return f"lead.{verb.tense}"
    if says:
        return "said"
    if verb.tense == "past" and telling.may_narrate(passage, clause):
        return "narrated"
    if telling.to_come and verb.tense == "progressive" and passage.tokens[verb.at].lower not in _LASTING:
        return _GOES_ON
    return None


def _is_of_nobody(passage: Passage, clause: Clause) -> bool:
    """Tell a deed that nobody did, by its subject: "Neither the mayor nor the council has paid"."""
    return passage.tokens[clause.start].lower in _NOBODY


def _is_opinion(passage: Passage, clause: Clause) -> bool:
    """Tell what only somebody who watches thinks: "analysts say", "said Ola Berg, an analyst at Blom"."""
    tokens, verb = passage.tokens, clause.verbs[0]
    near = list(tokens[max(clause.start, verb.first - _SUBJECT) : verb.first])
    after = tokens[verb.at + 1 : verb.at + 1 + _SUBJECT]
    if after and after[0].is_word and after[0].text[0].isupper():  # said Ola Berg, an analyst
        near += after
    return any(token.lower in _WATCHERS for token in near)


def _is_supposed(passage: Passage, clause: Clause) -> bool:
    """Tell what is told of the reader, or only if: "If you have tried it, you have seen how it works"."""
    tokens, verb = passage.tokens, clause.verbs[0]
    opened = {token.lower for token in tokens[:2]} & _CONDITIONS
    return bool(opened) or (verb.first > 0 and tokens[verb.first - 1].lower in _READER)


def _says(passage: Passage, verb: Verb) -> bool:
    """Tell whether a verb of saying says something here and now: not "has repeatedly said", "claimed wealth"."""
    tokens, at = passage.tokens, verb.at
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    plain = tokens[at].lower in _SAYING
    has_said = verb.tense == "perfect" and at == verb.first + 1 and (plain or after == "that")
    now = has_said or verb.tense in {"past", "report", "progressive"}
    return now and (passage.quoted or plain or after == "that")


def find_day_of_news(passages: Sequence[Passage], published: str | None) -> DateMention | None:
    """Return the date that a sentence after an undated lead gives for it.

    It tells the deed of the lead again, "have opened the bridge … they opened it on Sunday", or what that day was:
    "Sunday was chosen because …".
    """
    lead = next((place for place, one in enumerate(passages[:_LEAD]) if one.clauses), None)
    if lead is None or published is None or passages[lead].dates:
        return None
    clause = passages[lead].clauses[0]
    if clause.opener is not None or clause.verbs[0].says or clause.verbs[0].tense not in {"past", "perfect"}:
        return None
    words = _words(passages[lead], clause)
    for away, passage in enumerate(passages[lead + 1 : lead + 1 + _RETOLD]):
        for other, dates in zip(passage.clauses, passage.own, strict=True):
            dating = date_verb(passage.tokens, other, dates, published) if dates else None
            if dating is None or not _is_recent(dating.date.edtf, published):
                continue
            verb = passages[lead].tokens[clause.verbs[0].at].lower
            again = any(passage.tokens[one.at].lower == verb for one in other.verbs)
            if (again and len(words & _words(passage, other)) > 1) or (not away and _is_of_day(passage, dating)):
                return dating.date
    return None


def _is_of_day(passage: Passage, dating: Dating) -> bool:
    """Tell whether a sentence begins with a day as what it tells of: "Sunday was chosen because …"."""
    verb = passage.clauses[0].verbs[0].first
    start = passage.tokens[0].start
    return dating.date.start == start and passage.tokens[verb - 1].end == dating.date.end


def _words(passage: Passage, clause: Clause) -> frozenset[str]:
    """Return the longer words of a clause, its verb among them."""
    words = (token.lower for token in passage.tokens[clause.start : clause.last])
    return frozenset(word for word in words if len(word) >= _LONG)


def _names_event(passage: Passage, clause: Clause) -> bool:
    """Tell whether a clause is about what the lead told: "The minor accident occurred during …"."""
    words = [token.lower for token in passage.tokens[clause.start : clause.start + 4]]
    return words[0] in {"the", "this"} and not _NOUNS.isdisjoint(words)


def _same_day(passage: Passage, clause: Clause, telling: Telling) -> bool:
    """Tell whether a clause begins "Earlier in the day", and the paragraph told of no other day than the news's."""
    opening = tuple(token.lower for token in passage.tokens[clause.start : clause.start + len(_IN_THE_DAY) + 1])
    return opening[1:] == _IN_THE_DAY and telling.of_day in {None, telling.day}


def headline(article: Article, sentences: Sequence[Sentence]) -> Sentence | None:
    """Return the first sentence where it is the title again, and tells of a thing that has happened."""
    if not sentences or article.title is None:
        return None
    words = article.text[sentences[0].start : sentences[0].end].split()
    if words != article.title.split() or words[-1].endswith((".", "?", "!")):
        return None
    planned = "to" in words and not any(word.islower() for word in words[: words.index("to")])
    return None if planned or _HYPOTHETICALS & set(words) else sentences[0]


def _is_news(event: Event, today: str | None) -> bool:
    """Tell whether an event is of the last days before publication, so that the article may be about it."""
    return event.edtf == today or (len(event.date) == _DAY and _is_recent(event.edtf, today))


def _is_recent(edtf: str | None, published: str | None) -> bool:
    """Tell whether a date is a day of the last ones before publication."""
    if edtf is None or published is None or len(certain(edtf) or "") != _DAY:
        return False
    last, first = bounds(published)[1], bounds(edtf)[0]
    return last is not None and first is not None and 0 <= (last - first).days <= _NEWS


def _of_news(how: str) -> str:
    return f"{UNDATED}: the day of the news, {how}"

"""Which date belongs to which clause, and how much of it is certain."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.extract.events.clauses import Clause
from generator.extract.events.verbs import Tense, Verb
from generator.extract.tokens import Token, token_at
from generator.lexicon import read_lexicon
from generator.model.edtf import bounds, is_uncertain
from generator.model.findings import DateMention, Event, EventStatus

_LEXICON = read_lexicon("happenings")
NOT_ON: frozenset[str] = frozenset(_LEXICON["not_on"])
_PAST_OVER = frozenset({"the", "at", "least", "most"})
_ARTICLES = frozenset({"a", "an", "the", "its", "their", "his", "her"})
OF_TIMES: frozenset[str] = frozenset(_LEXICON["of_times"])
_AT_ONCE: frozenset[str] = frozenset(_LEXICON["at_once"])
_PREPOSITIONS: frozenset[str] = frozenset(read_lexicon("reporting")["prepositions"])
_FRONTED = 3  # words before a date that opens its clause: "In the end, on Monday, …"
REACH = 40  # tokens before a date within which its verb's goal may stand
_JUST = 3  # days before publication of a day that is still news
_NEXT = 2  # tokens after a verb within which a date stands beside it: "was in May", "was on the 3rd"
_AWAY: frozenset[str] = frozenset(_LEXICON["away"])
_NOUNS: frozenset[str] = frozenset(_LEXICON["nouns"])
_DETERMINERS: frozenset[str] = frozenset(_LEXICON["determiners"])
_NUMBERS: frozenset[str] = frozenset(read_lexicon("function_words")["numbers"])  # rose to five on Monday
_OF_NOUNS: frozenset[str] = frozenset(_LEXICON["of_nouns"])
# "in the weeks since Monday", "on the day after Monday"
_STRETCHES = frozenset(
    {"day", "days", "half", "hours", "month", "months", "quarter", "time", "week", "weeks", "year", "years"}
)
_BOUNDS = frozenset({"after", "ended", "ending", "since"})  # "the six months ended June 30"
_STOPS: frozenset[str] = frozenset(read_lexicon("units")["stops"])
_CALENDAR = read_lexicon("calendar")["weekdays"]
_DAYS = frozenset(word.lower() for day, short in _CALENDAR.items() for word in (day, *short)) | frozenset(
    _LEXICON["days"]
)
_UNDATED: frozenset[Tense] = frozenset({"ahead", "denied", "perfect", "present", "refused"})
_HAPPENED: frozenset[Tense] = frozenset({"past", "perfect", "pluperfect", "participle", "reduced", "state"})


class Dating(NamedTuple):
    """What a date says the day of: a clause, or the tokens of a noun phrase."""

    start: int
    last: int
    date: DateMention
    rule: str
    status: EventStatus = "happened"

    def event(self, start: int, end: int) -> Event | None:
        edtf = self.date.edtf
        day = certain(edtf) if edtf else None
        if day is None or edtf is None:
            return None
        how = self.date.how or f"“{self.date.text}” in the text"
        return Event(start, end, day, edtf, self.date.how is None, how, self.rule, self.status)


def date_verb(
    tokens: Sequence[Token], clause: Clause, dates: Sequence[DateMention], published: str | None
) -> Dating | None:
    """Date a clause by the date that belongs to a verb of a thing that happened; the most precise."""
    found: list[Dating] = []
    for date in dates:
        if date.edtf is None or (published and is_after(date.edtf, published)):
            continue
        verb = governing_verb(tokens, clause, date)
        if verb is None:
            continue
        if verb.tense == "reduced" and clause.verbs[0].tense in _UNDATED:
            continue  # will be reached with the bridge announced by the mayor in May
        now = _is_now(verb) and date.edtf == published
        if (verb.tense in _HAPPENED and (verb.tense != "state" or _is_deed(tokens, verb, date))) or now:
            found.append(Dating(clause.start, clause.last, date, f"dated.{verb.tense}"))
    return max(found, key=_precision, default=None)


def date_goal(tokens: Sequence[Token], clause: Clause, date: DateMention, published: str | None) -> Dating | None:
    """Date the news by the day of what it came to, "scored late to win the match Tuesday night", if just past."""
    edtf, verb = date.edtf, clause.verbs[0]
    if edtf is None or published is None or verb.says or len(certain(edtf) or "") != len("YYYY-MM-DD"):
        return None
    first, last = bounds(edtf)[0], bounds(published)[1]
    just = first is not None and last is not None and 0 <= (last - first).days <= _JUST
    behind = token_at(tokens, date.start)
    if not just or behind <= verb.at or preposition(tokens, clause, date) in NOT_ON or is_bare_time(date):
        return None
    apart = any(token.lower in OF_TIMES or token.text == "," for token in tokens[verb.at + 1 : behind])
    return (
        None
        if apart or is_adjective(tokens, behind, date)
        else Dating(clause.start, clause.last, date, "dated.goal")
    )


def _is_now(verb: Verb) -> bool:
    """Tell whether a verb in the present may tell of what happens on the day of publication."""
    return verb.tense in {"report", "progressive", "timetable"}


def _is_deed(tokens: Sequence[Token], verb: Verb, date: DateMention) -> bool:
    """Tell "was held in May", "the flight was in May" from "was a lawyer in May"."""
    return verb.at > verb.first or token_at(tokens, date.start) <= verb.at + _NEXT


def date_nouns(tokens: Sequence[Token], dates: Sequence[DateMention], published: str | None) -> list[Dating]:
    """Date the nouns that name a happening with its date: "the August 2 resignation", "the 2016 referendum"."""
    found: list[Dating] = []
    for date in dates:
        if date.edtf is None or (published and is_after(date.edtf, published)):
            continue
        first = token_at(tokens, date.start)
        before = tokens[first - 1].lower if first else ""
        if before not in _DETERMINERS and not before.endswith("'s"):
            continue
        for at in range(first + 1, min(len(tokens), first + 7)):
            if not tokens[at].is_word or tokens[at].lower in _STOPS:
                break
            if tokens[at].lower in _NOUNS and tokens[at].start >= date.end:
                found.append(Dating(first, at + 1, date, "dated-noun"))
                break
    return found


def bears_on(tokens: Sequence[Token], clause: Clause, date: DateMention) -> bool:
    """Tell whether a date tells anything of when the first verb of a clause was, if only that it was not now.

    It does not in "said it will open on Monday", nor in "praised the growth since January".
    """
    first = token_at(tokens, date.start)
    if is_adjective(tokens, first, date):
        return False
    if preposition(tokens, clause, date) in _OF_NOUNS or is_bare_time(date):
        return first > 1 and tokens[first - 2].lower in _STRETCHES  # in the weeks since Monday
    return not (clause.verbs[0].says and verbs_before(clause, first) > 1)


def is_bare_time(date: DateMention) -> bool:
    """Tell whether a time of day names no day: which day it is of was only guessed."""
    return date.rule == "clock" and not any(word.strip(",.").lower() in _DAYS for word in date.text.split())


def _precision(dating: Dating) -> int:
    return len(certain(dating.date.edtf or "") or "")


def clause_span(tokens: Sequence[Token], clause: Clause) -> tuple[int, int]:
    return tokens[clause.start].start, tokens[clause.last - 1].end


@lru_cache(maxsize=1024)
def is_after(edtf: str, other: str) -> bool:
    """Tell whether the first day that one value may mean lies after the last of the other."""
    first, last = bounds(edtf)[0], bounds(other)[1]
    return first is not None and last is not None and first > last


@lru_cache(maxsize=1024)
def certain(edtf: str) -> str | None:
    """Return the most precise of year, month or day that an EDTF value makes certain; None where not even the year.

    >>> certain("[2022-06-06..2022-06-12]"), certain("2022-06-15"), certain("[2021-12-30..2022-01-02]")
    ('2022-06', '2022-06-15', None)
    """
    try:
        first, last = bounds(edtf)
    except ValueError:
        return None
    if first is None or last is None or (first.year != last.year):
        return None
    year, month, day = first.isoformat().split("-")
    if first == last and not is_uncertain(edtf):
        return f"{year}-{month}-{day}"
    return f"{year}-{month}" if first.month == last.month else year


def governing_verb(tokens: Sequence[Token], clause: Clause, date: DateMention) -> Verb | None:
    """Return the verb of the clause that a date says the day of, or None where it belongs to something else."""
    if is_bare_time(date):
        return None
    before = preposition(tokens, clause, date)
    if before in NOT_ON and (date.type != "TIME" or before == "of"):
        return None
    first = token_at(tokens, date.start)
    if is_adjective(tokens, first, date):
        return None
    if before in _BOUNDS and tokens[first - 2].lower in _STRETCHES:
        return None
    earlier = verbs_before(clause, first)
    verb = clause.verbs[max(0, earlier - 1)]
    if before == "since":
        return verb if clause.opener != "that" and verb.tense in {"perfect", "pluperfect"} else None
    if not earlier and not _is_fronted(tokens, clause, first):
        return None
    opened = clause.start + (tokens[clause.start].lower in OF_TIMES and clause.opener is not None)
    if (verb.says or verb.tense == "reduced") and _is_told_of(tokens[max(verb.at, first - REACH) : first]):
        return None
    if _belongs_elsewhere(tokens, verb.at + 1 if earlier else opened, first):
        return None
    return verb


def _is_told_of(between: Sequence[Token]) -> bool:
    """Tell a date of whoever speaks from that of the saying, by the words between the saying and the date.

    "said Blom, a farmer there in 2012", but "told her deputy, Ola Berg on Friday", "said Blom, a cook, on Friday".
    """
    commas = [at for at, token in enumerate(between) if token.text == ","]
    last = between[commas[-1] + 1 :] if commas else ()
    return any(token.is_word and token.lower != "on" and not token.text[0].isupper() for token in last)


def verbs_before(clause: Clause, at: int) -> int:
    """Return how many verbs of a clause stand before a token."""
    return bisect_left(clause.verbs, at, key=lambda verb: verb.at)


def _is_fronted(tokens: Sequence[Token], clause: Clause, first: int) -> bool:
    """Tell a date before the verb it belongs to from one that follows a verb which was not seen."""
    verb = clause.verbs[0].at
    near = first <= clause.start + _FRONTED or tokens[clause.start].lower in _PREPOSITIONS
    return near or all(token.text != "," for token in tokens[first : min(verb, first + REACH)])


def is_adjective(tokens: Sequence[Token], first: int, date: DateMention) -> bool:
    """Tell whether a date stands between a determiner and its noun: "a 2005 law", "her August 2 resignation"."""
    before = tokens[first - 1].lower if first else ""
    determined = tokens[first].lower in _ARTICLES or before in _ARTICLES or before.endswith("'s")
    last = token_at(tokens, date.end)
    after = tokens[last] if last < len(tokens) else None
    if not determined or after is None or not after.is_word:
        return False
    if not after.text.islower():
        return date.text[-4:].isdecimal()  # the 1951 Convention
    return after.lower not in _STOPS and not after.lower.endswith("ed")


def preposition(tokens: Sequence[Token], clause: Clause, date: DateMention) -> str:
    """Return the word before a date, past "the" and "at least"; for the second of two dates, that of the first."""
    first = token_at(tokens, date.start)
    before = [token.lower for token in tokens[max(clause.start, first - 7) : first]]
    while len(before) > 1 and before[-1] in _PAST_OVER:
        before.pop()
    if before[-1:] == ["and"]:
        if "between" in before:
            return "between"
        pair = before[-3:-1]
        return pair[0] if pair and pair[0] in NOT_ON else "and"
    return before[-1] if before else ""


def _belongs_elsewhere(tokens: Sequence[Token], start: int, date: int) -> bool:
    """Tell whether a goal or another time stands before a date: "invited him to the ceremony in February"."""
    for at in range(max(start, date - REACH), date):
        word = tokens[at].lower
        near = tokens[at + 1 : min(at + 6, date)]
        if word in _AWAY and not _counts(near) and any(token.lower in _NOUNS for token in near):
            return True
        if word in OF_TIMES and len(near) > 1 and tokens[at - 1].lower not in _AT_ONCE:
            return True
        if word == "to" and near and _is_infinitive(near[0]):
            return True
    return False


def _counts(after: Sequence[Token]) -> bool:
    """Tell of "about two minutes after launch"."""
    return bool(after) and (after[0].lower in _NUMBERS or after[0].text[0].isdigit())


def _is_infinitive(token: Token) -> bool:
    word = token.lower
    return token.text.islower() and word not in _DETERMINERS | _NUMBERS and not word.endswith("s")

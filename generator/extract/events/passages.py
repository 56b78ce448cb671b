"""The sentences of an article as the rules of events read them: clauses told as fact, each with its dates."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.extract.events.clauses import Clause, split_clauses
from generator.extract.tokens import Place, Token, by_part, covered, token_at
from generator.lexicon import read_lexicon
from generator.model.findings import DateMention, Quotation, Sentence

_HYPOTHETICALS: frozenset[str] = frozenset(read_lexicon("happenings")["hypotheticals"])

_HABITUAL: frozenset[str] = frozenset(read_lexicon("happenings")["habitual"])
_FIRST_PERSON = frozenset({"i", "we", "my", "our"})
_OF_LATE = frozenset({"last", "past", "recent"})
_CONDITIONS: frozenset[str] = frozenset(read_lexicon("happenings")["conditions"])
# The value of "20 years", of "a few months".
_LONG = re.compile(r"P[\dX.]+[YM]")


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, the `number`-th, with what the article tells in it in its own words and as fact.

    `dates` are those of the calendar outside direct quotations, `own` those of each clause. `reported` are the
    first tokens of the clauses that tell what somebody said, `lasting` of those that tell what went on for months
    or time and again. `quoted` tells whether anything is quoted or reported, `speaks` whether there is as much as a
    verb of saying, `personal` whether a "we" or an "I" outside the quotations betrays one that is not marked,
    `conditional` whether there is an "if".
    """

    number: int
    sentence: Sentence
    tokens: Sequence[Token]
    clauses: Sequence[Clause]
    dates: Sequence[DateMention]
    own: Sequence[Sequence[DateMention]]
    reported: Collection[int]
    lasting: Collection[int]
    quoted: bool
    speaks: bool
    personal: bool
    conditional: bool


def read_passages(
    sentences: Sequence[Sentence],
    tokens: Sequence[Sequence[Token]],
    dates: Sequence[DateMention],
    quotations: Sequence[Quotation],
) -> Iterator[Passage]:
    """Yield the sentences that have a token."""
    parts = zip(sentences, tokens, by_part(sentences, dates), by_part(sentences, quotations), strict=True)
    return (_read(number, *part) for number, part in enumerate(parts) if part[1])


def _read(
    number: int,
    sentence: Sentence,
    tokens: Sequence[Token],
    dates: Sequence[DateMention],
    said: Sequence[Quotation],
) -> Passage:
    quoted = covered(tokens, [quotation for quotation in said if quotation.kind != "indirect"]) if said else ()
    reported = covered(tokens, [quotation for quotation in said if quotation.kind == "indirect"]) if said else ()
    clauses = tuple(_told_clauses(tokens, quoted))
    unquoted = [date for date in dates if token_at(tokens, date.start) not in quoted]
    calendar = [date for date in unquoted if date.edtf and date.type in {"DATE", "TIME"}]
    own = _own_dates(tokens, clauses, calendar) if calendar else [()] * len(clauses)
    words = {token.lower for token in tokens}
    long = [token_at(tokens, date.start) for date in unquoted if _is_long(tokens, date)]
    lasts = bool(long) or "then" in words or not words.isdisjoint(_HABITUAL)
    personal = not words.isdisjoint(_FIRST_PERSON)
    return Passage(
        number=number,
        sentence=sentence,
        tokens=tokens,
        clauses=clauses,
        dates=calendar,
        own=own,
        reported=_reported(tokens, clauses, reported),
        lasting=_lasting(tokens, clauses, long) if lasts else (),
        speaks=bool(said) or any(verb.says for clause in clauses for verb in clause.verbs),
        quoted=bool(said),
        personal=personal
        and any(token.lower in _FIRST_PERSON and at not in quoted for at, token in enumerate(tokens)),
        conditional=not words.isdisjoint(_CONDITIONS),
    )


def _own_dates(
    tokens: Sequence[Token], clauses: Sequence[Clause], dates: Sequence[DateMention]
) -> Sequence[Sequence[DateMention]]:
    """Return for each clause the dates that begin in it; one with a comma may go on into the next."""
    places = [Place(*span(tokens, clause.start, clause.last)) for clause in clauses]
    parts = zip(places, by_part(places, dates), strict=True)
    return [[date for date in inside if date.start >= place.start] for place, inside in parts]


def _reported(tokens: Sequence[Token], clauses: Sequence[Clause], reported: Collection[int]) -> Collection[int]:
    """Return the starts of the clauses of reported speech; "say he ran and hid" tells of both what is said."""
    found = {clause.start for clause in clauses if clause.verbs[0].at in reported}
    for before, clause in pairwise(clauses):
        content = before.start in found or (before.verbs[0].says and len(before.verbs) > 1)
        if content and clause.opener is None and tokens[clause.start - 1].lower == "and":
            found.add(clause.start)
    return found


def _lasting(tokens: Sequence[Token], clauses: Sequence[Clause], long: Sequence[int]) -> Collection[int]:
    found = {clause.start for clause in clauses if _lasts(tokens, clause, long)}
    for before, clause in pairwise(clauses):
        if before.start in found and clause.opener is None and tokens[clause.start - 1].lower == "and":
            found.add(clause.start)
    return found


def _lasts(tokens: Sequence[Token], clause: Clause, long: Sequence[int]) -> bool:
    """Tell whether a clause is of no one day, or of another that is not told: "he said then"."""
    then = [at for at in range(clause.start, clause.last) if tokens[at].lower == "then"]
    if any(at in {clause.verbs[0].at + 1, clause.last - 1} for at in then):
        return True
    if bisect_left(long, clause.start) < bisect_left(long, clause.last):
        return True
    return any(token.lower in _HABITUAL for token in tokens[clause.start : clause.last])


def _is_long(tokens: Sequence[Token], date: DateMention) -> bool:
    """Tell "for 20 years", "the past few days" or "every year" from a day, and from what is to last so long."""
    if date.type == "SET" or (date.edtf is None and any(word in _OF_LATE for word in date.text.split())):
        return True
    if date.type != "DURATION" or _LONG.fullmatch(date.value) is None:
        return False
    first = token_at(tokens, date.start)
    return any(token.lower == "for" for token in tokens[max(0, first - 3) : first])


def _told_clauses(tokens: Sequence[Token], quoted: Collection[int]) -> Iterator[Clause]:
    """Yield the clauses told as fact, without the verbs that are quoted."""
    for clause in split_clauses(tokens):
        verbs = tuple(verb for verb in clause.verbs if verb.at not in quoted) if quoted else clause.verbs
        if verbs and clause.opener not in _HYPOTHETICALS:
            yield Clause(clause.start, clause.last, clause.opener, verbs) if quoted else clause


def span(tokens: Sequence[Token], start: int, last: int) -> tuple[int, int]:
    """Return the place in the text of the tokens from `start` to `last`."""
    return tokens[start].start, tokens[last - 1].end

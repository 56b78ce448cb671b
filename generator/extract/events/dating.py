"""Which date belongs to which clause, and how much of it is certain."""

from collections.abc import Sequence

from generator.extract.events.clauses import Clause, Tense, Verb
from generator.extract.figures.tokens import Token, touches
from generator.lexicon import read_lexicon
from generator.model.edtf import bounds, is_uncertain
from generator.model.findings import DateMention, Event

_LEXICON = read_lexicon("happenings")
_NOT_ON: frozenset[str] = frozenset(_LEXICON["not_on"])
_AWAY: frozenset[str] = frozenset(_LEXICON["away"])
_NOUNS: frozenset[str] = frozenset(_LEXICON["nouns"])
_DETERMINERS: frozenset[str] = frozenset(_LEXICON["determiners"])
_HAPPENED: frozenset[Tense] = frozenset({"past", "perfect", "pluperfect", "participle", "reduced", "state"})


def dated(
    tokens: Sequence[Token], clause: Clause, dates: Sequence[DateMention], published: str | None
) -> Event | None:
    """Date a clause by the date that belongs to its verb, or to a noun that names a happening."""
    for date in dates:
        if date.edtf is None or (published and is_after(date.edtf, published)):
            continue
        if noun := _dated_noun(tokens, date):
            return _event(tokens[noun[0]].start, tokens[noun[1] - 1].end, date, "dated-noun")
        verb = _governing_verb(tokens, clause, date)
        if verb is None:
            continue
        now = verb.tense in {"present", "report"} and date.edtf == published
        if verb.tense in _HAPPENED or now:
            return _event(*clause_span(tokens, clause), date, f"dated.{verb.tense}")
    return None


def announced(
    tokens: Sequence[Token], clause: Clause, dates: Sequence[DateMention], published: str | None
) -> Event | None:
    """Date a clause that tells what is to happen, by a date after the publication."""
    for date in dates:
        if date.edtf is None or published is None or not is_after(date.edtf, published):
            continue
        if _preposition(tokens, clause, date) not in _NOT_ON:
            return _event(*clause_span(tokens, clause), date, "announced")
    return None


def clause_span(tokens: Sequence[Token], clause: Clause) -> tuple[int, int]:
    return tokens[clause.start].start, tokens[clause.last - 1].end


def is_after(edtf: str, other: str) -> bool:
    """Tell whether the first day that one value may mean lies after the last of the other."""
    first, last = bounds(edtf)[0], bounds(other)[1]
    return first is not None and last is not None and first > last


def _event(start: int, end: int, date: DateMention, rule: str) -> Event | None:
    day = certain(date.edtf) if date.edtf else None
    if day is None or date.edtf is None:
        return None
    how = date.how or f"“{date.text}” in the text"
    return Event(start, end, day, date.edtf, date.how is None, how, rule)


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
    year, month, day = f"{first:%Y}", f"{first:%m}", f"{first:%d}"
    if first == last and not is_uncertain(edtf):
        return f"{year}-{month}-{day}"
    return f"{year}-{month}" if first.month == last.month else year


def _governing_verb(tokens: Sequence[Token], clause: Clause, date: DateMention) -> Verb | None:
    """Return the verb of the clause that a date says the day of, or None where it belongs to something else."""
    if _preposition(tokens, clause, date) in _NOT_ON:
        return None
    first = _token_at(tokens, clause, date)
    earlier = [verb for verb in clause.verbs if verb.at < first]
    if not earlier:
        return clause.verbs[0]
    return None if _belongs_elsewhere(tokens, earlier[-1].at, first) else earlier[-1]


def _token_at(tokens: Sequence[Token], clause: Clause, date: DateMention) -> int:
    return next(at for at in range(clause.start, clause.last) if tokens[at].end > date.start)


def _preposition(tokens: Sequence[Token], clause: Clause, date: DateMention) -> str:
    """Return the word before a date, past "the"."""
    first = _token_at(tokens, clause, date)
    before = tokens[first - 1].lower if first > clause.start else ""
    if before == "the" and first - 1 > clause.start:
        return tokens[first - 2].lower
    return before


def _belongs_elsewhere(tokens: Sequence[Token], verb: int, date: int) -> bool:
    """Tell whether a goal stands between a verb and a date: "invited him to the ceremony in February"."""
    between = [token.lower for token in tokens[verb + 1 : date]]
    for place, word in enumerate(between):
        after = between[place + 1 : place + 6]
        if word in _AWAY and any(noun in _NOUNS for noun in after):
            return True
        if (
            word == "to"
            and after
            and after[0] not in _DETERMINERS
            and after[0].islower()
            and not after[0].endswith("s")
        ):
            return not tokens[verb + 2 + place].text[0].isupper()
    return False


def _dated_noun(tokens: Sequence[Token], date: DateMention) -> tuple[int, int] | None:
    """Return the tokens of "the August 2 resignation", "the 2016 referendum": a happening named with its date."""
    inside = [at for at, token in enumerate(tokens) if token.start >= date.start and token.end <= date.end]
    if not inside or inside[0] == 0:
        return None
    first, at = inside[0], inside[-1] + 1
    if tokens[first - 1].lower not in _DETERMINERS | {"'s"} and not tokens[first - 1].lower.endswith("'s"):
        return None
    last = at
    while last < len(tokens) and last < at + 4 and tokens[last].is_word and not touches(tokens, last):
        if tokens[last].lower in _NOUNS:
            return first, last + 1
        last += 1
    return None

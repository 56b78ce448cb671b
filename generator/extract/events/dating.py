"""Which date belongs to which clause, and how much of it is certain."""

from collections.abc import Sequence

from generator.extract.events.clauses import Clause, Verb
from generator.extract.figures.tokens import Token, touches
from generator.lexicon import read_lexicon
from generator.model.edtf import bounds, is_uncertain
from generator.model.findings import DateMention

_LEXICON = read_lexicon("happenings")
_NOT_ON: frozenset[str] = frozenset(_LEXICON["not_on"])
_AWAY: frozenset[str] = frozenset(_LEXICON["away"])
_NOUNS: frozenset[str] = frozenset(_LEXICON["nouns"])
_DETERMINERS: frozenset[str] = frozenset(_LEXICON["determiners"])


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


def governing_verb(tokens: Sequence[Token], clause: Clause, date: DateMention) -> Verb | None:
    """Return the verb of the clause that a date says the day of, or None where it belongs to something else."""
    inside = [
        at for at in range(clause.start, clause.last) if tokens[at].end > date.start and tokens[at].start < date.end
    ]
    if not inside:
        return None
    first = inside[0]
    before = tokens[first - 1].lower if first > clause.start else ""
    if before == "the" and first - 1 > clause.start:
        before = tokens[first - 2].lower
    if before in _NOT_ON:
        return None
    earlier = [verb for verb in clause.verbs if verb.at < first]
    if not earlier:
        return clause.verbs[0] if first < clause.verbs[0].at else None
    verb = earlier[-1]
    return None if _belongs_elsewhere(tokens, verb.at, first) else verb


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


def dated_noun(tokens: Sequence[Token], date: DateMention) -> tuple[int, int] | None:
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

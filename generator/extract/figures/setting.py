"""What is known of a sentence before its figures are read: dates, names, verbs of saying."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from generator.extract.figures.periods import Period, find_periods
from generator.extract.tokens import Token, covered
from generator.lexicon import read_lexicon
from generator.model.findings import DateMention, Name, Quotation

_BE: frozenset[str] = frozenset(read_lexicon("amounts")["be"])
COUNTERS: frozenset[str] = frozenset(
    form
    for frame in ("clause", "tell", "finding")
    for line in read_lexicon("reporting")[frame]
    for form in line.split()[1:-1]
) | frozenset({"say", "predict", "estimate", "expect", "expects", "expected", "anticipates", "anticipated"})

# Verbs that give a number as said by their subject: "reported 40 deaths", but not "added 40 jobs".
TELLING: frozenset[str] = frozenset(
    form
    for frame in ("clause", "tell", "finding", "mind")
    for line in read_lexicon("reporting")[frame]
    for form in line.split()
    if line.split()[0] in read_lexicon("amounts")["telling"]
)
BREAKS = frozenset({",", ";", ":", "—", "–", "―", "(", ")", "“", "”", '"'})
_SAYS = frozenset({"says", "tells"})
_OBJECTS = frozenset({"that", "the", "a", "an", "its", "their", "about", "more", "up", "at"})
_PHRASAL: dict[str, str] = {
    form: line.split()[-1] for line in read_lexicon("reporting")["phrasal"] for form in line.split()[:-1]
}
_SUPPOSED = frozenset({"could", "may", "might", "would"})
_AHEAD_OF_TO: frozenset[str] = frozenset(read_lexicon("amounts")["ahead_of_to"])
_AHEAD: frozenset[str] = _AHEAD_OF_TO | frozenset(read_lexicon("amounts")["forecasting"])


@dataclass(frozen=True, slots=True)
class Setting:
    """A sentence's tokens with what is known of them, looked up once for all its figures."""

    text: str
    tokens: Sequence[Token]
    periods: Sequence[Period]
    dated: frozenset[int]
    named: frozenset[int]
    names_by_end: Mapping[int, Name]
    breaks: Sequence[int]
    ahead: Sequence[int]
    verbs: Sequence[int]
    according: Sequence[int]
    said: Sequence[Quotation]

    @classmethod
    def of(
        cls,
        text: str,
        tokens: Sequence[Token],
        names: Sequence[Name],
        dates: Sequence[DateMention],
        said: Sequence[Quotation],
    ) -> Self:
        return cls(
            text,
            tokens,
            find_periods(tokens, dates),
            covered(tokens, dates),
            covered(tokens, names),
            {name.end: name for name in names if name.kind in {"person", "organisation"}},
            [at for at, token in enumerate(tokens) if token.text in BREAKS],
            [at for at in range(len(tokens)) if _looks_ahead(tokens, at)],
            [at for at in range(len(tokens)) if _is_verb(tokens, at)],
            [at for at, token in enumerate(tokens[1:]) if token.lower == "to" and tokens[at].lower == "according"],
            said,
        )


def _is_verb(tokens: Sequence[Token], at: int) -> bool:
    """Tell a verb of saying from a passive ("was reported") and from a noun ("the report", "its estimates")."""
    word = tokens[at].lower
    phrasal = at + 1 < len(tokens) and _PHRASAL.get(word) == tokens[at + 1].lower
    if word not in COUNTERS and not phrasal:
        return False
    if not tokens[at].text.islower() or (
        word.endswith("s") and word not in _SAYS and not _takes_clause(tokens, at + 1)
    ):
        return False
    before = tokens[at - 1].lower if at else ""
    return before not in _BE | {"as", "to", "the", "a", "an", "of", "its", "their"}


def _takes_clause(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether what follows "forecasts", "reports" is a clause or an object: "the agency forecasts that"."""
    if at >= len(tokens):
        return False
    return tokens[at].lower in _OBJECTS or (not tokens[at].text[0].islower() and tokens[at].text not in ",.;:)")


def _looks_ahead(tokens: Sequence[Token], at: int) -> bool:
    """Tell a word of what is to come; "set" and "due" only before "to": not "set a record of 40", "due to fog"."""
    word = tokens[at].lower
    if word not in _AHEAD and not word.endswith("'ll"):
        return False
    if at and tokens[at].text[0].isupper() and word != "if":  # Mrs May, Harbour Projects Inc.
        return False
    if word in _SUPPOSED and at + 2 < len(tokens) and tokens[at + 1].lower == "have":
        done = tokens[at + 2].lower  # it would have been 5%, would have received $3m
        return not (done.endswith(("ed", "en")) or done in {"cost", "had", "made"})
    if word in _AHEAD_OF_TO:
        return at + 2 < len(tokens) and tokens[at + 1].lower == "to" and tokens[at + 2].text[0].islower()
    return True

"""The sentences of an article as the rules of events read them: clauses told as fact, each with its dates."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from generator.extract.events.clauses import Clause, split_clauses
from generator.extract.tokens import Place, Token, by_part, covered, token_at
from generator.lexicon import read_lexicon
from generator.model.findings import DateMention, Quotation, Sentence

_HYPOTHETICALS: frozenset[str] = frozenset(read_lexicon("happenings")["hypotheticals"])


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence with what the article tells in it in its own words and as fact.

    `dates` are those of the calendar outside direct quotations, `own` those of each clause; `reported` are the
    first tokens of the clauses that tell what somebody said.
    """

    sentence: Sentence
    tokens: Sequence[Token]
    clauses: Sequence[Clause]
    dates: Sequence[DateMention]
    own: Sequence[Sequence[DateMention]]
    reported: Collection[int]


def read_passages(
    sentences: Sequence[Sentence],
    tokens: Sequence[Sequence[Token]],
    dates: Sequence[DateMention],
    quotations: Sequence[Quotation],
) -> Iterator[Passage]:
    """Yield the sentences that have a token."""
    calendar = [date for date in dates if date.edtf and date.type in {"DATE", "TIME"}]
    parts = zip(sentences, tokens, by_part(sentences, calendar), by_part(sentences, quotations), strict=True)
    return (_read(*part) for part in parts if part[1])


def _read(
    sentence: Sentence, tokens: Sequence[Token], dates: Sequence[DateMention], said: Sequence[Quotation]
) -> Passage:
    quoted = covered(tokens, [quotation for quotation in said if quotation.kind != "indirect"]) if said else ()
    reported = covered(tokens, [quotation for quotation in said if quotation.kind == "indirect"]) if said else ()
    clauses = tuple(_told_clauses(tokens, quoted))
    unquoted = [date for date in dates if token_at(tokens, date.start) not in quoted]
    own = by_part([Place(*span(tokens, clause.start, clause.last)) for clause in clauses], unquoted)
    of_others = {clause.start for clause in clauses if clause.verbs[0].at in reported}
    return Passage(sentence, tokens, clauses, unquoted, own, of_others)


def _told_clauses(tokens: Sequence[Token], quoted: Collection[int]) -> Iterator[Clause]:
    """Yield the clauses told as fact, without the verbs that are quoted."""
    for clause in split_clauses(tokens):
        verbs = tuple(verb for verb in clause.verbs if verb.at not in quoted) if quoted else clause.verbs
        if verbs and clause.opener not in _HYPOTHETICALS:
            yield Clause(clause.start, clause.last, clause.opener, verbs) if quoted else clause


def span(tokens: Sequence[Token], start: int, last: int) -> tuple[int, int]:
    """Return the place in the text of the tokens from `start` to `last`."""
    return tokens[start].start, tokens[last - 1].end

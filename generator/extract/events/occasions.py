"""On what occasion a thing was said: a letter of May, last week's hearing, and that same hearing later on."""

from collections.abc import Iterator, Mapping, Sequence

from generator.extract.events.clauses import Clause
from generator.extract.events.dating import Dating, is_after, is_bare_time
from generator.extract.events.passages import Passage
from generator.extract.tokens import Token, token_at
from generator.lexicon import read_lexicon
from generator.model.findings import DateMention

OCCASION = "dated.occasion"
_LEXICON = read_lexicon("happenings")
_NOUNS: frozenset[str] = frozenset(
    {*_LEXICON["said_in"], *(words for words in read_lexicon("occasions")["nouns"] if " " not in words)}
)
_ISSUED: frozenset[str] = frozenset(_LEXICON["issued"])
_OPENERS: frozenset[str] = frozenset(_LEXICON["openers"]) - {"before"}
_AT = frozenset({"at", "during", "in", "on"})
_BEFORE_NAMED = frozenset({"a", "an", "that", "the", "this", "her", "his", "its", "their"})
_SAME = frozenset({"same", "that", "this"})
_PRONOUNS = frozenset({"he", "she", "they", "it"})
_NAMED_WITHIN = 5  # tokens from a date to the occasion that it says the day of: "a Nov. 5 House budget hearing"
_DATED_WITHIN = 9  # tokens from an occasion to its date: "a letter to the mayor of Norport in May"

# The occasions told of so far, each by its noun with its last date.
Occasions = Mapping[str, DateMention]


def find_occasions(passage: Passage, published: str | None) -> dict[str, DateMention]:
    """Return the dates of a sentence that say of what day an occasion is, each by the occasion's noun."""
    return {passage.tokens[noun].lower: date for _, noun, date in _dated(passage, published)}


def date_occasion(passage: Passage, place: int, known: Occasions, published: str | None) -> Dating | None:
    """Date what was said, or otherwise done, on an occasion whose day is told: by this sentence, or by one before.

    "In a Nov. 5 letter, they said", "said Blom during a September hearing", then "he said at the same hearing".
    """
    clause = passage.clauses[place]
    verb = clause.verbs[0]
    if clause.opener is not None or verb.tense not in {"past", "perfect", "report"}:
        return None
    first = next((at for at, one in enumerate(passage.clauses) if one.opener is None and _is_told(one)), None)
    for start, noun, date in _dated(passage, published):
        opens = place == first and start == 0 and noun < verb.first
        inside = verb.says and verb.at < start and clause.start <= start < clause.last
        if opens or inside:
            return _dating(clause, date)
    named = _named_again(passage.tokens, clause) if verb.says and known and not passage.dates else None
    return _dating(clause, known[named]) if named and named in known else None


def names_unknown(passage: Passage, clause: Clause) -> bool:
    """Tell whether something was said on an occasion told of before, "during the same segment"."""
    return any(
        passage.tokens[at].lower in _NOUNS
        and passage.tokens[at - 1].lower in _SAME
        and at > 1
        and passage.tokens[at - 2].lower in _AT | {"the"}
        for at in range(max(2, clause.verbs[0].at), clause.last)
    )


def _dating(clause: Clause, date: DateMention) -> Dating:
    return Dating(clause.start, clause.last, date, OCCASION)


def _is_told(clause: Clause) -> bool:
    return clause.verbs[0].tense not in {"participle", "reduced"}


def _dated(passage: Passage, published: str | None) -> Iterator[tuple[int, int, DateMention]]:
    """Yield the "in", the noun and the date of each dated occasion: "in a Nov. 5 letter", "in a speech in May"."""
    tokens = passage.tokens
    for date in passage.dates:
        if is_bare_time(date) or date.edtf is None or (published and is_after(date.edtf, published)):
            continue
        first, last = token_at(tokens, date.start), token_at(tokens, date.end)
        noun = _noun_after(tokens, last) if _is_before_noun(tokens, first) else None
        start = first - 1 - (tokens[first - 1].lower in _BEFORE_NAMED) if noun else None
        if noun is None:
            noun = _noun_before(tokens, first)
            start = _opening(tokens, noun) if noun else None
        if noun is not None and start is not None and start >= 0 and tokens[start].lower in _AT:
            yield start, noun, date


def _is_before_noun(tokens: Sequence[Token], first: int) -> bool:
    return first > 0 and (tokens[first - 1].lower in _BEFORE_NAMED or tokens[first - 1].lower in _AT)


def _noun_after(tokens: Sequence[Token], last: int) -> int | None:
    for at in range(last, min(len(tokens), last + _NAMED_WITHIN)):
        if tokens[at].lower in _NOUNS:
            return at
        if not tokens[at].is_word and tokens[at].text not in {"-", "'s", "’s"}:
            return None
    return None


def _noun_before(tokens: Sequence[Token], first: int) -> int | None:
    """Return the occasion of which a date stands behind: "a letter to the mayor in May"."""
    for at in range(first - 1, max(0, first - _DATED_WITHIN), -1):
        token = tokens[at]
        if token.lower in _NOUNS:
            return at
        verb = token.lower in _OPENERS or (token.lower.endswith("ed") and token.lower not in _ISSUED)
        if verb or not token.is_word:
            return None
    return None


def _opening(tokens: Sequence[Token], noun: int) -> int | None:
    """Return the "in" of "in a prepared statement"."""
    for at in range(noun - 1, max(-1, noun - _NAMED_WITHIN), -1):
        if tokens[at].lower in _AT:
            return at
        if not tokens[at].is_word:
            return None
    return None


def _named_again(tokens: Sequence[Token], clause: Clause) -> str | None:
    """Return the occasion of "said at the hearing", "the letter says", "said in that statement"."""
    verb = clause.verbs[0]
    before, after = tokens[max(0, verb.first - 2) : verb.first], tokens[verb.at + 1 : verb.at + 3]
    for pair in (before, after):
        if len(pair) == 2 and pair[0].lower in {"the", "that", "this"} and pair[1].lower in _NOUNS:
            return pair[1].lower
    for at in range(verb.at + 1, clause.last - 1):
        if tokens[at].lower in _AT and tokens[at + 1].lower in {"the", "that", "this"}:
            noun = at + 2 + (tokens[at + 2].lower == "same" if at + 2 < len(tokens) else 0)
            if noun < len(tokens) and tokens[noun].lower in _NOUNS:
                return tokens[noun].lower
    return None

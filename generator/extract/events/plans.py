"""What is announced for a date: an opening that will take place in May, a trial that begins on Monday."""

from collections import defaultdict
from collections.abc import Sequence

from generator.extract.events.clauses import Clause
from generator.extract.events.dating import (
    NOT_ON,
    OF_TIMES,
    REACH,
    Dating,
    certain,
    is_adjective,
    is_after,
    is_bare_time,
    preposition,
    verbs_before,
)
from generator.extract.events.passages import Passage
from generator.extract.events.verbs import Verb
from generator.extract.tokens import Token, token_at
from generator.lexicon import read_lexicon
from generator.model.edtf import bounds
from generator.model.findings import DateMention

RULE = "announced"
_LEXICON = read_lexicon("happenings")
_ANNOUNCING: frozenset[str] = frozenset(_LEXICON["announcing"]) | frozenset(_LEXICON["intends"])
_KEPT: frozenset[str] = frozenset(_LEXICON["plans_kept"])
_INTENDED: frozenset[str] = frozenset(_LEXICON["intended"])
_MOVED: frozenset[str] = frozenset(_LEXICON["moved"])
_CONDITIONAL: frozenset[str] = frozenset({"would", "should", "may", "wouldn't"})
_WOULD = frozenset({"would", "wouldn't"})
_LASTING: frozenset[str] = frozenset(_LEXICON["lasting"])
_RELATIVES: frozenset[str] = frozenset(_LEXICON["relatives"])
_NOT_FOR: frozenset[str] = frozenset(_LEXICON["not_for"])
_BOUNDS = frozenset({"ended", "ending"})
_UNTIL = frozenset({"until", "till"})
_WAS = frozenset({"was", "were"})


def date_plans(passage: Passage, published: str | None) -> dict[int, list[Dating]]:
    """Date what each clause announces, by its place: each verb by the first date that says the day of it.

    A date that is over by the day of publication is taken only from a plan that was made for it.
    """
    found: dict[tuple[int, Verb], Dating] = {}
    for place, clause in enumerate(passage.clauses if not passage.personal else ()):
        for date in passage.own[place]:
            first = token_at(passage.tokens, date.start)
            if is_bare_time(date) or _is_of_noun(passage.tokens, first, date):
                continue
            owner = _owner(passage.clauses, place, first)
            verb = _verb_of(passage.clauses[owner], first)
            told = _is_told(passage, clause, verb, date, published)
            if told and _is_day_of(passage.tokens, clause, verb, date, first):
                plan = Dating(clause.start, clause.last, date, RULE, "announced")
                found[owner, verb] = _more_precise(found.get((owner, verb), plan), plan)
    plans: dict[int, list[Dating]] = defaultdict(list)
    for (owner, _), plan in found.items():
        plans[owner].append(plan)
    return plans


def _more_precise(first: Dating, other: Dating) -> Dating:
    """Return the day where it follows its month, "next month, on August 2"; else the date that comes first."""
    days = [certain(plan.date.edtf or "") or "" for plan in (first, other)]
    return other if days[1].startswith(days[0]) and len(days[1]) > len(days[0]) else first


def _is_of_noun(tokens: Sequence[Token], first: int, date: DateMention) -> bool:
    """Tell whether a date only says which noun is meant: "the 2030 plan", "Monday's ruling"."""
    return tokens[first].lower.endswith("'s") or is_adjective(tokens, first, date)


def _owner(clauses: Sequence[Clause], place: int, date: int) -> int:
    """Return the clause of a date: between commas it is of the one before, "which will open, in July, has …"."""
    fronts = date < clauses[place].verbs[0].at and clauses[place].verbs[0].tense != "ahead"
    before = clauses[place - 1].verbs[-1] if place and fronts else None
    return place - 1 if before and before.tense == "ahead" else place


def _verb_of(clause: Clause, date: int) -> Verb:
    """Return the verb before a date; before a date that stands in front, the first."""
    return clause.verbs[max(0, verbs_before(clause, date) - 1)]


def _is_told(passage: Passage, clause: Clause, verb: Verb, date: DateMention, published: str | None) -> bool:
    """Tell whether a verb announces what is to be on a date, seen from the day of publication."""
    if date.edtf is None:
        return False
    ahead = verb.tense in {"ahead", "refused"}
    if published is None or (ahead and not _is_over(date.edtf, published)) or is_after(date.edtf, published):
        return (ahead or published is not None) and _is_announced(passage, clause, verb, date)
    return _was_planned(passage.tokens, verb)


def _is_over(edtf: str, published: str) -> bool:
    """Tell whether a date has passed: "this year" has not, though it has begun."""
    end, today = bounds(edtf)[1], bounds(published)[1]
    return end is None or today is None or end < today


def _is_announced(passage: Passage, clause: Clause, verb: Verb, date: DateMention) -> bool:
    """Tell whether a verb announces what is to be on a date to come; "would" does so only in reported speech."""
    tokens, word = passage.tokens, passage.tokens[verb.at].lower
    opens = tokens[verb.first].lower
    if verb.tense in {"timetable", "progressive"}:
        return clause.opener not in _RELATIVES and word not in _LASTING
    if verb.tense in {"ahead", "refused"}:
        unsure = opens in _CONDITIONAL and passage.conditional
        return opens in _ANNOUNCING and not unsure and (passage.speaks or opens not in _WOULD)
    if verb.tense in {"past", "perfect"} and tokens[verb.at].end < date.start:
        return word in _MOVED or (word in _INTENDED and tokens[verb.at + 1].lower == "to")
    return False


def _was_planned(tokens: Sequence[Token], verb: Verb) -> bool:
    """Tell "was due to land on Monday" from "will land", whose day must be to come."""
    if verb.tense != "ahead" or tokens[verb.first].lower not in _WAS:
        return False
    was_to = verb.at == verb.first and [token.lower for token in tokens[verb.at + 1 : verb.at + 2]] == ["to"]
    return was_to or tokens[verb.at].lower in _KEPT


def _is_day_of(tokens: Sequence[Token], clause: Clause, verb: Verb, date: DateMention, first: int) -> bool:
    """Tell whether a date is the day of what a verb announces, and not its end or another thing's day."""
    before = preposition(tokens, clause, date)
    moved = any(token.lower in _MOVED for token in tokens[max(verb.first, first - REACH) : first])
    if before in _UNTIL:
        return moved or verb.tense == "refused"
    last = token_at(tokens, date.end)
    either = before == "or" or (last < len(tokens) and tokens[last].lower == "or")
    if verb.tense == "refused" or either:
        return False
    if before in _BOUNDS or before in _NOT_FOR:
        return False
    if before in NOT_ON or tokens[verb.at].lower in _MOVED:
        return (before in {"to", "for"} and moved) or (before == "for" and tokens[first - 2].lower in _KEPT)
    between = [token.lower for token in tokens[max(verb.at + 1, first - REACH) : first]]
    return "than" not in between and not any(word in OF_TIMES for word in between[:-1])

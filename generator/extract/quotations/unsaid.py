"""Unsaid: what looks like a cue and tells of no words: a guess, a fancy, a noun, a thing done to a thing."""

from collections.abc import Sequence

from generator.extract.quotations.phrases import Phrase, is_adverb, is_time
from generator.extract.quotations.subjects import Before
from generator.extract.quotations.tokens import Token
from generator.extract.quotations.verbs import (
    ADVERBS,
    BODIES,
    CONJUNCTIONS,
    DETERMINERS,
    FANCY,
    OFFICES,
    PAPERS,
    PEOPLE,
    PREPOSITIONS,
    PRONOUNS,
    REFUSALS,
    RULINGS,
    VERBS,
    Verb,
)

_FIRST_PERSONS = frozenset({"i", "we"})
# A deal announced on Monday: the noun behind such an article may be the verb's object
_ARTICLES = frozenset({"a", "an"})
_NEAR = 8
_OPENS_NOUNS = DETERMINERS | PREPOSITIONS | frozenset(PRONOUNS) | ADVERBS


def is_unsaid(tokens: Sequence[Token], at: int, stop: int, verb: Verb, before: Before) -> bool:
    """Tell whether the verb at `at` attributes nothing, whatever its subject."""
    following = tokens[stop] if stop < len(tokens) else None
    if following and following.lower == "into":
        return True  # read the letter into the record; reports into the fire
    if _is_fancied(tokens, before, verb, at) or _is_refused(tokens, before):
        return True
    if before.phrase and (_is_anybody(tokens, before) or _is_outlets(tokens, before.phrase)):
        return True
    if _names_trade(tokens, at, stop, verb, before):
        return True
    return _is_participle(tokens, stop, verb, before)


def _is_fancied(tokens: Sequence[Token], before: Before, verb: Verb, at: int) -> bool:
    """They would then have claimed that …; others might argue; he would know that: nobody did."""
    words = [token.lower for token in tokens[before.group : at]]
    if "only" in words or FANCY.isdisjoint(words):
        return False
    return "have" in words or "might" in words or verb.frames == {"mind"}


def _is_refused(tokens: Sequence[Token], before: Before) -> bool:
    """Declined yesterday [to say] when it would open."""
    at = before.group - 1
    while before.infinitive and at > 0 and (is_time(tokens[at]) or is_adverb(tokens[at])):
        at -= 1
    refusal = VERBS.get(tokens[at].lower) if before.infinitive and at >= 0 else None
    return refusal is not None and refusal.lemma in REFUSALS


def _is_anybody(tokens: Sequence[Token], before: Before) -> bool:
    """You can say all you want that …: anybody may."""
    phrase = before.phrase
    return phrase is not None and tokens[phrase.stop - 1].lower == "you"


def _is_outlets(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """As we have noted, a study concluded that …: the outlet points back."""
    opened = phrase.first > 0 and tokens[phrase.first - 1].lower == "as"
    return opened and tokens[phrase.first].lower in _FIRST_PERSONS


def _names_trade(tokens: Sequence[Token], at: int, stop: int, verb: Verb, before: Before) -> bool:
    """The advertising and branding firm: a noun follows at once, as none does behind the verb."""
    if "ing" not in verb.forms or verb.frames & {"clause", "tell", "mind"} or before.modal or stop >= len(tokens):
        return False
    following = tokens[stop]
    joined = at > 0 and tokens[at - 1].lower in CONJUNCTIONS
    return joined and following.text.islower() and following.text.isalpha() and following.lower not in _OPENS_NOUNS


def _is_participle(tokens: Sequence[Token], stop: int, verb: Verb, before: Before) -> bool:
    """A deal announced on Monday; a plan proposed by nobody: the noun is what it was done to."""
    phrase = before.phrase
    if phrase is None or before.modal or before.aside or "past" not in verb.forms:
        return False
    if not verb.frames >= {"clause", "object"} or tokens[phrase.first].lower not in _ARTICLES:
        return False
    head = tokens[phrase.stop - 1]
    speaks = head.lower in PEOPLE | OFFICES | PAPERS | BODIES | RULINGS or not head.text.islower()
    following = tokens[stop] if stop < len(tokens) else None
    placed = following is None or following.lower in PREPOSITIONS or is_time(following)
    says_that = any(token.lower == "that" for token in tokens[stop : stop + _NEAR])  # recommended on Friday that
    return placed and not speaks and not says_that and phrase.stop == before.group

"""Asides: what stands between a cue and what is said, such as when and how it was said."""

from collections.abc import Sequence

from generator.extract.quotations.phrases import is_adverb, is_time
from generator.extract.quotations.tokens import Token
from generator.extract.quotations.verbs import CALENDAR_NAMES, DEGREES, DETERMINERS, PREPOSITIONS, TIME_WORDS


def tells_when(tokens: Sequence[Token], at: int) -> bool:
    """Said June 15 the mine …, but said 15 miners …: a number is a date beside a month only."""
    if not tokens[at].text.isdigit():
        return is_time(tokens[at])
    return at > 0 and tokens[at - 1].text in CALENDAR_NAMES


def is_aside(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether an adverb only tells how or when it was said, and not what: said also, said all the miners …"""
    token = tokens[at]
    if _weighs(tokens, at):
        return False
    return is_adverb(token) and token.lower not in DETERMINERS


def _weighs(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether an adverb is of the word behind it, and so of what was said: said too much was lost."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return tokens[at].lower in DEGREES and following is not None and following.text[0].isalpha()


def past_date(tokens: Sequence[Token], at: int) -> int:
    """Skip the rest of a date: earlier [in the year]."""
    noun = at + 2 if at + 1 < len(tokens) and tokens[at + 1].lower in DETERMINERS else at + 1
    dated = noun < len(tokens) and tokens[at].lower in PREPOSITIONS and tokens[noun].lower in TIME_WORDS
    return noun + 1 if dated else at


def counts(tokens: Sequence[Token], at: int) -> bool:
    """Said as many as 20 miners …: this "as" begins what was said."""
    return at + 2 < len(tokens) and tokens[at].lower == tokens[at + 2].lower == "as"


def is_infinitive(tokens: Sequence[Token], at: int) -> bool:
    """Declined to say, but declined to 30 percent, to $3m."""
    return at >= len(tokens) or tokens[at].stretch is not None or tokens[at].text[0].isalpha()

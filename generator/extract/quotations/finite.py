"""Whether a verb that bears a clause stands among tokens: an auxiliary, or a past that is no participle."""

import re
from collections.abc import Sequence

from generator.extract.quotations.tokens import Token
from generator.extract.quotations.verbs import AUXILIARIES, DETERMINERS, PASTS, PREPOSITIONS, PRONOUNS

# closed | agreed; not: need, succeed
_ENDS_PAST = re.compile(r"(?<!e)ed$|(?:gr|fr)eed$")
_BEFORE_ADJECTIVE = DETERMINERS | PREPOSITIONS


def is_past(token: Token) -> bool:
    """Tell whether a word may be a verb in the past; a participle looks the same."""
    return token.text.islower() and (token.lower in PASTS or _ENDS_PAST.search(token.lower) is not None)


def has_past(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Tell whether a clause in the past stands there; a participle that hangs on its noun does not make one."""
    return any(
        tokens[at].lower in {"was", "were", "had", "did"}
        or (is_past(tokens[at]) and tokens[at - 1].lower not in _BEFORE_ADJECTIVE | AUXILIARIES)
        for at in range(max(first, 1), stop)
    )


def is_finite(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Tell whether a verb that bears a clause stands there: an auxiliary or a past tense."""
    for at in range(first, stop):
        token = tokens[at]
        if token.lower in AUXILIARIES:
            if token.lower != "'s" or (at > first and tokens[at - 1].lower in PRONOUNS):
                return True
        elif is_past(token) and (at == first or tokens[at - 1].lower not in _BEFORE_ADJECTIVE):
            hidden = at > first + 1 and tokens[at - 1].lower.endswith("ly")  # a previously proposed sale
            if not hidden or tokens[at - 2].lower not in _BEFORE_ADJECTIVE:
                return True
    return False

"""Quantities that are no figures: amounts whose words leave open what they measure, and garbled ones."""

import re
from functools import cache

from generator.lexicon import read_lexicon
from generator.model.findings import Figure
from generator.stories.amounts import COST
from generator.stories.evidence import Told

# US dollars: USD
_CURRENCY = re.compile(r"[A-Z]{3}")
# members | of an entire religion
_SOME = re.compile(r"\bof an? ")
# Norair sales; the fall in Arnes
_NAMED = re.compile(r"\b[A-Z]")
# stake in Norair: whose it is stands elsewhere
_HOLDING = re.compile(
    r"(?:(?:an?|the) )?(?:(?:minority|majority|own) )?(?:interest|shares?|stake)s? in\b", re.IGNORECASE
)
# Norcomp Co.'s | the forecast sent Norcomp shares: words cut wrong
_TORN = re.compile(
    r"['’]s\Z|\b(?:cost|drove|gave|left|made|saw|sent|took) (?:the |an? |its )?[A-Z]|\b(?:sample|trading)\Z"
    r"|\b(?:are|had|has|have|includes?|is|shows?|was|were|will|would)\b"
)
# trade of Norland
_JOINED = re.compile(r"\b(?:at|between|by|for|from|in|of|on|to|with)\b|['’]s ")
# for #13 billion | 150 million $(US$ 199 million) | 5 ? million
_GARBLED = re.compile(r"#\d|\d (?:[a-z]{4,12} )?[#$?�] ?\(|\ufffd")
# orders | new orders
_ADDED = re.compile(r"(?:additional|extra|further|more|new|other|total) ")


def leaves_open(told: Told, figure: Figure, measure: str, *, known: bool) -> bool:
    """Tell whether words leave open what was measured: “orders” of an amount of money, “people” of a count.

    So does a measure that names nobody (“unemployment rate”, “tax bill”) where it is not `known` what of, by its
    time or the article's title; a firm alone, a share in it without its holder, and what is only described:
    “members of an entire religion”.
    """
    bare = _ADDED.sub("", measure.lower())
    if figure.rule.startswith("count."):
        in_money = figure.measure is None and (figure.unit or "").rsplit(maxsplit=1)[-1:][0] in _currencies()
        to_come = figure.status == "forecast" and not known
        return bare == "people" or to_come or in_money or (figure.measure is not None and bool(_SOME.search(bare)))
    money = bool(_CURRENCY.fullmatch(figure.unit or ""))
    if money and " " not in bare and bare not in _measures():
        return True
    names_nobody = not _NAMED.search(measure if not told.text.startswith(measure) else measure[1:])
    change = figure.rule.endswith(".change")
    if (names_nobody and not known and not measure.startswith(COST)) or _TORN.search(measure):
        return True
    return _is_firm(told, measure) or (figure.unit == "%" and not change and bool(_HOLDING.match(measure)))


def is_garbled(text: str) -> bool:
    """Tell whether an amount of money has lost its sign: “#13 billion”, “150 million $(US$ 199 million)”.

    >>> is_garbled("Did it give 150 million $(US$ 199 million)?"), is_garbled("Did it give $3 million?")
    (True, False)
    """
    return bool(_GARBLED.search(text))


def _is_firm(told: Told, measure: str) -> bool:
    """Tell whether a measure is only somebody's name: 78 percent of “computer maker Norcomp”."""
    return not _JOINED.search(measure) and any(
        name.kind in {"person", "organisation"} and measure.endswith(name.name) for name in told.names
    )


@cache
def _currencies() -> frozenset[str]:
    return frozenset(read_lexicon("money")["currencies"])


@cache
def _measures() -> frozenset[str]:
    return frozenset(read_lexicon("money")["measures"])

"""Quantities that are no figures: figures of speech, and amounts whose words leave open what they measure."""

import re
from functools import cache

from generator.lexicon import read_lexicon
from generator.model.findings import Figure
from generator.stories.evidence import Told

# Below this a round number is counted more often than it is meant as “many”.
LEAST_ROUND = 100
# a trip that launched | 1,000 trips
_LAUNCHED = re.compile(r"\blaunch(?:ed|es|ing)? (?:an? |over |more than )?$")
# US dollars: USD
_CURRENCY = re.compile(r"[A-Z]{3}")
# “… words …” | ``…'' | ''…''
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]|(?:``|(?<!\w)'')(?:[^'`]|'(?!')){0,400}''")
# orders | new orders
_ADDED = re.compile(r"(?:additional|extra|further|more|new|other|total) ")


def is_figurative(told: Told, figure: Figure) -> bool:
    """Tell whether a number only means many: “worn by a thousand feet”, “the trip that launched 1,000 trips”.

    A round number in words is a count where it has a period, or where a word tells that it is one: “about a
    thousand people”.
    """
    if not figure.rule.startswith("count."):
        return False
    at = figure.start - told.start
    exponent = str(int(figure.value)).rstrip("0")
    if exponent == "1" and _LAUNCHED.search(told.text, 0, at):
        return True
    in_words = not any(letter.isdigit() for letter in figure.text)
    if exponent != "1" or figure.value < LEAST_ROUND or not in_words or figure.period:
        return False
    said = any(q.kind != "indirect" and q.start <= figure.start < q.end for q in told.quotations)
    marked = any(match.start() <= at < match.end() for match in _QUOTED.finditer(told.text))
    return figure.bound is None or said or marked


def leaves_open(figure: Figure, measure: str) -> bool:
    """Tell whether bare words leave open what was measured: “orders” of an amount of money, “people” of a count."""
    bare = _ADDED.sub("", measure.lower())
    if figure.rule.startswith("count."):
        return bare == "people"
    money = bool(_CURRENCY.fullmatch(figure.unit or ""))
    return money and " " not in bare and bare not in _measures()


@cache
def _measures() -> frozenset[str]:
    return frozenset(read_lexicon("money")["measures"])

"""Whether two numbers may both be right: “at least 12” is 12 or any more, “about 40” is from 36 to 44."""

import math

from generator.lexicon import word_set
from generator.model.findings import Figure

# About 40 is from 36 to 44.
NEARLY = 0.1
# About 40,000 is said of what has been counted more closely: from 38,000 to 42,000.
NEARLY_MANY, MANY = 0.05, 1000
# Amounts that differ by no more are one, rounded.
ROUNDED = 0.05


def agree(one: Figure, other: Figure, *, exact: bool = True) -> bool:
    """Tell whether two numbers may both be right; of amounts that are not `exact` those that only round."""
    (least, most), (others_least, others_most) = _range(one), _range(other)
    if not exact and abs(one.value - other.value) <= ROUNDED * max(one.value, other.value):
        return True
    return least <= others_most and others_least <= most


def _range(figure: Figure) -> tuple[float, float]:
    """Return between which numbers a toll lies: “at least 12” is 12 or any more.

    >>> _range(Figure(0, 0, "", 12, "people", "at least", None, None, None, "reported", ""))
    (12, inf)
    """
    bound, value = (figure.bound or "").lower(), figure.value
    if not bound:
        return value, value
    if bound in word_set("tolls", "at_least"):
        return value, math.inf
    if bound in word_set("tolls", "at_most"):
        return 0, value
    nearly = NEARLY if value < MANY else NEARLY_MANY
    return value * (1 - nearly), value * (1 + nearly)

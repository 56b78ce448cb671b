"""What figures of one article measure in common: what "it" stands for, and which two "the two countries" are."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.extract.figures.quantity import Quantity
from generator.extract.figures.setting import Setting
from generator.lexicon import read_lexicon
from generator.model.findings import Figure

_AMOUNTS = read_lexicon("amounts")
_CLAUSE: frozenset[str] = frozenset(
    {"has", "have", "had", "will", "would", "could", "may", "might", "should", "must", *_AMOUNTS["be"]}
) | frozenset(_AMOUNTS["openers"]) - {"than", "out", "as", "meaning"}
_BEFORE_DATES = frozenset({"in", "on", "during", "from", "the"})
_OPENING = frozenset({"in", "the", "on", "by"})
_TWO_SIDES: frozenset[str] = frozenset(_AMOUNTS["two_sides"])


class Topic(NamedTuple):
    """What a sentence (by its number) says an amount of, and the unit of the amount said last."""

    sentence: int
    measure: str
    unit: str | None

    def is_of(self, quantity: Quantity) -> bool:
        """Tell whether a quantity of the sentence after may be of this too."""
        return quantity.kind == "percent" or quantity.unit == self.unit


def leads(setting: Setting, start: int) -> bool:
    """Tell whether what begins at a token is what its sentence is about: nobody says it, nothing stands before."""
    return not any(verb < start for verb in setting.verbs) and all(
        at in setting.dated or not setting.tokens[at].is_word or setting.tokens[at].lower in _OPENING
        for at in range(start)
    )


def in_one_clause(setting: Setting, start: int, end: int) -> bool:
    """Tell whether no clause begins between two figures: "$3m in May, up 5%", not "$3m would see a rise of 5%"."""
    return not any(token.lower in _CLAUSE for token in setting.tokens[max(0, start) : end])


def goes_on(setting: Setting, last: int, first: int) -> bool:
    """Tell whether an amount is what the one before came to: "up 5% | in 2022 to | $3m", "| with this time 7%"."""
    tokens = setting.tokens
    if 0 < last < first and [token.lower for token in tokens[first - 3 : first]] == ["with", "this", "time"]:
        return True
    if not 0 < last < first or tokens[first - 1].lower != "to":
        return False
    return all(at in setting.dated or tokens[at].lower in _BEFORE_DATES for at in range(last, first - 1))


def says_again(setting: Setting, last: int, first: int) -> bool:
    """Tell whether an amount is the one before in another unit: "102 points | , or | 1%"."""
    tokens = setting.tokens
    return 0 < last == first - 2 and tokens[last].text == "," and tokens[last + 1].lower == "or"


def name_pairs(figures: Sequence[Figure]) -> Iterator[Figure]:
    """Yield the figures with "trade between the two countries" named as the article named it before."""
    pairs: dict[str, set[str]] = {}
    for figure in figures:
        noun, joint, sides = (figure.measure or "").partition(" between ")
        key = noun.lower()
        if joint and sides in _TWO_SIDES and len(pairs.get(key, ())) == 1:
            yield replace(figure, measure=next(iter(pairs[key])))
            continue
        if joint and figure.measure and " and " in sides and not sides.startswith("the two "):
            pairs.setdefault(key, set()).add(figure.measure)
        yield figure

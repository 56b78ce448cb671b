"""Votes of members: how many were for a bill and how many against it."""

import re
from dataclasses import dataclass
from functools import cache

from generator.lexicon import read_lexicon
from generator.model.findings import Figure
from generator.stories.evidence import Told
from generator.stories.words import phrases

RULE = "count.ballot"
# voting 71 to 49 | in favour; voted 49 to 71 | against the bill
_FOR, _AGAINST = (
    re.compile(r" (?:in favou?r|for|to (?:adopt|approve|pass))\b"),
    re.compile(r" (?:against|to reject)\b"),
)


# the | Senate
_CHAMBER = re.compile(r"\b[A-Z][a-z]+\b")


@dataclass(frozen=True, slots=True)
class Ballot:
    """The votes of one side on one thing: “for”, “law”."""

    side: str
    what: str
    where: str | None = None

    @property
    def measure(self) -> str:
        """What a figure of them measures: “votes in favour of the law”, “votes against the bill in the Senate”."""
        return f"votes {'in favour of' if self.side == 'for' else 'against'} the {self.what}{self._in}"

    @property
    def thing(self) -> tuple[str, ...]:
        """What is counted, by whatever word for it: a bill is the law that comes of it."""
        same = next(words for words in read_lexicon("series")["voted_on"] if self.what in words)
        return "ballot", self.side, same[0], self.where or ""

    @property
    def question(self) -> str:
        """How it is asked how many: “How many voted for the law”."""
        return f"How many voted {self.side} the {self.what}{self._in}"

    @property
    def _in(self) -> str:
        return f" in the {self.where}" if self.where else ""


def is_ballot(figure: Figure) -> bool:
    return figure.rule == RULE


def ballot_of(told: Told, figure: Figure) -> Ballot | None:
    """Return which side of a vote a figure counts, and on what; None where the sentence does not tell both.

    Who votes to repeal a law, or to delay it, is not for it.
    """
    pair = [one for one in told.figures if is_ballot(one)]
    if not is_ballot(figure) or len(pair) != len(("for", "against")) or _words("undoing").search(told.text):
        return None
    named = [match[0].lower() for match in _voted_on().finditer(told.text)]
    things = {Ballot("for", name).thing for name in named}
    first_is_for = _first_is_for(told, *pair)
    if len(things) != 1 or first_is_for is None:
        return None
    chambers: dict[str, str] = read_lexicon("series")["chambers"]
    where = {chambers[match[0]] for match in _CHAMBER.finditer(told.text) if match[0] in chambers}
    side = "for" if (figure is pair[0]) == first_is_for else "against"
    return Ballot(side, named[0], where.pop() if len(where) == 1 else None)


def _first_is_for(told: Told, first: Figure, second: Figure) -> bool | None:
    """Tell whether the first number of a vote is of those in favour; None where no word tells."""
    before, after = told.text[: first.start - told.start], told.text[second.end - told.start :]
    down, passed = bool(_words("voted_down").search(before)), bool(_words("voted_for").search(before))
    if _AGAINST.match(after) or (down and not passed and first.value > second.value):
        return None if _FOR.match(after) else False
    if _FOR.match(after):
        return None if down else True
    return True if passed and not down and first.value > second.value else None


@cache
def _voted_on() -> re.Pattern[str]:
    """Return the pattern of what members vote on."""
    return phrases(word for words in read_lexicon("series")["voted_on"] for word in words)


@cache
def _words(kind: str) -> re.Pattern[str]:
    """Return the pattern of what a vote came to: “defeated”, “passed”, “repeal”."""
    return phrases(read_lexicon("series")[kind])

"""What was done with what a figure counts: jobs that are cut, houses destroyed, homes without power."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.lexicon import read_lexicon
from generator.model.findings import Figure
from generator.stories.ballots import ballot_of
from generator.stories.change import is_change
from generator.stories.days import is_day
from generator.stories.evidence import Told
from generator.stories.tolls import OPENING, WHERE
from generator.stories.words import phrases

# What is to come is news where an article opens with it.
AHEAD = 2
# mill workers, millers: words that begin alike
STEM = 4
# 300 jobs | have been | cut; 300 cars | are being | recalled; 300 nurses | in Moss | struck
_BEING = (
    rf"{WHERE}(?: (?:was|were|is|are|be|been|being|have|has|had|will|would|to|already|also|now|still|remain"
    r"|remained|left))*"
)
# cut | its last | 300 jobs
_THEIR = re.compile(r"(?: (?:about|around|nearly|some|only|its|their|an estimated|all|up to)){0,2}\Z")
# 300 | of the | jobs: a part of those counted elsewhere
_PART = re.compile(r" of (?:the|its|their|those|these) [^\d]")
# carrying 300 passengers | a day: not those of one time
_RATE = re.compile(r" (?:an?|each|every|per) (?:day|hour|month|night|week|year)\b")
# Another | 300 jobs: more than those told of before
_MORE = re.compile(r"\b(?:another|additional|further|more|other|others) \Z", re.IGNORECASE)
# could | cut 300 jobs; did not | cut
_UNREAL = re.compile(r"\b(?:can|cannot|could|if|may|might|never|no|not|refused to|without) (?:have )?(?:be )?\Z")
# will close a plant | and cut 300 jobs
_WILL = re.compile(r"\b(?:shall|will|would)\b.{0,200}\band \Z", re.DOTALL)
# voter | turnout; damage | to roads and bridges
_SOLE = re.compile(r"(?:[Vv]oter )?(\w+)(?:\Z| (?:at|caused|from|in|on|to)\b)")
# turnout in the | last | election
_EARLIER = re.compile(r"\b(?:earlier|last|previous)\b")
# number of cancelled | operations in Arnes
_NUMBER_OF = re.compile(r"(?:total )?number of (?P<done>[a-z]+) (?P<unit>[a-z]+)\b")
# has risen | to 410; now | 410
_AS_OF = re.compile(
    r"\b(?:now|so far|to date)\b|\b(?:has|have|had) (?:[a-z]+ )?(?:climbed|gone up|grown|risen) to \Z"
)
# the trust | said on | Tuesday
_SAID = re.compile(r"\b(?:said|says) (?:on )?\Z")
# will | cut: told of what is to come
_TO = re.compile(r"\bto \Z")


@dataclass(frozen=True, slots=True)
class Deed:
    """What was done, by its name in the lexicon, with what: “cut”, “jobs”."""

    name: str
    unit: str

    @property
    def measure(self) -> str:
        """What a figure of it measures: “jobs cut”, “area burned”."""
        words: str = _deeds()[self.name]["measure"]
        return words.format(unit=self.unit)

    @property
    def thing(self) -> tuple[str, str]:
        """What is counted, by whatever word for it: two such numbers of one news are to be the same.

        “Mill workers” are the “millers”; “office jobs” are some of the “jobs”.
        """
        *kind, noun = self.unit.lower().split()
        same = next((words for words in read_lexicon("deeds")["same"] if noun in words), None)
        return self.name, (kind[-1] if kind and same else same[0] if same else noun)[:STEM]

    @property
    def question(self) -> str:
        """How it is asked how many: “How many jobs are cut”."""
        words: str = _deeds()[self.name]["asked"]
        return words.format(unit=self.unit)


def deed_of(told: Told, figure: Figure) -> Deed | None:
    """Return what was done with what a figure counts, by the words next to it; None where that is not told.

    A figure without a date, far down in its article, is of nobody knows when; what is only to come counts where the
    article opens with it.
    """
    start, end = figure.start - told.start, figure.end - told.start
    if figure.unit is None and figure.measure:
        return _numbered(figure)
    if figure.unit is None or figure.measure or _PART.search(figure.text) or _MORE.search(told.text[:start]):
        return None
    if _RATE.match(told.text, end):
        return None
    ahead = figure.status == "forecast"
    if told.place.sentence >= (AHEAD if ahead else OPENING) and (ahead or not told.dates):
        return None
    noun = figure.unit.rsplit(maxsplit=1)[-1]
    if _undone().search(told.text):
        return None
    before = _THEIR.sub("", told.text[:start].rstrip())
    for name, deed in _deeds().items():
        if deed["of"] and noun not in deed["of"] and figure.unit not in deed["of"]:
            continue
        done = deed["before"] and _before(name).search(before)
        verb = done.start() if done else 0
        to_come = _TO.search(before, 0, verb) or _WILL.search(before, 0, verb)
        if done and not _UNREAL.search(before, 0, verb) and (ahead or not to_come):
            return Deed(name, figure.unit)
        undergone = _after(name).match(told.text, _end_of_pair(told, end)) if deed["after"] else None
        if undergone and (ahead or " to " not in undergone[0]):
            return Deed(name, figure.unit)
    return None


def _end_of_pair(told: Told, end: int) -> int:
    """Return where two numbers end of which one thing is told: “40 flights and 90 trains were cancelled”."""
    second = (one for one in told.figures if told.text[end : one.start - told.start] == " and ")
    return next((one.end - told.start for one in second), end)


def _numbered(figure: Figure) -> Deed | None:
    """Return what was done with what a measure says is counted: “number of cancelled operations”."""
    number = _NUMBER_OF.match(figure.measure or "")
    if number is None or figure.status != "reported" or is_change(figure):
        return None
    deeds = ((name, deed) for name, deed in _deeds().items() if number["unit"] in deed["of"])
    return next((Deed(name, number["unit"]) for name, deed in deeds if number["done"] in deed["after"]), None)


def day_of_deed(told: Told, figure: Figure, published: str | None) -> str | None:
    """Return the day on which it is told what was done up to then: “has risen to 410”, “now says 1,040”."""
    before = told.text[: figure.start - told.start]
    if not _AS_OF.search(before) or deed_of(told, figure) is None:
        return None
    said = (mention.edtf for mention in told.dates if _SAID.search(told.text, 0, mention.start - told.start))
    day = next(said, published)
    return day if is_day(day) else None


def deed_measure(told: Told, figure: Figure) -> str | None:
    """Return the measure of what was done with so many: “jobs cut”."""
    deed = deed_of(told, figure)
    return deed.measure if deed else None


def sole_of(figure: Figure) -> str | None:
    """Return what a figure measures of which one piece of news has one: turnout, damage to roads."""
    sole = _SOLE.match(figure.measure or "")
    word = sole[1].lower() if sole else ""
    earlier = _EARLIER.search(figure.measure or "")
    return word if word in read_lexicon("deeds")["sole"] and not earlier and not is_change(figure) else None


def thing_of(told: Told, figure: Figure) -> tuple[str, ...] | None:
    """Return what a figure counts, or measures of which one piece of news has one, by whatever word for it."""
    counted = ballot_of(told, figure) or deed_of(told, figure)
    sole = sole_of(figure)
    return counted.thing if counted else (sole, figure.unit or "") if sole else None


@cache
def _deeds() -> dict[str, dict[str, Any]]:
    return dict(read_lexicon("deeds")["deeds"])


@cache
def _undone() -> re.Pattern[str]:
    """Return the pattern of what is not done by being told of: “denied”, “demanded”, “unless”."""
    return phrases(read_lexicon("deeds")["undone"])


@cache
def _before(name: str) -> re.Pattern[str]:
    return re.compile(rf"{phrases(_deeds()[name]['before']).pattern}\Z")


@cache
def _after(name: str) -> re.Pattern[str]:
    return re.compile(rf"{_BEING} {phrases(_deeds()[name]['after']).pattern}")

"""How many people were killed, injured, missing: the counts that outlets give first, and give differently."""

import re
from functools import cache

from generator.lexicon import read_lexicon, word_set
from generator.model.findings import Figure
from generator.stories.evidence import Told
from generator.stories.words import phrases

FATES = ("killed", "injured", "missing", "arrested", "displaced", "infected", "rescued")
# Not what befell people: that they came together, of which those who did it count more than others do.
GATHERED = "gathered"
# The sentences that open an article tell of its news.
OPENING = 6
# 12 people | have been | killed; 12 people | were later | found | dead; 12 people | are still | missing;
# 12 people | in Moss | died
WHERE = r"(?: (?:at|in|from|near) [A-Z][a-z]+)?"
_BETWEEN = (
    rf"{WHERE}(?: (?:was|were|is|are|been|have|has|had|already|also|being|later|now|remain|remained|reported"
    r"|reportedly|still|found|feared|left))*"
)
# Twelve | of the | injured: a part of those of whom the toll is
_PART = re.compile(r" of (?:the|its|their|those|these)\b")
# Another | 30 people: more than those told of before
_MORE = re.compile(r"\b(?:another|additional|further|more|other|others) \Z", re.IGNORECASE)
# could have | killed 12 people
_UNREAL = re.compile(r"\b(?:can|could|may|might|would|will|to) (?:have )?\Z")
# 300 people evacuated | since | the fire began on Saturday
_OPEN_TIME = re.compile(r"\b(?:since|until|till)\b")
# killed | about | 12 people
_BOUND = re.compile(r"(?: (?:about|around|nearly|roughly|some|only|an estimated))?\Z")


def fate_of(told: Told, figure: Figure) -> str | None:
    """Return what befell those whom a figure counts, by the words next to it; None where that is not told.

    A number of “others” is of those who are not counted elsewhere, and so no toll; one without a date, far down in
    its article, is of nobody knows when.
    """
    start, end = figure.start - told.start, figure.end - told.start
    if figure.unit is None or figure.status != "reported" or _MORE.search(told.text[:start]):
        return None
    if _PART.search(figure.text):
        return None
    if not told.dates and told.place.sentence >= OPENING:
        return None
    before = _BOUND.sub("", told.text[:start].rstrip())
    for fate in FATES:
        verb = _before(fate).search(before)
        done = verb and not _UNREAL.search(before, 0, verb.start())
        if done or figure.unit in word_set("tolls", fate) or _behind(fate).match(told.text, end):
            return fate
    return None


def is_crowd(told: Told, figure: Figure) -> bool:
    """Tell whether a figure counts all who came together: “put the crowd at 3,000”, “3,000 people took part”."""
    if figure.status != "reported" or figure.counted_by is None or _PART.search(figure.text):
        return False
    if figure.unit is None:
        return (figure.measure or "").lower() in word_set("tolls", "crowds")
    start, end = figure.start - told.start, figure.end - told.start
    whole = is_whole_toll(figure) and not _MORE.search(told.text[:start])
    return whole and bool(_behind(GATHERED).match(told.text, end))


def day_of_toll(told: Told, figure: Figure) -> str | None:
    """Return the one date that the sentence of a toll gives; none since or until which it was counted."""
    dates = {
        mention.edtf
        for mention in told.dates
        if mention.type == "DATE" and mention.edtf
        if not _OPEN_TIME.search(told.text, figure.end - told.start, mention.start - told.start)
    }
    return dates.pop() if len(dates) == 1 and fate_of(told, figure) else None


def toll_measure(told: Told, figure: Figure) -> str | None:
    """Return the measure of a toll: “people killed”, “passengers injured”; of those who came together “crowd”."""
    fate = fate_of(told, figure)
    if fate is None and is_crowd(told, figure):
        return "crowd"
    if fate is None or figure.unit is None:
        return None
    return f"{'people' if figure.unit in word_set('tolls', fate) else figure.unit} {fate}"


def is_whole_toll(figure: Figure) -> bool:
    """Tell whether all are counted whom something befell, and not the children among them."""
    return figure.unit in word_set("tolls", "everybody")


@cache
def _behind(fate: str) -> re.Pattern[str]:
    return re.compile(rf"{_BETWEEN} {phrases(read_lexicon('tolls')[fate]).pattern}\b")


@cache
def _before(fate: str) -> re.Pattern[str]:
    return re.compile(rf"\b{phrases(read_lexicon('tolls')[fate]).pattern}\Z")

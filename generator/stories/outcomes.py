"""Whether a sentence tells how something came out, or only that it took place; and what the next one adds to it."""

import re
from functools import cache

from generator.lexicon import read_lexicon
from generator.stories.alone import edits_to_stand
from generator.stories.evidence import Coverage, Place, Told
from generator.stories.openings import opening
from generator.stories.words import phrases

# This is | particularly | reflected in the ferry
_SHOWS = re.compile(
    r"(?:That|This) (?:is|was|has been|can be) (?:(?:also|best|\w+ly) )?"
    r"(?:demonstrated|evidenced|exemplified|expressed|illustrated|reflected|seen|shown) (?:by|in) "
)


def tells_outcome(text: str) -> bool:
    """Tell whether a sentence tells how something came out: what was ruled, who won, who goes."""
    return bool(_outcomes().search(text))


def outcome_of(coverage: Coverage, place: Place) -> Told | None:
    """Return the sentence right behind one without an outcome, where it tells the outcome and can be read alone.

    “The court ruled on the tax on Monday. The court found the tax unlawful.”
    """
    told, following = coverage.told[place], coverage.told.get(Place(place.article, place.sentence + 1))
    open_yet = bool(_undecided().search(told.text)) and not tells_outcome(told.text)
    if following is None or not open_yet or not tells_outcome(following.text):
        return None
    sentences = coverage.findings(place).sentences
    together = sentences[place.sentence].paragraph == sentences[following.place.sentence].paragraph
    stands = edits_to_stand(coverage, following) is not None
    quoted = any(quotation.kind != "indirect" for quotation in following.quotations)
    return following if together and stands and not quoted else None


def illustration_of(coverage: Coverage, place: Place) -> Told | None:
    """Return the sentence right behind one that only tells in what the matter of that one is seen.

    “The two towns drew closer. This is reflected in the ferry that they share.”
    """
    following = coverage.told.get(Place(place.article, place.sentence + 1))
    if following is None or not _SHOWS.match(following.text) or opening(coverage.told[place].text) != "alone":
        return None
    quoted = any(quotation.kind != "indirect" for quotation in following.quotations)
    return None if quoted else following


@cache
def _outcomes() -> re.Pattern[str]:
    return phrases(read_lexicon("background")["outcomes"])


@cache
def _undecided() -> re.Pattern[str]:
    return phrases(read_lexicon("background")["undecided"])

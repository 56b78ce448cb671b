"""Lines of plain text that end without a stop: sentences that lost it, or a caption, a teaser, a standfirst."""

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from generator.lexicon import read_lexicon

# Part of a line's pairs of neighbouring words that stand in the text as well: what a teaser or a caption takes from
# its article. Of the sentences that lost their stop in ECB+ (dev), none has more than a third.
_SAID_AGAIN = 0.5
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
# … Ana Lopes (L) and Tomas Eide (R) | Ana Lopes, left, with | Ana Lopes R, who | pictured here
_PLACE_IN_PICTURE = re.compile(
    r"\((?:L|R|C|(?:top |far |second |from )?(?:left|right|cent(?:er|re))|pictured|above|below)\)"
    r"|, (?:(?:far )?(?:left|right)|cent(?:er|re)|pictured(?: \w+)?|seen here),"
    r"|(?<=[a-z]) [LRC], |^(?:pictured|above|left|right|from left|clockwise)\b:?",
    re.IGNORECASE,
)
# changed its route | attempted to flee | agreed that
_PAST_WITH_OBJECT = re.compile(r"\b[a-z]{2,20}ed (?:the|an?|his|her|its|their|that|to)\b")


def lost_its_stop(line: str, said: frozenset[tuple[str, str]]) -> bool:
    """Tell a sentence of the article that lacks its stop; `said` are the pairs of words in the rest of the text.

    It has a verb or a pronoun as its subject, or goes on in the next line (“… commented,”); it does not say where
    somebody stands in a picture, nor again what the text says.
    """
    if _PLACE_IN_PICTURE.search(line):
        return False
    words = _words(line)
    if not (line.endswith(",") or _PAST_WITH_OBJECT.search(line) or not _verbs().isdisjoint(words)):
        return False
    pairs = list(pairwise(words))
    return sum(pair in said for pair in pairs) < _SAID_AGAIN * len(pairs)


def pairs_of_words(lines: Iterable[str]) -> frozenset[tuple[str, str]]:
    return frozenset(pair for line in lines for pair in pairwise(_words(line)))


def _words(line: str) -> list[str]:
    return [word.replace("’", "'") for word in _WORD.findall(line.casefold())]


@cache
def _verbs() -> frozenset[str]:
    return frozenset(read_lexicon("function_words")["of_sentences"])

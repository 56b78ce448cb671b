"""Acronyms: a word in capitals is a body's only where the article shows it; else a code, a unit or a thing."""

import re
from collections import Counter
from collections.abc import Sequence

from generator.extract.names.mentions import Mention
from generator.extract.names.words import (
    COMPANY_NOUNS,
    NOUNS,
    OF_HEADS,
    ORGANISATION_HEADS,
    POSTAL_CODES,
    REPORTING,
    STAFF,
    Words,
)

# NEC has announced | NEC's new chairman | NEC, a Welsh bank: what only a body does or has
_BODY_AFTER = re.compile(
    r"(?:,? which)?(?: (?:has|have|had|also|later|then|will))? (?P<verb>[a-z]+)\b"
    r"|['’]s? (?:[a-z-]+ ){0,2}?(?P<staff>[a-z]+)\b"
    rf"|, (?:an?|the) (?:[\w-]+ ){{0,4}}(?:{'|'.join(COMPANY_NOUNS)})\b"
)
# NEC spokesman | NEC chief executive | NEC's board
_STAFF_AFTER = re.compile(r" (?:(?:senior|former|deputy|vice|chief|new|general) )?(?P<staff>[a-z]+)\b")
# told NEC | According to the NEC | the station NEC | released by NEC | a founder of NEC | an official at the NEC
_BODY_BEFORE = re.compile(
    r"(?:\b(?:told|tells?|[Aa]ccording to|joined|sued|accused|work(?:s|ed|ing)? (?:for|at))"
    r"|\b(?:affiliate|agency|association|federation|network|station|union)"
    r"|\b(?:announced|approved|cited|commissioned|employed|fined|founded|funded|hired|identified|issued|ordered|organi[sz]ed"
    r"|owned|published|quoted|released|reported|sponsored) by"
    r"|\b(?:attorney|correspondent|lawyer|reporter|spokes[a-z]+) for"
    r"|\b(?P<staff>[a-z]+) (?:of|at|with|from)) (?:the )?$"
)
# Elmdale Alliance to Keep Our Trams (EAKOT): what may stand before an acronym in brackets
_SPELT_OUT = re.compile(r"[^.!?;()\n]{1,120} \($")
_CAPITALISED = re.compile(r"\b[A-Z][\w'’-]*")
# HAMILTON (AP) -- | HAMILTON (Reuters) –
_DATELINE_AFTER = re.compile(r" \([A-Z][\w ]+\) ?[-–—_]")
# 8.6 GW | 12 RBI, but In 2019 NEC
_COUNTED = re.compile(r"(?<![\w.,])(?!(?:19|20)\d\d )[\d.,]+ $")
# Elmdale, VA | Elmdale, ON
_AFTER_TOWN = re.compile(r"[^\W\d_]\.?, $")
_LONGEST_BEFORE = 40
_LONGEST_NAME = 120


def tell_acronyms(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions with the kind of each acronym told; codes (XAU=) and units (8.6 GW) are left out."""
    unproved = [one for one in mentions if one.rule == "acronym" and one.kind == "organisation"]
    bodies: set[Words] = {one.words for one in unproved if _is_body(text, one)}
    for mention in unproved:
        if mention.words[0] in POSTAL_CODES and _AFTER_TOWN.search(text[slice(*_before(mention))]):
            mention.kind, mention.rule = "place", "state-code"
        elif _begins_line(text, mention) and _DATELINE_AFTER.match(text, mention.end):
            mention.kind, mention.rule = "place", "dateline"
        elif mention.words not in bodies:
            mention.kind, mention.rule = None, "acronym-unproved"
    return [one for one in mentions if one.rule != "acronym-unproved" or not _is_code(text, one)]


def _begins_line(text: str, mention: Mention) -> bool:
    return mention.start == 0 or text[mention.start - 1] == "\n"


def _before(mention: Mention) -> tuple[int, int]:
    return max(0, mention.start - _LONGEST_BEFORE), mention.start


def _is_body(text: str, mention: Mention) -> bool:
    """Tell whether what stands beside an acronym shows it to be a body's."""
    if after := _BODY_AFTER.match(text, mention.end):
        verb, staff = after["verb"], after["staff"]
        if (verb is None and staff is None) or verb in REPORTING or staff in STAFF or staff in NOUNS:
            return True
    if (staffed := _STAFF_AFTER.match(text, mention.end)) and (staffed["staff"] in STAFF | NOUNS):
        return True
    before = _BODY_BEFORE.search(text[slice(*_before(mention))])
    if before is not None and (before["staff"] is None or before["staff"] in STAFF | NOUNS):
        return True
    return _is_spelt_out(text, mention)


def _is_spelt_out(text: str, mention: Mention) -> bool:
    """Tell whether the acronym stands in brackets behind the words it is made of, a body's head among them."""
    words = _SPELT_OUT.search(text[max(0, mention.start - _LONGEST_NAME) : mention.start])
    if words is None:
        return False
    letters = [letter for letter in mention.words[0] if letter.isalpha()]
    capitalised = _CAPITALISED.findall(words[0])[-len(letters) - 2 :]
    made_of = not Counter(letters) - Counter("".join(map(_initials, capitalised)))
    return made_of and any(word in ORGANISATION_HEADS | OF_HEADS for word in capitalised)


def _initials(word: str) -> str:
    return word if word.isupper() else word[0]


def _is_code(text: str, mention: Mention) -> bool:
    """Tell of "XAU=" and "US30YT=RR", which are codes, and of a unit behind its number."""
    coded = "=" in (text[mention.end : mention.end + 1], text[mention.start - 1 : mention.start])
    return coded or _COUNTED.search(text[slice(*_before(mention))]) is not None

"""Contexts: what stands around a name and tells its kind, where its own words do not."""

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.extract.names.mentions import Mention
from generator.extract.names.tokens import Token
from generator.extract.names.words import (
    BEFORE_OF_PLACE,
    BEFORE_ORGANISATION,
    COMMON,
    COMPANY_NOUNS,
    COUNTRY_NAMES,
    FIRST_NAMES,
    KINDS,
    STATES,
    THINGS,
)
from generator.model.findings import NameKind

# "Ann Lee, 34, said" | "Ann Lee, who said" | "Ann Lee, whose"
_PERSON_AFTER = re.compile(r",? (?:who|whose|whom)\b|, (?:aged )?\d{1,3}(?=[,.;]| and| who)")
# "six AK - 47 rifles", "two MQ-9 drones"
_NUMBER_AFTER = re.compile(r" ?[-–]? ?\d{1,3}\b(?![.,:]\d)")
# "LEE: I think …": the label of a speaker in a transcript
_LABEL_AFTER = re.compile(r":\s")
# "Ardmore, Okla." | "Ardmore, Oklahoma" | "Galle, Sri Lanka"
_REGION_AFTER = re.compile(r", (?P<region>[A-Z][\w.]*(?: [A-Z][\w.]*)?)")
# "Ann Reed, the chipmaker, said" | "Ann Reed, a Danish bank that" | "Ann Reed shares fell"
_COMPANY_AFTER = re.compile(
    rf"(?:, (?:an?|the) (?:[\w-]+ ){{0,4}}(?:{'|'.join(COMPANY_NOUNS)})"
    r"(?=[,.;)]| (?:that|which|based|behind|owned)\b)"
    r"| (?:shares|stock) (?:fell|rose|dropped|gained|jumped|slid|were|was|closed|have|has)\b)"
)
_PREPOSITIONS = frozenset(
    {
        "in",
        "from",
        "to",
        "at",
        "near",
        "into",
        "across",
        "outside",
        "toward",
        "towards",
        "through",
        "around",
        "between",
    }
)
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "each", "every", "new"})
_BEFORE_MONTHS = frozenset(
    {"since", "until", "till", "by", "of", "last", "next", "early", "late", "mid", "during", "before", "after"}
)
# "Colin Hill, Lord Ardmore, said": what parts a name from the title that is its bearer's second name
_SECOND_NAME = re.compile(r", (?:Lord|Lady|Baron|Baroness|Viscount|Viscountess) ")
_AFTER_SECOND_NAME = (",", ".", ")", " –", " —")
# "in Chelsea" is where, "from Chelsea" may be from whom
_PLACE_PREPOSITIONS = frozenset({"in", "near", "outside", "across", "throughout"})
_BEFORE_NO_PERSON = _ARTICLES | _PREPOSITIONS
_BEFORE_NO_NAME = _BEFORE_NO_PERSON | _BEFORE_MONTHS
_BEFORE_REGIONS = frozenset({"in", "the", "of", "from", "near", "around", "across", "throughout"})
_LABEL_LENGTH = 4
_PAIR = 2
# Small words that headings have too
_JOINTS = frozenset(
    {"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with", "vs"}
)


def tell_kind(text: str, tokens: Sequence[Token], index: int, mention: Mention) -> tuple[NameKind, str] | None:
    """Tell the kind of a name by its neighbours, with the rule that told it; `index` is its first token."""
    before = tokens[index - 1].text.lower() if index and tokens[index].bound else ""
    if mention.rule == "common-word":
        return _label(text, index, mention)
    if _is_before_region(text, mention):
        return "place", "before-region"
    if before == "of" and index > 1 and tokens[index - 2].text.lower() in BEFORE_OF_PLACE:
        return "place", "place-of"
    if mention.titled is None and mention.kind in {"person", None} and _COMPANY_AFTER.match(text, mention.end):
        return "organisation", "company"
    if mention.rule == "acronym" and _NUMBER_AFTER.match(text, mention.end):
        return "other", "acronym-and-number"
    doubtful = mention.kind is None or mention.rule == "family-name-first"
    if doubtful and before in BEFORE_ORGANISATION and not tokens[index - 1].capital:
        return "organisation", "after-kind"
    if mention.kind is None and _is_before_place_noun(tokens, index, mention):
        return "place", "before-kind"
    if mention.kind is not None:
        return _label(text, index, mention)
    if _PERSON_AFTER.match(text, mention.end):
        return "person", "who-or-age"
    after = index + len(mention.words)
    if after < len(tokens) and tokens[after].bound and tokens[after].text in THINGS:
        return "other", "before-thing"
    if mention.rule == "two-names" and before not in _BEFORE_NO_PERSON and not _is_heading(tokens, index, after):
        return "person", "two-names"
    given = len(mention.words) == 1 and mention.words[0] in FIRST_NAMES and mention.words[0].lower() not in COMMON
    if given and not _is_cry(text, mention) and before not in _PLACE_PREPOSITIONS:
        return "person", "first-name-alone"
    return _label(text, index, mention)


def _is_heading(tokens: Sequence[Token], index: int, after: int) -> bool:
    """Tell of "Swim Club Menu for Week B", where any words may be in capitals, but not of "Ann Lee, Nea News"."""
    if any(token.text.islower() and token.text not in _JOINTS for token in tokens):
        return False
    goes_on = after < len(tokens) and tokens[after].bound and tokens[after].text.isalpha()
    return goes_on or after - index > _PAIR


def _is_cry(text: str, mention: Mention) -> bool:
    """Tell of “Mercy!”: what is cried in marks may be no name."""
    return text.startswith("!", mention.end) and text[mention.start - 1 : mention.start] in {"“", '"', "‘", "'"}


def is_plain_word(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a word that may be a family name is none here: "the Dean", "in May", "March 3"."""
    before = tokens[index - 1].text.lower() if index and tokens[index].bound else ""
    if tokens[index].possessive:
        return before in _ARTICLES
    follows = index + 1 < len(tokens) and tokens[index + 1].bound and tokens[index + 1].text[0].isdigit()
    return follows or before in _BEFORE_NO_NAME


def follows_preposition(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether the name stands after "in" or the like, as places do."""
    return index > 0 and tokens[index].bound and tokens[index - 1].text.lower() in _PREPOSITIONS


def _is_before_place_noun(tokens: Sequence[Token], index: int, mention: Mention) -> bool:
    """Tell of "the Ardmore neighborhood" and "in Ardmore province"."""
    after = index + len(mention.words)
    before = tokens[index - 1].text.lower() if index else ""
    fits = (
        len(mention.words) <= 2 and after < len(tokens) and tokens[after].bound and not tokens[after - 1].possessive
    )
    return fits and tokens[after].text in BEFORE_OF_PLACE and before in _BEFORE_REGIONS


def _is_before_region(text: str, mention: Mention) -> bool:
    acronym = mention.rule == "acronym" and len(mention.words[0]) >= _LABEL_LENGTH
    if not acronym and (mention.kind not in {None, "person"} or mention.rule == "after-title"):
        return False
    match = _REGION_AFTER.match(text, mention.end)
    if match is None:
        return False
    words = match["region"].split()
    regions = (" ".join(words), words[0], " ".join(words).rstrip("."), words[0].rstrip("."))
    found = any(region in STATES or region in COUNTRY_NAMES for region in regions)
    return found and (mention.kind is None or len(mention.words) == 1)


def _label(text: str, index: int, mention: Mention) -> tuple[NameKind, str] | None:
    """A surname in capitals that opens a line and is followed by a colon is a speaker in a transcript."""
    word = mention.words[0]
    label = index == 0 and len(mention.words) == 1 and word.isupper() and len(word) >= _LABEL_LENGTH
    if label and mention.words not in KINDS and _LABEL_AFTER.match(text, mention.end):
        return "person", "speaker-label"
    return None


def tell_second_names(text: str, mentions: Sequence[Mention]) -> None:
    """Take the title of a peer beside a full name for the same person: "Colin Hill, Lord Ardmore, said"."""
    for mention, following in pairwise(mentions):
        persons = mention.kind == following.kind == "person" and len(mention.words) > 1
        if (
            persons
            and _SECOND_NAME.fullmatch(text[mention.end : following.start])
            and text.startswith(_AFTER_SECOND_NAME, following.end)
        ):
            following.same_as = mention

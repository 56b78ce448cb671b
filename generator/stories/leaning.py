"""Whether a fact speaks of “the sale” or “the event” that no other fact tells of."""

import re
from collections.abc import Sequence
from functools import cache

from generator.lexicon import read_lexicon, word_set
from generator.stories.alone import edits_to_stand
from generator.stories.background import part_of
from generator.stories.deciding import edits_for_decisions
from generator.stories.evidence import Coverage, Place, Told
from generator.stories.lede import Top
from generator.stories.sameness import STEM_LETTERS
from generator.stories.words import AUXILIARIES, content_words, phrases

# Some had difficulty | Others were late | That's why: who or what, the sentence before tells
_NO_NOUN = re.compile(
    r"(?:Some|Others?|Many|Most|Several|Few|Another|None) "
    r"(?:also|are|even|had|have|has|is|said|say|was|were|will|would)\b|That['’]s "
)

# The guild says it | may not.
_ELLIPTIC = re.compile(rf"[^,;]{{3,60}} (?:{AUXILIARIES})(?: not|n['’]t)?\.")
# Words in quotation marks
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]|''.{1,400}?''")


def lacks_subject(text: str) -> bool:
    """Tell whether who or what a sentence is about, or what was said or done, stands only in the one before it."""
    return bool(_NO_NOUN.match(text) or _ELLIPTIC.fullmatch(text) or _empty().search(text))


def find_leaning(coverage: Coverage, chosen: Sequence[Told], top: Top) -> set[Place]:
    """Return which of the chosen sentences speak of a thing that neither the title nor another of them tells of."""
    statements = {coverage.statement_of[told.place] for told in chosen}
    titled = _stems(top.title)
    found = set()
    # News and background stand apart: what one tells, the other does not go on from.
    parts = {coverage.statement_of[told.place]: part_of(coverage, told, top) for told in chosen}
    leaning = {told.place: {stem for noun in _vague(told.text) for stem in _called(noun)} for told in chosen}
    for told in chosen:
        before = coverage.statement_of.get(Place(told.place.article, told.place.sentence - 1))
        lede = top.ledes[told.place.article]
        under_lede = lede is not None and lede != told.place and coverage.statement_of[lede] in statements
        nouns = _vague(told.text) if under_lede else _vague(told.text) | _opening(told.text) | _deals(told.text)
        if edits_for_decisions(coverage, told):
            nouns -= word_set("questions", "findings")
        if (before in statements and parts[before] == parts[coverage.statement_of[told.place]]) or not (
            nouns or _is_one_of_firms(coverage, told, lede, chosen)
        ):
            continue
        # What another speaks of as “the event” too, it does not tell either.
        named = (_stems(other.text) - leaning[other.place] for other in chosen if other is not told)
        others = titled.union(*named)
        if not nouns or any(others.isdisjoint(_called(noun)) for noun in nouns):
            found.add(told.place)
    return found


def _is_one_of_firms(coverage: Coverage, told: Told, lede: Place | None, chosen: Sequence[Told]) -> bool:
    """Tell whether nobody says which “The company” of a sentence is: several are named, no lede has “a company”."""
    firms = {name.name for other in chosen for name in other.names if name.kind == "organisation"}
    match = _trader().match(told.text)
    if match is None or len(firms) < 2 or edits_to_stand(coverage, told):
        return False
    return lede is None or not re.search(rf"(?<!the )\b{match['noun']}\b", coverage.told[lede].text)


def _vague(text: str) -> set[str]:
    """Return the nouns of “the incident”, “that treaty” in a sentence that has not named it before."""
    plain = _QUOTED.sub(lambda match: " " * len(match[0]), text)
    matches = (match for pattern in (_vague_nouns(), _those_nouns()) for match in pattern.finditer(plain))
    return {noun for match in matches if _stems(text[: match.start()]).isdisjoint(_called(noun := match["noun"]))}


def _deals(text: str) -> set[str]:
    """Return the nouns of “the deal” anywhere in a sentence that has not named it before."""
    plain = _QUOTED.sub(lambda match: " " * len(match[0]), text)
    matches = _deal_nouns().finditer(plain)
    return {noun for match in matches if _stems(text[: match.start()]).isdisjoint(_called(noun := match["noun"]))}


def _called(noun: str) -> set[str]:
    """Return the stems of a noun and of those that may stand for the same: a bill is a law."""
    stem = content_words(noun)[0][:STEM_LETTERS]
    same = (
        group for group in read_lexicon("leaning")["same"] if any(word[:STEM_LETTERS] == stem for word in group)
    )
    return {stem}.union(*({word[:STEM_LETTERS] for word in group} for group in same))


def _opening(text: str) -> set[str]:
    match = _specific_nouns().match(text)
    return {match["noun"]} if match else set()


def _stems(text: str) -> set[str]:
    return {word[:STEM_LETTERS] for word in content_words(text)}


@cache
def _vague_nouns() -> re.Pattern[str]:
    """Return the pattern of “the incident”, but where its own words tell which: “the incident in Lom”."""
    lexicon = read_lexicon("leaning")
    nouns, works = phrases(lexicon["vague"]).pattern, phrases(lexicon["works"]).pattern
    return re.compile(
        rf"\b[Tt]he (?P<noun>{nouns}|{works})"
        r"(?! (?:about|against|at|between|by|for|from|in|of|on|that|to|when|where|which|with)\b"
        r"| \w+(?:ed|ers?|ing|ors?)\b|['’-])"
    )


@cache
def _deal_nouns() -> re.Pattern[str]:
    nouns = phrases(read_lexicon("leaning")["specific"]).pattern
    return re.compile(rf"\bthe (?P<noun>{nouns})(?= (?:came|had|has|is|was|were|will|would)\b|[.,;])")


@cache
def _those_nouns() -> re.Pattern[str]:
    """Return the pattern of “that treaty”, “those sanctions”; not of what “that” joins: said that sanctions."""
    lexicon = read_lexicon("leaning")
    nouns = phrases([*lexicon["vague"], *lexicon["works"], *lexicon["specific"], *lexicon["pointed_at"]]).pattern
    return re.compile(rf"\b(?:[Tt]hose (?={nouns})|[Tt]hat (?!\w+s\b))(?P<noun>{nouns})(?! \w+s\b)")


@cache
def _specific_nouns() -> re.Pattern[str]:
    """Return the pattern of “The sale”, but where its own words tell which: “The sale of jets”."""
    nouns = phrases(read_lexicon("leaning")["specific"]).pattern
    return re.compile(rf"The (?P<noun>{nouns})(?! (?:of|between)\b)")


@cache
def _empty() -> re.Pattern[str]:
    return phrases(read_lexicon("leaning")["empty"])


@cache
def _trader() -> re.Pattern[str]:
    return re.compile(rf"The (?P<noun>{phrases(read_lexicon('leaning')['traders']).pattern}) [a-z]+")

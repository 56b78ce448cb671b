"""Who “the two countries” and “the two leaders” are, where a sentence that is read alone does not name them."""

import re
from collections.abc import Iterator
from functools import cache

from generator.lexicon import read_lexicon, word_set
from generator.stories.countries import find_countries, with_countries
from generator.stories.evidence import Coverage, Place, Told
from generator.stories.wording import Edit, insertion
from generator.stories.words import with_article

# trade between | the two countries; Both leaders | agreed; not: the two countries of the pact
_PAIR = re.compile(
    r"\b(?:[Tt]he two|[Bb]oth) (?:[a-z]+ )?(?P<noun>[a-z]+s|[a-z]*men)\b(?! (?:of|from|that|which|who|whose)\b)"
)
# what stands in brackets: [the mayors of the two towns]
_ADDED = re.compile(r"\[[^\[\]]{1,200}\]")
# The two are told of so near before, in sentences; what stands between tells of no third.
SENTENCES_BACK = 4


def pair_edits(coverage: Coverage, told: Told, start: int, end: int) -> tuple[Edit, ...]:
    """Return the marked names of the first such pair between two places of a sentence, where they are sure."""
    match = _PAIR.search(told.text, start - told.start, end - told.start)
    said = (quotation for quotation in told.quotations if quotation.kind != "indirect")
    if match is None or any(one.start <= told.start + match.start() < one.end for one in said):
        return ()
    names = names_of_two(coverage, told, match["noun"])
    countries = find_countries(told.text[start - told.start : end - told.start])
    known = (name.removeprefix("the ") in countries or name.rsplit(maxsplit=1)[-1] in told.text for name in names)
    return () if all(known) else (insertion(told.start + match.end(), " and ".join(names)),)


def names_of_two(coverage: Coverage, told: Told, noun: str) -> list[str]:
    """Return who "the two leaders" or "the two countries" of a sentence are; none where that is not sure."""
    if noun in word_set("pairs", "of_countries"):
        own = _PAIR.search(told.text)
        return _countries(coverage, told) or (_countries(coverage, told, own.start()) if own else [])
    return _persons(coverage, told) if noun in word_set("pairs", "of_persons") else []


def with_pairs_named(coverage: Coverage, told: Told, text: str) -> str:
    """Name “the two countries” in what is added to a quote in brackets: [the leaders of Norway and Sweden have]."""

    def named(added: re.Match[str]) -> str:
        pair = _PAIR.search(added[0])
        tellings = [told, *filter(None, [coverage.told.get(Place(told.place.article, told.place.sentence - 1))])]
        found = (names_of_two(coverage, one, pair["noun"]) for one in tellings if pair)
        names = next(filter(None, found), [])
        if pair is None or not names:
            return added[0]
        return f"{added[0][: pair.start()]}{' and '.join(names)}{added[0][pair.end() :]}"

    return _ADDED.sub(named, text)


def begins_with_pair(text: str) -> bool:
    return bool(_PAIR.match(text))


def names_pair(text: str) -> bool:
    """Tell whether a text begins with a pair that is told in brackets: “The two countries [Norway and Sweden]”."""
    match = _PAIR.match(text)
    return match is not None and text.startswith(" [", match.end())


def loses_pair(short: str, text: str) -> bool:
    """Tell whether a shortened text speaks of "the two sides" and has lost the countries that they are."""
    match = _PAIR.search(short)
    return bool(match) and len(find_countries(short)) < 2 <= len(find_countries(text))


def _countries(coverage: Coverage, told: Told, until: int | None = None) -> list[str]:
    """Return the two countries that the sentence or the nearest ones before it name, and no third between.

    Of the sentence itself, only what stands before `until` counts: who speaks of the two may be of a third.
    """
    seen: frozenset[str] = frozenset()
    for before in _nearest(coverage, told):
        plain = before.text[:until] if before is told else before.text
        told_as, named = with_countries(plain), find_countries(plain)
        joined = {
            frozenset(match.group("one", "other")) for match in _joined().finditer(told_as) if not match["third"]
        }
        pair = joined.pop() if len(joined) == 1 else named
        if len(pair) == 2 and seen <= pair:
            text = coverage.findings(told.place).article.text
            return [with_article(name, text) for name in sorted(pair, key=told_as.index)]
        seen |= named
        if len(seen) > 2:
            break
    return []


def _persons(coverage: Coverage, told: Told) -> list[str]:
    """Return the two persons whom the sentence or the nearest one before it with two names, no third between."""
    seen: set[str] = set()
    for before in _nearest(coverage, told):
        persons = list(dict.fromkeys(name.name for name in before.names if name.kind == "person"))
        if len(persons) == 2:
            return persons if seen <= set(persons) else []
        seen.update(persons)
        if len(seen) > 2:
            break
    return []


def _nearest(coverage: Coverage, told: Told) -> Iterator[Told]:
    """Yield a sentence and those before it, the nearest first."""
    for back in range(SENTENCES_BACK + 1):
        before = coverage.told.get(Place(told.place.article, told.place.sentence - back))
        if before is not None:
            yield before


@cache
def _joined() -> re.Pattern[str]:
    """Return the pattern of two countries told of together, with one before: Norway and Sweden, Norway-Sweden."""
    country = "|".join(map(re.escape, sorted(read_lexicon("places")["countries"], key=len, reverse=True)))
    return re.compile(
        rf"(?P<third>\b(?:{country}), (?:the )?)?\b(?P<one>{country})(?: and (?:the )?|[-–])(?P<other>{country})\b"
    )

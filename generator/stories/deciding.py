"""What courts and others who decide have found: which sentences tell it, and whose decision “that” one is."""

import re
from collections.abc import Sequence
from functools import cache

from generator.lexicon import read_lexicon, word_set
from generator.stories.evidence import Coverage, Place, Told
from generator.stories.wording import Edit, insertion
from generator.stories.words import with_article

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_NAME = re.compile(r"\b[A-Z]")

# said that the plan was void, | as the land judges have also found
_AS_FOUND = re.compile(
    r", (?:just )?(?P<as>as (?P<who>[^,.;:\"“”]{2,60}?) (?:(?:also|had|has|have|later|since|then) ){0,2}"
    rf"(?:established|{'|'.join(sorted(word_set('questions', 'decided')))}))\b"
)


def is_finding(told: Told) -> bool:
    """Tell whether a sentence says what somebody who decides has decided."""
    bare = frozenset(_WORD.findall(told.text.lower()))
    return bool(bare & word_set("questions", "deciders") and bare & word_set("questions", "decided"))


def is_decider(name: str | None) -> bool:
    return bool(word_set("questions", "deciders") & set(_WORD.findall((name or "").lower())))


def finder(told: Told) -> str | None:
    """Return the name of the court or the like that a sentence names, with its article."""
    names = [name.name for name in told.names if name.kind == "organisation" and is_decider(name.name)]
    return with_article(names[0], told.text) if names else None


def court_that_found(coverage: Coverage, told: Told, among: Sequence[Told] | None = None) -> str | None:
    """Return the one court that decides in the sentences `among`, else in those of its article before it."""
    before = (
        one
        for one in coverage.told.values()
        if one.place.article == told.place.article and one.place.sentence < told.place.sentence
    )
    deciding = (one for one in (before if among is None else among) if is_finding(one))
    found = {name for one in deciding if (name := finder(one))}
    return found.pop() if len(found) == 1 else None


def finding_beside(told: Told, behind: int) -> str | None:
    """Return the finding that a sentence sets beside what it tells, `behind` a place in it."""
    match = _AS_FOUND.search(told.text, behind)
    return match["as"] if match and (is_decider(match["who"]) or _NAME.search(match["who"])) else None


def edits_for_decisions(coverage: Coverage, told: Told) -> tuple[Edit, ...] | None:
    """Tell whose “that decision” is: the court's of the sentence before; None where that is not known."""
    before = coverage.told.get(Place(told.place.article, told.place.sentence - 1))
    court = court_that_found(coverage, told, among=[before]) if before else None
    matches = list(_that_decision().finditer(told.text))
    if matches and court is None:
        return None
    return tuple(insertion(told.start + match.end(), f"of {court}") for match in matches)


@cache
def _that_decision() -> re.Pattern[str]:
    """Return the pattern of “that decision”, with nothing behind it that tells which."""
    nouns = "|".join(read_lexicon("questions")["findings"])
    return re.compile(rf"\b(?:that|this|those|these) (?:{nouns})\b(?! (?:of|in|on|that)\b)")

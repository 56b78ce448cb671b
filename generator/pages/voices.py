"""Who tells a fact: whom it names, else the agency whose text it is, else the outlets."""

import re
from collections.abc import Mapping

from generator.lexicon import read_lexicon
from generator.model.brief import KeyFact
from generator.pages.passages import passages
from generator.pages.published import PublishedArticle
from generator.pages.wording import listed

# The dam broke on Monday, according to state media.  → according to state media
_ATTRIBUTED = re.compile(r"(?<=, )according to [^,.;:!?“”\"]{3,60}(?=[.,]?$)")
_ARTICLES = {"The", "A", "An"}
_PEOPLE = frozenset(read_lexicon("reporting")["people"])
# It rained. Nobody  → the end of a sentence within a passage
_ENDED = re.compile(r"[.!?][”\"’]? +[“\"‘]?[A-Z]")


def according_to(name: str) -> str:
    """Say according to whom a line is.

    >>> according_to("The harbour office"), according_to("Residents of Solvik"), according_to("Theodor Berg")
    ('According to the harbour office', 'According to residents of Solvik', 'According to Theodor Berg')
    """
    return f"According to {within_sentence(name)}"


def within_sentence(name: str) -> str:
    """Write who says so as within a sentence: residents and the police are no names."""
    first, *others = name.split() or [""]
    no_name = first.lower() in _PEOPLE and all(word.islower() for word in others[:1])
    within = first.lower() if no_name or (others and first in _ARTICLES) else first
    return f"{within}{name.removeprefix(first)}"


def told_by(fact: KeyFact, articles: Mapping[str, PublishedArticle]) -> str:
    """Say who tells a fact; what an article says of whom it has it from is added where the fact leaves that out."""
    if fact.according_to:
        return according_to(fact.according_to)
    agencies = {articles[key].entry.agency for key in fact.evidence}
    agency = agencies.pop() if len(agencies) == 1 else None
    if agency or len(fact.evidence) == 1:
        told = f"{agency or 'The outlet'} says so itself"
    else:
        told = "The outlets say so themselves"
    return ", but ".join([told, *_added(fact, articles)])


def _added(fact: KeyFact, articles: Mapping[str, PublishedArticle]) -> list[str]:
    """Return what single articles say of whom they have the fact from: the Post adds “according to state media”."""
    added: dict[str, list[str]] = {}
    for key, passage in passages(fact):
        found = None if _ENDED.search(passage) else _ATTRIBUTED.search(passage.strip())
        if found and found[0] not in fact.text:
            added.setdefault(found[0], []).append(articles[key].label)
    return [
        f"{listed(outlets)} {'adds' if len(outlets) == 1 else 'add'} “{words}”" for words, outlets in added.items()
    ]

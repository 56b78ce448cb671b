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
# What an outlet or an agency puts down to nobody.
OWN = "own statement"
_ARTICLES = {"The", "A", "An"}
_FRAMES = read_lexicon("reporting")
_PEOPLE = frozenset(_FRAMES["people"])


def _forms(*frames: str) -> str:
    return "|".join(sorted({form for frame in frames for verb in _FRAMES[frame] for form in verb.split()}))


_SAYING, _TELLING = _forms("clause", "finding", "mind"), _forms("tell") + "|warn(?:s|ed)?"
# The mayor considers that …  |  the office [warned] residents they would …
_VOICE = re.compile(
    rf"\b(?:(?:{_SAYING})\]?|(?:{_TELLING})\]?(?: [\w’'-]+){{0,3}}?) (?:that|it|they|he|she|there|we)\b"
)
_BE = "|".join(map(re.escape, _FRAMES["be"]))
# it is widely  → believed that …: nobody is named  |  the  → claim that …: a noun
_NO_VOICE = re.compile(rf"\b(?:(?:{_BE})(?: \w+)?|to|an?|the|this|his|her|its|their|no|any) \[?$", re.IGNORECASE)
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


def told_by(fact: KeyFact, articles: Mapping[str, PublishedArticle], *, claimed: bool = False) -> str:
    """Say who tells a fact; what an article says of whom it has it from is added where the fact leaves that out.

    Nothing is said where the line's own words do, or a mark at it: it is `claimed` by one side.
    """
    if fact.according_to:
        return according_to(fact.according_to)
    added = _added(fact, articles)
    if claimed or names_its_voice(fact.text):
        return " and ".join(added)
    agencies = {articles[key].entry.agency for key in fact.evidence}
    agency = agencies.pop() if len(agencies) == 1 else None
    whose = agency or ("The article" if len(fact.evidence) == 1 else "The articles")
    return ", but ".join([f"{whose}{'’' if whose.endswith('s') else '’s'} {OWN}", *added])


def names_its_voice(text: str) -> bool:
    """Tell a line that itself says whose word or view it is.

    >>> [names_its_voice(f"{said} that the dam is safe.") for said in ("The mayor considers", "It is said")]
    [True, False]
    """
    return any(_NO_VOICE.search(text[: one.start()]) is None for one in _VOICE.finditer(text))


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

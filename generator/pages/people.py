"""Who the briefing is about: people and organisations, what they are called, what they said, where they appear."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.lexicon import read_lexicon
from generator.model.brief import Item, KeyFact, OpenQuestion, Quote, TimelineEntry
from generator.model.edtf import sort_key
from generator.pages.published import Placed, Published, PublishedStory
from generator.pages.slugs import unique_slugs

# A page needs this many lines that quote or name its bearer.
ENOUGH = 3
PEOPLE = "people/index"
_RELATIONS: frozenset[str] = frozenset(read_lexicon("relations")["relations"])


@dataclass(frozen=True, slots=True)
class Role:
    """What an article calls a bearer; `article` is its key, None for the role of names.yml."""

    words: str
    article: str | None


@dataclass(frozen=True, eq=False)
class Bearer:
    """A person or an organisation that has a page."""

    name: str
    kind: str
    page: str
    roles: tuple[Role, ...]
    spellings: tuple[str, ...]
    said: tuple[Placed[Quote], ...]
    about: tuple[Placed[Item], ...]
    stories: tuple[PublishedStory, ...]

    @cached_property
    def weight(self) -> tuple[int, int, str]:
        """Sort by how much there is of them, then by name."""
        return -len(self.said), -len(self.about), self.name.casefold()


@dataclass(frozen=True, slots=True)
class _Mentioned:
    """How the articles mention one bearer."""

    kinds: Counter[str]
    spellings: dict[str, None]
    roles: dict[str, str]
    articles: dict[str, None]

    @property
    def kind(self) -> str:
        return self.kinds.most_common(1)[0][0]


@dataclass(frozen=True, slots=True)
class _Told:
    """What there is of one bearer: how articles mention them, what they said, the lines that name them."""

    name: str
    mentioned: _Mentioned
    said: list[Placed[Quote]]
    about: list[Placed[Item]]


def bearers(site: Published) -> tuple[Bearer, ...]:
    """Return the people and organisations of whom there is enough for a page, those who say most first."""
    mentioned = _mentioned(site)
    owners = Counter(spelling for one in mentioned.values() for spelling in one.spellings)
    quotes, others = _said(site), _others(site)
    found: list[_Told] = []
    for name, one in mentioned.items():
        told = _Told(name, one, quotes.get(name, []), _naming([s for s in one.spellings if owners[s] == 1], others))
        if one.kind in {"person", "organisation"} and len(told.said) + len(told.about) >= ENOUGH:
            found.append(told)
    slugs = unique_slugs([told.name for told in found])
    made = (_bearer(site, f"people/{slug}", told) for slug, told in zip(slugs, found, strict=True))
    return tuple(sorted(made, key=lambda bearer: bearer.weight))


def _bearer(site: Published, page: str, told: _Told) -> Bearer:
    one, entry = told.mentioned, site.names.get(told.name.casefold())
    dates = {key: site.articles[key].entry.published or "9999" for key in one.articles}
    roles = [
        Role(words, key) for words, key in sorted(one.roles.items(), key=lambda role: sort_key(dates[role[1]]))
    ]
    if entry and entry.role:
        roles.insert(0, Role(entry.role, None))
    return Bearer(
        name=told.name,
        kind=one.kind,
        page=page,
        roles=tuple(roles),
        spellings=tuple(spelling for spelling in one.spellings if not _is_part(spelling, told.name)),
        said=tuple(sorted(told.said, key=lambda quote: sort_key(quote.item.said or "9999"))),
        about=tuple(told.about),
        stories=tuple(story for story in site.stories if set(story.brief.articles) & set(one.articles)),
    )


def _is_part(spelling: str, name: str) -> bool:
    """Tell a short form ("Okafor") from another spelling ("Okafour")."""
    return set(spelling.split()) <= set(name.split())


def _mentioned(site: Published) -> Mapping[str, _Mentioned]:
    """Return how each bearer is mentioned, by the preferred name."""
    found: dict[str, _Mentioned] = {}
    for key, article in site.articles.items():
        for mention in site.mentions.get(key, ()):
            entry = site.names.get(mention.name.casefold())
            name = entry.name if entry else mention.name
            one = found.setdefault(name, _Mentioned(Counter(), {name: None}, {}, {}))
            one.kinds[entry.kind if entry else mention.kind] += 1
            one.articles[key] = None
            if article.article:
                one.spellings[" ".join(article.article.text[mention.start : mention.end].split())] = None
            if mention.role and mention.role.split()[-1].lower() not in _RELATIONS:
                one.roles.setdefault(mention.role, key)
    return found


def _said(site: Published) -> Mapping[str, list[Placed[Quote]]]:
    said: dict[str, list[Placed[Quote]]] = {}
    for part in site.everything():
        for placed in part.quotes:
            speaker = placed.item.speaker or ""
            entry = site.names.get(speaker.casefold())
            said.setdefault(entry.name if entry else speaker, []).append(placed)
    return said


def _others(site: Published) -> list[tuple[str, Placed[Item]]]:
    """Return the words of each item that may name somebody; a quotation is under whoever says it."""
    parts = site.everything()
    listed: Iterable[Placed[Item]] = (
        one for part in parts for one in (*part.facts, *part.timeline, *part.questions)
    )
    return [(_words(placed.item), placed) for placed in listed]


def _words(item: Item) -> str:
    return (
        item.question
        if isinstance(item, OpenQuestion)
        else item.text
        if isinstance(item, KeyFact | TimelineEntry)
        else ""
    )


def _naming(spellings: list[str], items: list[tuple[str, Placed[Item]]]) -> list[Placed[Item]]:
    """Return the items in whose words one of the spellings stands, the same words once."""
    if not spellings:
        return []
    named = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(spellings, key=len, reverse=True)))})(?!\w)")
    return list({words: placed for words, placed in reversed(items) if named.search(words)}.values())[::-1]

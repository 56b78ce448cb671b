"""Who the briefing is about: people and organisations, what they are called, what they said, where they appear."""

import datetime
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
from generator.stories.across.regions import find_regions

# A page needs this many lines that quote or name its bearer.
ENOUGH = 3
PEOPLE = "people/index"
# Stories that have so many countries in common are about one subject.
SHARED_REGIONS = 2
_ORGANISATIONS = read_lexicon("organisations")
_COMMON_TO_BODIES = frozenset(word for key in ("heads", "generic", "subjects") for word in _ORGANISATIONS[key])
_RELATIONS: frozenset[str] = frozenset(read_lexicon("relations")["relations"])


@dataclass(frozen=True, slots=True)
class Role:
    """What articles (by their keys, the latest last) call a bearer; none: the role of names.yml."""

    words: str
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spelling:
    """How articles (by their keys) spell a name, and how often each."""

    words: str
    times: Mapping[str, int]


@dataclass(frozen=True, eq=False)
class Bearer:
    """A person or an organisation that has a page."""

    name: str
    kind: str
    page: str
    roles: tuple[Role, ...]
    spellings: tuple[Spelling, ...]
    said: tuple[Placed[Quote], ...]
    about: tuple[Placed[Item], ...]
    stories: tuple[PublishedStory, ...]

    @cached_property
    def weight(self) -> tuple[int, int, str]:
        """Sort by how much there is of them, then by how much they say, then by name."""
        return -len(self.said) - len(self.about), -len(self.said), self.name.casefold()


@dataclass(frozen=True, slots=True)
class _Mentioned:
    """How the articles mention one bearer.

    A spelling has the articles that use it, and how often; a role its words, and the articles in order.
    """

    name: str
    kinds: Counter[str]
    spellings: dict[str, Counter[str]]
    roles: dict[str, tuple[str, dict[str, None]]]
    articles: dict[str, None]

    @property
    def kind(self) -> str:
        return self.kinds.most_common(1)[0][0]


@dataclass(frozen=True, slots=True)
class _Told:
    """What there is of one bearer: how articles mention them, what they said, the lines that name them."""

    mentioned: _Mentioned
    said: list[Placed[Quote]]
    about: list[Placed[Item]]


def bearers(site: Published) -> tuple[Bearer, ...]:
    """Return the people and organisations of whom there is enough for a page, those who appear most first."""
    mentioned = _mentioned(site)
    owners = Counter(
        (spelling, article)
        for one in mentioned
        for spelling, articles in one.spellings.items()
        for article in articles
    )
    quotes, others = _said(site), _others(site)
    found: list[_Told] = []
    for one in mentioned:
        said = [quote for quote in quotes.get(one.name, ()) if set(quote.item.evidence) & set(one.articles)]
        own = {
            spelling: {article for article in articles if owners[spelling, article] == 1}
            for spelling, articles in one.spellings.items()
        }
        told = _Told(one, said, _naming(one, own, others))
        if one.kind in {"person", "organisation"} and len(told.said) + len(told.about) >= ENOUGH:
            found.append(told)
    slugs = unique_slugs([told.mentioned.name for told in found])
    made = (_bearer(site, f"people/{slug}", told) for slug, told in zip(slugs, found, strict=True))
    return tuple(sorted(made, key=lambda bearer: bearer.weight))


def _bearer(site: Published, page: str, told: _Told) -> Bearer:
    one, entry = told.mentioned, site.names.get(told.mentioned.name.casefold())
    roles = sorted(
        (Role(words, tuple(articles)) for words, articles in one.roles.values()),
        key=lambda role: (_date(site, role.articles[-1]), _date(site, role.articles[0])),
        reverse=True,
    )
    if entry and entry.role:
        roles.insert(0, Role(entry.role))
    return Bearer(
        name=one.name,
        kind=one.kind,
        page=page,
        roles=tuple(roles),
        spellings=tuple(
            Spelling(spelling, times)
            for spelling, times in one.spellings.items()
            if not _is_part(spelling, one.name)
        ),
        said=tuple(told.said),
        about=tuple(told.about),
        stories=tuple(story for story in site.stories if set(story.brief.articles) & set(one.articles)),
    )


def _is_part(spelling: str, name: str) -> bool:
    """Tell a short form ("Okafor") from another spelling ("Okafour")."""
    return set(spelling.split()) <= set(name.split())


def _date(site: Published, article: str) -> tuple[datetime.date, datetime.date]:
    """Return by what an article is put in order: its date, an unknown one before all."""
    return sort_key(site.articles[article].entry.published or "0001")


def _mentioned(site: Published) -> list[_Mentioned]:
    """Return how each bearer is mentioned; a name that others may have is one bearer's in kindred stories only."""
    found: dict[tuple[str, int | None], _Mentioned] = {}
    subject_of = _subjects(site)
    for key in sorted(site.articles, key=lambda key: _date(site, key)):
        article = site.articles[key]
        for mention in site.mentions.get(key, ()):
            entry = site.names.get(mention.name.casefold())
            name, kind = (entry.name, entry.kind) if entry else (mention.name, mention.kind)
            subject = subject_of.get(key) if entry is None and _others_may_have(name, kind) else None
            one = found.setdefault((name, subject), _Mentioned(name, Counter(), {name: Counter()}, {}, {}))
            one.kinds[kind] += 1
            one.articles[key] = None
            one.spellings[name][key] += 0
            if article.article:
                spelling = " ".join(article.article.text[mention.start : mention.end].split())
                one.spellings.setdefault(spelling, Counter())[key] += 1
            if mention.role and mention.role.split()[-1].lower() not in _RELATIONS:
                one.roles.setdefault(mention.role.casefold(), (mention.role, {}))[1][key] = None
    return list(found.values())


def _others_may_have(name: str, kind: str) -> bool:
    """Tell whether a name alone does not say whose it is.

    >>> _others_may_have("High Court", "organisation"), _others_may_have("High Court of Norway", "organisation")
    (True, False)
    >>> _others_may_have("Berg", "person"), _others_may_have("Ida Berg", "person")
    (True, False)
    """
    words = [word for word in name.split() if word[0].isupper()]
    if kind == "person":
        return len(words) < len(("given", "family"))
    return bool(words) and all(word in _COMMON_TO_BODIES for word in words)


def _subjects(site: Published) -> Mapping[str, int]:
    """Return the running subject of each article, as a number: stories about the same countries are kindred."""
    subject_of: dict[str, int] = {}
    seen: list[tuple[frozenset[str], int]] = []
    for number, story in enumerate(site.stories):
        regions = find_regions(f"{story.brief.title} {story.brief.standfirst or ''}")
        kindred = (subject for others, subject in seen if _are_kindred(regions, others))
        subject = next(kindred, number)
        seen.append((regions, subject))
        subject_of.update(dict.fromkeys(story.brief.articles, subject))
    return subject_of


def _are_kindred(some: frozenset[str], others: frozenset[str]) -> bool:
    return bool(some) and (some == others or len(some & others) >= SHARED_REGIONS)


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


def _naming(
    one: _Mentioned, spellings: Mapping[str, set[str]], items: list[tuple[str, Placed[Item]]]
) -> list[Placed[Item]]:
    """Return the items that rest on a bearer's articles and name the bearer, the same words once.

    `spellings` have the articles in which nobody else is called so.
    """
    longest_first = sorted(spellings, key=len, reverse=True)
    named = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    found = {
        words: placed
        for words, placed in reversed(items)
        if set(placed.item.evidence) & set(one.articles)
        and any(spellings[match[0]] & set(placed.item.evidence) for match in named.finditer(words))
    }
    return list(found.values())[::-1]

"""Who a speaker is: the office that names.yml or the articles give, and how the articles spell the name."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.lexicon import read_lexicon
from generator.model.brief import Item, Quote
from generator.model.findings import Name
from generator.pages.published import Placed, Published
from generator.pages.wording import listed

_RELATIONS: frozenset[str] = frozenset(read_lexicon("relations")["relations"])


@dataclass(frozen=True, slots=True)
class Introduction:
    """What is said of a speaker where they first speak: office, other spellings, and the page of their own."""

    office: str | None
    spelt: str | None
    page: str | None


def introduce(placed: Placed[Quote], site: Published, page: str | None) -> Introduction:
    """Say who speaks, in the words of names.yml or else of the story's own articles."""
    name = preferred_name(placed.item.speaker or "", site)
    mentions = _mentions(placed, name, site)
    spellings = dict.fromkeys(spelling for _, spelling in mentions if not _is_part(spelling, name))
    return Introduction(
        office=office_of(name, placed, site),
        spelt=f"also spelt {listed([f'“{spelling}”' for spelling in spellings])}" if spellings else None,
        page=page,
    )


def office_of(name: str, placed: Placed[Item], site: Published) -> str | None:
    """Return what somebody is whom an item names, in the words of names.yml or else of its story's articles."""
    entry = site.names.get(name.casefold())
    if entry and entry.role:
        return entry.role
    roles = (mention.role for mention, _ in _mentions(placed, name, site))
    offices = (role for role in roles if role and not _is_relation(role))
    return max(offices, key=lambda words: len(words.split()), default=None)


def preferred_name(name: str, site: Published) -> str:
    """Return a name as names.yml prefers it, as it is where that has none."""
    entry = site.names.get(name.casefold())
    return entry.name if entry else name


def _mentions(placed: Placed[Item], name: str, site: Published) -> list[tuple[Name, str]]:
    """Return the mentions of somebody in the articles of an item's story, each with the words that stand there."""
    keys = placed.story.brief.articles if placed.story else placed.item.evidence
    return [found for key in keys for found in _mentioned_in(key, name, site)]


def _mentioned_in(key: str, name: str, site: Published) -> Iterator[tuple[Name, str]]:
    article = site.articles[key].article
    for mention in site.mentions.get(key, ()):
        if preferred_name(mention.name, site) == name:
            words = article.text[mention.start : mention.end] if article else mention.name
            yield mention, " ".join(words.split())


def _is_relation(role: str) -> bool:
    """Tell what somebody is to another ("Norwegian counterpart") from an office."""
    return role.rsplit(maxsplit=1)[-1].lower() in _RELATIONS


def _is_part(spelling: str, name: str) -> bool:
    """Tell a short form ("Okafor") from another spelling ("Okafour")."""
    return set(spelling.split()) <= set(name.split())

"""Who a speaker is: the office that names.yml or the articles give, and how the articles spell the name."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.lexicon import read_lexicon
from generator.model.brief import Quote
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
    entry = site.names.get(name.casefold())
    keys = placed.story.brief.articles if placed.story else placed.item.evidence
    mentions = [found for key in keys for found in _mentions(key, name, site)]
    offices = [mention.role for mention, _ in mentions if mention.role and not _is_relation(mention.role)]
    spellings = dict.fromkeys(spelling for _, spelling in mentions if not _is_part(spelling, name))
    return Introduction(
        office=entry.role
        if entry and entry.role
        else max(offices, key=lambda words: len(words.split()), default=None),
        spelt=f"also spelt {listed([f'“{spelling}”' for spelling in spellings])}" if spellings else None,
        page=page,
    )


def preferred_name(name: str, site: Published) -> str:
    """Return a name as names.yml prefers it, as it is where that has none."""
    entry = site.names.get(name.casefold())
    return entry.name if entry else name


def _mentions(key: str, name: str, site: Published) -> Iterator[tuple[Name, str]]:
    """Yield the mentions of somebody in an article, each with the words that stand there."""
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

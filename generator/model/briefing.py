"""A whole briefing as it stands on disk, read and checked: what the pages are rendered from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.article import Article
from generator.model.brief import Brief, NameEntry, Overview
from generator.model.findings import Findings, Name


@dataclass(frozen=True, slots=True)
class SharedGroup:
    """Articles (by their place in the story) that print one text."""

    members: tuple[int, ...]
    agency: str | None


@dataclass(frozen=True, slots=True)
class Story:
    """The articles about one event, each with its key and findings, in order of publication.

    `shared` lists the groups that print one text; a story's origins are its shared groups and each other article.
    """

    keys: tuple[str, ...]
    findings: tuple[Findings, ...]
    shared: tuple[SharedGroup, ...]


@dataclass(frozen=True, slots=True)
class Briefing:
    """The overview, the briefs by slug (sorted), the articles by key, the names, and the items ("slug/id") that a
    person changed or added. `mentions` are the names found in each article, by its key.
    """

    overview: Overview
    briefs: Mapping[str, Brief]
    articles: Mapping[str, Article]
    names: tuple[NameEntry, ...]
    edited: frozenset[str] = frozenset()
    mentions: Mapping[str, tuple[Name, ...]] = field(default_factory=dict)

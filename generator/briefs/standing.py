"""The briefs as they stand after a run, and what `check` says of them: a run tells it at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.briefs.briefing import read_briefs, shown
from generator.briefs.changes import Changes
from generator.briefs.check import check_briefing
from generator.briefs.ids import with_ids
from generator.briefs.read import ReadBrief, ReadOverview, overview_in_part, parse_brief, parse_overview
from generator.briefs.references import Content
from generator.errors import ContentError
from generator.model.article import Article
from generator.model.brief import Brief


@dataclass(frozen=True, slots=True)
class Standing:
    """The briefs by slug, every item with an id, and what is wrong with files that cannot be read."""

    briefs: Mapping[str, ReadBrief]
    errors: tuple[ContentError, ...] = ()


def read_standing(content: Path, changes: Changes | None = None) -> Standing:
    """Return the briefs as they stand on disk, or would after `changes` that a run has only planned."""
    briefs, errors = read_briefs(content)
    for change in changes.files if changes else ():
        slug = Path(change.file).stem
        if change.after is not None:
            briefs[slug] = parse_brief(change.after, change.file)
        elif change.before is not None:
            briefs.pop(slug, None)
    named = {slug: replace(briefs[slug], brief=with_ids(briefs[slug].brief)) for slug in sorted(briefs)}
    return Standing(named, tuple(errors))


def check_standing(
    content: Path,
    standing: Standing,
    overview: Changes,
    made: Sequence[Mapping[str, Brief]],
    articles: Mapping[str, Article],
) -> list[ContentError]:
    """Return what `check` says of the briefs and of the overview, as the change to it tells.

    `made` are the briefs as the generator last wrote them and as it makes them now: of what a person deleted, other
    briefs may still speak. `articles` are those that this run has read, by file.
    """
    read = Content(
        briefs=standing.briefs,
        overview=_overview(content, overview),
        last=_joined(made),
        whole=not standing.errors,
        own=True,
    )
    return [*standing.errors, *check_briefing(read, articles)]


def _joined(made: Sequence[Mapping[str, Brief]]) -> dict[str, Brief]:
    """Return briefs with every item that one of these versions of them has."""
    joined: dict[str, Brief] = {}
    for briefs in made:
        for slug, brief in briefs.items():
            other = joined.get(slug)
            lists = (
                {section: [*getattr(other, section), *items] for section, items in brief.sections()}
                if other
                else {}
            )
            joined[slug] = with_ids(brief.model_copy(update=lists))
    return joined


def _overview(content: Path, changes: Changes) -> ReadOverview | None:
    """Return the overview as it stands, or would; None where there is none, which a run leaves so."""
    path = content / "briefing.yml"
    for change in changes.others:
        if change.after is not None:
            read = parse_overview(change.after, change.file)
            return replace(read, overview=with_ids(read.overview))
    found = overview_in_part(path, shown(path)).read if path.is_file() else None
    return found and replace(found, overview=with_ids(found.overview))

"""What briefs and briefing.yml name of each other is there, and of the right kind."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from generator.briefs.misplaced import ALL_CALLED, CALLED
from generator.briefs.read import ReadBrief, ReadOverview
from generator.briefs.validate import nearest
from generator.briefs.yaml_text import Document, Loc
from generator.errors import ContentError
from generator.model.brief import Brief, Items


@dataclass(frozen=True, slots=True)
class Content:
    """All that was read of content/, and the briefs (`last`) as the generator last wrote them.

    `whole` is False where part of a brief could not be read, so that references may dangle; `own` likewise of
    briefing.yml.
    """

    briefs: Mapping[str, ReadBrief]
    overview: ReadOverview | None
    last: Mapping[str, Brief]
    whole: bool
    own: bool


@dataclass(frozen=True, slots=True)
class _Named:
    """A reference, its place, the list that it must lead to, and whether what a person deleted may be named."""

    document: Document
    loc: Loc
    reference: str
    section: str
    kept: bool


def check_references(content: Content) -> Iterator[ContentError]:
    """Yield an error for each brief and each item that is named and is not there, or is of another kind.

    What a person deleted after the generator had named it elsewhere is no mistake: the pages leave it out.
    """
    there, before = _items(content), _written(content)
    for named in _all_named(content):
        found = there.get(named.reference) or (before.get(named.reference) if named.kept else None)
        if found is None:
            known = [name for name, section in there.items() if section == named.section]
            yield _not_there(named, known, named.reference in before)
        elif found != named.section:
            what, wanted = CALLED[found], ALL_CALLED[named.section]
            message = f"“{named.reference}” is {what}; “{_key(named.loc)}” takes {wanted}"
            yield named.document.error(named.document.node(named.loc).start, message)
    yield from _check_slugs(content)


def _not_there(named: _Named, known: Collection[str], deleted: bool) -> ContentError:
    near = nearest(named.reference, list(known))
    hint = f"did you mean “{near}”?" if near else "write brief-name/item-id"
    if deleted:
        hint = "it was deleted from its brief: remove it here too"
    at = named.document.node(named.loc).start
    return named.document.error(at, f"there is no “{named.reference}”", hint)


def _items(content: Content) -> dict[str, str]:
    """Return the list that each item stands in, by the name that others have for it."""
    own = content.overview.overview if content.overview else None
    briefs = {slug: read.brief for slug, read in content.briefs.items()}
    return {
        **_listed(briefs),
        **({f"{i.id}": section for section, items in own.sections() for i in items} if own else {}),
    }


def _written(content: Content) -> dict[str, str]:
    return _listed(content.last)


def _listed(briefs: Mapping[str, Brief]) -> dict[str, str]:
    return {
        f"{slug}/{item.id}": section
        for slug, brief in briefs.items()
        for section, items in brief.sections()
        for item in items
    }


def _all_named(content: Content) -> Iterator[_Named]:
    for read in content.briefs.values():
        yield from _settled(read.document, read.brief)
    if content.overview is None or not content.own:
        return
    overview, document = content.overview.overview, content.overview.document
    for place, reference in enumerate(overview.lead):
        yield _Named(document, ("lead", place), reference, "key_facts", kept=False)
    for place, reference in enumerate(overview.not_known):
        yield _Named(document, ("not_known", place), reference, "open_questions", kept=False)
    if overview.chart and "/" in overview.chart:  # else it is the anchor of a series
        yield _Named(document, ("chart",), overview.chart, "figures", kept=True)
    for number, position in enumerate(overview.positions):
        for place, reference in enumerate(position.quotes):
            yield _Named(document, ("positions", number, "quotes", place), reference, "quotes", kept=True)
    yield from _settled(document, overview)


def _settled(document: Document, items: Items) -> Iterator[_Named]:
    for place, figure in enumerate(items.figures):
        if figure.settled_by:
            yield _Named(document, ("figures", place, "settled_by"), figure.settled_by, "figures", kept=True)


def _check_slugs(content: Content) -> Iterator[ContentError]:
    """Check the briefs that `follows` and `also_in` name."""
    known = {*content.briefs, *content.last}
    parts: list[tuple[Document, Items]] = [(read.document, read.brief) for read in content.briefs.values()]
    if content.overview is not None:
        parts.append((content.overview.document, content.overview.overview))
    for document, items in parts:
        named: list[tuple[Loc, str]] = [
            (("open_questions", place, "also_in", number), slug)
            for place, question in enumerate(items.open_questions)
            for number, slug in enumerate(question.also_in)
        ]
        if isinstance(items, Brief) and items.follows:
            named.insert(0, (("follows",), items.follows))
        for loc, slug in named:
            if slug not in known:
                near = nearest(slug, sorted(content.briefs))
                hint = f"did you mean “{near}”?" if near else "write the name of a brief's file, without .yml"
                yield document.error(document.node(loc).start, f"there is no brief “{slug}”", hint)


def _key(loc: Loc) -> str:
    return next(str(step) for step in reversed(loc) if isinstance(step, str))

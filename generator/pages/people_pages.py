"""A page a person and an organisation, and the list of them."""

from collections import Counter
from dataclasses import dataclass

from generator.model.brief import OpenQuestion, TimelineEntry
from generator.pages.endnotes import Note, endnotes
from generator.pages.items import Place, QuoteView, event_date, quote_view
from generator.pages.passages import Link
from generator.pages.people import PEOPLE, Bearer
from generator.pages.published import Published, href
from generator.pages.teasers import PageInfo, StoryTeaser, story_teaser
from generator.pages.wording import capitalised, counted, date, listed

_GROUPS = (("people", "People", "person"), ("organisations", "Organisations", "organisation"))


@dataclass(frozen=True, slots=True)
class RoleView:
    """What somebody is called, by whom and when; `where` is None for the editors' own words."""

    words: str
    where: Link | None


@dataclass(frozen=True, slots=True)
class NamedIn:
    """A line that names somebody: where it stands, and what kind of line it is."""

    line: Link
    kind: str


@dataclass(frozen=True, slots=True)
class BearerView:
    page: PageInfo
    kind: str
    roles: tuple[RoleView, ...]
    spellings: str | None
    said: tuple[QuoteView, ...]
    about: tuple[NamedIn, ...]
    stories: tuple[StoryTeaser, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class BearerTeaser:
    name: Link
    role: str | None
    told: str


@dataclass(frozen=True, slots=True)
class BearerGroup:
    anchor: str
    name: str
    bearers: tuple[BearerTeaser, ...]


@dataclass(frozen=True, slots=True)
class PeopleView:
    page: PageInfo
    groups: tuple[BearerGroup, ...]


def people_view(bearers: tuple[Bearer, ...]) -> PeopleView:
    """List everybody who has a page."""
    times = Counter(bearer.name for bearer in bearers)
    groups = (
        BearerGroup(
            anchor,
            name,
            tuple(_teaser(bearer, shared=times[bearer.name] > 1) for bearer in bearers if bearer.kind == kind),
        )
        for anchor, name, kind in _GROUPS
    )
    return PeopleView(
        page=PageInfo(PEOPLE, "People", "Who is quoted and named, what they are called and where.", in_nav=True),
        groups=tuple(group for group in groups if group.bearers),
    )


def bearer_view(site: Published, bearer: Bearer) -> BearerView:
    """Show what the briefing has of one bearer."""
    notes = endnotes(bearer.said, site.articles)
    place = Place(site, bearer.page, spanning=True, notes=notes)
    told = f"What {bearer.name} said and what is said of them, with the passages."
    return BearerView(
        page=PageInfo(bearer.page, bearer.name, told),
        kind=capitalised(bearer.kind),
        roles=tuple(_role(site, bearer, role.words, role.article) for role in bearer.roles),
        spellings=listed([f"“{spelling}”" for spelling in bearer.spellings]) if bearer.spellings else None,
        said=tuple(quote_view(quote, place) for quote in bearer.said),
        about=tuple(
            NamedIn(
                Link(_text(placed.item), href(bearer.page, placed.page, placed.anchor)),
                "Open question" if isinstance(placed.item, OpenQuestion) else _kind(placed.item),
            )
            for placed in bearer.about
        ),
        stories=tuple(story_teaser(site, story, bearer.page) for story in bearer.stories),
        notes=notes.notes,
    )


def _role(site: Published, bearer: Bearer, words: str, key: str | None) -> RoleView:
    if key is None:
        return RoleView(capitalised(words), None)
    article = site.articles[key]
    when = f", {date(article.entry.published).words}" if article.entry.published else ""
    label = article.label if when.removeprefix(", ") in article.label else f"{article.label}{when}"
    return RoleView(capitalised(words), Link(label, href(bearer.page, article.page)))


def _text(item: object) -> str:
    return str(getattr(item, "question", None) or getattr(item, "text", ""))


def _kind(item: object) -> str:
    return f"Timeline, {event_date(item).words}" if isinstance(item, TimelineEntry) else "Fact"


def _teaser(bearer: Bearer, *, shared: bool) -> BearerTeaser:
    """Return a line of the list; of a name that two bearers share, with the story that this one is in."""
    counts = [counted(len(bearer.said), "quotation")] if bearer.said else []
    counts += [f"named in {counted(len(bearer.about), 'line')}"] if bearer.about else []
    role = capitalised(bearer.roles[0].words) if bearer.roles else None
    if shared and bearer.stories:
        role = f"In “{bearer.stories[0].brief.title}”"
    return BearerTeaser(Link(bearer.name, href(PEOPLE, bearer.page)), role, capitalised(listed(counts)))

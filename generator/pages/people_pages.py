"""A page a person and an organisation, and the list of them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.brief import OpenQuestion, TimelineEntry
from generator.pages.days import DayOfQuotes, by_day, days_of
from generator.pages.endnotes import Note, endnotes
from generator.pages.items import Place, event_date
from generator.pages.legend import Legend, legend_of
from generator.pages.minor_speakers import MinorSpeaker
from generator.pages.passages import Link
from generator.pages.people import PEOPLE, Bearer, Role, Spelling
from generator.pages.published import Published, PublishedArticle, href
from generator.pages.teasers import PageInfo, StoryTeaser, story_teaser
from generator.pages.wording import capitalised, counted, date, listed, number

_TIMES = {1: "once", 2: "twice"}
_KINDS = ("person", "organisation")
_GROUPS = (
    ("people", "People", "person"),
    ("organisations", "Organisations", "organisation"),
    ("others", "Not named", ""),
)


@dataclass(frozen=True, slots=True)
class Called:
    """What somebody is called, or how the name is spelt: `note` says which or how often, `where` by whom."""

    words: str
    note: str
    where: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class NamedIn:
    """A line that names somebody: where it stands, and what kind of line it is."""

    line: Link
    kind: str


@dataclass(frozen=True, slots=True)
class BearerView:
    page: PageInfo
    legend: Legend
    kind: str
    called: tuple[Called, ...]
    said: tuple[DayOfQuotes, ...]
    about: tuple[NamedIn, ...]
    stories: tuple[StoryTeaser, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class BearerTeaser:
    """Somebody in the list: those who have a page lead to it, others to the first line that is theirs."""

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


def people_view(bearers: tuple[Bearer, ...], others: tuple[MinorSpeaker, ...] = ()) -> PeopleView:
    """List everybody who has a page, and after them those others who speak."""
    times = Counter(bearer.name for bearer in bearers)
    groups = (
        BearerGroup(
            anchor,
            name,
            (
                *(_teaser(bearer, shared=times[bearer.name] > 1) for bearer in bearers if bearer.kind == kind),
                *(_minor(one) for one in others if one.kind == kind or not (kind or one.kind in _KINDS)),
            ),
        )
        for anchor, name, kind in _GROUPS
    )
    return PeopleView(
        page=PageInfo(PEOPLE, "People", "Who is quoted and named, what they are called and where.", in_nav=True),
        groups=tuple(group for group in groups if group.bearers),
    )


def bearer_view(site: Published, bearer: Bearer) -> BearerView:
    """Show what the briefing has of one bearer."""
    said = by_day(bearer.said)
    notes = endnotes(said, site.articles)
    place = Place(site, bearer.page, spanning=True, notes=notes)
    told = f"What {bearer.name} said and what is said of them, with the passages."
    return BearerView(
        page=PageInfo(bearer.page, bearer.name, told),
        legend=legend_of(said, site, bearer.page),
        kind=capitalised(bearer.kind),
        called=(
            *(_role(site, bearer, role) for role in bearer.roles),
            *(_spelling(site, bearer, spelling) for spelling in bearer.spellings),
        ),
        said=days_of(said, place),
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


def _role(site: Published, bearer: Bearer, role: Role) -> Called:
    if not role.articles:
        return Called(capitalised(role.words), "This briefing’s words", ())
    return Called(f"“{role.words}”", "Title in", _where(site, bearer, role.articles))


def _spelling(site: Published, bearer: Bearer, spelling: Spelling) -> Called:
    often = _TIMES.get(sum(spelling.times.values()), f"{number(sum(spelling.times.values()))} times")
    return Called(f"“{spelling.words}”", f"Spelt so {often} in", _where(site, bearer, spelling.times))


def _where(site: Published, bearer: Bearer, keys: Iterable[str]) -> tuple[Link, ...]:
    """Lead to articles, each by its outlet and date."""
    return tuple(Link(_told(site.articles[key]), href(bearer.page, site.articles[key].page)) for key in keys)


def _told(article: PublishedArticle) -> str:
    when = date(article.entry.published).words if article.entry.published else ""
    return article.label if not when or when in article.label else f"{article.label}, {when}"


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


def _minor(one: MinorSpeaker) -> BearerTeaser:
    """Return a line of the list for somebody without a page."""
    counts = [counted(len(one.said), "quotation")] if one.said else []
    counts += [f"cited for {counted(len(one.told), 'fact')}"] if one.told else []
    first = (*one.said, *one.told)[0]
    return BearerTeaser(
        Link(one.name, href(PEOPLE, first.page, first.anchor)),
        capitalised(one.office) if one.office else None,
        capitalised(listed(counts)),
    )

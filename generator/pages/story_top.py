"""What stands at the top of a story beside its title: what is disputed, what is on the page, what came before."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.brief import OpenQuestion
from generator.pages.openness import badge_of, is_open, tally
from generator.pages.passages import Link
from generator.pages.published import Placed, Published, PublishedStory, href
from generator.pages.wording import Badge, capitalised, counted, listed

# As many as are read before the news itself.
DISPUTES, NOT_KNOWN = 3, 2
# Of a long row of stories, those that stand next to this one.
NEAREST = 8
_DISPUTED = {"position", "readout", "number", "accusation"}
# Each section by its anchor, as its heading says or shorter.
_SECTIONS = {
    "News": "The news",
    "Accounts": "Accounts side by side",
    "Response": "The response",
    "Quotes": "Also quoted",
    "Background": "Background",
    "Figures": "Figures",
    "Timeline": "Timeline",
    "Questions": "Open questions",
    "Coverage": "Who carries what",
    "Changes": "What outlets changed",
    "Articles": "Articles",
}


@dataclass(frozen=True, slots=True)
class Dispute:
    """A question with a word for in what way it is open."""

    badge: Badge
    question: Link


@dataclass(frozen=True, slots=True)
class BeforeAfter:
    """The stories that one goes on from, and those that go on from it, the earliest first; `words` count them."""

    words: str
    before: tuple[Link, ...]
    after: tuple[Link, ...]


def sections_of(**parts: object) -> tuple[Link, ...]:
    """Lead to the sections, in the order of the page, of which there is something."""
    names = _SECTIONS | ({} if parts["Accounts"] or parts["Response"] else {"Quotes": "Who said what"})
    return tuple(Link(names[anchor], f"#{anchor}") for anchor, part in parts.items() if part)


def disputed(questions: Sequence[Placed[OpenQuestion]]) -> tuple[Dispute, ...]:
    """Lead to what is disputed; where nothing is, to what is not known."""
    unanswered = [question for question in questions if is_open(question)]
    contested = [question for question in unanswered if question.item.kind in _DISPUTED][:DISPUTES]
    return tuple(
        Dispute(badge_of(question.item), Link(question.item.question, f"#{question.anchor}"))
        for question in contested or unanswered[:NOT_KNOWN]
    )


def all_questions(questions: Sequence[Placed[OpenQuestion]]) -> str | None:
    """Count the questions, where the top does not lead to all of them."""
    if len(questions) == len(disputed(questions)):
        return None
    return f"All: {tally(questions)}"


def before_after(site: Published, story: PublishedStory) -> BeforeAfter | None:
    """Return the stories around a story; None where there is none."""
    before, after = _earlier(site, story), later_stories(site, story)
    told = [
        counted(len(stories), f"{when} story", f"{when} stories")
        for when, stories in (("earlier", before), ("later", after))
        if stories
    ]
    if not told:
        return None
    return BeforeAfter(
        capitalised(listed(told)),
        tuple(_to(other, story.page) for other in before[-NEAREST:]),
        tuple(_to(other, story.page) for other in after[:NEAREST]),
    )


def _earlier(site: Published, story: PublishedStory) -> list[PublishedStory]:
    """Return what a story goes on from, and what that goes on from, the earliest first."""
    stories = {other.slug: other for other in site.stories}
    found = {story.slug: story}
    one = stories.get(story.brief.follows or "")
    while one and one.slug not in found:
        found[one.slug] = one
        one = stories.get(one.brief.follows or "")
    return [*found.values()][:0:-1]


def later_stories(site: Published, story: PublishedStory) -> list[PublishedStory]:
    """Return what goes on from a story, at once or by way of others, the earliest first."""
    following: dict[str, list[str]] = {}
    for other in site.stories:
        following.setdefault(other.brief.follows or "", []).append(other.slug)
    found, reached = {story.slug}, [story.slug]
    for slug in reached:
        new = [one for one in following.get(slug, ()) if one not in found]
        found.update(new)
        reached += new
    return [other for other in reversed(site.stories) if other.slug in found and other is not story]


def _to(story: PublishedStory, here: str) -> Link:
    return Link(story.brief.title, href(here, story.page))

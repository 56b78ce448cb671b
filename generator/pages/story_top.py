"""What stands at the top of a story beside its title: what is disputed, what is on the page, what came before."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.brief import OpenQuestion
from generator.pages.passages import Link
from generator.pages.published import Placed, Published, PublishedStory, href
from generator.pages.wording import capitalised, counted, listed

# As many as are read before the news itself.
DISPUTES, NOT_KNOWN = 3, 2
_DISPUTED = {"position", "readout", "number", "accusation"}
# Each section by its anchor, as its heading says or shorter.
_SECTIONS = {
    "News": "The news",
    "Accounts": "Accounts side by side",
    "Response": "The response",
    "Quotes": "Who said what",
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
    """A question with a word for what kind it is: disputed, or not known."""

    label: str
    question: Link


@dataclass(frozen=True, slots=True)
class BeforeAfter:
    """The story that one goes on from, and those that go on from it, the earliest first; `words` count them."""

    words: str
    before: Link | None
    after: tuple[Link, ...]


def sections_of(**parts: object) -> tuple[Link, ...]:
    """Lead to the sections, in the order of the page, of which there is something."""
    return tuple(Link(_SECTIONS[anchor], f"#{anchor}") for anchor, part in parts.items() if part)


def disputed(questions: Sequence[Placed[OpenQuestion]]) -> tuple[Dispute, ...]:
    """Lead to what is disputed; where nothing is, to what is not known."""
    unanswered = [question for question in questions if question.item.status != "answered"]
    contested = [question for question in unanswered if question.item.kind in _DISPUTED][:DISPUTES]
    label = "Disputed" if contested else "Not known"
    return tuple(
        Dispute(label, Link(question.item.question, f"#{question.anchor}"))
        for question in contested or unanswered[:NOT_KNOWN]
    )


def all_questions(questions: Sequence[Placed[OpenQuestion]]) -> str | None:
    """Say how many questions there are, where the top does not lead to all of them."""
    if len(questions) == len(disputed(questions)):
        return None
    return capitalised(f"all {counted(len(questions), 'open question')}")


def before_after(site: Published, story: PublishedStory) -> BeforeAfter | None:
    """Return the stories around a story; None where there is none."""
    before = next((_to(other, story.page) for other in site.stories if other.slug == story.brief.follows), None)
    after = tuple(_to(other, story.page) for other in reversed(site.stories) if other.brief.follows == story.slug)
    told = ["one earlier"] if before else []
    told += [counted(len(after), "later", "later")] if after else []
    noun = "stories" if len(after) > 1 or len(told) > 1 else "story"
    return BeforeAfter(capitalised(f"{listed(told)} {noun}"), before, after) if told else None


def _to(story: PublishedStory, here: str) -> Link:
    return Link(story.brief.title, href(here, story.page))

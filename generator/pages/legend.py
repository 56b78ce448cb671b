"""What the marks under the lines of a page mean, said once where the lines begin."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.model.brief import FigureItem, Item, KeyFact, OpenQuestion, Quote, TimelineEntry
from generator.pages.openness import MEANINGS, badge_of
from generator.pages.passages import Link, Origins, origins_of, told_in
from generator.pages.published import ABOUT, Placed, Published, href
from generator.pages.wording import Badge


@dataclass(frozen=True, slots=True)
class Mark:
    term: str
    words: str


@dataclass(frozen=True, slots=True)
class Legend:
    """The marks that a page shows; `every` is what is true of all its lines, which do not say it again."""

    every: str | None
    marks: tuple[Mark, ...]
    more: Link


@dataclass(frozen=True, slots=True)
class Meaning:
    """A badge and what its words mean."""

    badge: Badge
    words: str


def legend_of(items: Sequence[Placed[Item]], site: Published, here: str, every: str | None = None) -> Legend:
    """Explain the marks of the items that a page shows, and no others."""
    return Legend(every, tuple(_marks(items, site)), Link("All marks", href(here, ABOUT, "Marks")))


def shared_origins(items: Iterable[Placed[Item]], site: Published) -> str | None:
    """Return in words what all items rest on, if that is the same of all."""
    words = {_origins(placed, site).words for placed in items if not isinstance(placed.item, OpenQuestion)}
    return words.pop() if len(words) == 1 else None


def meanings_of(questions: Iterable[Placed[OpenQuestion]]) -> tuple[Meaning, ...]:
    """Explain the words for in what way questions are open that do not say it themselves."""
    badges = {(badge := badge_of(question.item)).words: badge for question in questions}
    return tuple(Meaning(badges[word], words) for word, words in MEANINGS.items() if word in badges)


def _origins(placed: Placed[Item], site: Published) -> Origins:
    return origins_of(site.articles[key] for key in told_in(placed.item))


def _marks(items: Sequence[Placed[Item]], site: Published) -> Iterator[Mark]:
    facts = [placed.item for placed in items if isinstance(placed.item, KeyFact)]
    counted = [placed.item for placed in items if isinstance(placed.item, FigureItem)]
    if any(fact.according_to for fact in facts) or any(figure.counted_by for figure in counted):
        yield Mark("According to …", "they say so; the articles pass it on")
    own = [fact for fact in facts if not fact.according_to]
    if own:
        several = any(len(fact.evidence) > 1 for fact in own)
        yield Mark(f"The outlet{'s’' if several else '’s'} own account", "nobody is named for it")
    resting = [_origins(placed, site) for placed in items if not isinstance(placed.item, OpenQuestion)]
    if any(one.origins == 1 and not one.alone for one in resting):
        yield Mark("One origin", "one text, however many outlets print it")
    if any(one.origins > 1 for one in resting):
        term = "Two origins or more" if any(one.origins > 2 for one in resting) else "Two origins"
        yield Mark(term, "texts that are not the same")
    if any(one.alone for one in resting):
        yield Mark("One outlet only", "no other article here has it")
    if any(isinstance(placed.item, Quote) for placed in items):
        yield Mark("Stroke at a quotation", "solid: direct; dotted: in part; double: reported")
    if any(placed.reference in site.edited for placed in items):
        yield Mark("Edited", "a person wrote or changed it")
    if any(isinstance(placed.item, KeyFact | Quote | TimelineEntry) for placed in items):
        yield Mark("[In brackets]", "put in here; […]: left out")

"""What the marks under the lines of a page mean, said once, where whoever asks can open it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model.brief import FigureItem, Item, KeyFact, OpenQuestion, Quote, TimelineEntry
from generator.pages.openness import MEANINGS, badge_of
from generator.pages.passages import Link, Origins, origins_of, told_in
from generator.pages.published import ABOUT, Placed, Published, href
from generator.pages.voices import OWN, names_its_voice
from generator.pages.wording import Badge


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark and what it means; `badge` is drawn in place of the term."""

    term: str
    words: str
    badge: Badge | None = None


@dataclass(frozen=True, slots=True)
class Legend:
    """The marks that a page shows, and the way to all that there are."""

    marks: tuple[Mark, ...]
    more: Link


@dataclass(frozen=True, slots=True)
class Shared:
    """What all lines of a page rest on alike, so that it is said once."""

    origins: Origins
    words: str


def legend_of(
    items: Sequence[Placed[Item]],
    site: Published,
    here: str,
    questions: Iterable[Placed[OpenQuestion]] = (),
    badges: Iterable[Mark] = (),
) -> Legend:
    """Explain the marks of the items and the questions that a page shows, and what other badges it has; no more."""
    marks = (*badges, *_marks(items, site), *meanings_of(questions))
    return Legend(marks, Link("All marks", href(here, ABOUT, "Marks")))


def shared_origins(items: Iterable[Placed[Item]], site: Published) -> Shared | None:
    """Return what all items rest on, if that is the same of all."""
    resting = {one.words: one for placed in items if (one := _origins(placed, site))}
    if len(resting) != 1:
        return None
    [(words, origins)] = resting.items()
    told = words if origins.alone and words.endswith(" only") else f"{words[:1].lower()}{words[1:]}"
    return Shared(origins, f"Unless another article is named, every line below rests on {told}")


def meanings_of(questions: Iterable[Placed[OpenQuestion]]) -> tuple[Mark, ...]:
    """Explain the words for in what way questions are open that do not say it themselves."""
    return explained((badge_of(question.item) for question in questions), MEANINGS)


def explained(badges: Iterable[Badge], meanings: Mapping[str, str]) -> tuple[Mark, ...]:
    """Explain badges, each once, in the order of their meanings."""
    used = {badge.words: badge for badge in badges}
    return tuple(Mark(word, words, used[word]) for word, words in meanings.items() if word in used)


def _origins(placed: Placed[Item], site: Published) -> Origins | None:
    """Return what a line rests on; a question's passages are of several sides."""
    if isinstance(placed.item, OpenQuestion):
        return None
    return origins_of(site.articles[key] for key in told_in(placed.item))


def _marks(items: Sequence[Placed[Item]], site: Published) -> Iterator[Mark]:
    facts = [placed.item for placed in items if isinstance(placed.item, KeyFact)]
    counted = [placed.item for placed in items if isinstance(placed.item, FigureItem)]
    if any(fact.according_to for fact in facts) or any(figure.counted_by for figure in counted):
        yield Mark("According to …", "they say so; the articles pass it on")
    if any(not fact.according_to and not names_its_voice(fact.text) for fact in facts):
        yield Mark(f"The article’s {OWN}", "it tells so itself, and puts it down to nobody")
    yield from _of_origins([one for placed in items if (one := _origins(placed, site))])
    if any(isinstance(placed.item, Quote) for placed in items):
        yield Mark("Stroke at a quotation", "solid: direct; dotted: in part; double: reported")
    if any(placed.reference in site.edited for placed in items):
        yield Mark("Worded by an editor", "shortened, reworded or written; its passage is as printed")
    if any(isinstance(placed.item, KeyFact | Quote | TimelineEntry) for placed in items):
        yield Mark("[In brackets]", "put in here; […]: left out")


def _of_origins(resting: Sequence[Origins]) -> Iterator[Mark]:
    if any(one.origins == 1 and not one.alone for one in resting):
        yield Mark("One text", "one report, however many outlets print it; they do not confirm each other")
    if any(one.origins > 1 for one in resting):
        yield Mark("Separate texts", "reports that are not the same text")
    if any(one.alone for one in resting):
        yield Mark("… only, or one article", "no other article here has it")
    if any(len(one.groups) > 1 or not one.alone for one in resting):
        yield Mark("Capsules and dots", "a capsule is a text, a dot an outlet that prints it")

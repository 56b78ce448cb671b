"""Which statements are the key facts: the news by weight less what is told before, and what explains it."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from generator.lexicon import read_lexicon
from generator.stories.alone import edits_to_stand
from generator.stories.attributed import speaker_of
from generator.stories.background import defines, grounds, is_about_person, is_lasting, part_of, words_of_story
from generator.stories.evidence import Coverage, Place, Told
from generator.stories.headlines import has_label
from generator.stories.leaning import find_leaning, lacks_subject
from generator.stories.lede import Top, find_developments
from generator.stories.meant import edits_for_pronouns
from generator.stories.openings import is_statement, opening
from generator.stories.outcomes import outcome_of, tells_outcome
from generator.stories.sameness import holds, stems, tells_same, told_by
from generator.stories.variants import are_one_text, lost_marks, richest_telling, shared_telling
from generator.stories.voices import is_opinion, is_view
from generator.stories.weight import find_overtaken
from generator.stories.wording import Edit
from generator.stories.words import phrases

FEWEST, MOST = 6, 9
FEWEST_BACKGROUND, MOST_BACKGROUND = 2, 6
# Of the statements that can stand alone, about this part is worth a place.
PART_KEPT = 0.7
# News that weighs less, less what is told before it, is no key fact where there are `FEWEST` others.
LEAST_WORTH = 1.2
# What weighs less than this is none in any case.
NO_WORTH = 0.7
# Background that is worth less, with what it explains, explains nothing.
LEAST_EXPLAINED = 2.4
LEAST_WORDS, MOST_WORDS = 5, 60
# What an article opens with may be longer: there is no other way to tell it.
MOST_IN_LEDE = 80
# Above this part of its words a sentence is a quotation with a cue, and stands under quotes.
MOSTLY_QUOTED = 0.33
# Marks that are typed as two each are not read as sure.
MOSTLY_TYPED = 0.6
# What a statement of how things always are loses in weight.
STANDING_COSTS = 0.6
# What a statement all of whose words are in another fact loses in weight.
REPEATED_COSTS = 0.7
# A fuller sentence that holds a better placed one is told in its place where it weighs no less than this below it.
FULLER_COSTS = 2.0
# Words of the story in a sentence without a name or a number that explains it.
EXPLAINING_WORDS = 3
# What background loses that tells of somebody whom no news names.
STRANGER_COSTS = 1.2
# ' " “ ” ‘ ’
_MARKS = re.compile(r"[\"'“”‘’]")
# ''We shall see,'' | ``We shall see''
_TYPED = re.compile(r"(?<!\d)''.{1,400}?''|``.{1,400}?''")


@dataclass(frozen=True, slots=True)
class Chosen:
    """A statement that is a key fact: the telling it is worded from, and the marked changes that make it so.

    `cuts` take away what not all tell; `edits` make it readable on its own. `outcome` is the sentence behind it
    that tells how it came out. `also_at` are other sentences, in other articles, that tell the same.
    """

    told: Told
    cuts: tuple[Edit, ...]
    edits: tuple[Edit, ...]
    outcome: Told | None = None
    also_at: tuple[Place, ...] = ()

    @property
    def places(self) -> tuple[Place, ...]:
        return (self.told.place, *((self.outcome.place,) if self.outcome else ()))


def choose_facts(coverage: Coverage, weights: Sequence[float], top: Top) -> list[Chosen]:
    """Return the key facts of a story, each as its best telling, the news and then the background, by worth.

    Carbonell & Goldstein (1998), The use of MMR.
    """
    best = _candidates(coverage, top)
    while True:
        chosen = _choose_of(best, coverage, weights, top)
        leaning = find_leaning(coverage, [fact.told for fact in chosen], top)
        if not leaning:
            return [replace(fact, also_at=_told_elsewhere(coverage, fact)) for fact in chosen]
        best = {number: fact for number, fact in best.items() if fact.told.place not in leaning}


def _choose_of(best: Mapping[int, Chosen], coverage: Coverage, weights: Sequence[float], top: Top) -> list[Chosen]:
    """Return the key facts among what can be one."""
    worth = {number: weights[number] - STANDING_COSTS * is_lasting(fact.told) for number, fact in best.items()}
    before = {number for number, fact in best.items() if part_of(coverage, fact.told, top) == "background"}
    if top.lede is not None and (first := coverage.statement_of[top.lede]) in worth:
        worth[first] = max(worth.values()) + 1
    wanted = min(MOST, max(FEWEST, round(PART_KEPT * len(best))))
    newsworthy = {number: worth[number] for number in worth if number not in before and worth[number] >= NO_WORTH}
    news = _choose(best, newsworthy, (wanted, FEWEST, LEAST_WORTH))
    ledes = {coverage.statement_of[lede] for lede in top.ledes if lede is not None}
    news = [number if number in ledes else _fuller(number, best, weights, news) for number in news]
    people = _people(best[number].told for number in news)
    words = words_of_story(coverage)
    explaining = {
        number: worth[number]
        + grounds(words, best[number].told)
        - STRANGER_COSTS * _of_stranger(best[number].told, people)
        for number in before
    }
    told_in_news = [best[number] for number in news]
    background = _choose(best, explaining, (MOST_BACKGROUND, FEWEST_BACKGROUND, LEAST_EXPLAINED), told_in_news)
    return [best[number] for number in (*news, *background)]


def _candidates(coverage: Coverage, top: Top) -> dict[int, Chosen]:
    """Return what can be a fact, by its statement; an outcome is told with what it is the outcome of."""
    under_title = coverage.statement_of[top.deck] if top.deck else None
    words = words_of_story(coverage)
    views = {
        told.place
        for article, findings in enumerate(coverage.story.findings)
        if is_opinion(findings)
        for told in coverage.told.values()
        if told.place.article == article and is_view(told)
    }
    others = (
        number
        for number, places in enumerate(coverage.statements)
        if number != under_title and not views.issuperset(places)
    )
    ledes = frozenset(place for place in top.ledes if place is not None)
    best = {number: fact for number in others if (fact := _best_telling(coverage, number, words, ledes))}
    for number in list(best):
        outcome = outcome_of(coverage, best[number].told.place) if number in best else None
        if outcome is not None and (more := edits_to_stand(coverage, outcome)) is not None:
            fact = best[number]
            best[number] = replace(fact, edits=(*fact.edits, *more), outcome=outcome)
            best.pop(coverage.statement_of[outcome.place], None)
    return best


def _choose(
    best: Mapping[int, Chosen],
    worth: Mapping[int, float],
    limits: tuple[int, int, float],
    before: Sequence[Chosen] = (),
) -> list[int]:
    """Return the statements by worth less what those before them have told: so many at most, so many if they weigh.

    What tells the same as one before it is left out; of what only says what a thing is, one explains the news.
    """
    most, fewest, least = limits
    told_already = {n: max((told_by(best[n].told, fact.told) for fact in before), default=0.0) for n in worth}
    left, chosen = dict(worth), list[int]()
    while left and len(chosen) < most:
        number = max(left, key=lambda one: (left[one] - REPEATED_COSTS * told_already[one], -one))
        value = left.pop(number) - REPEATED_COSTS * told_already[number]
        if value < least and len(chosen) >= fewest:
            break
        if any(tells_same(best[number].told, other.told) for other in [*before, *(best[n] for n in chosen)]):
            continue
        if before and defines(best[number].told) and any(defines(best[n].told) for n in chosen):
            continue
        chosen.append(number)
        for other in left:
            told_already[other] = max(told_already[other], told_by(best[other].told, best[number].told))
    return chosen


def _fuller(number: int, best: Mapping[int, Chosen], weights: Sequence[float], chosen: Collection[int]) -> int:
    """Return the statement that tells all that a chosen one tells, and more; the chosen one where there is none."""
    if best[number].outcome:
        return number
    fuller = [
        other
        for other in best
        if other not in chosen
        and weights[other] >= weights[number] - FULLER_COSTS
        and len(stems(best[other].told)) > len(stems(best[number].told))
        and holds(best[other].told, best[number].told)
    ]
    return max(fuller, key=lambda other: (weights[other], -other), default=number)


def _told_elsewhere(coverage: Coverage, fact: Chosen) -> tuple[Place, ...]:
    """Return, of each article that does not print the statement, the sentence that tells it in other words."""
    printed = {place.article for place in coverage.statements[coverage.statement_of[fact.told.place]]}
    found: dict[int, Told] = {}
    for told in coverage.told.values():
        article = told.place.article
        if (
            article not in printed
            and not _is_quotation(told)
            and is_statement(told.text)
            and holds(fact.told, told)
        ):
            shared = len(stems(told) & stems(fact.told))
            if article not in found or shared > len(stems(found[article]) & stems(fact.told)):
                found[article] = told
    return tuple(told.place for told in found.values())


def _people(facts: Iterable[Told]) -> frozenset[str]:
    return frozenset(name.name for told in facts for name in told.names if name.kind == "person")


def _of_stranger(told: Told, people: frozenset[str]) -> bool:
    """Tell whether a sentence is about a person who does not make the news, or is no more than who that is."""
    named = _people([told])
    return (is_about_person(told) or is_lasting(told)) and bool(named) and not named & people


def _readability(told: Told) -> tuple[object, ...]:
    """Order tellings: one reads best that does not lean on others, has its marks, and is the fullest."""
    return (
        {"alone": 2, "joined": 1, "dangling": 0}[opening(told.text)],
        len(_MARKS.findall(told.text)),
        len(told.figures) + len(told.names) + len(told.dates),
        [-told.place.article, -told.place.sentence],
    )


def _best_telling(
    coverage: Coverage, statement: int, words: frozenset[str], ledes: frozenset[Place]
) -> Chosen | None:
    """Return the telling that can stand as a fact; none where any outlet prints the sentence as a quotation."""
    tellings = coverage.tellings(statement)
    if not any(_tells(told, words) for told in tellings) or any(_is_quotation(told) for told in tellings):
        return None
    edits = {told: found for told in tellings if (found := _edits(coverage, told, ledes)) is not None}
    if not edits:
        return None
    whole = [told for told in edits if not coverage.is_damaged(told)] or list(edits)
    unhurt = [told for told in whole if not lost_marks(told, tellings)] or whole
    able = sorted(unhurt, key=_readability, reverse=True)
    told, cuts = shared_telling(tellings, able) if are_one_text(tellings) else (richest_telling(able), ())
    return Chosen(told, cuts, edits[told])


def _tells(told: Told, words: frozenset[str]) -> bool:
    """Tell whether a sentence has something to tell: a name, a number, an outcome, or what explains."""
    has = told.names or told.figures or told.events or tells_outcome(told.text)
    return bool(has) or len(told.words & words) >= EXPLAINING_WORDS


def _edits(coverage: Coverage, told: Told, ledes: frozenset[Place]) -> tuple[Edit, ...] | None:
    """Return the changes with which a sentence can be a fact; None where it cannot."""
    words, most = len(told.text.split()), MOST_IN_LEDE if told.place in ledes else MOST_WORDS
    if not LEAST_WORDS <= words <= most or not is_statement(told.text) or _is_overtaken(coverage, told):
        return None
    if (
        told.text.startswith("(")
        or has_label(told.text)
        or lacks_subject(told.text)
        or opening(speaker_of(told) or "") == "dangling"
    ):
        return None
    edits = edits_to_stand(coverage, told)
    meant = edits_for_pronouns(coverage, told)
    return None if edits is None or meant is None else (*edits, *(edit for edit in meant if not edits))


def _is_overtaken(coverage: Coverage, told: Told) -> bool:
    """Tell whether a sentence says how things stand “currently”, in an article that others came long after."""
    developments = find_developments(coverage)
    later = developments[told.place.article] < max(developments)
    pending = told.place.article in find_overtaken(coverage) and bool(_pending().search(told.text))
    return pending or (later and bool(_as_of_now().search(told.text)))


@cache
def _pending() -> re.Pattern[str]:
    return phrases(read_lexicon("background")["pending"])


@cache
def _as_of_now() -> re.Pattern[str]:
    return re.compile(rf"{phrases(read_lexicon('background')['as_of_now']).pattern}(?!-)", re.IGNORECASE)


def _is_quotation(told: Told) -> bool:
    quoted = sum(
        min(q.end, told.end) - max(q.start, told.start) for q in told.quotations if q.kind in {"direct", "partial"}
    )
    typed = sum(len(match[0]) for match in _TYPED.finditer(told.text))
    opens = any(q.kind == "direct" and q.start - told.start <= len("``") for q in told.quotations)
    return opens or quoted > MOSTLY_QUOTED * len(told.text) or typed > MOSTLY_TYPED * len(told.text)

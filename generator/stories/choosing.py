"""Which statements are the key facts: the news by weight less what is told before, and what explains it."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from generator.stories.background import defines, grounds, is_about_person, is_lasting, part_of, words_of_story
from generator.stories.candidates import Chosen, find_candidates, is_quotation
from generator.stories.evidence import Coverage, Place, Told
from generator.stories.leaning import find_leaning
from generator.stories.lede import Top, find_developments
from generator.stories.openings import is_statement, opening
from generator.stories.outcomes import tells_outcome
from generator.stories.sameness import bears_out, holds, lead_with_same, stems, tells_same, told_by
from generator.stories.voices import says_what_should_be
from generator.stories.weight import tells_cause
from generator.stories.words import content_words

FEWEST, MOST = 6, 9
# A story has so many more news facts, below a fold, for each text beyond its first, and so many at most.
MORE_A_TEXT, MOST_MORE = 2, 9
# What one of those is worth at least, and at least where it is neither counted nor dated.
LEAST_MORE, LEAST_SOFT = 1.9, 3.0
FEWEST_BACKGROUND, MOST_BACKGROUND = 2, 7
# A story has one more for each text beyond its first, and so many at most.
MOST_MORE_BACKGROUND = 3
# Of the statements that can stand alone, about this part is worth a place.
PART_KEPT = 0.7
# News that weighs less, less what is told before it, is no key fact where there are `FEWEST` others.
LEAST_WORTH = 1.2
# What weighs less than this is none in any case.
NO_WORTH = 0.7
# Background that is worth less, with what it explains, explains nothing.
LEAST_EXPLAINED = 2.4
# What a statement of how things always are loses in weight.
STANDING_COSTS = 0.6
# What a statement all of whose words are in another fact loses in weight.
REPEATED_COSTS = 0.7
# A fuller sentence that holds a better placed one is told in its place where it weighs no less than this below it.
FULLER_COSTS = 2.0
# What background loses that tells of somebody whom no news names.
STRANGER_COSTS = 1.2
# What it gains that says who somebody of the title is.
INTRODUCES = 3.5
# A sentence that names a person so early is about them.
MOST_BEFORE_NAME = 24
# Moe | is the former | , Vale and Holm are members of
_IS_THE = re.compile(
    r"(?:,?(?: and)? [A-Z][\w.’'-]*){0,6} (?:is|are|was|were) (?:all |both )?(?:an?|the|members|former)\b"
)


def choose_facts(coverage: Coverage, weights: Sequence[float], top: Top) -> list[Chosen]:
    """Return the key facts of a story, each as its best telling, the news and then the background, by worth.

    Carbonell & Goldstein (1998), The use of MMR.
    """
    best = find_candidates(coverage, top)
    again = _ledes_again(coverage, top)
    for place in again:
        best.pop(coverage.statement_of[place], None)
    while True:
        chosen = _choose_of(best, coverage, weights, top)
        leaning = find_leaning(coverage, [fact.told for fact in chosen], top)
        if not leaning:
            return [replace(fact, also_at=_told_elsewhere(coverage, fact, top, again)) for fact in chosen]
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
        + INTRODUCES * _introduces(best[number].told, top.title)
        for number in before
    }
    told_in_news = [best[number] for number in news]
    most = MOST_BACKGROUND + min(MOST_MORE_BACKGROUND, len(set(coverage.origins)) - 1)
    background = _choose(best, explaining, (most, FEWEST_BACKGROUND, LEAST_EXPLAINED), told_in_news)
    told = [best[number] for number in (*news, *background)]
    return [*told, *(replace(best[number], is_more=True) for number in _more(coverage, best, newsworthy, told))]


def _more(
    coverage: Coverage, best: Mapping[int, Chosen], worth: Mapping[int, float], told: Sequence[Chosen]
) -> list[int]:
    """Return the news that a story of several texts has beside its key facts, by worth.

    What somebody said stands under quotes, and what an outlet makes of the news is no news.
    """
    texts = len(set(coverage.origins)) - 1
    chosen = {coverage.statement_of[fact.told.place] for fact in told}
    left = {
        number: value
        for number, value in worth.items()
        if number not in chosen
        and _is_plain(best[number].told)
        and (value >= LEAST_SOFT or _is_hard(best[number].told))
    }
    return _choose(best, left, (min(MOST_MORE, MORE_A_TEXT * texts), 0, LEAST_MORE), told)


def _is_hard(told: Told) -> bool:
    """Tell whether a sentence counts, dates or tells how something came about or came out."""
    dated = told.events and any(mention.edtf for mention in told.dates)
    return bool(told.figures or dated) or tells_outcome(told.text) or tells_cause(told.text)


def _is_plain(told: Told) -> bool:
    """Tell whether a sentence is an outlet's own word of what happened."""
    own = told.quotations or is_lasting(told) or says_what_should_be(told.text)
    return not own and (opening(told.text) == "alone" or tells_cause(told.text))


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


def _ledes_again(coverage: Coverage, top: Top) -> list[Place]:
    """Return the ledes of other texts of the title's news that tell in their own words what its lede tells."""
    if top.lede is None:
        return []
    developments, lede = find_developments(coverage), coverage.told[top.lede]
    return [
        place
        for place in top.ledes
        if place is not None
        and coverage.statement_of[place] != coverage.statement_of[top.lede]
        and coverage.origins[place.article] != coverage.origins[top.lede.article]
        and developments[place.article] == developments[top.lede.article]
        and is_statement(coverage.told[place].text)
        and lead_with_same(lede, coverage.told[place])
    ]


def _told_elsewhere(coverage: Coverage, fact: Chosen, top: Top, again: Sequence[Place]) -> tuple[Place, ...]:
    """Return, of each article that does not print the statement, the sentence that tells it in other words."""
    printed = {place.article for place in coverage.statements[coverage.statement_of[fact.told.place]]}
    ledes = again if fact.told.place == top.lede else []
    found = {place.article: coverage.told[place] for place in ledes if place.article not in printed}
    printed.update(found)
    for told in coverage.told.values():
        article = told.place.article
        if (
            article not in printed
            and not is_quotation(told)
            and is_statement(told.text)
            and bears_out(fact.told, told)
        ):
            shared = len(stems(told) & stems(fact.told))
            if article not in found or shared > len(stems(found[article]) & stems(fact.told)):
                found[article] = told
    return tuple(told.place for told in found.values())


def _people(facts: Iterable[Told]) -> frozenset[str]:
    return frozenset(name.name for told in facts for name in told.names if name.kind == "person")


def _introduces(told: Told, title: str) -> bool:
    """Tell whether a sentence opens with a person whom the title names, and says who that is."""
    words = set(content_words(title))
    early = (name for name in told.names if name.kind == "person" and name.start - told.start < MOST_BEFORE_NAME)
    named = (name for name in early if words & set(content_words(name.name.split(" ")[-1])))
    return is_lasting(told) and any(_IS_THE.match(told.text, name.end - told.start) for name in named)


def _of_stranger(told: Told, people: frozenset[str]) -> bool:
    """Tell whether a sentence is about a person who does not make the news, or is no more than who that is."""
    named = _people([told])
    return (is_about_person(told) or is_lasting(told)) and bool(named) and not named & people

"""Key facts: the statements of a story that are worth a reader's minute, most important first."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.brief import KeyFact
from generator.stories.alone import edits_to_stand
from generator.stories.attributed import speaker_of
from generator.stories.background import grounds, is_lasting, part_of, words_of_story
from generator.stories.days import gives_day, may_be_same
from generator.stories.evidence import Coverage, Told
from generator.stories.figures import LEAST_COUNT
from generator.stories.lede import Top, find_developments
from generator.stories.openings import is_statement, opening
from generator.stories.outcomes import outcome_of, tells_outcome
from generator.stories.variants import differences, lost_marks, shared_telling
from generator.stories.wording import Edit, by_name, cut_says_who, tell, without_spans
from generator.stories.words import content_words, overlap

FEWEST, MOST = 6, 9
# Of the statements that can stand alone, about this part is worth a place.
PART_KEPT = 0.7
LEAST_WORDS, MOST_WORDS = 5, 60
# Above this part of its words a sentence is a quotation with a cue, and stands under quotes.
MOSTLY_QUOTED = 0.33
# Above this part of the smaller one's words, two facts tell the same.
TOLD_BEFORE = 0.6
OF_LONGER = 0.34
# What a statement of how things always are loses in weight.
STANDING_COSTS = 0.6
# What a statement all of whose words are in another fact loses in weight.
REPEATED_COSTS = 0.7
# Places that the best of what went before has among the facts.
BACKGROUND_KEPT = 2
# The part that two sentences with one figure tell in common.
SAME_FIGURE = 0.7
# With a figure in common two sentences tell the same with a smaller part of their words in common.
WITH_SAME_FIGURE = 0.3
# Letters that a verb and its noun have in common.
STEM_LETTERS = 6
# Two sentences of one day tell the same with a smaller part in common.
SAME_DAY = 0.5
# ' " “ ” ‘ ’
_MARKS = re.compile(r"[\"'“”‘’]")


@dataclass(frozen=True, slots=True)
class Chosen:
    """A statement that is a key fact: the telling it is worded from, and the marked changes that make it so.

    `cuts` take away what not all tell; `edits` make it readable on its own.
    """

    told: Told
    cuts: tuple[Edit, ...]
    edits: tuple[Edit, ...]


def choose_facts(coverage: Coverage, weights: Sequence[float], top: Top) -> list[Chosen]:
    """Return the key facts of a story, each as its best telling, by weight less what those before it have told.

    Carbonell & Goldstein (1998), The use of MMR.
    """
    under_title = coverage.statement_of[top.deck] if top.deck else None
    others = (number for number in range(len(coverage.statements)) if number != under_title)
    best = {number: fact for number in others if (fact := _best_telling(coverage, number))}
    wanted = min(MOST, max(FEWEST, round(PART_KEPT * len(best))))
    worth = {number: weights[number] - STANDING_COSTS * is_lasting(fact.told) for number, fact in best.items()}
    before = {number for number, fact in best.items() if part_of(coverage, fact.told, top) == "background"}
    words = words_of_story(coverage)
    grounding = {number: grounds(words, best[number].told) for number in before}
    told_already = dict.fromkeys(best, 0.0)
    chosen: list[Chosen] = []
    kept = min(len(before), BACKGROUND_KEPT)
    while worth and len(chosen) < wanted:
        only_background = wanted - len(chosen) <= kept
        open_to = [number for number in worth if number in before or not only_background]
        if not open_to:
            break
        number = max(open_to, key=lambda number: (worth[number] - REPEATED_COSTS * told_already[number], -number))
        if number in before:
            number = max(before & worth.keys(), key=lambda one: (worth[one] + grounding[one], -one))
        del worth[number]
        if any(_tells_same(best[number].told, other.told) for other in chosen):
            continue
        chosen.append(best[number])
        kept -= number in before and kept > 0
        for other in worth:
            told_already[other] = max(told_already[other], _told_by(best[other].told, best[number].told))
    return chosen


def _told_by(told: Told, other: Told) -> float:
    """Return which part of a sentence another tells; a figure that both have counts as most of it."""
    return max(overlap(told.words, other.words), SAME_FIGURE * _share_figure(told, other))


def _share_figure(told: Told, other: Told) -> bool:
    """Tell whether two sentences give one figure, more than a handful."""
    some, others = (
        {(figure.value, figure.unit) for figure in one.figures if figure.value >= LEAST_COUNT}
        for one in (told, other)
    )
    return bool(some & others)


def find_key_facts(coverage: Coverage, chosen: Sequence[Chosen], top: Top) -> list[KeyFact]:
    """Return the key facts without ids: what the title tells, the other news, the background, as ordered."""
    on_top = coverage.statement_of[top.lede] if top.lede else None
    news = find_developments(coverage)
    ordered = sorted(
        _outcomes_behind(coverage, chosen),
        key=lambda fact: (
            part_of(coverage, fact.told, top) == "background",
            coverage.statement_of[fact.told.place] != on_top,
            -news[fact.told.place.article],
        ),
    )
    facts = [_fact(coverage, fact, top) for fact in ordered]
    told_once = [fact.model_copy(update={"text": without_spans(fact.text)}) for fact in facts[1:]]
    return [*facts[:1], *told_once]


def _outcomes_behind(coverage: Coverage, chosen: Sequence[Chosen]) -> list[Chosen]:
    """Set the sentence that tells an outcome right behind the one that tells when and by whom."""
    behind = {fact: outcome for fact in chosen if (outcome := outcome_of(coverage, fact.told.place))}
    outcomes = {outcome.place for outcome in behind.values()}
    ordered: list[Chosen] = []
    for fact in chosen:
        first = next((lede for lede, outcome in behind.items() if outcome.place == fact.told.place), None)
        pair = [first, fact] if first else [fact]
        ordered += [one for one in pair if one not in ordered]
    return ordered if outcomes else list(chosen)


def _readability(told: Told) -> tuple[object, ...]:
    """Order tellings: one reads best that does not lean on others, has its marks, and is the fullest."""
    return (
        {"alone": 2, "joined": 1, "dangling": 0}[opening(told.text)],
        len(_MARKS.findall(told.text)),
        len(told.figures) + len(told.names) + len(told.dates),
        [-told.place.article, -told.place.sentence],
    )


def _tells_same(one: Told, other: Told) -> bool:
    days = [{event.edtf for event in told.events if gives_day(told, event)} for told in (one, other)]
    if all(days) and not any(may_be_same(day, other_day) for day in days[0] for other_day in days[1]):
        return False
    left, right = _stems(one), _stems(other)
    least = SAME_DAY if all(days) else TOLD_BEFORE
    if _share_figure(one, other) and overlap(left, right) >= WITH_SAME_FIGURE:
        return True
    return overlap(left, right) >= least and len(left & right) >= OF_LONGER * max(len(left), len(right))


def _stems(told: Told) -> frozenset[str]:
    """Return the words of a sentence as they begin, dates aside: resigned and resignation are one."""
    dates = {word for mention in told.dates for word in content_words(mention.text)}
    return frozenset(word[:STEM_LETTERS] for word in told.words - dates)


def _best_telling(coverage: Coverage, statement: int) -> Chosen | None:
    """Return the telling that can stand as a fact; none where any outlet prints the sentence as a quotation."""
    tellings = coverage.tellings(statement)
    tells = any(told.names or told.figures or told.events or tells_outcome(told.text) for told in tellings)
    if not tells or any(_is_quotation(told) for told in tellings):
        return None
    edits = {told: found for told in tellings if (found := _edits(coverage, told)) is not None}
    if not edits:
        return None
    whole = [told for told in edits if not coverage.is_damaged(told)] or list(edits)
    unhurt = [told for told in whole if not lost_marks(told, tellings)] or whole
    told, cuts = shared_telling(tellings, sorted(unhurt, key=_readability, reverse=True))
    return Chosen(told, cuts, edits[told])


def _edits(coverage: Coverage, told: Told) -> tuple[Edit, ...] | None:
    """Return the changes with which a sentence can be a fact; None where it cannot."""
    words = len(told.text.split())
    if not LEAST_WORDS <= words <= MOST_WORDS or not is_statement(told.text):
        return None
    return None if opening(speaker_of(told) or "") == "dangling" else edits_to_stand(coverage, told)


def _is_quotation(told: Told) -> bool:
    quoted = sum(
        min(q.end, told.end) - max(q.start, told.start) for q in told.quotations if q.kind in {"direct", "partial"}
    )
    return quoted > MOSTLY_QUOTED * len(told.text)


def _fact(coverage: Coverage, fact: Chosen, top: Top) -> KeyFact:
    told, speaker = fact.told, speaker_of(fact.told)
    text = tell(coverage, told.place.article, told.start, told.end, (*fact.cuts, *fact.edits))
    tellings = coverage.tellings_of(told.place)
    return KeyFact(
        text=cut_says_who(text, speaker) if speaker else text,
        according_to=by_name(coverage.findings(told.place), speaker),
        part=part_of(coverage, told, top),
        differs=_differs(coverage, fact, tellings),
        evidence=coverage.evidence(told.place for told in tellings),
        rule="statement.attributed" if speaker else "statement",
    )


def _differs(coverage: Coverage, fact: Chosen, tellings: Sequence[Told]) -> dict[str, list[str]]:
    """Say for each article that words the fact differently how it does."""
    found: dict[str, list[str]] = {}
    for told in tellings:
        if words := differences(fact.told, fact.cuts, told):
            found.setdefault(coverage.story.keys[told.place.article], []).extend(words)
    return found

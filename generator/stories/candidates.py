"""Which statements can stand as key facts, each as its best telling: whole, no quotation, read on its own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from generator.lexicon import read_lexicon
from generator.model.edtf import in_words
from generator.stories.alone import edits_to_stand
from generator.stories.attributed import speaker_of
from generator.stories.background import words_of_story
from generator.stories.deciding import edits_for_decisions
from generator.stories.evidence import Coverage, Place, Told
from generator.stories.headlines import has_label
from generator.stories.leaning import lacks_subject
from generator.stories.lede import Top, find_developments
from generator.stories.meant import edits_for_pronouns
from generator.stories.openings import is_statement, opening
from generator.stories.outcomes import illustration_of, outcome_of, tells_outcome
from generator.stories.pairs import pair_edits
from generator.stories.speakers import named_speaker
from generator.stories.variants import are_one_text, lost_marks, richest_telling, shared_telling
from generator.stories.voices import is_opinion, is_view
from generator.stories.weight import find_overtaken
from generator.stories.which import edits_for_events, edits_for_trade, find_named_events
from generator.stories.wording import Edit, insertion
from generator.stories.words import phrases

LEAST_WORDS, MOST_WORDS = 5, 60
# What an article opens with may be longer: there is no other way to tell it.
MOST_IN_LEDE = 80
# Above this part of its words a sentence is a quotation with a cue, and stands under quotes.
MOSTLY_QUOTED = 0.33
# Marks that are typed as two each are not read as sure.
MOSTLY_TYPED = 0.6
# 2030-05-02: a date that is one day, and sure
DAY_LETTERS = 10
# Words of the story in a sentence without a name or a number that explains it.
EXPLAINING_WORDS = 3
# ' " “ ” ‘ ’
_MARKS = re.compile(r"[\"'“”‘’]")
# ''We shall see,'' | ``We shall see''
_TYPED = re.compile(r"(?<!\d)''.{1,400}?''|``.{1,400}?''")


@dataclass(frozen=True, slots=True)
class Chosen:
    """A statement that is a key fact: the telling it is worded from, and the marked changes that make it so.

    `cuts` take away what not all tell; `edits` make it readable on its own. `outcome` is the sentence behind it
    that tells how it came out, or in what it is seen. `also_at` are other sentences, in other articles, that tell
    the same. What `is_more` stands behind the first facts, below a fold.
    """

    told: Told
    cuts: tuple[Edit, ...]
    edits: tuple[Edit, ...]
    outcome: Told | None = None
    also_at: tuple[Place, ...] = ()
    is_more: bool = False

    @property
    def places(self) -> tuple[Place, ...]:
        return (self.told.place, *((self.outcome.place,) if self.outcome else ()))


def find_candidates(coverage: Coverage, top: Top) -> dict[int, Chosen]:
    """Return what can be a key fact, by its statement; an outcome is told with what it is the outcome of."""
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
    named = find_named_events(coverage)
    for number, fact in best.items():
        best[number] = replace(fact, edits=(*fact.edits, *edits_for_events(coverage, fact.told, named)))
    for number in list(best):
        outcome = outcome_of(coverage, best[number].told.place) if number in best else None
        if outcome is not None and (more := edits_to_stand(coverage, outcome)) is not None:
            fact = best[number]
            best[number] = replace(fact, edits=(*fact.edits, *more), outcome=outcome)
            best.pop(coverage.statement_of[outcome.place], None)
        elif number in best and (shown := illustration_of(coverage, best[number].told.place)) is not None:
            fact, pair = best[number], pair_edits(coverage, shown, shown.start, shown.end)
            best[number] = replace(fact, edits=(*fact.edits, *pair), outcome=shown)
    return best


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
    if not any(_tells(told, words) for told in tellings) or any(is_quotation(told) for told in tellings):
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
        or ((speaker := speaker_of(told)) and named_speaker(told, speaker) is None)
    ):
        return None
    edits = edits_to_stand(coverage, told)
    meant = edits_for_pronouns(coverage, told)
    if edits is None or meant is None:
        return None
    decisions = edits_for_decisions(coverage, told) or ()
    named = (*decisions, *edits_for_trade(coverage, told))
    return (*edits, *(edit for edit in meant if not edits), *named, *_as_of(coverage, told))


def _is_overtaken(coverage: Coverage, told: Told) -> bool:
    """Tell whether a sentence says how things stand, in an article that others came after."""
    if told.place.article not in find_overtaken(coverage):
        return False
    developments = find_developments(coverage)
    long_before = developments[told.place.article] < max(developments)
    undated = _pattern("as_of_now").search(told.text) and _day_of(coverage, told) is None
    return bool(_pattern("pending").search(told.text) or undated) or (
        long_before and bool(_pattern("overtaken").search(told.text))
    )


def _as_of(coverage: Coverage, told: Told) -> Iterator[Edit]:
    """Tell as of which day something stands so “currently”, in an article that others came after."""
    day = _day_of(coverage, told) if told.place.article in find_overtaken(coverage) else None
    match = _pattern("as_of_now").search(told.text)
    if match and day:
        yield insertion(told.start + match.end(), f"on {in_words(day)}")


def _day_of(coverage: Coverage, told: Told) -> str | None:
    """Return on which day the article of a sentence was published, where that is sure."""
    published = coverage.findings(told.place).article.published
    return published if published and len(published) == DAY_LETTERS else None


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    """Return the pattern of the phrases of one kind, which are no part of a longer word: now-former."""
    return re.compile(rf"{phrases(read_lexicon('background')[kind]).pattern}(?!-)", re.IGNORECASE)


def is_quotation(told: Told) -> bool:
    """Tell whether a sentence is a quotation with a cue, or opens with one: it stands under quotes."""
    quoted = sum(
        min(q.end, told.end) - max(q.start, told.start) for q in told.quotations if q.kind in {"direct", "partial"}
    )
    typed = sum(len(match[0]) for match in _TYPED.finditer(told.text))
    opens = any(q.kind == "direct" and q.start - told.start <= len("``") for q in told.quotations)
    return opens or quoted > MOSTLY_QUOTED * len(told.text) or typed > MOSTLY_TYPED * len(told.text)

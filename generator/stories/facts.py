"""Key facts: the statements of a story that are worth a reader's minute, most important first."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from generator.lexicon import read_lexicon
from generator.model.brief import KeyFact
from generator.model.edtf import bounds, sort_key
from generator.model.findings import Quotation
from generator.stories.alone import edits_to_stand
from generator.stories.days import gives_day, may_be_same
from generator.stories.evidence import Coverage, Told
from generator.stories.figures import LEAST_COUNT
from generator.stories.lede import Top, find_developments
from generator.stories.openings import is_clause, is_statement, opening
from generator.stories.variants import differences, lost_marks, shared_telling
from generator.stories.weight import stands_out
from generator.stories.wording import Edit, by_name, cut_says_who, tell, without_spans
from generator.stories.words import content_words, overlap, phrases

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
# An event further back than this is not the news.
NEWS_DAYS = 10
# Part of the sentence that a reported clause must cover to make the whole sentence its speaker's.
MOSTLY_REPORTED = 0.4
# …, according to state media.
_ACCORDING_AT_END = re.compile(r", according to (?P<who>[^,.;:\"“”]{3,60})[.]$")
# ' " “ ” ‘ ’
_MARKS = re.compile(r"[\"'“”‘’]")
# is | are | has been | have drawn: how things stand, with no happening of the day
_STANDING = re.compile(r"\b(?:is|are|has|have)\b")
# will open: to come, and so news; not: would be normal
_TO_COME = re.compile(r"\b(?:will|would|shall)\b (?!be\b)")
# has adopted sanctions, and Moscow considers that: another clause comes before
_AUXILIARY = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|do|does|did|can|could|may|might|must)\b")
# the highest official to visit since the war
_SINCE = re.compile(r"\bsince\b")
# said | called | promised
_HAPPENED = re.compile(r"\b(?:\w{2,}ed|said|told|took|met|won|lost|gave|made|went|came|was|were|did|left|held)\b")


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
    worth = {number: weights[number] - STANDING_COSTS * _stands(fact.told) for number, fact in best.items()}
    told_already = dict.fromkeys(best, 0.0)
    before = {number for number, fact in best.items() if _part_of(coverage, fact.told, top) == "background"}
    chosen: list[Chosen] = []
    kept = min(len(before), BACKGROUND_KEPT)
    while worth and len(chosen) < wanted:
        only_background = wanted - len(chosen) <= kept
        open_to = [number for number in worth if number in before or not only_background]
        if not open_to:
            break
        number = max(open_to, key=lambda number: (worth[number] - REPEATED_COSTS * told_already[number], -number))
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
        chosen,
        key=lambda fact: (
            _part_of(coverage, fact.told, top) == "background",
            coverage.statement_of[fact.told.place] != on_top,
            -news[fact.told.place.article],
        ),
    )
    facts = [_fact(coverage, fact, top) for fact in ordered]
    told_once = [fact.model_copy(update={"text": without_spans(fact.text)}) for fact in facts[1:]]
    return [*facts[:1], *told_once]


def speaker_of(told: Told) -> str | None:
    """Return who says what most of a sentence reports, where it is not the outlet itself."""
    for quotation in told.quotations:
        reported = min(quotation.end, told.end) - max(quotation.start, told.start)
        clause = quotation.kind == "indirect" and is_clause(quotation.text)
        mostly = reported >= MOSTLY_REPORTED * (told.end - told.start)
        if clause and (mostly or _is_all_said(told, quotation)):
            return _without_data(told, quotation.speaker)
    for quotation in told.quotations:
        if quotation.speaker and (quotation.cue or "").lower().startswith("according to"):
            return _without_data(told, quotation.speaker)
    closing = _ACCORDING_AT_END.search(told.text)
    return closing["who"] if closing else None


def _is_all_said(told: Told, quotation: Quotation) -> bool:
    """Tell whether a sentence is nothing but who says it, and what to its end."""
    before = told.text[: max(0, quotation.start - told.start)]
    to_the_end = quotation.end >= told.end - len(".”")
    return to_the_end and bool(quotation.cue) and not _AUXILIARY.search(before.partition(quotation.cue or "")[0])


def _without_data(told: Told, speaker: str | None) -> str | None:
    """Return who counted: “city auditors” for “city auditors figures”."""
    counting = list(dict.fromkeys(figure.counted_by for figure in told.figures if figure.counted_by))
    if speaker and len(counting) == 1 and speaker.split()[-1] in read_lexicon("amounts")["data"]:
        return counting[0]
    return next((who for who in counting if speaker and speaker.startswith(who)), speaker)


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


def _stands(told: Told) -> bool:
    """Tell whether a sentence says how things always are: nothing happened in it, nothing is counted or dated."""
    dated = told.figures or told.dates or told.quotations
    return not dated and _is_standing(told) and not stands_out(told.text)


def _best_telling(coverage: Coverage, statement: int) -> Chosen | None:
    """Return the telling that can stand as a fact; none where any outlet prints the sentence as a quotation."""
    tellings = coverage.tellings(statement)
    tells = any(told.names or told.figures or told.events for told in tellings)
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
        part=_part_of(coverage, told, top),
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


def _part_of(coverage: Coverage, told: Told, top: Top) -> Literal["news", "background"]:
    return "news" if _is_a_lede(coverage, told, top) else _part(told, _today(coverage, told, top))


def _is_a_lede(coverage: Coverage, told: Told, top: Top) -> bool:
    statement = coverage.statement_of[told.place]
    return any(lede is not None and coverage.statement_of[lede] == statement for lede in top.ledes)


def _today(coverage: Coverage, told: Told, top: Top) -> str | None:
    """Return as of which day a fact is news: that of its article, or of the story where the article comes later."""
    known = [day for day in (coverage.findings(told.place).article.published, top.date) if day]
    return min(known, key=sort_key, default=None)


def _part(told: Told, today: str | None) -> Literal["news", "background"]:
    """Tell news from background, as of `today`: by phrases, by dates, else by whether anything happened."""
    if _background().search(told.text):
        return "background"
    days = [mention.edtf for mention in told.dates if mention.edtf] + [event.edtf for event in told.events]
    if today and days:
        return "background" if all(_long_before(day, today) for day in days) else "news"
    lasting = _is_standing(told) and not (stands_out(told.text) and _SINCE.search(told.text))
    return "background" if lasting and speaker_of(told) is None else "news"


def _is_standing(told: Told) -> bool:
    """Tell whether nothing happens in a sentence: “is” or “has” without a deed, or a rule that “requires”."""
    stands = _STANDING.search(told.text) or _lasting().search(told.text)
    return bool(stands) and not _HAPPENED.search(told.text) and not _TO_COME.search(told.text)


def _long_before(day: str, date: str) -> bool:
    last, first = bounds(day)[1], bounds(date)[0]
    return last is not None and first is not None and (first - last).days > NEWS_DAYS


@cache
def _lasting() -> re.Pattern[str]:
    return phrases(read_lexicon("background")["standing"])


@cache
def _background() -> re.Pattern[str]:
    return phrases(read_lexicon("background")["phrases"])

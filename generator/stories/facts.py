"""Key facts: the statements of a story that are worth a reader's minute, most important first."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

from generator.lexicon import read_lexicon
from generator.model.brief import KeyFact
from generator.model.edtf import bounds
from generator.stories.days import gives_day, may_be_same
from generator.stories.evidence import Coverage, Told
from generator.stories.lede import Top
from generator.stories.openings import is_clause, is_statement, opening
from generator.stories.wording import cut_says_who, said_by, tell
from generator.stories.words import overlap, phrases

FEWEST, MOST = 6, 10
# Of the statements that can stand alone, about this part is worth a place.
PART_KEPT = 0.6
LEAST_WORDS, MOST_WORDS = 5, 60
# Above this part of its words a sentence is a quotation with a cue, and stands under quotes.
MOSTLY_QUOTED = 0.33
# Above this part of the smaller one's words, two facts tell the same.
TOLD_BEFORE = 0.6
OF_LONGER = 0.3
# What a statement of how things always are loses in weight.
STANDING_COSTS = 0.6
# An event further back than this is not the news.
NEWS_DAYS = 10
# Part of the sentence that a reported clause must cover to make the whole sentence its speaker's.
MOSTLY_REPORTED = 0.4
# ' " “ ” ‘ ’
_MARKS = re.compile(r"[\"'“”‘’]")
# is | are | has been | have drawn: how things stand, with no happening of the day
_STANDING = re.compile(r"\b(?:is|are|has|have)\b")
# will open: to come, and so news; not: would be normal
_TO_COME = re.compile(r"\b(?:will|would|shall)\b (?!be\b)")
# said | called | promised
_HAPPENED = re.compile(r"\b(?:\w{2,}ed|said|told|took|met|won|lost|gave|made|went|came|was|were|did|left|held)\b")


def choose_facts(coverage: Coverage, weights: Sequence[float]) -> list[Told]:
    """Return the key facts of a story, each as its best telling, by weight."""
    best = {number: told for number in range(len(coverage.statements)) if (told := _best_telling(coverage, number))}
    wanted = min(MOST, max(FEWEST, round(PART_KEPT * len(best))))
    chosen: list[Told] = []
    for number in sorted(
        best, key=lambda number: (-weights[number] + STANDING_COSTS * _stands(best[number]), number)
    ):
        if not any(_tells_same(best[number], other) for other in chosen):
            chosen.append(best[number])
        if len(chosen) == wanted:
            break
    return chosen


def find_key_facts(coverage: Coverage, chosen: Sequence[Told], top: Top) -> list[KeyFact]:
    """Return the key facts without ids: what the title tells, the other news, the background, as ordered."""
    told_on_top = sorted(chosen, key=lambda told: not _is_on_top(coverage, told, top))
    facts = [_fact(coverage, told, top.date) for told in told_on_top]
    return [fact for part in ("news", "background") for fact in facts if fact.part == part]


def _is_on_top(coverage: Coverage, told: Told, top: Top) -> bool:
    """Tell whether a fact is the statement of the standfirst, which is the lede under the title."""
    tellings = coverage.tellings_of(told.place)
    return top.standfirst is not None and any(one.text.endswith(top.standfirst) for one in tellings)


def speaker_of(told: Told) -> str | None:
    """Return who says what most of a sentence reports, where it is not the outlet itself."""
    for quotation in told.quotations:
        reported = min(quotation.end, told.end) - max(quotation.start, told.start)
        clause = quotation.kind == "indirect" and is_clause(quotation.text)
        if clause and reported >= MOSTLY_REPORTED * (told.end - told.start):
            return _without_data(told, quotation.speaker)
    for quotation in told.quotations:
        if quotation.speaker and (quotation.cue or "").lower().startswith("according to"):
            return _without_data(told, quotation.speaker)
    return None


def _without_data(told: Told, speaker: str | None) -> str | None:
    """Return who counted: “city auditors” for “city auditors figures”."""
    counting = list(dict.fromkeys(figure.counted_by for figure in told.figures if figure.counted_by))
    if speaker and len(counting) == 1 and speaker.split()[-1] in read_lexicon("amounts")["data"]:
        return counting[0]
    return next((who for who in counting if speaker and speaker.startswith(who)), speaker)


def best_of(tellings: Sequence[Told]) -> Told:
    """Return the telling that reads best alone: not leaning on others, its marks intact, and the fullest."""
    order = {"alone": 2, "joined": 1, "dangling": 0}
    return max(
        tellings,
        key=lambda told: (
            order[opening(told.text)],
            len(_MARKS.findall(told.text)),
            len(told.figures) + len(told.names) + len(told.dates),
            [-told.place.article, -told.place.sentence],
        ),
    )


def _tells_same(one: Told, other: Told) -> bool:
    days = [{event.edtf for event in told.events if gives_day(told, event)} for told in (one, other)]
    if all(days) and not any(may_be_same(day, other_day) for day in days[0] for other_day in days[1]):
        return False
    share = len(one.words & other.words)
    return overlap(one.words, other.words) >= TOLD_BEFORE and share >= OF_LONGER * max(
        len(one.words), len(other.words)
    )


def _stands(told: Told) -> bool:
    """Tell whether a sentence says how things always are: nothing happened in it, nothing is counted or dated."""
    return not (told.figures or told.dates or told.quotations) and _is_standing(told)


def _best_telling(coverage: Coverage, statement: int) -> Told | None:
    """Return the telling that can stand as a fact; none where any outlet prints the sentence as a quotation."""
    tellings = coverage.tellings(statement)
    able = [told for told in tellings if _can_be_fact(told)]
    tells = any(told.names or told.figures or told.events for told in tellings)
    return best_of(able) if able and tells and not any(_is_quotation(told) for told in tellings) else None


def _can_be_fact(told: Told) -> bool:
    words = len(told.text.split())
    if not LEAST_WORDS <= words <= MOST_WORDS or not is_statement(told.text):
        return False
    return opening(told.text) != "dangling" and opening(speaker_of(told) or "") != "dangling"


def _is_quotation(told: Told) -> bool:
    quoted = sum(
        min(q.end, told.end) - max(q.start, told.start) for q in told.quotations if q.kind in {"direct", "partial"}
    )
    return quoted > MOSTLY_QUOTED * len(told.text)


def _fact(coverage: Coverage, told: Told, date: str | None) -> KeyFact:
    speaker = speaker_of(told)
    text = tell(coverage, told.place.article, told.start, told.end)
    return KeyFact(
        text=cut_says_who(text) if speaker else text,
        according_to=said_by(coverage.findings(told.place), speaker),
        part=_part(told, coverage.findings(told.place).article.published or date),
        evidence=coverage.evidence(coverage.statements[coverage.statement_of[told.place]]),
        rule="statement.attributed" if speaker else "statement",
    )


def _part(told: Told, today: str | None) -> Literal["news", "background"]:
    """Tell news from background, as of `today`: by phrases, by dates, else by whether anything happened."""
    if _background().search(told.text):
        return "background"
    days = [mention.edtf for mention in told.dates if mention.edtf] + [event.edtf for event in told.events]
    if today and days:
        return "background" if all(_long_before(day, today) for day in days) else "news"
    return "background" if _is_standing(told) and speaker_of(told) is None else "news"


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

"""Which sentences tell of one event, so that a timeline has it once, on its day."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.edtf import bounds, is_uncertain, sort_key
from generator.model.findings import Event
from generator.stories.counting import Counted
from generator.stories.days import gives_day, is_day, may_be_same
from generator.stories.evidence import Coverage, Told
from generator.stories.figurative import is_garbled
from generator.stories.lede import SAME_NEWS
from generator.stories.openings import opening
from generator.stories.words import content_words, overlap

# Words in common that make two clauses of one day one event.
SAME_EVENT = 0.5
# The same of an event that is only known to have been in a week or a month.
SAME_WIDE = 0.6
# Names that two ledes share, and the part of those of one, if they tell one event.
LEAST_NAMES, SAME_NAMES = 3, 0.75
# The rule of a lede that tells only what somebody says: new words about an earlier event.
SAYS = "said"
# Days before publication within which the news was that an undated lede tells.
NEWS_DAYS = 4


@dataclass(frozen=True, slots=True)
class Dated:
    """An event in the sentence that tells it; one that `leads` is its article's news: the whole lede tells it.

    `counted` are the words that tell it, where they count its day from another event of the story.
    """

    event: Event
    told: Told
    words: frozenset[str]
    leads: bool
    counted: Counted | None = None


def merge(coverage: Coverage, dated: Sequence[Dated]) -> list[list[Dated]]:
    """Put together what tells one event; the first of a group is the most precise and best worded."""
    groups: list[list[Dated]] = []
    by_year: dict[int, list[int]] = defaultdict(list)
    for one in sorted(dated, key=lambda one: key_of(coverage, one)):
        year = sort_key(one.event.edtf)[0].year
        same = next((number for number in by_year[year] if _same_event(coverage, groups[number], one)), None)
        if same is None:
            same = len(groups)
            by_year[year].append(same)
            groups.append([])
        groups[same].append(one)
    return groups


def _same_event(coverage: Coverage, group: Sequence[Dated], one: Dated) -> bool:
    first, statement = group[0], coverage.statement_of
    same_date = first.event.edtf == one.event.edtf
    if same_date and statement[first.told.place] == statement[one.told.place] and not (first.leads and one.leads):
        return True
    least = SAME_NEWS if first.leads and one.leads else SAME_EVENT
    if first.leads and one.leads and same_date and _names_same(first, one):
        return True
    alike = overlap(first.words, one.words)
    if alike >= least and may_be_same(first.event.edtf, one.event.edtf) and (same_date or _do_same(first, one)):
        return True
    just = _is_just_before(first, one)
    return just and alike >= (SAME_EVENT if is_day(first.event.edtf) else SAME_WIDE)


def _names_same(one: Dated, other: Dated) -> bool:
    """Tell whether two ledes of one day name the same: three names or more, and those of one nearly all."""
    names, others = ({name.name for name in dated.told.names} for dated in (one, other))
    shared = len(names & others)
    return shared >= LEAST_NAMES and shared >= SAME_NAMES * min(len(names), len(others))


def _do_same(one: Dated, other: Dated) -> bool:
    """Tell whether two clauses share more than whom and what they name: what was done."""
    names = [name for dated in (one, other) for name in dated.told.names]
    named = {word for name in names for word in content_words(f"{name.role or ''} {name.name}")}
    return bool((one.words & other.words) - named)


def _is_just_before(dated: Dated, lede: Dated) -> bool:
    """Tell whether an event took place right before the publication of a lede that does not give its day."""
    undated = lede.leads and lede.event.rule != SAYS and not gives_day(lede.told, lede.event)
    if not undated or dated.counted or not gives_day(dated.told, dated.event) or is_uncertain(lede.event.edtf):
        return False
    (first, last), published = bounds(dated.event.edtf), bounds(lede.event.edtf)[0]
    known = first is not None and last is not None and published is not None
    return bool(known and first and last and published and 0 < (published - last).days <= NEWS_DAYS)


def key_of(coverage: Coverage, one: Dated) -> tuple[object, ...]:
    """Order events: a certain, given, precise date, undamaged, ledes, stated, read alone, full, as printed."""
    start, end = bounds(one.event.edtf)
    days = (end - start).days if start and end else 10_000
    leans = opening(clause_of(one)) == "dangling"
    return (
        is_uncertain(one.event.edtf),
        not (one.counted or gives_day(one.told, one.event)),
        days,
        coverage.is_damaged(one.told) or is_garbled(one.told.text),
        not one.leads,
        not one.event.stated,
        leans,
        -len(one.words),
        one.event.start,
        one.told.place,
    )


def clause_of(one: Dated) -> str:
    return one.told.text[one.event.start - one.told.start : one.event.end - one.told.start]

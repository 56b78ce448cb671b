"""The briefing as a whole: its title, what leads, what is not known, its chart, what several stories share."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, zip_longest

from generator.model.brief import Brief, FigureItem, Item, KeyFact, OpenQuestion, Overview
from generator.model.edtf import bounds, sort_key
from generator.siblings import normal_words
from generator.stories.across.formulas import find_formulas
from generator.stories.across.placed import ItemT, Placed, in_order, joined_evidence, passages
from generator.stories.across.positions import find_positions
from generator.stories.across.regions import called, find_regions
from generator.stories.across.series import counter_words
from generator.stories.countries import find_countries, with_countries
from generator.stories.ids import slug as slug_of
from generator.stories.ids import unique_ids
from generator.stories.wording import CUT
from generator.stories.words import content_words, overlap

# The home page leads with a handful; of what is not known, with one question a story, within these.
LEAD, LEAST_NOT_KNOWN, NOT_KNOWN = 5, 3, 5
# Above this part of the smaller one's words, two facts tell the same.
TOLD_BEFORE = 0.5
# A clause of fewer words says too little to be the same in two stories.
CLAUSE_WORDS = 6
# A subject of the whole is named on top of this part of the stories; a title names so many at most.
COMMON, MOST_SUBJECTS = 0.75, 3
# A pair is a subject rather than one of the two, if two thirds of the stories about that one are about both.
PAIR = 1.5
# What no home page leads with: the record's own gaps.
_OF_THE_RECORD = frozenset({"date", "unnamed"})
# The guild is the oldest of its kind | , with members in
_CLAUSE_END = re.compile(r"[,;:—–(\[]|\s-\s|\.$")


def compose_overview(briefs: Mapping[str, Brief]) -> Overview:
    """Return the overview of briefs whose items have ids; references are brief/item."""
    order = in_order(briefs)
    subjects = _subjects(briefs)
    largest = max(reversed(order), key=lambda slug: len(briefs[slug].articles))
    positions = find_positions(briefs)
    facts = [*_shared_facts(briefs), *find_formulas(f for slug in order for f in _facts(briefs, slug))]
    wanted = [(one.id or "", " ".join(one.quotes)) for one in positions] + [
        (one.id or "", one.text) for one in facts
    ]
    ids = iter(unique_ids(wanted))
    return Overview(
        title=briefs[largest].title if len(briefs) == 1 else _title(subjects or _subjects_apart(briefs), briefs),
        standfirst=_standfirst(briefs[largest]) if subjects or len(briefs) == 1 else None,
        lead=_lead(briefs),
        not_known=_not_known(briefs),
        chart=_chart(briefs),
        positions=[one.model_copy(update={"id": next(ids)}) for one in positions],
        key_facts=[fact.model_copy(update={"id": next(ids)}) for fact in facts],
    )


def _subjects(briefs: Mapping[str, Brief]) -> list[str]:
    """Return the countries that the tops of most stories are about, the most common first."""
    tops = (find_countries(f"{brief.title} {brief.standfirst or ''}") for brief in briefs.values())
    often = Counter(country for top in tops for country in sorted(top))
    common = [country for country, times in often.items() if times >= COMMON * len(briefs)]
    return sorted(common, key=lambda country: (-often[country], country))[:MOST_SUBJECTS]


def _subjects_apart(briefs: Mapping[str, Brief]) -> list[str]:
    """Return the main subjects of stories that have none in common, where these tell what most stories are about.

    The countries and territories of a title are one subject: “China–Russia”. The subject of most stories first,
    then that of the most articles.
    """
    titled = frozenset[str]().union(*(find_regions(brief.title) for brief in briefs.values()))
    named = {
        slug: find_regions(f"{brief.title} {brief.standfirst or ''}") & titled for slug, brief in briefs.items()
    }
    left, subjects = [slug for slug in in_order(briefs) if named[slug]], list[str]()
    if len(left) < COMMON * len(briefs):
        return []
    while left:
        shared = Counter(pair for slug in left for pair in _pairs(named[slug]))
        weighed = (
            (one, times, sum(len(briefs[slug].articles) for slug in left if set(one) <= named[slug]))
            for one, times in shared.items()
        )
        subject, *_ = max(weighed, key=lambda one: (one[1] * (PAIR if len(one[0]) > 1 else 1), len(one[0]), one[2]))
        subjects.append("–".join(called(one, (briefs[slug].title for slug in left)) for one in subject))
        left = [slug for slug in left if not named[slug] & set(subject)]
    return subjects if len(subjects) <= MOST_SUBJECTS else []


def _pairs(regions: frozenset[str]) -> list[tuple[str, ...]]:
    """Return what a title may be about: each of its regions, and each two of them."""
    return [(one,) for one in sorted(regions)] + list(combinations(sorted(regions), 2))


def _title(subjects: Sequence[str], briefs: Mapping[str, Brief]) -> str:
    """Name the subjects and the years; where the stories have no subject in common, their number.

    >>> _title(["Norway", "Sweden"], {})
    'Norway and Sweden'
    """
    listed = " and ".join(filter(None, [", ".join(subjects[:-1]), *subjects[-1:]]))
    what = listed or f"{len(briefs)} stories"
    dates = sorted((brief.date for brief in briefs.values() if brief.date), key=sort_key)
    if not dates:
        return what
    (first, _), (_, last) = bounds(dates[0]), bounds(dates[-1])
    years = dict.fromkeys(str(day.year) for day in (first, last) if day)
    return f"{what}, {' to '.join(years)}" if years else what


def _standfirst(brief: Brief) -> str | None:
    """Return the standfirst of a story, with the dates that its words mean where a fact tells the same sentence."""
    standfirst = brief.standfirst
    if standfirst is None:
        return None
    told = (fact.text for fact in brief.key_facts if any(standfirst in one for one in passages(fact)))
    return next(told, standfirst)


def _lead(briefs: Mapping[str, Brief]) -> list[str]:
    """Return the first news of each story in turn, the newest story first, nothing told twice."""
    chosen: list[str] = []
    words: list[frozenset[str]] = []
    for fact in _in_turn([[f for f in _facts(briefs, s) if f.item.part == "news"] for s in _newest(briefs)]):
        own = frozenset(content_words(with_countries(fact.item.text)))
        if all(overlap(own, other) < TOLD_BEFORE for other in words):
            chosen.append(fact.reference)
            words.append(own)
    return chosen[:LEAD]


def _not_known(briefs: Mapping[str, Brief]) -> list[str]:
    """Return questions still open: each story's most important one, those of several stories first.

    Only then a story's second, of kinds that are new. A question that is answered in part is still open, but comes
    after those of which nothing is known.
    """
    rows = [sorted(_questions(briefs, slug), key=_how_open) for slug in _newest(briefs)]
    kinds = {row[0].item.kind for row in rows if row}
    most = min(NOT_KNOWN, max(LEAST_NOT_KNOWN, len(briefs)))
    chosen = list(_in_turn(rows))
    firsts = sum(bool(row) for row in rows)
    first_of_each = sorted(chosen[:firsts], key=lambda one: (one.item.kind in _OF_THE_RECORD, not one.item.also_in))
    rest = sorted(chosen[firsts:], key=lambda one: (one.item.kind in _OF_THE_RECORD, one.item.kind in kinds))
    return [one.reference for one in (*first_of_each, *rest)][:most]


def _how_open(question: Placed[OpenQuestion]) -> tuple[bool, bool]:
    return question.item.kind in _OF_THE_RECORD, question.item.status != "open"


def _chart(briefs: Mapping[str, Brief]) -> str | None:
    """Return a figure of the series with most periods of one length that one counter has counted."""
    alike: dict[tuple[object, ...], list[Placed[FigureItem]]] = {}
    for slug in in_order(briefs):
        for figure in briefs[slug].figures:
            if figure.status == "reported" and figure.period and figure.unit != "%" and not figure.hold:
                counter = counter_words(figure.counted_by)
                key = figure.series or figure.measure, figure.unit, len(figure.period), counter
                alike.setdefault(key, []).append(Placed(slug, figure))
    best = max(alike.values(), key=_periods, default=[])
    return best[0].reference if _periods(best) > 1 else None


def _periods(figures: Iterable[Placed[FigureItem]]) -> int:
    return len({figure.item.period for figure in figures})


def _shared_facts(briefs: Mapping[str, Brief]) -> Iterator[KeyFact]:
    """Yield what the facts of several stories say in the same words, cut where they go on differently."""
    alike: dict[tuple[str, ...], list[tuple[str, Placed[KeyFact]]]] = {}
    for slug in in_order(briefs):
        for fact in _facts(briefs, slug):
            clause = _CLAUSE_END.split(fact.item.text, maxsplit=1)[0].strip()
            words = tuple(normal_words(with_countries(clause)))
            if len(words) >= CLAUSE_WORDS:
                alike.setdefault(words, []).append((clause, fact))
    for told in alike.values():
        if len({fact.slug for _, fact in told}) < 2:
            continue
        clause, facts = told[-1][0], [fact.item for _, fact in told]
        counters = {counter_words(fact.according_to) for fact in facts}
        yield KeyFact(
            id=slug_of(clause),
            text=f"{clause} {CUT}",
            according_to=facts[0].according_to if len(counters) == 1 else None,
            part="background",
            evidence=joined_evidence(list(facts)),
            rule="statement.several-stories",
        )


def _facts(briefs: Mapping[str, Brief], slug: str) -> list[Placed[KeyFact]]:
    return [Placed(slug, fact) for fact in briefs[slug].key_facts if _is_shown(fact)]


def _questions(briefs: Mapping[str, Brief], slug: str) -> list[Placed[OpenQuestion]]:
    asked = [one for one in briefs[slug].open_questions if _is_shown(one) and one.status != "answered"]
    return [Placed(slug, question) for question in asked]


def _is_shown(item: Item) -> bool:
    return item.id is not None and not item.hold


def _newest(briefs: Mapping[str, Brief]) -> list[str]:
    return list(reversed(in_order(briefs)))


def _in_turn(lists: Iterable[Sequence[Placed[ItemT]]]) -> Iterator[Placed[ItemT]]:
    """Take the first of each list, then the second of each, so that no story is left out for another's rest."""
    yield from (one for row in zip_longest(*lists) for one in row if one)

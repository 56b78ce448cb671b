"""Figures in series: those that measure one thing in different words stand together, over all stories.

Never by the number: by what is measured (its content words), between which countries, and by whom it was counted.
Each keeps the words of its article; the series has the fullest of them as its name.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.lexicon import word_set
from generator.model.brief import Brief, FigureItem
from generator.stories.across.placed import Placed, in_order, passages
from generator.stories.countries import find_countries, with_countries, without_countries
from generator.stories.figures import COUNT, without_two_sides
from generator.stories.questions.forecasts import maker
from generator.stories.words import content_words

# A sentence that names more countries than this does not tell between which of them something is measured.
MOST_COUNTRIES = 2
Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Series:
    """Figures of one measure; `name` is what their articles call it."""

    name: str
    figures: tuple[Placed[FigureItem], ...]


@dataclass(slots=True)
class _Cluster:
    """Figures of one measure so far, and the countries and counters they tell of."""

    countries: Words
    figures: list[Placed[FigureItem]]

    def counters(self) -> set[Words]:
        return {words for one in self.figures if (words := counter_words(one.item.counted_by))}


def find_series(briefs: Mapping[str, Brief]) -> list[Series]:
    """Return the series of two figures or more, in the order of their first figure."""
    by_words: dict[Words, list[_Cluster]] = defaultdict(list)
    for slug in in_order(briefs):
        of_story: dict[Words, list[Placed[FigureItem]]] = defaultdict(list)
        for figure in briefs[slug].figures:
            if words := _measure_words(figure):
                of_story[words].append(Placed(slug, figure))
        for words, figures in of_story.items():
            for cluster in _within_story(figures):
                _add(by_words[words], cluster)
    return [
        Series(_name(cluster), tuple(cluster.figures))
        for clusters in by_words.values()
        for cluster in clusters
        if len(cluster.figures) > 1
    ]


def with_series(briefs: Mapping[str, Brief], series: Sequence[Series]) -> dict[str, Brief]:
    """Return the briefs with the name of its series at each figure, and one name for each counter."""
    named = {one.reference: joined.name for joined in series for one in joined.figures}
    counters = _counter_names(series)

    def changed(slug: str, figure: FigureItem) -> FigureItem:
        name = named.get(f"{slug}/{figure.id}")
        if name is None:
            return figure
        words = counter_words(figure.counted_by)
        counted_by = counters.get((name, words), figure.counted_by) if words else figure.counted_by
        return figure.model_copy(update={"series": name, "counted_by": counted_by})

    return {
        slug: brief.model_copy(update={"figures": [changed(slug, figure) for figure in brief.figures]})
        for slug, brief in briefs.items()
    }


def counter_words(counter: str | None) -> Words:
    """Return the words that tell who counted, whatever the form of the name; none where it tells nobody.

    >>> counter_words("Norwegian customs data") == counter_words("the customs agency of Norway")
    True
    """
    return frozenset(content_words(with_countries(maker(counter)))) - word_set("series", "bodies")


def _measure_words(figure: FigureItem) -> Words:
    """Return the words of what is measured, without countries; none where a bare count tells too little."""
    words = frozenset(content_words(without_countries(without_two_sides(figure.measure)))) - word_set(
        "series", "light"
    )
    is_bare = (figure.rule or "").startswith(COUNT) and len(words) < len(("boats", "start"))
    # A turnout of 67% and one that is 2% down are no series.
    level = {"%"} if figure.unit == "%" and not (figure.rule or "").endswith(".change") else set()
    return frozenset() if is_bare or not words else words | level


def _within_story(figures: Sequence[Placed[FigureItem]]) -> Iterator[_Cluster]:
    """Put together the figures of one story: those that name no countries go with the only ones that do."""
    clusters: list[_Cluster] = []
    for figure in sorted(figures, key=lambda one: not _countries(one.item)):
        countries = _countries(figure.item)
        near = [one for one in clusters if one.countries <= countries or countries <= one.countries]
        if len(near) == 1:
            near[0].countries |= countries
            near[0].figures.append(figure)
        else:
            clusters.append(_Cluster(countries, [figure]))
    yield from clusters


def _add(clusters: list[_Cluster], new: _Cluster) -> None:
    same = next((cluster for cluster in clusters if _is_same(cluster, new)), None)
    if same is None:
        clusters.append(new)
        return
    same.countries |= new.countries
    same.figures += new.figures


def _is_same(one: _Cluster, other: _Cluster) -> bool:
    """Tell whether figures of two stories measure one thing: between the same countries, else by one counter."""
    if one.countries and one.countries == other.countries:
        return True
    nested = one.countries <= other.countries or other.countries <= one.countries
    return nested and bool(one.counters() & other.counters())


def _countries(figure: FigureItem) -> Words:
    """Return the countries that the measure names, else those of the sentence."""
    if own := find_countries(figure.measure):
        return own
    for passage in passages(figure):
        found = find_countries(passage.replace(figure.counted_by or "\0", ""))
        if found and len(found) <= MOST_COUNTRIES:
            return found
    return frozenset()


def _name(cluster: _Cluster) -> str:
    """Return the measure that names the countries, else the shortest one with the countries behind it."""
    measures = Counter(one.item.measure for one in cluster.figures)
    naming = [measure for measure in measures if find_countries(measure) == cluster.countries]
    if naming:
        return max(naming, key=lambda measure: (measures[measure], -naming.index(measure)))
    shortest = min((without_two_sides(measure).strip() for measure in measures), key=len)
    return f"{shortest} ({' and '.join(sorted(cluster.countries))})" if cluster.countries else shortest


def _counter_names(series: Sequence[Series]) -> dict[tuple[str, Words], str]:
    """Return the form of each counter's name that is used first, by series."""
    names: dict[tuple[str, Words], str] = {}
    for one in series:
        for figure in one.figures:
            if figure.item.counted_by:
                names.setdefault((one.name, counter_words(figure.item.counted_by)), figure.item.counted_by)
    return names

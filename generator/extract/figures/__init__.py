"""Figures: money, shares, measures and counts, each with what it measures, its period and who counted it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.extract.figures.circumstances import find_counter, find_period, find_status
from generator.extract.figures.measures import Change, Measure, find_measure
from generator.extract.figures.quantities import BARE, read_quantities
from generator.extract.figures.setting import Setting
from generator.extract.figures.tokens import by_part, tokenize
from generator.model.article import Article
from generator.model.brief import NameEntry
from generator.model.findings import DateMention, Figure, Name, Sentence

__all__ = ["find_figures"]


def find_figures(
    article: Article,
    sentences: Sequence[Sentence],
    names: Sequence[Name],
    dates: Sequence[DateMention],
    known: Sequence[NameEntry] = (),
) -> tuple[Figure, ...]:
    """Return the figures of an article in document order; who counted goes by the name preferred in `known`.

    Ages, ordinals, dates, lengths of time and numbers in names are none. A figure that tells a change ("up
    30 percent") has the measure and the period of the figure it follows in its sentence.
    """
    found: list[Figure] = []
    parts = zip(sentences, by_part(sentences, names), by_part(sentences, dates), strict=True)
    for sentence, named, dated in parts:
        setting = Setting.of(article.text, tokenize(article.text, sentence), named, dated)
        found += _sentence_figures(setting, article.published)
    preferred = {spelling.casefold(): entry.name for entry in known for spelling in (entry.name, *entry.also)}
    return tuple(_with_preferred(figure, preferred) for figure in found) if preferred else tuple(found)


def _with_preferred(figure: Figure, preferred: Mapping[str, str]) -> Figure:
    """Return a figure with the preferred name of who counted it, also of a body spelt small ("Tamrin customs")."""
    name = preferred.get((figure.counted_by or "").casefold())
    return replace(figure, counted_by=name) if name else figure


def _sentence_figures(setting: Setting, published: str | None) -> Iterator[Figure]:
    tokens, text = setting.tokens, setting.text
    earlier: tuple[str | None, str | None] = (None, None)
    last = -1
    for quantity in read_quantities(tokens):
        in_name = quantity.number in setting.named and quantity.kind == "count"
        if quantity.number in setting.dated or in_name:
            continue
        found = find_measure(setting, quantity)
        first, rule, measure = quantity.first, quantity.rule, None
        if found and found.change is not None:
            first, rule = min(first, found.change), f"{rule}.change"
        if isinstance(found, Measure):
            measure = text[tokens[found.start].start : tokens[found.end - 1].end]
        start, end = tokens[first].start, tokens[quantity.last - 1].end
        period = find_period(setting, quantity)
        goes_on = found is None and quantity.first == last + 1 and tokens[last].lower == "to"
        if isinstance(found, Change) or goes_on:
            measure, period = earlier[0], period or earlier[1]
        else:
            earlier = measure, period
        last = quantity.last
        if quantity.rule == BARE and measure is None:
            continue
        yield Figure(
            start=start,
            end=end,
            text=text[start:end],
            value=quantity.value,
            unit=quantity.unit,
            bound=quantity.bound,
            period=period,
            measure=measure,
            counted_by=find_counter(setting, quantity),
            status=find_status(tokens, quantity, period, published),
            rule=rule,
        )

"""Figures: money, shares, measures and counts, each with what it measures, its period and who counted it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.extract.figures.circumstances import find_counter, find_period, find_status
from generator.extract.figures.measures import Change, Measure, find_measure
from generator.extract.figures.quantities import BARE, read_quantities
from generator.extract.figures.setting import Setting
from generator.extract.tokens import Token, by_part
from generator.model.article import Article
from generator.model.brief import NameEntry
from generator.model.findings import DateMention, Figure, Name, Sentence

__all__ = ["find_figures", "with_preferred_names"]


def find_figures(
    article: Article,
    sentences: Sequence[Sentence],
    tokens_by_sentence: Sequence[Sequence[Token]],
    names: Sequence[Name],
    dates: Sequence[DateMention],
) -> tuple[Figure, ...]:
    """Return the figures of an article in document order.

    Ages, ordinals, dates, lengths of time and numbers in names are none. A figure that tells a change ("up
    30 percent") has the measure and the period of the figure it follows in its sentence.
    """
    found: list[Figure] = []
    for tokens, named, dated in zip(
        tokens_by_sentence, by_part(sentences, names), by_part(sentences, dates), strict=True
    ):
        setting = Setting.of(article.text, tokens, named, dated)
        found += _sentence_figures(setting, article.published)
    return tuple(found)


def with_preferred_names(figures: Sequence[Figure], known: Sequence[NameEntry]) -> tuple[Figure, ...]:
    """Return figures with who counted as names.yml spells it, also of a body spelt small (“Tamrin customs”)."""
    preferred = {spelling.casefold(): entry.name for entry in known for spelling in (entry.name, *entry.also)}
    names = [preferred.get((figure.counted_by or "").casefold()) for figure in figures]
    pairs = zip(figures, names, strict=True)
    return tuple(replace(figure, counted_by=name) if name else figure for figure, name in pairs)


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

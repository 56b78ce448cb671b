"""Figures: money, shares, measures and counts, each with what it measures, its period and who counted it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.extract.figures.ballots import with_ballots
from generator.extract.figures.circumstances import find_base, find_period, find_status
from generator.extract.figures.counters import ACCORDING, find_counter
from generator.extract.figures.counts import BARE
from generator.extract.figures.ellipsis import with_left_out
from generator.extract.figures.measures import Again, Change, find_measure
from generator.extract.figures.periods import same_part
from generator.extract.figures.phrases import Measure
from generator.extract.figures.quantities import is_torn_between, read_quantities
from generator.extract.figures.quantity import Quantity
from generator.extract.figures.setting import Setting
from generator.extract.figures.topics import Topic, goes_on, in_one_clause, leads, name_pairs, says_again
from generator.extract.tokens import Token, by_part
from generator.model.article import Article
from generator.model.brief import NameEntry
from generator.model.findings import DateMention, Figure, Name, Quotation, Sentence

__all__ = ["find_figures", "with_preferred_names"]

# the death toll | rose to five: a number with nothing counted is so small only of the dead
_TOLL = re.compile(r"\b(?:death )?toll\b")
_LEAST = 10
# an annual increase of 4% | rose 4% year on year
_ANNUAL = re.compile(r"\b(?:annual|yearly|year[- ](?:on|over)[- ]year)\b")


def find_figures(  # noqa: PLR0913, PLR0917 - a figure rests on all that was found before it
    article: Article,
    sentences: Sequence[Sentence],
    tokens_by_sentence: Sequence[Sequence[Token]],
    names: Sequence[Name],
    dates: Sequence[DateMention],
    quotations: Sequence[Quotation] = (),
) -> tuple[Figure, ...]:
    """Return the figures of an article in document order.

    Ages, ordinals, dates, lengths of time and numbers in names are none. A figure that tells a change ("up
    30 percent") has the measure and the period of the figure it follows in its sentence; “it” measures what
    the sentence before does.
    """
    found: list[Figure] = []
    parts = zip(
        tokens_by_sentence,
        by_part(sentences, names),
        by_part(sentences, dates),
        by_part(sentences, quotations),
        strict=True,
    )
    topic: Topic | None = None
    for number, (tokens, named, dated, said) in enumerate(parts):
        read = [one for one in read_quantities(tokens) if not is_torn_between(article.text, tokens, one)]
        quantities = with_ballots(tokens, read)
        if quantities:
            quantities = list(with_left_out(tokens, quantities))
            setting = Setting.of(article.text, tokens, named, dated, said)
            before = topic if topic and topic.sentence == number - 1 else None
            figures, measure = _sentence_figures(setting, quantities, article.published, before)
            found += figures
            topic = Topic(number, measure, figures[-1].unit) if figures and measure else None
    return tuple(name_pairs(found))


def with_preferred_names(figures: Sequence[Figure], known: Sequence[NameEntry]) -> tuple[Figure, ...]:
    """Return figures with who counted as names.yml spells it, also of a body spelt small (“Tamrin customs”)."""
    preferred = {spelling.casefold(): entry.name for entry in known for spelling in (entry.name, *entry.also)}
    return tuple(
        replace(figure, counted_by=_preferred(figure.counted_by, preferred)) if figure.counted_by else figure
        for figure in figures
    )


def _preferred(counter: str, preferred: Mapping[str, str]) -> str:
    speaker, joint, printed = counter.removesuffix(")").partition(ACCORDING)
    if not joint:
        return preferred.get(counter.casefold(), counter)
    return f"{_preferred(speaker, preferred)}{joint}{_preferred(printed, preferred)})"


def _sentence_figures(
    setting: Setting, quantities: Sequence[Quantity], published: str | None, topic: Topic | None
) -> tuple[list[Figure], str | None]:
    """Return the figures of a sentence, and what it says an amount of if that is what it is about."""
    figures: list[Figure] = []
    tokens, text = setting.tokens, setting.text
    earlier: tuple[str | None, str | None] = (None, None)
    about: str | None = None
    last = -1
    for quantity in quantities:
        in_name = quantity.number in setting.named and quantity.kind == "count"
        if quantity.number in setting.dated or in_name:
            continue
        found = find_measure(setting, quantity)
        first, rule, measure = quantity.first, quantity.rule, None
        if found and found.change is not None:
            first, rule = min(first, found.change), f"{rule}.change"
        if isinstance(found, Measure):
            measure = text[tokens[found.start].start : tokens[found.end - 1].end]
            about = measure if leads(setting, found.start) else about
        elif isinstance(found, Again) and topic and topic.is_of(quantity):
            measure = about = topic.measure
        start, end = tokens[first].start, tokens[quantity.last - 1].end
        period = find_period(setting, quantity)
        came_to = found is None and goes_on(setting, last, quantity.first)
        if came_to or (isinstance(found, Change) and in_one_clause(setting, last, first)):
            measure, period = earlier[0], period or earlier[1]
        elif found is None and says_again(setting, last, first):
            measure, period, earlier = earlier[0], period or earlier[1], (None, None)
        else:
            earlier = measure, period
        last = quantity.last
        if quantity.rule == BARE and (measure is None or (quantity.value < _LEAST and not _TOLL.search(measure))):
            continue
        changes = rule != quantity.rule
        base = find_base(setting, quantity, changes=changes)
        figure = Figure(
            start=start,
            end=end,
            text=text[start:end],
            value=quantity.value,
            unit=quantity.unit,
            bound=quantity.bound,
            period=period,
            measure=measure,
            counted_by=find_counter(setting, quantity),
            status=find_status(setting, quantity, period, published),
            rule=rule,
            base=same_part(base, period, annual=changes and bool(_ANNUAL.search(text, start, end))),
        )
        figures.append(figure)
    return figures, about

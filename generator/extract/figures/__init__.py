"""Figures: money, shares, measures and counts, each with what it measures, its period and who counted it."""

from collections.abc import Sequence

from generator.extract.figures.circumstances import find_counter, find_period, find_status
from generator.extract.figures.measures import Change, Measure, find_measure
from generator.extract.figures.quantities import Quantity, read_quantities
from generator.extract.figures.tokens import Token, by_sentence, tokenize
from generator.model.article import Article
from generator.model.findings import DateMention, Figure, Name, Sentence

__all__ = ["find_figures"]


def find_figures(
    article: Article, sentences: Sequence[Sentence], names: Sequence[Name], dates: Sequence[DateMention]
) -> tuple[Figure, ...]:
    """Return the figures of an article in document order.

    Ages, ordinals, dates, lengths of time and numbers in names are none. A figure that tells a change ("up
    30 percent") has the measure of the figure it follows in its sentence.
    """
    found: list[Figure] = []
    parts = zip(sentences, by_sentence(sentences, names), by_sentence(sentences, dates), strict=True)
    for sentence, named, dated in parts:
        found += _sentence_figures(article, tokenize(article.text, sentence), named, dated)
    return tuple(found)


def _sentence_figures(
    article: Article, tokens: Sequence[Token], names: Sequence[Name], dates: Sequence[DateMention]
) -> list[Figure]:
    dated, named = _covered(tokens, dates), _covered(tokens, names)
    figures: list[Figure] = []
    earlier: str | None = None
    for quantity in read_quantities(tokens):
        if quantity.number in dated or (quantity.number in named and quantity.kind == "count"):
            continue
        measure = find_measure(tokens, quantity, dated, named)
        start, text = tokens[quantity.first].start, earlier
        rule = quantity.rule
        if isinstance(measure, Measure):
            text = earlier = article.text[tokens[measure.start].start : tokens[measure.end - 1].end]
        elif isinstance(measure, Change):
            start, rule = min(start, tokens[measure.start].start), f"{rule}.change"
        else:
            text = None
        figures.append(_figure(article, tokens, quantity, names, dates, (start, text, rule)))
    return figures


def _figure(
    article: Article,
    tokens: Sequence[Token],
    quantity: Quantity,
    names: Sequence[Name],
    dates: Sequence[DateMention],
    found: tuple[int, str | None, str],
) -> Figure:
    start, measure, rule = found
    end = tokens[quantity.last - 1].end
    period = find_period(tokens, quantity, dates)
    return Figure(
        start=start,
        end=end,
        text=article.text[start:end],
        value=quantity.value,
        unit=quantity.unit,
        bound=quantity.bound,
        period=period,
        measure=measure,
        counted_by=find_counter(article.text, tokens, quantity, names),
        status=find_status(tokens, quantity, period, article.published),
        rule=rule,
    )


def _covered(tokens: Sequence[Token], spans: Sequence[DateMention] | Sequence[Name]) -> frozenset[int]:
    """Return the tokens that lie in one of the spans (which are in order)."""
    covered: set[int] = set()
    at = 0
    for span in spans:
        while at < len(tokens) and tokens[at].end <= span.start:
            at += 1
        while at < len(tokens) and tokens[at].start < span.end:
            covered.add(at)
            at += 1
    return frozenset(covered)

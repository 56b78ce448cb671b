"""What an article says: sentences, names, quotations, dates, figures and events, found by rules that say why."""

from collections.abc import Sequence
from dataclasses import replace

from generator.extract.dates import find_dates
from generator.extract.events import find_events
from generator.extract.figures import find_figures, with_preferred_names
from generator.extract.figures.rows import find_rows
from generator.extract.names import find_names
from generator.extract.quotations import find_quotations
from generator.extract.reading import printed_findings, read_repaired
from generator.extract.sentences import split_sentences
from generator.extract.tokens import tokenize, words_of
from generator.model.article import Article
from generator.model.brief import NameEntry
from generator.model.findings import Findings

__all__ = ["extract", "find_names", "split_sentences"]


def extract(article: Article, known: Sequence[NameEntry] = ()) -> Findings:
    """Return all findings of one article; `known` are the preferred spellings of names.yml.

    In a text that is not English nothing is found but its sentences.
    A repaired article is read with its recovered marks and order; spans and texts are those of the printed text.
    """
    if article.language == "und":
        return Findings(article, split_sentences(article), (), (), (), (), ())
    if article.recovered or article.order:
        reading = read_repaired(article)
        found = printed_findings(_extract(replace(article, text=reading.text), known), reading, article)
    else:
        found = _extract(article, known)
    figures = sorted((*found.figures, *find_rows(article)), key=lambda figure: figure.start)
    return replace(found, figures=tuple(figures)) if article.rows else found


def _extract(article: Article, known: Sequence[NameEntry]) -> Findings:
    sentences = split_sentences(article)
    tokens = tokenize(article.text, sentences)
    words = words_of(tokens)
    names = find_names(article, sentences, known)
    quotations = find_quotations(article, sentences, words, names)
    dates = find_dates(article, sentences, words)
    figures = find_figures(article, sentences, tokens, names, dates, quotations)
    figures = with_preferred_names(figures, known) if known else figures
    events = find_events(article, sentences, tokens, dates, quotations)
    return Findings(article, sentences, names, quotations, dates, events, figures)

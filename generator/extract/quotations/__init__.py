"""Quotations: what is said, by whom, and through whom; direct, partial and indirect."""

from collections.abc import Sequence, Set
from itertools import zip_longest

from generator.extract.quotations.attribution import Reporter
from generator.extract.quotations.marks import find_stretches
from generator.extract.quotations.speakers import Cast
from generator.extract.quotations.tokens import read_units
from generator.model.article import Article
from generator.model.findings import Name, Quotation, Sentence


def find_quotations(
    article: Article, sentences: Sequence[Sentence], words: Sequence[Set[str]], names: Sequence[Name]
) -> tuple[Quotation, ...]:
    """Find the quotations of an article with their speakers, in document order.

    The stretches of one utterance share `group`; its reported clause, where it has words outside the marks,
    is an indirect quotation of the same group. `words` are those of each sentence, as `words_of` gives them.
    """
    stretches = find_stretches(article.text)
    units = tuple(read_units(article.text, sentences, words, stretches))
    cast = Cast(article.text, names)
    cast.learn_genders(units)
    reporter = Reporter(article.text, stretches, cast)
    for unit, following in zip_longest(units, units[1:]):
        reporter.read(unit, following)
    return tuple(sorted(reporter.quotations, key=lambda quotation: (quotation.start, -quotation.end)))

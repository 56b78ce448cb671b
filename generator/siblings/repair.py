"""Repair what was damaged in an article by what others of the same text still have; the text itself stays."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.model.article import Article
from generator.siblings.marks import lost_its_marks, recover_marks
from generator.siblings.order import recover_order


def repair_articles(articles: Sequence[Article], groups: Iterable[Sequence[int]]) -> tuple[Article, ...]:
    """Return the articles, the damaged ones of each group with `recovered` readings and a recovered `order`."""
    repaired = list(articles)
    for group in groups:
        intact = [articles[index] for index in group if not lost_its_marks(articles[index])]
        for index in group:
            article = articles[index]
            others = [articles[other] for other in group if other != index]
            recovered = recover_marks(article, intact) if lost_its_marks(article) else ()
            order, order_from = recover_order(article, others)
            repaired[index] = replace(article, recovered=recovered, order=order, order_from=order_from)
    return tuple(repaired)

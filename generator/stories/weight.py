"""How much a statement weighs in its story: the titles’ words, the ledes, and how many origins carry it."""

import re
from collections import Counter
from functools import cache

from generator.lexicon import read_lexicon
from generator.model.edtf import bounds
from generator.stories.alone import edits_to_stand
from generator.stories.evidence import Coverage, Told
from generator.stories.lede import Top
from generator.stories.openings import opening
from generator.stories.words import content_words, phrases

# Set by hand on the development stories: the order of the features matters more than their size.
TITLE, LEDE, ORIGINS, ARTICLES, CENTRAL = 2.0, 2.0, 1.5, 1.0, 2.0
STANDS_OUT, CONTRASTS, OPENS, SAID = 0.8, 0.5, 0.4, 0.4
# What is neither counted nor dated nor said by anybody is often the outlet's own view.
SOFT = -0.3
# What an article says is to come, where a later one of the story may tell how it came.
OVERTAKEN = -0.8
FIGURE, NAME, DATED, EARLY = 0.6, 0.15, 0.3, 0.8
JOINED, DANGLING = -0.4, -2.0


def weigh_statements(coverage: Coverage, top: Top) -> tuple[float, ...]:
    """Return the weight of each statement of the story, in the order of `coverage.statements`."""
    titles = [frozenset(content_words(f.article.title)) for f in coverage.story.findings if f.article.title]
    often = Counter(word for told in coverage.told.values() for word in told.words)
    most = max(often.values(), default=1)
    ledes = {coverage.statement_of[lede] for lede in top.ledes if lede is not None}
    weights = []
    for number, places in enumerate(coverage.statements):
        tellings = coverage.tellings(number)
        best = max(_weigh_telling(told, titles, coverage) for told in tellings)
        central = max(_central(told, often, most) for told in tellings)
        origins = len({coverage.origins[place.article] for place in places})
        articles = len({place.article for place in places})
        weight = best + CENTRAL * central + LEDE * (number in ledes)
        weight += ORIGINS * _part(origins, len(set(coverage.origins)))
        weight += ARTICLES * _part(articles, len(coverage.origins))
        weights.append(weight)
    return tuple(weights)


def _weigh_telling(told: Told, titles: list[frozenset[str]], coverage: Coverage) -> float:
    named = {name.name for name in told.names}
    sentences = len(coverage.story.findings[told.place.article].sentences)
    weight = TITLE * max((len(told.words & title) / len(title) for title in titles if title), default=0.0)
    weight += (
        FIGURE * min(len(told.figures), 2)
        + NAME * min(len(named), 4)
        + DATED * bool(told.events or any(mention.edtf for mention in told.dates))
    )
    weight += EARLY * (1 - told.place.sentence / sentences)
    hard = told.figures or told.dates or told.quotations or told.events or stands_out(told.text)
    weight += SOFT * (not hard)
    weight += SAID * any(q.speaker for q in told.quotations) + OVERTAKEN * _is_overtaken(told, coverage)
    weight += OPENS * _opens_paragraph(told, coverage)
    weight += STANDS_OUT * stands_out(told.text) + CONTRASTS * bool(_contrasting().search(told.text))
    how = opening(told.text)
    resolved = how == "dangling" and edits_to_stand(coverage, told) is not None
    return weight + (JOINED if resolved else {"alone": 0.0, "joined": JOINED, "dangling": DANGLING}[how])


def _central(told: Told, often: Counter[str], most: int) -> float:
    """Return how much a sentence speaks of what the story speaks of: the mean frequency of its words, 0 to 1.

    Nenkova & Vanderwende (2005), The impact of frequency on summarization.
    """
    return sum(often[word] for word in told.words) / (len(told.words) * most) if told.words else 0.0


def stands_out(text: str) -> bool:
    """Tell whether a sentence tells of something that has not been so before, or is so nowhere else."""
    return bool(_standing_out().search(text))


def _is_overtaken(told: Told, coverage: Coverage) -> bool:
    """Tell whether a sentence says what is to come, in an article that is not the story's last."""
    published = [findings.article.published for findings in coverage.story.findings]
    known = [bounds(day)[1] for day in published if day]
    last = max((day for day in known if day), default=None)
    own = published[told.place.article]
    latest = bounds(own)[1] if own else None
    return bool(last and latest and latest < last and _to_come().search(told.text))


def _opens_paragraph(told: Told, coverage: Coverage) -> bool:
    """Tell whether a sentence is the first of several in its paragraph: what the others go on about."""
    sentences, at = coverage.findings(told.place).sentences, told.place.sentence
    paragraphs = [sentences[near].paragraph if 0 <= near < len(sentences) else -1 for near in (at - 1, at, at + 1)]
    return paragraphs[0] != paragraphs[1] == paragraphs[2]


@cache
def _standing_out() -> re.Pattern[str]:
    return phrases(read_lexicon("background")["superlatives"])


@cache
def _contrasting() -> re.Pattern[str]:
    return phrases(read_lexicon("background")["contrasts"])


@cache
def _to_come() -> re.Pattern[str]:
    return phrases(read_lexicon("background")["to_come"])


def _part(some: int, total: int) -> float:
    """Return how far `some` goes beyond one, as a part of what it could be."""
    return (some - 1) / (total - 1) if total > 1 else 0.0

"""How much a statement weighs in its story: the titles’ words, the ledes, and how many origins carry it."""

import re
from collections import Counter
from collections.abc import Collection
from functools import cache

from generator.lexicon import read_lexicon
from generator.model.edtf import bounds
from generator.stories.alone import edits_to_stand
from generator.stories.evidence import Coverage, Told
from generator.stories.lede import Top, find_developments
from generator.stories.openings import opening
from generator.stories.outcomes import illustration_of, outcome_of, tells_outcome
from generator.stories.words import content_words, phrases

# Set by hand on the development stories: the order of the features matters more than their size.
TITLE, LEDE, ORIGINS, ARTICLES, CENTRAL = 2.0, 2.0, 1.5, 1.0, 2.0
STANDS_OUT, CONTRASTS, OPENS, SAID = 0.8, 0.5, 0.4, 0.4
# How something came out, what a word means that the rest rests on, and what brought something about.
OUTCOME, EXPLAINS, CAUSE = 1.0, 2.0, 1.5
# What the next sentence tells in what it is seen.
SHOWN = 1.0
# Of a story that went on for weeks, what was told last.
LATEST = 0.5
# What is neither counted nor dated nor said by anybody is often the outlet's own view.
SOFT = -0.3
# What an article says is to come, where a later one of the story may tell how it came.
OVERTAKEN = -0.8
FIGURE, NAME, DATED, EARLY = 0.6, 0.15, 0.3, 0.8
JOINED, DANGLING = -0.4, -2.0


def weigh_statements(coverage: Coverage, top: Top) -> tuple[float, ...]:
    """Return the weight of each statement of the story, in the order of `coverage.statements`."""
    titles = {frozenset(content_words(f.article.title)) for f in coverage.story.findings if f.article.title}
    often = Counter(word for told in coverage.told.values() for word in told.words)
    most = max(often.values(), default=1)
    overtaken = find_overtaken(coverage)
    ledes = {coverage.statement_of[lede] for lede in top.ledes if lede is not None}
    came_out = [outcome_of(coverage, lede) for lede in top.ledes if lede is not None]
    ledes |= {coverage.statement_of[told.place] for told in came_out if told}
    news = find_developments(coverage)
    total_origins = len(set(coverage.origins))
    weights = []
    for number, places in enumerate(coverage.statements):
        tellings = coverage.tellings(number)
        best = max(
            _on_topic(told, titles) + _substance(told, overtaken) + _standing(told, coverage) for told in tellings
        )
        central = max(_central(told, often, most) for told in tellings)
        origins = len({coverage.origins[place.article] for place in places})
        articles = len({place.article for place in places})
        weight = best + CENTRAL * central + LEDE * (number in ledes)
        weight += ORIGINS * _part(origins, total_origins) + ARTICLES * _part(articles, len(coverage.origins))
        weight += SHOWN * any(illustration_of(coverage, place) is not None for place in places)
        weight += LATEST * (max(news) > 0 and max(news[place.article] for place in places) == max(news))
        weights.append(weight)
    return tuple(weights)


def _on_topic(told: Told, titles: Collection[frozenset[str]]) -> float:
    """Weigh how much of a title a sentence has."""
    return TITLE * max((len(told.words & title) / len(title) for title in titles if title), default=0.0)


def _substance(told: Told, overtaken: Collection[int]) -> float:
    """Weigh what a sentence has: figures, names, dates, a speaker; less where later articles may overtake it."""
    dated = bool(told.events or any(mention.edtf for mention in told.dates))
    notable = bool(_words("superlatives").search(told.text))
    weight = FIGURE * min(len(told.figures), 2) + NAME * min(len({name.name for name in told.names}), 4)
    weight += DATED * dated + SAID * any(quotation.speaker for quotation in told.quotations)
    weight += STANDS_OUT * notable + CONTRASTS * bool(_words("contrasts").search(told.text))
    weight += OUTCOME * tells_outcome(told.text) + EXPLAINS * bool(_words("explaining").search(told.text))
    weight += CAUSE * tells_cause(told.text)
    hard = told.figures or told.dates or told.quotations or told.events or notable
    to_come = told.place.article in overtaken and _words("to_come").search(told.text)
    return weight + (0.0 if hard else SOFT) + (OVERTAKEN if to_come else 0.0)


def _standing(told: Told, coverage: Coverage) -> float:
    """Weigh where a sentence stands in its article, and whether it can be read alone."""
    sentences = len(coverage.findings(told.place).sentences)
    weight = EARLY * (1 - told.place.sentence / sentences) + OPENS * _opens_paragraph(told, coverage)
    how = opening(told.text)
    resolved = how == "dangling" and edits_to_stand(coverage, told) is not None
    return weight + (JOINED if resolved else {"alone": 0.0, "joined": JOINED, "dangling": DANGLING}[how])


def _central(told: Told, often: Counter[str], most: int) -> float:
    """Return how much a sentence speaks of what the story speaks of: the mean frequency of its words, 0 to 1.

    Nenkova & Vanderwende (2005), The impact of frequency on summarization.
    """
    return sum(often[word] for word in told.words) / (len(told.words) * most) if told.words else 0.0


def stands_out(text: str) -> bool:
    """Tell whether a sentence tells what was not so before or is so nowhere else, what is missing, or a meaning."""
    return any(_words(kind).search(text) for kind in ("superlatives", "contrasts", "explaining"))


def tells_cause(text: str) -> bool:
    """Tell whether a sentence tells what brought something about, or how it came before those who decide."""
    return bool(_words("causes").search(text))


def find_overtaken(coverage: Coverage) -> frozenset[int]:
    """Return the articles that others of the story came after: what they say is to come may have come since."""
    published = [findings.article.published for findings in coverage.story.findings]
    days = {article: day for article, known in enumerate(published) if known and (day := bounds(known)[1])}
    last = max(days.values(), default=None)
    return frozenset(article for article, day in days.items() if last and day < last)


def _opens_paragraph(told: Told, coverage: Coverage) -> bool:
    """Tell whether a sentence is the first of several in its paragraph: what the others go on about."""
    sentences, at = coverage.findings(told.place).sentences, told.place.sentence
    paragraphs = [sentences[near].paragraph if 0 <= near < len(sentences) else -1 for near in (at - 1, at, at + 1)]
    return paragraphs[0] != paragraphs[1] == paragraphs[2]


@cache
def _words(kind: str) -> re.Pattern[str]:
    return phrases(read_lexicon("background")[kind])


def _part(some: int, total: int) -> float:
    """Return how far `some` goes beyond one, as a part of what it could be."""
    return (some - 1) / (total - 1) if total > 1 else 0.0

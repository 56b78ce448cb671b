"""What stands on top of a brief: the ledes of its articles, the best title, the story's date."""

import re
from dataclasses import dataclass
from datetime import date

from generator.model.edtf import bounds, is_uncertain, sort_key
from generator.model.findings import Findings
from generator.stories.days import may_be_same
from generator.stories.evidence import Coverage, Place, Told
from generator.stories.openings import is_statement, opening
from generator.stories.voices import is_opinion
from generator.stories.wording import dateline_length, needs_day
from generator.stories.words import content_words, overlap

# A lede has the title's words before all; a dateline settles it.
TITLE_WORDS, DATELINE, FIRST, DATED, INTRODUCED, DANGLING = 4.0, 3.0, 2.0, 1.0, 0.5, -4.0
# What somebody says of the news is not the news.
QUOTATION = -2.0
# Words in common that make another article's lede one of the same news.
SAME_NEWS = 0.3
# Articles so many days apart tell one piece of news; later ones tell what came of it.
ONE_NEWS_DAYS = 2
# Days that the news of a dated article can be of, and days that it can be old.
NEWS_SPAN, NEWS_AGE = 7, 31
# Part of the title's words in the sentence above the lede.
DECK = 0.5
# A title this long is a caption or a sentence that slipped in.
TITLE_MOST_WORDS, TITLE_LEAST_WORDS = 22, 3
STAND_IN = "no article has a title: words of {key}"
# A line that scores less is no title at all (a row of a table).
NO_TITLE = -3.5
# “We are safe,” said | ''We are
_OPENS_QUOTATION = re.compile(r"\"|“|''|``")
# Ferry sinks | “We are safe” | 12 die; not: ██ Red Party
_OPENS_TITLE = re.compile(r"[\w\"'“‘«¿¡$€£(\[]")
# Prime Minister Kim’s visit
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)|(?<=s)['’](?=\s)")


@dataclass(frozen=True, slots=True)
class Top:
    """The top of a brief. `ledes` has a place for each article (None where it has no sentence).

    `lede` is the one of them that tells what the title tells, and `deck` a sentence before it that sums it up.
    """

    title: str
    title_from: str
    lede: Place | None
    deck: Place | None
    date: str | None
    ledes: tuple[Place | None, ...]


def find_top(coverage: Coverage) -> Top:
    """Choose title and date of a story, and find the lede of each article."""
    words = frozenset(
        w for findings in coverage.story.findings for w in content_words(findings.article.title or "")
    )
    ledes = tuple(_lede(coverage, article, words) for article in range(len(coverage.story.keys)))
    best = _best_titled(coverage)
    lede = _best_lede(coverage, ledes, best)
    if best is not None:
        findings = coverage.story.findings[best]
        title = findings.article.title or ""
        title_from = findings.article.outlet or coverage.story.keys[best]
    else:
        title = _without_dateline(coverage.told[lede]) if lede else coverage.story.keys[0]
        title_from = STAND_IN.format(key=coverage.story.keys[lede.article if lede else 0])
    return Top(title, title_from, lede, _deck(coverage, lede, title), _date(coverage, ledes, lede), ledes)


def _deck(coverage: Coverage, lede: Place | None, title: str) -> Place | None:
    """Return the sentence that an article opens with before its lede, where it only says the title at length."""
    if lede is None or lede.sentence == 0 or coverage.findings(lede).article.order:
        return None
    first = coverage.told.get(Place(lede.article, 0))
    if first is None or first.figures or not stands_under_title(first.text):
        return None
    in_marks = any(quotation.kind != "indirect" for quotation in first.quotations)
    says_title = overlap(frozenset(content_words(title)), first.words) >= DECK
    alone = len(coverage.tellings_of(first.place)) == 1
    return first.place if says_title and alone and not in_marks else None


def stands_under_title(text: str) -> bool:
    enough = len(text.split()) >= TITLE_LEAST_WORDS
    return enough and opening(text) == "alone" and is_statement(text) and not needs_day(text)


def _lede(coverage: Coverage, article: int, titles: frozenset[str]) -> Place | None:
    """Return the sentence that tells the article's news; it need not be the first where the order was lost."""
    findings = coverage.story.findings[article]
    title = frozenset(content_words(findings.article.title)) if findings.article.title else titles
    places = coverage.sentences_at(article, 0, len(findings.article.text))
    scores = {place: _lede_score(coverage.told[place], before, title) for before, place in enumerate(places)}
    return max(places, key=lambda place: (scores[place], -place.sentence), default=None)


def _lede_score(told: Told, before: int, title: frozenset[str]) -> float:
    """Score how like a lede a sentence is: the title's words, a dateline, people introduced with their role."""
    score = TITLE_WORDS * len(told.words & title) / len(title) if title else 0.0
    score += DATELINE * bool(dateline_length(told.text)) + FIRST / (1 + before)
    score += QUOTATION * bool(_OPENS_QUOTATION.match(told.text))
    score += DATED * any(mention.edtf for mention in told.dates)
    introduced = {name.name for name in told.names if name.role and told.text.find(name.name) >= 0}
    score += INTRODUCED * min(len(introduced), 2)
    if opening(told.text) == "dangling" or not is_statement(told.text):
        score += DANGLING
    return score


def _best_titled(coverage: Coverage) -> int | None:
    """Return the article with the best title: of those of the last days, an undamaged one that tells its lede."""
    possessives = _possessives(coverage)
    scores = {
        index: _title_score(findings, possessives)
        for index, findings in enumerate(coverage.story.findings)
        if findings.article.title
    }
    latest = _latest(coverage)
    # What a writer holds is the title of a story only where nobody reports it.
    told = [index for index in scores if not is_opinion(coverage.story.findings[index])] or list(scores)
    scores = {index: scores[index] for index in told}
    sound = {index for index in scores.keys() & latest if scores[index] >= 0 and _is_joined(coverage, index)}
    best = max(sound or scores.keys() - latest or scores, key=lambda index: (scores[index], -index), default=None)
    return best if best is not None and scores[best] > NO_TITLE else None


def _latest(coverage: Coverage) -> frozenset[int]:
    """Return the articles of the last days of a story: what they tell is how things stand."""
    days = _days_of_articles(coverage)
    last = max(days.values(), default=None)
    return frozenset(index for index, day in days.items() if last and (last - day).days <= ONE_NEWS_DAYS)


def _days_of_articles(coverage: Coverage) -> dict[int, date]:
    """Return by which day each dated article was published."""
    published = ((index, found.article.published) for index, found in enumerate(coverage.story.findings))
    return {index: day for index, known in published if known and (day := bounds(known)[1])}


def find_developments(coverage: Coverage) -> list[int]:
    """Number the developments of a story, the first 0, and return which one each article tells.

    One begins where articles come more than `ONE_NEWS_DAYS` after those before; undated articles are of the last.
    """
    days = _days_of_articles(coverage)
    number, numbers = 0, dict[int, int]()
    ordered = sorted(days, key=lambda article: days[article])
    for before, article in zip([None, *ordered], ordered, strict=False):
        number += before is not None and (days[article] - days[before]).days > ONE_NEWS_DAYS
        numbers[article] = number
    return [numbers.get(article, number) for article in range(len(coverage.story.keys))]


def _is_joined(coverage: Coverage, index: int) -> bool:
    """Tell whether other articles of the story have a third of the words of an article's title, two at least."""
    title = frozenset(content_words(coverage.story.findings[index].article.title or ""))
    others = {word for told in coverage.told.values() if told.place.article != index for word in told.words}
    return len(coverage.origins) == 1 or len(title & others) >= max(2, len(title) / 3)


def _title_score(findings: Findings, possessives: frozenset[str]) -> float:
    title = findings.article.title or ""
    words = title.split()
    score = 0.0
    if not TITLE_LEAST_WORDS <= len(words) <= TITLE_MOST_WORDS:
        score -= 4
    if not _OPENS_TITLE.match(title):
        score -= 5
    if title.isupper():
        score -= 2
    if _lost_apostrophes(title, possessives):
        score -= 3
    lede_words = frozenset(word for one in findings.sentences[:3] for word in _words(findings, one.start, one.end))
    return score + overlap(frozenset(content_words(title)), lede_words)


def _words(findings: Findings, start: int, end: int) -> tuple[str, ...]:
    return content_words(findings.article.text[start:end])


def _possessives(coverage: Coverage) -> frozenset[str]:
    """Return the story's possessives as they read without their apostrophe (Norways)."""
    return frozenset(
        _APOSTROPHE.sub("", word).strip('.,;:!?"“”')
        for findings in coverage.story.findings
        for word in f"{findings.article.title or ''} {findings.article.text}".split()
        if _APOSTROPHE.search(word)
    )


def _lost_apostrophes(title: str, possessives: frozenset[str]) -> bool:
    """Tell whether a word of the title is one of the story's possessives without its apostrophe."""
    return any(word.strip('.,;:!?"“”') in possessives for word in title.split() if not _APOSTROPHE.search(word))


def _best_lede(coverage: Coverage, ledes: tuple[Place | None, ...], titled: int | None) -> Place | None:
    """Return the lede of the article whose title is used, else of the first article that has one."""
    if titled is not None and ledes[titled] is not None:
        return ledes[titled]
    return next((lede for lede in ledes if lede is not None), None)


def _without_dateline(told: Told) -> str:
    return told.text[dateline_length(told.text) :]


def _date(coverage: Coverage, ledes: tuple[Place | None, ...], chosen: Place | None) -> str | None:
    """Return the day that the chosen lede tells of, else that of another lede, else the first publication.

    A certain day goes before an uncertain one that may be the same.
    """
    days = [
        event.edtf
        for lede in (chosen, *ledes)
        if lede is not None
        for event in coverage.told[lede].events[:1]
        if _may_be_news(event.edtf, coverage.findings(lede).article.published)
    ]
    published = [findings.article.published for findings in coverage.story.findings if findings.article.published]
    known = [*days, *sorted(published, key=sort_key)][:1]
    certain = (day for day in days if not is_uncertain(day) and may_be_same(day, known[0]))
    return next(certain, next(iter(known), None))


def _may_be_news(day: str, published: str | None) -> bool:
    """Tell whether a date can be that of the news of an article: about a week at most, and not long before it."""
    first, last = bounds(day)
    out = bounds(published)[0] if published and bounds(published)[0] == bounds(published)[1] else None
    if out is None or first is None or last is None:
        return True
    return (last - first).days <= NEWS_SPAN and (out - last).days <= NEWS_AGE

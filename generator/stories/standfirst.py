"""What stands under the title of a brief: what happened, and what else the title tells."""

import re
from itertools import chain

from generator.stories.alone import edits_to_stand
from generator.stories.countries import find_countries
from generator.stories.evidence import Coverage, Place, Told
from generator.stories.lede import SAME_NEWS, Top, find_developments, stands_under_title
from generator.stories.openings import is_statement, opening
from generator.stories.outcomes import outcome_of, tells_outcome
from generator.stories.sameness import STEM_LETTERS
from generator.stories.voices import is_opinion, is_view
from generator.stories.wording import shortened, tell, uninserted, without_spans
from generator.stories.words import content_words, overlap

# Words of the title that a second sentence must tell to stand under it.
REST_OF_TITLE = 2
# What is left of a lede tells something of the title, or has so many words that tell something.
WORDS_OF_TITLE, TELLING_WORDS = 2, 8
# A sentence that goes on about the news names what it is about with one of so many words.
KNOWN_WORDS = 4
# How far behind the lede another sentence may stand that tells more of it.
MORE_LETTERS = 1_200
# A sentence that names a country so early is about it, and one of so many words tells something of it.
ABOUT_LETTERS, LEAST_MORE = 40, 8

# The mayor | did fare | well: it grants what somebody has denied
_GRANTS = re.compile(r" (?:do|does|did) (?!not\b|so\b)[a-z]{2,}")


def choose_standfirst(coverage: Coverage, top: Top, facts_at: frozenset[int]) -> str | None:
    """Return what stands under the title: what an outlet has there, else another lede of the news, else this cut.

    It repeats none of the statements `facts_at`, which stand below it, word for word; a lede that is none of them
    is no word of the news, and nothing but an outlet's own line stands there.
    """
    if top.lede is None:
        return None
    developments = find_developments(coverage)
    of_news = [at for at, number in enumerate(developments) if number == developments[top.lede.article]]
    articles = [coverage.findings(top.lede).article, *(coverage.story.findings[at].article for at in of_news)]
    own = (text for article in articles if (text := article.standfirst) and stands_under_title(text))
    lede = coverage.told[top.lede]
    no_news = coverage.statement_of[top.lede] not in facts_at and top.deck is None
    if no_news or (is_opinion(coverage.findings(top.lede)) and is_view(lede)):
        return next(own, None)
    others = (coverage.told[place] for place in top.ledes if place is not None and place.article in of_news)
    again = (
        tell(coverage, told.place.article, told.start, told.end)
        for told in others
        if coverage.statement_of[told.place] not in facts_at
        and overlap(told.words, lede.words) >= SAME_NEWS
        and opening(told.text) == "alone"
        and is_statement(told.text)
        and not coverage.is_damaged(told)
    )
    deck = coverage.told[top.deck] if top.deck else None
    summed_up = tell(coverage, deck.place.article, deck.start, deck.end) if deck else None
    text = next((text for text in chain(own, [summed_up]) if text), None)
    if text is None and (told_again := next(again, None)):
        text = " ".join(filter(None, [told_again, _other_party(coverage, lede, top.title, told_again)]))
    text = text or _lede_at_length(coverage, lede, top.title) or _goes_on(coverage, lede, facts_at)
    return without_spans(text) if text else None


def _lede_at_length(coverage: Coverage, lede: Told, title: str) -> str | None:
    """Return the lede cut, or with what it leaves out: the rest of what the title tells, or more of the outcome."""
    needed = frozenset(content_words(title))
    whole = tell(coverage, lede.place.article, lede.start, lede.end)
    short = shortened(whole, needed)
    if short and len(needed & frozenset(content_words(short))) < min(WORDS_OF_TITLE, len(needed)):
        short = short if len(content_words(uninserted(short))) >= TELLING_WORDS else None
    rest = _rest_of_title(coverage, lede, needed) or _other_party(coverage, lede, title, whole)
    if rest is None and short is None:
        short, rest = whole, _more_of_it(coverage, lede)
        return f"{whole} {rest}" if rest else None
    return f"{short or whole} {rest}" if rest else short


def _goes_on(coverage: Coverage, lede: Told, facts_at: frozenset[int]) -> str | None:
    """Return the sentence right behind the lede, or the one after it, that is no fact and needs nothing added."""
    if coverage.findings(lede.place).article.order:
        return None
    named = frozenset(content_words(coverage.findings(lede.place).article.title or ""))
    for number in (1, 2):
        told = coverage.told.get(Place(lede.place.article, lede.place.sentence + number))
        if told is None or coverage.statement_of[told.place] in facts_at or told.quotations:
            continue
        if _GRANTS.search(told.text):
            continue
        stands = is_statement(told.text) and opening(told.text) == "alone" and edits_to_stand(coverage, told) == ()
        known = _begins_with_known(told.text, lede.words | named)
        has = (told.names or told.figures) and len(told.text.split()) >= LEAST_MORE
        if stands and known and has:
            return tell(coverage, told.place.article, told.start, told.end)
    return None


def _begins_with_known(text: str, known: frozenset[str]) -> bool:
    """Tell whether a sentence begins with what the lede or the title has named; so it goes on about that."""
    stems = {word[:STEM_LETTERS] for word in known}
    return any(word[:STEM_LETTERS] in stems for word in content_words(" ".join(text.split()[:KNOWN_WORDS])))


def _other_party(coverage: Coverage, lede: Told, title: str, told_so_far: str) -> str | None:
    """Return the sentence behind the lede that is about a country of the title of which nothing is told so far."""
    missing = find_countries(title) - find_countries(told_so_far)
    if not missing or coverage.findings(lede.place).article.order:
        return None
    for place, told in coverage.told.items():
        behind = place.article == lede.place.article and place.sentence > lede.place.sentence
        if behind and missing & find_countries(told.text[:ABOUT_LETTERS]) and not told.quotations:
            edits = edits_to_stand(coverage, told)
            if edits is not None and is_statement(told.text) and len(told.text.split()) >= LEAST_MORE:
                return tell(coverage, place.article, told.start, told.end, edits)
    return None


def _more_of_it(coverage: Coverage, lede: Told) -> str | None:
    """Return the next sentence of the lede's article that tells an outcome in figures other than the lede's."""
    figures = {(figure.value, figure.unit) for figure in lede.figures}
    for place in coverage.sentences_at(lede.place.article, lede.end + 1, lede.end + MORE_LETTERS):
        told = coverage.told[place]
        again = any((figure.value, figure.unit) in figures for figure in told.figures)
        results = tells_outcome(told.text) and told.figures and told.names
        if not results or again or told.quotations or not is_statement(told.text):
            continue
        if (edits := edits_to_stand(coverage, told)) is not None:
            return tell(coverage, place.article, told.start, told.end, edits)
    return None


def _rest_of_title(coverage: Coverage, lede: Told, title: frozenset[str]) -> str | None:
    """Return the sentence of the lede's paragraph that tells its outcome, or what else the title tells."""
    outcome = outcome_of(coverage, lede.place)
    if outcome:
        stands = edits_to_stand(coverage, outcome) or ()
        return tell(coverage, lede.place.article, outcome.start, outcome.end, stands)
    missing = title - lede.words
    sentences, at = coverage.findings(lede.place).sentences, lede.place.sentence
    best: tuple[int, str] | None = None
    for number in range(at + 1, len(sentences)):
        told = coverage.told.get(Place(lede.place.article, number))
        if told is None or sentences[number].paragraph != sentences[at].paragraph:
            break
        edits = edits_to_stand(coverage, told)
        has = len(missing & told.words)
        if has >= REST_OF_TITLE and edits is not None and (best is None or has > best[0]):
            best = has, tell(coverage, lede.place.article, told.start, told.end, edits)
    return best[1] if best else None

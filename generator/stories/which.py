"""Which invasion “the invasion” of a sentence is, and between whom “the trade”, as its article tells elsewhere."""

import re
from functools import cache

from generator.lexicon import read_lexicon
from generator.stories.countries import find_countries
from generator.stories.evidence import Coverage, Told
from generator.stories.holders import between
from generator.stories.wording import Edit, insertion
from generator.stories.words import content_words

# the invasion | of | Norland; the summit | in | Lom
_OF = re.compile(r" (?:against|at|between|in|of|on|with) (?:the )?")


def edits_for_events(coverage: Coverage, told: Told) -> tuple[Edit, ...]:
    """Tell what “the invasion” was of, as the one full mention of such a thing in the article has it.

    Not of what the title tells of, which a reader knows, and not where the sentence names it itself.
    """
    article = coverage.findings(told.place).article
    titled = content_words(article.title or "")
    for match in _bare().finditer(told.text):
        noun = match["noun"]
        if noun in titled or told.is_quoted(told.start + match.start()):
            continue
        which = _full_mentions(coverage, told, noun)
        names = {name for _, name in which}
        if len(names) == 1 and names.isdisjoint(name.name for name in told.names):
            return (insertion(told.start + match.end(), which[0][0]),)
    return ()


def edits_for_trade(coverage: Coverage, told: Told) -> tuple[Edit, ...]:
    """Tell between which countries the trade was that a sentence counts without naming them."""
    for figure in told.figures:
        measure = figure.measure or ""
        named = between(coverage, told, measure)
        at = told.text.find(measure) if named != measure and named.startswith(measure) else -1
        if at >= 0 and len(find_countries(told.text)) < len(find_countries(named)):
            return (insertion(told.start + at + len(measure), named[len(measure) :].strip()),)
    return ()


def _full_mentions(coverage: Coverage, told: Told, noun: str) -> list[tuple[str, str]]:
    """Return, for each “invasion of Norland” of an article, the words behind the noun and the name among them."""
    findings = coverage.findings(told.place)
    text, starts = findings.article.text, {name.start: name for name in findings.names}
    found = []
    for match in re.finditer(rf"\b{noun}\b", text):
        of = _OF.match(text, match.end())
        name = starts.get(of.end()) if of else None
        if of and name:
            found.append((text[of.start() + 1 : name.end], name.name))
    return found


@cache
def _bare() -> re.Pattern[str]:
    """Return the pattern of “the invasion”, but where its own words tell which: “the invasion of Norland”."""
    nouns = "|".join(read_lexicon("happenings")["nouns"])
    return re.compile(
        rf"\b[Tt]he (?P<noun>{nouns})\b"
        r"(?! (?:against|at|between|by|from|in|into|of|on|that|to|which|with)\b| \w+ed\b|['’-])"
    )

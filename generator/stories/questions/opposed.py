"""Questions about two speakers who call one thing by opposite words."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from generator.lexicon import read_lexicon
from generator.model.edtf import sort_key
from generator.model.findings import Quotation
from generator.stories.deciding import finder, is_finding
from generator.stories.evidence import Told
from generator.stories.questions.answers import settled_by
from generator.stories.questions.asking import (
    Context,
    Question,
    Reason,
    capital,
    everywhere,
    weight_of,
    with_article,
)
from generator.stories.words import content_words, empty_words

STEM = 5
# What both speak of must be named by so many words in a row.
TOPIC_WORDS = 2
# Of one word, so many of its uses are held against those of its opposite.
MOST_USES = 30
# Court | says; not: I said
_SAYING = re.compile(
    r"\b(?P<who>[\w’']{1,40}) (?:has |have |had )?"
    rf"(?:{'|'.join(sorted([*read_lexicon('questions')['decided'], 'claims', 'claimed', 'said', 'says']))})\b"
)
_STOP = re.compile(r"[.;:!?—–]")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
# not | lawful; never | safe; no longer | safe
_DENIED = re.compile(r"\b(?:not|never|no|nor|neither|hardly|cannot|\w+n['’]t)\b(?:\W+\w+){0,3}\W+$", re.IGNORECASE)
# would be | unlawful | if it were meant to
_SUPPOSED = re.compile(r"\b(?:if|unless|would|whether|might|may|could)\b", re.IGNORECASE)
# closing schools: of one case before a court it is “this closing of schools”
_GERUND = re.compile(r"(?P<deed>[a-z]{2,20}ing) (?=[A-Za-z])")


@dataclass(frozen=True, slots=True)
class _Use:
    """A word that has an opposite, said by a speaker."""

    told: Told
    speaker: str
    word: str
    words: tuple[str, ...]
    saying: str = "says"

    @property
    def stems(self) -> frozenset[str]:
        return frozenset(_stem(word) for word in content_words(" ".join(self.words)))


def ask_opposed(context: Context) -> Iterator[Question]:
    """Ask which of two speakers is right who call what they name by the same words the opposite."""
    uses: dict[str, list[_Use]] = defaultdict(list)
    for told in context.coverage.undamaged_first():
        for quotation in told.quotations:
            for use in _uses(told, quotation):
                if len(uses[use.word]) < MOST_USES:
                    uses[use.word].append(use)
        found = _found(context, told)
        if found is not None and len(uses[found.word]) < MOST_USES:
            uses[found.word].append(found)
    for word, opposites in _opposites().items():
        for one in uses.get(word, ()):
            others = (use for opposite in opposites for use in uses.get(opposite, ()) if use.speaker != one.speaker)
            for other in others:
                if topic := _topic(one, other):
                    if question := _question(context, topic, one, other):
                        yield question
                    break


def _question(context: Context, topic: str, one: _Use, other: _Use) -> Question | None:
    first, second = (with_article(context, use.told, use.speaker) for use in (one, other))
    sides = [f"{use.word}, as {who} {use.saying}" for use, who in ((one, first), (other, second))]
    if "found" in {one.saying, other.saying}:
        gerund = _GERUND.match(topic)
        topic = f"this {gerund['deed']} of {topic[gerund.end() :]}" if gerund else topic
    question = f"Is {topic} {sides[0]}, or {sides[1]}?"
    places = tuple(dict.fromkeys((*everywhere(context, one.told.place), *everywhere(context, other.told.place))))
    because = f"{capital(first)} calls it {one.word}, {second} {other.word}."
    open_still = Reason(
        "position", f"{because} A ruling, or evidence for either, would settle it.", "position.opposed"
    )
    asked = Question(question, open_still, places, weight_of(context, one.told.place))
    ruling = _ruling(context, one, other)
    ruled = f"{because} The answer rests on a later ruling, as the article tells it."
    return settled_by(context, asked, ruling, replace(open_still, because=ruled)) if ruling else asked


def _ruling(context: Context, one: _Use, other: _Use) -> Told | None:
    """Return the weightiest sentence of a later article in which a court or the like decides for one of the two."""
    findings = context.coverage.story.findings
    published = [findings[use.told.place.article].article.published for use in (one, other)]
    if None in published:
        return None
    last = max(sort_key(day) for day in published if day)
    found = [
        told
        for told in context.coverage.told.values()
        if (day := findings[told.place.article].article.published)
        and sort_key(day) > last
        and {one.word, other.word} & (bare := frozenset(_WORD.findall(told.text.lower())))
        and is_finding(told)
        and {_stem(word) for word in bare} & one.stems & other.stems
        and _is_held(told.text, {one.word, other.word})
        and all(sort_key(event.edtf) > last for event in told.events)
    ]
    return max(found, key=lambda told: weight_of(context, told.place), default=None)


def _is_held(text: str, words: set[str]) -> bool:
    """Tell whether one of the words stands in a clause that supposes and denies nothing."""
    before = [text[: match.start()] for match in _WORD.finditer(text) if match[0].lower() in words]
    return any(not _SUPPOSED.search(start.rpartition(",")[2]) and not _DENIED.search(start) for start in before)


def _uses(told: Told, quotation: Quotation) -> Iterator[_Use]:
    """Yield the words with an opposite that a sentence's own part of a quotation uses, not denied."""
    if quotation.speaker is None:
        return
    text = told.text[max(0, quotation.start - told.start) : quotation.end - told.start]
    for match in _WORD.finditer(text):
        is_one = match[0].lower() in _opposites() and not _SUPPOSED.search(text)
        if is_one and not _is_anothers(text[: match.start()]) and not _DENIED.search(text, 0, match.start()):
            yield _Use(told, quotation.speaker, match[0].lower(), tuple(_WORD.findall(text)))


def _found(context: Context, told: Told) -> _Use | None:
    """Return the word with an opposite by which a court or the like, named in the sentence, decides."""
    court = finder(told)
    if court is None or not is_finding(told):
        return None
    for match in _WORD.finditer(told.text):
        if match[0].lower() in _opposites() and _is_held(told.text, {match[0].lower()}):
            return _Use(told, court, match[0].lower(), tuple(_WORD.findall(told.text)), "found")
    return None


def _is_anothers(before: str) -> bool:
    """Tell whether what a speaker says is reported of another: “Court says the closing was | unlawful”."""
    clause = _STOP.split(before)[-1]
    return any(match["who"].lower() not in {"i", "we"} for match in _SAYING.finditer(clause))


def _topic(one: _Use, other: _Use) -> str | None:
    """Return the first words in a row that name what both speak of, as the first speaker has them."""
    run: list[str] = []
    before = ""
    for word in (*one.words, "."):
        if _stem(word.lower()) in other.stems and word.lower() not in {*empty_words(), one.word}:
            run.append(word if run else _small(one, word))
        elif len(run) >= TOPIC_WORDS:
            return " ".join([*([before.lower()] if before.lower() in {"the", "a", "an"} else []), *run])
        else:
            run, before = [], word
    return None


def _small(use: _Use, word: str) -> str:
    """Return the first word of a topic as it stands within a sentence: a verb or common noun is small."""
    return word.lower() if word == use.words[0] and word.endswith(("ing", "ion", "ment")) else word


def _stem(word: str) -> str:
    return word[:STEM]


@cache
def _opposites() -> dict[str, frozenset[str]]:
    """Return the opposites of each word that has one."""
    found: dict[str, set[str]] = defaultdict(set)
    for some, others in read_lexicon("questions")["opposites"]:
        for word in some:
            found[word].update(others)
        for word in others:
            found[word].update(some)
    return {word: frozenset(others) for word, others in found.items()}

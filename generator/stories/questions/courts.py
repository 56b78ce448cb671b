"""What courts and others who decide have found: suits and who won them, and whether courts may judge at all."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from generator.lexicon import read_lexicon, word_set
from generator.stories.deciding import finder, is_finding
from generator.stories.evidence import Told
from generator.stories.questions.answers import settled_by
from generator.stories.questions.asking import (
    Context,
    Question,
    Reason,
    capital,
    everywhere,
    trimmed,
    weight_of,
    within_sentence,
)
from generator.stories.questions.rulings import is_later, stems_of, stems_told
from generator.stories.words import phrases

# A suit with fewer words before it is the subject of its sentence, whose verb stands somewhere behind it.
NOT_SUBJECT = 3
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
# a lawsuit filed by | the island council | on Sunday against | Ida Berg | over | her claim to the harbour
_SUIT = re.compile(
    r"\b(?:lawsuit|suit|complaint) (?:that was )?(?:filed|brought|lodged) by (?P<who>[^,.;:\"“”]{3,60}?) "
    r"(?:(?:on|in) [A-Z][a-z]+ )?against (?P<whom>[^,.;:\"“”]{3,60}?) (?:over|about|concerning) "
    r"(?P<what>[^,.;:\"“”]{4,80})"
)
# finding in favor of | dismissed the suit
_WON = re.compile(
    r"\bin favou?r of\b|\b(?:dismiss|reject|uph[eo]ld|threw out|allow)(?:s|es|ed|ing)? (?:the|a|their|its|his|her) "
    r"(?:law)?(?:suit|complaint)\b"
)
# the closing of the mill | was not a matter for the courts
_TOPIC = re.compile(
    r"\b(?:that )?(?P<topic>(?:the|an?|its|their|his|her) [^,.;:\"“”]{3,60}?) (?:is|are|was|were) \Z"
)
_SUED = Reason(
    "position",
    "The articles tell of the suit, not of a decision. A ruling would settle it.",
    "position.lawsuit",
)
_SUIT_WON = Reason(
    "position",
    "The two stood against each other in court. The answer rests on the ruling, as the article tells it.",
    "position.lawsuit",
)
_NO_MATTER, _JUDGES_IT = "One court", "another"


def ask_suits(context: Context) -> Iterator[Question]:
    """Ask who is right in a lawsuit; answered where the same article or a later one tells of the ruling."""
    for told in context.coverage.undamaged_first():
        for match in _SUIT.finditer(told.text):
            who, whom = match["who"], match["whom"]
            if len(told.text[: match.start()].split()) < NOT_SUBJECT:
                continue
            question = f"Who is right in the suit of {who} against {whom} over {trimmed(match['what'])}?"
            named = frozenset(word for side in (who, whom) for word in _named(side))
            ruling = next(iter(_rulings(context, told, named)), None)
            later = (one for one in context.coverage.told.values() if one.place.article >= told.place.article)
            sides = [one.place for one in later if _answers(one, who, whom)]
            places = tuple(dict.fromkeys((*everywhere(context, told.place), *sides)))
            asked = Question(question, _SUED, places, weight_of(context, told.place))
            if ruling is None:
                yield asked
            elif answered := settled_by(context, asked, ruling, _SUIT_WON):
                yield answered


def ask_jurisdiction(context: Context) -> Iterator[Question]:
    """Ask whether courts may judge what one calls no matter for them, and another has judged."""
    coverage = context.coverage
    denying = [told for told in coverage.told.values() if _denies().search(told.text)]
    if not denying:
        return
    for told in denying:
        topic = _topic(told)
        if topic is None:
            continue
        stems = stems_of(topic)
        judged = [
            one
            for one in coverage.told.values()
            if is_finding(one) and one not in denying and stems & stems_told(one) and _judges(one)
        ]
        if not judged:
            continue
        asserting = [one for one in judged if _asserts().search(one.text) and is_later(context, one, told)]
        places = tuple(dict.fromkeys(one.place for one in (told, *denying, *judged)))
        question = f"May courts judge {within_sentence(topic)}?"
        stands = _stands(context, denying, judged)
        reason = Reason("position", f"{stands} A higher court would settle it.", "position.jurisdiction")
        asked = Question(question, reason, places, weight_of(context, told.place))
        if not asserting:
            yield asked
        elif answered := settled_by(
            context,
            asked,
            asserting[-1],
            replace(reason, because=f"{stands} The answer rests on the later ruling."),
        ):
            yield answered
        return


def _stands(context: Context, denying: Sequence[Told], judged: Sequence[Told]) -> str:
    """Say which court held that it was no matter for it, and which has judged it."""
    first = next((name for one in denying if (name := finder(one))), _NO_MATTER)
    second = next((name for one in judged if (name := finder(one)) and name != first), _JUDGES_IT)
    if _NO_MATTER in first or second == _JUDGES_IT:
        first, second = _NO_MATTER, _JUDGES_IT
    return f"{capital(first)} found that it was no matter for the courts, {second} judged it."


def _rulings(context: Context, told: Told, named: frozenset[str]) -> Iterator[Told]:
    """Yield the sentences that tell how a suit was decided, the one that tells of the suit first."""
    others = (one for one in context.coverage.told.values() if is_later(context, one, told) and one != told)
    for one in (told, *others):
        if is_finding(one) and _WON.search(one.text) and named & set(_WORD.findall(one.text)):
            yield one


def _answers(told: Told, who: str, whom: str) -> bool:
    """Tell whether one side of a suit speaks of the other here, in its own words or reported ones."""
    sides = frozenset(_named(who)), frozenset(_named(whom))
    return any(
        own & set(_WORD.findall(quotation.speaker or "")) and other & set(_WORD.findall(quotation.text))
        for quotation in told.quotations
        for own, other in (sides, sides[::-1])
    )


def _named(side: str) -> list[str]:
    """Return the word that a side is called by again: “Senate” of “the island Senate”, “Berg” of “Ida Berg”."""
    return [word for word in _WORD.findall(side) if word[0].isupper()][-1:]


def _topic(told: Told) -> str | None:
    for denied in _denies().finditer(told.text):
        topic = _TOPIC.search(told.text, 0, denied.start())
        if topic:
            return topic["topic"]
    return None


def _judges(told: Told) -> bool:
    """Tell whether a finding says what is lawful, or that the court may say so."""
    bare = set(_WORD.findall(told.text.lower()))
    return bool(bare & _lawful() or _asserts().search(told.text))


@cache
def _lawful() -> frozenset[str]:
    """Return the words for what a court says of an act, and their opposites."""
    pairs = read_lexicon("questions")["opposites"]
    return frozenset(
        word
        for some, others in pairs
        if word_set("questions", "judged") & {*some, *others}
        for word in (*some, *others)
    )


@cache
def _denies() -> re.Pattern[str]:
    return phrases(read_lexicon("questions")["no_matter_for_courts"])


@cache
def _asserts() -> re.Pattern[str]:
    return phrases(read_lexicon("questions")["matter_for_courts"])

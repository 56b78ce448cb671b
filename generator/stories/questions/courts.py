"""What courts and others who decide have found: suits and who won them, and whether courts may judge at all."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from generator.lexicon import read_lexicon
from generator.model.edtf import sort_key
from generator.stories.evidence import Told
from generator.stories.questions.asking import (
    Context,
    Question,
    Reason,
    everywhere,
    trimmed,
    weight_of,
    with_article,
    within_sentence,
)
from generator.stories.wording import insertion, tell
from generator.stories.words import content_words, phrases

STEM = 5
# What a finding and a claim must have in common, beside the name of whom both are about.
SHARED = 2
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
# The court found | It found
_NO_NAME = re.compile(r"(?:The|This) (?P<kind>[a-z]+)\b")
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
_MAY_JUDGE = Reason(
    "position",
    "One says that it is no matter for a court, another has judged it. A higher court would settle it.",
    "position.jurisdiction",
)
_JUDGED = Reason(
    "position",
    "One said that it was no matter for a court, another judged it. The answer rests on the later ruling.",
    "position.jurisdiction",
)


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
            places = tuple(
                dict.fromkeys((*everywhere(context, told.place), *sides, *([ruling.place] if ruling else [])))
            )
            answer = finding_in_words(context, ruling) if ruling else None
            yield Question(question, _SUIT_WON if ruling else _SUED, places, weight_of(context, told.place), answer)


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
        asserting = [one for one in judged if _asserts().search(one.text) and _is_later(context, one, told)]
        places = tuple(dict.fromkeys(one.place for one in (told, *denying, *judged)))
        question = f"May courts judge {within_sentence(topic)}?"
        answer = finding_in_words(context, asserting[-1]) if asserting else None
        yield Question(
            question, _JUDGED if asserting else _MAY_JUDGE, places, weight_of(context, told.place), answer
        )
        return


def finding_about(context: Context, told: Told, about: Sequence[Told]) -> Told | None:
    """Return a sentence of a later article in which a court or the like finds on the matter of a claim.

    It names a person whom the claim names, and shares content words with the claim or its context, `about`.
    """
    stems = frozenset(stem for one in about for stem in stems_told(one))
    people = {name.name for one in about for name in one.names if name.kind == "person"}
    found = [
        one
        for one in context.coverage.told.values()
        if is_finding(one)
        and _is_later(context, one, told)
        and one.place.article != told.place.article
        and (both := people & {name.name for name in one.names if name.kind == "person"})
        and len((stems & stems_told(one)) - stems_of(" ".join(both))) >= SHARED
        and any(_is_deciders(quotation.speaker) for quotation in one.quotations)
    ]
    return max(found, key=lambda one: weight_of(context, one.place), default=None)


def finding_in_words(context: Context, told: Told) -> str:
    """Return a finding with the name of the court, where its sentence says only “The court”."""
    start = _NO_NAME.match(told.text)
    name = start and _named_before(context, told, start["kind"])
    edits = [insertion(told.start + start.end(), name)] if start and name else []
    return tell(context.coverage, told.place.article, told.start, told.end, edits)


def is_finding(told: Told) -> bool:
    """Tell whether a sentence says what somebody who decides has decided."""
    bare = frozenset(_WORD.findall(told.text.lower()))
    return bool(bare & _words("deciders") and bare & _words("decided"))


def finder(told: Told) -> str | None:
    """Return the name of the court or the like that a sentence names, with its article."""
    names = [name.name for name in told.names if name.kind == "organisation" and _is_deciders(name.name)]
    return with_article(told, names[0]) if names else None


def stems_of(text: str) -> frozenset[str]:
    return frozenset(word[:STEM] for word in content_words(text))


def stems_told(told: Told) -> frozenset[str]:
    """Return the stems of a sentence, from its words as they are known."""
    return frozenset(word[:STEM] for word in told.words)


def _named_before(context: Context, told: Told, kind: str) -> str | None:
    """Return the court that “the court” of a sentence is: the only one that its article has named so far."""
    names = context.coverage.findings(told.place).names
    before = {name.name for name in names if name.start < told.start and kind in name.name.lower().split()}
    return f"the {before.pop()}" if len(before) == 1 else None


def _rulings(context: Context, told: Told, named: frozenset[str]) -> Iterator[Told]:
    """Yield the sentences that tell how a suit was decided, the one that tells of the suit first."""
    others = (one for one in context.coverage.told.values() if _is_later(context, one, told) and one != told)
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


def _is_later(context: Context, one: Told, other: Told) -> bool:
    """Tell whether a sentence stands in a later article, or in the same one and tells of no earlier day."""
    days = [context.coverage.findings(told.place).article.published for told in (one, other)]
    if one.place.article != other.place.article:
        return None not in days and sort_key(days[0] or "") > sort_key(days[1] or "")
    first, last = (max((sort_key(event.edtf) for event in told.events), default=None) for told in (other, one))
    return first is not None and last is not None and last > first


def _is_deciders(name: str | None) -> bool:
    return bool(_words("deciders") & set(_WORD.findall((name or "").lower())))


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(read_lexicon("questions")[kind])


@cache
def _lawful() -> frozenset[str]:
    """Return the words for what a court says of an act, and their opposites."""
    pairs = read_lexicon("questions")["opposites"]
    return frozenset(
        word for some, others in pairs if _words("judged") & {*some, *others} for word in (*some, *others)
    )


@cache
def _denies() -> re.Pattern[str]:
    return phrases(read_lexicon("questions")["no_matter_for_courts"])


@cache
def _asserts() -> re.Pattern[str]:
    return phrases(read_lexicon("questions")["matter_for_courts"])

"""Questions about denials: which of two sides is right, with the words of the other where a sentence has them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.extract.names.words import COMMON
from generator.stories.evidence import Told
from generator.stories.questions.actors import is_actor
from generator.stories.questions.asking import Context, Question, Reason, ask, capital, trimmed
from generator.stories.questions.settled import stems
from generator.stories.words import content_words

# The part of the fewer words that a denial and a claim share, if they are about one matter; one word is too few.
SAME_MATTER, LEAST_SHARED = 0.6, 2
NAME = r"[A-Z][\w.'’-]{0,40}(?: (?:(?:of|the|and) )?[A-Z][\w.'’-]{0,40}){0,4}"
# The minister denied misleading the house | The union rejected the claim that it had known; not: rejected the bill
_DENIES = re.compile(
    rf"(?P<subject>(?!(?:I|We|He|She|They|It|You) )(?:{NAME}['’]s [a-z]+|{NAME})|[Tt]he [a-z]+) "
    r"(?:has |have |had )?"
    r"(?P<verb>(?:denie[sd]|deny)(?! (?:[a-z]+ ){0,2}(?:request|bid|appeal|motion|application|permit|permission"
    r"|access|visa|entry|parole|bail|petition|plea|extension|licen[cs]e|chance|right|offer)s?\b)|(?:disput|contradict)(?:e[sd]|s|ed)"
    r"|(?:reject|dismiss)(?:s|es|ed)(?= (?:that|the|any|all|such|those|as false)?\s?"
    r"(?:claim|charge|accusation|allegation|criticism|suggestion|report|idea|false)s?\b)) "
    r"(?P<what>[^.;:\"“”]{4,120})"
)
# denied the charge, | he said; …, | but she left
_HE_SAID = re.compile(r", (?:\w+ (?:said|added|told)|but|and|while|saying|adding|after|as|which|who)\b")
# rejected | the accusation; denied | all the charges against him; not: the accusation that it had known
_BARE_CHARGE = re.compile(
    r"(?:(?:all|any|both|those|these|such|of|the|that|this|his|her|their|its) ){0,3}"
    r"(?:accusation|allegation|charge|claim|criticism|idea|report|suggestion)s?"
    r"(?: against (?:him|her|them|it|us))?(?: (?:again|outright|yesterday|(?:on )?[A-Z][a-z]+day))?"
)
# was never asked | had no key | didn't pay
_NEGATIVE = re.compile(r"\b(?:not|never|no|nobody|none|nothing|without|cannot)\b|n['’]t\b", re.IGNORECASE)
# He said that … : who, only the sentence before tells
_LEANS = re.compile(
    r"(?:[\"“]|(?:he|she|they|it|his|her|their|its|this|that|these|those|but|and)\b)", re.IGNORECASE
)
_DENIAL = Reason(
    "position",
    "The denial stands against what was said before, and nothing in the articles decides which is right. "
    "Evidence for either would settle it.",
    "position.denies",
)


@dataclass(frozen=True, slots=True)
class Denial:
    """Who denies what, in which sentence; `words` are those of the matter, as they are compared."""

    told: Told
    who: str
    verb: str
    what: str
    words: frozenset[str]


def find_denials(context: Context) -> Iterator[Denial]:
    """Yield what is denied by somebody who is named or known by what they are called."""
    for told in context.coverage.undamaged_first():
        for match in _DENIES.finditer(told.text):
            who, what = match["subject"], trimmed(_HE_SAID.split(match["what"], maxsplit=1)[0])
            alone = match.start() == 0 and " " not in who and not _begins_with_bearer(told, who)
            if not is_whole(told, match) or alone or _BARE_CHARGE.fullmatch(what):
                continue
            if who[:4].lower() == "the " and not is_actor(told, who, bodies_only=True):
                continue
            yield Denial(told, who, match["verb"], what, stems(content_words(what)))


def ask_denial(context: Context, denial: Denial) -> Question:
    """Ask who is right, resting also on what somebody else says of the same, where the story has it."""
    question = f"{capital(denial.who)} {denial.verb} {denial.what}: who is right?"
    asked = ask(context, denial.told, question, _DENIAL)
    claim = _claim_denied(context, denial)
    if claim is None:
        return asked
    because = (
        f"Against the denial stands: “{claim.text}” The articles do not show which is so. "
        "Evidence for either would settle it."
    )
    return replace(asked, reason=replace(_DENIAL, because=because), places=(*asked.places, claim.place))


def is_denied(denial: Denial, who: str, what: str) -> bool:
    """Tell whether a denial is of what somebody else charges."""
    return who not in denial.who and denial.who not in who and _is_one_matter(denial.words, what)


def is_denial(told: Told) -> bool:
    """Tell whether a sentence tells of a denial."""
    return bool(_DENIES.search(told.text))


def is_whole(told: Told, match: re.Match[str]) -> bool:
    """Tell whether what was matched ends with its clause: a stop within the sentence is an abbreviation's."""
    return told.text[match.end() : match.end() + 1] != "." or not told.text[match.end() + 1 :].strip(" \"”'’)")


def _claim_denied(context: Context, denial: Denial) -> Told | None:
    """Return the sentence in which somebody else says what is denied: not the contrary, and plain by itself."""
    negative = bool(_NEGATIVE.search(denial.what))
    for told in context.coverage.undamaged_first():
        if told.place == denial.told.place or is_denial(told) or _LEANS.match(told.text):
            continue
        for said in told.quotations:
            speaker = said.speaker or ""
            another = speaker and not set(speaker.split()) & set(denial.who.split())
            alike = bool(_NEGATIVE.search(said.text)) == negative
            if another and alike and _is_one_matter(denial.words, said.text):
                return told
    return None


def _is_one_matter(words: frozenset[str], text: str) -> bool:
    others = stems(content_words(text))
    shared = len(words & others)
    return shared >= LEAST_SHARED and shared >= SAME_MATTER * min(len(words), len(others))


def _begins_with_bearer(told: Told, word: str) -> bool:
    return word.lower() not in COMMON and any(
        name.start == told.start and name.kind in {"person", "organisation"} for name in told.names
    )

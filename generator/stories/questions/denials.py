"""Questions about denials: which of two sides is right, with the words of the other where a sentence has them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.extract.names.words import COMMON
from generator.model.findings import Quotation
from generator.stories.evidence import Told
from generator.stories.openings import is_clause
from generator.stories.questions.actors import is_actor, is_called
from generator.stories.questions.asking import Context, Question, Reason, ask, capital, trimmed, with_article
from generator.stories.questions.settled import stems
from generator.stories.words import content_words

# The part of the fewer words that a denial and a claim share, if they are about one matter; one word is too few.
SAME_MATTER, LEAST_SHARED = 0.6, 2
# A shorter claim is not understood alone.
CLAIM_WORDS = 5
NAME = r"[A-Z][\w.'’-]{0,40}(?: (?:(?:of|the|and) )?[A-Z][\w.'’-]{0,40}){0,4}"
# The minister denied misleading the house | The union rejected the claim that it had known; not: rejected the bill
_DENIES = re.compile(
    rf"(?P<subject>(?!(?:I|We|He|She|They|It|You) )(?:{NAME}['’]s [a-z]+|{NAME})|[Tt]he (?:[a-z]+ )?[a-z]+) "
    r"(?:has |have |had )?"
    r"(?P<verb>(?:denie[sd]|deny)(?! (?:[a-z]+ ){0,2}(?:request|bid|appeal|motion|application|permit|permission"
    r"|access|visa|entry|parole|bail|petition|plea|extension|licen[cs]e|chance|right|offer)s?\b)|(?:disput|contradict)(?:e[sd]|s|ed)"
    r"|(?:reject|dismiss)(?:s|es|ed)(?= (?:that|the|an?|any|all|such|those|as false)?\s?"
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
# Berg's | lawyer denied
_OWNER = re.compile(r"(?P<name>[A-Z][\w.-]+)['’]s (?:lawyer|attorney|counsel|agent)\b")
# the council had waited | , a charge the ministry | denied; … | , which | the ministry denies
_DENIED_BEHIND = re.compile(
    r",? (?:(?:a|an) (?:charge|claim|allegation|accusation|assertion|suggestion)(?: (?:that|which))?|which) "
    rf"(?P<who>the (?:[a-z]+ )?[a-z]+|{NAME}) "
    r"(?:has |have )?(?:denie[sd]|deny|disputes?|disputed|rejects?|rejected)\b"
)
# Berg said | the council had waited two weeks
_SAYS = re.compile(
    rf"(?P<who>{NAME}) (?:said|says|claims|claimed|alleged) (?:that )?(?P<claim>[^.;:\"“”]{{10,150}})"
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
    """Who denies what, in which sentence; `words` are those of the matter, as they are compared.

    A lawyer denies for a client: whom the lawyer is of is part of the matter.
    """

    told: Told
    who: str
    verb: str
    what: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Denied:
    """What somebody says that is denied in the same sentence, and by whom."""

    told: Told
    who: str
    claim: str
    by: str


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
            client = _OWNER.match(who)
            words = stems(content_words(f"{what} {client['name']}" if client else what))
            yield Denial(told, _full_name(told, who), match["verb"], what, words)


def ask_denial(context: Context, denial: Denial, claims: Sequence[Denied]) -> Question:
    """Ask who is right, resting also on what somebody else says of the same, where the story has it."""
    question = f"{capital(denial.who)} {denial.verb} {denial.what}: who is right?"
    asked = ask(context, denial.told, question, _DENIAL)
    same = (one.told for one in claims if _body(one.claim) == _body(denial.what))
    claim = _claim_denied(context, denial) or next(((told, f"“{told.text}”") for told in same), None)
    if claim is None:
        return asked
    against, words = claim
    because = (
        f"Against the denial stands: {words} The articles do not show which is so. "
        "Evidence for either would settle it."
    )
    return replace(asked, reason=replace(_DENIAL, because=because), places=(*asked.places, against.place))


def find_denied(context: Context) -> Iterator[Denied]:
    """Yield what one side says and the same sentence says is denied: “…, a charge the ministry denied”."""
    for told in context.coverage.undamaged_first():
        behind = _DENIED_BEHIND.search(told.text)
        saying = behind and _SAYS.match(told.text, 0, behind.start())
        if behind is None or saying is None or not is_whole(told, behind):
            continue
        who, claim = _full_name(told, saying["who"]), trimmed(saying["claim"])
        plain = len(claim.split()) >= CLAIM_WORDS and not _LEANS.match(claim) and is_clause(claim)
        if plain and (who != saying["who"] or is_actor(told, who)):
            yield Denied(told, who, claim, with_article(context, told, behind["who"]))


def ask_denied(context: Context, denied: Denied, denials: Sequence[Denial]) -> Iterator[Question]:
    """Ask whether one side is right; not where a denial of something of the same body is asked about."""
    if not any(_body(denied.claim) == _body(one.what) for one in denials):
        because = (
            f"{capital(denied.by)} denied it. The articles do not show which is so. "
            "Evidence for either would settle it."
        )
        question = f"Is {denied.who} right that {denied.claim}?"
        yield ask(context, denied.told, question, replace(_DENIAL, because=because))


def is_denied(denial: Denial, who: str, what: str) -> bool:
    """Tell whether a denial is of what somebody else charges."""
    return who not in denial.who and denial.who not in who and _is_one_matter(denial.words, what)


def is_denial(told: Told) -> bool:
    """Tell whether a sentence tells of a denial."""
    return bool(_DENIES.search(told.text))


def is_whole(told: Told, match: re.Match[str]) -> bool:
    """Tell whether what was matched ends with its clause: a stop within the sentence is an abbreviation's."""
    return told.text[match.end() : match.end() + 1] != "." or not told.text[match.end() + 1 :].strip(" \"”'’)")


def _claim_denied(context: Context, denial: Denial) -> tuple[Told, str] | None:
    """Return where somebody else says what is denied, and in what words: not the contrary, and plain by itself."""
    negative = bool(_NEGATIVE.search(denial.what))
    for told in context.coverage.undamaged_first():
        if told.place == denial.told.place or is_denial(told):
            continue
        for said in told.quotations:
            speaker = said.speaker or ""
            another = speaker and not set(speaker.split()) & set(denial.who.split())
            alike = bool(_NEGATIVE.search(said.text)) == negative
            if another and alike and _is_one_matter(denial.words, said.text) and (words := _stands(told, said)):
                return told, words
    return None


def _stands(told: Told, said: Quotation) -> str | None:
    """Return a claim as it stands against a denial: its sentence; “Ida Berg said that …” where “she” says it."""
    if not _LEANS.match(told.text):
        return f"“{told.text}”"
    plain = said.kind == "indirect" and not _LEANS.match(said.text) and is_clause(said.text)
    return f"{capital(said.speaker or '')} said that {trimmed(said.text)}." if plain else None


def _is_one_matter(words: frozenset[str], text: str) -> bool:
    others = stems(content_words(text))
    shared = len(words & others)
    return shared >= LEAST_SHARED and shared >= SAME_MATTER * min(len(words), len(others))


def _body(clause: str) -> str:
    """Return the first words of a clause, which tell whom it is about: “that the council had waited”."""
    return " ".join(clause.removeprefix("that ").split()[:2])


def _full_name(told: Told, who: str) -> str:
    """Return the full name of a person who is called by the surname alone; else the words as they are."""
    person = next((name for name in told.names if name.kind == "person" and is_called(told, name, who)), None)
    return person.name if person and who in person.name else who


def _begins_with_bearer(told: Told, word: str) -> bool:
    return word.lower() not in COMMON and any(
        name.start == told.start and name.kind in {"person", "organisation", "other"} for name in told.names
    )

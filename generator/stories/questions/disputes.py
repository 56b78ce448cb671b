"""Questions about what is contested: claims against acts, whether an accuser is right, denials."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.lexicon import word_set
from generator.stories.countries import find_countries
from generator.stories.deciding import finding_beside
from generator.stories.evidence import Place, Told
from generator.stories.questions.actors import person_meant
from generator.stories.questions.against import places_denied
from generator.stories.questions.answers import settled_by
from generator.stories.questions.asking import (
    Context,
    Question,
    Reason,
    ask,
    capital,
    subject_within,
    trimmed,
    within_sentence,
)
from generator.stories.questions.critics import ask_critics
from generator.stories.questions.denials import (
    NAME,
    Denial,
    ask_denial,
    ask_denied,
    find_denials,
    find_denied,
    is_denial,
    is_denied,
    is_whole,
)
from generator.stories.questions.rulings import finding_about, stems_of, stems_told

_SELF = r"(?:herself|himself|itself|themselves) as"
_IT_IS = r"(?:that )?(?:he is|it is|she is|they are)"
_WHAT = r"(?P<what>[a-z][^,.;:\"“”]{2,60})"
# The guild professes to be | Norair presents itself as | Ostland insists it is | independent of the state
_CLAIMS = re.compile(
    rf"(?P<subject>{NAME}) (?:(?P<verb>claims?|profess(?:es)?|purports?) to be"
    rf"|(?P<self>describes?|portrays?|presents?) {_SELF}|(?P<that>insists?|maintains?) {_IT_IS}) {_WHAT}"
)
# Professing to be | Presenting itself as | Insisting that it is | independent of the state, Radio Ostland
_CLAIMING = re.compile(
    rf"(?:(?:Claiming|Professing|Purporting) to be|(?:Describing|Portraying|Presenting) {_SELF}"
    rf"|(?:Insisting|Maintaining) {_IT_IS}) {_WHAT}, (?P<subject>{NAME})"
)
# Ann Lee has accused the mayor of taking bribes
ACCUSES = re.compile(
    rf"(?P<who>(?!(?:I|We|He|She|They|It|You) ){NAME}) (?:has |have |had |also )?(?:accused|accuses|accuse) "
    r"(?P<whom>[^,.;:\"“”]{2,50}?) of (?P<what>[^,.;:\"“”]{3,120})"
)
# hiding two reports | and asserted that they were lost
_NEXT_VERB = re.compile(r",? (?:and|but) \w+ed\b")
# …, but | its ships tell another story
_BUT = re.compile(r", but (?P<what>[^.;\"“”,]{10,150})")
# accused her of theft | , though the papers show that she paid
_WEIGHED = re.compile(r",? (?:although|but|despite|even though|however|though)\b")
# The council's answer was that | Moe retorted that | the pier was safe
_COUNTERED = re.compile(
    r"['’]s? (?:answer|counter-?(?:argument|claim|point)|defen[cs]e|explanation|justification|position|rebuttal"
    r"|reply|response|retort) (?:has been|is|was) that\b"
    r"|\b(?:counter(?:ed|s)|hits? back|rejoin(?:ed|s)|repl(?:ied|ies)|respond(?:ed|s)|retort(?:ed|s)"
    r"|shot back)\b"
)
_ACCUSATION_MADE = Reason(
    "position",
    "The articles report the accusation; they do not show that it is true. "
    "Evidence, or a finding by a court or an inquiry, would settle it.",
    "position.accuses",
)
_BESIDE = (
    "The articles report the accusation. The sentence tells of a finding too (“{}”), but not that it was on this "
    "charge. Evidence, or a finding on the charge itself, would settle it."
)
_FOUND_ON_CHARGE = Reason(
    "position",
    "The articles report the accusation. The answer is what was found on the matter, as an article tells it; "
    "it may not decide the whole of the charge.",
    "position.accuses",
)


def ask_positions(context: Context) -> Iterator[Question]:
    """Ask whether somebody is what they claim to be, whether critics are right, whether an accusation holds."""
    stands = list(_own_stands(context))
    denials = list(find_denials(context))
    denied = set(places_denied(context))
    for told in context.coverage.undamaged_first():
        for match in (*_CLAIMS.finditer(told.text), *_CLAIMING.finditer(told.text)):
            if match["what"].startswith("to "):
                continue
            verb = "Are" if _is_plural(match) else "Is"
            reason = Reason("position", _against(told, match), "position.claims-to-be")
            asked = ask(context, told, f"{verb} {match['subject']} {trimmed(match['what'])}, as claimed?", reason)
            own = (
                _of_side(stands, match["subject"])
                if word_set("questions", "impartial") & _bare(match["what"])
                else ()
            )
            yield replace(asked, places=tuple(dict.fromkeys((*asked.places, *own))))
        for match in (found for found in ACCUSES.finditer(told.text) if _may_be_right(told, found)):
            accusation = _accusation(context, told, match, denials)
            if accusation is not None:
                yield accusation
                denied.update(accusation.places)
    claims = list(find_denied(context))
    yield from (ask_denial(context, denial, claims) for denial in denials if denial.told.place not in denied)
    for claim in claims:
        yield from ask_denied(context, claim, denials)
    yield from ask_critics(context)


def _is_plural(claim: re.Match[str]) -> bool:
    """Tell whether several make a claim about themselves: “the guilds claim to be”."""
    verbs = (verb for name, verb in claim.groupdict().items() if name in {"verb", "self", "that"})
    return any(verb and (verb == "profess" or not verb.endswith("s")) for verb in verbs)


def _may_be_right(told: Told, match: re.Match[str]) -> bool:
    """Tell whether a reader may ask if an accuser is right: of an act, that the article does not weigh itself."""
    rhetoric = match["what"].split()[0].lower() in word_set("questions", "rhetoric")
    return is_whole(told, match) and not rhetoric and not _WEIGHED.match(told.text, match.end())


def _accusation(context: Context, told: Told, match: re.Match[str], denials: Sequence[Denial]) -> Question | None:
    """Ask whether an accuser is right; answered in part where a court or the like has found on the matter.

    Not where the sentences do not tell who “her” is whom they accuse.
    """
    who = _full_name(told, match.start("who"), match["who"]) or subject_within(context, told, match["who"])
    whom = _full_name(told, match.start("whom"), match["whom"]) or match["whom"]
    if whom.lower() in word_set("questions", "pronouns"):
        meant = person_meant(context, told, whom, match.start(), besides=who)
        if meant is None:
            return None
        whom = meant
    what = trimmed(_NEXT_VERB.split(match["what"], maxsplit=1)[0])
    be = "Are" if who.endswith("s") and not _is_person(told, match["who"]) else "Is"
    denied = _denial_behind(context, told, what) or next(
        (one.told for one in denials if is_denied(one, match["who"], what)), None
    )
    beside = finding_beside(told, match.end())
    reason = replace(_ACCUSATION_MADE, because=_BESIDE.format(beside)) if beside else _made(denied)
    asked = ask(context, told, f"{be} {who} right in accusing {whom} of {what}?", reason)
    asked = replace(asked, places=(*asked.places, denied.place)) if denied else asked
    found = finding_about(context, told, [told], later=False)
    # Misleading the court: a finding that says nothing of misleading is none on that charge.
    on_charge = found and stems_of(what.split()[0]) <= stems_told(found)
    answered = found and on_charge and settled_by(context, asked, found, _FOUND_ON_CHARGE, partly=True)
    return answered or asked


def _denial_behind(context: Context, told: Told, what: str) -> Told | None:
    """Return the sentence right behind an accusation, where it is denied, or answered in words of the charge."""
    behind = context.coverage.told.get(Place(told.place.article, told.place.sentence + 1))
    if behind is None or is_denial(behind):
        return behind
    return behind if _COUNTERED.search(behind.text) and stems_of(what) & stems_told(behind) else None


def _made(denied: Told | None) -> Reason:
    if denied is None:
        return _ACCUSATION_MADE
    how = "denied" if is_denial(denied) else "answered"
    because = (
        f"The accusation is {how}: “{denied.text}” The articles do not show which is so. "
        "Evidence, or a finding by a court or an inquiry, would settle it."
    )
    return replace(_ACCUSATION_MADE, because=because)


def _full_name(told: Told, at: int, words: str) -> str | None:
    """Return the full name of a person whom the words name, by the surname alone it may be."""
    for name in told.names:
        if name.kind == "person" and (name.start - told.start, name.end - told.start) == (at, at + len(words)):
            return name.name
    return None


def _against(told: Told, claim: re.Match[str]) -> str:
    """Return why a claim about oneself is open, who tells of it, and what the sentence holds against it."""
    begins = told.start + claim.start()
    teller = next((q.speaker for q in told.quotations if q.speaker and q.start <= begins < q.end), None)
    says = f"The claim is {claim['subject']}'s own"
    if teller:
        says = f"{capital(teller)} says that {claim['subject']} claims so"
    settled = f"Only what {claim['subject']} does can show whether it is so."
    but = _BUT.search(told.text, claim.end())
    if but is None:
        return f"{says}. {settled}"
    at = told.start + but.start("what")
    said = [q for q in told.quotations if q.speaker and q.start <= at < q.end]
    speaker = next((q.speaker for q in said), None)
    who = f"; {within_sentence(speaker)}" if speaker else "; an article"
    holds = f"{', and' if speaker and speaker == teller else who} holds against it"
    if any(q.kind != "indirect" for q in said):
        return f"{says}{holds}: “{but['what']}”. {settled}"
    return f"{says}{holds} that {but['what']}. {settled}"


def _own_stands(context: Context) -> Iterator[Told]:
    """Yield the sentences in which somebody says that a side takes none: its “objective and fair stance”."""
    for told in context.coverage.told.values():
        said = [_bare(quotation.text) for quotation in told.quotations]
        if any(
            words & word_set("questions", "impartial") and words & word_set("questions", "stand") for words in said
        ):
            yield told


def _of_side(stands: Sequence[Told], side: str) -> list[Place]:
    countries = find_countries(side)
    return [told.place for told in stands if countries & find_countries(told.text) or side in told.text]


def _bare(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[\w-]+", text.lower()))


def _is_person(told: Told, who: str) -> bool:
    persons = [name for name in told.names if name.kind == "person"]
    return any(who.endswith(told.text[name.start - told.start : name.end - told.start]) for name in persons)

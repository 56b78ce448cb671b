"""Questions about what is contested: claims against acts, accusations, denials, what one report leaves out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from generator.lexicon import read_lexicon, word_set
from generator.stories.countries import find_countries
from generator.stories.deciding import finding_beside, is_finding
from generator.stories.evidence import Place, Told
from generator.stories.questions.actors import person_meant
from generator.stories.questions.against import places_denied
from generator.stories.questions.answers import settled_by
from generator.stories.questions.asking import (
    Context,
    Question,
    Reason,
    articles_say,
    ask,
    everywhere,
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
from generator.stories.words import phrases

# The part of a charge's words that somebody's own words have, if they make the same charge.
SAME_CHARGE = 0.5
# Ruritania claims to be neutral
_CLAIMS = re.compile(rf"(?P<subject>{NAME}) (?P<verb>claims?) to be (?P<what>[a-z][^,.;:\"“”]{{2,60}})")
# Claiming to be neutral in the war, Ruritania
_CLAIMING = re.compile(rf"Claiming to be (?P<what>[a-z][^,.;:\"“”]{{2,60}}), (?P<subject>{NAME})")
# Ann Lee has accused the mayor of taking bribes
_ACCUSES = re.compile(
    rf"(?P<who>(?!(?:I|We|He|She|They|It|You) ){NAME}) (?:has |have |had |also )?(?:accused|accuses|accuse) "
    r"(?P<whom>[^,.;:\"“”]{2,50}?) of (?P<what>[^,.;:\"“”]{3,120})"
)
# has been accused of taking bribes | is widely suspected of taking bribes
_ACCUSED = re.compile(
    r"\b(?:has been|have been|had been|is|are|was|were|stands?) (?:also |long |often |widely |repeatedly )?"
    r"(?P<verb>accused|suspected) of (?P<what>(?:[^.;:,(\"“”]|(?<=\d)[.:](?=\d)){3,200})"
)
# accused of theft by his partner; not: by stealing
_ACCUSER = re.compile(r"\bby (?!\w+ing\b)")
# hiding two reports | and asserted that they were lost
_NEXT_VERB = re.compile(r",? (?:and|but) \w+ed\b")
# …, but | its ships tell another story
_BUT = re.compile(r", but (?P<what>[^.;\"“”,]{10,150})")
# accused her of theft | , though the papers show that she paid
_WEIGHED = re.compile(r",? (?:although|but|despite|even though|however|though)\b")
# The council's answer was that | the pier was safe
_COUNTERED = re.compile(r"['’]s? (?:answer|counter-?argument|defen[cs]e|rebuttal|reply|response) (?:is|was) that\b")
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
# accused of shielding the port | by hiding reports | over two letters
_GROUNDS = re.compile(r"\b(?:by|because|after|since|through|over|citing|based on|for \w+ing|in \w+ing)\b")


def ask_positions(context: Context) -> Iterator[Question]:
    """Ask whether somebody is what they claim to be, whether critics are right, whether an accusation holds."""
    stands = list(_own_stands(context))
    denials = list(find_denials(context))
    denied = set(places_denied(context))
    for told in context.coverage.undamaged_first():
        for match in (*_CLAIMS.finditer(told.text), *_CLAIMING.finditer(told.text)):
            if match["what"].startswith("to "):
                continue
            verb = "Are" if match.groupdict().get("verb") == "claim" else "Is"
            reason = Reason("position", _against(told, match), "position.claims-to-be")
            asked = ask(context, told, f"{verb} {match['subject']} {trimmed(match['what'])}, as claimed?", reason)
            own = (
                _of_side(stands, match["subject"])
                if word_set("questions", "impartial") & _bare(match["what"])
                else ()
            )
            yield replace(asked, places=tuple(dict.fromkeys((*asked.places, *own))))
        for match in (found for found in _ACCUSES.finditer(told.text) if _may_be_right(told, found)):
            accusation = _accusation(context, told, match, denials)
            if accusation is not None:
                yield accusation
                denied.update(accusation.places)
    claims = list(find_denied(context))
    yield from (ask_denial(context, denial, claims) for denial in denials if denial.told.place not in denied)
    for claim in claims:
        yield from ask_denied(context, claim, denials)
    yield from ask_critics(context)


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


def ask_accusations(context: Context) -> Iterator[Question]:
    """Ask who accuses, where neither the sentence nor the rest of the story tells."""
    accused = [match["whom"] for told in context.coverage.told.values() for match in _ACCUSES.finditer(told.text)]
    for told in context.coverage.undamaged_first():
        for match in _ACCUSED.finditer(told.text):
            if _ACCUSER.search(match["what"]) or told.text[match.end() :].startswith(('"', "“")):
                continue
            subject = _subject(told) or _meant(context, told)
            if subject is not None and not _has_accuser(context, told, subject, match["what"], accused):
                verb = "accuses" if match["verb"] == "accused" else "suspects"
                question = f"Who {verb} {subject} of {trimmed(match['what'])}?"
                yield ask(context, told, question, _no_accuser(context, told, match["what"]))


def _no_accuser(context: Context, told: Told, what: str) -> Reason:
    """Say what is missing: the accuser, and the grounds where the charge itself gives none."""
    they, ends = articles_say(everywhere(context, told.place))
    grounds = "" if _GROUNDS.search(what) else " or on what grounds"
    because = (
        f"{they} report{ends} the accusation without saying who makes it{grounds}. "
        "An accuser with a name, or a document, would settle it."
    )
    return Reason("accusation", because, "accusation.no-accuser")


def _has_accuser(context: Context, told: Told, subject: str, what: str, accused: Sequence[str]) -> bool:
    """Tell whether the story names somebody who accuses the same side, or who says what it is accused of.

    A court or the like that found so is one, too, and whoever sues or prosecutes that side.
    """
    own = stems_of(subject)
    if any(own & stems_of(whom) for whom in accused):
        return True
    if _is_charged(context, told, subject):
        return True
    charge = stems_of(what) - own
    for one in context.coverage.told.values():
        if one.place == told.place or not own & stems_told(one):
            continue
        saying = any(quotation.speaker and not own & stems_of(quotation.speaker) for quotation in one.quotations)
        if (saying or is_finding(one)) and len(charge & stems_told(one)) >= SAME_CHARGE * len(charge):
            return True
    return False


def _is_charged(context: Context, told: Told, subject: str) -> bool:
    """Tell whether somebody sues or charges that side; of a person, whether the article tells of police."""
    own = stems_of(subject)
    last = subject.rsplit(maxsplit=1)[-1].lower()
    names = context.coverage.findings(told.place).names
    person = any(name.kind == "person" and name.name.lower().endswith(last) for name in names)
    return any(
        (own & stems_told(one) or (person and one.place.article == told.place.article))
        and _charging().search(one.text)
        for one in context.coverage.told.values()
    )


def _against(told: Told, claim: re.Match[str]) -> str:
    """Return why a claim about oneself is open, with what the sentence holds against it."""
    says = f"The claim is {claim['subject']}'s own"
    settled = f"Only what {claim['subject']} does can show whether it is so."
    but = _BUT.search(told.text, claim.end())
    if but is None:
        return f"{says}. {settled}"
    at = told.start + but.start("what")
    said = [q for q in told.quotations if q.speaker and q.start <= at < q.end]
    speaker = next((q.speaker for q in said), None)
    holds = f"{within_sentence(speaker)} holds against it" if speaker else "an article holds against it"
    if any(q.kind != "indirect" for q in said):
        return f"{says}; {holds}: “{but['what']}”. {settled}"
    return f"{says}; {holds} that {but['what']}. {settled}"


def _meant(context: Context, told: Told) -> str | None:
    """Return whom “He” or “She” at the start of a sentence means."""
    first = told.text.split()[0]
    return person_meant(context, told, first, 0) if first in {"He", "She"} else None


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


def _subject(told: Told) -> str | None:
    """Return the name that a sentence begins with."""
    first = next(iter(told.names), None)
    if first is None or first.start - told.start > len("The "):
        return None
    return within_sentence(told.text[: first.end - told.start])


@cache
def _charging() -> re.Pattern[str]:
    return phrases(read_lexicon("questions")["charging"])

"""Questions about what is contested: claims against acts, accusations, denials, what one report leaves out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from generator.extract.names.words import COMMON
from generator.lexicon import read_lexicon
from generator.stories.countries import find_countries
from generator.stories.evidence import Place, Told
from generator.stories.questions.asking import (
    Context,
    Question,
    Reason,
    ask,
    trimmed,
    within_sentence,
)
from generator.stories.questions.courts import is_finding, stems_of, stems_told
from generator.stories.questions.critics import ask_critics

# The part of a charge's words that somebody's own words have, if they make the same charge.
SAME_CHARGE = 0.5
_NAME = r"[A-Z][\w.'’-]{0,40}(?: (?:(?:of|the|and) )?[A-Z][\w.'’-]{0,40}){0,4}"
# Ruritania claims to be neutral
_CLAIMS = re.compile(rf"(?P<subject>{_NAME}) (?P<verb>claims?) to be (?P<what>[a-z][^,.;:\"“”]{{2,60}})")
# Claiming to be neutral in the war, Ruritania
_CLAIMING = re.compile(rf"Claiming to be (?P<what>[a-z][^,.;:\"“”]{{2,60}}), (?P<subject>{_NAME})")
# Ann Lee has accused the mayor of taking bribes
_ACCUSES = re.compile(
    rf"(?P<who>(?!(?:I|We|He|She|They|It|You) ){_NAME}) (?:has |have |had |also )?(?:accused|accuses|accuse) "
    r"(?P<whom>[^,.;:\"“”]{2,50}?) of (?P<what>[^,.;:\"“”]{3,120})"
)
# has been accused of taking bribes | is widely suspected of taking bribes
_ACCUSED = re.compile(
    r"\b(?:has been|have been|had been|is|are|was|were|stands?) (?:also |long |often |widely |repeatedly )?"
    r"(?P<verb>accused|suspected) of (?P<what>(?:[^.;:,(\"“”]|(?<=\d)[.:](?=\d)){3,200})"
)
# accused of theft by his partner; not: by stealing
_ACCUSER = re.compile(r"\bby (?!\w+ing\b)")
# The minister denied misleading the house | The union rejected the claim that it had known; not: rejected the bill
_DENIES = re.compile(
    rf"(?P<subject>(?!(?:I|We|He|She|They|It|You) ){_NAME}|[Tt]he [a-z]+) (?:has |have |had )?"
    r"(?P<verb>denie[sd]|deny|(?:disput|contradict)(?:e[sd]|s|ed)"
    r"|(?:reject|dismiss)(?:s|es|ed)(?= (?:that|the|any|all|such|those|as false)?\s?"
    r"(?:claim|charge|accusation|allegation|criticism|suggestion|report|idea|false)s?\b)) "
    r"(?P<what>[^.;:\"“”]{4,120})"
)
# …, but | its ships tell another story
_BUT = re.compile(r", but (?P<what>[^.;\"“”,]{10,150})")
# the minutes | of the council
_OF = re.compile(r" (?:of|on|about|from|for|in|by)\b")
# denied the charge, | he said
_HE_SAID = re.compile(r", \w+ (?:said|added|told)\b")
# …, though this topic was not mentioned in the ministry's report
_LEFT_OUT = re.compile(
    r",? (?:though|although|but|while|however) (?:this|that|the|which) (?:\w+ )?(?:was|were|is) not "
    r"(?:mentioned|included|reported|named|referred to) (?:in|by) (?P<where>[^,.;\"“”]{3,80})"
)
# The statement did not mention the strike
_NOT_MENTIONED = re.compile(
    rf"(?P<where>{_NAME}|[Tt]he [a-z]+(?: [a-z]+){{0,3}}) (?:did not mention|made no mention of) "
    r"(?P<what>[^.;\"“”]{3,90})"
)
_ACCUSATION_MADE = Reason(
    "position",
    "The articles report the accusation; they do not show that it is true. "
    "Evidence, or a finding by a court or an inquiry, would settle it.",
    "position.accuses",
)
_DENIAL = Reason(
    "position",
    "The denial stands against what was said before, and nothing in the articles decides which is right. "
    "Evidence for either would settle it.",
    "position.denies",
)
_NO_ACCUSER = Reason(
    "accusation",
    "The articles report the accusation without saying who makes it or on what grounds. "
    "An accuser with a name, or a document, would settle it.",
    "accusation.no-accuser",
)
# stressed that she hoped | for | a second canal; spoke | of | a second canal
_TOPIC = re.compile(
    r" (?:for|of|about|over|regarding|concerning) (?P<topic>(?:an?|the|more|new) [^,;:\"“”]{4,90})$"
)
_NO_MENTION = Reason(
    "omission",
    "The article points out what is missing, and not why. An explanation by its authors would settle it.",
    "omission.did-not-mention",
)


def ask_positions(context: Context) -> Iterator[Question]:
    """Ask whether somebody is what they claim to be, whether critics are right, whether an accusation holds."""
    stands = list(_own_stands(context))
    for told in context.coverage.undamaged_first():
        for match in (*_CLAIMS.finditer(told.text), *_CLAIMING.finditer(told.text)):
            if match["what"].startswith("to "):
                continue
            verb = "Are" if match.groupdict().get("verb") == "claim" else "Is"
            reason = Reason("position", _against(told, match), "position.claims-to-be")
            asked = ask(context, told, f"{verb} {match['subject']} {trimmed(match['what'])}, as claimed?", reason)
            own = _of_side(stands, match["subject"]) if _words("impartial") & _bare(match["what"]) else ()
            yield replace(asked, places=tuple(dict.fromkeys((*asked.places, *own))))
        for match in (found for found in _ACCUSES.finditer(told.text) if _is_whole(told, found)):
            be = "Are" if match["who"].endswith("s") and not _is_person(told, match["who"]) else "Is"
            question = f"{be} {match['who']} right in accusing {match['whom']} of {trimmed(match['what'])}?"
            yield ask(context, told, question, _ACCUSATION_MADE)
        for match in (found for found in _DENIES.finditer(told.text) if _is_whole(told, found)):
            if (
                match.start() == 0
                and " " not in match["subject"]
                and not _begins_with_bearer(told, match["subject"])
            ):
                continue
            question = (
                f"{match['subject']} {match['verb']} {trimmed(_HE_SAID.split(match['what'])[0])}: who is right?"
            )
            yield ask(context, told, question, _DENIAL)
    yield from ask_critics(context)


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
                yield ask(context, told, f"Who {verb} {subject} of {trimmed(match['what'])}?", _NO_ACCUSER)


def _has_accuser(context: Context, told: Told, subject: str, what: str, accused: Sequence[str]) -> bool:
    """Tell whether the story names somebody who accuses the same side, or who says what it is accused of.

    A court or the like that found so is one, too.
    """
    own = stems_of(subject)
    if any(own & stems_of(whom) for whom in accused):
        return True
    charge = stems_of(what) - own
    for one in context.coverage.told.values():
        if one.place == told.place or not own & stems_told(one):
            continue
        saying = any(quotation.speaker and not own & stems_of(quotation.speaker) for quotation in one.quotations)
        if (saying or is_finding(one)) and len(charge & stems_told(one)) >= SAME_CHARGE * len(charge):
            return True
    return False


def ask_omissions(context: Context) -> Iterator[Question]:
    """Ask about what, as an article itself points out, a report leaves out."""
    for told in context.coverage.undamaged_first():
        for match in _LEFT_OUT.finditer(told.text):
            where, said = within_sentence(trimmed(match["where"])), trimmed(told.text[: match.start()])
            topic = _TOPIC.search(said)
            question = (
                f"What was said about {topic['topic']}, which {where} {_leaves(where)} out?"
                if topic
                else f"Why does {where} not mention this: {said}?"
            )
            yield ask(context, told, question, _one_report(told, where))
        for match in _NOT_MENTIONED.finditer(told.text):
            where, what = within_sentence(match["where"]), trimmed(match["what"])
            yield ask(context, told, f"Why did {where} not mention {what}?", _NO_MENTION)


def _leaves(report: str) -> str:
    """Return the form of “leave” for what a report is called.

    >>> _leaves("the minutes of the council"), _leaves("the official's report on all talks")
    ('leave', 'leaves')
    """
    head = _OF.split(report, maxsplit=1)[0]
    return "leave" if head.endswith("s") and not head.endswith(("ss", "'s", "’s")) else "leaves"


def _one_report(told: Told, where: str) -> Reason:
    speaker = next((quotation.speaker for quotation in told.quotations if quotation.speaker), None)
    who = f"Only {within_sentence(speaker)} is reported as speaking of it" if speaker else "One account has it"
    because = (
        f"{who}; the article points out that {where} does not mention it. "
        "A full transcript from either side would settle what was said."
    )
    return Reason("omission", because, "omission.not-in-report")


def _against(told: Told, claim: re.Match[str]) -> str:
    """Return why a claim about oneself is open, with what the sentence holds against it."""
    says = f"{claim['subject']} says so of itself; "
    settled = "Acts that fit only the claim, or only its opposite, would settle it."
    but = _BUT.search(told.text, claim.end())
    if but is None:
        return f"{says}it is reported as a claim. {settled}"
    at = told.start + but.start("what")
    said = [q for q in told.quotations if q.speaker and q.start <= at < q.end]
    speaker = next((q.speaker for q in said), None)
    holds = f"{within_sentence(speaker) if speaker else 'the article'} holds against it"
    if any(q.kind != "indirect" for q in said):
        return f"{says}{holds}: “{but['what']}”. {settled}"
    return f"{says}{holds}, in the article's words: {but['what']}. {settled}"


def _meant(context: Context, told: Told) -> str | None:
    """Return whom “He” or “She” at the start of a sentence means: the one such person of the sentence before."""
    gender = {"He": "m", "She": "f"}.get(told.text.split()[0])
    before = context.coverage.told.get(Place(told.place.article, told.place.sentence - 1))
    if gender is None or before is None:
        return None
    people = {name.name: name.gender for name in before.names if name.kind == "person"}
    fitting = [name for name, theirs in people.items() if theirs in {gender, None}]
    return fitting[0] if len(fitting) == 1 else None


def _own_stands(context: Context) -> Iterator[Told]:
    """Yield the sentences in which somebody says that a side takes none: its “objective and fair stance”."""
    for told in context.coverage.told.values():
        said = [_bare(quotation.text) for quotation in told.quotations]
        if any(words & _words("impartial") and words & _words("stand") for words in said):
            yield told


def _of_side(stands: Sequence[Told], side: str) -> list[Place]:
    countries = find_countries(side)
    return [told.place for told in stands if countries & find_countries(told.text) or side in told.text]


def _bare(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[\w-]+", text.lower()))


def _is_person(told: Told, who: str) -> bool:
    persons = [name for name in told.names if name.kind == "person"]
    return any(who.endswith(told.text[name.start - told.start : name.end - told.start]) for name in persons)


def _is_whole(told: Told, match: re.Match[str]) -> bool:
    """Tell whether what was matched ends with its clause: a stop within the sentence is an abbreviation's."""
    return told.text[match.end() : match.end() + 1] != "." or not told.text[match.end() + 1 :].strip(" \"”'’)")


def _begins_with_bearer(told: Told, word: str) -> bool:
    return word.lower() not in COMMON and any(
        name.start == told.start and name.kind in {"person", "organisation"} for name in told.names
    )


def _subject(told: Told) -> str | None:
    """Return the name that a sentence begins with."""
    first = next(iter(told.names), None)
    if first is None or first.start - told.start > len("The "):
        return None
    return within_sentence(told.text[: first.end - told.start])


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(read_lexicon("questions")[kind])

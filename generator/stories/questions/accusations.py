"""Questions about who accuses, where nobody is named for an accusation."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from generator.lexicon import read_lexicon
from generator.stories.deciding import is_finding
from generator.stories.evidence import Told
from generator.stories.questions.actors import person_meant
from generator.stories.questions.asking import (
    Context,
    Question,
    Reason,
    articles_say,
    ask,
    everywhere,
    trimmed,
    within_sentence,
)
from generator.stories.questions.disputes import ACCUSES
from generator.stories.questions.rulings import stems_of, stems_told
from generator.stories.words import phrases

# The part of a charge's words that somebody's own words have, if they make the same charge.
SAME_CHARGE = 0.5
# has repeatedly been accused of | is now suspected of | faces new allegations of | taking bribes
_ACCUSED = re.compile(
    r"\b(?:(?:ha[sd]|have|is|are|was|were|stands?) (?:(?:been|being|also|long|now|often|still|[a-z]+ly) ){0,3}"
    r"(?P<verb>accused|suspected)"
    r"|(?:faces?|faced|facing) (?:[a-z]+ )?(?:accusations|allegations|claims)) "
    r"of (?P<what>(?:[^.;:,(\"“”]|(?<=\d)[.:](?=\d)){3,200})"
)
# accused of theft by his partner; not: by stealing
_ACCUSER = re.compile(r"\bby (?!\w+ing\b)")
# accused of shielding the port | by hiding reports | over two letters
_GROUNDS = re.compile(r"\b(?:by|because|after|since|through|over|citing|based on|for \w+ing|in \w+ing)\b")


def ask_accusations(context: Context) -> Iterator[Question]:
    """Ask who accuses, where neither the sentence nor the rest of the story tells."""
    accused = [match["whom"] for told in context.coverage.told.values() for match in ACCUSES.finditer(told.text)]
    for told in context.coverage.undamaged_first():
        for match in _ACCUSED.finditer(told.text):
            if _ACCUSER.search(match["what"]) or told.text[match.end() :].startswith(('"', "“")):
                continue
            subject = _subject(told) or _meant(context, told)
            if subject is not None and not _has_accuser(context, told, subject, match["what"], accused):
                verb = "suspects" if match["verb"] == "suspected" else "accuses"
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


def _meant(context: Context, told: Told) -> str | None:
    """Return whom “He” or “She” at the start of a sentence means."""
    first = told.text.split()[0]
    return person_meant(context, told, first, 0) if first in {"He", "She"} else None


def _subject(told: Told) -> str | None:
    """Return the name that a sentence begins with."""
    first = next(iter(told.names), None)
    if first is None or first.start - told.start > len("The "):
        return None
    return within_sentence(told.text[: first.end - told.start])


@cache
def _charging() -> re.Pattern[str]:
    return phrases(read_lexicon("questions")["charging"])

"""Who announces a step: the one who acts or somebody who may speak for them, and in what words it is told."""

import re
from functools import cache

from generator.lexicon import read_lexicon, word_set
from generator.model.findings import Quotation
from generator.stories.countries import find_countries
from generator.stories.evidence import Told
from generator.stories.questions.actors import is_actor, is_person
from generator.stories.questions.asking import Context, article_of, capital, subject_within, trimmed, with_article
from generator.stories.words import content_words, empty_words


def announces(cue: str | None) -> bool:
    return any(word in word_set("questions", "announcing") for word in (cue or "").lower().split())


def is_own(told: Told, said: Quotation | None, pronoun: str) -> bool:
    """Tell whether “he” or “it” of a report is its speaker: named before it, and nobody else in that name.

    Not in “It would cost more, the bank said”, nor in “Ann Lee's lawyer said she will pay”.
    """
    if said is None or not said.speaker:
        return False
    before = told.text[: max(0, said.start - told.start)]
    anothers = pronoun.lower() in {"he", "she"} and any(mark in said.speaker for mark in ("'s ", "’s "))
    # Its leader, Ann Lee, said it would harm the port: the leader is no “it”.
    anothers |= pronoun.lower() == "it" and is_person(told, said.speaker)
    named = any(word in before.split() for word in said.speaker.split() if word.lower() not in empty_words())
    return named and not anothers


def may_announce(told: Told, said: Quotation, match: re.Match[str]) -> bool:
    """Tell whether a speaker announces what somebody else will do, and does not only foretell it.

    Whoever tells of a plan may; of what “will” be done those who speak for its doer: by their role, or as those who
    announce or speak for others; and of a thing that nobody is told to do (“the bridge will open”) the head of a
    town, a state or a firm.
    """
    if match["modal"] not in {"will", "would"}:
        return True
    speaker = said.speaker or ""
    about = [speaker, *(name.role or "" for name in told.names if name.name == speaker)]
    subject = match["subject"]
    shared = set(content_words(subject)) & set(content_words(" ".join(about)))
    same_land = find_countries(subject) & find_countries(" ".join(about))
    endings = (
        word_set("questions", "speaks_for")
        if is_actor(told, subject)
        else word_set("questions", "speaks_for") | word_set("questions", "heads")
    )
    official = any(ending in " ".join(about).lower() for ending in endings)
    cues = (said.cue or "").lower().split()
    return bool(
        shared or same_land or official or any(cue in word_set("questions", "announcing_others") for cue in cues)
    )


def lead_of(context: Context, told: Told, said: Quotation | None, clause: str) -> str | None:
    """Say who announced a step, in the words of the report: “Ann Lee said she intends to sue the port”."""
    if said is None or said.speaker is None or not announces(said.cue):
        return None
    verb = next((past for cue in (said.cue or "").lower().split() if (past := _said().get(cue))), "said")
    speaker = with_article(context, told, said.speaker)
    own = re.match(rf"(?:the )?{re.escape(said.speaker)} (?=[a-z])", clause, re.IGNORECASE)
    if own and is_person(told, said.speaker):
        return None
    itself = f"it {trimmed(clause[own.end() :])}" if own else _small(context, told, clause)
    return f"{capital(speaker)} {verb} {itself}"


def own_lead(context: Context, told: Told, modal: str) -> str:
    article = article_of(context, told)
    if "expected" in modal:
        return f"{article} says that this was expected"
    planned = modal.startswith(("plan", "intend"))
    return f"{article} says that this was {'planned' if planned else 'to happen'}"


def _small(context: Context, told: Told, clause: str) -> str:
    """Return a reported clause as it stands behind “she said”, if it opened its sentence."""
    first = clause.split(maxsplit=1)[0]
    return trimmed(clause).replace(first, subject_within(context, told, first), 1)


@cache
def _said() -> dict[str, str]:
    """Return the past of the verbs by which a step is announced, for each of their forms."""
    return {form: past for past, forms in read_lexicon("questions")["announced"].items() for form in forms}

"""Questions about announced steps that no article tells to have been taken, and about deadlines."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from generator.lexicon import read_lexicon
from generator.model.edtf import in_words, sort_key
from generator.stories.days import is_day
from generator.stories.evidence import Place, Told
from generator.stories.questions.asking import (
    Context,
    Question,
    Reason,
    ask,
    everywhere,
    short_enough,
    subject_within,
    trimmed,
    weight_of,
    with_article,
)
from generator.stories.wording import tell, uninserted
from generator.stories.words import content_words

# Words in common that make a later sentence a possible answer: then the question is not asked.
ANSWERED = 0.6
# A question of so few words is answered, it may be, wherever its verb comes again: “Did the office appeal?”
SHORT = 4
STEM = 4
# The council said | it | will | open a second bridge in 2030
_TO_COME = re.compile(
    r"(?:that\s+)?(?P<subject>[^\s,;:\"“”()][^,;:\"“”()]{1,70}?)\s+"
    r"(?P<modal>will|would|(?:is|are)\s+(?:set\s+|due\s+|expected\s+|scheduled\s+)?to|(?P<means>plans?|intends?)\s+to"
    r"|(?P<meant>planned|intended)\s+to)\s+"
    r"(?P<rest>(?:also\s+|then\s+|soon\s+)?(?P<verb>[a-z]+)\b.*)",
    re.DOTALL,
)
# said that | the office intends to appeal
_THAT_PLANS = re.compile(
    r"\bthat (?P<clause>(?:the|its|their|his|her|[A-Z])[^,;:\"“”]{2,60} (?:plans?|intends?) to [^,;:\"“”]+)"
)
# the strike deadline is | 31 October; the deadline currently stands at | 31 October
_DEADLINE = re.compile(
    r"\b(?:[Tt]he|an?|its|their) (?:(?:current|new|final|original) )?(?P<what>(?:[A-Za-z][\w-]* ){0,2}deadline) "
    r"(?:of |is |remains |(?:currently )?(?:stands|falls) (?:at|on) |is (?:now |currently )?(?:set )?(?:for |on ))"
)
# The mayor invited her counterpart Ann Lee to | visit Oslo in May
_INVITES = re.compile(
    r"\binvited (?P<whom>[^,.;:\"“”()]{2,60}?) to "
    r"(?P<what>(?:come|visit|attend|join|speak|address|travel|return|meet)\b[^.;:\"“”()]{0,80})"
)
# A subject with a verb or a clause in it was cut wrong.
_NOT_A_SUBJECT = re.compile(
    r"\b(?:said|says|say|told|think|thinks|believes?|expects?|hopes?|fears?|that|which|who|whom|if|when|where|whether|what|how|there|nobody|nothing|no|not|any|it|this"
    r"|these|those|such|we|I|you|is|are|was|were|has|have|had|but|and\s+will)\b"
)
_NO_SUBJECT_START = re.compile(
    r"(?:as|to|from|of|for|in|on|by|at|with|about|against|and|or|but|so|he|she|they|we|I|you|\w+ly)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"(?:he|she|they|it|we|I)", re.IGNORECASE)
_ADVERB = re.compile(r"(?:also|then|soon)\s+")
# … in May, but the court | … in May and the court
_NEXT_CLAUSE = re.compile(
    r"(?:,|\s[–—-])\s+(?:but|and|while|which|who|as|with|although|though|because|since|so|adding)\b|;|\s\("
)
# Did she step down today? (with no date beside it)
_UNPLACED = re.compile(r"\b(?:today|tonight|tomorrow|yesterday)\b(?! \[)")
# find a new leader | after the old one was defeated
_CLAUSE_OF_TIME = re.compile(
    r"\s(?:after|because|since|once) (?=[^,;.]{3,60}?\b(?:was|were|is|are|has|have|had|did)\b)"
)
# begin production in May and the mill | should | open; go down in history.''
_TWO_CLAUSES = re.compile(
    r"\b(?:will|would|should|shall|is|are|was|were|has|have|had|can|could|may|might|I|we|my|our)\b|``|''"
)
# will buried: a verb that lost its “be”; not: will proceed
_LOST_BE = re.compile(r"(?!(?:need|feed|speed|bleed|breed|shed|shred|wed|embed|\w*ceed)\b)\w+ed\b")
# The port would close if it rained | Were it to close; not: they were seen
_CONDITION = re.compile(r"\b(?:if|unless|were to)\b|^Were\b")
_ANNOUNCED = Reason(
    "announced",
    "The articles tell that it was to happen, not whether it did. A later report would settle it.",
    "announced",
)
_INVITED = Reason(
    "announced",
    "The articles tell of the invitation, not whether it was taken up. A later report would settle it.",
    "announced.invitation",
)
_DEADLINE_SET = Reason(
    "announced",
    "The articles give the deadline, not whether it was kept. A report after that day would settle it.",
    "announced.deadline",
)


def ask_announced(context: Context) -> Iterator[Question]:
    """Ask whether a step was taken that a sentence announces and no later article tells of."""
    stems = {place: _stems(told.words) for place, told in context.coverage.told.items()}
    for told in context.coverage.undamaged_first():
        if any(
            figure.status == "forecast" and (figure.measure or figure.unit == "%") for figure in told.figures
        ) or _CONDITION.search(told.text):
            continue
        asked = (question for question in did_questions(context, told) if not _UNPLACED.search(question))
        question = next((question for question in asked if short_enough(question)), None)
        if question is None or _may_be_told_later(context, stems, told, question):
            continue
        yield ask(context, told, question, _ANNOUNCED)


def ask_invitations(context: Context) -> Iterator[Question]:
    """Ask whether an invitation was taken up that no later article tells of."""
    stems = {place: _stems(told.words) for place, told in context.coverage.told.items()}
    for told in context.coverage.undamaged_first():
        for match in _INVITES.finditer(told.text):
            host = next((n.name for n in reversed(told.names) if n.start < told.start + match.start()), None)
            guest = next((n.name for n in told.names if n.start >= told.start + match.start("whom")), None)
            what = trimmed(_NEXT_CLAUSE.split(match["what"], maxsplit=1)[0])
            question = f"Did {guest} take up {host}'s invitation to {what}?"
            named = (
                host and guest and told.text.find(guest.split()[-1], match.start("whom"), match.end("whom")) >= 0
            )
            if named and not _may_be_told_later(context, stems, told, f"Did {guest} {what}?"):
                yield ask(context, told, question, _INVITED)


def ask_deadlines(context: Context) -> Iterator[Question]:
    """Ask of each day that is called a deadline whether it was kept, by its fullest name."""
    found: dict[str, list[tuple[str, Told]]] = defaultdict(list)
    for told in context.coverage.undamaged_first():
        for match in _DEADLINE.finditer(told.text):
            day = next((m for m in told.dates if m.start - told.start == match.end()), None)
            if day is not None and day.edtf is not None:
                found[day.edtf].append((match["what"], told))
    for edtf, calls in found.items():
        fullest = max(calls, key=lambda call: len(call[0]))[0]
        places = tuple(place for _, told in calls for place in everywhere(context, told.place))
        weight = max(weight_of(context, told.place) for _, told in calls)
        yield Question(f"Was the {fullest} of {in_words(edtf)} kept?", _DEADLINE_SET, places, weight)


def did_questions(context: Context, told: Told) -> Iterator[str]:
    """Turn what a sentence says will happen into a question: of its reported clauses first, then of itself."""
    coverage, article = context.coverage, told.place.article
    for quotation in told.quotations:
        if quotation.kind == "indirect" and told.start <= quotation.start and quotation.end <= told.end:
            clause = tell(coverage, article, quotation.start, quotation.end)
            speaker = quotation.speaker and with_article(told, quotation.speaker)
            yield from _did(context, told, clause, speaker, would=_announces(quotation.cue))
    if not told.quotations:
        yield from _did(context, told, tell(coverage, article, told.start, told.end), None, would=False)
    for match in _THAT_PLANS.finditer(told.text):
        yield from _did(context, told, match["clause"], None, would=False)


def _did(context: Context, told: Told, clause: str, speaker: str | None, *, would: bool) -> Iterator[str]:
    match = _TO_COME.match(clause)
    if not match or ((match["modal"] == "would" or match["meant"]) and not would):
        return
    subject, rest = match["subject"], _ADVERB.sub("", match["rest"], count=1)
    if _PRONOUN.fullmatch(subject):
        if speaker is None:
            return
        subject = speaker
    elif (
        _NOT_A_SUBJECT.search(subject[0].lower() + subject[1:])
        or _NO_SUBJECT_START.match(subject)
        or len(subject.split()) > 9
    ):
        return
    if subject.split()[-1].lower() in _words("no_actor"):
        return
    subject = subject_within(context, told, subject)
    rest = trimmed(_CLAUSE_OF_TIME.split(_NEXT_CLAUSE.split(rest, maxsplit=1)[0], maxsplit=1)[0])
    if _TWO_CLAUSES.search(rest) or _LOST_BE.match(rest):
        return
    verb, _, after = rest.partition(" ")
    if verb.endswith("ly") and after.startswith("be "):
        return
    if verb in _words("no_step") or (not after and not match["modal"].startswith(("plan", "intend"))):
        if after and verb == "be" and match["modal"].startswith(("is", "are")) and after.split()[0].endswith("ed"):
            yield f"{'Was' if match['modal'].startswith('is') else 'Were'} {subject} {after}?"
        return
    yield f"Did {subject} {rest}?"


def _may_be_told_later(context: Context, stems: Mapping[Place, frozenset[str]], told: Told, question: str) -> bool:
    """Tell whether an article published later may answer: then asking would be idle.

    It may if a sentence is much like the answer, or tells what the same bearer of a name did on the announced day.
    """
    story, words = context.coverage.story, _stems(content_words(uninserted(question)))
    published = story.findings[told.place.article].article.published
    later_articles = {
        number
        for number, findings in enumerate(story.findings)
        if number != told.place.article and _is_later(findings.article.published, published)
    }
    last = question.rstrip("?").split()[-1].lower().rstrip("e")
    days = [mention.edtf for mention in told.dates if is_day(mention.edtf)]
    names = {name.name for name in told.names if name.kind == "person"}
    return any(
        len(words & stems[place]) >= ANSWERED * len(words)
        or (len(words) <= SHORT and any(word.startswith(last) for word in later.words))
        or (names & {name.name for name in later.names} and any(event.edtf in days for event in later.events))
        for place, later in context.coverage.told.items()
        if place.article in later_articles
    )


def _is_later(one: str | None, other: str | None) -> bool:
    """Tell whether an article may have been published after another."""
    return one is None or other is None or sort_key(one) > sort_key(other)


def _stems(words: Iterable[str]) -> frozenset[str]:
    """Return what “steps” and “stepped” have in common."""
    return frozenset(word[:STEM] for word in words)


def _announces(cue: str | None) -> bool:
    return any(word in _words("announcing") for word in (cue or "").lower().split())


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(read_lexicon("questions")[kind])

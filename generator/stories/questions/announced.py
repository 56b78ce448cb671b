"""Questions about announced steps that no article tells to have been taken, and about deadlines."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from generator.lexicon import read_lexicon
from generator.model.edtf import in_words, sort_key
from generator.stories.days import is_day
from generator.stories.evidence import Place, Told
from generator.stories.questions.actors import state_that_acts
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
from generator.stories.questions.settled import stems, still_ahead, taken
from generator.stories.questions.succession import successions
from generator.stories.wording import tell, uninserted
from generator.stories.words import content_words

# Words in common that make a later sentence a possible answer: then the question is not asked.
ANSWERED = 0.6
# A question of so few words is answered, it may be, wherever its verb comes again: “Did the office appeal?”
SHORT = 4
Stems = Mapping[Place, frozenset[str]]
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
_TAKEN = Reason("announced", "It was announced; the answer rests on a later article that tells of it.", "announced")
_STILL_AHEAD = Reason(
    "announced",
    "No article tells that it was done by that day, and a later one has it as still to come. "
    "A report of that day would settle it.",
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
_DEADLINE_PASSED = replace(_STILL_AHEAD, rule="announced.deadline")
# what is called a deadline
_CALLED = re.compile(r"\bdeadline\b", re.IGNORECASE)
# sue over the controversy; not: over the controversy about the dam
_LEANS = re.compile(
    rf"\b(?:the|this|that|these|those|such) (?:[a-z-]+ )?(?:{'|'.join(read_lexicon('questions')['leaning'])})\b"
    r"(?! (?:of|on|over|about|to|that|between|with|in|against|for|at|from|by)\b)"
)


def ask_announced(context: Context) -> Iterator[Question]:
    """Ask whether an announced step was taken; not where a later article may tell of it, but not clearly."""
    stems_of = {place: stems(told.words) for place, told in context.coverage.told.items()}
    for told in context.coverage.undamaged_first():
        if any(
            figure.status == "forecast" and (figure.measure or figure.unit == "%") for figure in told.figures
        ) or _CONDITION.search(told.text):
            continue
        if any(successions(told)):
            continue
        asked = (question for question in did_questions(context, told) if not _UNPLACED.search(question))
        question = next((one for one in asked if short_enough(one) and not _LEANS.search(one)), None)
        if question is not None:
            yield from _settled(context, stems_of, told, question)


def _settled(context: Context, stems_of: Stems, told: Told, question: str) -> Iterator[Question]:
    """Yield a question about a step with what later articles tell of it; nothing where they may tell of it."""
    asked = ask(context, told, question, _ANNOUNCED)
    done = taken(context, told, question)
    days = [mention.edtf for mention in told.dates if mention.edtf and is_day(mention.edtf)]
    words = stems(content_words(uninserted(question)))
    ahead = still_ahead(context, told, days[0], [words]) if days else None
    if done is not None:
        answer = tell(context.coverage, done.place.article, done.start, done.end)
        yield replace(asked, reason=_TAKEN, answer=answer, places=(*asked.places, done.place))
    elif ahead is not None:
        later, answer = ahead
        places = (*asked.places, later.place)
        yield replace(asked, reason=_STILL_AHEAD, answer=answer, partly=True, places=places)
    elif not _may_be_told_later(context, stems_of, told, question):
        yield asked


def ask_invitations(context: Context) -> Iterator[Question]:
    """Ask whether an invitation was taken up that no later article tells of."""
    stems_of = {place: stems(told.words) for place, told in context.coverage.told.items()}
    for told in context.coverage.undamaged_first():
        for match in _INVITES.finditer(told.text):
            host = next((n.name for n in reversed(told.names) if n.start < told.start + match.start()), None)
            guest = next((n.name for n in told.names if n.start >= told.start + match.start("whom")), None)
            what = trimmed(_NEXT_CLAUSE.split(match["what"], maxsplit=1)[0])
            question = f"Did {guest} take up {host}'s invitation to {what}?"
            named = (
                host and guest and told.text.find(guest.split()[-1], match.start("whom"), match.end("whom")) >= 0
            )
            if named and not _may_be_told_later(context, stems_of, told, f"Did {guest} {what}?"):
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
        asked = Question(f"Was the {fullest} of {in_words(edtf)} kept?", _DEADLINE_SET, places, weight)
        ahead = still_ahead(context, calls[0][1], edtf, _matters(context, edtf)) if is_day(edtf) else None
        if ahead is not None:
            later, answer = ahead
            places = (*places, later.place)
            asked = replace(asked, reason=_DEADLINE_PASSED, answer=answer, partly=True, places=places)
        yield asked


def _matters(context: Context, day: str) -> list[frozenset[str]]:
    """Return the words of each sentence that names a deadline or its day: they tell what was to be done by then."""
    return [
        stems(told.words)
        for told in context.coverage.told.values()
        if _CALLED.search(told.text) or any(mention.edtf == day for mention in told.dates)
    ]


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
        verb, _, after = rest.partition(" ")
        subject = state_that_acts(context, told, verb, after) or speaker
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


def _may_be_told_later(context: Context, stems_of: Stems, told: Told, question: str) -> bool:
    """Tell whether an article published later may answer: then asking would be idle.

    It may if a sentence is much like the answer, or tells what the same bearer of a name did on the announced day.
    """
    story, words = context.coverage.story, stems(content_words(uninserted(question)))
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
        len(words & stems_of[place]) >= ANSWERED * len(words)
        or (len(words) <= SHORT and any(word.startswith(last) for word in later.words))
        or (names & {name.name for name in later.names} and any(event.edtf in days for event in later.events))
        for place, later in context.coverage.told.items()
        if place.article in later_articles
    )


def _is_later(one: str | None, other: str | None) -> bool:
    """Tell whether an article may have been published after another."""
    return one is None or other is None or sort_key(one) > sort_key(other)


def _announces(cue: str | None) -> bool:
    return any(word in _words("announcing") for word in (cue or "").lower().split())


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(read_lexicon("questions")[kind])

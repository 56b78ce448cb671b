"""Questions about announced steps that no article tells to have been taken, and about deadlines."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.lexicon import read_lexicon
from generator.model.edtf import bounds, in_words
from generator.stories.days import is_day
from generator.stories.deciding import court_that_found, is_finding
from generator.stories.evidence import Place, Told
from generator.stories.questions.answers import settled_by
from generator.stories.questions.appointments import find_appointments
from generator.stories.questions.asking import (
    Context,
    Question,
    Reason,
    ask,
    everywhere,
    leans,
    short_enough,
    trimmed,
    weight_of,
)
from generator.stories.questions.promises import is_promise
from generator.stories.questions.settled import later, may_be_later, stems, still_ahead, taken
from generator.stories.questions.steps import Step, find_steps
from generator.stories.questions.succession import successions
from generator.stories.wording import uninserted
from generator.stories.words import content_words

# Words in common that make a later sentence a possible answer: then the question is not asked.
ANSWERED = 0.6
# A question of so few words is answered, it may be, wherever its verb comes again: “Did the office appeal?”
SHORT = 4
# Words in common that make a later finding one on the matter of a step.
SAME_MATTER = 3
# Days after which what was announced is history.
LONG_AGO = 180
Stems = Mapping[Place, frozenset[str]]
# the strike deadline is | 31 October; the deadline currently stands at | 31 October
_DEADLINE = re.compile(
    r"\b(?:[Tt]he|an?|its|their) (?:(?:current|new|final|original) )?(?P<what>(?:[A-Za-z][\w-]* ){0,2}deadline) "
    r"(?:of |is |remains |(?:currently )?(?:stands|falls) (?:at|on) |is (?:now |currently )?(?:set )?(?:for |on ))"
)
# The mayor invited her counterpart Ann Lee to | visit Oslo in May
_INVITES = re.compile(
    r"\binvited (?P<whom>[^,.;:\"“”()]{2,60}?) to "
    r"(?P<what>(?:come to|visit|attend|join|speak|address|travel|return|meet)\b[^.;:\"“”()]{0,80})"
)
# … in May, but the court
_NEXT_CLAUSE = re.compile(r",\s+(?:but|and|while|which|who|as|with|although|though|because|since|so)\b")
# Did she step down today? (with no date beside it) | within the next six months
_UNPLACED = re.compile(
    r"\b(?:today|tonight|tomorrow|yesterday)\b(?! \[)"
    r"|\b(?:days?|weeks?|months?|years?) later\b"
    r"|\b(?:in|within|over|during) (?:the (?:next|coming) |a few |a couple )"
    r"|\b(?:next|later this|this) (?:year|month|week|summer|spring|autumn|fall|winter|[A-Z][a-z]+day)\b(?! \[)"
)
# The port would close if it rained | Were it to close; not: they were seen
_CONDITION = re.compile(r"\b(?:if|unless|were to)\b|^Were\b")
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
_HIS = re.compile(r"\b(?:his|her)\b")
# Did she challenge the oath in court?
_TO_COURT = re.compile(r"\b(?:in court|to court|sue|file|challenge|contest)\b")
# Did the office appeal?
_BARE_APPEAL = re.compile(r" appeal\?$")


def ask_announced(context: Context) -> Iterator[Question]:
    """Ask whether an announced step was taken; not where a later article may tell of it, but not clearly."""
    stems_of = {place: stems(told.words) for place, told in context.coverage.told.items()}
    for told in context.coverage.undamaged_first():
        forecast = any(one.status == "forecast" and (one.measure or one.unit == "%") for one in told.figures)
        if forecast or _CONDITION.search(told.text) or any(successions(told)) or _is_history(context, told):
            continue
        steps = (
            step
            for step in (*find_steps(context, told), *find_appointments(context, told))
            if step.is_deed
            and _is_plain(step.question)
            and not is_promise(context, step)
            and not _is_news(context, told, step)
            and not _is_anothers(told, step)
        )
        step = next(steps, None)
        if step is not None:
            yield from _settled(context, stems_of, told, step)


def _is_history(context: Context, told: Told) -> bool:
    """Tell whether a sentence tells of long before its article, which mostly tells how it came out."""
    published = context.coverage.findings(told.place).article.published
    today = bounds(published)[0] if published else None
    ends = [last for event in told.events if (last := bounds(event.edtf)[1]) and event.status == "happened"]
    return bool(today and ends) and all((today - last).days > LONG_AGO for last in ends if today)


def _is_news(context: Context, told: Told, step: Step) -> bool:
    """Tell whether the article's title or lede tells that the step is taken: that bidders “extended” theirs."""
    lede = context.top.ledes[told.place.article]
    news = [context.coverage.findings(told.place).article.title or ""]
    news += [context.coverage.told[lede].text] if lede and lede != told.place else []
    stem = step.verb.rstrip("e")
    pasts = {f"{stem}ed", f"{stem}{stem[-1:]}ed", f"{stem[:-1]}ied"}
    return any(not pasts.isdisjoint(text.lower().split()) for text in news)


def _is_anothers(told: Told, step: Step) -> bool:
    """Tell whether a step is about something of “his” or “hers” while the question names nobody."""
    people = (one.name for one in told.names if one.kind == "person")
    return bool(_HIS.search(step.question)) and not any(name in step.question for name in people)


def _is_plain(question: str) -> bool:
    """Tell whether a question can be read without the article it comes from."""
    return not _UNPLACED.search(question) and not leans(question) and short_enough(question)


def _settled(context: Context, stems_of: Stems, told: Told, step: Step) -> Iterator[Question]:
    """Yield a question about a step with what later articles tell of it; nothing where they may tell of it."""
    question = step.question
    if _BARE_APPEAL.search(question):
        court = court_that_found(context.coverage, told)
        if court is None:
            return
        question = f"{question[:-1]} [against the ruling of {court}]?"
    because = f"{step.lead}; no article tells whether it happened. A later report would settle it."
    asked = ask(context, told, question, Reason("announced", because, "announced"))
    done = taken(context, told, step.question)
    days = [mention.edtf for mention in told.dates if mention.edtf and is_day(mention.edtf)]
    words = stems(content_words(uninserted(step.question)))
    ahead = still_ahead(context, told, days[0], [words]) if days else None
    if done is not None:
        because = f"{step.lead}; the answer rests on a later article."
        if answered := settled_by(context, asked, done, Reason("announced", because, "announced")):
            yield answered
    elif ahead is not None:
        later, answer = ahead
        places = (*asked.places, later.place)
        yield replace(
            asked, reason=_STILL_AHEAD, answer=answer, partly=True, places=places, answered_at=(later.place,)
        )
    elif not (
        _may_be_told_later(context, stems_of, told, step.question)
        or _is_moot(context, told, step)
        or _is_told_shorter(context, told, step)
    ):
        yield asked


def _is_moot(context: Context, told: Told, step: Step) -> bool:
    """Tell whether a step was one before a court, and a court has found on its matter since, on whoever's suit."""
    words = stems(content_words(uninserted(step.question)))
    return bool(_TO_COURT.search(step.question)) and any(
        is_finding(one) and len(words & stems(one.words)) >= SAME_MATTER for one in later(context, told)
    )


def _is_told_shorter(context: Context, told: Told, step: Step) -> bool:
    """Tell whether a later article says, in fewer words, that the same one did it: “met owners” of ferries.

    It is not asked, though the day told may be another.
    """
    who, _, what = step.question.rstrip("?").removeprefix("Did ").partition(f" {step.verb} ")
    dates = stems(content_words(" ".join(mention.text for mention in told.dates)))
    doer, rest = stems(content_words(who)), stems(content_words(uninserted(what))) - dates
    pasts = {past for past, verb in read_lexicon("questions")["pasts"].items() if verb == step.verb}
    pasts = pasts or {f"{step.verb.removesuffix('e')}ed"}
    return any(
        doer <= (words := stems(one.words)) and rest & words and not pasts.isdisjoint(one.text.lower().split())
        for one in later(context, told)
        if doer and step.verb
    )


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
            asked = replace(
                asked,
                reason=_DEADLINE_PASSED,
                answer=answer,
                partly=True,
                places=places,
                answered_at=(later.place,),
            )
        yield asked


def _matters(context: Context, day: str) -> list[frozenset[str]]:
    """Return the words of each sentence that names a deadline or its day: they tell what was to be done by then."""
    return [
        stems(told.words)
        for told in context.coverage.told.values()
        if _CALLED.search(told.text) or any(mention.edtf == day for mention in told.dates)
    ]


def _may_be_told_later(context: Context, stems_of: Stems, told: Told, question: str) -> bool:
    """Tell whether an article published later may answer: then asking would be idle.

    It may if a sentence is much like the answer, or tells what the same bearer of a name did on the announced day.
    """
    story, words = context.coverage.story, stems(content_words(uninserted(question)))
    published = story.findings[told.place.article].article.published
    later_articles = {
        number
        for number, findings in enumerate(story.findings)
        if number != told.place.article and may_be_later(findings.article.published, published)
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

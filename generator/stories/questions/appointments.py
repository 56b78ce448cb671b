"""What is fixed for a time: a hearing is set for 3 May, the result is certified, the firm has six weeks to pay."""

import re
from collections.abc import Iterator

from generator.lexicon import read_lexicon, word_set
from generator.model.edtf import bounds
from generator.model.findings import Quotation
from generator.stories.evidence import Told
from generator.stories.questions.actors import is_actor
from generator.stories.questions.announcers import announces, lead_of, own_lead
from generator.stories.questions.asking import Context, article_of
from generator.stories.questions.steps import (
    Step,
    is_whole_step,
    names_day,
    own_words,
    subject_of,
    with_date_meant,
)
from generator.stories.wording import tell

_SUBJECT = r"(?:that\s+)?(?P<subject>[^\s,;:\"“”()][^,;:\"“”()]{1,70}?) "
_AIM = r"(?P<aim>to (?:consider|decide|determine|discuss|examine|review) [^,;:\"“”()]{3,70}? )?"
# The next hearing | to decide on bail | is set for | 3 May; The trial | is due to be held on | 3 May
_SET = re.compile(
    _SUBJECT
    + _AIM
    + r"(?:is|are) (?:now |currently |tentatively )?(?P<modal>scheduled|set|due|planned|slated|expected)"
    r"(?: to (?:be held|take place|go ahead))? (?:for|on) (?P<rest>.*)",
    re.DOTALL,
)
# The first funerals | will be | held on Thursday; the result | would be | certified on 3 May
_DONE = re.compile(
    _SUBJECT + r"(?P<modal>will|would) be (?P<rest>(?!(?:re)?scheduled|set|planned|expected|postponed|delayed)"
    r"(?:[a-z]+ed|held|sent|sold|sworn in) .*)",
    re.DOTALL,
)
# Berg | takes office | on 2 January
_FIXED = re.compile(
    rf"{_SUBJECT}(?P<verb>{'|'.join(read_lexicon('questions')['fixed'])}) (?:on )?(?P<rest>[A-Z0-9].*)", re.DOTALL
)
_LIMIT = rf"(?:\d+|{'|'.join(read_lexicon('function_words')['numbers'])}) (?:days|weeks|months)"
# Harbour Line | has | six weeks | to | pay the fine (or close); Berg | has until | Monday | to | ask for a recount
_HAS = re.compile(
    rf"{_SUBJECT}(?:has|have|was given|were given) "
    rf"(?:(?P<limit>{_LIMIT})|until (?P<day>[A-Z0-9][^,;:\"“”()]{{2,40}}?)) "
    r"to (?P<rest>(?!(?:do|enjoy|get|go|live|prepare|recover|rest|think|train|wait)\b)[a-z]+ .*)",
    re.DOTALL,
)
_MAY = rf"(?:may|can)(?= (?:{'|'.join(read_lexicon('questions')['allowed'])}))"
# The panel | will | submit its report | within | 60 days; Harbour Line | may | appeal | within eight weeks
_WITHIN = re.compile(
    rf"{_SUBJECT}(?:will|would|must|has to|have to|{_MAY}) "
    rf"(?P<rest>(?!be\b)[a-z]+ [^;:\"“”()]{{0,80}}?) ?\bwithin (?P<limit>{_LIMIT})\b",
)
# a three-member | panel | headed by a judge: who is to report
_A_BODY = re.compile(
    rf"(?:[Aa]n?|[Tt]he) (?:[a-z-]+ ){{0,3}}(?:{'|'.join(read_lexicon('questions')['deciders'])})\b"
)
# file | a request: of what is not told
_BARE = re.compile(r"\b(?:an?|her|his|its|the|their) (?:application|claim|complaint|motion|petition|request)$")
# pay the fine | or close
_ELSE = re.compile(r",? or (?=[a-z]+ )")
# The guild | called for | a general strike | on | 3 May
_CALLED = re.compile(
    rf"\bcall(?:ed|s)(?: for)? an? (?P<what>(?:[a-z-]+ ){{0,3}}?(?:{'|'.join(read_lexicon('tense')['appointed'])}))"
    r" (?:on|for) (?P<rest>[A-Z0-9][^,;:.\"“”]{1,40})"
)
# Friday | 3 May | May 3: a day
_DAY = re.compile(r"\b\d{1,2}\b|day\b")
# A month: longer is too vague for what is held in it.
_LONGEST = 31
# in August 2030 | between 3 and 9 May: with its preposition
_PLACED = re.compile(r"(?:in|on|by|between)\b")
# a hearing | in the harbour case; a meeting | of the council
_AFTER_HEAD = re.compile(r" (?:of|in|on|for|to|with|between|against|at|over|about)\b")
_ARTICLE = re.compile(r"(?:a|an) ", re.IGNORECASE)
_DETERMINED = re.compile(r"(?:the|its|their|his|her|this|both|all|[A-Z][\w-]*['’]s?) ", re.IGNORECASE)


def find_appointments(context: Context, told: Told) -> Iterator[Step]:
    """Yield what a sentence says is fixed for a day that was still to come."""
    for said in told.quotations:
        if said.kind == "indirect" and told.start <= said.start and said.end <= told.end and announces(said.cue):
            yield from _fixed(context, told, tell(context.coverage, told.place.article, said.start, said.end), said)
    if not told.quotations:
        yield from _fixed(context, told, tell(context.coverage, told.place.article, told.start, told.end), None)
    published = context.coverage.findings(told.place).article.published
    for match in _CALLED.finditer(told.text):
        start = told.start + match.start("rest")
        rest = own_words(told, tell(context.coverage, told.place.article, start, told.start + match.end("rest")))
        # Called for a vote on Friday, in an article of Friday: that is when they called for it.
        today = any(mention.edtf == published and mention.text in rest for mention in told.dates)
        if names_day(context, told, rest) and not today:
            yield _step(f"Did the {match['what']} take place on {rest}?", own_lead(context, told, "planned"))


def _step(question: str, lead: str) -> Step:
    return Step(question, lead, "", by_actor=False, dated=True, expected=False, by_day=True)


def _names_time(context: Context, told: Told, words: str) -> bool:
    """Tell whether words name a day, a week or a month, which begins no earlier than its article."""
    published = context.coverage.findings(told.place).article.published
    today = bounds(published)[0] if published else None
    times = [bounds(m.edtf) for m in told.dates if m.edtf and m.text in words]
    return today is not None and any(
        first and last and first >= today and (last - first).days < _LONGEST for first, last in times
    )


def _limited(context: Context, told: Told, clause: str) -> Iterator[Step]:
    """Yield what somebody has so much time for, or has to do within it."""
    names = {name.name for name in context.coverage.findings(told.place).names}
    for match in filter(None, (_HAS.match(clause), _WITHIN.match(clause))):
        rest = _ELSE.split(own_words(told, match["rest"]), maxsplit=1)[0]
        who, day = match["subject"], match.groupdict().get("day")
        subject = None if _BARE.search(rest) else subject_of(context, told, who, rest, None)
        if subject and is_whole_step(rest) and (who in names or _A_BODY.match(who) or is_actor(told, who)):
            time = f"by {day}" if day else f"within {match['limit']}"
            yield _step(f"Did {subject} {rest} {time}?", f"{article_of(context, told)} gives this time for it")


def _fixed(context: Context, told: Told, clause: str, said: Quotation | None) -> Iterator[Step]:
    yield from _limited(context, told, clause)
    for pattern in (_SET, _DONE, _FIXED):
        match = pattern.match(clause)
        if match is None:
            continue
        rest = own_words(told, match["rest"])
        subject = subject_of(context, told, match["subject"], rest, None)
        if subject is None or not is_whole_step(rest) or not _names_time(context, told, rest):
            continue
        question = _question(pattern, match, subject, with_date_meant(rest))
        if question:
            whole = clause[: match.start("rest")] + rest
            lead = lead_of(context, told, said, whole) or own_lead(
                context, told, match.groupdict().get("modal", "")
            )
            yield _step(question, lead)


def _question(pattern: re.Pattern[str], match: re.Match[str], subject: str, rest: str) -> str | None:
    head = _AFTER_HEAD.split(match["subject"], maxsplit=1)[0].split()[-1].lower()
    if pattern is _SET:
        if head not in word_set("questions", "occasions"):
            return None
        subject = _ARTICLE.sub("the ", subject, count=1)
        bare = not _DETERMINED.match(subject) and not head.endswith("s")
        on = "" if _PLACED.match(rest) else "on " if _DAY.search(rest) else "in "
        return f"Did {'the ' if bare else ''}{subject} {match['aim'] or ''}take place {on}{rest}?"
    if pattern is _DONE:
        return f"{'Were' if head.endswith('s') and not head.endswith('ss') else 'Was'} {subject} {rest}?"
    return f"Did {subject} {read_lexicon('questions')['fixed'][match['verb']]} on {rest}?"

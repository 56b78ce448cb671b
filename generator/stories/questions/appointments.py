"""What is fixed for a day, without anybody who does it: a hearing is set for 3 May, the result is certified."""

import re
from collections.abc import Iterator

from generator.lexicon import read_lexicon, word_set
from generator.model.findings import Quotation
from generator.stories.evidence import Told
from generator.stories.questions.announcers import announces, lead_of, own_lead
from generator.stories.questions.asking import Context
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
# The next hearing | is set for | 3 May; The trial | is due to be held on | 3 May
_SET = re.compile(
    _SUBJECT + r"(?:is|are) (?:now |currently |tentatively )?(?P<modal>scheduled|set|due|planned|slated|expected)"
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


def _fixed(context: Context, told: Told, clause: str, said: Quotation | None) -> Iterator[Step]:
    for pattern in (_SET, _DONE, _FIXED):
        match = pattern.match(clause)
        if match is None:
            continue
        rest = own_words(told, match["rest"])
        subject = subject_of(context, told, match["subject"], rest, None)
        if subject is None or not is_whole_step(rest) or not names_day(context, told, rest):
            continue
        question = _question(pattern, match, subject, with_date_meant(rest))
        if question:
            whole = clause[: match.start("rest")] + rest
            lead = lead_of(context, told, said, whole) or own_lead(
                context, told, match.groupdict().get("modal", "")
            )
            yield Step(question, lead, "", by_actor=False, dated=True, expected=False, by_day=True)


def _question(pattern: re.Pattern[str], match: re.Match[str], subject: str, rest: str) -> str | None:
    head = _AFTER_HEAD.split(match["subject"], maxsplit=1)[0].split()[-1].lower()
    if pattern is _SET:
        if head not in word_set("questions", "occasions"):
            return None
        subject = _ARTICLE.sub("the ", subject, count=1)
        bare = not _DETERMINED.match(subject) and not head.endswith("s")
        return f"Did {'the ' if bare else ''}{subject} take place on {rest}?"
    if pattern is _DONE:
        return f"{'Were' if head.endswith('s') and not head.endswith('ss') else 'Was'} {subject} {rest}?"
    return f"Did {subject} {read_lexicon('questions')['fixed'][match['verb']]} on {rest}?"

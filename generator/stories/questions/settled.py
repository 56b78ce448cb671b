"""What later articles tell of a step that was announced: that it was taken, that it is still ahead, or nothing."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from generator.lexicon import read_lexicon
from generator.model.edtf import bounds, in_words, sort_key
from generator.model.findings import DateMention
from generator.stories.days import is_day
from generator.stories.evidence import Told
from generator.stories.questions.asking import Context, trimmed
from generator.stories.wording import tell, uninserted
from generator.stories.words import content_words, phrases

STEM = 4
# Of the words of a step, so many are told of its day.
MOST_WORDS = 0.5
# A step of fewer words is told again by too many sentences.
LEAST = 3
# The words of a step that is still ahead: fewer do not tell which step it is.
LEAST_AHEAD = 2
# he intends to | leave the union by the end of January
_AHEAD = re.compile(
    r"\b(?:intends?|plans?|hopes?|expects?|wants?|(?:is|are) (?:set|due|scheduled|planning|expected|still)) to "
    r"(?P<step>[a-z]+ [^.;:\"“”]{3,100})"
)


def stems(words: Iterable[str]) -> frozenset[str]:
    """Return what “steps” and “stepped” have in common."""
    return frozenset(word[:STEM] for word in words)


def later(context: Context, told: Told) -> Iterator[Told]:
    """Yield the sentences of articles that were certainly published after a sentence's own, the earliest first."""
    findings = context.coverage.story.findings
    own = findings[told.place.article].article.published
    days = [found.article.published for found in findings]
    after = {number for number, day in enumerate(days) if own and day and sort_key(day) > sort_key(own)}
    yield from (one for place, one in context.coverage.told.items() if place.article in after)


def may_be_later(one: str | None, other: str | None) -> bool:
    """Tell whether an article of one day may have been published after one of another; a day may be unknown."""
    return one is None or other is None or sort_key(one) > sort_key(other)


def taken(context: Context, told: Told, question: str) -> Told | None:
    """Return a later sentence that tells the step of a question with all its words, as something that happened."""
    words = stems(content_words(uninserted(question)))
    dates = stems(content_words(" ".join(mention.text for mention in told.dates)))
    step = words - dates - stems(["did", "was", "were"])
    if " take place on " in question:
        step -= stems(["take", "place"])
    found = (one for one in later(context, told) if step <= stems(one.words) and one.events)
    done = next((one for one in found if not _not_taken().search(one.text)), None) if len(step) >= LEAST else None
    return done or _on_the_day(context, told, step) or _ruled_on(context, told, question)


def _on_the_day(context: Context, told: Told, step: frozenset[str]) -> Told | None:
    """Return a later sentence that tells, in most words of a step, what happened on the day it was fixed for."""
    days = {mention.edtf for mention in told.dates if is_day(mention.edtf)}
    least = max(LEAST_AHEAD, len(step) * MOST_WORDS)
    for one in later(context, told):
        on_day = any(event.edtf in days and event.status == "happened" for event in one.events)
        if on_day and len(step & stems(one.words)) >= least and not _not_taken().search(one.text):
            return one
    return None


def _ruled_on(context: Context, told: Told, question: str) -> Told | None:
    """Return a later sentence that tells how what was to be brought before a court ended: “ruled on the appeal”."""
    verb = question.rstrip("?").split()[-1].lower()
    if verb not in read_lexicon("questions")["brought_to_court"]:
        return None
    ruled = re.compile(
        rf"\b(?:{'|'.join(sorted(read_lexicon('questions')['decided']))}|heard|dismissed|rejected|won|lost) "
        rf"(?:on )?(?:the|its|their|his|her|an?) {re.escape(verb)}\b"
    )
    return next((one for one in later(context, told) if ruled.search(one.text)), None)


def still_ahead(
    context: Context, told: Told, day: str, matters: Sequence[frozenset[str]]
) -> tuple[Told, str] | None:
    """Return a sentence published after `day` that still has the step ahead, for a later day, and the answer.

    The step is one that all content words of a plan are in one of the `matters`, stems of what was announced.
    """
    for one in later(context, told):
        published = context.coverage.findings(one.place).article.published
        match = _AHEAD.search(one.text)
        if match is None or not is_day(published) or sort_key(published or "") <= sort_key(day):
            continue
        new = [m for m in one.dates if m.start >= one.start + match.start() and _is_after(m, day)]
        if not new:
            continue
        step = stems(content_words(one.text[match.start("step") : new[0].start - one.start]))
        step -= stems(["end", "beginning", "start", "middle"])
        if len(step) >= LEAST_AHEAD and any(step <= matter for matter in matters):
            words = tell(
                context.coverage, one.place.article, one.start + match.start("step"), one.start + match.end()
            )
            when = in_words(published or "")
            return one, f"It seems not: an article of {when} still tells of a plan to {trimmed(words)}."
    return None


def _is_after(mention: DateMention, day: str) -> bool:
    first = bounds(mention.edtf)[1] if mention.edtf else None
    return first is not None and first.isoformat() > day


@cache
def _not_taken() -> re.Pattern[str]:
    return phrases(read_lexicon("questions")["not_taken"])

"""Questions about what an article says is still to come: an approval that is needed, a report that is due."""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.lexicon import read_lexicon
from generator.stories.evidence import Place, Told
from generator.stories.questions.asking import Context, Question, Reason, article_of, ask, trimmed
from generator.stories.questions.settled import later, stems
from generator.stories.questions.steps import dates, own_words, with_date_meant
from generator.stories.wording import tell
from generator.stories.words import content_words

# So far before “it must be ratified” stands what must be.
BEFORE = 5
_MATTER = rf"(?P<noun>{'|'.join(read_lexicon('questions')['approved'])})"
_THING = re.compile(rf"\b[Tt]he (?P<what>(?:[a-z]+ )?{_MATTER})\b")
# The merger | , valued at £2bn, | still has to be approved by | shareholders | , who will vote; It must still be …
_MUST_BE = re.compile(
    rf"(?:[Tt]he (?P<what>(?:[a-z]+ )?{_MATTER})(?:, [^,;:\"“”]{{3,80}},)?|It) "
    r"(?:still )?(?:has|have|needs?|must)(?: still)?(?: to)? be "
    r"(?P<verb>approved|cleared|confirmed|passed|ratified|signed) by "
    r"(?P<whom>(?:the |both |[A-Z])[^,;:.\"“”]{2,60}|[a-z]+ of [^,;:.\"“”]{2,60})(?=[,.])"
)
# The deal | needs the approval of | the Harbour Board
_NEEDS = re.compile(
    rf"[Tt]he (?P<what>(?:[a-z]+ )?{_MATTER}) (?:still )?(?:needs|requires|awaits) (?:the )?"
    r"(?:approval|consent|backing) (?:of|from|by) (?P<whom>(?:the |both )[^,;:.\"“”]{2,60})(?=[,.])"
)
# A preliminary report | is due by 22 September; The findings | are expected in May
_DUE = re.compile(
    r"(?P<what>(?:A|An|The|Its|Their) (?:[a-z]+ )?(?P<noun>findings|report|results|verdict)) (?P<be>is|are) "
    r"(?:due|expected) (?P<rest>(?:by|before|in|on) [^;:\"“”]{3,60})\.$"
)
_INQUIRY = re.compile(r"\b(?:audit|enquiry|inquest|inquiry|investigation|probe|review|survey|trial)\b")
_REPORTED = re.compile(r"\b(?:findings|found|report|reported|results|verdict)\b")


def ask_pending(context: Context) -> Iterator[Question]:
    """Ask whether an approval came that is needed, and whether a report came by the day on which it was due."""
    for told in context.coverage.undamaged_first():
        lead = f"{article_of(context, told)} says: "
        for match in (*_MUST_BE.finditer(told.text), *_NEEDS.finditer(told.text)):
            what = match["what"] or _it(context, told)
            verb = match.groupdict().get("verb", "approved")
            if what and not told.is_quoted(told.start + match.start()) and not _decided(context, told, what, verb):
                by = trimmed(match["whom"])
                yield ask(context, told, f"Was the {what} {verb} by {by}?", _reason(context, told, lead))
        due = _DUE.match(told.text)
        if due and (published := _due(context, told, due)):
            before = context.coverage.told[Place(told.place.article, told.place.sentence - 1)]
            asked = ask(context, told, published, _reason(context, told, f"{lead}“{before.text}” "))
            yield replace(asked, places=(*asked.places, before.place))


def _reason(context: Context, told: Told, lead: str) -> Reason:
    words = tell(context.coverage, told.place.article, told.start, told.end)
    because = f"{lead}“{words}” No article tells whether it was. A later report would settle it."
    return Reason("announced", because, "announced.pending")


def _due(context: Context, told: Told, due: re.Match[str]) -> str | None:
    """Ask for the report of an inquiry that the sentence before tells of; None where a later article has one."""
    before = context.coverage.told.get(Place(told.place.article, told.place.sentence - 1))
    inquiry = _INQUIRY.search(before.text) if before else None
    start = told.start + due.start("rest")
    rest = with_date_meant(own_words(told, tell(context.coverage, told.place.article, start, told.end)))
    if (
        inquiry is None
        or not dates().search(rest)
        or any(_REPORTED.search(one.text) for one in later(context, told))
    ):
        return None
    were = "Were" if due["be"] == "are" else "Was"
    what = due["what"].split(" ", 1)[1]
    return f"{were} the {what} of the {inquiry[0]} published {rest}?"


def _it(context: Context, told: Told) -> str | None:
    """Return what “it” is: the one thing to be approved that the sentences before name."""
    sentences = (Place(told.place.article, told.place.sentence - back) for back in range(1, BEFORE + 1))
    found = {
        match["what"]
        for place in sentences
        if (before := context.coverage.told.get(place))
        for match in _THING.finditer(before.text)
    }
    return found.pop() if len(found) == 1 else None


def _decided(context: Context, told: Told, what: str, verb: str) -> bool:
    """Tell whether a later article has the verb with the thing: then asking would be idle."""
    words = stems([*content_words(what)[-1:], verb])
    return any(words <= stems(one.words) for one in later(context, told))

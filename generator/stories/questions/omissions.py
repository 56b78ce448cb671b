"""Questions about what, as an article itself points out, a report leaves out."""

import re
from collections.abc import Iterator

from generator.lexicon import word_set
from generator.stories.evidence import Told
from generator.stories.questions.asking import Context, Question, Reason, ask, trimmed, within_sentence

_NAME = r"[A-Z][\w.'’-]{0,40}(?: (?:(?:of|the|and) )?[A-Z][\w.'’-]{0,40}){0,4}"
# the minutes | of the council
_OF = re.compile(r" (?:of|on|about|from|for|in|by)\b")
_SILENT = (
    r"(?:(?:did|does|do) not (?:address|cover|discuss|mention|refer to)"
    r"|(?:made|make|makes) no (?:mention of|reference to)"
    r"|(?:is|are|kept|remained|stayed|was|were) silent (?:on|about)|(?:said|says) nothing (?:about|of|on)"
    r"|omits|omitted)"
)
_BUT = r",? (?:though|although|but|while|however) "
# …, | but that part is absent from | the guild's minutes
_LEFT_OUT = re.compile(
    rf"{_BUT}(?:this|that|these|those|the|which) (?:\w+ )?(?:(?:was|were|is|are) (?:not "
    r"(?:mentioned|included|recorded|reported|named|referred to) (?:in|by)|(?:absent|missing|omitted) from)"
    r"|(?:does|do|did) not (?:appear|feature|figure) in) (?P<where>[^,.;\"“”]{3,80})"
)
# …, although | the guild's minutes | are silent on | that
_SILENT_ON_IT = re.compile(
    rf"{_BUT}(?P<where>(?:the|its|their|an?|[A-Z])[^,.;\"“”]{{3,80}}?) {_SILENT} "
    r"(?:it|that|them|these|this|those|(?:the|this|that) (?:issue|matter|part|point|question|subject|topic))"
    r"(?=[,.;])"
)
# The clerk's letter | was silent on | the strike
_NOT_MENTIONED = re.compile(
    rf"(?P<where>{_NAME}|[Tt]he [a-z]+(?: [a-z]+){{0,3}}) {_SILENT} (?P<what>[^.;\"“”]{{3,90}})"
)
_POINTS = re.compile(r"(?:it|that|them|these|this|those)\b(?! [a-z]+)")
# stressed that she hoped | for | a second canal; spoke | of | a second canal
_TOPIC = re.compile(
    r" (?:for|of|about|over|regarding|concerning) (?P<topic>(?:an?|the|more|new) [^,;:\"“”]{4,90})$"
)
# the ministry's report on | the talks
_OCCASION = re.compile(r" (?:of|on|about|from) (?P<occasion>the (?:[a-z]+ ){0,2}[a-z]+)$")
# the account of | the strike did not mention
_PREPOSITION = re.compile(r" (?:of|on|about|from|for|in|by|after|to|with) $")
# The mill's account of the strike
_DETERMINED = re.compile(r"(?:The|Its|A|An|[A-Z][\w-]*['’]s?) (?=[\w'’ -]+$)")
# What leaves something out is named by so many words at most.
REPORT_WORDS = 10
_NO_MENTION = Reason(
    "omission",
    "The article points out what is missing, and not why. An explanation by its authors would settle it.",
    "omission.did-not-mention",
)


def ask_omissions(context: Context) -> Iterator[Question]:
    """Ask about what, as an article itself points out, a report leaves out."""
    for told in context.coverage.undamaged_first():
        for match in (*_LEFT_OUT.finditer(told.text), *_SILENT_ON_IT.finditer(told.text)):
            where, said = within_sentence(trimmed(match["where"])), trimmed(told.text[: match.start()])
            yield ask(context, told, _missing(said, where), _one_report(told, where))
        for match in _NOT_MENTIONED.finditer(told.text):
            report, what = _report(told, match), trimmed(match["what"])
            if report is None or match["where"].lower() in word_set("questions", "pronouns") or _POINTS.match(what):
                continue
            yield ask(context, told, f"Why did {report} not mention {what}?", _NO_MENTION)


def _report(told: Told, match: re.Match[str]) -> str | None:
    """Return the whole of what does not mention something: “the mill's account of the strike”, not “the strike”.

    None where its words do not begin with the sentence.
    """
    if not _PREPOSITION.search(told.text, 0, match.start()):
        return within_sentence(match["where"])
    whole = told.text[: match.end("where")]
    return within_sentence(whole) if len(whole.split()) <= REPORT_WORDS and _DETERMINED.match(whole) else None


def _missing(said: str, where: str) -> str:
    """Return the question that a report leaves open; whether its occasion dealt with the topic is not known.

    >>> _missing("Ana hoped for a second canal", "the ministry's report on the talks")
    "Did the talks deal with a second canal, which the ministry's report does not mention?"
    """
    topic, occasion = _TOPIC.search(said), _OCCASION.search(where)
    if topic and occasion:
        report = where[: occasion.start()]
        return f"Did {occasion['occasion']} deal with {topic['topic']}, which {report} {_does(report)} not mention?"
    if topic:
        return f"What was said about {topic['topic']}, which {where} {_does(where)} not mention?"
    return f"Why does {where} not mention this: {said}?"


def _does(report: str) -> str:
    """Return the form of “do” for what a report is called.

    >>> _does("the minutes of the council"), _does("the official's report on all talks")
    ('do', 'does')
    """
    head = _OF.split(report, maxsplit=1)[0]
    return "do" if head.endswith("s") and not head.endswith(("ss", "'s", "’s")) else "does"


def _one_report(told: Told, where: str) -> Reason:
    speaker = next((quotation.speaker for quotation in told.quotations if quotation.speaker), None)
    who = f"Only {within_sentence(speaker)} is reported as speaking of it" if speaker else "One account has it"
    because = (
        f"{who}; the article points out that {where} does not mention it. "
        "A full transcript from either side would settle what was said."
    )
    return Reason("omission", because, "omission.not-in-report")

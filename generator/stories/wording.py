"""How the brief words what an article says: verbatim, but for marked cuts […] and marked insertions [2021]."""

import re

from generator.lexicon import read_lexicon
from generator.model.edtf import bounds, in_words, is_uncertain
from generator.model.findings import DateMention, Findings
from generator.stories.evidence import Coverage
from generator.stories.words import phrases

CUT = "[…]"
# BEIJING - | LONDON, June 15 (Reuters) — | San Juan, Puerto Rico (AP) –
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'’ -]+[A-Z.]|(?:[A-Z][\w.'’-]+[ ,]{1,2}){1,4}(?=\([A-Z]))"  # the place
    r"(?:, ?[A-Z][A-Za-z. ]{1,20})?(?:,? ?\d{1,2})?"  # a country or a date
    r" ?(?:\([A-Z][\w ./-]{1,30}\))? ?[-–—]{1,2} ?(?=[\"“‘A-Z])"
)
# hitting $147 billion, according to Chinese customs data, up more than
_SAYS_WHO_INSIDE = re.compile(r", according to [^,.;:\"“”]{3,80}, ")
# last year [2021]
_INSERTED = re.compile(r"\[[^\[\]]*\]")
# The ministry | A judge
_ARTICLE = re.compile(r"(?:The|An?) ")
# last year's | Wednesday night
_BELONGS = re.compile(r"['’]s?\b| (?:night|morning|evening|afternoon)\b")
# 1999 | 2022
_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")
# last week | two days ago | Wednesday | today | Feb. 24; not: the year
_CALENDAR = read_lexicon("calendar")
_MONTH = phrases(name for month, short in _CALENDAR["months"].items() for name in (month, *short))
_RELATIVE = phrases(
    [
        *(
            name
            for days in (_CALENDAR["weekdays"], _CALENDAR["months"])
            for day, more in days.items()
            for name in (day, *more)
        ),
        *read_lexicon("openers")["relative_days"],
    ]
)
# One of so many days or more tells a reader nothing new.
VAGUE_DAYS = 8


def dateline_length(text: str) -> int:
    """Return how many characters of a sentence are its dateline.

    >>> dateline_length("BEIJING - The president"), dateline_length("NATO - and others - met")
    (10, 0)
    """
    match = _DATELINE.match(text)
    return match.end() if match else 0


def tell(coverage: Coverage, article: int, start: int, end: int) -> str:
    """Return a stretch of the article with the dates that its words mean, and without what only says who says so.

    Insertions stay out of quotation marks: what somebody said is left as it is. A year is said once.
    """
    findings = coverage.story.findings[article]
    text, shown = findings.article.text, set(_YEAR.findall(findings.article.text, start, end))
    parts, at = [], start + dateline_length(text[start:end])
    for mention in findings.dates:
        if mention.start < at or mention.end > end or _is_quoted(findings, mention):
            continue
        meant = _meaning(mention, coverage.sure(mention.edtf or ""))
        if meant and meant not in shown:
            shown.update(_YEAR.findall(meant))
            belongs = _BELONGS.match(text, mention.end, end)
            stop = belongs.end() if belongs else mention.end
            parts.append(text[at:stop] + f" [{meant}]")
            at = stop
    return "".join(parts) + text[at:end]


def cut_says_who(text: str) -> str:
    """Cut “, according to …,” from within a sentence, with a mark.

    >>> cut_says_who("Sales hit $3 million, according to the firm, up 4 percent.")
    'Sales hit $3 million, […] up 4 percent.'
    """
    return _SAYS_WHO_INSIDE.sub(f", {CUT} ", text, count=1)


def uninserted(text: str) -> str:
    """Return a text without its cuts and insertions, and whatever else stands in square brackets.

    >>> uninserted("sales last year [2021] fell, […] up 3%")
    'sales last year  fell,  up 3%'
    """
    return _INSERTED.sub("", text)


def said_by(findings: Findings, speaker: str | None) -> str | None:
    """Return a speaker as it stands within a sentence: “the ministry”; “The Hague Times” where that is a name."""
    if speaker is None or not _ARTICLE.match(speaker) or any(speaker == name.name for name in findings.names):
        return speaker
    return speaker[0].lower() + speaker[1:]


def _meaning(mention: DateMention, edtf: str) -> str | None:
    """Return what a reader needs to know beside the expression: nothing, the year, or the date."""
    if not edtf or mention.how is None or mention.type not in {"DATE", "TIME"}:
        return None
    if _YEAR.search(mention.text) or not _RELATIVE.search(mention.text):
        return None
    start, end = bounds(edtf)
    if start is None or end is None or (is_uncertain(edtf) and (end - start).days >= VAGUE_DAYS):
        return None
    return str(start.year) if _MONTH.search(mention.text) and start.year == end.year else in_words(edtf)


def _is_quoted(findings: Findings, mention: DateMention) -> bool:
    return any(
        quotation.start <= mention.start < quotation.end and quotation.kind != "indirect"
        for quotation in findings.quotations
    )

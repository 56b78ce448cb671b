"""How the brief words what an article says: verbatim, but for marked cuts […] and marked insertions [2021]."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from generator.lexicon import read_lexicon
from generator.model.edtf import bounds, in_words, is_uncertain
from generator.model.findings import DateMention, Findings
from generator.model.some_day import some_day
from generator.siblings import normal_words
from generator.stories.evidence import Coverage, is_quoted, within
from generator.stories.spelling import other_spellings
from generator.stories.words import content_words, phrases

CUT = "[…]"
# BEIJING - | LONDON, June 15 (Reuters) — | ARNES, Ill., Oct. 4 (UPI) — | Lom, North Norland (AP) – | ― The mayor
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'’ -]+[A-Z.]|(?:[A-Z][\w.'’-]+[ ,]{1,2}){1,4}(?=\([A-Z]))"  # the place
    r"(?:, ?[A-Z][A-Za-z. ]{1,20}){0,2}(?:,? ?\d{1,2})?"  # a country, a date
    r" ?(?:\([A-Z][\w ./-]{1,30}\))? ?[-–—―]{1,2} ?(?=[\"“‘A-Z])"
    r"|[–—―] (?=[A-Z])"
)
# selling 3,000 boats, according to the guild's own count, far more than
_SAYS_WHO_INSIDE = re.compile(r", according to [^,.;:\"“”]{3,80}, ")
# last year [2021]
_INSERTED = re.compile(r"\[[^\[\]]*\]")
# …, leading Washington to warn | … — a first | …, which took | … and called for | … : "In our view
_ELABORATES = re.compile(
    r",? [–—] (?=\w)|, (?=which |who |where |while |with |[a-z]+ing |[a-z]+ed |(?:a|an|the) )"
    r"| (?=and \w+ed )|(?=: [\"“])"
    r"|(?<=\]) (?=(?:in|at|during|over|after|amid|following|for|as|by|to) )"
)
# …, a baker from Arnes, | was sitting: the cut would take the verb of what stands before
_ASIDE_THEN_VERB = re.compile(
    r", (?:(?:an?|the|who|which) )[^,]{1,80}, (?:[a-z]+ed|are|did|had|has|have|is|said|was|were|will|would) "
)
# to searing insults to, now | …
_ENDS_OPEN = re.compile(r"\b(?:and|as|at|but|by|for|from|in|now|of|on|or|than|that|then|to|with),?$")
# …, an analyst | …, who said
_APPOSED = re.compile(r"(?:an?|the|who|whose|which) ")
# the sale of the schooner — an old ship — by the guild
_ASIDE = re.compile(r" [–—] [^–—]{8,120} [–—](?= \w)")
_DASH = re.compile(r" [–—] ")
# Words that a shortened sentence still has, and that a cut takes away: fewer are not worth a mark.
LEAST_KEPT, LEAST_CUT = 9, 4
# last year's | Wednesday night
_BELONGS = re.compile(r"['’]s?\b| (?:night|morning|evening|afternoon)\b")
# [between 3 and 20 May 2030] | [late May or June 2030]
_SPAN = re.compile(r" \[(?:between |(?:late )?[A-Z][a-z]+ (?:\d{4} )?or )[^\[\]]+\]")
# until | today
_BEFORE_DAY = re.compile(r"\b(?:until|till|by|from|since|for|of|than|as of) $", re.IGNORECASE)
# closed for five weeks | yesterday; even | today: a date in the place of "yesterday" would be that of the weeks
_AFTER_TIME = re.compile(r"\b(?:even|days?|weeks?|months?|years?|hours?|minutes?|decades?|nights?) $")
# the day before | the debate: the words that tell which day go on
_OPEN_ENDED = re.compile(r"\b(?:before|after|of)$")
# the 7 July | bombings, a Sept. 11 | terrorist attack: a day that names what happened may be of any year
_NAMES = re.compile(r" (?:[a-z]+ )?(?:attack|bombing|hijack|terrorist|victim)")
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
# said | according to
_SAYING = phrases(
    [form for forms in read_lexicon("reporting")["clause"] for form in forms.split()]
    + read_lexicon("openers")["attributing"]
)
# One of so many days or more is told as a span that the day lies in; a span of more than a year tells nothing.
VAGUE_DAYS, KNOWN_DAYS = 8, 366


def dateline_length(text: str) -> int:
    """Return how many characters of a sentence are its dateline.

    >>> dateline_length("BEIJING - The president"), dateline_length("NATO - and others - met")
    (10, 0)
    """
    match = _DATELINE.match(text)
    return match.end() if match else 0


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """A marked change to an article's words: `text` (a cut or an insertion) stands for `start` to `end`."""

    start: int
    end: int
    text: str


def insertion(at: int, words: str) -> Edit:
    return Edit(at, at, f" [{words}]")


def tell(coverage: Coverage, article: int, start: int, end: int, edits: Iterable[Edit] = ()) -> str:
    """Return a stretch of the article with `edits`, and with the dates that its words mean.

    Insertions stay out of quotation marks: what somebody said is left as it is. A year is said once. A
    date stands in the place of “today”. Who is spelled in a way of the article's own is told by the known name.
    """
    text = coverage.story.findings[article].article.text
    parts, at = [], start + dateline_length(text[start:end])
    spelled = (insertion(*one) for one in other_spellings(coverage.story.findings[article], start, end))
    for edit in sorted({*edits, *_dates(coverage, article, start, end), *spelled}):
        if at <= edit.start and edit.end <= end:
            parts.append(text[at : edit.start] + edit.text)
            at = edit.end
    return "".join(parts) + text[at:end]


def _dates(coverage: Coverage, article: int, start: int, end: int) -> Iterable[Edit]:
    """Yield what a reader must be told of the dates in a stretch."""
    findings = coverage.story.findings[article]
    text, shown = findings.article.text, set(_YEAR.findall(findings.article.text, start, end))
    for mention in within(findings.dates, start, end):
        named = bool(_MONTH.search(mention.text)) and _NAMES.match(text, mention.end, end)
        if mention.end > end or named or is_quoted(findings.quotations, mention.start):
            continue
        meant = _meaning(mention, coverage.sure(mention.edtf or ""))
        vague = meant is not None and bool(_SPAN.fullmatch(f" [{meant}]"))
        if meant and meant not in shown:
            if _is_open(findings, mention, start, end):
                meant = f"{meant}?"
            # A span tells of one day only: another expression of the same year still says nothing of itself.
            shown.update([meant] if vague else _YEAR.findall(meant))
            belongs = _BELONGS.match(text, mention.end, end)
            beside = insertion(belongs.end() if belongs else mention.end, meant)
            yield _instead(text, mention, meant, start) or beside


def without_spans(text: str) -> str:
    """Return a text without what tells one of many days.

    >>> without_spans("They met on Friday [May or June 2030] and on 1 July [2030].")
    'They met on Friday and on 1 July [2030].'
    """
    return _SPAN.sub("", text)


def _is_open(findings: Findings, mention: DateMention, start: int, end: int) -> bool:
    """Tell whether a forecast leaves it open that the year is meant: $3 billion this year, soon."""
    forecast = any(
        figure.status == "forecast" and figure.period and figure.period.rstrip("?") == mention.edtf
        for figure in within(findings.figures, start, end)
    )
    return forecast and bool(horizons().search(findings.article.text, start, end))


@cache
def horizons() -> re.Pattern[str]:
    """Return the pattern of a time to come that names no year: “soon”, “by the end of the decade”."""
    return phrases(read_lexicon("series")["horizons"])


def _instead(text: str, mention: DateMention, meant: str, start: int) -> Edit | None:
    """Return the date in the place of “today”: [On 3 May 2030] the council met, the council met [on 3 May 2030]."""
    alone = _deictic().fullmatch(mention.text) and not _BELONGS.match(text, mention.end)
    if not alone or not meant[0].isdigit() or _AFTER_TIME.search(text, start, mention.start):
        return None
    on = "" if _BEFORE_DAY.search(text, start, mention.start) else "On " if mention.text[0].isupper() else "on "
    return Edit(mention.start, mention.end, f"[{on}{meant}]")


@cache
def _deictic() -> re.Pattern[str]:
    return phrases(read_lexicon("openers")["deictic"])


def cut_says_who(text: str, speaker: str | None = None) -> str:
    """Cut “, according to …,” from within a sentence, with a mark; with `speaker`, only where it names them.

    >>> cut_says_who("Sales hit $3 million, according to the firm, up 4 percent.")
    'Sales hit $3 million, […] up 4 percent.'
    """
    match = _SAYS_WHO_INSIDE.search(text)
    if (
        not match
        or _APPOSED.match(text, match.end())
        or (speaker and not set(normal_words(speaker)) <= set(normal_words(match[0])))
    ):
        return text
    return f"{text[: match.start()]}, {CUT} {text[match.end() :]}"


def shortened(text: str, needed: frozenset[str] = frozenset()) -> str | None:
    """Return a sentence without its last elaboration, the cut marked; None where it has none that may go.

    What says who says so stays, and so do the `needed` words; what is left is a sentence.

    >>> shortened("The council of Arnes closed the bridge on Monday, leaving two islands without a road.")
    'The council of Arnes closed the bridge on Monday […].'
    """
    for match in reversed(list(_ELABORATES.finditer(text))):
        kept, gone = text[: match.start()], text[match.start() :]
        introduces = (text.startswith("[On ") or _introducing().match(text)) and "," not in kept
        at_dash = bool(_DASH.match(gone.removeprefix(",")))
        if (
            introduces
            or _ASIDE_THEN_VERB.match(gone)
            or _ENDS_OPEN.search(kept)
            or not _is_balanced(kept)
            or not _is_balanced(gone, odd_dashes=at_dash)
        ):
            continue
        if len(uninserted(kept).split()) < LEAST_KEPT or len(gone.split()) < LEAST_CUT:
            continue
        if not _is_needed(gone, kept, needed) and (gone.startswith(":") or not _SAYING.search(gone)):
            return f"{kept} {CUT}."
    aside = _ASIDE.search(text)
    if aside is None or _SAYING.search(aside[0]) or _is_needed(aside[0], uninserted(text), needed):
        return None
    return f"{text[: aside.start()]} {CUT}{text[aside.end() :]}"


def _is_needed(gone: str, kept: str, needed: frozenset[str]) -> bool:
    """Tell whether a part has a needed word that the rest has not; a name has other words for the same."""
    plain = " ".join(word for word in gone.split() if not word.lstrip("\"“‘'(")[:1].isupper())
    return bool(needed & set(content_words(plain)) - set(content_words(kept)))


def _is_balanced(text: str, *, odd_dashes: bool = False) -> bool:
    """Tell whether marks and brackets are paired, and dashes too; with `odd_dashes` but for one of them."""
    pairs = text.count("“") == text.count("”") and text.count("(") == text.count(")") and text.count('"') % 2 == 0
    return pairs and len(_DASH.findall(text)) % 2 == odd_dashes


def blanked(text: str) -> str:
    """Return a text with blanks for what stands in square brackets: every place stays where it was."""
    return _INSERTED.sub(lambda match: " " * len(match[0]), text)


def uninserted(text: str) -> str:
    """Return a text without its cuts and insertions, and whatever else stands in square brackets.

    >>> uninserted("sales last year [2021] fell, […] up 3%")
    'sales last year  fell,  up 3%'
    """
    return _INSERTED.sub("", text)


def _meaning(mention: DateMention, edtf: str) -> str | None:
    """Return what a reader needs to know beside the expression: nothing, the year, or the date."""
    if not edtf or mention.how is None or mention.type not in {"DATE", "TIME"}:
        return None
    if _YEAR.search(mention.text) or not _RELATIVE.search(mention.text) or _OPEN_ENDED.search(mention.text):
        return None
    start, end = bounds(edtf)
    if start is None or end is None:
        return None
    if is_uncertain(edtf) and (end - start).days >= VAGUE_DAYS:
        known = (end - start).days <= KNOWN_DAYS and edtf.startswith("[") and ".." in edtf
        return some_day(edtf) if known else None
    return str(start.year) if _MONTH.search(mention.text) and start.year == end.year else in_words(edtf)


def needs_day(text: str) -> bool:
    """Tell whether a text speaks of days that a reader cannot place without the date of the article."""
    return bool(_RELATIVE.search(text))


@cache
def _introducing() -> re.Pattern[str]:
    """Return the pattern of a word that opens a sentence before its main clause: On, While, Yesterday."""
    lexicon = read_lexicon("openers")
    return phrases([*lexicon["subordinating"], *lexicon["introducing"], *lexicon["relative_days"]])

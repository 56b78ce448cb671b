"""Lines of a timeline that tell no happening, and lines that only the sentences before them explain."""

import re
from functools import cache

from generator.lexicon import read_lexicon
from generator.model.findings import Event
from generator.stories.evidence import Coverage, Told
from generator.stories.own_days import unquoted
from generator.stories.wording import Edit, insertion
from generator.stories.words import content_words, phrases

# It is unclear whether the stop can be kept
_OPEN = re.compile(
    r"\b[Ii]t(?: is| was|['’]s| remains| remained) (?:still |as yet )?"
    r"(?:not (?:yet )?(?:clear|known)|un(?:clear|known|certain))\b"
)
# has barely been mentioned
_NOT_DONE = re.compile(
    r"\b(?:has|have|had) (?:barely|hardly|scarcely|rarely|never|not|yet to)\b|\b(?:hasn|haven|hadn)['’]t\b"
)
# The standard applied to Moe | is odd: the verb of the sentence is another, in the present
_HELD_NOW = re.compile(
    r"(?:\A|\A[^,]{1,120}, )(?:[Tt]he|An?|This|That|These) (?:[\w’'-]+ ){1,4}?"
    r"(?:\w+ed|bought|built|caught|found|held|made|seen|sold|taken) "
    r"(?:to|by|in|for|on|with|from|against|near|outside|inside|at) "
    r"(?:(?!(?:and|but|that|which|who)\b)[\w.’'-]+ ){1,10}?(?:is|are|has|have|will|can|should|must|may|might) "
)
# The strengthened | pact
_DESCRIBED = re.compile(r"(?:The|An?|This|These|Those) [a-z]{2,}ed [a-z]")
# In composite trading on Friday, Norcomp closed at $60: what is told each day
_ROUTINE = re.compile(
    r"\b(?:active|after-hours|composite|early|exchange|heavy|late|over-the-counter) trading\b"
    r"|\b(?:closed|closing) (?:at|down|higher|lower|off|unchanged|up)\b",
    re.IGNORECASE,
)
# planned to | pay: what was to come
_PLANNED = re.compile(
    r"\b(?:planned|intended|hoped|wanted|(?:was|were) (?:due|expected|planning|scheduled|set)|(?:was|were)) to\b"
)
# As a young clerk, | When she was a student,: the sentence goes on about long ago
_LONG_AGO = re.compile(
    r"(?:As an? (?:\w+ )?(?:apprentice|associate|boy|child|clerk|girl|graduate|intern|kid|student|teen(?:ager)?"
    r"|youngster|youth)\b|(?:When|As|While) (?:he|she|they) (?:was|were) (?:an? )?(?:child|young|student|growing))"
)
# seemed eager: an impression
_SEEMED = re.compile(
    r"\b(?:seem(?:s|ed)?|appear(?:s|ed) (?:to be|more|less)|look(?:s|ed) (?:like|as|more|less)|felt)\b"
)
# resigned
_ED = re.compile(r"\b[a-z]{2,}ed\b")
# said that she | seemed
_SAID = re.compile(r"\b(?:said|says|that|told)\b")
# “… I think | That we would lose,” Moe said: what is quoted begins elsewhere
_TORN = re.compile(r"[\"“'`]{1,2}\s?(?:…|\.\.\.)|[^\"“”]*[,.!?]\"(?=\s)")
# The centre | estimates that: no words of a day
_THINKS = re.compile(r"[^\"“]{3,160}? (?:believe|estimate|expect|fear|hope|predict|project|think)s? that\b")
# entered | them | into the record
_THEM = re.compile(r"\bthem\b")
_SEVERAL = re.compile(r"\b[a-z]{3,}s\b|\band\b|\bpeople\b|\bmen\b|\bwomen\b|\bchildren\b|\b[A-Z][a-z]+s\b")
# flew | here
_HERE = re.compile(r"\bhere\b(?!['’]s)")
# The Republican | is; not: The Republican Party
_CALLED = re.compile(r"(?:\A|, )[Tt]he (?:Democrat|Republican)\b(?! [A-Z])")
# said as much | did so
_SO = re.compile(
    r"\b(?:said|says|say|did|does|do|doing|saying) (?:as much|so|the same)\b(?! (?:that|long|far|many|much)\b)"
)
# the authors of | that piece; not: of that year
_THAT = re.compile(
    r"\b(?:of|in|on|at|to|for|with|from|by|about|against|under|during|after|before|over) "
    r"(?:that|those|these) (?P<noun>[a-z]{3,20})\b"
)
# noted | the rule | in the interview; not: the rule that, the rule of law
_THE = re.compile(
    r"\bthe (?P<noun>[a-z]{3,20})\b(?!-|, (?:which|who|where)\b| (?:in|on|at|from|with) (?:the )?[A-Z]"
    r"| (?:of|that|which|who|whom|to|by|about|between|against|over|for|[a-z]+ed by)\b"
    r"| [a-z]+(?: [a-z]+)? (?:of|that|to|for|between)\b)"
)
# again the nominee, | she | was arrested
_HE_OR_SHE = re.compile(r"\b(?:he|she)\b")
# “…,” | he | said in August
_HE_SAID = re.compile(r"[\"”’'] (?P<word>he|she) (?:said|told|added|wrote|tweeted|says|asked|continued)\b")


def is_uneventful(told: Told, event: Event, *, leads: bool) -> bool:
    """Tell whether a sentence tells how things are or seem, or what is not known or not done, and no happening."""
    text = unquoted(told)
    if _TORN.match(told.text):
        return True
    clause = text[max(0, event.start - told.start) : event.end - told.start]
    if leads:
        held = _HELD_NOW.search(text) or (event.rule == "lead.past" and _is_adjective(text))
        thinks = event.rule == "said" and _THINKS.match(text)
        return bool(thinks or _LONG_AGO.match(text) or _OPEN.match(text) or held)
    if _ROUTINE.search(text):
        return True
    seemed = _SEEMED.search(clause)
    if _OPEN.search(text) or (seemed and not _SAID.search(clause, 0, seemed.start())):
        return True
    planned = _PLANNED.search(clause)
    if planned and not _past().search(clause, 0, planned.start()) and not _ED.search(clause, 0, planned.start()):
        return True
    if event.rule == "dated.perfect" and _NOT_DONE.search(clause):
        return True
    return event.rule == "dated.state" and not (_done().search(clause) or _past().search(clause))


def _is_adjective(text: str) -> bool:
    """Tell whether the past at the start of a lede is no verb: “The strengthened pact carries heavy risks”."""
    match = _DESCRIBED.match(text)
    return match is not None and not (_ED.search(text, match.end()) or _past().search(text, match.end()))


def points_back(text: str, known: str) -> bool:
    """Tell whether a line names by a bare word what only the sentences before it tell: “that piece”, “here”.

    >>> points_back("The mayor flew here on Monday.", ""), points_back("Moe noted the rule in the interview.", "")
    (True, True)
    >>> points_back("Moe noted the rule that he broke.", ""), points_back("Moe noted the rule.", "A new rule")
    (False, False)
    """
    if _HERE.search(text) or _SO.search(text) or _CALLED.search(text):
        return True
    them = _THEM.search(text)
    if them and not _SEVERAL.search(text, 0, them.start()):
        return True
    words = set(content_words(known))
    for match in _THAT.finditer(text):
        noun = match["noun"]
        if noun not in _no_things() and noun not in text[: match.start()].lower():
            return True
    return any(
        match["noun"] in _told_before()
        and match["noun"] not in text[: match.start()].lower()
        and not {match["noun"], f"{match['noun']}s"} & words
        for match in _THE.finditer(text)
    )


def is_nameless(told: Told, text: str, start: int) -> bool:
    """Tell whether a stretch of a sentence speaks of “he” or “she” and names no person."""
    persons = (name.start for name in told.names if name.kind == "person")
    return bool(_HE_OR_SHE.search(text)) and not any(start <= at < start + len(text) for at in persons)


def speaker_named(coverage: Coverage, told: Told) -> tuple[Edit, ...] | None:
    """Return the marked name of whom “…,” he said means; None where it is not known, () where there is none."""
    match = _HE_SAID.search(told.text)
    if match is None:
        return ()
    at = told.start + match.start("word")
    if any(name.kind == "person" and name.start < at for name in told.names if not told.is_quoted(name.start)):
        return ()
    people = {name.name for name in coverage.findings(told.place).names if name.kind == "person"}
    speakers = {q.speaker for q in told.quotations if q.kind != "indirect" and q.speaker}
    if len(speakers) != 1 or not speakers <= people:
        return None
    return (insertion(told.start + match.end("word"), speakers.pop()),)


@cache
def _told_before() -> frozenset[str]:
    return frozenset(read_lexicon("standing")["told_before"])


@cache
def _no_things() -> frozenset[str]:
    return frozenset(read_lexicon("standing")["no_things"])


@cache
def _done() -> re.Pattern[str]:
    """Return the pattern of a state that is a deed: was held, was sworn in."""
    past = "|".join(read_lexicon("happenings")["past"])
    return re.compile(rf"\b(?:was|were|been|be|got) (?:\w+ly )?(?:{past}|\w{{2,}}ed)\b")


@cache
def _past() -> re.Pattern[str]:
    """Return the pattern of a verb that tells a deed."""
    return phrases(read_lexicon("happenings")["past"])

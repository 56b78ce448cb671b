"""Whether a day is that of what a line of the timeline tells, and whether the line tells a happening at all."""

import re
from collections.abc import Iterator
from functools import cache

from generator.lexicon import read_lexicon
from generator.model.findings import DateMention, Event
from generator.siblings import normal_words
from generator.stories.evidence import Coverage, Told
from generator.stories.wording import dateline_length
from generator.stories.words import content_words, phrases

# Shorter lines may have a capital in every long word by chance.
HEADLINE_WORDS = 5
# Last week, I met | told my colleague | the two guides we wrote; not: World War I, Fund for Our Future
_PERSONAL = re.compile(
    r"(?<!War )\bI\b(?!\.)|\b(?:me|my|we|our|us|you|your)\b|(?:\A|[.:—–] )(?:My|We|Our|You|Your)\b"
)
# “… words …” | ``…'' | "…"
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]|(?:``|(?<!\w)'')(?:[^'`]|'(?!')){0,400}''")
# Mayor Resigns After Vote: a word that a sentence has without a capital
_LONG_WORD = re.compile(r"\b[A-Za-z]{4,}\b")
# What ends a stretch of a sentence: a comma, a dash, a bracket
_BREAK = re.compile(r"[,;:(–—]| (?:--?|_) ")
# , | 2015 | winner of the prize
_LOWER = re.compile(r" [a-z]")
_YEAR = re.compile(r"[12]\d{3}")
# the towns that she won in
_DEFINES = re.compile(r"\b(?:the|those|an?) [a-z]{1,20} that [^,]{0,80}$")
# who left on | whose bridge opened in
_RELATIVE = re.compile(r"\b(?:who|whom|whose|which|where)\b")
# After her death | ahead of | despite the floods: what is dated behind these is another thing than the main verb's
_ASIDE = re.compile(
    r"\b(?:after|ahead of|amid|because|before|despite|following|prior to|since|though|until|than)\b"
    r"|\b(?:accompanied|caused|followed|preceded|prompted|sparked|triggered) by\b",
    re.IGNORECASE,
)
# the proof, | including a rifle found in
_PART = re.compile(
    r"\bincluding (?:[\w'’.-]+ ){1,8}?(?:\w+ed|bought|caught|found|held|made|seen|sent|sold|taken) (?:in |on )?$"
)
# $3 million, up from $2 million | a year ago
_YEAR_AGO = re.compile(
    r"(?:an?|the|one) (?:year|quarter|month)[- ](?:ago|earlier|before)|(?:the )?year[- ](?:earlier|ago).*", re.I
)
_THE_YEARS = re.compile(r"the (?:19|20)\d\d (?:\w+ )?(?:quarter|period|half)", re.IGNORECASE)
_NUMBER = re.compile(r"\d")
# compared with 886 million shares | Thursday
_THAN = re.compile(
    r"\b(?:(?:up|down) from|(?:compared|compares) (?:with|to)|versus|than) [^,;]{0,80}\d[^,;]{0,40}$"
)
# from a price of $8 a share | on Oct. 9; near its record high set | on Aug. 6
_FROM = re.compile(
    r"\bfrom (?:an? [a-z]+ of )?[$€£]?\d[\d.,]*(?: (?:million|billion|percent|cents|points|an?|share|each))*,?"
    r" (?:on|in) $"
    r"|\b(?:highs?|lows?|peak|records?) (?:set|reached|hit) (?:on|in) $"
)
# the venture Orion | 1980
_IN_NAME = re.compile(
    r"(?<=[a-z] )(?!(?:MONTHS)\b)[A-Z][a-z]{2,20} \Z".replace(
        "MONTHS", "|".join([*read_lexicon("calendar")["months"], "In", "Since", "By", "Until", "From"])
    )
)
# shortly before | midnight Wednesday
_JUST = re.compile(r"\b(?:after|before) $")
# This comes after | they signed a pact in May: what a line leaves out
_THIS_COMES = re.compile(r"(?:This|That|It) (?:comes?|came) (?:just |only |shortly )?after ")
# The move came | after the council met: what is told is only when
_CAME = re.compile(r"\b(?:comes?|came|follow(?:s|ed)) (?:\w+ ){0,3}$")
# Few would have called him so | when he ran in May
_SUPPOSED = re.compile(r"\b(?:would|could|should|might|may|can) (?:have )?")
# killed so far | this year
_SO_FAR = re.compile(r"\bso far $")
# the two guides she wrote | in 2014; a bill the mayor had put forward
_CONTACT = re.compile(r"\b(?:the|an?|one) (?:[a-z]+ )?[a-z]+ (?:he|she|they|it) [a-z]+ (?:on |in )?$")
# condemned | Friday's | test; not: at Friday's hearing
_BELONGS = re.compile(r"['’]s?\b| (?:night|morning|evening|afternoon)['’]s?\b")
_AT = re.compile(r"\b(?:at|during|in|on)(?: the)? $", re.IGNORECASE)
# Sunday | was chosen
_IS = re.compile(r" (?:was|is|were|will be|has been|had been|marks|marked) ")
# The airline signed | The recording, which: a thing that only the sentences before can name
_BARE = re.compile(
    r"(?:\[…\] )?[Tt]he (?P<noun>[a-z]+)(?:, (?:which|who)\b| (?:is|are|was|were|has|have|had|did|does|also|later"
    r"|first|then|[a-z]{2,}ed|[a-z]+s (?:at|in|on|that|the)|PAST)\b)".replace(
        "PAST", "|".join(read_lexicon("happenings")["past"])
    )
)
# as Olav Lie: a clause of which only the subject is left
_NO_VERB = re.compile(
    r" (?:as|because|that|when|where|which|while|who|whose)(?: (?:the|an?|[A-Z][\w’'-]*\.?))+(?<!\.)\Z"
)
# Cited by the police, | Moe left
_FRONTED = re.compile(r"(?:\[…\] )?[A-Za-z][a-z]+ed (?:as|at|by|for|from|in|of|on|to|with) ")
# its new plan | -- begun in May
_DASH = re.compile(r" -- ")
# Officer Moe | , who shot
_ENDS_RELATIVE = re.compile(r", (?:who|whom|whose|which|where) [^,]*\Z")


def tells_own_day(coverage: Coverage, told: Told, event: Event, *, leads: bool) -> bool:
    """Tell whether a sentence tells a happening whose day is that of the event, and not of something beside it.

    It does not where it is a headline, where its writer speaks of themself, nor where the date stands in a relative
    clause, behind “after” or “ahead of”, with a noun (“statements by Moe last week”), or is what the sentence is
    about. The news itself (`leads`) may name its day so that a rule is in doubt.
    """
    if _is_headline(coverage, told) or _is_personal(told):
        return False
    mentions = [mention for mention in told.dates if mention.edtf == event.edtf]
    if any(_is_subject(told, mention) for mention in mentions):
        return False
    return not mentions or any(_is_own(told, event, mention, leads=leads) for mention in mentions)


def names_its_thing(text: str, known: str) -> bool:
    """Tell whether a line names what it is of: “The airline signed” does where the news tells of an airline.

    >>> names_its_thing("The airline signed it.", "Norair buys jets"), names_its_thing("The police left.", "")
    (False, True)
    """
    match = _BARE.match(text)
    return not match or match["noun"] in _unique() or set(content_words(match["noun"])) <= set(content_words(known))


def lacks_verb(text: str) -> bool:
    """Tell whether a cut has left a clause without its verb.

    >>> lacks_verb("It was in May as Olav Lie"), lacks_verb("It was in May as Olav Lie left")
    (True, False)
    >>> lacks_verb("On Monday, Moe, who fished"), lacks_verb("On Monday, they met Moe, who fished")
    (True, False)
    """
    if len(_DASH.findall(text)) % 2 and not text.rstrip().endswith((".", '"', "”")):
        return True
    relative = _ENDS_RELATIVE.search(text)
    fronted = _FRONTED.match(text)
    if not _verb().search(text, fronted.end() if fronted else 0):
        return True
    return bool(_NO_VERB.search(text)) or bool(relative and not _verb().search(text, 0, relative.start()))


def _is_headline(coverage: Coverage, told: Told) -> bool:
    """Tell whether a sentence is the title of its article again, or has the capitals of one."""
    title = coverage.findings(told.place).article.title
    text = told.text[dateline_length(told.text) :]
    if title and normal_words(title) == normal_words(text):
        return True
    words = _LONG_WORD.findall(_QUOTED.sub(" ", text))
    return len(words) >= HEADLINE_WORDS and all(word[0].isupper() for word in words)


def _is_personal(told: Told) -> bool:
    """Tell whether the writer speaks of themself or to the reader, outside what is quoted."""
    return bool(_PERSONAL.search(unquoted(told)))


def unquoted(told: Told) -> str:
    """Return a sentence with blanks for what stands in quotation marks: every place stays where it was."""
    text = told.text
    for quotation in told.quotations:
        if quotation.kind != "indirect":
            first, last = max(0, quotation.start - told.start), max(0, quotation.end - told.start)
            text = text[:first] + " " * len(text[first:last]) + text[last:]
    return _QUOTED.sub(lambda match: " " * len(match[0]), text)


def _is_own(told: Told, event: Event, mention: DateMention, *, leads: bool) -> bool:
    at = mention.start - told.start
    opening = max(0, event.start - told.start)
    first = max(start for start in (*_breaks(told.text, at), opening) if start <= at)
    before = told.text[first:at]
    if _is_compared(told, mention):
        return False
    relative = next(_RELATIVE.finditer(before), None)
    if (relative and not before[: relative.start()].strip()) or _PART.search(before):
        return False
    if _SO_FAR.search(before) or _is_title(told, mention, before):
        return False
    if leads:
        return True
    aside = told.text[max(first, _behind_opener(told, event)) : at]
    if (
        relative
        or _DEFINES.search(before)
        or _CONTACT.search(before)
        or _of_words().search(before)
        or _stands_aside(aside, mention)
    ):
        return False
    main = told.text[:opening]
    joined = _opener().match(told.text, opening)
    came = _CAME.search(main) and not (joined and joined[0].startswith("when"))
    if opening and (came or (joined and _SUPPOSED.search(main))):
        return False
    possessed = _BELONGS.match(told.text, mention.end - told.start) or mention.text.endswith(("'s", "’s"))
    return not possessed or not before.strip() or bool(_AT.search(before))


def _breaks(text: str, at: int) -> Iterator[int]:
    """Yield where the stretches of a sentence begin, up to a place."""
    yield dateline_length(text)
    yield from (match.end() for match in _BREAK.finditer(text, dateline_length(text), at))


def _behind_opener(told: Told, event: Event) -> int:
    """Return where an event's own clause begins, behind the “after” that joins it to a main clause before it."""
    start = event.start - told.start
    at = dateline_length(told.text)
    joining = _opener().match(told.text, start) if start > at else _THIS_COMES.match(told.text, at)
    return joining.end() if joining else 0


def _is_compared(told: Told, mention: DateMention) -> bool:
    """Tell whether a date is only that of a number beside the news: “up from $4 million a year ago”."""
    at = mention.start - told.start
    if _YEAR_AGO.fullmatch(mention.text) or _THE_YEARS.fullmatch(mention.text):
        return bool(_NUMBER.search(told.text))
    named = _YEAR.fullmatch(mention.text) and _IN_NAME.search(told.text, 0, at)
    return bool(named or _THAN.search(told.text, 0, at) or _FROM.search(told.text, 0, at))


def _stands_aside(before: str, mention: DateMention) -> bool:
    return any(
        not (mention.type == "TIME" and _JUST.search(before, 0, match.end() + 1) and match.end() + 1 == len(before))
        for match in _ASIDE.finditer(before)
    )


def _is_subject(told: Told, mention: DateMention) -> bool:
    """Tell whether a sentence is about a day: “Sunday was chosen because …”."""
    opens = mention.start - told.start <= dateline_length(told.text)
    return opens and bool(_IS.match(told.text, mention.end - told.start))


def _is_title(told: Told, mention: DateMention, before: str) -> bool:
    """Tell whether a year stands with a noun of its own: “Ida Moe, 2015 winner of the prize”."""
    alone = not before.strip() and mention.start > told.start and bool(_YEAR.fullmatch(mention.text))
    return alone and bool(_LOWER.match(told.text, mention.end - told.start))


@cache
def _opener() -> re.Pattern[str]:
    return re.compile(rf"{phrases(read_lexicon('openers')['subordinating']).pattern}\s+", re.IGNORECASE)


@cache
def _verb() -> re.Pattern[str]:
    """Return the pattern of what may be a verb."""
    past = "|".join(read_lexicon("happenings")["past"])
    return re.compile(rf"\b(?:{past}|was|were|is|are|has|have|will|would|can|could|may|says?|[a-z]{{2,}}ed)\b")


@cache
def _of_words() -> re.Pattern[str]:
    """Return the pattern of a noun whose day it may be: statements by Ida Moe | last week."""
    nouns = "|".join(sorted({*read_lexicon("happenings")["nouns"], *read_lexicon("standing")["utterances"]}))
    return re.compile(
        rf"\b(?:{nouns})s? (?:by|from) (?:[\w.’'-]+ ){{1,8}}$"
        rf"|\bby (?:[\w.’'-]+ ){{0,5}}[\w-]+['’]s (?:\w+ )?(?:{nouns})s? (?:in |on )?$"
        rf"|\b(?!(?:at|during|in|on) )[a-z]+ (?:[A-Z][\w.-]* ){{0,4}}[A-Z][\w-]*['’]s (?:\w+ )?"
        rf"(?:{nouns})s? (?:in |on )?$"
    )


@cache
def _unique() -> frozenset[str]:
    return frozenset(read_lexicon("standing")["unique"])

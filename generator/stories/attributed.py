"""Who says what a sentence tells, where it is not the outlet itself."""

import re
from functools import cache

from generator.lexicon import read_lexicon
from generator.model.findings import Quotation
from generator.stories.evidence import Told
from generator.stories.openings import is_said_clause
from generator.stories.own_days import lacks_verb
from generator.stories.wording import dateline_length
from generator.stories.words import phrases, reporting_forms

# Part of the sentence that a reported clause must cover to make the whole sentence its speaker's.
MOSTLY_REPORTED = 0.4
_MARKED = re.compile(r"[\"“”]")
# …, according to state media.
_ACCORDING_AT_END = re.compile(r", according to (?P<who>[^,.;:\"“”]{3,60})[.]$")
# According to federal data, | half are
_ACCORDING_FIRST = re.compile(
    r"According to (?!(?:her|him|it|legend|plan|schedule|that|them|this|those)\b)(?P<who>[^,.;:\"“”]{3,60}), "
)
# The feud grew | after Moe | questioned …: in the last clause before the cue
_BESIDE = re.compile(r"\b(?:after|although|because|before|if|since|though|until|when|while)\b")
# his rival Moe, who | says … | the gap between what Moe | says …
_RELATIVE = re.compile(r"\b(?:who|which|what)(?: \w+){0,2} $")
# analysts are | predicting that: the sentence is of what they say
_GOING_ON = re.compile(r"\b(?:is|are|was|were|been) (?:\w+ )?$")
# a poll released in late | August: a speaker cut before its end
_TORN = re.compile(r"\b(?:and|at|by|early|for|from|in|late|of|on|or|the|to|with)$")
# recent | figures | from | the port union
_FROM = re.compile(
    r"(?:(?!an?\b|the\b)[a-z]+ )?(?P<what>[a-z]+) (?:(?:compiled|given|published|released) )?(?:by|from)"
    r" (?P<who>.{3,60})"
)
# A | government | study: no name, and no noun of several
_BARE = re.compile(r"[a-z-]+(?<!s)")
# said | that; told | a press conference | that
_THAT_BEHIND = re.compile(r"(?: [\w.,'’-]+){0,14}? that ")
# denied | that it was a “scam”
_THAT_NOT = re.compile(r" (?:it|that)\b")
# said he was armed | and warned the public | not to
_AND_SAYS = re.compile(r" (?:and|but) [a-z]+ [^,;:.]{0,40}")
# The quay is closed, the guild said | , though sailors | warned | of the fog; not: though it | was not mentioned
_CONCEDES = re.compile(r", (?:al)?though ")
_PASSIVE = re.compile(r"\b(?:an?|been|being|be|is|are|no|not|the|to|was|were) $")
# The boats waited, Moe said | , and more | are expected | , a higher count than | the town's
_AND_MORE = re.compile(r"[^,]{0,60}, (?P<join>and|an?|including|(?:al)?though) [^\"“”]+$")
# A clerk | , who asked not to be named, | said: what is told of a speaker
_TOLD_OF = re.compile(r", (?:who|which|whose)\b[^,]*,")
# The guild | put the crowd at 300 | counted 91 boats | called the cuts a betrayal
_COUNTED = re.compile(
    r"(?!(?:After|At|By|During|For|From|In|Last|On|Since|That|This|To|When|While|With)\b)"
    r"(?P<who>(?:The [a-z]|[A-Z])[\w.’'-]*(?: [\w.’'-]+){0,5}?)"
    r"(?:, (?:[^,\"“”]|,(?=\d)){3,120},)? (?:(?:has|have) )?"
    r"(?:called (?:it|(?:her|his|its|the|their) [a-z]+(?: [a-z]+)?) an? "
    r"(?!few|day|week|month|year|second|third)[a-z]"
    r"|(?:counted |(?:estimate[sd]?|puts?) (?:the|its|their) [a-z]+(?: [a-z]+){0,3}? at )"
    r"(?:(?:about|almost|around|at least|less than|more than|nearly|only|over|roughly|some) )?[$€£]?\d)"
)
# The reforms went on, | and critics | warned …
_JOINED = re.compile(r"(?:and|but|so|yet)\b")
# Moe expressed doubt | , and | suggested that
_AND_AGAIN = re.compile(r", (?:and|but) $")
# But Mr. | Moe said the road was closed
_BEFORE_SPEAKER = re.compile(r"(?:(?:And|But|However|Meanwhile|Still|Yet),? )?(?:(?:Mr|Mrs|Ms|Dr)\.? )?")
# Who counted, another sentence tells
_NOBODY = frozenset({"He", "I", "It", "She", "They", "We"})
# Moe, a baker, stressed that …: a speaker that a sentence is of is named so early.
OPENING_LETTERS = 40
# has adopted sanctions, and Norland considers that | asked him, but Moe said that: another clause comes before
_OTHER_CLAUSE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|do|does|did|can|could|may|might|must)\b|, (?:and|but|so|while)\b"
)


def speaker_of(told: Told) -> str | None:
    """Return who says what most of a sentence reports, where it is not the outlet itself, nor a law."""
    speaker = _speaker_of(told)
    return None if speaker and speaker.split()[-1] in read_lexicon("background")["laws"] else speaker


def _speaker_of(told: Told) -> str | None:
    if concession_in(told) is not None:
        return None
    for quotation in told.quotations:
        if _is_in_passing(told, quotation) or (quotation.rule == "as-said" and _MARKED.search(quotation.text)):
            continue  # the rule is a “last resort,” as the memo put it: of these words alone
        if denies(told, quotation) and told.text.find(quotation.cue or "") > quotation.start - told.start:
            continue  # …, a charge that the ministry denied: what stands before is somebody else's
        front = _is_in_front(told, quotation)
        clause = quotation.kind == "indirect" and (reports_clause(told, quotation) or front or _holds(quotation))
        letters = told.end - told.start - dateline_length(told.text)
        mostly = _letters_said(told, quotation) >= MOSTLY_REPORTED * letters
        if clause and (mostly or _is_all_said(told, quotation) or (front and _adds_more(told, quotation))):
            return _without_data(told, _who(quotation))
    for quotation in told.quotations:
        if _who(quotation) and (quotation.cue or "").lower().startswith("according to"):
            return _without_data(told, _who(quotation))
    closing = _ACCORDING_AT_END.search(told.text)
    closing = closing or (None if told.quotations else _ACCORDING_FIRST.match(told.text))
    return closing["who"] if closing else _who_says_that(told) or _who_counts(told)


def concession_in(told: Told) -> int | None:
    """Return where begins what an outlet sets against the speaker of a sentence: “…, though no paper has it”."""
    match = next(_CONCEDES.finditer(told.text), None)
    if match is None or any(q.start <= told.start + match.start() < q.end for q in told.quotations):
        return None
    rest = told.text[match.end() :]
    return None if _MARKED.search(rest) or _is_told(rest) else match.start()


def _is_told(text: str) -> bool:
    """Tell whether a clause says who says it: sailors warned of the fog; not: it was missing in the report."""
    words = (word for word in re.finditer(r"[a-z]+", text) if word[0] in _saying())
    return any(word.start() and not _PASSIVE.search(text, 0, word.start()) for word in words)


@cache
def _saying() -> frozenset[str]:
    """Return the forms of verbs of saying that are no nouns: warned, says; not: report, claims."""
    lexicon = read_lexicon("reporting")
    past = (form for line in (*lexicon["clause"], *lexicon["tell"]) for form in line.split()[2:])
    return frozenset(form for form in past if not form.endswith("ing")) | frozenset(lexicon["plain"])


def _holds(quotation: Quotation) -> bool:
    """Tell whether somebody holds a thing to be so: underlined the friendship of the two towns."""
    return (quotation.cue or "").lower() in _holding()


@cache
def _holding() -> frozenset[str]:
    lexicon = read_lexicon("reporting")
    return frozenset(
        form for line in lexicon["object"] if line.split()[0] in lexicon["holding"] for form in line.split()
    )


def _adds_more(told: Told, quotation: Quotation) -> bool:
    """Tell whether behind “Moe said” a sentence only goes on: “…, and more are expected”, “…, though some warn”."""
    end = told.text.find(quotation.cue or "\n", quotation.end - told.start)
    more = _AND_MORE.match(told.text, end + len(quotation.cue or "")) if end >= 0 else None
    others = any(q.start > quotation.end and q.speaker != quotation.speaker for q in told.quotations)
    return more is not None and (not others or more["join"].endswith("though"))


def _who_counts(told: Told) -> str | None:
    """Return whose count or name for a thing a sentence gives: “The police put the crowd at 300.”"""
    match = _COUNTED.match(told.text, dateline_length(told.text))
    who = match["who"] if match else ""
    others = match and any(q.start > told.start + match.end() for q in told.quotations)
    alone = bool(who) and who not in _NOBODY and not others and not _OTHER_CLAUSE.search(who)
    return (f"the{who[3:]}" if who.startswith("The ") else who) if alone else None


def reports_clause(told: Told, quotation: Quotation) -> bool:
    """Tell whether somebody reports something whole: said prices fell, found that one in six agreed."""
    behind = told.text[: max(0, quotation.start - told.start)].rpartition(quotation.cue or "\n")
    said = behind[1].lower() in reporting_forms("clause", "tell", "finding", "mind") - reporting_forms("denials")
    that = " that" if said and _THAT_BEHIND.fullmatch(behind[2]) else ""
    return is_said_clause(quotation.text, f"{behind[1]}{that}")


def denies(told: Told | None, quotation: Quotation) -> bool:
    """Tell whether somebody says that what is reported is not so: denied that it was “a scam”.

    Not of words of one's own: dismissed the plan as “a scam”, rejected the “silly” plan.
    """
    if (quotation.cue or "").lower() not in reporting_forms("denials") or quotation.kind != "partial":
        return quotation.kind == "indirect" and (quotation.cue or "").lower() in reporting_forms("denials")
    before = told.text[: max(0, quotation.start - told.start)] if told else ""
    return bool(_THAT_NOT.match(before.rpartition(quotation.cue or "\n")[2]))


def _letters_said(told: Told, quotation: Quotation) -> int:
    """Count the letters of a sentence that are reported: said he was armed | and warned the public off."""

    def has_more(other: Quotation) -> bool:
        between = told.text[max(0, quotation.end - told.start) : max(0, other.start - told.start)]
        joined = other.start >= quotation.end and _AND_SAYS.fullmatch(between)
        return other.rule == "shared-subject" and other.speaker == quotation.speaker and bool(joined)

    end = max([quotation.end, *(other.end for other in told.quotations if has_more(other))])
    return min(end, told.end) - max(quotation.start, told.start)


def _is_in_front(told: Told, quotation: Quotation) -> bool:
    """Tell whether what is said comes first, and so is a clause: “The mill burned down on Friday, police said.”"""
    start, end = quotation.start - told.start, quotation.end - told.start
    fronted = start == dateline_length(told.text) and told.text[end : end + 2] == ", "
    cue = (quotation.cue or "").lower()
    said = cue in reporting_forms("clause", "tell") and re.search(rf"\b{re.escape(cue)}\b", told.text[end:])
    return fronted and bool(said) and not lacks_verb(quotation.text)


def _who(quotation: Quotation) -> str | None:
    """Return who says something, else the paper it is from: a memo that somebody posted."""
    return quotation.speaker or next(iter(quotation.via), None)


def is_act(told: Told) -> bool:
    """Tell whether a sentence is of what somebody did by saying it: announced, accused, resigned."""
    said = False
    for quotation in told.quotations:
        before, cue, _ = told.text[: max(0, quotation.start - told.start)].rpartition(quotation.cue or "\n")
        after = quotation.rule == "shared-subject" and said  # said it would close, and threatened to sue
        if quotation.kind == "indirect" and cue and not after and not _RELATIVE.search(before):
            if cue.lower() in _acts():
                return True
            said |= reports_clause(told, quotation) or _holds(quotation)
    return False


def _is_in_passing(told: Told, quotation: Quotation) -> bool:
    """Tell whether the sentence is of something else, and who said so stands in a clause beside it."""
    before, cue, _ = told.text[: max(0, quotation.start - told.start)].rpartition(quotation.cue or " ")
    comma = max(before.rfind(","), before.rfind(";")) + 1
    clause = before[comma:]
    joined = comma and _JOINED.match(clause.lstrip()) and not _goes_on_saying(before[:comma], quotation)
    beside = quotation.kind == "indirect" and cue.lower().endswith("ing") and not _GOING_ON.search(before)
    return bool(cue) and bool(beside or joined or _BESIDE.search(clause) or _RELATIVE.search(before))


def _goes_on_saying(before: str, quotation: Quotation) -> bool:
    """Tell whether somebody says one thing and then another: “expressed doubt, and suggested that …”."""
    words = set(re.findall(r"[a-z]+", before))
    return quotation.rule == "shared-subject" and bool(words & reporting_forms("object", "clause"))


def _who_says_that(told: Told) -> str | None:
    """Return the person that a sentence is of, where all it tells is that they say so."""
    for name in told.names:
        before = told.text[: name.start - told.start]
        opens = name.kind == "person" and len(before) <= OPENING_LETTERS and not _BESIDE.search(before)
        opens = opens and (bool(_BEFORE_SPEAKER.fullmatch(before)) or bool(name.role) or before.endswith(", "))
        others = any(quotation.speaker not in {name.name, None} for quotation in told.quotations)
        if opens and not others and _says_that().match(told.text, name.end - told.start):
            return name.name
    return None


@cache
def _says_that() -> re.Pattern[str]:
    """Return the pattern of what stands behind a speaker: , a baker, | later | stressed | on Norland TV | that."""
    verbs = phrases(form for forms in read_lexicon("reporting")["clause"] for form in forms.split())
    return re.compile(
        r"(?:, [^,]{1,60},)? (?:(?:also|has|had|later|\w+ly) )*"
        rf"(?:{verbs.pattern}(?:,? (?:at|during|in|on|to|via|with)(?: [\w.'’-]+){{1,5}})?,? that "
        r"|sa(?:id|ys) (?=(?:the|there|he|she|it|they|his|her)\b))"
    )


@cache
def _acts() -> frozenset[str]:
    return frozenset(form for forms in read_lexicon("background")["acts"] for form in forms.split())


def _is_all_said(told: Told, quotation: Quotation) -> bool:
    """Tell whether a sentence is nothing but who says it, and what to its end."""
    before = _TOLD_OF.sub("", told.text[: max(0, quotation.start - told.start)]).partition(quotation.cue or "\n")[0]
    if _goes_on_saying(before, quotation):
        before = _AND_AGAIN.sub("", before)
    to_the_end = quotation.end >= told.end - len(".”")
    forced = before.endswith(" to ")  # the senator forced him to admit that
    return to_the_end and bool(quotation.cue) and not forced and not _OTHER_CLAUSE.search(before)


def _without_data(told: Told, speaker: str | None) -> str | None:
    """Return who counted: “city auditors” for “city auditors figures”, and for “figures from city auditors”."""
    if speaker and _TORN.search(speaker):
        return None
    given = _FROM.fullmatch(speaker or "")
    if given and given["what"] in read_lexicon("amounts")["data"]:
        return given["who"]
    counting = list(dict.fromkeys(figure.counted_by for figure in told.figures if figure.counted_by))
    whole = len(counting) == 1 and not (_BARE.fullmatch(counting[0]) or counting[0].endswith("ing"))
    if speaker and whole and speaker.split()[-1] in read_lexicon("amounts")["data"]:
        return counting[0]
    counters = (who for who in counting if not _BARE.fullmatch(who))
    return next((who for who in counters if speaker and speaker.startswith(who)), speaker)

"""What a fragment in marks is said of: the words before it, between its parts and after it, told in brackets."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from generator.lexicon import read_lexicon
from generator.model.findings import Name, Quotation
from generator.stories.evidence import Told
from generator.stories.openings import is_clause, opening
from generator.stories.wording import needs_day
from generator.stories.words import FINITE, GENDERS, reporting_forms

MARKS = " \"“”‘’'`"
# The most words of the outlet's before a fragment, between two of its parts, and behind it.
MOST_BEFORE, MOST_BETWEEN, MOST_BEHIND = 16, 14, 8
# A subject has so many words: the members
LEAST_SUBJECT = 2
# So many words name something by themselves, though another sentence tells what.
LEAST_NAMING = 6
# The most words that name what a fragment calls something.
MOST_NAMING = 14
_QUOTED = re.compile(r"[\"“”]|''|``")
# held signs | which read; with a banner | reading
_OTHER_SPEAKS = re.compile(r"(?<!\bin )\bwhich\b|\b(?:read|reading|reads|saying|shouting|whom|whose)\b")
_THAT = re.compile(r"\Athat\s+")
_OWN = re.compile(r"(?P<word>he|she|his|her|they|their|its)\b", re.IGNORECASE)
# it | him | this; a “political settlement”; called for
_POINTS = re.compile(
    r"(?:it|him|her|them|us|me|you|this|that|these|those|for|on|upon|out|what)\b|(?:an?|the)$", re.IGNORECASE
)
# called | the plan | a “gift to the rich”; dismissed | the island | as being in the | “suburbs of Lom”
_CALLED = re.compile(
    r"(?:to )?(?P<what>[^,;:]+?)(?P<as> as(?: being)?)?(?P<small>(?: (?:in|on|at|of))?(?: (?:an?|the))?)"
)
# | by Jane Doe as a | “bolt from the blue”
_BY = re.compile(r"by [^,;:]{2,60}? as(?: being)?(?P<small>(?: an?| the)?)")
# The results | were described
_PASSIVE = re.compile(r"(?P<what>[^,;:]{3,140}?) (?:is|was|are|were|(?:has|have|had) been)(?: \w+ly)?")
# he remained | she expects the council
# “when the port was built”, “how it is done”: a part of the outlet's sentence
_SUBORDINATE = re.compile(r"(?:because|how|when|where|which|while|who|whom|whose)\b")
# it was | a “great day for the port”
_IT_WAS = re.compile(r"\b(?:[Ii]t|[Tt]his|[Tt]hat) (?:is|was|(?:will|would) be)(?: an?| the)?$")
# echoing Moe, said the council would: who says it is no part of it
_SAYS = re.compile(r"\b(?:said|says|told)\b")
# as examples of what he says | leading to: not of the fragment
_NOT_BEHIND = re.compile(r"(?:after|although|as|because|before|but|if|though|when|while|\w+ing)\b")
_SUBJECT_AND_VERB = re.compile(r"(?:he|she|they) [a-z]", re.IGNORECASE)
# lashed out | lies
_VERB_FIRST = re.compile(r"[a-z]+(?:ed|s)\b")
# remains | stands; not: has, glass
_PRESENT = re.compile(r"[a-z]{2,}[^aiosu\W]s")
# it denounced | what it calls a | “witch hunt”
_WHAT_CALLED = re.compile(r"\bwhat (?:[\w.'’-]+ ){1,3}?(?:call|term|dub)(?:s|ed)?(?: an?| the)?$")
_STOP = re.compile(r"[.!?](?: |$)")
# … that | … because: what comes before such a word at its end is no clause
_CONJUNCTION_LAST = re.compile(r"\b(?:that|because|if|how|while|when|as|and|or|but),?$")
# the move | these remarks
_THE_NOUN = re.compile(r"(?:the|this|that|these|those) ([a-z]+)", re.IGNORECASE)
# the move | is a
_THE_PLAN = re.compile(r"(?:the|this|that) (?:attempt|bid|call|decision|move|order|plan|proposal|request|step)\b")
_ALWAYS_KNOWN = frozenset({"country", "economy", "government", "media", "police", "press", "public", "world"})
_PLURALS = frozenset({"children", "men", "people", "police", "women"})
# the drug trade and the port | 2,521 boats
_NAMES = re.compile(r"the \w|\d")
_HANGS_ON = re.compile(r" (?:of|in|on|at|for|from|with|by|to|regarding|about|over)\b")


def plan_called(told: Told, first: Quotation, plan: str | None) -> str | None:
    """Return that the `plan` is what a fragment calls “the move” of a sentence: [the plan to fish is a]."""
    called = _called(told, first) if plan and _is_elsewhere(told, first) else None
    match = _THE_PLAN.match(called or "")
    return f"{plan}{called[match.end() :]}" if called and match else None


def before_fragment(told: Told, first: Quotation) -> str | None:
    """Return the outlet's words that a fragment goes on from, as a clause; None where they tell nothing."""
    lead = "" if _is_elsewhere(told, first) else _called(told, first) or _reported(told, first)
    again = f" {(first.text.split() or [''])[0]}"
    return f" {lead}".removesuffix(again).strip() if lead else lead  # of the “the forces of nature”


def leans(told: Told, first: Quotation, lead: str | None) -> bool:
    """Tell whether a fragment says nothing behind the words `lead`: an errand, a name for something unknown."""
    before = told.text[: max(0, first.start - told.start)].rstrip(MARKS)
    verb = (first.cue or "").split()[:1]
    errand = not lead and before.endswith(" to") and not reporting_forms("tell").issuperset(verb)
    unknown = _is_elsewhere(told, first) and len(first.text.split()) < LEAST_NAMING
    alone = not lead and (_SUBORDINATE.match(first.text) or _IT_WAS.search(before) or _brings_verb(told, first))
    alone = alone or (not lead and _names_only(told, first))
    return errand or unknown or bool(alone or _WHAT_CALLED.search(before))


def _names_only(told: Told, first: Quotation) -> bool:
    """Tell whether a fragment only names a thing at the end of a clause: found that it came from “the port”."""
    clause = _clause(told, first)
    within = clause is not None and clause.start < first.start - len("“ ") and clause.end <= first.end + len(".”")
    return within and _is_telling(first) and bool(_NAMES.match(first.text)) and not FINITE.search(first.text)


def _brings_verb(told: Told, first: Quotation) -> bool:
    """Tell whether a fragment has the verb of a clause whose subject is before it: the members | “enhance it”."""
    clause = _clause(told, first)
    if clause is None or not _is_telling(first):
        return False
    before = told.text[clause.start - told.start : first.start - told.start].strip(MARKS)
    before = _THAT.sub("", before, count=1)
    if len(before.split()) < LEAST_SUBJECT or before.endswith((",", " to")) or _CONJUNCTION_LAST.search(before):
        return False
    return not (FINITE.search(before) or _has_verb(before))


def behind_fragment(told: Told, last: Quotation) -> str:
    """Return what is left of the reported clause behind a fragment, where it is short: in the violence."""
    clause = _clause(told, last)
    rest = told.text[last.end - told.start : clause.end - told.start].strip(MARKS) if clause else ""
    goes_on = rest[:1].isalpha() and not last.text.endswith((",", ".")) and not _NOT_BEHIND.match(rest)
    fits = goes_on and len(rest.split()) <= MOST_BEHIND and not _QUOTED.search(rest)
    return rest if fits and not needs_day(rest) else ""


def between_fragments(text: str, before: Quotation, after: Quotation) -> str | None:
    """Return the outlet's words between two fragments of a sentence; None where they say who says so.

    Words that tell of something else that speaks part the fragments too: and held signs which read.
    """
    between = " ".join(text[before.end : after.start].strip(MARKS).split())
    said = before.cue and re.search(rf"\b{re.escape(before.cue)}\b", between)
    plain = not _QUOTED.search(between) and not _STOP.search(between) and not needs_day(between)
    said = said or _OTHER_SPEAKS.search(between)
    return between if plain and not said and len(between.split()) <= MOST_BETWEEN else None


def _clause(told: Told, fragment: Quotation) -> Quotation | None:
    """Return the reported clause of the same utterance that holds a fragment."""
    return next(
        (
            q
            for q in told.quotations
            if q.kind == "indirect" and q.group == fragment.group and q.start <= fragment.start < q.end
        ),
        None,
    )


def is_clause_of(told: Told, first: Quotation) -> bool:
    """Tell whether a fragment begins a clause that is said: saying that “age still determines too much”."""
    clause = _clause(told, first)
    return clause is not None and _is_telling(first) and clause.start + len("“ ") >= first.start


def _reported(told: Told, first: Quotation) -> str | None:
    """Return how a reported clause begins that the fragment ends: [the court's decision] will effectively …"""
    clause = _clause(told, first)
    if clause is None:
        return None
    lead = _THAT.sub("", told.text[clause.start - told.start : first.start - told.start].strip(MARKS), count=1)
    if not lead[:1].isalpha() or len(lead.split()) > MOST_BEFORE or _QUOTED.search(lead) or needs_day(lead):
        return None
    verb = _has_verb(lead)
    if _SAYS.search(lead):
        return None
    if not verb and not is_clause(clause.text):
        return None
    if not (verb or FINITE.search(lead)) and not (_is_telling(first) and _goes_on(lead, first)):
        return None
    own = _OWN.match(lead)
    if own:
        return lead if _is_speaker(told, first, own["word"].lower()) else None
    return lead if opening(lead) == "alone" or lead.startswith("there ") else None


def _has_verb(lead: str) -> bool:
    """Tell whether a clause has had its verb: the port faced | a year; there remains a; Vale stands for the"""
    words = lead.split()
    lexicon = read_lexicon("reporting")
    before_noun = {*lexicon["determiners"], *lexicon["prepositions"]}
    for before, word in pairwise(words):
        past = word in read_lexicon("happenings")["past"] or (word.endswith("ed") and word.islower())
        named = before[:1].isupper() or before in {"there", "he", "she", "it"}
        present = named and _PRESENT.fullmatch(word) is not None
        if before not in before_noun and (past or present):
            return not _CONJUNCTION_LAST.search(lead)
    return False


def _goes_on(lead: str, first: Quotation) -> bool:
    """Tell whether a fragment brings the verb of what comes before it: the island | “lies under water”."""
    begins = _VERB_FIRST.match(first.text) or FINITE.search(first.text) or _SUBJECT_AND_VERB.match(lead)
    return bool(begins) and not _CONJUNCTION_LAST.search(lead)


def _is_telling(quotation: Quotation) -> bool:
    """Tell whether a quotation's verb takes a clause: said that, and not: condemned."""
    return bool(quotation.cue) and (quotation.cue or "").split()[0].lower() in _telling()


def _is_speaker(told: Told, first: Quotation, pronoun: str) -> bool:
    """Tell whether a pronoun before a fragment can only mean who says it."""
    gender = GENDERS.get(pronoun)
    if gender is None:
        return pronoun in {"they", "their"} and " and " in (first.speaker or "")
    aside = {first.addressee} - {first.speaker}
    persons = [
        name for name in told.names if name.kind == "person" and name.start < first.start and name.name not in aside
    ]
    return all(_may_be(name, first.speaker, gender) for name in persons)


def _may_be(name: Name, speaker: str | None, gender: str) -> bool:
    return name.gender in {gender, None} if name.name == speaker else name.gender not in {gender, None}


def _called(told: Told, first: Quotation) -> str | None:
    """Return what a fragment calls something, as a clause: [the move is a] smash and grab."""
    cue = first.cue or ""
    before = told.text[: max(0, first.start - told.start)].rstrip(MARKS)
    at = before.rfind(cue) if cue else -1
    if at < 0:
        return None
    by = _BY.fullmatch(before[at + len(cue) :].strip())
    if by:
        subject = _PASSIVE.fullmatch(before[:at].strip())
        return _is(subject["what"], by["small"]) if subject and opening(subject["what"]) == "alone" else None
    match = _CALLED.fullmatch(before[at + len(cue) :].strip())
    verb = cue.split()[0].lower()
    gives_name = cue.lower() == verb and verb in _naming()
    if match is None or not (gives_name or (match["as"] and verb in reporting_forms("object") - _telling())):
        return None
    return _is(match["what"], match["small"])


def _is(what: str, small: str) -> str | None:
    """Return that something is what a fragment says: [the sale of the port is a], [the results: a]."""
    pointing = _POINTS.match(what) or what.endswith(("'s", "’s"))
    if pointing or len(what.split()) > MOST_NAMING or FINITE.search(what) or _QUOTED.search(what):
        return None
    head = _HANGS_ON.split(what, maxsplit=1)[0].split()[-1]
    plural = head.endswith("s") and not head.endswith(("ss", "us", "is"))
    several = (head.islower() and (plural or head in _PLURALS)) or " and " in what
    if several and small.strip() in {"a", "an"}:
        return f"{what}:{small}"
    return f"{what} {'are' if several else 'is'}{small}"


def _is_elsewhere(told: Told, first: Quotation) -> bool:
    """Tell whether another sentence tells what is given a name: called the plan a | “gift to the rich”."""
    before = told.text[: max(0, first.start - told.start)].rstrip(MARKS)
    match = _CALLED.fullmatch(before.rpartition(first.cue or "\n")[2].strip())
    noun = _THE_NOUN.fullmatch(match["what"]) if match else None
    if noun is None or (first.cue or "").split()[0].lower() in _telling():
        return False
    known = noun[1] in read_lexicon("reporting")["bodies"] or noun[1] in _ALWAYS_KNOWN
    return not known and len(re.findall(rf"\b{noun[1]}\b", before.lower())) == 1


def _telling() -> frozenset[str]:
    return reporting_forms("clause", "tell", "finding", "mind")


@cache
def _naming() -> frozenset[str]:
    """Return the forms of the verbs that give names: called, dubs, labelling."""
    lexicon = read_lexicon("reporting")
    lines: Sequence[str] = [line for line in lexicon["object"] if line.split()[0] in lexicon["naming"]]
    return frozenset(form for line in lines for form in line.split())

"""How a quote reads on its own: its parts joined, whom its pronouns mean marked; None where nobody can tell."""

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.extract.quotations.marks import LABEL
from generator.lexicon import read_lexicon
from generator.model.edtf import bounds, in_words
from generator.model.findings import Quotation, QuotationKind
from generator.stories.days import is_day
from generator.stories.evidence import Coverage, Place, Told
from generator.stories.leads import (
    before_fragment,
    behind_fragment,
    between_fragments,
    is_clause_of,
    leans,
    plan_called,
)
from generator.stories.openings import is_clause, opening
from generator.stories.plans import plan_told
from generator.stories.pointing import stands_whole, with_persons
from generator.stories.reported import word_reported
from generator.stories.wording import CUT, tell, without_spans
from generator.stories.words import AUXILIARIES, FINITE

# “… on this,” he said: the comma is the outlet's. A fragment's stop is too.
_OUTLETS_COMMA = re.compile(r"(?<![,;:\s—–-])[,;:\s—–-]+$")
_OUTLETS_STOP = re.compile(r"(?<![,;:.\s])[,;:.\s]+$")
# at 4 a.m | in the U.S: the stop is the abbreviation's
_ABBREVIATED = re.compile(r"(?:\b[ap]\.m|(?<=[A-Z])\.[A-Z])$")
# that the two had agreed
_THAT = re.compile(r"\Athat\s+(?!is\b|was\b)")
_BE = f"(?:{AUXILIARIES})"
# “closely”, including how the country was “still …”: the second fragment has a subject of its own
_OTHER_CLAUSE = re.compile(rf"\b(?:{_BE}|how|that|which|who|whom|where|when|while|because|although|but)\b")
# was “a great loss”: the fragment begins with its verb
_VERB_FIRST = re.compile(rf"\[?{_BE}\b")
# breaks down | poses a threat | posed a deadly threat
_VERB_AND_OBJECT = re.compile(
    r"[a-z]+(?:[^su\W]s|ed) (?:an?|the|my|your|his|her|its|our|their|us|me|them|him|it|down|up|out|off|back|away)\b"
)
# the pay to be | clawed back; once | saw
_INFINITIVE_LAST = re.compile(r"\b(?:be|been|being|not|to|once|also|never|always|still)$")
# Norland is | willing to: the words that a fragment needs before it
_LEADS = re.compile(rf"(?P<subject>(?:[\w'’.-]+ ){{1,7}}){_BE}(?: \w+ to)?")
_SUBJECT = re.compile(r"(?:[\w'’.-]+ ){0,7}[\w'’.-]+")
# as a matter of the greater good
_PREPOSITION_FIRST = re.compile(r"(?:as|at|by|for|from|in|of|on|than|to|with)\b")
# until next Wednesday
_WEEKDAY = re.compile(r"(?:\w+ )?(?P<which>next|last) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
WEEK = 7
# What comes before the clause of a fragment: a comma, a dash, “that”
_CLAUSE_BEGINS = re.compile(r"(?:[,;:—–(]|\b(?:that|how|while|because)\b) ?")
# Lee said | his party “[is] ready”
_OWN = re.compile(r"(?:his|her|its|their) [a-zA-Z]")
_OPENING_MARKS = " \"“”‘’'`"
# what the outlet adds of somebody else: [he cited are]
_ADDED, _HE = re.compile(r"\[([^\[\]]{1,200})\]"), re.compile(r"\bs?he\b", re.IGNORECASE)
_PLURAL = re.compile(r"(?:They|Them|Their|These|Those)\b")
_THEY_ARE = re.compile(r"They (?![^.!?]{0,200}\bthem\b)|These (?:are|were) (?:[a-z]+ ){0,2}[a-z]+s\b")
# The mayors of the two towns | harbour dues
_PLURAL_NOUN = re.compile(
    r"\b(?:(?P<the>(?:[Tt]he|[Bb]oth|[Aa]ll) (?:[a-z]{1,20} )?[a-z]{2,20}s(?: of (?:the )?(?:two )?[a-z]{1,20})?)"
    r"|[A-Z][a-z]{1,20} (?P<bare>[a-z]{2,20}(?:al|ed|ic) [a-z]{2,20}s))$"
)
_AUXILIARY_LAST = re.compile(rf" {_BE}$")
# The outlet's words between two parts of one utterance, of more than this there is something else in them.
BETWEEN_WORDS = 14
# Moe said she felt that | “most people …,” she said: another cue
_SAID = re.compile(r"\b(?:said|says|told|added)\b")
# So many words say something where what they are of is told, where they have a verb, and where they stand alone.
LEAST_LED, LEAST_CLAUSE, LEAST_ALONE = 2, 3, 6


def is_other_clause(coverage: Coverage, article: int, before: Quotation, after: Quotation) -> bool:
    """Tell whether the second of two fragments says something of another subject."""
    text = coverage.story.findings[article].article.text
    between = text[before.end : after.start]
    new_subject = "," in between and bool(_VERB_FIRST.match(after.text))
    if before.kind == after.kind == "partial" and not new_subject and between_fragments(text, before, after):
        return False
    if new_subject and "partial" in {before.kind, after.kind} and before.text[-1:].isalnum():
        return True  # had doubts about the “money,” the town “is ready”
    return "partial" in {before.kind, after.kind} and bool(_OTHER_CLAUSE.search(between))


def word_quote(coverage: Coverage, article: int, stretches: Sequence[Quotation], kind: QuotationKind) -> str | None:
    """Return the words of a quote with what they need marked; None where a reader could not tell what they mean."""
    first = stretches[0]
    places = coverage.sentences_at(article, first.start, first.end)
    if not places or any(_is_broken(q.text) for q in stretches):
        return None
    if kind == "direct" and first.kind == "partial" and first.text[:1].islower():
        return _from_fragment(coverage, article, stretches)
    text, told = " ".join(_joined(coverage, article, stretches, kind).split()), coverage.told[places[0]]
    if kind == "indirect":
        text = _OUTLETS_STOP.sub("", without_spans(tell(coverage, article, first.start, first.end)))
        text += "." if _ABBREVIATED.search(text) else ""
        return word_reported(coverage, told, first, _THAT.sub("", text, count=1))
    if kind == "partial" and not (text := _fragment(coverage, told, stretches, _THAT.sub("", text, count=1)) or ""):
        return None
    word, _, rest = text.partition(" ")
    if _PLURAL.match(text) and (whom := _plural_meant(coverage, told, first)):
        return f"{word} [{whom}] {rest}"
    # “They are looking for a scapegoat,” a named person says: a reader may wonder who, and still hears the charge.
    whole = _THEY_ARE.match(text) and kind == "direct" and stands_whole(coverage, told, first, text)
    return with_persons(coverage, told, first, text) if whole or not _PLURAL.match(text) else None


def _is_broken(text: str) -> bool:
    """Tell whether a bracket of the words has lost its other half."""
    return any(text.count(opened) != text.count(closed) for opened, closed in ("()", "[]"))


def _from_fragment(coverage: Coverage, article: int, stretches: Sequence[Quotation]) -> str | None:
    """Return a quote that begins with a fragment, with what that is of; else the sentences behind it."""
    told = coverage.told[coverage.sentences_at(article, stretches[0].start, stretches[0].end)[0]]
    lead = before_fragment(told, stretches[0]) or _lead(told, stretches[0])
    if not lead and is_clause(stretches[0].text):
        return " ".join(_joined(coverage, article, stretches, "direct").split())
    if not lead:
        return word_quote(coverage, article, stretches[1:], "direct") if len(stretches) > 1 else None
    return f"[{lead}] {' '.join(_joined(coverage, article, stretches, 'direct').split())}"


def _fragment(coverage: Coverage, told: Told, stretches: Sequence[Quotation], text: str) -> str | None:
    """Return a fragment with the words that it needs; None where it says nothing alone."""
    first, last = stretches[0], stretches[-1]
    words = [word for q in stretches for word in q.text.split()]
    lead = plan_called(told, first, plan_told(coverage, told)) or before_fragment(told, first) or _lead(told, first)
    if (
        lead is None
        or leans(told, first, lead)
        or (len(words) < LEAST_LED if lead else not _says_alone(told, first, words))
    ):
        return None
    behind = behind_fragment(told, last) if last.end <= told.end else ""
    whole = f"{f'[{lead}] ' if lead else ''}{text}{f' [{behind}]' if behind else ''}"
    speaks_of = any(_HE.search(added) for added in _ADDED.findall(whole))
    return whole if not speaks_of or _is_one(coverage, told, first) else None


def _is_one(coverage: Coverage, told: Told, first: Quotation) -> bool:
    """Tell whether who speaks may be a he or a she: a person, or a role that nobody is named for."""
    kinds = [name.kind for name in coverage.findings(told.place).names if name.name == first.speaker]
    return all(kind == "person" for kind in kinds)


def _says_alone(told: Told, first: Quotation, words: Sequence[str]) -> bool:
    """Tell whether a fragment says something without the words before it: a clause, a cry, or many words."""
    if _PREPOSITION_FIRST.match(first.text) and not FINITE.search(first.text):
        return False
    clause = FINITE.search(first.text) or first.text.endswith(("!", "?")) or is_clause_of(told, first)
    return len(words) >= LEAST_ALONE or (len(words) >= LEAST_CLAUSE and bool(clause))


def _joined(coverage: Coverage, article: int, stretches: Sequence[Quotation], kind: QuotationKind) -> str:
    """Join the parts of a quote: a cut stands where words are left out, a marked stop where a sentence ended."""
    printed = coverage.story.findings[article].article.text
    label = LABEL.match(stretches[0].text) if stretches[0].rule == "transcript-label" else None
    parts = [_OUTLETS_COMMA.sub("", stretches[0].text[label.end() if label else 0 :])]
    for before, after in pairwise(stretches):
        between = printed[before.end : after.start]
        fragments = before.kind == after.kind == "partial"
        bridge = between_fragments(printed, before, after) if fragments else None
        ended = between.rstrip(_OPENING_MARKS).endswith((".", "!", "?"))
        sentence = ended and after.text[:1].isupper() and kind == "direct"
        if not any(sign.isalnum() for sign in between):
            parts.append(", " if fragments and before.text.endswith(",") else " ")
        elif bridge:
            parts[-1] += "," if before.text.endswith(",") and not bridge.startswith(",") else ""
            parts.append(f"{'' if bridge.startswith(',') else ' '}[{bridge}] ")
        elif sentence and before.cue and before.cue in between and len(between.split()) <= BETWEEN_WORDS:
            parts[-1] = parts[-1].removesuffix(".")
            parts.append("[.] " if parts[-1][-1:].isalnum() else f" {CUT} ")
        else:
            parts.append(f" {CUT} ")
        parts.append(_OUTLETS_COMMA.sub("", after.text))
    return (_OUTLETS_STOP if kind != "direct" else _OUTLETS_COMMA).sub("", "".join(parts))


def _lead(told: Told, first: Quotation) -> str | None:
    """Return the words before a fragment that say of whom it is; None where it has a verb and no subject."""
    before = told.text[: max(0, first.start - told.start)].rstrip(_OPENING_MARKS)
    said = bool(first.cue) and (first.cue or "") in before
    if said:
        before = before.rpartition(first.cue or "")[2]
    begins = list(_CLAUSE_BEGINS.finditer(before))
    clause = (before[begins[-1].end() :] if begins else before).strip()
    own = said and _OWN.match(clause) and not begins
    stands = clause[:1].isalpha() and (own or opening(clause) == "alone")
    if _SAID.search(clause) or (_is_verb(first.text) and _INFINITIVE_LAST.search(clause)):
        return None
    if _VERB_FIRST.match(first.text) or _is_verb(first.text):
        return clause if stands and _SUBJECT.fullmatch(clause) and not FINITE.search(clause) else None
    leads = _LEADS.fullmatch(clause) if stands else None
    return clause if leads and not FINITE.search(leads["subject"]) else ""


def _is_verb(text: str) -> bool:
    """Tell whether a fragment begins with a verb that lacks its subject: saw it, breaks down barriers."""
    word = text.split(" ", 1)[0]
    return word == "been" or word in read_lexicon("happenings")["past"] or bool(_VERB_AND_OBJECT.match(text))


def _plural_meant(coverage: Coverage, told: Told, first: Quotation) -> str | None:
    """Return what “They” are: the things of which the speaker's fragment in the sentence before is said."""
    before = coverage.told.get(Place(told.place.article, told.place.sentence - 1))
    fragments = (
        [q for q in before.quotations if q.kind == "partial" and q.speaker == first.speaker] if before else []
    )
    if before is None or not fragments:
        return None
    text = before.text[: max(0, fragments[0].start - before.start)].rstrip(_OPENING_MARKS)
    noun = _PLURAL_NOUN.search(_AUXILIARY_LAST.sub("", text))
    words = (noun["the"] or noun["bare"]) if noun else None
    return words[0].lower() + words[1:] if words else None


def with_days(
    coverage: Coverage, article: int, quote: str, stretches: Sequence[Quotation], said: str | None
) -> str:
    """Tell in a quote which day its “next Wednesday” is, where that is the same from when it was said."""
    spoken = bounds(said.rstrip("?"))[0] if said and is_day(said.rstrip("?")) else None
    for mention in coverage.story.findings[article].dates if spoken else ():
        weekday = _WEEKDAY.fullmatch(mention.text)
        day = bounds(mention.edtf)[0] if mention.edtf and is_day(mention.edtf) else None
        within = any(q.start <= mention.start and mention.end <= q.end for q in stretches)
        if spoken and weekday and day and within and quote.count(mention.text) == 1:
            ahead = (day - spoken).days
            if 0 < ahead <= WEEK if weekday["which"] == "next" else 0 < -ahead <= WEEK:
                quote = quote.replace(mention.text, f"{mention.text} [{in_words(mention.edtf or '')}]")
    return quote

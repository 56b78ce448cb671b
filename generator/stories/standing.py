"""Whether a part of a sentence that tells of one day can be read alone, and the marked words that it then needs."""

import re
from functools import cache

from generator.lexicon import read_lexicon
from generator.model.findings import Event, Quotation
from generator.stories.alone import before_in_paragraph, is_a, leading_body
from generator.stories.evidence import Coverage, Told
from generator.stories.openings import opening
from generator.stories.pairs import pair_edits
from generator.stories.wording import Edit, insertion
from generator.stories.words import GENDERS, phrases, with_article

# A shorter clause lacks what the reader needs.
READABLE_WORDS = 6
# A sentence whose first person is named so near its beginning is about them: “Governor Ida Moe was elected”.
OPENING_LETTERS = 40
# The council met | after she won in May: the main clause, so short at most, tells what followed.
_WITH_MAIN = re.compile(r"(?:after|when|as|once)\s+")
MAIN_WORDS = 25
# That was what she said | when; the mayor, a lawyer,
_NO_MAIN = re.compile(r"\b(?:That|what|when|after|before|that|who|which|if|because|told|said)\b|[,;:—–]")
# it is usual | — Moe became mayor in July — | to wait
_ASIDE = re.compile(r" [—–] ([^—–]{8,120}) [—–](?= \w)")
# Letters from a comma to the name behind it: “In his speech, | President | Moe”.
NEXT = 10
# A clause of an event found by these has no verb that is its own: "arriving on Monday", "the May vote".
# Beside a "when" with the day, a main clause tells no day without it.
NO_CLAUSE = frozenset({"dated.participle", "dated.reduced", "dated.when"})
_NO_VERB = NO_CLAUSE | {"dated-noun"}
# Based on the letters of the mayor [, Moe said]: what only leads on to a main clause
_FRONTED = re.compile(r"(?:[A-Z][a-z]{2,}ing|Asked|Based|Born|Compared|Faced|Given|Led) [^,]*\Z")
# rumbled | across
_ENDS_OPEN = re.compile(r"\b(?:across|and|as|at|by|from|for|in|into|of|on|or|that|the|to|with|an?)\Z")
# The mayor resigned | his deputy resigned | two ministers resigned; not: resigned in May
_BEGINS_WHOLE = re.compile(
    r"[^a-z]|(?:the|an?|his|her|its|their|this|last|on|in|at|two|three|four|five|several|many|some|more)\b"
)
# Its Institute for Peace and | Public Affairs found: the clause begins within a name
_WITHIN_NAME = re.compile(r"\b[A-Z][\w.’-]{0,30} (?:and|&|of|for|the) \Z")
# a majority of | his | appointments: in so many words from its beginning, of somebody whom the clause has not named
_PRONOUN = re.compile(r"(?:\S+ ){0,6}?[\"“(]?(?P<word>he|she|his|her|they|their)\b")
# In August, | that lead | was
_THAT = re.compile(
    r"(?:[^,]{1,40}, )?(?:that|those|these|this) [a-z]+ (?:was|were|is|are|had|has|have|would)\b", re.I
)
# On 3 May — two days after the vote — | he | said
_LATER_PRONOUN = re.compile(
    r"(?:On|In|At|By|Last|Earlier|Late)\b[^,—–]{1,30}(?:, | [—–] [^—–]{1,60} [—–] )(?P<word>s?he)\b"
)
# On Monday, | Moe
_CAPITAL = re.compile(r"(?<=[\w,] )[A-Z][\w-]+")
_OPENS = re.compile(r"(?:He|She)\b")
# heard by | the court | on Monday; not: the court of appeal, the Scottish court
_BODY = re.compile(r"\b(?P<the>[Tt]he (?P<noun>[a-z]{4,20}))\b(?! (?:of|for|in)\b|['’]s?\b)(?= [a-z]|[,.])")


def begins_whole(told: Told, event: Event, start: int) -> bool:
    """Tell whether the clause of an event, from `start` on, can be read without the rest of its sentence."""
    clause = told.text[start - told.start : event.end - told.start]
    if event.rule in _NO_VERB or _WITHIN_NAME.search(told.text, 0, start - told.start):
        return False
    named = any(name.start == start for name in told.names)
    return (
        bool(_BEGINS_WHOLE.match(clause))
        and (named or not _FRONTED.match(clause))
        and len(clause.split()) >= READABLE_WORDS
        and opening(clause) == "alone"
        and not _ENDS_OPEN.search(clause)
        and not leans(told, start, event.end)
    )


def is_aside(told: Told, event: Event) -> bool:
    """Tell whether the day of an event is only that of an aside: “it is usual — Moe came in July — to wait”."""
    asides = [(told.start + match.start(1), told.start + match.end(1)) for match in _ASIDE.finditer(told.text)]
    dates = [mention for mention in told.dates if mention.edtf == event.edtf]
    within = all(any(start <= mention.start < end for start, end in asides) for mention in dates)
    return bool(dates and asides) and within and not any(start <= event.start < end for start, end in asides)


def has_main(told: Told, event: Event, joining: str) -> bool:
    """Tell whether a short main clause that stands alone comes before the word that joins a clause to it."""
    main = told.text[: event.start - told.start]
    short = len(main.split()) <= MAIN_WORDS and not _NO_MAIN.search(main) and not told.quotations
    other_days = any(other.edtf != event.edtf for other in told.events)
    return short and not other_days and bool(_WITH_MAIN.match(joining)) and opening(main) == "alone"


def leans(told: Told, start: int, end: int) -> bool:
    """Tell whether a stretch tells of somebody, or of "that lead", whom only the words before it name."""
    text = told.text[start - told.start : end - told.start]
    pronoun = _PRONOUN.match(text)
    if pronoun and not _is_named(told, start, pronoun, text):
        return True
    return bool(_THAT.match(text)) or text.rstrip().endswith(":")


def _is_named(told: Told, start: int, pronoun: re.Match[str], text: str) -> bool:
    """Tell whether a pronoun's person is named before it, or right after: “In his speech, Moe said”."""
    at, comma = pronoun.start("word"), text.find(", ", pronoun.end())
    capitals = (match[0] for match in _CAPITAL.finditer(text, 0, at))
    return any(word not in calendar_words() for word in capitals) or any(
        0 <= name.start - start < at or 0 <= name.start - start - comma - 2 <= NEXT for name in told.names
    )


def edits_within(coverage: Coverage, told: Told, start: int, end: int) -> tuple[Edit, ...] | None:
    """Return the marked words that tell which body "the court" of a stretch is; None where it may be several.

    Which countries "the two countries" are is told where it is sure.
    """
    edits = []
    offset = told.start
    for match in _BODY.finditer(told.text, start - offset, end - offset):
        noun = match["noun"]
        named_before = any(is_a(name, noun) for name in told.names if name.start < offset + match.start())
        if named_before or noun not in _body_nouns():
            continue
        known = _bodies(coverage, told, noun)
        if len(known) > 1:
            return None
        if known:
            edits.append(
                insertion(offset + match.end(), with_article(known[0], coverage.findings(told.place).article.text))
            )
            break
    return (*edits, *pair_edits(coverage, told, start, end))


def later_pronoun(coverage: Coverage, told: Told) -> tuple[Edit, ...] | None:
    """Return the marked name of whom "On Monday, he said" means: the one person that the sentence before names."""
    match = _LATER_PRONOUN.match(told.text)
    before = next(before_in_paragraph(coverage, told), None)
    if match is None or before is None:
        return None
    persons = {
        name.name: name.gender
        for name in before.names
        if name.kind == "person" and not before.is_quoted(name.start)
    }
    if len(persons) != 1:
        return None
    person, gender = persons.popitem()
    fits = gender in {None, GENDERS[match["word"]]}
    return (insertion(told.start + match.end(), person),) if fits else None


def is_torn(quotation: Quotation, start: int, end: int, clause: str) -> bool:
    """Tell whether a clause has what is said without who says it, or who says it without what."""
    has_words = quotation.start < end and quotation.end > start
    all_words = quotation.start >= start and quotation.end <= end
    has_cue = (quotation.cue or "") in clause
    return (has_cue and not all_words) or (has_words and not has_cue)


def is_career(told: Told) -> bool:
    """Tell whether a sentence tells a step of somebody's life: “Moe was first elected in 2001”."""
    persons = (name.end - told.start for name in told.names if name.kind == "person")
    named = min(persons, default=None)
    pronoun = _OPENS.match(told.text)
    end = pronoun.end() if pronoun else named
    return end is not None and end <= OPENING_LETTERS and bool(_step().match(told.text, end))


def _bodies(coverage: Coverage, told: Told, noun: str) -> list[str]:
    """Return the bodies that "the court" may mean: the nearest of the paragraph, else the article's first ones."""
    for before in before_in_paragraph(coverage, told):
        if named := _named(before, noun):
            return named
    if leading := leading_body(coverage, told, noun):
        return [leading]
    names = coverage.findings(told.place).names
    return list(dict.fromkeys(name.name for name in names if is_a(name, noun) and name.start < told.start))


def _named(told: Told, noun: str) -> list[str]:
    return list(dict.fromkeys(name.name for name in told.names if is_a(name, noun)))


@cache
def _body_nouns() -> frozenset[str]:
    return frozenset(read_lexicon("standing")["bodies"])


@cache
def calendar_words() -> frozenset[str]:
    """Return the names of days and months, short ones too."""
    calendar = read_lexicon("calendar")
    return frozenset(name for names in calendar.values() for day, short in names.items() for name in (day, *short))


@cache
def _step() -> re.Pattern[str]:
    """Return the pattern of a step of somebody's life, right behind their name: [Moe] | first entered."""
    return re.compile(
        rf" (?:first |later |then |also |once |previously )?{phrases(read_lexicon('standing')['steps']).pattern}"
    )

"""Steps that somebody announces or plans: each as a question whether it was taken, and who said so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from generator.lexicon import read_lexicon, word_set
from generator.model.edtf import sort_key
from generator.model.findings import Quotation
from generator.stories.days import is_day
from generator.stories.evidence import Told
from generator.stories.questions.actors import is_actor, is_called, state_that_acts, with_party_article
from generator.stories.questions.announcers import announces, is_own, lead_of, may_announce, own_lead
from generator.stories.questions.asking import Context, subject_within, trimmed, with_article
from generator.stories.wording import tell

# Verbs in -ly are no longer: supply, apply.
LONGEST_IN_LY = 6
# The council said | it | will | open a second bridge in 2030
_TO_COME = re.compile(
    r"(?:that\s+)?(?P<subject>[^\s,;:\"“”()][^,;:\"“”()]{1,70}?)\s+"
    r"(?P<modal>will|would|(?:is|are)\s+(?:set\s+|due\s+|expected\s+|scheduled\s+)?to|(?P<means>plans?|intends?)\s+to"
    r"|(?P<meant>planned|intended)\s+to)\s+"
    r"(?P<rest>(?:also\s+|then\s+|soon\s+)?(?P<verb>[a-z]+)\b.*)",
    re.DOTALL,
)
# said that | the office intends to appeal
_THAT_PLANS = re.compile(
    r"\bthat (?P<clause>(?:the|its|their|his|her|[A-Z])[^,;:\"“”]{2,60} (?:plans?|intends?) to [^,;:\"“”]+)"
)
# Norvik's mayor, | Ida Berg, | will open the bridge
_NAMED_BEHIND = re.compile(
    r"(?:The|Its|Their|His|Her|[A-Z][\w-]{0,30}['’]s) [a-z][^,;:\"“”]{2,50}, "
    r"(?P<name>[A-Z][\w'’-]{1,30}(?: [A-Z][\w'’-]{1,30}){1,3}), "
    r"(?=(?:will|is (?:set |due |expected |scheduled )?to) )"
)
# needs the consent of | the Harbour Board | , which | is expected to | open a review in May
_RELATIVE = re.compile(
    r"(?P<who>(?:[Tt]he )?[A-Z][\w-]{0,30}(?: (?:of |the |and )?[A-Z][\w-]{0,30}){0,4}), (?:which|who) "
    r"(?P<modal>will|is (?:set |due |expected |scheduled )?to) (?P<rest>[^,;:\"“”]{3,120}?)(?=[,;]|\.$)"
)
# A subject with a verb or a clause in it was cut wrong.
_NOT_A_SUBJECT = re.compile(
    r"\b(?:said|says|say|told|think|thinks|believes?|expects?|hopes?|fears?|that|which|who|whom|if|when|where|whether|what|how|there|nobody|nothing|no|not|any|it|this"
    r"|these|those|such|we|I|you|him|them|us|me|assured|promised|warned|agreed|is|are|was|were|has|have|had|but|and\s+will)\b"
)
_NO_SUBJECT_START = re.compile(
    r"(?:as|to|from|of|for|in|on|by|at|with|about|against|and|or|but|so|he|she|they|we|I|you|\w+ly)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"(?:he|she|they|it|we|I)", re.IGNORECASE)
_ADVERB = re.compile(r"(?:also|then|soon)\s+")
# … in May, but the court | … in May and the court | …, followed by the others | …, the firm announced this morning
_NEXT_CLAUSE = re.compile(
    r"(?:,|\s[–—-])\s+(?:but|and|while|which|who|as|with|although|though|because|since|so|adding|followed|including"
    r"|according|in particular|more|less|\w+ing|\w+ed by)\b|;|\s\("
    r"|,\s(?=(?:\w+\s){1,5}(?:said|says|announced|told|added)\b)"
)
# give 20 million in aid | in response to the flood; to help firms | which build boats
_TAIL = re.compile(
    r"\s(?:in (?:response|reaction|reply) to|in anticipation of|in (?:the|its|his|her|their) latest (?:\w+ ){1,2}to"
    r"|in an (?:effort|attempt) to|in a (?:bid|move) to|in order to|so that|as part of)\s"
    r"|(?<!in)(?<!of)(?<!on)(?<!to)(?<!for)(?<!with)(?<!under)(?<!at)(?<!by)(?<!from)\swhich\s"
)
# in August or September | of this year
_OF_THIS_YEAR = re.compile(r" of this year\b(?: \[[^\[\]]{4,20}\])?")
# find a new leader | after the old one was defeated; cut 300 jobs | after sales fell
_CLAUSE_OF_TIME = re.compile(
    r"\s(?:after|because|since|once) (?=[^,;.]{3,60}?\b(?:was|were|is|are|has|have|had|did"
    rf"|{'|'.join(read_lexicon('questions')['pasts'])})\b)"
)
# begin production in May and the mill | should | open; go down in history.''
_TWO_CLAUSES = re.compile(
    r"\b(?:will|would|should|shall|is|are|was|were|has|have|had|can|could|may|might|I|we|my|our|\w+n['’]t)\b|``|''"
)
# will buried: a verb that lost its “be”; not: will proceed
_LOST_BE = re.compile(r"(?!(?:need|feed|speed|bleed|breed|shed|shred|wed|embed|\w*ceed)\b)\w+ed\b")
# hold elections | next year [2030]; | by | next month [May 2030]; | later Friday [3 May 2030]
_MEANT = re.compile(
    r"(?:(?P<before>by|until|before|after|since|from|in|on) )?"
    r"(?:next|this|later this|later|the coming) [a-z]{1,12} "
    r"\[(?:on )?(?P<meant>(?P<day>\d{1,2} )?[A-Z0-9][^\[\]]{0,40})\]",
    re.IGNORECASE,
)
# tour the port | Friday [3 May 2030]; not: by Friday, on Good Friday
_BARE_DAY = re.compile(
    r"(?P<before>\b(?!(?:on|by|until|till|from|before|after|since|through|for|to|last|next|this|late|early|of|and|or)\b)"
    rf"[a-z]+) (?P<day>(?:{'|'.join(read_lexicon('calendar')['weekdays'])}) \[\d)"
)
# pay for | it; open | them; fight | what she called “a retreat”
_LEANS_ON = re.compile(
    r"\b(?:it|they|them|him|this|these|those|the same|what (?:he|she|[\w ]{1,30}) (?:call|describe)(?:s|d|ed))\b"
)
# hold firm | find it hard | find a new leader: nobody goes without
_NO_DEED = re.compile(
    r"(?:hold firm|find (?:it|that|an? (?:new|successor))|go on|go ahead|take time|take part|stand by)\b"
)


@dataclass(frozen=True, slots=True)
class Step:
    """A step as a question, and in what words the articles tell that it was to come.

    `lead` opens the reason (“Ann Lee said she will sue”); `by_actor` tells whether its subject can act, `dated`
    whether its words give a day, a month or a year, `expected` whether the article alone has it coming, `foretold`
    whether somebody has it coming who does not speak for the one who acts, `is_told` whether more than a bare noun
    tells what it is; `by_day` whether it is one that is fixed for a day, and the day is told: to vote on 3 May.
    """

    question: str
    lead: str
    verb: str
    by_actor: bool
    dated: bool
    expected: bool
    foretold: bool = False
    is_told: bool = True
    passive: bool = False
    planned: bool = False
    by_day: bool = False

    @property
    def is_deed(self) -> bool:
        """Tell whether it is a step that can be seen to be taken, and no forecast, feature or effect."""
        if self.by_day:
            return True
        if self.foretold:
            return False
        if self.by_actor and not self.expected:
            return True
        planned = (
            self.passive or self.by_actor or (self.is_told and self.verb in word_set("questions", "takes_place"))
        )
        return self.dated and planned


def names_day(context: Context, told: Told, words: str) -> bool:
    """Tell whether the words of a step name its day, which is none before that of the article."""
    published = context.coverage.findings(told.place).article.published
    days = [m.edtf for m in told.dates if m.edtf and is_day(m.edtf) and m.text in words]
    return published is not None and bool(days) and all(sort_key(day) >= sort_key(published) for day in days)


def find_steps(context: Context, told: Told) -> Iterator[Step]:
    """Yield what a sentence says will happen: of its reported clauses first, then of itself."""
    coverage, article = context.coverage, told.place.article
    for quotation in told.quotations:
        if quotation.kind == "indirect" and told.start <= quotation.start and quotation.end <= told.end:
            clause = tell(coverage, article, quotation.start, quotation.end)
            yield from _step(context, told, clause, quotation)
    if not told.quotations:
        yield from _step(context, told, tell(coverage, article, told.start, told.end), None)
    for match in _RELATIVE.finditer(told.text):
        rest = tell(coverage, article, told.start + match.start("rest"), told.start + match.end("rest"))
        if not any(one.start <= told.start + match.start() < one.end for one in told.quotations):
            yield from _step(context, told, f"{match['who']} {match['modal']} {rest}", None)
    for match in _THAT_PLANS.finditer(told.text):
        yield from _step(context, told, match["clause"], None)


def _step(context: Context, told: Told, clause: str, said: Quotation | None) -> Iterator[Step]:
    clause = _NAMED_BEHIND.sub(r"\g<name> ", clause, count=1) if _NAMED_BEHIND.match(clause) else clause
    match = _TO_COME.match(clause)
    announced = said is not None and announces(said.cue)
    if not match or ((match["modal"] == "would" or match["meant"]) and not announced):
        return
    speaker = with_article(context, told, said.speaker) if said and said.speaker else None
    rest = own_words(told, match["rest"])
    whole, rest = trimmed(rest), _ADVERB.sub("", trimmed(rest), count=1)
    own = bool(_PRONOUN.fullmatch(match["subject"]))
    if own and not is_own(told, said, match["subject"]):
        return
    subject = subject_of(context, told, match["subject"], rest, speaker)
    if subject is None or not is_whole_step(rest) or _LOST_BE.match(rest) or _NO_DEED.match(rest):
        return
    modal, verb, after = match["modal"], match["verb"], rest.partition(" ")[2]
    if _ADVERB.match(match["rest"]):
        verb = rest.partition(" ")[0]
    # will newly be; will aggressively sell: in what way; not: will supply
    if verb.endswith("ly") and (len(verb) > LONGEST_IN_LY or after.startswith("be ")):
        return
    asked = with_date_meant(rest)
    lead = lead_of(context, told, said, clause[: match.start("rest")] + whole) if speaker else None
    step = Step(
        f"Did {subject} {asked}?",
        lead or own_lead(context, told, modal),
        verb,
        by_actor=is_actor(told, (speaker or "") if own else match["subject"]),
        dated=bool(dates().search(rest)),
        expected=not announced and (modal in {"will", "would"} or "expected" in modal),
        is_told=len(match["subject"].split()) > 1,
        foretold=bool(said and not own and not may_announce(told, said, match)),
        planned=modal.startswith(("plan", "intend")),
        by_day=verb in word_set("questions", "on_a_day") and names_day(context, told, rest),
    )
    if verb in word_set("questions", "no_step") or (not after and not modal.startswith(("plan", "intend"))):
        is_passive = after and verb == "be" and modal.startswith(("is", "are")) and after.split()[0].endswith("ed")
        if is_passive:
            be = "Was" if modal.startswith("is") else "Were"
            asked = f"{be} {subject} {with_date_meant(after)}?"
            yield replace(step, question=asked, passive=True)
        return
    yield step


def own_words(told: Told, rest: str) -> str:
    """Return the words of a step without the clauses that follow it."""
    rest = trimmed(rest)
    for cut in (_NEXT_CLAUSE, _CLAUSE_OF_TIME, _TAIL):
        rest = cut.split(rest, maxsplit=1)[0]
    return _in_its_year(told, rest)


def is_whole_step(rest: str) -> bool:
    """Tell whether the words of a step are one clause, and name what it is about."""
    return not _LEANS_ON.search(rest) and not _TWO_CLAUSES.search(rest)


def subject_of(context: Context, told: Told, subject: str, rest: str, speaker: str | None) -> str | None:
    """Return whose step it is, as it stands in a question; None where the words are no subject."""
    if _PRONOUN.fullmatch(subject):
        verb, _, after = rest.partition(" ")
        return speaker and (state_that_acts(context, told, verb, after) or speaker)
    small = subject[0].lower() + subject[1:]
    if _NOT_A_SUBJECT.search(small) or _NO_SUBJECT_START.match(subject) or len(subject.split()) > 9:
        return None
    if subject.rsplit(maxsplit=1)[-1].lower() in word_set("questions", "no_actor"):
        return None
    person = next((one for one in told.names if one.kind == "person" and is_called(told, one, subject)), None)
    return person.name if person else with_party_article(subject_within(context, told, subject))


def _in_its_year(told: Told, rest: str) -> str:
    """Return the words of a step with the year that “of this year” means, where a date of the sentence tells it."""
    years = {m.edtf[:4] for m in told.dates if m.edtf and m.text.endswith(" of this year")}
    return _OF_THIS_YEAR.sub(f" {years.pop()}", rest) if len(years) == 1 else rest


def with_date_meant(rest: str) -> str:
    """Return the words of a step with “next year [2030]” as the year that it means, and a bare weekday with “on”.

    >>> with_date_meant("hold elections next year [2030]"), with_date_meant("tour the port Friday [3 May 2030]")
    ('hold elections in 2030', 'tour the port on Friday [3 May 2030]')
    """
    return _BARE_DAY.sub(r"\g<before> on \g<day>", _MEANT.sub(_meant, rest))


def _meant(match: re.Match[str]) -> str:
    """Return the date that “next year [2030]” means, with its preposition."""
    if " to " in match["meant"]:
        return f"between {match['meant'].replace(' to ', ' and ', 1)}"
    return f"{match['before'] or ('on' if match['day'] else 'in')} {match['meant']}"


@cache
def dates() -> re.Pattern[str]:
    """Return the pattern of a day, a month, a season or a year: Friday, in May, in the spring, 2030."""
    calendar = read_lexicon("calendar")
    names = (
        name for kind in ("weekdays", "months") for name, short in calendar[kind].items() for name in (name, *short)
    )
    seasons = "|".join(read_lexicon("time")["seasons"])
    months = "|".join(map(re.escape, names))
    return re.compile(rf"\b(?:(?:1\d|20)\d\d|{months}|(?:in|by|this|next) (?:the )?(?:{seasons}))\b")

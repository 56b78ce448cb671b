"""Questions on what one side says and another, elsewhere in the story, denies or rejects."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.lexicon import word_set
from generator.model.findings import Quotation
from generator.stories.alone import edits_to_stand
from generator.stories.evidence import Place, Told
from generator.stories.openings import is_said_clause
from generator.stories.questions.asking import (
    Context,
    Question,
    Reason,
    ask,
    short_enough,
    subject_within,
    trimmed,
    with_article,
)
from generator.stories.questions.denials import find_denials, is_denial
from generator.stories.questions.settled import stems
from generator.stories.wording import CUT, tell
from generator.stories.words import content_words

# So far before a denial stands what it is against, where its own words do not say it.
BEFORE = 8
# The part of the fewer words that a denial and a claim share, if they are about one matter; one word is too few.
SAME_MATTER, LEAST_SHARED = 0.6, 2
# A claim that only “not” sets against another shares more.
CONTRARY_SHARED = 3
# A shorter claim is not understood alone.
CLAIM_WORDS = 4
# the matter | had come up at all; no such talks | were mentioned
_CAME_UP = re.compile(
    r"(?P<topic>[^,;:\"“”]{2,60}?) (?:had|has|have|was|were)(?: ever| even| been){0,2} "
    r"(?:come up|raised|discussed|mentioned|brought up)\b"
)
# she had | raised | the matter: the words of those who say so
_RAISED = re.compile(r"\b(?:raised|discussed|mentioned|brought up|came up|come up|pressed|spoke (?:about|of))\b")
# any | such document | existed
_SUCH = re.compile(r"\bsuch (?:an? )?(?P<noun>[a-z]{4,20})\b")
# the matter, it, this: what was told before
_TOPIC_BEFORE = re.compile(r"(?:the (?:matter|issue|subject|topic|question)|it|this|that)", re.IGNORECASE)
# The firm | rejected that account on Friday, | calling it “guesswork”
_THAT_ACCOUNT = re.compile(
    r"\b(?:denie[sd]|disputes|disputed|rejects|rejected|dismisses|dismissed) (?:that|this) "
    r"(?:account|allegation|assertion|claim|explanation|theory|version)\b"
)
# Two clerks with a view of the quay, who asked not to be named, | said | the lamp was out
_SAID = re.compile(
    r"(?P<who>[A-Z][^,;:\"“”]{2,60})(?:, (?:who|which) [^,;:\"“”]{3,80},)? (?:said|say) (?:that )?"
    r"(?P<claim>[^;:\"“”]{10,150})\.$"
)
_NEGATIVE = re.compile(r"\b(?:not|never|no|nobody|none|nothing|without|cannot)\b|n['’]t\b", re.IGNORECASE)
# no one | was injured; did not | give the right | to fill | the dam
_NEGATED = re.compile(rf"(?:{_NEGATIVE.pattern})(?: one)?", re.IGNORECASE)
_TO_DO = re.compile(r"\bto ([a-z]{2,20})\b")
# the lamp was out when | it | fell
_OPEN = re.compile(r"\b(?:he|she|they|it|his|her|hers|their|its|him|them|this|these|those|here|I|we|our|my|us)\b")
_PERSONAL = {"he", "her", "him", "his", "she"}
_OWN = re.compile(r"(?:that )?(?:he|she|it|they)\b")
# two clerks | with a view of the quay
_OF = re.compile(r" (?:of|for|from|at|in|on|with|to|close|familiar)\b")
# documents | it had seen | point to a leak
_SEEN = re.compile(r" (?:that |which )?(?:it|they|he|she) (?:had|has|have) (?:obtained|received|reviewed|seen)\b")
# She denied it | But the firm denied it
_LEANING = re.compile(r"(?:He|She|They|It|His|Her|Their|Its|This|That|These|Those|But|And|The [a-z]+ [a-z]+ed)\b")
# her | office
_OFFICE = re.compile(r"(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts) (?P<noun>[a-z]+)")


@dataclass(frozen=True, slots=True)
class _Said:
    """What somebody says, in which sentence; the stems of its words, and whether it says that a thing is not so."""

    told: Told
    who: str
    text: str
    stems: frozenset[str]
    negative: bool


def ask_against(context: Context) -> Iterator[Question]:
    """Ask whether one side is right where another denies what it says, a few sentences on or in another article."""
    known = frozenset(denial.told.place for denial in find_denials(context))
    sentences = context.coverage.undamaged_first()
    claims = [one for told in sentences if not is_denial(told) for one in _claims(context, told)]
    for told in sentences:
        claim = _claim_against(context, told, known, claims)
        question = claim and _question(claim)
        denial = question and _alone(context, told)
        if claim is not None and question and denial:
            because = (
                f"Against this stands: “{denial}” The articles do not show which is so. "
                "Evidence for either would settle it."
            )
            asked = ask(context, claim.told, question, Reason("position", because, "position.against"))
            places = tuple(dict.fromkeys((*asked.places, told.place)))
            yield replace(asked, places=places)


def places_denied(context: Context) -> frozenset[Place]:
    """Return the sentences whose denials `ask_against` asks about, with what is denied."""
    return frozenset(question.places[-1] for question in ask_against(context))


def _claim_against(context: Context, told: Told, known: frozenset[Place], claims: Sequence[_Said]) -> _Said | None:
    """Return what a sentence denies, as another says it: who is named for it, in words that ask for no more."""
    before = context.coverage.told.get(Place(told.place.article, told.place.sentence - 1))
    if before is not None and _THAT_ACCOUNT.search(told.text):
        return next((one for one in _claims(context, before) if not one.negative), None)
    for said in told.quotations:
        contrary = not _denies(said) and bool(_NEGATIVE.search(said.text))
        if said.kind != "indirect" or not said.speaker or not (_denies(said) or contrary):
            continue
        speaker = set(said.speaker.split())
        what, matches = said.text.removeprefix("that "), None
        came, such = _CAME_UP.match(what), _SUCH.search(what)
        if contrary:
            matches = _of_contrary(told, what)
        elif came:
            matches = _of_talks(told, before, came["topic"])
        elif such:
            matches = _of_such(told, such["noun"])
        elif told.place not in known and not _OPEN.search(what):
            matches = _of_matter(what)
        others = (one for one in claims if matches and matches(one))
        apart = (one for one in others if one.told.place != told.place and not speaker & set(one.who.split()))
        if found := next(apart, None):
            return found
    return None


def _of_talks(told: Told, before: Told | None, topic: str) -> Callable[[_Said], bool] | None:
    """Return what tells that a claim is that the topic was raised; of “the matter”, that of the sentence before."""
    bare = bool(_TOPIC_BEFORE.fullmatch(topic) or _SUCH.search(topic))
    words = stems(content_words(before.text)) if bare and before else stems(content_words(topic))
    least = LEAST_SHARED if bare else 1
    if bare and before is None:
        return None

    def matches(one: _Said) -> bool:
        near = not bare or one.told.place.article == told.place.article
        return near and not one.negative and len(words & one.stems) >= least and bool(_RAISED.search(one.text))

    return matches


def _of_such(told: Told, noun: str) -> Callable[[_Said], bool]:
    """Return what tells that a claim speaks of what “such a document” means: it stands shortly before."""
    at = told.place

    def matches(one: _Said) -> bool:
        near = one.told.place.article == at.article and 0 < at.sentence - one.told.place.sentence <= BEFORE
        return near and not one.negative and bool(stems([noun]) & one.stems)

    return matches


def _of_matter(what: str) -> Callable[[_Said], bool]:
    """Return what tells that a claim is on the matter of a denial, and not its contrary."""
    words, negative = stems(content_words(what)), bool(_NEGATIVE.search(what))

    def matches(one: _Said) -> bool:
        shared = len(words & one.stems)
        alike = one.negative == negative
        return alike and shared >= LEAST_SHARED and shared >= SAME_MATTER * min(len(words), len(one.stems))

    return matches


def _of_contrary(told: Told, what: str) -> Callable[[_Said], bool]:
    """Return what tells that a claim is the contrary of one with “not”: in what is not so, and in most words.

    That is what “not” stands before, or what somebody may not do: “give no right to fill the dam”. People aside.
    """
    negated = _NEGATED.split(what, maxsplit=1)[-1]
    deeds = stems([*content_words(negated)[:1], *_TO_DO.findall(negated)])
    people = stems(content_words(" ".join(name.name for name in told.names if name.kind == "person")))
    words = stems(content_words(_NEGATIVE.sub("", what))) - people

    def matches(one: _Said) -> bool:
        others = one.stems - people
        shared = len(words & others)
        enough = shared >= CONTRARY_SHARED and shared >= SAME_MATTER * min(len(words), len(others))
        return enough and bool(deeds & others) and not one.negative

    return matches


def _claims(context: Context, told: Told) -> Iterator[_Said]:
    """Yield what a sentence reports of others' words, where it can be read alone."""
    found = [
        (said.speaker, said.start, said.end)
        for said in told.quotations
        if said.kind == "indirect"
        and said.speaker
        and not _denies(said)
        and told.start <= said.start
        and said.end <= told.end
    ]
    if not told.quotations and (match := _SAID.match(told.text)):
        found = [(match["who"], told.start + match.start("claim"), told.start + match.end("claim"))]
    for speaker, start, end in found:
        who = _who(told, speaker)
        text = trimmed(tell(context.coverage, told.place.article, start, end)).removeprefix("that ")
        text = _SEEN.sub(f" {CUT}", text)
        whole = len(text.split()) >= CLAIM_WORDS and is_said_clause(text, "said") and "?" not in text
        if who and whole and not _is_open(told, _OWN.sub("", text, count=1)):
            named = subject_within(context, told, with_article(context, told, who))
            yield _Said(told, named, text, stems(content_words(text)), bool(_NEGATIVE.search(text)))


def _denies(said: Quotation) -> bool:
    return next(iter((said.cue or "").lower().split()), "") in word_set("questions", "denying")


def _is_open(told: Told, text: str) -> bool:
    """Tell whether a claim does not say whom it means: “her counterpart”, where no person is named before."""
    match = _OPEN.search(text)
    if match is None or match[0] not in _PERSONAL:
        return match is not None
    people = (name.name.rsplit(maxsplit=1)[-1] for name in told.names if name.kind == "person")
    return not any(person in text[: match.start()] for person in people)


def _who(told: Told, speaker: str) -> str | None:
    """Return who speaks, as a question calls them: “her office” by whose it is, where one person is named."""
    office = _OFFICE.fullmatch(speaker)
    if office is None:
        return None if _OPEN.match(speaker) or _OPEN.match(speaker.lower()) else speaker
    people = {name.name for name in told.names if name.kind == "person"}
    return f"{people.pop()}’s {office['noun']}" if len(people) == 1 else None


def _question(claim: _Said) -> str | None:
    named = next((name for name in claim.told.names if claim.who.endswith(name.name)), None)
    head = _OF.split(claim.who, maxsplit=1)[0].split()[-1]
    many = not named and head.endswith(("s", "men", "people", "police")) and not head.endswith("ss")
    question = f"{'Are' if many else 'Is'} {claim.who} right that {claim.text}?"
    return question if short_enough(question) else None


def _alone(context: Context, told: Told) -> str | None:
    """Return a denial as it stands beside the question; None where it does not tell who denies."""
    edits = edits_to_stand(context.coverage, told)
    if edits is None and _LEANING.match(told.text):
        return None
    return tell(context.coverage, told.place.article, told.start, told.end, edits or ())

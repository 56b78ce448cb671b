"""What courts and others who decide have found: suits and who won them, and whether courts may judge at all."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from generator.lexicon import read_lexicon, word_set
from generator.stories.deciding import finder, is_decider, is_finding
from generator.stories.evidence import Told
from generator.stories.questions.answers import settled_by
from generator.stories.questions.asking import (
    Context,
    Question,
    Reason,
    capital,
    everywhere,
    trimmed,
    weight_of,
    within_sentence,
)
from generator.stories.questions.rulings import is_later, stems_of, stems_told
from generator.stories.wording import dateline_length
from generator.stories.words import FINITE, phrases

# A suit with fewer words before it is the subject of its sentence, whose verb stands somewhere behind it.
NOT_SUBJECT = 3
# Behind “no jurisdiction over”, fewer words do not tell what: the case, the matter.
TOPIC_WORDS = 3
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_ACTION = r"(?:action|case|complaint|(?:law)?suit|legal action|legal proceedings|proceedings)"
_OVER = (
    r" (?:over|about|concerning) (?P<what>[^,.;:\"“”]{4,80}?)"
    r"(?=[,.;:]| (?:after|alleging|and|arguing|as|because|before|but|claiming|saying|that|when|which|while)\b"
    r"| (?:in|last|on|this) (?:[A-Z][a-z]+day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|month|week|year))"
)
_WHEN = r"(?:(?:last|on|in|this) (?:[A-Za-z]+ )?[A-Za-z]+ )?"
# a complaint brought by | the fishers’ guild | in May against | Jon Vale | over | the lease of the quay
_SUIT = re.compile(
    rf"\b{_ACTION} (?:(?:that|which) (?:is|was) )?(?:being )?(?:brought|filed|launched|lodged|started) "
    rf"by (?P<who>[^,.;:\"“”]{{3,60}}?) {_WHEN}against (?P<whom>[^,.;:\"“”]{{3,60}}?){_OVER}"
)
_AT_FIRST = (
    r"(?:(?:Also|Earlier|In|Last|Later|On|This) [^,;:\"“”]{2,40}, )?"
    r"(?P<who>(?:the |[A-Z])[^,.;:\"“”]{2,60}?)(?:, [^,;:\"“”]{3,60},)? "
)
# On Friday, | Norvik Mills | sued | the Harbour Office | over | the price of water
# The guild | took | Jon Vale | to court over | the lease; brought a case against | Jon Vale | over | the lease
_SUES = tuple(
    re.compile(rf"{_AT_FIRST}(?:(?:also|had|has|have|later|then) ){{0,2}}{verb}{_OVER}")
    for verb in (
        r"(?:is suing|are suing|sued|sues) (?P<whom>[^,.;:\"“”]{3,60}?)",
        r"(?:(?:are|is) taking|taken|takes?|took) (?P<whom>[^,.;:\"“”]{3,60}?) to (?:the )?(?:[a-z]+ )?court",
        rf"(?:began|brings|brought|files|filed|launched|lodged|opened|started) (?:an? )?(?:[a-z]+ )?{_ACTION} "
        r"against (?P<whom>[^,.;:\"“”]{3,60}?)",
    )
)
# Jon Vale | is being sued by | the guild | over | the lease
_SUED_BY = re.compile(
    r"(?P<whom>[A-Z][^,.;:\"“”]{2,60}?) (?:has been|have been|is being|are being|was|were) "
    rf"(?:sued|taken to court) by (?P<who>[^,.;:\"“”]{{3,60}}?){_OVER}"
)
# found in favour of | dismissed the suit | threw out his case
_WON = re.compile(
    r"\bin favou?r of\b|\b(?:dismiss|reject|uph[eo]ld|threw out|throws out|allow)(?:s|es|ed|ing)? "
    rf"(?:the|a|their|its|his|her) {_ACTION}\b"
)
# ruled against | sided with: in which matter, only its words tell
_FOR_ONE = re.compile(r"\b(?:(?:decided|found|ruled) (?:against|for)|sided with)\b")
_THE_TOPIC = r"(?P<topic>(?:the|an?|its|their|his|her) [^,.;:\"“”]{3,60}?)"
# the sale of the pier | was beyond the powers of the courts | could not be judged
_TOPIC = re.compile(
    rf"(?:(?<!of )(?<!in )(?<!for )\b(?:that )?{_THE_TOPIC} "
    r"|\A(?P<first>(?:The|An?|Its|Their) (?:(?!(?:found|held|ruled|said|says|that)\b)[\w'’-]+ ){1,10}?))"
    r"(?:(?:fell|falls|is|are|lay|lies|was|were) )?\Z"
)
# had no jurisdiction over | could not hear | had no power to review | the sale of the pier
_TOPIC_BEHIND = re.compile(
    r"(?: (?:in|on|over)| to (?:decide|hear|judge|review|rule)(?: on)?)? "
    rf"{_THE_TOPIC}(?=[,.;:]| (?:and|as|because|but|while)\b)"
)
_SUED = Reason(
    "position",
    "The articles tell of the suit, not of a decision. A ruling would settle it.",
    "position.lawsuit",
)
_SUIT_WON = Reason(
    "position",
    "The two stood against each other in court. The answer rests on the ruling, as the article tells it.",
    "position.lawsuit",
)
# the clerk said the guild: words with a verb are no side
_NO_SIDE = re.compile(rf"{FINITE.pattern}|\b(?:[a-z]+ed|[a-z]+ing|said|says|told|that|who)\b")
_PRONOUNS = word_set("questions", "pronouns")
_NO_MATTER, _JUDGES_IT = "One court", "another"


def ask_suits(context: Context) -> Iterator[Question]:
    """Ask who is right in a lawsuit; answered where the same article or a later one tells of the ruling."""
    for told in context.coverage.undamaged_first():
        for match in _suits(told):
            who, whom = within_sentence(match["who"]), within_sentence(match["whom"])
            question = f"Who is right in the suit of {who} against {whom} over {trimmed(match['what'])}?"
            named = frozenset(word for side in (who, whom) for word in _named(side))
            ruling = next(_rulings(context, told, named, stems_of(match["what"])), None)
            later = (one for one in context.coverage.told.values() if one.place.article >= told.place.article)
            sides = [one.place for one in later if _answers(one, who, whom)]
            places = tuple(dict.fromkeys((*everywhere(context, told.place), *sides)))
            asked = Question(question, _SUED, places, weight_of(context, told.place))
            if ruling is None:
                yield asked
            elif answered := settled_by(context, asked, ruling, _SUIT_WON):
                yield answered


def _suits(told: Told) -> Iterator[re.Match[str]]:
    """Yield where a sentence tells who sued whom over what; not where somebody is only pointed at: “She sued …”."""
    for match in _SUIT.finditer(told.text):
        if len(told.text[: match.start()].split()) >= NOT_SUBJECT:
            yield match
    for pattern in (*_SUES, _SUED_BY):
        one = pattern.match(told.text, dateline_length(told.text))
        sides = f"{one['who']} {one['whom']}".lower() if one else ""
        quoted = one and told.is_quoted(told.start + one.start("what"))
        if one and not quoted and not _NO_SIDE.search(sides) and _PRONOUNS.isdisjoint(sides.split()):
            yield one


def ask_jurisdiction(context: Context) -> Iterator[Question]:
    """Ask whether courts may judge what one calls no matter for them, and another has judged."""
    coverage = context.coverage
    denying = [told for told in coverage.told.values() if _denies().search(told.text)]
    if not denying:
        return
    for told in denying:
        topic = _topic(told)
        if topic is None:
            continue
        stems = stems_of(topic)
        judged = [
            one
            for one in coverage.told.values()
            if is_finding(one) and one not in denying and stems & stems_told(one) and _judges(one)
        ]
        if not judged:
            continue
        asserting = [one for one in judged if _asserts().search(one.text) and is_later(context, one, told)]
        places = tuple(dict.fromkeys(one.place for one in (told, *denying, *judged)))
        question = f"May courts judge {within_sentence(topic)}?"
        stands = _stands(context, denying, judged)
        reason = Reason("position", f"{stands} A higher court would settle it.", "position.jurisdiction")
        asked = Question(question, reason, places, weight_of(context, told.place))
        if not asserting:
            yield asked
        elif answered := settled_by(
            context,
            asked,
            asserting[-1],
            replace(reason, because=f"{stands} The answer rests on the later ruling."),
        ):
            yield answered
        return


def _stands(context: Context, denying: Sequence[Told], judged: Sequence[Told]) -> str:
    """Say which court held that it was no matter for it, and which has judged it."""
    first = next((name for one in denying if (name := finder(one))), _NO_MATTER)
    second = next((name for one in judged if (name := finder(one)) and name != first), _JUDGES_IT)
    if _NO_MATTER in first or second == _JUDGES_IT:
        first, second = _NO_MATTER, _JUDGES_IT
    return f"{capital(first)} found that it was no matter for the courts, {second} judged it."


def _rulings(context: Context, told: Told, named: frozenset[str], matter: frozenset[str]) -> Iterator[Told]:
    """Yield the sentences that tell how a suit was decided, the one that tells of the suit first."""
    others = (one for one in context.coverage.told.values() if is_later(context, one, told) and one != told)
    for one in (told, *others):
        won = _WON.search(one.text) or (_FOR_ONE.search(one.text) and matter & stems_told(one))
        if is_finding(one) and won and named & set(_WORD.findall(one.text)):
            yield one


def _answers(told: Told, who: str, whom: str) -> bool:
    """Tell whether one side of a suit speaks of the other here, in its own words or reported ones."""
    sides = frozenset(_named(who)), frozenset(_named(whom))
    return any(
        own & set(_WORD.findall(quotation.speaker or "")) and other & set(_WORD.findall(quotation.text))
        for quotation in told.quotations
        for own, other in (sides, sides[::-1])
    )


def _named(side: str) -> list[str]:
    """Return the word that a side is called by again: “Senate” of “the island Senate”, “Berg” of “Ida Berg”."""
    return [word for word in _WORD.findall(side) if word[0].isupper()][-1:]


def _topic(told: Told) -> str | None:
    """Return what somebody says courts may not judge: “the sale of the pier”."""
    for denied in _denies().finditer(told.text):
        behind = _TOPIC_BEHIND.match(told.text, denied.end())
        if behind and len(behind["topic"].split()) >= TOPIC_WORDS:
            return behind["topic"]
        before = _TOPIC.search(told.text, 0, denied.start())
        topic = (before["topic"] or before["first"]).strip() if before else None
        if topic and not is_decider(topic):
            return topic
    return None


def _judges(told: Told) -> bool:
    """Tell whether a finding says what is lawful, or that the court may say so."""
    bare = set(_WORD.findall(told.text.lower()))
    return bool(bare & _lawful() or _asserts().search(told.text))


@cache
def _lawful() -> frozenset[str]:
    """Return the words for what a court says of an act, and their opposites."""
    pairs = read_lexicon("questions")["opposites"]
    return frozenset(
        word
        for some, others in pairs
        if word_set("questions", "judged") & {*some, *others}
        for word in (*some, *others)
    )


@cache
def _denies() -> re.Pattern[str]:
    return phrases(read_lexicon("questions")["no_matter_for_courts"])


@cache
def _asserts() -> re.Pattern[str]:
    return phrases(read_lexicon("questions")["matter_for_courts"])

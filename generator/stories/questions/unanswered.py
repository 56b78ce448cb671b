"""Questions that an article itself says are open: what is not known or not said, who is not yet named."""

import re
from collections.abc import Iterator

from generator.lexicon import read_lexicon, word_set
from generator.model.edtf import bounds
from generator.stories.evidence import Place, Told
from generator.stories.questions.asking import (
    Context,
    Question,
    Reason,
    ask,
    capital,
    leans,
    trimmed,
    with_article,
)
from generator.stories.questions.inverted import inverted
from generator.stories.questions.meant import HE, person_before, pronouns, with_owner, with_person, with_the_two
from generator.stories.questions.settled import may_be_later, stems
from generator.stories.words import content_words

UNCLEAR, UNSAID = "asked.unclear", "asked.unsaid"
# So much of a question in a sentence of another article may be its answer: then it is not asked.
ANSWERED = 0.6
# The sentences that open an article tell what it is about.
OPENING = 5
# What is asked within so many sentences is the article's own matter.
FIRST = 8
# A clause of fewer words does not tell what is asked.
LEAST_WORDS = 3
_CLAUSE = r"(?P<what>(?:whether|how|why|who|when|where|what|which|if) [^.;:\"“”]{3,160}(?:\.\d[^.;:\"“”]*)?)"
# It is not clear | whether the vote will be held; who shot first has yet to be seen
_UNKNOWN = re.compile(
    r"(?:\b[Ii]t(?: (?P<tense>is|was|remains|remained)|['’]s) (?:still |as yet )?"
    r"(?P<now>(?:not (?:immediately |yet |entirely )*(?:clear|known|certain)|unclear|unknown|uncertain|to be seen"
    r"|an open question|not been (?:determined|established|decided)))"
    r"|\bremains? (?:unclear|unknown|uncertain|to be seen|an open question)"
    r"|\b(?:has|have) (?:not (?:yet )?|yet to be )(?:been )?(?:decided|determined|established)"
    r"|\b(?:is|was) (?:still )?too (?:early|soon) to (?:say|tell|know|judge)) " + _CLAUSE
)
# Engineers are still investigating | whether the mill reported the leak in time
_STUDIED = re.compile(
    r"\b(?:is|are|was|were) (?:still |now )?(?:investigating|examining|looking into"
    r"|trying to (?:establish|determine|find out)) " + _CLAUSE
)
# “We do not yet know | why the mast fell,” the harbour master said
_WE_DO_NOT_KNOW = re.compile(r"\b[Ww]e (?:still )?(?:do not|don['’]t) (?:yet |still )?know (?:yet )?" + _CLAUSE)
# The firm did not say | whether he left; The film does not answer | who shot; declined to say | why
_UNSAID = re.compile(
    r"\b(?<!I )(?<!we )(?<!you )(?:(?:did|does|do|has|have|had|would|will) ?(?:not|n['’]t) (?:immediately |yet )?"
    r"(?:say|said|answer|answered|disclose|disclosed|specify|specified|reveal|revealed|explain|explained|show)"
    r"|(?:declined|declines|refused|refuses) to (?:say|disclose|specify|reveal|explain|confirm)"
    r"|(?:has|have) yet to (?:say|disclose|specify|reveal|explain)|without (?:saying|specifying|explaining)) "
    + _CLAUSE
)
# neither of the firms would reveal | the price of the line; the firm declined to disclose | the terms of the deal
_KEPT = re.compile(
    r"\b(?:(?:did|has|would) (?:not|n['’]t) (?:disclosed?|reveal(?:ed)?)"
    r"|(?:declined|refused) to (?:disclose|reveal)"
    r"|[Nn]either (?:of the [a-z]+(?: [a-z]+)? )?(?:would|has|have) (?:disclosed?|reveal(?:ed)?)) "
    r"(?P<what>the (?:[a-z-]+ )?(?P<noun>[a-z]+) (?:of|for|reached|paid|agreed)\b [^,.;:\"“”]{3,80})"
)
# The exact cause of | the fire | has not been determined
_CAUSE = re.compile(
    r"\b[Tt]he (?:exact |precise )?cause of (?P<what>(?:the|an?) [a-z][^,.;:\"“”]{2,60}?) (?:"
    r"(?:has|had) (?:not (?:yet )?|yet to )(?:be|been) (?:determined|established|found|identified|confirmed)"
    r"|(?:is|was|remains|remained) (?:still )?(?:not (?:immediately |yet )*(?:clear|known)|unclear|unknown"
    r"|under investigation))\b"
)
_WHO = rf"(?:[a-z-]+ ){{0,2}}?(?P<noun>{'|'.join(read_lexicon('questions')['not_yet_named'])})"
# Police have not released | the names of | the two victims; | The gunman | has not been identified
_UNNAMED = re.compile(
    r"\b(?:(?:has|have|did) not (?:yet )?(?:released?|named?|identified|identify|given?|disclosed?)"
    r"|(?:has|have) yet to (?:release|name|identify|disclose)) (?:the (?:names?|identity|identities) of )?"
    rf"(?P<who>the {_WHO})\b(?! (?:in|of|as|who)\b)"
)
_NOT_NAMED = re.compile(
    rf"^(?P<who>The {_WHO}) (?:has|have) (?:not (?:yet )?been|yet to be) "
    r"(?:publicly )?(?:identified|named)\b"
)
# … was late | , as the police have said; … can be kept | and sources say; … had a key
_TAIL = re.compile(
    r",(?! or\b)|\s[–—-]\s|\s\("
    r"|\s(?:and|but) (?=(?:[a-z]+ ){1,3}(?:said|say|indicate|told|added|has|have|is|are|was|were)\b)"
)
# why | the two | ships lay at the same quay
_TOGETHER = re.compile(r"\b(?:the two|both|all|two|three|four)\b")
# Lawmakers | have not said when they
_MANY = re.compile(r"(?P<the>(?:The )?)(?P<who>[A-Z]?[a-z]{3,20}s) (?=(?:have|had|did|would|declined|refused)\b)")
# of which day, a question does not tell, nor what | that country | is
_UNTOLD = re.compile(
    r"\b(?:today|tonight|tomorrow|yesterday"
    r"|(?:in|into|of|to|from|for|at|on|with|by|about) (?:that|those|such) [a-z]+)\b"
)
# Would | the council pay; How much of it | would | be paid; not: would it if it could
_WOULD = re.compile(r"^(?P<before>(?:(?:How|When|Where|Who|What|Which)(?: [a-z]+){0,3} )?)(?P<w>[Ww])ould\b")
_IF = re.compile(r"\bif\b")
# Who were responsible: who they were is not known, nor how many
_WERE = re.compile(r"^Who were (?=(?:behind|responsible)\b)")
# What if it rains? how to go on: no question about what is so; what would come next: of nothing
_NO_REAL = re.compile(
    r"(?:(?:what if|how to|why not|what to|if and when|what,)\b"
    r"|what (?:(?:would|will|could|might|may) )?(?:comes?|happens?) (?:next|now|then)$)",
    re.IGNORECASE,
)
_NOT_CLEAR = Reason(
    "asked", "The article itself says that this is not known. A later report would settle it.", UNCLEAR
)
_STILL_STUDIED = Reason(
    "asked", "The article says that this is being looked into. The outcome would settle it.", UNCLEAR
)
_LEFT_UNSAID = Reason(
    "asked", "The article itself says that this was left open. A later report would settle it.", UNSAID
)


def ask_unanswered(context: Context) -> Iterator[Question]:
    """Ask what an article says is open about the story's main matter."""
    yield from (one for one in _questions(context) if _is_main(context, one))


def ask_unanswered_besides(context: Context) -> Iterator[Question]:
    """Ask what an article says is open about something else."""
    yield from (one for one in _questions(context) if not _is_main(context, one))


def _questions(context: Context) -> Iterator[Question]:
    for told in context.coverage.undamaged_first():
        for question, reason in _open(context, told):
            if (
                not leans(question)
                and not _UNTOLD.search(question)
                and not _may_be_answered(context, told, question)
            ):
                yield ask(context, told, _in_full(told, question), reason)


def _open(context: Context, told: Told) -> Iterator[tuple[str, Reason]]:
    for pattern, reason in ((_UNKNOWN, _NOT_CLEAR), (_UNSAID, _LEFT_UNSAID)):
        for match in pattern.finditer(told.text):
            was = pattern is _UNKNOWN and match["tense"] in {"was", "remained"} and "yet" not in match["now"]
            if told.is_quoted(told.start + match.start()) or (was and _is_history(context, told)):
                continue
            if question := _asked(context, told, match["what"], match.start("what")):
                yield question, reason
    for match in _STUDIED.finditer(told.text):
        if not told.is_quoted(told.start + match.start()) and (
            question := _asked(context, told, match["what"], match.start("what"))
        ):
            yield question, _STILL_STUDIED
    for match in _WE_DO_NOT_KNOW.finditer(told.text):
        speaker = _speaker(told, match.start())
        if speaker and (question := _asked(context, told, match["what"], match.start("what"))):
            because = (
                f"{capital(with_article(context, told, speaker))} said that this was not known. "
                "A later report would settle it."
            )
            yield question, Reason("asked", because, UNCLEAR)
    for match in _CAUSE.finditer(told.text):
        if not pronouns() & set(match["what"].lower().split()):
            yield f"What caused {match['what']}?", _NOT_CLEAR
    for match in _KEPT.finditer(told.text):
        if match["noun"] in word_set("questions", "undisclosed") and not told.is_quoted(told.start + match.start()):
            were = "were" if match["noun"].endswith("s") else "was"
            if what := with_the_two(context, told, trimmed(match["what"])):
                yield f"What {were} {what}?", _LEFT_UNSAID
    for pattern in (_UNNAMED, _NOT_NAMED):
        for match in pattern.finditer(told.text):
            if not told.is_quoted(told.start + match.start()):
                are = "are" if match["noun"].endswith("s") or match["noun"] in {"dead", "gunmen"} else "is"
                yield f"Who {are} {match['who'][0].lower()}{match['who'][1:]}?", _NOT_CLEAR


def _asked(context: Context, told: Told, what: str, start: int) -> str | None:
    """Return the question of a clause in plain English, else whether it is known by now; None if it hangs."""
    clause = trimmed(_TAIL.split(what, maxsplit=1)[0])
    if clause.lower().startswith("if "):
        clause = f"whether {clause[3:]}"
    clause = clause[0].lower() + clause[1:]
    if len(clause.split()) < LEAST_WORDS or _NO_REAL.match(clause) or _is_compared(clause):
        return None
    clause = with_owner(context, told, with_person(context, told, clause, start))
    name, pronoun = None, HE.search(clause)
    if pronoun:
        person = person_before(told, start, pronoun.group())
        if person is None or clause.split()[1:2] != [pronoun.group()]:
            return None
        name = person
    elif clause.split()[1:2] == ["they"] and (many := _many(told, start)):
        clause = re.sub(r"\bthey\b", many, clause, count=1)
    if not name and pronouns() & set(clause.split()[1:]):
        return None
    # The pronoun is asked with: of two clauses only the first has the name.
    plain = inverted(clause, None if name else _begins(told, clause, start))
    asked = f"Is it known by now {clause}?" if plain is None else f"{_WERE.sub('Who was ', _ahead(plain))}?"
    return HE.sub(name, asked, count=1) if name else asked


def _ahead(question: str) -> str:
    """Return a question about what was to come as it is asked: “Would it rain” as “Will it rain”."""
    return question if _IF.search(question) else _WOULD.sub(r"\g<before>\g<w>ill", question, count=1)


def _is_compared(clause: str) -> bool:
    """Tell whether a clause has “the same” as something told before; not: why the two were on the same line."""
    return "the same" in clause and not _TOGETHER.search(clause.partition("the same")[0])


def _speaker(told: Told, at: int) -> str | None:
    """Return who says the words in marks at a place of the sentence."""
    marked = (q for q in told.quotations if q.kind == "direct" and q.start <= told.start + at < q.end)
    return next((q.speaker for q in marked if q.speaker), None)


def _many(told: Told, start: int) -> str | None:
    """Return whom “they” means: the people with whom the sentence begins, as it stands within one."""
    subject = _MANY.match(told.text, 0, start)
    return f"{subject['the'].lower()}{subject['who'].lower()}" if subject else None


def _begins(told: Told, clause: str, start: int) -> str | None:
    """Return the name with which the clause goes on behind its first word."""
    behind = start + len(clause.split(" ", 1)[0]) + 1 + told.start
    name = next((one for one in told.names if one.start == behind), None)
    return told.text[name.start - told.start : name.end - told.start] if name else None


def _in_full(told: Told, question: str) -> str:
    """Return a question with the full name of a person whom it and its sentence call by one name alone."""
    for one in told.names:
        called = told.text[one.start - told.start : one.end - told.start]
        if one.kind == "person" and " " not in called and one.name not in question:
            question = re.sub(rf"(?<![\w-]){re.escape(called)}(?![\w-])", one.name, question, count=1)
    return question


def _is_history(context: Context, told: Told) -> bool:
    """Tell whether a paragraph speaks of a year before that of its article: what was unclear then is no news."""
    published = context.coverage.findings(told.place).article.published
    sentences = context.coverage.findings(told.place).sentences
    paragraph = sentences[told.place.sentence].paragraph
    years = [
        last.year
        for place, one in context.coverage.told.items()
        if place.article == told.place.article and sentences[place.sentence].paragraph == paragraph
        for mention in one.dates
        if mention.edtf and (last := bounds(mention.edtf)[1])
    ]
    return published is not None and any(str(year) < published[:4] for year in years)


def _is_main(context: Context, question: Question) -> bool:
    """Tell whether a question is about what the title and the first sentence of its article are about."""
    coverage, words = context.coverage, stems(content_words(question.question))
    articles = {place.article for place in question.places}
    ledes = [coverage.told[lede] for number in articles if (lede := context.top.ledes[number])]
    titles = [coverage.story.findings[number].article.title or "" for number in articles]
    told = stems(word for text in (*titles, *(one.text for one in ledes)) for word in content_words(text))
    top = (one for place, one in coverage.told.items() if place.article in articles and place.sentence < OPENING)
    told |= stems(word for one in top for word in one.words)
    near = any(place.sentence <= _near_the_top(context, place) for place in question.places)
    first = any(place.sentence < FIRST for place in question.places)
    return near and (first or len(words & told) * 2 >= len(words) > 0)


def _near_the_top(context: Context, place: Place) -> int:
    """Return how far down an article its news goes on: half of it."""
    return max(OPENING, len(context.coverage.findings(place).sentences) // 2)


def _may_be_answered(context: Context, told: Told, question: str) -> bool:
    """Tell whether an article that may be of a later day has most words of a question: it may answer it."""
    coverage, words = context.coverage, stems(content_words(question))
    own = coverage.findings(told.place).article.published
    return any(
        len(words & stems(one.words)) >= ANSWERED * len(words) and not _says_open(one.text)
        for place, one in coverage.told.items()
        if place.article != told.place.article and may_be_later(coverage.findings(place).article.published, own)
    )


def _says_open(text: str) -> bool:
    return any(pattern.search(text) for pattern in (_UNKNOWN, _UNSAID, _KEPT, _CAUSE, _UNNAMED, _NOT_NAMED))

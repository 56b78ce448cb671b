"""Questions about what the record itself lacks: names, dates, the agency, agreement on a number, an answer."""

import re
from collections.abc import Iterator
from functools import cache

from generator.extract.names.words import COMMON
from generator.lexicon import read_lexicon
from generator.model.edtf import in_words
from generator.model.findings import DateMention, Quotation
from generator.stories.days import is_day
from generator.stories.evidence import Coverage, Told
from generator.stories.openings import is_statement
from generator.stories.questions.asking import (
    Context,
    Question,
    Reason,
    ask,
    trimmed,
    weight_of,
)

# A statement shorter than this carries no weight that its speaker's name would change.
CARRIES_WORDS = 6
# So much of a quotation is shown; a cut of fewer words is not worth its mark.
SHOWN_WORDS, CUT_WORDS = 16, 6
# Two outlets may come to one plain sentence by themselves.
LEAST_SHARED = 2
_MARK = re.compile(r"[\"“”]")
# a spokesman for the mayor
_ARTICLE = re.compile(r"(?:an?|the|one|another|both|some|several|many|other|all)\s+", re.IGNORECASE)
# a spokesman | for the mayor
_AFTER_HEAD = re.compile(r",| (?:of|for|from|at|in|with|to|on|who|familiar|close|based|speaking)\b")
# What if it rains? | How to stay dry? | Who could ever want that?
_NO_REAL = re.compile(
    r"(?:what if|how to|why not)\b|.*\b(?:someone|anyone|anybody|even|ever|such|really)\b", re.IGNORECASE
)
# Last updated 3 May 2030
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_UNNAMED = Reason(
    "unnamed",
    "The words rest on a speaker whom no article of the story names. "
    "A transcript or a statement under a name would settle it.",
    "unnamed.speaker",
)
_ASKED = Reason("asked", "The article asks it and leaves it open.", "asked.question")


def ask_unnamed(context: Context) -> Iterator[Question]:
    """Ask who a speaker without a name is, once a speaker, by the weightiest words in marks that rest on them."""
    found: dict[str, tuple[float, Told, Quotation]] = {}
    for told in context.coverage.undamaged_first():
        for quotation in told.quotations:
            speaker, weight = quotation.speaker, weight_of(context, told.place)
            if speaker is None or quotation.kind != "direct" or quotation.start < told.start:
                continue
            if speaker not in told.text or _names_person(told):
                continue
            carries = len(quotation.text.split()) >= CARRIES_WORDS and _is_unnamed(context.coverage, told, speaker)
            if carries and (speaker not in found or weight > found[speaker][0]):
                found[speaker] = weight, told, quotation
    for speaker, (_, told, quotation) in found.items():
        who = _ARTICLE.sub("", " ".join(speaker.split()))
        who = who[0].lower() + who[1:] if who.split()[0].lower() in COMMON else who
        are = "are" if _head(speaker).endswith("s") else "is"
        question = f"Who {are} the {who} who said “{_shown(quotation.text)}”?"
        yield ask(context, told, question, _UNNAMED)


def _names_person(told: Told) -> bool:
    """Tell whether a sentence names somebody outside its quotations, whose the words may be."""
    return any(name.kind == "person" and not told.is_quoted(name.start) for name in told.names)


def ask_agency(context: Context) -> Iterator[Question]:
    """Ask which agency wrote a text that several articles print and none credits."""
    coverage = context.coverage
    for group in coverage.story.shared:
        if group.agency is not None:
            continue
        shared = [
            places for places in coverage.statements if {p.article for p in places} >= set(group.members)
        ] or [places for places in coverage.statements if len({p.article for p in places} & set(group.members)) > 1]
        if len(shared) < LEAST_SHARED:
            continue
        outlets = list(dict.fromkeys(filter(None, (_outlet(coverage, member) for member in group.members))))
        if len(outlets) < 2:
            continue
        best = max(shared, key=lambda places: (context.weights[coverage.statement_of[places[0]]], places[0]))
        because = (
            f"{len(shared)} sentences stand in all of them almost word for word, "
            "and none of them credits an agency. A credit line, or the agency's own report, would settle it."
        )
        yield Question(
            f"Who wrote the text that {', '.join(outlets[:-1])} and {outlets[-1]} share?",
            Reason("unnamed", because, "unnamed.agency"),
            tuple(place for place in best if place.article in group.members),
            0.0,
        )


def ask_dates(context: Context) -> Iterator[Question]:
    """Ask which day an article means by a weekday, or when it was published, where it carries no date.

    An article that prints the text of a dated one needs no asking; of several, the weightiest is asked about.
    """
    coverage = context.coverage
    articles = [findings.article for findings in coverage.story.findings]
    asked: list[Question] = []
    dated = {coverage.origins[at] for at, article in enumerate(articles) if is_day(article.published)}
    for number, article in enumerate(articles):
        lede = context.top.ledes[number]
        if lede is None or coverage.origins[number] in dated or is_day((article.published or "").rstrip("?~%")):
            continue
        places = [place for place in coverage.told if place.article == number]
        vague = [(m.text, place) for place in places for m in coverage.told[place].dates if _is_vague_weekday(m)]
        said, place = max(vague, key=lambda found: (weight_of(context, found[1]), found[1]), default=("", lede))
        # “Friday” and “last Friday” are two; the news is of the one that its first sentence names.
        of_lede = [text for text, at in vague if at == lede]
        if len(of_lede) == 1 and not of_lede[0].startswith("last "):
            said, place = of_lede[0], lede
            is_one = True
        else:
            is_one = len({mention for mention, _ in vague if mention.endswith(said.removeprefix("last "))}) == 1
        weekday = said.removeprefix("last ")
        known = (
            f"its words place it in {in_words(article.published)}" if article.published else "its words give none"
        )
        name = article.outlet or (f"“{' '.join(article.title.split())}”" if article.title else None)
        if name is None or _YEAR.search(name):
            continue
        if weekday and is_one:
            events = f"that {name} reports" if article.outlet else f"reported under {name}"
            question = f"On which {weekday} did the events {events} take place?"
        else:
            question = f"When did {name} publish its article?" if article.outlet else f"When was {name} published?"
        because = (
            f"The article carries no date of publication; {known}. "
            "The page it was published on, or another report of the same event, would settle it."
        )
        reason = Reason("date", because, "date.undated")
        asked.append(Question(question, reason, (place,), weight_of(context, place) + bool(weekday)))
    yield from sorted(asked, key=lambda one: (-one.weight, one.places))[:1]


def ask_asked(context: Context) -> Iterator[Question]:
    """Take up the questions that an article itself asks."""
    for told in context.coverage.undamaged_first():
        if told.quotations:
            continue
        if _is_question(told) and _is_left(context, told):
            yield ask(context, told, told.text, _ASKED)


def _is_question(told: Told) -> bool:
    """Tell whether the article asks: a whole question in its own words, not a heading and not to the reader."""
    first = told.text.split()[0].lower()
    whole = (
        told.text.endswith("?") and len(told.words) >= 3 and first in read_lexicon("questions")["question_words"]
    )
    alone = (
        first != "should"
        and not _pronouns() & set(told.text.lower().split()[1:4])
        and not _NO_REAL.match(told.text)
    )
    return whole and alone and not _MARK.search(told.text) and is_statement(told.text[:-1] + ".")


def _is_left(context: Context, told: Told) -> bool:
    """Tell whether nothing follows in the paragraph: an article mostly answers at once what it asks."""
    sentences, at = context.coverage.findings(told.place).sentences, told.place.sentence
    return at + 1 == len(sentences) or sentences[at + 1].paragraph != sentences[at].paragraph


def _is_unnamed(coverage: Coverage, told: Told, speaker: str) -> bool:
    """Tell whether a speaker is a phrase for a person whose name the article does not give."""
    if _head(speaker) not in _unnamed_heads():
        return False
    named_body = any(word[0].isupper() for word in speaker.split()[1:])
    if named_body and _head(speaker) in read_lexicon("questions")["speak_for_a_body"]:
        return False
    people = {name.name for name in coverage.findings(told.place).names if name.kind == "person"}
    return not any(person in speaker for person in people)


def _head(speaker: str) -> str:
    return next(iter(_AFTER_HEAD.split(speaker, maxsplit=1)[0].split()[-1:]), "")


def _is_vague_weekday(mention: DateMention) -> bool:
    return not is_day(mention.edtf) and mention.text.removeprefix("last ") in read_lexicon("calendar")["weekdays"]


def _outlet(coverage: Coverage, article: int) -> str | None:
    return coverage.story.findings[article].article.outlet


def _shown(text: str) -> str:
    words = text.split()
    if len(words) <= SHOWN_WORDS + CUT_WORDS:
        return trimmed(" ".join(words))
    return f"{trimmed(' '.join(words[:SHOWN_WORDS]))} […]"


@cache
def _unnamed_heads() -> frozenset[str]:
    return frozenset(read_lexicon("questions")["unnamed_heads"])


@cache
def _pronouns() -> frozenset[str]:
    return frozenset(read_lexicon("questions")["pronouns"])

"""What the rules for open questions share: a question with its weight, and pieces of English."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from generator.extract.names.words import COMMON
from generator.lexicon import read_lexicon
from generator.model.brief import OpenQuestion, QuestionKind
from generator.model.edtf import in_words, is_uncertain
from generator.stories.days import is_day
from generator.stories.evidence import Coverage, Place, Told
from generator.stories.lede import Top
from generator.stories.words import leans_on_noun

# The whole of a question is read at a glance.
MOST_WORDS = 40
# “The Senate” within a sentence is “the Senate”.
_SMALL_AT_START = re.compile(
    r"(?:The|A|An|All|Any|Both|Its|His|Her|Their|This|That|These|Those|Some|Many|Most|Several)\b"
)
# agreed to meet,” | agreed to meet.
_LOOSE_END = re.compile(r"(?<![\s,;:.!?–—\"”’-])[\s,;:.!?–—\"”’-]+$")

# have | thus | caused a slump
_TIE = re.compile(r"\b(?:thus|therefore|thereby|hence|consequently|accordingly) ", re.IGNORECASE)


# Did the lamp play any part | in the fire?
_PART_OF_WHAT = re.compile(r"\bplay(?:ed)? (?:an?|any|some) (?:part|role)(?! in\b)")


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule looks at: the coverage, the statements' weights, the top of the brief."""

    coverage: Coverage
    weights: tuple[float, ...]
    top: Top


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a rule asks: the kind of its questions, why they are open and what would settle them, its name."""

    kind: QuestionKind
    because: str
    rule: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question that a rule would ask; `weight` is that of the statement it asks about.

    One with an answer is answered, or in part where `partly` says so; `answered_at` is what the answer rests on.
    """

    question: str
    reason: Reason
    places: tuple[Place, ...]
    weight: float
    answer: str | None = None
    partly: bool = False
    answered_at: tuple[Place, ...] = ()

    @property
    def status(self) -> Literal["open", "partly", "answered"]:
        return "open" if self.answer is None else "partly" if self.partly else "answered"

    def item(self, coverage: Coverage) -> OpenQuestion:
        """Return the question as the brief has it, without id."""
        return OpenQuestion(
            question=self.question,
            kind=self.reason.kind,
            because=self.reason.because,
            status=self.status,
            answer=self.answer,
            evidence=coverage.evidence(self.places),
            rule=self.reason.rule,
        )


def ask(context: Context, told: Told, question: str, reason: Reason) -> Question:
    """Return a question about a statement, resting on every telling of it."""
    return Question(question, reason, everywhere(context, told.place), weight_of(context, told.place))


def weight_of(context: Context, place: Place) -> float:
    return context.weights[context.coverage.statement_of[place]]


def everywhere(context: Context, place: Place) -> tuple[Place, ...]:
    """Return every place of the story that says what `place` says."""
    return context.coverage.statements[context.coverage.statement_of[place]]


def subject_within(context: Context, told: Told, subject: str) -> str:
    """Return a subject as it stands within a sentence; small where its first word is no name.

    A word that opens the sentence is small if no name begins there and the article writes it small elsewhere; the
    title before a name is not (“Prime Minister Ann Lee”).
    """
    first = subject.split(maxsplit=1)[0]
    if _is_titled(told, subject):
        return within_sentence(subject)
    opens = told.text.startswith(subject) and not any(name.start == told.start for name in told.names)
    text = context.coverage.findings(told.place).article.text
    elsewhere = first.endswith(("ing", "ion", "ment")) or re.search(
        rf"(?<![\w-]){re.escape(first.lower())}(?![\w-])", text
    )
    common = first.lower() in read_lexicon("questions")["before_title"] or first.lower() in COMMON
    if opens and first.istitle() and (elsewhere or common):
        return subject[0].lower() + subject[1:]
    return within_sentence(subject)


def _is_titled(told: Told, subject: str) -> bool:
    """Tell whether a subject is a person's name behind a title in capitals, which opens the sentence."""
    ends = told.start + len(subject)
    words = subject.split()
    person = any(name.kind == "person" and name.end == ends and name.start > told.start for name in told.names)
    small = words[0].lower() in read_lexicon("questions")["before_title"]
    return person and not small and told.text.startswith(subject) and all(word[0].isupper() for word in words)


def within_sentence(text: str) -> str:
    """Return a subject as it stands within a sentence.

    >>> within_sentence("The Senate"), within_sentence("Ann Lee")
    ('the Senate', 'Ann Lee')
    """
    return text[0].lower() + text[1:] if _SMALL_AT_START.match(text) else text


def with_article(context: Context, told: Told, name: str) -> str:
    """Return a name with the article that the sentence, or the rest of its article, sets before it."""
    name = within_sentence(name)
    behind_the = re.compile(rf"\b[Tt]he {re.escape(name)}\b")
    if behind_the.search(told.text):
        return f"the {name}"
    body = any(one.name == name and one.kind == "organisation" for one in told.names)
    text = context.coverage.findings(told.place).article.text
    always = body and len(behind_the.findall(text)) == len(re.findall(rf"\b{re.escape(name)}\b", text)) - 1 > 0
    return f"the {name}" if always else name


def article_of(context: Context, told: Told) -> str:
    """Return the article of a sentence as the subject of a reason, with its date where that is sure."""
    published = context.coverage.findings(told.place).article.published
    return f"An article of {in_words(published)}" if published and not is_uncertain(published) else "An article"


def capital(text: str) -> str:
    """Return a text as it begins a sentence."""
    return text[0].upper() + text[1:]


def in_time(edtf: str) -> str:
    """Return when something was, with its preposition.

    >>> in_time("2031"), in_time("2031-05-02")
    ('in 2031', 'on 2 May 2031')
    """
    return f"{'on' if is_day(edtf) else 'in'} {in_words(edtf)}"


def articles_say(places: Iterable[Place]) -> tuple[str, str]:
    """Return how many articles a question rests on, as a subject, with the ending of its verbs."""
    several = len({place.article for place in places}) > 1
    return ("The articles", "") if several else ("The article", "s")


def trimmed(text: str) -> str:
    """Return a clause without the marks and stops of its sentence's end."""
    cut = _LOOSE_END.sub("", text.strip())
    return cut + ("”" if cut.count("“") > cut.count("”") else '"' if cut.count('"') % 2 else "")


def plainly(clause: str) -> str:
    """Return a reported clause as it stands in a question: without the word that ties it to what stood before.

    >>> plainly("the two have thus caused a slump"), plainly("therefore it failed")
    ('the two have caused a slump', 'it failed')
    """
    return _TIE.sub("", clause, count=1)


def ties(clause: str) -> bool:
    """Tell whether a clause says by a word that it follows from what stood before."""
    return bool(_TIE.search(clause))


def leans(question: str) -> bool:
    """Tell whether a question leaves out what its article has told before: “the controversy”, “play any part”."""
    return leans_on_noun(question) or bool(_PART_OF_WHAT.search(question))


def short_enough(question: str) -> bool:
    return len(question.split()) <= MOST_WORDS

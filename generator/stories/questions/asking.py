"""What the rules for open questions share: a question with its weight, and pieces of English."""

import re
from dataclasses import dataclass
from typing import Literal

from generator.extract.names.words import COMMON
from generator.lexicon import read_lexicon
from generator.model.brief import OpenQuestion, QuestionKind
from generator.stories.evidence import Coverage, Place, Told
from generator.stories.lede import Top

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

    One with an answer is answered, or in part where `partly` says so.
    """

    question: str
    reason: Reason
    places: tuple[Place, ...]
    weight: float
    answer: str | None = None
    partly: bool = False

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

    A word that opens the sentence is small if no name begins there and the article writes it small elsewhere.
    """
    first = subject.split(maxsplit=1)[0]
    opens = told.text.startswith(subject) and not any(name.start == told.start for name in told.names)
    text = context.coverage.findings(told.place).article.text
    elsewhere = first.endswith(("ing", "ion", "ment")) or re.search(
        rf"(?<![\w-]){re.escape(first.lower())}(?![\w-])", text
    )
    common = first.lower() in read_lexicon("questions")["before_title"] or first.lower() in COMMON
    if opens and first.istitle() and (elsewhere or common):
        return subject[0].lower() + subject[1:]
    return within_sentence(subject)


def within_sentence(text: str) -> str:
    """Return a subject as it stands within a sentence.

    >>> within_sentence("The Senate"), within_sentence("Ann Lee")
    ('the Senate', 'Ann Lee')
    """
    return text[0].lower() + text[1:] if _SMALL_AT_START.match(text) else text


def with_article(told: Told, name: str) -> str:
    """Return a name with the article that the sentence sets before it."""
    name = within_sentence(name)
    return f"the {name}" if re.search(rf"\b[Tt]he {re.escape(name)}\b", told.text) else name


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


def short_enough(question: str) -> bool:
    return len(question.split()) <= MOST_WORDS

"""In what way a question is open, in a short word, how many are, and which lines are the matter of one."""

import re
from collections.abc import Iterable, Mapping, Sequence

from generator.model.brief import FigureItem, KeyFact, OpenQuestion, QuestionKind, TimelineEntry
from generator.pages.passages import passages
from generator.pages.published import Placed
from generator.pages.wording import Badge, counted, number

DISPUTED, ONE_SIDE, TWO_ACCOUNTS, TWO_WORDINGS = "Disputed", "One side’s claim", "Two accounts", "Two wordings"
NOT_NAMED, NOT_KNOWN = "Not named", "Not known"
# A report has no hedge where the words quoted have one.
STRONGER, MORE_STRONGLY = "paraphrase.stronger", "Reported more strongly than quoted"
# In what way a question of each kind is open, and more closely.
KINDS: Mapping[QuestionKind, tuple[str, str]] = {
    "position": (DISPUTED, "What one side says, and what stands against it"),
    "number": (DISPUTED, "Numbers that differ"),
    "readout": (TWO_ACCOUNTS, "Each side tells of one event in its own way"),
    "paraphrase": (TWO_WORDINGS, "One statement, told in two ways"),
    "accusation": (NOT_NAMED, "Who accuses"),
    "unnamed": (NOT_NAMED, ""),
    "forecast": (NOT_KNOWN, "A forecast"),
    "announced": (NOT_KNOWN, "Announced"),
    "asked": (NOT_KNOWN, "Asked in an article"),
    "omission": (NOT_KNOWN, "Left out of one account"),
    "date": (NOT_KNOWN, "The date"),
}
STATUS: Mapping[str, str] = {"partly": "Partly answered", "answered": "Answered"}
# What the words mean that do not say it themselves, in the order of a legend.
MEANINGS: Mapping[str, str] = {
    DISPUTED: "one side says so and another does not, or two numbers stand for one thing",
    ONE_SIDE: "the articles tell it as what one side says, not as so",
    TWO_ACCOUNTS: "two sides tell of one event, each in its own way; whether they agree is open",
    TWO_WORDINGS: "one statement in two ways that do not say the same",
}
_SIGNS: Mapping[str, str] = {
    DISPUTED: "disputed",
    TWO_ACCOUNTS: "beside",
    TWO_WORDINGS: "beside",
    MORE_STRONGLY: "beside",
}
# Rules that ask of a claim without anything that stands against it, unless they cite a second passage.
_OF_ONE_SIDE = frozenset({"position.asserts", "position.critics", "position.accuses"})
# What a line is marked with that is itself the matter of a question; those of other kinds do not touch the line.
_MARKS: Mapping[QuestionKind, str] = {
    "accusation": "Accuser not named",
}
_MARKED: frozenset[QuestionKind] = frozenset({"position", "number", "paraphrase", "accusation"})


def badge_of(question: OpenQuestion) -> Badge:
    """Tell what stands against or beside something else from what nobody tells."""
    label = _label(question)
    return Badge(_SIGNS.get(label, "open"), label)


def badges_of(question: OpenQuestion) -> tuple[Badge, ...]:
    """Mark a question as every place does that leads to it; beside it, how far it is answered."""
    answered = [Badge(question.status, STATUS[question.status])] if question.status in STATUS else []
    return (*([] if question.status == "answered" else [badge_of(question)]), *answered)


def kind_words(question: OpenQuestion) -> str:
    """Say more closely in what way a question is open."""
    if _label(question) == MORE_STRONGLY:
        return ""
    return "Said by one side only" if _label(question) == ONE_SIDE else KINDS[question.kind][1]


def _label(question: OpenQuestion) -> str:
    if question.rule == STRONGER:
        return MORE_STRONGLY
    alone = all(isinstance(passage, str) or len(passage) == 1 for passage in question.evidence.values())
    return ONE_SIDE if question.rule in _OF_ONE_SIDE and alone else KINDS[question.kind][0]


def is_open(question: Placed[OpenQuestion]) -> bool:
    """Tell what is not answered, or in part alone."""
    return question.item.status != "answered"


def tally(questions: Sequence[Placed[OpenQuestion]]) -> str:
    """Count questions, as every page does: eleven questions open, two answered in part, three answered."""
    still, partly = sum(map(is_open, questions)), sum(one.item.status == "partly" for one in questions)
    told = f"{counted(still - partly, 'question')} open"
    told += f", {number(partly)} answered in part" if partly else ""
    return told if still == len(questions) else f"{told}, {number(len(questions) - still)} answered"


def questions_on(
    item: KeyFact | TimelineEntry | FigureItem, questions: Iterable[Placed[OpenQuestion]]
) -> tuple[tuple[str, Placed[OpenQuestion]], ...]:
    """Return the unanswered questions that rest on a passage of the line, the first of each mark."""
    marked: dict[str, Placed[OpenQuestion]] = {}
    for question in questions:
        if question.item.kind in _MARKED and is_open(question) and _is_matter_of(item, question.item):
            marked.setdefault(_MARKS.get(question.item.kind, _label(question.item)), question)
    return tuple(marked.items())


def _is_matter_of(item: KeyFact | TimelineEntry | FigureItem, question: OpenQuestion) -> bool:
    """Tell whether a passage of one lies within a passage of the other; a figure must be the number asked about."""
    if isinstance(item, FigureItem):
        asked = f"{question.question} {question.because}"
        words = {item.as_written, f"{item.value:,.0f}" if item.value.is_integer() else item.as_written}
        told = re.search(rf"(?<![\w.,])(?:{'|'.join(map(re.escape, words))})(?!\w|[.,]\d)", asked)
        return question.kind == "number" and told is not None and _share(item, question)
    return _share(item, question)


def _share(item: KeyFact | TimelineEntry | FigureItem, question: OpenQuestion) -> bool:
    return any(
        key == other and (text in asked or asked in text)
        for key, text in passages(item)
        for other, asked in passages(question)
    )

"""In what way a question is open, in a short word, and which facts are themselves the matter of one."""

from collections.abc import Iterable, Mapping

from generator.model.brief import KeyFact, OpenQuestion, QuestionKind
from generator.pages.passages import passages
from generator.pages.published import Placed
from generator.pages.wording import Badge

DISPUTED, TWO_ACCOUNTS, NOT_NAMED, NOT_KNOWN = "Disputed", "Two accounts", "Not named", "Not known"
LABELS: Mapping[QuestionKind, str] = {
    "position": DISPUTED,
    "number": DISPUTED,
    "readout": TWO_ACCOUNTS,
    "paraphrase": "Two wordings",
    "accusation": NOT_NAMED,
    "unnamed": NOT_NAMED,
    "forecast": NOT_KNOWN,
    "announced": NOT_KNOWN,
    "asked": NOT_KNOWN,
    "omission": NOT_KNOWN,
    "date": NOT_KNOWN,
}
_AGAINST: frozenset[QuestionKind] = frozenset({"position", "number", "readout", "paraphrase"})
# What a fact is marked with that is itself the matter of a question; those of other kinds do not touch the fact.
_MARKS: Mapping[QuestionKind, str] = {
    "position": DISPUTED,
    "number": DISPUTED,
    "paraphrase": LABELS["paraphrase"],
    "accusation": "Accuser not named",
}


def badge_of(kind: QuestionKind) -> Badge:
    """Tell what stands against something else from what nobody tells."""
    return Badge("disputed" if kind in _AGAINST else "open", LABELS[kind])


def questions_on(
    fact: KeyFact, questions: Iterable[Placed[OpenQuestion]]
) -> tuple[tuple[str, Placed[OpenQuestion]], ...]:
    """Return the unanswered questions that rest on a passage of the fact, the first of each mark."""
    marked: dict[str, Placed[OpenQuestion]] = {}
    for question in questions:
        mark = _MARKS.get(question.item.kind)
        if mark and question.item.status != "answered" and _share(fact, question.item):
            marked.setdefault(mark, question)
    return tuple(marked.items())


def _share(fact: KeyFact, question: OpenQuestion) -> bool:
    """Tell whether a passage of one lies within a passage of the other, in one article."""
    return any(
        key == other and (text in asked or asked in text)
        for key, text in passages(fact)
        for other, asked in passages(question)
    )

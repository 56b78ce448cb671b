"""Open questions: what the articles of a story leave disputed or unknown; few, the weightiest first."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace

from generator.model.brief import OpenQuestion
from generator.stories.evidence import Coverage, Place
from generator.stories.lede import Top
from generator.stories.questions.accounts import ask_accounts
from generator.stories.questions.announced import ask_announced, ask_deadlines, ask_invitations
from generator.stories.questions.asking import Context, Question, short_enough
from generator.stories.questions.asserted import ask_asserted
from generator.stories.questions.courts import ask_jurisdiction, ask_suits
from generator.stories.questions.disputes import ask_accusations, ask_omissions, ask_positions
from generator.stories.questions.forecasts import ask_forecasts, ask_years
from generator.stories.questions.opposed import ask_opposed
from generator.stories.questions.paraphrases import ask_paraphrases
from generator.stories.questions.succession import ask_successions
from generator.stories.questions.unknowns import ask_agency, ask_asked, ask_dates, ask_numbers, ask_unnamed
from generator.stories.words import content_words, overlap

__all__ = ["find_questions"]

# Of one rule two are enough, of steps announced three; of what rarely matters to a reader one.
MOST, MOST_OF_A_RULE = 8, 2
_MOST_OF = {"announced": 3, "position.critics": 1, "position.asserts": 1, "unnamed.speaker": 1, "unnamed.agency": 1}
# Words in common that make two questions about one sentence the same (“Western” and “western sanctions”).
SAME = 0.75
# The rules, those whose questions matter most first; within a rule the statement's weight decides.
_RULES: tuple[Callable[[Context], Iterator[Question]], ...] = (
    ask_positions,
    ask_opposed,
    ask_jurisdiction,
    ask_suits,
    ask_numbers,
    ask_omissions,
    ask_accounts,
    ask_paraphrases,
    ask_forecasts,
    ask_years,
    ask_accusations,
    ask_successions,
    ask_announced,
    ask_deadlines,
    ask_invitations,
    ask_asserted,
    ask_asked,
    ask_unnamed,
    ask_dates,
    ask_agency,
)


def find_questions(coverage: Coverage, weights: tuple[float, ...], top: Top) -> list[OpenQuestion]:
    """Return the open questions without ids, at most `MOST`, and a few of each rule."""
    context = Context(coverage, weights, top)
    chosen: list[Question] = []
    for ask in _RULES:
        asked = sorted(_once(ask(context)), key=lambda question: (-question.weight, question.places))
        chosen += _few([question for question in asked if short_enough(question.question)])
    return [question.item(coverage) for question in chosen[:MOST]]


def _few(asked: list[Question]) -> list[Question]:
    """Return the first questions of each rule, as many as a reader wants."""
    taken: Counter[str] = Counter()
    few = []
    for question in asked:
        rule = question.reason.rule
        taken[rule] += 1
        if taken[rule] <= _MOST_OF.get(rule, MOST_OF_A_RULE):
            few.append(question)
    return few


def _once(questions: Iterator[Question]) -> list[Question]:
    """Return each question once, with the passages of all who give rise to it."""
    kept: list[Question] = []
    kept_words: list[frozenset[str]] = []
    by_place: dict[Place, list[int]] = defaultdict(list)
    by_words: dict[str, int] = {}
    for question in questions:
        words = frozenset(content_words(question.question))
        near = (number for place in question.places for number in by_place[place])
        same = next((number for number in near if overlap(words, kept_words[number]) >= SAME), None)
        same = by_words.setdefault(question.question, len(kept)) if same is None else same
        if same == len(kept):
            kept.append(question)
            kept_words.append(words)
        else:
            kept[same] = _joined(kept[same], question)
        for place in question.places:
            by_place[place].append(same)
    return kept


def _joined(one: Question, other: Question) -> Question:
    places = tuple(dict.fromkeys((*one.places, *other.places)))
    return replace(one, places=places, weight=max(one.weight, other.weight))

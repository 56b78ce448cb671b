"""Open questions: what the articles of a story leave disputed or unknown; few, the weightiest first."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace

from generator.lexicon import word_set
from generator.model.brief import OpenQuestion
from generator.model.edtf import sort_key
from generator.model.findings import Name
from generator.stories.evidence import Coverage, Place
from generator.stories.figurative import is_garbled
from generator.stories.lede import Top
from generator.stories.questions.accounts import ask_accounts
from generator.stories.questions.accusations import ask_accusations
from generator.stories.questions.against import ask_against
from generator.stories.questions.announced import ask_announced, ask_deadlines, ask_invitations
from generator.stories.questions.appeals import ask_appeals
from generator.stories.questions.asking import Context, Question, short_enough
from generator.stories.questions.asserted import ask_asserted
from generator.stories.questions.courts import ask_jurisdiction, ask_suits
from generator.stories.questions.deals import ask_deals
from generator.stories.questions.disputes import ask_positions
from generator.stories.questions.forecasts import ask_forecasts, ask_years
from generator.stories.questions.numbers import ask_numbers, ask_tolls
from generator.stories.questions.omissions import ask_omissions
from generator.stories.questions.opposed import ask_opposed
from generator.stories.questions.paraphrases import ask_paraphrases
from generator.stories.questions.pending import ask_pending
from generator.stories.questions.settled import stems
from generator.stories.questions.singles import ask_singles
from generator.stories.questions.steps import dates
from generator.stories.questions.succession import ask_successions, ask_successors
from generator.stories.questions.sums import ask_sums
from generator.stories.questions.unanswered import ask_unanswered, ask_unanswered_besides
from generator.stories.questions.unknowns import ask_agency, ask_asked, ask_dates, ask_unnamed
from generator.stories.questions.unverified import ask_unverified
from generator.stories.questions.vague import ask_meanings
from generator.stories.wording import uninserted
from generator.stories.words import content_words, overlap

__all__ = ["find_questions"]

# Of one rule two are enough, of steps announced three; of what rarely matters to a reader one. What an article
# answers, wholly or in part, takes few places.
MOST, MOST_OF_A_RULE, MOST_ANSWERED = 8, 2, 2
_MOST_OF = {"announced": 3, "position.critics": 1, "position.asserts": 1, "unnamed.speaker": 1, "unnamed.agency": 1}
# Words in common that make two questions about one sentence the same (“Western” and “western sanctions”).
SAME = 0.75
# The same in two questions about steps, names aside: the step is one, told in other words.
SAME_MATTER = 0.5
# How much a question of a rule matters to a reader, before it is known what it is about.
_MATTERS = {
    ask_unanswered: 7.0,
    ask_positions: 4.0,
    ask_opposed: 6.0,
    ask_against: 6.0,
    ask_jurisdiction: 6.0,
    ask_suits: 6.0,
    ask_numbers: 5.0,
    ask_tolls: 6.5,
    ask_singles: 6.0,
    ask_sums: 4.0,
    ask_omissions: 6.0,
    ask_accounts: 4.5,
    ask_paraphrases: 3.0,
    ask_forecasts: 5.0,
    ask_years: 3.0,
    ask_meanings: 3.5,
    ask_accusations: 2.5,
    ask_appeals: 5.0,
    ask_deals: 5.0,
    ask_successions: 5.0,
    ask_successors: 4.0,
    ask_unverified: 4.5,
    ask_announced: 4.5,
    ask_deadlines: 6.0,
    ask_pending: 5.0,
    ask_invitations: 5.0,
    ask_asserted: 3.0,
    ask_unanswered_besides: 2.5,
    ask_asked: 2.0,
    ask_unnamed: 1.0,
    ask_dates: 0.5,
    ask_agency: 0.0,
}
_OWN_CLAIM, OWN_CLAIM = "position.claims-to-be", 2.0
# A question that speaks of what the whole story speaks of, about somebody whom the story names most, that names
# what a title names, that the newest article leaves open.
CENTRAL, ACTOR, TITLED, NEWEST = 2.0, 1.0, 0.5, 0.5
# One that is about what concerns many.
FOR_MANY = 1.0
# So many of a question's words tell what it is about.
TELLING = 3
# Articles without a date count as the oldest.
NEVER = sort_key("1000")
# Was the fire caused by lightning? | What caused the fire?
_CAUSE = "caus"
_STATUS = {"open": 0, "partly": 1, "answered": 2}


def find_questions(coverage: Coverage, weights: tuple[float, ...], top: Top) -> list[OpenQuestion]:
    """Return the open questions without ids, at most `MOST`, and a few of each rule.

    What is truly open comes first, and of that what the story is about; what is answered comes last.
    """
    context = Context(coverage, weights, top)
    ranked: list[tuple[float, Question]] = []
    weigh = _weigher(coverage, top)
    for ask, matters in _MATTERS.items():
        asked = [question for question in _once(ask(context)) if short_enough(question.question)]
        asked = [one for one in asked if not _is_told_first(one, top) and not is_garbled(one.question)]
        ranked += ((matters + weigh(question), question) for question in asked)
    ranked.sort(key=lambda one: (_STATUS[one[1].status], -one[0], -one[1].weight, one[1].places))
    chosen = _few(_settled_once(coverage, [question for _, question in ranked]))
    return [question.item(coverage) for question in chosen[:MOST]]


def _weigher(coverage: Coverage, top: Top) -> Callable[[Question], float]:
    """Return what tells how near a question is to what the story is about."""
    # What the article on top of the brief speaks of counts twice: it tells how the story came out.
    on_top = [told for told in coverage.told.values() if top.lede and told.place.article == top.lede.article]
    all_told = [*coverage.told.values(), *on_top]
    often = Counter(stem for told in all_told for stem in stems(told.words))
    actors = Counter(_called(name) for told in all_told for name in told.names)
    people = {_called(told_name) for told in all_told for told_name in told.names if told_name.kind == "person"}
    titles = stems(w for found in coverage.story.findings for w in content_words(found.article.title or ""))
    days = [
        sort_key(found.article.published) if found.article.published else NEVER for found in coverage.story.findings
    ]
    order = sorted(set(days))

    def weigh(question: Question) -> float:
        words = stems(content_words(question.question)) - stems(["did", "right"])
        telling = sorted((often[word] for word in words), reverse=True)[:TELLING]
        central = sum(telling) / (TELLING * max(often.values(), default=1))
        text = f"{question.question} {question.reason.because}"
        actor = max((times for name, times in actors.items() if name in text), default=0)
        newest = max(order.index(days[place.article]) for place in question.places) / max(1, len(order) - 1)
        own = OWN_CLAIM * (question.reason.rule == _OWN_CLAIM)
        about = ACTOR * actor / max(actors.values(), default=1) + TITLED * bool(words & titles)
        own += FOR_MANY * _is_for_many(question, people)
        return CENTRAL * central + about + NEWEST * newest + own

    return weigh


def _is_for_many(question: Question, people: set[str]) -> bool:
    """Tell whether what is to come is a matter of many: a law, a vote, a deal between states; not what one does."""
    asked = question.question.rstrip("?").split()
    acts = word_set("questions", "acts_of_states") | word_set("questions", "of_many")
    return question.reason.kind == "announced" and not people & set(asked) and not acts.isdisjoint(asked)


def _called(name: Name) -> str:
    """Return what a bearer is called again: a person by the last name."""
    return name.name.rsplit(maxsplit=1)[-1] if name.kind == "person" else name.name


def _is_told_first(question: Question, top: Top) -> bool:
    """Tell whether a question is answered by the news itself, which stands on top of the brief."""
    return question.status == "answered" and top.lede in question.answered_at


def _settled_once(coverage: Coverage, questions: list[Question]) -> list[Question]:
    """Return the questions, of those on one matter or that one sentence settles the first; few that are settled."""
    seen: set[Place] = set()
    kept: list[Question] = []
    names = frozenset(w for told in coverage.told.values() for name in told.names for w in content_words(name.name))
    steps: list[frozenset[str]] = []
    causes = False
    for question in questions:
        cause = question.reason.kind == "asked" and _CAUSE in stems(content_words(question.question))
        if cause and causes:
            continue
        causes |= cause
        telling = dates().sub("", uninserted(question.question))
        words = stems(w for w in content_words(telling) if w not in names and not w.isdigit())
        words -= stems(["did", "right"])
        again = seen.intersection(question.answered_at) or any(
            question.reason.rule == "announced" and overlap(words, others) >= SAME_MATTER for others in steps
        )
        if question.reason.rule == "announced":
            steps.append(words)
        settled = sum(one.status == "answered" for one in kept)
        if not again and (question.status != "answered" or settled < MOST_ANSWERED):
            kept.append(question)
            seen.update(question.answered_at)
    return kept


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

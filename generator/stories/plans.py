"""The plan, request or bid that an article tells of first, which “the move” and “this” further down may mean."""

import re
from functools import cache

from generator.lexicon import read_lexicon
from generator.stories.evidence import Coverage, Place, Told

# the mayor's | plan to close the mill | in winter
PLAN = re.compile(
    r"\b(?:the|an?|its|their|his|her) (?:[a-z]+(?:['’]s)? )?"
    r"(?:request|plan|decision|bid|proposal|order|move|vote|call|attempt)(?: (?:of|by) [^,;:\"“”]{3,60}?)? "
    r"to [a-z]+(?: (?!(?:for|from|in|on|at|until|by|during|after|before)\b)[^\s,;:.\"“”]+){1,6}"
)


def plan_in(text: str) -> str | None:
    """Return the first plan that a text tells of.

    >>> plan_in("Few liked the mayor's plan to close the mill in winter.")
    "the mayor's plan to close the mill"
    """
    match = PLAN.search(text)
    return match[0].rstrip(" .,") if match else None


def plan_told(coverage: Coverage, told: Told) -> str | None:
    """Return the plan that the article of a sentence is about: the only one that its first sentence tells of."""
    first = coverage.told.get(Place(told.place.article, 0))
    plans = [match[0] for match in PLAN.finditer(first.text)] if first and first.place < told.place else []
    return plan_in(plans[0]) if len(plans) == 1 else None


def meant_by(this: str, plan: str) -> str:
    """Return what “this” stands for: a plan, or of “this break” what it is to bring about.

    >>> meant_by("this", "the request of the mayor to close the mill")
    'the request of the mayor to close the mill'
    >>> meant_by("this break", "the request of the mayor to close the mill")
    'to close the mill'
    """
    noun = this.rpartition(" ")[2]
    is_plan = this == noun or PLAN.match(f"the {noun} to be")
    return plan if is_plan else plan[plan.rindex(" to ") + 1 :]


@cache
def this_plan() -> re.Pattern[str]:
    """Return the pattern of “this” and “this step”, with a verb behind it: what a plan is or will do."""
    nouns = "|".join(read_lexicon("leaning")["plans"])
    return re.compile(rf"this(?: (?:{nouns}))?(?= (?:is|was|will|would)\b)")

"""What somebody who stands for election says will be done is a promise, not a step that was announced."""

import re
from functools import cache

from generator.lexicon import read_lexicon
from generator.stories.questions.asking import Context
from generator.stories.questions.steps import Step
from generator.stories.words import phrases

# the Berg campaign plans to: a campaign has promises of its own
_CAMPAIGN = re.compile(r"\b[Cc]ampaign\b")
# the | Berg | campaign; | Berg's | presidential campaign
_OF_CAMPAIGN = re.compile(r"\b([A-Z][\w-]{1,40})(?:['’]s)? (?:presidential |election )?campaign\b")
# In so many words of a question its subject ends.
SUBJECT_WORDS = 4


def is_promise(context: Context, step: Step) -> bool:
    """Tell whether a step without a day is that of a candidate, or of a candidate's campaign."""
    if step.dated or not step.by_actor:
        return False
    subject = step.question.removeprefix("Did ")
    if _CAMPAIGN.search(" ".join(subject.split()[:SUBJECT_WORDS])):
        return True
    return not step.planned and any(subject.startswith(f"{name} ") for name in _candidates(context))


def _candidates(context: Context) -> frozenset[str]:
    """Return who, by a role or by a campaign that bears the name, stands for election."""
    people = {name for one in context.coverage.told.values() for name in one.names if name.kind == "person"}
    last = {name.name: name.name.rsplit(maxsplit=1)[-1] for name in people}
    text = " ".join(found.article.text for found in context.coverage.story.findings)
    campaigns = frozenset(_OF_CAMPAIGN.findall(text))
    by_role = {name.name for name in people if name.role and _standing().search(name.role)}
    return frozenset(by_role | {name for name, called in last.items() if called in campaigns})


@cache
def _standing() -> re.Pattern[str]:
    return phrases(read_lexicon("questions")["candidates"])

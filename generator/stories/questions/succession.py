"""Questions about who is to follow whom in an office, answered where a later article has them in it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from generator.lexicon import read_lexicon
from generator.model.findings import Name
from generator.stories.evidence import Told
from generator.stories.questions.answers import answer_of
from generator.stories.questions.asking import Context, Question, Reason, article_of, ask
from generator.stories.questions.settled import later
from generator.stories.words import phrases

RULE = "announced.succession"
# Ida Berg | is set to be replaced by | Jon Vale
_FOLLOWED = re.compile(
    r" (?:is|was) (?:(?:set|due|expected|scheduled|slated|widely expected) )?to be (?:replaced|succeeded) by "
    r"(?:(?:the|her|his|its|their|a) )?(?:[a-z]+ ){0,4}"
)
# Jon Vale | is set to succeed | Ida Berg
_FOLLOWS = re.compile(
    r" (?:is|was|will|would) (?:(?:set|due|expected|scheduled|slated|widely expected) )?(?:to )?"
    r"(?:replace|succeed) (?:(?:the|her|his|its|their) )?(?:[a-z]+ ){0,4}"
)


def ask_successions(context: Context) -> Iterator[Question]:
    """Ask whether somebody followed in an office as was announced."""
    for told in context.coverage.undamaged_first():
        for new, old in successions(told):
            yield from _followed(context, told, new, old)


def successions(told: Told) -> Iterator[tuple[Name, Name]]:
    """Yield who, as a sentence announces, is to follow whom."""
    people = [name for name in told.names if name.kind == "person"]
    for first, second in pairwise(people):
        between = told.text[first.end - told.start : second.start - told.start]
        if _FOLLOWED.fullmatch(between):
            yield second, first
        elif _FOLLOWS.fullmatch(between):
            yield first, second


def _followed(context: Context, told: Told, new: Name, old: Name) -> Iterator[Question]:
    """Yield the question with who came into the office since; nothing where that cannot be told plainly."""
    own = article_of(context, told)
    begins = f"{own} says that {new.name} was to follow {old.name}"
    asked = ask(
        context,
        told,
        f"Did {new.name} succeed {old.name}?",
        Reason(
            "announced", f"{begins}; no article tells whether it happened. A later report would settle it.", RULE
        ),
    )
    came: dict[str, Told] = {}
    for one in later(context, told):
        for who in _in_office_now(one):
            came.setdefault(who, one)
    if new.name not in came:
        yield asked
        return
    until = [one for who, one in came.items() if who != old.name and one.place <= came[new.name].place]
    tellings = list(dict.fromkeys([*until[:1], came[new.name]]))
    told_so = [answer_of(context, one) for one in tellings]
    if None in told_so:
        return
    between = f" {article_of(context, tellings[-1])} goes on: "
    answer = between.join(text for text in told_so if text)
    places = tuple(dict.fromkeys((*asked.places, *(one.place for one in tellings))))
    reason = replace(asked.reason, because=f"{begins}; the answer rests on a later article.")
    yield replace(
        asked, reason=reason, answer=answer, places=places, answered_at=tuple(one.place for one in tellings)
    )


def _in_office_now(told: Told) -> Iterator[str]:
    """Yield whom a sentence names and says, right behind the name, to have come into an office."""
    for name in told.names:
        if name.kind == "person" and _in_office().match(told.text, name.end - told.start + 1):
            yield name.name


@cache
def _in_office() -> re.Pattern[str]:
    return phrases(read_lexicon("questions")["in_office"])

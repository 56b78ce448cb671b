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
from generator.stories.questions.asking import Context, Question, Reason, article_of, ask, within_sentence
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
# The Harbour Party's leader, | Ida Berg
_LEADER_OF = re.compile(r"\b(?P<body>[Tt]he (?:[A-Z][a-z]{1,30} ){1,3}?[A-Z][a-z]{1,30})['’]s leader,? $")
# Ida Berg | said she would not stand for mayor again
_LEAVES = re.compile(
    r",? (?:announced|confirmed|said) (?:that )?(?:he|she) (?:will|would) "
    r"(?:not (?:seek|lead|stand|run)|step down|stand down|resign)\b"
)
# A later sentence that may tell who came.
_LEADER = re.compile(r"\bleader(?:ship)?\b")


def ask_successions(context: Context) -> Iterator[Question]:
    """Ask whether somebody followed in an office as was announced."""
    for told in context.coverage.undamaged_first():
        for new, old in successions(told):
            yield from _followed(context, told, new, old)


def ask_successors(context: Context) -> Iterator[Question]:
    """Ask who follows a leader who announces to go."""
    for told in context.coverage.undamaged_first():
        yield from _who_follows(context, told)


def _who_follows(context: Context, told: Told) -> Iterator[Question]:
    """Ask who follows a leader who announces to go, unless a later article speaks of the lead of that body."""
    for name in told.names:
        of = _LEADER_OF.search(told.text[: name.start - told.start])
        if name.kind != "person" or of is None or not _LEAVES.match(told.text, name.end - told.start):
            continue
        body = within_sentence(of["body"])
        if not any(_LEADER.search(one.text) for one in later(context, told)):
            because = (
                f"{article_of(context, told)} tells what {name.name} announced, not who is to follow. "
                "A later report would settle it."
            )
            question = f"Who follows {name.name} as leader of {body}?"
            yield ask(context, told, question, Reason("announced", because, RULE))


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

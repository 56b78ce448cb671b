"""Cues: the verbs and phrases that attribute words, each with its subject and the side its content stands on."""

from collections.abc import Sequence

from generator.extract.quotations.addressees import clause_comes, find_addressee, with_apposed
from generator.extract.quotations.finite import is_finite
from generator.extract.quotations.frames import (
    Cue,
    according,
    byline,
    noun_of_speech,
    passive,
    reported,
)
from generator.extract.quotations.phrases import (
    DASHES,
    Phrase,
)
from generator.extract.quotations.sides import is_closing, subject_after
from generator.extract.quotations.subjects import (
    Before,
    caused,
    hangs,
    heard,
    is_received,
    issuer,
    phrase_before,
    pronoun_between,
)
from generator.extract.quotations.tokens import Token, Unit
from generator.extract.quotations.unsaid import is_unsaid
from generator.extract.quotations.verbs import (
    ACCORDING,
    ADVERBS,
    ALSO_NOUNS,
    CLAUSE_ONLY,
    DETERMINERS,
    HYPOTHETICAL,
    INWARD,
    MODIFIERS,
    NAMING,
    NEGATIONS,
    NOT_WITH,
    NOUNS,
    PAPERS,
    PARTICLES,
    PEOPLE,
    PERSON_FIRST,
    PHRASAL,
    PREPOSITIONS,
    PRONOUNS,
    PUT_UP,
    QUOTED_ONLY,
    RELATIVES,
    TIME_WORDS,
    TRIGGERS,
    VERBS,
    Verb,
)

_PLURALS = frozenset({"people", "police", "many", "some", "others", "both", "they", "we", "you", "i", "who"})


# concluded with the following short statement: “…”
_NEAR = 8

_ACCORDING = frozenset(words[0] for words in ACCORDING)
_VERBAL = frozenset(VERBS) | {first for first, _ in PHRASAL}
_BEGINNINGS = TRIGGERS | DASHES | _ACCORDING
# Right before it they make a verb a noun or a participle: the call, her second reported case.
_BEFORE_NOUN = (DETERMINERS - _PLURALS | MODIFIERS - frozenset(PRONOUNS)) - ADVERBS - TIME_WORDS
# What can only begin a clause: she has expressed [that] she is ready.
_SUBJECT_PRONOUNS = frozenset({"he", "she", "they", "we"})


def find_cues(unit: Unit) -> list[Cue]:
    """Find the cues of a unit, in order."""
    tokens = unit.tokens
    cues: list[Cue] = []
    floor = resume = 0
    for at, token in enumerate(tokens):
        word = token.lower
        if at < resume or word not in _BEGINNINGS:
            continue
        cue = according(tokens, at) if word in _ACCORDING else byline(tokens, at) if word in DASHES else None
        if cue is None and word in TRIGGERS:
            cue = noun_of_speech(tokens, at) if word in NOUNS else None
            if cue is None and word in _VERBAL and not (at and tokens[at - 1].lower in _BEFORE_NOUN):
                cue = _verb(tokens, at, floor)
        if cue:
            cues.append(cue)
            resume = max(cue.stop, at + 1)
            floor = floor if cue.relative else resume  # Jane Doe, who called it a mess, said …
    return _through_asides(tokens, cues)


def _through_asides(tokens: Sequence[Token], cues: Sequence[Cue]) -> list[Cue]:
    """The guild resolved, according to its minutes, that …: the minutes are what its words came through."""
    joined: list[Cue] = []
    for cue in cues:
        said = joined[-1] if joined else None
        aside = cue.rule == "according-to" and said is not None and not said.closing and said.end + 1 == cue.begin
        if said and aside and cue.end + 1 < len(tokens) and tokens[cue.end].lower == tokens[said.end].lower == ",":
            joined[-1] = said._replace(end=cue.end, via=said.via or cue.subject)
        else:
            joined.append(cue)
    return joined


def _verb(tokens: Sequence[Token], at: int, floor: int) -> Cue | None:
    verb, stop = _lexical(tokens, at)
    if verb is None:
        return None
    before = phrase_before(tokens, at, floor)
    if before.passive:
        return passive(tokens, at, stop, verb, before.phrase)
    inverted = subject_after(tokens, at, stop, verb, before)
    if inverted:
        inverted, end = with_apposed(tokens, inverted)
        return Cue(at, stop, at, end, verb.frames, "inverted", inverted, closing=True)
    if not _is_verb(tokens, at, verb, before) or is_unsaid(tokens, at, stop, verb, before):
        return None
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if verb.lemma in PERSON_FIRST and "past" in verb.forms and following in PREPOSITIONS:
        return None  # the man accused of theft
    if verb.lemma in NAMING and "past" in verb.forms and stop < len(tokens) and tokens[stop].stretch is not None:
        return None  # a film called “The Port”
    if quoting := reported(tokens, at, stop, verb, before.phrase):
        return quoting
    subject = before.phrase
    if "ing" in verb.forms and not before.modal:
        subject = heard(tokens, at) if before.aside is None else None
        if subject is None and not hangs(tokens, at):
            if tokens[before.group - 1].lower not in PAPERS or is_received(tokens, before.group - 1):
                return None
            issued = issuer(tokens, before.group - 1, floor)
            subject, aside = (issued.phrase, issued.aside) if issued else (None, None)
            before = before._replace(aside=aside)
    elif before.infinitive:
        subject = caused(tokens, before.group)
    if subject is None:
        subject = pronoun_between(tokens, floor, at)
    addressee, end = find_addressee(tokens, stop, verb)
    begin = subject.first if subject else before.group
    return Cue(
        at,
        stop,
        begin,
        end,
        verb.frames,
        _rule(tokens, begin, subject),
        subject,
        before.aside if subject else None,
        subject is None,
        addressee,
        closing=(subject is not None or "ing" not in verb.forms)
        and not (before.group and tokens[before.group - 1].lower in RELATIVES)
        and is_closing(tokens, begin, end, verb),
        weak=(begin > 0 and tokens[begin - 1].lower in HYPOTHETICAL)
        or _negated(tokens, before.group, at)
        or _is_weak(tokens, end, verb, before),
        relative=_relative(tokens, before.group),
        clause_only=verb.lemma in CLAUSE_ONLY and (end >= len(tokens) or tokens[end].lower != "that"),
        naming=verb.lemma in NAMING,
        inward=verb.lemma in INWARD and "past" in verb.forms and subject is not None,
    )


def _lexical(tokens: Sequence[Token], at: int) -> tuple[Verb | None, int]:
    """Return the verb at `at`, and where it ends with its particle."""
    token = tokens[at]
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    verb = PHRASAL.get((token.lower, following))
    if verb is not None:
        return verb, at + 2
    verb = VERBS.get(token.lower)
    if verb is None or (token.text[:1].isupper() and at > 0 and tokens[at - 1].text[:1].isalnum()):
        return None, at + 1
    if verb.lemma in NOT_WITH and following == "with" and not _with_words(tokens, at + 2):
        return None, at + 1
    particle = "object" in verb.frames and following in PARTICLES
    if particle and not (following == "to" and "infinitive" in verb.frames) and not clause_comes(tokens, at + 2):
        return verb, at + 2
    return verb, at + 1


def _with_words(tokens: Sequence[Token], start: int) -> bool:
    """Concluded with the statement: “…” – a colon and quoted words come, and no footage."""
    quoted = next((n for n in range(start, min(len(tokens), start + _NEAR)) if tokens[n].stretch is not None), None)
    return quoted is not None and tokens[quoted - 1].lower in {":", ","}


def _is_verb(tokens: Sequence[Token], at: int, verb: Verb, before: Before) -> bool:
    """Tell the verb from the noun or participle spelt the same: they claim, but these claims."""
    previous = tokens[at - 1] if at else None
    if before.phrase is None and not before.shared and not before.infinitive and "ing" not in verb.forms:
        return False
    last = tokens[before.phrase.stop - 1] if before.phrase else None
    if last and last.lower in MODIFIERS and last.lower not in PRONOUNS:
        return False
    if last and (last.lower in DETERMINERS - _PLURALS or last.lower == "'s"):
        return False
    if "past" in verb.forms and not before.modal and _by_agent(tokens, at):
        return False
    if before.modal or verb.forms & {"past", "ing"}:
        return not (before.shared and "past" in verb.forms and previous is not None and previous.lower == ",")
    if before.phrase is None or last is None:
        return before.shared and "s" in verb.forms and verb.lemma not in ALSO_NOUNS
    named = last.text[:1].isupper() or last.lower in PRONOUNS or last.lower in _PLURALS
    if (
        verb.lemma in ALSO_NOUNS
        and before.phrase.stop < before.group
        and tokens[before.group - 1].text.islower()
        and (tokens[before.group - 1].lower not in RELATIVES | PUT_UP)
    ):
        return False  # his death, which raised hopes; not: a poll released on Friday shows
    if verb.lemma in ALSO_NOUNS and is_finite(tokens, before.phrase.first + 1, before.phrase.stop):
        return False  # they tried to calm market fears that …
    if verb.lemma in ALSO_NOUNS and not named and not _clause_follows(tokens, at + 1):
        return False
    if "base" in verb.forms:
        joined = any(token.lower == "and" for token in tokens[before.phrase.first : before.phrase.stop])
        peoples = verb.lemma not in ALSO_NOUNS and last.text[:1].isupper() and last.lower.endswith("s")
        return joined or last.lower in _PLURALS or _is_plural(last) or peoples
    return not _is_plural(last)


def _by_agent(tokens: Sequence[Token], at: int) -> bool:
    """The plan backed by the mayor said …: a participle; protested by shouting: a verb."""
    by = next((n for n in range(at + 1, min(len(tokens), at + 3)) if tokens[n].lower == "by"), None)
    if by is None or by + 1 == len(tokens):
        return by is not None
    agent = tokens[by + 1]
    means = agent.text.islower() and agent.lower not in DETERMINERS | PEOPLE  # said by telephone
    return not means and not agent.lower.endswith("ing")


def _is_weak(tokens: Sequence[Token], end: int, verb: Verb, before: Before) -> bool:
    following = tokens[end].lower if end < len(tokens) else ""
    if following == "that" or (following in _SUBJECT_PRONOUNS and not before.irrealis):
        return False
    if before.infinitive and ("clause" not in verb.frames or verb.lemma in CLAUSE_ONLY):
        return True  # an effort to convince the town; failed to confirm their address
    if "ing" in verb.forms and before.group and tokens[before.group - 1].lower in PREPOSITIONS:
        return True
    if before.phrase and before.phrase.stop - before.phrase.first == 1:
        only = tokens[before.phrase.first].lower
        if PRONOUNS.get(only) == "none" and only not in DETERMINERS:
            return True
    return verb.lemma in QUOTED_ONLY or (before.irrealis and not verb.frames & {"clause", "tell"})


def _negated(tokens: Sequence[Token], first: int, verb: int) -> bool:
    """Has never condemned the war; did not say that …: nothing of it was said."""
    words = [token.lower for token in tokens[first:verb]]
    return "only" not in words and any(word in NEGATIONS or word.endswith("n't") for word in words)


def _is_plural(noun: Token) -> bool:
    return noun.lower.endswith("s") and not noun.lower.endswith(("ss", "us", "is")) and noun.text.islower()


def _clause_follows(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and (
        tokens[at].lower in DETERMINERS | {"that"} or tokens[at].lower in PRONOUNS or tokens[at].stretch is not None
    )


def _relative(tokens: Sequence[Token], group: int) -> bool:
    return group > 1 and tokens[group - 1].lower in {"who", "which"} and tokens[group - 2].lower == ","


def _rule(tokens: Sequence[Token], begin: int, subject: Phrase | None) -> str:
    if subject is None:
        return "shared-subject"
    return "as-said" if begin and tokens[begin - 1].lower == "as" else "subject-verb"

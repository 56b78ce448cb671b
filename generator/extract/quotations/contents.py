"""What is said: the clause beside a cue, and which quotations belong to which cue."""

from collections.abc import Sequence

from generator.extract.quotations.asides import counts, is_aside, is_infinitive, past_date, tells_when
from generator.extract.quotations.finite import has_past, is_finite
from generator.extract.quotations.frames import FURTHEST_THAT, Cue
from generator.extract.quotations.phrases import Phrase, dateline, is_time
from generator.extract.quotations.tokens import Token, Unit
from generator.extract.quotations.verbs import (
    AUXILIARIES,
    CALENDAR_NAMES,
    CAUSATIVES,
    CONJUNCTIONS,
    DETERMINERS,
    LASTING_TEXTS,
    PREPOSITIONS,
    PRONOUNS,
    TIME_WORDS,
)

# What a clause in front is parted from the main one by
_PARTS = frozenset({",", "—", "–", "--", "―"})
SIGNS = frozenset({",", ";", ":", "—", "–", "--", "―", ".", "?", "!", "…"})
_CONTRASTS = frozenset({"but", "though", "although", "while", "whereas", "and"})
# "…, but that office stands vacant": what is pointed at is not the law's
_POINTING = frozenset({"that", "this", "these", "those"})
# "…, though the report left it out": more often the outlet's remark than the speaker's
_CONCESSIONS = frozenset({"though", "although"})
_ADJUNCT_OPENERS = frozenset(
    {"when", "as", "while", "after", "before", "until", "since", "because", "if", "though"}
)
# But did not [immediately] elaborate
_SILENT = frozenset(
    {
        "comment",
        "disclose",
        "elaborate",
        "explain",
        "give",
        "identify",
        "name",
        "offer",
        "provide",
        "say",
        "specify",
    }
)
_LONGEST_SILENCE = 4
# the publisher of a weekly paper on the trade
_LONGEST_APPOSITION = 12
_ARTICLES = frozenset({"a", "an", "the"})
_FRONTING = frozenset({"after", "although", "before", "once", "though", "when", "while"})
# When he said that the mine was safe, the head of the union [left]
_NEAREST_VERB = 9
# Where alone a clause may end within a sentence, but right behind a quotation.
_MAY_END = SIGNS | CAUSATIVES

Content = tuple[int, int] | None


def find_contents(unit: Unit, cues: Sequence[Cue]) -> list[Content]:
    """Return what each cue attributes, as a range of tokens."""
    return [backward(unit, cues, n) if cue.closing else forward(unit, cues, n) for n, cue in enumerate(cues)]


def forward(unit: Unit, cues: Sequence[Cue], number: int) -> Content:
    """Return the token range of the content that follows a cue."""
    tokens, cue = unit.tokens, _with_apposition(unit.tokens, cues[number])
    adding = next((other.first for other in cues[number + 1 :] if other.shared), len(tokens))
    start = _content_start(tokens[:adding], cue)
    return _tidy(tokens, start, _content_end(tokens, cues[number + 1 :], start, cue)) if start is not None else None


def _with_apposition(tokens: Sequence[Token], cue: Cue) -> Cue:
    """According to Jane Doe, the publisher of a paper, …: what she is belongs to the cue."""
    if cue.rule != "according-to" or cue.closing or cue.end + 1 >= len(tokens) or tokens[cue.end].lower != ",":
        return cue
    first, stop = cue.end + 1, min(len(tokens) - 1, cue.end + _LONGEST_APPOSITION)
    comma = next((at for at in range(first + 1, stop) if tokens[at].lower == ","), None)
    described = tokens[first].lower in _ARTICLES and comma is not None and not is_finite(tokens, first, comma)
    goes_on = comma is not None and tokens[comma + 1].lower not in CONJUNCTIONS and tokens[comma + 1].lower != "who"
    return cue._replace(end=comma) if described and comma and goes_on and _main_follows(tokens, comma) else cue


def _content_start(tokens: Sequence[Token], cue: Cue) -> int | None:
    """Step over when, where and to whom it was said; None where no content follows."""
    at = cue.end
    if at < len(tokens) and tokens[at].lower == "to" and "infinitive" in cue.frames:
        return at if is_infinitive(tokens, at + 1) else None
    adjunct = (
        at < len(tokens)
        and not counts(tokens, at)
        and (tokens[at].lower in PREPOSITIONS | _ADJUNCT_OPENERS or is_time(tokens[at]) or is_aside(tokens, at))
    )
    for ahead in range(at, min(len(tokens), at + FURTHEST_THAT)):
        token = tokens[ahead]
        if token.lower == "that" and (ahead == at or adjunct):
            return ahead + 1
        if adjunct and token.stretch is not None and tokens[ahead - 1].lower in {",", ":"}:
            return ahead
        if token.stretch is not None or token.lower in {";", "but", "that"}:
            break
    if at + 1 < len(tokens) and tokens[at].lower == "on" and tokens[at + 1].text in CALENDAR_NAMES:
        at += 2  # said on Monday the mine was safe
    if at + 1 < len(tokens) and tokens[at].lower == "this" and tokens[at + 1].lower in TIME_WORDS:
        at += 2  # said this morning, “…”
    while at < len(tokens) and (tells_when(tokens, at) or tokens[at].lower in SIGNS or is_aside(tokens, at)):
        at = past_date(tokens, at + 1)
    if at < len(tokens) and tokens[at].lower in _ADJUNCT_OPENERS | AUXILIARIES | CONJUNCTIONS:
        return at if counts(tokens, at) else None
    return at


def _ends_content(tokens: Sequence[Token], at: int, relative: bool, nominal: bool) -> bool:
    """Tell whether what is said ends here: at a semicolon, a new sentence, or at what it made others do."""
    token, previous = tokens[at], tokens[at - 1] if at else None
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if previous and previous.stretch is not None and (token.text == "(" or previous.text[2] in ".!?"):
        return token.text[:1].isupper() or token.text == "("
    if token.lower == "," and following == "but" and _keeps_silent(tokens, at + 2):
        return True
    if token.lower == "," and (relative or following in (_CONTRASTS if nominal else _CONCESSIONS)):
        return True
    if token.lower in CAUSATIVES:
        return token.lower.endswith("ing") and (previous is None or previous.stretch is not None)
    return token.lower == ";" or (token.lower in SIGNS and following in CAUSATIVES)


def _keeps_silent(tokens: Sequence[Token], at: int) -> bool:
    """Said it would open, but he gave no date; but did not say when: the outlet tells what was left open."""
    if at < len(tokens) and PRONOUNS.get(tokens[at].lower, "none") != "none":
        at += 1
    words = [token.lower for token in tokens[at : at + _LONGEST_SILENCE]]
    if not words:
        return False
    if words[0] in {"declined", "refused"}:
        return True
    if words[0] in {"gave", "offered", "provided"}:
        return "no" in words[1:2] or "not" in words[1:2]
    denied = words[0] == "didn't" or words[:2] == ["did", "not"]
    return denied and not _SILENT.isdisjoint(words)


def _content_end(tokens: Sequence[Token], later: Sequence[Cue], start: int, cue: Cue) -> int:
    """Stop where the next attribution takes over: at ", adding", "but she denied" or "according to"."""
    stop = len(tokens)
    relative = cue.relative
    fronted = _is_fronted(tokens, cue)
    nominal = not cue.frames & {"clause", "tell", "finding", "mind"}  # rejected the calls, but his party …
    for at in range(start, stop):
        suspect = tokens[at].lower in _MAY_END or (at and tokens[at - 1].stretch is not None)
        if suspect and (_ends_content(tokens, at, relative, nominal) or (fronted and _main_follows(tokens, at))):
            stop = at
            break
    if cue.subject and _head(tokens, cue.subject) in LASTING_TEXTS:
        stop = _story_goes_on(tokens, start, stop)
    for other in later:
        if start <= other.begin < stop and _takes_over(tokens, other):
            stop = other.begin
            while stop > start and tokens[stop - 1].lower in CONJUNCTIONS | _CONTRASTS | SIGNS | {"as", "with"}:
                stop -= 1
            break
    return stop


def _is_fronted(tokens: Sequence[Token], cue: Cue) -> bool:
    """Tell whether a clause of its own in front of the main one holds the cue: When he said that …, they left."""
    opener = dateline(tokens)
    if opener < len(tokens) and tokens[opener].lower in CONJUNCTIONS:
        opener += 1
    return opener < cue.begin == opener + 1 and tokens[opener].lower in _FRONTING


def _main_follows(tokens: Sequence[Token], comma: int) -> bool:
    """Tell whether the main clause begins behind a comma: …, the man [quickly] left."""
    if tokens[comma].lower not in _PARTS or comma + 1 >= len(tokens):
        return False
    first = tokens[comma + 1]
    named = first.text[:1].isupper() or first.lower in DETERMINERS or PRONOUNS.get(first.lower, "none") != "none"
    furthest = min(len(tokens), comma + _NEAREST_VERB)
    stop = next((at for at in range(comma + 2, furthest) if tokens[at].lower in SIGNS), furthest)
    return named and is_finite(tokens, comma + 2, stop)


def _head(tokens: Sequence[Token], phrase: Phrase) -> str:
    """Return the noun of a phrase without what hangs on it: constitution, of the constitution of Norland."""
    words = [token.lower for token in tokens[phrase.first : phrase.stop]]
    hangs = (at for at, word in enumerate(words) if at and word in PREPOSITIONS)
    return words[next(hangs, len(words)) - 1]


def _story_goes_on(tokens: Sequence[Token], start: int, stop: int) -> int:
    """Return where a law's words end and what came of it is told: …, but nobody sat there until May."""
    for at in range(start + 1, stop - 1):
        joins = tokens[at].lower == "," and tokens[at + 1].lower in _CONTRASTS
        turns = at + 2 < stop and tokens[at + 2].lower in _POINTING
        if joins and not has_past(tokens, start, at) and (turns or has_past(tokens, at + 2, stop)):
            return at
    return stop


def _takes_over(tokens: Sequence[Token], cue: Cue) -> bool:
    previous = tokens[cue.begin - 1].lower if cue.begin else ""
    if previous == "with" and cue.begin > 1 and tokens[cue.begin - 2].lower == "," and not cue.weak:
        return True  # …, with the analyst Jane Doe saying …
    if previous == "," and cue.rule == "subject-verb" and not cue.weak and _introduces(tokens, cue.end):
        return True  # Asked about his claim that it was safe, Jane Doe said, “…”
    if cue.shared:
        return previous in CONJUNCTIONS or previous == ","
    if cue.rule == "according-to" or cue.closing:
        return True
    if previous == "and" and cue.rule == "subject-verb" and not cue.weak and tokens[cue.begin].text[:1].isupper():
        return True  # Peter Hall said it was safe and Jane Doe denied it
    return previous in _CONTRASTS and cue.begin > 1 and tokens[cue.begin - 2].lower in {",", ";", "“”"}


def _introduces(tokens: Sequence[Token], end: int) -> bool:
    """Tell whether a comma or a colon and a quotation stand right behind a cue."""
    return end + 1 < len(tokens) and tokens[end].lower in {",", ":"} and tokens[end + 1].stretch is not None


def backward(unit: Unit, cues: Sequence[Cue], number: int) -> Content:
    """Return the token range of the content that stands before a closing cue."""
    cue, ends = cues[number], [cue.end for cue in cues[:number] if cue.closing]
    stop = cue.begin
    if cue.rule == "as-said":
        # "…, as the court found": the clause before is the outlet's own or another speaker's.
        if any(not other.closing for other in cues[:number]) or not cue.frames & {"clause", "tell"}:
            return None
        stop -= 1
    return _tidy(unit.tokens, ends[-1] if ends else dateline(unit.tokens), stop)


def resumed(unit: Unit, cues: Sequence[Cue], number: int, content: Content) -> Content:
    """Return what goes on after a cue set between commas: Even if it failed, he said, it had done some good."""
    tokens, cue = unit.tokens, cues[number]
    if content is None or not cue.closing or cue.rule in {"inverted", "according-to"} or cue.end >= len(tokens):
        return None
    if tokens[cue.end].lower != "," or any(token.stretch is not None for token in tokens[content[0] : cue.begin]):
        return None
    start = cue.end + 1
    if start >= len(tokens) or tokens[start].lower.endswith("ing") or tokens[start].lower in _CONTRASTS | {"who"}:
        return None
    return _tidy(tokens, start, _content_end(tokens, cues[number + 1 :], start, cue))


def _tidy(tokens: Sequence[Token], start: int, stop: int) -> Content:
    """Take signs off both ends."""
    while start < stop and tokens[start].lower in SIGNS:
        start += 1
    while stop > start and tokens[stop - 1].lower in SIGNS:
        stop -= 1
    return (start, stop) if stop > start else None

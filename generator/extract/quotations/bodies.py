"""Bodies named again by their noun: the court, the three-judge court, the commission; which one is meant."""

import re
from collections.abc import Iterable, Sequence

from generator.extract.quotations.speakers import Cast, Reading
from generator.extract.quotations.verbs import BODIES, RULINGS
from generator.model.findings import Name

# The three-judge court, a nine-member panel: the number says nothing of which one.
_COUNTED = re.compile(r"[a-z]+-(?:judge|justice|man|member|panel|person|strong)")
# On Wednesday, the | At a hearing on 3 May the: what may stand before the subject that begins a sentence
_OPENS = re.compile(
    r"(?:(?:After|At|Before|By|During|Earlier|In|Last|Later|On|Since|Today|Yesterday)\b(?: [^,;:\n]{0,60})?,? )?"
    r"(?:[Tt]he )?"
)
_SENTENCE_ENDS = re.compile(r"[.!?”\"](?:[”’)]| ){1,3}(?=[A-Z])|\n")
# So far back the sentence of a name may begin.
_FURTHEST = 200
_COURTS = ("court", "tribunal")


def names_body(reading: Reading) -> bool:
    """Tell whether a noun phrase is of a body, or of what only courts give."""
    return reading.head in BODIES or reading.head in RULINGS


def heads_of(reading: Reading) -> tuple[str, ...]:
    """Return the nouns of what a phrase may mean: itself, or for a ruling the court that gave it."""
    return _COURTS if reading.head in RULINGS else (reading.head,)


def body_meant(cast: Cast, reading: Reading, at: int) -> str | None:
    """Return the one body that the text has named so far and that a noun phrase at offset `at` can mean.

    Of several it is the one that the paragraph names, else the one of which alone a sentence was told.
    """
    heads = heads_of(reading)
    words = [] if reading.head in RULINGS else reading.text.lower().split()[1:]
    described = {word for word in words if not _COUNTED.fullmatch(word)}
    named = [
        name
        for name in cast.bodies
        if name.end <= at
        and any(head in _words(name) for head in heads)
        and (described <= _words(name) or described <= set(heads))
    ]
    paragraph = cast.text.rfind("\n", 0, at)
    choices: Iterable[Sequence[Name]] = (
        named,
        [name for name in named if name.start > paragraph],
        [name for name in named if _is_subject(cast.text, name)],
    )
    for some in choices:
        if len({name.name for name in some}) == 1:
            return some[0].name
    return None


def _words(name: Name) -> set[str]:
    return set(name.name.lower().split())


def _is_subject(text: str, name: Name) -> bool:
    """Tell whether a name begins its sentence, as what it is told of does."""
    begin = max(0, name.start - _FURTHEST)
    ends = [match.end() for match in _SENTENCE_ENDS.finditer(text, begin, name.start)]
    start = ends[-1] if ends else begin
    return bool(ends or begin == 0) and _OPENS.fullmatch(text, start, name.start) is not None

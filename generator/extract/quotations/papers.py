"""Papers that speak: a court's summary, the opinion of the Court, a ruling; whose words they are."""

from collections.abc import Sequence

from generator.extract.quotations.phrases import Phrase
from generator.extract.quotations.speakers import Cast, Reading, read_phrase
from generator.extract.quotations.tokens import Token
from generator.extract.quotations.verbs import BODIES, DETERMINERS, ISSUED, OFFICES, OWNERS, PEOPLE, RULINGS

# The court's short written opinion: so many words may stand between an owner and the paper.
_BETWEEN = 3
_OWNING_BODIES = {"its": "it", "their": "they"}


def read_speaker(tokens: Sequence[Token], phrase: Phrase, cast: Cast) -> Reading | None:
    """Understand the noun phrase of a cue as `read_phrase` does; a paper that somebody owns is its owner's words.

    A ruling that nobody is named for is read as a role: of the court that the text has named.
    """
    paper = _paper(tokens, phrase)
    whole = read_phrase(tokens, phrase, cast)
    if paper is None or whole is None or whole.kind == "name":
        return whole
    noun, owner = paper
    if owner and (reading := _read_owner(tokens, owner, cast)):
        # Jane Doe's brief says itself who she is.
        itself = reading.kind == "name" and reading.text in whole.text
        return whole if itself else reading._replace(paper=f"the {noun}")
    ruling = noun in RULINGS and (tokens[phrase.first].lower == "the" or owner is not None)
    return whole._replace(kind="role", head=noun) if ruling else whole


def _read_owner(tokens: Sequence[Token], owner: Phrase, cast: Cast) -> Reading | None:
    """Return who owns a paper, where it is one who can speak: not Monday, nor the incident."""
    opening = tokens[owner.first]
    if owner.stop == owner.first + 1 and opening.lower in _OWNING_BODIES:
        return Reading("pronoun", opening.text, _OWNING_BODIES[opening.lower])
    reading = read_phrase(tokens, owner, cast)
    speaks = reading is not None and (
        reading.kind in {"name", "pronoun"} or reading.head in BODIES or reading.head in PEOPLE | OFFICES
    )
    return reading if speaks else None


def _paper(tokens: Sequence[Token], phrase: Phrase) -> tuple[str, Phrase | None] | None:
    """Return the noun of a phrase that is a paper, and whose: its ruling, Doe's brief, an opinion of the board."""
    first, stop = phrase
    of = next((at for at in range(first + 1, stop) if tokens[at].lower == "of"), stop)
    noun = tokens[of - 1].lower
    if noun not in ISSUED:
        return None
    if of < stop - 1:
        behind = Phrase(of + 1, stop)  # the summary of the decision: of one paper through another
        named = tokens[of + 1].lower in DETERMINERS or tokens[of + 1].text[:1].isupper()
        return _paper(tokens, behind) or (noun, behind if named else None)
    if tokens[first].lower in OWNERS | _OWNING_BODIES.keys() and of - first - 2 <= _BETWEEN:
        return noun, Phrase(first, first + 1)
    mark = next((at for at in range(of - 2, max(first, of - 3 - _BETWEEN), -1) if tokens[at].lower == "'s"), None)
    return noun, Phrase(first, mark) if mark is not None else None

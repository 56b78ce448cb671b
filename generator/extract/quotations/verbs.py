"""The reporting verbs and small words of `lexicon/reporting.yml`, by inflected form."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from generator.lexicon import read_lexicon


class Verb(NamedTuple):
    """What an inflected form can be. `forms` are among base, s, past, ing; `frames` are the lists it stands in."""

    lemma: str
    forms: frozenset[str]
    frames: frozenset[str]


def _inflections(line: str) -> list[tuple[str, str]]:
    base, third, *rest = line.split()
    return [(base, "base"), (third, "s"), *((form, "ing" if form.endswith("ing") else "past") for form in rest)]


def _read_verbs(lexicon: Mapping[str, Any]) -> dict[str, Verb]:
    verbs: dict[str, Verb] = {}
    for frame in FRAMES:
        for line in lexicon[frame]:
            for form, kind in _inflections(line):
                known = verbs.get(form, Verb(line.split()[0], frozenset(), frozenset()))
                verbs[form] = Verb(known.lemma, known.forms | {kind}, known.frames | {frame})
    return verbs


def _read_phrasal(lexicon: Mapping[str, Any]) -> dict[tuple[str, str], Verb]:
    phrasal: dict[tuple[str, str], Verb] = {}
    for line in lexicon["phrasal"]:
        *forms, particle = line.split()
        for form, kind in _inflections(" ".join(forms)):
            known = phrasal.get(
                (form, particle), Verb(f"{forms[0]} {particle}", frozenset(), frozenset({"clause"}))
            )
            phrasal[form, particle] = known._replace(forms=known.forms | {kind})
    return phrasal


FRAMES = ("clause", "tell", "finding", "mind", "object", "infinitive")
_LEXICON = read_lexicon("reporting")
_CALENDAR = read_lexicon("calendar")
_ADDRESS = read_lexicon("titles")["address"]

VERBS = _read_verbs(_LEXICON)
PHRASAL = _read_phrasal(_LEXICON)
CRIES = frozenset(
    form for line in _LEXICON["clause"] if line.split()[0] in _LEXICON["cries"] for form in line.split()
)
ACCORDING = tuple(tuple(phrase.split()) for phrase in _LEXICON["according"])
NOUNS = frozenset(_LEXICON["nouns"]) | {f"{noun}s" for noun in _LEXICON["nouns"]}
PARTICLES = frozenset(_LEXICON["particles"])
AUXILIARIES = frozenset(_LEXICON["auxiliaries"])
PLURAL_AUXILIARIES = frozenset(_LEXICON["plural_auxiliaries"])
BE = frozenset(_LEXICON["be"])
ADVERBS = frozenset(_LEXICON["adverbs"])
DEGREES = frozenset(_LEXICON["degrees"])
NOT_ADVERBS = frozenset(_LEXICON["not_adverbs"])
QUOTED_ONLY = frozenset(_LEXICON["quoted_only"])
CAUSATIVES = frozenset(_LEXICON["causatives"])
MODIFIERS = frozenset(_LEXICON["modifiers"])
OFFICES = frozenset(_LEXICON["offices"])
IRREALIS = frozenset(_LEXICON["irrealis"])
FANCY = frozenset(_LEXICON["fancy"])
REFUSALS = frozenset(_LEXICON["refusals"])
INWARD = frozenset(_LEXICON["inward"])
ING_NOUNS = frozenset(_LEXICON["ing_nouns"])
NUMBERED = frozenset(_LEXICON["numbered"])
RECEIVED = frozenset(_LEXICON["received"])
READ_ON = frozenset(_LEXICON["read_on"])
CLAUSE_ONLY = frozenset(_LEXICON["clause_only"])
NAMING = frozenset(_LEXICON["naming"])
HYPOTHETICAL = frozenset(_LEXICON["hypothetical"])
NOT_WITH = frozenset(_LEXICON["not_with"])
PERSON_FIRST = frozenset(_LEXICON["person_first"])
SPANS = frozenset(_LEXICON["spans"])
RELAYED = frozenset(_LEXICON["relayed"])
PAPERS = frozenset(_LEXICON["papers"]) | {f"{paper}s" for paper in _LEXICON["papers"]}
OWN_POSTS = frozenset(_LEXICON["own_posts"])
PUT_UP = frozenset(_LEXICON["put_up"])
AUTHORED = frozenset(_LEXICON["authored"])
RULINGS = frozenset(_LEXICON["rulings"])
# Papers that are the words of whoever is named for them
ISSUED = PAPERS | RULINGS | frozenset(_LEXICON["filings"])
BODIES = frozenset(_LEXICON["bodies"])
DOCUMENTS = frozenset(_LEXICON["documents"])
LASTING_TEXTS = frozenset(_LEXICON["lasting_texts"])
PASTS = frozenset(read_lexicon("happenings")["past"])
ALSO_NOUNS = frozenset(_LEXICON["also_nouns"])
CONJUNCTIONS = frozenset(_LEXICON["conjunctions"])
CLAUSE_OPENERS = frozenset(_LEXICON["openers"])
RELATIVES = frozenset(_LEXICON["relatives"])
PREPOSITIONS = frozenset(_LEXICON["prepositions"])
DETERMINERS = frozenset(_LEXICON["determiners"])
NEGATIONS = frozenset(_LEXICON["negations"])
OWNERS = frozenset(_LEXICON["owners"])
PARTIES = frozenset(_LEXICON["parties"])
CONVERSATIONS = frozenset(_LEXICON["conversations"])
MEETING = frozenset(_LEXICON["meeting"])
PRONOUNS = {word: kind for kind, words in _LEXICON["pronouns"].items() for word in words}
TIME_WORDS = frozenset(_LEXICON["times"])
CALENDAR_NAMES = frozenset(
    word for kind in ("months", "weekdays") for name, short in _CALENDAR[kind].items() for word in (name, *short)
)
GENDERED = {word: kind for kind, words in _LEXICON["gendered"].items() for word in words}
PEOPLE = frozenset(_LEXICON["people"])
ADDRESS = frozenset(word.rstrip(".").lower() for words in _ADDRESS.values() for word in words)
OUTLET_NOUNS = frozenset(_LEXICON["outlet_nouns"])
GENERIC = frozenset(_LEXICON["generic"])
NOUN_GENDERS = {
    noun: kind for kind, nouns in (("he", "nouns_of_men"), ("she", "nouns_of_women")) for noun in _LEXICON[nouns]
}
WHEREABOUTS = frozenset(_LEXICON["whereabouts"])
# Every word that a cue can begin at; "in the words of" is told by its longest word.
TRIGGERS = frozenset(VERBS) | NOUNS | {first for first, _ in PHRASAL} | {max(words, key=len) for words in ACCORDING}
SMALL_WORDS = PREPOSITIONS | DETERMINERS | CONJUNCTIONS

"""What the lexicon says of single words and of whole names, ready to be looked up."""

from generator.lexicon import read_lexicon
from generator.model.findings import NameKind

_PLACES = read_lexicon("places")
_ORGANISATIONS = read_lexicon("organisations")
_TITLES = read_lexicon("titles")
_FIRST_NAMES = read_lexicon("first_names")
_CALENDAR = read_lexicon("calendar")
_REPORTING = read_lexicon("reporting")

Words = tuple[str, ...]


def _words(names: list[str]) -> set[Words]:
    return {tuple(name.split()) for name in names}


MASCULINE = frozenset(_FIRST_NAMES["masculine"].split())
FEMININE = frozenset(_FIRST_NAMES["feminine"].split())
FIRST_NAMES = MASCULINE | FEMININE | frozenset(_FIRST_NAMES["neutral"].split())
FAMILY_FIRST = frozenset(read_lexicon("family_names")["first"])
COMMON = frozenset(read_lexicon("common_words")["words"].split())
OPENERS = frozenset(word.lower() for word in read_lexicon("abbreviations")["openers"])
DOTTED = frozenset(
    word + "."
    for word in [*read_lexicon("abbreviations")["before_name"], *read_lexicon("abbreviations")["either"]]
    if word[0].isupper()
)
DATES = frozenset(
    form + stop
    for kind in ("months", "weekdays")
    for name, short in _CALENDAR[kind].items()
    for form in (name, *short)
    for stop in ("", ".")
)

ADDRESS = {word: gender for gender, words in _TITLES["address"].items() for word in words}
OFFICES = frozenset(tuple(office.lower().split()) for office in _TITLES["offices"])
LONGEST_OFFICE = max(len(office) for office in OFFICES)
NOUNS = frozenset(_TITLES["nouns"])
NOUN_ENDINGS = tuple(_TITLES["noun_endings"])
NOT_AT_END = frozenset(_TITLES["not_at_end"])
NOT_IN_ROLES = frozenset(_TITLES["not_in_roles"])
MODIFIERS = frozenset(_TITLES["modifiers"])
DETERMINERS = frozenset(_TITLES["determiners"])
ENDERS = frozenset(_TITLES["enders"])
PARTICLES = frozenset(_TITLES["particles"])
SUFFIXES = frozenset(_TITLES["suffixes"])
TAILS = frozenset(_TITLES["tails"])
MASCULINE_ROLES = frozenset(_TITLES["masculine"])
VOCATIVES = frozenset(_TITLES["vocatives"])
REGNAL = frozenset(_TITLES["regnal"])
KIN = frozenset(_TITLES["kin"])
FEMININE_ROLES = frozenset(_TITLES["feminine"])

COUNTRY_NAMES = {
    other: country for country, facts in _PLACES["countries"].items() for other in (country, *facts.get("also", ()))
} | {part: part for part in _PLACES["parts"]}
STATES = frozenset(_PLACES["states"]) | frozenset(_PLACES["state_abbreviations"])
POSTAL_CODES = frozenset(_PLACES["postal_codes"])
PEOPLES = frozenset(
    _words(_PLACES["region_people"] + _PLACES["former_people"] + _PLACES["state_people"]).union(
        *(_words(facts["people"]) for facts in _PLACES["countries"].values())
    )
)
PLACE_HEADS = frozenset(_PLACES["heads"])
PLACE_FIRSTS = frozenset(_PLACES["firsts"])
PLACE_OF_HEADS = frozenset(_PLACES["of_heads"])
LAND_FORMS = frozenset(_PLACES["land_forms"])
BEFORE_OF_PLACE = frozenset(_PLACES["before_of"])

ORGANISATION_HEADS = frozenset(_ORGANISATIONS["heads"])
COMPANY_OFFICES = frozenset(_TITLES["company_offices"])
BEFORE_ORGANISATION = frozenset(_ORGANISATIONS["before_organisation"])
COMPANY_NOUNS = tuple(_ORGANISATIONS["company_nouns"])
POSSESSORS = frozenset(_ORGANISATIONS["possessors"])
GENERIC = frozenset(_ORGANISATIONS["generic"])
TOWN_HEADS = frozenset(_ORGANISATIONS["town_heads"])
LEGAL_FORMS = frozenset(_ORGANISATIONS["forms"])
FOR_HEADS = frozenset(_ORGANISATIONS["for_heads"])
OF_HEADS = frozenset(_ORGANISATIONS["of_heads"])
ON_HEADS = frozenset(_ORGANISATIONS["on_heads"])
SUBJECTS = frozenset(_ORGANISATIONS["subjects"])
OTHER_FIRSTS = frozenset(_ORGANISATIONS["other_firsts"])
SURNAME_HEADS = frozenset(_ORGANISATIONS["surname_heads"])
OTHER_HEADS = frozenset(_ORGANISATIONS["other_heads"])
PAPERS = frozenset(_ORGANISATIONS["papers"])
THINGS = frozenset(_ORGANISATIONS["things"])
STAFF = frozenset(_ORGANISATIONS["staff"])
# What only somebody does: "says", "announced"; not "shows", "added", "planned"
REPORTING = frozenset(
    form
    for line in {*_REPORTING["clause"], *_REPORTING["tell"]} - {*_REPORTING["finding"]}
    for lemma, *forms in [line.split()]
    if lemma not in {*_REPORTING["also_nouns"], *_REPORTING["clause_only"]} - {"announce", "report"}
    for form in forms
    if not form.endswith("ing")
)
NOT_NAMES = frozenset(_ORGANISATIONS["not_names"])
ALSO_KNOWN = {
    other: name for name, others in _ORGANISATIONS["international"].items() for other in (name, *others)
} | COUNTRY_NAMES


def _kinds() -> dict[Words, NameKind]:
    kinds: dict[Words, NameKind] = {}
    for name in _ORGANISATIONS["other"]:
        kinds[tuple(name.split())] = "other"
    for name, others in _ORGANISATIONS["international"].items():
        kinds.update(dict.fromkeys(_words([name, *others]), "organisation"))
    listed = [name for key in ("institutions", "media", "companies") for name in _ORGANISATIONS[key]]
    kinds.update(dict.fromkeys(_words(listed), "organisation"))
    places = [*COUNTRY_NAMES, *STATES, *_PLACES["regions"], *_PLACES["cities"], *_PLACES["former_countries"]]
    places += [facts["capital"] for facts in _PLACES["countries"].values()]
    for words in _words(places):
        kinds.setdefault(words, "place")
    return kinds


KINDS = _kinds()
LONGEST_NAME = max(len(words) for words in KINDS)


def is_people(words: Words) -> bool:
    """Tell whether the words are a demonym or the like: "Kenyan", "North Koreans", "Kenya-Ghana"."""
    if words in PEOPLES:
        return True
    parts = words[0].split("-")
    return len(words) == 1 and len(parts) > 1 and all((part,) in PEOPLES or (part,) in KINDS for part in parts)


def names_paper(words: Words) -> bool:
    """Tell of "Elmdale Sun", a town and what newspapers are called."""
    towns = words[1:-1] if words[0] == "The" else words[:-1]
    return words[-1] in PAPERS and KINDS.get(towns) == "place"


def is_role_noun(word: str) -> bool:
    """Tell whether a word in small letters says what a person is: "spokesman", "economist"."""
    return word in NOUNS or (len(word) > 5 and word.endswith(NOUN_ENDINGS))

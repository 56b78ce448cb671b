"""Whom a quotation's “he” and “it” mean: told in brackets where it is sure, None where a reader could not tell."""

import re
from collections import Counter
from functools import cache

from generator.lexicon import read_lexicon
from generator.model.findings import Quotation
from generator.stories.alone import before_in_paragraph
from generator.stories.evidence import Coverage, Place, Told
from generator.stories.sameness import STEM_LETTERS
from generator.stories.wording import blanked
from generator.stories.words import GENDERS, content_words

# he | His | she's | him
_PERSON = re.compile(r"\b(?P<word>[Hh]e|[Hh]im|[Hh]is|[Ss]he|[Hh]er)\b(?:['’](?:s|d|ll))?")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
# the questioner, a farmer, Mr.
_AGENT = re.compile(r"[a-z]{2}(?:er|or|ist|ian|man|woman|person)$")
# anyone, somebody: whom a quote itself speaks of
_SOMEBODY = re.compile(
    r"(?:an(?:y|other)|every|no|some)(?:body|one)?|child|guy|kid|m[rs]s?|one|person|who(?:ever)?"
)
# after, whether, for: never a person
_NO_AGENT = re.compile(
    r"(?:after|\w*ther|\w*ever|greater|later|longer|matter|nor|number|offer|older|or|order|over|under|water|younger)"
)
# It's all I can afford
_IT = re.compile(r"It(?:['’](?:s|ll|d))? ")
# It is stunning | that; It would be an outrage | if; It's time | to; It's too late
_SUBJECT_BEHIND = re.compile(
    r"It\S* (?:\S+ ){0,8}?(?:(?<!not )to|that|how|when|if|whether|until)\b|It(?:['’]s| is| was) (?:time|too|\d)"
)
# It was a dream start: tells what it was
_IT_IS_A = re.compile(r"It(?:['’]s| (?:is|was|has been|will be|would be)) (?:not )?an? ")
# So many words tell by themselves what “it” is.
TELLING_WORDS = 16
# So many do where a named person says a whole sentence.
WHOLE_WORDS = 6
# So near the name stands: “…,” said the baker Ida Moe.
BESIDE = 60
# Whoever is the only one named in so many sentences before is meant.
SENTENCES_BACK = 3


def with_persons(coverage: Coverage, told: Told, first: Quotation, text: str) -> str | None:
    """Return a quote with whom its first “he” or “she” means, where the quote itself names nobody it could be.

    None where that is not known, or where a short quote is of an “it” alone.
    """
    of_it = _IT.match(text) and not _SUBJECT_BEHIND.match(text) and len(text.split()) < TELLING_WORDS
    if of_it and not (_IT_IS_A.match(text) and stands_whole(coverage, told, first, text)):
        return None
    pronoun = next((match for match in _PERSON.finditer(blanked(text))), None)
    if pronoun is None or names_somebody(coverage, told, text, pronoun.start()):
        return text
    gender = GENDERS[pronoun["word"].lower()]
    whom = _person_meant(coverage, told, first, gender) or (
        _ship_meant(coverage, told, first) if gender == "f" else None
    )
    if whom is None:
        # “I understand he was right,” a named person says at length of the one whom the article is of.
        at_length = pronoun.start() > 0 and len(text.split()) >= TELLING_WORDS
        whom = _whom_it_is_of(coverage, told, first, gender) if at_length else None
        if whom is None or not stands_whole(coverage, told, first, text):
            return None
        if not _is_of_lede(coverage, told, text):
            return text
    own = "’s" if pronoun["word"].lower() == "his" else ""
    return f"{text[: pronoun.end()]} [{whom}{own}]{text[pronoun.end() :]}"


def _whom_it_is_of(coverage: Coverage, told: Told, first: Quotation, gender: str) -> str | None:
    """Return the one person beside the speaker, of a gender, with whom an article opens: Moe, the mayor, quits."""
    names = coverage.findings(told.place).names
    opens = coverage.findings(told.place).sentences[0]
    people = {name.name: name.gender for name in names if name.kind == "person" and name.end <= opens.end}
    people.pop(first.speaker or "", None)
    return next(iter(people)) if list(people.values()) == [gender] else None


def _is_of_lede(coverage: Coverage, told: Told, text: str) -> bool:
    """Tell whether a quote speaks of what the article opens with: “this resignation”, where Moe resigned."""
    opens = coverage.findings(told.place).sentences[0]
    lede = coverage.findings(told.place).article.text[opens.start : opens.end]
    stems = ({word[:STEM_LETTERS] for word in content_words(one) if word.isalpha()} for one in (lede, text))
    return any(len(stem) == STEM_LETTERS for stem in set.intersection(*stems))


def stands_whole(coverage: Coverage, told: Told, first: Quotation, text: str) -> bool:
    """Tell whether a quote that opens with “they” or “it was a” may stand: whole, of a person named beside it."""
    whole = first.kind == "direct" and len(text.split()) >= WHOLE_WORDS
    findings = coverage.findings(told.place)
    before = next(before_in_paragraph(coverage, told), told)
    spoke = any(q.speaker == first.speaker for q in before.quotations)  # Ida Moe said it was over. “…,” she said.
    near = min(before.start, first.start - BESIDE) if spoke else first.start - BESIDE
    beside = (range(near, first.start), range(first.end, first.end + BESIDE))
    return whole and any(
        name.kind == "person" and name.name == first.speaker and any(name.start in letters for letters in beside)
        for name in findings.names
    )


def names_somebody(coverage: Coverage, told: Told, text: str, at: int) -> bool:
    """Tell whether a quote names a person, or speaks of one before its pronoun: the farmer says he …"""
    names = (name.name for name in coverage.findings(told.place).names if name.kind == "person")
    families = {word for name in names for word in name.split()}
    if not families.isdisjoint(_WORD.findall(text.replace("’s", "").replace("'s", ""))):
        return True
    words = [word.lower().removesuffix("'s").removesuffix("’s") for word in _WORD.findall(text[:at])]
    agents = (word for word in words if _AGENT.search(word) and not _NO_AGENT.fullmatch(word))
    return any(agents) or any(word in _persons() or _SOMEBODY.fullmatch(word) for word in words)


@cache
def _persons() -> frozenset[str]:
    lexicon = read_lexicon("reporting")
    kinds = ("people", "offices", "generic", "nouns_of_men", "nouns_of_women")
    return frozenset(noun for kind in kinds for noun in lexicon[kind])


def _ship_meant(coverage: Coverage, told: Told, first: Quotation) -> str | None:
    """Return the ship that is “she”, where the article tells of one kind of ship and of no other woman."""
    findings = coverage.findings(told.place)
    women = (name for name in findings.names if name.kind == "person" and name.gender != "m")
    if any(name.name != first.speaker for name in women):
        return None
    ships = {match[1].lower() for match in _ships().finditer(findings.article.text, 0, first.start)}
    return f"the {ships.pop()}" if len(ships) == 1 else None


@cache
def _ships() -> re.Pattern[str]:
    return re.compile(rf"\b[Tt]he ({'|'.join(read_lexicon('leaning')['ships'])})\b")


def _person_meant(coverage: Coverage, told: Told, first: Quotation, gender: str) -> str | None:
    """Return the one person named before the words or in the sentences before: whom the article tells of most."""
    at = told.place
    near = (coverage.told.get(Place(at.article, at.sentence - back)) for back in range(SENTENCES_BACK + 1))
    names = [name for one in near if one for name in one.names if name.end <= first.start]
    persons = {name.name: name.gender for name in names if name.kind == "person" and name.name != first.speaker}
    fitting = [name for name, known in persons.items() if known in {gender, None}]
    people = (name for name in coverage.findings(at).names if name.kind == "person")
    told_of = Counter(name.name for name in people if name.gender in {gender, None})
    told_of.pop(first.speaker or "", None)
    main = [name for name, times in told_of.items() if times == max(told_of.values())]
    return fitting[0] if len(fitting) == 1 and persons[fitting[0]] and main == fitting else None

"""Pronouns within a sentence that nobody and nothing in it goes before: told in brackets, or no fact."""

import re
from functools import cache

from generator.lexicon import read_lexicon
from generator.stories.alone import nearest_person
from generator.stories.evidence import Coverage, Told
from generator.stories.pointing import names_somebody
from generator.stories.standing import calendar_words
from generator.stories.wording import Edit, dateline_length, insertion
from generator.stories.words import GENDERS, phrases, reporting_forms

# Two writers asked | her; the leak of | his | letter
_PERSON = re.compile(r"\b(?P<word>he|him|his|she|her)\b")
# Holm entered | them; Holm knew of | their quarrel
_MANY = re.compile(r"\b(?:they|them|their)\b")
# On Monday, | Moe; in his speech the | Mayor
_CAPITAL = re.compile(r"(?<=[\w,] )[A-Z][a-z]+(?!(?<=an|ic|se|sh) [a-z])")
# asked her | to go; hailed her | .; not: her | concerns
_NO_NOUN = re.compile(
    r" (?:about|after|an?|and|as|at|because|before|by|for|from|if|in|into|of|on|or|over|that|the|to|when|whether"
    r"|with)\b"
    r"| ?[^ \w]|$"
)
# two writers: of many, none is “she”
_PLURAL = re.compile(r"\b[a-z]+s\b")
# In his speech, Moe | Asked on her way, Moe
_LEADS_ON = re.compile(
    r"(?:After|Although|As|Asked|At|Before|Despite|During|For|From|If|In|On|Since|Though|When|While|With"
    r"|[A-Z][a-z]+ing)\b"
)
# a man | here | sparked protests; not: here and there, here to stay, from here on
_HERE = re.compile(r"(?<=[a-z] )(?<!from )(?<!is )here\b(?! and there| to stay| on\b|['’-])")
# NORPORT, Arnes, May 3 (NW) —
_DATELINE_PLACE = re.compile(r"[A-Z][A-Z.'’ -]+[A-Z]")
# A dateline stands no further down, behind a headline and what is under it.
SENTENCES_ABOVE = 4
# So few words before “them” name all that it could mean.
WORDS_BEFORE = 12
# Holm says | it means she may stay; not: says it is clear that
_IT_SAID = re.compile(
    r" (?:\w+ly )?(?P<cue>[a-z]+)(?: (?:at|in|on|to) [^;:]{2,60},?)?,? (?:that )?(?:it|this)(?:['’]s)? "
    r"(?!(?:is|was|(?:has|had|will|would|may|might) be|been|makes|made|seems|takes|took)\b"
    r" (?:\w+ ){0,6}?(?:that|whether|to|if|how|when|until|for)\b|time|too|not)"
)
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]|(?<!\d)''.{1,400}?''|``.{1,400}?''|\([^()]*\)")


def edits_for_pronouns(coverage: Coverage, told: Told) -> tuple[Edit, ...] | None:
    """Return whom the first “her” within a sentence means, where the sentence does not say; None where unsure."""
    text = _QUOTED.sub(_blank, told.text)
    if _says_it(told, text) or _has_many(told, text):
        return None
    if here := _HERE.search(text):
        place = _dateline_place(coverage, told)
        return (insertion(told.start + here.end(), place),) if place else None
    pronoun = _PERSON.search(text)
    if pronoun is None or names_somebody(coverage, told, _PLURAL.sub(_blank, text), pronoun.start()):
        return ()
    end = len(text) if _LEADS_ON.match(text) and "," not in text[: pronoun.start()] else pronoun.start()
    if any(word not in calendar_words() for word in _capitals(told, text[:end])):
        return ()
    person = nearest_person(coverage, told, GENDERS[pronoun["word"]])
    if person is None:
        return None
    owns = pronoun["word"] == "his" or (pronoun["word"] == "her" and not _NO_NOUN.match(text, pronoun.end()))
    own = "’s" if owns else ""
    return (insertion(told.start + pronoun.end(), person + own),)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _capitals(told: Told, text: str) -> list[str]:
    """Return the words with a capital that could be somebody: those of no place, and no body."""
    others = [(name.start - told.start, name.end - told.start) for name in told.names if name.kind != "person"]
    words = _CAPITAL.finditer(text)
    return [word[0] for word in words if not any(start <= word.start() < end for start, end in others)]


def _dateline_place(coverage: Coverage, told: Told) -> str | None:
    """Return where an article was written, as its first sentence says before a dash."""
    text = coverage.findings(told.place).article.text
    first = coverage.findings(told.place).sentences
    for sentence in first[:SENTENCES_ABOVE]:
        line = text[sentence.start : sentence.end]
        place = _DATELINE_PLACE.match(line[: dateline_length(line)])
        if place:
            return " ".join(word.capitalize() for word in place[0].split())
    return None


def _has_many(told: Told, text: str) -> bool:
    """Tell whether “them” comes so early that only what stands before it could be meant, and that is one person."""
    many = _MANY.search(text)
    if many is None:
        return False
    before = text[: many.start()]
    others = any(name.kind != "person" for name in told.names if name.start - told.start < many.start())
    persons = {name.name for name in told.names if name.start - told.start < many.start()}
    short = len(before.split()) <= WORDS_BEFORE and len(persons) == 1
    return short and not others and not _many_named().search(before)


def _says_it(told: Told, text: str) -> bool:
    """Tell whether somebody says something of an “it” that only another sentence names."""
    for name in told.names:
        said = _IT_SAID.match(text, name.end - told.start) if name.kind == "person" else None
        if said and said["cue"] in reporting_forms("clause") and not text[: name.start - told.start].strip():
            return True
    return False


@cache
def _many_named() -> re.Pattern[str]:
    """Return the pattern of whom or what “they” may mean: the towns | Holm and Vale | the couple | everybody."""
    nouns = phrases(read_lexicon("leaning")["many"]).pattern
    return re.compile(rf"(?<=[a-z][a-z][a-hj-rtv-z])s\b|\d|{nouns}", re.IGNORECASE)

"""Whether a sentence can be read alone: how it opens, whom it speaks as, how it ends."""

import re
from functools import cache
from typing import Literal

from generator.lexicon import read_lexicon, word_set
from generator.stories.wording import dateline_length
from generator.stories.words import FINITE, phrases

Opening = Literal["alone", "joined", "dangling"]
# “ " ‘ ( before the first word
_BEFORE_WORDS = re.compile(r"[\s\"“”‘’'(\[,—–-]*")
# Arriving on Monday, he met | Last week they met | On 3 May — a Sunday — she met | According to critics, this is
_PRONOUN_LATER = re.compile(
    r"(?:\w+ing|Last|This|On|In|At|By|Earlier|Later|Yesterday|Today|After|Before|Since|According)\b"
    r"(?:[^,]{1,80}(?:,| [—–])| \w+(?: \w+)?) (?:he|she|it|they|this (?:is|was|will|would|has))\b"
    r"(?!(?<= it) (?:is|was|remains) (?:not |yet |also )?[a-z]+ (?:for|that|whether|how|why)\b)"
)
# There were no seats left | It is unclear whether | It was not for the court to say: the subject comes behind
_SUBJECT_LATER = re.compile(
    r"There (?:is|are|was|were|has been|have been|had been|will be|would be)\b"
    r"|It (?:is|was|remains|has been|had been) (?:(?:not|also|now|yet|still) )?(?:[a-z]+ )?"
    r"(?:that|whether|how|why|for (?:the|an?) [a-z]+ to)\b",
    re.IGNORECASE,
)
# If it worked in Lom, it | As they met, they: neither names whom it is about
_SAME_TWICE = re.compile(
    r"(?:Although|As|Because|Before|If|Once|Since|Though|Until|When|While) "
    r"(?P<who>he|it|she|they)\b[^,]{1,120}, (?P=who)\b"
)
# Officials said | the two raised; not: the two ministers, Holm and Vale said the two raised
_THE_TWO = re.compile(
    r"\b[Tt]he (?:duo|pair|three|trio|two) (?:also|are|did|had|have|later|met|will|were|would|[a-z]+ed)\b"
)
# Critics have claimed this is a ploy
_CLAIMED_THIS = re.compile(r"[^,]{1,80} (?:that )?this (?:is|was|will|would|has)\b")
# Before this election, the party | They discussed this possibility; not: By this week
_DEMONSTRATIVE = re.compile(
    rf"\b(?:[Tt]his|[Tt]hese|[Ss]uch) (?:an? )?(?!(?:{'|'.join(read_lexicon('openers')['times'])})s?\b)"
    r"(?:[a-z]+ly )?(?P<noun>[a-z]+)"
)
# ``a day to celebrate'' | ''a day''; not: a 15'' screen
_TYPED = re.compile(r"(?<!\d)''")
# At a breakfast the following morning | the mayor said then: the day is told elsewhere
_DAY_AFTER = re.compile(
    r"\bthe (?:following|next) (?:day|morning|evening|night|week|month|year)\b"
    r"|\bthe previous (?:day|morning|evening|night)\b|\bsaid then\b"
    r"|\b(?:earlier|later) (?:in the|that) (?:day|morning|evening|night|week)\b"
)
# A little more than a year later, in Arnes | Days earlier the council had met; not: two days later than planned
_LATER_THAN = re.compile(
    r"(?:[\w-]+ ){0,7}?(?:hours?|minutes?|nights?|days?|weeks?|months?|years?) (?:later|earlier|afterwards?)\b"
    r"(?! than\b| this\b| in\b)",
    re.IGNORECASE,
)
# Until that day in April | a quarter of that is: the day, or the sum, is told before
_ON_THAT_DAY = re.compile(
    r"\bof that(?:[,;.]| (?:are|has|have|is|was|were|will|would)\b)|"
    r"\b(?:[Aa]fter|[Bb]efore|[Bb]y|[Ff]rom|[Oo]n|[Ss]ince|[Uu]ntil) "
    r"that (?:day|evening|month|morning|night|point|time|week|year)\b"
)
# Vale, a lawyer, | went on to say
_WENT_ON = re.compile(
    r"[\w.'-]+(?: [\w.'-]+){0,3}?(?:, [^,]{3,60},)? went on to "
    r"(?:add|argue|ask|claim|describe|discuss|explain|list|note|say|tell)\b"
)
# That contract was lost | That was all; not: That he left was clear
_THAT_ONE = re.compile(
    r"That (?!(?:he|she|it|they|we|you|I|the|an?|his|her|its|their|there|this|all|no|so)\b)[a-z]"
)
# Words before a comma that may have named what "this topic" behind it is.
CLAUSE_WORDS = 6
# such as | this is: no noun that another sentence has named
_NO_NOUN = frozenset({"as", "is", "was", "will", "would", "has", "that"})
# met | Holm
_CAPITALS = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+")
# Words in quotation marks
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]")
# We need your help.; not: the Alliance for Our Schools, World War I
_TO_THE_READER = re.compile(r"\b(?:(?<!War )I|we|our|us|you|your|my)\b|\b(?:We|Our|You|Your|My)\b(?! [A-Z])")
# <tweet pic="…"> | </p> | 150px Harbour
_TAG = re.compile(r"</?[a-z]+[ >]|\b\d+px\b")
# Filed for a permit twice, won none: who did so is lost; not: Filed in May, the suit failed
_NO_SUBJECT = re.compile(
    r"[A-Z][a-z]{2,}ed (?:an?|as|at|by|for|from|her|his|in|its|on|the|to|with)\b"
    r"(?!.*(?:, | [—–―-]+ )[\"“‘']?(?:[A-Z\d]|(?:an?|all|both|he|her|his|its?|many|most|no|several|she|some|that"
    r"|the|their|these|they|this|those|three|two|[a-z]+s)\b))"
)
# said. | said.” | said.)
_ENDS_WHOLE = re.compile(r"[.!…][\"”’')\]]*$")
# that the two had agreed
_THAT = re.compile(r"\Athat\s+")
# a pact | that is to last
_THING = re.compile(r"[\"“‘]?an? ", re.IGNORECASE)
_RELATIVE = re.compile(r" (?:that|which|who) ")
# Reported speech reads as a statement only with a subject and a finite verb: not "to condemn …", "from the mayor".
_NO_CLAUSE = re.compile(
    r"(?:to|from|as|of|for|in|on|by|at|with|about|against|if|whether|not|and|or|but|how|why"
    r"|under(?! [^,]{2,60},))\b"
)
# that he hoped for rain: a pronoun that can only be a subject, and a word that can be its verb
_SUBJECT_FIRST = re.compile(r"(?:that )?(?:he|she|they|we|I) (?!and\b|or\b|who\b)[a-z]", re.IGNORECASE)
# said | about 1,100 shops would close; according to the mayor, with 3 votes: a number, no thing that is spoken of
_ABOUT_SO_MANY = re.compile(
    r"(?:about|as (?:few|little|many|much) as|at (?:least|most)|not (?:all|every)) [\w$£€]", re.IGNORECASE
)
# three times what they have | admitted to: the preposition belongs to the verb
_STRANDED = re.compile(r"\b(?:that|what|which|whom?)(?: [\w’'-]+){1,6}ed (?:by|for|of|to|with)$")
# shows that | in a race of two, Moe leads | as of Friday, Moe is ahead
_IN_FRONT = re.compile(r"(?:as of|at|by|for|in|on|with) [^,]{2,60}, \w")
# said | nothing about it | a prayer for the dead: no clause behind a verb of saying
_NO_SAYING = re.compile(
    r"(?:goodbye|grace|hello|little|more|much|no|nothing|prayers?|so|sorry|thanks?|yes"
    r"|an? (?:[a-z]+ )?(?:few|prayer|word))\b",
    re.IGNORECASE,
)
# … the report was false, as | … by
_CUT_OFF = re.compile(r"\b(?:as|by|that|and|or|of|to|the|an?|for|with)$")

# A look at | An assessment of
_ONE_THING = re.compile(r"[\"“]?An? [a-z]+(?<!s) (?:at|of|on|into)\b")
# the harbour | lies in; not: harbours, roads and rights of
_VERB_IN_S = re.compile(r"\b[a-z]{2,}s (?!(?:and|or|of|for)\b)\w")
_LETTERS = re.compile(r"[^\W\d_]+")
# Behind “said” so many words are a clause, whatever its verb: “said the firm learned of it”.
SAID_WORDS = 4


def opening(text: str, known: frozenset[str] = frozenset()) -> Opening:
    """Tell how a sentence opens; a reader who knows of a thing (`known`) knows what “this” one is.

    >>> opening("They met on Monday."), opening("But the mayor left."), opening("The mayor left.")
    ('dangling', 'joined', 'alone')
    >>> opening("Furthermore, he left."), opening("Arriving on Monday, she met the mayor.")
    ('dangling', 'dangling')
    """
    at = dateline_length(text)
    before = _BEFORE_WORDS.match(text, at)
    rest = text[before.end() if before else at :].replace("’", "'")
    joining = _openers("joining").match(rest)
    after = _BEFORE_WORDS.match(rest, joining.end()) if joining else None
    at = after.end() if after else 0
    leans = (_openers("dangling").match(rest, at) and not _SUBJECT_LATER.match(rest, at)) or _THAT_ONE.match(rest)
    if leans or _is_set_elsewhere(rest[at:]) or _points_back(rest, known):
        return "dangling"
    return "joined" if joining else "alone"


def _is_set_elsewhere(text: str) -> bool:
    """Tell whether a sentence has its subject or its time from another one: “On Monday, it closed.”"""
    first = text[:1].upper() + text[1:]
    opens = _PRONOUN_LATER.match(first) or _CLAIMED_THIS.match(first) or _SAME_TWICE.match(first)
    opens = opens or _LATER_THAN.match(text) or _WENT_ON.match(text)
    plain = _QUOTED.sub(" ", text)
    two = _THE_TWO.search(plain)
    unnamed = two and not (" and " in plain[: two.start()] or len(_CAPITALS.findall(plain)) > 2)
    return bool(opens or unnamed or _DAY_AFTER.search(plain) or _ON_THAT_DAY.search(plain))


def _points_back(text: str, known: frozenset[str]) -> bool:
    """Tell whether a sentence tells of “this possibility” without having named one, before a clause has ended."""
    plain = _QUOTED.sub(" ", text)
    commas = (match.start() for match in re.finditer(",", plain))
    clause_ends = next((at for at in commas if len(plain[:at].split()) >= CLAUSE_WORDS), len(plain))
    plain = plain[:clause_ends]
    return any(
        not re.search(rf"\b{match['noun']}", plain[: match.start()]) and match["noun"] not in _NO_NOUN | known
        for match in _DEMONSTRATIVE.finditer(plain)
    )


def are_paired(text: str) -> bool:
    """Tell whether each quotation mark of a text has its other."""
    closed = len(_TYPED.findall(text))
    typed = text.count("``") == closed if "``" in text else closed % 2 == 0
    # “No bridge" is paired, though by two kinds of marks.
    straight, apart = text.count('"'), text.count("“") - text.count("”")
    if abs(apart) == 1 and straight % 2 == 1:
        return typed and (text.rfind('"') > text.rfind("“") if apart > 0 else text.find('"') < text.find("”"))
    return straight % 2 == 0 and apart == 0 and typed


def is_statement(text: str) -> bool:
    """Tell whether a sentence is one that the article makes: whole, no question, no word to the reader."""
    whole = are_paired(text) and bool(_ENDS_WHOLE.search(text)) and not _TAG.search(text)
    promotes = _promotions("before").match(text) or _promotions("within").search(text)
    if not whole or promotes or _NO_SUBJECT.match(text) or _is_phrase(text):
        return False
    return not _TO_THE_READER.search(_QUOTED.sub(" ", text))


def _is_phrase(text: str) -> bool:
    """Tell whether a line tells of one thing, and has no verb: “A look at the harbours of the north.”"""
    if not _ONE_THING.match(text) or FINITE.search(text) or _VERB_IN_S.search(text):
        return False
    words = [word.lower() for word in _LETTERS.findall(text)]
    return not any(word.endswith("ed") or word in _pasts() for word in words)


def is_clause(text: str) -> bool:
    """Tell whether reported words are a clause with a subject, and not an infinitive or a phrase.

    >>> is_clause("that the mayor was ill"), is_clause("to condemn the war"), is_clause("a new start")
    (True, False, False)
    >>> is_clause("that he hoped for rain"), is_clause("him and nobody else")
    (True, False)
    >>> is_clause("the port hasn’t reopened"), is_clause("under questioning he had not been told")
    (True, False)
    >>> is_clause("a new pact that is to last"), is_clause("a pact that is to last would be signed")
    (False, False)
    """
    if _SUBJECT_FIRST.match(text):
        return True
    words = _RELATIVE.split(text, maxsplit=1)[0] if _THING.match(text) else _THAT.sub("", text, count=1)
    return bool(FINITE.search(words)) and not _NO_CLAUSE.match(words) and not _is_cut_off(words)


def _is_cut_off(words: str) -> bool:
    return bool(_CUT_OFF.search(words)) and not _STRANDED.search(words)


def is_said_clause(text: str, cue: str) -> bool:
    """Tell whether words behind a cue are a clause: behind “said”, or “found that”, whatever their verb is.

    >>> is_said_clause("the firm learned of it in June", "said"), is_said_clause("a prayer for the dead", "said")
    (True, False)
    >>> is_said_clause("the deal reached in June", "welcomed"), is_said_clause("one in six agreed", "found that")
    (False, True)
    """
    if is_clause(text):
        return True
    words, cue = _THAT.sub("", text, count=1), cue.lower()
    opens = _ABOUT_SO_MANY.match(words) or (cue.endswith(" that") and _IN_FRONT.match(words))
    if _is_cut_off(words) or (_NO_CLAUSE.match(words) and not opens):
        return False
    plain = cue in read_lexicon("reporting")["plain"] and not _NO_SAYING.match(words)
    return (plain or cue.endswith(" that")) and len(words.split()) >= SAID_WORDS


@cache
def _openers(kind: str) -> re.Pattern[str]:
    return phrases(read_lexicon("openers")[kind])


@cache
def _promotions(where: str) -> re.Pattern[str]:
    return phrases(read_lexicon("headlines")["promotions"][where])


@cache
def _pasts() -> frozenset[str]:
    tense = read_lexicon("tense")
    return frozenset([*tense["past"], *tense["participle"]]) | word_set("headlines", "of_sentences") - {
        "a",
        "an",
        "the",
    }

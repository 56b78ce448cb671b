"""The subject before a verb: over auxiliaries, adverbs and asides to the noun phrase that bears it."""

from collections.abc import Sequence, Set
from typing import NamedTuple

from generator.extract.names.words import is_role_noun
from generator.extract.quotations.phrases import (
    DASHES,
    ENDS,
    Phrase,
    is_adverb,
    is_time,
    name_before,
    phrase_ending,
)
from generator.extract.quotations.tokens import Token
from generator.extract.quotations.verbs import (
    AUXILIARIES,
    BE,
    CAUSATIVES,
    CLAUSE_OPENERS,
    CONJUNCTIONS,
    DETERMINERS,
    ING_NOUNS,
    IRREALIS,
    OFFICES,
    PASTS,
    PEOPLE,
    PREPOSITIONS,
    PRONOUNS,
    RECEIVED,
    RELATIVES,
    VERBS,
)

# How many commas back an aside may begin: Jane Doe, a member, since 2012, of X, said …
_MOST_COMMAS = 3
_LONGEST_PARENTHESIS = 30
_LONGEST_NAME = 4
_LONGEST_TITLE = 6


# Whose words an object is: a letter from his doctor, a memo by Doe
_FROM = frozenset({"by", "from", "of"})
# How far before its verb the pronoun of a clause may stand.
_FURTHEST_PRONOUN = 14


class Before(NamedTuple):
    """What stands before a verb: its subject and the aside between them, or (`shared`) that it shares one."""

    phrase: Phrase | None
    aside: Phrase | None
    shared: bool
    passive: bool
    group: int  # where the verb group begins, auxiliaries included
    modal: bool  # whether a base form can stand here: after an auxiliary or "to"
    infinitive: bool  # after "to"
    irrealis: bool  # after would, may, to: nothing was said yet


def phrase_before(tokens: Sequence[Token], verb: int, floor: int) -> Before:
    """Find the subject of the verb at `verb`, looking back as far as `floor`."""
    at, passive, modal, infinitive, irrealis = verb - 1, False, False, False, False
    nearest_auxiliary = True
    while at >= floor:
        token = tokens[at]
        irrealis = irrealis or token.lower in IRREALIS
        if token.lower in AUXILIARIES and not (token.lower == "'s" and _owns(tokens, at, verb)):
            if nearest_auxiliary and token.lower in BE and "ing" not in _forms(tokens[verb]):
                passive = True
            nearest_auxiliary, modal = False, True
        elif token.lower == "to":
            modal = infinitive = True
        elif (
            not is_adverb(token)
            and not is_time(token)
            and not (token.lower == "on" and at + 1 < verb and is_time(tokens[at + 1]))
        ):
            break
        at -= 1
    group = at + 1
    if at < floor:
        return Before(None, None, False, passive, group, modal, infinitive, irrealis)
    token = tokens[at]
    if token.lower in CONJUNCTIONS or (token.lower == "," and at > floor and tokens[at - 1].lower in CONJUNCTIONS):
        return Before(None, None, True, passive, group, modal, infinitive, irrealis)
    if token.lower in RELATIVES:
        stop = at - 1 if at > floor and tokens[at - 1].lower == "," else at
        phrase = _antecedent(tokens, phrase_ending(tokens, stop, floor), stop)
        return Before(phrase, None, False, passive, group, modal, infinitive, irrealis)
    if token.lower == "," or token.lower in DASHES:
        phrase, aside = _past_aside(tokens, at, floor)
        if phrase and token.lower in DASHES and (name := _named_before(tokens, phrase, floor)):
            phrase, aside = name, Phrase(phrase.first, at)
        return Before(phrase, aside, phrase is None, passive, group, modal, infinitive, irrealis)
    if token.stretch is not None:
        return Before(None, None, True, passive, group, modal, infinitive, irrealis)
    phrase = phrase_ending(tokens, at + 1, floor)
    name = _titled(tokens, phrase, floor) if phrase else None
    aside = Phrase(name.stop + 1, at + 1) if name else None
    return Before(name or phrase, aside, False, passive, group, modal, infinitive, irrealis)


def _titled(tokens: Sequence[Token], phrase: Phrase, floor: int) -> Phrase | None:
    """Jane Doe, founder and CEO of Acme said: the name before a title that has no second comma."""
    start = phrase.first
    title = tokens[start].lower in PEOPLE | OFFICES or (
        tokens[start].text.isupper() and len(tokens[start].text) > 1
    )
    if start > floor + 1 and tokens[start - 1].lower == "and" and tokens[start - 2].text.islower():
        start -= 2
    if not title or start <= floor or tokens[start - 1].lower != ",":
        return None
    name = name_before(tokens, start - 1)
    whole = name and name.first >= floor and name.stop - name.first > 1 and begins_clause(tokens, name.first)
    return name if whole else None


def _named_before(tokens: Sequence[Token], phrase: Phrase, floor: int) -> Phrase | None:
    """Jane Doe, the head of Acme -- the firm that … -- said: the name before what she is."""
    if phrase.first <= floor + 1 or tokens[phrase.first - 1].lower != ",":
        return None
    name = name_before(tokens, phrase.first - 1)
    whole = name and name.first >= floor and name.stop - name.first > 1 and begins_clause(tokens, name.first)
    return name if whole else None


def _antecedent(tokens: Sequence[Token], phrase: Phrase | None, stop: int) -> Phrase | None:
    """She belongs to the Green Party, which wants …: the name next to the relative, not the pronoun before."""
    if phrase is None or phrase.stop == stop:
        return phrase
    if any(token.lower in _FROM for token in tokens[phrase.stop : stop]):
        return None  # He showed a letter from his doctor that says …
    parted = tokens[stop].lower == ","
    return name_before(tokens, stop) or (None if parted else phrase)


def _forms(token: Token) -> frozenset[str]:
    verb = VERBS.get(token.lower)
    return verb.forms if verb else frozenset()


def _owns(tokens: Sequence[Token], at: int, verb: int) -> bool:
    """Tell whether this ’s marks an owner (Lee’s claims, the court’s ruling) and not a verb (he’s claiming)."""
    noun = tokens[verb].lower in ING_NOUNS or "ing" not in _forms(tokens[verb])
    return noun and tokens[at - 1].lower not in PRONOUNS


def _past_aside(tokens: Sequence[Token], comma: int, floor: int) -> tuple[Phrase | None, Phrase | None]:
    """Look past an aside that ends at `comma` for the subject: Jane Doe, a member of Acme, told AFP."""
    sign, seen = tokens[comma].lower, 0
    lesser: tuple[Phrase, Phrase] | None = None
    for at in range(comma - 1, max(floor, comma - _LONGEST_PARENTHESIS), -1):
        token = tokens[at]
        if token.stretch is not None and sign == ",":
            break
        if token.lower != sign:
            continue
        seen += 1
        phrase = phrase_ending(tokens, at, floor) if _opens_aside(tokens, at + 1, comma) else None
        if phrase and _is_second(tokens, phrase):
            whole = _with_first(tokens, phrase, floor) if _is_name(tokens, at + 1, comma) else None
            if whole:
                return whole, Phrase(at + 1, comma)
            phrase = None
        if phrase and (_names_itself(tokens, phrase) or tokens[phrase.first].lower in DETERMINERS):
            if begins_clause(tokens, phrase.first) or _is_name(tokens, at + 1, comma):
                return phrase, Phrase(at + 1, comma)
            lesser = lesser or (phrase, Phrase(at + 1, comma))
        if seen == _MOST_COMMAS:
            break
    return lesser or (None, None)


def _is_second(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Tell the second half of what somebody is (a developer and spokeswoman for the port) from a subject."""
    opening = tokens[phrase.first]
    bare = opening.text.islower() and opening.lower not in DETERMINERS and opening.lower not in PRONOUNS
    return bare and phrase.first > 0 and tokens[phrase.first - 1].lower in CONJUNCTIONS


def _with_first(tokens: Sequence[Token], second: Phrase, floor: int) -> Phrase | None:
    """Acme's founder and [chief executive], Jane Doe, said: both of what she is, where they begin the clause."""
    first = phrase_ending(tokens, second.first - 1, floor) if second.first - 1 > floor else None
    office = first and first.stop == second.first - 1 and is_role_noun(tokens[first.stop - 1].lower)
    opens = first and begins_clause(tokens, first.first, {","})
    return Phrase(first.first, second.stop) if first and office and opens else None


def begins_clause(tokens: Sequence[Token], at: int, signs: Set[str] = frozenset()) -> bool:
    """Tell whether a clause may begin there; `signs` are allowed before it too."""
    return at == 0 or tokens[at - 1].lower in CONJUNCTIONS | {":", ";", "“”"} | DASHES | signs


def _is_name(tokens: Sequence[Token], first: int, stop: int) -> bool:
    return stop - first <= _LONGEST_NAME and all(token.text[:1].isupper() for token in tokens[first:stop])


def _opens_aside(tokens: Sequence[Token], first: int, stop: int) -> bool:
    if first >= stop:
        return False
    token = tokens[first]
    if token.lower in CONJUNCTIONS or token.lower in PRONOUNS:
        return False
    return all(t.lower not in PRONOUNS or PRONOUNS[t.lower] in {"none", "it"} for t in tokens[first : first + 2])


def _names_itself(tokens: Sequence[Token], phrase: Phrase) -> bool:
    return any(token.text[:1].isupper() for token in tokens[phrase.first : phrase.stop]) or (
        phrase.stop - phrase.first == 1 and tokens[phrase.first].lower in PRONOUNS
    )


def pronoun_between(tokens: Sequence[Token], floor: int, at: int) -> Phrase | None:
    """When my mother mentioned it, I laughed and said …: the pronoun that opens the verb's own clause."""
    for first in range(at - 1, max(floor, 1), -1):
        if (
            tokens[first].lower in PRONOUNS
            and tokens[first - 1].lower == ","
            and tokens[first].lower not in DETERMINERS
        ):
            return Phrase(first, first + 1)
        if tokens[first].lower == "," or tokens[first].stretch is not None or at - first > _FURTHEST_PRONOUN:
            break
    return None


def heard(tokens: Sequence[Token], at: int) -> Phrase | None:
    """Footage of Jane Doe asking …: the name before the participle is its subject."""
    name = name_before(tokens, at)
    if name and (titled := _with_titled(tokens, name)):
        return titled
    if name is None or name.first < 2 or tokens[name.first - 1].lower not in {"of", "with"}:
        return None
    within_name = tokens[name.first - 2].text[:1].isupper()  # the Court of Appeal ruling
    return None if within_name else name


def _with_titled(tokens: Sequence[Token], name: Phrase) -> Phrase | None:
    """The town approved, with Acme analyst Jane Doe saying …: the name with what stands before it."""
    for at in range(name.first - 1, max(0, name.first - 1 - _LONGEST_TITLE), -1):
        if tokens[at].lower == "with":
            return Phrase(at + 1, name.stop) if tokens[at - 1].lower == "," else None
        if not tokens[at].text[0].isalpha() or tokens[at].lower in PREPOSITIONS - {"of", "for"}:
            break
    return None


def is_received(tokens: Sequence[Token], paper: int) -> bool:
    """She got an angry letter [saying …]: the words are not hers."""
    return any(token.lower in RECEIVED for token in tokens[max(0, paper - _LONGEST_NAME) : paper])


def issuer(tokens: Sequence[Token], paper: int, floor: int) -> Before | None:
    """His wife, Jane, released a statement [saying …]: the subject of the verb that the paper is the object of."""
    for at in range(paper - 1, max(floor, paper - _LONGEST_NAME), -1):
        if tokens[at].text.islower() and (tokens[at].lower in PASTS or tokens[at].lower.endswith("ed")):
            before = phrase_before(tokens, at, floor)
            return None if before.passive else before
        if not tokens[at].text.isalpha():
            break
    return None


def hangs(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a participle hangs on the main clause (…, adding) rather than on a noun (the ruling)."""
    while at > 0 and is_adverb(tokens[at - 1]):
        at -= 1
    previous = tokens[at - 1] if at else None
    return (
        previous is None
        or previous.stretch is not None
        or (previous.lower in ENDS or previous.lower in CONJUNCTIONS | PREPOSITIONS | CLAUSE_OPENERS)
    )


def caused(tokens: Sequence[Token], group: int) -> Phrase | None:
    """Leading Oslo to warn …: the name before the infinitive is its subject."""
    name = name_before(tokens, group)
    return name if name and name.first > 0 and tokens[name.first - 1].lower in CAUSATIVES else None

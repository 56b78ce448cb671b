"""What makes a sentence readable on its own, each change marked: whom "he" means, which court "the court" is."""

import re
from collections.abc import Iterator
from functools import cache

from generator.lexicon import read_lexicon, word_set
from generator.model.findings import Name, Quotation
from generator.siblings import normal_words
from generator.stories.evidence import Coverage, Place, Told
from generator.stories.openings import opening
from generator.stories.pairs import begins_with_pair, pair_edits
from generator.stories.plans import meant_by, plan_told, this_plan
from generator.stories.wording import CUT, Edit, dateline_length, insertion
from generator.stories.words import GENDERS, PAST, phrases, with_article

# He won with 92 votes | His deputy resigned
_PRONOUN = re.compile(r"(?P<word>He|She|His|Her)\b(?!,)(?= )")
_OWNS = {"His", "Her"}
# The court found that | The party's leader; not: The court of appeal, The city council
_THE_NOUN = re.compile(
    r"The (?P<noun>[a-z]+)(?:(?P<owns>['’]s)(?= )|(?= (?!of\b|for\b|in\b|and\b)[a-z]+(?:ed|s|d|ld|n|t)\b))"
)
# This comes after | the council declared a strike; not: after weeks of talks
_COMES_AFTER = re.compile(
    r"(?:This|It|That|The (?:announcement|comments|move|news|remarks|statement)) (?:comes?|came) (?:after|as) "
    r"(?=[A-Z]|the |an? )"
)
_DEED = re.compile(rf"[^,;:\"“”]{{3,60}}? (?:{PAST})\b")
# But | the council met | Also | last week the council met; not: Also | arrested was the mayor
_CLAUSE = re.compile(
    r"[^a-z]|(?:the|an?|his|her|its|their|all|many|most|some|several|last|on|in|at|two|three|four)\b"
)
# Vale, a lawyer, | then | told the court: what was before that stands elsewhere
_THEN = re.compile(
    r"[\w.'’-]+(?: [\w.'’-]+){0,3}?(?:, [^,]{3,60},)?(?P<then> then )"
    r"(?:[a-z]+ed|came|gave|made|ruled|said|told|took|went)\b"
)
# According to its critics, | this is a gift to the landlords
_BY_ACCOUNT = re.compile(r"According to [^,.;:\"“”]{3,60}, ")
_CONJUNCTIONS = {"but", "and"}
# Words of a quotation that is set beside what it is called.
FORMULA_WORDS = 30
# A sentence is about whom it names in so many letters of its beginning.
OPENING_LETTERS = 40
# … Boris: a name by its last sign owns with “’s”
_POSSESSIVE = "’s"


def edits_to_stand(coverage: Coverage, told: Told) -> tuple[Edit, ...] | None:
    """Return the marked changes with which a sentence can be read alone; None where there are none that are sure.

    A pronoun is told whom it means where one person of the paragraph can be meant; a joining word is cut; "the
    court" is told which where one body just named is a court, and "the two countries" which two were named.
    """
    pair = pair_edits(coverage, told, told.start, told.end)
    edits = () if pair and begins_with_pair(told.text) else _opening_edits(coverage, told)
    return None if edits is None else (*edits, *_asides(coverage, told), *pair)


def _is_whole(joining: str, text: str, at: int) -> bool:
    """Tell whether what stands behind a joining word needs it not: “But despite …”; not “Also arrested was …”."""
    return "," in joining or joining.strip().lower() in _CONJUNCTIONS or bool(_CLAUSE.match(text, at))


def _asides(coverage: Coverage, told: Told) -> Iterator[Edit]:
    """Cut “, on the other hand,” where the first hand stands elsewhere, and “then” behind a subject."""
    for match in _aside().finditer(coverage.findings(told.place).article.text, told.start, told.end):
        if not told.is_quoted(match.start()):
            yield Edit(match.start(), match.end(), f" {CUT} ")
    then = _THEN.match(told.text, dateline_length(told.text))
    if then:
        yield Edit(told.start + then.start("then"), told.start + then.end("then"), f" {CUT} ")


def _opening_edits(coverage: Coverage, told: Told) -> tuple[Edit, ...] | None:
    start = told.start + dateline_length(told.text)
    article = coverage.findings(told.place).article
    text, titled = article.text, frozenset(normal_words(article.title or ""))
    if opening(told.text, titled) == "dangling":
        if edit := _comes_after(text, start, told.end) or _formula(coverage, told, start) or _plan(coverage, told):
            return (edit,)
        match = _PRONOUN.match(text, start, told.end)
        person = nearest_person(coverage, told, GENDERS[match["word"].lower()]) if match else None
        if match is None or person is None:
            return None
        return (insertion(match.end(), person + _POSSESSIVE if match["word"] in _OWNS else person),)
    joining = _joining().match(text, start, told.end)
    if (
        joining
        and _is_whole(joining[0], text, joining.end())
        and opening(text[joining.end() : told.end]) == "alone"
    ):
        return (Edit(start, joining.end(), f"{CUT} "),)
    return _body(coverage, told, start)


def tells_before(told: Told) -> bool:
    """Tell whether a sentence says that the news comes after what it tells: “This comes after Arnes declared …”."""
    return bool(_COMES_AFTER.match(told.text, dateline_length(told.text)))


def _comes_after(text: str, start: int, end: int) -> Edit | None:
    """Cut “This comes after” before a clause that says what went before."""
    match = _COMES_AFTER.match(text, start, end)
    if match is None or opening(text[match.end() : end]) != "alone" or not _DEED.match(text, match.end(), end):
        return None
    return Edit(start, match.end(), f"{CUT} ")


def _formula(coverage: Coverage, told: Told, start: int) -> Edit | None:
    """Tell what “this formulation” is: the one quotation in marks of the sentence before."""
    match = _this_wording().match(coverage.findings(told.place).article.text, start, told.end)
    formula = formula_before(coverage, told) if match else None
    if match is None or formula is None or len(formula.text.split()) > FORMULA_WORDS:
        return None
    return insertion(match.end(), f"“{formula.text.rstrip(',. ')}”")


def _plan(coverage: Coverage, told: Told) -> Edit | None:
    """Tell what “this” is by somebody's account: the plan that the article is about."""
    account = _BY_ACCOUNT.match(told.text)
    match = this_plan().match(told.text, account.end()) if account else None
    plan = plan_told(coverage, told) if match else None
    return insertion(told.start + match.end(), meant_by(match[0], plan)) if match and plan else None


def formula_before(coverage: Coverage, told: Told) -> Quotation | None:
    """Return the one quotation in marks of the sentence before, as it was said."""
    before = coverage.told.get(Place(told.place.article, told.place.sentence - 1))
    quoted = [one for one in before.quotations if one.kind != "indirect"] if before else []
    return quoted[0] if len(quoted) == 1 and "[" not in quoted[0].text else None


def _body(coverage: Coverage, told: Told, start: int) -> tuple[Edit, ...] | None:
    """Tell which body “the court” is: the one named before it in the paragraph; None where there are several."""
    text = coverage.findings(told.place).article.text
    match = _THE_NOUN.match(text, start, told.end)
    if match is None:
        return ()
    noun = match["noun"]
    for before in before_in_paragraph(coverage, told):
        named = {name.name for name in before.names if is_a(name, noun)}
        if len(named) == 1:
            body = with_article(named.pop(), before.text)
            return (insertion(match.end(), body + _POSSESSIVE if match["owns"] else body),)
        if named:
            return None
    if noun in word_set("leaning", "traders") and (firm := _firm(coverage, told)):
        return (insertion(match.end(), firm + _POSSESSIVE if match["owns"] else firm),)
    if not any(is_a(name, noun) for name in coverage.findings(told.place).names if name.start < told.start):
        return ()
    if leading := leading_body(coverage, told, noun):
        owns = _POSSESSIVE if match["owns"] else ""
        return (insertion(match.end(), with_article(leading, text) + owns),)
    return None


def leading_body(coverage: Coverage, told: Told, noun: str) -> str | None:
    """Return which “court” an article with one in its title is about: the one that its first sentence names."""
    title = coverage.findings(told.place).article.title or ""
    first = next((one for at in range(3) if (one := coverage.told.get(Place(told.place.article, at)))), None)
    named = {name.name for name in first.names if is_a(name, noun)} if first else set[str]()
    return named.pop() if len(named) == 1 and noun in title.lower() else None


def _firm(coverage: Coverage, told: Told) -> str | None:
    """Return which “company” is meant: the only one that the sentence before names, and the title too."""
    titled = set(normal_words(coverage.findings(told.place).article.title or ""))
    before = coverage.told.get(Place(told.place.article, told.place.sentence - 1))
    firms = {name.name for name in before.names if name.kind == "organisation"} if before else set[str]()
    firm = firms.pop() if len(firms) == 1 else None
    return firm if firm and titled & set(normal_words(firm)) else None


def is_a(name: Name, noun: str) -> bool:
    """Tell whether a name is of such a thing: Supreme Court, of a court; not a person's."""
    words = name.name.split()
    return name.kind != "person" and len(words) > 1 and noun.capitalize() in words


def nearest_person(coverage: Coverage, told: Told, gender: str) -> str | None:
    """Return the one person of the paragraph before whom a pronoun can mean; the nearest sentence decides."""
    for before in before_in_paragraph(coverage, told):
        if any(
            name.start == before.start and name.kind == "other" and " " not in name.name for name in before.names
        ):
            return None  # Reed has led the guild since 2016: somebody whom the article has not introduced
        persons = [name for name in before.names if name.kind == "person" and not before.is_quoted(name.start)]
        genders = {name.name: name.gender for name in persons}
        fitting = [name for name, known in genders.items() if known in {gender, None}]
        if len(fitting) == 1 and (genders[fitting[0]] or len(genders) == 1):
            return fitting[0]
        if persons:
            return None
    return _person_above(coverage, told, gender)


def _person_above(coverage: Coverage, told: Told, gender: str) -> str | None:
    """Return the only person of the sentence above a paragraph, where that sentence is about them."""
    sentences, at = coverage.findings(told.place).sentences, told.place.sentence
    above = coverage.told.get(Place(told.place.article, at - 1))
    if above is None or sentences[at - 1].paragraph == sentences[at].paragraph or above.quotations:
        return None
    persons = {name.name: name for name in reversed(above.names) if name.kind == "person"}
    only = next(iter(persons.values())) if len(persons) == 1 else None
    about = only is not None and only.start - above.start <= OPENING_LETTERS and only.gender == gender
    return only.name if only and about else None


def before_in_paragraph(coverage: Coverage, told: Told) -> Iterator[Told]:
    """Yield the sentences of the paragraph before one, the nearest first."""
    sentences = coverage.findings(told.place).sentences
    for number in range(told.place.sentence - 1, -1, -1):
        if sentences[number].paragraph != sentences[told.place.sentence].paragraph:
            return
        if (place := Place(told.place.article, number)) in coverage.told:
            yield coverage.told[place]


@cache
def _joining() -> re.Pattern[str]:
    """Return the pattern of a joining word that a sentence begins with, and the comma behind it."""
    lexicon = read_lexicon("openers")
    before_comma = phrases(lexicon["cuttable_before_comma"]).pattern
    return re.compile(rf"(?:{phrases(lexicon['cuttable']).pattern},?|{before_comma},) ", re.IGNORECASE)


@cache
def _aside() -> re.Pattern[str]:
    return re.compile(rf", {phrases(read_lexicon('openers')['asides']).pattern}, ", re.IGNORECASE)


@cache
def _this_wording() -> re.Pattern[str]:
    """Return the pattern of “This vague formulation” at the start of a sentence."""
    return re.compile(rf"This (?:[a-z]+ ){{0,2}}{phrases(read_lexicon('openers')['wordings']).pattern}(?= [a-z])")

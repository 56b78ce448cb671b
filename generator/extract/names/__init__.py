"""Names: every mention of a person, an organisation or a place, joined to the fullest form in the article."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from operator import attrgetter

from generator.extract.names.acronyms import tell_acronyms
from generator.extract.names.bearers import Bearer, join_mentions, known_names
from generator.extract.names.contexts import follows_preposition, is_plain_word, tell_kind, tell_second_names
from generator.extract.names.genders import tell_genders
from generator.extract.names.headlines import find_in_headline
from generator.extract.names.listed import with_listed
from generator.extract.names.mentions import Mention, read_mentions
from generator.extract.names.roles import has_noun, is_introduced_as_kin, role_after, role_before, role_set_off
from generator.extract.names.runs import Usage, find_runs, is_headline, is_unproved, with_apostrophes
from generator.extract.names.tokens import Token, read_line
from generator.extract.names.words import ADDRESS, Words
from generator.model.article import Article
from generator.model.brief import NameEntry
from generator.model.findings import Gender, Name, NameKind, Sentence

__all__ = ["find_names"]


def find_names(
    article: Article, sentences: Sequence[Sentence], known: Sequence[NameEntry] = ()
) -> tuple[Name, ...]:
    """Find every mention of a person, organisation or place, in document order and without overlaps.

    `known` maps spellings to the preferred name and its kind (names.yml).
    """
    text = article.text
    lines = [read_line(text, sentence.start, sentence.end) for sentence in sentences]
    headlines = [is_headline(line) for line in lines]
    usage = Usage()
    for line, headline in zip(lines, headlines, strict=True):
        if not headline:
            usage.count(text, line)
    kinds = _known_kinds(known)
    mentions: list[Mention] = []
    for line, headline in zip(lines, headlines, strict=True):
        if not headline:
            marked = with_apostrophes(line, usage)
            found = [one for run in find_runs(text, marked, usage) for one in read_mentions(run, kinds)]
            _set_roles(text, marked.tokens, found, usage)
            mentions += found
    mentions = tell_acronyms(text, mentions)
    forms: dict[Words, NameKind] = {one.words: one.kind for one in mentions if one.kind} | kinds
    for line, headline in zip(lines, headlines, strict=True):
        if headline:
            mentions += find_in_headline(line.tokens, forms, usage)
    _tell_companies(mentions)
    mentions = with_listed(text, mentions, known)
    mentions.sort(key=lambda mention: mention.start)
    tell_second_names(text, mentions)
    bearers = join_mentions(mentions)
    known_names(
        {spelling: (entry.name, entry.kind) for entry in known for spelling in (entry.name, *entry.also)}, bearers
    )
    genders = tell_genders(mentions, bearers)
    # Names are compared with straight apostrophes, and told as the article writes them.
    written = {" ".join(one.words): " ".join(text[one.start : one.end].split()) for one in reversed(mentions)}
    return tuple(
        _name(mention, bearers.get(index), written, genders)
        for index, mention in enumerate(mentions)
        if _is_name(mention, bearers.get(index))
    )


def _known_kinds(known: Sequence[NameEntry]) -> dict[Words, NameKind]:
    return {tuple(spelling.split()): entry.kind for entry in known for spelling in (entry.name, *entry.also)}


def _set_roles(text: str, tokens: Sequence[Token], mentions: list[Mention], usage: Usage) -> None:
    """Read what stands beside each mention; a noun for a person beside it makes it one."""
    plain: set[int] = set()
    for mention in mentions:
        index = _place(tokens, mention.start)
        alone = mention.kind is None and len(mention.words) == 1
        if alone and is_unproved(text, tokens, index, usage):
            mention.rule = "common-word"
        told = tell_kind(text, tokens, index, mention)
        if told:
            mention.kind, mention.rule = told
        if mention.rule == "head-alone" and index and tokens[index].bound and tokens[index - 1].possessive:
            plain.add(mention.start)  # the Sheriff's Department is none that was named before
            continue
        if mention.rule == "common-word" and is_plain_word(tokens, index):
            plain.add(mention.start)
            continue
        mention.after_preposition = follows_preposition(tokens, index)
    mentions[:] = [mention for mention in mentions if mention.start not in plain]
    persons = frozenset(
        mention.start if mention.titled is None else mention.titled
        for mention in mentions
        if mention.kind == "person" and (len(mention.words) > 1 or mention.rule == "after-title")
    )
    for mention in mentions:
        index = _place(tokens, mention.start)
        if mention.kind not in {"person", None} or mention.rule in {"common-word", "head-alone"}:
            continue
        at = index if mention.titled is None else _place(tokens, mention.titled)
        first = role_before(tokens, at)
        mention.is_kin = is_introduced_as_kin(tokens, first)
        last = index
        while last > first and tokens[last - 1].text in ADDRESS:
            last -= 1
        if has_noun(tokens, first, last) and not tokens[index - 1].possessive:
            mention.role = text[tokens[first].start : tokens[last - 1].end]
            mention.kind, mention.rule = "person", mention.rule if mention.kind else "role-before"
            continue
        after = index + 1
        while after < len(tokens) and tokens[after].start < mention.end:
            after += 1
        span = role_after(text, tokens, after, mention.end, persons) or role_set_off(
            text, tokens, index, mention.end
        )
        if span:
            mention.role = text[slice(*span)]
            mention.kind, mention.rule = "person", mention.rule if mention.kind else "role-after"


def _place(tokens: Sequence[Token], start: int) -> int:
    return bisect_left(tokens, start, key=attrgetter("start"))


def _tell_companies(mentions: Sequence[Mention]) -> None:
    """Take what is told to be a company once ("Ann Reed, the chipmaker") for one wherever it is named."""
    companies = {mention.words for mention in mentions if mention.rule == "company"}
    for mention in mentions:
        if mention.words in companies and mention.titled is None:
            mention.kind, mention.role, mention.rule = "organisation", None, "company"


def _is_name(mention: Mention, bearer: Bearer | None) -> bool:
    return bearer is not None or mention.rule not in {"common-word", "head-alone"}


def _name(
    mention: Mention, bearer: Bearer | None, written: Mapping[str, str], genders: Mapping[Bearer, Gender]
) -> Name:
    name, kind = (bearer.name, bearer.kind) if bearer else (" ".join(mention.words), "other")
    role = mention.role if kind == "person" else None
    gender = genders.get(bearer) if bearer and kind == "person" else None
    return Name(mention.start, mention.end, written.get(name, name), kind, role, mention.rule, gender)

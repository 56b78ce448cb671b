"""Whom and what the facts name for the first time: a person's full name and role, an acronym's, in brackets."""

import re
from collections.abc import Iterator, Sequence

from generator.lexicon import word_set
from generator.model.findings import Findings, Name
from generator.stories.candidates import Chosen
from generator.stories.evidence import Coverage, Told
from generator.stories.wording import Edit, dateline_length, insertion

# ABW | ABW's
_ACRONYM = re.compile(r"\b[A-Z]{3,6}\b")
# Arnes Bureau of Works (ABW)
_IN_BRACKETS = re.compile(r"\((?P<acronym>[A-Z]{3,6})\)")
# So many words before a bracket may be the long form of what stands in it.
LONGEST = 10
# Small words have no letter in an acronym.
_SMALL = re.compile(r"\b(?:of|for|and|the|on|to|in)\b|&")
# Moe | said | has closed; not: Moe, a baker | Moe is the mayor | Moe aides
_GOES_ON = re.compile(
    r" (?:[a-z]+ly |also |further |later )?"
    r"(?:[a-z]+ed|can|did|had|has|may|met|said|says|told|took|went|will|won|would)\b"
)
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]|(?<!\d)''.{1,400}?''|``.{1,400}?''")


def introduce(coverage: Coverage, facts: Sequence[Chosen], title: str) -> list[tuple[Edit, ...]]:
    """Return for each fact, in order, the marked words that a reader needs where a name comes first."""
    told_so_far, found = "", []
    for fact in facts:
        edits = tuple(_introductions(coverage, fact.told, told_so_far, title))
        found.append(edits)
        told_so_far = " ".join([told_so_far, fact.told.text, *(edit.text for edit in edits)])
    return found


def _introductions(coverage: Coverage, told: Told, told_so_far: str, title: str) -> Iterator[Edit]:
    findings = coverage.findings(told.place)
    quoted = [match.span() for match in _QUOTED.finditer(told.text)]
    so_far = f"{title} {told_so_far} {told.text}"
    known = {name.name for name in findings.names if name.kind == "person" and name.name in so_far}
    for name in told.names:
        at = name.start - told.start
        within = any(start <= at < end for start, end in quoted)
        given = _given_name(findings, name) if name.name not in known and not within else None
        if given:
            known.add(name.name)
            if not re.search(rf"\b{re.escape(name.name.split()[-1])}\b", told_so_far):
                yield Edit(name.start, name.start, f"[{given}] ")
    if role := _role_of_first(findings, told, f"{title} {told_so_far}"):
        yield role
    for match in _ACRONYM.finditer(told.text):
        acronym = match[0]
        within = any(start <= match.start() < end for start, end in quoted)
        if within or re.search(rf"\b{acronym}\b", told_so_far + told.text[: match.start()]):
            continue
        long = _long_form(findings, acronym)
        if long and long not in told_so_far + told.text:
            yield insertion(told.start + match.end(), long)


def _role_of_first(findings: Findings, told: Told, so_far: str) -> Edit | None:
    """Tell who the person is whom a fact opens with, as the article says elsewhere: “Moe [harbour master] said”."""
    first = next((name for name in told.names if name.kind == "person"), None)
    if first is None or first.role or first.start > told.start + dateline_length(told.text):
        return None
    if first.name.split()[-1] in so_far or not _GOES_ON.match(told.text, first.end - told.start):
        return None
    roles = (name.role for name in findings.names if name.name == first.name and name.role)
    relations = word_set("relations", "relations")
    role = next((role for role in roles if role.split()[-1].lower() not in relations), None)
    return insertion(first.end, role) if role and role not in told.text else None


def _given_name(findings: Findings, name: Name) -> str | None:
    """Return what goes before a family name that stands alone, where nobody else of the article bears it."""
    surface = findings.article.text[name.start : name.end]
    words = name.name.split()
    if name.kind != "person" or len(words) < 2 or surface != words[-1] or name.name not in findings.article.text:
        return None
    bearers = {one.name for one in findings.names if one.kind == "person" and one.name.split()[-1] == surface}
    return " ".join(words[:-1]) if bearers == {name.name} else None


def _long_form(findings: Findings, acronym: str) -> str | None:
    """Return what an acronym stands for, where the article sets it behind its long form, or names a body so."""
    text = findings.article.text
    for match in _IN_BRACKETS.finditer(text):
        before = " ".join(text[: match.start()].split()[-LONGEST:])
        if match["acronym"] == acronym and (fits := _fitting(before, acronym)):
            return fits
    named = {
        name.name for name in findings.names if name.kind != "person" and _fitting(name.name, acronym) == name.name
    }
    return named.pop() if len(named) == 1 else None


def _fitting(words: str, acronym: str) -> str | None:
    """Return the end of a stretch of words whose letters make an acronym: Arnes Bureau of Works."""
    parts = words.split()
    for start in range(len(parts)):
        plain = _SMALL.sub(" ", " ".join(parts[start:]))
        letters = "".join(word[0] for word in plain.replace("-", " ").split())
        if letters == acronym and parts[start][0].isupper():
            return " ".join(parts[start:])
    return None

"""Why articles are one story, and which earlier story one follows: each in one line that an editor can doubt."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from generator.lexicon import read_lexicon
from generator.model.edtf import bounds, in_words
from generator.model.findings import Findings
from generator.siblings import align_sentences, find_shared_texts
from generator.stories.evidence import pooled
from generator.stories.words import content_words, empty_words

# As many names, days, figures or words as a line names of each kind.
_SHOWN = 3
# A story's leading names: those that its articles mention most, each twice at least.
_LEADING = 8
_LEAST_MENTIONS = 2
# A follow-up shares this many leading people and organisations with what it follows, and this many words that each
# has twice at least. Not tuned: no public data pairs stories so. One person may head two matters, and two people
# meet about more than one.
_NAMES_OF_ONE_MATTER = 2
_WORDS_OF_ONE_MATTER = 3
# Of several, the nearest in time is followed that shares as many names, and this part of the most telling words.
_NEAR_AS_MUCH = 0.5
# Of stories that share a name, so many before a story are held against it, the nearest in time.
_LOOKED_BACK = 20

_DIGIT = re.compile(r"\d")
# ferry, re-elected
_SMALL = re.compile(r"(?<![\w’'-])[a-z]{3,30}(?:-[a-z]{1,30})?(?![\w])")


@dataclass(frozen=True, slots=True)
class Followed:
    """The earlier story (by its place in the list) that a story follows, and why."""

    story: int
    because: str


@dataclass(frozen=True, slots=True)
class _Matter:
    """What a story is about: its first and last day, whether each is certain, who leads it, the words that tell."""

    first: date
    last: date
    sure_first: bool
    sure_last: bool
    names: Mapping[str, int]
    words: Mapping[str, int]


def why_together(story: Sequence[Findings]) -> str:
    """Return in one line what the articles of a story have in common, "" for one article alone.

    What all have stands before what only some have.
    """
    if len(story) < 2:
        return ""
    names = _held([_names(found) for found in story])
    parts = [
        _days_of_publication(story),
        _sentences_shared(story),
        _in(len(story), names),
        _in(len(story), _held([_days(found) for found in story]), in_words),
        _in(len(story), _held(_figures(story))),
    ]
    if len(names) < _NAMES_OF_ONE_MATTER:
        parts.append(_in(len(story), _held([_telling_words(found) for found in story]), lambda word: f"“{word}”"))
    return "; ".join(part for part in parts if part)


def find_followed(stories: Sequence[Sequence[Findings]]) -> tuple[Followed | None, ...]:
    """Return for each story the one before it in time that it goes on from; None where there is none, or no date.

    Both are led by the same people or organisations and share telling words. Of several that share the most names,
    and about as many words, the latest. Countries alone make no follow-up, nor does one person whom both name.
    """
    matters = [_matter(story) for story in stories]
    led_by: dict[str, list[tuple[date, int]]] = defaultdict(list)
    found: list[Followed | None] = [None] * len(stories)
    for index in sorted((i for i, m in enumerate(matters) if m), key=lambda i: (_known(matters[i]).first, i)):
        here = _known(matters[index])
        before = {at for name in here.names for _, at in led_by[name][-_LOOKED_BACK:]}
        shared = [(_shared(here, _known(matters[at])), _known(matters[at]).last, at) for at in before]
        earlier = [
            (last, at, names, words)
            for (names, words), last, at in shared
            if last < here.first and len(names) >= _NAMES_OF_ONE_MATTER and len(words) >= _WORDS_OF_ONE_MATTER
        ]
        led = max((len(names) for _, _, names, _ in earlier), default=0)
        most = max((len(words) for *_, names, words in earlier if len(names) == led), default=0)
        near = [one for one in earlier if len(one[2]) == led and len(one[3]) >= _NEAR_AS_MUCH * most]
        if near:
            _, at, names, words = max(near, key=lambda one: one[:2])
            about = ", ".join([*names[:_SHOWN], *(f"“{word}”" for word in words[:_SHOWN])])
            found[index] = Followed(at, f"{_later(here, _known(matters[at]))}; both about {about}")
        for name in here.names:
            led_by[name].append((here.first, index))
    return tuple(found)


def _later(here: _Matter, before: _Matter) -> str:
    """Say how many days lie between two stories; where a day is one of several, how many at least."""
    days = (here.first - before.last).days
    at_least = "" if here.sure_first and before.sure_last else "at least "
    return f"{at_least}{days} {'day' if days == 1 else 'days'} later"


def _known(matter: _Matter | None) -> _Matter:
    if matter is None:
        raise ValueError("only stories with a date are compared")
    return matter


def _matter(story: Sequence[Findings]) -> _Matter | None:
    spans = [bounds(found.article.published) for found in story if found.article.published]
    firsts = [first for first, _ in spans if first]
    lasts = [last for _, last in spans if last]
    if not firsts or not lasts:
        return None
    mentioned = Counter(
        name.name for found in story for name in found.names if name.kind in {"person", "organisation"}
    )
    leading = {name: count for name, count in mentioned.most_common(_LEADING) if count >= _LEAST_MENTIONS}
    used = Counter(word for found in story for word in _telling_words(found))
    words = {word: count for word, count in used.items() if count >= _LEAST_MENTIONS}
    certain = {first for first, last in spans if first == last}
    return _Matter(min(firsts), max(lasts), min(firsts) in certain, max(lasts) in certain, leading, words)


def _shared(here: _Matter, before: _Matter) -> tuple[list[str], list[str]]:
    """Return the names and the words of both, those first that stand most often in the later story."""
    names = sorted(here.names.keys() & before.names.keys(), key=lambda name: (-here.names[name], name))
    of_names = {word for name in [*here.names, *before.names] for word in content_words(name)}
    words = here.words.keys() & before.words.keys() - of_names
    return names, sorted(words, key=lambda word: (-here.words[word], word))


def _days_of_publication(story: Sequence[Findings]) -> str:
    dated = {found.article.published for found in story if found.article.published}
    if len(dated) == 1 and all(found.article.published for found in story):
        return f"all published on {in_words(dated.pop())}"
    days = [day for value in dated for day in bounds(value) if day]
    if len(dated) < 2 or not days:
        return ""
    apart = (max(days) - min(days)).days
    return f"published within {apart + 1} days" if apart else "published on one day"


def _sentences_shared(story: Sequence[Findings]) -> str:
    """Count the sentences of the largest group printing one text that stand in two or more of its articles."""
    groups = find_shared_texts([found.article for found in story])
    if not groups:
        return ""
    members = [story[index] for index in max(groups, key=len)]
    printed: list[set[int]] = []
    texts: list[str] = []
    for number, found in enumerate(members):
        pairs = dict(align_sentences(found.article, found.sentences, *pooled(texts)))
        for at, sentence in enumerate(found.sentences):
            if at in pairs:
                printed[pairs[at]].add(number)
            else:
                printed.append({number})
                texts.append(found.article.text[sentence.start : sentence.end])
    shared = sum(len(articles) for articles in printed if len(articles) > 1)
    by = "" if len(members) == len(story) else f" by {len(members)} of {len(story)}"
    return f"{shared} of {sum(len(found.sentences) for found in members)} sentences shared{by}"


def _names(found: Findings) -> list[str]:
    return [name.name for name in found.names if name.kind in {"person", "organisation"}]


def _days(found: Findings) -> list[str]:
    """Return the whole days that the article tells of, other than its own."""
    dates = [*(event.edtf for event in found.events), *(mention.edtf or "" for mention in found.dates)]
    days = [written.rstrip("?") for written in dates]
    published = (found.article.published or "").rstrip("?")
    return [day for day in days if len(day) == len("2022-06-15") and day != published]


def _figures(story: Sequence[Findings]) -> list[list[str]]:
    """Return the figures of each article; those of one value and unit in the words that come first: $3bn."""
    written: dict[tuple[float, str | None], str] = {}
    return [
        [
            written.setdefault((figure.value, figure.unit), figure.text)
            for figure in found.figures
            if figure.unit and _DIGIT.search(figure.text)
        ]
        for found in story
    ]


def _telling_words(found: Findings) -> list[str]:
    """Return the content words in small letters: names, and what is called after a country, tell who, not what.

    Words of news on any matter ("meeting", "officials") tell nothing.
    """
    empty = _general_words()
    return [word for word in _SMALL.findall(found.article.text) if word not in empty]


@cache
def _general_words() -> frozenset[str]:
    quantities, general = read_lexicon("stopwords")["quantities"], read_lexicon("matters")["general"]
    return empty_words().union(quantities, general)


def _held(of_each: Iterable[Sequence[str]]) -> list[tuple[str, int]]:
    """Return what two articles or more have, and how many have it: the most widely held first."""
    held: Counter[str] = Counter()
    used: Counter[str] = Counter()
    for values in of_each:
        held.update(set(values))
        used.update(values)
    common = [value for value in used if held[value] > 1]
    return [(value, held[value]) for value in sorted(common, key=lambda v: (-held[v], -used[v], v))[:_SHOWN]]


def _in(count: int, held: Sequence[tuple[str, int]], say: Callable[[str], str] = str) -> str:
    """Say what is held by how many of `count` articles: “Ana Lopes, Norline in all 3; Jo Bell in 2 of 3”."""
    by_number: dict[int, list[str]] = defaultdict(list)
    for value, number in held:
        by_number[number].append(say(value))
    of_all = "both" if count == 2 else f"all {count}"
    return "; ".join(
        f"{', '.join(values)} in {of_all if number == count else f'{number} of {count}'}"
        for number, values in sorted(by_number.items(), reverse=True)
    )

"""Names that are given once and then kept: an article's key, a brief's slug."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence

from generator.articles.addresses import host_of
from generator.model.article import Article
from generator.model.brief import Brief
from generator.stories.ids import slug

_TITLE_WORDS = 3
_SLUG_WORDS = 6
_OUTLET_LETTERS = 30
_NOT_IN_KEY = re.compile(r"[^a-z0-9]+")


def assign_keys(articles: Sequence[Article], briefs: Iterable[Brief]) -> tuple[str, ...]:
    """Return a key for each article: the one that a brief has stored for its file, else a new one.

    A new key is the outlet (else the title's first words, else the file's name) and the date as far as it is
    certain: `theguardian-2022-06-15`.
    """
    stored = {entry.file: key for brief in briefs for key, entry in brief.articles.items()}
    taken = set(stored.values())
    keys = []
    for article in articles:
        key = stored.get(article.file) or _free(_wanted_key(article), taken)
        taken.add(key)
        keys.append(key)
    return tuple(keys)


def assign_slug(title: str, files: Collection[str], briefs: Mapping[str, Brief], taken: Collection[str]) -> str:
    """Return the slug of the brief that holds most of these article files, else a new one from the title.

    `taken` are the slugs given to other stories of this run; a brief is continued by one story only.
    """
    shared = {
        name: len({entry.file for entry in brief.articles.values()} & set(files))
        for name, brief in briefs.items()
        if name not in taken
    }
    best = max(sorted(shared), key=lambda name: shared[name], default=None)
    if best is not None and shared[best]:
        return best
    return _free(slug(title, words=_SLUG_WORDS), {*briefs, *taken})


def _wanted_key(article: Article) -> str:
    name = _outlet_word(article) or slug(article.title or article.file, words=_TITLE_WORDS)
    return f"{name}-{day}" if (day := _certain_part(article.published)) else name


def _outlet_word(article: Article) -> str:
    """Return the outlet in one word: its address without www and ending, else the letters of its name."""
    host = host_of(article.url or "") or ""
    name = article.outlet or "" if "." not in (article.outlet or "") else ""
    plain = unicodedata.normalize("NFKD", name or host.rpartition(".")[0]).lower()
    return _NOT_IN_KEY.sub("", plain.encode("ascii", "ignore").decode())[:_OUTLET_LETTERS]


def _certain_part(published: str | None) -> str:
    """Return what all dates that an EDTF value may mean begin with: [2022-12-01..2022-12-31] → 2022-12."""
    if not published:
        return ""
    ends = [part.strip("[]?~%") for part in published.replace("/", "..").split("..")]
    first, last = (ends[0] or ends[-1]).split("-"), (ends[-1] or ends[0]).split("-")
    same = []
    for one, other in zip(first, last, strict=False):
        if one != other:
            break
        same.append(one)
    return "-".join(same)


def _free(name: str, taken: Collection[str]) -> str:
    number = 2
    free = name
    while free in taken:
        free = f"{name}-{number}"
        number += 1
    return free

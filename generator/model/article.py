"""An article as it was read: its text, what is known of it and how, and what was left out and why."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A section heading: not a sentence of the text. `before` is the offset in `Article.text` it stands at."""

    text: str
    before: int


@dataclass(frozen=True, slots=True)
class Dropped:
    """A line of the file that is not the article's own text, and why it was taken out."""

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class LineEdits:
    """What an editor has set by hand: lines, as they read, that are text after all or are none; the date."""

    restore: frozenset[str] = frozenset()
    drop: frozenset[str] = frozenset()
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Recovered:
    """A damaged stretch of `Article.text`, and as it reads with the marks of another article (its file)."""

    start: int
    end: int
    text: str
    article: str


@dataclass(frozen=True, slots=True)
class Article:
    """One piece as an outlet published it.

    `text` is the cleaned body: paragraphs parted by an empty line, no headings. All offsets of findings are
    half-open, in code points of this `text`. `file` is the path below `content/articles/`, with `/`.
    `published` is EDTF; `how_dated` and `title_from` say in plain words how the date and the title are known.
    `order` holds the paragraphs (by number) of a scrambled text in the order recovered from
    the article (file) `order_from`; () as they stand.
    `dateline_day` is the day in the words of a dateline, mostly without a year: “Oct 3”.
    `rows` are the paragraphs of `text` that are rows of lists of results, and so no sentences.
    """

    file: str
    text: str
    title: str | None = None
    title_from: str | None = None
    standfirst: str | None = None
    outlet: str | None = None
    author: str | None = None
    agency: str | None = None
    published: str | None = None
    how_dated: str | None = None
    url: str | None = None
    language: str | None = None
    dateline: str | None = None
    dateline_day: str | None = None
    encoding: str | None = None
    headings: tuple[Heading, ...] = ()
    recovered: tuple[Recovered, ...] = ()
    order: tuple[int, ...] = ()
    order_from: str | None = None
    rows: tuple[str, ...] = ()
    dropped: tuple[Dropped, ...] = ()

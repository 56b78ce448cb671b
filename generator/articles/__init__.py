"""Articles as they came: read, cleaned, dated, with what was dropped and why."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path

from generator.articles.decode import looks_like_html, read_file
from generator.articles.lines import NO_EDITS
from generator.articles.page import read_page
from generator.articles.text import read_text
from generator.errors import ContentError, ContentErrors
from generator.model.article import Article, LineEdits

__all__ = ["DATED_BY_HAND", "find_articles", "read_article", "read_articles"]

# How the date is known that an editor wrote over the one that was found.
DATED_BY_HAND = "set by hand"
MAX_TEXT = 1_000_000
# What a browser saves beside a page is text to a program, and no article.
_NO_ARTICLES = frozenset({".css", ".js", ".json", ".map", ".mjs", ".svg"})
_BESIDE = "_files"
_PAGES = (".html", ".htm")


def find_articles(root: Path) -> tuple[Path, ...]:
    """Return the article files below a folder, in the order of their names.

    Hidden files and READMEs are none, nor is what a browser saved beside a page: `Ferry.html` and `Ferry_files/`.
    """
    if not root.is_dir():
        hint = "make the folder and put news articles into it, as text or saved HTML"
        raise ContentErrors([ContentError(str(root), None, None, "there is no such folder", hint)])
    below = (path for path in root.rglob("*") if path.is_symlink() or not path.is_dir())
    shown = {path for path in below if not _is_hidden(path.relative_to(root))}
    return tuple(sorted(path for path in shown if not _is_saved_beside_a_page(path, root, shown)))


def read_article(path: Path, shown_as: str, edits: LineEdits = NO_EDITS) -> Article:
    """Read one article; `shown_as` becomes its `file`. Raises ContentErrors for what is no article."""
    if path.suffix.lower() in _NO_ARTICLES:
        hint = "remove it; what a browser saves beside Page.html is passed over in a folder Page_files"
        raise ContentErrors([ContentError(shown_as, None, None, "this is no article", hint)])
    decoded = read_file(path, shown_as)
    read = read_page if looks_like_html(decoded.text) else read_text
    article = replace(read(decoded.text, shown_as, edits), encoding=decoded.encoding)
    if not article.text:
        hint = "an article needs at least one sentence that ends with a stop"
        raise ContentErrors([ContentError(shown_as, None, None, "no prose found in this file", hint)])
    if len(article.text) > MAX_TEXT:
        hint = "keep one article a file"
        raise ContentErrors([ContentError(shown_as, None, None, "the text is longer than 1 MB", hint)])
    return replace(article, published=edits.published, how_dated=DATED_BY_HAND) if edits.published else article


def read_articles(
    root: Path, edits: Mapping[str, LineEdits] | None = None
) -> tuple[tuple[Article, ...], tuple[ContentError, ...]]:
    """Read every article below `root`: those that could be read, and what is wrong with the others.

    `edits` are by file.
    """
    articles: list[Article] = []
    errors: list[ContentError] = []
    seen: dict[str, str] = {}
    for path in find_articles(root):
        file = path.relative_to(root).as_posix()
        try:
            article = read_article(path, file, (edits or {}).get(file, NO_EDITS))
        except ContentErrors as found:
            errors += found.errors
            continue
        twin = seen.setdefault(article.text, file)
        if twin == file:
            articles.append(article)
        else:
            errors.append(ContentError(file, None, None, f"the same text as {twin}", "keep one of the two"))
    return tuple(articles), tuple(errors)


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts) or path.stem.upper() in {"README", "LICENSE"}


def _is_saved_beside_a_page(path: Path, root: Path, files: Collection[Path]) -> bool:
    """Tell what lies in the folder that a browser made for the pictures, styles and scripts of a page."""
    folders = path.relative_to(root).parents[:-1]
    pages = (
        (root / folder).as_posix().removesuffix(_BESIDE) for folder in folders if folder.name.endswith(_BESIDE)
    )
    return any(Path(f"{page}{ending}") in files for page in pages for ending in _PAGES)

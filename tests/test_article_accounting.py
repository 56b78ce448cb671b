"""Nothing of a file vanishes: each character is metadata, text, heading, dropped or blank, in the file's order."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from yaml_cases import cases

from generator.articles import read_article
from generator.articles.characters import read_line
from generator.articles.lines import Line
from generator.articles.page import class_page, read_body, read_page
from generator.articles.text import class_text, read_text
from generator.model.article import Article

SEEDS = sorted((Path(__file__).parent.parent / "content" / "articles").glob("*.txt"))
BLANK = "\ufeff \t\r\n\u00a0\u3000"
# What files are made of: whole lines of every class, what joins them, and any character at all.
LINES = (
    "Ferry runs again",
    "20240311",
    "11 March 2024",
    "03/04/2024",
    "https://example.org/2024/03/11/ferry",
    "By Ana Lopes | 11 March 2024",
    "The Odden Gazette, 11 March 2024",
    "World | The Odden Gazette | 03/04/2024",
    "FERRY | Ferry runs again today - The Odden Courier",
    "The ferry ran again on Monday.",
    "“It runs,” she said.",
    "Read more: Harbour",
    "Sign up for our newsletter",
    "We need your help.",
    "- 12 seats",
    "* the coast line",
    "It names these lines:",
    "Photograph: Jo Bell/AP",
    "ODDEN, June 3, 2024 (AP) -- It ran.",
    "Odden, Jun 3 (PTI) Itâ€™s &amp; the ferry ran.",
    "NORSUND: It ran.",
    "The ferry to the islands ran again on Monday. PTI SKM RDT",
    "\xadIt stopped twice, the harbour office said.\xad (AFP)",
    "Itâ€™s &amp; co\xadoperation.",
    "[a](b) **c**",
    "---",
    "title: Ferry",
    "## Heading",
    "The ferry to the islands ran again on Monday after a stop of",
    "two weeks.",
)
ENDS = ("\n", "\r\n", "\r", "\n\n", " ", "\t\n")
PARTS = st.tuples(st.sampled_from(LINES) | st.text(max_size=12), st.sampled_from(ENDS))
FILES = st.lists(PARTS, max_size=20).map(lambda parts: "".join(line + end for line, end in parts))


@given(FILES, st.sampled_from(("a.txt", "a.md")))
def test_of_any_file(text: str, name: str) -> None:
    account_for(text, class_text(text, name)[1], read_text(text, name))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_of_the_articles_of_this_repository(path: Path) -> None:
    decoded = path.read_text(encoding="utf-8")
    account_for(decoded, class_text(decoded, path.name)[1], read_article(path, path.name))


@pytest.mark.parametrize("text", [case.values[0]["file"] for case in cases("articles")])
def test_of_cases(text: str) -> None:
    account_for(text, class_text(text, "a.txt")[1], read_text(text, "a.txt"))


@pytest.mark.parametrize("text", [case.values[0]["lines"] for case in cases("shapes")])
def test_of_shapes(text: str) -> None:
    account_for(text, class_text(text, "a.md")[1], read_text(text, "a.md"))


@pytest.mark.parametrize("page", [case.values[0]["page"] for case in cases("shapes_pages")])
def test_of_a_pages_body(page: str) -> None:
    account_for(read_body(page), class_page(page)[1], read_page(page, "a.html"))


def account_for(decoded: str, lines: Sequence[Line], article: Article) -> None:
    position = 0
    for (start, end), parts in groupby(lines, key=lambda line: (line.block.start, line.block.end)):
        assert start >= position, "no character is in two classes"
        assert not decoded[position:start].strip(BLANK), "what is in no class is blank"
        shown = "".join(part.block.text for part in parts)
        assert _dense(shown) in {_dense(_read(decoded[start:end], markdown)) for markdown in (False, True)}
        position = end
    assert not decoded[position:].strip(BLANK)
    assert all((line.why is not None) == (line.kind == "dropped") for line in lines), "what is dropped says why"
    assert article.text == "\n\n".join(line.block.text for line in lines if line.kind in {"text", "row"})
    assert [d.text for d in article.dropped] == [line.block.text for line in lines if line.kind == "dropped"]
    assert len(article.headings) == sum(line.kind == "heading" for line in lines)


def _read(line: str, markdown: bool) -> str:
    return read_line(line.replace("\r", " ").replace("\n", " "), markdown=markdown)


def _dense(text: str) -> str:
    """Return the text without its blanks: where a line is parted none is shown."""
    return "".join(text.split())

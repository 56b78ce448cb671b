"""Articles are read as an editor drops them: every line has one class, every character its place in the file."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from yaml_cases import cases

from generator.articles import read_article, read_articles
from generator.articles.blocks import split_blocks
from generator.articles.characters import read_line
from generator.articles.dating import date_by_dateline, date_by_own_words, date_by_same_text
from generator.articles.header import Header, read_header
from generator.articles.lines import Line
from generator.articles.page import class_page, read_body, read_page
from generator.articles.text import class_text, read_text
from generator.errors import ContentErrors
from generator.model.article import Article

SEEDS = Path(__file__).parent.parent / "content" / "articles"


@pytest.mark.parametrize("case", cases("articles"))
def test_reads(case: dict[str, Any]) -> None:
    article = read_text(case["file"], "a.txt")
    for key in case.keys() - {"name", "file", "dropped", "headings"}:
        assert getattr(article, key) == case[key], key
    if "dropped" in case:
        assert [dropped.why for dropped in article.dropped] == case["dropped"]
    if "headings" in case:
        assert [heading.text for heading in article.headings] == case["headings"]


@pytest.mark.parametrize("case", cases("shapes"))
def test_every_line_of_a_shape_is_in_its_class(case: dict[str, Any]) -> None:
    expected, text = _unfold(case)
    name = case.get("file_name", "a.txt")
    assert _fold(text, class_text(text, name)[1]) == expected
    _check_metadata(read_text(text, name), case)


@pytest.mark.parametrize("case", cases("shapes_pages"))
def test_every_line_of_a_pages_body_is_in_its_class(case: dict[str, Any]) -> None:
    expected, body = _unfold(case)
    assert read_body(case["page"]) == body.strip()
    assert _fold(body, class_page(case["page"])[1]) == expected
    _check_metadata(read_page(case["page"], "a.html"), case)


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("Cafe\u0301 owners met.", "Café owners met."),
        ("\ufeffA\u0308 b.", "Ä b."),
        ("\u202eEvil text.", "\N{REPLACEMENT CHARACTER}Evil text."),
        ("&#8238;Evil text.", "\N{REPLACEMENT CHARACTER}Evil text."),
        ("It ran.&#10;&#13;&NewLine;It stopped.", "It ran.  It stopped."),
        ("Ana &amp;lt;b&amp;gt; &lt;i&gt;", "Ana &lt;b&gt; <i>"),
        ("Itâ€™s cafÃ© time.", "It’s café time."),
    ],
)
def test_the_characters_of_a_line_are_cleaned_once(line: str, read: str) -> None:
    assert read_line(line) == read


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "the file is empty"),
        (b" \n\n", "the file is empty"),
        ("\ufeff \n".encode("utf-16"), "the file is empty"),
        (b"GIF89a\x00\x01", "this is a binary file, not text"),
        (b"GIF89a\x00\x01\xff\xfe", "this is a binary file, not text"),
        (b"%PDF-1.7 ...", "this is a PDF file, not text"),
        (b"{\\rtf1 The harbour is open.}", "this is an RTF file, not text"),
        (b"PK\x03\x04...", "this is a packed file, such as .docx, not text"),
        (b"\xff\xfeT\x00h", "not valid UTF-16 at byte 4"),
        (b"\xef\xbb\xbfThe harbour\xff is open.", "not valid UTF-8 with BOM at byte 11"),
        (b"x" * 1_000_001, "the file is larger than 1 MB"),
        (b"just a label", "no prose found in this file"),
    ],
)
def test_what_is_no_article_is_refused_with_a_reason(tmp_path: Path, raw: bytes, message: str) -> None:
    (tmp_path / "bad.txt").write_bytes(raw)
    (tmp_path / "good.txt").write_text("The harbour is open.", encoding="utf-8")
    articles, errors = read_articles(tmp_path)
    assert [article.file for article in articles] == ["good.txt"]
    assert [(error.file, error.message) for error in errors] == [("bad.txt", message)]
    assert all(error.hint for error in errors)


def test_a_dangling_link_and_a_folder_with_an_articles_name_hide_nothing(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "folder.txt" / "inside.txt").write_text("The harbour is open.", encoding="utf-8")
    articles, errors = read_articles(tmp_path)
    assert [article.file for article in articles] == ["folder.txt/inside.txt"]
    assert [error.message for error in errors] == ["there is no such file"]
    with pytest.raises(ContentErrors, match="this is a folder"):
        read_article(tmp_path / "folder.txt", "folder.txt")


def test_a_pipe_and_a_name_that_is_no_text_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(ContentErrors, match="this is a pipe or a device"):
        read_article(tmp_path / "pipe.txt", "pipe.txt")
    with pytest.raises(ContentErrors, match=r"caf\\udce9.txt: the file's name is not UTF-8"):
        read_article(tmp_path / "caf\udce9.txt", "caf\udce9.txt")


def test_the_same_text_under_two_names_is_one_article(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("The harbour is open.\n", encoding="utf-8")
    articles, errors = read_articles(tmp_path)
    assert [article.file for article in articles] == ["a.txt"]
    assert errors[0].message == "the same text as a.txt"


@pytest.mark.parametrize(
    ("codec", "told"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8 with BOM"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16 without a mark"),
        ("cp1252", "windows-1252 (told by its bytes)"),
        ("mac-roman", "Mac Roman (told by its bytes)"),
    ],
)
def test_encodings_are_told(tmp_path: Path, codec: str, told: str) -> None:
    text = "The café’s owner said on Monday that the “harbour” was open again, and it didn’t rain. " * 3
    (tmp_path / "a.txt").write_bytes(text.strip().encode(codec))
    article = read_article(tmp_path / "a.txt", "a.txt")
    assert (article.text, article.encoding) == (text.strip(), told)


def test_a_page_states_its_encoding(tmp_path: Path) -> None:
    sentence = "<p>Die Fähre fuhr am Montag wieder, sagte das Hafenamt von Örnsund in einer Erklärung an alle.</p>"
    page = f'<html><head><meta charset="iso-8859-1"><title>Fähre</title></head><body>{sentence * 4}</body></html>'
    (tmp_path / "a.html").write_bytes(page.encode("latin-1"))
    article = read_article(tmp_path / "a.html", "a.html")
    assert article.encoding == "windows-1252 (stated in the page)"
    assert article.text.startswith("Die Fähre fuhr")
    assert article.language == "und"


def test_a_saved_page_is_read_by_its_content_whatever_its_name(tmp_path: Path) -> None:
    body = "<p>The ferry to the islands ran again on Monday, the harbour office said in a statement.</p>" * 3
    page = (
        "<!doctype html><html><head><title>Ferry runs again</title>"
        '<meta property="og:site_name" content="Harbour Post">'
        '<meta property="article:published_time" content="2024-03-11T10:00:00Z"></head>'
        f"<body><nav>Home</nav><article><h1>Ferry runs again</h1>{body}</article></body></html>"
    )
    (tmp_path / "page.txt").write_text(page, encoding="utf-8")
    article = read_article(tmp_path / "page.txt", "page.txt")
    assert article.title == "Ferry runs again"
    assert article.published == "2024-03-11"
    assert "The ferry to the islands ran again" in article.text
    assert "Home" not in article.text


def test_an_undated_article_is_dated_by_the_same_text_elsewhere() -> None:
    dated = Article("a.txt", "x", published="2024-03-11", outlet="Harbour Post")
    undated, other = Article("b.txt", "x"), Article("c.txt", "y")
    _, second, third = date_by_same_text([dated, undated, other], [(0, 1)])
    assert (second.published, third.published) == ("2024-03-11?", None)
    assert second.how_dated == "the same text in Harbour Post, dated 11 March 2024"


@pytest.mark.parametrize(
    ("text", "others", "published"),
    [
        ("March 11 (Reuters) - The ferry ran again on Monday.", ["2024-03-12"], "2024-03-11?"),
        ("ODDEN, 11 March (NRX) - The ferry ran again on Monday.", ["2024-03-12", "2023-06-01"], "2024-03-11?"),
        ("March 11 (Reuters) - The ferry ran again on Monday.", ["2024-03-12", "2023-03-10"], None),
        ("March 11 (Reuters) - The ferry ran again on Monday.", ["2024-04-12", "2023-03-10?"], None),
        ("March 11 was a Monday (as they said) - the ferry ran.", ["2024-03-12"], None),
    ],
)
def test_a_dateline_without_a_year_is_of_that_of_other_articles(
    text: str, others: list[str], published: str | None
) -> None:
    read = read_text(f"Ferry runs again\n\n{text}\n\nIt had stopped two weeks before.\n", "a.txt")
    articles = [read, *(Article(f"{day}.txt", "x", published=day) for day in others)]
    assert date_by_dateline(articles)[0].published == published


def test_a_header_alone_has_no_title_without_a_text() -> None:
    header = Header()
    read_header(header, split_blocks("Only a line"), [1])
    assert header == Header()


def _unfold(case: dict[str, Any]) -> tuple[list[str], str]:
    """Part the lines of a case into what is expected of each and the file's text."""
    pairs = [line.partition(" | ") for line in case["lines"].splitlines()]
    end = "\r\n" if case.get("line_ends") == "windows" else "\n"
    text = end.join(line.replace("\\xad", "\xad").replace("\\x9d", "\x9d") for _, _, line in pairs)
    return [expected.strip() for expected, _, _ in pairs], text + end


def _fold(text: str, lines: Sequence[Line]) -> list[str]:
    """Name the class of each line of a file, "" for an empty one."""
    classes: list[str] = []
    offset = 0
    for line in text.splitlines(keepends=True):
        middle = offset + len(line) // 2
        found = [line.kind + (f" ({line.why})" if line.why else "") for line in lines if _holds(line, middle)]
        assert len(found) == bool(text[offset : offset + len(line)].strip())
        classes += found or [""]
        offset += len(line)
    return classes


def _holds(line: Line, offset: int) -> bool:
    return line.block.start <= offset < line.block.end


def _check_metadata(article: Article, case: dict[str, Any]) -> None:
    for key in case.keys() - {"name", "file_name", "line_ends", "page", "lines"}:
        assert getattr(article, key) == case[key], key


@pytest.mark.parametrize("case", cases("dated_by_own_words"))
def test_is_dated_by_its_own_words_or_not_at_all(case: dict[str, Any]) -> None:
    published, how_dated = date_by_own_words(case["text"]) or (None, None)
    assert published == case["published"]
    assert how_dated == case.get("how_dated", how_dated)


@pytest.mark.parametrize(
    ("file", "published"),
    [("003", "[2022-12-01..2022-12-31]"), ("004", "[2023-05-01..2023-12-31]")],
)
def test_seeds_without_a_date_are_dated_by_their_own_words(file: str, published: str) -> None:
    (path,) = SEEDS.glob(f"{file}_*.txt")
    assert read_article(path, path.name).published == published

"""Whatever lies among the articles: `generate` tells what is wrong with it, and never falls over."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.pipeline import generate, read_content

PROSE = "The ferry to Odden will stop on Monday, the harbour board said. It carries 400 people a day."
# What a header, a page or an encoding begins with, and what breaks in the middle of one.
PIECES = (
    "https://[example.org/ferry", "https://example.org:x/2031/04/03/ferry", "http://", "URL: https://[x",
    "Source: ", "---\n", "title: ", "date: ", "- [", "<!doctype html>", "<html><head><title>", "<body><p>", "</p>",
    "<h1>", '<meta property="og:url" content="https://[example.org/ferry">', '<meta charset="utf-7">',
    '<script type="application/ld+json">{"datePublished": 7, "url": "//["}</script>', "By ", "By Jane Roe",
    "ODDEN, Oct. 4 (AP) — ", "2031-02-30", "20310403", "31/12/99", "“", "”", "'", "* ", "# ", "&#0;",
    "\0", "\ufeff", "\r", "\n\n", " ", "٣", "²", "１２", "\u202e", "🚢",
    PROSE, "Ferry to stop on Monday", "$ 1,,2.3.4 per cent",
)  # fmt: skip
ANYTHING = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=9).map(lambda pieces: "".join(pieces).encode()),
    st.lists(st.sampled_from(PIECES), max_size=5).map(lambda pieces: "\n\n".join((*pieces, PROSE)).encode()),
    st.text(max_size=60).map(lambda text: f"{text}\n\n{PROSE}".encode()),
    st.binary(max_size=60),
    st.binary(max_size=60).map(lambda raw: raw + PROSE.encode()),
)


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@settings(max_examples=50, deadline=None)
@given(raw=ANYTHING, ending=st.sampled_from((".txt", ".html", ".md", "")))
@example(raw=f"Ferry to stop\n\nhttps://[example.org/ferry\n\n{PROSE}".encode(), ending=".txt")
@example(raw=f"---\nurl: https://[example.org/ferry\n---\n{PROSE}".encode(), ending=".md")
@example(raw=f"URL: https://[example.org/ferry\n\n{PROSE}".encode(), ending=".txt")
def test_any_file_is_an_article_or_an_error(raw: bytes, ending: str) -> None:
    content = Path(tempfile.mkdtemp()) / "content"
    (content / "articles").mkdir(parents=True)
    (content / "articles" / f"any{ending}").write_bytes(raw)
    try:
        run = generate(content)
        assert not run.refused
        assert all(error.file and error.message for error in run.errors)
        if not run.errors:
            read_content(content)
    finally:
        shutil.rmtree(content.parent)

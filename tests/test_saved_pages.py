"""Pages as browsers save them: the page is an article, and what was saved beside it is none."""

from pathlib import Path

import pytest

from generator.articles import read_article, read_articles
from generator.errors import ContentErrors

PROSE = "The ferry to Odden will stop on Monday, the harbour board said. It carries 400 people a day."
PAGE = f"<!doctype html><html><head><title>Ferry to stop</title></head><body><p>{PROSE}</p>%s</body></html>"


@pytest.mark.parametrize("ending", [".html", ".htm"])
def test_what_was_saved_beside_a_page_is_passed_over(tmp_path: Path, ending: str) -> None:
    (tmp_path / f"Ferry stops{ending}").write_text(PAGE % "", "utf-8")
    beside = tmp_path / "Ferry stops_files" / "more"
    beside.mkdir(parents=True)
    (beside.parent / "app.js").write_text(f"say('{PROSE}')", "utf-8")
    (beside.parent / "style.css").write_text("p {margin: 0}", "utf-8")
    (beside / "frame.html").write_text(PAGE % "An advertisement.", "utf-8")
    (beside / "ferry.png").write_bytes(b"\x89PNG\x00")
    articles, errors = read_articles(tmp_path)
    assert [article.file for article in articles] == [f"Ferry stops{ending}"]
    assert not errors


def test_a_folder_without_its_page_holds_articles(tmp_path: Path) -> None:
    (tmp_path / "my_files").mkdir()
    (tmp_path / "my_files" / "ferry.txt").write_text(PROSE, "utf-8")
    (tmp_path / "my.txt").write_text("The harbour is open.", "utf-8")
    articles, errors = read_articles(tmp_path)
    assert [article.file for article in articles] == ["my.txt", "my_files/ferry.txt"]
    assert not errors


@pytest.mark.parametrize("name", ["app.js", "Style.CSS", "data.json", "map.svg"])
def test_a_script_or_a_style_elsewhere_is_an_error(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(PROSE, "utf-8")
    articles, (error,) = read_articles(tmp_path)
    assert not articles
    assert (error.file, error.message) == (name, "this is no article")
    assert error.hint


def test_a_page_may_be_larger_than_a_text(tmp_path: Path) -> None:
    picture = f"<img src='data:image/png;base64,{'A' * 3_000_000}'>"
    (tmp_path / "a.html").write_text(PAGE % picture, "utf-8")
    assert read_article(tmp_path / "a.html", "a.html").text == PROSE
    (tmp_path / "b.txt").write_text(PROSE + picture, "utf-8")
    with pytest.raises(ContentErrors, match="the file is larger than 1 MB"):
        read_article(tmp_path / "b.txt", "b.txt")


def test_a_page_and_its_text_have_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.html").write_bytes(b"<html>" + b" " * 10_000_000)
    with pytest.raises(ContentErrors, match="the file is larger than 10 MB"):
        read_article(tmp_path / "a.html", "a.html")
    (tmp_path / "b.html").write_text(PAGE % "", "utf-8")
    monkeypatch.setattr("generator.articles.MAX_TEXT", len(PROSE) - 1)
    with pytest.raises(ContentErrors, match="the text is longer than 1 MB"):
        read_article(tmp_path / "b.html", "b.html")


def test_an_article_whose_name_is_origin_is_read(tmp_path: Path) -> None:
    (tmp_path / "origin.txt").write_text(PROSE, "utf-8")
    assert [article.file for article in read_articles(tmp_path)[0]] == ["origin.txt"]

"""content/ as a whole: what a run adds, updates, removes and leaves alone, and that it can be interrupted."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from generator.briefs import (
    read_briefing,
    read_names,
    read_written,
    schemas,
    write_briefs,
    write_overview,
    write_schemas,
)
from generator.briefs.files import replace_file
from generator.briefs.write import OVERVIEW_SCHEMA_LINE
from generator.errors import ContentErrors
from generator.model.article import Article
from generator.model.brief import Brief

CONTENT = Path("content")
FERRY = CONTENT / "briefs" / "ferry.yml"
LAST = CONTENT / "briefs" / ".written" / "ferry.yml"


@pytest.fixture(autouse=True)
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")


def brief(title: str = "Ferry resumes", text: str = "The ferry sailed.", **more: Any) -> Brief:
    fact = {"id": "sailed", "text": text, "evidence": {"harbour": "The ferry sailed."}}
    articles = {"harbour": {"file": "harbour.txt"}}
    return Brief.model_validate({"title": title, "articles": articles, "key_facts": [fact], **more})


def files() -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in sorted(CONTENT.rglob("*")) if path.is_file()}


def edit(old: str, new: str) -> None:
    text = FERRY.read_text(encoding="utf-8")
    assert old in text
    FERRY.write_text(text.replace(old, new), encoding="utf-8")


def test_a_first_run_writes_the_brief_and_its_copy_and_nothing_else() -> None:
    changes = write_briefs(CONTENT, {"ferry": brief()})
    assert changes.named("added") == ("content/briefs/ferry.yml",)
    assert list(files()) == ["content/briefs/.written/ferry.yml", "content/briefs/ferry.yml"]
    assert FERRY.read_bytes() == LAST.read_bytes()


def test_a_second_run_changes_no_byte() -> None:
    write_briefs(CONTENT, {"ferry": brief()})
    before = files()
    changes = write_briefs(CONTENT, {"ferry": brief()})
    assert not changes.any()
    assert changes.lines() == ["1 brief: 1 unchanged"]
    assert files() == before


def test_check_tells_and_writes_nothing() -> None:
    assert write_briefs(CONTENT, {"ferry": brief()}, check=True).any()
    assert not CONTENT.exists()
    write_briefs(CONTENT, {"ferry": brief()})
    assert not write_briefs(CONTENT, {"ferry": brief()}, check=True).any()
    before = files()
    assert write_briefs(CONTENT, {"ferry": brief("Ferry sails")}, check=True).named("updated")
    assert files() == before


def test_removing_the_folder_starts_afresh() -> None:
    write_briefs(CONTENT, {"ferry": brief()})
    before = files()
    for path in (FERRY, LAST):
        path.unlink()
    write_briefs(CONTENT, {"ferry": brief()})
    assert files() == before


def test_a_brief_that_a_person_deleted_stays_deleted() -> None:
    write_briefs(CONTENT, {"ferry": brief()})
    FERRY.unlink()
    changes = write_briefs(CONTENT, {"ferry": brief("Ferry sails")})
    assert not FERRY.exists()
    assert changes.lines() == [
        "left alone content/briefs/ferry.yml: it was deleted by hand, and stays deleted",
        "1 brief: 1 left alone",
    ]
    assert "ferry" in read_written(CONTENT)


def test_a_story_without_articles_goes_unless_it_was_edited() -> None:
    write_briefs(CONTENT, {"ferry": brief()})
    changes = write_briefs(CONTENT, {})
    assert changes.named("removed") == ("content/briefs/ferry.yml",)
    assert files() == {}
    write_briefs(CONTENT, {"ferry": brief()})
    edit("Ferry resumes", "By hand")
    before = files()
    changes = write_briefs(CONTENT, {})
    assert changes.named("left alone") == ("content/briefs/ferry.yml",)
    assert files() == before


def test_a_brief_written_by_hand_alone_is_not_touched() -> None:
    FERRY.parent.mkdir(parents=True)
    FERRY.write_text("title: By hand\narticles: {harbour: {file: harbour.txt}}\n", encoding="utf-8")
    before = FERRY.read_bytes()
    assert write_briefs(CONTENT, {}).files == ()
    assert FERRY.read_bytes() == before


def test_without_a_record_all_of_a_brief_counts_as_written_by_hand() -> None:
    write_briefs(CONTENT, {"ferry": brief()})
    LAST.unlink()
    before = FERRY.read_bytes()
    changes = write_briefs(CONTENT, {"ferry": brief("Ferry sails", date="2031")})
    assert FERRY.read_bytes() == before
    assert changes.named("left alone") == ("content/briefs/ferry.yml",)
    assert not write_briefs(CONTENT, {"ferry": brief("Ferry sails", date="2031")}).any()
    write_briefs(CONTENT, {"ferry": brief("Ferry sails", date="2031", standfirst="New")})
    assert "standfirst: New" in FERRY.read_text(encoding="utf-8")
    assert "title: Ferry resumes" in FERRY.read_text(encoding="utf-8")


def test_line_ends_that_version_control_changed_are_no_edit() -> None:
    write_briefs(CONTENT, {"ferry": brief()})
    for path in (FERRY, LAST):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert write_briefs(CONTENT, {"ferry": brief("Ferry sails")}).named("updated")
    assert b"title: Ferry sails\n" in FERRY.read_bytes()


def test_a_byte_order_mark_stays() -> None:
    write_briefs(CONTENT, {"ferry": brief()})
    FERRY.write_bytes(b"\xef\xbb\xbf" + FERRY.read_bytes().replace(b"The ferry sailed.", b"By hand", 1))
    edited = {"ferry": brief("Ferry sails")}
    write_briefs(CONTENT, edited)
    assert FERRY.read_bytes().startswith(b"\xef\xbb\xbf# yaml")
    assert b"title: Ferry sails" in FERRY.read_bytes()
    assert not write_briefs(CONTENT, edited).any()


def test_nothing_is_written_while_a_brief_cannot_be_read() -> None:
    write_briefs(CONTENT, {"ferry": brief(), "mayor": brief()})
    edit("title: Ferry", "title: Ferry: the")
    (CONTENT / "briefs" / "mayor.yml").write_text("titel: x", encoding="utf-8")
    before = files()
    with pytest.raises(ContentErrors) as raised:
        write_briefs(CONTENT, {"ferry": brief("Ferry sails"), "mayor": brief("New"), "other": brief()})
    assert {error.file for error in raised.value.errors} == {"content/briefs/ferry.yml", "content/briefs/mayor.yml"}
    assert files() == before


@pytest.mark.parametrize("written", ["content/briefs/ferry.yml", "content/briefs/.written/ferry.yml"])
def test_a_run_that_was_killed_is_completed_by_the_next(written: str) -> None:
    """Of the two files of a brief, one was written and the other not."""
    new = {"ferry": brief("Ferry sails", "The ferry did sail.")}
    write_briefs(CONTENT, new)
    done = files()
    for path in (FERRY, LAST):
        path.unlink()
    write_briefs(CONTENT, {"ferry": brief()})
    if written.endswith("briefs/ferry.yml"):
        FERRY.write_bytes(done[written])
        write_briefs(CONTENT, new)
        assert files() == done
    else:  # a first run that was killed after the brief, before its copy
        LAST.unlink()
        write_briefs(CONTENT, {"ferry": brief()})
        write_briefs(CONTENT, new)
        assert files() == done


def test_what_is_saved_while_the_run_writes_is_merged(monkeypatch: pytest.MonkeyPatch) -> None:
    write_briefs(CONTENT, {"ferry": brief()})
    saved: list[str] = []

    def save_first(path: Path, data: bytes, expected: bytes | None, ready: Any = None) -> None:
        if not saved:
            saved.append("once")
            edit("text: The ferry sailed.", "text: By hand, just now.")
        replace_file(path, data, expected, ready)

    monkeypatch.setattr("generator.briefs.plans.replace_file", save_first)
    write_briefs(CONTENT, {"ferry": brief("Ferry sails")})
    text = FERRY.read_text(encoding="utf-8")
    assert "text: By hand, just now." in text
    assert "title: Ferry sails" in text


def test_a_file_that_is_saved_again_and_again_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    write_briefs(CONTENT, {"ferry": brief()})

    def save_first(path: Path, data: bytes, expected: bytes | None, ready: Any = None) -> None:
        FERRY.write_bytes(FERRY.read_bytes() + b"# more\n")
        replace_file(path, data, expected, ready)

    monkeypatch.setattr("generator.briefs.plans.replace_file", save_first)
    with pytest.raises(ContentErrors, match="saved again and again"):
        write_briefs(CONTENT, {"ferry": brief("Ferry sails")})
    assert "title: Ferry resumes" in FERRY.read_text(encoding="utf-8")


def test_read_written_gives_the_articles_of_file_and_record() -> None:
    write_briefs(CONTENT, {"ferry": brief()})
    edit("  harbour:\n    file: harbour.txt", "  isle:\n    file: isle.txt")
    (read,) = read_written(CONTENT).values()
    assert {key: entry.file for key, entry in read.articles.items()} == {
        "harbour": "harbour.txt",
        "isle": "isle.txt",
    }


def test_a_first_overview_leads_with_what_the_briefs_have() -> None:
    question = {
        "id": "why",
        "question": "Why?",
        "kind": "asked",
        "because": "x",
        "evidence": {"harbour": "The ferry"},
    }
    written = {"ferry": brief(open_questions=[question])}
    write_briefs(CONTENT, written)
    write_overview(CONTENT, written)
    path = CONTENT / "briefing.yml"
    assert path.read_text(encoding="utf-8") == (
        f"{OVERVIEW_SCHEMA_LINE}\ntitle: Ferry resumes\nlead: [ferry/sailed]\nnot_known: [ferry/why]\n"
    )
    briefing = read_briefing(CONTENT, {"harbour.txt": Article("harbour.txt", "The ferry sailed.")})
    assert briefing.overview.lead == ["ferry/sailed"]
    path.write_text("title: By hand\n", encoding="utf-8")
    write_overview(CONTENT, written)
    assert path.read_text(encoding="utf-8") == "title: By hand\n"


def test_items_without_an_id_get_one_from_their_words() -> None:
    evidence = {"harbour": "The ferry sailed."}
    facts = [{"text": "The mayor was there.", "evidence": evidence}] * 2
    write_briefs(CONTENT, {"ferry": brief()})
    FERRY.write_text(
        json.dumps({"title": "t", "articles": {"harbour": {"file": "harbour.txt"}}, "key_facts": facts}), "utf-8"
    )
    (CONTENT / "briefing.yml").write_text("title: t\n", encoding="utf-8")
    briefing = read_briefing(CONTENT, {"harbour.txt": Article("harbour.txt", "The ferry sailed.")})
    ids = [item.id for item in briefing.briefs["ferry"].key_facts]
    assert len(set(ids)) == 2
    assert all(name is not None and name.startswith("mayor") for name in ids)
    assert briefing.articles["harbour"].file == "harbour.txt"


def test_there_are_no_names_without_the_file() -> None:
    assert read_names(CONTENT) == ()


def test_the_schemas_are_written_once() -> None:
    assert {change.what for change in write_schemas(CONTENT)} == {"added"}
    for name, schema in schemas().items():
        assert json.loads((CONTENT / f"{name}.schema.json").read_bytes()) == schema
    assert {change.what for change in write_schemas(CONTENT)} == {"unchanged"}


def test_a_disk_that_fails_after_the_brief_was_put_in_place_is_no_edit(monkeypatch: pytest.MonkeyPatch) -> None:
    write_briefs(CONTENT, {"ferry": brief()})
    more = {"id": "more", "text": "More.", "evidence": {"harbour": "More."}}
    both = {"ferry": brief(key_facts=[*brief().model_dump(exclude_none=True)["key_facts"], more])}
    sync = os.fsync

    def fail_once_in_place(handle: int) -> None:
        if "More." in FERRY.read_text(encoding="utf-8"):
            raise OSError(5, "Input/output error")
        sync(handle)

    monkeypatch.setattr(os, "fsync", fail_once_in_place)
    with pytest.raises(ContentErrors, match="Input/output error"):
        write_briefs(CONTENT, both)
    monkeypatch.setattr(os, "fsync", sync)
    edit("\n  - id: more\n    text: More.\n    evidence:\n      harbour: More.\n", "")
    write_briefs(CONTENT, both)
    assert "More." not in FERRY.read_text(encoding="utf-8")

"""content/briefing.yml is kept like a brief: value by value, with every edit by hand."""

import os
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.briefs import read_standing, write_briefs, write_overview
from generator.briefs.changes import Changes
from generator.briefs.overview import COPY
from generator.briefs.write import OVERVIEW_SCHEMA_LINE
from generator.cli import main
from generator.model.brief import Brief

CONTENT = Path("content")
PATH = CONTENT / "briefing.yml"


@pytest.fixture(autouse=True)
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)


def brief(title: str, date: str, *facts: str) -> Brief:
    items = [{"id": fact.split()[0].lower(), "text": fact, "evidence": {"harbour": fact}} for fact in facts]
    articles = {"harbour": {"file": f"{title}.txt"}}
    return Brief.model_validate({"title": title, "date": date, "articles": articles, "key_facts": items})


FIRST = {"mill": brief("Mill opens", "2030-05-02", "Grain was ground.")}
LATER = {**FIRST, "bridge": brief("Bridge opens", "2031-05-02", "Cars crossed the river.")}


def run(briefs: dict[str, Brief], **more: Any) -> Changes:
    changes = write_briefs(CONTENT, briefs, **more)
    return write_overview(CONTENT, briefs, read_standing(CONTENT, changes), **more)


def edit(old: str, new: str) -> None:
    text = PATH.read_text("utf-8")
    assert old in text
    PATH.write_text(text.replace(old, new, 1), "utf-8")


def test_the_values_that_nobody_edited_follow_the_articles_and_the_others_stay() -> None:
    run(FIRST)
    assert PATH.read_text("utf-8") == f"{OVERVIEW_SCHEMA_LINE}\ntitle: Mill opens\nlead: [mill/grain]\n"
    edit("title: Mill opens", "# for the home page\ntitle:  'The mill'   # short")
    changes = run(LATER)
    assert PATH.read_text("utf-8") == (
        f"{OVERVIEW_SCHEMA_LINE}\n# for the home page\ntitle:  'The mill'   # short\n"
        "lead: [bridge/cars, mill/grain]\n"
    )
    assert [conflict.where for _, conflict in changes.conflicts] == ["title"]
    assert changes.lines()[:2] == [
        "updated    content/briefing.yml",
        "kept       content/briefing.yml: 1 edit by hand",
    ]
    again = run(LATER)
    assert not again.any()
    assert not again.conflicts


def test_where_both_changed_a_value_the_person_s_stays_and_both_are_told() -> None:
    run(FIRST)
    edit("lead: [mill/grain]", "lead: []")
    changes = run(LATER)
    assert "lead: []" in PATH.read_text("utf-8")
    edit("lead: []", "lead: [mill/grain]")
    changes = run({**LATER, "mill": brief("Mill opens", "2030-05-02", "Flour was sold.", "Grain was ground.")})
    lines = "\n".join(changes.lines())
    assert "conflict   content/briefing.yml: lead: your version stays" in lines
    assert "yours:     “mill/grain”" in lines
    assert "generator: “bridge/cars, mill/flour, mill/grain”" in lines


def test_what_a_person_added_or_took_away_stays_so() -> None:
    run(FIRST)
    own = "key_facts:\n  - id: mine\n    text: My own.  # sic\n    evidence: {harbour: Grain was ground.}\n"
    PATH.write_text("title: Mill opens\n" + own, "utf-8")
    for briefs in (LATER, FIRST, LATER):
        run(briefs)
        text = PATH.read_text("utf-8")
        assert own in text
        assert "lead" not in text


def test_one_written_before_the_first_run_is_the_person_s() -> None:
    write_briefs(CONTENT, FIRST)
    PATH.write_text("title: By hand\n", "utf-8")
    assert [change.what for change in run(FIRST).others] == ["left alone"]
    assert PATH.read_text("utf-8") == "title: By hand\n"
    assert not run(FIRST).any()
    run(LATER)
    assert PATH.read_text("utf-8") == "title: By hand\n"


def test_check_tells_and_writes_nothing() -> None:
    run(FIRST)
    before = PATH.read_bytes()
    changes = run(LATER, check=True)
    assert changes.any()
    assert PATH.read_bytes() == before
    assert "+lead: [bridge/cars, mill/grain]" in changes.others[0].diff()
    run(LATER)
    assert not run(LATER, check=True).any()


def test_a_dry_run_shows_it(monkeypatch: pytest.MonkeyPatch) -> None:
    (CONTENT / "articles").mkdir(parents=True)
    (CONTENT / "articles" / "a.txt").write_text(
        "Ferry sails again\n20310402\n\nThe ferry to Norsund sailed again on Wednesday, the harbour office said.\n",
        "utf-8",
    )
    done = CliRunner().invoke(main, ["generate", "--dry-run"], catch_exceptions=False)
    assert "+++ content/briefing.yml\n@@ -0,0 +1" in done.stdout
    assert "added      content/briefing.yml" in done.stdout
    assert not PATH.exists()
    CliRunner().invoke(main, ["generate"], catch_exceptions=False)
    assert CliRunner().invoke(main, ["generate", "--check"]).exit_code == 0
    PATH.unlink()
    assert CliRunner().invoke(main, ["generate", "--check"]).exit_code == 1


def test_a_run_that_was_killed_after_the_file_was_written_is_completed() -> None:
    run(LATER)
    done, copy = PATH.read_bytes(), (CONTENT / COPY).read_bytes()
    PATH.unlink()
    (CONTENT / COPY).unlink()
    run(FIRST)
    PATH.write_bytes(done)
    run(LATER)
    assert (PATH.read_bytes(), (CONTENT / COPY).read_bytes()) == (done, copy)


def test_what_is_saved_while_the_run_writes_is_merged(monkeypatch: pytest.MonkeyPatch) -> None:
    run(FIRST)
    sync, saved = os.fsync, list[str]()

    def save_first(handle: int) -> None:
        sync(handle)
        if not saved and any(CONTENT.glob(".briefing-*")):
            saved.append("once")
            edit("title: Mill opens", "title: Just now")

    write_briefs(CONTENT, LATER)
    monkeypatch.setattr(os, "fsync", save_first)
    run(LATER)
    assert saved
    assert PATH.read_text("utf-8") == f"{OVERVIEW_SCHEMA_LINE}\ntitle: Just now\nlead: [bridge/cars, mill/grain]\n"


def test_all_that_is_wrong_in_the_files_that_people_edit_is_told_at_once_and_nothing_written() -> None:
    run(FIRST)
    (CONTENT / "articles").mkdir()
    PATH.write_text("titel: x\n", "utf-8")
    (CONTENT / "names.yml").write_text("- name: A\n- name: a\n", "utf-8")
    (CONTENT / "briefs" / "mill.yml").write_text("title: [\n", "utf-8")
    done = CliRunner().invoke(main, ["generate"], catch_exceptions=False)
    assert done.exit_code == 1
    places = [line.partition(": ")[0] for line in done.stderr.splitlines() if line.startswith("content/")]
    assert places == [
        "content/briefing.yml:1:1",
        "content/briefing.yml:1:1",
        "content/briefs/mill.yml:1:8",
        "content/names.yml:2:9",
    ]

"""`generate` and `check` as they are typed: dry runs, the account, and errors for people and for programs."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.cli import main

ARTICLES = Path(__file__).parent / "sites" / "good" / "content" / "articles"


@pytest.fixture(autouse=True)
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    shutil.copytree(ARTICLES, tmp_path / "work" / "content" / "articles")
    monkeypatch.chdir(tmp_path / "work")


def run(*args: str, **more: Any) -> Any:
    return CliRunner().invoke(main, args, catch_exceptions=False, **more)


def files() -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in Path("content").rglob("*") if path.is_file()}


def a_brief() -> Path:
    return sorted(Path("content/briefs").glob("*.yml"))[0]


def test_a_dry_run_shows_new_briefs_whole_and_writes_nothing() -> None:
    before = files()
    done = run("generate", "--dry-run")
    assert done.exit_code == 0, done.stderr
    assert "--- /dev/null\n+++ content/briefs/" in done.stdout
    assert "\n+# yaml-language-server: $schema=../brief.schema.json\n" in done.stdout
    assert "\nadded      content/briefs/" in done.stdout
    assert files() == before


def test_a_dry_run_shows_what_would_change_and_no_more() -> None:
    run("generate")
    path = a_brief()
    text = path.read_text("utf-8")
    title = next(line for line in text.split("\n") if line.startswith("title: "))
    written = path.parent / ".written" / path.name
    for file in (path, written):  # as if the generator had made another title the last time
        file.write_text(text.replace(title, "title: Before", 1), "utf-8")
    path.write_text(path.read_text("utf-8").replace("reviewed: null", "reviewed: 2031-04-03, K. Moe"), "utf-8")
    before = files()
    done = run("generate", "--dry-run")
    changed = [line for line in done.stdout.split("\n") if line[:1] in {"+", "-"}]
    assert changed == [f"--- {path}", f"+++ {path}", "-title: Before", f"+{title}"]
    assert f"kept       {path}: 1 edit by hand" in done.stdout
    assert done.stdout.rstrip().endswith("; 1 edit by hand kept")
    assert files() == before


@pytest.mark.parametrize("terminal", [True, False])
def test_a_diff_is_coloured_on_a_terminal_only(terminal: bool) -> None:
    assert ("\x1b[32m+title: " in run("generate", "--dry-run", color=terminal).stdout) == terminal


def test_check_and_dry_run_together_fail_where_a_run_would_write() -> None:
    assert run("generate", "--dry-run", "--check").exit_code == 1
    run("generate")
    assert run("generate", "--dry-run", "--check").exit_code == 0


def test_the_account_counts_the_articles_that_were_not_read() -> None:
    Path("content/articles/empty.txt").touch()
    done = run("generate")
    assert done.exit_code == 1
    assert done.stdout.rstrip().endswith("; 1 article unread")
    assert done.stderr.startswith("content/articles/empty.txt: the file is empty\n")


def break_two() -> Path:
    run("generate")
    path = a_brief()
    text = path.read_text("utf-8").replace("reviewed:", "reviewd:", 1).replace("\nkey_facts:", "\nkey_fact:", 1)
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize("command", ["check", "generate"])
def test_errors_as_json_are_all_of_stdout(command: str) -> None:
    path = break_two()
    done = run(command, "--format", "json")
    assert done.exit_code == 1
    records = json.loads(done.stdout)
    assert [set(record) for record in records] == [{"file", "line", "column", "message", "hint"}] * 2
    assert [(record["file"], record["message"]) for record in records] == [
        (str(path), "unknown key “reviewd”"),
        (str(path), "unknown key “key_fact”"),
    ]
    assert records[0]["hint"] == "did you mean “reviewed”?"


@pytest.mark.parametrize("command", ["check", "generate"])
def test_no_errors_are_an_empty_list(command: str) -> None:
    run("generate")
    done = run(command, "--format", "json")
    assert done.exit_code == 0, done.stderr
    assert json.loads(done.stdout) == []


def test_errors_as_annotations_of_github() -> None:
    path = break_two()
    first, second = run("check", "--format", "github").stdout.splitlines()
    assert first.startswith(f"::error file={path},line=")
    assert first.endswith("::unknown key “reviewd”%0Ahint: did you mean “reviewed”?")
    assert "unknown key “key_fact”" in second


def test_errors_for_people_show_line_caret_and_hint() -> None:
    path = break_two()
    done = run("check")
    assert done.stdout == ""
    assert done.stderr.startswith(f"{path}:")
    assert "    reviewd: null\n    ^\n    hint: did you mean “reviewed”?\n" in done.stderr
    assert done.stderr.endswith("2 errors in the content\n")

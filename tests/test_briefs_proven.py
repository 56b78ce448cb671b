"""What the generator made is written only if `check` lets it pass; a run tells what stands there and would not."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator import pipeline
from generator.briefs import leave_out
from generator.cli import main
from generator.model.article import Article
from generator.model.brief import Brief

TEXT = """Mill to reopen in spring

20310402

The mill at Aaby will reopen in May, its owner said on Wednesday.

“We have waited for three years,” said the owner, Tor Lien. “Now the wheel turns again.”

Repairs cost 2.4 million kroner, according to the town's own count.
"""
ARTICLES = {"mill.txt": Article("mill.txt", TEXT)}
REOPENS = "The mill at Aaby will reopen in May, its owner said on Wednesday."
WAITED = "“We have waited for three years,” said the owner, Tor Lien."


def a_brief(**lists: Any) -> Brief:
    articles = {"mill-2031": {"file": "mill.txt"}}
    return Brief.model_validate({"title": "Mill to reopen", "articles": articles, **lists})


def a_fact(passage: str, name: str = "reopens") -> dict[str, Any]:
    return {"id": name, "text": passage, "evidence": {"mill-2031": passage}, "rule": "statement"}


def a_quote(text: str, kind: str = "direct") -> dict[str, Any]:
    return {"id": "waited", "text": text, "kind": kind, "evidence": {"mill-2031": WAITED}, "rule": "inverted"}


def test_what_check_lets_pass_is_left_as_it_is() -> None:
    brief = a_brief(
        key_facts=[a_fact(REOPENS)], quotes=[a_quote("We have […] three years [since 2028]")], open_questions=[]
    )
    kept, left = leave_out({"mill": brief}, ARTICLES)
    assert kept["mill"] is brief
    assert left == ()


@pytest.mark.parametrize(
    ("lists", "section", "why"),
    [
        (
            {"key_facts": [a_fact("The mill at Aaby reopens in May."), a_fact(REOPENS, "other")]},
            "key_facts/reopens",
            "its passage “The mill at Aaby reopens in May.” does not stand in mill.txt (rule statement)",
        ),
        (
            {"key_facts": [a_fact(REOPENS)], "quotes": [a_quote("We have waited for four years")]},
            "quotes/waited",
            "“We have waited for four years” does not stand in its passage of mill.txt (rule inverted)",
        ),
        (
            {"key_facts": [{**a_fact(REOPENS), "evidence": {"gone-2031": REOPENS}}]},
            "key_facts/reopens",
            "there is no article gone-2031 (rule statement)",
        ),
    ],
    ids=["a passage", "a quote's words", "an article"],
)
def test_what_it_would_refuse_is_left_out_alone_and_told(lists: dict[str, Any], section: str, why: str) -> None:
    before = a_brief(**lists)
    kept, (left,) = leave_out({"mill": before}, ARTICLES)
    assert str(left) == f"mill.yml: {section}: {why}: the generator's mistake, please report it"
    names = [f"{name}/{item.id}" for name, items in before.sections() for item in items]
    assert [f"{name}/{item.id}" for name, items in kept["mill"].sections() for item in items] == [
        name for name in names if name != section
    ]


def test_reported_speech_need_not_have_the_words_of_its_passage() -> None:
    assert not leave_out({"mill": a_brief(quotes=[a_quote("They waited long", "indirect")])}, ARTICLES)[1]


def test_a_figure_that_was_left_out_settles_no_forecast() -> None:
    counted = {"measure": "repairs", "value": 2_400_000, "as_written": "2.4 million kroner"}
    passage = "Repairs cost 2.4 million kroner, according to the town's own count."
    wrong = {**counted, "id": "cost", "evidence": {"mill-2031": "Repairs cost 2.5 million kroner."}}
    forecast = {**counted, "id": "expected", "settled_by": "mill/cost", "evidence": {"mill-2031": passage}}
    kept, left = leave_out({"mill": a_brief(figures=[forecast, wrong])}, ARTICLES)
    assert [one.name for one in left] == ["cost"]
    assert [(one.id, one.settled_by) for one in kept["mill"].figures] == [("expected", None)]


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    folder = Path("content")
    (folder / "articles").mkdir(parents=True)
    (folder / "articles" / "mill.txt").write_text(TEXT, encoding="utf-8")
    return folder


def run(*args: str) -> Any:
    return CliRunner().invoke(main, args, catch_exceptions=False)


def the_brief(content: Path) -> Path:
    (path,) = (content / "briefs").glob("*.yml")
    return path


def test_a_run_writes_nothing_that_check_refuses(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compose = pipeline.compose

    def compose_with_a_mistake(*args: Any, **more: Any) -> dict[str, Brief]:
        return {
            slug: brief.model_copy(
                update={"quotes": [one.model_copy(update={"text": "They waited for us"}) for one in brief.quotes]}
            )
            for slug, brief in compose(*args, **more).items()
        }

    monkeypatch.setattr(pipeline, "compose", compose_with_a_mistake)
    for _ in range(2):
        done = run("generate")
        assert done.exit_code == 0, done.stderr
        told = [line for line in done.stdout.splitlines() if line.startswith("left out ")]
        assert told
        assert all("/articles/" not in line and "mill.txt" in line and "(rule " in line for line in told)
        assert f"; {len(told)} item" in done.stdout.splitlines()[-1]
        assert run("check").exit_code == 0
    assert "quotes:" not in the_brief(content).read_text("utf-8")
    assert "key_facts:" in the_brief(content).read_text("utf-8")


@pytest.mark.parametrize("args", [["generate"], ["generate", "--dry-run"], ["generate", "--check"]])
def test_a_run_tells_what_an_editor_broke_and_leaves_it(content: Path, args: list[str]) -> None:
    run("generate")
    path = the_brief(content)
    text = path.read_text("utf-8").replace("We have waited for three years", "We have waited for four years")
    path.write_text(text, "utf-8")
    told = run("check").stderr
    assert f"{path}:" in told
    done = run(*args)
    assert done.exit_code == 1
    assert done.stderr == told
    assert done.stdout.rstrip().endswith("; 1 file with mistakes")
    assert path.read_text("utf-8") == text
    assert not any(line.startswith("left out") for line in done.stdout.splitlines())


def test_a_dry_run_speaks_of_the_briefs_as_they_would_be(content: Path) -> None:
    run("generate")
    path = the_brief(content)
    written = path.parent / ".written" / path.name
    for file in (path, written):  # as if an earlier generator had written what check refuses
        file.write_text(file.read_text("utf-8").replace(WAITED[:20], "“They have waited"), "utf-8")
    assert run("check").exit_code == 1
    assert run("generate", "--dry-run").exit_code == 0
    assert run("generate").exit_code == 0
    assert run("check").exit_code == 0


def test_a_run_of_a_folder_without_articles_has_no_overview_to_check(content: Path) -> None:
    (content / "articles" / "mill.txt").unlink()
    assert not pipeline.generate(content).refused
    assert replace(pipeline.generate(content), refused=()) == pipeline.generate(content)

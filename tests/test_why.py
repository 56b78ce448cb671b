"""`briefing why ID`: how an item came to be, in plain words."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.pipeline import generate

NORTH = """Ferries to resume
20300502

The ferries to Norway will sail again in June, the harbour master of Bergen said on Thursday.

"Every cabin of the first two ships is already sold," a harbour spokesperson said.

Exports from Norway to Sweden reached $4 billion last year, according to Norwegian customs data.
"""
SOUTH = """Harbour counts its trade
20310602

The harbour of Bergen counted its trade on Monday, and was pleased with the count.

Exports from Norway to Sweden reached $5 billion in 2030, according to Norway Customs.
"""


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "content" / "articles").mkdir(parents=True)
    (tmp_path / "content" / "articles" / "north.txt").write_text(NORTH, "utf-8")
    (tmp_path / "content" / "articles" / "south.txt").write_text(SOUTH, "utf-8")
    monkeypatch.chdir(tmp_path)
    generate(Path("content"))
    return tmp_path / "content"


def why(name: str, code: int = 0) -> str:
    result = CliRunner().invoke(main, ["why", name])
    assert result.exit_code == code, result.output
    return result.output


def brief_with(content: Path, words: str) -> Path:
    return next(path for path in sorted((content / "briefs").glob("*.yml")) if words in path.read_text("utf-8"))


def item_with(path: Path, words: str) -> str:
    """Return the id of the item of a brief that has the words."""
    items = path.read_text("utf-8").split("- id: ")[1:]
    return next(item.split("\n", 1)[0] for item in items if words in item)


def test_a_figure_shows_its_passage_rule_dates_and_series(content: Path) -> None:
    brief = brief_with(content, "$4 billion")
    told = why(f"{brief.stem}/{item_with(brief, 'as_written: $4 billion')}")
    assert "a figure of “Ferries to resume”" in told
    assert "“Exports from Norway to Sweden reached $4 billion last year, according to Norwegian" in told
    assert "rule money.symbol: an amount of money" in told
    assert "“last year” is 2029, worked out: " in told
    assert "in one series, " in told
    assert "2 May 2030 (line 2 of the file), north.txt" in told


def test_another_form_of_the_counter_s_name_is_told(content: Path) -> None:
    brief = brief_with(content, "$5 billion")
    told = why(f"{brief.stem}/{item_with(brief, 'as_written: $5 billion')}")
    assert "counted by Norwegian customs" in told
    assert "is what the briefing calls the counter; the passage has another form of it" in told


def test_a_question_says_why_it_is_open(content: Path) -> None:
    brief = brief_with(content, "harbour spokesperson")
    told = why(item_with(brief, "kind: unnamed"))
    assert "an open question of" in told
    assert "rule unnamed.speaker: words in marks that matter have a speaker without a name" in told
    assert "A transcript or a statement under a name would settle it." in told


def test_what_a_person_changed_is_told_with_what_was_there(content: Path) -> None:
    brief = brief_with(content, "$4 billion")
    identity = item_with(brief, "as_written: $4 billion")
    text = brief.read_text("utf-8")
    at = text.index("measure: ", text.index(f"- id: {identity}"))
    line = text[at : text.index("\n", at)]
    brief.write_text(text.replace(line, "measure: what Norway sells to Sweden", 1), "utf-8")
    told = why(f"{brief.stem}/{identity}")
    assert f"measure: a person changed it; the generator wrote: {line.removeprefix('measure: ')}" in told


def test_an_item_written_by_hand_is_told_as_such(content: Path) -> None:
    brief = brief_with(content, "$4 billion")
    passage = "The ferries to Norway will sail again in June, the harbour master of Bergen said on Thursday."
    key = brief.read_text("utf-8").split("articles:\n  ")[1].split(":")[0]
    item = f"key_facts:\n  - id: by-hand\n    text: Ferries sail.\n    evidence:\n      {key}: {passage}\n"
    text = brief.read_text("utf-8")
    brief.write_text(text.replace("key_facts:\n", item, 1), "utf-8")
    told = why("by-hand")
    assert "no rule: a person wrote it" in told
    assert "the generator did not write it" in told


def test_an_id_that_is_not_there_names_the_nearest(content: Path) -> None:
    brief = brief_with(content, "$4 billion")
    identity = item_with(brief, "as_written: $4 billion")
    told = why(f"{brief.stem}/{identity}x", code=1)
    assert "there is no such item" in told
    assert f"did you mean “{brief.stem}/{identity}”?" in told


def test_an_id_of_two_briefs_asks_for_the_brief(content: Path) -> None:
    for path in sorted((content / "briefs").glob("*.yml")):
        first = path.read_text("utf-8").split("- id: ")[1].split("\n", 1)[0]
        path.write_text(path.read_text("utf-8").replace(f"- id: {first}\n", "- id: alike\n", 1), "utf-8")
    briefing = content / "briefing.yml"
    briefing.write_text("title: Two harbours\n", "utf-8")
    told = why("alike", code=1)
    assert "several items have this id" in told
    assert "/alike" in told

"""The commands, as they are typed: output, exit codes, JSON Lines with offsets that point into the text."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.cli import main

ROOT = Path(__file__).parent.parent
GOOD = ROOT / "tests" / "sites" / "good"
SEEDS = ROOT / "content" / "articles"
TEXT = (
    "LISBON (Reuters) - Harbour minister Ana Lopes said on Monday that 2,400 people had used the ferry 🚢 since "
    "June 3.\n\n“We are glad,” Lopes told reporters. Trade rose 12% to $3.4 billion in 2023, according to the "
    "harbour office."
)


def _run(*args: str, stdin: str | bytes | None = None) -> Any:
    return CliRunner().invoke(main, args, input=stdin, catch_exceptions=False)


def _lines(*records: dict[str, Any]) -> str:
    return "".join(json.dumps(record) + "\n" for record in records)


def test_annotate_gives_offsets_in_code_points_of_the_text_as_given() -> None:
    done = _run("annotate", stdin=_lines({"id": 7, "text": TEXT, "published": "2024-06-10", "title": None}))
    assert done.exit_code == 0
    (record,) = map(json.loads, done.stdout.splitlines())
    assert record["id"] == 7
    for kind in ("quotations", "dates", "figures"):
        assert record[kind], kind
        for found in record[kind]:
            assert TEXT[found["start"] : found["end"]] == found["text"]
    quoted = next(q for q in record["quotations"] if q["kind"] == "direct")
    assert quoted["text"].rstrip(",") == "We are glad"
    assert quoted["speaker"] == "Ana Lopes"
    assert {"start", "end", "date", "edtf"} <= record["events"][0].keys()
    assert {name["name"] for name in record["names"]} >= {"Ana Lopes"}
    assert all(0 <= s["start"] < s["end"] <= len(TEXT) for s in record["sentences"])
    assert {d["timex"]["value"] for d in record["dates"]} >= {"2024-06-10", "2024-06-03", "2023"}


def test_annotate_writes_a_record_as_soon_as_it_is_known() -> None:
    command = [sys.executable, "-m", "generator", "annotate"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(_lines({"id": "first", "text": "It rained on Monday."}))
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["id"] == "first"
        process.stdin.close()
        assert process.wait() == 0


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "<stdin>:1:2: not a JSON record"),
        ('{"id": 1}', '<stdin>:1:1: a record needs "id" and "text"'),
        ('{"id": 1, "text": "x", "published": "yesterday"}', "“yesterday” is not an EDTF date"),
        ('{"id": 1, "text": "x", "published": 2022}', '<stdin>:1:1: "published" is neither text nor null'),
        ('{"id": 1, "text": "x", "title": 7}', '<stdin>:1:1: "title" is neither text nor null'),
        ("[" * 100_000, "<stdin>:1:1: not a JSON record: nested too deep"),
        (f'{{"id": 1{"0" * 5000}, "text": "x"}}', "<stdin>:1:1: not a JSON record: nested too deep"),
        (b'{"id": 1, "text": "caf\xe9"}', "<stdin>:1:23: not UTF-8"),
    ],
)
@pytest.mark.parametrize("command", ["annotate", "group"])
def test_a_bad_record_is_an_error_with_its_line(command: str, line: str | bytes, message: str) -> None:
    done = _run(command, stdin=(line if isinstance(line, bytes) else line.encode()) + b"\n")
    assert done.exit_code == 1
    assert message in done.stderr


def test_a_lone_surrogate_comes_back_as_its_json_escape() -> None:
    done = _run("annotate", stdin='{"id": "\\ud800", "text": "It rained."}\n')
    assert done.exit_code == 0
    assert json.loads(done.stdout)["id"] == "\ud800"


def test_group_tells_the_same_event() -> None:
    storm = "A storm sank the Harbour Queen ferry off Porto on Monday and 12 passengers were rescued by helicopter."
    vote = "Parliament in Oslo voted on the fisheries budget after a long debate about cod quotas and trawler fees."
    records = [
        {"id": "a", "text": storm + " The Harbour Queen had left Porto at noon.", "published": "2024-06-10"},
        {"id": "b", "text": vote, "published": "2024-06-10"},
        {"id": "c", "text": "Helicopter crews rescued 12 passengers. " + storm, "published": "2024-06-11"},
    ]
    done = _run("group", stdin=_lines(*records))
    story = {record["id"]: record["story"] for record in map(json.loads, done.stdout.splitlines())}
    assert list(story) == ["a", "b", "c"]
    assert story["a"] == story["c"] != story["b"]


def test_read_gives_every_key_and_reads_on_after_a_bad_file(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    seeds = [str(path) for path in sorted(SEEDS.glob("*.txt"))]
    done = _run("read", seeds[0], str(tmp_path / "empty.txt"), *seeds[1:])
    assert done.exit_code == 1
    assert "empty.txt: the file is empty" in done.stderr
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [record["file"] for record in records] == seeds
    assert set(records[0]) == {
        "file", "id", "title", "title_from", "standfirst", "outlet", "author", "agency", "published", "how_dated",
        "url", "language", "dateline", "encoding", "text", "headings", "recovered", "dropped",
    }  # fmt: skip
    published = [record["published"] for record in records]
    assert published[:4] == ["2022-06-15", "2022-06-15", "2022-06-15?", "[2022-12-01..2022-12-31]"]


@pytest.mark.parametrize("of", [[], ["briefing"], ["names"]])
def test_schemas_are_the_committed_ones(of: list[str]) -> None:
    done = _run("schema", *of)
    name = f"{(of or ['brief'])[0]}.schema.json"
    assert json.loads(done.stdout) == json.loads((ROOT / "content" / name).read_text("utf-8"))


def test_check_passes_on_the_committed_content() -> None:
    done = _run("check", "--content", str(ROOT / "content"))
    assert done.exit_code == 0, done.stderr
    assert "passages checked" in done.stdout


def test_render_writes_the_pages_as_markdown(tmp_path: Path) -> None:
    done = _run("render", str(tmp_path / "pages"), "--content", str(ROOT / "content"))
    assert done.exit_code == 0
    assert (tmp_path / "pages" / "index.md").read_text("utf-8").startswith("---\n")


def test_render_removes_what_only_an_earlier_run_wrote(tmp_path: Path) -> None:
    site, pages = tmp_path / "site", tmp_path / "pages"
    shutil.copytree(GOOD, site)
    _run("render", str(pages), "--content", str(site / "content"))
    (pages / "mine.md").write_text("mine", "utf-8")
    (pages / ".rendered").write_text((pages / ".rendered").read_text("utf-8") + "../site/mkdocs.yml\n", "utf-8")
    before = set(pages.rglob("*.md"))
    brief = site / "content" / "briefs" / "ferry-owners.yml"
    brief.write_text(brief.read_text("utf-8").replace("reviewed:", "hold: true\nreviewed:", 1), "utf-8")
    assert _run("render", str(pages), "--content", str(site / "content")).exit_code == 0
    assert pages / "stories" / "ferry-owners.md" in before - set(pages.rglob("*.md"))
    assert (pages / "mine.md").read_text("utf-8") == "mine"
    assert (site / "mkdocs.yml").is_file()


def test_render_tells_of_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = _run("render", str(tmp_path / "file" / "pages"), "--content", str(ROOT / "content"))
    assert done.exit_code == 1
    assert done.stderr.startswith(f"{tmp_path}/file/pages: cannot be written: Not a directory\n    hint: ")


def test_render_tells_of_a_page_that_is_not_utf_8(tmp_path: Path) -> None:
    shutil.copytree(GOOD / "content", tmp_path / "content")
    (tmp_path / "content" / "pages" / "about.md").write_bytes(b"caf\xe9")
    done = _run("render", str(tmp_path / "pages"), "--content", str(tmp_path / "content"))
    assert done.exit_code == 1
    assert "about.md: the page is not UTF-8" in done.stderr


@pytest.mark.parametrize("args", [["no-such-command"], ["generate", "--content", "/no/such/folder"], ["read"]])
def test_wrong_usage_exits_2(args: list[str]) -> None:
    assert _run(*args).exit_code == 2

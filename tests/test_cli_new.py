"""`briefing new DIR` asks for a folder alone, never touches what stands in one, and follows the repository."""

import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from generator.cli import main
from generator.cli.new import title_of

ROOT = Path(__file__).parent.parent
STARTER = ROOT / "generator" / "cli" / "starter"
# What a briefing of one's own has otherwise: its name, and no folder of overrides that must be there.
OWN = re.compile(r"^(?:site_name|site_description|# site_url|  custom_dir):.*\n", re.MULTILINE)


@pytest.fixture(autouse=True)
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)


def run(*args: str) -> Result:
    return CliRunner().invoke(main, args, catch_exceptions=False)


def test_a_new_briefing_has_all_its_files_and_no_mark_left() -> None:
    done = run("new", "deep/harbour-ferry")
    assert done.exit_code == 0, done.stderr
    assert "cd deep/harbour-ferry\n  mkdocs serve" in done.stdout
    folder = Path("deep/harbour-ferry")
    assert yaml.safe_load((folder / "mkdocs.yml").read_text("utf-8"))["site_name"] == "Harbour ferry"
    for name in (".gitignore", ".github/workflows/pages.yml", "README.md", "theme/README.md", "content/names.yml"):
        assert (folder / name).is_file()
    texts = [path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()]
    assert not [text for text in texts if re.search(r"@[A-Z]+@", text)]
    assert run("check", "--content", str(folder / "content")).exit_code == 0
    assert run("generate", "--check", "--content", str(folder / "content")).exit_code == 0


def test_a_folder_with_something_in_it_is_refused_and_left_alone() -> None:
    Path("mine").mkdir()
    Path("mine/notes.txt").write_text("mine", "utf-8")
    done = run("new", "mine")
    assert done.exit_code == 1
    assert done.stderr.startswith("mine: this folder is not empty\n    hint: choose a new folder")
    assert [path.name for path in Path("mine").iterdir()] == ["notes.txt"]


def test_an_empty_folder_will_do() -> None:
    Path("empty").mkdir()
    assert run("new", "empty").exit_code == 0


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("harbour-ferry", "Harbour ferry"),
        ("EU_budget 2031", "EU budget 2031"),
        ("---", "Briefing"),
        ("no: #1", "No: #1"),
    ],
)
def test_the_title_is_the_folder_s_name(name: str, title: str) -> None:
    assert title_of(Path(name)) == title


def test_a_folder_s_name_is_text_to_yaml() -> None:
    run("new", "no: #1 'quoted'")
    assert yaml.safe_load(Path("no: #1 'quoted'/mkdocs.yml").read_text("utf-8"))["site_name"] == "No: #1 'quoted'"


def test_the_settings_are_those_of_the_repository() -> None:
    own, starter = (OWN.sub("", (folder / "mkdocs.yml").read_text("utf-8")) for folder in (ROOT, STARTER))
    assert starter == own

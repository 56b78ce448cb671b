"""The wheel holds all that an installed copy needs: code, word lists, templates, stylesheet."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_holds_every_file_of_the_package_and_the_theme(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    package = {
        p.relative_to(ROOT).as_posix()
        for p in (ROOT / "generator").rglob("*")
        if p.suffix in {".py", ".yml"} or ("starter" in p.parts and p.is_file())
    }
    theme = {f"generator/{p.relative_to(ROOT).as_posix()}" for p in (ROOT / "theme").rglob("*") if p.is_file()}
    assert package | theme <= inside
    assert not {name for name in inside if name.startswith(("content/", "tests/"))}


def test_an_unpacked_wheel_renders_a_site_far_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "installed")
    articles = tmp_path / "content" / "articles"
    articles.mkdir(parents=True)
    text = "Ferry sinks\n20240610\nThe Harbour Queen ferry sank off Porto on Monday, the coast guard said.\n"
    (articles / "ferry.txt").write_text(text, encoding="utf-8")
    for command in (["generate"], ["render", "pages"]):
        done = subprocess.run(
            [sys.executable, "-m", "generator", *command],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(tmp_path / "installed")},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
    assert "Harbour Queen" in (tmp_path / "pages" / "index.md").read_text("utf-8").replace("&#x20;", " ")


def test_an_unpacked_wheel_starts_a_briefing_that_builds(wheel: Path, tmp_path: Path) -> None:
    """An installed wheel is what the empty environment of this run has on its path, and nothing of the checkout."""
    zipfile.ZipFile(wheel).extractall(tmp_path / "installed")
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "LANG", "LC_ALL"}}
    nowhere = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache"), "NO_MKDOCS_2_WARNING": "1"}
    environment = kept | nowhere | {"PYTHONPATH": str(tmp_path / "installed")}
    (tmp_path / "work").mkdir()
    briefing = tmp_path / "work" / "harbour-ferry"
    for folder, command in (
        (tmp_path / "work", ["generator", "new", "harbour-ferry"]),
        (briefing, ["generator", "generate", "--check"]),
        (briefing, ["generator", "check"]),
        (briefing, ["mkdocs", "build", "--strict"]),
    ):
        done = subprocess.run(
            [sys.executable, "-m", *command],
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
    assert "<title>" in (briefing / "site" / "index.html").read_text("utf-8")
    assert (briefing / "site" / "assets" / "briefing.css").is_file()
    assert (briefing / ".github" / "workflows" / "pages.yml").is_file()

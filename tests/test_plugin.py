"""`mkdocs build` and `mkdocs serve` on a copy of this repository's own site."""

import hashlib
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).parent.parent
MKDOCS = (sys.executable, "-m", "mkdocs")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return _copy(tmp_path / "copy")


def _copy(folder: Path) -> Path:
    for name in ("content", "theme"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def _build(folder: Path, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*MKDOCS, "build", "--strict"],
        cwd=folder,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"} | env,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("entry", "what"),
    [
        ("Background: [{About this: about.md}]", "“Background” is a group of pages"),
        ("Newsroom: https://example.org/", "“Newsroom” is a link"),
    ],
)
def test_what_the_section_bar_cannot_show_is_refused(site: Path, entry: str, what: str) -> None:
    settings = (site / "mkdocs.yml").read_text("utf-8")
    (site / "mkdocs.yml").write_text(settings.replace("- About: about.md", f"- {entry}"), "utf-8")
    built = _build(site)
    assert built.returncode != 0
    assert f"mkdocs.yml: nav: {what}: the section bar has pages\n  list the pages" in built.stderr


def _digests(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


def _spoil_a_passage(folder: Path) -> tuple[Path, int, int]:
    """Change one letter within a passage; return the file, and the letter's line and column."""
    brief = sorted((folder / "content" / "briefs").glob("*.yml"))[0]
    lines = brief.read_text("utf-8").splitlines(keepends=True)
    evidence = next(number for number, line in enumerate(lines) if line.strip() == "evidence:")
    for number, line in enumerate(lines[evidence + 1 :], evidence + 1):
        if found := re.search(r" [a-z]{3,} (?P<word>[a-z]{6,}) [a-z]", line):
            at = found.start("word") + 2
            lines[number] = line[:at] + "#" + line[at + 1 :]
            brief.write_text("".join(lines), "utf-8")
            return brief, number + 1, at + 1
    raise AssertionError("no passage with a long word")


def test_it_builds_strictly_and_writes_nothing_but_the_site(site: Path) -> None:
    before = _digests(site)
    done = _build(site)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    shutil.rmtree(site / "site")
    assert _digests(site) == before


def test_two_builds_are_byte_identical_wherever_and_under_whatever_locale(tmp_path: Path) -> None:
    """With every file that a site can have: the pictures and the sitemap need an address."""
    one, other = _copy(tmp_path / "a"), _copy(tmp_path / "b" / "deeper")
    for folder, env in (
        (one, {"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "1"}),
        (other, {"TZ": "America/New_York", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"}),
    ):
        with (folder / "mkdocs.yml").open("a") as settings:
            settings.write("site_url: https://example.org/some/base/\n")
        # 23:30 UTC: another day in Auckland than in New York
        done = _build(folder, SOURCE_DATE_EPOCH="1700004600", **env)
        assert done.returncode == 0, done.stderr
    made = _digests(one / "site")
    assert made == _digests(other / "site")
    kinds = {Path(name).suffix for name in made}
    assert kinds >= {".html", ".xml", ".gz", ".json", ".csv", ".ics", ".yml", ".png"}


def test_every_page_leads_to_whom_readers_tell_of_an_error(site: Path) -> None:
    config = site / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("extra: {", "extra: {contact: desk@example.org, "), "utf-8")
    assert _build(site).returncode == 0
    for name in ("index.html", "about.html", "404.html"):
        assert 'href="mailto:desk@example.org"' in (site / "site" / name).read_text("utf-8")
    config.write_text(config.read_text("utf-8").replace("desk@example.org", "the desk"), "utf-8")
    assert "“the desk” is neither" in _build(site).stderr


def test_a_changed_letter_in_a_passage_fails_the_build_at_its_line_and_column(site: Path) -> None:
    brief, line, column = _spoil_a_passage(site)
    done = _build(site)
    assert done.returncode != 0
    assert f"{brief.name}:{line}:{column}: " in done.stderr
    assert "^" in done.stderr
    assert "hint: " in done.stderr
    assert not (site / "site" / "index.html").exists()


@pytest.fixture
def served(site: Path) -> Iterator[tuple[Path, str]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [*MKDOCS, "serve", "--dev-addr", f"127.0.0.1:{port}"],
        cwd=site,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    yield site, f"http://127.0.0.1:{port}/index.html"
    process.terminate()
    process.wait()


def _wait_for(url: str, text: str, seconds: float = 60) -> str:
    """Ask until the page holds the text; the bound is for a machine under load, not a measure of speed."""
    page = ""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            with urlopen(url) as answer:
                page = answer.read().decode("utf-8")
        except URLError:
            page = ""
        if text in page:
            return page
        time.sleep(0.2)
    raise AssertionError(f"{text!r} never came; the last page was {page[:2000]!r}")


def test_serve_shows_a_content_error_as_a_page_and_recovers(served: tuple[Path, str]) -> None:
    site, url = served
    _wait_for(url, "</html>")
    brief, line, column = _spoil_a_passage(site)
    page = _wait_for(url, "hint")
    assert f"{brief.name}:{line}:{column}" in _plain(page)
    shutil.copy(ROOT / "content" / "briefs" / brief.name, brief)
    page = _wait_for(url, 'class="fact')
    assert "hint:" not in page


@pytest.mark.parametrize(
    "changed", ["content/names.yml", "content/briefing.yml", "theme/pages", "content/articles"]
)
def test_serve_rebuilds_on_a_change(served: tuple[Path, str], changed: str) -> None:
    site, url = served
    first = _stamp(_wait_for(url, "livereload"))
    path = site / changed
    target = path if path.is_file() else sorted(p for p in path.rglob("*") if p.is_file())[0]
    os.utime(target)
    target.write_bytes(target.read_bytes() + (b"\n" if target.suffix != ".txt" else b""))
    end = time.monotonic() + 60
    while _stamp(_wait_for(url, "livereload")) == first:
        assert time.monotonic() < end, f"no rebuild after a change to {changed}"
        time.sleep(0.2)


def _stamp(page: str) -> str:
    """MkDocs' live reload writes when the page was built into it."""
    found = re.search(r"livereload\((\d+)", page)
    assert found
    return found[1]


def _plain(page: str) -> str:
    return re.sub(r"&#x([0-9a-f]+);", lambda m: chr(int(m[1], 16)), re.sub(r"<[^>]+>", "", page))

"""No edit is lost whatever comes: a few of the runs here, all of them with `make torture` (TORTURE=1)."""

import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from generator.briefs import write_briefs
from generator.briefs.read import parse_brief
from generator.errors import ContentErrors
from generator.model.brief import Brief

TORTURE = "TORTURE" in os.environ
MEMORY = Path("/dev/shm")
NAMES = st.sampled_from([f"f{number}" for number in range(6)])


@pytest.mark.parametrize(
    ("what", "count", "seed"),
    [
        ("calls", 1 if TORTURE else 23, 1 if TORTURE else 7),
        ("moments", 1000 if TORTURE else 8, 1),
        ("full", 1000 if TORTURE else 8, 1),
    ],
)
def test_a_run_that_is_ended_leaves_whole_files_and_is_completed_by_the_next(
    what: str, count: int, seed: int, tmp_path: Path
) -> None:
    program = Path(__file__).with_name("crashing.py")
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else tmp_path) as folder:
        done = subprocess.run(
            [sys.executable, str(program), folder, what, str(count), str(seed)],
            env=os.environ | {"XDG_CACHE_HOME": str(Path(folder) / "cache")},
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= 5


# A disk of its own, of 64 pages, that this process alone sees.
SMALL_DISK = (
    "unshare",
    "--map-root-user",
    "--mount",
    "sh",
    "-c",
    'mount -t tmpfs -o size=256k none "$0" && exec "$@"',
)


def test_a_small_disk_that_is_full_loses_nothing(tmp_path: Path) -> None:
    """Only where a process may mount a disk of its own: elsewhere a limit on the size of files stands in, above."""
    if subprocess.run([*SMALL_DISK, str(tmp_path), "true"], capture_output=True, check=False).returncode != 0:
        pytest.skip("no disk of its own may be mounted here; a limit on the size of files stands in")
    count = "1000" if TORTURE else "10"
    program = [sys.executable, str(Path(__file__).with_name("crashing.py")), str(tmp_path), "small", count, "1"]
    done = subprocess.run(
        [*SMALL_DISK, str(tmp_path), *program],
        env=os.environ | {"XDG_CACHE_HOME": str(tmp_path.parent / "cache")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == count


def test_two_generators_and_an_editor_lose_no_save(tmp_path: Path) -> None:
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else tmp_path) as folder:
        done = subprocess.run(
            [sys.executable, str(Path(__file__).with_name("saving.py")), folder, "5000" if TORTURE else "200"],
            env=os.environ | {"XDG_CACHE_HOME": str(Path(folder) / "cache")},
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 1


def an_item(name: str, text: str) -> dict[str, object]:
    return {"id": name, "text": text, "evidence": {"harbour": text}}


class Editing(RuleBasedStateMachine):
    """A person edits a brief, articles bring facts, change them and take them away, and runs fail now and then."""

    def __init__(self) -> None:
        super().__init__()
        self.home = Path(tempfile.mkdtemp(dir=MEMORY if MEMORY.is_dir() else None))
        self.before = Path.cwd(), os.environ.get("XDG_CACHE_HOME")
        os.environ["XDG_CACHE_HOME"] = str(self.home / "cache")
        os.chdir(self.home)
        self.path = Path("content/briefs/ferry.yml")
        self.found: dict[str, str] = {}
        self.worded: dict[str, str] = {}
        self.deleted: set[str] = set()
        self.comments: list[str] = []
        self.count = 0

    def teardown(self) -> None:
        os.chdir(self.before[0])
        if self.before[1] is None:
            del os.environ["XDG_CACHE_HOME"]
        else:
            os.environ["XDG_CACHE_HOME"] = self.before[1]
        shutil.rmtree(self.home)

    @initialize()
    def first_run(self) -> None:
        self.found = {"f0": "Fact 0.", "f1": "Fact 1."}
        self.run()

    def generated(self) -> dict[str, Brief]:
        data = {"title": "Ferry", "articles": {"harbour": {"file": "h.txt"}}}
        facts = [an_item(name, text) for name, text in self.found.items()]
        return {"ferry": Brief.model_validate({**data, "key_facts": facts})}

    def there(self) -> dict[str, str]:
        brief = parse_brief(self.path.read_text("utf-8"), "ferry").brief
        return {str(item.id): item.text for item in brief.key_facts}

    def text(self) -> str:
        return self.path.read_text("utf-8")

    @rule(name=NAMES)
    def an_article_brings_or_changes_a_fact(self, name: str) -> None:
        self.count += 1
        self.found[name] = f"Fact {name}, version {self.count}."

    @rule(name=NAMES)
    def an_article_with_a_fact_goes(self, name: str) -> None:
        self.found.pop(name, None)

    @rule()
    def run(self) -> None:
        write_briefs(Path("content"), self.generated())

    @rule(call=st.integers(0, 6))
    def a_run_fails(self, call: int) -> None:
        calls = iter([None] * call)
        sync = os.fsync

        def fail(handle: int) -> None:
            if next(calls, "now") == "now":
                raise OSError(28, "No space left on device")
            sync(handle)

        with patch("os.fsync", fail), suppress(ContentErrors):
            write_briefs(Path("content"), self.generated())

    @rule(name=NAMES)
    def a_person_words_an_item_anew(self, name: str) -> None:
        old = self.there().get(name)
        if old is not None:
            self.count += 1
            self.worded[name] = f"By hand {self.count}."
            self.path.write_text(
                self.text().replace(f"    text: {old}\n", f"    text: {self.worded[name]}\n"), "utf-8"
            )

    @rule(name=NAMES)
    def a_person_deletes_an_item(self, name: str) -> None:
        if name in self.there() and len(self.there()) > 1:
            before, _, rest = self.text().partition(f"  - id: {name}\n")
            lines = rest.split("\n")
            stop = next((at for at, line in enumerate(lines) if line.startswith(("  - ", "  #"))), len(lines))
            if any("#" in line for line in lines[:stop]):
                return
            self.path.write_text(before + "\n".join(lines[stop:]), "utf-8")
            self.deleted.add(name)
            self.worded.pop(name, None)

    @rule(name=NAMES)
    def a_person_comments(self, name: str) -> None:
        if name in self.there():
            self.count += 1
            self.comments.append(f"# note {self.count}")
            self.path.write_text(
                self.text().replace(f"  - id: {name}\n", f"  {self.comments[-1]}\n  - id: {name}\n"), "utf-8"
            )

    @rule()
    def a_person_adds_an_item(self) -> None:
        if "key_facts:\n" in self.text():
            self.count += 1
            name, text = f"mine{self.count}", f"My own fact {self.count}."
            self.worded[name] = text
            item = f"  - id: {name}\n    text: {text}\n    evidence: {{harbour: {text}}}\n"
            self.path.write_text(self.text().replace("key_facts:\n", f"key_facts:\n{item}", 1), "utf-8")

    @invariant()
    def no_edit_is_lost(self) -> None:
        if not self.path.exists():
            return
        there = self.there()
        for name, text in self.worded.items():
            assert there.get(name) == text
        assert not self.deleted & set(there)
        for comment in self.comments:
            assert f"{comment}\n" in self.text()


Editing.TestCase.settings = settings(
    max_examples=2000 if TORTURE else 12, stateful_step_count=25 if TORTURE else 12, deadline=None
)
TestEditing = Editing.TestCase

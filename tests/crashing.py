"""Kill a run of the generator at every call to the operating system, at random moments, and with a full disk.

A program of its own, since it forks: `python crashing.py FOLDER calls STRIDE FIRST`,
`… moments|full|small COUNT SEED`. It prints how many
runs were ended; it fails where a file is not whole, an edit is lost or the next run does not give what it should.
"""

import io
import os
import random
import resource
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from generator.briefs import write_briefs, write_overview
from generator.briefs.read import parse_brief
from generator.errors import ContentErrors
from generator.model.brief import Brief

CONTENT = Path("content")
BRIEFS = CONTENT / "briefs"
Files = dict[str, bytes]


def brief(title: str, *facts: str) -> Brief:
    items = [
        {"id": f"f-{name}", "text": f"Fact {name}.", "evidence": {"harbour": f"Fact {name}."}} for name in facts
    ]
    return Brief.model_validate({"title": title, "articles": {"harbour": {"file": "h.txt"}}, "key_facts": items})


def edit(slug: str, old: str, new: str) -> None:
    path = BRIEFS / f"{slug}.yml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


# Each scenario: what was generated before, what a person did then, what is generated in the run that is ended.
def nobody() -> None:
    """Nobody did anything."""


def reworded() -> None:
    edit("a", "Fact one.", "By hand.")
    edit("b", "title: B", "title: Mine # mine")
    overview = CONTENT / "briefing.yml"
    overview.write_text(overview.read_text("utf-8").replace("title: ", "title: Mine # ", 1), "utf-8")


def deleted() -> None:
    edit("a", "  - id: f-one\n    text: Fact one.\n    evidence:\n      harbour: Fact one.\n\n", "")


def thrown_away() -> None:
    (BRIEFS / "b.yml").unlink()


FIRST = {"a": brief("A", "one", "two"), "b": brief("B", "three")}
LATER = {"a": brief("A, later", "one", "two", "four"), "b": brief("B, later", "three", "five")}
SCENARIOS: dict[str, tuple[dict[str, Brief], Callable[[], None], dict[str, Brief]]] = {
    "first run": ({}, nobody, FIRST),
    "nobody edited": (FIRST, nobody, LATER),
    "edited": (FIRST, reworded, LATER),
    "an item deleted, no longer found": (FIRST, deleted, {"a": brief("A, later", "two"), "b": FIRST["b"]}),
    "stories gone, a brief deleted": (FIRST, thrown_away, {"b": LATER["b"]}),
}


def files() -> Files:
    return {path.as_posix(): path.read_bytes() for path in sorted(CONTENT.rglob("*")) if path.is_file()}


def restore(before: Files) -> None:
    shutil.rmtree(CONTENT, ignore_errors=True)
    BRIEFS.mkdir(parents=True)
    for name, data in before.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(data)


def check_whole(before: Files, after: Files) -> None:
    for name, data in files().items():
        if name.endswith(".yml"):
            assert data in {before.get(name), after.get(name)}, f"{name} is neither as it was nor as it was to be"
    for name in before:
        assert name in files() or name not in after, f"{name} is gone"


class Calls:
    """Counts calls to the operating system, and ends the process at one of them, before or after it is made."""

    NAMES = ("open", "close", "fsync", "replace", "rename", "unlink", "chmod", "mkdir", "stat")

    def __init__(self, end_at: int) -> None:
        self.left = end_at
        for name in self.NAMES:
            setattr(os, name, self._counted(getattr(os, name)))
        # pathlib calls these by name
        self._fdopen = os.fdopen
        setattr(os, "fdopen", self._open_slowly)  # noqa: B010

    def step(self) -> None:
        self.left -= 1
        if self.left == 0:
            os._exit(9)

    def _counted(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **more: Any) -> Any:
            self.step()
            done = function(*args, **more)
            self.step()
            return done

        return call

    def _open_slowly(self, *args: Any, **more: Any) -> Any:
        return _Slow(self._fdopen(*args, **more), self.step)


class _Slow:
    """A file that is written in two halves, so that the process can end between them."""

    def __init__(self, file: io.BufferedWriter, step: Callable[[], None]) -> None:
        self.file, self.step = file, step

    def __enter__(self) -> "_Slow":
        return self

    def __exit__(self, *_: object) -> None:
        self.file.close()

    def write(self, data: bytes) -> None:
        for half in (data[: len(data) // 2], data[len(data) // 2 :]):
            self.file.write(half)
            self.file.flush()
            self.step()

    def flush(self) -> None:
        self.file.flush()

    def fileno(self) -> int:
        return self.file.fileno()


def forked(work: Callable[[], None], kill_after: float | None = None) -> int:
    """Do something in a process of its own; return its exit code, negative where a signal ended it."""
    child = os.fork()
    if child == 0:
        try:
            work()
            os._exit(0)
        except ContentErrors:
            os._exit(1)
        finally:  # any other exception as well: nothing of this process runs on in the child
            os._exit(70)
    if kill_after is not None:
        time.sleep(kill_after)
        os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def generate(briefs: dict[str, Brief]) -> None:
    write_briefs(CONTENT, briefs)
    write_overview(CONTENT, briefs)


def prepared(name: str) -> tuple[Files, Files, dict[str, Brief]]:
    """Return a scenario's files before and after the run that is to be ended, and what is generated in it."""
    first, person, later = SCENARIOS[name]
    restore({})
    generate(first)
    person()
    before = files()
    generate(later)
    return before, files(), later


def ended(name: str, before: Files, after: Files, later: dict[str, Brief]) -> None:
    """Check what a run that was ended left, and that the next one completes it."""
    check_whole(before, after)
    generate(later)
    assert files() == after, f"{name}: the next run gives something else"


def until_call(call: int, later: dict[str, Brief]) -> None:
    Calls(call)
    generate(later)


def at_every_call(stride: int, first: int) -> Iterator[str]:
    for name in SCENARIOS:
        before, after, later = prepared(name)
        call, code = first - stride, 9
        while code == 9:
            call += stride
            restore(before)
            code = forked(partial(until_call, call, later))
            assert code in {0, 9}, f"{name}: exit code {code} at call {call}"
            ended(name, before, after, later)
            yield name
        assert call > 20, f"{name}: only {call} calls were counted"


def at_random_moments(count: int, seed: int) -> Iterator[str]:
    chance = random.Random(seed)
    ready = {name: prepared(name) for name in SCENARIOS}
    for _ in range(count):
        name = chance.choice(list(SCENARIOS))
        before, after, later = ready[name]
        restore(before)
        forked(partial(generate, later), kill_after=chance.uniform(0, 0.03))
        ended(name, before, after, later)
        yield name


def with_a_full_disk(count: int, seed: int) -> Iterator[str]:
    """Let no file grow over a few bytes, as on a disk that is full."""
    chance = random.Random(seed)
    ready = {name: prepared(name) for name in SCENARIOS}

    def limited(later: dict[str, Brief], size: int) -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        generate(later)

    for _ in range(count):
        name = chance.choice(list(SCENARIOS))
        before, after, later = ready[name]
        restore(before)
        code = forked(partial(limited, later, chance.randrange(600)))
        assert code in {0, 1}, f"{name}: exit code {code}"
        assert not [path for path in CONTENT.rglob(".briefing-*") if path.is_file()], "a half file was left behind"
        ended(name, before, after, later)
        yield name


def on_a_small_disk(count: int, seed: int) -> Iterator[str]:
    """Leave a few pages of the disk that this folder is on (a small one of its own), and run; then make room."""
    chance = random.Random(seed)
    ready = {name: prepared(name) for name in SCENARIOS}
    ballast, page = Path("ballast"), os.statvfs(".").f_frsize
    full = 0
    for _ in range(count):
        name = chance.choice(list(SCENARIOS))
        before, after, later = ready[name]
        restore(before)
        left = chance.randrange(12)
        with ballast.open("wb") as file, suppress(OSError):
            file.write(b"x" * page * max(0, os.statvfs(".").f_bavail - left))
        code = forked(partial(generate, later))
        assert code in {0, 1}, f"{name}: exit code {code}"
        full += code
        ballast.unlink()
        assert not [path for path in CONTENT.rglob(".briefing-*") if path.is_file()], "a half file was left behind"
        ended(name, before, after, later)
        yield name
    assert full > count / 10, f"the disk was full {full} times only"


def main(folder: str, what: str, count: str, seed: str) -> None:
    os.chdir(folder)
    assert parse_brief("title: t\narticles: {h: {file: h}}\n", "t").brief
    runs: dict[str, Callable[[int, int], Iterator[str]]] = {
        "calls": at_every_call,
        "moments": at_random_moments,
        "full": with_a_full_disk,
        "small": on_a_small_disk,
    }
    done = sum(1 for _ in runs[what](int(count), int(seed)))
    print(done)  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])

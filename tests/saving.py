"""Two generators and an editor at once: `python saving.py FOLDER SAVES`. Prints how many runs wrote.

The editor saves as editors do, in place and by renaming, each time with a line more; none of the lines may be lost.
"""

import os
import random
import sys
import time
import traceback
from itertools import count
from pathlib import Path

from crashing import BRIEFS, CONTENT, brief

from generator.briefs import write_briefs
from generator.errors import ContentErrors

# As many lines as these, then the editor begins anew: a longer file would take the generators too long.
BATCH = 40
# So many times the files are looked at again, if a save is not in them.
WAITS = 500
PATH = BRIEFS / "a.yml"
VERSIONS = ({"a": brief("A", "one", "two")}, {"a": brief("A, later", "one", "two", "four")})


def generate_again_and_again(stop: Path, parent: int) -> None:
    for number in count():
        if stop.exists() or os.getppid() != parent:
            return
        try:
            changes = write_briefs(CONTENT, VERSIONS[number % 2])
            if changes.any():
                with Path("runs").open("a") as runs:
                    runs.write(".")
            report("\n".join(changes.lines()))
        except ContentErrors as problem:
            report(str(problem))
            told = ("again and again", "nothing in it", "another run is writing here")
            assert any(words in str(problem) for words in told), problem


def report(text: str) -> None:
    """Note what a run said of copies that it kept beside the brief."""
    if ".saved-" in text:
        with Path("reported").open("a") as reported:
            reported.write(f"{text}\n")


def still_missing(saves: list[int]) -> list[int]:
    """Return the saves that are neither in the brief nor beside it, once a run that puts one back has done so."""
    for _ in range(WAITS):
        if not saves:
            break
        texts = "".join(path.read_text("utf-8") for path in [PATH, *BRIEFS.glob("a.yml.saved-*")])
        saves = [number for number in saves if f"# save {number}\n" not in texts]
        time.sleep(0.01)
    return saves


def save(number: int) -> None:
    text = ""
    while "title:" not in text:  # the file that another save is about to fill
        text = PATH.read_text("utf-8")
    last = [line for line in text.split("\n") if line.startswith("# save ")]
    first = number - number % BATCH
    missing = [
        n for n in range(first if number % BATCH else max(0, first - BATCH), number) if f"# save {n}" not in last
    ]
    missing = still_missing(missing)
    assert not missing, f"lost before save {number}: {missing}"
    if number % BATCH == 0:
        text = "".join(f"{line}\n" for line in text.split("\n") if line and line not in last)
    text += f"# save {number}\n"
    if random.random() < 0.5:
        swap = PATH.with_suffix(".swp")
        swap.write_text(text, "utf-8")
        swap.replace(PATH)
    else:
        handle = os.open(PATH, os.O_WRONLY | os.O_TRUNC)
        os.write(handle, text.encode())
        os.close(handle)


def main(folder: str, saves: str) -> None:
    os.chdir(folder)
    write_briefs(CONTENT, VERSIONS[0])
    stop = Path("stop")
    parent, children = os.getpid(), []
    for _ in range(2):
        child = os.fork()
        if child == 0:
            try:
                generate_again_and_again(stop, parent)
                os._exit(0)
            finally:
                traceback.print_exc()
                os._exit(1)
        children.append(child)
    for number in range(int(saves)):
        save(number)
        time.sleep(random.choice((0, 0.001, 0.01, 0.03)))  # so that the generators come to write as well
    save(int(saves))
    stop.touch()
    codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    assert codes == [0, 0], codes
    reported = Path("reported").read_text() if Path("reported").exists() else ""
    unsaid = [path.name for path in BRIEFS.glob("a.yml.saved-*") if path.name not in reported]
    assert not unsaid, f"kept beside the brief, and no run said so: {unsaid}"
    print(Path("runs").stat().st_size)  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])

"""How long `mkdocs serve` takes from a change of a file to the page that shows it: python benchmarks/serve.py

A copy of this repository's content is served. Aimed at: 2 s for a change, for an error shown as a page, and for the
site again once the error is mended.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).parent.parent
TIMES = 3


def fetch(url: str) -> str:
    """Return a page, nothing while the server builds."""
    try:
        with urlopen(url) as answer:
            return str(answer.read().decode("utf-8"))
    except URLError:
        return ""


def built(page: str) -> str | None:
    """Return when a page was built; MkDocs' live reload writes it there."""
    found = re.search(r"livereload\((\d+)", page)
    return found[1] if found else None


def timed(url: str, change: Callable[[], None], shows: Callable[[str], bool]) -> float:
    """Make a change; return how many seconds it is until a page built after it shows what it must."""
    before, start = built(fetch(url)), time.perf_counter()
    change()
    while True:
        page = fetch(url)
        if built(page) not in {None, before} and shows(page):
            return time.perf_counter() - start
        time.sleep(0.02)


def main() -> None:
    with TemporaryDirectory() as folder:
        home = Path(folder)
        for name in ("content", "theme"):
            shutil.copytree(ROOT / name, home / name)
        shutil.copy(ROOT / "mkdocs.yml", home)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", f"127.0.0.1:{port}"]
        server = subprocess.Popen(command, cwd=home, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"})
        try:
            measure(home, f"http://127.0.0.1:{port}/index.html")
        finally:
            server.terminate()
            server.wait()


def measure(home: Path, url: str) -> None:
    while built(fetch(url)) is None:
        time.sleep(0.1)
    brief = sorted((home / "content" / "briefs").glob("*.yml"))[0]
    article = sorted(path for path in (home / "content" / "articles").rglob("*") if path.is_file())[0]
    template = home / "theme" / "pages" / "home.md.jinja"
    names = home / "content" / "names.yml"
    for label, path in {
        "a brief": brief,
        "names.yml": names,
        "a template": template,
        "an article": article,
    }.items():
        data = path.read_bytes()

        def change(path: Path = path, data: bytes = data) -> None:
            path.write_bytes(data + b"\n")

        print(f"{label:14} {min(timed(url, change, bool) for _ in range(TIMES)):.2f} s")  # noqa: T201
        timed(url, lambda path=path, data=data: path.write_bytes(data) and None, bool)  # type: ignore[misc]
    right = brief.read_text("utf-8")
    wrong = right.replace("\ntitle: ", "\ntitel: ", 1)
    shown = timed(
        url, lambda: brief.write_text(wrong, "utf-8") and None, lambda page: "did you mean" in plain(page)
    )
    again = timed(url, lambda: brief.write_text(right, "utf-8") and None, lambda page: 'class="fact' in page)
    print(f"{'an error shown':14} {shown:.2f} s\n{'and mended':14} {again:.2f} s")  # noqa: T201


def plain(page: str) -> str:
    """Return the text of a page."""
    return re.sub(r"&#x([0-9a-f]+);", lambda found: chr(int(found[1], 16)), page)


if __name__ == "__main__":
    main()

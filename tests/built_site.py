"""The built site: how tests build it, which pages it has, and how a browser looks at it."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from pages_as_html import ROOT
from playwright.sync_api import Page, ViewportSize

# The repository's own site, and an invented one that has every kind of item.
SITES = {"own": ROOT, "good": ROOT / "tests" / "sites" / "good"}
# What is left of a 1280 × 1024 window at 400% zoom, and as narrow as any phone.
PHONE: ViewportSize = {"width": 320, "height": 256}
DESKTOP: ViewportSize = {"width": 1280, "height": 900}
_FOLDERS = ("stories", "sources", "people")


def build(folder: Path, into: Path, command: Sequence[str] = (sys.executable, "-m", "mkdocs"), **env: str) -> Path:
    """Build the site of the mkdocs.yml in a folder, strictly; return where it lies."""
    built = subprocess.run(
        [*command, "build", "--strict", "--site-dir", str(into)],
        cwd=folder,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"} | env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stderr
    return into


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Print nothing: the tests tell what went wrong."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine; give its address, with a slash at the end."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def page_names(site: Path) -> list[str]:
    found = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    assert {"index.html", "timeline.html", "about.html", "sources/index.html", "stories/index.html"} <= set(found)
    return found


def page_types(site: Path) -> list[str]:
    """Return one page of each kind: all that stand alone, and the first of those that are made alike."""
    names = page_names(site)
    alike = [[one for one in names if one.startswith(f"{folder}/") and "index" not in one] for folder in _FOLDERS]
    return [one for one in names if not any(one in group[1:] for group in alike)]


def open_all(page: Page) -> None:
    """Open all passages."""
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")

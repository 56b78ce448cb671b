"""Make sure that there is a Chromium for the tests: the system's, Debian's by apt-get, or Playwright's own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright


def main() -> int:
    if found := find_browser():
        print(f"browser for the tests: {found}")
        return 0
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-q"], check=False)
        done = subprocess.run(
            ["apt-get", "install", "-q", "-y", "--no-install-recommends", "chromium"], check=False
        )
        if done.returncode == 0 and find_browser():
            return 0
    done = subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    if done.returncode or not find_browser():
        print(
            "no Chromium: install one (Debian: apt-get install chromium) and run `make test` again", file=sys.stderr
        )
        return 1
    return 0


def find_browser() -> str | None:
    """Return the path of a Chromium: on the PATH, or the one that Playwright has downloaded."""
    for name in ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"):
        if found := shutil.which(name):
            return found
    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return str(path) if path.exists() else None


if __name__ == "__main__":
    sys.exit(main())

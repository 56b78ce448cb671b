"""Build a site with one text in every field: `python hostile_build.py FOLDER` with the text on standard input."""

import sys
from functools import partial
from pathlib import Path
from unittest.mock import patch

from built_site import SITES
from hostile import filled
from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.model.briefing import Briefing

ADDRESS = "https://example.org/"


def everywhere(text: str, _field: str) -> str:
    return text


def read(text: str, _content: Path) -> Briefing:
    return filled(partial(everywhere, text))


def main(folder: str) -> None:
    text = sys.stdin.buffer.read().decode("utf-8")
    config = load_config(str(SITES["good"] / "mkdocs.yml"), site_dir=folder, site_url=ADDRESS, strict=True)
    with patch("generator.plugin.read_content", partial(read, text)):
        build(config)


if __name__ == "__main__":
    main(*sys.argv[1:])

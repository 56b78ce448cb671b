"""What tests of the built site share: sites built once a run, served on this machine, and a browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from built_site import SITES, build, served
from install_browser import find_browser
from playwright.sync_api import Browser, sync_playwright

from generator.pages import Published, publish
from generator.pipeline import read_content

QUIET = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session", params=SITES)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a site built with `mkdocs build --strict`."""
    return build(SITES[request.param], tmp_path_factory.mktemp("site") / "site")


@pytest.fixture
def built_from(site: Path, request: pytest.FixtureRequest) -> Published:
    """Return what the site was built from."""
    return publish(read_content(SITES[request.node.callspec.params["site"]] / "content"))


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Serve the site on this machine and yield its address, with a slash at the end."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = find_browser()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield chromium
        chromium.close()

"""A real browser on a real server, with the real content."""

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.log_search import searched
from tests.browser.visitor import Visitor

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/browser" in str(item.path):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="package", autouse=True)
def log(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Of all that happens here, and not of tests that the same worker runs afterwards; it may tell of nobody."""
    with searched(tmp_path_factory.mktemp("log") / "site.log"):
        yield


@pytest.fixture
def site(live_server: Any) -> str:
    """The address of the site."""
    return str(live_server.url)


@pytest.fixture
def visitor(page: Page, site: str) -> Visitor:
    """Somebody on the start page; at the end nothing may have gone wrong in the browser's console."""
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(site)
    visitor = Visitor(page, site)
    visitor.complaints = complaints
    return visitor


def axe_findings(page: Page) -> list[str]:
    """What axe objects to, a line each; empty when it finds nothing."""
    results = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]})
    return [
        f"{violation['id']}: {node['html'][:120]}"
        for violation in results.response["violations"]
        for node in violation["nodes"]
    ]

"""Every kind of page, for everybody: by axe-core in light and dark, at a phone's width, by keyboard, printed;
and no page asks anybody but its own server."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from asking import asked_for, complaints, drawn, violations
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webdriver import WebDriver

pytestmark = pytest.mark.browser

KINDS = (
    "home", "incident", "figure", "long figure", "conflicts", "conflict", "document", "methods", "search",
    "list", "tables", "query", "not found",
)  # fmt: skip


@pytest.fixture(scope="module")
def paths(database: Path) -> dict[str, str]:
    """A page of each kind."""
    with closing(sqlite3.connect(database)) as connection:
        connection.row_factory = sqlite3.Row
        conflict = connection.execute("SELECT * FROM open_conflict ORDER BY gap DESC").fetchone()
        hostile = connection.execute(
            "SELECT f.id, f.document_id FROM figure f JOIN document d ON d.id = f.document_id"
            " WHERE d.name = 'hostile'"
        ).fetchone()
    found = {
        "home": "/",
        "incident": f"/figures/incident/{conflict['incident_id']}",
        "figure": f"/figures/figure/{conflict['left_figure_id']}",
        "long figure": f"/figures/figure/{hostile['id']}",
        "conflicts": "/conflicts?kind=order_unknown",
        "conflict": f"/compare/{conflict['left_figure_id']},{conflict['right_figure_id']}",
        "document": f"/figures/document/{hostile['document_id']}",
        "methods": "/methods",
        "search": "/figures/document?_search=police",
        "list": "/figures/published_figure?_facet=category",
        "tables": "/figures",
        "query": "/figures/who_counts",
        "not found": "/figures/nothing",
    }
    assert tuple(found) == KINDS
    return found


@pytest.fixture(autouse=True)
def as_it_was(browser: WebDriver) -> Iterator[None]:
    asked_for(browser)
    complaints(browser)
    yield
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_keeps_people_out(
    browser: WebDriver, address: str, paths: dict[str, str], kind: str, scheme: str
) -> None:
    media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
    browser.get(address + paths[kind])
    drawn(browser)
    browser.execute_script(
        "document.querySelectorAll('details').forEach((d) => { d.open = true; })"
    )
    assert violations(browser) == []


@pytest.mark.parametrize("kind", KINDS)
def test_pages_hold_at_a_phones_width(
    browser: WebDriver, address: str, paths: dict[str, str], kind: str
) -> None:
    size = {"width": 375, "height": 700, "deviceScaleFactor": 2, "mobile": True}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    browser.get(address + paths[kind])
    drawn(browser)
    browser.execute_script(
        "document.querySelectorAll('details').forEach((d) => { d.open = true; })"
    )
    wide = browser.execute_script(
        "return [document.documentElement.scrollWidth, document.body.scrollWidth]"
    )
    assert max(wide) <= 375


def test_no_page_asks_anybody_else(browser: WebDriver, address: str, paths: dict[str, str]) -> None:
    for path in paths.values():
        browser.get(address + path)
        drawn(browser)
    asked = asked_for(browser)
    assert len(asked) > len(paths)
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    refused = [c for c in complaints(browser) if "/figures/nothing" not in c]
    assert refused == []


def test_the_content_is_one_key_away(
    browser: WebDriver, address: str, paths: dict[str, str]
) -> None:
    for kind in ("conflicts", "figure", "methods"):
        browser.get(address + paths[kind])
        browser.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB)
        skip = browser.switch_to.active_element
        assert skip.get_attribute("class") == "skip"
        assert skip.is_displayed()
        skip.send_keys(Keys.ENTER)
        assert browser.switch_to.active_element.get_attribute("id") == "content"


def test_what_is_read_is_told_by_more_than_colour(
    browser: WebDriver, address: str, paths: dict[str, str]
) -> None:
    browser.get(address + paths["figure"])
    styles = browser.execute_script(
        "return [...document.querySelectorAll('.legend')].pop().querySelectorAll('.role').length &&"
        " [...document.querySelector('.legend').querySelectorAll('.role:not(.quote)')].map((e) => {"
        "const s = getComputedStyle(e); return [s.color, s.textDecorationStyle]; })"
    )
    assert len(styles) >= 4
    assert len({color for color, _ in styles}) == len(styles), "each in a colour of its own"
    assert len({line for _, line in styles}) == len(styles), "and with a line of its own"


def test_a_page_prints_without_its_menus(
    browser: WebDriver, address: str, paths: dict[str, str]
) -> None:
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    for kind in ("figure", "conflicts", "methods"):
        browser.get(address + paths[kind])
        assert browser.find_element(By.TAG_NAME, "h1").is_displayed()
        for selector in (".site-header", ".filters"):
            for element in browser.find_elements(By.CSS_SELECTOR, selector):
                assert not element.is_displayed()

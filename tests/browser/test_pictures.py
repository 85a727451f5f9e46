"""Charts and maps in a real Chromium: they are there, lead to the words, ask nobody else, and are not needed."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from asking import all_of, asked_for, drawn, violations
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.support.wait import WebDriverWait

pytestmark = pytest.mark.browser

SEEN = [("light", 1100), ("dark", 1100), ("light", 375)]


@pytest.fixture(scope="module")
def incident(database: Path) -> str:
    """The path of an incident with a conflict and a place."""
    with closing(sqlite3.connect(database)) as connection:
        [found, *_] = connection.execute(
            "SELECT DISTINCT incident_id FROM open_conflict JOIN incident i ON i.id = incident_id"
            " WHERE i.latitude IS NOT NULL ORDER BY 1"
        )
    return f"/figures/incident/{found[0]}"


@pytest.fixture(autouse=True)
def as_it_was(browser: WebDriver) -> Iterator[None]:
    for log in ("browser", "performance"):
        browser.get_log(log)
    yield
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})


def picture(browser: WebDriver) -> dict[str, Any]:
    data = browser.execute_script("return document.getElementById('picture-data').textContent")
    return json.loads(data)  # type: ignore[no-any-return]


def test_every_bar_leads_to_its_quote(browser: WebDriver, address: str, incident: str) -> None:
    browser.get(address + incident)
    drawn(browser)
    panels = picture(browser)["panels"]
    figures = all_of(browser, "[data-panel]")
    assert len(figures) == len(panels) > 1
    for figure, panel in zip(figures, panels, strict=True):
        links = figure.find_elements(By.CSS_SELECTOR, "svg a")
        assert len(links) == len(panel["claims"]) > 0
        told = {f"/figures/figure/{claim['figure']}": claim for claim in panel["claims"]}
        for link in links:
            path = browser.execute_script("return arguments[0].href.baseVal", link)
            name = link.get_attribute("aria-label") or ""
            assert told[path]["quote"] in name
            assert told[path]["amount"] in name
            box = link.find_element(By.TAG_NAME, "rect").rect
            assert min(box["width"], box["height"]) >= 24, "a finger hits it"
    quote = panels[0]["claims"][0]["quote"]
    ActionChains(browser).move_to_element(figures[0]).perform()
    first = browser.find_element(
        By.CSS_SELECTOR, f"a[href$='{panels[0]['claims'][0]['figure']}'] rect, svg a rect"
    )
    ActionChains(browser).move_to_element(first).perform()
    assert browser.find_element(By.CSS_SELECTOR, ".tip q").text in {
        claim["quote"] for claim in panels[0]["claims"]
    }
    browser.get(f"{address}/figures/figure/{panels[0]['claims'][0]['figure']}")
    assert quote in browser.find_element(By.CSS_SELECTOR, "main").text


def test_bars_are_reached_by_keyboard(browser: WebDriver, address: str, incident: str) -> None:
    browser.get(address + incident)
    drawn(browser)
    browser.find_element(By.CSS_SELECTOR, ".panel figcaption a").send_keys(Keys.TAB)
    focused = browser.switch_to.active_element
    tip = browser.find_element(By.CSS_SELECTOR, ".tip")
    quote = tip.find_element(By.TAG_NAME, "q").text
    assert quote
    assert quote in (focused.get_attribute("aria-label") or "")
    assert tip.is_displayed()
    focused.send_keys(Keys.ESCAPE)
    assert not tip.is_displayed()
    focused.send_keys(Keys.ENTER)
    WebDriverWait(browser, 10).until(lambda _: "/figures/figure/" in browser.current_url)
    assert quote in browser.find_element(By.CSS_SELECTOR, "main").text


def test_what_is_disputed_is_marked(browser: WebDriver, address: str, incident: str) -> None:
    browser.get(address + incident)
    drawn(browser)
    for figure, panel in zip(
        all_of(browser, "[data-panel]"), picture(browser)["panels"], strict=True
    ):
        marks = [t for t in figure.find_elements(By.CSS_SELECTOR, "svg text") if t.text == "≠"]
        assert len(marks) == len(panel["disputes"])
        assert ("disputed" in figure.find_element(By.TAG_NAME, "figcaption").text) == bool(
            panel["state"] == "disputed"
        )
    assert any(panel["disputes"] for panel in picture(browser)["panels"])


def test_the_map_marks_incidents_and_asks_nobody_else(
    browser: WebDriver, address: str, incident: str
) -> None:
    for path in ("/", incident):
        browser.get(address + path)
        drawn(browser)
        assert all_of(browser, "#map path.land"), "the outline of the countries"
        markers = all_of(browser, "#map .incident, #map .incidents")
        assert markers, path
        assert all(marker.get_attribute("tabindex") == "0" for marker in markers)
    [main] = all_of(browser, "#map .incident.main")
    main.send_keys(Keys.ENTER)
    headline = browser.find_element(By.TAG_NAME, "h1").text
    assert browser.find_element(By.CSS_SELECTOR, ".leaflet-popup strong").text == headline
    asked = asked_for(browser)
    assert any("/static/vendor/plot-" in url for url in asked)
    assert [url for url in asked if not url.startswith(address)] == []
    assert [
        entry["message"]
        for entry in browser.get_log("browser")
        if "favicon" not in entry["message"]
    ] == []


def test_a_marker_of_the_first_page_leads_to_its_incident(browser: WebDriver, address: str) -> None:
    browser.get(address)
    drawn(browser)
    marker = browser.find_element(By.CSS_SELECTOR, "#map .incident")
    wanted = marker.get_attribute("data-incident")
    marker.send_keys(Keys.ENTER)
    link = browser.find_element(By.CSS_SELECTOR, ".leaflet-popup a[href*='/incident/']")
    assert browser.switch_to.active_element == link
    link.send_keys(Keys.ENTER)
    WebDriverWait(browser, 10).until(lambda _: browser.current_url.endswith(str(wanted)))


def test_without_scripts_the_tables_remain(browser: WebDriver, address: str, incident: str) -> None:
    browser.get(address + incident)
    claims = [claim for panel in picture(browser)["panels"] for claim in panel["claims"]]
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    browser.get(address + incident)
    assert not browser.find_element(By.ID, "picture").is_displayed()
    assert not browser.find_element(By.ID, "map").is_displayed()
    cells = " ".join(cell.text for cell in all_of(browser, "main table td"))
    for claim in claims:
        assert claim["quote"] in cells
    browser.get(address)
    assert all_of(browser, ".newest a"), "the newest incidents as a list"


@pytest.mark.parametrize("width", [320, 375, 1100])
def test_charts_and_maps_keep_to_the_window(
    browser: WebDriver, address: str, incident: str, width: int
) -> None:
    size = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    for path in ("/", incident):
        browser.get(address + path)
        drawn(browser)
        assert browser.execute_script("return document.documentElement.scrollWidth") <= width, path
    widths = browser.execute_script(
        "return [...document.querySelectorAll('.plot svg')].map((s) => s.getBoundingClientRect().right)"
    )
    assert widths
    assert max(widths) <= width


@pytest.mark.parametrize(("scheme", "width"), SEEN)
def test_nothing_keeps_people_out(
    browser: WebDriver, address: str, incident: str, scheme: str, width: int
) -> None:
    """axe-core: WCAG 2.2 at levels A and AA."""
    media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
    size = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    for path in ("/", incident):
        browser.get(address + path)
        drawn(browser)
        assert violations(browser) == [], path


def test_hostile_names_are_only_text(browser: WebDriver, address: str, database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        [(incident,)] = connection.execute(
            "SELECT DISTINCT f.incident_id FROM figure f JOIN document d ON d.id = f.document_id"
            " JOIN claim_figure k ON k.figure_id = f.id WHERE d.name = 'hostile' LIMIT 1"
        )
    browser.get(f"{address}/figures/incident/{incident}")
    drawn(browser)
    for link in all_of(browser, ".plot a"):
        ActionChains(browser).move_to_element(link).perform()
        assert browser.find_element(By.CSS_SELECTOR, ".tip").text
    assert all_of(browser, ".tip *:not(strong, q, span), main img, main b") == []
    sources = browser.execute_script("return [...document.scripts].map((s) => s.src || s.type)")
    assert all(s.startswith(f"{address}/static/") or s == "application/json" for s in sources)

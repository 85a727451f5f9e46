"""What several browser tests ask of a page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

AXE = next((Path(__file__).parent / "vendor").glob("axe-core-*/axe.min.js")).read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def all_of(browser: WebDriver, selector: str) -> list[WebElement]:
    return browser.find_elements(By.CSS_SELECTOR, selector)


def drawn(browser: WebDriver) -> None:
    """Waits until picture and map are drawn, where the page has them."""
    WebDriverWait(browser, 20).until(
        lambda _: browser.execute_script(
            "const map = document.getElementById('map');"
            "const plots = [...document.querySelectorAll('.plot')];"
            "return (!map || map.dataset.drawn === 'outline') && plots.every((plot) => plot.querySelector('svg'))"
        )
    )


def asked_for(browser: WebDriver) -> list[str]:
    """The addresses that the browser asked for since this was last called."""
    messages = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    return [
        message["params"]["request"]["url"]
        for message in messages
        if message["method"] == "Network.requestWillBeSent"
    ]


def complaints(browser: WebDriver) -> list[str]:
    """What the browser complained of since this was last called: scripts refused, files not found."""
    messages = [entry["message"] for entry in browser.get_log("browser")]
    return [message for message in messages if "favicon" not in message]


def violations(browser: WebDriver) -> list[Any]:
    """What keeps people out of the page that is open, by axe-core: WCAG 2.2 at levels A and AA."""
    browser.set_script_timeout(120)
    browser.execute_script(AXE)
    found: list[Any] = browser.execute_async_script(
        f"const done = arguments[arguments.length - 1]; axe.run(document, {{runOnly: {json.dumps(RULES)}}})"
        ".then((r) => done(r.violations.map((v) => [v.impact, v.id, v.nodes.slice(0, 3).map((n) => n.html)])))"
    )
    return found

"""The review in a real Chromium, by keyboard: three figures read, one added by selecting its words."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.support.ui import Select, WebDriverWait

from figures.pipeline import run

pytestmark = pytest.mark.browser

AXE = next((Path(__file__).parent / "vendor").glob("axe-core-*/axe.min.js"))

REPORTS = {
    "a.txt": "LESK, 2 May 2024 -- At least 12 people were killed when a bridge fell in Derna, Libya, police said.",
    "b.txt": "LESK, 2 May 2024 -- A bridge fell in Derna, Libya, and 40 people were killed, a hospital said.",
    "c.jsonl": json.dumps(
        {
            "id": "c",
            "published": "2024-06-09",
            "text": "LESK \U0001f3ed -- Dozens of farmers were feared dead in Herat on Sunday.\r\n\r\nA miner and\r\n"
            "his brothers never came. Nobody has seen the miner and his brothers since.",
        }
    ),
}


class Office:
    """`figures serve --review` as people start it, and one browser that asks it."""

    def __init__(self, folder: Path, browser: WebDriver) -> None:
        self.browser = browser
        self.rulings = folder / "audits" / "decisions.jsonl"
        (folder / "in").mkdir()
        for name, text in REPORTS.items():
            (folder / "in" / name).write_text(text, "utf-8")
        run([str(folder / "in")], db=folder / "f.db")
        command = [
            sys.executable, "-c", "from figures.cli import main; main()", "serve", "--review", "--port", "0",
            "--db", str(folder / "f.db"), "--audits", str(folder / "audits"),
        ]  # fmt: skip
        environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
        self.said = folder / "said.txt"
        with self.said.open("wb") as out:
            self.server = subprocess.Popen(command, stdout=out, env=environment)
        self.link = self._link()

    def _link(self) -> str:
        for _ in range(300):
            if found := re.search(
                r"http://127\.0\.0\.1:\d+/-/review/sign-in\?token=\S+", self.said.read_text()
            ):
                return found[0]
            assert self.server.poll() is None, "the server ended"
            time.sleep(0.2)
        self.close()
        raise AssertionError("no link was printed")

    def lines(self) -> list[dict[str, Any]]:
        if not self.rulings.exists():
            return []
        return [json.loads(line) for line in self.rulings.read_text("utf-8").splitlines()]

    def find(self, selector: str) -> Any:
        return self.browser.find_element(By.CSS_SELECTOR, selector)

    def press(self, *keys: str) -> None:
        """Keys, on whatever has the focus."""
        for key in keys:
            self.browser.switch_to.active_element.send_keys(key)

    def until(self, condition: Any) -> None:
        WebDriverWait(self.browser, 20).until(lambda _: condition())

    def press_and_go(self, *keys: str) -> None:
        """Keys that lead to another page."""
        before = self.browser.find_element(By.TAG_NAME, "html")
        self.press(*keys)
        self.until(lambda: gone(before))
        self.find("main")

    def close(self) -> None:
        self.server.terminate()
        self.server.wait()


def gone(element: Any) -> bool:
    from selenium.common.exceptions import StaleElementReferenceException

    try:
        element.is_enabled()
    except StaleElementReferenceException:
        return True
    return False


@pytest.fixture
def office(tmp_path: Path, browser: WebDriver) -> Iterator[Office]:
    office = Office(tmp_path, browser)
    yield office
    office.close()


def sign_in(office: Office, name: str) -> None:
    office.browser.get(office.link)
    office.press(name)
    office.press_and_go(Keys.ENTER)
    assert name in office.find(".reader").text


def test_three_figures_are_reviewed_and_one_is_added_by_keyboard(office: Office) -> None:
    sign_in(office, "A. Editor")
    office.press_and_go("n")
    first = office.find("h1 q").text
    office.press_and_go("c")
    assert [(r["by"], r["ruling"], r["was"]["quote"]) for r in office.lines()] == [
        ("A. Editor", "confirm", first)
    ]
    second = office.find("h1 q").text
    assert {first, second} == {"At least 12 people", "40 people"}

    office.press("e")
    low = office.browser.switch_to.active_element
    assert low.get_attribute("name") == "low"
    office.press(Keys.BACKSPACE, "13", Keys.ENTER)
    assert office.browser.switch_to.active_element.get_attribute("name") == "reason"
    office.press("the ministry's list")
    high = office.find("#f-high")
    if high.get_attribute("value"):
        high.clear()
        high.send_keys("13")
    office.find("#reason").send_keys(Keys.ESCAPE)
    office.press_and_go("e")
    corrected = office.lines()[1]
    assert (corrected["ruling"], corrected["was"]["quote"]) == ("correct", second)
    assert corrected["set"]["low"] == 13
    assert corrected["reason"] == "the ministry's list"

    assert office.find("h1 q").text == "Dozens of farmers"
    office.press("r")
    assert office.browser.switch_to.active_element.get_attribute("name") == "reason"
    office.press("a story told in a play")
    office.press_and_go(Keys.ENTER)
    assert [(r["ruling"], r["reason"]) for r in office.lines()][2:] == [
        ("reject", "a story told in a play")
    ]

    office.browser.get(
        office.browser.current_url.split("/-/")[0] + "/figures/document?_search=miner"
    )
    office.browser.find_element(By.CSS_SELECTOR, ".results a").click()
    office.browser.find_element(By.LINK_TEXT, "Add a figure that the rules missed").click()
    office.press("w")
    plain = office.browser.switch_to.active_element
    assert plain.get_attribute("id") == "plain"
    office.browser.execute_script(
        "const t = arguments[0]; const at = t.value.lastIndexOf('the miner'); t.setSelectionRange(at, at)",
        plain,
    )
    plain.send_keys("typed words stay out")
    for _ in "the miner and his brothers":
        plain.send_keys(Keys.SHIFT + Keys.ARROW_RIGHT)
    plain.send_keys(Keys.ENTER)
    assert office.find("#words").get_attribute("value") == "the miner and his brothers"
    assert office.browser.switch_to.active_element.get_attribute("id") == "category"
    Select(office.find("#category")).select_by_value("missing")
    office.find("#category").send_keys(Keys.TAB + "3" + Keys.TAB)
    office.press_and_go("open" + Keys.ENTER)
    assert office.find("h1").text.endswith("missing: at least 3")
    added = office.lines()[3]
    assert (added["ruling"], added["by"]) == ("add", "A. Editor")
    assert added["was"]["quote"] == "the miner and his brothers"
    assert len(office.lines()) == 4


def test_words_selected_with_the_mouse_are_those_taken(office: Office) -> None:
    sign_in(office, "A. Editor")
    office.browser.get(
        office.browser.current_url.split("/-/")[0] + "/figures/document?_search=miner"
    )
    office.browser.find_element(By.CSS_SELECTOR, ".results a").click()
    office.browser.find_element(By.LINK_TEXT, "Add a figure that the rules missed").click()
    office.browser.execute_script(
        """
        const text = document.getElementById("text");
        const walk = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
        let node;
        while ((node = walk.nextNode()) && !node.data.includes("his brothers since"));
        const at = node.data.indexOf("the miner and his brothers since");
        getSelection().setBaseAndExtent(node, at, node, at + "the miner and his brothers ".length);
        text.dispatchEvent(new MouseEvent("mouseup", {bubbles: true}));
        """
    )
    assert office.find("#words").get_attribute("value") == "the miner and his brothers"
    Select(office.find("#category")).select_by_value("missing")
    office.find("#low").send_keys("3")
    office.find("#high").send_keys("3")
    button = office.find("#addition .buttons button")
    office.browser.execute_script("arguments[0].click()", button)
    office.until(lambda: office.lines())
    [added] = office.lines()
    assert added["was"]["quote"] == "the miner and his brothers"


def test_without_single_keys_nothing_is_ruled_by_one(office: Office) -> None:
    sign_in(office, "A. Editor")
    office.press_and_go("n")
    office.browser.execute_script("document.querySelector('.keys').open = true")
    office.find("#shortcuts").click()
    office.browser.execute_script("document.activeElement.blur()")
    office.press("c")
    time.sleep(0.5)
    assert office.lines() == []
    office.find("#shortcuts").click()
    office.browser.execute_script("document.activeElement.blur()")
    office.press_and_go("c")
    assert len(office.lines()) == 1


@pytest.mark.parametrize("width", [375, 1100])
def test_the_pages_fit_the_window_and_break_no_rule(office: Office, width: int) -> None:
    sign_in(office, "A. Editor")
    office.browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": False},
    )
    office.browser.get_log("browser")
    queue = office.browser.current_url
    office.press_and_go("n")
    figure = office.browser.current_url
    office.press_and_go("a")
    report = office.browser.current_url
    for page in (queue, figure, report):
        office.browser.get(page)
        assert (
            office.browser.execute_script("return document.documentElement.scrollWidth") <= width
        ), page
        office.browser.execute_script(
            "document.querySelectorAll('details').forEach((d) => d.open = true)"
        )
        office.browser.execute_script(AXE.read_text("utf-8"))
        found = office.browser.execute_async_script(
            "const done = arguments[arguments.length - 1];"
            "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})"
            ".then((r) => done(r.violations.map((v) => [v.impact, v.id, v.nodes.slice(0, 3).map((n) => n.html)])))"
        )
        assert found == [], page
    complaints = [e for e in office.browser.get_log("browser") if "favicon" not in e["message"]]
    assert complaints == []
    office.browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})

"""The site in a real Chromium: from the first page to a conflict, to a figure, to its words."""

from __future__ import annotations

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webdriver import WebDriver

pytestmark = pytest.mark.browser


def text(browser: WebDriver, selector: str) -> str:
    return browser.find_element(By.CSS_SELECTOR, selector).text


def follow(browser: WebDriver, words: str, within: str = "main") -> None:
    browser.find_element(By.CSS_SELECTOR, within).find_element(By.LINK_TEXT, words).click()


def test_from_home_to_a_conflict_to_a_figure(browser: WebDriver, address: str) -> None:
    browser.get(address)
    follow(browser, "Compare the two sides")
    sides = browser.find_elements(By.CSS_SELECTOR, ".side")
    assert len(sides) == 2
    quotes = [side.find_element(By.TAG_NAME, "mark").text for side in sides]
    assert all(quotes)
    assert quotes[0] != quotes[1]
    for quote in quotes:
        assert quote in text(browser, ".notice")
    sides[1].find_element(By.LINK_TEXT, "proof and details").click()
    assert text(browser, "h1 q") == quotes[1]
    assert text(browser, "blockquote mark") == quotes[1]
    article = browser.find_element(By.CSS_SELECTOR, ".article")
    assert article.find_element(By.CSS_SELECTOR, "mark.quote").text == quotes[1]
    assert article.find_element(By.CSS_SELECTOR, ".sentence mark.quote").text == quotes[1]
    follow(browser, "The whole document")
    assert quotes[1] in [mark.text for mark in browser.find_elements(By.CSS_SELECTOR, "mark a")]


def test_search_leads_to_a_document(browser: WebDriver, address: str) -> None:
    browser.get(address)
    browser.find_element(By.NAME, "_search").send_keys("firefighters")
    browser.find_element(By.CSS_SELECTOR, "form[role=search] button").click()
    assert text(browser, ".results mark") == "firefighters"
    browser.find_element(By.CSS_SELECTOR, ".results a").click()
    assert "<script>alert('text')</script>" in text(browser, ".article")


def test_hostile_text_runs_nothing(browser: WebDriver, address: str) -> None:
    browser.get(f"{address}/figures/document?_search=firefighters")
    browser.find_element(By.CSS_SELECTOR, ".results a").click()
    assert browser.find_elements(By.CSS_SELECTOR, "main script, main img, main b") == []
    assert browser.execute_script("return document.scripts.length") == 0
    complaints = [
        entry for entry in browser.get_log("browser") if "favicon" not in entry["message"]
    ]
    assert complaints == [], "the style sheet loads and nothing breaks the content policy"


@pytest.mark.parametrize("width", [360, 1100])
def test_no_page_is_wider_than_the_window(browser: WebDriver, address: str, width: int) -> None:
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": False},
    )
    browser.get(address)
    incident = browser.find_element(By.CSS_SELECTOR, ".card.conflict h3 a").get_attribute("href")
    conflict = browser.find_element(By.LINK_TEXT, "Compare the two sides").get_attribute("href")
    figure = browser.find_element(By.LINK_TEXT, "proof and details").get_attribute("href")
    for page in (address, incident, conflict, figure, f"{address}/figures/published_figure"):
        browser.get(str(page))
        assert browser.execute_script("return document.documentElement.scrollWidth") <= width, page

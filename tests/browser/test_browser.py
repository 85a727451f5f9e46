"""The site in a real Chromium as a reader walks through it: home, incident, figure, article; search; conflicts."""

from __future__ import annotations

import csv
import time
from pathlib import Path

import pytest
from asking import all_of
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.support.select import Select
from selenium.webdriver.support.wait import WebDriverWait

pytestmark = pytest.mark.browser


def text(browser: WebDriver, selector: str) -> str:
    return browser.find_element(By.CSS_SELECTOR, selector).text


def follow(browser: WebDriver, words: str, within: str = "main") -> None:
    before = browser.current_url
    browser.find_element(By.CSS_SELECTOR, within).find_element(By.LINK_TEXT, words).click()
    WebDriverWait(browser, 10).until(lambda _: browser.current_url != before)


def test_from_home_to_an_incident_to_a_figure_to_its_words(
    browser: WebDriver, address: str
) -> None:
    browser.get(address)
    link = browser.find_element(By.CSS_SELECTOR, "main a[href*='/incident/']")
    label = link.text
    link.click()
    assert text(browser, "h1") == label
    link = browser.find_element(By.CSS_SELECTOR, "main td a[href*='/figure/']")
    quote = link.text.strip("“”")
    link.send_keys(Keys.ENTER)
    assert text(browser, "h1 q").strip("“”") == quote
    article = browser.find_element(By.CSS_SELECTOR, ".article")
    assert article.find_element(By.CSS_SELECTOR, ".sentence mark.quote").text == quote
    number = article.find_element(By.CSS_SELECTOR, "mark.quote .role.number").text
    assert number
    assert number in quote
    step = browser.find_element(By.CSS_SELECTOR, ".steps a[href='#m-number']")
    step.click()
    assert browser.execute_script("return document.querySelector(':target').textContent") == number
    follow(browser, "The whole document")
    assert quote in [mark.text for mark in all_of(browser, "mark a")]


def test_two_sides_of_a_conflict_lead_to_their_words(browser: WebDriver, address: str) -> None:
    browser.get(f"{address}/conflicts")
    follow(browser, "Compare the two sides")
    sides = all_of(browser, ".side")
    assert len(sides) == 2
    quotes = [side.find_element(By.TAG_NAME, "mark").text for side in sides]
    assert all(quotes)
    assert quotes[0] != quotes[1]
    for quote in quotes:
        assert quote in text(browser, ".notice")
    sides[1].find_element(By.LINK_TEXT, "proof and details").click()
    assert text(browser, "h1 q") == quotes[1]
    assert text(browser, "blockquote mark") == quotes[1]


def test_search_leads_to_a_document(browser: WebDriver, address: str) -> None:
    browser.get(address)
    browser.find_element(By.NAME, "_search").send_keys("firefighters")
    browser.find_element(By.CSS_SELECTOR, "form[role=search] button").click()
    assert text(browser, ".results mark") == "firefighters"
    browser.find_element(By.CSS_SELECTOR, ".results a").click()
    assert "<script>alert('text')</script>" in text(browser, ".article")


def test_conflicts_are_filtered_and_taken_home_as_csv(
    browser: WebDriver, address: str, tmp_path: Path
) -> None:
    browser.get(f"{address}/conflicts")
    everything = len(all_of(browser, ".card.conflict"))
    Select(browser.find_element(By.ID, "kind")).select_by_value("order_unknown")
    browser.find_element(By.ID, "gap").send_keys("6")
    browser.find_element(By.CSS_SELECTOR, ".choose button").click()
    WebDriverWait(browser, 10).until(lambda _: "kind=order_unknown" in browser.current_url)
    cards = all_of(browser, ".card.conflict")
    assert 0 < len(cards) < everything
    assert all("order unknown" in card.text for card in cards)
    chosen = Select(browser.find_element(By.ID, "kind")).first_selected_option
    assert chosen.get_attribute("value") == "order_unknown", "the form keeps what was asked"
    browser.execute_cdp_cmd(
        "Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(tmp_path)}
    )
    browser.find_element(By.LINK_TEXT, "CSV").click()
    path = tmp_path / "conflicts.csv"
    for _ in range(100):
        if path.exists():
            break
        time.sleep(0.1)
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len(cards)
    for row, card in zip(rows, cards, strict=True):
        assert row["kind"] == "order_unknown"
        assert float(row["gap"]) >= 6
        assert row["place"] in card.text
        assert row["left_quote"] in card.text
        assert row["right_quote"] in card.text
        assert f"/compare/{row['left_figure_id']},{row['right_figure_id']}" in row["address"]

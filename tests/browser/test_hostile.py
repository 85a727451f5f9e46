"""Hostile reports in a real browser: nothing of theirs is done, whatever page shows them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import hostile
import pytest
from asking import asked_for, complaints, drawn
from conftest import ROOT, served
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webdriver import WebDriver

from figures.pipeline import run

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def hostile_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    run(hostile.write(folder)[:1], db=folder / "figures.db")
    for part in ("metadata.yaml", "settings.json", "templates", "plugins", "static"):
        (folder / part).symlink_to(ROOT / "db" / part)
    return folder


@pytest.fixture(scope="module")
def hostile_address(hostile_folder: Path) -> Iterator[str]:
    with served(hostile_folder) as url:
        yield url


def test_nothing_of_theirs_is_done(
    browser: WebDriver, hostile_address: str, hostile_folder: Path
) -> None:
    with closing(sqlite3.connect(hostile_folder / "figures.db")) as connection:
        paths = ["/", "/conflicts", "/figures/document?_search=mill", "/figures/published_figure"]
        for table, sql in (
            ("document", "SELECT id FROM document"),
            ("figure", "SELECT min(id) FROM figure GROUP BY document_id"),
            ("incident", "SELECT id FROM incident LIMIT 20"),
        ):
            paths += [f"/figures/{table}/{row[0]}" for row in connection.execute(sql)]
    asked_for(browser)
    complaints(browser)
    for path in paths:
        browser.get(hostile_address + path)
        drawn(browser)
        assert browser.execute_script("return window.broken") is None, path
        theirs = browser.execute_script(
            "return [...document.querySelectorAll('main b, main img, iframe, style, main svg[onload]')]"
            ".filter((e) => !e.closest('#map, .plot')).map((e) => e.outerHTML)"
        )
        assert theirs == [], path
        assert browser.find_element(By.TAG_NAME, "h1").is_displayed(), path
        assert browser.find_element(By.CSS_SELECTOR, "footer").is_displayed(), path
    asked = asked_for(browser)
    assert [url for url in asked if not url.startswith((hostile_address, "data:", "blob:"))] == []
    assert complaints(browser) == [], "nothing had to be refused: it never was more than text"


def test_words_that_turn_the_direction_turn_themselves_alone(
    browser: WebDriver, hostile_address: str
) -> None:
    browser.get(f"{hostile_address}/figures/document?_search=direction")
    lines = browser.execute_script(
        "return [...document.querySelectorAll('.results a, .results .soft')].map((e) =>"
        " getComputedStyle(e).unicodeBidi)"
    )
    assert lines
    assert set(lines) == {"isolate"}

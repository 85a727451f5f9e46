"""A published folder in a real browser, served by Datasette alone: every kind of page stands and says on what
terms, and of the articles nothing shows but what these leave."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from asking import all_of, asked_for, complaints, drawn, violations
from conftest import served
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webdriver import WebDriver

from figures.conclusions import conclude
from figures.publishing.about import About
from figures.publishing.public.folder import publish
from figures.publishing.public.terms import Terms
from figures.store import Store

pytestmark = pytest.mark.browser
ABOUT = About(
    title="Harbour desk counts",
    source="Reports of the harbour desk",
    license="CC BY 4.0",
    license_url="https://creativecommons.org/licenses/by/4.0/",
)


@pytest.fixture(scope="module", params=["sentences", "none"])
def public(
    request: pytest.FixtureRequest, database: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Path, str]]:
    """The text that is published, the folder and its address."""
    folder = tmp_path_factory.mktemp("public") / request.param
    with Store(database) as store:
        publish(store, folder, Terms(text=request.param), conclude, ABOUT)
    with served(folder) as url:
        yield request.param, folder, url


def paths(folder: Path) -> list[str]:
    """A page of each kind."""
    with closing(sqlite3.connect(f"file:{folder / 'figures.db'}?immutable=1", uri=True)) as db:
        [(incident, left, right)] = db.execute(
            "SELECT incident_id, left_figure_id, right_figure_id FROM open_conflict ORDER BY gap DESC LIMIT 1"
        )
        [(document,)] = db.execute("SELECT document_id FROM figure WHERE id = ?", (left,))
    return [
        "/", f"/figures/incident/{incident}", f"/figures/figure/{left}", f"/figures/document/{document}",
        f"/compare/{left},{right}", "/conflicts", "/methods", "/figures/document?_search=hospital",
        "/figures/published_figure", "/figures/publication", "/figures", "/nothing",
    ]  # fmt: skip


def test_every_kind_of_page_stands_and_tells_its_terms(
    browser: WebDriver, public: tuple[str, Path, str]
) -> None:
    _, folder, address = public
    asked_for(browser)
    complaints(browser)
    for path in paths(folder):
        browser.get(address + path)
        drawn(browser)
        assert browser.find_element(By.TAG_NAME, "h1").is_displayed(), path
        footer = browser.find_element(By.CSS_SELECTOR, "footer").text
        assert "Source: Reports of the harbour desk. Licence: CC BY 4.0." in footer, path
        assert "Names of victims" in footer, path
        empty = [e for e in all_of(browser, "blockquote") if not e.text.strip()]
        assert not empty, f"{path}: a quotation of nothing"
        assert violations(browser) == [], path
    assert [u for u in asked_for(browser) if not u.startswith((address, "data:", "blob:"))] == []
    assert [c for c in complaints(browser) if "/nothing" not in c] == []
    browser.get(address)
    assert browser.find_element(By.TAG_NAME, "h1").text == ABOUT.title


def test_a_page_shows_of_an_article_what_is_published_and_no_more(
    browser: WebDriver, public: tuple[str, Path, str], database: Path
) -> None:
    text, folder, address = public
    [figure] = [path for path in paths(folder) if path.startswith("/figures/figure/")]
    with closing(sqlite3.connect(database)) as archive:
        [(sentence,)] = archive.execute(
            "SELECT sentence FROM figure WHERE id = ?", (figure.rpartition("/")[2],)
        )
    browser.get(address + figure)
    page = browser.find_element(By.TAG_NAME, "main").text
    assert (sentence in page) == (text == "sentences")
    for path in paths(folder):
        browser.get(address + path)
        told = browser.find_element(By.TAG_NAME, "main").text
        assert text == "sentences" or sentence not in told, path


def test_nobody_rules_or_writes_there(browser: WebDriver, public: tuple[str, Path, str]) -> None:
    _, _, address = public
    browser.get(f"{address}/-/review")
    assert "Not found" in browser.find_element(By.TAG_NAME, "h1").text
    browser.get(f"{address}/-/databases.json")
    (served_as,) = json.loads(browser.find_element(By.TAG_NAME, "body").text)
    assert served_as["is_mutable"] is False

"""Fixtures that several tests share: a database built by the real pipeline, and the site on it."""

from __future__ import annotations

import json
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.request import urlopen

import pytest

if TYPE_CHECKING:
    from selenium.webdriver.remote.webdriver import WebDriver
from web import Rows, Site

ROOT = Path(__file__).parent.parent

# A report that tries everything a page must withstand; ours, as are all names in it.
HOSTILE = {
    "id": "hostile",
    "title": "<script>alert('title')</script> & more",
    "publisher": "<b>Bold</b> Gazette",
    "url": "javascript:alert('url')",
    "published": "2023-05-02",
    "text": (
        "TOVAR \U0001f3ed — <script>alert('text')</script> At least 7 people were killed & 9 injured "
        'when a mill burned down in Lyon on Monday, <img src=x onerror="alert(1)"> police said.\r\n'
        "A second blast at the mill wounded three firefighters.\n\n=HYPERLINK() cost 12 million euros."
    ),
}


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """figures.db as the pipeline builds it from examples/ and a hostile report, with one ruling."""
    from click.testing import CliRunner

    from figures.cli import main
    from figures.pipeline import run

    folder = tmp_path_factory.mktemp("built")
    (folder / "hostile.jsonl").write_text(json.dumps(HOSTILE) + "\n", "utf-8")
    path = folder / "figures.db"
    run([str(ROOT / "examples"), str(folder / "hostile.jsonl")], db=path)
    with closing(sqlite3.connect(path)) as connection:
        [(figure,)] = connection.execute("SELECT id FROM figure WHERE quote = 'three firefighters'")
    words = [
        "correct",
        "--low",
        "4",
        "--high",
        "5",
        "--by",
        "<b>R</b>",
        "--reason",
        "<i>counted again</i>",
    ]
    decided = CliRunner().invoke(main, ["decide", figure, *words, "--db", str(path)])
    assert decided.exit_code == 0, decided.output
    return path


@pytest.fixture(scope="session")
def site_folder(database: Path) -> Path:
    """A Datasette configuration directory: what db/ holds, beside the built database."""
    for part in ("metadata.yaml", "settings.json", "templates", "plugins", "static"):
        (database.parent / part).symlink_to(ROOT / "db" / part)
    return database.parent


@pytest.fixture(scope="module")
def site(site_folder: Path) -> Iterator[Site]:
    site = Site(site_folder)
    yield site
    site.close()


@pytest.fixture(scope="module")
def rows(database: Path) -> Iterator[Rows]:
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row

    def ask(sql: str, *parameters: object) -> list[dict[str, Any]]:
        return [dict(row) for row in connection.execute(sql, parameters)]

    yield ask
    connection.close()


CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-dev-shm-usage"
    " --disable-background-networking --disable-component-update --disable-sync"
)


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebDriver]:
    """A headless Chromium that writes down what it asks for and complains of."""
    from selenium import webdriver

    if not (CHROMIUM and DRIVER):
        if os.environ.get("CI"):
            pytest.fail("chromium and chromedriver are not installed")
        pytest.skip("chromium and chromedriver are not installed")
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for flag in FLAGS.split():
        options.add_argument(flag)
    options.add_argument(f"--user-data-dir={tmp_path_factory.mktemp('profile')}")
    options.add_argument("--window-size=1100,900")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
    driver.implicitly_wait(3)  # seconds, for a page that is still on its way
    yield driver
    driver.quit()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """`datasette FOLDER`, as `figures serve` runs it, on a free port; its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "datasette", str(folder), "--port", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}"
    try:
        for _ in range(300):
            try:
                urlopen(url).close()
                break
            except OSError:
                assert server.poll() is None, "datasette ended"
                time.sleep(0.2)
        yield url
    finally:
        server.terminate()
        server.wait()


@pytest.fixture(scope="session")
def address(site_folder: Path) -> Iterator[str]:
    """The site of the examples."""
    with served(site_folder) as url:
        yield url

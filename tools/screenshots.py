"""Takes the pictures of the pages that docs/ shows, of the examples: ``make screenshots``.

Builds the examples' database in a folder of its own, serves it, and lets a headless Chromium look at it.
"""

from __future__ import annotations

import base64
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.request import urlopen

from figures.pipeline import run

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "docs" / "images"
FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --hide-scrollbars"
    " --disable-background-networking --disable-component-update --disable-sync"
)
BAIDOA = "SELECT '/figures/incident/' || id FROM incident WHERE label LIKE 'Bombing, Baidoa%'"
MAUMERE = "SELECT '/figures/incident/' || id FROM incident WHERE label LIKE 'Earthquake, Maumere%'"
MYKOLAIV = (
    "SELECT '/figures/figure/' || id || '{}' FROM figure"
    " WHERE quote = '33' AND sentence LIKE 'The strike on Mykolaiv%'"
)
HOME = "SELECT '/'"

# name of the picture, a query for the page's path, width, height, colours
SHOTS = (
    ("home", HOME, 1100, 1180, "light"),
    ("home-phone", HOME, 375, 1250, "dark"),
    ("incident", BAIDOA, 1100, 1000, "light"),
    ("incident-dark", MAUMERE, 1100, 1000, "dark"),
    ("incident-phone", BAIDOA, 375, 1250, "light"),
    ("figure", MYKOLAIV.format(""), 1100, 1000, "light"),
    ("figure-article", MYKOLAIV.format("#article"), 1100, 1000, "light"),
    ("conflicts", "SELECT '/conflicts'", 1100, 1000, "light"),
    ("methods", "SELECT '/methods'", 1100, 1000, "light"),
)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder that Datasette serves."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "datasette", str(folder), "--port", str(port)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(300):
            try:
                urlopen(f"http://127.0.0.1:{port}").close()
                break
            except OSError:
                time.sleep(0.2)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


def main() -> int:
    """Takes every picture of SHOTS."""
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    for flag in FLAGS.split():
        options.add_argument(flag)
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        db = Path(scratch) / "figures.db"
        for part in ("metadata.yaml", "settings.json", "templates", "plugins", "static"):
            (db.parent / part).symlink_to(ROOT / "db" / part)
        run([str(ROOT / "examples")], db=db)
        with served(db.parent) as address, closing(sqlite3.connect(db)) as connection:
            browser = webdriver.Chrome(options=options)
            try:
                for name, query, width, height, scheme in SHOTS:
                    [(path,)] = connection.execute(query)
                    media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
                    size = {"width": width, "height": height, "deviceScaleFactor": 1}
                    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
                    browser.execute_cdp_cmd(
                        "Emulation.setDeviceMetricsOverride", {**size, "mobile": False}
                    )
                    browser.get(address + path)
                    time.sleep(3)  # until charts and maps are drawn
                    shot = browser.execute_cdp_cmd("Page.captureScreenshot", {"format": "png"})
                    (IMAGES / f"{name}.png").write_bytes(base64.b64decode(shot["data"]))
            finally:
                browser.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())

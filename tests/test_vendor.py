"""The chart and map libraries that the site carries: whole, licensed, the ones the pages ask for."""

from __future__ import annotations

import hashlib
import re
import tomllib
from pathlib import Path

import pytest
from conftest import ROOT
from figures_site.headers import PLOT_STYLE

VENDOR = ROOT / "db" / "static" / "vendor"
FOLDERS = (VENDOR, ROOT / "tests" / "browser" / "vendor")
PARTS = [
    (folder / f"{part['package'].rpartition('/')[2]}-{part['version']}", part["files"])
    for folder in FOLDERS
    for part in tomllib.loads((folder / "parts.toml").read_text("utf-8"))["part"]
]


def sums(folder: Path) -> dict[str, str]:
    lines = (folder / "SHA256SUMS").read_text("utf-8").splitlines()
    return {path: sha for sha, path in map(str.split, lines)}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_every_file_is_the_one_that_was_fetched(folder: Path) -> None:
    there = {p.relative_to(folder).as_posix() for p in folder.rglob("*/*") if p.is_file()}
    assert there == set(sums(folder))
    for path, sha in sums(folder).items():
        assert hashlib.sha256((folder / path).read_bytes()).hexdigest() == sha, path


@pytest.mark.parametrize(("folder", "files"), PARTS, ids=lambda given: getattr(given, "name", ""))
def test_every_part_stands_with_its_licence(folder: Path, files: list[str]) -> None:
    assert {Path(name).name for name in files} == {p.name for p in folder.iterdir()}
    licence = next(p for p in sorted(folder.iterdir()) if re.search("LICEN[SC]E", p.name))
    assert re.search("(?i)permission|redistribution|mozilla", licence.read_text("utf-8"))


def test_the_pages_ask_for_files_that_are_there() -> None:
    asked = {
        path
        for page in (ROOT / "db" / "templates").glob("*.html")
        for path in re.findall(r"vendor/([\w.-]+/[\w.-]+\.(?:js|css))", page.read_text("utf-8"))
    }
    code = {path for path in sums(VENDOR) if path.endswith((".js", ".css"))}
    assert asked == code, "each script and style sheet carried is used, and each used is carried"


def test_the_style_that_the_policy_allows_is_the_one_the_charts_write() -> None:
    """After a change of version, the browser would refuse the charts' style otherwise."""
    [plot] = VENDOR.glob("plot-*/plot.umd.min.js")
    code = plot.read_text("utf-8").replace("\\n", "\n")
    [name] = set(re.findall(r"plot-[0-9a-f]{6}", code))
    written = re.sub(re.escape(name), "${name}", PLOT_STYLE)
    assert re.sub(r"\$\{\w+\}", "${name}", code).count(written) == 1

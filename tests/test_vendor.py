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
PARTS = tomllib.loads((VENDOR / "parts.toml").read_text("utf-8"))["part"]
SUMS = {
    path: sha
    for sha, path in (
        line.split() for line in (VENDOR / "SHA256SUMS").read_text("utf-8").splitlines()
    )
}


def folder(part: dict[str, str]) -> Path:
    return VENDOR / f"{part['package'].rpartition('/')[2]}-{part['version']}"


def test_every_file_is_the_one_that_was_fetched() -> None:
    there = {p.relative_to(VENDOR).as_posix() for p in VENDOR.rglob("*/*") if p.is_file()}
    assert there == set(SUMS)
    for path, sha in SUMS.items():
        assert hashlib.sha256((VENDOR / path).read_bytes()).hexdigest() == sha, path


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part["package"])
def test_every_part_stands_with_its_licence(part: dict[str, str]) -> None:
    assert {Path(name).name for name in part["files"]} == {p.name for p in folder(part).iterdir()}
    [licence] = [p for p in folder(part).iterdir() if re.search("LICEN[SC]E", p.name)]
    assert "Permission" in licence.read_text("utf-8") or "Redistribution" in licence.read_text(
        "utf-8"
    )


def test_the_pages_ask_for_files_that_are_there() -> None:
    asked = {
        path
        for page in (ROOT / "db" / "templates").glob("*.html")
        for path in re.findall(r"vendor/([\w.-]+/[\w.-]+\.(?:js|css))", page.read_text("utf-8"))
    }
    code = {path for path in SUMS if path.endswith((".js", ".css"))}
    assert asked == code, "each script and style sheet carried is used, and each used is carried"


def test_the_style_that_the_policy_allows_is_the_one_the_charts_write() -> None:
    """After a change of version, the browser would refuse the charts' style otherwise."""
    [plot] = VENDOR.glob("plot-*/plot.umd.min.js")
    code = plot.read_text("utf-8").replace("\\n", "\n")
    [name] = set(re.findall(r"plot-[0-9a-f]{6}", code))
    written = re.sub(re.escape(name), "${name}", PLOT_STYLE)
    assert re.sub(r"\$\{\w+\}", "${name}", code).count(written) == 1

"""Hostile reports on every kind of page: only text in HTML, feed, JSON and CSV; and answered quickly."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from xml.etree import ElementTree

import hostile
import pytest
from conftest import ROOT
from web import Page, Site

from figures.pipeline import run
from figures.publishing.cells import safe

SECONDS = 5  # for one page, on a machine that does other things as well
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site on the hostile reports."""
    folder = tmp_path_factory.mktemp("hostile")
    run(hostile.write(folder), db=folder / "figures.db")
    for part in ("metadata.yaml", "settings.json", "templates", "plugins", "static"):
        (folder / part).symlink_to(ROOT / "db" / part)
    return folder


@pytest.fixture(scope="module")
def hostile_site(folder: Path) -> Iterator[Site]:
    site = Site(folder)
    yield site
    site.close()


def asked(folder: Path, sql: str) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(folder / "figures.db")) as connection:
        return connection.execute(sql).fetchall()


@pytest.fixture(scope="module")
def paths(folder: Path) -> list[str]:
    """A page of each kind for every report."""
    found = [
        "/",
        "/conflicts",
        "/methods",
        "/figures/document?_search=mill",
        "/figures/published_figure",
    ]
    for table, sql in (
        ("document", "SELECT id FROM document WHERE name NOT GLOB 'line.txt#[3-9]*'"),
        ("figure", "SELECT min(id) FROM figure GROUP BY document_id LIMIT 33"),
        ("incident", "SELECT id FROM incident LIMIT 12"),
        (
            "claim_relation",
            "SELECT left_claim_id || ',' || right_claim_id FROM claim_relation LIMIT 20",
        ),
    ):
        found += [f"/figures/{table}/{row[0]}" for row in asked(folder, sql)]
    assert len(found) > 60
    return found


def test_the_reports_are_read_all_the_same(folder: Path) -> None:
    read = {
        row[0]
        for row in asked(
            folder, "SELECT d.name FROM document d JOIN figure f ON f.document_id = d.id"
        )
    }
    assert len(read) >= 2 * len(hostile.PAYLOADS)
    assert asked(folder, "SELECT * FROM open_conflict"), "some contradict each other"
    assert max(row[0] for row in asked(folder, "SELECT length(text) FROM document")) > 900_000


def test_nothing_of_theirs_is_markup_and_every_page_answers(
    hostile_site: Site, paths: list[str]
) -> None:
    for path in paths:
        started = time.monotonic()
        response = hostile_site.get(path)
        assert time.monotonic() - started < SECONDS, path
        page = Page(response.text)  # fails on an element that closes another
        for tag, found in page.elements:
            assert not any(name.startswith("on") for name in found), f"{path}: {found}"
            assert tag not in ("iframe", "object", "embed", "base", "style"), path
            for name in ("href", "src", "action"):
                link = (found.get(name) or "").lower()
                assert re.match(r"(/|#|\?|https?://|$)", link), f"{path}: {link}"
                assert name == "href" or not link.startswith("http"), f"{path}: {link}"
            assert tag != "script" or "src" in found or found.get("type") == "application/json", (
                path
            )
            assert tag != "b", path
        policy = response.headers["content-security-policy"]
        assert "unsafe" not in policy
        assert "default-src 'none'" in policy
        assert "49" not in page.all("h1")[0], "no template is run"


def test_scripts_are_refused_inline_on_every_kind_of_page(
    hostile_site: Site, paths: list[str]
) -> None:
    for path in ("/", "/conflicts", "/methods", paths[-1], "/figures", "/nothing"):
        response = hostile_site.loop.run_until_complete(hostile_site.datasette.client.get(path))
        rules = dict(
            rule.strip().split(" ", 1)
            for rule in response.headers["content-security-policy"].split(";")
            if " " in rule.strip()
        )
        assert rules["default-src"] == "'none'"
        assert set(rules.get("script-src", "'none'").split()) <= {"'self'", "'none'"}
        assert rules["base-uri"] == "'none'"
        assert rules["form-action"] == "'self'"


def test_the_longest_text_is_a_cell_of_csv(hostile_site: Site, folder: Path) -> None:
    told = hostile_site.get("/figures/document.csv?_stream=on").text
    found = {row["id"]: row["text"] for row in csv.DictReader(io.StringIO(told, newline=""))}
    kept = {row[0]: row[1] for row in asked(folder, "SELECT id, text FROM document")}
    assert found.keys() == kept.keys()
    assert all(abs(len(found[id]) - len(text)) < 9 for id, text in kept.items())


def test_feed_and_json_hold_them_as_text(hostile_site: Site, folder: Path) -> None:
    tree = ElementTree.fromstring(hostile_site.get("/conflicts.atom").content)
    entries = list(tree.iter(f"{ATOM}entry"))
    assert len(entries) == len(asked(folder, "SELECT 1 FROM open_conflict"))
    for entry in entries:
        html = Page(entry.findtext(f"{ATOM}content") or "")
        assert {tag for tag, _ in html.elements} <= {"blockquote", "p"}
        assert not any(found for _, found in html.elements)
    for figure, quote in asked(folder, "SELECT id, quote FROM figure LIMIT 60"):
        found = json.loads(hostile_site.get(f"/figures/figure/{figure}/annotation.json").text)
        assert found["target"][0]["selector"][0]["exact"] == quote
        sources = [target["source"] for target in found["target"]]
        assert all(source.startswith("http") for source in sources)


@pytest.mark.parametrize("table", ["published_figure", "document", "open_conflict"])
def test_no_cell_of_theirs_is_a_formula(hostile_site: Site, table: str) -> None:
    sent = hostile_site.get(f"/figures/{table}.csv?_stream=on&_dl=on").text
    csv.field_size_limit(20_000_000)
    cells = [cell for row in csv.reader(io.StringIO(sent, newline="")) for cell in row]
    assert cells
    for cell in cells:
        if not re.fullmatch(r"-?\d+(\.\d+)?", cell):
            assert safe(cell) == cell


def test_a_search_for_anything_is_answered(hostile_site: Site) -> None:
    for payload in hostile.PAYLOADS.values():
        response = hostile_site.loop.run_until_complete(
            hostile_site.datasette.client.get("/figures/document", params={"_search": payload})
        )
        assert response.status_code in (200, 400)
        assert not {"b", "svg", "img"} & {tag for tag, _ in Page(response.text).elements}


def test_the_longest_text_is_shown_in_parts_soon(hostile_site: Site, folder: Path) -> None:
    [(document,), *_] = asked(folder, "SELECT id FROM document ORDER BY length(text) DESC")
    started = time.monotonic()
    html = hostile_site.get(f"/figures/document/{document}?part=12").text
    assert time.monotonic() - started < SECONDS
    assert len(html) < 200_000
    assert 'rel="next"' in html
    assert 'rel="prev"' in html

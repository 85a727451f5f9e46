"""The site: the real Datasette on a database that the real pipeline built."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import HOSTILE, ROOT
from figures_site import words
from hypothesis import given
from hypothesis import strategies as st
from web import Page, Rows, Site

from figures.pipeline import run


def names(rows: Rows) -> dict[str, list[str]]:
    """Every table and view that is ours, with its columns."""
    found = rows(
        "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'"
        " AND name NOT GLOB 'document_fts_*'"
    )
    return {
        row["name"]: [c["name"] for c in rows("SELECT name FROM pragma_table_info(?)", row["name"])]
        for row in found
    }


def paths(rows: Rows) -> list[str]:
    """The first page, the list of each table, each question, and rows of every kind."""
    return [
        "/",
        "/conflicts",
        "/methods",
        "/figures",
        "/figures?sql=select+1",
        *(f"/figures/{name}" for name in names(rows)),
        *(f"/figures/{query}" for query in metadata()["queries"]),
        *(
            f"/figures/{table}/{row['id']}"
            for table in ("figure", "document", "incident", "toll", "claim", "run")
            for row in rows(f"SELECT id FROM {table} ORDER BY id LIMIT 20")
        ),
        *(
            f"/figures/claim_relation/{row['left_claim_id']},{row['right_claim_id']}"
            for row in rows("SELECT * FROM claim_relation LIMIT 20")
        ),
    ]


def metadata() -> dict[str, Any]:
    found = yaml.safe_load((ROOT / "db" / "metadata.yaml").read_text("utf-8"))
    return found["databases"]["figures"]  # type: ignore[no-any-return]


def test_every_page_is_whole_and_safe(site: Site, rows: Rows) -> None:
    for path in paths(rows):
        response = site.get(path)
        page = Page(response.text)
        assert len(page.all("h1")) == 1, path
        assert page.all("a", class_="skip", href="#content"), path
        assert page.all("main", id="content"), path
        assert ("html", {"lang": "en"}) in page.elements, path
        policy = response.headers["content-security-policy"]
        assert "default-src 'none'; script-src 'self';" in policy, path
        assert "unsafe" not in policy, path
        assert not {"style", "img", "iframe"} & {tag for tag, _ in page.elements}, path
        for tag, found in page.elements:
            if tag == "script":  # a file of ours, or data
                ours = (found.get("src") or "").startswith("/static/")
                assert ours or found.get("type") == "application/json", f"{path}: {found}"
        assert not any(key.startswith("on") for _, found in page.elements for key in found), path
        assert all(re.match(r"(/|#|\?|https?://)", link) for link in page.links()), path
        ids = [found["id"] for _, found in page.elements if "id" in found]
        assert len(ids) == len(set(ids)), f"{path}: an id twice"
        for tag, found in page.elements:
            assert tag != "th" or "scope" in found, f"{path}: a header cell without scope"


def test_links_lead_somewhere(site: Site, rows: Rows) -> None:
    kinds = {path.rpartition("/")[0]: path for path in paths(rows)}  # a page of each kind
    links = {
        link.partition("#")[0]
        for path in ("/", "/conflicts", "/figures", "/figures/open_conflict", *kinds.values())
        for link in site.page(path).links()
        if link.startswith("/")
    }
    assert len(links) > 20
    for link in links:
        site.get(link, 302 if link.startswith("/compare/") else 200)


def test_home_tells_a_newcomer_what_this_is(site: Site, rows: Rows) -> None:
    page = site.page("/")
    assert "numbers" in page.all("main")[0].lower() or "number" in page.all("main")[0].lower()
    totals = dict(zip(page.all("dt"), page.all("dd"), strict=True))
    [documents] = rows("SELECT count(*) AS n FROM document")
    assert totals["reports read"] == f"{documents['n']:,}"
    conflicts = rows("SELECT * FROM open_conflict ORDER BY gap DESC, left_claim_id LIMIT 5")
    assert conflicts, "examples/ hold a true conflict"
    marks = page.all("mark")
    for conflict in conflicts:
        assert conflict["left_quote"] in marks
        assert conflict["right_quote"] in marks


def test_a_documents_page_marks_every_figure(site: Site, rows: Rows) -> None:
    for document in rows("SELECT * FROM document"):
        page = site.page(f"/figures/document/{document['id']}")
        assert page.all("div", class_="article", dir="auto") == [document["text"]]
        figures = rows("SELECT * FROM figure WHERE document_id = ?", document["id"])
        links = page.links()
        for figure in figures:
            assert f"/figures/figure/{figure['id']}" in links


def test_an_incidents_page_shows_the_claims_of_each_toll(site: Site, rows: Rows) -> None:
    for incident in rows("SELECT * FROM incident"):
        page = site.page(f"/figures/incident/{incident['id']}")
        assert page.all("h1") == [incident["label"]]
        text = page.all("main")[0]
        links = page.links()
        for row in rows(
            "SELECT f.id, f.quote, f.attributed_to FROM toll t JOIN claim c ON c.toll_id = t.id"
            " JOIN claim_figure cf ON cf.claim_id = c.id JOIN figure f ON f.id = cf.figure_id"
            " WHERE t.incident_id = ?",
            incident["id"],
        ):
            assert row["quote"] in text
            assert (row["attributed_to"] or "") in text
            assert f"/figures/figure/{row['id']}" in links
    [conflict, *_] = rows("SELECT * FROM open_conflict")
    page = site.page(f"/figures/incident/{conflict['incident_id']}")
    assert any("contradict" in notice for notice in page.all("p", class_="notice"))


def test_a_row_leads_to_the_rows_that_it_names(site: Site, rows: Rows) -> None:
    for table, column, target in (
        ("toll", "best_from", "figure"),
        ("toll", "incident_id", "incident"),
        ("claim", "first_figure_id", "figure"),
    ):
        [row] = rows(f"SELECT * FROM {table} WHERE {column} IS NOT NULL LIMIT 1")
        assert (
            f"/figures/{target}/{row[column]}" in site.page(f"/figures/{table}/{row['id']}").links()
        )


def test_a_conflicts_page_has_both_sides(site: Site, rows: Rows) -> None:
    for conflict in rows("SELECT * FROM open_conflict"):
        path = f"/figures/claim_relation/{conflict['left_claim_id']},{conflict['right_claim_id']}"
        page = site.page(path)
        assert len(page.all("div", class_="side")) == 2
        left, right = page.all("div", class_="side")
        assert conflict["left_quote"] in left
        assert conflict["right_quote"] in right
        assert {conflict["left_quote"], conflict["right_quote"]} <= set(page.all("mark"))
        [reason] = page.all("p", class_="notice")
        assert " ".join(reason.split()) == " ".join(conflict["explanation"].split())


def test_hostile_text_is_text(site: Site, rows: Rows) -> None:
    [document] = rows("SELECT * FROM document WHERE name = ?", HOSTILE["id"])
    assert document["url"] == HOSTILE["url"]
    html = site.get(f"/figures/document/{document['id']}").text
    assert "<script" not in html
    assert "&lt;script&gt;alert(&#39;text&#39;)" in html
    page = Page(html)
    assert page.all("h1") == [HOSTILE["title"]]
    assert not any("javascript" in link for link in page.links())
    figures = rows("SELECT id FROM figure WHERE document_id = ?", document["id"])
    assert figures, "its figures are read all the same"
    for figure in figures:
        html = site.get(f"/figures/figure/{figure['id']}").text
        assert "<script" not in html
        assert "<img" not in html
    found = site.get("/figures/document?_search=script").text
    assert "<script" not in found


def test_a_ruling_stands_beside_what_the_machine_read(site: Site, rows: Rows) -> None:
    [figure] = rows("SELECT * FROM published_figure WHERE ruled = 'corrected'")
    assert (figure["machine_low"], figure["low"]) == (3, 4)
    html = site.get(f"/figures/figure/{figure['id']}").text
    assert "<i>" not in html
    text = Page(html).all("main")[0]
    assert "corrected by a person" in text
    assert "<i>counted again</i>" in text
    assert "4 to 5" in text
    assert "The machine read: injured, low 3, high 3" in text


def test_search_finds_words_and_shows_them(site: Site) -> None:
    page = site.page("/figures/document?_search=firefighter")
    assert f"/figures/document/{HOSTILE['id']}" not in page.links()
    assert "firefighters" in page.all("mark")
    assert "No document" in site.page("/figures/document?_search=zzzzz").all("main")[0]
    for hostile in ("%22", "a+%22b", "*", "AND+OR", "(", "x'+OR+1=1"):
        response = site.loop.run_until_complete(
            site.datasette.client.get(f"/figures/document?_search={hostile}")
        )
        assert response.status_code in (200, 400)
        assert "Traceback" not in response.text


@pytest.mark.parametrize("table", ["figure", "published_figure", "document", "open_conflict"])
def test_csv_has_every_row(site: Site, rows: Rows, table: str) -> None:
    response = site.get(f"/figures/{table}.csv?_stream=on&_size=2")
    found = list(csv.DictReader(io.StringIO(response.text)))
    [count] = rows(f"SELECT count(*) AS n FROM {table}")
    assert len(found) == count["n"]
    key = "left_claim_id" if table == "open_conflict" else "id"
    assert {row[key] for row in found} == {row[key] for row in rows(f"SELECT {key} FROM {table}")}


def test_json_is_there_for_programs(site: Site, rows: Rows) -> None:
    [figure, *_] = rows("SELECT * FROM figure ORDER BY id")
    found = json.loads(site.get(f"/figures/figure/{figure['id']}.json?_shape=array").text)
    assert [row["quote"] for row in found] == [figure["quote"]]


def test_everything_is_described(rows: Rows) -> None:
    described = metadata()["tables"]
    found = names(rows)
    assert set(described) == set(found)
    for name, columns in found.items():
        about = described[name]
        assert about["title"]
        assert about["description"]
        assert set(about["columns"]) == set(columns) - {"document_fts", "rank"}, name
        assert all(about["columns"].values()), name
        shown = {*about.get("shown", ()), *about.get("facets", ()), about.get("sort_desc")}
        assert shown <= {*columns, None}, name


def test_pages_ask_by_index(site: Site, rows: Rows) -> None:
    """No query of ours walks through a whole table that grows with the reports."""
    asked: list[tuple[str, Any]] = []
    database = site.datasette.get_database("figures")
    execute = database.execute

    async def record(sql: str, params: Any = None, **options: Any) -> Any:
        asked.append((sql, params))
        return await execute(sql, params, **options)

    [conflict, *_] = rows("SELECT * FROM open_conflict")
    database.execute = record
    try:
        for path in (
            "/",
            "/conflicts",
            "/methods",
            f"/figures/figure/{conflict['left_figure_id']}",
            f"/figures/incident/{conflict['incident_id']}",
            f"/figures/claim_relation/{conflict['left_claim_id']},{conflict['right_claim_id']}",
            f"/figures/document/{rows('SELECT id FROM document')[0]['id']}",
        ):
            asked.clear()
            site.get(path)
            ours = [
                (sql, found) for sql, found in asked if isinstance(found, dict) and "FROM" in sql
            ]
            assert 0 < len(ours) < 14, path
            for sql, found in ours:
                for step in rows_plan(rows, sql, found):
                    assert (
                        not re.match(
                            r"SCAN (f|d|c|r|t|fa|figure|document|claim\w*|evidence\w*|rejection\w*)\b(?! USING)",
                            step,
                        )
                        or "SELECT right_figure_id" in sql
                    ), f"{path}: {step} in {sql}"
    finally:
        database.execute = execute


def rows_plan(rows: Rows, sql: str, parameters: dict[str, Any]) -> list[str]:
    named = re.sub(r":(\w+)", lambda m: "'" + str(parameters[m[1]]).replace("'", "''") + "'", sql)
    return [row["detail"] for row in rows("EXPLAIN QUERY PLAN " + named)]


def test_without_a_database_the_site_says_what_to_do(tmp_path: Path) -> None:
    for part in ("metadata.yaml", "settings.json", "templates", "plugins", "static"):
        (tmp_path / part).symlink_to(ROOT / "db" / part)
    site = Site(tmp_path)
    try:
        assert "figures pipeline" in site.page("/").all("main")[0]
    finally:
        site.close()


def test_home_says_what_could_not_be_read(tmp_path: Path) -> None:
    for part in ("metadata.yaml", "settings.json", "templates", "plugins", "static"):
        (tmp_path / part).symlink_to(ROOT / "db" / part)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("Nine people drowned.", "utf-8")
    (tmp_path / "in" / "b.csv").write_text("killed\n9\n", "utf-8")
    run([str(tmp_path / "in")], db=tmp_path / "figures.db")
    site = Site(tmp_path)
    try:
        page = site.page("/")
        assert "1 input could not be read, or only in part" in page.all("main")[0]
        assert "/figures/issue" in page.links()
        assert "b.csv" in site.page("/figures/issue").all("main")[0]
    finally:
        site.close()


def test_a_database_of_another_name_has_the_same_pages(
    tmp_path: Path, site_folder: Path, rows: Rows
) -> None:
    for part in ("metadata.yaml", "settings.json", "templates", "plugins", "static"):
        (tmp_path / part).symlink_to(ROOT / "db" / part)
    connection = sqlite3.connect(site_folder / "figures.db")
    connection.execute("VACUUM INTO ?", (str(tmp_path / "seeds.db"),))
    connection.close()
    site = Site(tmp_path)
    try:
        [figure, *_] = rows("SELECT * FROM figure")
        assert figure["quote"] in site.page(f"/figures/figure/{figure['id']}").all("mark")
    finally:
        site.close()


# --- What the pages are made with -----------------------------------------------------------


@given(st.text())
def test_only_web_addresses_become_links(url: str) -> None:
    link = words.web_link(url)
    assert link is None or re.fullmatch(r"https?://[^\s<>\"']+", link, re.IGNORECASE)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " javascript:x",
        "data:text/html,x",
        "//evil.example",
        "http:x",
        "https://[",
        "https://a\n.b",
        None,
    ],
)
def test_other_addresses_do_not(url: str | None) -> None:
    assert words.web_link(url) is None


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "told"),
    [
        (12, 12, "exact", "12"),
        (12, None, "at_least", "at least 12"),
        (12, None, "more_than", "more than 12"),
        (None, 12, "up_to", "up to 12"),
        (None, 12, "less_than", "fewer than 12"),
        (None, 4_000_000, "nearly", "nearly 4,000,000"),
        (30, 30, "about", "about 30"),
        (20, 33, "range", "20 to 33"),
        (24, 99, "vague", "24 to 99"),
        (2_000_000, None, "vague", "at least 2,000,000"),
        (2, None, "unspecified", "at least 2"),
        (0, 0, "exact", "none"),
        (None, None, "exact", "not known"),
        (1.5, 1.5, "exact", "1.5"),
        (4, 5, "exact", "4 to 5"),  # corrected by a person
        (4, None, "about", "at least 4"),
        (4, 4, "nearly", "4"),
    ],
)
def test_bounds_in_plain_words(
    low: float | None, high: float | None, qualifier: str, told: str
) -> None:
    assert words.amount(low, high, qualifier) == told
    sentence = words.bounds({"low": low, "high": high, "qualifier": qualifier, "value": low})
    assert ("no upper bound" in sentence) == (
        high is None and qualifier in ("at_least", "more_than")
    )
    for bound in (low, high):
        assert bound in (None, 0) or words.number(bound) in sentence or qualifier == "unspecified"

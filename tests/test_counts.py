"""Counts that are kept for the pages are those of the tables, and what a page asks for is answered by them."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT

from figures.store import counting


@pytest.fixture(scope="module")
def connection(database: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        yield connection


def facets() -> dict[str, list[str]]:
    metadata = yaml.safe_load((ROOT / "db" / "metadata.yaml").read_text("utf-8"))
    tables = metadata["databases"]["figures"]["tables"]
    return {name: table["facets"] for name, table in tables.items() if table.get("facets")}


def kept(connection: sqlite3.Connection, name: str) -> dict[str, int]:
    found = connection.execute("SELECT value, rows FROM value_count WHERE name = ?", (name,))
    return dict(found.fetchall())


# Lists that stay small however many reports there are: rules, people's rulings, known sources.
SMALL = {"source", "ruling", "review"}


def test_every_facet_of_a_list_that_grows_is_kept_and_right(connection: sqlite3.Connection) -> None:
    for table, columns in facets().items():
        for column in columns:
            counted = dict(
                connection.execute(
                    f"SELECT {column}, count(*) FROM {table} WHERE {column} IS NOT NULL GROUP BY 1"
                ).fetchall()
            )
            if table not in SMALL:
                assert kept(connection, f"{table}.{column}") == counted, f"{table}.{column}"


def test_rows_are_counted(connection: sqlite3.Connection) -> None:
    for name in {*counting.ROWS, *(v for views in counting.ROWS.values() for v in views)}:
        [(rows,)] = connection.execute(f"SELECT count(*) FROM {name}").fetchall()
        assert kept(connection, name) == {"": rows}, name


def test_a_ruling_changes_the_published_counts_alone(connection: sqlite3.Connection) -> None:
    assert kept(connection, "published_figure.ruled") == {"corrected": 1}
    assert kept(connection, "published_figure.category") == kept(connection, "figure.category")


def test_categories_and_speakers_with_the_documents_they_stand_in(
    connection: sqlite3.Connection,
) -> None:
    for column in ("category", "attributed_to"):
        counted = connection.execute(
            f"SELECT {column}, count(*), count(DISTINCT document_id) FROM figure"
            f" WHERE {column} IS NOT NULL GROUP BY 1 ORDER BY 1"
        ).fetchall()
        assert counted
        name = f"figure.{column}"
        found = connection.execute(
            "SELECT value, rows, documents FROM value_count WHERE name = ? ORDER BY 1", (name,)
        )
        assert found.fetchall() == counted


def asked(site_folder: Path, paths: list[str]) -> list[tuple[str, dict[str, Any]]]:
    """Each page as JSON, and the queries that SQLite itself was given for it."""
    from datasette.app import Datasette
    from datasette.database import Database

    given: list[str] = []
    original = Database.execute

    async def record(self: Any, sql: str, *arguments: Any, **options: Any) -> Any:
        given.append(" ".join(sql.split()))
        return await original(self, sql, *arguments, **options)

    async def ask() -> list[tuple[str, dict[str, Any]]]:
        found = []
        for path in paths:
            given.clear()
            response = await datasette.client.get(path)
            assert response.status_code == 200, path
            found.append((" ; ".join(given), response.json()))
        return found

    loop = asyncio.new_event_loop()
    datasette = Datasette(config_dir=site_folder)
    loop.run_until_complete(datasette.invoke_startup())
    Database.execute = record
    try:
        return loop.run_until_complete(ask())
    finally:
        Database.execute = original
        datasette.executor.shutdown()
        for database in datasette.databases.values():
            database.close()
        loop.close()


def test_a_list_counts_nothing_by_itself(site_folder: Path, connection: sqlite3.Connection) -> None:
    tables = [name for name in facets() if name not in SMALL]
    pages = asked(site_folder, [f"/figures/{name}.json" for name in tables])
    for table, (queries, page) in zip(tables, pages, strict=True):
        assert "count(*)" not in queries or not page["rows"], f"{table}: {queries}"
        assert page["filtered_table_rows_count"] == kept(connection, table)[""]
        for column, facet in page["facet_results"].items():
            shown = {result["value"]: result["count"] for result in facet["results"]}
            there = kept(connection, f"{table}.{column}")
            assert shown == {value: there[value] for value in shown}
            assert len(shown) == min(len(there), 12)


def test_a_filter_is_counted_as_it_stands(site_folder: Path) -> None:
    [(queries, page)] = asked(site_folder, ["/figures/figure.json?category=injured"])
    assert "count(*)" in queries
    assert page["filtered_table_rows_count"] > 1
    counts = [r["count"] for r in page["facet_results"]["category"]["results"]]
    assert counts == [page["filtered_table_rows_count"]]


def test_a_filter_by_what_is_published_finds_what_people_changed(site_folder: Path) -> None:
    """Filters are answered by what was read; a corrected figure is found under what it was corrected to."""
    paths = [
        "/figures/published_figure.json?_shape=objects&category=injured",
        "/figures/published_figure.json?_shape=objects&category=injured&country=FR&status=asserted",
        "/figures/published_figure.json?_shape=objects&ruled=corrected",
        "/figures/published_figure.json?_shape=objects&review=unread&category=infected",
    ]
    injured, in_france, corrected, unread = (page["rows"] for _, page in asked(site_folder, paths))
    assert {row["category"] for row in injured} == {"injured"}
    assert [row["quote"] for row in corrected] == ["three firefighters"]
    assert corrected[0] in injured
    assert 0 < len(in_france) < len(injured)
    assert unread
    assert all(row["review"] == "unread" for row in unread)


def test_a_query_that_takes_too_long_is_told_in_a_sentence(
    site_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And no error prints the articles that were being shown."""
    from datasette.app import Datasette
    from datasette.database import Database, QueryInterrupted

    original = Database.execute

    async def stopped(self: Any, sql: str, *arguments: Any, **options: Any) -> Any:
        if "FROM summary" in sql:
            raise QueryInterrupted(Exception("interrupted"), sql, {})
        return await original(self, sql, *arguments, **options)

    monkeypatch.setattr(Database, "execute", stopped)
    datasette = Datasette(config_dir=site_folder)

    async def ask() -> list[Any]:
        await datasette.invoke_startup()
        return [await datasette.client.get(path) for path in ("/", "/figures/nothing", "/")]

    loop = asyncio.new_event_loop()
    try:
        home, missing, _ = loop.run_until_complete(ask())
    finally:
        datasette.executor.shutdown()
        for database in datasette.databases.values():
            database.close()
        loop.close()
    assert home.status_code == 503
    assert "longer than a page may take" in home.text
    assert missing.status_code == 404
    printed = capsys.readouterr()
    assert "locals" not in printed.out + printed.err
    assert "Traceback" not in printed.out

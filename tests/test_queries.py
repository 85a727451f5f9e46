"""No page walks through the reports: the plan of every query that pages, lists and questions ask.

The plans are made twice, as SQLite makes them of a small database without statistics, and with those of a
database of 200,000 documents (statistics.csv, out of `make bench-pages`).
"""

from __future__ import annotations

import asyncio
import csv
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from test_site import paths

ROOT = Path(__file__).parent.parent
# What grows with the reports, and must not be walked through.
GROWING = {
    "document", "figure", "evidence_row", "rejection_row", "claim", "claim_figure", "claim_relation", "toll",
    "document_incident", "raw",
}  # fmt: skip
Asked = dict[str, tuple[str, Any]]


@pytest.fixture(scope="module", params=["without statistics", "with those of a large one"])
def connection(
    request: pytest.FixtureRequest, database: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[sqlite3.Connection]:
    copy = tmp_path_factory.mktemp("planned") / "figures.db"
    shutil.copy(database, copy)
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("ANALYZE")
        connection.execute("DELETE FROM sqlite_stat1")
        if request.param != "without statistics":
            with (ROOT / "tests" / "statistics.csv").open(encoding="utf-8", newline="") as lines:
                rows = [(tbl, idx or None, stat) for tbl, idx, stat in csv.reader(lines)]
            connection.executemany("INSERT INTO sqlite_stat1 VALUES (?, ?, ?)", rows)
        connection.execute("ANALYZE sqlite_schema")
        connection.create_function("escape_fts", 1, lambda words: f'"{words}"')
        yield connection


@pytest.fixture(scope="module")
def asked(database: Path, site_folder: Path) -> Asked:
    """Every query that SQLite is given for the pages, with its parameters and the page that asks it."""
    from datasette.app import Datasette
    from datasette.database import Database

    found: Asked = {}
    original = Database.execute
    with closing(sqlite3.connect(database)) as connection:
        connection.row_factory = sqlite3.Row
        pages = [*paths(lambda sql, *p: [dict(r) for r in connection.execute(sql, p)]), *lists()]

    async def ask() -> None:
        await datasette.invoke_startup()
        for page in pages:

            async def record(
                self: Any, sql: str, params: Any = None, *more: Any, **options: Any
            ) -> Any:
                if self.path:  # not the one in which Datasette keeps its own
                    found.setdefault(sql, (page, params or {}))  # noqa: B023
                return await original(self, sql, params, *more, **options)

            Database.execute = record
            response = await datasette.client.get(page)
            assert response.status_code == 200, page

    loop = asyncio.new_event_loop()
    datasette = Datasette(config_dir=site_folder)
    try:
        loop.run_until_complete(ask())
    finally:
        Database.execute = original
        datasette.executor.shutdown()
        for database in datasette.databases.values():
            database.close()
        loop.close()
    return found


def lists() -> list[str]:
    """The lists as people use them: facets followed, searched, sorted, turned."""
    return [
        f"/figures/{path}"
        for path in (
            "published_figure?category=killed",
            "published_figure?country=UA&status=asserted",
            "published_figure?review=read",
            "published_figure?ruled=corrected",
            "published_figure?_next=50",
            "figure?category=killed",
            "figure?country=UA",
            "figure?status=denied",
            "document?_search=killed",
            "document?publisher=Horn+Wire",
            "open_conflict?category=killed&country=UA&kind=contradiction",
            "incident?country=UA",
            "counted_toll?category=killed",
            "evidence?figure_id=0",
            "rejection?document_id=0",
            "comparison?incident_id=0",
        )
    ]


def tables_by_alias(connection: sqlite3.Connection, sql: str) -> dict[str, set[str]]:
    """Alias → the tables that it stands for, in a query and in the views that it reads."""
    views = dict(
        connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'view'").fetchall()
    )
    told, seen, found = [sql], set(), {}
    while told:
        text = told.pop()
        for table, alias in re.findall(
            r"\b(?:FROM|JOIN)\s+\[?(\w+)\]?(?:\s+(?:AS\s+)?(\w+))?", text, re.I
        ):
            if table in views and table not in seen:
                seen.add(table)
                told.append(views[table])
            for name in {table, alias or table}:
                found.setdefault(name, set()).add(table)
    return found


def walks(connection: sqlite3.Connection, sql: str, parameters: Any) -> list[str]:
    """The steps of a query's plan that walk through what grows, other than from one end of an index to
    where the page is full."""
    plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", parameters)]
    tables = tables_by_alias(connection, sql)
    found = [
        step
        for step in plan
        if (walk := re.match(r"(?:SCAN|SEARCH) (\w+)(?!.*\(.*[=<>])", step))
        and tables.get(walk[1], set()) & GROWING
    ]
    sql = " ".join(sql.split())
    stops = re.search(r"\blimit \S+\s*$", re.sub(r"\s+offset \d+\s*$", "", sql), re.I)
    sorts = any("TEMP B-TREE" in step for step in plan)
    filters = re.search(r"\bwhere\b", sql, re.I)
    nothing = sql.endswith(" in ()")  # labels of no rows
    # the index by date, in its order; what is not among the rowids that were found is not looked up
    search = " where +rowid in (select rowid from document_fts where document_fts match " in sql
    if nothing or stops and not sorts and (search or not filters):
        found = []
    # an index that SQLite makes for one query reads the whole table first
    made = [step for step in plan if "AUTOMATIC" in step]
    return found + [step for step in made if tables.get(step.split()[1], set()) & GROWING]


def test_no_page_walks_through_what_grows(connection: sqlite3.Connection, asked: Asked) -> None:
    wrong = [
        f"{page}: {step}\n    {' '.join(sql.split())}"
        for sql, (page, parameters) in asked.items()
        if not re.match(r"PRAGMA|.*\bsqlite_master\b", sql, re.I)
        and not re.match(r"\s*select count\(\*\) from", sql)
        for step in walks(connection, sql, parameters)
    ]
    assert not wrong, "\n".join(wrong)


def test_a_walk_is_found(connection: sqlite3.Connection) -> None:
    assert walks(connection, "SELECT max(low) FROM figure f", {})
    assert walks(connection, "SELECT * FROM published_figure WHERE low = 3 LIMIT 10", {})
    assert walks(connection, "SELECT * FROM document ORDER BY title LIMIT 10", {})
    assert not walks(connection, "SELECT * FROM document ORDER BY published_on DESC LIMIT 10", {})
    assert not walks(connection, "SELECT * FROM figure WHERE incident_id = :id", {"id": "x"})

"""The made database that pages are measured on: in the real schema, whole, and the same each time."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bench import pages
from bench.database import build
from bench.vary import _scaled, _spelled, varied
from figures.comparison.wording import piece, wording

DOCUMENTS = 150


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "bench.db"
    build(path, DOCUMENTS)
    return path


@pytest.fixture
def connection(made: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"file:{made}?mode=ro", uri=True)) as connection:
        yield connection


def rows(connection: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    return connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()


def test_it_is_whole_and_of_the_present_schema(made: Path, connection: sqlite3.Connection) -> None:
    assert pages.current(made)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_it_has_the_shape_of_a_real_one(connection: sqlite3.Connection) -> None:
    counts = dict(connection.execute("SELECT name, rows FROM value_count WHERE value = ''"))
    assert counts["document"] == DOCUMENTS
    assert 4 < counts["figure"] / DOCUMENTS < 10
    assert 4 < counts["evidence"] / counts["figure"] < 8
    assert counts["claim"] > counts["toll"] > counts["incident"] > 20
    assert 0 < counts["open_conflict"] < counts["claim_relation"]
    [(longest,)] = connection.execute("SELECT max(length(text)) FROM document")
    [(typical,)] = connection.execute("SELECT avg(length(text)) FROM document")
    assert longest > 3 * typical


def test_it_is_the_same_each_time(connection: sqlite3.Connection, tmp_path: Path) -> None:
    build(tmp_path / "again.db", DOCUMENTS)
    with closing(sqlite3.connect(tmp_path / "again.db")) as again:
        for table in ("document", "figure", "claim", "toll", "conflict", "value_count"):
            assert rows(again, table) == rows(connection, table), table


def test_every_kind_of_page_has_its_address(connection: sqlite3.Connection) -> None:
    listed = pages.kinds(connection)
    assert len({kind.name for kind in listed}) == len(listed) > 50
    assert all(kind.paths and all(p.startswith("/") for p in kind.paths) for kind in listed)


def test_a_slow_or_failing_page_fails() -> None:
    kind = pages.Kind("home", ("/",), limit=500)
    assert pages.measured(kind, lambda path: (200, 10, 499.0), 0)[0]
    assert not pages.measured(kind, lambda path: (200, 10, 501.0), 0)[0]
    assert not pages.measured(kind, lambda path: (500, 10, 1.0), 0)[0]
    # one slow answer is not a slow page
    times = iter([900.0, *[10.0] * (pages.TIMES - 1)])
    assert pages.measured(kind, lambda path: (200, 10, next(times)), 0)[0]


def test_a_report_told_again_is_of_another_place_and_of_one_with_its_fellows() -> None:
    told = list(varied(75))
    first, again = told[:25], told[50:]
    shared = [(a["text"] or "", b["text"] or "") for a, b in zip(first, again, strict=True)]
    for town in ("Baidoa", "BAIDOA", "Blantyre", "Mykolaiv", "Maumere", "Malawi", "Tunisian"):
        assert any(re.search(rf"\b{town}\b", text) for text, _ in shared), town
        assert not any(re.search(rf"\b{town}\b", text) for _, text in shared), town
    assert all(("Nine people" in a) == ("Nine people" in b) for a, b in shared)
    towns = [set(re.findall(r"[Tt]ownships of (\w+)|^(\w+) reported", b)) for _, b in shared]
    cholera = {name for found in towns for pair in found for name in pair if name}
    assert len(cholera) == 1


def test_rounds_tell_of_other_people_and_other_things_in_the_same_sentences() -> None:
    told = list(varied(75))
    for first, again in zip(told[:25], told[50:], strict=True):
        one, other = (wording([piece(report["text"] or "")]) for report in (first, again))
        shared = one.names.keys() & other.names.keys()
        assert len(shared) < 0.4 * len(one.names), sorted(shared)
        assert one.likeness(other) < 0.75
        assert len(again["text"] or "") == pytest.approx(len(first["text"] or ""), rel=0.15)


def test_numbers_in_words_are_told_in_words() -> None:
    assert _spelled("Twelve", 1.5) == "Eighteen"
    assert _spelled("twenty-one", 0.6) == "thirteen"
    assert _spelled("ten", 0.6) == "ten"
    assert _scaled("2.5", 2.0) == "5.0"
    assert [_scaled(n, 2.0) for n in ("9", "40", "1999", "2,000")] == ["9", "80", "1999", "4,000"]

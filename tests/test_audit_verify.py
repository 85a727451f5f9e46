"""Verification catches every change of every column, names the row, and is quiet where nothing is wrong."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from figures.audit import rulings
from figures.audit.verify import HISTORY, Verdict, rows_that_differ, verify
from figures.conclusions import conclude
from figures.pipeline import run
from figures.store import Store

REPORTS = [
    {
        "id": "a", "publisher": "Gazette", "url": "https://example.org/a", "published": "2019-03-05",
        "text": "At least 12 people, including three children, were killed and 20 were injured when a"
        " shell hit the market in Derna on Monday, police said. The 34-year-old mayor fled.",
    },
    {
        "id": "b", "title": "Shelling", "publisher": "Herald", "published": "2019-03-05",
        "text": "A shell hit the market in Derna on Monday. It killed at least 12 people and injured"
        " 33, the health ministry said.",
    },
]  # fmt: skip


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of two reports that contradict each other, and one in a file of its own."""
    folder = tmp_path_factory.mktemp("verified")
    (folder / "in").mkdir()
    lines = "".join(json.dumps(report) + "\n" for report in REPORTS)
    (folder / "in" / "reports.jsonl").write_text(lines, "utf-8")
    (folder / "in" / "c.txt").write_text("Nine miners died in Derna.\r\n", "utf-8")
    run([str(folder / "in")], db=folder / "f.db")
    return folder / "f.db"


@pytest.fixture
def db(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(built, tmp_path / "f.db"))


def tamper(db: Path, *statements: str, keep_triggers: bool = False) -> None:
    """Change a database as somebody would who means to: its triggers dropped, its checks ignored."""
    connection = sqlite3.connect(db, isolation_level=None)
    connection.execute("PRAGMA ignore_check_constraints = ON")
    triggers = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
    ).fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        assert connection.execute(statement).rowcount != 0, f"{statement} changed nothing"
    if keep_triggers:
        for _, sql in triggers:
            connection.execute(sql)
    connection.close()


def verified(db: Path, audits: Path | None = None) -> Verdict:
    with Store(db, create=False) as store:
        return verify(store, audits, conclude)


def named(verdict: Verdict) -> list[tuple[str, str, str]]:
    return [(d.table, d.key, d.column) for d in verdict.differences]


def one(db: Path, sql: str) -> Any:
    with Store(db) as store:
        return store.one(sql)


def test_what_the_pipeline_built_is_as_derived(db: Path) -> None:
    verdict = verified(db)
    assert verdict.differences == ()
    assert (verdict.code, verdict.documents) == (0, 3)
    assert verdict.figures == one(db, "SELECT count(*) FROM figure") > 5


def test_verifying_changes_nothing(db: Path) -> None:
    before = db.read_bytes()
    verified(db)
    assert db.read_bytes() == before


# -- every column of every table --------------------------------------------------------------


def columns_of(built: Path) -> Iterator[tuple[str, str]]:
    with Store(built) as store:
        tables = store.connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%STRICT%' ORDER BY name"
        ).fetchall()
        for (table,) in tables:
            if table not in HISTORY and store.one(f"SELECT count(*) FROM {table}"):
                for _, column, *_ in store.connection.execute(f"PRAGMA table_info({table})"):
                    yield table, column


def changed(value: Any, type: str) -> Any:
    if value is None:
        return {"INTEGER": 7, "REAL": 1.5}.get(type, "x")
    if isinstance(value, str):
        return value + "x"
    return value + (b"x" if isinstance(value, bytes) else 1000)


def test_a_change_of_any_one_column_is_found_and_its_row_named(built: Path, tmp_path: Path) -> None:
    """Against the same database built once more, which is what verify derives."""
    db = Path(shutil.copy(built, tmp_path / "f.db"))
    tamper(db, "PRAGMA user_version")
    unnamed = []
    checked = 0
    with Store(built) as derived, Store(db) as store:
        store.connection.execute("PRAGMA foreign_keys = OFF")
        store.connection.execute("PRAGMA ignore_check_constraints = ON")
        for table, column in columns_of(built):
            info = store.connection.execute(f"PRAGMA table_info({table})").fetchall()
            type = next(i[2] for i in info if i[1] == column)
            keys = [i[1] for i in sorted(info, key=lambda i: i[5]) if i[5]]
            row = next(store.query(f"SELECT * FROM {table} LIMIT 1"))
            where = " AND ".join(f'"{k}" = ?' for k in keys)
            store.connection.execute("BEGIN")
            store.connection.execute(
                f'UPDATE {table} SET "{column}" = ? WHERE {where}',
                (changed(row[column], type), *(row[k] for k in keys)),
            )
            key = " ".join(str(row[k]) for k in keys)
            found = [
                d for d in rows_that_differ(store, derived) if d.table == table and d.key == key
            ]
            store.connection.execute("ROLLBACK")
            checked += 1
            if column in keys:
                if [d.what for d in found] != ["is missing"]:
                    unnamed.append((table, column))
            elif [d.column for d in found] != [column]:
                unnamed.append((table, column))
        assert list(rows_that_differ(store, derived)) == []
    # what names a run does not follow from the inputs; packed bytes are checked by their hash
    assert unnamed == [("figure", "run_id"), ("raw", "bytes")]
    assert checked > 120


@pytest.mark.parametrize(
    "change",
    [
        "value = 21", "low = 19", "high = 22", "value = NULL", "low = NULL", "value = 20.0",
        "quote = '21'", "status = 'feared'", "qualifier = 'about'", "attributed_to = NULL",
        "part_of = (SELECT id FROM figure LIMIT 1)", "groups = '[\"child\"]'",
    ],
)  # fmt: skip
@pytest.mark.parametrize("keep_triggers", [False, True])
def test_a_changed_figure_is_named_whether_or_not_triggers_are_back(
    db: Path, change: str, keep_triggers: bool
) -> None:
    figure = one(db, "SELECT id FROM figure WHERE low = 20 AND category = 'injured'")
    tamper(db, f"UPDATE figure SET {change} WHERE id = '{figure}'", keep_triggers=keep_triggers)
    verdict = verified(db)
    assert verdict.code == 1
    column = change.split()[0]
    assert ("figure", figure, column) in named(verdict)
    assert any(d.table == "schema" for d in verdict.differences) is not keep_triggers
    line = next(str(d) for d in verdict.differences if d.column == column)
    assert line.startswith(f"figure {figure}: {column} is ")
    assert "derived" in line


@pytest.mark.parametrize("column", ["text", "published_on", "publisher", "text_sha256"])
def test_a_changed_document_is_named(db: Path, column: str) -> None:
    document = one(db, "SELECT id FROM document WHERE name = 'a'")
    tamper(db, f"UPDATE document SET {column} = replace({column}, '1', '2') || ' ' WHERE id = '{document}'",
           keep_triggers=True)  # fmt: skip
    verdict = verified(db)
    assert verdict.code == 1
    assert ("document", document, column) in named(verdict)


@pytest.mark.parametrize(
    ("statement", "table"),
    [
        ("DELETE FROM evidence_row WHERE step = 1", "evidence_row"),
        ("DELETE FROM rejection_row", "rejection_row"),
        ("UPDATE rejection_row SET start = start + 1", "rejection_row"),
        ("UPDATE claim_relation SET kind = 'contradiction'", "claim_relation"),
        ("UPDATE toll SET best = best + 1", "toll"),
        ("UPDATE incident SET label = 'Nothing happened'", "incident"),
        ("UPDATE summary SET value = value + 1 WHERE name = 'figures'", "summary"),
        ("UPDATE rule SET sha256 = replace(sha256, 'a', 'b')", "rule"),
        ("UPDATE run SET figures = figures + 1", "run"),
        ("UPDATE run SET rules = 'fffffffffffffff0'", "run"),
        ("UPDATE log SET details = replace(details, '0', '1')", "log"),
        ("DELETE FROM log", "run"),
        ("UPDATE log SET seq = seq + 1", "log"),
        ("UPDATE figure SET run_id = 99", "figure"),
        ("UPDATE document SET raw_sha256 = NULL", "document"),
        ("UPDATE raw SET bytes = x'00'", "document"),
        ("INSERT INTO source VALUES ('nobody', 'Nobody', 'official', NULL)", "source"),
        ("UPDATE document SET text = CAST(x'ff' AS TEXT)", "document"),
    ],
)
def test_a_change_anywhere_is_found(db: Path, statement: str, table: str) -> None:
    tamper(db, statement, keep_triggers=True)
    verdict = verified(db)
    assert verdict.code == 1
    assert table in {d.table for d in verdict.differences}


@pytest.mark.parametrize(
    ("statement", "key"),
    [
        ("DROP TRIGGER log_not_updated", "trigger log_not_updated"),
        ("DROP VIEW published_figure", "view published_figure"),
        ("DROP INDEX figure_category", "index figure_category"),
        ("CREATE TABLE extra (a)", "table extra"),
        ("ALTER TABLE issue ADD COLUMN more TEXT", "table issue"),
    ],
)
def test_a_schema_that_is_not_ours_is_found(db: Path, statement: str, key: str) -> None:
    connection = sqlite3.connect(db)
    connection.execute(statement)
    connection.close()
    verdict = verified(db)
    assert verdict.code == 1
    assert ("schema", key, "") in named(verdict)


def test_a_search_index_that_does_not_belong_to_the_texts_is_found(db: Path) -> None:
    connection = sqlite3.connect(db)
    connection.execute("INSERT INTO document_fts (document_fts) VALUES ('delete-all')")
    connection.commit()
    connection.close()
    assert ("document_fts", "", "") in named(verified(db))


# -- rulings, rules, readers ------------------------------------------------------------------


def test_rulings_that_were_not_replayed_are_found(db: Path, tmp_path: Path) -> None:
    with Store(db) as store:
        row = next(store.query("SELECT *, 'a' AS document FROM published_figure WHERE low = 20"))
    audits = tmp_path / "audits"
    rulings.append(
        audits / rulings.FILE, rulings.make(row, "reject", at="2024", by="Ana", reason="no")
    )
    assert "ruling" in {table for table, *_ in named(verified(db, audits))}
    with Store(db) as store:
        conclude(store, rulings.read(audits / rulings.FILE))
    assert verified(db, audits).differences == ()


def test_a_database_of_other_rules_is_said_to_be_one(
    db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("figures.audit.verify.rules_hash", lambda: "0123456789abcdef")
    verdict = verified(db)
    assert verdict.code == 3
    [difference] = verdict.differences
    assert "made with rules" in str(difference)
    assert "figures pipeline" in str(difference)


def test_a_comparison_by_other_rules_is_said_to_be_one(
    db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tamper(db, "UPDATE toll SET best = best + 1", keep_triggers=True)
    assert verified(db).code == 1
    monkeypatch.setattr("figures.conclusions.comparison_hash", lambda: "0123456789abcdef")
    verdict = verified(db)
    assert verdict.code == 3
    assert "made with rules" in str(verdict.differences[0])
    tamper(db, "UPDATE figure SET low = 19 WHERE low = 20", keep_triggers=True)
    assert verified(db).code == 1, "a figure that differs is no matter of comparing"


def test_a_database_of_other_readers_is_said_to_be_one(
    db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("figures.reading.read_with", lambda format: f"other {format}")
    verdict = verified(db)
    assert verdict.code == 3
    assert "another reader of" in str(verdict.differences[0])


def test_what_is_found_is_told_without_end_but_not_for_ever(db: Path) -> None:
    tamper(db, "DELETE FROM evidence_row", "DELETE FROM figure", "DELETE FROM rejection_row")
    verdict = verified(db)
    assert verdict.code == 1
    assert 20 < len(verdict.differences) <= 1000

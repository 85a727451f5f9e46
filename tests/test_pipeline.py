"""From reports to a database: what is known is not read again, and nothing depends on the order."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from figures import conclusions, pipeline
from figures.audit import rulings
from figures.errors import FiguresError, StoreError, UnreadableInput
from figures.model import Document, Extraction, Issue
from figures.scale import processes
from figures.store import Store, log, schema

REPORTS = {
    "a.txt": "LESK, 2 May 2024 — A bomb killed at least 12 people and injured 20 in Mykolaiv, police said.",
    "b.txt": "A bomb in Mykolaiv killed at least 12 people and injured 33, the mayor said.",
    "c.txt": "LESK, 3 May 2024 — Flooding in Derna killed 40 people, officials said on 3 May 2024.",
    "d.txt": "Nothing of note happened at 5 p.m. today.",
}
# Tables that tell how a database came about; all others follow from the inputs alone.
HISTORY = ("run", "log", "issue", "incident_alias")


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def rows(db: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every derived table's rows, the columns that name a run left out."""
    with Store(db, create=False) as store:
        tables = [
            r["name"]
            for r in store.query(
                "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
            )
            if r["name"] not in HISTORY and not r["name"].startswith("sqlite_")
        ]
        found = {}
        for table in tables:
            columns = [
                f'"{r["name"]}"'
                for r in store.query(f"SELECT name FROM pragma_table_info('{table}')")
                if r["name"] != "run_id"
            ]
            read = store.connection.execute(f"SELECT {', '.join(columns)} FROM {table}")
            found[table] = sorted(read.fetchall(), key=repr)
        return found


def one(db: Path, sql: str) -> Any:
    with Store(db, create=False) as store:
        return store.one(sql)


# -- a run ------------------------------------------------------------------------------------


def test_a_run_stores_compares_and_says_what_it_did(reports: Path, tmp_path: Path) -> None:
    told: list[tuple[str, int]] = []
    summary = pipeline.run(
        [str(reports)],
        db=tmp_path / "f.db",
        progress=lambda stage, done: told.append((stage, done)),
    )
    assert (summary.documents, summary.new, summary.known) == (4, 4, 0)
    assert summary.issues == []
    assert (
        summary.new_figures
        == summary.figures
        == one(tmp_path / "f.db", "SELECT count(*) FROM figure")
        > 0
    )
    assert summary.rejections > 0
    assert summary.incidents >= 2
    assert summary.conflicts == one(tmp_path / "f.db", "SELECT count(*) FROM open_conflict")
    assert sum(done for stage, done in told if stage == "read") == 4
    assert one(tmp_path / "f.db", "SELECT seconds > 0 AND documents = 4 FROM run") == 1


def test_run_again_it_does_nothing_and_says_so(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db = tmp_path / "f.db"
    pipeline.run([str(reports)], db=db)
    before = rows(db)

    def never(*_: object, **__: object) -> Any:
        raise AssertionError("nothing is new, so nothing is to be compared or written")

    monkeypatch.setattr(Store, "write_comparison", never)
    summary = pipeline.run([str(reports)], db=db)
    assert (summary.new, summary.known, summary.new_figures) == (0, 4, 0)
    assert any("nothing new" in message for message in summary.messages)
    assert rows(db) == before


def test_neither_order_nor_processes_nor_portions_change_a_row(
    reports: Path, tmp_path: Path
) -> None:
    pipeline.run([str(reports)], db=tmp_path / "at_once.db")
    pipeline.run([str(reports)], db=tmp_path / "processes.db", workers=2)
    for name in sorted(REPORTS, reverse=True):
        pipeline.run([str(reports / name)], db=tmp_path / "one_by_one.db")
    expected = rows(tmp_path / "at_once.db")
    assert rows(tmp_path / "processes.db") == expected
    assert rows(tmp_path / "one_by_one.db") == expected
    assert expected["figure"]
    assert expected["claim"]


def test_another_codebook_compares_anew_without_reading(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db = tmp_path / "f.db"
    pipeline.run([str(reports)], db=db)
    monkeypatch.setattr(Store, "add", lambda *_: pytest.fail("nothing is new"))
    pipeline.run([str(reports)], db=db, codebook="acled")
    assert one(db, "SELECT group_concat(DISTINCT codebook) FROM toll") == "acled"


def test_an_unknown_codebook_is_told_before_anything_is_done(reports: Path, tmp_path: Path) -> None:
    with pytest.raises(FiguresError, match="nosuch"):
        pipeline.run([str(reports)], db=tmp_path / "f.db", codebook="nosuch")
    assert not (tmp_path / "f.db").exists()


# -- what cannot be read ----------------------------------------------------------------------


def test_one_unreadable_input_is_an_issue_and_the_run_goes_on(
    reports: Path, tmp_path: Path
) -> None:
    (reports / "bad.jsonl").write_text('{"text": "Two people died."}\n{not json\n', "utf-8")
    (reports / "empty.txt").write_bytes(b"")
    db = tmp_path / "f.db"
    for _ in range(2):
        summary = pipeline.run([str(reports)], db=db)
        assert summary.documents == 5
        assert {issue.where for issue in summary.issues} == {"bad.jsonl:2", "empty.txt"}
    with Store(db) as store:
        assert sorted(r["where"] for r in store.query("SELECT * FROM issue")) == [
            "bad.jsonl:2",
            "empty.txt",
        ]


def test_nothing_readable_is_an_error_and_still_an_issue(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    with pytest.raises(FiguresError, match=r"nothing could be read: empty\.txt"):
        pipeline.run([str(tmp_path / "empty.txt")], db=tmp_path / "f.db")
    assert one(tmp_path / "f.db", 'SELECT "where" FROM issue') == "empty.txt"


def test_strict_stops_at_the_first_issue_and_the_next_run_completes(
    reports: Path, tmp_path: Path
) -> None:
    (reports / "b0.txt").write_bytes(b"")
    db = tmp_path / "f.db"
    with pytest.raises(UnreadableInput, match=r"b0\.txt"):
        pipeline.run([str(reports)], db=db, strict=True)
    assert one(db, "SELECT seconds FROM run") is None
    (reports / "b0.txt").unlink()
    pipeline.run([str(reports)], db=db, strict=True)
    pipeline.run([str(reports)], db=tmp_path / "fresh.db")
    assert rows(db) == rows(tmp_path / "fresh.db")


def fails_on_b(document: Document) -> Extraction:
    if document.name == "b.txt":
        raise ValueError("no such thing")
    return processes.extract_document(document)


def test_a_document_that_extraction_cannot_bear_is_an_issue(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        pipeline, "extract_all", lambda found, workers: processes.extract_all(found, 1, fails_on_b)
    )
    summary = pipeline.run([str(reports)], db=tmp_path / "f.db")
    assert (summary.documents, summary.new) == (4, 3)
    assert [issue.where for issue in summary.issues] == ["b.txt"]
    again = pipeline.run([str(reports)], db=tmp_path / "f.db")
    assert (again.known, again.new, again.messages) == (3, 0, []), "b.txt was tried again"


def test_what_was_read_before_an_interrupt_stays(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db = tmp_path / "f.db"

    def stopped(found: Iterator[Document], workers: int) -> Iterator[Extraction | Issue]:
        for number, item in enumerate(processes.extract_all(found)):
            if number == 2:
                raise KeyboardInterrupt
            yield item

    with monkeypatch.context() as pressed:
        pressed.setattr(pipeline, "extract_all", stopped)
        with pytest.raises(KeyboardInterrupt):
            pipeline.run([str(reports)], db=db)
    with Store(db, create=False) as store:
        assert len(list(store.documents())) == 2
    summary = pipeline.run([str(reports)], db=db)
    assert (summary.known, summary.new) == (2, 2)
    pipeline.run([str(reports)], db=tmp_path / "fresh.db")
    assert rows(db) == rows(tmp_path / "fresh.db")


def test_a_run_that_was_interrupted_is_completed_by_the_next(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db = tmp_path / "f.db"
    with monkeypatch.context() as broken:

        def interrupt(*_: object, **__: object) -> None:
            raise KeyboardInterrupt

        broken.setattr(Store, "write_comparison", interrupt)
        with pytest.raises(KeyboardInterrupt):
            pipeline.run([str(reports)], db=db)
    summary = pipeline.run([str(reports)], db=db)
    assert summary.new == 0
    pipeline.run([str(reports)], db=tmp_path / "fresh.db")
    assert rows(db) == rows(tmp_path / "fresh.db")


def test_a_large_database_keeps_what_its_reports_are_compared_by(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conclusions, "FEW", 1)
    db, fresh, index = tmp_path / "f.db", tmp_path / "fresh.db", tmp_path / "f.db-compared"
    first, *_ = sorted(reports.iterdir())
    pipeline.run([str(first)], db=db)
    assert not index.exists()
    pipeline.run([str(reports)], db=db)
    assert index.stat().st_size
    more = tmp_path / "more.txt"
    more.write_text("LESK, 3 May 2024 -- At least 15 people were killed by the blast in Lesk.")
    pipeline.run([str(more)], db=db)
    pipeline.run([str(reports), str(more)], db=fresh)
    assert rows(db) == rows(fresh)
    for damage in (b"no database", b""):  # what is lost is made anew
        index.write_bytes(damage)
        more.write_text(
            f"LESK, 4 May 2024 -- {len(damage)}6 people were killed by the blast in Lesk."
        )
        pipeline.run([str(more)], db=db)
        pipeline.run([str(more)], db=fresh)
        assert rows(db) == rows(fresh)


def test_a_database_that_another_program_writes_to_is_one_line(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db = tmp_path / "f.db"
    pipeline.run([str(reports)], db=db)
    connect = sqlite3.connect
    monkeypatch.setattr(
        sqlite3, "connect", lambda path, **how: connect(path, **{**how, "timeout": 0.01})
    )
    other = connect(db)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="try again when it is done"):
        pipeline.run([str(reports)], db=db)
    other.close()


# -- the examples -----------------------------------------------------------------------------


def test_examples_give_way_to_ones_own_reports(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = tmp_path / "examples"
    shipped.mkdir()
    (shipped / "shown.txt").write_text("Two people were killed in Lesk.", "utf-8")
    monkeypatch.chdir(tmp_path)
    db = tmp_path / "f.db"
    assert pipeline.run(db=db).documents == 1
    (tmp_path / "empty.txt").write_bytes(b"")
    with pytest.raises(FiguresError):
        pipeline.run([str(tmp_path / "empty.txt")], db=db)
    assert one(db, "SELECT name FROM document") == "shown.txt", "nothing was read to replace them"
    summary = pipeline.run([str(reports)], db=db)
    assert any("held only the examples" in message for message in summary.messages)
    assert one(db, "SELECT count(*) FROM document WHERE name = 'shown.txt'") == 0
    pipeline.run(db=db)
    again = pipeline.run([str(reports)], db=db)
    assert again.messages == ["nothing new: every document read is in the database already"]
    assert one(db, "SELECT count(*) FROM document") == 5, "ones own reports never give way"


# -- rulings and audits -----------------------------------------------------------------------


def decide(db: Path, audits: Path, change: dict[str, Any]) -> None:
    with Store(db) as store:
        [row] = store.query(
            "SELECT f.*, d.name AS document FROM figure f JOIN document d ON d.id = f.document_id"
            " WHERE value = 40"
        )
    ruling = rulings.make(
        row, "correct", at="2024-05-04T00:00:00Z", by="Ana", reason="list", change=change
    )
    rulings.append(audits / rulings.FILE, ruling)


def test_rulings_are_replayed_and_decide_the_toll(reports: Path, tmp_path: Path) -> None:
    db, audits = tmp_path / "f.db", tmp_path / "audits"
    pipeline.run([str(reports)], db=db, audits=audits)
    decide(db, audits, {"value": 44, "low": 44, "high": 44})
    pipeline.run([str(reports)], db=db, audits=audits)
    assert one(db, "SELECT low FROM published_figure WHERE ruled = 'corrected'") == 44
    assert one(db, "SELECT machine_low FROM published_figure WHERE ruled = 'corrected'") == 40
    assert one(db, "SELECT count(*) FROM toll WHERE best = 44") == 1
    assert one(db, "SELECT json_extract(details, '$.count') FROM log WHERE event = 'rulings'") == 1
    before = rows(db)
    pipeline.run([str(reports)], db=db)  # without the folder: the database's own
    assert rows(db) == before


def test_audits_stand_beside_the_default_database_only(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    pipeline.run([str(reports)], db=Path("other.db"))
    assert not (tmp_path / "audits").exists()
    pipeline.run([str(reports)], db=Path("other.db"), audits=Path("mine"))
    assert (tmp_path / "mine/conflicts.csv").exists()
    pipeline.run([str(reports)])
    assert (tmp_path / "audits/conflicts.csv").exists()
    assert (tmp_path / "db/figures.db").exists()


def test_a_ruling_that_cannot_be_understood_is_told_before_anything_is_done(
    reports: Path, tmp_path: Path
) -> None:
    (tmp_path / rulings.FILE).write_text("{}\n", "utf-8")
    with pytest.raises(FiguresError, match=rf"{rulings.FILE}:1"):
        pipeline.run([str(reports)], db=tmp_path / "f.db", audits=tmp_path)
    assert not (tmp_path / "f.db").exists()


# -- built anew -------------------------------------------------------------------------------


def other_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "rules_hash", lambda: "other")


def older_schema(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)


@pytest.mark.parametrize(
    ("change", "words"), [(other_rules, "other rules"), (older_schema, "older version")]
)
def test_a_database_of_other_rules_is_built_anew_from_its_archive(
    change: Callable[[pytest.MonkeyPatch], None],
    words: str,
    reports: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    db, audits = tmp_path / "f.db", tmp_path / "audits"
    (reports / "empty.txt").write_bytes(b"")
    pipeline.run([str(reports)], db=db, audits=audits)
    decide(db, audits, {"low": 44, "high": 44})
    pipeline.run([str(reports)], db=db, audits=audits)
    before = rows(db)
    (tmp_path / "new.txt").write_text("Three men drowned off Lesk.", "utf-8")
    for name in REPORTS:
        (reports / name).unlink()

    change(monkeypatch)
    summary = pipeline.run([str(tmp_path / "new.txt")], db=db)  # its rulings are its own now
    assert any(words in message for message in summary.messages)
    assert (summary.documents, summary.new) == (1, 1)
    with Store(db) as store:
        assert sorted(d.name for d in store.documents()) == [*REPORTS, "new.txt"]
        assert log.broken_links(store.connection) == []
        events = [r["event"] for r in store.query("SELECT event FROM log ORDER BY seq")]
        assert events == ["run", "rulings", "run", "rebuild", "run"]
        assert store.one("SELECT count(*) FROM published_figure WHERE ruled = 'corrected'") == 1
        assert store.one('SELECT "where" FROM issue') == "empty.txt"
    after = rows(db)
    assert set(before["figure"]) < set(after["figure"])
    assert not list(tmp_path.glob("f.db.new*"))


def test_where_building_anew_fails_the_old_file_stays(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db = tmp_path / "f.db"
    pipeline.run([str(reports)], db=db)
    with Store(db) as store:
        store.connection.execute("DROP TRIGGER log_not_updated")
        store.connection.execute("UPDATE log SET details = '{}'")
    other_rules(monkeypatch)
    with pytest.raises(StoreError, match="log row 1"):
        pipeline.run([str(reports)], db=db)
    assert one(db, "SELECT count(*) FROM document") == 4


def test_while_a_database_is_built_anew_nobody_else_writes_to_it(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db = tmp_path / "f.db"
    pipeline.run([str(reports)], db=db)
    refused: list[str] = []

    def meanwhile(found: Iterator[Document], workers: int) -> Iterator[Extraction | Issue]:
        with closing(sqlite3.connect(db, timeout=0)) as other:
            try:
                other.execute("UPDATE run SET issues = 7")
            except sqlite3.OperationalError as error:
                refused.append(str(error))
        return processes.extract_all(found, workers)

    monkeypatch.setattr(pipeline, "extract_all", meanwhile)
    assert pipeline.rebuild(db, None, "default", 1, "old", []) == 4
    assert refused == ["database is locked"]


def test_a_database_that_another_program_built_anew_is_not_built_from_the_old_one(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db, other = tmp_path / "f.db", tmp_path / "other.db"
    pipeline.run([str(reports)], db=db)
    pipeline.run([str(reports / "a.txt")], db=other)

    def opened(path: Path, **how: bool) -> Store:
        store = Store(path, **how)
        if how:
            other.replace(db)
        return store

    monkeypatch.setattr(pipeline, "Store", opened)
    with pytest.raises(StoreError, match="built it anew"):
        pipeline.rebuild(db, None, "default", 1, "old", [])
    assert one(db, "SELECT count(*) FROM document") == 1


def test_nothing_is_stored_in_a_database_that_another_has_taken_the_place_of(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db, other = tmp_path / "f.db", tmp_path / "other.db"
    pipeline.run([str(reports / "a.txt")], db=db)
    pipeline.run([str(reports / "a.txt")], db=other)

    def meanwhile(found: Iterator[Document], workers: int) -> Iterator[Extraction | Issue]:
        other.replace(db)
        return processes.extract_all(found, workers)

    monkeypatch.setattr(pipeline, "extract_all", meanwhile)
    with pytest.raises(StoreError, match="built it anew"):
        pipeline.run([str(reports)], db=db)


def test_names_that_incidents_bore_still_lead_somewhere(reports: Path, tmp_path: Path) -> None:
    """Whatever is added first, every id that an incident had at some time is its own or an alias."""
    db, ever = tmp_path / "f.db", set()
    for name in sorted(REPORTS, reverse=True):
        pipeline.run([str(reports / name)], db=db)
        with Store(db) as store:
            ever |= {r["id"] for r in store.query("SELECT id FROM incident")}
    with Store(db) as store:
        led = {
            r["id"]
            for r in store.query("SELECT id FROM incident UNION SELECT id FROM incident_alias")
        }
    assert ever <= led


def test_the_journal_names_what_each_run_read(reports: Path, tmp_path: Path) -> None:
    db = tmp_path / "f.db"
    pipeline.run([str(reports)], db=db)
    details = json.loads(one(db, "SELECT details FROM log"))
    assert (details["read"], details["new"], details["run"]) == (4, 4, 1)
    assert details["rules"] == pipeline.rules_hash()

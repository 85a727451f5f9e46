"""What is printed and exported: safe for where it goes, complete, and the same every time."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from full import no_file_beyond
from hypothesis import given
from hypothesis import strategies as st

from figures.audit.decide import decide
from figures.conclusions import conclude
from figures.errors import WrongUsage
from figures.extraction import extract_document
from figures.model import Document, Figure
from figures.pipeline import run
from figures.publishing import cells, tables
from figures.publishing.export import COLUMNS as EXPORTED
from figures.publishing.export import export
from figures.publishing.report import COLUMNS, conflict_report, write_conflicts
from figures.store import Store

ROOT = Path(__file__).parent.parent
REPORTS = {
    "a.txt": "At least 12 people, including three children, were killed and 20 were injured"
    " when a shell hit the market in Derna on Monday, 4 March 2019, police said.",
    "b.txt": "A shell hit the market in Derna on Monday, 4 March 2019. It killed at least 12 people"
    " and injured 33, the health ministry said.",
}
READING = '{"id": "%s", "text": %s, "publisher": "=cmd()", "url": "https://example.org/%s"}\n'


def build(folder: Path, order: tuple[str, ...] = ("a.txt", "b.txt")) -> Path:
    folder.mkdir()
    lines = [READING % (name, json.dumps(REPORTS[name]), name) for name in order]
    (folder / "reports.jsonl").write_text("".join(lines), "utf-8")
    run([str(folder / "reports.jsonl")], db=folder / "f.db")
    return folder / "f.db"


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("published") / "one")


# -- cells ------------------------------------------------------------------------------------


@given(st.text() | st.text(alphabet="=+-@＝＋－＠−\t\r\n ;'\u200b\u3000ab1"))
def test_no_cell_begins_like_a_formula(text: str) -> None:
    cell = cells.safe(text)
    begins = next((c for c in cell if unicodedata.category(c)[0] not in "ZC"), "'")
    assert unicodedata.normalize("NFKC", begins)[0] not in "=+-@−"
    assert cell[:1] not in ("\t", "\r", "\n")
    assert cell.replace("'", "") == text.replace("'", ""), "only apostrophes are added"


@pytest.mark.parametrize(
    "text",
    ["=1+1", " =1", "\u3000＝1", "\ufeff=1", "\u200b@SUM(A1)", "+1", "-1", "−1", "\t12", "\r=1"],
)
def test_what_a_spreadsheet_might_run_gets_an_apostrophe(text: str) -> None:
    assert cells.safe(text) == "'" + text or cells.safe(text).startswith("'")


@pytest.mark.parametrize("text", ["12 people", "nearly 4-million", "a = b", "«=»", "", "é"])
def test_ordinary_words_stay_as_they_are(text: str) -> None:
    assert cells.safe(text) == text


def test_a_cell_does_not_become_two_where_the_separator_is_another() -> None:
    assert cells.safe("12 hurt;=cmd()") == "12 hurt;'=cmd()"


@given(st.lists(st.lists(st.text(), min_size=3, max_size=3)))
def test_csv_keeps_its_columns_whatever_is_in_them(rows: list[list[str]]) -> None:
    rows = [[c.replace("\r", "").replace("\0", "") for c in row] for row in rows]
    text = cells.to_csv("abc", [dict(zip("abc", row, strict=True)) for row in rows])
    read = list(csv.reader(io.StringIO(text, newline="")))
    assert read == [list("abc"), *([cells.safe(c) for c in row] for row in rows)]


@given(st.dictionaries(st.text(), st.text() | st.none() | st.integers() | st.lists(st.text())))
def test_a_line_of_json_is_one_line_and_says_the_same(row: dict[str, Any]) -> None:
    line = cells.json_line(row)
    assert line.splitlines(keepends=True) == [line]
    assert json.loads(line) == row


@given(st.text())
def test_nothing_invisible_reaches_the_terminal(text: str) -> None:
    shown = cells.visible(text)
    assert not {unicodedata.category(c) for c in shown} & {"Cc", "Cf", "Cs", "Zl", "Zp"}


# -- figures as rows and tables ---------------------------------------------------------------


def extraction(text: str = REPORTS["a.txt"]) -> list[dict[str, Any]]:
    return tables.figure_rows(extract_document(Document("a.txt", text)))


def test_a_row_has_every_field_of_a_figure_and_its_document() -> None:
    assert set(tables.FIELDS) == {f.name for f in fields(Figure)} - {"evidence"} | {"document"}
    row = extraction()[0]
    assert tuple(row) == tuple(tables.FIELDS)
    assert (row["document"], row["quote"], row["groups"]) == ("a.txt", "At least 12 people", [])


def test_figures_come_in_the_order_of_the_text_then_of_the_categories() -> None:
    rows = extraction("Some 30 people were killed or injured. Six were killed and nine injured.")
    assert [r["number_start"] for r in rows] == sorted(r["number_start"] for r in rows)
    one, other = (f for f in extract_document(Document("a", REPORTS["b.txt"])).figures)
    same_place = [
        replace(other, category="injured"),
        replace(other, category="killed"),
        replace(one, category="missing"),
    ]
    assert [f.category for f in tables.in_order(same_place)] == ["missing", "killed", "injured"]


def test_victims_known_by_name_are_printed_only_when_asked_for() -> None:
    found = extract_document(Document("a.txt", "Ana Ruiz was shot dead. Two others were wounded."))
    assert "named" in {f.counted for f in found.figures}
    assert "named" not in {r["counted"] for r in tables.figure_rows(found)}
    assert "named" in {r["counted"] for r in tables.figure_rows(found, named=True)}


def test_csv_of_figures_reads_back() -> None:
    [first, *_] = csv.DictReader(io.StringIO(tables.csv(extraction()), newline=""))
    assert first["quote"] == "At least 12 people"
    assert (first["low"], first["high"]) == ("12", "")
    assert json.loads(first["groups"]) == []


def test_the_table_shows_hostile_text_as_it_is() -> None:
    row = {**extraction()[0], "place": "\x1b]0;Derna\x07", "quote": "12 \u202eelpoep"}
    shown = tables.table([row])
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert shown.startswith("category")


def test_the_table_of_nothing_is_its_head() -> None:
    assert tables.table([]).split() == list(tables._COLUMNS)


# -- the conflict report ----------------------------------------------------------------------


def test_the_report_names_both_sides_of_a_conflict(db: Path) -> None:
    with Store(db) as store:
        [row] = csv.DictReader(io.StringIO(conflict_report(store), newline=""))
    assert row["category"] == "injured"
    sides = {(row[f"{s}_low"], row[f"{s}_high"], row[f"{s}_quote"]) for s in ("left", "right")}
    assert sides == {("20", "20", "20"), ("33", "33", "33")}
    assert row["gap"] == "13"
    assert "police" in (row["left_attributed_to"], row["right_attributed_to"])
    assert row["left_publisher"] == "'=cmd()", "safe to open in a spreadsheet"
    assert row["left_url"].startswith("https://example.org/")
    assert row["left_figure"].startswith("/figures/figure/")
    assert "20" in row["explanation"]
    assert "33" in row["explanation"]


def test_the_report_is_written_as_it_is_printed(db: Path, tmp_path: Path) -> None:
    with Store(db) as store:
        path = write_conflicts(store, tmp_path / "audits")
        assert path.read_bytes().decode() == conflict_report(store)
    assert b"\r" not in path.read_bytes()


def test_where_the_disk_is_full_the_report_before_stays(db: Path, tmp_path: Path) -> None:
    with Store(db) as store:
        path = write_conflicts(store, tmp_path)
        there = path.read_bytes()
        with no_file_beyond(20), pytest.raises(OSError, match=re.escape(str(path))):
            write_conflicts(store, tmp_path)
    assert path.read_bytes() == there
    assert sorted(p.name for p in tmp_path.iterdir()) == ["conflicts.csv", "conflicts.md"]


def test_every_column_of_the_report_is_explained() -> None:
    written = (ROOT / "audits" / "README.md").read_text("utf-8")
    missing = []
    for column in COLUMNS:
        name = column.removeprefix("left_").removeprefix("right_")
        if f"`{column}`" not in written and f"`left_{name}`, `right_{name}`" not in written:
            missing.append(column)
    assert not missing


# -- exports ----------------------------------------------------------------------------------


def test_builds_of_the_same_inputs_export_the_same_bytes(db: Path, tmp_path: Path) -> None:
    other = build(tmp_path / "two", ("b.txt", "a.txt"))
    one_by_one = tmp_path / "three.db"
    for name in ("b.txt", "a.txt"):
        line = READING % (name, json.dumps(REPORTS[name]), name)
        (tmp_path / "one.jsonl").write_text(line, "utf-8")
        run([str(tmp_path / "one.jsonl")], db=one_by_one)
    for format in ("jsonl", "csv"):
        exports = []
        for path in (db, other, one_by_one):
            with Store(path) as store:
                exports.append("".join(export(store, format)))
        assert exports[0] == exports[1] == exports[2]
        assert exports[0].count("\n") >= 5


def test_an_export_has_the_fields_of_a_figure_and_those_of_the_database(db: Path) -> None:
    with Store(db) as store:
        rows = [json.loads(line) for line in export(store, "jsonl")]
        [head, *lines] = csv.reader(io.StringIO("".join(export(store, "csv")), newline=""))
    assert tuple(rows[0]) == EXPORTED == tuple(head)
    assert len(lines) == len(rows)
    assert tuple(rows[0])[: len(tables.FIELDS)] == tuple(tables.FIELDS)
    assert all(r["quote"] == REPORTS[r["document"]][r["start"] : r["end"]] for r in rows)


def test_an_export_publishes_corrections_and_keeps_what_was_read(tmp_path: Path) -> None:
    path = build(tmp_path / "ruled")
    with Store(path) as store:
        figure = next(r for r in store.query("SELECT id FROM figure WHERE low = 20"))["id"]
        rulings = decide(
            store, figure, "correct", by="Ana", reason="the list", change={"low": 21, "high": 21},
            audits=None,
        )  # fmt: skip
        conclude(store, rulings)
        rows = {r["id"]: r for r in map(json.loads, export(store, "jsonl"))}
    ruled = rows[figure]
    assert (ruled["low"], ruled["high"], ruled["value"]) == (21, 21, 21)
    assert (ruled["machine_low"], ruled["machine_high"]) == (20, 20)
    assert (ruled["ruled"], ruled["ruled_by"]) == ("corrected", "Ana")
    assert [r["ruled"] for r in rows.values() if r["id"] != figure] == [None] * (len(rows) - 1)


def test_another_format_is_wrong_usage(db: Path) -> None:
    with Store(db) as store:
        with pytest.raises(WrongUsage, match="there are csv, jsonl"):
            list(export(store, "xls"))
        with pytest.raises(WrongUsage, match="--out"):
            list(export(store, "xlsx"))

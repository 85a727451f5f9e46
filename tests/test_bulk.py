"""Rulings in bulk: the queue as a table, filled in and read back, all or nothing, every line told."""

from __future__ import annotations

import csv
import io
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from figures.audit import rulings
from figures.cli import main
from figures.pipeline import run
from figures.review.bulk import COLUMNS, READ, SHOWN, TOLD
from figures.review.queue import GROUPS, Group, queue, sql
from figures.store import Store

REPORTS = {
    "a.txt": "LESK, 2 May 2024 -- At least 12 people were killed when a bridge fell in Derna, Libya, police said.",
    "b.txt": "LESK, 2 May 2024 -- A bridge fell in Derna, Libya, and 40 people were killed, a hospital said.",
    "c.txt": "LESK, 9 June 2024 -- Dozens of farmers were feared dead in Herat. A miner and his\nbrothers never came.",
    "d.txt": "LESK, 11 July 2024 -- Three firefighters were injured in Lyon. Some 250 homes were destroyed.",
}


@pytest.fixture
def db(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    for name, text in REPORTS.items():
        (tmp_path / "in" / name).write_text(text, "utf-8")
    run([str(tmp_path / "in")], db=tmp_path / "f.db", audits=tmp_path / "audits")
    return tmp_path / "f.db"


def figures(db: Path, *words: str) -> Result:
    more = ["--audits", str(db.parent / "audits")] if words[0] == "decide" else []
    return CliRunner().invoke(main, [*words, "--db", str(db), *more])


def table(db: Path, *words: str) -> list[dict[str, str]]:
    done = figures(db, "queue", *words)
    assert done.exit_code == 0, done.output
    return list(csv.DictReader(io.StringIO(done.output)))


def hand_in(db: Path, rows: list[dict[str, Any]], *words: str) -> Result:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(dict.fromkeys(name for row in rows for name in row)))
    writer.writeheader()
    writer.writerows(rows)
    (db.parent / "r.csv").write_text(out.getvalue(), "utf-8-sig")
    return figures(db, "decide", "--from", str(db.parent / "r.csv"), *words)


def lines(db: Path) -> list[Any]:
    return rulings.read(db.parent / "audits" / rulings.FILE)


def ask(db: Path, sql: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(db)) as connection:
        return connection.execute(sql).fetchall()


# -- the queue --------------------------------------------------------------------------------


def test_every_figure_is_in_the_queue_once_those_in_conflict_first(db: Path) -> None:
    rows = table(db)
    [(count,)] = ask(db, "SELECT count(*) FROM figure")
    assert len({row["figure"] for row in rows}) == len(rows) == count
    assert [row["quote"] for row in rows[:2]] == ["At least 12 people", "40 people"] or {
        row["quote"] for row in rows[:2]
    } == {"At least 12 people", "40 people"}
    groups = [row["group"] for row in rows]
    order = [group.name for group in GROUPS]
    assert groups == sorted(groups, key=order.index)
    assert {"disputed", "uncertain", "rest"} <= set(groups)
    assert rows[groups.index("uncertain")]["quote"] == "Dozens of farmers"
    assert len(table(db, "--limit", "2")) == 2


def test_what_was_read_leaves_the_queue_and_waits_for_a_second_person(db: Path) -> None:
    first = table(db)[0]
    assert (
        hand_in(
            db, [{"figure": first["figure"], "ruling": "confirm", "by": "Ana", "reason": "x"}]
        ).exit_code
        == 0
    )
    assert first["figure"] not in {row["figure"] for row in table(db)}
    [waiting] = table(db, "--which", "read")
    assert (waiting["figure"], waiting["ruled_by"], waiting["review"]) == (
        first["figure"],
        "Ana",
        "read",
    )
    waiting |= {"ruling": "second", "by": "Ben", "reason": "read it too"}
    assert hand_in(db, [waiting]).exit_code == 0
    assert table(db, "--which", "read") == []
    assert [row["review"] for row in table(db, "--which", "seconded")] == ["seconded"]


def test_what_people_cannot_tell_or_do_not_agree_on_stays_in_the_queue(db: Path) -> None:
    one, other = (row["figure"] for row in table(db)[-2:])
    told = [("Ana", one, "confirm"), ("Ben", one, "reject"), ("Ana", other, "unsure")]
    rows = [{"figure": f, "ruling": r, "by": by, "reason": "x"} for by, f, r in told]
    assert hand_in(db, rows).exit_code == 0
    queued = table(db)
    assert (queued[0]["figure"], queued[0]["group"]) == (one, "contested")
    assert other in {row["figure"] for row in queued}


def test_a_figure_whose_ruling_fits_no_more_comes_early(db: Path) -> None:
    last = table(db)[-1]["figure"]
    hand_in(db, [{"figure": last, "ruling": "confirm", "by": "Ana", "reason": "x"}])
    path = db.parent / "audits" / rulings.FILE
    path.write_text(
        path.read_text("utf-8").replace('"status": "asserted"', '"status": "denied"'), "utf-8"
    )
    run([str(db.parent / "in")], db=db, audits=path.parent)
    assert (table(db)[0]["figure"], table(db)[0]["group"]) == (last, "stale")


@pytest.mark.parametrize("beyond", ["", ">", "<", "="])
@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.name)
def test_no_group_of_the_queue_scans_or_sorts_all_its_figures(
    db: Path, group: Group, beyond: str
) -> None:
    with Store(db) as store:
        next(queue(store), None)  # which makes known who is meant by a name
        told = {"me": "", **{f"key{n}": "" for n in range(len(group.key))}}
        plan = store.query(
            "EXPLAIN QUERY PLAN " + sql(group, "unread", beyond, backwards=beyond == "<"), told
        )
        steps = [row["detail"] for row in plan]
    scanned = {s.split()[1] for s in steps if s.startswith("SCAN") and "INDEX" not in s}
    assert scanned <= {"ruling", "constant"}, steps  # as many as people made
    if beyond != "=":  # which few have
        assert "USE TEMP B-TREE FOR ORDER BY" not in steps or group.name == "stale", steps
    if beyond and group.name in ("disputed", "uncertain", "rest"):
        assert "SEARCH" in steps[0], steps


# -- the table, handed in ---------------------------------------------------------------------


def test_a_table_goes_round(db: Path) -> None:
    rows = table(db)
    rows[0] |= {"ruling": "Correct", "by": "Ana", "reason": "the list", "low": "13", "high": "open"}
    rows[1] |= {"ruling": "confirm"}
    rows[2] |= {"ruling": "reject", "reason": "a song"}
    done = hand_in(db, rows, "--by", "Ben", "--reason", "read it")
    assert done.exit_code == 0, done.output
    empty = len(rows) - 3
    said = f"1 confirm, 1 correct, 1 reject; {empty} lines without a ruling: written to"
    assert done.output.startswith(said)
    assert [(r.by, r.reason, dict(r.set)) for r in lines(db)] == [
        ("Ana", "the list", {"low": 13, "high": None}), ("Ben", "read it", {}), ("Ben", "a song", {}),
    ]  # fmt: skip
    assert ask(db, "SELECT count(*) FROM published_figure WHERE review = 'read'") == [(3,)]


def test_the_same_table_may_be_handed_in_again_as_it_grows(db: Path) -> None:
    rows = [
        {"figure": row["figure"], "ruling": "", "by": "Ana", "reason": "x"} for row in table(db)
    ]
    rows[0]["ruling"] = "confirm"
    hand_in(db, rows)
    rows[1]["ruling"] = "confirm"
    assert hand_in(db, rows).output.startswith("1 confirm; 1 made before;")
    assert len(lines(db)) == 2


def test_a_dry_run_writes_nothing(db: Path) -> None:
    rows = table(db)
    rows[0] |= {"ruling": "confirm", "by": "Ana", "reason": "x"}
    before = ask(db, "SELECT count(*) FROM log")
    done = hand_in(db, rows, "--dry-run")
    assert done.exit_code == 0
    assert "1 confirm" in done.output
    assert "would be written" in done.output
    assert (lines(db), ask(db, "SELECT count(*) FROM log")) == ([], before)
    assert ask(db, "SELECT 1 FROM ruling") == []


def test_wrong_lines_are_all_told_with_their_numbers_and_nothing_is_written(db: Path) -> None:
    rows = [{**dict.fromkeys(("low", "with", "stands", "read_low"), ""), "figure": row["figure"], "by": "Ana",
             "reason": "two\nlines", "ruling": "confirm", "sentence": ""} for row in table(db)[:4]]  # fmt: skip
    for row in rows:
        row.pop("read_low")
    rows[1] |= {"ruling": "correct", "low": "many"}
    rows[2] |= {"figure": "ffff"}
    rows[3] |= {"ruling": "maybe"}
    done = hand_in(db, rows)
    assert done.exit_code == 1
    name = str(db.parent / "r.csv")
    assert done.output.splitlines() == [  # the header is line 1, and every reason holds two lines
        f"figures: {name}:4: low many: give a number from 0 up, or `open`",
        f"figures: {name}:6: ffff: no such figure in {db}; `figures export jsonl` lists them",
        f"figures: {name}:8: no ruling 'maybe'; take one of confirm, correct, reject, unsure, add, second,"
        " same, not-same, copy, not-copy, stands",
        f"figures: {name}: 3 wrong lines; nothing is written",
    ]
    assert lines(db) == []


def test_a_line_that_has_not_seen_what_is_there_now_is_refused(db: Path) -> None:
    rows = table(db)[:2]
    for row in rows:
        row |= {"ruling": "confirm", "by": "Ana", "reason": "x"}
    rows[1]["read_low"] = "9999"
    done = hand_in(db, rows)
    assert "reads it otherwise now" in done.output
    assert ":3:" in done.output
    rows[1]["ruling"] = ""
    hand_in(db, rows)
    rows[0] |= {"by": "Ben", "ruling": "reject"}
    assert "Ana has ruled on it since" in hand_in(db, rows[:1]).output


def test_figures_are_added_and_fields_corrected_from_a_table(db: Path) -> None:
    added = {"document": "c.txt", "ruling": "add", "words": "A miner and his brothers", "category": "killed",
             "low": "3", "high": "open", "by": "Ana", "reason": "missed"}  # fmt: skip
    corrected = {"figure": table(db)[0]["figure"], "ruling": "correct", "status": "feared", "caveat": "none",
                 "place": "Benghazi, Libya", "by": "Ana", "reason": "x"}  # fmt: skip
    done = hand_in(db, [added, corrected])
    assert done.exit_code == 0, done.output
    assert ask(db, "SELECT quote, low, high FROM figure WHERE rule = 'person'") == [
        ("A miner and his\nbrothers", 3, None)
    ]
    row = ask(
        db, "SELECT status, caveat, place, country FROM published_figure WHERE ruled = 'corrected'"
    )
    assert row == [("feared", None, "Benghazi, Libya", "LY")]


def test_cells_that_spreadsheets_would_run_are_harmless_both_ways(db: Path) -> None:
    rows = table(db)[:1]
    rows[0] |= {"ruling": "confirm", "by": "'=cmd()", "reason": "'-1 is no count"}
    assert hand_in(db, rows).exit_code == 0
    assert [(r.by, r.reason) for r in lines(db)] == [("=cmd()", "-1 is no count")]
    [row] = table(db, "--which", "read")
    assert row["ruled_by"] == "'=cmd()"


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_other_separators_are_known_by_the_header(db: Path, delimiter: str) -> None:
    figure = table(db)[0]["figure"]
    told = ["figure,ruling,by,reason", f"{figure},confirm,Ana,x"]
    (db.parent / "s.csv").write_text("\r\n".join(told).replace(",", delimiter), "utf-8")
    assert figures(db, "decide", "--from", str(db.parent / "s.csv")).exit_code == 0
    assert len(lines(db)) == 1


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "an empty table"),
        (b"figure,ruling,colour\n", ":1: no such column 'colour'"),
        (b"figure,by\n", ":1: columns `figure` (or `document`) and `ruling` are needed"),
        (b"figure,ruling,ruling\n", ":1: the column ruling is there twice"),
        (b"figure,ruling\n\xff,confirm\n", "not UTF-8"),
        (b'figure,ruling\n"' + b"x" * 200_000 + b'",confirm\n', ":2: no CSV (field larger"),
        (b"figure,ruling\na,confirm,Ana\n", ":2: 3 cells, but the header names 2 columns"),
        (b"figure,ruling\na,confirm\n", ":2: a ruling needs a name and a reason"),
        (b"document,ruling,by,reason\na,confirm,A,x\n", ":2: confirm: which figure?"),
        (b"document,ruling,by,reason,words\n,add,A,x,y\n", ":2: add: which document?"),
        (b"figure,ruling,by,reason,with\na,same,A,x,\n", ":2: same: name the other with --with"),
    ],
)
def test_what_is_no_such_table_is_refused(db: Path, content: bytes, says: str) -> None:
    (db.parent / "s.csv").write_bytes(content)
    done = figures(db, "decide", "--from", str(db.parent / "s.csv"))
    assert done.exit_code == 1, done.output
    assert says in done.output
    assert lines(db) == []


@pytest.mark.parametrize(
    "words",
    [
        ["3f2a", "confirm", "--from", "r.csv"],
        ["3f2a"],
        ["3f2a", "confirm", "--by", "A"],
        ["3f2a", "confirm", "--by", "A", "--reason", "x", "--dry-run"],
        ["3f2a", "confirm", "--by", "A", "--reason", "x", "--words", "y"],
        ["a.txt", "add", "--by", "A", "--reason", "x", "--category", "killed"],
        ["3f2a", "correct", "--by", "A", "--reason", "x", "--set", "place"],
        ["3f2a", "correct", "--by", "A", "--reason", "x", "--set", "colour=red"],
    ],
)
def test_wrong_usage_ends_with_two(db: Path, words: list[str]) -> None:
    assert figures(db, "decide", *words).exit_code == 2


def test_the_command_line_adds_seconds_and_says_who_disagrees(db: Path) -> None:
    by = ["--reason", "read it", "--by"]
    done = figures(db, "decide", "c.txt", "add", "--words", "A miner and his brothers", "--low", "3",
                   "--high", "3", "--category", "killed", "--set", "caveat=unverified", *by, "Ana")  # fmt: skip
    assert done.exit_code == 0, done.output
    [(figure, caveat)] = ask(db, "SELECT id, caveat FROM figure WHERE rule = 'person'")
    assert caveat == "unverified"
    assert figures(db, "decide", figure, "second", *by, "Ben").exit_code == 0
    assert figures(db, "decide", figure, "second", *by, "Ben").exit_code == 1
    contested = figures(db, "decide", figure, "reject", *by, "Cleo")
    assert f"Ben holds something else of figure {figure}: both are shown" in contested.output
    again = figures(db, "decide", figure, "reject", *by, "Cleo")
    assert "said before: nothing is added" in again.output
    assert figures(db, "verify", "--audits", str(db.parent / "audits")).exit_code == 0


def test_the_columns_are_documented() -> None:
    page = (Path(__file__).parent.parent / "docs" / "review.md").read_text("utf-8")
    for column in {*TOLD, *READ, *SHOWN, *COLUMNS}:
        assert f"`{column}`" in page, column


def test_the_queue_takes_figures_one_by_one(db: Path) -> None:
    with Store(db) as store:
        assert len(list(queue(store, limit=1))) == 1

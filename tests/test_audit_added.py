"""Figures that a person added: rows of their own, compared, replayed, withdrawn with their ruling, stale
where their words are gone; and every field that a ruling may set."""

from __future__ import annotations

import json
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from figures.audit import rulings
from figures.audit.added import select
from figures.audit.decide import Decision, Overtaken, rule
from figures.audit.fields import CHOICES, SETTABLE, completed, from_words
from figures.audit.verify import verify
from figures.comparison.reports import Held
from figures.comparison.rulings import read as read_rulings
from figures.conclusions import catch_up, conclude
from figures.errors import FiguresError, WrongUsage
from figures.model import Document
from figures.pipeline import run
from figures.store import Store, schema

TEXT = (
    "DERNA, Libya, 2 May 2024 -- At least 12 people were killed when a shell hit the market in Derna on"
    " Thursday, police said.\n\nThe market lost a baker's dozen of its porters. A mason and his\nsons are"
    " gone, said a porter. Nobody saw the mason and his sons again."
)


@pytest.fixture
def db(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT, "utf-8")
    run([str(tmp_path / "in")], db=tmp_path / "f.db")
    return tmp_path / "f.db"


def decided(db: Path, about: str, ruling: str, audits: Path | None = None, **more: Any) -> Any:
    told = {"by": "Ana", "reason": "read it", **more}
    with Store(db) as store:
        made, _ = rule(store, [Decision(about, ruling, **told)], audits)
        catch_up(store, audits)
    return made[0]


def add(db: Path, audits: Path | None = None, **more: Any) -> Any:
    told = {
        "words": "A mason and his sons",
        "change": {"category": "killed", "low": 3, "high": None},
        **more,
    }
    return decided(db, "a.txt", "add", audits, **told)


def rows(db: Path, sql: str, *parameters: Any) -> list[dict[str, Any]]:
    with Store(db) as store:
        return list(store.query(sql, parameters))


def added(db: Path) -> dict[str, Any]:
    [row] = rows(db, "SELECT * FROM published_figure WHERE rule = 'person'")
    return row


# -- adding -----------------------------------------------------------------------------------


def test_an_added_figure_is_a_figure_with_its_own_provenance(db: Path) -> None:
    add(db)
    row = added(db)
    assert row["quote"] == "A mason and his\nsons"
    assert TEXT[row["start"] : row["end"]] == row["quote"]
    assert (row["category"], row["low"], row["high"], row["value"]) == ("killed", 3, None, None)
    assert row["qualifier"] == "at_least"
    assert row["sentence"] == "A mason and his\nsons are gone, said a porter."
    assert (row["ruled"], row["review"], row["ruled_by"]) == ("added", "read", "Ana")
    evidence = rows(db, "SELECT rule, quote FROM evidence WHERE figure_id = ?", row["id"])
    assert evidence == [{"rule": "person", "quote": row["quote"]}]


def test_its_number_is_read_from_its_words_and_its_setting_from_the_figure_beside(db: Path) -> None:
    add(db, words="dozen of its porters", change={"category": "killed"})
    row = added(db)
    assert (row["reported"], row["value"], row["low"], row["high"]) == ("dozen", 12, 12, 12)
    [beside] = rows(db, "SELECT * FROM figure WHERE rule <> 'person'")
    assert (row["place"], row["earliest"], row["country"]) == ("Derna", beside["earliest"], "LY")


def test_it_is_compared_with_the_others(db: Path) -> None:
    add(db)
    [claims] = rows(
        db, "SELECT count(*) AS n FROM claim_figure WHERE figure_id = ?", added(db)["id"]
    )
    assert claims["n"] == 1


def test_it_comes_back_on_a_run_and_in_a_new_database(db: Path) -> None:
    audits = db.parent / "audits"
    add(db, audits)
    run([str(db.parent / "in")], db=db, audits=audits)
    before = added(db)
    again = db.parent / "again.db"
    run([str(db.parent / "in")], db=again, audits=audits)
    assert {**added(again), "run_id": 0} == {**before, "run_id": 0}


def test_a_database_with_it_is_what_its_bytes_and_rulings_give(db: Path) -> None:
    add(db)
    decided(db, added(db)["id"], "correct", change={"low": 4, "status": "feared"})
    with Store(db) as store:
        assert verify(store, None, conclude).differences == ()
        store.connection.execute("UPDATE figure SET low = 5 WHERE rule = 'person'")
        found = verify(store, None, conclude).differences
    assert ("figure", "low") in {(d.table, d.column) for d in found}


def test_it_goes_with_its_ruling(db: Path) -> None:
    audits = db.parent / "audits"
    add(db, audits)
    decided(db, added(db)["id"], "confirm", audits, by="Ben")
    (audits / rulings.FILE).write_bytes(b"")
    run([str(db.parent / "in")], db=db, audits=audits)
    assert rows(db, "SELECT id FROM figure WHERE rule = 'person'") == []
    assert rows(db, "SELECT 1 FROM review") == []
    with Store(db) as store:
        assert verify(store, audits, conclude).differences == ()


def test_a_comparison_brought_up_to_date_is_the_one_made_afresh(
    db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "figures.conclusions.FEW", 0
    )  # what is compared is kept, as in a large database
    audits = db.parent / "audits"
    add(db, audits)
    figure = added(db)["id"]
    for ruling, change in (
        ("correct", {"low": 4, "place": "Tobruk"}),
        ("reject", {}),
        ("confirm", {}),
    ):
        decided(db, figure, ruling, audits, by=ruling, change=change)
        with Store(db) as store:
            assert verify(store, audits, conclude).differences == (), ruling
    (audits / rulings.FILE).write_bytes(b"")
    run([str(db.parent / "in")], db=db, audits=audits)
    with Store(db) as store:
        assert verify(store, audits, conclude).differences == ()


def test_it_is_there_again_where_the_database_is_built_anew(db: Path) -> None:
    audits = db.parent / "audits"
    add(db, audits)
    decided(db, added(db)["id"], "second", audits, by="Ben")
    with Store(db) as store:
        store.connection.execute("UPDATE run SET rules = 'others'")
    summary = run([str(db.parent / "in")], db=db, audits=audits)
    assert "made with other rules" in summary.messages[0]
    assert (added(db)["review"], added(db)["low"]) == ("seconded", 3)
    with Store(db) as store:
        assert verify(store, audits, conclude).differences == ()


def test_it_is_stale_where_its_words_are_gone(db: Path) -> None:
    audits = db.parent / "audits"
    add(db, audits)
    (db.parent / "in" / "a.txt").write_text(TEXT.replace("mason", "baker"), "utf-8")
    other = db.parent / "other.db"
    run([str(db.parent / "in")], db=other, audits=audits)
    assert rows(other, "SELECT stale, figure_id FROM ruling") == [{"stale": 1, "figure_id": None}]
    assert rows(other, "SELECT 1 FROM figure WHERE rule = 'person'") == []


def test_where_the_program_reads_it_by_itself_that_reading_stands(db: Path) -> None:
    audits = db.parent / "audits"
    made = add(db, audits)
    [read] = rows(
        db,
        "SELECT number_start, number_end, start, \"end\", quote FROM figure WHERE rule <> 'person'",
    )
    line = json.loads(rulings.to_line(made))
    line["subject"][0] |= {"number_start": read["number_start"], "number_end": read["number_end"]}
    line["was"] = {"quote": read["quote"], "start": read["start"], "end": read["end"]}
    (audits / rulings.FILE).write_text(json.dumps(line) + "\n", "utf-8")
    run([str(db.parent / "in")], db=db, audits=audits)
    assert rows(db, "SELECT rule = 'person' AS added FROM figure") == [{"added": 0}]
    assert rows(db, "SELECT stale FROM ruling") == [{"stale": 1}]


def test_it_can_be_rejected_confirmed_and_seconded_like_any_other(db: Path) -> None:
    add(db)
    decided(db, added(db)["id"], "second", by="Ben")
    assert (added(db)["review"], json.loads(added(db)["reviewed_by"])) == (
        "seconded",
        ["Ana", "Ben"],
    )
    decided(db, added(db)["id"], "reject", by="Cleo")
    assert (added(db)["ruled"], added(db)["contested"]) == ("rejected", 1)
    assert rows(db, "SELECT 1 FROM claim_figure WHERE figure_id = ?", added(db)["id"]) == []


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"words": "a duke and his sons"}, "do not stand in its text"),
        ({"words": " "}, "select the words"),
        ({"words": "mason"}, "stands there 2 times; say which begins it"),
        ({"words": "mason", "start": 3}, "do not stand in its text at 3"),
        ({"words": "said a porter", "change": {"category": "killed"}}, "no number can be read"),
        ({"change": {}}, "takes --category"),
        ({"change": {"category": "weather"}}, "no such category"),
        ({"change": {"category": "killed", "low": 4, "high": 2}}, "low 4 is above high 2"),
        (
            {"change": {"category": "killed", "low": 3, "part_of": "0" * 16}},
            "no other figure of the same",
        ),
        ({"words": "12 people", "change": {"category": "killed"}}, "stands there already"),
    ],
)
def test_what_cannot_be_added_is_refused_and_nothing_written(
    db: Path, told: dict[str, Any], says: str
) -> None:
    audits = db.parent / "audits"
    with pytest.raises(FiguresError, match=re.escape(says)):
        add(db, audits, **told)
    assert not audits.exists()
    assert rows(db, "SELECT 1 FROM figure WHERE rule = 'person'") == []


def test_words_are_found_across_a_broken_line_and_the_place_tells_which() -> None:
    document = {"id": "d", "name": "a.txt", "text": TEXT}
    assert select(
        document, "mason  and his sons", TEXT.index("mason")
    ).quote == "mason and his\nsons".replace(" his\n", " his\n")
    assert select(document, "the mason and his sons").start == TEXT.index("the mason")


def test_hostile_lines_about_added_figures_are_refused_or_stale(db: Path) -> None:
    audits = db.parent / "audits"
    line = json.loads(rulings.to_line(add(db, audits)))
    for change in ({"start": -1}, {"end": 10**12}, {"quote": 3}, {"start": None}):
        with pytest.raises(FiguresError, match="must tell its quote"):
            rulings.parse(json.dumps({**line, "was": {**line["was"], **change}}), "x:1")
    far = {**line, "was": {"quote": "abc", "start": 10**6, "end": 10**6 + 3}}
    far["subject"] = [{**line["subject"][0], "number_start": 10**6, "number_end": 10**6 + 1}]
    (audits / rulings.FILE).write_text(json.dumps(far) + "\n", "utf-8")
    run([str(db.parent / "in")], db=db, audits=audits)
    assert rows(db, "SELECT stale FROM ruling") == [{"stale": 1}]


# -- seconding, and people who do not agree ---------------------------------------------------


def figure(db: Path) -> dict[str, Any]:
    [row] = rows(db, "SELECT * FROM published_figure WHERE rule <> 'person'")
    return row


def test_states_are_unread_read_seconded(db: Path) -> None:
    assert figure(db)["review"] == "unread"
    decided(db, figure(db)["id"], "correct", change={"low": 13})
    assert (figure(db)["review"], figure(db)["low"]) == ("read", 13)
    decided(db, figure(db)["id"], "second", by="Ben")
    row = figure(db)
    assert (row["review"], row["low"], row["ruled"], row["ruled_by"]) == (
        "seconded",
        13,
        "corrected",
        "Ana",
    )


def test_only_another_person_may_second_and_only_what_is_there(db: Path) -> None:
    with pytest.raises(FiguresError, match="nobody has ruled on it yet"):
        decided(db, figure(db)["id"], "second")
    decided(db, figure(db)["id"], "confirm")
    with pytest.raises(FiguresError, match="another person must second it"):
        decided(db, figure(db)["id"], "second", by=" ANA ")


def test_a_ruling_that_a_person_has_not_seen_is_not_ruled_over(db: Path) -> None:
    made = decided(db, figure(db)["id"], "confirm", seen="")
    with pytest.raises(Overtaken, match="Ana has ruled on it since"):
        decided(db, figure(db)["id"], "reject", by="Ben", seen="")
    decided(db, figure(db)["id"], "reject", by="Ben", seen=made.id)
    assert (figure(db)["ruled"], figure(db)["contested"]) == ("rejected", 1)


def test_the_same_said_twice_is_one_line(db: Path) -> None:
    audits = db.parent / "audits"
    assert decided(db, figure(db)["id"], "confirm", audits)
    assert decided(db, figure(db)["id"], "confirm", audits) is None
    assert len(rulings.read(audits / rulings.FILE)) == 1


def test_the_journal_names_each_new_ruling(db: Path) -> None:
    made = decided(db, figure(db)["id"], "confirm")
    [row] = rows(db, "SELECT details FROM log WHERE event = 'rulings'")
    assert json.loads(row["details"])["new"] == [made.id]


def test_a_confirmation_needs_no_new_comparison_and_a_correction_does(db: Path) -> None:
    def compared() -> Any:
        return rows(db, "SELECT comparison FROM run")

    before = compared()
    decided(db, figure(db)["id"], "confirm")
    assert compared() == before
    decided(db, figure(db)["id"], "correct", change={"low": 13})
    assert compared() != before


def test_a_ruling_is_found_and_made_without_a_walk_through_all_figures(db: Path) -> None:
    add(db)
    with Store(db) as store:
        asked: list[str] = []
        store.connection.set_trace_callback(asked.append)
        rule(store, [Decision(figure(db)["id"], "confirm", "Ana", "read it")], None)
        store.connection.set_trace_callback(None)
        plans = [
            (sql, row["detail"])
            for sql in asked
            if sql.startswith("SELECT")
            for row in store.query(f"EXPLAIN QUERY PLAN {sql}")
        ]
    assert any("published_figure" in sql for sql, _ in plans)
    walks = (
        "SCAN f",
        "SCAN figure",
        "SCAN d",
        "SCAN document",
        "figure_category",
        "figure_country",
    )
    for sql, step in plans:
        if "count(*)" not in sql:
            assert not step.startswith(walks) or "figure_by_a_person" in step, (sql, step)
            assert "figure_category" not in step, (sql, step)


def test_people_who_rule_at_once_all_have_their_line(db: Path) -> None:
    audits = db.parent / "audits"
    id = figure(db)["id"]

    def one(by: int) -> None:
        with Store(db) as store:
            rule(store, [Decision(id, "confirm", f"Person {by}", "read it")], audits)

    with ThreadPoolExecutor(8) as people:
        list(people.map(one, range(8)))
    names = {f"Person {by}" for by in range(8)}
    assert {line.by for line in rulings.read(audits / rulings.FILE)} == names
    assert set(json.loads(figure(db)["reviewed_by"])) == names
    with Store(db) as store:
        assert rulings.noted(store) == rulings.digest(rulings.read(audits / rulings.FILE))


# -- every field ------------------------------------------------------------------------------

VALUES = {
    "category": "injured", "value": 14, "low": 13, "high": 15, "qualifier": "range", "unit": "household",
    "subject": "porters", "groups": ["civilian", "child"], "status": "feared", "scope": "period",
    "since": "since May", "stock_or_flow": "stock", "basis": "confirmed", "part_of": None, "adds_to": None,
    "restates": None, "attributed_to": "the mayor", "attribution_kind": "official", "via": "told a radio",
    "caveat": "preliminary", "place": "Tobruk", "place_name": "Tobruk", "admin1": "Al Butnan",
    "country": "LY", "latitude": 32.1, "longitude": 23.9, "place_precision": "city",
    "gazetteer_id": "geonames:1", "earliest": "2024-05-01", "latest": "2024-05-02",
    "date_precision": "day", "as_of": "2024-05-02", "as_of_precision": "day", "background": "a year ago",
}  # fmt: skip


def test_every_settable_field_has_a_value_here() -> None:
    assert tuple(VALUES) == SETTABLE


@pytest.mark.parametrize("name", SETTABLE)
def test_a_correction_of_any_field_is_published_and_compared_alike(db: Path, name: str) -> None:
    change = {name: VALUES[name]}
    if name == "value":
        change |= {"low": 14, "high": 14}
    if name in ("low", "high"):
        change = {"low": 13, "high": 15}
    made = decided(db, figure(db)["id"], "correct", change=change)
    with Store(db) as store:
        [[read]] = store.figures().values()
        document = Document("a.txt", TEXT)
        [ruled] = read_rulings(Held([document], {document.id: [read]}), [made]).figures([read])
        assert verify(store, None, conclude).differences == ()
    row = figure(db)
    for field in SETTABLE:
        compared = getattr(ruled, field)
        published = json.loads(row[field]) if field == "groups" else row[field]
        assert published == (list(compared) if field == "groups" else compared), field
    assert getattr(ruled, name) == (tuple(VALUES[name]) if name == "groups" else VALUES[name])
    with Store(db) as store:
        assert store.one("SELECT category || status || low FROM figure") == "killedasserted12"


def test_a_ruling_is_stale_where_a_field_that_it_corrects_reads_otherwise(db: Path) -> None:
    audits = db.parent / "audits"
    made = decided(db, figure(db)["id"], "correct", audits, change={"caveat": "preliminary"})
    assert made.was["caveat"] is None
    line = rulings.to_line(made).replace('"caveat": null', '"caveat": "unverified"')
    (audits / rulings.FILE).write_text(line + "\n", "utf-8")
    run([str(db.parent / "in")], db=db, audits=audits)
    assert rows(db, "SELECT stale FROM ruling") == [{"stale": 1}]


def test_the_closed_lists_are_those_of_the_schema() -> None:
    table = schema.statements().split("CREATE TABLE figure (")[1].split("CREATE TABLE")[0]
    listed = dict(re.findall(r"(\w+) TEXT[^,]*?CHECK \(\1 IN \(([^)]+)\)\)", table))
    for name in listed.keys() & set(SETTABLE):
        assert tuple(re.findall(r"'(\w+)'", listed[name])) == CHOICES[name]
    assert {"status", "scope", "basis", "qualifier", "attribution_kind"} <= listed.keys()


def test_a_place_brings_where_it_lies() -> None:
    found = completed({"place": "Derna, Libya"})
    assert (found["country"], found["place_precision"]) == ("LY", "city")
    assert 32 < found["latitude"] < 33
    unknown = completed({"place": "Xqzvw"})
    assert unknown["country"] is unknown["latitude"] is None
    assert completed({"status": "not_known"}) == {
        "status": "not_known", "value": None, "low": None, "high": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "words"), [("latitude", "north"), ("low", "-2"), ("status", ""), ("colour", "red")]
)
def test_words_that_are_no_such_field_are_refused(name: str, words: str) -> None:
    with pytest.raises(WrongUsage, match=name):
        from_words(name, words)

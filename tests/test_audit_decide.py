"""Decisions: written down, applied at once, replayed on every run, the machine's reading kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from figures.audit import rulings
from figures.audit.decide import change, decide
from figures.audit.verify import verify
from figures.conclusions import conclude
from figures.errors import FiguresError, WrongUsage
from figures.model import Ruling
from figures.pipeline import run
from figures.store import Store

TEXT = "At least 12 people were killed and 20 injured when a shell hit the market in Derna, police said."


@pytest.fixture
def db(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT, "utf-8")
    run([str(tmp_path / "in")], db=tmp_path / "f.db")
    return tmp_path / "f.db"


def rule(db: Path, ruling: str, audits: Path | None = None, **more: Any) -> list[Ruling]:
    """A ruling on the count of the injured, made and applied."""
    told: dict[str, Any] = {
        "by": "Ana",
        "reason": "read it",
        "change": {},
        "audits": audits,
        **more,
    }
    with Store(db) as store:
        made = decide(store, injured(store)["id"], ruling, **told)
        conclude(store, made)
    return made


def injured(store: Store) -> dict[str, Any]:
    [row] = store.query("SELECT * FROM published_figure WHERE machine_category = 'injured'")
    return row


def published(db: Path) -> dict[str, Any]:
    with Store(db) as store:
        return injured(store)


@pytest.mark.parametrize(
    ("ruling", "ruled"),
    [("confirm", "confirmed"), ("reject", "rejected"), ("unsure", "unsure")],
)
def test_a_ruling_shows_at_once(db: Path, ruling: str, ruled: str) -> None:
    assert published(db)["ruled"] is None
    rule(db, ruling)
    assert published(db)["ruled"] == ruled
    assert published(db)["low"] == 20


def test_a_correction_is_published_and_the_reading_kept(db: Path) -> None:
    rule(db, "correct", change={"low": 25, "high": None, "category": "casualties"})
    row = published(db)
    assert (row["category"], row["low"], row["high"]) == ("casualties", 25, None)
    assert (row["machine_category"], row["machine_low"], row["machine_high"]) == ("injured", 20, 20)


def test_a_correction_keeps_what_the_one_before_it_set(db: Path) -> None:
    rule(db, "correct", change={"low": 18, "high": 25})
    rule(db, "correct", change={"category": "casualties"})
    row = published(db)
    assert (row["category"], row["low"], row["high"]) == ("casualties", 18, 25)


def test_the_last_ruling_stands(db: Path) -> None:
    rule(db, "correct", change={"low": 25, "high": 25})
    rule(db, "confirm")
    row = published(db)
    assert (row["ruled"], row["low"]) == ("confirmed", 20)


def test_the_file_grows_at_its_end_and_is_replayed_on_the_next_run(db: Path) -> None:
    audits = db.parent / "audits"
    rule(db, "correct", audits, change={"low": 25, "high": 25})
    first = (audits / rulings.FILE).read_bytes()
    rule(db, "unsure", audits)
    assert (audits / rulings.FILE).read_bytes().startswith(first)
    assert [r.ruling for r in rulings.read(audits / rulings.FILE)] == ["correct", "unsure"]
    again = db.parent / "again.db"
    run([str(db.parent / "in")], db=again, audits=audits)
    assert published(again)["ruled"] == "unsure"
    with Store(again) as store:
        assert rulings.noted(store) == rulings.digest(rulings.read(audits / rulings.FILE))


def test_without_a_folder_the_rulings_are_the_databases_own(db: Path) -> None:
    rule(db, "confirm")
    run([str(db.parent / "in")], db=db)
    assert published(db)["ruled"] == "confirmed"
    assert list(db.parent.glob("**/*.jsonl")) == []


def test_rulings_of_the_database_that_its_journal_does_not_name_are_not_replayed(db: Path) -> None:
    rule(db, "confirm")
    with Store(db) as store:
        store.connection.execute("UPDATE ruling SET ruling = 'reject'")
        with pytest.raises(FiguresError, match="not those its journal names"):
            rulings.in_force(store, None)


def test_a_ruling_whose_figure_reads_otherwise_is_kept_but_not_applied(db: Path) -> None:
    audits = db.parent / "audits"
    made = rule(db, "correct", audits, change={"low": 25, "high": 25})[0]
    stale = rulings.to_line(made).replace('"value": 20', '"value": 19')
    (audits / rulings.FILE).write_text(stale + "\n", "utf-8")
    run([str(db.parent / "in")], db=db, audits=audits)
    row = published(db)
    assert (row["ruled"], row["low"]) == (None, 20)
    with Store(db) as store:
        assert store.one("SELECT stale FROM ruling") == 1


def test_a_database_with_rulings_is_still_what_its_bytes_and_rulings_give(db: Path) -> None:
    rule(db, "reject")
    with Store(db) as store:
        assert verify(store, None, conclude).differences == ()
        store.connection.execute("UPDATE ruling SET stale = 1")
        found = verify(store, None, conclude).differences
    assert [(d.table, d.column, d.what) for d in found] == [("ruling", "stale", "is 1, derived 0")]


@pytest.mark.parametrize(
    ("ruling", "told", "says"),
    [
        ("correct", {}, "`correct` takes --low, --high, --category or --set"),
        ("confirm", {"change": {"low": 3}}, "only `correct` and `add` take --low"),
        ("correct", {"change": {"category": "weather"}}, "no such category"),
        ("correct", {"change": {"low": 30}}, "low 30 is above high 20"),
        ("confirm", {"by": " "}, "a name and a reason"),
        ("confirm", {"reason": ""}, "a name and a reason"),
    ],
)
def test_what_cannot_be_decided_is_refused_and_nothing_written(
    db: Path, ruling: str, told: dict[str, Any], says: str
) -> None:
    audits = db.parent / "audits"
    with pytest.raises(FiguresError, match=says):
        rule(db, ruling, audits, **told)
    assert not audits.exists()
    assert published(db)["ruled"] is None


def test_bounds_are_read_from_words() -> None:
    assert change(low="1,200", high="open") == {"low": 1200, "high": None}
    assert change(high="2.5", category="aid_tonnes") == {"category": "aid_tonnes", "high": 2.5}
    assert change() == {}
    for words in ("-1", "twelve", "nan", "inf", "1e300", ""):
        with pytest.raises(WrongUsage, match=f"--low {words}"):
            change(low=words)


def test_words_that_are_not_utf_8_are_refused_and_nothing_is_written(
    db: Path, tmp_path: Path
) -> None:
    audits = tmp_path / "audits"
    for told in ({"by": "Jos\udce9"}, {"reason": "\udce9"}, {"change": {"caveat": "\udce9"}}):
        ruling = "correct" if "change" in told else "confirm"
        with pytest.raises(WrongUsage, match="not UTF-8"):
            rule(db, ruling, audits, **told)
    assert rulings.read(audits / rulings.FILE) == []


@pytest.mark.parametrize(
    "subject", [{"number_start": 10**30}, {"number_end": -(10**30)}, {"document": {"a": []}}]
)
def test_a_line_that_names_no_figure_is_kept_and_stale(
    subject: dict[str, Any], db: Path, tmp_path: Path
) -> None:
    audits = tmp_path / "audits"
    [made] = rule(db, "confirm", audits)
    hostile = replace(made, id="hostile", subject=({**made.subject[0], **subject},))
    rulings.append(audits / rulings.FILE, hostile)
    run([str(tmp_path / "in")], db=db, audits=audits)
    with Store(db) as store:
        found = store.query("SELECT id, stale FROM ruling ORDER BY seq")
        assert [*map(dict, found)] == [{"id": made.id, "stale": 0}, {"id": "hostile", "stale": 1}]

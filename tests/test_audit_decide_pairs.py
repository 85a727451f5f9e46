"""Decisions on two figures: one incident or two, a copy or none, and which of two in conflict stands."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from figures.audit import rulings
from figures.audit.decide import decide_pair
from figures.conclusions import conclude
from figures.errors import FiguresError, WrongUsage
from figures.pipeline import run
from figures.store import Store

REPORTS = {
    "a.txt": "LESK, 2 May 2024 — A shell killed 12 people at the market in Derna on 1 May 2024, police said.",
    "b.txt": "LESK, 2 May 2024 — A shell killed 31 people at the market in Derna on 1 May 2024, the mayor said.",
    "c.txt": "OSTER, 2 May 2024 — Twelve people died when a shell hit the Derna market on 1 May 2024.",
}


@pytest.fixture
def db(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    for name, text in REPORTS.items():
        (tmp_path / "in" / name).write_text(text, "utf-8")
    run([str(tmp_path / "in")], db=tmp_path / "f.db")
    return tmp_path / "f.db"


def ids(store: Store) -> dict[str, str]:
    rows = store.query("SELECT d.name, f.id FROM figure f JOIN document d ON d.id = f.document_id")
    return {row["name"]: row["id"] for row in rows}


def rule(store: Store, one: str, other: str, ruling: str, audits: Path | None = None) -> Any:
    figures = ids(store)
    made = decide_pair(
        store, (figures[one], figures[other]), ruling, by="Ana", reason="called both", audits=audits
    )
    conclude(store, made)
    return made


def conflicts(store: Store) -> int:
    return int(store.one("SELECT count(*) FROM open_conflict"))


def incidents(store: Store) -> int:
    return int(store.one("SELECT count(*) FROM incident"))


def test_what_a_person_says_stands_closes_the_conflict(db: Path) -> None:
    with Store(db) as store:
        assert (incidents(store), conflicts(store)) == (1, 1)
        rule(store, "b.txt", "a.txt", "stands")
        assert conflicts(store) == 0
        assert store.one("SELECT best FROM toll WHERE category = 'killed'") == 31


def test_not_the_same_incident_parts_them_for_good(db: Path, tmp_path: Path) -> None:
    audits = tmp_path / "audits"
    with Store(db) as store:
        rule(store, "a.txt", "b.txt", "not-same", audits)
        assert incidents(store) == 2
        assert conflicts(store) <= 1
    run([str(tmp_path / "in")], db=tmp_path / "g.db", audits=audits)
    with Store(tmp_path / "g.db") as store:
        assert incidents(store) == 2


def test_a_copy_is_one_source(db: Path) -> None:
    with Store(db) as store:
        before = store.one("SELECT sources FROM claim WHERE low = 12")
        rule(store, "a.txt", "c.txt", "copy")
        assert store.one("SELECT count(*) FROM document WHERE copy_of IS NOT NULL") == 1
        assert store.one("SELECT sources FROM claim WHERE low = 12") <= before


def test_unsure_takes_back_the_last_ruling_on_two(db: Path) -> None:
    with Store(db) as store:
        rule(store, "a.txt", "b.txt", "not-same")
        rule(store, "b.txt", "a.txt", "stands")
        assert incidents(store) == 2
        assert rule(store, "a.txt", "b.txt", "unsure")[-1].about == "conflict"
        assert rule(store, "b.txt", "a.txt", "unsure")[-1].about == "pair"
        assert (incidents(store), conflicts(store)) == (1, 1)
        with pytest.raises(FiguresError, match="none to take back"):
            rule(store, "a.txt", "b.txt", "unsure")


def test_who_is_unsure_of_a_copy_leaves_it_to_the_program(db: Path) -> None:
    with Store(db) as store:
        rule(store, "a.txt", "c.txt", "copy")
        rule(store, "a.txt", "c.txt", "unsure")
        assert store.one("SELECT count(*) FROM document WHERE copy_of IS NOT NULL") == 0


def test_a_ruling_on_figures_that_read_otherwise_now_is_stale(db: Path) -> None:
    with Store(db) as store:
        [made] = rule(store, "b.txt", "a.txt", "stands")
        (held,) = rulings.apply([made], rulings.lookup(store))
        assert not held.stale
        other = replace(made, was={**made.was, "low": [99, 12]})
        (stale,) = rulings.apply([other], rulings.lookup(store))
        assert stale.stale


def test_two_figures_and_a_reason_are_needed(db: Path) -> None:
    with Store(db) as store:
        with pytest.raises(WrongUsage, match="another figure"):
            rule(store, "a.txt", "a.txt", "same")
        with pytest.raises(FiguresError, match="a name and a reason"):
            decide_pair(store, ("a", "b"), "same", by="Ana", reason=" ", audits=None)

"""Totals over incidents, and the conflict report to be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from figures import pipeline
from figures.errors import WrongUsage
from figures.publishing import report, totals
from figures.store import Store

REPORTS = {
    "a.txt": "LESK, 2 May 2024 — A bomb killed 12 people in Mykolaiv on 2 May 2024, police said.",
    "b.txt": "LESK, 2 May 2024 — A bomb killed 20 people in Mykolaiv on 2 May 2024, the `mayor` <said>.",
    "c.txt": "LESK, 3 June 2024 — A flood killed 40 people in Derna, including 11 children, on 3 June 2024.",
    "d.txt": "LESK, 4 June 2024 — Floods in Libya have killed 900 people since 2019, officials said.",
}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / name).write_text(text, "utf-8")
    pipeline.run([str(folder)], db=tmp_path / "f.db")
    return Store(tmp_path / "f.db", create=False)


def test_incidents_are_added_up_by_country_and_month(store: Store) -> None:
    with store:
        assert [(r["told"], r["low"], r["best"], r["high"]) for r in totals.totals(store, "country")] == [
            ("LY", 40, 40, 40), ("UA", 12, 20, 20)]  # fmt: skip
        assert [r["told"] for r in totals.totals(store, "month")] == ["2024-05", "2024-06"]
        (whole,) = totals.totals(store)
        assert (whole["low"], whole["high"], whole["incidents"]) == (52, 60, 2)


def test_what_is_left_out_is_told_with_its_reason(store: Store) -> None:
    with store:
        rest = {(r["best"], r["left_out"]) for r in totals.left_out(store)}
        assert (11, "a part of another count") in rest
        assert any(best == 900 and "running total" in why for best, why in rest)
        told = "\n".join(totals.lines(store))
        assert "killed" in told
        assert "left out" in told


def test_the_report_can_begin_at_a_day(store: Store) -> None:
    with store:
        assert len(list(report.conflicts(store))) == 1
        assert len(list(report.conflicts(store, "2024-05-02"))) == 1
        assert list(report.conflicts(store, "2024-05-03")) == []
        with pytest.raises(WrongUsage, match="--since May"):
            list(report.conflicts(store, "May"))


def test_the_report_to_be_read_tells_a_conflict_in_three_lines(
    store: Store, tmp_path: Path
) -> None:
    with store:
        report.write_conflicts(store, tmp_path)
    head, _, entry = (tmp_path / report.TO_READ).read_text("utf-8").partition("1. ")
    assert "Open conflicts: 1" in head
    assert len(entry.strip().splitlines()) == 3
    assert "“12 people” (police" in entry
    assert "<said>" not in entry

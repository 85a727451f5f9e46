"""Rulings: appended, replayed, stale where the machine reads otherwise now."""

from __future__ import annotations

from pathlib import Path

import pytest

from figures.audit import rulings
from figures.errors import FiguresError

ROW = {"number_start": 9, "number_end": 11, "category": "killed", "value": 12, "low": 12, "high": None}


def make(**changes: object) -> rulings.Ruling:
    return rulings.make("2024-05-01T00:00:00Z", "A. Editor", "correct", ROW, "a.txt", changes or {"low": 14}, "the list")


def test_a_ruling_survives_its_line(tmp_path: Path) -> None:
    made = make(low=14, high=14)
    rulings.append(tmp_path / rulings.FILE, made)
    rulings.append(tmp_path / rulings.FILE, make(low=15))
    back = rulings.read(tmp_path / rulings.FILE)
    assert back[0] == made
    assert len(back) == 2


def test_a_ruling_applies_while_the_machine_reads_the_same() -> None:
    assert rulings.apply([make()], lambda s: ("f1", ROW))[0][2:] == ("f1", False)
    assert rulings.apply([make()], lambda s: ("f1", {**ROW, "low": 13}))[0][2:] == ("f1", True)
    assert rulings.apply([make()], lambda s: None)[0][2:] == (None, True)


def test_the_digest_tells_any_change() -> None:
    assert rulings.digest([make(low=14)]) != rulings.digest([make(low=15)])
    assert rulings.digest([make(), make(low=2)]) != rulings.digest([make(low=2), make()])


@pytest.mark.parametrize("line", ["{", "[]", '{"id": 1}', '{"id":"1","at":"","by":"","about":"moon","subject":[],"ruling":"confirm"}'])
def test_a_broken_line_is_named(line: str) -> None:
    with pytest.raises(FiguresError, match=r"^decisions\.jsonl:7: "):
        rulings.parse(line, "decisions.jsonl:7")

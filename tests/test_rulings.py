"""Rulings: appended, read, replayed; stale where the program reads otherwise now."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from full import no_file_beyond
from hypothesis import given
from hypothesis import strategies as st

from figures.audit import rulings
from figures.errors import FiguresError
from figures.model import Ruling

ROW = {
    "id": "f1", "document": "a.txt", "number_start": 9, "number_end": 11, "category": "killed",
    "quote": "at least 12 people", "value": 12, "low": 12, "high": None, "qualifier": "at_least",
    "status": "asserted",
}  # fmt: skip


SUBJECT = {name: ROW[name] for name in ("document", "number_start", "number_end", "category")}


def make(ruling: str = "correct", reason: str = "the list", **change: Any) -> Ruling:
    change = change or ({"low": 14} if ruling == "correct" else {})
    return rulings.make(
        ROW, ruling, at="2024-05-01T00:00:00Z", by="Ana", reason=reason, change=change
    )


def found(*rows: Mapping[str, Any]) -> rulings.Lookup:
    return lambda subject: rows


def test_a_file_gives_back_what_was_appended_in_order(tmp_path: Path) -> None:
    path = tmp_path / "new" / rulings.FILE
    made = [make(low=14, high=14), make(reason="a second list"), make("confirm")]
    for ruling in made:
        rulings.append(path, ruling)
    assert rulings.read(path) == made


def test_there_are_no_rulings_where_there_is_no_file(tmp_path: Path) -> None:
    assert rulings.read(tmp_path / rulings.FILE) == []


def test_appending_changes_nothing_that_is_there(tmp_path: Path) -> None:
    path = tmp_path / rulings.FILE
    path.write_bytes(b'{"cut off')
    rulings.append(path, make())
    assert path.read_bytes().startswith(b'{"cut off\n{"id"')
    with pytest.raises(FiguresError, match=r"decisions\.jsonl:1: no JSON"):
        rulings.read(path)


@given(st.text(), st.text())
def test_words_of_any_kind_survive_their_line(by: str, reason: str) -> None:
    made = rulings.make(ROW, "unsure", at="2024-05-01", by=by, reason=reason)
    line = rulings.to_line(made)
    assert "\n" not in line
    assert rulings.parse(line, "x:1") == made


def test_where_the_disk_is_full_no_half_of_a_line_stays(tmp_path: Path) -> None:
    path = tmp_path / rulings.FILE
    rulings.append(path, make())
    there = path.read_bytes()
    with no_file_beyond(len(there) + 20), pytest.raises(OSError, match=rulings.FILE):
        rulings.append(path, make(reason="another list"))
    assert path.read_bytes() == there


def test_a_line_said_twice_counts_once_but_an_id_is_not_given_twice(tmp_path: Path) -> None:
    path = tmp_path / rulings.FILE
    rulings.append(path, make())
    rulings.append(path, make())
    assert rulings.read(path) == [make()]
    row = {**json.loads(rulings.to_line(make())), "reason": "another"}
    with path.open("a") as file:
        file.write(json.dumps(row) + "\n")
    with pytest.raises(FiguresError, match=rf"{rulings.FILE}:3: another ruling has the id"):
        rulings.read(path)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"about": "moon"}, "about 'moon'"),
        ({"ruling": "same"}, "'same' is no ruling about a figure"),
        ({"about": "pair", "ruling": "same"}, "must list two figures"),
        ({"subject": []}, "must list one figure"),
        ({"subject": [{"document": "a.txt"}]}, "a subject needs document, number_start"),
        ({"set": {"quote": "Lyon"}}, "cannot change 'quote'"),
        ({"set": {"status": "sure"}}, "`status` cannot be 'sure'"),
        ({"set": {"groups": ["child", "ghost"]}}, "`groups` must be a list out of"),
        ({"set": {"earliest": "May"}}, "`earliest` must be a day"),
        ({"set": {"earliest": "2024-05-02", "latest": "2024-05-01"}}, "is after latest"),
        ({"set": {"country": "Ukraine"}}, "`country` must be two capitals"),
        ({"set": {"latitude": 91}}, "`latitude` must lie in"),
        ({"set": {"part_of": "x"}}, "`part_of` must be the id of a figure"),
        ({"set": {"status": "not_known", "low": 3}}, "not known has no value"),
        ({"set": {"unit": None}}, "`unit` cannot be left open"),
        ({"ruling": "second"}, "`of` must name the ruling"),
        ({"of": "0123"}, "`of` must name the ruling"),
        ({"ruling": "add"}, "must tell its quote, start and end"),
        ({"set": {"low": 9, "high": 3}}, "low 9 is above high 3"),
        ({"set": {"low": -1}}, "`low` must be a number from 0 up"),
        ({"set": {"low": True}}, "`low` must be a number from 0 up"),
        ({"set": {"high": float("nan")}}, "NaN is no number"),
        ({"set": {"high": 10**400}}, "`high` must be a number from 0 up"),
        ({"subject": [{**SUBJECT, "number_start": float("inf")}]}, "Infinity is no number"),
        ({"set": {"category": "weather"}}, "'weather' is no category"),
        (
            {
                "ruling": "add",
                "was": {"quote": "12", "start": 9, "end": 11},
                "subject": [
                    {**SUBJECT, "number_start": 9, "number_end": 11, "category": "weather"}
                ],
            },
            "'weather' is no category",
        ),
        ({"set": {"category": 3}}, "`category` must be a name"),
        ({"set": [1]}, "must be objects"),
        ({"by": None}, "`by` must be words"),
        ({"by": "Jos\udce9"}, "half a character"),
        ({"subject": [{**SUBJECT, "document": "\ud800"}]}, "half a character"),
    ],
)
def test_a_wrong_line_says_what_is_wrong(change: Mapping[str, Any], says: str) -> None:
    row = {**json.loads(rulings.to_line(make())), **change}
    with pytest.raises(FiguresError, match=r"^decisions\.jsonl:7: ") as error:
        rulings.parse(json.dumps(row), "decisions.jsonl:7")
    assert says in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("line", [b"{", b"[]", b"\xff", b"[" * 100_000, b"12", b"{}"])
def test_what_is_no_ruling_at_all_is_refused(line: bytes) -> None:
    with pytest.raises(FiguresError, match=r"^x:1: "):
        rulings.parse(line, "x:1")


def test_a_correction_upside_down_is_refused_also_against_the_bound_that_stays() -> None:
    with pytest.raises(FiguresError, match="low 12 is above high 5"):
        make(high=5)


def test_a_ruling_holds_while_the_figure_reads_the_same() -> None:
    [replayed] = rulings.apply([make()], found(ROW))
    assert (replayed.seq, replayed.figure_id, replayed.stale) == (1, "f1", False)


@pytest.mark.parametrize(
    "change",
    [{"low": 13}, {"high": 12}, {"quote": "12 people"}, {"status": "denied"}, {"value": None}],
)
def test_a_ruling_is_stale_where_the_figure_reads_otherwise(change: Mapping[str, Any]) -> None:
    [replayed] = rulings.apply([make()], found({**ROW, **change}))
    assert (replayed.figure_id, replayed.stale) == ("f1", True)


def test_a_ruling_is_stale_where_its_figure_is_gone() -> None:
    [replayed] = rulings.apply([make()], found())
    assert (replayed.figure_id, replayed.stale) == (None, True)


def test_of_two_texts_of_one_name_a_ruling_is_about_the_one_it_was_made_on() -> None:
    newer = {**ROW, "id": "f2", "low": 17, "value": 17}
    [replayed] = rulings.apply([make()], found(newer, ROW))
    assert (replayed.figure_id, replayed.stale) == ("f1", False)


def test_a_pair_names_both_its_figures() -> None:
    subject = {name: ROW[name] for name in ("document", "number_start", "number_end", "category")}
    pair = Ruling(
        "r", "2024", "Ana", "pair", (subject, {**subject, "document": "b.txt"}), "not_same"
    )

    def lookup(subject: Mapping[str, Any]) -> list[Mapping[str, Any]]:
        return {"a.txt": [ROW], "b.txt": [{**ROW, "id": "f2"}]}.get(subject["document"], [])

    [replayed] = rulings.apply([pair], lookup)
    assert (replayed.figure_id, replayed.other_figure_id, replayed.stale) == ("f1", "f2", False)


def test_the_digest_tells_every_change_and_the_order() -> None:
    assert rulings.digest([make(low=14)]) != rulings.digest([make(low=15)])
    assert rulings.digest([make(), make("confirm")]) != rulings.digest([make("confirm"), make()])
    assert rulings.digest([make()]) == rulings.digest(
        [rulings.parse(rulings.to_line(make()), "x:1")]
    )

"""The scorecard: errors sorted into kinds, and floors that hold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from figures.audit import mistakes, scorecard
from figures.errors import FiguresError

TEXT = "A landslide killed nine miners at the pit and left four others hurt, the union said."


def span(
    words: str, category: str, low: int | None, high: int | None, **more: Any
) -> dict[str, Any]:
    start = TEXT.index(words)
    return {
        "document": "pit",
        "quote": words,
        "start": start,
        "end": start + len(words),
        "category": category,
        "low": low,
        "high": high,
        "qualifier": "exact",
        "status": "asserted",
        "scope": "incident",
        **more,
    }


def gold(*figures: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"id": "pit", "text": TEXT, "figures": list(figures)}]


def kinds(errors: list[dict[str, Any]]) -> list[str]:
    return [error["kind"] for error in errors]


NINE = span("nine miners", "killed", 9, 9)
FOUR = span("four others", "injured", 4, 4)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ([NINE, FOUR], []),
        ([NINE], ["missed: injured"]),
        (
            [NINE, {**FOUR, "category": "killed"}],
            ["read as killed: injured", "false alarm: killed"],
        ),
        ([NINE, FOUR, span("the union", "casualties", 1, 1)], ["false alarm: casualties"]),
        ([{**NINE, "low": None}, FOUR], ["wrong bounds"]),
        ([{**NINE, "end": NINE["end"] - 3}, FOUR], ["wrong quote"]),
        ([{**NINE, "status": "feared"}, FOUR], ["wrong status"]),
        ([NINE, {**FOUR, "attributed_to": "the union"}], ["attributed_to invented"]),
        ([NINE, FOUR, {**NINE, "counted": "named"}], []),
    ],
)
def test_each_kind_of_error_is_told(printed: list[dict[str, Any]], expected: list[str]) -> None:
    assert kinds(mistakes.of_figures(gold(NINE, FOUR), printed)) == expected


def test_disputed_gold_is_neither_asked_for_nor_held_against_the_program() -> None:
    disputed = {**FOUR, "disputed": True}
    assert mistakes.of_figures(gold(NINE, disputed), [NINE]) == []
    assert mistakes.of_figures(gold(NINE, disputed), [NINE, {**FOUR, "low": 1}]) == []


@pytest.mark.parametrize(
    ("low", "high", "best", "expected"),
    [
        (3, 3, 3, []),
        (3, 3, None, ["missed: killed"]),
        (0, 0, None, []),
        (0, 0, 2, ["invented: killed"]),
        (3, 5, 2, ["too low: killed"]),
        (3, 5, 6, ["too high: killed"]),
        (3, None, 60, []),
    ],
)
def test_tallies_are_too_high_too_low_missed_or_invented(
    low: int, high: int | None, best: int | None, expected: list[str]
) -> None:
    rows = [{"id": "a", "text": "", "gold": [{"category": "killed", "low": low, "high": high}]}]
    told = [] if best is None else [{"document": "a", "category": "killed", "best": best}]
    assert kinds(mistakes.of_tallies(rows, told)) == expected


def test_only_the_context_of_an_error_is_kept_not_the_text() -> None:
    row = {"id": "long", "text": "x " * 5000 + TEXT, "figures": []}
    alarm = {**NINE, "document": "long", "start": 10_000, "end": 10_011}
    (error,) = mistakes.of_figures([row], [alarm])
    assert len(error["context"]) < 300


# a scorer of three lines, so that the tests need no gold data
SCORER = """
import json, sys
gold = [json.loads(line) for line in open(sys.argv[2]) if line.strip()]
told = [json.loads(line) for line in open(sys.argv[3])]
share = len(told) / sum(len(row["figures"]) for row in gold)
print("a table"); print(json.dumps({"figure+category": {"p": share, "r": share, "f1": share}}))
"""


@pytest.fixture
def gold_file(tmp_path: Path) -> Path:
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "score.py").write_text(SCORER, "utf-8")
    path = tmp_path / "gold" / "mine.jsonl"
    path.write_text(json.dumps(gold(NINE, FOUR)[0]) + "\n", "utf-8")
    return path


def test_a_gold_file_is_scored_end_to_end_and_held_to_its_floors(
    gold_file: Path, tmp_path: Path
) -> None:
    floors, report, build = tmp_path / "floors.json", tmp_path / "accuracy.md", tmp_path / "build"
    card = scorecard.evaluate([gold_file], report=report, floors=floors, pin=True, build=build)
    (score,) = card.sets
    assert score.texts == 1
    assert score.results["spans"]["figure+category"]["f1"] == 1.0
    assert "figure+category" in report.read_text("utf-8")
    assert TEXT not in report.read_text("utf-8")
    assert (build / "errors.jsonl").is_file()

    assert scorecard.evaluate([gold_file], floors=floors, build=build).passed
    pinned = json.loads(floors.read_text("utf-8"))
    pinned["mine"]["least"]["spans: figure+category/f1"] = 1.5
    floors.write_text(json.dumps(pinned), "utf-8")
    card = scorecard.evaluate([gold_file], floors=floors, build=build)
    assert not card.passed
    assert card.below == ["mine: spans: figure+category/f1 is 1.0, below its floor of 1.5"]
    scorecard.evaluate([gold_file], floors=floors, pin=True, build=build)
    kept = json.loads(floors.read_text("utf-8"))["mine"]["least"]
    assert kept["spans: figure+category/f1"] == 1.5  # pinning raises, and never lowers

    gold_file.write_text(gold_file.read_text("utf-8") + "\n", "utf-8")
    card = scorecard.evaluate([gold_file], floors=floors, build=build)
    assert card.passed
    assert "not the texts the floors were set on" in card.skipped[0]


def test_what_cannot_be_scored_is_told_in_a_line(gold_file: Path, tmp_path: Path) -> None:
    with pytest.raises(FiguresError, match="no gold data"):
        scorecard.evaluate([tmp_path], build=tmp_path / "build")
    gold_file.write_text('{"id": "a"}\n', "utf-8")
    with pytest.raises(FiguresError, match=r"mine\.jsonl:1"):
        scorecard.evaluate([gold_file], build=tmp_path / "build")
    gold_file.write_text(json.dumps(gold()[0]), "utf-8")
    (gold_file.parent / "score.py").unlink()
    with pytest.raises(FiguresError, match="score"):
        scorecard.evaluate([gold_file], build=tmp_path / "build")

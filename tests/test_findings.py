"""Findings: what a person should look at, each with the figures it concerns."""

from __future__ import annotations

import pytest
from told import compared, document, figure

from figures.comparison.claims import Telling
from figures.comparison.findings import findings

HERE = "A missile hit the granary of Odesa, Ukraine, on 6 May 2024."


def test_a_part_above_its_total_is_found() -> None:
    whole = figure(10)
    told = [whole, figure(14, part_of=whole.id, groups=("child",))]
    one = Telling(document("a"), tuple(told), "a")
    assert [f.kind for f in findings("incident", [one], [])] == ["part_above_total"]


def kinds(*reports: tuple[str, str]) -> list[str]:
    told = [document(f"r{n}", f"{HERE} {text}", on) for n, (on, text) in enumerate(reports)]
    return sorted(f.kind for f in compared(*told).findings)


@pytest.mark.parametrize(
    ("reports", "kind"),
    [
        ((("2024-05-06", "Up to 600 people were killed."), ("2024-05-07", "More than 600 people were killed.")),
         "hedge_dropped"),
        ((("2024-05-06", "The strike killed 12 people."), ("2024-05-08", "The strike killed 31 people."),
          ("2024-05-14", "The strike killed 12 people.")), "stale_repeat"),
        ((("2024-05-06", "The strike killed 1,265 people."), ("2024-05-06", "The strike killed 1,625 people.")),
         "digits_transposed"),
        ((("2024-05-06", "The strike killed 20 people."), ("2024-05-06", "The strike killed 20,000 people.")),
         "slip_of_thousand"),
    ],
)  # fmt: skip
def test_what_looks_wrong_is_found(reports: tuple[tuple[str, str], ...], kind: str) -> None:
    assert kind in kinds(*reports)


@pytest.mark.parametrize(
    "reports",
    [
        (("2024-05-06", "The strike killed 12 people."), ("2024-05-08", "The strike killed 31 people.")),
        (("2024-05-06", "More than 600 people were killed."), ("2024-05-07", "600 people were killed.")),
        (("2024-05-06", "The strike killed 10 people, including four children."),),
    ],
)  # fmt: skip
def test_what_is_well_is_no_finding(reports: tuple[tuple[str, str], ...]) -> None:
    assert kinds(*reports) == []

"""The conflict report: one row a disputed pair of claims, safe to open in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from figures.publishing.cells import to_csv
from figures.store import Store

FILE = "conflicts.csv"
_SIDE = "low high quote attributed_to document publisher url published_on sources figure".split()

# audits/README.md says what each column means; a test holds it to it.
COLUMNS = (
    *"incident place country date category kind".split(),
    *(f"left_{name}" for name in _SIDE),
    *(f"right_{name}" for name in _SIDE),
    "gap",
    "explanation",
)


def conflicts(store: Store) -> Iterator[dict[str, Any]]:
    """The open conflicts as rows of the report, the widest gap first."""
    for row in store.query(
        "SELECT *, earliest AS date FROM open_conflict"
        " ORDER BY gap DESC, incident, left_claim_id, right_claim_id"
    ):
        for side in ("left", "right"):
            row[f"{side}_figure"] = f"/figures/figure/{row[f'{side}_figure_id']}"
        yield row


def conflict_report(store: Store) -> str:
    """The whole report as CSV."""
    return to_csv(COLUMNS, conflicts(store))


def write_conflicts(store: Store, audits: Path) -> Path:
    """Write the report to a folder, which is made where there is none; returns the file's path."""
    audits.mkdir(parents=True, exist_ok=True)
    path = audits / FILE
    path.write_bytes(conflict_report(store).encode("utf-8"))
    return path

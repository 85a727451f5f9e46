"""The conflict report: one row a disputed pair of claims, safe to open in a spreadsheet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from figures.publishing.cells import to_csv
from figures.store import Store

COLUMNS = (
    "incident place country date category kind left_low left_high left_quote left_attributed_to"
    " left_publisher left_url left_published_on left_sources right_low right_high right_quote"
    " right_attributed_to right_publisher right_url right_published_on right_sources gap explanation"
    " left_figure right_figure"
).split()


def conflicts(store: Store) -> list[dict[str, Any]]:
    """The open conflicts, the widest gap first, each as a row of the report."""
    rows = store.query(
        "SELECT *, coalesce(earliest, '') AS date FROM open_conflict"
        " ORDER BY gap DESC, left_claim_id, right_claim_id"
    )
    found = []
    for row in rows:
        row["left_figure"] = f"/figures/figure/{row['left_figure_id']}"
        row["right_figure"] = f"/figures/figure/{row['right_figure_id']}"
        found.append(row)
    return found


def write_conflicts(store: Store, audits: Path) -> Path:
    """Write audits/conflicts.csv; returns its path."""
    audits.mkdir(parents=True, exist_ok=True)
    path = audits / "conflicts.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(to_csv(COLUMNS, conflicts(store)))
    return path

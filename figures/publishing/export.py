"""Exports of the figures as published: rulings applied, the machine's reading beside.

Two builds of the same inputs give the same bytes: rows in the order of the documents' names and of
their texts, and no column that tells a run.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from figures.errors import WrongUsage
from figures.publishing.cells import json_line, to_csv
from figures.publishing.tables import FIELDS
from figures.store import Store

FORMATS = ("jsonl", "csv")

# The fields of `figures extract`, then what only a database knows.
COLUMNS = (
    *FIELDS,
    *"document_id publisher url published_on incident_id".split(),
    *"ruled ruling_id ruled_by ruling_reason review reviewed_by contested".split(),
    *"machine_category machine_value machine_low machine_high".split(),
)


def export(store: Store, format: str) -> Iterator[str]:
    """All published figures in one of `FORMATS`, a line at a time.

    Raises WrongUsage for another format.
    """
    if format not in FORMATS:
        raise WrongUsage(f"no export format {format!r}; there are {', '.join(FORMATS)}")
    if format == "csv":
        yield to_csv(COLUMNS, ())
    names = ", ".join(f'"{name}"' for name in COLUMNS)
    for row in store.query(
        f"SELECT {names} FROM published_figure"  # noqa: S608
        " ORDER BY document, document_id, number_start, machine_category"
    ):
        row["groups"] = json.loads(row["groups"])
        yield json_line(row) if format == "jsonl" else to_csv(COLUMNS, [row], header=False)

"""Exports of the figures as published: rulings applied, the machine's reading beside."""

from __future__ import annotations

import json
from collections.abc import Iterator

from figures.errors import FiguresError
from figures.publishing.cells import to_csv
from figures.store import Store

FORMATS = ("jsonl", "csv")


def export(store: Store, format: str) -> Iterator[str]:
    """The published figures in one of `FORMATS`, by document name and place in the text.

    Raises FiguresError for another format.
    """
    rows = store.query(
        "SELECT p.* FROM published_figure p JOIN figure f ON f.id = p.id"
        " ORDER BY p.document, p.document_id, f.number_start, f.category"
    )
    if format == "jsonl":
        for row in rows:
            row["groups"] = json.loads(row["groups"])
            yield json.dumps(row, ensure_ascii=False) + "\n"
    elif format == "csv":
        found = list(rows)
        yield to_csv(list(found[0]) if found else ["id"], found)
    else:
        raise FiguresError(f"no export format {format!r}; there are {', '.join(FORMATS)}")

"""Figures as lines: JSON, CSV and a plain table for the terminal."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from figures.categories import ORDER
from figures.model import Figure
from figures.publishing.cells import to_csv, visible

FIELDS = ("id", "document", *(f.name for f in fields(Figure) if f.name not in ("id", "evidence")))
_SHOWN = (
    ("category", 20),
    ("low", 12),
    ("high", 12),
    ("quote", 34),
    ("attributed_to", 28),
    ("place", 20),
    ("document", 24),
)


def as_row(figure: Figure, document: str) -> dict[str, Any]:
    """A figure with its fields in the order of the contract."""
    row = {name: document if name == "document" else getattr(figure, name) for name in FIELDS}
    row["groups"] = list(figure.groups)
    return row


def in_order(figures: Sequence[Figure]) -> list[Figure]:
    """By number_start, then by the order of the categories."""
    order = {name: i for i, name in enumerate(ORDER)}
    return sorted(
        figures, key=lambda f: (f.number_start, order.get(f.category, len(order)), f.category)
    )


def jsonl(figures: Sequence[Figure], document: str) -> str:
    """One JSON object a line."""
    return "".join(json.dumps(as_row(f, document), ensure_ascii=False) + "\n" for f in figures)


def csv_lines(figures: Sequence[Figure], document: str, header: bool) -> str:
    """CSV rows with safe cells; ``groups`` as a JSON array."""
    rows = [{**as_row(f, document), "groups": json.dumps(list(f.groups))} for f in figures]
    text = to_csv(FIELDS, rows)
    return text if header else text.partition("\n")[2]


def table(rows: Sequence[tuple[Figure, str]]) -> str:
    """A plain table that fits a terminal, control characters made visible."""
    lines = ["  ".join(name.ljust(width) for name, width in _SHOWN).rstrip()]
    for figure, document in rows:
        row = as_row(figure, document)
        cells = []
        for name, width in _SHOWN:
            value = row[name]
            text = (
                ""
                if value is None
                else f"{value:,}"
                if isinstance(value, (int, float))
                else visible(str(value))
            )
            cells.append((text if len(text) <= width else text[: width - 1] + "…").ljust(width))
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)

"""Explanation: a figure's quote in its context and every step that read it."""

from __future__ import annotations

from typing import Any

from figures.errors import FiguresError
from figures.store import Store


def bounds(low: Any, high: Any) -> str:
    """Bounds in plain words.

    >>> bounds(12, None), bounds(None, 40), bounds(3, 9), bounds(5, 5), bounds(None, None)
    ('12 or more', 'up to 40', '3 to 9', '5', 'no number')
    """
    if low is None and high is None:
        return "no number"
    if high is None:
        return f"{low:,} or more"
    if low is None:
        return f"up to {high:,}"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def find(store: Store, figure: str) -> dict[str, Any]:
    """The row of a figure by its id or an unambiguous beginning of it.

    Raises FiguresError where there is none, or more than one.
    """
    rows = list(
        store.query(
            "SELECT f.*, d.name AS document, d.publisher, d.published_on, d.text FROM figure f"
            " JOIN document d ON d.id = f.document_id WHERE f.id >= ? AND f.id < ? || 'g' LIMIT 3",
            (figure, figure),
        )
    )
    if not rows or not figure:
        raise FiguresError(
            f"{figure}: no such figure in {store.path}; `figures export jsonl` lists them"
        )
    if len(rows) > 1:
        raise FiguresError(f"{figure}: several figures begin so; give more of the id")
    return rows[0]


def explain(store: Store, figure: str) -> str:
    """Quote in context and every evidence step, as text."""
    row = find(store, figure)
    text: str = row["text"]
    start, end = row["start"], row["end"]
    before = text[row["sentence_start"] : start]
    after = text[end : row["sentence_end"]]
    lines = [
        f"{row['id']}  {row['category']}: {bounds(row['low'], row['high'])} ({row['qualifier']}, {row['status']})",
        f"in {row['document']}" + (f", {row['publisher']}" if row["publisher"] else "")
        + (f", {row['published_on']}" if row["published_on"] else "") + f", characters {start} to {end}",
        "",
        f"  {before}[{text[start:end]}]{after}".replace("\n", " "),
        "",
    ]  # fmt: skip
    for step, e in enumerate(store.evidence(row["id"]), 1):
        words = text[e.start : e.end].replace("\n", " ")
        value = f" = {e.value}" if e.value is not None else ""
        lines.append(f"  {step}. {e.field}{value}")
        lines.append(f"     rule {e.rule}, characters {e.start} to {e.end}: {words!r}")
    for r in store.query("SELECT * FROM ruling WHERE figure_id = ? ORDER BY place", (row["id"],)):
        stale = " (stale: the figure reads otherwise now, not applied)" if r["stale"] else ""
        lines.append(f"  ruled {r['ruling']} by {r['by']} on {r['at']}: {r['reason']}{stale}")
    return "\n".join(lines)

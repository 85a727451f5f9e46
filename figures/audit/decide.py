"""Recording a ruling: one line in decisions.jsonl, and the database shows it at once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from figures.audit import rulings as decisions
from figures.audit.explain import find
from figures.errors import FiguresError
from figures.pipeline import audits_of, lookup, rulings_in_force
from figures.store import Store, log


def decide(
    figure: str,
    ruling: str,
    *,
    by: str,
    reason: str,
    changes: Mapping[str, Any],
    db: Path,
    audits: Path | None = None,
) -> str:
    """Record a decision on a figure; returns a line that says so.

    Raises FiguresError for a figure that is not there, a correction of nothing, bounds upside down
    or an unknown category.
    """
    from figures.categories import categories

    if (ruling == "correct") != bool(changes):
        raise FiguresError("correct needs --low, --high or --category, and only correct takes them")
    if changes.get("category", "killed") not in categories():
        raise FiguresError(
            f"{changes['category']}: no such category; `figures categories` lists them"
        )
    folder = audits_of(db, audits)
    with Store(db, create=False) as store:
        row = find(store, figure)
        low, high = changes.get("low", row["low"]), changes.get("high", row["high"])
        if low is not None and high is not None and low > high:
            raise FiguresError(f"low {low} is above high {high}")
        made = decisions.make(log.now(), by, ruling, row, row["document"], changes, reason)
        rulings = [*rulings_in_force(store, folder), made]
        if folder is not None:
            decisions.append(folder / decisions.FILE, made)
        store.write_rulings(decisions.apply(rulings, lookup(store)))
        store.log("rulings", digest=decisions.digest(rulings), count=len(rulings))
        from figures.pipeline import summary_of

        store.write_summary(**summary_of(store))
        return f"{row['id']}: {ruling} by {by}" + (
            "" if folder is None else f", written to {folder / decisions.FILE}"
        )

"""The conflict report: one row a disputed pair of claims, safe to open in a spreadsheet; and to be read,
the gravest first, in three lines each."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from figures.errors import WrongUsage
from figures.publishing.cells import to_csv
from figures.publishing.placing import file_at
from figures.store import Store

FILE = "conflicts.csv"
TO_READ = "conflicts.md"
_MARKS = frozenset("\\`*_[]<>#|!&")
_SIDE = "low high quote attributed_to document publisher url published_on sources figure".split()

# audits/README.md says what each column means; a test holds it to it.
COLUMNS = (
    *"incident place country date category kind".split(),
    *(f"left_{name}" for name in _SIDE),
    *(f"right_{name}" for name in _SIDE),
    "gap",
    "explanation",
    *"standing left_of_enemy right_of_enemy left_denied_by right_denied_by".split(),
)


def conflicts(store: Store, since: str | None = None) -> Iterator[dict[str, Any]]:
    """The open conflicts as rows of the report, the widest gap first. ``since``: those with a report that
    was published on this day or later. Raises WrongUsage where that is no date."""
    for row in store.query(
        "SELECT *, earliest AS date FROM open_conflict"
        " WHERE :since = '' OR max(coalesce(left_published_on, ''), coalesce(right_published_on, '')) >= :since"
        " ORDER BY gap DESC, incident, left_claim_id, right_claim_id",
        {"since": _day(since)},
    ):
        for side in ("left", "right"):
            row[f"{side}_figure"] = f"/figures/figure/{row[f'{side}_figure_id']}"
            row[f"{side}_denied_by"] = "; ".join(json.loads(row[f"{side}_denied_by"]))
        yield row


def _day(since: str | None) -> str:
    try:
        return date.fromisoformat(since).isoformat() if since else ""
    except ValueError as error:
        raise WrongUsage(f"--since {since}: give a day as 2024-05-01") from error


def conflict_report(store: Store, since: str | None = None) -> str:
    """The whole report as CSV."""
    return to_csv(COLUMNS, conflicts(store, since))


def to_read(store: Store) -> str:
    """The report to be read: what, where and when; the two sides; why they cannot both hold."""
    told = [_entry(n, row) for n, row in enumerate(conflicts(store), 1)]
    head = f"# Open conflicts: {len(told)}\n\nThe gravest first. All columns are in {FILE}.\n"
    return "\n".join([head, *told])


def _entry(n: int, row: dict[str, Any]) -> str:
    sides = " against ".join(_side(row, side) for side in ("left", "right"))
    what = f"{n}. **{_plain(row['incident'])}**, {row['category']}: {row['kind'].replace('_', ' ')}"
    return f"{what}  \n   {sides}  \n   {_plain(row['explanation'])}\n"


def _side(row: dict[str, Any], side: str) -> str:
    who = row[f"{side}_attributed_to"] or row[f"{side}_publisher"] or row[f"{side}_document"]
    on = f", {row[f'{side}_published_on']}" if row[f"{side}_published_on"] else ""
    others = row[f"{side}_sources"] - 1
    more = f" and {others} other source{'s' if others > 1 else ''}" if others > 0 else ""
    enemy = "; a side's count of its enemy" if row[f"{side}_of_enemy"] else ""
    denied = f"; denied by {_plain(row[f'{side}_denied_by'])}" if row[f"{side}_denied_by"] else ""
    return f"“{_plain(row[f'{side}_quote'])}” ({_plain(who)}{more}{on}{enemy}{denied})"


def _plain(text: str) -> str:
    """Article text with nothing in it that Markdown or HTML would read as its own."""
    return "".join(f"\\{c}" if c in _MARKS else c for c in " ".join(text.split()))


def write_conflicts(store: Store, audits: Path) -> Path:
    """Write both reports to a folder, which is made where there is none; returns the CSV file's path.

    Each takes the place of the one before as a whole: where the disk is full that one stays.
    """
    for name, told in ((FILE, conflict_report(store)), (TO_READ, to_read(store))):
        with file_at(audits / name) as path:
            path.write_bytes(told.encode("utf-8"))
    return audits / FILE

"""The queue: the figures in the order in which a person should read them.

First what only people can settle: figures on which they disagree, or whose ruling no longer fits what the
program reads. Then figures that contradict one another, figures that a finding names, figures told in vague,
hedged or unnumbered words, and at last all others, report by report. Each group is one walk along an index:
no page of the queue reads the whole table of figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from figures.store import Store


@dataclass(frozen=True, slots=True)
class Group:
    """Figures to read for one reason. ``sql`` gives their ids (as id), in order, those read already too."""

    name: str
    label: str
    why: str
    sql: str


GROUPS = (
    Group(
        "contested", "people disagree", "two people hold different things of it",
        "SELECT figure_id AS id FROM review WHERE contested = 1 ORDER BY figure_id",
    ),
    Group(
        "stale", "a ruling no longer fits", "the program reads it otherwise than when it was ruled on",
        "SELECT figure_id AS id FROM ruling WHERE stale = 1 AND about = 'figure' AND figure_id IS NOT NULL"
        " GROUP BY figure_id ORDER BY min(seq)",
    ),
    Group(
        "disputed", "in an open conflict", "it contradicts another figure of the same incident",
        "SELECT k.figure_id AS id FROM claim_relation r"
        " JOIN claim a ON a.id = r.left_claim_id AND a.state = 'current'"
        " JOIN claim b ON b.id = r.right_claim_id AND b.state = 'current'"
        " CROSS JOIN claim_figure k ON k.claim_id IN (a.id, b.id)"
        " WHERE r.relation = 'conflict' GROUP BY k.figure_id ORDER BY min(a.toll_id), k.figure_id",
    ),
    Group(
        "finding", "named by a finding", "something in it does not fit the figures around it",
        "SELECT j.value AS id FROM finding n JOIN json_each(n.figures) j"
        " GROUP BY j.value ORDER BY min(n.incident_id), j.value",
    ),
    Group(
        "uncertain", "vague, hedged or without a number", "its words leave most to be understood",
        "SELECT id FROM figure INDEXED BY figure_uncertain WHERE (qualifier IN ('vague', 'unspecified')"
        " OR counted <> 'number' OR status <> 'asserted' OR caveat IS NOT NULL)"
        " ORDER BY document_id, number_start, category",
    ),
    Group(
        "rest", "all others", "report by report",
        "SELECT id FROM figure ORDER BY document_id, number_start, category",
    ),
)  # fmt: skip

# Which figures of a group: those that nobody has read, or that people could not tell or do not agree on;
# those that want a second person; those that have one.
_WHICH = {
    "unread": "v.figure_id IS NULL OR v.state = 'unsure' OR v.contested = 1",
    "read": "v.state = 'read' AND v.contested = 0",
    "seconded": "v.state = 'seconded'",
}
WHICH = tuple(_WHICH)


def queue(
    store: Store, which: str = "unread", limit: int | None = None
) -> Iterator[dict[str, Any]]:
    """The figures to read in order, each once: its row as published, with ``group``, a name of `GROUPS`.

    ``which``: unread (also those that people could not tell or do not agree on), read (which want a second
    person) or seconded.
    """
    seen: set[str] = set()
    for group in GROUPS:
        for row in store.query(sql(group, which)):
            if row["id"] not in seen:
                if limit is not None and len(seen) >= limit:
                    return
                seen.add(row["id"])
                [figure] = store.query("SELECT * FROM published_figure WHERE id = ?", (row["id"],))
                yield {**figure, "group": group.name}


def sql(group: Group, which: str) -> str:
    """The ids of a group's figures of one state, in order."""
    return (
        f"SELECT q.id FROM ({group.sql}) q LEFT JOIN review v ON v.figure_id = q.id"  # noqa: S608
        f" WHERE {_WHICH[which]}"
    )

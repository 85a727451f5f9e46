"""The queue: the figures in the order in which a person should read them.

First what only people can settle: figures on which they disagree, or whose ruling no longer fits what the
program reads. Then figures that contradict one another, figures that a finding names, figures told in vague,
hedged or unnumbered words, and at last all others, report by report. Each group is one walk along an index:
no step of the queue reads the whole table of figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from figures.comparison.standing import person
from figures.store import Store


@dataclass(frozen=True, slots=True)
class Group:
    """Figures to read for one reason. ``rows`` gives their ids (as id) and what they are ordered by, those
    read already too. A group in the order of `_BY_REPORT` may be long, and can be entered anywhere."""

    name: str
    label: str
    why: str
    rows: str
    order: str


_BY_REPORT = "document_id, number_start, category"
_UNCERTAIN = (  # as the index has it
    "(qualifier IN ('vague', 'unspecified') OR counted <> 'number' OR status <> 'asserted'"
    " OR caveat IS NOT NULL)"
)
GROUPS = (
    Group(
        "contested", "People disagree", "two people hold different things of it",
        "SELECT figure_id AS id FROM review WHERE contested = 1", "id",
    ),
    Group(
        "stale", "A ruling fits no more", "the program reads it otherwise than when it was ruled on",
        "SELECT figure_id AS id, min(seq) AS place FROM ruling"
        " WHERE stale = 1 AND about = 'figure' AND figure_id IS NOT NULL GROUP BY figure_id", "place",
    ),
    Group(
        "disputed", "In an open conflict", "it contradicts another figure of the same incident",
        "SELECT k.figure_id AS id, min(a.toll_id) AS place FROM claim_relation r"
        " JOIN claim a ON a.id = r.left_claim_id AND a.state = 'current'"
        " JOIN claim b ON b.id = r.right_claim_id AND b.state = 'current'"
        " CROSS JOIN claim_figure k ON k.claim_id IN (a.id, b.id)"
        " WHERE r.relation = 'conflict' GROUP BY k.figure_id", "place, id",
    ),
    Group(
        "finding", "Named by a finding", "something in it does not fit the figures around it",
        "SELECT j.value AS id, min(n.incident_id) AS place FROM finding n JOIN json_each(n.figures) j"
        " GROUP BY j.value", "place, id",
    ),
    Group(
        "uncertain", "Vague, hedged or without a number", "its words leave most to be understood",
        f"SELECT id, {_BY_REPORT} FROM figure INDEXED BY figure_uncertain WHERE {_UNCERTAIN}",  # noqa: S608
        _BY_REPORT,
    ),
    Group(
        "rest", "All others", "report by report",
        f"SELECT id, {_BY_REPORT} FROM figure WHERE 1", _BY_REPORT,  # noqa: S608
    ),
)  # fmt: skip
NAMES = tuple(group.name for group in GROUPS)

# Which figures of a group: those that nobody has read, or that people could not tell or do not agree on;
# those that want a second person; those that have one. "Mine" are those on which this person holds what stands.
_MINE = "EXISTS (SELECT 1 FROM json_each(v.people) WHERE person(value) = :me)"
_WHICH = {
    "unread": f"(v.figure_id IS NULL OR (v.state = 'unsure' AND NOT {_MINE}) OR v.contested = 1)",
    "read": f"(v.state = 'read' AND v.contested = 0 AND NOT {_MINE})",
    "seconded": "(v.state = 'seconded')",
}
WHICH = tuple(_WHICH)


def queue(
    store: Store, which: str = "unread", limit: int | None = None, me: str = ""
) -> Iterator[dict[str, Any]]:
    """The figures to read in order, each once: its row as published, with ``group``, a name of `GROUPS`.

    ``which``: unread (also those that people could not tell or do not agree on), read (which want a second
    person) or seconded. ``me``: who asks; what this person holds already is left out.
    """
    seen: set[str] = set()
    for group in GROUPS:
        for figure in ids(store, group, which, me):
            if figure not in seen:
                if limit is not None and len(seen) >= limit:
                    return
                seen.add(figure)
                [row] = store.query("SELECT * FROM published_figure WHERE id = ?", (figure,))
                yield {**row, "group": group.name}


def ids(
    store: Store, group: Group, which: str, me: str = "", after: tuple[str, int, str] | None = None
) -> Iterator[str]:
    """The ids of a group's figures of one state, in order; only those ``after`` a place in a report, of a
    group that goes by report."""
    store.connection.create_function("person", 1, person, deterministic=True)
    rows, told = group.rows, {"me": person(me)}
    if after is not None:
        rows += f" AND ({_BY_REPORT}) > (:document, :start, :category)"
        told |= dict(zip(("document", "start", "category"), after, strict=True))  # type: ignore[arg-type]
    return (row["id"] for row in store.query(sql(group, which, rows), told))


def sql(group: Group, which: str, rows: str = "") -> str:
    """The question after a group's figures of one state; ``me`` is to be told it."""
    order = ", ".join(f"q.{column}" for column in group.order.split(", "))
    return (
        f"SELECT q.id FROM ({rows or group.rows}) q LEFT JOIN review v ON v.figure_id = q.id"  # noqa: S608
        f" WHERE {_WHICH[which]} ORDER BY {order}"
    )


def _all(store: Store, group: Group) -> list[str]:
    return [row["id"] for row in store.query(f"{group.rows} ORDER BY {group.order}")]


def following(
    store: Store, which: str, me: str = "", group: str = NAMES[0], after: str | None = None
) -> tuple[str, str] | None:
    """The next figure to read and its group: after one of a group, else from the group's beginning on;
    None where nothing is left from there."""
    for found in GROUPS[NAMES.index(group) :]:
        if found.name == group and after is not None:
            there = _after(store, found, which, me, after)
        else:
            there = ids(store, found, which, me)
        for figure in there:
            if figure != after:
                return figure, found.name
    return None


def _after(store: Store, group: Group, which: str, me: str, figure: str) -> Iterator[str]:
    if group.order == _BY_REPORT:
        return ids(store, group, which, me, _place(store, figure))
    order = _all(store, group)
    wanted = set(ids(store, group, which, me))
    begin = order.index(figure) + 1 if figure in order else 0
    return (other for other in order[begin:] if other in wanted)


def _place(store: Store, figure: str) -> tuple[str, int, str]:
    [row] = store.query(
        "SELECT document_id, number_start, category FROM figure WHERE id = ?", (figure,)
    )
    return row["document_id"], row["number_start"], row["category"]


def before(store: Store, group: str, figure: str) -> str | None:
    """The figure before one in its group, whoever has read it; None at the group's beginning."""
    found = GROUPS[NAMES.index(group)]
    if found.order == _BY_REPORT:
        backwards = ", ".join(f"{column} DESC" for column in _BY_REPORT.split(", "))
        question = f"{found.rows} AND ({_BY_REPORT}) < (?, ?, ?) ORDER BY {backwards} LIMIT 1"
        return next((row["id"] for row in store.query(question, _place(store, figure))), None)
    order = _all(store, found)
    at = order.index(figure) if figure in order else 0
    return order[at - 1] if at else None


def overview(store: Store, which: str, me: str = "", most: int = 1000) -> list[dict[str, Any]]:
    """Each group with how many of its figures are to be read (counted up to ``most``) and the first of
    them, as published."""
    found = []
    for group in GROUPS:
        there = list(islice(ids(store, group, which, me), most + 1))
        first = [
            next(store.query("SELECT * FROM published_figure WHERE id = ?", (figure,)))
            for figure in there[:5]
        ]
        row = {"name": group.name, "label": group.label, "why": group.why, "first": first}
        found.append({**row, "count": min(len(there), most), "more": len(there) > most})
    return found

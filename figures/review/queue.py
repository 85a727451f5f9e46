"""The queue: the figures in the order in which a person should read them.

First what only people can settle: figures on which they disagree, or whose ruling no longer fits what the
program reads. Then figures that contradict one another, figures that a finding names, figures told in vague,
hedged or unnumbered words, and at last all others, report by report. Each group is one walk along an index:
no step of the queue reads the whole table of figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from figures.comparison.standing import person
from figures.store import Store


@dataclass(frozen=True, slots=True)
class Group:
    """Figures to read for one reason. ``rows`` gives their ids (as id), those read already too and some
    more than once, with what they are ordered by: ``key``, the columns by which the group can be entered
    anywhere, then ``within``."""

    name: str
    label: str
    why: str
    rows: str
    key: tuple[str, ...]
    within: tuple[str, ...] = ("id",)

    @property
    def order(self) -> tuple[str, ...]:
        return (*self.key, *self.within)


_BY_REPORT = ("document_id", "number_start", "category")
_UNCERTAIN = (  # as the index has it
    "(qualifier IN ('vague', 'unspecified') OR counted <> 'number' OR status <> 'asserted'"
    " OR caveat IS NOT NULL)"
)
GROUPS = (
    Group(
        "contested", "People disagree", "two people hold different things of it",
        "SELECT figure_id AS id FROM review WHERE contested = 1", ("id",), (),
    ),
    Group(
        "stale", "A ruling fits no more", "the program reads it otherwise than when it was ruled on",
        "SELECT figure_id AS id FROM ruling WHERE stale = 1 AND about = 'figure' AND figure_id IS NOT NULL",
        ("id",), (),
    ),
    Group(
        "disputed", "In an open conflict", "it contradicts another figure of the same incident",
        "SELECT k.figure_id AS id, c.incident_id, c.left_claim_id, c.right_claim_id,"
        " k.claim_id <> c.left_claim_id AS side FROM conflict c INDEXED BY conflict_incident"
        " CROSS JOIN claim_figure k ON k.claim_id IN (c.left_claim_id, c.right_claim_id) WHERE 1",
        ("incident_id",), ("left_claim_id", "right_claim_id", "side", "id"),
    ),
    Group(
        "finding", "Named by a finding", "something in it does not fit the figures around it",
        "SELECT j.value AS id, n.incident_id FROM finding n INDEXED BY finding_incident"
        " CROSS JOIN json_each(n.figures) j WHERE 1",
        ("incident_id",),
    ),
    Group(
        "uncertain", "Vague, hedged or without a number", "its words leave most to be understood",
        f"SELECT id, {', '.join(_BY_REPORT)} FROM figure INDEXED BY figure_uncertain"  # noqa: S608
        f" WHERE {_UNCERTAIN}",
        _BY_REPORT, (),
    ),
    Group(
        "rest", "All, report by report", "those above too, while they want a reader",
        f"SELECT id, {', '.join(_BY_REPORT)} FROM figure WHERE 1", _BY_REPORT, (),  # noqa: S608
    ),
)  # fmt: skip
NAMES = tuple(group.name for group in GROUPS)
# Of the figures that people have read, which are fewer: those in conflict, then all, found from their readings.
_OF_READ = tuple(
    replace(
        group,
        rows="SELECT f.id, f.incident_id FROM review w CROSS JOIN claim_figure k ON k.figure_id = w.figure_id"
        " CROSS JOIN figure f ON f.id = w.figure_id"
        " WHERE (EXISTS (SELECT 1 FROM conflict WHERE left_claim_id = k.claim_id)"
        " OR EXISTS (SELECT 1 FROM conflict WHERE right_claim_id = k.claim_id))",
        within=("id",),
    )
    if group.name == "disputed"
    else group
    for group in GROUPS
    if group.name in ("disputed", "rest")
)

Key = tuple[Any, ...]
"""The values of a group's key columns."""

# Which figures of a group: those that nobody has read, or that people could not tell or do not agree on;
# those that want a second person; those that have one. "Mine" are those on which this person holds what stands.
_MINE = "EXISTS (SELECT 1 FROM json_each(v.people) WHERE person(value) = :me)"
_WHICH = {
    "unread": f"(v.figure_id IS NULL OR (v.state = 'unsure' AND NOT {_MINE}) OR v.contested = 1)",
    "read": f"(v.state = 'read' AND v.contested = 0 AND NOT {_MINE})",
    "seconded": "(v.state = 'seconded')",
}
WHICH = tuple(_WHICH)


def groups(which: str) -> tuple[Group, ...]:
    """The groups in which figures of a state are told."""
    return GROUPS if which == WHICH[0] else _OF_READ


def queue(
    store: Store, which: str = "unread", limit: int | None = None, me: str = ""
) -> Iterator[dict[str, Any]]:
    """The figures to read in order, each once: its row as published, with ``group``, a name of `GROUPS`.

    ``which``: unread (also those that people could not tell or do not agree on), read (which want a second
    person) or seconded. ``me``: who asks; what this person holds already is left out.
    """
    seen: set[str] = set()
    for group in groups(which):
        for figure in ids(store, group, which, me):
            if figure not in seen:
                if limit is not None and len(seen) >= limit:
                    return
                seen.add(figure)
                [row] = store.query("SELECT * FROM published_figure WHERE id = ?", (figure,))
                yield {**row, "group": group.name}


def ids(
    store: Store, group: Group, which: str, me: str = "", after: Key | None = None
) -> Iterator[str]:
    """The ids of a group's figures of one state, in order, each once; with a key, only those beyond it."""
    store.connection.create_function("person", 1, person, deterministic=True)
    question = sql(group, which, ">" if after else "")
    seen: set[str] = set()
    for row in store.query(question, {"me": person(me), **_named(after or ())}):
        if row["id"] not in seen:
            seen.add(row["id"])
            yield row["id"]


def sql(group: Group, which: str = "", beyond: str = "", backwards: bool = False) -> str:
    """The question after a group's figures of one state, or all of them; ``beyond`` compares their key with
    :key0, :key1, …; a state wants to be told ``me``."""
    conditions = [_WHICH[which]] if which else []
    if beyond:
        columns = ", ".join(f"q.{column}" for column in group.key)
        marks = ", ".join(f":key{n}" for n in range(len(group.key)))
        conditions.append(f"({columns}) {beyond} ({marks})")
    order = ", ".join(f"q.{column}{' DESC' * backwards}" for column in group.order)
    return (
        f"SELECT q.id FROM ({group.rows}) q LEFT JOIN review v ON v.figure_id = q.id"  # noqa: S608
        f" WHERE {' AND '.join(conditions) or 1} ORDER BY {order}"
    )


def _named(key: Key) -> dict[str, Any]:
    return {f"key{n}": value for n, value in enumerate(key)}


def _key(store: Store, group: Group, figure: str) -> Key | None:
    """The key of a figure; None where the figure is gone."""
    columns = ", ".join(group.key)
    rows = store.query(f"SELECT {columns} FROM figure WHERE id = ?", (figure,))  # noqa: S608
    return next((tuple(row.values()) for row in rows), None)


def _beside(store: Store, group: Group, key: Key) -> list[str]:
    """The figures of a group that have this key, in order, whoever has read them."""
    rows = store.query(sql(group, beyond="="), _named(key))
    return list(dict.fromkeys(row["id"] for row in rows))


def following(
    store: Store, which: str, me: str = "", group: str = NAMES[0], after: str | None = None
) -> tuple[str, str] | None:
    """The next figure to read and its group: after one of a group, else from the group's beginning on;
    None where nothing is left from there."""
    for found in groups(which):
        if NAMES.index(found.name) < NAMES.index(group):
            continue
        if found.name == group and after is not None:
            there = _after(store, found, which, me, after)
        else:
            there = ids(store, found, which, me)
        for figure in there:
            if figure != after:
                return figure, found.name
    return None


def _after(store: Store, group: Group, which: str, me: str, figure: str) -> Iterator[str]:
    key = _key(store, group, figure)
    if key is None:
        yield from ids(store, group, which, me)
        return
    beside = _beside(store, group, key)
    begin = beside.index(figure) + 1 if figure in beside else 0
    yield from (f for f in beside[begin:] if _is(store, which, me, f))
    yield from ids(store, group, which, me, key)


def _is(store: Store, which: str, me: str, figure: str) -> bool:
    """Whether a figure is of this state."""
    store.connection.create_function("person", 1, person, deterministic=True)
    question = (
        "SELECT 1 FROM (SELECT :id AS id) q LEFT JOIN review v ON v.figure_id = q.id"  # noqa: S608
        f" WHERE {_WHICH[which]}"
    )
    return any(True for _ in store.query(question, {"id": figure, "me": person(me)}))


def before(store: Store, group: str, figure: str) -> str | None:
    """The figure before one in its group, whoever has read it; None at the group's beginning."""
    found = GROUPS[NAMES.index(group)]
    key = _key(store, found, figure)
    if key is None:
        return None
    beside = _beside(store, found, key)
    if figure in beside[1:]:
        return beside[beside.index(figure) - 1]
    question = sql(found, beyond="<", backwards=True) + " LIMIT 1"
    return next((row["id"] for row in store.query(question, _named(key))), None)


def overview(store: Store, which: str, me: str = "", most: int = 1000) -> list[dict[str, Any]]:
    """Each group with how many of its figures are to be read (counted up to ``most``) and the first of
    them, as published."""
    found = []
    for group in groups(which):
        there = list(islice(ids(store, group, which, me), most + 1))
        first = [
            next(store.query("SELECT * FROM published_figure WHERE id = ?", (figure,)))
            for figure in there[:5]
        ]
        row = {"name": group.name, "label": group.label, "why": group.why, "first": first}
        found.append({**row, "count": min(len(there), most), "more": len(there) > most})
    return found

"""Two databases walked side by side: what is in one and not, or otherwise, in the other."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not as derived: a column of a row, a whole row, or another flaw.

    ``column`` is "" where the whole row is meant, ``key`` too where it is no row.
    """

    table: str
    key: str
    column: str
    what: str

    def __str__(self) -> str:
        where = " ".join(filter(None, (self.table, self.key)))
        return f"{where}: {self.column + ' ' if self.column else ''}{self.what}"


def differences(
    store: sqlite3.Connection,
    derived: sqlite3.Connection,
    but_tables: Collection[str] = (),
    but_columns: Collection[tuple[str, str]] = (),
) -> Iterator[Difference]:
    """Every table of two databases but those named, and the search index over the texts."""
    found = derived.execute(
        "SELECT name, sql LIKE 'CREATE VIRTUAL%' FROM sqlite_master WHERE type = 'table' ORDER BY name"
    ).fetchall()
    indexes = [name for name, virtual in found if virtual]
    for table, _ in found:
        if table not in but_tables and not table.startswith((*indexes, "sqlite_")):
            yield from _rows(store, derived, table, but_columns)
    for index in indexes:
        try:
            store.execute(
                f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)"  # noqa: S608
            )
        except sqlite3.OperationalError:
            continue  # a file that may only be read cannot be asked
        except sqlite3.DatabaseError:
            yield Difference(index, "", "", "the search index is not that of the texts")


def _rows(
    store: sqlite3.Connection,
    derived: sqlite3.Connection,
    table: str,
    but_columns: Collection[tuple[str, str]],
) -> Iterator[Difference]:
    """The rows of one table that differ, each named by its key: two ordered walks side by side."""
    info = derived.execute(f"PRAGMA table_info({table})").fetchall()
    keys = [name for _, name, *_, place in sorted(info, key=lambda r: int(r[5])) if place]
    names = [name for _, name, *_ in info if (table, name) not in but_columns]
    try:
        here, there = (_walk(s, table, keys, names) for s in (store, derived))
        stored, given = next(here, None), next(there, None)
        while stored or given:
            if given is None or (stored and stored[0] < given[0]):
                assert stored
                yield Difference(table, _key(stored), "", "is stored, but nothing gives it")
                stored = next(here, None)
            elif stored is None or given[0] < stored[0]:
                yield Difference(table, _key(given), "", "is missing")
                given = next(there, None)
            else:
                for name, a, b in zip(names, stored[1], given[1], strict=True):
                    if a != b or type(a) is not type(b):
                        what = f"is {shown(a)}, derived {shown(b)}"
                        yield Difference(table, _key(stored), name, what)
                stored, given = next(here, None), next(there, None)
    except sqlite3.Error as error:
        yield Difference(table, "", "", f"cannot be read ({error})")


# The order in which SQLite sorts values of different types.
_RANK = {type(None): 0, int: 1, float: 1, str: 2, bytes: 3}
Row = tuple[list[tuple[int, Any]], tuple[Any, ...]]
"""A row's key, comparable whatever types stand in it, and its columns."""


def _walk(
    store: sqlite3.Connection, table: str, keys: Sequence[str], names: Sequence[str]
) -> Iterator[Row]:
    columns = ", ".join(f'"{name}"' for name in (*keys, *names))
    order = ", ".join(f'"{key}"' for key in keys)
    for row in store.execute(f"SELECT {columns} FROM {table} ORDER BY {order}"):  # noqa: S608
        yield [(_RANK[type(value)], value) for value in row[: len(keys)]], row[len(keys) :]


def _key(row: Row) -> str:
    return " ".join(str(value) for _, value in row[0])


def shown(value: Any) -> str:
    """A value in a line that tells a difference."""
    words = repr(value)
    return words if len(words) <= 100 else f"{words[:80]}… ({len(words)} characters)"

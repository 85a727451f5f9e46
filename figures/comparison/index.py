"""What the comparison keeps of every report between runs, so that new ones are compared with what they touch.

All of it follows from the reports and can be thrown away: the next run then compares everything afresh.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import inf
from pathlib import Path
from typing import Any, NamedTuple

from figures.comparison import keeping
from figures.comparison.accounts import Account
from figures.comparison.copies import Version
from figures.comparison.extents import read
from figures.comparison.graph import Graph, number

_SCHEMA = """
CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS text (id TEXT PRIMARY KEY, address TEXT NOT NULL, part TEXT NOT NULL, said TEXT,
  copy_of TEXT, replaces TEXT) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS text_address ON text (address, part);
CREATE INDEX IF NOT EXISTS text_replaces ON text (replaces) WHERE replaces IS NOT NULL;
CREATE TABLE IF NOT EXISTS account (id INTEGER PRIMARY KEY, name TEXT NOT NULL, document TEXT NOT NULL,
  main INTEGER NOT NULL, past INTEGER NOT NULL, first INTEGER, last INTEGER, loose INTEGER NOT NULL,
  told INTEGER NOT NULL, cluster INTEGER, incident TEXT);
CREATE TABLE IF NOT EXISTS told (id INTEGER PRIMARY KEY, account INTEGER NOT NULL UNIQUE, line TEXT NOT NULL,
  words TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS account_document ON account (document);
CREATE INDEX IF NOT EXISTS account_cluster ON account (cluster) WHERE cluster IS NOT NULL;
CREATE INDEX IF NOT EXISTS account_incident ON account (incident) WHERE incident IS NOT NULL;
CREATE TABLE IF NOT EXISTS incident (id TEXT PRIMARY KEY, country TEXT, extent TEXT NOT NULL,
  inside TEXT) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS incident_country ON incident (country);
"""
_LAYOUT = "9"  # of these tables; another one is thrown away


class Outline(NamedTuple):
    """What decides how an account joins others, without its words."""

    id: str
    document_id: str
    main: bool
    past: bool
    days: tuple[int, int] | None
    loose: bool
    told: bool  # it tells figures


class Index:
    """The index in one connection: of a file beside the database, or of memory.

    >>> with Index(":memory:") as index:
    ...     index.state("layout")
    '9'
    """

    def __init__(self, path: str | Path = ":memory:") -> None:
        try:
            self._open(path)
            if self.state("layout") not in (None, _LAYOUT):
                raise sqlite3.DatabaseError
        except sqlite3.OperationalError:
            raise  # in use, or not to be written
        except sqlite3.DatabaseError:  # another version's, or damaged
            self.connection.close()
            Path(path).unlink(missing_ok=True)
            self._open(path)
        self.note("layout", _LAYOUT)

    def _open(self, path: str | Path) -> None:
        self.connection = sqlite3.connect(path, isolation_level=None, timeout=30)
        self.run = self.connection.execute
        self.run("PRAGMA journal_mode = MEMORY")
        self.run("PRAGMA synchronous = OFF")  # what is lost is made anew
        self.run("PRAGMA cache_size = -100000")
        for statement in _SCHEMA.split(";")[:-1]:
            self.run(statement)
        self.texts = Graph(self.connection, "text", reach=14)
        self.links = Graph(self.connection, "link")

    def __enter__(self) -> Index:
        return self

    def __exit__(self, *_: object) -> None:
        self.connection.close()

    def is_whole(self) -> bool:
        """Whether its file can be read in whole."""
        try:
            return bool(self.run("PRAGMA quick_check(1)").fetchone() == ("ok",))
        except sqlite3.Error:
            return False

    def state(self, name: str) -> str | None:
        row = self.run("SELECT value FROM state WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None

    def note(self, name: str, value: str) -> None:
        self.run("INSERT OR REPLACE INTO state VALUES (?, ?)", (name, value))

    def empty(self) -> None:
        """Forget everything."""
        rows = self.run("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (name,) in rows:
            self.run(f"DELETE FROM {name}")  # noqa: S608
        self.note("layout", _LAYOUT)

    # -- texts --------------------------------------------------------------------------------

    def documents(self) -> set[str]:
        return {row[0] for row in self.run("SELECT id FROM text")}

    def put_text(self, one: Version) -> None:
        self.run(
            "INSERT INTO text (id, address, part, said) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
            one,
        )

    def versions(self, ids: Iterable[str]) -> list[Version]:
        """What is kept of these texts."""
        sql = "SELECT id, address, part, said FROM text WHERE id = ?"
        return [Version(*row) for i in sorted(ids) for row in self.run(sql, (i,))]

    def under_one_address(self, ids: Iterable[str]) -> list[list[Version]]:
        """The texts under the address of each of these, its own among them."""
        addresses = {(v.address, v.part) for v in self.versions(ids)}
        sql = "SELECT id, address, part, said FROM text WHERE address = ? AND part = ? ORDER BY id"
        return [[Version(*row) for row in self.run(sql, at)] for at in sorted(addresses)]

    def pointer(self, column: str, document: str) -> str | None:
        """The document that a text copies or replaces."""
        sql = f"SELECT {column} FROM text WHERE id = ?"  # noqa: S608
        row = self.run(sql, (document,)).fetchone()
        return row[0] if row else None

    def point(self, column: str, document: str, to: str | None) -> bool:
        """Note what a text copies or replaces; returns whether that is new."""
        if self.pointer(column, document) == to:
            return False
        self.run(f"UPDATE text SET {column} = ? WHERE id = ?", (to, document))  # noqa: S608
        return True

    def replaced(self, document: str) -> bool:
        sql = "SELECT 1 FROM text WHERE replaces = ?"
        return self.run(sql, (document,)).fetchone() is not None

    # -- accounts -----------------------------------------------------------------------------

    def put_account(self, one: Account) -> None:
        first, last = one.days or (None, None)
        self.run(
            "INSERT INTO account VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL)",
            (
                number(one.id), one.id, one.document_id, one.main, one.past,
                first, last, one.loose, bool(one.figures),
            ),
        )  # fmt: skip

        self.run(
            "INSERT INTO told (account, line, words) VALUES (?, ?, ?)",
            (number(one.id), *keeping.kept(one)),
        )

    def account(self, account: int) -> Account:
        """An account as it was put; KeyError where it is not known."""
        return self._told("line, words", account)

    def wordless(self, account: int) -> Account:
        """An account without most words that linking compares, but with its names; KeyError where it is not known."""
        return self._told("line, NULL", account)

    def _told(self, columns: str, account: int) -> Account:
        sql = f"SELECT {columns} FROM told WHERE account = ?"  # noqa: S608
        row = self.run(sql, (account,)).fetchone()
        if row is None:
            raise KeyError(account)
        return keeping.read(*row)

    def accounts_of(self, documents: Iterable[str]) -> list[int]:
        sql = "SELECT id FROM account WHERE document = ? ORDER BY id"
        return [row[0] for d in sorted(documents) for row in self.run(sql, (d,))]

    def forget(self, account: int) -> None:
        self.run("DELETE FROM account WHERE id = ?", (account,))
        self.run("DELETE FROM told WHERE account = ?", (account,))

    def outlines(self, accounts: Iterable[int]) -> list[Outline]:
        sql = (
            "SELECT name, document, main, past, first, last, loose, told FROM account WHERE id = ?"
        )
        found = []
        for account in accounts:
            name, document, main, past, first, last, loose, told = self.run(
                sql, (account,)
            ).fetchone()
            days = None if first is None else (first, last)
            found.append(
                Outline(name, document, bool(main), bool(past), days, bool(loose), bool(told))
            )
        return found

    def place(self, account: int) -> tuple[str, str | None]:
        """An account's document and incident."""
        row = self.run("SELECT document, incident FROM account WHERE id = ?", (account,)).fetchone()
        return row[0], row[1]

    def linked(self, account: int, least: float = -inf) -> list[tuple[int, float, str | None]]:
        """(other, score, its incident) of every link of an account of at least so much, by the other's number."""
        sql = (
            "SELECT other, score, incident FROM link_edge JOIN account ON id = other"
            " WHERE one = ? AND score >= ? ORDER BY other"
        )
        return self.run(sql, (account, least)).fetchall()

    def members(self, incident: str) -> list[int]:
        """The accounts of an incident."""
        sql = "SELECT id FROM account WHERE incident = ? ORDER BY id"
        return [row[0] for row in self.run(sql, (incident,))]

    def size(self, incident: str) -> int:
        sql = "SELECT count(*) FROM account WHERE incident = ?"
        return int(self.run(sql, (incident,)).fetchone()[0])

    def known(self, account: int) -> bool:
        return self.run("SELECT 1 FROM account WHERE id = ?", (account,)).fetchone() is not None

    def incident_of(self, account: int) -> str | None:
        return self.place(account)[1]

    def assign(self, members: Sequence[int], incident: str | None) -> None:
        """Let accounts, sorted, be a cluster, and of an incident where they tell one."""
        sql = "UPDATE account SET cluster = ?, incident = ? WHERE id = ?"
        self.connection.executemany(sql, ((members[0], incident, a) for a in members))

    def clusters(self, accounts: Iterable[int]) -> list[list[int]]:
        """The clusters that hold these accounts, each sorted; what is in none is left out."""
        sql = "SELECT cluster FROM account WHERE id = ? AND cluster IS NOT NULL"
        found = {row[0] for a in accounts for row in self.run(sql, (a,))}
        within = "SELECT id FROM account WHERE cluster = ? ORDER BY id"
        return [[row[0] for row in self.run(within, (c,))] for c in sorted(found)]

    def loosen(self, accounts: Iterable[int]) -> None:
        """Let accounts be in no cluster."""
        sql = "UPDATE account SET cluster = NULL WHERE id = ?"
        self.connection.executemany(sql, ((a,) for a in accounts))

    # -- incidents ----------------------------------------------------------------------------

    def put_incident(self, identity: str, country: str | None, extent: Mapping[str, Any]) -> None:
        self.run(
            "INSERT OR REPLACE INTO incident VALUES (?, ?, ?, NULL)",
            (identity, country, json.dumps(extent)),
        )

    def drop_incident(self, identity: str) -> tuple[str | None, bool]:
        """Forget an incident; returns its country, and whether others may have lain in it."""
        sql = "SELECT country, extent FROM incident WHERE id = ?"
        row = self.run(sql, (identity,)).fetchone()
        self.run("DELETE FROM incident WHERE id = ?", (identity,))
        return (row[0], read(json.loads(row[1])).wide) if row else (None, False)

    def incidents(self, country: str) -> Iterator[tuple[str, dict[str, Any], str | None]]:
        """(id, extent, the incident that it lies in) of every incident of a country."""
        sql = "SELECT id, extent, inside FROM incident WHERE country = ? ORDER BY id"
        for identity, extent, inside in self.run(sql, (country,)):
            yield identity, json.loads(extent), inside

    def lie_in(self, identity: str, other: str | None) -> None:
        self.run("UPDATE incident SET inside = ? WHERE id = ?", (other, identity))

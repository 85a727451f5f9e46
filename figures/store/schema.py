"""What a database of ours looks like: its marks, its version, and the statements that make it."""

from __future__ import annotations

import re
import sqlite3
from functools import cache
from importlib.resources import files

from figures.errors import StoreError, damaged

APPLICATION_ID = 0x46696775  # "Figu"
VERSION = 9


@cache
def statements() -> str:
    """schema.sql, lists.sql and views.sql, as one script."""
    return "".join(map(_script, ("schema.sql", "lists.sql", "views.sql")))


def _script(name: str) -> str:
    return (files("figures.store") / name).read_text("utf-8")


@cache
def _lists() -> tuple[str, ...]:
    """The names of the indexes that lists need."""
    return tuple(re.findall(r"IF NOT EXISTS (\w+)", _script("lists.sql")))


def drop_lists(connection: sqlite3.Connection) -> None:
    """Take away the indexes that lists need."""
    for name in _lists():
        connection.execute(f"DROP INDEX IF EXISTS {name}")


def make_lists(connection: sqlite3.Connection) -> None:
    """Make the indexes that lists need, where they are not there."""
    connection.executescript(_script("lists.sql"))


def create(connection: sqlite3.Connection) -> None:
    """Make an empty database of the present version in a new file; one that another program has made there
    since it was looked at is left as it is."""
    connection.execute("PRAGMA journal_mode = WAL")
    try:
        connection.executescript(
            f"BEGIN IMMEDIATE; {statements()}"
            f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {VERSION}; COMMIT;"
        )
    except sqlite3.Error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        if connection.execute("PRAGMA user_version").fetchone()[0] != VERSION:
            raise


def version_of(connection: sqlite3.Connection, path: str) -> int:
    """The version of an existing database; 0 for an empty file.

    Raises StoreError for a file that is no database of ours, or is newer than this program.
    """
    try:
        mark = connection.execute("PRAGMA application_id").fetchone()[0]
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        empty = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
    except UnicodeDecodeError as error:  # what SQLite says of it quotes what it found there
        raise StoreError(f"{path}: {damaged(error.reason)}") from error
    if empty:
        return 0
    if mark != APPLICATION_ID:
        raise StoreError(f"{path}: a database of another program; name another file with --db")
    if version > VERSION:
        raise StoreError(
            f"{path}: made by a newer Figures (schema {version}, this program knows {VERSION});"
            " upgrade figures"
        )
    return version


def fingerprint(connection: sqlite3.Connection) -> dict[str, str]:
    """Name → SQL of every table, view, index and trigger, to compare with a fresh database's."""
    return {
        f"{kind} {name}": sql or ""
        for kind, name, sql in connection.execute(
            "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY 1, 2"
        )
    }

"""`figures serve --review`: Datasette with the review, on this machine alone, on a database of one's own."""

from __future__ import annotations

import ipaddress
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from figures.errors import FiguresError, WrongUsage
from figures.publishing import serving
from figures.review.site import Review, plugin
from figures.store import Store
from figures.store.store import address


def check(db: Path, audits: Path | None, host: str) -> Path:
    """Whether a database may be reviewed here; returns the folder of rulings.

    Raises WrongUsage for an address that others can reach and without a folder of rulings, FiguresError for a
    database that is published or cannot be written to.
    """
    if not _is_loopback(host):
        raise WrongUsage(
            f"--review answers on this machine only, and {host} may be reached from others: leave --host out"
        )
    Store(db, create=False).close()  # or says why it cannot be opened
    if audits is None:
        raise WrongUsage("--review writes rulings to a folder: name it with --audits FOLDER")
    for path in (db, db.parent):
        if not os.access(path, os.W_OK):
            raise FiguresError(f"{path}: cannot be written to, so nothing can be ruled here")
    if _is_published(db):
        raise FiguresError(
            f"{db}: published, so immutable; review the database that it was made of"
        )
    return audits


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _is_published(db: Path) -> bool:
    """A published site has Datasette's inspect data beside its database, and no write-ahead log in it."""
    if (db.parent / "inspect-data.json").exists():
        return True
    with closing(sqlite3.connect(address(db), uri=True)) as connection:
        return bool(connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal")


def site(db: Path, audits: Path) -> tuple[Any, Review]:
    """A Datasette on the database with our pages and the review, until the review is closed."""
    from datasette.app import DatasetteClient
    from datasette.plugins import pm

    datasette = serving.site(db)
    review = Review(datasette, db, audits)
    review.plugin = plugin(review)
    pm.register(review.plugin)
    # the one it was made with has no path of the review
    datasette.client = DatasetteClient(datasette)
    return datasette, review


def serve(db: Path, audits: Path, host: str, port: int, say: Any) -> None:
    """Serve until stopped; ``say`` is told the link that signs in, once the address answers."""
    with serving.listening(port, host) as on:
        datasette, review = site(db, audits)
        try:
            serving.serve(
                datasette, on, lambda address: say(address.rstrip("/") + review.session.link())
            )
        finally:
            Store(db, create=False).close()  # which folds what SQLite keeps beside it into it

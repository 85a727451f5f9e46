"""The journal: append-only, each row's hash taken over the one before, so that no row can be lost unseen."""

from __future__ import annotations

import json
import sqlite3
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

FIRST = "0" * 64


def _hash(previous: str, seq: int, at: str, event: str, details: str) -> str:
    return sha256("\n".join((previous, str(seq), at, event, details)).encode()).hexdigest()


def now() -> str:
    """The clock, in UTC to the second; only the journal and the runs read it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def append(connection: sqlite3.Connection, event: str, details: dict[str, Any]) -> str:
    """Add one row; returns its hash."""
    row = connection.execute("SELECT seq, hash FROM log ORDER BY seq DESC LIMIT 1").fetchone()
    seq, previous = (row[0] + 1, row[1]) if row else (1, FIRST)
    at, text = now(), json.dumps(details, ensure_ascii=False, sort_keys=True)
    digest = _hash(previous, seq, at, event, text)
    connection.execute(
        "INSERT INTO log VALUES (?, ?, ?, ?, ?, ?)", (seq, at, event, text, previous, digest)
    )
    return digest


def broken_links(connection: sqlite3.Connection) -> list[str]:
    """What is wrong with the chain, a sentence each; empty where every link holds."""
    wrong: list[str] = []
    previous, expected = FIRST, 1
    for seq, at, event, details, before, digest in connection.execute(
        "SELECT seq, at, event, details, previous, hash FROM log ORDER BY seq"
    ):
        if seq != expected:
            wrong.append(f"log row {expected} is missing")
        if before != previous:
            wrong.append(f"log row {seq}: does not follow the row before it")
        if _hash(before, seq, at, event, details) != digest:
            wrong.append(f"log row {seq}: its content does not give its hash")
        previous, expected = digest, seq + 1
    return wrong

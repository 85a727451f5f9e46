"""Verification: build everything anew from the archived bytes and compare it with the database row by row."""

from __future__ import annotations

import re
import sqlite3
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from figures.audit import rulings as decisions
from figures.extraction import extract_document, rules_hash
from figures.model import Document, Issue
from figures.pipeline import audits_of, conclude, rulings_in_force, stored_rulings
from figures.store import Store, log, schema

# Tables whose rows follow from the inputs alone, with the columns that name a run left out.
DERIVED = (
    "raw document rule figure evidence_row rejection_row incident document_incident incident_pair toll"
    " toll_by_codebook claim claim_figure claim_relation finding source ruling summary"
).split()
_LEFT_OUT = {"run_id"}
MOST = 200  # differences told at most


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a verification found: ``code`` 0 all as derived, 1 differences, 3 made with other rules."""

    code: int
    differences: tuple[str, ...]
    documents: int = 0
    figures: int = 0


def verify(db: Path, audits: Path | None = None) -> Verdict:
    """Re-derive every row of a database and compare.

    Raises StoreError where there is no database of ours at ``db``.
    """
    with Store(db, create=False) as store:
        made_with = store.rules()
        if made_with is not None and made_with != rules_hash():
            return Verdict(
                3,
                (
                    f"made with rules {made_with}, this program has {rules_hash()}: run `figures pipeline` to build it anew",
                ),
            )
        found = list(_differences(store, audits_of(db, audits)))
        documents = store.connection.execute("SELECT count(*) FROM document").fetchone()[0]
        figures = store.connection.execute("SELECT count(*) FROM figure").fetchone()[0]
    return Verdict(1 if found else 0, tuple(found[:MOST]), documents, figures)


def _differences(store: Store, audits: Path | None) -> Iterator[str]:
    yield from _schema(store)
    yield from log.broken_links(store.connection)
    yield from _rulings(store, audits)
    for row in store.connection.execute("PRAGMA foreign_key_check"):
        yield f"{row[0]} row {row[1]}: refers to a {row[2]} that is not there"
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "derived.db") as derived:
        run = derived.begin_run("verify", rules_hash(), "verify")
        documents, troubles = _documents(store)
        yield from troubles
        derived.add((extract_document(d) for d in documents), run)
        codebook = store.connection.execute("SELECT min(codebook) FROM toll").fetchone()[0]
        rulings = rulings_in_force(store, audits)
        derived.write_rulings(decisions.apply(rulings, lambda subject: None))
        try:
            _conclude(derived, audits, codebook or "default")
        except sqlite3.Error as error:
            yield f"the comparison cannot be made anew: {error}"
            return
        for table in DERIVED:
            yield from _table(store, derived, table)


def _conclude(derived: Store, audits: Path | None, codebook: str) -> None:
    conclude(derived, audits, codebook)


def _schema(store: Store) -> Iterator[str]:
    fresh = sqlite3.connect(":memory:", isolation_level=None)
    schema.create(fresh)
    expected, there = schema.fingerprint(fresh), schema.fingerprint(store.connection)
    fresh.close()
    for name in sorted(expected.keys() | there.keys()):
        if name not in there:
            yield f"schema: {name} is missing"
        elif name not in expected:
            yield f"schema: {name} does not belong"
        elif expected[name] != there[name]:
            yield f"schema: {name} is not as declared"


def _rulings(store: Store, audits: Path | None) -> Iterator[str]:
    stored = stored_rulings(store)
    if audits is not None and decisions.digest(
        decisions.read(audits / decisions.FILE)
    ) != decisions.digest(stored):
        yield f"ruling: the database's differ from {audits / decisions.FILE}; run `figures pipeline` to replay them"
    row = store.connection.execute(
        "SELECT json_extract(details, '$.digest') FROM log WHERE event = 'rulings' ORDER BY seq DESC LIMIT 1"
    ).fetchone()
    if stored and (row is None or row[0] != decisions.digest(stored)):
        yield "ruling: the rulings stored are not those that the journal names"


def _documents(store: Store) -> tuple[list[Document], list[str]]:
    """The documents as the archived bytes give them; stored ones where there are no bytes."""
    from figures.reading import read_bytes

    documents: list[Document] = []
    troubles: list[str] = []
    for stored in store.documents(with_raw=True):
        if stored.raw is None:
            documents.append(stored)
            continue
        if sha256(stored.raw.content).hexdigest() != stored.raw.sha256:
            troubles.append(f"raw {stored.raw.sha256}: its bytes do not give its hash")
        base = re.sub(r"#\d+$", "", stored.name)
        again = [
            d
            for d in read_bytes(stored.raw.content, base, stored.raw.format)
            if not isinstance(d, Issue)
        ]
        match = [d for d in again if d.name == stored.name] or again[:1]
        if not match:
            troubles.append(
                f"document {stored.id} ({stored.name}): its bytes give no such document"
            )
        else:
            documents.append(match[0])
    return documents, troubles


def _table(store: Store, derived: Store, table: str) -> Iterator[str]:
    """The rows of one table that differ, each named by its key."""
    columns = [
        r[1]
        for r in store.connection.execute(f"PRAGMA table_info({table})")
        if r[1] not in _LEFT_OUT
    ]
    keys = [
        r[1] for r in store.connection.execute(f"PRAGMA table_info({table})") if r[5]
    ] or columns[:1]

    def rows(of: Store) -> dict[tuple[Any, ...], tuple[Any, ...]]:
        named = ", ".join(f'"{c}"' for c in columns)
        at = [columns.index(k) for k in keys]
        try:
            found = of.connection.execute(f"SELECT {named} FROM {table}").fetchall()  # noqa: S608
        except sqlite3.Error:
            return {}
        return {tuple(row[i] for i in at): row for row in found}

    here, there = rows(store), rows(derived)
    for key in sorted(here.keys() | there.keys(), key=str):
        name = f"{table} {' '.join(map(str, key))}"
        if key not in there:
            yield f"{name}: stored, but nothing gives it"
        elif key not in here:
            yield f"{name}: missing"
        elif here[key] != there[key]:
            for column, a, b in zip(columns, here[key], there[key], strict=True):
                if a != b or type(a) is not type(b):
                    yield f"{name}: {column} is {_short(a)}, derived {_short(b)}"


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) < 80 else text[:60] + "…" + f" ({len(text)} characters)"

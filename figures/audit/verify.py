"""Verification: everything derived anew from the archived bytes and compared with what is stored.

The bytes are read, the texts extracted and the figures compared again into a database of its own;
then every row of every table is compared, column by column. What does not follow from the inputs
is checked by itself: the schema with its triggers, the journal's chain, what refers to what.
"""

from __future__ import annotations

import json
import sqlite3
import tempfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

from figures.audit import rulings as decisions
from figures.audit.differences import Difference, differences, shown
from figures.errors import FiguresError, database_in_words, is_damage
from figures.extraction import rules_hash
from figures.model import Document, Issue, Raw, Ruling
from figures.store import Store, log, schema
from figures.store.write import COMPARISON_TABLES

# Derives the comparison and all that follows from it: what the pipeline does once all is read.
# It takes the database, the rulings and the name of the codebook, and gives a hash of all that decides.
Conclude = Callable[[Store, Sequence[Ruling], str], str]

# Tables that tell how the database came about, and do not follow from the inputs.
HISTORY = ("run", "log", "issue", "incident_alias", "method")
# Columns that name a run, and bytes whose packing depends on the zlib at hand: their hash is checked.
_NOT_COMPARED = {("figure", "run_id"), ("raw", "bytes")}
# What the comparison finds: tables, and columns of others.
_COMPARED = frozenset((*COMPARISON_TABLES, "conflict", "country", "summary", "value_count"))
_COMPARED_COLUMNS = {
    ("run", "comparison"), ("figure", "incident_id"), ("document", "copy_of"), ("document", "replaces"),
}  # fmt: skip
# Columns of a run, and what the journal calls them.
_NOTED = {"version": "version", "rules": "rules", "documents": "new", "figures": "figures"}
_MOST = 1000  # differences told; a database that is not ours to verify could give millions
_BATCH = 200  # documents a transaction


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a verification found.

    ``code``: 0 all as derived, 1 differences, 3 made with other rules than this program has.
    """

    code: int
    differences: tuple[Difference, ...]
    documents: int = 0
    figures: int = 0


def verify(store: Store, audits: Path | None, conclude: Conclude) -> Verdict:
    """Derive every row of a database again and compare.

    ``audits`` is the folder of rulings, None where they are the database's own. Raises FiguresError
    where the rulings cannot be read.
    """
    found: list[Difference] = []
    try:
        return _verdict(store, audits, conclude, found)
    except sqlite3.Error as error:
        if not is_damage(error):
            raise
        found.append(Difference("database", str(store.path), "", database_in_words(error)))
        return Verdict(1, tuple(found))


def _verdict(
    store: Store, audits: Path | None, conclude: Conclude, found: list[Difference]
) -> Verdict:
    """The verdict; what is found is added to ``found``, so that it is known where reading ends before."""
    found += [Difference("log", "", "", words) for words in log.broken_links(store.connection)]
    if outdated := _made_with(store):
        code = 1 if found else 3
        found.append(Difference("database", str(store.path), "", outdated))
        return Verdict(code, tuple(found))
    store.connection.text_factory = _text
    store.connection.execute("BEGIN")  # what others write meanwhile is not seen
    try:
        for difference in islice(_differences(store, audits, conclude), _MOST):
            found.append(difference)
        counts = [store.one(f"SELECT count(*) FROM {name}") for name in ("document", "figure")]  # noqa: S608
    finally:
        store.connection.execute("ROLLBACK")
    return Verdict(_code(found), tuple(found), *counts)


def _code(found: Sequence[Difference]) -> int:
    """3 where all that differs is what other rules of comparison made differ."""
    if not found:
        return 0
    compared = all(d.table in _COMPARED or (d.table, d.column) in _COMPARED_COLUMNS for d in found)
    return 3 if compared and ("run", "comparison") in {(d.table, d.column) for d in found} else 1


def _made_with(store: Store) -> str | None:
    """In words, with which other rules or readers the database was made; None where with ours."""
    from figures.reading import FORMATS, read_with

    there, ours = _journal(store, "rules") or store.rules(), rules_hash()
    if there not in (None, ours):
        return (
            f"made with rules {there}, this program has {ours}: `figures pipeline` builds it anew"
        )
    for format, hashes in store.connection.execute(
        "SELECT format, json_group_array(DISTINCT read_with) FROM document"
        " WHERE format IN (SELECT value FROM json_each(?)) GROUP BY format",
        (json.dumps(FORMATS),),
    ):
        if read_with(format) not in hashes:
            return (
                f"made with rules of another reader of {format}: `figures pipeline` builds it anew"
            )
    return None


def _journal(store: Store, detail: str) -> Any:
    """What the journal notes of the last run."""
    return store.one(
        "SELECT json_extract(details, '$.' || ?) FROM log WHERE event IN ('run', 'rebuild')"
        " ORDER BY seq DESC LIMIT 1",
        (detail,),
    )


def _text(content: bytes) -> str:
    return content.decode("utf-8", "backslashreplace")


def _differences(store: Store, audits: Path | None, conclude: Conclude) -> Iterator[Difference]:
    yield from _schema(store)
    yield from _references(store)
    yield from _runs(store)
    rulings = _rulings(store, audits)
    yield from (r for r in rulings if isinstance(r, Difference))
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "derived.db") as derived:
        yield from _read_again(store, derived)
        run, there, codebook = store.connection.execute(
            "SELECT id, comparison, codebook FROM run WHERE comparison <> '' ORDER BY id DESC"
        ).fetchone() or (None, None, "default")
        ours = conclude(derived, [r for r in rulings if isinstance(r, Ruling)], codebook)
        if there not in (None, ours):
            what = f"made with rules {there}, this program has {ours}: `figures pipeline` compares anew"
            yield Difference("run", str(run), "comparison", what)
        yield from rows_that_differ(store, derived)


# -- what is checked by itself ----------------------------------------------------------------


def _schema(store: Store) -> Iterator[Difference]:
    """Tables, views, indexes and triggers that are not as declared."""
    fresh = sqlite3.connect(":memory:", isolation_level=None)
    schema.create(fresh)
    declared, there = schema.fingerprint(fresh), schema.fingerprint(store.connection)
    fresh.close()
    for name in sorted(declared.keys() | there.keys()):
        if name not in there:
            yield Difference("schema", name, "", "is missing")
        elif name not in declared:
            yield Difference("schema", name, "", "does not belong here")
        elif declared[name] != there[name]:
            yield Difference("schema", name, "", "is not as declared")


def _references(store: Store) -> Iterator[Difference]:
    """Rows that SQLite itself finds wrong: types, CHECKs, indexes, references to rows not there."""
    for (found,) in store.connection.execute("PRAGMA integrity_check"):
        if found != "ok":
            yield Difference("database", "", "", found)
    for table, row, other, _ in store.connection.execute("PRAGMA foreign_key_check").fetchall():
        yield Difference(table, f"row {row}", "", f"refers to a row of {other} that is not there")


def _runs(store: Store) -> Iterator[Difference]:
    """Runs that are not as the journal notes them; a rebuilt database counts its runs anew."""
    runs = {row["id"]: row for row in store.query("SELECT * FROM run ORDER BY id")}
    noted = {
        row["run"]: row
        for (details,) in store.connection.execute(
            "SELECT details FROM log WHERE event = 'run' AND seq >"
            " (SELECT coalesce(max(seq), 0) FROM log WHERE event = 'rebuild')"
        )
        for row in [json.loads(details)]
    }
    if runs and list(runs.values())[-1]["seconds"] is None:
        what = "did not come to its end: run `figures pipeline` again"
        yield Difference("run", str(max(runs)), "", what)
    for run in sorted(runs.keys() | noted.keys()):
        if run not in runs:
            yield Difference("run", str(run), "", "is missing, but the journal notes it")
        elif run not in noted:
            if runs[run]["seconds"] is not None and runs[run]["command"] != "rebuild":
                yield Difference("run", str(run), "", "is not in the journal")
        else:
            for column, name in _NOTED.items():
                here, there = runs[run][column], noted[run][name]
                if here != there:
                    what = f"is {shown(here)}, by the journal {shown(there)}"
                    yield Difference("run", str(run), column, what)


def _rulings(store: Store, audits: Path | None) -> list[Ruling | Difference]:
    """The rulings to derive with, and what is wrong with them."""
    found: list[Ruling | Difference] = []
    try:
        rulings = store.rulings() if audits is None else decisions.read(audits / decisions.FILE)
    except (ValueError, TypeError) as error:
        return [Difference("ruling", "", "", f"cannot be read ({error})")]
    if decisions.noted(store) != (decisions.digest(rulings) if rulings else None):
        where = "the database's rulings" if audits is None else str(audits / decisions.FILE)
        what = "not the rulings that the journal names; `figures pipeline` replays them"
        found.append(Difference("ruling", "", "", f"{where}: {what}"))
    return found + rulings


# -- deriving ---------------------------------------------------------------------------------


def _read_again(store: Store, derived: Store) -> Iterator[Difference]:
    """Read every document from its bytes into the other database; what cannot be is a difference."""
    from figures.scale.processes import extract_all

    troubles: list[Difference] = []
    run = derived.begin_run(version="", rules=rules_hash(), codebook="", command="verify")
    extractions = extract_all(_documents(store, troubles))
    while batch := list(islice(extractions, _BATCH)):
        _, refused = derived.add([e for e in batch if not isinstance(e, Issue)], run)
        for issue in [*(e for e in batch if isinstance(e, Issue)), *refused]:
            troubles.append(Difference("document", issue.where, "", issue.what))
    yield from troubles


def _documents(store: Store, troubles: list[Difference]) -> Iterator[Document]:
    """The documents as the archived bytes give them."""
    from figures.reading import read_again

    for identity, name, text, digest, format in store.connection.execute(
        "SELECT id, name, text, raw_sha256, format FROM document ORDER BY id"
    ):
        try:
            content = store.raw(digest) if digest else None
            if content is None:
                wrong = "has no archived bytes to be read from"
            elif sha256(content).hexdigest() != digest:
                wrong = f"its archived bytes do not give their hash, {digest}"
            elif document := read_again(Document(name, text, raw=Raw(digest, content, format))):
                yield document
                continue
            else:
                wrong = "is not in its archived bytes"
        except (zlib.error, FiguresError) as error:
            wrong = f"cannot be read from its archived bytes: {error}"
        troubles.append(Difference("document", identity, "", f"({name}) {wrong}"))


def rows_that_differ(store: Store, derived: Store) -> Iterator[Difference]:
    """The rows of every table that follows from the inputs, and the search index over the texts."""
    yield from differences(store.connection, derived.connection, HISTORY, _NOT_COMPARED)

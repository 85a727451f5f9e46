"""Reading: rows back into the nouns they were written from."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from figures.errors import StoreError
from figures.model import Document, Evidence, Figure, Raw, Rejection, Ruling
from figures.store.write import DOCUMENT_FIELDS, FIGURE_FIELDS


def query(
    connection: sqlite3.Connection, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()
) -> Iterator[dict[str, Any]]:
    """The rows of a SELECT as mappings, one at a time."""
    cursor = connection.execute(sql, parameters)
    names = [d[0] for d in cursor.description]
    for row in cursor:
        yield dict(zip(names, row, strict=True))


def documents(connection: sqlite3.Connection, with_raw: bool = False) -> Iterator[Document]:
    """Every document, by id; its bytes only where asked for.

    Raises StoreError where bytes cannot be unpacked.
    """
    there = {row[1] for row in connection.execute("PRAGMA table_info(document)")}
    known = [name for name in DOCUMENT_FIELDS if name in there]  # an older schema has fewer
    columns = ", ".join((*known, "raw_sha256", "format"))
    for row in query(connection, f"SELECT {columns} FROM document ORDER BY id"):  # noqa: S608
        digest, format = row.pop("raw_sha256"), row.pop("format")
        try:
            content = raw(connection, digest) if with_raw and digest is not None else None
        except zlib.error as error:
            raise StoreError(f"{row['name']}: its archived bytes are damaged ({error})") from error
        yield Document(**row, raw=None if content is None else Raw(digest, content, format))


def document(connection: sqlite3.Connection, document_id: str) -> Document:
    """One document without its bytes; KeyError where there is none."""
    columns = ", ".join(DOCUMENT_FIELDS)
    sql = f"SELECT {columns} FROM document WHERE id = ?"  # noqa: S608
    for row in query(connection, sql, (document_id,)):
        return Document(**row)
    raise KeyError(document_id)


def raw(connection: sqlite3.Connection, digest: str) -> bytes | None:
    """The archived bytes of this sha256; None where there are none.

    Raises zlib.error where they cannot be unpacked; never unpacks more than their size and one.
    """
    row = connection.execute("SELECT bytes, size FROM raw WHERE sha256 = ?", (digest,)).fetchone()
    return None if row is None else zlib.decompressobj().decompress(row[0], row[1] + 1)


def figures(
    connection: sqlite3.Connection, where: str = "WHERE 1", asked: Sequence[str] = ()
) -> dict[str, list[Figure]]:
    """Document id → its figures in the order of the text, without their evidence; only those ``where``."""
    found: dict[str, list[Figure]] = {}
    columns = ", ".join(f'"{name}"' for name in FIGURE_FIELDS)
    groups = FIGURE_FIELDS.index("groups")
    for document, *row in connection.execute(
        f"SELECT document_id, {columns} FROM figure {where}"  # noqa: S608
        " ORDER BY document_id, number_start, category",
        asked,
    ):
        row[groups] = tuple(json.loads(row[groups])) if row[groups] != "[]" else ()
        found.setdefault(document, []).append(Figure(*row))
    return found


def added_figures(connection: sqlite3.Connection) -> dict[str, Figure]:
    """Figure id → the figure, of those that a person added, with their evidence."""
    return {
        figure.id: replace(figure, evidence=tuple(evidence(connection, figure.id)))
        for found in figures(
            connection, "INDEXED BY figure_by_a_person WHERE rule = 'person'"
        ).values()
        for figure in found
    }


def evidence(connection: sqlite3.Connection, figure_id: str) -> list[Evidence]:
    """The steps that made a figure, in order."""
    rows = connection.execute(
        'SELECT field, rule, start, "end", value FROM evidence WHERE figure_id = ? ORDER BY step',
        (figure_id,),
    )
    return [Evidence(*row) for row in rows]


def rejections(connection: sqlite3.Connection, document_id: str) -> list[Rejection]:
    """A document's numerals that are no figures, in the order of the text."""
    rows = connection.execute(
        'SELECT start, "end", rule FROM rejection WHERE document_id = ? ORDER BY start',
        (document_id,),
    )
    return [Rejection(*row) for row in rows]


def rulings(connection: sqlite3.Connection) -> list[Ruling]:
    """The rulings that stand in the database, in the order of their replay."""
    return [
        Ruling(
            r["id"], r["at"], r["by"], r["about"], tuple(json.loads(r["subject"])), r["ruling"],
            json.loads(r["set"]), json.loads(r["was"]), r["reason"], r["of"] or "",
        )
        for r in query(connection, "SELECT * FROM ruling ORDER BY seq")
    ]  # fmt: skip

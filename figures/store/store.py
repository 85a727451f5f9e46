"""Writing to and reading from the database, a transaction for whole documents at a time."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from figures.model import (
    Comparison,
    Document,
    Evidence,
    Extraction,
    Figure,
    Issue,
    Raw,
    Rejection,
    Ruling,
)
from figures.store import log, schema

if TYPE_CHECKING:
    from sqlite_utils import Database

# The tables that hold what the comparison found, in the order in which rows may be written.
COMPARISON_TABLES = {
    "incident": "incidents",
    "document_incident": "document_incidents",
    "incident_pair": "incident_pairs",
    "toll": "tolls",
    "toll_by_codebook": "tolls_by_codebook",
    "claim": "claims",
    "claim_figure": "claim_figures",
    "claim_relation": "claim_relations",
    "finding": "findings",
    "source": "sources",
}
_DOCUMENT = (
    "id name publisher url title published published_at published_on retrieved_at text text_sha256"
    " raw_sha256 read_with"
).split()
_FIGURE = tuple(f.name for f in fields(Figure) if f.name != "evidence")


def plain(value: Any) -> Any:
    """A field as SQLite stores it: whole numbers whole, tuples and mappings as JSON."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return int(value)
    if isinstance(value, (tuple, list)):
        return json.dumps(list(value), ensure_ascii=False)
    return value


def figure_row(figure: Figure) -> tuple[Any, ...]:
    """A figure's columns in the order of its fields (see model.Figure), evidence left out."""
    return tuple(plain(getattr(figure, name)) for name in _FIGURE)


def rows_of(comparison: Comparison, table: str) -> list[tuple[tuple[str, ...], tuple[Any, ...]]]:
    """(columns, values) of each row of one comparison table."""
    return [
        (
            tuple(f.name for f in fields(row)),
            tuple(plain(getattr(row, f.name)) for f in fields(row)),
        )
        for row in getattr(comparison, COMPARISON_TABLES[table])
    ]


class Store:
    """One database file, opened or made.

    Raises StoreError for a file that is not ours or is of a newer schema. ``outdated`` tells that
    it is of an older schema or was made with other rules: the pipeline then builds it anew.
    """

    def __init__(self, path: str | Path, rules: str | None = None, create: bool = True) -> None:
        from sqlite_utils import Database

        self.path = Path(path)
        if not create and not self.path.exists():
            from figures.errors import StoreError

            raise StoreError(f"{path}: no such database; make it with: figures pipeline")
        self.path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(self.path, isolation_level=None)
        version = schema.version_of(connection, str(path))
        if version == 0:
            schema.create(connection)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA busy_timeout = 10000")
        self.connection = connection
        self.db: Database = Database(connection)
        self.version = version or schema.VERSION
        self.new = version == 0
        self.outdated = not self.new and (
            self.version < schema.VERSION
            or (rules is not None and self.rules() not in (None, rules))
        )

    def close(self) -> None:
        self.connection.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def query(
        self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()
    ) -> Iterator[dict[str, Any]]:
        """Rows as mappings."""
        cursor = self.connection.execute(sql, parameters)
        names = [d[0] for d in cursor.description]
        for row in cursor:
            yield dict(zip(names, row, strict=True))

    def rules(self) -> str | None:
        """The hash of the rules that the last run read with; None before the first."""
        row = self.connection.execute("SELECT rules FROM run ORDER BY id DESC LIMIT 1").fetchone()
        return row[0] if row else None

    # -- writing ------------------------------------------------------------------------------

    def begin_run(self, version: str, rules: str, command: str) -> int:
        """A new row of `run`; returns its id."""
        cursor = self.connection.execute(
            "INSERT INTO run (at, version, rules, command) VALUES (?, ?, ?, ?)",
            (log.now(), version, rules, command),
        )
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def end_run(self, run: int, **counts: Any) -> None:
        """Fill the counts of a run."""
        for name, value in counts.items():
            self.connection.execute(f'UPDATE run SET "{name}" = ? WHERE id = ?', (value, run))  # noqa: S608

    def known(self) -> set[str]:
        """The ids of the documents stored."""
        return {row[0] for row in self.connection.execute("SELECT id FROM document")}

    def add(self, extractions: Iterable[Extraction], run: int) -> int:
        """Store whole documents in one transaction; those stored already are left as they are.

        Returns how many were new.
        """
        added = 0
        with self.db.atomic():
            rules = self._rule_ids()
            for extraction in extractions:
                added += self._document(extraction, run, rules)
        return added

    def _document(self, extraction: Extraction, run: int, rules: dict[str, int]) -> int:
        d = extraction.document
        execute = self.connection.execute
        if execute("SELECT 1 FROM document WHERE id = ?", (d.id,)).fetchone():
            return 0
        if d.raw is not None:
            execute(
                "INSERT OR IGNORE INTO raw VALUES (?, ?, ?, ?)",
                (d.raw.sha256, zlib.compress(d.raw.content, 6), len(d.raw.content), d.raw.format),
            )
        text_hash = sha256(d.text.encode("utf-8", "surrogatepass")).hexdigest()
        execute(
            f"INSERT INTO document ({', '.join(_DOCUMENT)}) VALUES ({', '.join('?' * len(_DOCUMENT))})",  # noqa: S608
            (d.id, d.name, d.publisher, d.url, d.title, d.published, d.published_at, d.published_on,
             d.retrieved_at, d.text, text_hash, d.raw.sha256 if d.raw else None, d.read_with),
        )  # fmt: skip
        columns = ", ".join(f'"{name}"' for name in _FIGURE)
        self.connection.executemany(
            f"INSERT INTO figure (document_id, run_id, {columns}) VALUES ({', '.join('?' * (len(_FIGURE) + 2))})",  # noqa: S608
            [(d.id, run, *figure_row(f)) for f in extraction.figures],
        )
        self.connection.executemany(
            "INSERT INTO evidence_row VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    f.id,
                    step,
                    e.field,
                    rules[e.rule] if e.rule in rules else self._rule(rules, e.rule),
                    e.start,
                    e.end,
                    e.value,
                )
                for f in extraction.figures
                for step, e in enumerate(f.evidence, 1)
            ],
        )
        self.connection.executemany(
            "INSERT OR IGNORE INTO rejection_row VALUES (?, ?, ?, ?)",
            [
                (
                    d.id,
                    r.start,
                    r.end,
                    rules[r.rule] if r.rule in rules else self._rule(rules, r.rule),
                )
                for r in extraction.rejections
            ],
        )
        return 1

    def _rule_ids(self) -> dict[str, int]:
        return dict(self.connection.execute("SELECT name, id FROM rule"))

    def _rule(self, rules: dict[str, int], name: str) -> int:
        """The id of a rule's name: taken from the name, so that it does not depend on the order of reading."""
        number = int(sha256(name.encode()).hexdigest()[:8], 16)
        self.connection.execute(
            "INSERT INTO rule VALUES (?, ?, ?)", (number, name, _rule_file_hash(name))
        )
        rules[name] = number
        return number

    def write_comparison(self, comparison: Comparison) -> None:
        """Put what the comparison found in the place of what an earlier one found."""
        execute = self.connection.execute
        with self.db.atomic():
            execute("PRAGMA defer_foreign_keys = ON")
            before = {row[0] for row in execute("SELECT id FROM incident")}
            aliases = dict(execute("SELECT id, incident_id FROM incident_alias"))
            execute("UPDATE figure SET incident_id = NULL WHERE incident_id IS NOT NULL")
            execute(
                "UPDATE document SET copy_of = NULL, replaces = NULL WHERE copy_of IS NOT NULL OR replaces IS NOT NULL"
            )
            execute("DELETE FROM incident_alias")
            for table in reversed(COMPARISON_TABLES):
                execute(f"DELETE FROM {table}")  # noqa: S608
            for table in COMPARISON_TABLES:
                found = rows_of(comparison, table)
                if found:
                    columns = ", ".join(f'"{c}"' for c in found[0][0])
                    self.connection.executemany(
                        f"INSERT INTO {table} ({columns}) VALUES ({', '.join('?' * len(found[0][0]))})",  # noqa: S608
                        [values for _, values in found],
                    )
            self.connection.executemany(
                "UPDATE figure SET incident_id = ? WHERE id = ?",
                [(incident, figure) for figure, incident in comparison.figure_incident.items()],
            )
            for column, found_map in (
                ("copy_of", comparison.copy_of),
                ("replaces", comparison.replaces),
            ):
                self.connection.executemany(
                    f"UPDATE document SET {column} = ? WHERE id = ?",  # noqa: S608
                    [(other, document) for document, other in found_map.items()],
                )
            now = {i.id for i in comparison.incidents}
            for old in (before | set(aliases)) - now:
                to = comparison.aliases.get(old) or comparison.aliases.get(aliases.get(old, ""))
                if to in now:
                    execute("INSERT OR REPLACE INTO incident_alias VALUES (?, ?)", (old, to))

    def write_rulings(self, rulings: Iterable[tuple[int, Ruling, str | None, bool]]) -> None:
        """Put these (line, ruling, figure id, stale) in the place of the rulings stored."""
        with self.db.atomic():
            self.connection.execute("DELETE FROM ruling")
            self.connection.executemany(
                "INSERT INTO ruling VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    (r.id, r.at, r.by, r.about, json.dumps([dict(s) for s in r.subject], ensure_ascii=False), r.ruling,
                     json.dumps(dict(r.set), ensure_ascii=False), json.dumps(dict(r.was), ensure_ascii=False), r.reason,
                     figure, int(stale), line)
                    for line, r, figure, stale in rulings
                ],
            )  # fmt: skip

    def write_summary(self, **values: Any) -> None:
        """What the home page shows."""
        with self.db.atomic():
            self.connection.execute("DELETE FROM summary")
            self.connection.executemany("INSERT INTO summary VALUES (?, ?)", sorted(values.items()))

    def add_issues(self, issues: Iterable[Issue], run: int) -> None:
        """What could not be read in this run."""
        self.connection.executemany(
            'INSERT INTO issue (run_id, "where", what) VALUES (?, ?, ?)',
            [(run, i.where, i.what) for i in issues],
        )

    def log(self, event: str, **details: Any) -> str:
        """One row of the journal; returns its hash."""
        with self.db.atomic():
            return log.append(self.connection, event, details)

    # -- reading ------------------------------------------------------------------------------

    def documents(self, with_raw: bool = False) -> Iterator[Document]:
        """Every document, by id; ``raw`` only where asked for."""
        for row in self.query("SELECT * FROM document ORDER BY id"):
            raw = self.raw(row["raw_sha256"]) if with_raw and row["raw_sha256"] else None
            yield Document(
                **{k: row[k] for k in _DOCUMENT if k not in ("id", "text_sha256", "raw_sha256")},
                raw=raw,
            )

    def raw(self, digest: str) -> Raw | None:
        """The bytes of this sha256, uncompressed."""
        row = self.connection.execute(
            "SELECT bytes, size, format FROM raw WHERE sha256 = ?", (digest,)
        ).fetchone()
        if row is None:
            return None
        inflater = zlib.decompressobj()
        return Raw(digest, inflater.decompress(row[0], row[1] + 1), row[2])

    def figures(self) -> dict[str, list[Figure]]:
        """Document id → its figures in the order of the text, without their evidence."""
        found: dict[str, list[Figure]] = {}
        for row in self.query("SELECT * FROM figure ORDER BY document_id, number_start, category"):
            found.setdefault(row["document_id"], []).append(
                Figure(
                    **{
                        **{name: row[name] for name in _FIGURE},
                        "groups": tuple(json.loads(row["groups"])),
                    }
                )
            )
        return found

    def evidence(self, figure_id: str) -> list[Evidence]:
        """The steps that made a figure, in order."""
        return [
            Evidence(r["field"], r["rule"], r["start"], r["end"], r["value"])
            for r in self.query(
                "SELECT * FROM evidence WHERE figure_id = ? ORDER BY step", (figure_id,)
            )
        ]

    def rejections(self, document_id: str) -> list[Rejection]:
        """A document's numerals that are no figures."""
        return [
            Rejection(r["start"], r["end"], r["rule"])
            for r in self.query(
                'SELECT "start", "end", rule FROM rejection WHERE document_id = ? ORDER BY 1, 2, 3',
                (document_id,),
            )
        ]


def _rule_file_hash(name: str) -> str:
    """The hash of the file that holds a rule: its category's, else of all rules."""
    from figures.extraction import rules, rules_hash

    wanted = f"categories/{name.partition('/')[0]}.yaml"
    return next((digest for file, digest in rules() if file == wanted), rules_hash())

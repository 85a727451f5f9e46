"""Writing: whole documents, what the comparison found, rulings and the counts of the home page.

Every function writes in the transaction that its caller holds.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from functools import cache
from hashlib import sha256
from typing import Any

from figures.comparison.standing import standings
from figures.model import Comparison, Document, Extraction, Figure, Replayed
from figures.store import counting

# The tables that hold what the comparison found, parents first, and the fields that fill them.
COMPARISON_TABLES = {
    "source": "sources",
    "incident": "incidents",
    "document_incident": "document_incidents",
    "incident_pair": "incident_pairs",
    "toll": "tolls",
    "toll_by_codebook": "tolls_by_codebook",
    "claim": "claims",
    "claim_figure": "claim_figures",
    "claim_relation": "claim_relations",
    "finding": "findings",
}
_ADDED = ("source",)  # tables of which no row ever goes
FIGURE_FIELDS = tuple(f.name for f in fields(Figure) if f.name != "evidence")
DOCUMENT_FIELDS = tuple(f.name for f in fields(Document) if f.name != "raw")


def plain(value: Any) -> Any:
    """A field as a column holds it: whole numbers whole, tuples as JSON arrays.

    >>> plain(20.0), plain(2.5), plain(("child",)), plain(None)
    (20, 2.5, '["child"]', None)
    """
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, tuple):
        return json.dumps(value, ensure_ascii=False)
    return value


def insert(
    connection: sqlite3.Connection,
    table: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[Any]],
    unless_there: bool = False,
) -> None:
    """Insert rows into columns of a table; the names are ours, the values are bound."""
    names = ", ".join(f'"{c}"' for c in columns)
    marks = ", ".join("?" * len(columns))
    more = " ON CONFLICT DO NOTHING" if unless_there else ""
    connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks}){more}", rows)  # noqa: S608


def document(connection: sqlite3.Connection, extraction: Extraction, run: int) -> None:
    """One document with its bytes, figures, evidence and rejections.

    Raises sqlite3.IntegrityError where a row is not as the schema demands.
    """
    d = extraction.document
    if d.raw is not None:
        connection.execute(
            "INSERT INTO raw (sha256, bytes, size) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            (d.raw.sha256, zlib.compress(d.raw.content), len(d.raw.content)),
        )
    insert(
        connection,
        "document",
        (*DOCUMENT_FIELDS, "id", "text_sha256", "raw_sha256", "format"),
        [(
            *(getattr(d, name) for name in DOCUMENT_FIELDS), d.id, sha256(d.text.encode()).hexdigest(),
            d.raw and d.raw.sha256, d.raw and d.raw.format,
        )],
    )  # fmt: skip
    figures(connection, d.id, extraction.figures, run)
    ids = rules(connection, {r.rule for r in extraction.rejections})
    insert(
        connection,
        "rejection_row",
        ("document_id", "start", "end", "rule_id"),
        [(d.id, r.start, r.end, ids[r.rule]) for r in extraction.rejections],
    )


def figures(
    connection: sqlite3.Connection, document_id: str, found: Sequence[Figure], run: int
) -> None:
    """Figures of one document with their evidence."""
    insert(
        connection,
        "figure",
        ("document_id", "run_id", *FIGURE_FIELDS),
        [(document_id, run, *(plain(getattr(f, n)) for n in FIGURE_FIELDS)) for f in found],
    )
    ids = rules(connection, {e.rule for f in found for e in f.evidence})
    insert(
        connection,
        "evidence_row",
        ("figure_id", "step", "field", "rule_id", "start", "end", "value"),
        [
            (f.id, step, e.field, ids[e.rule], e.start, e.end, e.value)
            for f in found
            for step, e in enumerate(f.evidence, 1)
        ],
    )


def remove_added(connection: sqlite3.Connection, ids: Iterable[str]) -> None:
    """Take out figures that a person had added; the triggers let go of no others."""
    rows = [(i,) for i in ids]
    connection.executemany("DELETE FROM evidence_row WHERE figure_id = ?", rows)
    connection.executemany("UPDATE ruling SET figure_id = NULL WHERE figure_id = ?", rows)
    connection.executemany(
        "UPDATE ruling SET other_figure_id = NULL WHERE other_figure_id = ?", rows
    )
    connection.executemany("DELETE FROM review WHERE figure_id = ?", rows)
    connection.executemany("DELETE FROM figure WHERE id = ?", rows)
    connection.execute(
        "DELETE FROM rule WHERE name = 'person'"
        " AND NOT EXISTS (SELECT 1 FROM figure WHERE rule = 'person')"
    )


def rules(connection: sqlite3.Connection, names: Iterable[str]) -> dict[str, int]:
    """The ids of rules by their names; new ones get a row."""
    names = sorted(names)
    connection.executemany(
        "INSERT INTO rule (id, name, sha256) SELECT ?1, ?2, ?3"
        " WHERE NOT EXISTS (SELECT 1 FROM rule WHERE id = ?1 AND name = ?2)",
        [(rule_id(name), name, _file_hash(name)) for name in names],
    )
    return {name: rule_id(name) for name in names}


@cache
def rule_id(name: str) -> int:
    """A rule's number, made of its name alone, so that it does not depend on what was read first.

    >>> rule_id("killed/passive") == rule_id("killed/passive") != rule_id("killed/active")
    True
    """
    return int.from_bytes(sha256(name.encode()).digest()[:4], "big") >> 1


@cache
def _file_hash(rule: str) -> str:
    """The hash of the file that holds a rule: its category's or module's, else of all of them."""
    from figures.extraction import rules, rules_hash

    stem = rule.partition("/")[0]
    wanted = (f"categories/{stem}.yaml", f"/{stem}.py")
    found = next((digest for file, digest in rules() if file.endswith(wanted)), None)
    return found or sha256(rules_hash().encode()).hexdigest()


def comparison(
    connection: sqlite3.Connection,
    portions: Iterable[Comparison],
    afresh: bool,
    former: Iterable[str],
) -> None:
    """What a comparison found, portion by portion, in the place of what an earlier one found: of all where
    ``afresh``, else of the incidents that a portion names.

    ``former``: ids that incidents bore in a database which this one takes the place of; they and
    the ids that vanish here are kept as aliases where the comparison can tell whose they were.
    """
    connection.execute("PRAGMA defer_foreign_keys = ON")
    known = dict(connection.execute("SELECT id, incident_id FROM incident_alias").fetchall())
    lost = {*former, *known}
    if afresh:
        lost.update(row[0] for row in connection.execute("SELECT id FROM incident"))
        _clear(connection)
    aliases: dict[str, str] = {}
    told: list[str] = []
    for found in portions:
        told += [incident.id for incident in found.incidents]
        lost.update(found.gone)
        for incident in found.gone:
            _remove(connection, incident)
        for table, name in COMPARISON_TABLES.items():
            if rows := getattr(found, name):
                columns = [f.name for f in fields(rows[0])]
                values = ([plain(getattr(row, c)) for c in columns] for row in rows)
                insert(connection, table, columns, values, table in _ADDED)
        _point(connection, "figure", "incident_id", found.figure_incident)
        _point(connection, "document", "copy_of", found.copy_of)
        _point(connection, "document", "replaces", found.replaces)
        _point(connection, "incident", "within", found.within)
        aliases.update(
            (old, new) for old, new in found.aliases.items() if old in lost or old in known.values()
        )
    conflicts(connection, told)
    connection.execute("DELETE FROM incident_alias")
    there = "SELECT 1 FROM incident WHERE id = ?"
    for old in sorted(lost):
        to = aliases.get(old) or aliases.get(known.get(old, ""), known.get(old))
        stands, leads = (connection.execute(there, (i,)).fetchone() for i in (old, to))
        if leads and not stands:
            insert(connection, "incident_alias", ("id", "incident_id"), [(old, to)])


def _clear(connection: sqlite3.Connection) -> None:
    """Leave nothing of an earlier comparison."""
    for table, column in (
        ("figure", "incident_id"),
        ("document", "copy_of"),
        ("document", "replaces"),
    ):
        connection.execute(f"UPDATE {table} SET {column} = NULL WHERE {column} IS NOT NULL")  # noqa: S608
    for table in ("incident_alias", "conflict", *reversed(COMPARISON_TABLES)):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608


_OF_AN_INCIDENT = (
    "DELETE FROM conflict WHERE incident_id = ?1",
    "DELETE FROM finding WHERE incident_id = ?1",
    "DELETE FROM incident_pair WHERE left_id = ?1 OR right_id = ?1",
    "DELETE FROM document_incident WHERE incident_id = ?1",
    "DELETE FROM claim_relation WHERE left_claim_id IN"
    " (SELECT c.id FROM claim c JOIN toll t ON t.id = c.toll_id WHERE t.incident_id = ?1)",
    "DELETE FROM claim_figure WHERE claim_id IN"
    " (SELECT c.id FROM claim c JOIN toll t ON t.id = c.toll_id WHERE t.incident_id = ?1)",
    "DELETE FROM claim WHERE toll_id IN (SELECT id FROM toll WHERE incident_id = ?1)",
    "DELETE FROM toll_by_codebook WHERE toll_id IN (SELECT id FROM toll WHERE incident_id = ?1)",
    "DELETE FROM toll WHERE incident_id = ?1",
    "UPDATE figure SET incident_id = NULL WHERE incident_id = ?1",
    "DELETE FROM incident WHERE id = ?1",
)


def _remove(connection: sqlite3.Connection, incident: str) -> None:
    """Everything told of one incident."""
    for statement in _OF_AN_INCIDENT:
        connection.execute(statement, (incident,))


_CONFLICTS = """
INSERT INTO conflict (left_claim_id, right_claim_id, incident_id, category, kind, country,
    earliest, latest, left_attribution_kind, right_attribution_kind, said_at, gap)
SELECT a.id, b.id, i.id, t.category, r.kind, i.country, i.earliest, i.latest,
    fa.attribution_kind, fb.attribution_kind,
    nullif(max(coalesce(a.first_said_at, ''), coalesce(b.first_said_at, '')), ''),
    max(coalesce(a.low, a.high), coalesce(b.low, b.high))
        - min(coalesce(a.high, a.low), coalesce(b.high, b.low))
  FROM incident i
  CROSS JOIN toll t ON t.incident_id = i.id
  CROSS JOIN claim a ON a.toll_id = t.id
  CROSS JOIN claim_relation r ON r.left_claim_id = a.id
  CROSS JOIN claim b ON b.id = r.right_claim_id
  CROSS JOIN figure fa ON fa.id = a.first_figure_id
  CROSS JOIN figure fb ON fb.id = b.first_figure_id
 WHERE i.id = ? AND r.relation = 'conflict' AND a.state = 'current' AND b.state = 'current'
"""  # CROSS: joined in this order, whatever the statistics


def conflicts(connection: sqlite3.Connection, incidents: Iterable[str]) -> None:
    """The conflicts in these incidents of which both claims stand, out of the relations of all claims."""
    connection.executemany(_CONFLICTS, ((incident,) for incident in incidents))


def _point(
    connection: sqlite3.Connection, table: str, column: str, to: Mapping[str, str | None]
) -> None:
    """Let a column of the rows named point where told."""
    connection.executemany(
        f'UPDATE {table} SET "{column}" = ? WHERE id = ?',  # noqa: S608
        ((other, one) for one, other in to.items()),
    )


def rulings(connection: sqlite3.Connection, replayed: Sequence[Replayed], kept: int = 0) -> None:
    """The rulings as they were replayed, and what they come to, in the place of those stored; the first
    ``kept`` stand there as they are."""
    connection.execute("DELETE FROM review")
    connection.execute("DELETE FROM ruling WHERE seq > ?", (kept,))
    insert(
        connection,
        "ruling",
        ("id", "seq", "at", "by", "about", "subject", "ruling", "set", "was", "reason", "of",
         "figure_id", "other_figure_id", "stale"),
        [
            (
                r.ruling.id, r.seq, r.ruling.at, r.ruling.by, r.ruling.about,
                _json([dict(s) for s in r.ruling.subject]), r.ruling.ruling,
                _json(dict(r.ruling.set)), _json(dict(r.ruling.was)), r.ruling.reason,
                r.ruling.of or None, r.figure_id, r.other_figure_id, int(r.stale),
            )
            for r in replayed[kept:]
        ],
    )  # fmt: skip
    insert(
        connection,
        "review",
        ("figure_id", "ruling_id", "state", "people", "contested"),
        [
            (figure, s.ruling.id, s.state, _json(s.people), int(s.contested))
            for figure, s in standings(
                (r.figure_id, r.ruling)
                for r in replayed
                if r.figure_id is not None and r.ruling.about == "figure" and not r.stale
            ).items()
        ],
    )
    counting.by_people(connection)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def countries(connection: sqlite3.Connection, names: Mapping[str, str]) -> None:
    """The names of the countries that incidents and figures name by their letters."""
    connection.execute("DELETE FROM country")
    found = connection.execute(
        "SELECT country FROM incident WHERE country IS NOT NULL"
        " UNION SELECT country FROM figure WHERE country IS NOT NULL"
    )
    codes = [code for (code,) in found.fetchall()]
    insert(connection, "country", ("code", "name"), [(c, names.get(c, c)) for c in codes])


def method(
    connection: sqlite3.Connection, told: Iterable[tuple[str, str, Mapping[str, Any]]]
) -> None:
    """The rules in words, (part, name, content) in the order of each part, in the place of those stored."""
    counted: Counter[str] = Counter()
    rows = []
    for part, name, content in told:
        counted[part] += 1
        rows.append((part, counted[part], name, _json(content)))
    columns = ("part", "position", "name", "content")
    stored = connection.execute(f"SELECT {', '.join(columns)} FROM method")  # noqa: S608
    if set(stored.fetchall()) != set(rows):
        connection.execute("DELETE FROM method")
        insert(connection, "method", columns, rows)

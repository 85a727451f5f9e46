"""Counts kept for the pages: nothing that a visitor opens has to count a million rows.

Written once at the end of a run, in the transaction that its caller holds.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

# name in table summary → what is counted
TOTALS = {
    "documents": "SELECT count(*) FROM document",
    "publishers": "SELECT count(DISTINCT publisher) FROM document",
    "figures": "SELECT count(*) FROM figure",
    "rejections": "SELECT count(*) FROM rejection_row",
    "incidents": "SELECT count(*) FROM incident",
    "tolls": "SELECT count(*) FROM toll",
    "open_conflicts": "SELECT count(*) FROM conflict",
    "findings": "SELECT count(*) FROM finding",
    "rulings": "SELECT count(*) FROM ruling",
    "figures_read": "SELECT count(*) FROM review WHERE state IN ('read', 'seconded')",
    "figures_seconded": "SELECT count(*) FROM review WHERE state = 'seconded'",
}
# What people did, counted as soon as they did it.
BY_PEOPLE = ("rulings", "figures_read", "figures_seconded")
# Tables whose rows are counted, with the views that have a row for each of theirs.
ROWS = {
    "document": (), "raw": (), "figure": ("published_figure",), "evidence_row": ("evidence",),
    "rejection_row": ("rejection",), "incident": (), "document_incident": (), "incident_pair": (),
    "toll": ("counted_toll",), "toll_by_codebook": (), "claim": (), "claim_figure": (),
    "claim_relation": (), "conflict": ("open_conflict",), "finding": (), "countable_toll": (),
}  # fmt: skip
# Lists and the columns whose values are counted beside them: the facets of db/metadata.yaml.
VALUES = {
    "document": ("publisher",),
    "incident": ("kind", "country", "scope"),
    "document_incident": ("role",),
    "toll": ("category", "state", "scope"),
    "toll_by_codebook": ("codebook",),
    "claim": ("state", "status", "how"),
    "claim_relation": ("relation", "kind"),
    "finding": ("kind",),
    "open_conflict": ("kind", "category", "country"),
    "counted_toll": ("category", "country", "left_out"),
    "countable_toll": ("category", "country", "state"),
}
MOST = 1001  # values of a column that are kept, the most frequent: one more than a list ever shows
_FIGURE = ("category", "status", "country")


def summary(connection: sqlite3.Connection) -> None:
    """Count anew what the home page shows: the tables, and the tolls that can be added up."""
    connection.execute("DELETE FROM summary")
    for name, sql in TOTALS.items():
        connection.execute(f"INSERT INTO summary (name, value) SELECT '{name}', ({sql})")
    connection.execute(
        "INSERT INTO summary (name, category, unit, value, low, best, high)"
        " SELECT 'toll', category, unit, count(*), sum(coalesce(low, 0)), sum(best),"
        " CASE WHEN count(high) = count(*) THEN sum(high) END"
        " FROM countable_toll GROUP BY category, unit"
    )


def by_people(connection: sqlite3.Connection) -> None:
    """Count anew what people's rulings change, however many figures nobody ruled on."""
    _totals(connection, BY_PEOPLE)
    connection.execute("DELETE FROM value_count WHERE name GLOB 'published_figure.*'")
    _insert(connection, _as_published(connection))


def _totals(connection: sqlite3.Connection, names: Iterable[str]) -> None:
    for name in names:
        connection.execute("DELETE FROM summary WHERE name = ?", (name,))
        connection.execute(f"INSERT INTO summary (name, value) SELECT '{name}', ({TOTALS[name]})")


def values(connection: sqlite3.Connection) -> None:
    """Count anew the rows of every list, and beside them the values of its columns."""
    connection.execute("DELETE FROM value_count")
    for counts in (_rows, _of_columns, _of_figures, _as_published):
        _insert(connection, counts(connection))


_Count = tuple[str, str, int, int | None]


def _insert(connection: sqlite3.Connection, counts: Iterable[_Count]) -> None:
    connection.executemany(
        "INSERT INTO value_count (name, value, rows, documents) VALUES (?, ?, ?, ?)", list(counts)
    )


def _rows(connection: sqlite3.Connection) -> Iterator[_Count]:
    for table, views in ROWS.items():
        [(number,)] = connection.execute(f"SELECT count(*) FROM {table}")  # noqa: S608
        for name in (table, *views):
            yield name, "", number, None


def _counted(
    connection: sqlite3.Connection, table: str, columns: Sequence[str]
) -> dict[str, Counter[str]]:
    """Column → how many rows have each value of it, in one walk through the table."""
    counted: dict[str, Counter[str]] = {column: Counter() for column in columns}
    names = ", ".join(columns)
    for *values, number in connection.execute(
        f"SELECT {names}, count(*) FROM {table} GROUP BY {names}"  # noqa: S608
    ):
        for column, value in zip(columns, values, strict=True):
            if value is not None:
                counted[column][value] += number
    return counted


def _of_columns(connection: sqlite3.Connection) -> Iterator[_Count]:
    for table, columns in VALUES.items():
        source = "conflict" if table == "open_conflict" else table  # the same rows, not joined
        for column, counted in _counted(connection, source, columns).items():
            for value, number in sorted(counted.items(), key=lambda c: (-c[1], c[0]))[:MOST]:
                yield f"{table}.{column}", value, number, None
    for value, number in connection.execute(
        "SELECT r.name, n FROM (SELECT rule_id, count(*) AS n FROM rejection_row GROUP BY rule_id)"
        " JOIN rule r ON r.id = rule_id"
    ):
        yield "rejection.rule", value, number, None


def _of_figures(connection: sqlite3.Connection) -> Iterator[_Count]:
    """The columns of figures as read."""
    documents = dict(
        connection.execute(
            "SELECT category, count(*) FROM (SELECT DISTINCT category, document_id FROM figure)"
            " GROUP BY category"
        ).fetchall()
    )
    read = _counted(connection, "figure", _FIGURE)
    for column, counted in read.items():
        for value, number in counted.items():
            texts = documents[value] if column == "category" else None
            yield f"figure.{column}", value, number, texts
    for value, number, texts in connection.execute(
        "SELECT attributed_to, count(*), count(DISTINCT document_id) FROM figure"
        " WHERE attributed_to IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?",
        (MOST,),
    ):
        yield "figure.attributed_to", value, number, texts


def _as_published(connection: sqlite3.Connection) -> Iterator[_Count]:
    """The same columns as published: as read, but for the figures that people ruled on."""
    published: dict[str, Counter[str | None]] = {
        column: Counter(
            dict(
                connection.execute(
                    "SELECT value, rows FROM value_count WHERE name = ?", (f"figure.{column}",)
                ).fetchall()
            )
        )
        for column in _FIGURE
    }
    published |= {"ruled": Counter(), "review": Counter()}
    published["review"]["unread"] = published["category"].total()
    for ruled, review, *told in connection.execute(
        "SELECT p.ruled, p.review, f.category, f.status, f.country, p.category, p.status, p.country"
        " FROM published_figure p JOIN figure f ON f.id = p.id"
        " WHERE p.id IN (SELECT figure_id FROM review)"
    ):
        published["ruled"][ruled] += 1
        published["review"]["unread"] -= 1
        published["review"][review] += 1
        for at, column in enumerate(_FIGURE):
            published[column][told[at]] -= 1
            published[column][told[at + len(_FIGURE)]] += 1
    for column, counted in published.items():
        for value, number in counted.items():
            if value is not None and number > 0:
                yield f"published_figure.{column}", value, number, None

"""Totals: incidents added up without counting anyone twice, and what was left out, with the reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from figures.publishing.tables import count, many
from figures.store import Store

# what tolls may be grouped by → the expression for it
BY = {
    "country": "coalesce(country, '')",
    "admin1": "coalesce(country || ' ' || admin1, country, '')",
    "month": "coalesce(substr(earliest, 1, 7), '')",
    "year": "coalesce(substr(earliest, 1, 4), '')",
    "kind": "(SELECT kind FROM incident WHERE id = incident_id)",
    "incident": "incident",
}
COLUMNS = "category unit low best high attackers incidents".split()
LEFT_OUT = "category unit incident low best high scope of_group area left_out".split()
_SHOWN = 20


def totals(store: Store, by: str | None = None) -> Iterator[dict[str, Any]]:
    """One row a category and group: the sums of the tolls that may be added up. An open high stays open."""
    group = BY[by] if by else "''"
    yield from store.query(
        f"SELECT {group} AS told, category, unit, sum(low) AS low, sum(best) AS best,"  # noqa: S608
        " CASE WHEN count(high) = count(*) THEN sum(high) END AS high,"
        " sum(attackers) AS attackers, count(*) AS incidents"
        " FROM countable_toll GROUP BY told, category, unit ORDER BY told, category, unit"
    )


def left_out(store: Store) -> Iterator[dict[str, Any]]:
    """Every toll that is in no total, with the reason."""
    yield from store.query(
        f"SELECT {', '.join(LEFT_OUT)} FROM counted_toll"  # noqa: S608
        " WHERE left_out IS NOT NULL ORDER BY category, left_out, incident, id"
    )


def lines(store: Store, by: str | None = None) -> Iterator[str]:
    """The totals to read, then what was left out of them."""
    names = dict(store.connection.execute("SELECT code, name FROM country").fetchall())
    for row in totals(store, by):
        group = names.get(row["told"], row["told"]) if by == "country" else row["told"]
        told = f"{group or 'not told':24} " if by else ""
        beside = f", and {row['attackers']:,} attackers" if row["attackers"] else ""
        unit = "" if row["unit"] == "person" else f" ({row['unit']})"
        yield (
            f"{told}{row['category'] + unit:32} {count(row['low'], row['high']):24}"
            f" best estimate {row['best']:,}; {many(row['incidents'], 'incident')}{beside}"
        )
    rest = list(left_out(store))
    if not rest:
        return
    yield ""
    yield "left out, so that nobody is counted twice:"
    for reason, times in sorted(Counter(row["left_out"] for row in rest).items()):
        yield f"  {times:,}: {reason}"
    for row in rest[:_SHOWN]:
        yield f"  {row['category']:20}{count(row['low'], row['high']):20}{row['incident']}: {row['left_out']}"
    if len(rest) > _SHOWN:
        yield f"  … and {len(rest) - _SHOWN} more (figures total --to csv --left-out)"

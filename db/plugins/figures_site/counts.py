"""Counts beside lists, for databases of any size.

Datasette counts the rows of a list, and those of each of its facets, on every request. The pipeline has
counted them already (table value_count); what it has not is counted for a fraction of a second.
"""

from __future__ import annotations

import re
from typing import Any

from datasette.database import Database

PATIENCE = 100  # milliseconds that a count beside a list may take
# The questions as Datasette 0.65 asks them, of a whole table or view.
ALL = re.compile(r"select count\(\*\) from (\[?)(?P<name>\w+)\]? ?")
ANY = re.compile(r"select count\(\*\) from ")
FACET = re.compile(
    r"\s*select (?P<column>\w+) as value, count\(\*\) as count from \(\s*"
    r"select [\w\s,\[\]\"]+ from (?P<name>\w+)\s*\)\s*where (?P=column) is not null\s*"
    r"group by (?P=column) order by count desc, value limit (?P<limit>\d+)\s*"
)


class CountedDatabase(Database):  # type: ignore[misc]  # Datasette is not typed
    """A database whose counts are looked up where they are kept."""

    async def execute(self, sql: str, params: Any = None, *arguments: Any, **options: Any) -> Any:
        """The results of a query; those of a count from table value_count, where they are there."""
        instead = None
        if found := ALL.fullmatch(sql):
            instead = "SELECT rows FROM value_count WHERE name = :name AND value = ''"
            named = {"name": found["name"]}
        elif found := FACET.fullmatch(sql):
            instead = (
                "SELECT value, rows AS count FROM value_count WHERE name = :name"
                " ORDER BY rows DESC, value LIMIT :limit"
            )
            named = {"name": f"{found['name']}.{found['column']}", "limit": int(found["limit"])}
        if instead and await self.table_exists("value_count"):
            kept = await super().execute(instead, named, truncate=False)
            if kept.rows:
                return kept
        if ANY.match(sql):
            options.setdefault("custom_time_limit", PATIENCE)
        return await super().execute(sql, params, *arguments, **options)

"""What Datasette asks of lists, put so that a database of any size answers at once.

Datasette counts the rows of a list, and those of each of its facets, on every request. The pipeline has
counted them already (table value_count); what it has not is counted for a fraction of a second. A search is
walked through in the order shown. The patterns are the queries of Datasette 0.65.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Any

from datasette.database import Database
from datasette.utils.sqlite import sqlite3

PATIENCE = 80  # milliseconds that a count beside a list may take
NAMED = r"\[?(?P<name>\w+)\]?"
FOUND = r"rowid in \(select rowid from \[?document_fts\]? where \[?document_fts\]? match \S+\)"
COUNT = re.compile(r"select count\(\*\) from ")
COUNT_ALL = re.compile(rf"{COUNT.pattern}{NAMED} ?")
COUNT_FOUND = re.compile(rf"{COUNT.pattern}document where {FOUND} ?")
FACET_ALL = re.compile(
    r"select (?P<column>\w+) as value, count\(\*\) as count from \( "
    rf"select [^()]+ from {NAMED} \) where (?P=column) is not null "
    r"group by (?P=column) order by count desc, value limit (?P<limit>\d+)"
)
SHOW_FOUND = re.compile(rf"(?<= ){FOUND}(?=.* order by published_on( desc)? limit \d+$)")


class LargeDatabase(Database):  # type: ignore[misc]  # Datasette is not typed
    """A database that is asked what its tables can answer fast."""

    async def execute(self, sql: str, params: Any = None, *more: Any, **options: Any) -> Any:
        """The results of a query, or of one that gives the same."""
        for instead, named in kept(sql):
            with suppress(sqlite3.OperationalError):  # a database of an older version keeps none
                found = await super().execute(instead, named, truncate=False, log_sql_errors=False)
                if found.rows:
                    return found
        if COUNT_FOUND.fullmatch(sql):
            sql = "select count(*) from document_fts where document_fts match escape_fts(:search)"
        if COUNT.match(sql):
            options.setdefault("custom_time_limit", PATIENCE)
        return await super().execute(in_order(sql), params, *more, **options)


def kept(sql: str) -> list[tuple[str, dict[str, str | int]]]:
    """The query, with its parameters, of a count that the pipeline keeps; none for any other query.

    >>> kept("select count(*) from figure ")
    [("SELECT rows FROM value_count WHERE name = :name AND value = ''", {'name': 'figure'})]
    >>> kept("select count(*) from figure where country = :p0")
    []
    """
    if found := COUNT_ALL.fullmatch(sql):
        by_name = "SELECT rows FROM value_count WHERE name = :name AND value = ''"
        return [(by_name, {"name": found["name"]})]
    if found := FACET_ALL.fullmatch(" ".join(sql.split())):
        by_rows = (
            "SELECT value, rows AS count FROM value_count WHERE name = :name"
            " ORDER BY rows DESC, value LIMIT :limit"
        )
        name, limit = f"{found['name']}.{found['column']}", int(found["limit"])
        return [(by_rows, {"name": name, "limit": limit})]
    return []


def in_order(sql: str) -> str:
    """A search that is shown by date, walked through by date: what it found is not sorted first."""
    return SHOW_FOUND.sub(lambda found: f"+{found[0]}", sql)

"""The rows of a query, and what the templates may call."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from datasette import hookimpl
from datasette.app import Datasette

from figures_site.large import LargeDatabase

NAME = "figures"  # of the database, as metadata.yaml and the names of the templates have it
WITH_PAGES = ("figure", "document", "incident", "claim_relation")

Row = dict[str, Any]
Query = Callable[..., Awaitable[Any]]
QUERIES: dict[str, Query] = {}


async def rows(datasette: Datasette, sql: str, **parameters: object) -> list[Row]:
    """The rows of a query as dictionaries."""
    result = await datasette.get_database(NAME).execute(sql, parameters)
    return [dict(row) for row in result.rows]


def for_templates(query: Query) -> Query:
    """Marks a query that templates call by its name, without its first argument, Datasette."""
    QUERIES[query.__name__] = query
    return query


@hookimpl
def startup(datasette: Datasette) -> None:
    """The database keeps its counts; a file of another name is served under ours too: pages and
    metadata go by it."""
    files = [database for database in datasette.databases.values() if database.path]
    if len(files) == 1 or NAME in datasette.databases:
        ours = datasette.databases.get(NAME) or files[0]
        datasette.remove_database(ours.name)
        counted = LargeDatabase(datasette, path=ours.path, is_mutable=ours.is_mutable)
        datasette.add_database(counted, name=NAME)


@hookimpl
def extra_template_vars(datasette: Datasette) -> Row:
    """The pages' queries, the paths under which rows have their pages, and what the site says of itself."""
    about = {name: told for name, told in datasette.metadata().items() if isinstance(told, str)}
    if NAME not in datasette.databases:
        return {"site_database": None, "about": about}
    return {
        "site_database": NAME,
        "about": about,
        "site": {table: datasette.urls.table(NAME, table) for table in WITH_PAGES},
        **{name: partial(query, datasette) for name, query in QUERIES.items()},
    }

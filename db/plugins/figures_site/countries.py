"""The names of countries: the database's table country holds those that its rows name by their letters."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from datasette import hookimpl
from datasette.app import Datasette

from figures_site.database import NAME, Row, rows

NAMES: dict[str, str] = {}  # code → name; filters cannot ask the database


@hookimpl
def extra_template_vars(datasette: Datasette) -> Callable[[], Awaitable[Row]]:
    """Reads the names before each page, since a run may have added some; adds no variable."""

    async def learn() -> Row:
        if NAME in datasette.databases:
            found = await rows(datasette, "SELECT code, name FROM country")
            NAMES.update({row["code"]: row["name"] for row in found})
        return {}

    return learn


def country(code: str | None) -> str:
    """The name; what is no code of a country stays as it is.

    >>> NAMES["UA"] = "Ukraine"
    >>> country("UA"), country("atlantis"), country(None)
    ('Ukraine', 'atlantis', '')
    """
    return NAMES.get(code or "", code or "")

"""The methods page: the rules by which the database was made, as the pipeline wrote them into it."""

from __future__ import annotations

import json
from typing import Any

from datasette import hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request, Response
from markupsafe import Markup, escape

from figures_site.database import Row, rows

PATH = "/methods"


async def methods_page(datasette: Datasette, request: Request) -> Response:
    """Everything that the table ``method`` tells, part by part, and where codebooks disagree."""
    told: dict[str, list[Row]] = {}
    for row in await rows(datasette, "SELECT * FROM method ORDER BY part, position"):
        told.setdefault(row["part"], []).append({"id": row["name"], **json.loads(row["content"])})
    for category in told.get("category", ()):
        for example in category["examples"]:
            example["html"] = mark(example["text"], example["quotes"])
    page = {
        "told": told,
        "differences": await rows(
            datasette,
            """
            SELECT o.codebook, o.low, o.best, o.high, t.low AS ours_low, t.best AS ours_best,
                   t.high AS ours_high, t.category, i.id AS incident_id, i.label
              FROM toll_by_codebook o JOIN toll t ON t.id = o.toll_id
              JOIN incident i ON i.id = t.incident_id
             WHERE (t.low, t.high) IS NOT (o.low, o.high) OR o.best <> t.best LIMIT 12
            """,
        ),
        "run": await rows(datasette, "SELECT * FROM run ORDER BY id DESC LIMIT 1"),
    }
    html = await datasette.render_template("methods.html", {"page": page}, request=request)
    return Response.html(html)


def mark(text: str, quotes: list[str]) -> Markup:
    """An example with the quotes marked that are read in it.

    >>> mark("12 died & 3 fled.", ["12", "3"])
    Markup('<mark>12</mark> died &amp; <mark>3</mark> fled.')
    """
    pieces, position = [], 0
    for start, quote in sorted({(text.find(quote), quote) for quote in quotes}):
        if start >= position:
            pieces += [escape(text[position:start]), Markup("<mark>{}</mark>").format(quote)]
            position = start + len(quote)
    return Markup("").join([*pieces, escape(text[position:])])


@hookimpl
def register_routes() -> list[tuple[str, Any]]:
    """The page's path."""
    return [(rf"^{PATH}$", methods_page)]

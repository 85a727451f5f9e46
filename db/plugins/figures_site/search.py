"""What a search found in a text."""

from __future__ import annotations

import json
import re

from datasette.app import Datasette
from datasette.database import QueryInterrupted
from markupsafe import Markup, escape

from figures_site.database import Row, for_templates, rows

LONGEST = (
    200_000  # code points of a text in which the words are looked for: the longest take too long
)


@for_templates
async def search_snippets(
    datasette: Datasette, search: str, documents: list[Row]
) -> dict[str, Markup]:
    """Document id → the words around what a search found in its text, as HTML. The documents that a
    search found by their title alone have none, nor have all where that would keep the page waiting."""
    try:
        found = await rows(
            datasette,
            """
            SELECT d.id, snippet(document_fts, 1, char(2), char(3), ' … ', 30) AS words
              FROM json_each(:ids) o CROSS JOIN document d CROSS JOIN document_fts  -- in this order
             WHERE d.id = o.value AND document_fts.rowid = d.rowid AND length(d.text) < :longest
               AND document_fts MATCH escape_fts(:search)
            """,
            search=search,
            ids=json.dumps([document["id"] for document in documents]),
            longest=LONGEST,
        )
    except QueryInterrupted:
        found = []
    return {row["id"]: mark_found(row["words"]) for row in found}


def mark_found(words: str) -> Markup:
    """What snippet() gave, as HTML: the words found stand between two control characters."""
    pieces = re.split("\x02([^\x02\x03]*)\x03", words)
    return Markup("").join(
        Markup("<mark>{}</mark>").format(piece) if index % 2 else escape(piece)
        for index, piece in enumerate(pieces)
    )

"""A document's page: the text with its figures marked, in parts where it is long."""

from __future__ import annotations

import re
from functools import partial

from datasette.app import Datasette
from datasette.utils.asgi import Request

from figures_site.database import Row, for_templates, rows

PART = 50_000  # code points of a text shown at once


@for_templates
async def document_page(datasette: Datasette, document_id: str, request: Request) -> Row:
    """One article with its figures, the incidents that it speaks of, its copies and versions."""
    ask = partial(rows, datasette, id=document_id)
    [document] = await ask("SELECT * FROM document WHERE id = :id")
    text = document["text"] or ""
    parts = max(1, -(-len(text) // PART))
    asked = re.fullmatch("[0-9]{1,6}", request.args.get("part") or "")
    part = min(max(int(asked[0]), 1), parts) if asked else 1
    bounds = [
        await boundary(datasette, document_id, text, number * PART) for number in (part - 1, part)
    ]
    [counted] = await ask("SELECT count(*) AS n FROM figure WHERE document_id = :id")
    return {
        "document": document,
        "part": part,
        "parts": parts,
        "start": bounds[0],
        "end": bounds[1],
        "count": counted["n"],
        "figures": await ask(
            """
            SELECT * FROM published_figure WHERE document_id = :id AND start >= :first AND start < :last
             ORDER BY start, id
            """,
            first=bounds[0],
            last=bounds[1] if part < parts else 2**53,
        ),
        "incidents": await ask("""
            SELECT i.*, di.role, di.why AS because
              FROM document_incident di JOIN incident i ON i.id = di.incident_id
             WHERE di.document_id = :id ORDER BY di.role <> 'main', i.id LIMIT 100
        """),
        "kin": await ask("""
            SELECT CASE WHEN o.copy_of = d.id THEN 'has its wording repeated by'
                        WHEN d.copy_of = o.id THEN 'repeats the wording of'
                        WHEN d.replaces = o.id THEN 'takes the place of'
                        ELSE 'gave way to' END AS words, o.id, o.title, o.name, o.publisher, o.published_on
              FROM document d
              JOIN document o ON o.copy_of = d.id OR o.replaces = d.id OR o.id = d.copy_of
                              OR o.id = d.replaces
             WHERE d.id = :id ORDER BY o.published_on, o.id LIMIT 500
        """),
    }


async def boundary(datasette: Datasette, document_id: str, text: str, at: int) -> int:
    """Where a part of a text begins: near a place, at a word's beginning, within no figure's words."""
    if at <= 0 or at >= len(text):
        return min(max(at, 0), len(text))
    space = text.find(" ", at, at + 200)
    at = space + 1 if space > 0 else at
    [within] = await rows(
        datasette,
        'SELECT max("end") AS e FROM figure WHERE document_id = :id AND start < :at AND "end" > :at',
        id=document_id,
        at=at,
    )
    return int(within["e"] or at)

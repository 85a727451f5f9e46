"""A document's page."""

from __future__ import annotations

from functools import partial

from datasette.app import Datasette

from figures_site.database import Row, for_templates, rows


@for_templates
async def document_page(datasette: Datasette, document_id: str) -> Row:
    """One article with its figures, the incidents that it speaks of, its copies and versions."""
    ask = partial(rows, datasette, id=document_id)
    [document] = await ask("SELECT * FROM document WHERE id = :id")
    return {
        "document": document,
        "figures": await ask(
            "SELECT * FROM published_figure WHERE document_id = :id ORDER BY start, id"
        ),
        "incidents": await ask("""
            SELECT i.*, di.role, di.why AS because
              FROM document_incident di JOIN incident i ON i.id = di.incident_id
             WHERE di.document_id = :id ORDER BY di.role <> 'main', i.id
        """),
        "kin": await ask("""
            SELECT CASE WHEN o.copy_of = d.id THEN 'has its wording repeated by'
                        WHEN d.copy_of = o.id THEN 'repeats the wording of'
                        WHEN d.replaces = o.id THEN 'takes the place of'
                        ELSE 'gave way to' END AS words, o.*
              FROM document d
              JOIN document o ON o.copy_of = d.id OR o.replaces = d.id OR o.id = d.copy_of
                              OR o.id = d.replaces
             WHERE d.id = :id ORDER BY o.published_on, o.id LIMIT 500
        """),
    }

"""An incident's page."""

from __future__ import annotations

from functools import partial

from datasette.app import Datasette

from figures_site.claims import SIDES, related, with_figures
from figures_site.database import Row, for_templates, rows


@for_templates
async def incident_page(datasette: Datasette, incident_id: str) -> Row:
    """One incident: for every toll its claims and how they relate; its documents."""
    ask = partial(rows, datasette, id=incident_id)
    [incident] = await ask("SELECT * FROM incident WHERE id = :id")
    tolls = await ask("""
        SELECT * FROM toll WHERE incident_id = :id
         ORDER BY category <> 'killed', category <> 'injured', category, scope, of_group, id
    """)
    claims = with_figures(
        await ask("""
            SELECT c.* FROM claim c JOIN toll t ON t.id = c.toll_id WHERE t.incident_id = :id
             ORDER BY coalesce(c.as_of, c.first_said_at) IS NULL,
                      coalesce(c.as_of, c.first_said_at), c.id LIMIT 500
        """),
        await ask("""
            SELECT cf.claim_id, f.* FROM toll t JOIN claim c ON c.toll_id = t.id
              JOIN claim_figure cf ON cf.claim_id = c.id JOIN published_figure f ON f.id = cf.figure_id
             WHERE t.incident_id = :id ORDER BY f.published_on, f.id LIMIT 1000
        """),
    )
    relations = await ask("""
        SELECT r.*, c.toll_id FROM toll t JOIN claim c ON c.toll_id = t.id
          JOIN claim_relation r ON r.left_claim_id = c.id
         WHERE t.incident_id = :id ORDER BY r.relation <> 'conflict', r.left_claim_id LIMIT 500
    """)
    for toll in tolls:
        toll["claims"] = [claim for claim in claims.values() if claim["toll_id"] == toll["id"]]
        toll["relations"] = [
            related(relation, [claims[relation[side]] for side in SIDES])
            for relation in relations
            if relation["toll_id"] == toll["id"] and all(relation[side] in claims for side in SIDES)
        ]
    return {
        "incident": incident,
        "tolls": tolls,
        "documents": await ask("""
            SELECT d.id, d.name, d.title, d.publisher, d.url, d.published, d.published_on,
                   d.copy_of, di.role, di.why
              FROM document_incident di JOIN document d ON d.id = di.document_id
             WHERE di.incident_id = :id ORDER BY di.role <> 'main', d.published_on, d.id LIMIT 500
        """),
        "others": await ask("""
            SELECT * FROM published_figure f WHERE f.incident_id = :id
               AND NOT EXISTS (SELECT 1 FROM claim_figure WHERE figure_id = f.id)
             ORDER BY f.category, f.published_on, f.id LIMIT 500
        """),
        "neighbours": await ask("""
            SELECT 'is a part of' AS words, i.id, i.label, '' AS why
              FROM incident o JOIN incident i ON i.id = o.within WHERE o.id = :id
             UNION ALL
            SELECT 'has as a part', id, label, why FROM incident WHERE within = :id
             UNION ALL
            SELECT p.kind, i.id, i.label, p.why FROM incident_pair p
              JOIN incident i ON i.id = p.right_id WHERE p.left_id = :id
             UNION ALL
            SELECT p.kind, i.id, i.label, p.why FROM incident_pair p
              JOIN incident i ON i.id = p.left_id WHERE p.right_id = :id
        """),
        "findings": await ask("SELECT * FROM finding WHERE incident_id = :id ORDER BY id"),
    }

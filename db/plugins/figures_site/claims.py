"""Claims with the figures that state them, and two of them side by side."""

from __future__ import annotations

import json
from functools import partial

from datasette.app import Datasette

from figures_site.database import Row, for_templates, rows

SIDES = ("left_claim_id", "right_claim_id")


def with_figures(claims: list[Row], figures: list[Row]) -> dict[str, Row]:
    """Claims by id, each with the figures that state it, or that it was summed from."""
    told: dict[str, list[Row]] = {}
    for figure in figures:
        told.setdefault(figure["claim_id"], []).append(figure)
    return {
        claim["id"]: {
            **claim,
            "denied_by": json.loads(claim["denied_by"]),
            "figures": told.get(claim["id"], []),
        }
        for claim in claims
    }


def related(relation: Row, claims: list[Row]) -> Row:
    """A row of claim_relation with its two claims; a conflict is open while both of them stand."""
    conflict = relation["relation"] == "conflict"
    return {
        **relation,
        "sides": claims,
        "open": conflict and all(claim["state"] == "current" for claim in claims),
    }


@for_templates
async def relation_page(datasette: Datasette, left: str, right: str) -> Row:
    """Two claims of one toll side by side, and why they are held to agree or to contradict."""
    ask = partial(rows, datasette, left=left, right=right)
    [relation] = await ask("""
        SELECT r.*, t.category, t.scope, t.unit, t.of_group, t.area, t.window_from, t.window_to,
               i.id AS incident_id, i.label, i.earliest, i.latest
          FROM claim_relation r JOIN claim c ON c.id = r.left_claim_id
          JOIN toll t ON t.id = c.toll_id JOIN incident i ON i.id = t.incident_id
         WHERE r.left_claim_id = :left AND r.right_claim_id = :right
    """)
    claims = with_figures(
        await ask("SELECT * FROM claim WHERE id IN (:left, :right)"),
        await ask("""
            SELECT cf.claim_id, f.* FROM claim_figure cf JOIN published_figure f ON f.id = cf.figure_id
             WHERE cf.claim_id IN (:left, :right) ORDER BY f.published_on, f.id LIMIT 200
        """),
    )
    return related(relation, [claims[left], claims[right]])

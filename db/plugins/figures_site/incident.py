"""An incident's page: tolls with their claims, documents, what is not known, and what is near it.

An incident may be a war's running count with a hundred thousand figures, so every query is bounded;
where something is left out, the page says how much and where all of it is.
"""

from __future__ import annotations

import json
from functools import partial

from datasette.app import Datasette

from figures_site.claims import SIDES, related, with_figures
from figures_site.database import Row, for_templates, rows
from figures_site.unknown import not_known

TOLLS = 100  # shown on one page, as are the next
CLAIMS = 240
FIGURES = 5  # of one claim
RELATIONS = 150
DOCUMENTS = 200
NEAR = 6  # incidents of the same country before, and as many after

CATEGORIES = (  # the order in which a reader looks for them; the others follow by name
    "killed injured missing trapped casualties abducted detained assaulted freed rescued infected "
    "hungry displaced refugees evacuated homeless sheltered returned affected assisted"
).split()


@for_templates
async def incident_page(datasette: Datasette, incident_id: str) -> Row:
    """One incident: for every toll its claims and how they relate; its documents and neighbours."""
    ask = partial(rows, datasette, id=incident_id)
    [incident] = await ask("SELECT * FROM incident WHERE id = :id")
    tolls = await tolls_with_claims(datasette, incident_id)
    documents = await ask(
        """
        SELECT d.id, d.name, d.title, d.publisher, d.url, d.published, d.published_on,
               d.copy_of, di.role, di.why
          FROM document_incident di JOIN document d ON d.id = di.document_id
         WHERE di.incident_id = :id ORDER BY di.role <> 'main', d.published_on, d.id LIMIT :limit
    """,
        limit=DOCUMENTS,
    )
    others = await ask("""
        SELECT * FROM published_figure f WHERE f.incident_id = :id
           AND NOT EXISTS (SELECT 1 FROM claim_figure WHERE figure_id = f.id)
         ORDER BY f.category, f.published_on, f.id LIMIT 100
    """)
    [counts] = await ask("""
        SELECT (SELECT count(*) FROM document_incident WHERE incident_id = :id) AS documents,
               (SELECT count(*) FROM toll t JOIN claim c ON c.toll_id = t.id WHERE t.incident_id = :id) AS claims
    """)
    return {
        "incident": incident,
        "tolls": tolls,
        "counts": counts,
        "shown": {
            "documents": len(documents),
            "claims": sum(len(toll["claims"]) for toll in tolls),
        },
        "documents": with_copies(documents),
        "copies": [document["id"] for document in documents if document["copy_of"]],
        "others": others,
        "unknown": not_known(incident, tolls, others),
        "related": await ask("""
            SELECT 'is a part of' AS words, i.*, '' AS because
              FROM incident o JOIN incident i ON i.id = o.within WHERE o.id = :id
             UNION ALL
            SELECT p.kind, i.*, p.why FROM incident_pair p JOIN incident i ON i.id = p.right_id
             WHERE p.left_id = :id
             UNION ALL
            SELECT p.kind, i.*, p.why FROM incident_pair p JOIN incident i ON i.id = p.left_id
             WHERE p.right_id = :id
             LIMIT 60
        """),
        "within": await ask(
            "SELECT * FROM incident WHERE within = :id ORDER BY earliest, id LIMIT 60"
        ),
        "near": await near_in_time(datasette, incident),
        "findings": await ask(
            "SELECT * FROM finding WHERE incident_id = :id ORDER BY id LIMIT 100"
        ),
    }


async def tolls_with_claims(datasette: Datasette, incident_id: str) -> list[Row]:
    """The tolls that a reader looks for first, each with its claims, their figures and relations."""
    tolls = await rows(
        datasette, "SELECT * FROM toll WHERE incident_id = :id LIMIT 2000", id=incident_id
    )
    tolls = sorted(tolls, key=looked_for)[:TOLLS]
    claims = await rows(
        datasette,
        """
        SELECT * FROM claim WHERE toll_id IN (SELECT value FROM json_each(:tolls))
         ORDER BY state <> 'current', documents DESC, first_said_at DESC, id LIMIT :limit
        """,
        tolls=json.dumps([toll["id"] for toll in tolls]),
        limit=CLAIMS,
    )
    claims.sort(key=clock)
    ask = partial(rows, datasette, claims=json.dumps([claim["id"] for claim in claims]))
    figures = await ask(
        """
        SELECT k.claim_id, f.* FROM (
            SELECT claim_id, figure_id, row_number() OVER (PARTITION BY claim_id ORDER BY figure_id) AS place
              FROM claim_figure WHERE claim_id IN (SELECT value FROM json_each(:claims))
             UNION
            SELECT id, first_figure_id, 0 FROM claim WHERE id IN (SELECT value FROM json_each(:claims))
        ) k JOIN published_figure f ON f.id = k.figure_id
         WHERE k.place <= :limit GROUP BY k.claim_id, k.figure_id ORDER BY f.published_on, f.id
    """,
        limit=FIGURES,
    )
    relations = await ask(
        """
        SELECT * FROM claim_relation WHERE left_claim_id IN (SELECT value FROM json_each(:claims))
         ORDER BY relation <> 'conflict', left_claim_id, right_claim_id LIMIT :limit
    """,
        limit=RELATIONS,
    )
    known = with_figures(claims, figures)
    for toll in tolls:
        toll["claims"] = [claim for claim in known.values() if claim["toll_id"] == toll["id"]]
        toll["relations"] = [
            related(relation, [known[relation[side]] for side in SIDES])
            for relation in relations
            if all(relation[side] in known for side in SIDES)
            and known[relation["left_claim_id"]]["toll_id"] == toll["id"]
        ]
    return tolls


def looked_for(toll: Row) -> tuple[object, ...]:
    """The order in which a reader looks for tolls: killed before injured, all of them before groups."""
    category = toll["category"]
    place = CATEGORIES.index(category) if category in CATEGORIES else len(CATEGORIES)
    return place, category, toll["scope"], toll["of_group"], toll["area"], toll["id"]


def clock(claim: Row) -> tuple[bool, str, str]:
    """Where a claim stands in time: as of, else first said; what is not dated comes last."""
    when = claim["as_of"] or claim["first_said_at"] or ""
    return not when, when, claim["id"]


def with_copies(documents: list[Row]) -> list[Row]:
    """The documents that are no copy of another here, each with its copies under it.

    >>> with_copies([{"id": "a", "copy_of": None}, {"id": "b", "copy_of": "a"}])
    [{'id': 'a', 'copy_of': None, 'copies': [{'id': 'b', 'copy_of': 'a'}]}]
    """
    here = {document["id"] for document in documents}
    return [
        {**document, "copies": [d for d in documents if d["copy_of"] == document["id"]]}
        for document in documents
        if document["copy_of"] not in here
    ]


async def near_in_time(datasette: Datasette, incident: Row) -> list[Row]:
    """Incidents of the same country just before and just after, in the order of time."""
    if not (incident["country"] and incident["earliest"]):
        return []
    return await rows(
        datasette,
        """
        SELECT * FROM (
            SELECT * FROM (
                SELECT * FROM incident WHERE country = :country AND earliest < :earliest AND id <> :id
                 ORDER BY earliest DESC, id LIMIT :limit)
             UNION ALL
            SELECT * FROM (
                SELECT * FROM incident WHERE country = :country AND earliest >= :earliest AND id <> :id
                 ORDER BY earliest, id LIMIT :limit)
        ) ORDER BY earliest, id
        """,
        id=incident["id"],
        country=incident["country"],
        earliest=incident["earliest"],
        limit=NEAR,
    )

"""A figure's page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial

from datasette.app import Datasette

from figures_site.database import Row, for_templates, rows


@for_templates
async def figure_page(datasette: Datasette, figure_id: str) -> Row:
    """One figure: its article, evidence, rulings, parts and repeats, and comparisons."""
    ask = partial(rows, datasette, id=figure_id)
    [figure] = await ask("SELECT * FROM published_figure WHERE id = :id")
    figure["groups"] = json.loads(figure["groups"] or "[]")
    [document] = await ask("""
        SELECT * FROM document WHERE id = (SELECT document_id FROM figure WHERE id = :id)
    """)
    around = await ask("""
        SELECT * FROM published_figure
         WHERE document_id = (SELECT document_id FROM figure WHERE id = :id) ORDER BY start, id
    """)
    return {
        "figure": figure,
        "document": document,
        "incident": await ask("""
            SELECT i.* FROM figure f JOIN incident i ON i.id = f.incident_id WHERE f.id = :id
        """),
        "around": around,
        "kin": [(words, other) for other in around for words in kinship(figure, other)],
        "evidence": await ask("SELECT * FROM evidence WHERE figure_id = :id ORDER BY step"),
        "rulings": await ask("SELECT * FROM ruling WHERE figure_id = :id ORDER BY seq"),
        "comparisons": await ask("""
            SELECT c.relation, c.kind, c.reason, f.*
              FROM (SELECT right_figure_id AS id, relation, kind, reason
                      FROM comparison WHERE left_figure_id = :id
                     UNION ALL
                    SELECT left_figure_id, relation, kind, reason
                      FROM comparison WHERE right_figure_id = :id) c
              JOIN published_figure f ON f.id = c.id
             ORDER BY c.relation = 'not_comparable', c.relation <> 'conflict',
                      f.published_on, f.id
             LIMIT 500
        """),
    }


KINSHIP = (
    ("part_of", "is a part of", "has as a part"),
    ("adds_to", "is counted on top of", "has added to it"),
    ("restates", "says again", "is said again as"),
)


def kinship(figure: Row, other: Row) -> Iterator[str]:
    """How two figures of one document hang together, in words, as the text itself tells it."""
    for column, forwards, backwards in KINSHIP:
        if figure[column] == other["id"]:
            yield forwards
        if other[column] == figure["id"]:
            yield backwards

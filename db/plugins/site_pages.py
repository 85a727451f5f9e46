"""The pages' queries, for the templates to call. The logic of the data is in the SQL views."""

from __future__ import annotations

import json
import re
from functools import partial

from datasette import hookimpl
from markupsafe import Markup, escape

NAME = "figures"  # of the database, as metadata.yaml and the names of the templates have it
WITH_PAGES = ("figure", "document", "incident", "claim_relation")


async def home(datasette):
    """The first page: totals, open conflicts, newest incidents with their tolls."""
    ask = partial(rows, datasette)
    conflicts = await ask("SELECT * FROM open_conflict ORDER BY gap DESC, left_claim_id LIMIT 5")
    incidents = await ask("SELECT * FROM incident ORDER BY earliest DESC, id LIMIT 12")
    tolls = await ask(
        """
        SELECT * FROM toll WHERE of_group = '' AND area = ''
           AND incident_id IN (SELECT value FROM json_each(:ids))
         ORDER BY category <> 'killed', category <> 'injured', category, id
        """,
        ids=json.dumps([incident["id"] for incident in incidents]),
    )
    return {
        "totals": await ask("SELECT * FROM summary ORDER BY name, category, unit"),
        "conflicts": await with_sides(datasette, conflicts),
        "incidents": [
            {**incident, "tolls": [toll for toll in tolls if toll["incident_id"] == incident["id"]]}
            for incident in incidents
        ],
    }


async def with_sides(datasette, conflicts):
    """Rows of open_conflict, each with the figure that said each side first."""
    figures = await rows(
        datasette,
        "SELECT * FROM published_figure WHERE id IN (SELECT value FROM json_each(:ids))",
        ids=json.dumps([conflict[side] for conflict in conflicts for side in FIRST_FIGURES]),
    )
    by_id = {figure["id"]: figure for figure in figures}
    return [
        {
            **{key: conflict[key] for key in CONFLICT},
            "sides": [by_id[conflict[side]] for side in FIRST_FIGURES],
        }
        for conflict in conflicts
    ]


FIRST_FIGURES = ("left_figure_id", "right_figure_id")
CONFLICT = (
    "incident_id",
    "incident",
    "category",
    "kind",
    "explanation",
    "left_claim_id",
    "right_claim_id",
)
TOTALS = {  # of the table summary, and what the first page calls them
    "documents": "reports read",
    "figures": "figures found in them",
    "incidents": "incidents",
    "open_conflicts": "open conflicts",
}


async def figure_page(datasette, figure_id):
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


def kinship(figure, other):
    """How two figures of one document hang together, in words, as the text itself tells it."""
    for column, forwards, backwards in KINSHIP:
        if figure[column] == other["id"]:
            yield forwards
        if other[column] == figure["id"]:
            yield backwards


async def document_page(datasette, document_id):
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


async def incident_page(datasette, incident_id):
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


SIDES = ("left_claim_id", "right_claim_id")


def related(relation, claims):
    """A row of claim_relation with its two claims; a conflict is open while both of them stand."""
    conflict = relation["relation"] == "conflict"
    return {
        **relation,
        "sides": claims,
        "open": conflict and all(claim["state"] == "current" for claim in claims),
    }


async def relation_page(datasette, left, right):
    """Two claims of one toll side by side, and why they are held to agree or to contradict."""
    ask = partial(rows, datasette, left=left, right=right)
    [relation] = await ask("""
        SELECT r.*, t.category, t.scope, t.of_group, t.area, t.window_from, t.window_to,
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


async def search_snippets(datasette, search, documents):
    """Document id → the words around what a search found in its text, as HTML; the documents that
    a search found by their title alone have none."""
    found = await rows(
        datasette,
        """
        SELECT d.id, snippet(document_fts, 1, char(2), char(3), ' … ', 30) AS words
          FROM document_fts JOIN document d ON d.rowid = document_fts.rowid
         WHERE document_fts MATCH escape_fts(:search)
           AND d.id IN (SELECT value FROM json_each(:ids))
        """,
        search=search,
        ids=json.dumps([document["id"] for document in documents]),
    )
    return {row["id"]: mark_found(row["words"]) for row in found}


def mark_found(words):
    """What snippet() gave, as HTML: the words found stand between two control characters."""
    pieces = re.split("\x02([^\x02\x03]*)\x03", words)
    return Markup("").join(
        Markup("<mark>{}</mark>").format(piece) if index % 2 else escape(piece)
        for index, piece in enumerate(pieces)
    )


def with_figures(claims, figures):
    """Claims by id, each with the figures that state it, or that it was summed from."""
    return {
        claim["id"]: {**claim, "figures": [f for f in figures if f["claim_id"] == claim["id"]]}
        for claim in claims
    }


async def rows(datasette, sql, **parameters):
    """The rows of a query as dictionaries."""
    result = await datasette.get_database(NAME).execute(sql, parameters)
    return [dict(row) for row in result.rows]


@hookimpl
def startup(datasette):
    """A database file of another name is served under ours too: pages and metadata go by it."""
    files = [database for database in datasette.databases.values() if database.path]
    if len(files) == 1 and NAME not in datasette.databases:
        datasette.remove_database(files[0].name)
        datasette.add_database(files[0], name=NAME)


@hookimpl
def extra_template_vars(datasette):
    """The pages' queries, and the paths under which rows have their pages."""
    if NAME not in datasette.databases:
        return {"site_database": None}
    return {
        "site_database": NAME,
        "site": {table: datasette.urls.table(NAME, table) for table in WITH_PAGES},
        "shown_totals": TOTALS,
        **{page.__name__: partial(page, datasette) for page in PAGES},
    }


PAGES = (
    home,
    with_sides,
    figure_page,
    document_page,
    incident_page,
    relation_page,
    search_snippets,
)


# Words that lead to a page, and the column of the same row that names it; besides them, every id
# in a view leads to its row, as foreign keys do in tables.
LINKS = {
    ("figure", "quote"): ("figure", "id"),
    ("published_figure", "id"): ("figure", "id"),
    ("published_figure", "quote"): ("figure", "id"),
    ("incident", "label"): ("incident", "id"),
    ("counted_toll", "incident"): ("incident", "incident_id"),
    ("countable_toll", "incident"): ("incident", "incident_id"),
}


@hookimpl
def render_cell(datasette, row, value, column, table, database):
    """The links above."""
    if database != NAME or not isinstance(value, str):
        return None
    named = re.fullmatch(r"(?:\w+_)?(figure|document|incident|toll|claim)_id", column)
    target, key = (named[1], column) if named else LINKS.get((table, column), (None, None))
    if target is None or key not in dict(row):
        return None
    path = datasette.urls.table(NAME, target)
    return Markup('<a href="{}/{}">{}</a>').format(path, row[key], value)

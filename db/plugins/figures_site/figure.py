"""A figure's page: its article with all that it was read from, the steps in words, rulings, comparisons."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial

from datasette.app import Datasette

from figures_site.database import Row, for_templates, rows
from figures_site.document import PART
from figures_site.marking import ROLES, WINDOW, is_gap, window
from figures_site.words import amount, dates, moment, plain

# What the words of a step tell, by the field that they gave.
STEPS = {
    "number": "is the number: {value}",
    "category": "tells what happened: {value}",
    "quote": "is the count with all that belongs to it",
    "place": "tells where: {value}",
    "earliest": "tells when: {value}",
    "as_of": "tells when the count stood: {value}",
    "since": "opens a running total: {value}",
    "attributed_to": "tells who says so",
    "via": "tells who passed it on",
    "caveat": "limits the statement",
    "status": "makes it {value}",
    "basis": "tells what the count rests on: {value}",
    "scope": "makes it a count that is {value}",
    "background": "tells that it is of another incident than the one mainly reported",
    "groups": "tells a group of those counted: {value}",
    "stock_or_flow": "makes it a {value}",
    "part_of": "makes it a part of another figure",
    "adds_to": "makes it come on top of another figure",
    "restates": "makes it another figure said again",
}
# The marks of an article, and what its legend calls them.
LEGEND = (
    ("quote", "the words of the figure"),
    ("number", "the number"),
    ("event", "what happened"),
    ("place", "where"),
    ("date", "when"),
    ("speaker", "who says so"),
)


@for_templates
async def figure_page(datasette: Datasette, figure_id: str) -> Row:
    """One figure: its article, evidence, rulings, parts and repeats, and comparisons."""
    ask = partial(rows, datasette, id=figure_id)
    [figure] = await ask("SELECT * FROM published_figure WHERE id = :id")
    figure["groups"] = json.loads(figure["groups"] or "[]")
    [document] = await ask("""
        SELECT * FROM document WHERE id = (SELECT document_id FROM figure WHERE id = :id)
    """)
    around = await ask(
        """
        SELECT * FROM published_figure
         WHERE document_id = (SELECT document_id FROM figure WHERE id = :id)
           AND (start BETWEEN :first AND :last
                OR :id IN (part_of, adds_to, restates) OR id IN (:part_of, :adds_to, :restates))
         ORDER BY start, id
        """,
        first=figure["sentence_start"] - WINDOW,
        last=figure["sentence_end"] + WINDOW,
        **{column: figure[column] for column, *_ in KINSHIP},
    )
    evidence = await ask("SELECT * FROM evidence WHERE figure_id = :id ORDER BY step")
    text = document["text"] or ""
    whole = text[figure["start"] : figure["end"]] == figure["quote"]  # a published text may be cut
    first, last = window(text, figure) if whole else (0, 0)
    return {
        "figure": figure,
        "document": document,
        "whole": whole,
        "part": figure["start"] // PART + 1,
        "incident": await ask("""
            SELECT i.* FROM figure f JOIN incident i ON i.id = f.incident_id WHERE f.id = :id
        """),
        "around": around,
        "kin": [(words, other) for other in around for words in kinship(figure, other)],
        "evidence": evidence,
        "steps": [told(step, figure, first, last) for step in evidence],
        "legend": [
            (role, words)
            for role, words in LEGEND
            if role == "quote" or role in {ROLES.get(step["field"]) for step in evidence}
        ],
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
             LIMIT 100
        """),
        "sums": await ask("""
            SELECT r.*, o.low, o.high, o.qualifier
              FROM claim_figure k JOIN claim c ON c.id = k.claim_id AND c.how = 'stated'
              JOIN claim_relation r ON r.left_claim_id = c.id OR r.right_claim_id = c.id
              JOIN claim o ON o.how = 'summed' AND o.id =
                   CASE r.left_claim_id WHEN c.id THEN r.right_claim_id ELSE r.left_claim_id END
             WHERE k.figure_id = :id ORDER BY r.relation <> 'conflict', o.id LIMIT 20
        """),
    }


def told(step: Row, figure: Row, first: int, last: int) -> Row:
    """A step of the evidence in words; ``shown`` where its words stand in the part of the text shown,
    ``left_out`` where a published copy does not hold them."""
    left_out = step["start"] < step["end"] and is_gap(step["quote"])
    words = STEPS.get(step["field"], f"gives the {plain(step['field'])}: {{value}}")
    if step["field"] == "number":
        value = amount(figure["machine_low"], figure["machine_high"], figure["qualifier"])
    else:
        value = value_in_words(step["field"], step["value"])
    return {
        **step,
        "role": ROLES.get(step["field"], "quote" if step["field"] == "quote" else ""),
        "words": words.format(value=value),
        "shown": first <= step["start"] and step["end"] <= last and not left_out,
        "left_out": left_out,
    }


def value_in_words(field: str, value: str | None) -> str:
    """What a step gave, in plain words.

    >>> value_in_words("earliest", "2018-11-19/2018-11-19"), value_in_words("status", "not_known")
    ('2018-11-19', 'not known')
    """
    if value is None:
        return ""
    if field == "earliest":
        earliest, _, latest = value.partition("/")
        return dates(earliest, latest)
    return moment(value) if field == "as_of" else plain(value)


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

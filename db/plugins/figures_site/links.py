"""Cells of tables and views: those that lead to a page, and counts as one writes them."""

from __future__ import annotations

import re

from datasette import hookimpl
from datasette.app import Datasette
from markupsafe import Markup

from figures_site.database import NAME, Row
from figures_site.words import number

# Words that lead to a page, and the column of the same row that names it; besides them, every id
# in a view leads to its row, as foreign keys do in tables.
LINKS = {
    ("figure", "quote"): ("figure", "id"),
    ("published_figure", "id"): ("figure", "id"),
    ("published_figure", "quote"): ("figure", "id"),
    ("open_conflict", "incident"): ("incident", "incident_id"),
    ("open_conflict", "left_quote"): ("figure", "left_figure_id"),
    ("open_conflict", "right_quote"): ("figure", "right_figure_id"),
    ("incident", "label"): ("incident", "id"),
    ("counted_toll", "incident"): ("incident", "incident_id"),
    ("countable_toll", "incident"): ("incident", "incident_id"),
}
# Columns that name a row and do not say of which table.
NAMING = {
    "best_from": "figure", "part_of": "figure", "adds_to": "figure", "restates": "figure",
    "copy_of": "document", "replaces": "document", "within": "incident",
}  # fmt: skip
COUNTS = re.compile(r"(?:\w+_)?(?:low|high|best|value)|gap|attackers")


@hookimpl
def render_cell(
    datasette: Datasette, row: Row, value: object, column: str, table: str, database: str
) -> Markup | str | None:
    """The links above; "4,000,000" for a count."""
    if database != NAME:
        return None
    if isinstance(value, int | float) and COUNTS.fullmatch(column):
        return number(value)
    if not isinstance(value, str):
        return None
    named = re.fullmatch(r"(?:\w+_)?(figure|document|incident|toll|claim)_id", column)
    of = named[1] if named else NAMING.get(column)
    target, key = (of, column) if of else LINKS.get((table, column), (None, None))
    if target is None or key not in dict(row):
        return None
    path = datasette.urls.table(NAME, target)
    return Markup('<a href="{}/{}">{}</a>').format(path, row[key], value)

"""The conflicts that are open, with both sides."""

from __future__ import annotations

import json

from datasette.app import Datasette

from figures_site.database import Row, for_templates, rows

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


@for_templates
async def with_sides(datasette: Datasette, conflicts: list[Row]) -> list[Row]:
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

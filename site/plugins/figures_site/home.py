"""The first page."""

from __future__ import annotations

import json
from functools import partial

from datasette.app import Datasette

from figures_site.conflicts import with_sides
from figures_site.database import Row, for_templates, rows

TOTALS = {  # of the table summary, and what the first page calls them
    "documents": "reports read",
    "figures": "figures found in them",
    "incidents": "incidents",
    "open_conflicts": "open conflicts",
}


@for_templates
async def home(datasette: Datasette) -> Row:
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
        "names": TOTALS,
        "totals": await ask("SELECT * FROM summary ORDER BY name, category, unit"),
        "conflicts": await with_sides(datasette, conflicts),
        "incidents": [
            {**incident, "tolls": [toll for toll in tolls if toll["incident_id"] == incident["id"]]}
            for incident in incidents
        ],
    }

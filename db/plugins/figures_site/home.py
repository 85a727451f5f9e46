"""The first page."""

from __future__ import annotations

import json
from functools import partial

from datasette.app import Datasette

from figures_site.conflicts import with_sides
from figures_site.database import Row, for_templates, rows
from figures_site.incident import looked_for

TOTALS = {  # of the table summary, and what the first page calls them
    "documents": "reports read",
    "figures": "figures found in them",
    "incidents": "incidents",
    "open_conflicts": "open conflicts",
}


DISPUTES = 6
NEWEST = 10
ISSUES = 1000  # counted, at most
LOOKED_AT = 1500  # incidents, the newest, for those of them whose place is known
ON_THE_MAP = 400


@for_templates
async def home(datasette: Datasette) -> Row:
    """The first page: totals, the widest open conflicts, newest incidents with their tolls, a map of them."""
    ask = partial(rows, datasette)
    disputes = await ask(
        "SELECT * FROM open_conflict ORDER BY gap DESC, left_claim_id LIMIT :limit", limit=DISPUTES
    )
    incidents = await ask(
        "SELECT * FROM incident ORDER BY earliest DESC, id LIMIT :limit", limit=NEWEST
    )
    tolls = await ask(
        """
        SELECT * FROM toll WHERE of_group = '' AND area = ''
           AND incident_id IN (SELECT value FROM json_each(:ids))
        """,
        ids=json.dumps([incident["id"] for incident in incidents]),
    )
    tolls.sort(key=looked_for)
    return {
        "names": TOTALS,
        "totals": await ask("SELECT * FROM summary ORDER BY name, category, unit"),
        "issues": await ask("SELECT 1 FROM issue LIMIT :limit", limit=ISSUES + 1),
        "most_issues": ISSUES,
        "conflicts": await with_sides(datasette, disputes),
        "incidents": [
            {**incident, "tolls": [toll for toll in tolls if toll["incident_id"] == incident["id"]]}
            for incident in incidents
        ],
        "located": await ask(
            """
            SELECT * FROM (SELECT * FROM incident ORDER BY earliest DESC, id LIMIT :newest)
             WHERE latitude IS NOT NULL LIMIT :limit
            """,
            newest=LOOKED_AT,
            limit=ON_THE_MAP,
        ),
    }

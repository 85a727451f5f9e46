"""GeoJSON (RFC 7946): the incidents where they happened, each with its tolls."""

from __future__ import annotations

import json
from collections.abc import Iterator

from figures.publishing.export.rows import Row, Source

_TOLL = (
    "category scope unit of_group area low best high attackers state countable documents".split()
)


def geojson_lines(source: Source) -> Iterator[str]:
    """A feature collection, a line an incident. One whose place is not known has no geometry."""
    yield '{"type": "FeatureCollection", "features": [\n'
    before = ""
    for incident in source.incidents():
        yield before + json.dumps(_feature(source, incident), ensure_ascii=False)
        before = ",\n"
    yield "\n]}\n"


def _feature(source: Source, incident: Row) -> Row:
    longitude, latitude = incident.pop("longitude"), incident.pop("latitude")
    known = longitude is not None and latitude is not None
    identity = incident["id"]
    return {
        "type": "Feature",
        "id": identity,
        "geometry": {"type": "Point", "coordinates": [longitude, latitude]} if known else None,
        "properties": {
            **incident,
            "page": source.page("incident", identity),
            "tolls": [{name: toll[name] for name in _TOLL} for toll in source.tolls(identity)],
        },
    }

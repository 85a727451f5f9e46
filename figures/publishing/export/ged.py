"""Deaths of violent incidents in the columns of the UCDP Georeferenced Event Dataset (GED).

For those who have tools that read GED. Columns that rest on UCDP's own coding, its conflicts, dyads, sides
and their numbers, are empty: the reports do not tell them, and nothing is invented. docs/publishing.md says
what each of the others holds.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date

from figures.publishing.cells import to_csv
from figures.publishing.export.rows import Row, Source

COLUMNS = (
    "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name"
    " dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b"
    " number_of_sources source_article source_office source_date source_headline source_original where_prec"
    " where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id"
    " region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best"
    " high low gwnoa gwnob"
).split()

# Kinds of incident that are no violence; one whose kind the words do not tell is left in.
_NO_VIOLENCE = frozenset(
    "collapse crash drought earthquake epidemic fire flood gas heat landslide mine poisoning"
    " shipwreck stampede storm tsunami volcano".split()
)
_WHERE_PRECISION = {"city": 1, "admin2": 3, "admin1": 4, "area": 5, "country": 6}
_CODEBOOK = "ucdp"


def ged_lines(source: Source) -> Iterator[str]:
    """One line an incident in which people were killed, counted as UCDP's codebook would."""
    yield to_csv(COLUMNS, ())
    for incident in source.incidents():
        if incident["scope"] == "incident" and incident["kind"] not in _NO_VIOLENCE:
            row = _row(source, incident)
            if row is not None:
                yield to_csv(COLUMNS, [row], header=False)


def _row(source: Source, incident: Row) -> Row | None:
    tolls = list(
        source.store.query(
            "SELECT t.of_group, t.best_from, coalesce(o.low, t.low) AS low, coalesce(o.best, t.best) AS best,"
            " coalesce(o.high, t.high) AS high FROM toll t"
            " LEFT JOIN toll_by_codebook o ON o.toll_id = t.id AND o.codebook = ?"
            " WHERE t.incident_id = ? AND t.category = 'killed' AND t.scope = 'incident'"
            " AND t.unit = 'person' AND t.area = '' ORDER BY t.of_group, t.id",
            (_CODEBOOK, incident["id"]),
        )
    )
    all_dead = next((toll for toll in tolls if toll["of_group"] == ""), None)
    if all_dead is None or not all_dead["best"]:
        return None
    civilians = next((t["best"] for t in tolls if t["of_group"] == "civilian"), None)
    earliest, latest = incident["earliest"], incident["latest"]
    latitude, longitude = incident["latitude"], incident["longitude"]
    known = latitude is not None and longitude is not None
    return {
        "id": incident["id"],
        "year": earliest[:4] if earliest else None,
        **_sources(source, incident["id"], all_dead["best_from"]),
        "where_coordinates": incident["place"],
        "adm_1": incident["admin1"],
        "latitude": latitude,
        "longitude": longitude,
        "geom_wkt": f"POINT ({longitude} {latitude})" if known else None,
        "priogrid_gid": priogrid(latitude, longitude) if known else None,
        "country": incident["country_name"],
        "date_prec": date_precision(earliest, latest),
        "date_start": earliest,
        "date_end": latest,
        "deaths_civilians": civilians,
        "best": all_dead["best"],
        "high": all_dead["high"],
        "low": all_dead["low"],
    }


def _sources(source: Source, incident: str, best_from: str | None) -> Row:
    """What the columns about sources hold: of every report that is no copy, in the order of their dates."""
    reports = [
        source.hidden(
            {**row, "title": None} if row["id"] in source.closed else row,
            ("title",),
            row["id"],
            incident,
        )
        for row in source.store.query(
            "SELECT d.id, d.publisher, d.published_on, d.title FROM document_incident di"
            " JOIN document d ON d.id = di.document_id"
            " WHERE di.incident_id = ? AND d.copy_of IS NULL ORDER BY d.published_on, d.id",
            (incident,),
        )
    ]
    figure = next(
        source.store.query(
            "SELECT document_id, attributed_to, place, place_precision FROM published_figure WHERE id = ?",
            (best_from,),
        ),
        None,
    )
    if figure is not None and figure["document_id"] in source.closed:
        figure |= {"attributed_to": None, "place": None}
    elif figure is not None:
        figure = source.hidden(figure, ("attributed_to", "place"), figure["document_id"], incident)
    return {
        "number_of_sources": len(reports),
        "source_article": ";".join(
            '"{}"'.format(",".join(filter(None, (r["publisher"], r["published_on"], r["title"]))))
            for r in reports
        ),
        "source_office": _joined(reports, "publisher"),
        "source_date": _joined(reports, "published_on"),
        "source_headline": _joined(reports, "title"),
        "source_original": figure and figure["attributed_to"],
        "where_prec": _WHERE_PRECISION.get(figure["place_precision"]) if figure else None,
        "where_description": figure and figure["place"],
    }


def _joined(reports: list[Row], name: str) -> str:
    return ";".join(row[name] for row in reports if row[name])


def priogrid(latitude: float, longitude: float) -> int:
    """The number of the PRIO-GRID cell, half a degree wide, in which a point lies.

    >>> priogrid(46.97, 32.0), priogrid(-90, -180), priogrid(90, 180)
    (196985, 1, 259200)
    """
    row = min(359, math.floor((latitude + 90) * 2))
    column = min(719, math.floor((longitude + 180) * 2))
    return row * 720 + column + 1


def date_precision(earliest: str | None, latest: str | None) -> int | None:
    """GED's code: 1 the day is known, 2 two to six days, 3 a week, 4 up to a month, 5 more.

    >>> date_precision("2022-03-29", "2022-03-29"), date_precision("2022-03-01", "2022-03-31")
    (1, 4)
    """
    if not earliest or not latest:
        return None
    days = (date.fromisoformat(latest) - date.fromisoformat(earliest)).days + 1
    return next(
        code for most, code in ((1, 1), (6, 2), (7, 3), (31, 4), (math.inf, 5)) if days <= most
    )

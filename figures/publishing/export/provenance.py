"""W3C PROV-O as JSON-LD: what was read from what, by which run of which rules, and who ruled on it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timedelta

from figures.publishing.export.rows import Row, Source

CONTEXT = {
    "prov": "http://www.w3.org/ns/prov#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "dcterms": "http://purl.org/dc/terms/",
    "label": "rdfs:label",
    "comment": "rdfs:comment",
    "sha256": "dcterms:identifier",
    "startedAtTime": {"@id": "prov:startedAtTime", "@type": "xsd:dateTime"},
    "endedAtTime": {"@id": "prov:endedAtTime", "@type": "xsd:dateTime"},
    "used": {"@id": "prov:used", "@type": "@id"},
    "wasAssociatedWith": {"@id": "prov:wasAssociatedWith", "@type": "@id"},
    "wasAttributedTo": {"@id": "prov:wasAttributedTo", "@type": "@id"},
    "wasDerivedFrom": {"@id": "prov:wasDerivedFrom", "@type": "@id"},
    "wasRevisionOf": {"@id": "prov:wasRevisionOf", "@type": "@id"},
    "wasGeneratedBy": {"@id": "prov:wasGeneratedBy", "@type": "@id"},
    "wasInformedBy": {"@id": "prov:wasInformedBy", "@type": "@id"},
    "qualifiedAssociation": {"@id": "prov:qualifiedAssociation"},
    "agent": {"@id": "prov:agent", "@type": "@id"},
    "hadPlan": {"@id": "prov:hadPlan", "@type": "@id"},
}


def prov_lines(source: Source) -> Iterator[str]:
    """One graph, a node a line."""
    yield f'{{"@context": {json.dumps(CONTEXT)}, "@graph": [\n'
    before = ""
    for node in _nodes(source):
        told = {name: value for name, value in node.items() if value is not None}
        yield before + json.dumps(told, ensure_ascii=False)
        before = ",\n"
    yield "\n]}\n"


def _nodes(source: Source) -> Iterator[Row]:
    yield from _runs(source)
    yield from _documents(source)
    for row in source.store.query(
        "SELECT id, document_id, run_id, rule FROM figure ORDER BY document_id, number_start, category"
    ):
        by_a_person = row["rule"] == "person"  # then its ruling made it
        yield {
            "@id": source.page("figure", row["id"]),
            "@type": "prov:Entity",
            "label": row["rule"],
            "wasDerivedFrom": source.page("document", row["document_id"]),
            "wasGeneratedBy": None if by_a_person else source.page("run", row["run_id"]),
        }
    yield from _rulings(source)


def _runs(source: Source) -> Iterator[Row]:
    agents: dict[str, Row] = {}
    runs = list(source.store.query("SELECT * FROM run ORDER BY id"))
    for row in runs:
        program, rules = (
            f"urn:figures:program:{row['version']}",
            f"urn:figures:rules:{row['rules']}",
        )
        agents[program] = {"@type": "prov:SoftwareAgent", "label": f"figures {row['version']}"}
        agents[rules] = {"@type": ["prov:Entity", "prov:Plan"], "label": f"rules {row['rules']}"}
    yield from ({"@id": name, **node} for name, node in sorted(agents.items()))
    for row in runs:
        began = datetime.fromisoformat(row["at"])
        ended = began + timedelta(seconds=row["seconds"]) if row["seconds"] is not None else None
        program = f"urn:figures:program:{row['version']}"
        yield {
            "@id": source.page("run", row["id"]),
            "@type": "prov:Activity",
            "label": row["command"],
            "startedAtTime": row["at"],
            "endedAtTime": ended.strftime("%Y-%m-%dT%H:%M:%SZ") if ended else None,
            "wasAssociatedWith": program,
            "qualifiedAssociation": {
                "@type": "prov:Association",
                "agent": program,
                "hadPlan": f"urn:figures:rules:{row['rules']}",
            },
        }


def _documents(source: Source) -> Iterator[Row]:
    publishers: set[str] = set()
    raw = dict(source.store.connection.execute("SELECT id, raw_sha256 FROM document").fetchall())
    for row in source.documents():
        printed_by = row["publisher"] and _person(row["publisher"])
        if printed_by and printed_by not in publishers:
            publishers.add(printed_by)
            yield {"@id": printed_by, "@type": "prov:Agent", "label": row["publisher"]}
        yield {
            "@id": source.page("document", row["id"]),
            "@type": "prov:Entity",
            "label": row["title"] or row["name"],
            "wasAttributedTo": printed_by,
            "wasDerivedFrom": [
                *([f"urn:sha256:{raw[row['id']]}"] if raw[row["id"]] else []),
                *([source.page("document", row["copy_of"])] if row["copy_of"] else []),
            ],
            "wasRevisionOf": source.page("document", row["replaces"]) if row["replaces"] else None,
        }


def _rulings(source: Source) -> Iterator[Row]:
    people: set[str] = set()
    for row in source.store.query("SELECT * FROM ruling ORDER BY seq"):
        person = _person(row["by"])
        if person not in people:
            people.add(person)
            yield {"@id": person, "@type": ["prov:Agent", "prov:Person"], "label": row["by"]}
        figures = [row[name] for name in ("figure_id", "other_figure_id") if row[name]]
        of = [
            source.store.one("SELECT document_id FROM figure WHERE id = ?", (f,)) for f in figures
        ]
        activity = source.page("ruling", row["id"])
        yield {
            "@id": activity,
            "@type": "prov:Activity",
            "label": row["ruling"],
            "comment": None if source.closed & set(of) else source.hide(row["reason"], *of) or None,
            "startedAtTime": row["at"],
            "endedAtTime": row["at"],
            "wasAssociatedWith": person,
            "used": [source.page("figure", figure) for figure in figures] or None,
            "wasInformedBy": source.page("ruling", row["of"]) if row["of"] else None,
        }
        if row["about"] == "figure" and figures and not row["stale"]:
            yield {
                "@id": f"{source.page('figure', figures[0])}#{row['id']}",
                "@type": "prov:Entity",
                "label": "the figure as ruled",
                "wasRevisionOf": source.page("figure", figures[0]),
                "wasGeneratedBy": activity,
                "wasAttributedTo": person,
            }


def _person(name: str) -> str:
    from urllib.parse import quote

    return f"urn:figures:agent:{quote(name, safe='')}"

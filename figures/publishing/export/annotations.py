"""W3C Web Annotations: each figure on the words of its report, so that any annotation tool can show it."""

from __future__ import annotations

import json
from collections.abc import Iterator

from figures.publishing.export.rows import Row, Source
from figures.publishing.tables import count

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32  # characters before and after the quote


def annotations_lines(source: Source) -> Iterator[str]:
    """One annotation page with an annotation a line; a rejected figure has none, nor has one of a
    report that is not open."""
    head = {
        "@context": CONTEXT,
        "id": source.page("figure", "annotations"),
        "type": "AnnotationPage",
    }
    yield json.dumps(head)[:-1] + ', "items": [\n'
    before = ""
    for row in source.figures():
        if row["ruled"] != "rejected" and row["document_id"] not in source.closed:
            yield before + json.dumps(annotation(source, row), ensure_ascii=False)
            before = ",\n"
    yield "\n]}\n"


def annotation(source: Source, row: Row) -> Row:
    """One figure as an annotation: its category as a tag, what it says in words, and where it says so."""
    told = (
        f"{row['category'].replace('_', ' ')}: {count(row['low'], row['high'], row['qualifier'])}"
    )
    if row["attributed_to"]:
        told += f", says {row['attributed_to']}"
    start = row["start"] - row["sentence_start"]
    end = row["end"] - row["sentence_start"]
    quoted = {
        "type": "TextQuoteSelector",
        "exact": row["quote"],
        "prefix": row["sentence"][max(0, start - _AROUND) : start],
        "suffix": row["sentence"][end : end + _AROUND],
    }
    made: Row = {
        "id": source.page("figure", row["id"]),
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": row["category"], "format": "text/plain"},
            {"type": "TextualBody", "purpose": "describing", "value": told, "format": "text/plain",
             "language": "en"},
        ],
        "target": {
            "source": row["url"] or source.page("document", row["document_id"]),
            "selector": [
                quoted,
                {"type": "TextPositionSelector", "start": row["start"], "end": row["end"]},
            ],
        },
    }  # fmt: skip
    if row["ruled_by"]:
        made["creator"] = {"type": "Person", "name": row["ruled_by"]}
    return made

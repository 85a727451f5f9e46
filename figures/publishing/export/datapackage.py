"""A Frictionless data package: CSV files, and what an open-data portal needs to know of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import file_digest
from importlib.metadata import version
from pathlib import Path
from typing import Any

import yaml

from figures.errors import FiguresError
from figures.publishing.about import CAVEATS, METHOD
from figures.publishing.cells import to_csv
from figures.publishing.export.rows import COLUMNS, CONFLICT, DOCUMENT, INCIDENT, TOLL, Row, Source
from figures.publishing.placing import folder_at, is_free
from figures.publishing.site_folder import folder as site_folder

DESCRIPTOR = "datapackage.json"
README = "README.md"
MADE_BY = "figures export datapackage"
_IN_CELLS = (
    "Text that a spreadsheet could take for a formula begins with an apostrophe: in files opened as CSV it is"
    " a character more."
)
_HIDDEN = "Names of victims, so far as they are recognised, are hidden behind blocks (█), one for each letter."
_WHOLE = frozenset(
    "start end number_start number_end sentence_start sentence_end contested documents sources_low sources_high"
    " left_sources right_sources countable".split()
)
_NUMBERS = frozenset(
    "value low high best attackers gap latitude longitude machine_value machine_low machine_high left_low left_high"
    " right_low right_high".split()
)
_DAYS = frozenset("earliest latest published_on left_published_on right_published_on".split())
_MORE = {  # columns that no table of the database describes
    "document": "The document's name",
    "country_name": "The country's name",
    "documents": "How many reports that are no copies tell of it",
    "countable": "1 where it may be added to others without counting anyone twice",
    "left_out": "Why it may not be added to others",
}


@dataclass(frozen=True, slots=True)
class _Resource:
    """One file: its name, what a row of it is, its columns and rows, where its descriptions stand."""

    name: str
    title: str
    columns: Sequence[str]
    rows: Callable[[Source], Iterator[Row]]
    described: str
    keys: Sequence[str] = ()
    refers: tuple[tuple[str, str], ...] = ()  # column → the file whose id it names


RESOURCES = (
    _Resource("documents", "The reports, without their texts", DOCUMENT, Source.documents, "document", ("id",)),
    _Resource("incidents", "What happened", INCIDENT, Source.incidents, "incident", ("id",)),
    _Resource("figures", "Every number claim, with its words", COLUMNS, Source.figures, "published_figure",
              ("id",), (("document_id", "documents"), ("incident_id", "incidents"))),
    _Resource("tolls", "One count of one incident", TOLL, Source.tolls, "toll", ("id",),
              (("incident_id", "incidents"),)),
    _Resource("conflicts", "Pairs of counts that cannot both hold", CONFLICT, Source.conflicts, "open_conflict",
              (), (("incident_id", "incidents"), ("left_figure_id", "figures"), ("right_figure_id", "figures"))),
)  # fmt: skip


def write_package(source: Source, target: Path) -> None:
    """Write the folder. Raises FiguresError where something stands there that is no package of ours."""
    if not is_free(target) and not _ours(target):
        raise FiguresError(
            f"{target}: holds something else than a data package of ours; nothing was written;"
            " name another folder"
        )
    with folder_at(target) as made:
        resources = [_write(source, resource, made) for resource in RESOURCES]
        descriptor = _descriptor(source, resources)
        (made / README).write_text(_readme(descriptor), "utf-8", newline="\n")
        text = json.dumps(descriptor, indent=2, ensure_ascii=False)
        (made / DESCRIPTOR).write_text(text + "\n", "utf-8", newline="\n")


def _ours(target: Path) -> bool:
    known = {DESCRIPTOR, README, *(f"{resource.name}.csv" for resource in RESOURCES)}
    try:
        told = json.loads((target / DESCRIPTOR).read_text("utf-8"))
        return told.get("madeBy") == MADE_BY and {p.name for p in target.iterdir()} <= known
    except (OSError, ValueError, AttributeError):
        return False


def _write(source: Source, resource: _Resource, folder: Path) -> Row:
    path = folder / f"{resource.name}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(to_csv(resource.columns, ()))
        for row in resource.rows(source):
            file.write(to_csv(resource.columns, [row], header=False))
    with path.open("rb") as written:
        digest = file_digest(written, "sha256").hexdigest()
    return {
        "name": resource.name,
        "title": resource.title,
        "path": path.name,
        "profile": "tabular-data-resource",
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": path.stat().st_size,
        "hash": f"sha256:{digest}",
        "schema": _schema(resource),
    }


def _schema(resource: _Resource) -> Row:
    described = _descriptions().get(resource.described, {})
    fields = []
    for name in resource.columns:
        words = described.get(name) or _MORE.get(name) or _descriptions()["figure"].get(name, "")
        field: Row = {"name": name, "type": _type(name), "description": words}
        if name in resource.keys:
            field["constraints"] = {"required": True, "unique": True}
        fields.append(field)
    schema: Row = {"fields": fields, "missingValues": [""]}
    if resource.keys:
        schema["primaryKey"] = list(resource.keys)
    if resource.refers:
        schema["foreignKeys"] = [
            {"fields": [column], "reference": {"resource": other, "fields": ["id"]}}
            for column, other in resource.refers
        ]
    return schema


def _type(name: str) -> str:
    if name == "groups" or name == "reviewed_by":
        return "array"
    if name in _WHOLE:
        return "integer"
    if name in _NUMBERS:
        return "number"
    return "date" if name in _DAYS else "string"


@cache
def _descriptions() -> dict[str, dict[str, str]]:
    """Table → column → what it means, as the pages tell it."""
    metadata = yaml.safe_load((site_folder() / "metadata.yaml").read_text("utf-8"))
    tables = metadata["databases"]["figures"]["tables"]
    return {name: told.get("columns") or {} for name, told in tables.items()}


def _descriptor(source: Source, resources: list[Row]) -> Row:
    about, store = source.about, source.store
    first, last = store.connection.execute(
        "SELECT min(published_on), max(published_on) FROM document"
    ).fetchone()
    publishers = store.connection.execute(
        "SELECT DISTINCT publisher FROM document WHERE publisher IS NOT NULL ORDER BY 1 LIMIT 200"
    ).fetchall()
    sources = [{"title": source.hide(name)} for (name,) in publishers]
    if about.source:
        address = {"path": about.source_url} if about.source_url else {}
        sources.insert(0, {"title": about.source, **address})
    caveats = [*CAVEATS, _IN_CELLS, *([_HIDDEN] if source.names_hidden else [])]
    descriptor: Row = {
        "profile": "tabular-data-package",
        "name": "figures",
        "title": about.title or "Figures: casualty and humanitarian counts out of reports",
        "description": f"{METHOD}\n\n" + "\n".join(f"- {words}" for words in caveats),
        "version": version("figures"),
        "created": store.one("SELECT at FROM log ORDER BY seq DESC LIMIT 1"),
        "keywords": ["casualties", "conflict", "disaster", "humanitarian"],
        "sources": sources,
        "temporalCoverage": {"start": first, "end": last},
        "methodology": METHOD,
        "caveats": caveats,
        "madeBy": MADE_BY,
        "resources": resources,
    }
    if about.license:
        licence: Row = {"title": about.license, "name": "-".join(about.license.split())}
        descriptor["licenses"] = [
            {**licence, **({"path": about.license_url} if about.license_url else {})}
        ]
    else:
        descriptor["caveats"] = [*caveats, "No licence is stated: ask before you use it further."]
    return {name: value for name, value in descriptor.items() if value not in (None, [])}


def _readme(descriptor: Row) -> str:
    licence: list[Any] = descriptor.get("licenses", [])
    lines = [
        f"# {descriptor['title']}", "", descriptor["methodology"], "", "| file | one row is |", "|---|---|",
        *(f"| `{r['path']}` | {r['title']} |" for r in descriptor["resources"]), "",
        "What to know before you use it:", "", *(f"- {words}" for words in descriptor["caveats"]), "",
        *([f"Licence: {licence[0]['title']}", ""] if licence else []),
        f"`{DESCRIPTOR}` describes every column (Frictionless Data Package).",
    ]  # fmt: skip
    return "\n".join(lines) + "\n"

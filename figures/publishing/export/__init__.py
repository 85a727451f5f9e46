"""Exports: what a database holds, in the formats of those who work on with it.

Two builds of the same inputs give the same bytes, but for the format that tells of runs. Names of victims
are hidden in all of them unless they are asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from figures.errors import WrongUsage
from figures.publishing.export.rows import COLUMNS, Source
from figures.publishing.placing import file_at
from figures.store import Store

__all__ = ["COLUMNS", "FORMATS", "Source", "export", "write"]

# format → what it is, for `figures export --help` and docs/publishing.md
FORMATS: Mapping[str, str] = {
    "csv": "every figure as published, the machine's reading beside",
    "jsonl": "the same, one JSON object a line",
    "parquet": "the same, typed columns for analysis (needs figures[exports])",
    "xlsx": "a workbook: figures, tolls, conflicts, what to know before using them",
    "ged": "deaths of violent incidents in the columns of UCDP GED, as CSV",
    "geojson": "incidents on the map with their tolls",
    "annotations": "W3C Web Annotations: each figure on the words of its report, as JSON-LD",
    "prov": "W3C PROV-O: which run read a figure from which report, who ruled on it, as JSON-LD",
    "datapackage": "a Frictionless data package: a folder of CSV files with their description",
}
_TEXT = {
    "csv": "rows", "jsonl": "rows", "ged": "ged", "geojson": "geojson", "annotations": "annotations",
    "prov": "provenance",
}  # fmt: skip
_FILE = {"parquet": "parquet", "xlsx": "workbook"}
_SUFFIX = {"annotations": ".jsonld", "prov": ".jsonld", "ged": ".csv"}


def export(store: Store, format: str) -> Iterator[str]:
    """One of the formats that are text, a piece at a time. Raises WrongUsage for another format."""
    return lines(Source(store), format)


def lines(source: Source, format: str) -> Iterator[str]:
    """The same, of a source that says what is hidden and how the publication is called."""
    if format not in _TEXT:
        raise WrongUsage(_no_text(format))
    made: Callable[[Source], Iterator[str]] = getattr(_module(_TEXT[format]), f"{format}_lines")
    yield from made(source)


def is_text(format: str) -> bool:
    """Whether a format can be printed; the others need a path."""
    return format in _TEXT


def write(source: Source, format: str, target: Path) -> Path:
    """Write one of the formats to a path; the folder of a data package, else a file.

    Raises WrongUsage for a format there is not, FiguresError where something is in its place.
    """
    if format == "datapackage":
        from figures.publishing.export.datapackage import write_package

        write_package(source, target)
        return target
    if format not in FORMATS:
        raise WrongUsage(_no_text(format))
    if target.is_dir():
        target = target / f"figures{_SUFFIX.get(format, '.' + format)}"
    with file_at(target) as path:
        if format in _FILE:
            _module(_FILE[format]).write(source, path)
        else:
            with path.open("w", encoding="utf-8", newline="") as file:
                file.writelines(lines(source, format))
    return target


def _module(name: str) -> Any:
    return import_module(f"figures.publishing.export.{name}")


def _no_text(format: str) -> str:
    if format in FORMATS:
        return f"{format} is no text: name where it goes with --out PATH"
    return f"no export format {format!r}; there are {', '.join(FORMATS)}"

"""Apache Parquet: the figures with typed columns, in portions, for pandas, R, DuckDB and the like."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from figures.errors import FiguresError
from figures.publishing.export.rows import COLUMNS, Row, Source

_PORTION = 4_000
_NUMBERS = frozenset(
    "value low high machine_value machine_low machine_high latitude longitude".split()
)
_WHOLE = frozenset(
    "start end number_start number_end sentence_start sentence_end contested".split()
)
_DAYS = frozenset("earliest latest published_on".split())
MISSING = "parquet needs pyarrow, which is not installed: pip install 'figures[exports]'"


def write(source: Source, path: Path) -> None:
    """Write the figures. Raises FiguresError where the library for it is not installed."""
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise FiguresError(MISSING) from error
    schema = pa.schema([(name, _type(pa, name)) for name in COLUMNS])
    about = {"title": source.about.title or "Figures", "license": source.about.license or ""}
    schema = schema.with_metadata({k: v for k, v in about.items() if v})
    rows = source.figures()
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        for portion in _portions(rows):
            writer.write_table(
                pa.Table.from_pylist([_typed(row) for row in portion], schema=schema)
            )


def _portions(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while portion := list(islice(rows, _PORTION)):
        yield portion


def _type(pa: Any, name: str) -> Any:
    if name == "groups":
        return pa.list_(pa.string())
    if name in _NUMBERS:
        return pa.float64()
    if name in _WHOLE:
        return pa.int64()
    return pa.date32() if name in _DAYS else pa.string()


def _typed(row: Row) -> Row:
    days = {name: date.fromisoformat(row[name]) if row[name] else None for name in _DAYS}
    return {**row, **days}

"""A database of the figures alone that people have read: what follows from them is derived anew."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from figures.errors import FiguresError, naming
from figures.model import Ruling
from figures.store import Store
from figures.store.store import address

# Compares all that a database holds: what the pipeline does once all is read.
Conclude = Callable[[Store, Sequence[Ruling], str], str]

STATES = {"read": ("read", "seconded"), "seconded": ("seconded",)}
# Set anew by the comparison, or naming a figure that may not be among those chosen.
_POINTERS = ("part_of", "adds_to", "restates")


@contextmanager
def database_of(store: Store, only: str | None, conclude: Conclude) -> Iterator[Store]:
    """The database of the figures of a state, in a place of its own for as long as it is asked; without a
    state the database itself. Raises FiguresError where there are none."""
    if only is None:
        yield store
        return
    with (
        tempfile.TemporaryDirectory() as folder,
        chosen(store, Path(folder) / "chosen.db", only, conclude) as new,
    ):
        yield new


def chosen(store: Store, path: Path, only: str, conclude: Conclude) -> Store:
    """A new database at ``path``: the figures of this state, their documents, and what follows from them.

    Tolls and conflicts rest on these figures alone. Raises FiguresError where there are none.
    """
    new = Store(path)
    try:
        with naming(path, new=True):
            _fill(new, store, only, conclude)
    except BaseException:
        new.close()
        raise
    return new


def _fill(new: Store, store: Store, only: str, conclude: Conclude) -> None:
    marks = ", ".join("?" * len(STATES[only]))
    c = new.connection
    c.execute("ATTACH ? AS archive", (address(store.path),))
    c.execute(
        "CREATE TEMP TABLE chosen AS SELECT figure_id AS id FROM archive.review"  # noqa: S608
        f" WHERE state IN ({marks})",
        STATES[only],
    )
    if not c.execute("SELECT 1 FROM chosen").fetchone():
        raise FiguresError(
            f"no figure of {store.path} is {only} yet; `figures decide` and"
            " `figures serve --review` are where people read them"
        )
    c.execute("CREATE UNIQUE INDEX temp.chosen_id ON chosen (id)")
    figures = "WHERE id IN (SELECT id FROM chosen)"
    documents = f"IN (SELECT document_id FROM archive.figure {figures})"  # noqa: S608
    with new.writing():
        c.execute("PRAGMA defer_foreign_keys = ON")
        _copy(new, "run", "", {})
        _copy(new, "method", "", {})
        _copy(
            new,
            "raw",
            f"WHERE sha256 IN (SELECT raw_sha256 FROM archive.document WHERE id {documents})",  # noqa: S608
            {},
        )
        _copy(new, "rule", "", {})
        _copy(
            new,
            "document",
            f"WHERE id {documents} ORDER BY id",
            {"copy_of": "NULL", "replaces": "NULL"},
        )
        kin = {n: f"CASE WHEN {n} IN (SELECT id FROM chosen) THEN {n} END" for n in _POINTERS}  # noqa: S608
        _copy(new, "figure", figures, {**kin, "incident_id": "NULL"})
        _copy(new, "evidence_row", "WHERE figure_id IN (SELECT id FROM chosen)", {})
        _copy(new, "rejection_row", f"WHERE document_id {documents}", {})
    about = {
        row[0]
        for row in c.execute(
            "SELECT id FROM archive.ruling WHERE figure_id IN (SELECT id FROM chosen)"
            " AND (other_figure_id IS NULL OR other_figure_id IN (SELECT id FROM chosen))"
        )
    }
    c.execute("DROP TABLE temp.chosen")
    c.execute("DETACH archive")
    codebook = store.one("SELECT codebook FROM run ORDER BY id DESC") or "default"
    conclude(new, [r for r in store.rulings() if r.id in about], codebook)


def _copy(new: Store, table: str, where: str, instead: dict[str, str]) -> None:
    """Copy rows of the archive, ``instead`` of some columns an expression."""
    names = [row["name"] for row in new.query(f"PRAGMA table_info({table})")]
    values = ", ".join(instead.get(name, f'"{name}"') for name in names)
    columns = ", ".join(f'"{name}"' for name in names)
    new.connection.execute(
        f"INSERT INTO main.{table} ({columns}) SELECT {values} FROM archive.{table} {where}"  # noqa: S608
    )

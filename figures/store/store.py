"""One database file: opened or made, written to in transactions of whole documents, and read."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from figures.errors import StoreError, naming
from figures.model import (
    Comparison,
    Document,
    Evidence,
    Extraction,
    Figure,
    Issue,
    Rejection,
    Replayed,
    Ruling,
)
from figures.store import counting, log, read, schema, write

if TYPE_CHECKING:
    from sqlite_utils import Database

    from figures.model import Replayed


class Store:
    """A database of ours.

    ``create``: make it where there is none; ``older``: open one of an older schema too, to read
    its archive. ``new`` tells that it was made just now, ``older`` that its schema is an older one.

    Raises StoreError for a file that is not ours, of a newer schema, or not there.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder, Store(f"{folder}/figures.db") as store:
    ...     store.new, list(store.documents())
    (True, [])
    """

    def __init__(self, path: str | Path, *, create: bool = True, older: bool = False) -> None:
        self.path = Path(path)
        self._file = self._there()  # before it is opened: what takes its place later is another
        if self._file is None:
            if not create:
                raise StoreError(f"{path}: no such database; `figures pipeline` makes it")
            self.path.parent.mkdir(parents=True, exist_ok=True)
        with naming(path):
            self.connection = _connected(self.path, create)
            try:
                self._begin(create, older)
                self._file = self._file or self._there()
            except BaseException:
                self.connection.close()
                raise

    def _begin(self, create: bool, older: bool) -> None:
        """See what the file holds, fill it where it is new, and set how it is worked with."""
        from sqlite_utils import Database

        version = schema.version_of(self.connection, str(self.path))
        self.new, self.older = version == 0, 0 < version < schema.VERSION
        if self.new and not create:
            raise StoreError(
                f"{self.path}: an empty file, no database; `figures pipeline` fills it"
            )
        if self.older and not older:
            raise StoreError(
                f"{self.path}: made by an older Figures (schema {version});"
                " `figures pipeline` builds it anew from its archive"
            )
        if self.new:
            schema.create(self.connection)
        self.connection.execute("PRAGMA foreign_keys = ON")
        self.connection.execute("PRAGMA synchronous = NORMAL")
        # ids are hashes: rows go to pages all over
        self.connection.execute("PRAGMA cache_size = -128000")
        # Each row that a trigger may refuse is noted page by page before it is written: not in a file.
        self.connection.execute("PRAGMA temp_store = MEMORY")
        self.connection.execute("PRAGMA wal_autocheckpoint = 60000")  # not after each batch
        self.db: Database = Database(self.connection)

    def close(self) -> None:
        """Close the file; SQLite folds its write-ahead log back into it."""
        self.connection.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        self.close()
        if isinstance(error, sqlite3.Error):
            with naming(self.path, new=self.new):  # StoreError, which names the file
                raise error

    # -- writing ------------------------------------------------------------------------------

    def _there(self) -> int | None:
        """Which file stands where the database does; None where there is none."""
        return self.path.stat().st_ino if self.path.exists() else None

    @contextmanager
    def writing(self) -> Iterator[None]:
        """A transaction that nobody else writes in from its beginning, so that what it reads still holds; within
        one, the same one. (A savepoint in it, as `db.atomic` makes, would have SQLite walk through all that was
        changed since, once for every row.) Raises StoreError where another file has taken the place of this one,
        in which all that is written would be lost."""
        if not self.connection.in_transaction:
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                if self._there() != self._file:
                    raise StoreError(
                        f"{self.path}: another program has built it anew; run it again"
                    )
                yield
                self.connection.execute("COMMIT")
            except BaseException:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise
        else:
            yield

    def begin_run(
        self, *, version: str, rules: str, codebook: str, command: str, examples: bool = False
    ) -> int:
        """A new row of `run`; returns its id."""
        cursor = self.connection.execute(
            "INSERT INTO run (at, version, rules, codebook, command, examples)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (log.now(), version, rules, codebook, command, int(examples)),
        )
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def end_run(self, run: int, *, comparison: str, seconds: float) -> None:
        """Mark a run as come to its end; ``comparison`` is the hash of what decided it."""
        self.connection.execute(
            "UPDATE run SET comparison = ?, seconds = ? WHERE id = ?", (comparison, seconds, run)
        )

    def add(self, extractions: Sequence[Extraction], run: int) -> tuple[int, list[Issue]]:
        """Store whole documents in one transaction; those stored already are left as they are.

        Returns how many were new, and an issue for each one that the database refused.
        """
        new = [e for e in extractions if not self.knows(e.document.id)]
        try:
            self._add(new, run)
        except sqlite3.IntegrityError:
            return self._add_one_by_one(new, run)
        return len(new), []

    def _add_one_by_one(
        self, extractions: Sequence[Extraction], run: int
    ) -> tuple[int, list[Issue]]:
        """The same, a transaction each, so that a refused document keeps no other out."""
        issues: list[Issue] = []
        new = 0
        for extraction in extractions:
            try:
                if not self.knows(extraction.document.id):
                    self._add([extraction], run)
                    new += 1
            except sqlite3.IntegrityError as error:
                what = f"the database refused what was read ({error}); please report this text"
                issues.append(Issue(extraction.document.name, what))
        return new, issues

    def _add(self, extractions: Sequence[Extraction], run: int) -> None:
        with self.writing():
            for extraction in extractions:
                write.document(self.connection, extraction, run)
            self.connection.execute(
                "UPDATE run SET documents = documents + ?, figures = figures + ?,"
                " rejections = rejections + ? WHERE id = ?",
                (
                    len(extractions),
                    sum(len(e.figures) for e in extractions),
                    sum(len(e.rejections) for e in extractions),
                    run,
                ),
            )

    @contextmanager
    def filling(self) -> Iterator[None]:
        """While very many documents may be stored: in a database without any the indexes that lists need are made
        only at the end, for there they cost a tenth. Where a run was stopped before its end, the next makes them."""
        if self.one("SELECT 1 FROM document") is None:
            schema.drop_lists(self.connection)
        try:
            yield
        finally:
            schema.make_lists(self.connection)

    def add_issues(self, issues: Iterable[Issue], run: int) -> int:
        """What could not be read; an issue known already is not said again. Returns how many are new."""
        with self.writing():
            before = self.connection.total_changes
            self.connection.executemany(
                'INSERT INTO issue (run_id, "where", what) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
                [(run, i.where, i.what) for i in issues],
            )
            new = self.connection.total_changes - before
            self.connection.execute("UPDATE run SET issues = issues + ? WHERE id = ?", (new, run))
        return new

    def write_comparison(
        self,
        portions: Iterable[Comparison],
        decided_by: str,
        *,
        afresh: bool = True,
        former: Iterable[str] = (),
    ) -> None:
        """Put what the comparison found in the place of what an earlier one found: all of it where ``afresh``.

        ``decided_by``: hash of all that decided it, noted on the last run. ``former``: ids that
        incidents bore in a database which this one takes the place of.
        """
        with self.writing():
            write.comparison(self.connection, portions, afresh, former)
            self.connection.execute(
                "UPDATE run SET comparison = ? WHERE id = (SELECT max(id) FROM run)", (decided_by,)
            )

    def add_figures(self, document_id: str, found: Sequence[Figure]) -> None:
        """Figures that a person added to a document that is stored; they belong to the last run."""
        with self.writing():
            run = self.one("SELECT max(id) FROM run")
            write.figures(self.connection, document_id, found, run)

    def remove_added(self, ids: Iterable[str]) -> None:
        """Take out figures that a person had added, within a transaction that puts right what names them."""
        with self.writing():
            write.remove_added(self.connection, ids)

    def write_rulings(self, replayed: Sequence[Replayed], kept: int = 0) -> None:
        """Put the rulings, as they were replayed, in the place of those stored, but for the first ``kept``."""
        with self.writing():
            write.rulings(self.connection, replayed, kept)

    def state_of_others(self) -> int:
        """A number that changes when another program has written to the file."""
        return int(self.one("PRAGMA data_version"))

    def write_summary(self) -> None:
        """Count anew what the pages show, so that they need not."""
        with self.writing():
            counting.summary(self.connection)
            counting.values(self.connection)

    def write_countries(self, names: Mapping[str, str]) -> None:
        """Name anew the countries of incidents and figures, by their two letters."""
        with self.writing():
            write.countries(self.connection, names)

    def write_method(self, told: Iterable[tuple[str, str, Mapping[str, Any]]]) -> None:
        """Tell anew by which rules this database is made: part, name and content of each."""
        with self.writing():
            write.method(self.connection, told)

    def log(self, event: str, **details: Any) -> str:
        """One row of the journal; returns its hash."""
        with self.writing():
            return log.append(self.connection, event, details)

    # -- reading ------------------------------------------------------------------------------

    def query(
        self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()
    ) -> Iterator[dict[str, Any]]:
        """The rows of a SELECT as mappings, one at a time."""
        return read.query(self.connection, sql, parameters)

    def one(self, sql: str, parameters: Sequence[Any] = ()) -> Any:
        """The first column of the first row; None where there is no row."""
        row = self.connection.execute(sql, parameters).fetchone()
        return row[0] if row else None

    def knows(self, document_id: str) -> bool:
        """Is a document of this id stored?"""
        return self.one("SELECT 1 FROM document WHERE id = ?", (document_id,)) is not None

    def rules(self) -> str | None:
        """The hash of the rules that the documents were read with; None before the first run."""
        found: str | None = self.one("SELECT rules FROM run ORDER BY id DESC LIMIT 1")
        return found

    def holds_only_examples(self) -> bool:
        """Were all documents read from the shipped examples?"""
        return bool(
            self.one("SELECT count(*) > 0 AND min(examples) = 1 FROM run WHERE documents > 0")
        )

    def documents(self, with_raw: bool = False) -> Iterator[Document]:
        """Every document, by id; its bytes only where asked for."""
        return read.documents(self.connection, with_raw)

    def document(self, document_id: str) -> Document:
        """One document without its bytes; KeyError where there is none."""
        return read.document(self.connection, document_id)

    def figures_of(self, document_id: str) -> list[Figure]:
        """One document's figures in the order of the text, without their evidence."""
        return read.figures(self.connection, "WHERE document_id = ?", (document_id,)).get(
            document_id, []
        )

    def named(self, name: str) -> list[str]:
        """The ids of the documents of this name or id, in order."""
        sql = "SELECT id FROM document WHERE name = ?1 OR id = ?1 ORDER BY id"
        return [row[0] for row in self.connection.execute(sql, (name,))]

    def raw(self, digest: str) -> bytes | None:
        """The archived bytes of this sha256; None where there are none."""
        return read.raw(self.connection, digest)

    def figures(self) -> dict[str, list[Figure]]:
        """Document id → its figures in the order of the text, without their evidence."""
        return read.figures(self.connection)

    def added_figures(self) -> dict[str, Figure]:
        """Figure id → the figure, of those that a person added, with their evidence."""
        return read.added_figures(self.connection)

    def evidence(self, figure_id: str) -> list[Evidence]:
        """The steps that made a figure, in order."""
        return read.evidence(self.connection, figure_id)

    def rejections(self, document_id: str) -> list[Rejection]:
        """A document's numerals that are no figures, in the order of the text."""
        return read.rejections(self.connection, document_id)

    def has_figure(self, figure_id: str) -> bool:
        """Is a figure of this id stored?"""
        return self.one("SELECT 1 FROM figure WHERE id = ?", (figure_id,)) is not None

    def compared_by(self) -> str | None:
        """The hash of all that decided the comparison that stands; None before the first."""
        found: str | None = self.one(
            "SELECT comparison FROM run WHERE comparison <> '' ORDER BY id DESC"
        )
        return found

    def rulings_as_replayed(self) -> list[tuple[str, str | None, str | None, bool]]:
        """The stored rulings in their order: id, the figures it is about, whether it is stale."""
        rows = self.connection.execute(
            "SELECT id, figure_id, other_figure_id, stale FROM ruling ORDER BY seq"
        )
        return [(*row[:3], bool(row[3])) for row in rows]

    def rulings(self) -> list[Ruling]:
        """The rulings that stand in the database, in the order of their replay."""
        return read.rulings(self.connection)

    def summary(self) -> dict[str, int]:
        """The plain counts of the home page: "documents", "figures", "open_conflicts", …"""
        rows = self.connection.execute("SELECT name, value FROM summary WHERE name <> 'toll'")
        return dict(rows.fetchall())


def _connected(path: Path, create: bool) -> sqlite3.Connection:
    """A connection that can write; to what can only be read, one that reads it as it stands."""
    if not create and only_to_read(path):
        return sqlite3.connect(address(path), uri=True, isolation_level=None)
    return sqlite3.connect(path, isolation_level=None, timeout=30)


def address(path: Path) -> str:
    """The address of a database that is only read."""
    return f"{path.resolve().as_uri()}?mode=ro{'&immutable=1' if only_to_read(path) else ''}"


def only_to_read(path: Path) -> bool:
    """Whether nothing can be written beside a database, and no write-ahead log lies there: SQLite then opens it
    only where it is told that nobody changes it (on a read-only disk, in somebody else's folder)."""
    return not os.access(path.parent, os.W_OK) and not Path(f"{path}-wal").exists()

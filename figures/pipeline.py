"""The one place that composes the stages: read, extract, store, compare, report."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

from figures.audit import rulings as decisions
from figures.errors import FiguresError, UnreadableInput
from figures.extraction import rules_hash
from figures.model import Document, Extraction, Issue, Ruling
from figures.scale.processes import extract_all
from figures.store import Store

DEFAULT_DB = Path("db/figures.db")
DEFAULT_AUDITS = Path("audits")
BATCH = 200  # documents a transaction
Progress = Callable[[str, int], None]


@dataclass(slots=True)
class Summary:
    """What a run did, for the command line to tell."""

    documents: int = 0  # read in this run
    new: int = 0
    figures: int = 0  # in the database now
    rejections: int = 0
    incidents: int = 0
    conflicts: int = 0
    issues: list[Issue] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    seconds: float = 0.0


def examples() -> Path:
    """The reports shipped with the project, or FiguresError where there are none."""
    for folder in (Path("examples"), Path(__file__).parent.parent / "examples"):
        if folder.is_dir():
            return folder
    raise FiguresError("no examples/ here; name your own articles: figures pipeline FOLDER")


def audits_of(db: Path, audits: Path | None) -> Path | None:
    """Where rulings and reports stand: audits/ only together with the default database."""
    if audits is not None:
        return audits
    return DEFAULT_AUDITS if db == DEFAULT_DB else None


def run(
    paths: Sequence[str] = (),
    *,
    format: str = "auto",
    db: Path = DEFAULT_DB,
    audits: Path | None = None,
    codebook: str = "default",
    workers: int = 1,
    strict: bool = False,
    published: str | None = None,
    progress: Progress = lambda stage, done: None,
) -> Summary:
    """Read the paths (or the examples) into the database, compare everything, write the report.

    Raises FiguresError where nothing could be read, or on the first issue where ``strict``.
    """
    from figures import reading
    from figures.publishing import report

    started = time.monotonic()
    summary = Summary()
    own = bool(paths)
    sources = [str(p) for p in paths] or [str(examples())]
    folder = audits_of(db, audits)
    store = _opened(db, own, summary)
    try:
        with_run = store.begin_run(
            version("figures"), rules_hash(), "pipeline " + ("paths" if own else "examples")
        )
        known = store.known()
        documents = _documents(reading.read(sources, format, published), summary, strict, known)
        for batch in _batches(extract_all(documents, workers), summary):
            summary.new += store.add(batch, with_run)
            progress("read", len(batch))
        if summary.documents == 0 and summary.issues:
            raise FiguresError(
                f"nothing could be read: {summary.issues[0].where}: {summary.issues[0].what}"
            )
        if summary.documents == 0:
            raise FiguresError(f"no reports in {', '.join(sources)}; see `figures pipeline --help`")
        store.add_issues(summary.issues, with_run)
        conclude(store, folder, codebook, progress)
        _count(store, summary)
        summary.seconds = time.monotonic() - started
        store.end_run(
            with_run, documents=summary.documents, figures=summary.figures,
            rejections=summary.rejections, issues=len(summary.issues), seconds=summary.seconds,
        )  # fmt: skip
        store.log(
            "pipeline",
            documents=summary.documents,
            new=summary.new,
            issues=len(summary.issues),
            rules=rules_hash(),
        )
        if folder is not None:
            report.write_conflicts(store, folder)
        if not summary.new:
            summary.messages.append("nothing new: every document read is in the database already")
    finally:
        store.close()
    return summary


def conclude(
    store: Store,
    audits: Path | None,
    codebook: str = "default",
    progress: Progress = lambda s, d: None,
) -> None:
    """Replay the rulings, compare all figures and write what was found."""
    from figures.comparison import compare

    found = rulings_in_force(store, audits)
    applied = decisions.apply(found, lookup(store))
    progress("compare", 0)
    comparison = compare(
        list(store.documents()),
        store.figures(),
        [r for _, r, _, stale in applied if not stale],
        codebook,
    )
    store.write_comparison(comparison)
    store.write_rulings(applied)
    digest = decisions.digest(found)
    last = store.connection.execute(
        "SELECT details FROM log WHERE event = 'rulings' ORDER BY seq DESC LIMIT 1"
    ).fetchone()
    if found and (last is None or json.loads(last[0]).get("digest") != digest):
        store.log("rulings", digest=digest, count=len(found))
    store.write_summary(**summary_of(store))


def rulings_in_force(store: Store, audits: Path | None) -> list[Ruling]:
    """The rulings of audits/decisions.jsonl; without an audits folder, the database's own."""
    if audits is not None:
        return decisions.read(audits / decisions.FILE)
    return stored_rulings(store)


def stored_rulings(store: Store) -> list[Ruling]:
    """The rulings that stand in the database, in their order."""
    return [
        Ruling(
            r["id"],
            r["at"],
            r["by"],
            r["about"],
            tuple(json.loads(r["subject"])),
            r["ruling"],
            json.loads(r["set"]),
            json.loads(r["was"]),
            r["reason"],
        )  # fmt: skip
        for r in store.query("SELECT * FROM ruling ORDER BY place")
    ]


def lookup(store: Store) -> decisions.Lookup:
    """Finds the figure that a ruling's subject names, among the newest texts of that name."""

    def find(subject: Mapping[str, Any]) -> tuple[str, Mapping[str, Any]] | None:
        rows = list(
            store.query(
                "SELECT f.* FROM figure f JOIN document d ON d.id = f.document_id"
                " WHERE d.name = ? AND f.number_start = ? AND f.number_end = ? AND f.category = ? ORDER BY d.id",
                (
                    subject.get("document"),
                    subject.get("number_start"),
                    subject.get("number_end"),
                    subject.get("category"),
                ),
            )
        )
        return (rows[0]["id"], rows[0]) if rows else None

    return find


def summary_of(store: Store) -> dict[str, Any]:
    """The counts that the home page shows, taken from the tables."""

    def count(sql: str) -> int:
        return int(store.connection.execute(sql).fetchone()[0])

    return {
        "documents": count("SELECT count(*) FROM document"),
        "publishers": count("SELECT count(DISTINCT publisher) FROM document"),
        "figures": count("SELECT count(*) FROM figure"),
        "rejections": count("SELECT count(*) FROM rejection_row"),
        "incidents": count("SELECT count(*) FROM incident"),
        "tolls": count("SELECT count(*) FROM toll"),
        "open_conflicts": count("SELECT count(*) FROM open_conflict"),
        "rulings": count("SELECT count(*) FROM ruling"),
    }


def _count(store: Store, summary: Summary) -> None:
    counts = summary_of(store)
    summary.figures, summary.rejections = counts["figures"], counts["rejections"]
    summary.incidents, summary.conflicts = counts["incidents"], counts["open_conflicts"]


def _opened(db: Path, own: bool, summary: Summary) -> Store:
    """The database to write to: made, or built anew where rules or schema have changed since."""
    store = Store(db, rules_hash())
    if own and not store.new and _examples_only(store):
        store.close()
        remove(db)
        summary.messages.append(f"{db} held only the examples: it now holds your reports")
        return Store(db, rules_hash())
    if store.outdated:
        store.close()
        rebuild(db)
        summary.messages.append(f"{db} was made with other rules: read again from its archive")
        store = Store(db, rules_hash())
    return store


def _examples_only(store: Store) -> bool:
    row = store.connection.execute(
        "SELECT count(*), sum(command = 'pipeline examples') FROM run WHERE documents > 0"
    ).fetchone()
    return bool(row[0]) and row[0] == row[1]


def remove(db: Path) -> None:
    """Delete a database with what SQLite keeps beside it."""
    for suffix in ("", "-wal", "-shm"):
        Path(f"{db}{suffix}").unlink(missing_ok=True)


def rebuild(db: Path) -> None:
    """Read every archived input again into a new file, carry the journal and the rulings on, and
    put it in the old one's place."""
    new = db.with_name(db.name + ".new")
    remove(new)
    with Store(db) as old, Store(new) as fresh:
        for row in old.connection.execute("SELECT * FROM log ORDER BY seq").fetchall():
            fresh.connection.execute("INSERT INTO log VALUES (?, ?, ?, ?, ?, ?)", row)
        before = old.rules()
        command = old.connection.execute("SELECT command FROM run ORDER BY id LIMIT 1").fetchone()
        run_id = fresh.begin_run(
            version("figures"), rules_hash(), command[0] if command else "rebuild"
        )
        count = 0
        for batch in _batches(extract_all(old.documents(with_raw=True)), Summary()):
            count += fresh.add(batch, run_id)
        fresh.end_run(run_id, documents=count)
        rulings = stored_rulings(old)
        fresh.write_rulings(decisions.apply(rulings, lookup(fresh)))
        conclude(fresh, None)
        fresh.log("rebuild", before=before, after=rules_hash(), documents=count)
        fresh.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    remove(db)
    new.replace(db)
    for suffix in ("-wal", "-shm"):
        Path(f"{new}{suffix}").unlink(missing_ok=True)


def _documents(
    found: Iterable[Document | Issue], summary: Summary, strict: bool, known: set[str]
) -> Iterator[Document]:
    """The documents among what was read; issues go to the summary, known texts are counted only."""
    for item in found:
        if isinstance(item, Issue):
            if strict:
                raise UnreadableInput(item.where, item.what)
            summary.issues.append(item)
            continue
        summary.documents += 1
        if item.id not in known:
            yield item


def _batches(found: Iterable[Extraction | Issue], summary: Summary) -> Iterator[list[Extraction]]:
    batch: list[Extraction] = []
    for item in found:
        if isinstance(item, Issue):
            summary.issues.append(item)
            continue
        batch.append(item)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


__all__ = ["Summary", "conclude", "rebuild", "run"]

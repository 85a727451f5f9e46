"""What follows from all that is stored and ruled: rulings replayed, everything compared, the counts of it.

The pipeline ends so, and so does every decision. Only what changes a figure or a pair makes a new comparison
necessary: a confirmation is recorded at once, however large the database.
"""

from __future__ import annotations

import gc
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from figures.audit import added as additions
from figures.audit import rulings as decisions
from figures.errors import StoreError, is_damage
from figures.extraction import rules_hash
from figures.model import Replayed, Ruling
from figures.store import Store

if TYPE_CHECKING:
    from figures.comparison.index import Index

INDEX = "-compared"  # beside the database: what the comparison keeps of every report; can be thrown away
_OBJECTS = 200_000  # made before a comparison looks for cycles among them
FEW = 500  # documents, up to which all are compared afresh and nothing is kept

#: Called with a stage's name ("read", "compare") and how many more documents are done.
Progress = Callable[[str, int], None]


def conclude(
    store: Store,
    rulings: Sequence[Ruling],
    codebook: str | None = None,
    progress: Progress = lambda stage, done: None,
    former: Iterable[str] = (),
) -> str:
    """Replay the rulings and compare all figures, where anything that decides it has changed.

    ``codebook``: by default that of the last run. ``former``: ids of incidents of a database that
    this one takes the place of. Returns the hash of all that decided the comparison.
    """
    if gone := additions.withdrawn(store, rulings):
        with store.writing():  # claims name them until all is compared anew
            store.remove_added(gone)
            return _compared(store, record(store, rulings), codebook, progress, former)
    return _compared(store, record(store, rulings), codebook, progress, former)


def record(store: Store, rulings: Sequence[Ruling]) -> list[Replayed]:
    """Replay the rulings without comparing anew: figures that people added, every ruling and what it came
    to, what stands on each figure. Where that is another list than before, the journal notes it."""
    with store.writing():
        there = store.added_figures()
        for figure_id, (document, figure) in additions.added(store, rulings).items():
            if figure_id not in there and not store.has_figure(figure_id):
                store.add_figures(document, [figure])
        replayed = decisions.apply(rulings, decisions.lookup(store))
        known = store.rulings_as_replayed()
        now = [(r.ruling.id, r.figure_id, r.other_figure_id, r.stale) for r in replayed]
        noted, digest = decisions.noted(store), decisions.digest(rulings)
        if known != now:
            kept = len(known)  # where the new ones only stand behind those that are there
            if known != now[:kept] or noted != decisions.digest(rulings[:kept]):
                kept = 0
            store.write_rulings(replayed, kept)
        if noted != (digest if rulings else None):
            new = sorted({r.id for r in rulings} - {row[0] for row in known})
            stale = sum(r.stale for r in replayed)
            store.log("rulings", digest=digest, count=len(rulings), stale=stale, new=new)
    return replayed


def _compared(
    store: Store,
    replayed: Sequence[Replayed],
    codebook: str | None,
    progress: Progress,
    former: Iterable[str],
) -> str:
    from figures.extraction.places.gazetteer import country_names

    codebook = codebook or store.one("SELECT codebook FROM run ORDER BY id DESC") or "default"
    decided_by = _decided_by(store, codebook, replayed)
    if decided_by != store.compared_by():
        documents = [
            row["id"] for row in store.query("SELECT id FROM document ORDER BY published_on, id")
        ]
        with (
            _cycles_looked_for_seldom(),
            _index(store, len(documents) <= FEW, f"{comparison_hash()} {codebook}") as index,
        ):
            with store.writing():
                _update(store, index, documents, replayed, codebook, decided_by, former)
                store.write_summary()
                store.write_countries(country_names())
            index.note("compared by", decided_by)
        progress("compare", len(documents))
    return decided_by


@contextmanager
def _cycles_looked_for_seldom() -> Iterator[None]:
    """A comparison makes very many objects and hardly a cycle of them: looking for cycles at Python's pace took a
    fifth of the time of a large one."""
    pace = gc.get_threshold()
    gc.set_threshold(_OBJECTS, *pace[1:])
    try:
        yield
    finally:
        gc.set_threshold(*pace)


@contextmanager
def _index(store: Store, few: bool, policy: str) -> Iterator[Index]:
    """What is known of the comparison that stands, emptied where it is another one; kept where all goes well."""
    from figures.comparison.index import Index

    path = ":memory:" if few else f"{store.path}{INDEX}"
    with Index(path) as index:
        try:
            index.run("BEGIN IMMEDIATE")
            if (index.state("compared by"), index.state("policy")) != (store.compared_by(), policy):
                index.empty()
            index.note("policy", policy)
            yield index
            index.run("COMMIT")
        except sqlite3.Error as error:
            if not is_damage(error) or index.is_whole():
                raise
            index.connection.close()
            Path(path).unlink(missing_ok=True)
            raise StoreError(f"{path}: was damaged, and is thrown away; run it again") from error


def _update(
    store: Store,
    index: Index,
    documents: Sequence[str],
    replayed: Sequence[Replayed],
    codebook: str,
    decided_by: str,
    former: Iterable[str],
) -> None:
    """Compare the documents that the index does not know, and what rulings changed."""
    from figures.comparison.codebooks import codebook as book
    from figures.comparison.updating import update

    known = index.documents()
    new = [d for d in documents if d not in known]
    rulings = [r.ruling for r in replayed if not r.stale]
    portions = update(index, store, new, rulings, book(codebook))
    store.write_comparison(portions, decided_by, afresh=not known, former=former)


def catch_up(
    store: Store,
    audits: Path | None,
    codebook: str | None = None,
    progress: Progress = lambda stage, done: None,
) -> str:
    """Conclude with the rulings in force; again, where another program ruled or read reports meanwhile."""
    while True:
        state = store.state_of_others()
        rulings = decisions.in_force(store, audits)
        compared = conclude(store, rulings, codebook, progress)
        again = decisions.in_force(store, audits)
        alone = state == store.state_of_others()
        if again == rulings and (
            alone or compared == store.compared_by() == _now(store, codebook, again)
        ):
            return compared


def _now(store: Store, codebook: str | None, rulings: Sequence[Ruling]) -> str:
    """The hash of all that would decide a comparison made now."""
    codebook = codebook or store.one("SELECT codebook FROM run ORDER BY id DESC") or "default"
    return _decided_by(store, codebook, decisions.apply(rulings, decisions.lookup(store)))


def _decided_by(store: Store, codebook: str, replayed: Sequence[Replayed]) -> str:
    """One hash over all that decides a comparison: its rules, the documents, codebook, rulings."""
    # only ever added, read by one set of rules
    documents = store.one("SELECT count(*) FROM document")
    parts = (
        rules_hash(),
        comparison_hash(),
        codebook,
        decisions.effects(replayed),
        str(documents),
    )
    return sha256("\n".join(parts).encode()).hexdigest()[:16]


@cache
def comparison_hash() -> str:
    """The hash of every file that decides how figures are compared."""
    digest = sha256()
    folder = files("figures.comparison")
    for place in (folder, folder / "codebooks"):
        for file in sorted(place.iterdir(), key=lambda f: f.name):
            if file.name.endswith((".py", ".yaml", ".txt")):
                digest.update(file.name.encode() + b"\n" + file.read_bytes())
    return digest.hexdigest()[:16]

"""The one place that composes the stages: read → extract → store → compare → report."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from pathlib import Path

from figures.audit import rulings as decisions
from figures.conclusions import INDEX, Progress, catch_up, conclude
from figures.errors import FiguresError, StoreError, UnreadableInput
from figures.extraction import rules_hash
from figures.model import Document, Extraction, Issue
from figures.publishing import method
from figures.publishing.report import FILE as CONFLICTS
from figures.publishing.report import TO_READ, write_conflicts
from figures.scale.processes import extract_all, portions
from figures.store import Store, log

DEFAULT_DB = Path("db/figures.db")
DEFAULT_AUDITS = Path("audits")
BATCH_DOCUMENTS = 4000  # stored in one transaction, at most,
BATCH_CHARACTERS = 5_000_000  # and not many more characters than these


@dataclass(slots=True)
class Summary:
    """What a run did and what the database holds after it."""

    documents: int = 0  # read in this run
    known: int = 0  # of these, stored by an earlier run,
    new: int = 0  # and by this one
    new_figures: int = 0
    figures: int = 0  # in the database, as are the next three
    rejections: int = 0
    incidents: int = 0
    conflicts: int = 0
    issues: list[Issue] = field(default_factory=list)  # of this run
    messages: list[str] = field(default_factory=list)
    seconds: float = 0.0


def run(
    paths: Sequence[str] = (),
    *,
    format: str = "auto",
    db: Path = DEFAULT_DB,
    audits: Path | None = None,
    codebook: str = "default",
    workers: int = 1,
    strict: bool = False,
    progress: Progress = lambda stage, done: None,
) -> Summary:
    """Read the paths (without any: the examples) into a database and compare all that it holds.

    What is stored already is not read again. Raises FiguresError where nothing could be read and,
    where ``strict``, at the first input that cannot; StoreError where the database cannot be used.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     _ = Path(folder, "a.txt").write_text("LESK, 2 May 2024 -- At least 12 people were killed.")
    ...     summary = run([f"{folder}/a.txt"], db=Path(folder, "figures.db"))
    >>> summary.documents, summary.figures, summary.conflicts
    (1, 1, 0)
    """
    from figures import reading
    from figures.comparison.codebooks import codebook as checked

    started = time.monotonic()
    checked(codebook)
    folder = audits_of(db, audits)
    if folder is not None:
        decisions.read(folder / decisions.FILE)  # a line that is wrong is told before hours of work
    summary = Summary()
    own = bool(paths)
    inputs = list(paths) or [str(examples())]
    ours = [*_files_of(db), *_files_of(db.with_name(db.name + ".new"))]
    if folder is not None:
        ours += [folder / name for name in (decisions.FILE, CONFLICTS, TO_READ)]
    found = _documents(reading.read(inputs, format, but=ours), summary, strict)
    first = next(found, None)
    instead = own and first is not None  # of the examples, if it holds only those
    with _opened(db, folder, codebook, workers, instead, summary) as store:
        run_id = store.begin_run(
            version=version(), rules=rules_hash(), codebook=codebook,
            command="pipeline" if own else "pipeline, examples", examples=not own,
        )  # fmt: skip
        try:
            if first is not None:
                _store(store, chain([first], found), run_id, workers, strict, summary, progress)
        finally:
            store.add_issues(summary.issues, run_id)
        if first is None:
            raise FiguresError(_nothing_read(inputs, summary.issues))
        compared = catch_up(store, folder, codebook, progress)
        _finish(store, run_id, compared, summary, started)
        if folder is not None:
            write_conflicts(store, folder)
    return summary


def _store(
    store: Store,
    documents: Iterator[Document],
    run: int,
    workers: int,
    strict: bool,
    summary: Summary,
    progress: Progress,
) -> None:
    """Extract the documents that are not stored yet and store them, batch by batch."""

    def unknown() -> Iterator[Document]:
        for document in documents:
            if store.knows(document.id):
                summary.known += 1
                progress("read", 1)
            else:
                yield document

    def extracted() -> Iterator[Extraction | Issue]:
        for item in extract_all(unknown(), workers):
            progress("read", 1)
            yield item

    with store.filling():
        for batch in _batches(extracted(), summary, strict):
            new, refused = store.add(batch, run)
            summary.new += new
            _note(refused, summary, strict)


def _finish(store: Store, run: int, compared: str, summary: Summary, started: float) -> None:
    """Fill the summary from the tables, write the run's last columns and its line of the journal."""
    counts = store.summary()
    summary.figures, summary.rejections = counts["figures"], counts["rejections"]
    summary.incidents, summary.conflicts = counts["incidents"], counts["open_conflicts"]
    summary.new_figures = store.one("SELECT figures FROM run WHERE id = ?", (run,))
    if summary.known == summary.documents:
        summary.messages.append("nothing new: every document read is in the database already")
    summary.seconds = time.monotonic() - started
    store.write_method(method.told())
    with store.writing():  # a run that came to its end is always in the journal
        store.end_run(run, comparison=compared, seconds=summary.seconds)
        store.log(
            "run", run=run, version=version(), rules=rules_hash(), comparison=compared,
            read=summary.documents, new=summary.new, figures=summary.new_figures,
            issues=len(summary.issues),
        )  # fmt: skip


# -- where rulings stand --------------------------------------------------------------------


def audits_of(db: Path, audits: Path | None) -> Path | None:
    """Where rulings and reports stand: audits/ by itself only together with the default database."""
    if audits is not None:
        return audits
    return DEFAULT_AUDITS if db == DEFAULT_DB else None


# -- the database: made, replaced, built anew -------------------------------------------------


def _opened(
    db: Path,
    audits: Path | None,
    codebook: str,
    workers: int,
    replace_examples: bool,
    summary: Summary,
) -> Store:
    """The database to write to; first built anew where schema, rules or readers have changed."""
    with Store(db, older=True) as store:
        replaced = (
            replace_examples and not store.new and not store.older and store.holds_only_examples()
        )
        why = None if replaced else outdated(store)
    if replaced:
        _remove(db)
        summary.messages.append(f"{db} held only the examples: it is replaced by your reports")
    if why is not None:
        count = rebuild(db, audits, codebook, workers, why, summary.issues)
        summary.messages.append(f"{db} was {why}: its {count} documents were read anew")
    return Store(db)


def outdated(store: Store) -> str | None:
    """Why a database must be built anew, in words; None where it need not."""
    from figures.reading import read_with

    if store.older:
        return "made by an older version"
    if store.rules() not in (None, rules_hash()):
        return "made with other rules"
    rows = store.query("SELECT DISTINCT format, read_with FROM document WHERE format IS NOT NULL")
    if any(row["read_with"] not in (None, read_with(row["format"])) for row in rows):
        return "made with other readers"
    return None


def rebuild(
    db: Path,
    audits: Path | None,
    codebook: str,
    workers: int,
    why: str,
    issues: list[Issue],
) -> int:
    """Build a database anew from its archive and its rulings, into a file that takes its place.

    The journal is carried on, old ids of incidents lead to the new ones. Returns the number of
    documents; what cannot be read any more is added to ``issues``. Until all is done the old file
    stays as it was. Raises StoreError where its journal or its archive is not whole.
    """
    started = time.monotonic()
    new = db.with_name(db.name + ".new")
    with Store(db, older=True) as old:
        with old.writing():  # nobody else writes to it meanwhile, or builds it too
            if broken := log.broken_links(old.connection):
                raise StoreError(
                    f"{db}: {broken[0]}; restore it, or move it away to begin a new one"
                )
            _remove(new)
            with Store(new) as fresh:
                for row in old.connection.execute("SELECT * FROM log ORDER BY seq"):
                    fresh.connection.execute("INSERT INTO log VALUES (?, ?, ?, ?, ?, ?)", row)
                run_id = fresh.begin_run(
                    version=version(), rules=rules_hash(), codebook=codebook, command="rebuild",
                    examples=old.holds_only_examples(),
                )  # fmt: skip
                found: list[Issue] = []
                with fresh.filling():
                    for batch in _batches(
                        extract_all(reread(old, found), workers), Summary(issues=found), False
                    ):
                        found += fresh.add(batch, run_id)[1]
                known = old.query('SELECT "where", what FROM issue ORDER BY id')
                fresh.add_issues([*(Issue(**row) for row in known), *found], run_id)
                rulings = decisions.in_force(old, audits)
                former = [r[0] for r in old.connection.execute(
                    "SELECT id FROM incident UNION SELECT id FROM incident_alias")]  # fmt: skip
                compared = conclude(fresh, rulings, codebook, former=former)
                fresh.write_method(method.told())
                seconds = time.monotonic() - started
                fresh.end_run(run_id, comparison=compared, seconds=seconds)
                count: int = fresh.one("SELECT count(*) FROM document")
                fresh.log(
                    "rebuild", why=why, before=old.rules(), rules=rules_hash(), documents=count
                )
                fresh.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        old.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    issues += found
    for suffix in ("-wal", "-shm"):  # of the old file; they must not be taken for the new one's
        Path(f"{db}{suffix}").unlink(missing_ok=True)
    if (index := Path(f"{new}{INDEX}")).exists():
        index.replace(f"{db}{INDEX}")
    new.replace(db)
    return count


def reread(store: Store, issues: list[Issue]) -> Iterator[Document]:
    """Every document of a database read again from its archived bytes; its text where it has none.

    What the bytes no longer give becomes an issue.
    """
    from figures.reading import read_again

    for stored in store.documents(with_raw=True):
        document = stored if stored.raw is None else read_again(stored)
        if document is None:
            issues.append(Issue(stored.name, "its archived bytes give no document any more"))
        else:
            yield document


def _files_of(db: Path) -> list[Path]:
    """A database and what is kept beside it, itself the last."""
    return [Path(f"{db}{suffix}") for suffix in ("-wal", "-shm", INDEX, "")]


def _remove(db: Path) -> None:
    """Delete a database with what is kept beside it."""
    for path in _files_of(db):
        path.unlink(missing_ok=True)


# -- small things -----------------------------------------------------------------------------


def examples() -> Path:
    """The reports shipped with the project: here, or in the checkout that the program runs from.

    Raises FiguresError where there are none.
    """
    for folder in (Path("examples"), Path(__file__).parent.parent / "examples"):
        if folder.is_dir():
            return folder
    raise FiguresError("no examples/ here; name your own reports: figures pipeline FOLDER")


@cache
def version() -> str:
    """The version of this program."""
    from importlib.metadata import version

    return version("figures")


def _documents(
    found: Iterable[Document | Issue], summary: Summary, strict: bool
) -> Iterator[Document]:
    """The documents among what was read, counted; the issues go to the summary."""
    for item in found:
        if isinstance(item, Issue):
            _note([item], summary, strict)
        else:
            summary.documents += 1
            yield item


def _batches(
    found: Iterable[Extraction | Issue], summary: Summary, strict: bool
) -> Iterator[list[Extraction]]:
    """Extractions in portions for one transaction each; the issues go to the summary. Where the reading is
    stopped, by its user or at an input that cannot be read, what was read until then is a portion too."""
    stopped: list[BaseException] = []

    def extractions() -> Iterator[Extraction]:
        try:
            for item in found:
                if isinstance(item, Issue):
                    _note([item], summary, strict)
                else:
                    yield item
        except (KeyboardInterrupt, UnreadableInput) as error:
            stopped.append(error)

    yield from portions(
        extractions(), lambda e: len(e.document.text), BATCH_DOCUMENTS, BATCH_CHARACTERS
    )
    if stopped:
        raise stopped[0]


def _note(issues: Iterable[Issue], summary: Summary, strict: bool) -> None:
    for issue in issues:
        summary.issues.append(issue)
        if strict:
            raise UnreadableInput(issue.where, issue.what)


def _nothing_read(inputs: Sequence[str], issues: Sequence[Issue]) -> str:
    if not issues:
        return f"no reports in {', '.join(inputs)}; `figures pipeline --help` says what is read"
    more = f" (and {len(issues) - 1} more)" if len(issues) > 1 else ""
    return f"nothing could be read: {issues[0].where}: {issues[0].what}{more}"

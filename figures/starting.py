"""`figures start FOLDER`: a folder of reports read, compared, and shown in the browser, with one command."""

from __future__ import annotations

import os
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from figures import pipeline
from figures.conclusions import Progress
from figures.errors import FiguresError, StoreError
from figures.publishing.report import FILE as CONFLICTS
from figures.publishing.serving import listening, serve, site
from figures.publishing.tables import issue_line, many
from figures.store import Store

#: The folder beside the reports; a name that begins with a dot is passed over when reports are read.
BESIDE = ".figures"
DATABASE = "figures.db"
PORT = 8001
_ISSUES_SHOWN = 10

Tell = Callable[[str], object]


def build(folder: Path, tell: Tell, progress: Progress = lambda stage, done: None) -> Path:
    """Read what is new in a folder of reports into the database beside them; returns its path.

    Raises FiguresError where nothing could be read and nothing was before.
    """
    from figures.extraction.places import gazetteer

    beside = folder / BESIDE
    db = beside / DATABASE
    gazetteer.prepare(tell)
    tell(f"reading the reports in {folder} …")
    try:
        summary = pipeline.run([str(folder)], db=db, audits=beside, progress=progress)
    except OSError as error:
        raise FiguresError(
            f"{beside}: cannot be written ({error.strerror}); copy the reports to a folder of yours"
        ) from error
    except StoreError:
        raise
    except FiguresError as error:
        if not _holds_reports(db):
            raise
        tell(f"{error}; what was read before is shown")
        return db
    for issue in summary.issues[:_ISSUES_SHOWN]:
        tell(issue_line(issue))
    if len(summary.issues) > _ISSUES_SHOWN:
        tell(
            f"and {len(summary.issues) - _ISSUES_SHOWN} more that could not be read, or not in full"
        )
    for message in summary.messages:
        tell(message)
    tell(
        f"{db}: {many(summary.documents, 'report')} ({summary.new} new),"
        f" {many(summary.figures, 'figure')}, {many(summary.incidents, 'incident')},"
        f" {many(summary.conflicts, 'open conflict')}"
    )
    tell(f"the conflicts as a table: {beside / CONFLICTS}")
    return db


def show(db: Path, port: int, browser: bool, tell: Tell) -> None:
    """Serve a database until stopped with Ctrl+C, and open the browser where there is one."""
    with listening(port, or_any=port == PORT) as on:

        def ready(address: str) -> None:
            opened = browser and open_browser(address)
            tell(f"{'in your browser' if opened else 'open in a browser'}: {address}")
            tell("stop with Ctrl+C")

        with suppress(KeyboardInterrupt):
            serve(site(db), on, ready)
    Store(db, create=False).close()  # which folds what SQLite keeps beside it into it
    tell("stopped; start it again whenever there are new reports")


def open_browser(address: str) -> bool:
    """Open an address in the browser of the desktop; False where there is none.

    A browser that would run in the terminal is none, unless the user names it in BROWSER.
    """
    try:
        found = webbrowser.get()
    except webbrowser.Error:
        return False
    in_terminal = type(found) is webbrowser.GenericBrowser
    if in_terminal and not os.environ.get("BROWSER"):
        return False
    try:
        return bool(found.open(address))
    except (webbrowser.Error, OSError):
        return False


def _holds_reports(db: Path) -> bool:
    if not db.exists():
        return False
    with Store(db, create=False) as store:
        return bool(store.one("SELECT EXISTS (SELECT 1 FROM document)"))

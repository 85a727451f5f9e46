"""Does a published folder say what the archive says? The publication is made again, and compared.

Each value must be as the archive has it, or left out or hidden as the folder itself declares.
"""

from __future__ import annotations

import json
import sqlite3
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from figures.audit.differences import Difference, differences
from figures.audit.verify import Verdict
from figures.errors import naming
from figures.publishing.public import folder as public
from figures.publishing.public.reviewed import Conclude
from figures.publishing.public.terms import Terms, from_row
from figures.store import Store, log, schema

AS_PUBLISHED = "every value is as in the archive, or left out or hidden as the folder declares"
_MOST = 1000  # differences told
# What rows say that never changes while the rules are the same: of a later archive it can be asked too.
_STAYS = ("document", "figure", "evidence_row", "rejection_row")
_FOLLOWS = {
    ("document", "copy_of"),
    ("document", "replaces"),
    ("figure", "incident_id"),
    ("figure", "run_id"),
}


def verify(folder: Path, archive: Store, conclude: Conclude) -> Verdict:
    """Compare a folder that `figures publish` made with the archive.

    Code 3: all that differs is what an archive that has grown since tells otherwise. Raises FiguresError
    where the folder is none that was published.
    """
    manifest = public.manifest(folder)
    terms = from_row(manifest["terms"])
    found = [Difference("log", "", "", words) for words in log.broken_links(archive.connection)]
    found += _files(folder, manifest["files"])
    path = folder / public.DATABASE
    if not path.is_file():
        return Verdict(1, (*found, Difference(public.DATABASE, "", "", "is missing")))
    with tempfile.TemporaryDirectory() as place:
        derived = Path(place) / public.DATABASE
        with naming(derived, new=True):
            public.write_database(archive, derived, terms, conclude)
        if public.digest(path) == public.digest(derived):
            return Verdict(1 if found else 0, tuple(found), *_counts(derived))
        # what is published is not so much as opened for writing
        copy = Path(place) / "published.db"
        copy.write_bytes(path.read_bytes())
        found += islice(_rows(copy, derived, terms), _MOST)
        earlier = _earlier(copy, archive)
        if earlier is not None and not any(_stays(d) for d in found):
            return Verdict(3, (earlier,), *_counts(copy))
        return Verdict(1 if found else 0, tuple(found), *_counts(copy))


def _files(folder: Path, noted: dict[str, str]) -> Iterator[Difference]:
    """The files that are not as the folder's own list has them; the database is looked into by itself."""
    there = set(public.files(folder)) - {public.MANIFEST}
    for name in sorted(there | noted.keys()):
        if name not in there:
            yield Difference("file", name, "", "is missing")
        elif name not in noted:
            yield Difference("file", name, "", "was not published")
        elif public.digest(folder / name) != noted[name]:
            yield Difference("file", name, "", "is not as it was published")


def _rows(published: Path, derived: Path, terms: Terms) -> Iterator[Difference]:
    """What the two databases say differently: tables and views first, then every row."""
    here, there = (sqlite3.connect(path, isolation_level=None) for path in (published, derived))
    here.text_factory = lambda content: content.decode("utf-8", "backslashreplace")
    try:
        ours, declared = schema.fingerprint(here), schema.fingerprint(there)
        for name in sorted(ours.keys() | declared.keys()):
            if ours.get(name) != declared.get(name):
                yield Difference("schema", name, "", "is not as published")
        told = here.execute("SELECT value FROM publication WHERE name = 'terms'").fetchone()
        if told is None or json.loads(told[0]) != terms.as_row():
            yield Difference("publication", "terms", "value", "is not what the folder declares")
        yield from differences(here, there)
    except (sqlite3.Error, ValueError) as error:
        yield Difference("database", "", "", f"cannot be read ({error})")
    finally:
        here.close()
        there.close()


def _earlier(published: Path, archive: Store) -> Difference | None:
    """The folder was made of an earlier state of this archive; None where of the present one, or of another."""
    connection = sqlite3.connect(published)
    try:
        told = dict(connection.execute("SELECT name, value FROM publication").fetchall())
    except sqlite3.Error:
        return None
    finally:
        connection.close()
    row = archive.one("SELECT seq FROM log WHERE hash = ?", (told.get("archive_log_hash"),))
    last = archive.one("SELECT max(seq) FROM log")
    if row is None or row == last:
        return None
    what = f"was made of the archive as it was at row {row} of its log, which has {last} now: publish it again"
    return Difference("publication", "", "", what)


def _stays(difference: Difference) -> bool:
    """Would this difference be one too if the archive had merely grown since?"""
    if difference.table in ("file", "schema", "log", "database"):
        return difference.key != public.DATABASE
    place = (difference.table, difference.column)
    return difference.table in _STAYS and place not in _FOLLOWS and difference.what != "is missing"


def _counts(path: Path) -> list[int]:
    connection = sqlite3.connect(path)
    try:
        return [
            connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
            for table in ("document", "figure")
        ]
    except sqlite3.Error:
        return [0, 0]
    finally:
        connection.close()

"""Rulings: people's decisions, one line of JSON each, appended and replayed in order on every run.

A ruling is about what the program read, and that reading always stays beside it. ``was`` says what it
read when the ruling was made: where that no longer holds the ruling is stale, kept but not applied.
Of several rulings on one figure the last one that holds stands. audits/README.md describes the lines.
"""

from __future__ import annotations

import json
import math
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from figures.errors import FiguresError
from figures.model import Replayed, Ruling, short_hash
from figures.store import Store

FILE = "decisions.jsonl"
ABOUT = {
    "figure": ("confirm", "correct", "reject", "unsure"),
    "pair": ("same", "not_same", "unsure"),
    "conflict": ("stands", "reject", "unsure"),
    "copy": ("same", "not_same", "unsure"),
}

SETTABLE = ("category", "value", "low", "high")
_READ = ("quote", "category", "value", "low", "high", "qualifier", "status")
_NAMES = ("document", "number_start", "number_end", "category")

Lookup = Callable[[Mapping[str, Any]], Sequence[Mapping[str, Any]]]
"""A ruling's subject → the rows of the figures it may mean."""

# -- the file ---------------------------------------------------------------------------------


def read(path: Path) -> list[Ruling]:
    """All rulings of a file in order; none where there is no file. A line said twice counts once.

    Raises FiguresError, naming file and line, for a line that is no ruling.
    """
    if not path.exists():
        return []
    found: dict[str, Ruling] = {}
    for number, line in enumerate(path.read_bytes().split(b"\n"), 1):
        if not line.strip():
            continue
        ruling = parse(line, f"{path}:{number}")
        if found.setdefault(ruling.id, ruling) != ruling:
            raise FiguresError(f"{path}:{number}: another ruling has the id {ruling.id} already")
    return list(found.values())


def parse(line: str | bytes, where: str) -> Ruling:
    """One line of the file.

    Raises FiguresError, beginning with ``where``, for a line that is no ruling.

    >>> parse('{"about": "weather"}', "decisions.jsonl:7")
    Traceback (most recent call last):
    figures.errors.FiguresError: decisions.jsonl:7: `at` is missing; see audits/README.md
    """
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise FiguresError(f"{where}: no JSON ({error}); see audits/README.md") from error
    if wrong := _wrong_with(row):
        raise FiguresError(f"{where}: {wrong}; see audits/README.md")
    return Ruling(
        id=row["id"],
        at=row["at"],
        by=row["by"],
        about=row["about"],
        subject=tuple(row["subject"]),
        ruling=row["ruling"],
        set=row.get("set") or {},
        was=row.get("was") or {},
        reason=row["reason"],
    )


def _wrong_with(row: Any) -> str | None:
    """Why a line's JSON is no ruling, in words; None where it is one."""
    if not isinstance(row, dict):
        return "a ruling is a JSON object"
    for name in ("at", "by", "about", "ruling", "reason", "id"):
        if not isinstance(row.get(name), str):
            return f"`{name}` is missing" if name not in row else f"`{name}` must be words"
    if row["about"] not in ABOUT:
        return f"about {row['about']!r}: take one of {', '.join(ABOUT)}"
    if row["ruling"] not in ABOUT[row["about"]]:
        return f"{row['ruling']!r} is no ruling about a {row['about']}"
    subject = row.get("subject")
    wanted = 1 if row["about"] == "figure" else 2
    if not isinstance(subject, list) or len(subject) != wanted:
        return f"`subject` must list {'one figure' if wanted == 1 else 'two figures'}"
    if not all(isinstance(s, dict) and set(_NAMES) <= s.keys() for s in subject):
        return f"a subject needs {', '.join(_NAMES)}"
    if not all(isinstance(row.get(name) or {}, dict) for name in ("set", "was")):
        return "`set` and `was` must be objects"
    return _wrong_change(row.get("set") or {})


def _wrong_change(change: Mapping[str, Any]) -> str | None:
    for name, value in change.items():
        if name not in SETTABLE:
            return f"`set` cannot change {name!r}: only {', '.join(SETTABLE)}"
        if name == "category":
            if not isinstance(value, str):
                return "`category` must be a name"
        elif value is not None and not is_count(value):
            return f"`{name}` must be a number from 0 up, or null where it is open"
    low, high = change.get("low"), change.get("high")
    return None if low is None or high is None or low <= high else f"low {low} is above high {high}"


def is_count(value: object) -> bool:
    """Whether a value can be a count: a finite number that is not negative."""
    return (
        isinstance(value, (int, float))
        and not isinstance(value, bool)
        and math.isfinite(value)
        and 0 <= value < 9e15
    )


def to_line(ruling: Ruling) -> str:
    """A ruling as its line, without the line end."""
    row = {
        "id": ruling.id,
        "at": ruling.at,
        "by": ruling.by,
        "about": ruling.about,
        "subject": [dict(s) for s in ruling.subject],
        "ruling": ruling.ruling,
        "set": dict(ruling.set),
        "was": dict(ruling.was),
        "reason": ruling.reason,
    }
    return json.dumps(row, ensure_ascii=False)


def append(path: Path, ruling: Ruling) -> None:
    """Add a ruling to the end of the file; it is on the disk before this returns.

    Nothing that is there is touched: a last line that was cut off is closed, not continued.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab+") as file:
        _lock(file.fileno())
        file.seek(0, os.SEEK_END)
        unclosed = False
        if file.tell():
            file.seek(-1, os.SEEK_END)
            unclosed = file.read(1) != b"\n"
        file.write(b"\n" * unclosed + to_line(ruling).encode("utf-8", "replace") + b"\n")
        file.flush()
        os.fsync(file.fileno())


def _lock(descriptor: int) -> None:
    """Keep other writers out until the file is closed, where the system has such locks."""
    try:
        import fcntl
    except ImportError:  # Windows: one short write at the end of the file must do
        return
    fcntl.flock(descriptor, fcntl.LOCK_EX)


def digest(rulings: Iterable[Ruling]) -> str:
    """One hash over rulings in their order: what the journal notes of a replay."""
    return sha256("\n".join(map(to_line, rulings)).encode("utf-8", "replace")).hexdigest()


# -- making and replaying ---------------------------------------------------------------------


def make(
    figure: Mapping[str, Any],
    ruling: str,
    *,
    at: str,
    by: str,
    reason: str,
    change: Mapping[str, Any] | None = None,
) -> Ruling:
    """A ruling on one figure: its row of the table, with ``document``, its document's name.

    Raises FiguresError where the change cannot be: no number, or bounds upside down.

    >>> row = {"document": "a.txt", "number_start": 0, "number_end": 3, "category": "killed",
    ...        "quote": "Two", "value": 2, "low": 2, "high": 2, "qualifier": "exact", "status": "asserted"}
    >>> made = make(row, "correct", at="2024-05-01T00:00:00Z", by="Ana", reason="list", change={"low": 1})
    >>> made.set, made.was["low"], made.subject[0]["number_start"]
    ({'low': 1}, 2, 0)
    """
    change = dict(change or {})
    low, high = (change.get(name, figure[name]) for name in ("low", "high"))
    if wrong := _wrong_change({**change, "low": low, "high": high}):
        raise FiguresError(f"{figure['document']}: {wrong}; give both --low and --high")
    subject = {name: figure[name] for name in _NAMES}
    was = {name: figure[name] for name in _READ}
    said = json.dumps([subject, ruling, change, reason], sort_keys=True)
    return Ruling(
        id=short_hash("ruling", at, by, said),
        at=at,
        by=by,
        about="figure",
        subject=(subject,),
        ruling=ruling,
        set=change,
        was=was,
        reason=reason,
    )


def make_pair(
    figures: Sequence[Mapping[str, Any]], about: str, ruling: str, *, at: str, by: str, reason: str
) -> Ruling:
    """A ruling on two figures, their reports or the conflict between them; of a conflict the first stands."""
    subject = tuple({name: figure[name] for name in _NAMES} for figure in figures)
    was = {name: [figure[name] for figure in figures] for name in _READ}
    said = json.dumps([subject, about, ruling, reason], sort_keys=True)
    return Ruling(
        id=short_hash("ruling", at, by, said), at=at, by=by, about=about, subject=subject,
        ruling=ruling, was=was, reason=reason,
    )  # fmt: skip


def apply(rulings: Iterable[Ruling], lookup: Lookup) -> list[Replayed]:
    """What each ruling comes to. Stale: a figure is gone, or is read otherwise now."""
    return [_replayed(seq, ruling, lookup) for seq, ruling in enumerate(rulings, 1)]


def _replayed(seq: int, ruling: Ruling, lookup: Lookup) -> Replayed:
    candidates = [lookup(subject) for subject in ruling.subject]
    if ruling.about == "figure":  # of several texts of one name, that of which it still holds
        [rows] = candidates
        holds = [row for row in rows if all(_same(row, name, v) for name, v in ruling.was.items())]
        rows = holds or rows
        return Replayed(seq, ruling, rows[0]["id"] if rows else None, None, not holds)
    found = [rows[0] if rows else None for rows in candidates]
    ids = [row["id"] if row else None for row in found]
    stale = None in ids or any(
        isinstance(told, list) and [row and row.get(name) for row in found] != told
        for name, told in ruling.was.items()
    )
    return Replayed(seq, ruling, ids[0], ids[1], stale)


def _same(row: Mapping[str, Any], name: str, value: Any) -> bool:
    return name in row and bool(row[name] == value)


def lookup(store: Store) -> Lookup:
    """Finds the figures that a subject names in a database: a text's newest version first."""

    def find(subject: Mapping[str, Any]) -> list[dict[str, Any]]:
        return list(
            store.query(
                "SELECT f.* FROM figure f JOIN document d ON d.id = f.document_id"
                " WHERE (d.name = :document OR d.id = :document) AND f.number_start = :number_start"
                " AND f.number_end = :number_end AND f.category = :category"
                " ORDER BY d.published_at DESC, d.id",
                {name: _plain(subject[name]) for name in _NAMES},
            )
        )

    return find


def _plain(value: Any) -> Any:
    """What SQLite can be asked for: a hostile line may hold lists where a name should stand."""
    return value if isinstance(value, (str, int)) else json.dumps(value)


def in_force(store: Store, audits: Path | None) -> list[Ruling]:
    """The rulings to replay: those of the folder's file; without a folder, the database's own.

    Raises FiguresError where the database's own are not those that its journal names.
    """
    if audits is not None:
        return read(audits / FILE)
    found = store.rulings()
    if noted(store) != (digest(found) if found else None):
        raise FiguresError(
            f"{store.path}: its rulings are not those its journal names; `figures verify` tells more"
        )
    return found


def noted(store: Store) -> str | None:
    """The digest of the last rulings replayed, as the journal has it; None where there were none."""
    details = store.one("SELECT details FROM log WHERE event = 'rulings' ORDER BY seq DESC LIMIT 1")
    row = json.loads(details) if details else {}
    return row["digest"] if row.get("count") else None

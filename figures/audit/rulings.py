"""Rulings: people's decisions, one JSON line each, appended and replayed in order on every run.

The machine's reading always stays beside a ruling; one whose ``was`` no longer holds is stale and is
not applied.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from figures.errors import FiguresError
from figures.model import Ruling, short_hash

FILE = "decisions.jsonl"
ABOUT = ("figure", "pair", "conflict", "copy")
RULINGS = ("confirm", "correct", "reject", "unsure", "same", "not_same", "stands")

# (document name, number_start, number_end, category as it was) → (figure id, its row)
Lookup = Callable[[Mapping[str, Any]], tuple[str, Mapping[str, Any]] | None]


def parse(line: str, where: str) -> Ruling:
    """One line of decisions.jsonl.

    Raises FiguresError, naming the line, where it is no ruling.
    """
    try:
        data = json.loads(line)
        ruling = Ruling(
            str(data["id"]),
            str(data["at"]),
            str(data["by"]),
            data["about"],
            tuple(data["subject"]),
            data["ruling"],
            data.get("set") or {},
            data.get("was") or {},
            str(data.get("reason") or ""),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise FiguresError(f"{where}: not a ruling ({error}); see audits/README.md") from error
    if ruling.about not in ABOUT or ruling.ruling not in RULINGS:
        raise FiguresError(f"{where}: unknown ruling {ruling.about} {ruling.ruling}")
    return ruling


def read(path: Path) -> list[Ruling]:
    """All rulings of a file in order; none where there is no file."""
    if not path.exists():
        return []
    lines = path.read_text("utf-8").splitlines()
    return [parse(line, f"{path}:{n}") for n, line in enumerate(lines, 1) if line.strip()]


def digest(rulings: Iterable[Ruling]) -> str:
    """One hash over rulings in their order: what the journal notes of a replay."""
    return sha256("\n".join(to_line(r) for r in rulings).encode()).hexdigest()


def to_line(ruling: Ruling) -> str:
    """A ruling as its line of decisions.jsonl, without the line end."""
    data = {
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
    return json.dumps(data, ensure_ascii=False)


def append(path: Path, ruling: Ruling) -> None:
    """Add a ruling to the end of the file, on the disk before this returns."""
    import fcntl

    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.write(to_line(ruling) + "\n")
        file.flush()
        os.fsync(file.fileno())


def make(
    at: str,
    by: str,
    ruling: str,
    figure: Mapping[str, Any],
    document: str,
    changes: Mapping[str, Any],
    reason: str,
) -> Ruling:
    """A ruling on one figure; ``figure`` is its row, ``changes`` what shall hold instead."""
    subject = {
        "document": document,
        "number_start": figure["number_start"],
        "number_end": figure["number_end"],
        "category": figure["category"],
    }
    was = {name: figure[name] for name in ("category", "value", "low", "high")}
    identity = short_hash("ruling", at, by, ruling, json.dumps(subject, sort_keys=True), reason)
    return Ruling(identity, at, by, "figure", (subject,), ruling, dict(changes), was, reason)


def apply(rulings: Iterable[Ruling], lookup: Lookup) -> list[tuple[int, Ruling, str | None, bool]]:
    """(line, ruling, figure id, stale) of each: stale where the figure is gone or reads otherwise now."""
    found: list[tuple[int, Ruling, str | None, bool]] = []
    for line, ruling in enumerate(rulings, 1):
        if ruling.about != "figure":
            subjects = [lookup(s) for s in ruling.subject]
            found.append((line, ruling, None, not subjects or None in subjects))
            continue
        hit = lookup(ruling.subject[0]) if ruling.subject else None
        if hit is None:
            found.append((line, ruling, None, True))
            continue
        figure, row = hit
        stale = any(row.get(name) != value for name, value in ruling.was.items())
        found.append((line, ruling, figure, stale))
    return found

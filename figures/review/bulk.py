"""Rulings in bulk: a table of figures to read, and the same table with rulings filled in, read back.

A line may name a figure, or a document and the words of a figure that the rules missed. All lines are
checked before one is written.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from figures.audit import rulings
from figures.audit.decide import RULINGS, Decision, InForce, add, rule
from figures.audit.fields import COUNTS, SETTABLE, from_words
from figures.errors import FiguresError, UnreadableInput, WrongUsage
from figures.model import Ruling
from figures.publishing.cells import given
from figures.store import Store, log

# What a line says; every field that a ruling may set can be a column too.
TOLD = ("figure", "ruling", "by", "reason", "with", "document", "words", "start", "stands")
# What the program read, as the person saw it: a line is refused where it reads otherwise now.
READ = tuple(f"read_{name}" for name in ("category", "value", "low", "high", "qualifier", "status"))
# Shown to the person, not read back.
SHOWN = (
    "group",
    "published_on",
    "publisher",
    "url",
    "quote",
    "sentence",
    "review",
    "ruled",
    "ruled_by",
)
# The table of figures to read.
COLUMNS = (
    "figure", "group", "document", "published_on", "publisher", "url", "sentence", "quote", *READ,
    "review", "ruled", "ruled_by", "stands", "ruling", "by", "reason", "category", "low", "high",
)  # fmt: skip
LARGEST = 100_000_000  # bytes of a table


@dataclass(slots=True)
class Outcome:
    """What a table came to. ``made`` has a ruling for each line that gives one, None where it was made
    before; ``wrong`` what is wrong, each with its line; ``empty`` counts the lines without a ruling."""

    lines: list[tuple[int, Decision]] = field(default_factory=list)
    made: list[Ruling | None] = field(default_factory=list)
    wrong: list[UnreadableInput] = field(default_factory=list)
    empty: int = 0


def to_fill(figures: Iterable[Mapping[str, Any]], store: Store) -> Iterator[dict[str, Any]]:
    """Rows of the table of figures to read, for people to fill in ruling, by, reason and corrections."""
    for figure in figures:
        [read] = store.query("SELECT * FROM figure WHERE id = ?", (figure["id"],))
        row = {name: figure.get(name) for name in COLUMNS if name not in SETTABLE}
        row |= {name: read[name.removeprefix("read_")] for name in READ}
        yield {**row, "figure": figure["id"], "stands": figure["ruling_id"]}


def decide_all(
    store: Store,
    table: bytes,
    name: str,
    *,
    audits: Path | None,
    by: str | None = None,
    reason: str | None = None,
    dry_run: bool = False,
) -> Outcome:
    """Make every ruling that a table asks for, or none where one cannot be made.

    ``name`` is that of the table, for what is said about its lines; ``by`` and ``reason`` stand where a
    line has none.
    """
    found = Outcome()
    for number, row in _rows(table, name, found):
        if not row.get("ruling"):
            found.empty += 1
            continue
        try:
            found.lines.append((number, _decision(row, by, reason)))
        except FiguresError as error:
            found.wrong.append(UnreadableInput(f"{name}:{number}", str(error)))
    with store.writing():
        known = InForce(rulings.in_force(store, audits))
        for number, decision in found.lines:
            try:
                found.made.append(add(store, decision, known, log.now()))
            except FiguresError as error:
                found.wrong.append(UnreadableInput(f"{name}:{number}", str(error)))
        if not found.wrong and not dry_run:
            found.made = rule(store, [decision for _, decision in found.lines], audits)[0]
    found.wrong.sort(key=lambda error: int(error.where.rpartition(":")[2]))
    return found


def _rows(table: bytes, name: str, found: Outcome) -> Iterator[tuple[int, dict[str, str]]]:
    """The lines of a table, each with the number of its first, without those that hold nothing."""
    if len(table) > LARGEST:
        raise FiguresError(f"{name}: larger than {LARGEST // 10**6} MB; part it")
    try:
        text = table.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FiguresError(f"{name}: not UTF-8 ({error}); save it as CSV UTF-8") from error
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    header: list[str] = []
    begins = 1
    try:
        for cells in reader:
            line, begins = begins, reader.line_num + 1
            if not any(cell.strip() for cell in cells):
                continue
            if not header:
                header = _header(cells, f"{name}:{line}")
            elif len(cells) > len(header) and any(cells[len(header) :]):
                what = f"{len(cells)} cells, but the header names {len(header)} columns"
                found.wrong.append(UnreadableInput(f"{name}:{line}", what))
            else:
                yield line, dict(zip(header, (given(cell.strip()) for cell in cells), strict=False))
    except csv.Error as error:
        raise FiguresError(f"{name}:{begins}: no CSV ({error})") from error
    if not header:
        raise FiguresError(f"{name}: an empty table; `figures queue` prints one to fill in")


def _header(cells: Sequence[str], where: str) -> list[str]:
    names = [cell.strip().lower() for cell in cells]
    while names and not names[-1]:
        names.pop()
    allowed = {*TOLD, *SETTABLE, *READ, *SHOWN}
    for column in names:
        if column not in allowed:
            raise FiguresError(
                f"{where}: no such column {column!r}; docs/review.md lists those that there are"
            )
        if names.count(column) > 1:
            raise FiguresError(f"{where}: the column {column} is there twice")
    if "ruling" not in names or not {"figure", "document"} & set(names):
        raise FiguresError(f"{where}: columns `figure` (or `document`) and `ruling` are needed")
    return names


def _decision(row: Mapping[str, str], by: str | None, reason: str | None) -> Decision:
    ruling = row["ruling"].lower()
    if ruling not in RULINGS:
        raise WrongUsage(f"no ruling {ruling!r}; take one of {', '.join(RULINGS)}")
    about = row.get("document" if ruling == "add" else "figure", "")
    if not about:
        raise WrongUsage(f"{ruling}: which {'document' if ruling == 'add' else 'figure'}?")
    change = {name: _field(name, row[name]) for name in SETTABLE if row.get(name)}
    start = row.get("start", "")
    if start and not start.isdecimal():
        raise WrongUsage(f"start {start}: give the character at which the words begin")
    read = None
    if ruling != "add":
        read = {
            column.removeprefix("read_"): from_words(column.removeprefix("read_"), row[column])
            for column in READ
            if row.get(column) or (column in row and column.removeprefix("read_") in COUNTS)
        }
    return Decision(
        about, ruling, row.get("by") or by or "", row.get("reason") or reason or "", change,
        other=row.get("with") or None, words=row.get("words", ""), start=int(start) if start else None,
        read=read, seen=row.get("stands") if ruling != "add" else None,
    )  # fmt: skip


def _field(name: str, cell: str) -> Any:
    """A cell that sets a field: `open` leaves a bound open, `none` any other field."""
    return from_words(name, "" if cell == "none" and name not in COUNTS else cell)

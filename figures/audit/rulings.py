"""Rulings: people's decisions, one line of JSON each, appended and replayed in order on every run.

A ruling is about what the program read, and that reading always stays beside it. ``was`` says what it
read when the ruling was made: where that no longer holds the ruling is stale, kept but not applied.
Of several rulings on one figure the last one that holds stands; `comparison.standing` says whose it is.
audits/README.md describes the lines.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from figures.audit.fields import wrong_together, wrong_with
from figures.categories import categories
from figures.comparison.standing import position, position_of, standings
from figures.errors import FiguresError
from figures.model import Replayed, Ruling, short_hash
from figures.store import Store

FILE = "decisions.jsonl"
BY_A_PERSON = "person"  # the rule of a figure that no rule read: a person added it
ABOUT = {
    "figure": ("confirm", "correct", "reject", "unsure", "add", "second"),
    "pair": ("same", "not_same", "unsure"),
    "conflict": ("stands", "reject", "unsure"),
    "copy": ("same", "not_same", "unsure"),
}

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
        row = json.loads(line, parse_constant=_no_number)
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
        of=row.get("of") or "",
    )


def _no_number(word: str) -> None:
    raise ValueError(f"{word} is no number that a line can hold")


def _wrong_with(row: Any) -> str | None:
    """Why a line's JSON is no ruling, in words; None where it is one."""
    if not isinstance(row, dict):
        return "a ruling is a JSON object"
    if not is_text(json.dumps(row, ensure_ascii=False)):
        return "it holds half a character (a lone surrogate)"
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
    if (row["ruling"] == "second") != isinstance(row.get("of"), str):
        return "`of` must name the ruling that is seconded, and no other ruling has it"
    if row["ruling"] == "add" and not _is_span(row.get("was") or {}, subject[0]):
        return "`was` of an added figure must tell its quote, start and end"
    told = [(row.get("set") or {}).get("category")]
    if row["ruling"] == "add":
        told.append(subject[0]["category"])
    for category in told:
        if isinstance(category, str) and category not in categories():
            return f"{category!r} is no category; `figures categories` lists them"
    return wrong_with(row.get("set") or {})


def is_text(words: str) -> bool:
    """Whether words can be written down as UTF-8: a shell hands on bytes that cannot, as half characters.

    >>> is_text("José"), is_text("Jos\\udce9")
    (True, False)
    """
    try:
        words.encode()
    except UnicodeEncodeError:
        return False
    return True


def _is_span(was: Mapping[str, Any], subject: Mapping[str, Any]) -> bool:
    """Whether ``was`` and ``subject`` of an added figure name characters: the number within the quote."""
    places: list[Any] = [
        was.get("start"), subject["number_start"], subject["number_end"], was.get("end")
    ]  # fmt: skip
    if not all(isinstance(place, int) and not isinstance(place, bool) for place in places):
        return False
    start, first, last, end = places
    quote = was.get("quote")
    return (
        0 <= start <= first < last <= end
        and isinstance(quote, str)
        and len(quote) == end - start
        and isinstance(subject["category"], str)
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
        **({"of": ruling.of} if ruling.of else {}),
    }
    return json.dumps(row, ensure_ascii=False)


def append(path: Path, *made: Ruling, check: Callable[[list[Ruling]], None] | None = None) -> None:
    """Add rulings to the end of the file, all or none; they are on the disk before this returns.

    Nothing that is there is touched: a last line that was cut off is closed, not continued. ``check`` is
    called with the rulings that are there, while nobody else can add one; what it raises ends it.
    """
    lines = b"".join(to_line(ruling).encode() + b"\n" for ruling in made)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab+", buffering=0) as file:
        _lock(file.fileno())
        if check is not None:
            check(read(path))
        end = file.seek(0, os.SEEK_END)
        unclosed = False
        if end:
            file.seek(-1, os.SEEK_END)
            unclosed = file.read(1) != b"\n"
        left = b"\n" * unclosed + lines
        try:
            while left:
                left = left[file.write(left) :]
            os.fsync(file.fileno())
        except OSError as error:
            file.truncate(end)  # the disk is full: half of a line could not be read
            error.filename = str(path)
            raise


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
    of: str = "",
) -> Ruling:
    """A ruling on one figure: its row of the table, with ``document``, its document's name.

    Of an added figure ``change`` is all that is known; ``figure`` holds its words: quote, start, end.
    Raises FiguresError where the change cannot be: no number, or bounds upside down.

    >>> row = {"document": "a.txt", "number_start": 0, "number_end": 3, "category": "killed",
    ...        "quote": "Two", "value": 2, "low": 2, "high": 2, "qualifier": "exact", "status": "asserted"}
    >>> made = make(row, "correct", at="2024-05-01T00:00:00Z", by="Ana", reason="list", change={"low": 1})
    >>> made.set, made.was["low"], made.subject[0]["number_start"]
    ({'low': 1}, 2, 0)
    """
    change = dict(change or {})
    bounds = {
        name: change.get(name, figure.get(name)) for name in ("low", "high", "earliest", "latest")
    }
    wrong = wrong_with(change)
    if wrong is None and (wrong := wrong_together(bounds)):
        wrong += "; give both"
    if wrong:
        raise FiguresError(f"{figure['document']}: {wrong}")
    subject = {name: figure[name] for name in _NAMES}
    told = ("quote", "start", "end") if ruling == "add" else (*_READ, *(set(change) - set(_READ)))
    was = {name: _told(name, figure) for name in sorted(told, key=_order)}
    said = json.dumps([subject, ruling, change, reason, *([of] if of else [])], sort_keys=True)
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
        of=of,
    )


def _told(name: str, row: Mapping[str, Any]) -> Any:
    """A column as a line has it: the groups as a list."""
    value = row.get(name)
    return json.loads(value) if name == "groups" and isinstance(value, str) else value


def _order(name: str) -> tuple[int, str]:
    return (_READ.index(name), "") if name in _READ else (len(_READ), name)


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
    """What each ruling comes to. Stale: a figure is gone, or is read otherwise now; a ruling that is
    seconded does not hold itself."""
    found: list[Replayed] = []
    holds: dict[tuple[str, str | None], Replayed] = {}
    for seq, ruling in enumerate(rulings, 1):
        replayed = _replayed(seq, ruling, lookup)
        if ruling.ruling == "second" and (ruling.of, replayed.figure_id) not in holds:
            replayed = replace(replayed, stale=True)
        if not replayed.stale:
            holds[ruling.id, replayed.figure_id] = replayed
        found.append(replayed)
    return found


def effects(replayed: Iterable[Replayed]) -> str:
    """One hash over all that the rulings change in what is compared: a confirmation changes nothing."""
    about = [
        (r.figure_id, r.ruling) for r in replayed if not r.stale and r.ruling.about == "figure"
    ]
    stands = standings((figure, ruling) for figure, ruling in about if figure is not None)
    changed = [(f, p) for f, s in stands.items() if (p := position(s.ruling)) not in _NO_CHANGE]
    added = [
        (r.figure_id, r.ruling.id) for r in replayed if r.ruling.ruling == "add" and not r.stale
    ]
    pairs = [
        (r.ruling.about, r.ruling.ruling, r.figure_id, r.other_figure_id)
        for r in replayed
        if r.ruling.about != "figure" and not r.stale
    ]
    return sha256(json.dumps([sorted(changed), added, pairs]).encode()).hexdigest()


_NO_CHANGE = (position_of("right"), position_of("unsure"))


def _replayed(seq: int, ruling: Ruling, lookup: Lookup) -> Replayed:
    candidates = [lookup(subject) for subject in ruling.subject]
    if ruling.about == "figure":  # of several texts of one name, that of which it still holds
        [rows] = candidates
        holds = [row for row in rows if all(_same(row, name, v) for name, v in ruling.was.items())]
        if ruling.ruling == "add":  # else the program reads a figure there by itself
            holds = [row for row in holds if row.get("rule", BY_A_PERSON) == BY_A_PERSON]
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
    return name in row and bool(_told(name, row) == value)


def lookup(store: Store) -> Lookup:
    """Finds the figures that a subject names in a database: a text's newest version first."""

    def find(subject: Mapping[str, Any]) -> list[dict[str, Any]]:
        return list(
            store.query(
                "SELECT f.* FROM document d CROSS JOIN figure f ON f.document_id = d.id"  # in this order
                " WHERE (d.name = :document OR d.id = :document) AND f.number_start = :number_start"
                " AND f.number_end = :number_end AND f.category = :category"
                " ORDER BY d.published_at DESC, d.id",
                {name: _plain(subject[name]) for name in _NAMES},
            )
        )

    return find


def _plain(value: Any) -> Any:
    """What SQLite can be asked for: a hostile line may hold lists where a name should stand, or numbers that
    are too large."""
    fits = isinstance(value, str) or isinstance(value, int) and abs(value) < 2**63
    return value if fits else json.dumps(value)


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

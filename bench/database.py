"""A database of made reports, in the real schema and through the store's own writer.

``python -m bench.database build/bench.db --documents 200000`` gives five figures a document, the same rows
on every run. Memory is bounded: one incident at a time is held, and documents are written by the hundred.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Sequence
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from bench.incidents import Happening, compared, happening, state
from bench.reports import Report
from bench.wording import SPEAKERS, World
from figures.model import (
    DocumentIncident,
    Extraction,
    IncidentPair,
    Replayed,
    Ruling,
    Source,
)
from figures.store import Store, write

FIGURES_EACH = 5.1  # of the incident mainly reported, on average; with those of others about five
BATCH = 200
RUNNING = 100  # reports that would tell of a running count alone
RULINGS = ("confirm", "correct", "reject", "unsure")


class Maker:
    """Writes made incidents and their reports into a store."""

    def __init__(self, store: Store, documents: int, seed: int = 1) -> None:
        self.store, self.wanted, self.done, self.counted = store, documents, 0, 0
        self.chance = Random(seed)  # noqa: S311 - the same rows on every run
        self.world = World(self.chance)
        self.digests = 1 + documents // 5_000  # very long reviews of a year
        self.run = store.begin_run(
            version="made", rules="made", codebook="default", command="bench"
        )
        self.sources = [
            Source(f"made-{n}", name.title(), kind, None) for n, (name, kind) in enumerate(SPEAKERS)
        ]
        self.running: list[Happening] = []
        self.waiting: list[tuple[Extraction, list[tuple[str, str]], list[DocumentIncident]]] = []
        self.ruled: list[str] = []

    def make(self) -> None:
        """Everything: the running counts of the background, then incidents until the reports are enough."""
        with self.store.db.atomic():
            self._rows("source", self.sources)
            for n in range(1, 2 + self.wanted // 1_000):
                self.running.append(happening(-n, RUNNING, self.world, self.chance, running=True))
            self._rows("incident", [h.incident for h in self.running])
        sizes, before, n = self._sizes(), None, 0
        while (left := self.wanted - self.done - self.digests) > 0:
            told = happening(n, size := min(left, next(sizes)), self.world, self.chance)
            self._incident(told, size)
            if before is not None and self.chance.random() < 0.04:
                self._pair(before, told)
            before, n = told, n + 1
        for n in range(self.digests):
            self._digest(n)
        for told in self.running:
            with self.store.db.atomic():
                self._comparison(told)
        with self.store.db.atomic():
            every = self.store.connection.execute("SELECT id FROM incident").fetchall()
            write.conflicts(self.store.connection, (incident for (incident,) in every))
        self._rule()
        self.store.write_summary()

    def _sizes(self) -> Iterator[int]:
        """Reports of each incident: one very large, some large, most small."""
        yield self.wanted // 80
        yield from [self.wanted // 250 + 1] * 9
        while True:
            yield min(300, int(self.chance.paretovariate(1.25)))

    def _incident(self, told: Happening, size: int) -> None:
        with self.store.db.atomic():
            self._rows("incident", [told.incident])
        began = datetime(told.day.year, told.day.month, told.day.day, 6, tzinfo=UTC)
        copied: list[tuple[str, str]] = []
        original = ""
        for k in range(size):
            progress = (k + 1) / size
            hours = self.chance.randint(2, 30) + (400 if size > 30 else 40) * progress
            id = self._report(told, progress, began + timedelta(hours=hours))
            if original and self.chance.random() < 0.1:
                copied.append((original, id))
            else:
                original = id
        self._flush()
        with self.store.db.atomic():
            self.store.connection.executemany(
                "UPDATE document SET copy_of = ? WHERE id = ?", copied
            )
            self._comparison(told)

    def _report(self, told: Happening, progress: float, when: datetime) -> str:
        report, chance = Report(self.world, self.chance), self.chance
        report.lead(told)
        for _ in range(min(14, 1 + int(chance.expovariate(1 / (FIGURES_EACH - 1))))):
            report.count(told, chance.choice(told.tolls), progress)
            report.fill(chance.randint(0, 2))
        if chance.random() < 0.6:
            self._aside(report)
        report.fill(int(chance.lognormvariate(2.1, 0.7)))
        kind = told.incident.kind.capitalize()
        title = f"{kind} in {told.place.name}: {self.world.names.pick(chance)}"
        return self._finish(report, told, title, when)

    def _aside(self, report: Report) -> None:
        """A count that runs in the background."""
        other = self.chance.choice(self.running)
        report.count(other, self.chance.choice(other.tolls), self.chance.random())

    def _digest(self, n: int) -> None:
        """A text of up to a million characters that tells thousands of figures of many incidents."""
        report, main = Report(self.world, self.chance), self.running[n % len(self.running)]
        length = 990_000 if n == 0 else self.chance.randint(60_000, 600_000)
        report.lead(main)
        while report.at < length * min(1, self.wanted / 20_000) or not report.figures:
            self._aside(report)
            report.fill(2)
        when = datetime(2026, 1, 1, tzinfo=UTC)
        self._finish(report, main, f"A year in review, part {n}", when)
        self._flush()

    def _finish(self, report: Report, told: Happening, title: str, when: datetime) -> str:
        """Hand a report on to be written, its figures to their claims; returns the document's id."""
        done = report.finished(f"made/{self.done:07}.txt", title, when)
        document, of = done.document, {}
        for figure, said in zip(done.figures, report.figures, strict=True):
            of[figure.id] = said.of.incident.id
            if figure.status == "asserted":
                state(
                    said.toll,
                    figure,
                    said.bounds,
                    said.dissent,
                    document.id,
                    document.published_at,
                )
        main = told.incident.id
        speaks_of = [
            DocumentIncident(document.id, i, "main" if i == main else "background", WHY[i == main])
            for i in sorted({main, *of.values()})
        ]
        self.waiting.append((done, [(i, f) for f, i in of.items()], speaks_of))
        if self.chance.random() < 0.003:
            self.ruled.append(done.figures[0].id)
        self.done += 1
        self.counted += len(done.figures)
        if len(self.waiting) >= BATCH:
            self._flush()
        return document.id

    def _flush(self) -> None:
        """Write the documents that wait, in one transaction."""
        connection = self.store.connection
        with self.store.db.atomic():
            for extraction, incidents, speaks_of in self.waiting:
                write.document(connection, extraction, self.run)
                connection.executemany("UPDATE figure SET incident_id = ? WHERE id = ?", incidents)
                self._rows("document_incident", speaks_of)
        self.waiting.clear()

    # -- what the comparison would find -------------------------------------------------------

    def _comparison(self, told: Happening) -> None:
        rows = compared(told, self.chance, [s.id for s in self.sources])
        for table in fields(rows):
            self._rows(table.name, getattr(rows, table.name))

    def _pair(self, one: Happening, other: Happening) -> None:
        left, right = sorted((one.incident.id, other.incident.id))
        with self.store.db.atomic():
            why = "Both tell of the same week."
            self._rows("incident_pair", [IncidentPair(left, right, "maybe_same", why)])
            if self.chance.random() < 0.3:
                self.store.connection.execute(
                    'UPDATE incident SET "within" = ? WHERE id = ?',
                    (one.incident.id, other.incident.id),
                )

    def _rule(self) -> None:
        """People's rulings on some of the figures."""
        rulings = (
            Ruling(
                f"made-{seq}", "2026-01-02T10:00:00+00:00", "A. Editor", "figure", ({"document": "made"},),
                kind, {"low": 3, "high": 3} if kind == "correct" else {}, {}, "looked at",
            )
            for seq in range(len(self.ruled)) for kind in [RULINGS[seq % len(RULINGS)]]
        )  # fmt: skip
        self.store.write_rulings(
            [
                Replayed(seq, ruling, figure, None, False)
                for seq, (figure, ruling) in enumerate(zip(self.ruled, rulings, strict=True), 1)
            ]
        )

    def _rows(self, table: str, rows: Sequence[Any]) -> None:
        if rows:
            names = [f.name for f in fields(rows[0])]
            values = ([write.plain(getattr(row, name)) for name in names] for row in rows)
            write.insert(self.store.connection, table, names, values)


WHY = {
    True: "The same place and day; the same kind of event.",
    False: "It tells a running count.",
}


def build(path: Path, documents: int) -> Maker:
    """Make the database anew."""
    for suffix in ("", "-wal", "-shm"):
        Path(f"{path}{suffix}").unlink(missing_ok=True)
    started = time.monotonic()
    with Store(path) as store:
        # a made database need not survive a crash
        store.connection.execute("PRAGMA synchronous = OFF")
        store.connection.execute("PRAGMA cache_size = -400000")
        maker = Maker(store, documents)
        maker.make()
        store.end_run(maker.run, comparison="made", seconds=time.monotonic() - started)
    return maker


def main() -> None:
    """Build and tell."""
    import resource

    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("path", type=Path)
    parser.add_argument("--documents", type=int, default=200_000)
    given = parser.parse_args()
    given.path.parent.mkdir(parents=True, exist_ok=True)
    started = time.monotonic()
    made = build(given.path, given.documents)
    print(
        f"{given.path}: {made.done:,} documents, {made.counted:,} figures,"
        f" {given.path.stat().st_size / 1e9:.2f} GB in {time.monotonic() - started:.0f} s,"
        f" at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB of memory"
    )


if __name__ == "__main__":
    main()

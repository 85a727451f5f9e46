"""The public database: the archive's, row by row, as the terms allow."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from itertools import groupby
from pathlib import Path
from typing import Any

from figures.publishing.closed import (
    WORDS,
    Closed,
    closed_documents,
    counted,
    only_words_of,
    without_quotes,
    without_words,
)
from figures.publishing.names import Names
from figures.publishing.public.terms import Terms
from figures.publishing.public.texts import kept
from figures.store import Store, counting, schema
from figures.store.write import insert

Row = dict[str, Any]
_ALL = "1"
_BATCH = 1000
# Fields of a figure that hold words of the report, other than its quote and sentence. Who says so and
# where are told whatever the terms; what goes beyond that only where words are.
_ONLY_WITH_WORDS = ("subject", "since", "caveat", "background")
_EVIDENCE_IN_WORDS = frozenset((*_ONLY_WITH_WORDS, "quote"))

PUBLICATION = """
-- On what terms this copy was made, and of what.
CREATE TABLE publication (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""


def write(store: Store, path: Path, terms: Terms, archive: Store | None = None) -> None:
    """Write what the terms allow of a database into a new file, which needs no other beside it.

    The same rows and terms give the same bytes. ``archive``: the database whose journal is named, where
    ``store`` is made from it.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as public:
        public.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
            f"BEGIN; {schema.statements()} {PUBLICATION}"
            f"PRAGMA application_id = {schema.APPLICATION_ID}; PRAGMA user_version = {schema.VERSION};"
        )
        guards = public.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name <> 'document_into_search'"
        ).fetchall()
        for (name,) in guards:  # nobody writes to it any more
            public.execute(f"DROP TRIGGER {name}")
        _Copy(store, public, terms).run()
        counting.values(public)
        insert(
            public, "publication", ("name", "value"), sorted(_told(archive or store, terms).items())
        )
        public.execute("INSERT INTO document_fts (document_fts) VALUES ('optimize')")
        public.execute("DROP TRIGGER document_into_search")
        public.execute("COMMIT")
        public.execute("VACUUM")
        public.execute("PRAGMA journal_mode = DELETE")


def _told(store: Store, terms: Terms) -> dict[str, str]:
    """What the public database says of itself; the journal's last row names the state of the archive."""
    rows = store.query("SELECT seq, at, hash FROM log ORDER BY seq DESC LIMIT 1")
    last: Row = next(rows, {"seq": 0, "at": "", "hash": ""})
    return {
        "about": terms.in_words(),
        "archive_at": last["at"],
        "archive_log_hash": last["hash"],
        "archive_log_row": str(last["seq"]),
        "rules": store.rules() or "",
        "terms": json.dumps(terms.as_row(), sort_keys=True),
    }


class _Copy:
    """One copying of a database: every table has its way, and one that has none is not copied."""

    def __init__(self, store: Store, public: sqlite3.Connection, terms: Terms) -> None:
        self.store, self.public, self.terms = store, public, terms
        self.names = None if terms.names else Names(store)
        self.confidential = closed_documents(store)
        self.closed = set(self.confidential)  # documents of which no words are published
        self.concluded = Closed(store, self.confidential)

    def run(self) -> None:
        self._documents()
        there = {row["name"] for row in self.store.query("SELECT name FROM sqlite_master")}
        for table, row_of in self.ways().items():
            if table not in there:
                continue
            info = self.store.query(f"PRAGMA table_info({table})")
            columns = [(row["name"], row["pk"]) for row in info]
            keys = [name for name, place in sorted(columns, key=lambda c: int(c[1])) if place]
            order = ", ".join(f'"{key}"' for key in keys)
            rows = self.store.query(f"SELECT * FROM {table} ORDER BY {order}")  # noqa: S608
            names = [name for name, _ in columns]
            public = (told for row in rows if (told := row_of(row)))
            insert(self.public, table, names, ([*told.values()] for told in public))

    def ways(self) -> Mapping[str, Callable[[Row], Row | None]]:
        """Table → what becomes of a row of it, None where it is left out; documents and figures are copied
        together, before."""
        return {
            "run": _as_it_is,
            "raw": lambda row: {**row, "bytes": b""},  # what was read can be told by its hash
            "rule": _as_it_is,
            "evidence_row": self._evidence,
            "rejection_row": _as_it_is,
            "incident": self._incident,
            "incident_alias": _as_it_is,
            "document_incident": self._document_incident,
            "incident_pair": self._incident_pair,
            "source": self._source,
            "country": _as_it_is,
            "method": _as_it_is,
            "toll": self._toll,
            "toll_by_codebook": _as_it_is,
            "claim": self._claim,
            "claim_figure": _as_it_is,
            "claim_relation": self._relation,
            "conflict": self._conflict,
            "finding": self._finding,
            "ruling": self._ruling,
            "review": _as_it_is,
            "summary": _as_it_is,
        }

    # Names of files and the like, of concern at home alone; and what is counted anew.
    NOT_COPIED = ("issue", "log", "value_count")
    COPIED_TOGETHER = ("document", "figure")

    # -- documents and their figures ----------------------------------------------------------

    def _documents(self) -> None:
        rows = self.store.query("SELECT * FROM figure ORDER BY document_id, number_start, category")
        grouped = groupby(rows, key=lambda row: row["document_id"])
        at, found = next(grouped, (None, iter(())))
        documents: list[Row] = []
        figures: list[Row] = []
        for document in self.store.query("SELECT * FROM document ORDER BY id"):
            of_this: list[Row] = []
            if document["id"] == at:
                of_this = list(found)
                at, found = next(grouped, (None, iter(())))
            public = self._document(document, of_this)
            documents.append(public)
            figures += [self._figure(figure, public["text"]) for figure in of_this]
            if len(documents) == _BATCH:
                self._insert(documents, figures)
        self._insert(documents, figures)

    def _insert(self, documents: list[Row], figures: list[Row]) -> None:
        for table, rows in (("document", documents), ("figure", figures)):
            if rows:
                insert(self.public, table, list(rows[0]), [[*row.values()] for row in rows])
                rows.clear()

    def _document(self, row: Row, figures: list[Row]) -> Row:
        text, mode = row["text"], self.terms.of(row["access"])
        if mode == "none":
            self.closed.add(row["id"])
        if mode != "full":
            first, last = (
                ("start", "end") if mode == "quotes" else ("sentence_start", "sentence_end")
            )
            spans = [(f[first], f[last]) for f in figures] if mode != "none" else []
            text = kept(self._hide(text, row["id"]), spans)
        else:
            text = self._hide(text, row["id"])
        return {
            **row,
            "text": text,
            "title": None
            if row["id"] in self.confidential
            else self._hide(row["title"], row["id"]),
            "name": self._hide(row["name"], row["id"], any_case=True),
            "publisher": self._hide(row["publisher"], row["id"]),
            "url": row["url"] if self.names is None else self.names.address(row["url"], row["id"]),
        }

    def _figure(self, row: Row, text: str) -> Row:
        document = row["document_id"]
        told = {name: self._hide(row[name], document) for name in WORDS}
        if document in self.confidential:
            return without_words(row)
        if document in self.closed:
            return {**row, **told, **dict.fromkeys(_ONLY_WITH_WORDS), **counted(row)}
        return {
            **row,
            **told,
            "quote": text[row["start"] : row["end"]],
            "reported": text[row["number_start"] : row["number_end"]],
            "sentence": text[row["sentence_start"] : row["sentence_end"]],
        }

    # -- the other tables ---------------------------------------------------------------------

    def _evidence(self, row: Row) -> Row:
        document = self._document_of(row["figure_id"])
        closed = document in self.closed and row["field"] in _EVIDENCE_IN_WORDS
        closed = closed or (document in self.confidential and row["field"] in WORDS)
        return {**row, "value": None if closed else self._hide(row["value"], document)}

    def _incident(self, row: Row) -> Row:
        row = self.concluded.incident(row, row["id"])
        names = ("label", "why", "place")
        return {**row, **{n: self._hide(row[n], row["id"], any_case=n == "why") for n in names}}

    def _document_incident(self, row: Row) -> Row:
        of = (row["document_id"], row["incident_id"])
        why = self._why(row["why"], "id = ?", row["document_id"])
        return {**row, "why": self._hide(why, *of, any_case=True)}

    def _incident_pair(self, row: Row) -> Row:
        of = (row["left_id"], row["right_id"])
        told = "id IN (SELECT document_id FROM document_incident WHERE incident_id IN (?, ?))"
        return {**row, "why": self._hide(self._why(row["why"], told, *of), *of, any_case=True)}

    def _why(self, why: str, told: str, *of: str) -> str:
        """A reason with no word of a report that is not published: ``told`` finds the documents, which are
        in the public database already."""
        texts = self.public.execute(f"SELECT title, text FROM document WHERE {told}", of)  # noqa: S608
        return only_words_of(why, "\n".join(words for row in texts for words in row if words))

    def _toll(self, row: Row) -> Row:
        row = self.concluded.toll(row)
        told = {n: self._hide(row[n], row["incident_id"]) for n in ("of_group", "area")}
        return {**row, **told}

    def _source(self, row: Row) -> Row | None:
        return None if row["id"] in self.concluded.sources else row

    def _claim(self, row: Row) -> Row:
        """Who says or denies a count is not told where only a report that is not open tells it."""
        if row["first_document_id"] in self.confidential:
            row = {**row, "source_id": None}
        if row["denied_by"] != "[]":
            told = self.concluded.denied_by(row["id"], row["denied_by"])
            row = {**row, "denied_by": self._hide(told, self._incident_of(row["id"]))}
        return row

    def _conflict(self, row: Row) -> Row:
        for side in ("left", "right") if self.confidential else ():
            sql = "SELECT first_document_id FROM claim WHERE id = ?"
            if self.store.one(sql, (row[f"{side}_claim_id"],)) in self.confidential:
                row = {**row, f"{side}_attribution_kind": None}
        return row

    def _relation(self, row: Row) -> Row:
        incident = self._incident_of(row["left_claim_id"])
        return {**row, "reason": self._hide(row["reason"], incident)}

    def _incident_of(self, claim: str) -> str:
        sql = "SELECT t.incident_id FROM claim c JOIN toll t ON t.id = c.toll_id WHERE c.id = ?"
        found: str = self.store.one(sql, (claim,))
        return found

    def _finding(self, row: Row) -> Row:
        sentence = self._hide(row["sentence"], row["incident_id"])
        if self.closed.intersection(self._document_of(f) for f in json.loads(row["figures"])):
            sentence = without_quotes(sentence)
        return {**row, "sentence": sentence}

    def _ruling(self, row: Row) -> Row:
        of = [self._document_of(row[n]) for n in ("figure_id", "other_figure_id") if row[n]]
        texts = {
            n: self._hide(row[n], *of, any_case=True) for n in ("subject", "set", "was", "reason")
        }
        if self.closed.intersection(of):
            texts |= {"was": "{}", "set": _numbers_of(row["set"]), "reason": "…"}
        return {**row, **texts}

    def _document_of(self, figure: str) -> str | None:
        found: str | None = self.store.one("SELECT document_id FROM figure WHERE id = ?", (figure,))
        return found

    def _hide(self, text: Any, *of: str | None, any_case: bool = False) -> Any:
        return text if self.names is None else self.names.hide(text, *of, any_case=any_case)


def _as_it_is(row: Row) -> Row:
    return row


def _numbers_of(change: str) -> str:
    """What a ruling sets, without words of the report."""
    told = {
        n: v for n, v in json.loads(change).items() if n in ("category", "value", "low", "high")
    }
    return json.dumps(told, ensure_ascii=False)


def rows_of(path: Path, table: str) -> Iterator[Row]:
    """The rows of a table of a public database, which is only read."""
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        cursor = connection.execute(f"SELECT * FROM {table}")  # noqa: S608
        names = [d[0] for d in cursor.description]
        yield from (dict(zip(names, row, strict=True)) for row in cursor)
    finally:
        connection.close()

"""Reports that are not open to everybody: their counts are published, none of their words.

What the program concludes repeats words of reports too: where an incident is, of which area a toll is, who
denies a count, which names two reports share. Those of a closed report are left out there as well.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from typing import Any

from figures.comparison.sources import source_of
from figures.publishing.tables import count
from figures.store import Store

_OPEN = frozenset("open public".split())
_QUOTED = re.compile("“[^”]*”")
_SHARED = re.compile(r"(shared names|the same (?:address|street|victim)) \(([^()]*)\)", re.I)
# Fields of a figure that hold words of its report, other than its quote and sentence.
WORDS = ("subject", "since", "attributed_to", "via", "caveat", "place", "background")


def is_open(access: str | None) -> bool:
    """Whether the words of a report may be published, by what its input says of its access.

    >>> is_open(None), is_open("Public"), is_open("restricted")
    (True, True, False)
    """
    return access is None or access.strip().lower() in _OPEN


def closed_documents(store: Store) -> set[str]:
    """The ids of the documents that are not open."""
    rows = store.query("SELECT id, access FROM document WHERE access IS NOT NULL")
    return {row["id"] for row in rows if not is_open(row["access"])}


def counted(row: dict[str, Any]) -> dict[str, str]:
    """What stands in the place of a figure's quote and sentence: its count in our words.

    >>> counted({"low": 12, "high": None, "qualifier": "at_least"})
    {'quote': '[at least 12]', 'reported': '[at least 12]', 'sentence': ''}
    """
    quote = f"[{count(row['low'], row['high'], row['qualifier'])}]"
    return {"quote": quote, "reported": quote, "sentence": ""}


def without_words(row: dict[str, Any]) -> dict[str, Any]:
    """The row of a figure without a word of its report and without who said it, of whatever kind: what was
    counted, where and when stay as data."""
    left_out = (*WORDS, "attribution_kind")
    return {**row, **counted(row), **{name: None for name in left_out if name in row}}


def without_quotes(sentence: str) -> str:
    """A sentence of ours without the quotes in it.

    >>> without_quotes("“20” and “33”: they contradict each other.")
    '“…” and “…”: they contradict each other.'
    """
    return _QUOTED.sub("“…”", sentence)


def only_words_of(why: str, text: str) -> str:
    """Why reports belong together, with only those of their words that stand in a published text.

    >>> only_words_of("The same place (Derna); shared names (korolenko, lesk).", "A rocket hit Lesk.")
    'The same place (Derna); shared names (lesk).'
    >>> only_words_of("Shared names (korolenko).", "")
    'Shared names.'
    """
    if not (shared := _SHARED.search(why)):
        return why
    text = text.lower()
    told = [word for word in shared[2].split(", ") if word.lower() in text]
    instead = f"{shared[1]} ({', '.join(told)})" if told else shared[1]
    before, after = why[: shared.start()], why[shared.end() :]
    return before + instead + only_words_of(after, text)


class Closed:
    """What the program concludes of closed reports alone: whose words are in it is asked of the archive."""

    def __init__(self, store: Store, documents: Collection[str]) -> None:
        self._store, self._ids = store, json.dumps(sorted(documents))
        self.tolls: set[str] = set()
        self.incidents: set[str] = set()
        self.sources: set[str] = set()  # that closed reports alone name
        if documents:
            openly = {found for name in self._of(_NAMED) if (found := source_of(name))}
            self.sources = {row["id"] for row in store.query("SELECT id FROM source")} - openly
            self.tolls = self._of(_AREAS)
            self.incidents = self._of(_PLACES)

    def _of(self, sql: str, *more: Any) -> set[str]:
        rows = self._store.connection.execute(sql, (self._ids, *more))
        return {row[0] for row in rows}

    def toll(self, row: dict[str, Any]) -> dict[str, Any]:
        """A toll, its area without the words in which closed reports alone tell it."""
        area = f"not told ({row['id'][:8]})" if row["id"] in self.tolls else row["area"]
        return {**row, "area": area}

    def incident(self, row: dict[str, Any], identity: str, label: str = "label") -> dict[str, Any]:
        """A row that names an incident, without a place that only the words of closed reports tell."""
        if identity not in self.incidents:
            return row
        told = {label: row[label].replace(f", {row['place']}", "", 1), "place": None}
        if "why" in row:
            told["why"] = row["why"].replace(f" at {row['place']}", ", place not told", 1)
        return {**row, **told}

    def denied_by(self, claim: str, told: str) -> str:
        """Who denies a claim, a JSON list, without those whom closed reports alone name."""
        openly = self._of(_DENIALS, claim)
        return json.dumps([who for who in json.loads(told) if who in openly], ensure_ascii=False)


_OPENLY = "document_id NOT IN (SELECT value FROM json_each(?1))"
_AREAS = (
    "SELECT t.id FROM toll t WHERE t.area <> '' AND NOT EXISTS"  # noqa: S608
    " (SELECT 1 FROM claim c JOIN claim_figure m ON m.claim_id = c.id JOIN figure f ON f.id = m.figure_id"
    f" WHERE c.toll_id = t.id AND f.{_OPENLY})"
)
_PLACES = (  # a place of the gazetteer is told in its words
    "SELECT i.id FROM incident i WHERE i.place IS NOT NULL AND i.gazetteer_id IS NULL AND NOT EXISTS"  # noqa: S608
    " (SELECT 1 FROM document_incident m JOIN document d ON d.id = m.document_id"
    f" WHERE m.incident_id = i.id AND m.{_OPENLY} AND instr(d.text, i.place))"
)
_NAMED = (  # publishers are told of every report
    "SELECT publisher FROM document WHERE publisher IS NOT NULL"  # noqa: S608
    f" UNION SELECT attributed_to FROM figure WHERE attributed_to IS NOT NULL AND {_OPENLY}"
    f" UNION SELECT via FROM figure WHERE via IS NOT NULL AND {_OPENLY}"
)
_DENIALS = (
    "SELECT f.attributed_to FROM claim c JOIN toll t ON t.id = c.toll_id"  # noqa: S608
    " JOIN document_incident m ON m.incident_id = t.incident_id"
    " JOIN figure f ON f.document_id = m.document_id"
    f" WHERE c.id = ?2 AND f.status = 'denied' AND f.category = t.category AND f.{_OPENLY}"
)

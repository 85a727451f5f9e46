"""What the exports are made of: the figures, incidents and tolls as published, names hidden in them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from figures.publishing.about import About
from figures.publishing.cells import json_line, to_csv
from figures.publishing.closed import (
    Closed,
    closed_documents,
    counted,
    without_quotes,
    without_words,
)
from figures.publishing.names import Names
from figures.publishing.tables import FIELDS
from figures.store import Store

Row = dict[str, Any]

# The fields of `figures extract`, then what only a database knows.
COLUMNS = (
    *FIELDS,
    *"document_id publisher url published_on incident_id".split(),
    *"ruled ruling_id ruled_by ruling_reason review reviewed_by contested".split(),
    *"machine_category machine_value machine_low machine_high".split(),
)
_WORDS = (
    "quote reported sentence subject since attributed_to via caveat place background publisher"
    " ruling_reason"
).split()
INCIDENT = (
    "id label kind scope place admin1 country country_name latitude longitude gazetteer_id earliest latest"
    " within documents"
).split()
TOLL = (
    "id incident_id category scope window_from window_to unit of_group area low best high attackers"
    " sources_low sources_high documents state standing codebook best_from countable left_out"
).split()
CONFLICT = (
    *"incident_id incident place country earliest latest category scope unit kind".split(),
    *(f"{side}_{name}" for side in ("left", "right")
      for name in "low high figure_id quote attributed_to publisher url published_on sources".split()),
    "gap", "explanation",
)  # fmt: skip
DOCUMENT = (
    "id name publisher title url published published_on rights access copy_of replaces".split()
)


class Source:
    """A database to export. ``names``: with the names of victims; ``closed``: with the words of reports
    that are not open; ``base``: the address of its pages, under which a figure is ``base/figures/figure/ID``."""

    def __init__(
        self,
        store: Store,
        *,
        names: bool = False,
        closed: bool = False,
        about: About | None = None,
        base: str = "",
    ) -> None:
        self.store = store
        self.about = about or About()
        self.base = base.rstrip("/")
        self._names = None if names else Names(store)
        self.names_hidden = not names
        self.closed: set[str] = set() if closed else closed_documents(store)
        self._concluded = Closed(store, self.closed)

    def figures(self) -> Iterator[Row]:
        """The figures, the rulings applied, in the order of the documents' names and of their texts."""
        names = ", ".join(f'"{name}"' for name in COLUMNS)
        for row in self.store.query(
            f"SELECT {names} FROM published_figure"  # noqa: S608
            " ORDER BY document, document_id, number_start, machine_category"
        ):
            row["groups"] = json.loads(row["groups"])
            if row["document_id"] in self.closed:
                row = {**without_words(row), "ruling_reason": None}
            yield self.hidden(row, _WORDS, row["document_id"], document="document", address="url")

    def incidents(self) -> Iterator[Row]:
        """The incidents by their ids, each with the number of reports that are no copies."""
        for row in self.store.query(
            "SELECT i.*, c.name AS country_name,"
            " (SELECT count(*) FROM document_incident di JOIN document d ON d.id = di.document_id"
            "   WHERE di.incident_id = i.id AND d.copy_of IS NULL) AS documents"
            " FROM incident i LEFT JOIN country c ON c.code = i.country ORDER BY i.id"
        ):
            row = self._concluded.incident(row, row["id"])
            told = self.hidden(row, ("label", "place"), row["id"])
            yield {name: told[name] for name in INCIDENT}

    def tolls(self, incident: str | None = None) -> Iterator[Row]:
        """The tolls by their incidents, and whether each may be added to others; all, or of one incident."""
        for row in self.store.query(
            "SELECT *, left_out IS NULL AS countable FROM counted_toll"
            " WHERE ?1 IS NULL OR incident_id = ?1 ORDER BY incident_id, category, id",
            (incident,),
        ):
            row = self._concluded.toll(row)
            told = self.hidden(row, ("of_group", "area"), row["incident_id"])
            yield {name: told[name] for name in TOLL}

    def conflicts(self) -> Iterator[Row]:
        """The open conflicts, the widest gap first."""
        for row in self.store.query(
            "SELECT *, (SELECT document_id FROM figure WHERE id = left_figure_id) AS one,"
            " (SELECT document_id FROM figure WHERE id = right_figure_id) AS other"
            " FROM open_conflict ORDER BY gap DESC, left_claim_id, right_claim_id"
        ):
            of = (row["incident_id"], row["one"], row["other"])
            row = self._concluded.incident(row, row["incident_id"], "incident")
            words = ("incident", "place", "explanation", "left_quote", "right_quote",
                     "left_attributed_to", "right_attributed_to")  # fmt: skip
            told = self._conflict_without_words(self.hidden(row, words, *of))
            for side in ("left_url", "right_url"):
                told[side] = self.address(told[side], *of)
            yield {name: told[name] for name in CONFLICT}

    def _conflict_without_words(self, row: Row) -> Row:
        for side, document in (("left", row["one"]), ("right", row["other"])):
            if document in self.closed:
                bounds = {"low": row[f"{side}_low"], "high": row[f"{side}_high"], "qualifier": None}
                row |= {f"{side}_quote": counted(bounds)["quote"], f"{side}_attributed_to": None}
                row["explanation"] = without_quotes(row["explanation"])
        return row

    def documents(self) -> Iterator[Row]:
        """The reports by their ids, without their texts."""
        columns = ", ".join(DOCUMENT)
        for row in self.store.query(f"SELECT {columns} FROM document ORDER BY id"):  # noqa: S608
            if row["id"] in self.closed:
                row["title"] = None
            yield self.hidden(
                row, ("title", "publisher"), row["id"], document="name", address="url"
            )

    # -- names --------------------------------------------------------------------------------

    def hidden(
        self, row: Row, words: Any, *of: str | None, document: str = "", address: str = ""
    ) -> Row:
        """A row with names hidden in some columns; ``document`` and ``address`` name columns of such."""
        if self._names is None:
            return row
        told = {name: self._names.hide(row[name], *of) for name in words}
        if document:
            told[document] = self._names.hide(row[document], *of, any_case=True)
        if address:
            told[address] = self.address(row[address], *of)
        return {**row, **told}

    def hide(self, text: Any, *of: str | None) -> Any:
        """A text with names hidden, as `Names.hide` does."""
        return text if self._names is None else self._names.hide(text, *of)

    def address(self, url: str | None, *of: str | None) -> str | None:
        """An address; one that tells a name leads to its publisher alone."""
        return url if self._names is None else self._names.address(url, *of)

    def page(self, table: str, identity: str) -> str:
        """The address of a row's page; a name that is unique, where no address was given."""
        return (
            f"{self.base}/figures/{table}/{identity}"
            if self.base
            else f"urn:figures:{table}:{identity}"
        )


def csv_lines(source: Source) -> Iterator[str]:
    """Every figure, a line each, safe to open in a spreadsheet."""
    yield to_csv(COLUMNS, ())
    for row in source.figures():
        yield to_csv(COLUMNS, [row], header=False)


def jsonl_lines(source: Source) -> Iterator[str]:
    """Every figure, one JSON object a line."""
    return map(json_line, source.figures())

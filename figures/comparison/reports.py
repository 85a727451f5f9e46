"""The reports being compared, as they are asked for: a few thousand are held at a time, however many there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Protocol

from figures.comparison import copies
from figures.comparison.accounts import Account, accounts
from figures.comparison.graph import identity
from figures.comparison.index import Index
from figures.comparison.rulings import Ruled
from figures.model import Document, Figure

_HELD = 2000  # reports, those asked for last
_ACCOUNTS = 12000  # and accounts


class Archive(Protocol):
    """Where documents and their figures are kept."""

    def document(self, document_id: str) -> Document: ...

    def figures_of(self, document_id: str) -> Sequence[Figure]: ...

    def named(self, name: str) -> Sequence[str]:
        """The ids of the documents of this name or id, in order."""
        ...


class Held:
    """Documents and figures held in memory."""

    def __init__(
        self, documents: Sequence[Document], figures: Mapping[str, Sequence[Figure]]
    ) -> None:
        self._documents = {d.id: d for d in sorted(documents, key=lambda d: d.id)}
        self._figures = figures
        self._named: dict[str, list[str]] = {}
        for d in self._documents.values():
            self._named.setdefault(d.name, []).append(d.id)
            self._named.setdefault(d.id, []).append(d.id)

    def document(self, document_id: str) -> Document:
        return self._documents[document_id]

    def figures_of(self, document_id: str) -> Sequence[Figure]:
        return self._figures.get(document_id, ())

    def named(self, name: str) -> Sequence[str]:
        return self._named.get(name, [])


class Reports:
    """Documents with their figures as ruled, and what the comparison asks of them."""

    def __init__(self, archive: Archive, ruled: Ruled, index: Index) -> None:
        self.archive = archive
        self.ruled = ruled
        # of whoever is quoted by the reports looked at, and of those that print them
        self.names: set[str | None] = set()
        self.document = lru_cache(_HELD)(self._document)
        self.figures = lru_cache(_HELD)(self._figures)
        self.account = lru_cache(_ACCOUNTS)(index.account)
        self.wordless = lru_cache(_ACCOUNTS)(index.wordless)
        self.runs = lru_cache(_HELD)(self._runs)

    def _document(self, document_id: str) -> Document:
        found = self.archive.document(document_id)
        self.names.add(found.publisher)
        return found

    def _figures(self, document_id: str) -> dict[str, Figure]:
        found = self.archive.figures_of(document_id)
        self.names.update(name for f in found for name in (f.attributed_to, f.via))
        return {f.id: f for f in self.ruled.figures(found)}

    def accounts(self, document_id: str) -> list[Account]:
        """The accounts of a document made anew; `account` gives one that the index keeps."""
        return accounts(self.document(document_id), tuple(self.figures(document_id).values()))

    def _runs(self, text: int) -> copies.Runs:
        return copies.runs(self.document(identity(text)).text)

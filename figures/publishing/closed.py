"""Reports that are not open to everybody: their counts are published, none of their words."""

from __future__ import annotations

import re
from typing import Any

from figures.publishing.tables import count
from figures.store import Store

_OPEN = frozenset("open public".split())
_QUOTED = re.compile("“[^”]*”")
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
    """The row of a figure without a word of its report: what was counted, where and when stay as data."""
    return {**row, **counted(row), **{name: None for name in WORDS if name in row}}


def without_quotes(sentence: str) -> str:
    """A sentence of ours without the quotes in it.

    >>> without_quotes("“20” and “33”: they contradict each other.")
    '“…” and “…”: they contradict each other.'
    """
    return _QUOTED.sub("“…”", sentence)

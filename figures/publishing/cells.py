"""Cells that are safe to print and to open in a spreadsheet: article text is hostile."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

_FORMULA = tuple("=+-@\t\r\n|%＝＋－＠")


def safe(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula: text that begins like one gets an apostrophe.

    >>> safe("=cmd()"), safe("  @sum"), safe("12 people"), safe(-3), safe(None)
    ("'=cmd()", "'  @sum", '12 people', -3, '')
    """
    if value is None:
        return ""
    if not isinstance(value, str):
        return value
    stripped = value.lstrip(" \u00a0\u3000\u200b\ufeff")
    return "'" + value if stripped.startswith(_FORMULA) or value.startswith(_FORMULA) else value


def to_csv(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """Rows as CSV: UTF-8 text, LF line ends, a header, safe cells."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([safe(row.get(c)) for c in columns])
    return out.getvalue()


def visible(text: str) -> str:
    """Text for a terminal: control and direction characters shown as what they are, on one line.

    >>> visible("a\\x1b[2Jb\\nc")
    'a\\\\x1b[2Jb c'
    """
    flat = " ".join(text.split())
    return "".join(
        ch
        if unicodedata.category(ch) not in ("Cc", "Cf", "Co", "Cs")
        else ch.encode("unicode_escape").decode()
        for ch in flat
    )

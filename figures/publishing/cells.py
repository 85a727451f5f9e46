"""Text made safe for where it goes: a spreadsheet, a terminal, a line of JSON. Article text is hostile."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

# What begins a formula, in the forms that NFKC does not make one of the ASCII characters.
_BEGINS_FORMULA = frozenset("=+-@\N{MINUS SIGN}")
# A spreadsheet set to another separator, or one that does not honour quotes, begins a cell here.
_INNER_FORMULA = re.compile(r"(?<=[;\t\r\n])(?=[ \t\r\n]{0,20}[=+\-@＝＋－＠])")


def _begins_formula(text: str) -> bool:
    for character in text:
        if unicodedata.category(character)[0] not in "ZC":
            return unicodedata.normalize("NFKC", character)[0] in _BEGINS_FORMULA
    return False


def safe(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula: text that begins like one gets an apostrophe.

    Numbers stay numbers, None becomes the empty cell. White space, invisible characters and
    full-width forms before or in place of the sign do not hide it.

    >>> safe("=cmd()"), safe("\\u3000＝cmd()"), safe("12 people"), safe(-3), safe(None)
    ("'=cmd()", "'\\u3000＝cmd()", '12 people', -3, '')
    >>> safe("hurt; =cmd()")
    "hurt;' =cmd()"
    """
    if value is None:
        return ""
    if not isinstance(value, str):
        return value
    if value[:1] in ("\t", "\r", "\n") or _begins_formula(value):
        value = "'" + value
    return _INNER_FORMULA.sub("'", value)


def given(cell: str) -> str:
    """What a person wrote in a cell: without the apostrophe that `safe` or a spreadsheet put before it.

    >>> given(safe("=cmd()")), given("'twas")
    ('=cmd()', "'twas")
    """
    return cell[1:] if cell[:1] == "'" and safe(cell[1:]) != cell[1:] else cell


def to_csv(
    columns: Sequence[str], rows: Iterable[Mapping[str, Any]], *, header: bool = True
) -> str:
    """Rows as CSV: a header, safe cells, lists as JSON, LF line ends.

    >>> to_csv(["quote", "groups"], [{"quote": "-3 people", "groups": ["child"]}])
    'quote,groups\\n\\'-3 people,"[""child""]"\\n'
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    if header:
        writer.writerow(columns)
    for row in rows:
        cells = (row.get(column) for column in columns)
        writer.writerow(
            safe(json.dumps(c, ensure_ascii=False) if isinstance(c, (list, tuple)) else c)
            for c in cells
        )
    return out.getvalue()


def json_line(row: Mapping[str, Any]) -> str:
    """A row as one line of JSON, its line end with it.

    Characters that some readers take for line ends are escaped.

    >>> json_line({"quote": "drei T\\u00f6chter\\u2028", "low": 3})
    '{"quote": "drei Töchter\\\\u2028", "low": 3}\\n'
    """
    line = json.dumps(row, ensure_ascii=False, allow_nan=False)
    for character in "\x85\u2028\u2029":
        if character in line:
            line = line.replace(character, f"\\u{ord(character):04x}")
    return line + "\n"


def visible(text: str) -> str:
    """Text on one line for a terminal: control and direction characters are shown as escapes.

    >>> print(visible("12\\x1b[2J dead\\n\\u202egnihton"))
    12\\x1b[2J dead \\u202egnihton
    """
    return "".join(
        c.encode("unicode_escape").decode() if unicodedata.category(c) in _INVISIBLE else c
        for c in " ".join(text.split())
    )


def complaint(text: str) -> str:
    """A line about what went wrong: visible, and the middle left out where a name or a word in it has no end.

    >>> len(complaint("name " * 1_000_000)) < LONGEST_LINE + 10
    True
    """
    if len(text) > LONGEST_LINE:
        text = f"{text[: LONGEST_LINE // 2]} … {text[-LONGEST_LINE // 2 :]}"
    return visible(text)


LONGEST_LINE = 2_000
_INVISIBLE = ("Cc", "Cf", "Co", "Cs")

"""CSV that is safe to open in a spreadsheet: article text in a cell is never a formula.

Every answer of the site that is CSV goes through here, Datasette's own of tables and queries too. The
rule is that of ``figures/publishing/cells.py``, which is not at hand where a published folder is served;
a test holds the two to each other.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
import unicodedata
from typing import Any

from datasette import hookimpl

from figures_site.headers import Application

BEGINS_FORMULA = frozenset("=+-@\N{MINUS SIGN}")
INNER_FORMULA = re.compile(r"(?<=[;\t\r\n])(?=[ \t\r\n]{0,20}[=+\-@＝＋－＠])")
LONGEST = 2**31 - 1  # characters of a cell; Python's own limit is shorter than many a report
NUMBER = re.compile(r"-?\d+(\.\d+)?(e[+-]?\d+)?")


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; numbers stay numbers.

    >>> safe("=cmd()"), safe("12 people"), safe("-30.5"), safe("hurt; =cmd()")
    ("'=cmd()", '12 people', '-30.5', "hurt;' =cmd()")
    """
    if NUMBER.fullmatch(cell):
        return cell
    first = next((c for c in cell if unicodedata.category(c)[0] not in "ZC"), "")
    if cell[:1] in ("\t", "\r", "\n") or unicodedata.normalize("NFKC", first)[:1] in BEGINS_FORMULA:
        cell = "'" + cell
    return INNER_FORMULA.sub("'", cell)


class SafeCells:
    """CSV in pieces of any size, given back in whole rows with safe cells."""

    def __init__(self) -> None:
        csv.field_size_limit(LONGEST)
        self.decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self.kept: list[str] = []  # of the row that has not come to its end
        self.quoted = False

    def feed(self, piece: bytes, last: bool) -> bytes:
        """The rows that are whole with this piece."""
        text = self.decode(piece, last)
        end = len(text) if last else self.end_of_rows(text)
        if not end and not last:
            self.kept.append(text)
            return b""
        self.kept.append(text[:end])
        rows = csv.reader(io.StringIO("".join(self.kept), newline=""))
        self.kept = [text[end:]]
        out = io.StringIO(newline="")
        csv.writer(out).writerows([safe(cell) for cell in row] for row in rows)
        return out.getvalue().encode("utf-8")

    def end_of_rows(self, text: str) -> int:
        """Where the last whole row of the piece ends: at a line end outside quotes."""
        end = position = 0
        for part in re.split('(")', text):
            if part == '"':
                self.quoted = not self.quoted
            elif not self.quoted and "\n" in part:
                end = position + part.rindex("\n") + 1
            position += len(part)
        return end


def with_safe_cells(app: Application) -> Application:
    """An ASGI application whose CSV has safe cells."""

    async def application(scope: Any, receive: Any, send: Any) -> None:
        cells: SafeCells | None = None

        async def send_safe(event: Any) -> None:
            nonlocal cells
            if event["type"] == "http.response.start":
                headers = {name.lower(): value for name, value in event.get("headers", [])}
                kind = headers.get(
                    b"content-type", b""
                )  # Datasette's is plain where not downloaded
                if kind.startswith(b"text/csv") or (
                    kind.startswith(b"text/plain") and scope["path"].endswith(".csv")
                ):
                    cells = SafeCells()
                    kept = [(n, v) for n, v in headers.items() if n != b"content-length"]
                    event = {**event, "headers": kept}
            elif event["type"] == "http.response.body" and cells is not None:
                more = event.get("more_body", False)
                event = {**event, "body": cells.feed(event.get("body", b""), last=not more)}
            await send(event)

        await app(scope, receive, send_safe)

    return application


@hookimpl
def asgi_wrapper() -> Any:
    """Every answer goes through it."""
    return with_safe_cells

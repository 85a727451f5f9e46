"""A workbook for Excel and LibreOffice, written row by row: a million figures take no more memory than one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.exceptions import XlsxWriterException
from xlsxwriter.worksheet import Worksheet

from figures.publishing.about import CAVEATS, METHOD
from figures.publishing.cells import safe
from figures.publishing.export.rows import COLUMNS, CONFLICT, TOLL, Row, Source

ROWS = 1_048_575  # of a sheet, its head not counted
LONGEST = 32_767  # characters of a cell
_CUT = " … (cut)"
_NO_XML = {0xFFFE: "\ufffd", 0xFFFF: "\ufffd"}
_WIDE = {
    "quote": 30,
    "sentence": 60,
    "explanation": 60,
    "incident": 40,
    "label": 40,
    "document": 28,
}
_INCIDENT_OF_TOLL = ("incident", "place", "country", "earliest", "latest")


def write(source: Source, path: Path) -> None:
    """Write the workbook: what to know, every figure, the tolls, the conflicts."""
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = Workbook(str(path), {**options, "tmpdir": str(path.parent)})
    _about(book, source)
    _sheets(book, "figures", COLUMNS, source.figures())
    _sheets(book, "tolls", (*_INCIDENT_OF_TOLL, *TOLL), _tolls(source))
    _sheets(book, "conflicts", CONFLICT, source.conflicts())
    # the clock would make two exports of one database differ
    book.set_properties({"title": source.about.title or "Figures", "created": _built(source)})
    try:
        book.close()
    except XlsxWriterException as error:  # it hides the error of the disk in one of its own
        raise error.args[0] if isinstance(error.args[0], OSError) else error from None


def _about(book: Workbook, source: Source) -> None:
    sheet = book.add_worksheet("about")
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, 110, book.add_format({"text_wrap": True, "valign": "top"}))
    about = source.about
    told = [
        ("Title", about.title or "Figures"),
        ("Source", " ".join(filter(None, (about.source, about.source_url)))),
        ("Licence", " ".join(filter(None, (about.license, about.license_url))) or "not stated"),
        ("Method", METHOD),
        *(("Caveat", words) for words in CAVEATS),
    ]
    if source.names_hidden:
        told.append(
            ("Names", "Names of victims, so far as they are recognised, are hidden behind █.")
        )
    for at, row in enumerate(told):
        for column, words in enumerate(row):
            _put(sheet, at, column, words)


def _tolls(source: Source) -> Iterator[Row]:
    for incident in source.incidents():
        setting = {
            **{name: incident[name] for name in _INCIDENT_OF_TOLL[1:]},
            "incident": incident["label"],
        }
        for toll in source.tolls(incident["id"]):
            yield {**setting, **toll}


def _sheets(book: Workbook, name: str, columns: Sequence[str], rows: Iterable[Row]) -> None:
    """One table, on as many sheets as its rows need."""
    head = book.add_format({"bold": True, "bottom": 1})
    sheet, at, number = None, ROWS, 0
    for row in rows:
        if at == ROWS:
            number += 1
            sheet, at = _sheet(book, f"{name} {number}" if number > 1 else name, columns, head), 0
        at += 1
        for column, key in enumerate(columns):
            _put(sheet, at, column, row[key])
    if sheet is None:
        _sheet(book, name, columns, head)


def _sheet(book: Workbook, name: str, columns: Sequence[str], head: Any) -> Worksheet:
    sheet = book.add_worksheet(name)
    for column, key in enumerate(columns):
        sheet.set_column(column, column, _WIDE.get(key, 14))
        sheet.write_string(0, column, key, head)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, ROWS, len(columns) - 1)
    return sheet


def _put(sheet: Worksheet | None, row: int, column: int, value: Any) -> None:
    """A cell that holds a number or text, never a formula or a link."""
    assert sheet is not None
    if isinstance(value, (list, tuple)):
        value = json.dumps(value, ensure_ascii=False)
    if value is None or value == "":
        return
    if isinstance(value, (int, float)):
        sheet.write_number(row, column, value)
        return
    text = str(safe(value)).translate(_NO_XML)
    if len(text.encode("utf-16-le")) > 2 * LONGEST:
        text = (
            text.encode("utf-16-le")[: 2 * (LONGEST - len(_CUT))].decode("utf-16-le", "ignore")
            + _CUT
        )
    sheet.write_string(row, column, text)


def _built(source: Source) -> Any:
    """When the database was last written, which is no later than now and the same every time."""
    from datetime import datetime

    at = source.store.one("SELECT at FROM log ORDER BY seq DESC LIMIT 1")
    return datetime.fromisoformat(at).replace(tzinfo=None) if at else datetime(2000, 1, 1)

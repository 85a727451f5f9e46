"""Word files (DOCX): the text of their paragraphs and tables, in the order of the page.

A table's row is a line, its cells parted by bars, those that are empty too: their order tells the column. A table
in a cell follows the one it stands in. Deleted words, comments, notes, headers and footers are no part of the
text. As in a PDF no date is taken from the file's properties: the day it was made is not the day its report was
published.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from figures.errors import UnreadableInput
from figures.reading.documents import Article

_MOST_COLUMNS = 63  # that Word makes

#: Bytes, of the file and of a part of it when unpacked.
LARGEST = 100_000_000
#: Tags of a part, at most: each takes some 100 bytes of memory, and so many some ten seconds.
MOST_TAGS = 4_000_000

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
# What stands in a paragraph and is no word of it: what was deleted, moved away, or is told a second time
# for older programs.
_NOT_SAID = frozenset(
    [*(f"{_WORD}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "sectPr")),
     "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"]
)  # fmt: skip


def parse(content: bytes, name: str) -> Article:
    """The text of a Word file; UnreadableInput where it is locked, broken or another kind of archive."""
    if len(content) > LARGEST:
        raise UnreadableInput(name, f"larger than {LARGEST // 1_000_000} MB; split it")
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableInput(name, "locked with a password, or an old DOC; save it as DOCX")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            body = _part(archive, "word/document.xml", name)
            properties = _part(archive, "docProps/core.xml", name)
        if body is None:
            raise UnreadableInput(name, "an archive (ZIP) without a Word text; nothing was read")
        text = "\n\n".join(block for block in _blocks(body) if block.strip())
    except UnreadableInput:
        raise
    except Exception as error:  # hostile files find new ways to break a parser
        raise UnreadableInput(
            name, f"a DOCX that cannot be parsed ({type(error).__name__}); nothing was read"
        ) from None
    title = None if properties is None else properties.findtext(_TITLE)
    return Article(text=text, title=title or None)


def _part(archive: zipfile.ZipFile, part: str, name: str) -> Element | None:
    """The root of a part of the archive, None where there is no such part."""
    if part not in archive.namelist():
        return None
    with archive.open(part) as file:
        markup = file.read(LARGEST + 1)
    if len(markup) > LARGEST:
        raise UnreadableInput(name, f"its text is larger than {LARGEST // 1_000_000} MB; split it")
    if markup.count(b"<") > MOST_TAGS:
        raise UnreadableInput(name, f"more than {MOST_TAGS:,} tags: no text of a report; split it")
    if b"<!DOCTYPE" in markup.replace(b"\0", b""):  # in UTF-16 too; no Word file declares entities
        raise UnreadableInput(name, "a DOCX that declares entities; nothing was read")
    return ElementTree.fromstring(markup)  # noqa: S314 - without entities there is nothing to expand


def _blocks(element: Element, apart: list[str] | None = None) -> Iterator[str]:
    """The paragraphs within an element, and its tables, each as one block; in a cell tables go ``apart``."""
    for child in element:
        if child.tag == f"{_WORD}p":
            boxed: list[str] = []
            yield _words(child, boxed)
            yield from boxed
        elif child.tag == f"{_WORD}tbl":
            if apart is None:
                yield from _table(child)
            else:
                apart.extend(_table(child))
        elif child.tag not in _NOT_SAID:
            yield from _blocks(child, apart)


def _table(table: Element) -> Iterator[str]:
    """A table as one block, then those that stand in its cells."""
    apart: list[str] = []
    rows = [_row(row, apart) for row in _within(table, "tr")]
    yield "\n".join(filter(None, rows))
    yield from apart


def _row(row: Element, apart: list[str]) -> str:
    """A row as a line, between bars where its first or last cell is empty; a merged cell takes several places."""
    cells: list[str] = []
    for cell in _within(row, "tc"):
        cells.append(" ".join(" ".join(_blocks(cell, apart)).split()))
        span = cell.find(f"{_WORD}tcPr/{_WORD}gridSpan")
        wide = "" if span is None else span.get(f"{_WORD}val", "")
        cells += [""] * (min(int(wide[:4]), _MOST_COLUMNS) - 1 if wide.isdecimal() else 0)
    if not any(cells[1:]):  # a heading over the table, or nothing
        return "".join(cells[:1])
    line = " | ".join(cells)
    return line if cells[0] and cells[-1] else f"| {line} |"


def _within(element: Element, name: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, those in content controls too; not those of a table within."""
    for child in element:
        if child.tag == f"{_WORD}{name}":
            yield child
        elif child.tag not in _NOT_SAID:
            yield from _within(child, name)


def _words(element: Element, boxed: list[str]) -> str:
    """The words of a paragraph; those of boxes that hang on it go to ``boxed``."""
    said = []
    for child in element:
        if child.tag in _NOT_SAID:
            continue
        if child.tag == f"{_WORD}t":
            said.append(child.text or "")
        elif child.tag == f"{_WORD}txbxContent":
            boxed.extend(_blocks(child))
        elif (sign := _SIGNS.get(child.tag.removeprefix(_WORD))) is not None:
            said.append(sign)
        else:
            said.append(_words(child, boxed))
    return "".join(said)

"""JSON Lines, and JSON files that hold one object or an array of them.

An object needs ``text``; ``id``, ``title``, ``published`` (or ``date``), ``publisher``, ``url``,
``retrieved_at``, ``rights`` and ``access`` are taken where they stand, other names are let be. An id
may be any JSON scalar and is kept as it is written: 7 and "7" are the same name. A line without id is
named by its number: "reports.jsonl:7"; so is a line that cannot be read, in the issue about it.

``infobox`` is the box of an encyclopedia's article, which such data keep apart from its text: lines
"Deaths: 34", or an object of labels and values. It is read as the end of the text, under the heading
"Infobox", so that what stands in ``text`` keeps its offsets.
"""

from __future__ import annotations

import codecs
import io
import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from figures.errors import UnreadableInput
from figures.model import INFOBOX
from figures.reading.documents import Article
from figures.reading.text import decode

#: Bytes; a longer line is no report.
LONGEST_LINE = 100_000_000


class _Numeral(str):
    """A JSON number, kept as it is written, so that no digit of an id is lost."""


_DECODER = json.JSONDecoder(
    parse_int=_Numeral, parse_float=_Numeral, parse_constant=_Numeral, strict=False
)
_SPACE = re.compile(r"[ \t\r\n]*")


def parse(content: bytes, name: str) -> Article:
    """The article of one JSON object; UnreadableInput says what is wrong with it.

    >>> parse(b'{"id": 7, "text": "Two died.", "date": "2019-03-12"}', "a.jsonl:1")
    Article(text='Two died.', name='7', title=None, published='2019-03-12', publisher=None, url=None, \
retrieved_at=None, rights=None, access=None, notes=())
    """
    return _article(_load(_utf8(content, name), name), name)


def lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """The lines that are not blank, with their numbers; one too long is cut at LONGEST_LINE."""
    line = stream.readline(LONGEST_LINE + 1)
    if line[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):  # its lines are kept as UTF-8
        stream = io.BytesIO(decode(line + stream.read(), "").encode("utf-8", "surrogatepass"))
        line = stream.readline(LONGEST_LINE + 1)
    line = line.removeprefix(codecs.BOM_UTF8)
    number = 0
    while line:
        number += 1
        if len(line) > LONGEST_LINE and not line.endswith(b"\n"):
            while (rest := stream.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
                pass
        line = line.rstrip(b"\r\n")
        if line and not line.isspace():
            yield number, line
        line = stream.readline(LONGEST_LINE + 1)


def is_lines(content: bytes) -> bool:
    """Whether a file is JSON Lines whatever it is called: its first line is an object, more follow."""
    first, _, rest = content.strip().partition(b"\n")
    if not rest or not first.startswith((b"{", codecs.BOM_UTF8)):
        return False
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False


def objects(content: bytes, name: str) -> list[bytes] | None:
    """The objects of a JSON array, each as its own bytes; None where the file is no array."""
    text = _utf8(content, name)
    at = _after_space(text, 0)
    if not text.startswith("[", at):
        return None
    found: list[bytes] = []
    at = _after_space(text, at + 1)
    while not text.startswith("]", at):
        end = _end_of_value(text, at, name)
        found.append(text[at:end].encode("utf-8", "surrogatepass"))
        at = _after_space(text, end)
        if text.startswith(",", at):
            at = _after_space(text, at + 1)
        elif not text.startswith("]", at):
            raise UnreadableInput(name, f"broken JSON: no comma after object {len(found)}")
    if _after_space(text, at + 1) != len(text):
        raise UnreadableInput(name, "broken JSON: something follows the array's end")
    return found


def _after_space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match is not None else at


def _end_of_value(text: str, at: int, name: str) -> int:
    try:
        end: int = _DECODER.raw_decode(text, at)[1]
    except json.JSONDecodeError as error:
        raise UnreadableInput(name, _broken(error)) from None
    except RecursionError:
        raise UnreadableInput(name, "JSON nested too deep; nothing was read") from None
    return end


def _utf8(content: bytes, name: str) -> str:
    if len(content) > LONGEST_LINE:
        raise UnreadableInput(name, f"longer than {LONGEST_LINE // 1_000_000} MB; left out")
    return decode(content, name, legacy=None)


def _load(text: str, name: str) -> Any:
    try:
        return _DECODER.decode(text)
    except json.JSONDecodeError as error:
        raise UnreadableInput(name, _broken(error)) from None
    except RecursionError:
        raise UnreadableInput(name, "JSON nested too deep; left out") from None


def _broken(error: json.JSONDecodeError) -> str:
    where = f"line {error.lineno} " if error.lineno > 1 else ""
    return f"broken JSON: {error.msg} at {where}column {error.colno}; left out"


def _article(row: Any, name: str) -> Article:
    if not isinstance(row, dict):
        raise UnreadableInput(name, f"{_kind(row)} where an object with `text` should be; left out")
    text = row.get("text")
    if not isinstance(text, str) or isinstance(text, _Numeral):
        if "text" in row:
            raise UnreadableInput(name, f"`text` is {_kind(text)}, not a string; left out")
        raise UnreadableInput(name, f"no `text`; it has {_listed(row)}; left out")
    notes: list[str] = []

    def field(key: str) -> str | None:
        value = row.get(key)
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, str):
            return str(value) if value.strip() else None
        if value is not None:
            notes.append(f"`{key}` is {_kind(value)}, not a string or number; read without it")
        return None

    return Article(
        text=text + _infobox(row.get("infobox"), notes),
        name=field("id"),
        title=field("title"),
        published=field("published") or field("date"),
        publisher=field("publisher"),
        url=field("url"),
        retrieved_at=field("retrieved_at"),
        rights=field("rights"),
        access=field("access"),
        notes=tuple(notes),
    )


def _infobox(box: Any, notes: list[str]) -> str:
    """The box of an article as the last section of its text, or nothing.

    >>> _infobox({"Date": "2 May", "Deaths": _Numeral("34")}, [])
    '\\n\\nInfobox\\nDate: 2 May\\nDeaths: 34'
    """
    if isinstance(box, dict):
        told = {label: value for label, value in box.items() if isinstance(value, str)}
        if len(told) < len(box):
            notes.append("`infobox` has values that are no strings or numbers; read without them")
        box = "\n".join(f"{label}: {value}" for label, value in told.items())
    elif box is not None and (not isinstance(box, str) or isinstance(box, _Numeral)):
        notes.append(f"`infobox` is {_kind(box)}, not a string or an object; read without it")
        return ""
    return INFOBOX + box.strip() if box and not box.isspace() else ""


def _listed(row: dict[str, Any]) -> str:
    names = [repr(key[:30]) for key in list(row)[:5]]
    return ", ".join(names) + (", …" if len(row) > 5 else "") if names else "nothing"


def _kind(value: Any) -> str:
    if isinstance(value, _Numeral | int | float):
        return "a number" if not isinstance(value, bool) else "true or false"
    kinds = {dict: "an object", list: "a list", str: "a string", type(None): "null"}
    return kinds.get(type(value), "something else")

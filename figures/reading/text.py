"""Plain text: the bytes decoded, and otherwise left as they are.

Encodings: UTF-8, with or without a byte-order mark; UTF-16 and UTF-32 with one; else Windows-1252,
where the bytes look like the Latin letters and quotation marks of one of its languages. What is
none of these is not guessed at: a wrong guess would put wrong characters beside the numbers.
"""

from __future__ import annotations

import codecs
import re

from figures.errors import UnreadableInput
from figures.reading.documents import Article

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KNOWN = (
    (b"%PDF-", "a PDF file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
)
_CONTROL = bytes(sorted(set(range(32)) - set(b"\t\n\r\f\v\x1b")))
_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}")
_HIGH_RUN = re.compile(rb"[\x80-\xff]{4}")


def parse(content: bytes, name: str) -> Article:
    """The text of a file, CRLF made LF; UnreadableInput for what is no text.

    >>> parse(b"\\xef\\xbb\\xbfTwo died.\\r\\n", "a.txt").text
    'Two died.\\n'
    """
    return Article(decode(content, name).replace("\r\n", "\n"))


def decode(content: bytes, name: str, legacy: str | None = "cp1252") -> str:
    """The characters of ``content``, without a byte-order mark; see above for how.

    ``legacy`` None: nothing but Unicode.
    """
    kind = binary_kind(content)
    if kind is not None:
        raise UnreadableInput(name, f"binary: {kind}, not text; nothing was read")
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return content[len(mark) :].decode(encoding, "strict")
            except UnicodeDecodeError:
                what = (
                    f"its byte-order mark says {encoding[:6].rstrip('-').upper()}, its bytes do not"
                )
                raise UnreadableInput(name, f"{what}; save it as UTF-8") from None
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        if legacy is None or not _looks_like_windows_1252(content):
            raise UnreadableInput(
                name,
                f"not UTF-8 (byte {error.start + 1}) and no other encoding can be told; "
                "save it as UTF-8",
            ) from None
    return content.decode(legacy)


def binary_kind(content: bytes) -> str | None:
    """What kind of file the bytes are where they are no text, in words; None for text."""
    for magic, kind in _KNOWN:
        if content.startswith(magic):
            return kind
    if content.startswith(tuple(mark for mark, _ in _MARKS)):
        return None
    head = content[:65536]
    controls = len(head) - len(head.translate(None, _CONTROL))
    return "unknown bytes" if controls * 20 > len(head) else None


def _looks_like_windows_1252(content: bytes) -> bool:
    if _HIGH_RUN.search(content) or _UTF8_SEQUENCE.search(content):
        return False  # another script, or UTF-8 that was damaged
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        return False
    high = sum(map(text.count, {mark for mark in text if mark > "\x7f"}))
    letters = sum(map(str.isalpha, text))
    return high * 5 <= letters

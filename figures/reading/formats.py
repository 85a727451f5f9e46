"""Which format an input is in: told by its name, else by its first bytes."""

from __future__ import annotations

import json
import re
from pathlib import PurePosixPath

from figures.errors import FiguresError, UnreadableInput, WrongUsage

#: What `--from` takes. "jsonl" is one object a line, "json" one object or an array of them.
FORMATS = ("auto", "text", "markdown", "html", "pdf", "docx", "jsonl", "json")

_BY_EXTENSION = {
    ".txt": "text", ".text": "text",
    ".md": "markdown", ".markdown": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    ".jsonl": "jsonl", ".ndjson": "jsonl",
    ".json": "json",
}  # fmt: skip

#: Formats a person may well ask for and that are not read, with what to do instead.
_NOT_READ = {
    "feed": "feeds (RSS, Atom)",
    "warc": "web archives (WARC)",
    "eml": "mail (EML)",
    "zip": "archives (ZIP, gzip)",
    "doc": "word-processor files other than DOCX",
    "csv": "tables (CSV, spreadsheets)",
}
_NOT_READ_EXTENSIONS = {
    ".rss": "feed", ".atom": "feed", ".warc": "warc", ".eml": "eml", ".mbox": "eml",
    ".zip": "zip", ".gz": "zip", ".bz2": "zip", ".xz": "zip", ".tar": "zip", ".7z": "zip",
    ".doc": "doc", ".odt": "doc", ".rtf": "doc",
    ".csv": "csv", ".tsv": "csv", ".xls": "csv", ".xlsx": "csv", ".ods": "csv",
}  # fmt: skip
_MAGIC = (
    (b"PK\x03\x04", "zip"),
    (b"\x1f\x8b", "zip"),
    (b"WARC/", "warc"),
    (b"{\\rtf", "doc"),
)
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,500}?-->\s*)?"
    rb"<(?:!doctype\s+html|html|head|body|meta|title|article|main|section|div|h1|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_FEED = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE
)
_HEAD = 4096


def check_format(name: str) -> str:
    """``name``, where it is one of FORMATS; a WrongUsage that says what there is, where not."""
    if name in FORMATS:
        return name
    listed = ", ".join(FORMATS)
    kind = _NOT_READ_EXTENSIONS.get(f".{name}", name)
    if kind in _NOT_READ:
        raise FiguresError(
            f"{name}: {_NOT_READ[kind]} cannot be read yet; this version reads {listed}"
        )
    raise WrongUsage(f"{name}: no such format; take one of {listed}")


def format_of(name: str, head: bytes) -> str:
    """The format of an input by its name and its first bytes; UnreadableInput where none fits.

    >>> format_of("a/b.HTM", b"")
    'html'
    >>> format_of("stdin", b'{"text": "Two died."}')
    'jsonl'
    """
    extension = PurePosixPath(name).suffix.lower()
    if extension in _BY_EXTENSION:
        return _BY_EXTENSION[extension]
    kind = _NOT_READ_EXTENSIONS.get(extension)
    head = head[:_HEAD]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.decode("utf-16", "ignore").encode("utf-8", "ignore")
    if head.startswith(b"PK\x03\x04") and b"word/" in head:
        return "docx"
    if kind is None:
        kind = next((kind for magic, kind in _MAGIC if head.startswith(magic)), None)
    if kind is None and _FEED.match(head):
        kind = "feed"
    if kind is not None:
        raise UnreadableInput(
            name,
            f"{_NOT_READ[kind]} cannot be read yet; save it as text, Markdown, HTML, PDF, DOCX or JSON Lines",
        )
    if head.startswith(b"%PDF-"):
        return "pdf"
    if _HTML.match(head):
        return "html"
    return _json_or_text(head)


def _json_or_text(head: bytes) -> str:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if re.match(rb'\[\s*\{\s*"|\{\s*[\r\n]\s*"', start):
        return "json"
    if not re.match(rb'\{\s*"[^"\n]{1,200}"\s*:', start):
        return "text"
    line, newline, _ = start.partition(b"\n")
    if newline:
        try:
            json.loads(line)
        except (ValueError, RecursionError):
            return "json"
    return "jsonl"

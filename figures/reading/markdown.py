"""Markdown: the words without the marks that dress them, and what lines at its head say of them.

Emphasis and links leave their words; images, comments and marks of quotations and headings go. Lists, tables
and lines stay as they stand. A head between two lines of dashes (``title: …``, as site generators and savers
of web pages write it) tells what a line of JSON Lines tells under the same names. The title is not read.
"""

from __future__ import annotations

import re

from figures.reading.documents import Article
from figures.reading.text import decode

_HEAD = re.compile(r"---[ \t]*\n((?:[^\n]{0,2000}\n){0,100}?)(?:---|\.\.\.)[ \t]*(?:\n|$)")
_TOLD = re.compile(r"([A-Za-z_]{1,30})[ \t]*:[ \t]+(.+)")
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$", re.M)
_TITLE = re.compile(r"\s*#[ \t]+([^\n]+?)(?:[ \t]+#+)?[ \t]*(?:\n\s*|$)")
_UNDERLINE = re.compile(r"^={3,}[ \t]*\n", re.M)
_QUOTATION = re.compile(r"^(?: {0,3}>[ \t]?)+", re.M)
_COMMENT = re.compile(r"<!--.{0,2000}?-->", re.S)
_TARGET = r"\([^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?(?:\s+[\"'][^\n]{0,300}?[\"'])?\)"
_IMAGE = re.compile(rf"!\[[^\[\]\n]{{0,500}}\](?:{_TARGET}|\[[^\[\]\n]{{0,100}}\])")
_LINK = re.compile(rf"\[([^\[\]\n]{{1,500}})\](?:{_TARGET}|\[[^\[\]\n]{{0,100}}\])")
_NOTE = re.compile(r"\[\^[^\[\]\s]{1,50}\](?!:)")
_ADDRESS = re.compile(r"^ {0,3}\[[^\[\]\n^]{1,100}\]:[ \t]+\S{1,2000}[^\n]{0,300}\n?", re.M)
# no mark of the same kind and no empty line within, so that a lone asterisk stays what it is
_STARS = re.compile(r"(\*{1,3})(?=[^\s*])((?:[^*\n]|\n(?!\s*\n)){1,1000})(?<=\S)\1(?!\*)")
_LINES = re.compile(r"(?<!\w)(_{1,3})(?=[^\s_])((?:[^_\n]|\n(?!\s*\n)){1,1000})(?<=\S)\1(?!\w)")
_CODE = re.compile(r"(?<!`)`([^`\n]{1,300})`(?!`)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def parse(content: bytes, name: str) -> Article:
    """The text of a Markdown file; UnreadableInput for what is no text.

    >>> parse(b"# Ferry sinks\\n\\n**Nine** people drowned off [Lesk](https://a.example).\\n", "a.md").text
    'Nine people drowned off Lesk.\\n'
    """
    text = decode(content, name).replace("\r\n", "\n")
    told: dict[str, str] = {}
    if head := _HEAD.match(text):
        told = _told(head[1])
        text = text[head.end() :].lstrip("\n")
    if first := _TITLE.match(text):
        text = text[first.end() :]
    return Article(
        text=_plain(text),
        title=told.get("title") or (_plain(first[1]) if first else None),
        published=told.get("published") or told.get("date"),
        publisher=told.get("publisher") or told.get("sitename"),
        url=told.get("url"),
        retrieved_at=told.get("retrieved_at"),
        rights=told.get("rights"),
        access=told.get("access"),
    )


def _told(head: str) -> dict[str, str]:
    """The lines ``name: value`` of a head; lists and what stands deeper are passed over."""
    told = {}
    for line in head.splitlines():
        if match := _TOLD.fullmatch(line.rstrip()):
            value = match[2].strip()
            quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
            told[match[1].lower()] = value[1:-1] if quoted else value
    return told


def _plain(text: str) -> str:
    """The words without their marks."""
    for pattern in (_COMMENT, _IMAGE, _ADDRESS, _NOTE, _QUOTATION, _UNDERLINE):
        text = pattern.sub("", text)
    text = _HEADING.sub(r"\1", text)
    text = _LINK.sub(r"\1", text)
    for _ in range(2):  # emphasis within emphasis
        text = _LINES.sub(r"\2", _STARS.sub(r"\2", text))
    return _ESCAPED.sub(r"\1", _CODE.sub(r"\1", text))

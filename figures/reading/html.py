"""Web pages: the article's text, title, publisher, address and date, without menus and adverts.

trafilatura finds the text, with fixed settings and no look at the clock or the network. The
publication date is what the page itself says of it (its meta tags, its JSON-LD), verbatim; only
where it says nothing, the date htmldate finds in the page's marks. No date is read out of prose here.
"""

from __future__ import annotations

import json
import logging
import re
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from figures.errors import UnreadableInput
from figures.reading.dates import publication_date
from figures.reading.documents import Article
from figures.reading.text import binary_kind, decode

#: Bytes; what is larger is no report, and parsing it would take minutes.
LARGEST = 20_000_000
#: Tags, at most; to look through so many paragraphs takes half a minute, and more take longer than as many times.
MOST_TAGS = 150_000
#: Attributes of a tag, at most: so many take a second, and ten times as many a hundred times as long.
MOST_ATTRIBUTES = 20_000
_LONG_TAG = re.compile(rb"<[a-z][^<>]{40000,}", re.I)  # that can have so many
_QUOTED = re.compile(rb"\"[^\"]*\"|'[^']*'")

_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w-]{3,20})""", re.I
)
_ENCODING = re.compile(
    r"utf-?8|iso-?8859-?\d{1,2}|latin-?1|us-ascii|ascii|windows-?125\d|cp125\d|koi8-[ru]|gb2312|gbk|gb18030"
    r"|big5|shift[_-]jis|euc-jp|euc-kr|iso-2022-jp|macintosh",
    re.I,
)
_AS_BROWSERS_DO = {"iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "ascii": "cp1252",
                   "us-ascii": "cp1252", "macintosh": "mac-roman", "gb2312": "gb18030", "gbk": "gb18030"}  # fmt: skip
_DATE_TAGS = (
    "article:published_time", "og:article:published_time", "datepublished", "dc.date.issued",
    "dcterms.issued", "dcterms.date", "dc.date", "parsely-pub-date", "sailthru.date",
    "publish-date", "publishdate", "publication_date", "pubdate", "citation_publication_date", "date",
)  # fmt: skip
_WHOLE = re.compile(r"<(?:html|body)\b", re.I)
_DAMAGED = "some of its bytes are not in its encoding; each was read as U+FFFD"


def parse(content: bytes, name: str) -> Article:
    """The article of a web page; UnreadableInput where there is none to be found.

    >>> page = b"<html><head><title>Ferry sinks</title></head><body><article><p>Nine people "
    >>> page += b"drowned off the coast on Friday, the harbour master said.</p></article></body></html>"
    >>> parse(page, "a.html").text
    'Nine people drowned off the coast on Friday, the harbour master said.'
    """
    if len(content) > LARGEST:
        raise UnreadableInput(name, f"larger than {LARGEST // 1_000_000} MB: no web page to read")
    if content.count(b"<") > MOST_TAGS:
        raise UnreadableInput(name, f"more than {MOST_TAGS:,} tags: no article; split the page")
    for tag in _LONG_TAG.finditer(content):
        if len(_QUOTED.sub(b" ", tag[0]).split()) > MOST_ATTRIBUTES:
            raise UnreadableInput(
                name, f"a tag with more than {MOST_ATTRIBUTES:,} attributes: no article"
            )
    markup, damaged = _decode(content, name)
    import trafilatura

    with _quiet("trafilatura", "htmldate"):
        try:
            tree = trafilatura.load_html(markup)
            if tree is None:
                raise UnreadableInput(name, "no HTML that can be parsed")
            published = _published(tree)
            found = trafilatura.bare_extraction(
                tree,
                include_comments=False,
                include_tables=True,
                with_metadata=True,
                deduplicate=False,
                date_extraction_params={
                    "extensive_search": False,
                    "original_date": True,
                    "min_date": "1900-01-01",
                    "max_date": "2199-12-31",
                },
            )
        except UnreadableInput:
            raise
        except Exception as error:  # hostile pages find new ways to break a parser
            raise UnreadableInput(
                name, f"HTML that cannot be parsed ({type(error).__name__})"
            ) from None
    if found is None or isinstance(found, dict) or not (found.text or "").strip():
        raise UnreadableInput(name, "no article text found in this page; nothing was read")
    lines = _without_title(found.text or "", found.title).split("\n")
    return Article(
        text="\n\n".join(line for line in lines if line.strip()),  # a line is a paragraph here
        title=found.title,
        published=published or found.date,
        publisher=found.sitename,
        url=_address(found.url),
        notes=(_DAMAGED,) if damaged else (),
    )


def _decode(content: bytes, name: str) -> tuple[str, bool]:
    """The markup's characters, and whether bytes had to be replaced.

    As browsers do it, but UTF-8 wins over a charset that the page declares wrongly.
    """
    kind = binary_kind(content)
    if kind is not None:
        raise UnreadableInput(name, f"binary: {kind}, not HTML; nothing was read")
    match = _CHARSET.search(content[:4096])
    declared = match[1].decode("ascii").lower() if match else ""
    declared = _AS_BROWSERS_DO.get(declared, declared) if _ENCODING.fullmatch(declared) else ""
    try:
        markup = decode(content, name, legacy=None if declared else "cp1252")
    except UnreadableInput:
        markup = content.decode(declared or "utf-8", "replace")
        if markup.count("\ufffd") * 100 > len(markup):
            raise
    damaged = "\ufffd" in markup
    markup = markup.replace("\0", "\ufffd").replace("\r\n", "\n")
    if not _WHOLE.search(markup, 0, 8192):
        markup = f"<html><body>{markup}</body></html>"
    return markup, damaged


def _published(tree: Any) -> str | None:
    """The date that the page gives as its own, verbatim; only one that tells a day."""
    tags: dict[str, str] = {}
    for tag in tree.iter("meta"):
        key = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").lower()
        if key in _DATE_TAGS:
            tags.setdefault(key, tag.get("content") or "")
    told = [tags[key] for key in _DATE_TAGS if key in tags]
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            told.extend(_dates_in_json(script.text or ""))
    for tag in tree.iter("time"):
        if (tag.get("itemprop") or "").lower() == "datepublished" or "pubdate" in tag.attrib:
            told.append(tag.get("datetime") or tag.text_content())
    return next((words.strip() for words in told if publication_date(words).on), None)


def _dates_in_json(script: str) -> Iterator[str]:
    """Every `datePublished` of a JSON-LD script, those of articles first."""
    try:
        todo: deque[Any] = deque([json.loads(script)])
    except (ValueError, RecursionError):
        return
    others = []
    while todo:
        part = todo.popleft()
        if isinstance(part, list):
            todo.extend(part)
        elif isinstance(part, dict):
            date = part.get("datePublished")
            if isinstance(date, str):
                if re.search("article|report|posting", str(part.get("@type")), re.I):
                    yield date
                else:
                    others.append(date)
            todo.extend(value for value in part.values() if isinstance(value, (list, dict)))
    yield from others


def _without_title(text: str, title: str | None) -> str:
    """The text without the headline that stands over it: a title is shown, never read."""
    first, newline, rest = text.partition("\n")
    if title and newline and first.strip(" #").casefold() == title.strip().casefold():
        return rest.lstrip("\n")
    return text


def _address(url: str | None) -> str | None:
    """The page's own address; a front page, which many pages name by mistake, is none."""
    if url is None:
        return None
    match = re.match(r"https?://[^/?#]+(/[^?#]*)?([?#].*)?$", url)
    return url if match is not None and (match[1] or "/") != "/" else None


@contextmanager
def _quiet(*names: str) -> Iterator[None]:
    """Keeps a library's warnings about a page off the terminal; logging itself stays as it is."""
    silent = logging.NullHandler()
    loggers = [logging.getLogger(name) for name in names]
    for logger in loggers:
        logger.addHandler(silent)
    try:
        yield
    finally:
        for logger in loggers:
            logger.removeHandler(silent)

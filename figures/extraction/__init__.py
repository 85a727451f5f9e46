"""Document → figures and rejections: a cascade of stages, each a pure function over the one before.

sifting     which sentences are read at all
words       tokens and sentences
numbers     values, bounds and ranges; what is no count, and why
groups      a sentence as chunks: counted groups, noun groups, verb groups and the joints between
frames      clauses, and the categories' shapes laid on them
modifiers   status, scope, basis; nobody and not known
speakers, times, places      who says so, when and where it happened
document    all of it for one text: figures in the making, other incidents, attackers, parts, additions,
            repeats, settings, and why a numeral gave no figure
tally       a document's own toll
trace       what each stage makes of a sentence
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path

import figures
from figures.model import Document, Extraction, Figure


def extract_document(document: Document) -> Extraction:
    """Every figure and rejection of one document, in the order of the text."""
    read = _reader()
    # words and readings are many small things, none in a circle: no garbage need be looked for among them
    collecting = gc.isenabled()
    gc.disable()
    try:
        return read(document)
    finally:
        if collecting:
            gc.enable()


@cache
def _reader() -> Callable[[Document], Extraction]:
    """What reads a document: imported when the first is read, for a start that reads none should be quick."""
    from figures.extraction.document.reading import read

    return read


def extract(text: str, published: str | None = None, name: str = "text") -> list[Figure]:
    """The figures of a text; ``published`` is its date (ISO), which relative dates need.

    >>> [f.quote for f in extract("At least 12 people were killed and 33 injured.")]
    ['At least 12 people', '33']
    """
    return list(
        extract_document(Document(name, text, published=published, published_on=published)).figures
    )


@cache
def rules() -> tuple[tuple[str, str], ...]:
    """(name, sha256) of every file that decides how a text is read."""
    house = Path(figures.__file__).parent
    found = [
        (path.relative_to(house).as_posix(), sha256(path.read_bytes()).hexdigest())
        for stage in ("lexicon", "categories", "extraction")
        for path in sorted((house / stage).rglob("*"), key=lambda p: p.as_posix())
        if path.suffix in (".py", ".yaml", ".txt")
    ]
    from figures.extraction.places.gazetteer import version

    return (*found, ("gazetteer", version()))


@cache
def rules_hash() -> str:
    """One hash over all of `rules`: what a database is marked with."""
    return sha256("\n".join(f"{name} {digest}" for name, digest in rules()).encode()).hexdigest()[
        :16
    ]

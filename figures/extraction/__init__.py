"""Document → figures and rejections: a cascade of stages, each a pure function over the one before.

sift → tokens → numbers → groups → clauses → frames → modifiers → the document (see the modules of these names).
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.resources import files

from figures.model import Document, Extraction, Figure


def extract_document(document: Document) -> Extraction:
    """Every figure and rejection of one document, in the order of the text."""
    from figures.extraction.document import read

    return read(document)


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
    found: list[tuple[str, str]] = []
    for package in ("figures.lexicon", "figures.categories", "figures.extraction"):
        for file in sorted(files(package).iterdir(), key=lambda f: f.name):
            if file.name.endswith((".py", ".yaml")):
                found.append(
                    (
                        f"{package.removeprefix('figures.')}/{file.name}",
                        sha256(file.read_bytes()).hexdigest(),
                    )
                )
    from figures.extraction.gazetteer import version

    return (*found, ("gazetteer", version()))


@cache
def rules_hash() -> str:
    """One hash over all of `rules`: what a database is marked with."""
    return sha256("\n".join(f"{name} {digest}" for name, digest in rules()).encode()).hexdigest()[
        :16
    ]

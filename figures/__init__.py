"""Figures: casualty and humanitarian figures out of reports, each with its proof.

The map of the house, in the order in which a report goes through it:

- ``reading``: bytes → Document (text, HTML, PDF, DOCX, JSON Lines)
- ``extraction``: Document → Figures and Rejections, a cascade of stages; ``categories`` and ``lexicon``
  are its rules and words
- ``store``: figures into SQLite; ``comparison``: incidents, tolls, conflicts
- ``audit``: explain, verify, rulings, accuracy; ``publishing``: conflict report, exports, the site
- ``pipeline`` composes them, ``cli`` is the command line, ``model`` holds the nouns.

>>> [(f.category, f.low, f.quote) for f in extract("At least 14 fishermen drowned.")]
[('killed', 14, 'At least 14 fishermen')]
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from figures.errors import WrongUsage
from figures.model import Comparison, Document, Extraction, Figure, Number, Ruling, Tally

__all__ = ["compare", "extract", "read_numbers", "tally"]


def extract(text: str, published: str | date | None = None) -> list[Figure]:
    """The figures of a text, in its order; ``published`` is its date as a report gives it ("2024-05-01",
    "14 NOV 89"), which relative dates need. Raises WrongUsage for one that cannot be read.

    >>> [f.quote for f in extract("The blast killed 12 and injured 20 more.")]
    ['12', '20 more']
    >>> [f.earliest for f in extract("Nine people drowned on Friday.", "Saturday, 4 May 2024")]
    ['2024-05-03']
    """
    from figures.extraction import extract as read
    from figures.reading.dates import publication_date

    on = publication_date(str(published)).on if published else None
    if published and on is None:
        raise WrongUsage(f"published {published}: no date that can be read; write it as 2022-03-30")
    return read(_words(text), on)


def read_numbers(text: str) -> list[Number]:
    """The numbers of a text, untyped: values, bounds, qualifiers.

    >>> [(n.low, n.high, n.qualifier) for n in read_numbers("between 20 and 33 people")]
    [(20, 33, 'range')]
    """
    from figures.extraction.numbers.grammar import read_numbers as read

    return read(_words(text))


def tally(figures: Sequence[Figure], document: str = "text") -> list[Tally]:
    """The toll of the incident that the figures' text mainly reports, one line a category.

    >>> [(t.category, t.best) for t in tally(extract("Twelve people died, including two children."))]
    [('killed', 12)]
    """
    from figures.extraction.tally.toll import tally as toll

    return toll(Extraction(Document(document, ""), tuple(figures), ()))


def compare(
    documents: Sequence[Document],
    figures: Mapping[str, Sequence[Figure]],
    rulings: Sequence[Ruling] = (),
    codebook: str = "default",
) -> Comparison:
    """Incidents, tolls, claims and how they relate; ``figures`` maps document ids to their figures.

    >>> compare([], {}).incidents
    ()
    """
    from figures.comparison import compare as join

    return join(documents, figures, rulings, codebook)


def _words(text: str) -> str:
    if not isinstance(text, str):
        raise TypeError(f"a text is a str, not {type(text).__name__}")
    return text

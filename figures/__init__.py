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

from figures.model import Comparison, Document, Extraction, Figure, Number, Ruling, Tally

__all__ = ["compare", "extract", "read_numbers", "tally"]


def extract(text: str, published: str | None = None) -> list[Figure]:
    """The figures of a text, in its order; ``published`` is its date, which relative dates need.

    >>> [f.quote for f in extract("The blast killed 12 and injured 20 more.")]
    ['12', '20 more']
    """
    from figures.extraction import extract as read

    return read(text, published)


def read_numbers(text: str) -> list[Number]:
    """The numbers of a text, untyped: values, bounds, qualifiers.

    >>> [(n.low, n.high, n.qualifier) for n in read_numbers("between 20 and 33 people")]
    [(20, 33, 'range')]
    """
    from figures.extraction.numbers.grammar import read_numbers as read

    return read(text)


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

"""Those of whom the text itself says that it does not count them: "two escorts (not included) were killed too",
"Nine other people were hurt (not counted here)". A record of attacks on some people tells of others so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from figures.model import Figure

_NOT_COUNTED: Final = re.compile(
    r"(?i)\bnot (?:being )?(?:included|counted)\b(?! (?:as|towards?)\b)"
)
_BESIDE: Final = re.compile(r"(?i)\b(?:others?|another|civilians?|bystanders?)\b")
_LATTER_TWO: Final = re.compile(r"(?i)\b(?:latter|other) two\b")
_THEY: Final = re.compile(r"(?i)(?:[;,]|\bbut)\s+(?:they|he|she|who) (?:is|are|was|were)\s+$")
_LONGEST: Final = 120  # characters of a bracket


def uncounted(text: str, figures: Sequence[Figure]) -> frozenset[str]:
    """The ids of the figures that count people whom the text says it leaves out.

    >>> from figures.extraction import extract
    >>> text = "One nurse was killed and two guards (not included) were hurt."
    >>> found = extract(text)
    >>> [f.quote for f in found if f.id in uncounted(text, found)]
    ['two guards']
    """
    out: set[str] = set()
    for said in _NOT_COUNTED.finditer(text):
        opened = text.rfind("(", max(0, said.start() - _LONGEST), said.start())
        if opened >= 0 and ")" in text[opened : said.start()]:
            opened = -1
        if opened < 0:
            if not _THEY.search(text[max(0, said.start() - _LONGEST) : said.start()]):
                continue
            opened = said.start()
        inside = [f for f in figures if opened < f.start < said.start()]
        out.update(f.id for f in inside or _before(text, figures, opened, said))
    return frozenset(out)


def _before(
    text: str, figures: Sequence[Figure], opened: int, said: re.Match[str]
) -> Sequence[Figure]:
    """The figures that a bracket behind them tells of: the last, those told beside others, and all of a sentence
    which the bracket ends."""
    here = [f for f in figures if f.sentence_start <= f.start < opened and opened <= f.sentence_end]
    if not here:
        return ()
    closed = text.find(")", said.end(), said.end() + _LONGEST) + 1
    ends = text[closed:].lstrip()[:1] in ("", ".") or text[closed:].lstrip()[:1].isupper()
    first = figures[0].sentence_start
    if ends and here[0].sentence_start != first:
        return here
    last = sorted({f.start for f in here})[
        -1 - bool(_LATTER_TWO.search(text[opened : said.end()])) :
    ]
    told = [f for f in here if f.start in last or ends and _BESIDE.search(f.quote)]
    return [f for f in told if f.start != figures[0].start]  # who opens the text is whom it counts

"""Whether the number behind a month is its day, or counts what follows: "In March 12 PEOPLE died"."""

from __future__ import annotations

from typing import Final

from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

_COUNTED: Final = c.PERSON | c.BUILDING | c.HOUSEHOLD | c.AUXILIARY | c.TRIGGER
# of one deed, which a number above one never counts: "the July 17 DEATH of the mayor"
_ONE_DEED: Final = frozenset(
    "death killing murder assassination slaying massacre execution shooting stabbing beating abduction kidnapping"
    " arrest disappearance drowning lynching rescue release evacuation".split()
)


def is_count(tokens: Tokens, i: int, stop: int) -> bool:
    """Does the number before token i count what that tells?

    >>> from figures.extraction.words.tokens import tokenize
    >>> [is_count(tokenize(t), 2, 4) for t in ("March 12 people died", "March 12 death of", "March 12 in Lesk")]
    [True, False, False]
    """
    if i >= stop or tokens.classes[i] & c.PREPOSITION and tokens.words[i + 1 : i + 2] != ["need"]:
        return False  # "on March 12 in Lesk", although "in need" counts people
    return tokens.words[i] not in _ONE_DEED and bool(tokens.classes[i] & _COUNTED)

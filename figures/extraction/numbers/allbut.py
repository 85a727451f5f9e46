"""All but some of those told before: "a plane carrying nine crashed, killing ALL BUT ONE" killed eight."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.model import Number

_CARRYING: Final = frozenset(
    "carrying carried ferrying transporting holding with seized took".split()
)
_ABOARD: Final = frozenset("aboard onboard on inside".split())
_WHOM: Final = (["of", "them"], ["of", "whom"])
_ACTED_ON: Final = c.TRIGGER | c.VERB
_ENDS: Final = c.PUNCTUATION | c.PREPOSITION | c.CONJUNCTION | c.ARTICLE | c.TIME
_NO_NOUN: Final = _ENDS | c.DETERMINER | c.AUXILIARY
_NOUN: Final = 3  # tokens of a counted noun


def all_but(tokens: Tokens, numbers: list[Number]) -> list[Number]:
    """The numbers of a sentence, where those "all but" which something befell count the others of whom it told.

    >>> from figures.extraction import extract
    >>> [(f.quote, f.value) for f in extract("Nine miners were trapped; all but two were rescued.")]
    [('Nine miners', 9), ('all but two', 7)]
    """
    found: list[Number] = []
    for number in numbers:
        if number.kind == "rest" and number.qualifier == "exact" and number.value:
            whole = next((n for n in reversed(found) if _counts(tokens, n)), None)
            left = (whole.value or 0) - number.value if whole is not None else 0
            if whole is not None and left > 0 and _of_those(tokens, whole, number):
                number = replace(number, kind="count", value=left, low=left, high=left)
        found.append(number)
    return found


def _counts(tokens: Tokens, number: Number) -> bool:
    """Is it a count of people, or a bare one of those on a craft or on whom a verb acts?"""
    if number.kind != "count" or number.qualifier != "exact" or not number.value:
        return False
    for k in range(number.stop, min(number.stop + _NOUN, len(tokens))):
        if tokens.classes[k] & c.PERSON:
            return True
        if tokens.classes[k] & _NO_NOUN:
            break
    return _company(tokens, number)


def _company(tokens: Tokens, number: Number) -> bool:
    """ "CARRYING nine", "nine ABOARD"."""
    after = tokens.words[number.stop : number.stop + 1]
    before = tokens.words[number.first - 1] if number.first else ""
    return before in _CARRYING or bool(after) and after[0] in _ABOARD


def _of_those(tokens: Tokens, whole: Number, rest: Number) -> bool:
    """Are those excepted of those told before: as a subject, or as an object where those before were no subject ("FIVE
    RAIDERS came and killed all but one")?"""
    after = tokens.words[rest.stop : rest.stop + 2]
    if after in _WHOM:
        return True
    if after and tokens.classes[rest.stop] & (c.AUXILIARY | c.TRIGGER):
        return True  # "all but one DIED"
    if after and not tokens.classes[rest.stop] & _ENDS:
        return False  # "killed all but one GUARD"
    acted_on = whole.first > 0 and tokens.classes[whole.first - 1] & _ACTED_ON
    return bool(acted_on) or _company(tokens, whole) and after[:1] != ["of"]

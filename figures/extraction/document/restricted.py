"""Counts whose own words tell that they are some of all: by where the people are from ("61 people FROM HER STATE"), by
the state of the bodies ("40 bodies HAD NO MARKS"), or by those of whom they are ("OF THE INJURED, 56 were …").
"""

from __future__ import annotations

import re
from typing import Final

NEAR: Final = 200  # characters of a sentence's start, or behind a count, that may tell it

_OWN: Final = r"(?:her|his|its|their|our|my)\s(?:own\s|home\s|native\s|[A-Z]\w+\s)?"
_AREA: Final = (
    r"(?:state|country|nation|homeland|village|town|hometown|city|district|province|county|region|community|island"
    r"|neighbou?rhood|constituency|municipality|parish|tribe|hamlet|suburb)\b(?!')"
)
_COMING: Final = (
    r"(?:,?\s(?:who\s(?:are|is|were|was|came|come|hail|hailed)|hailing|coming|belonging))?"
)
_HERE: Final = re.compile(
    rf"{_COMING}\s(?:from\s(?:there|here)\b|(?:from|of|to)\s(?:the\s\w+\sof\s)?{_OWN}{_AREA})"
)
_NAMED: Final = re.compile(
    _COMING + r"\s(?:from|(?<=belonging\s)to)\s(?:the\s)?(?!(?:[\w-]+\s){1,4}family\b)[A-Z]\w+"
)
_CITIZENS: Final = re.compile(r"\b(?:citizens?|nationals?)$", re.IGNORECASE)
_OF_STATE: Final = re.compile(r"\sof\s(?:the\s)?[A-Z]\w+")
_BODIES: Final = re.compile(r"\b(?:bodies|corpses)$", re.IGNORECASE)
_ANYONE: Final = re.compile(
    r"\b(?:people|persons|victims|passengers|residents|villagers|men|women|children)$",
    re.IGNORECASE,
)
# others are taken from a place
_HARMED: Final = frozenset("killed injured casualties missing".split())
_BEHIND: Final = r"(?:\s(?!and\b|but\b|who\b|was\b|were\b|had\b|have\b)[\w'’-]+){0,7}?"  # "recovered from the train"
_BE: Final = r"(?:(?:are|were|was|is|remain|remained|lie|lay|(?:have|had)\sbeen)\s)"
_STATE: Final = re.compile(
    rf"{_BEHIND}\s(?:"
    r"(?:had|have|bore|bear|showed|show|carried|(?:(?:were|was)\s\w+\s)?with(?:out)?)\s(?:no|not|any)\s(?:[\w-]+\s){0,3}?"
    r"(?:marks?|wounds?|injur(?:y|ies)|burns?|signs?|bruises|cuts|traces)\b"
    rf"|{_BE}(?:still\s|all\s|as\s)*(?:yet\sto\sbe|waiting\sto\sbe|(?:pend|await)ing\sidentification|unidentified|unclaimed|unrecogni[sz]able)\b"
    r"|(?:are|were|have|had)\s(?:still\s)?(?:not|yet)\s(?:yet\s)?(?:been|to\sbe)?\s?(?:identified|claimed)\b"
    rf"|{_BE}(?:already\s)?(?:handed|given|released|returned)\s(?:over\s)?to\b"
    rf"|{_BE}(?:already\s|since\s)?identified\b)"
)
_VICTIMS: Final = re.compile(r"\b(?:victims|fatalities|dead)$", re.IGNORECASE)
_KNOWN: Final = re.compile(rf"\s(?:{_BE})(?:so\sfar\s|already\s|since\s|now\s)?identified\b")
_BORE: Final = re.compile(
    r"\s(?:had|have|bore|bear|showed|show)\s(?:[\w-]+\s){0,3}?"
    r"(?:marks?|wounds?|injuries|burns?|signs?|bruises|cuts|traces)\b"
    r"|\s(?:are|were|was|is)\s(?:\w+ly\s|so\s)?(?:charred|burn(?:ed|t)|mutilated|decomposed|disfigured|dismembered)\b"
)
_WHOLES: Final = {
    **dict.fromkeys(("dead", "deceased", "fatalities", "killed", "died", "perished"), "killed"),
    **dict.fromkeys(("wounded", "injured", "hurt"), "injured"),
    "missing": "missing",
    "displaced": "displaced",
}
_OF_THEM: Final = rf"of\s(?:the|its|their|all)\s({'|'.join(_WHOLES)})\b"
_SOME: Final = re.compile(rf"(?i)\b{_OF_THEM}")
_WHO: Final = r"(?:(?:people|persons|victims)\s)?(?:who\s(?:were\s|are\s|have\s|had\s|(?:have|had)\sbeen\s)?)?"
_OPENING: Final = re.compile(
    rf"(?i)[\"“'‘]?(?:among|of)\s(?:all\s)?(?:the|those)\s(?:total\s)?{_WHO}({'|'.join(_WHOLES)})(?=,|\s\d|\s(?:were|was|are)\s)"
)


def of_some(quote: str, sentence: str) -> str | None:
    """The category of those of whom a count tells some, by its own words or those that open its sentence.

    >>> of_some("five of the dead", "Five of the dead were boys."), of_some("56", "Of the injured, 56 were …")
    ('killed', 'injured')
    """
    told = _SOME.search(quote) or _OPENING.match(sentence)
    return _WHOLES[told.group(1).lower()] if told else None


def of_these(category: str, quote: str, after: str) -> bool:
    """Do the words behind a count tell that it is of some, whatever else is told?

    >>> of_these("killed", "Six people", " from there died")
    True
    >>> of_these("abducted", "six people", " from their village")  # all of them were taken from there
    False
    >>> of_these("killed", "40 bodies", " had no wounds"), of_these("killed", "40 bodies", " had been found")
    (True, False)
    """
    if _BODIES.search(quote):
        return bool(_STATE.match(after))
    if category not in _HARMED:
        return False
    if category == "killed" and _VICTIMS.search(quote) and _KNOWN.match(after):
        return True  # "18 victims have been identified"
    if _OF_STATE.match(after) and _CITIZENS.search(quote):
        return True  # "two citizens of Lenia": whoever else died
    return bool(_HERE.match(after))


def of_many(category: str, quote: str, after: str) -> bool:
    """Do they tell so where more are told: "five people FROM LESK" may be all of them, or some of the 20 dead?

    >>> of_many("killed", "Five people", " from Lesk died"), of_many("killed", "Five clerks", " from Acme died")
    (True, False)
    >>> of_many("killed", "Two Lenian citizens", " died")
    True
    """
    if _BODIES.search(quote):
        return bool(_BORE.match(after))
    if category not in _HARMED:
        return False
    return bool(_CITIZENS.search(quote) or _NAMED.match(after) and _ANYONE.search(quote))

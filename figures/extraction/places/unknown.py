"""Names that no gazetteer knows: when the words before them tell that they are places all the same."""

from __future__ import annotations

from typing import Final

from figures.extraction.places.counted import ends_pair, in_pairs
from figures.extraction.places.gazetteer import is_common_word, key
from figures.extraction.places.names import LISTS, PlaceMention, plain_words, shouted
from figures.extraction.places.relations import STRUCK
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon.frequencies import frequencies


def unknown_place(tokens: Tokens, i: int, end: int, cue: str, named: bool = False) -> bool:
    """May words that no gazetteer knows name a place, as the preposition before them says?

    ``named``: a town bears the name, but it is an ordinary word too.
    """
    words = tokens.words
    division = words[i - 1] == "of" and words[i - 2] in LISTS.divisions
    struck = end - i == 1 and words[i - 1] == "of" and words[i - 2] in STRUCK
    if cue not in ("at", "from", "to", "way") and not (cue == "object" and (division or struck)):
        return False
    if words[i] in LISTS.never or tokens.classes[i] & (
        c.TITLE | c.ROLE | c.DEMONYM | c.PERSON | c.SPEAKER
    ):
        return False
    if not words[i].isalpha() or (end - i == 1 and len(words[i]) < 3):
        return False
    spelled = tokens.quote(i, end)
    if words[end - 1] in _GRADES or end - i == 1 and _initials(spelled):
        return False
    if spelled.isupper() and end - i == 1 and len(spelled) <= 6 and not shouted(tokens, i, end):
        return False  # an abbreviation
    if cue not in ("at", "object") and (end - i > 1 or tokens.words[i - 1] == "by"):
        return False
    if (
        end < len(tokens)
        and end not in tokens.breaks
        and not tokens.classes[end]
        and words[end].isalpha()
    ):
        return False  # "on the Richter scale", "at a Shell station": the noun after it is what is named
    if end - i == 1 and not named and is_common_word(key(spelled)):
        return False
    if end - i == 1 and shouted(tokens, i, end) and words[i] in frequencies():
        return False  # "IN DISARRAY": capitals tell nothing there
    if end - i > 1 and plain_words(tokens, i, end):
        return False  # "In Human Rights Cases"
    return stands_at(tokens, i, cue) or cue != "at" or words[i - 1] in _AT_THE


_GRADES: Final = frozenset(
    "phase phases stage level grade category class type tier round chapter annex figure table".split()
)


def _initials(spelled: str) -> bool:
    """Is it an abbreviation with small letters in it ("MoPH", "CoPR")?"""
    return not spelled.isupper() and spelled.isalpha() and sum(map(str.isupper, spelled)) > 1


def stands_at(tokens: Tokens, i: int, cue: str) -> bool:
    """Does a preposition of place stand close before unknown capitals (not "THROUGH LEAFLETS")?"""
    before = tokens.words[i - 1] if i else ""
    known = before in _PLAIN_AT or before in LISTS.directions or before in LISTS.divisions
    known |= before == "on" and tokens.words[i] in _HEIGHTS
    return cue == "at" and (known or before in ("of", "from", ",", "and"))


_PLAIN_AT: Final = frozenset(
    "in at near outside inside around within between across throughout off".split()
)
_HEIGHTS: Final = frozenset("mount mt lake".split())  # "on Mount Hale"
_AT_THE: Final = frozenset("the nearby neighbouring neighboring old new besieged occupied".split())


def listed_place(tokens: Tokens, at: int, mentions: list[PlaceMention]) -> PlaceMention | None:
    """The name right before the bracket in which the count at token ``at`` stands alone, or right before the count, in
    a list of places of which others are known.

    >>> from figures.extraction import extract
    >>> found = extract("Nine people drowned in Nairobi (4), Zuqqwarb (3) and Mombasa (2).")
    >>> [f.place for f in found[1:]]
    ['Nairobi', 'Zuqqwarb', 'Mombasa']
    """
    words = tokens.words
    bare = at > 1 and tokens.capital(at - 1) and ends_pair(tokens, at)
    if at < 2 or not bare and (words[at - 1] != "(" or words[at + 1 : at + 2] != [")"]):
        return None
    first = stop = at if bare else at - 1
    while first > 0 and tokens.capital(first - 1) and words[first - 1].isalpha():
        first -= 1
    if first == stop or words[first - 1] not in _LISTING or not mentions:
        return None
    if any(m.first < stop and m.stop > first for m in mentions):
        return None  # it is known
    name = tokens.quote(first, stop)
    bits = 0
    for k in range(first, stop):
        bits |= tokens.classes[k]
    if bits & (c.PERSON | c.PERSON_ONE | c.DEMONYM | c.MONTH | c.WEEKDAY | c.TRIGGER):
        return None
    own = PlaceMention(first, stop, name, name, "at")
    if bare:
        return own if in_pairs(tokens, own, mentions) else None
    if not any(words[m.stop : m.stop + 1] == ["("] for m in mentions):
        return None  # no place of the list is known
    return own


_LISTING: Final = frozenset((",", "and", ":", "(", "in", "from", ";"))

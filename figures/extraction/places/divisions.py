"""The noun that says what sort of place a name is: "Kunduz PROVINCE", "Hale and Orlo DISTRICTS"."""

from __future__ import annotations

from typing import Final

from figures.extraction.places.gazetteer import key
from figures.extraction.places.names import LISTS, best_known, known_place
from figures.extraction.places.runs import name_end
from figures.extraction.places.whose import SETTLEMENTS
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c


def shares_division(tokens: Tokens, end: int, stop: int) -> bool:
    """Does the plural behind the next name say what this one is, too ("Hale and Orlo provinces")?"""
    if end + 2 >= stop or tokens.words[end] not in ("and", "&") or not tokens.capital(end + 1):
        return False
    after = name_end(tokens, end + 1, stop)
    last = tokens.words[after - 1 : after + 1]
    return any(w in LISTS.divisions and w.endswith("s") for w in last)


def names_division(tokens: Tokens, first: int, at: int, stop: int) -> bool:
    """Is the noun behind a name its kind ("Kunduz province"), not the next word's ("Syria state television")?"""
    last = at + (tokens.words[at + 1 : at + 2] == ["city"])  # "the Orda Sea PORT CITY of Lesk"
    if tokens.words[at] in SETTLEMENTS and tokens.words[last + 1 : last + 2] == ["of"]:
        if last > at:
            return False
        known = known_place(tokens, first, at)
        if known is None and first:  # "the ORDAN town of Lesk": a people
            before = tokens.words[first - 1]
            return not (tokens.classes[first - 1] & c.ARTICLE or before.endswith("ly"))
        return known is None or known.precision not in _LARGE
    if tokens.words[at] in _PROVINCES and tokens.words[at + 1 : at + 2] == ["of"]:
        known = known_place(tokens, first, at)
        if known is not None and known.precision == "area":
            return False  # "the Red Sea PROVINCE OF Lesk"
    if tokens.words[at] == "capital" and tokens.words[at - 1] in LISTS.divisions:
        return False  # "the Orda State CAPITAL"
    if tokens.words[at] in ("village", "town", "hamlet"):
        whole = best_known(key(tokens.quote(first, at)))
        if whole is not None and whole.precision == "country":
            return False  # "Lenia village attack"
    if tokens.words[at] == "community":
        return tokens.words[first - 1] in _IN  # but "the Lenian community in Lesk"
    if tokens.words[at] in ("state", "city", "district") and at + 1 < stop:
        return tokens.words[at + 1] not in _OWNED
    return True


_PROVINCES: Final = frozenset("province district department governorate county prefecture".split())
_IN: Final = frozenset("in at from to near attacked raided invaded stormed hit".split())
_LARGE: Final = frozenset("admin1 area country".split())
_OWNED: Final = frozenset(
    "media television tv radio news officials police council hall court attorney department court".split()
)

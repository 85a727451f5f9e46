"""Names of places that tell whose something is, or where somebody comes from, rather than where it happened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from figures.extraction.places.gazetteer import Place, key, look_up
from figures.extraction.places.names import LISTS, PlaceMention
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

# "Hale HERDERS"
PEOPLES: Final = frozenset(
    "herders herdsmen pastoralists tribesmen militia militiamen nomads".split()
)
FOLLOWERS: Final = frozenset("history supporters supporter fans fan players footballers".split())
# "two Hale High School STUDENTS": where they belong, wherever they were
MEMBERS: Final = frozenset(
    "student students pupil pupils teacher teachers employee employees worker workers graduate graduates alumni staff"
    " cadet cadets band team coach professor professors member members parishioners".split()
)
SETTLEMENTS: Final = frozenset("city town village hamlet suburb port".split())


def of_one(tokens: Tokens, i: int, end: int, stop: int) -> bool:
    """Does a country's name stand for where somebody comes from: "one United States SOLDIER"?"""
    return (
        end < stop
        and bool(tokens.classes[end] & c.PERSON)
        and bool(tokens.classes[i - 1] & (c.NUMERAL | c.ARTICLE))
    )


def of_a_nation(tokens: Tokens, i: int, end: int, known: Place) -> bool:
    """Does the country tell whose it is: "the LENIA embassy in Orda", "U.S. troops"?"""
    after = tokens.words[end]
    if known.precision != "country":
        return False
    acronym = tokens.quote(i, end).replace(".", "").isupper()
    return after in LISTS.abroad or acronym and after in LISTS.adjectival


def owner(tokens: Tokens, end: int, stop: int, known: Place | None) -> bool:
    """Is the name before token ``end`` that of somebody who has a house, a body ("Austin's death")?"""
    if tokens.words[end] not in ("'s", "'") or known is not None and known.precision != "city":
        return False
    return not _OWN.isdisjoint(tokens.words[end + 1 : min(stop, end + 3)])


_OWN: Final = frozenset(
    "house home apartment residence car vehicle body death murder killing funeral family mother father wife husband"
    " son daughter brother sister parents children lawyer attorney friend girlfriend boyfriend head chest arm".split()
)


def people_capital(tokens: Tokens, i: int, end: int, stop: int) -> bool:
    """ "In the KENYAN CAPITAL on Monday": do tokens ``[i, end)`` tell whose capital it is, and is it not named behind
    ("the Kenyan capital, Nairobi") nor another thing ("the Kenyan capital markets")?"""
    words = tokens.words
    if end >= stop or words[end] != "capital" or tokens.capital(end):
        return False
    if not look_up(key(tokens.quote(i, end + 1))):
        return False
    k = end + 1
    if k >= stop or words[k] == "'s":
        return True
    name = k + (words[k] in (",", "-", "(", "city", "of"))
    if name < stop and tokens.capital(name) and not tokens.classes[name] & (c.MONTH | c.WEEKDAY):
        return False
    return bool(tokens.classes[k] & _GOES_ON)


_GOES_ON: Final = (
    c.PUNCTUATION | c.PREPOSITION | c.CONJUNCTION | c.SUBORDINATOR | c.AUXILIARY | c.MODAL | c.VERB
    | c.TRIGGER | c.SAID | c.WEEKDAY | c.TIME | c.ADVERB | c.RELATIVE
)  # fmt: skip


def adjective_of_town(words: list[str], i: int, end: int) -> bool:
    """ "The CORSICAN city of Lesk": is the word at token i alone an adjective of the country round it?"""
    of = words[end] in SETTLEMENTS and words[end + 1 : end + 2] == ["of"] and end - i == 1
    return of and words[i - 1 : i] == ["the"] and words[i].endswith(("an", "ese"))


def by_whom(tokens: Tokens, first: int, mention: PlaceMention) -> bool:
    """ "A search run BY LENIA and NEIGHBOURING ORDA", "killed BY LENIA": is it who did something?"""
    words, k = tokens.words, mention.first - 1
    while k > first and (words[k] in _SIDE_BY_SIDE or tokens.capital(k)):
        k -= 1
    if k <= first or words[k] != "by":
        return False
    did, stop = words[k - 1], mention.stop
    if stop < len(tokens) and not tokens.classes[stop] & _GOES_ON:
        return False  # "by the Lesk coroner"
    return did.endswith("ed") and did not in _RANKED or did in _DONE


_SIDE_BY_SIDE: Final = frozenset("and the neighbouring neighboring both".split())
_RANKED: Final = frozenset(("followed", "trailed"))  # "in Lesk, FOLLOWED BY Orda with 12"
_DONE: Final = frozenset("run led held done shot fought sent".split())


def cases_from(
    tokens: Tokens, at: int, mentions: Sequence[PlaceMention], category: str
) -> PlaceMention | None:
    """ "94 CASES FROM LESK and 75 from Orda": the place from which the cases at token ``at`` are told."""
    m = next((m for m in mentions if m.first > at), None)
    if m is None or m.cue != "from" or m.first - at > _CASES:
        return None
    between = tokens.words[at : m.first]
    before = between[between.index("from") - 1 :] if "from" in between[1:] else []
    cases = before[:1] in (["cases"], ["case"], ["deaths"], ["patients"], ["infections"])
    bare = len(between) == 2 and tokens.classes[at] & c.NUMERAL and category == "infected"
    if not (cases or bare):
        return None  # no abducted "ONE FROM Lenia"
    return m if set(before[1:]) <= _FROM else None


_CASES: Final = 12  # tokens of "ninety-four (94) new cases from"
_FROM: Final = frozenset("from the town city district county village province state".split())


def has_so_many(tokens: Tokens, floor: int, i: int, end: int, at: int) -> bool:
    """Does the place at tokens ``[i, end)`` open a clause that tells of the count at ``at`` as its own: "…, while LESK
    RECORDED 57 deaths and 75 injuries"?"""
    words, before = tokens.words, tokens.words[i - 1] if i > floor else ";"
    k = i - 1 - (before == "the")
    if k >= floor and words[k] not in _OPENS_CLAUSE:
        return False
    k = end
    while k < at and words[k] in _AUXILIARIES:
        k += 1
    if k >= at or words[k] not in _HAS:
        return False
    between = range(k + 1, at)
    if len(between) > _COUNTS:
        return False
    return not any(tokens.classes[n] & (c.PREPOSITION | c.VERB | c.AUXILIARY) for n in between)


_OPENS_CLAUSE: Final = frozenset("; while whereas but and".split())
_AUXILIARIES: Final = frozenset("has have had also".split())
_HAS: Final = frozenset("saw recorded reported registered witnessed counted".split())
_COUNTS: Final = 8  # tokens from the verb to a count of its: "recorded 57 deaths and 75 injuries"


def struck(tokens: Tokens, mention: PlaceMention, stop: int) -> bool:
    """ "After the village of ORLO in Lesk WAS RAIDED": is the place, told without a preposition, what was struck?"""
    if mention.cue != "named" or tokens.words[mention.first - 1] in (",", "and"):
        return False  # the last of several: "Hale, Orda and LESK were flooded"
    end = mention.stop
    holder = mention.within
    while holder is not None:
        end, holder = max(end, holder.stop), holder.within
    words, classes = tokens.words, tokens.classes
    if end >= stop or not classes[end] & c.AUXILIARY:
        return False
    while end < stop and classes[end] & (c.AUXILIARY | c.ADVERB):
        end += 1
    if end >= stop or words[end] not in LISTS.strikes | _SHAKEN:
        return False
    if words[end] not in _PEOPLE_TOO or mention.kind == "division":
        return True  # a man who bears a town's name is hit or attacked, too
    return words[mention.first - 1] == "of" and words[mention.first - 2] in SETTLEMENTS


_SHAKEN: Final = frozenset("shaken overrun razed burned burnt flattened".split())
_PEOPLE_TOO: Final = frozenset(
    "hit struck attacked targeted captured reached entered left seized affected shaken burned burnt".split()
)

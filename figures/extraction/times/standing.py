"""When a count stood: the day beside a toll that rose, was raised or was put at a number, and not when it happened."""

from __future__ import annotations

from typing import Final

from figures.extraction.events import event_nouns, event_words
from figures.extraction.times.vocabulary import date_lists
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import load_words

REVISING: Final = frozenset("raised lowered revised put updated increased".split())
_PUTTING: Final = frozenset("put puts gave raised lowered revised".split())
# "RELEASED a statement ON THE CASUALTIES"
_TOLD_OF: Final = frozenset("casualties deaths released".split())
_TOLLS: Final = frozenset("toll number count tally figure total deaths".split())
_BROUGHT: Final = 14  # tokens between the verb that brings a toll to a count, and the count
_BEHIND: Final = 4  # tokens from a count to the day behind it


def as_of_hour(tokens: Tokens, floor: int, p: int) -> bool:
    """ "As of 9 a.m. ON MONDAY", "as at 07:35, 17 January": does an hour stand between "as of" and token p?"""
    words, k = tokens.words, p - 1
    while k > max(floor + 1, p - _HOUR) and (words[k] in _OF_HOURS or tokens.classes[k] & c.DIGIT):
        k -= 1
    return k < p - 1 and words[k - 1 : k + 1] in (["as", "of"], ["as", "at"])


_HOUR: Final = 9  # tokens of an hour: "09:46 a.m. local time, on"
_OF_HOURS: Final = frozenset(
    ": . , on a.m a.m. am p.m p.m. pm a p m gmt utc local time noon midnight hours".split()
)


def of_toll(tokens: Tokens, floor: int, p: int, stop: int, end: int) -> bool:
    """ "On Friday the toll stood at 12", "the toll rose to 12 on Friday": when a count stood.

    A day told of what the toll is of is not the count's: "the toll of the quake that struck on Friday rose".
    """
    words = tokens.words
    if not _tells_day(tokens, p, stop):
        return False
    if stop < end and words[stop] in REVISING and not _TOLLS.isdisjoint(words[stop + 1 : stop + 5]):
        return True  # "officials on Tuesday raised the death toll to 31"
    if _puts_toll(tokens, stop, end) or _put_to(tokens, floor, p):
        return True
    verb = _toll_verb(tokens, floor, end)
    if verb < 0:
        return False
    if p > verb:
        return not any(_begins_event(tokens, k) for k in range(verb + 1, p))
    toll = next(k for k in range(verb - 1, floor - 1, -1) if words[k] in _TOLLS)
    if stop <= toll:
        found = any(words[k] in _FOUND for k in range(floor, toll))
        # "with the BODIES DISCOVERED today, the toll rose"
        return not any(
            _begins_event(tokens, k) and not (found and words[k] in _BODIES)
            for k in range(floor, toll - (words[toll - 1] in _KINDS))
        )
    return p == toll + 1 and words[p] != "of"


_KINDS: Final = frozenset(("death", "casualty", "injury"))  # of a toll
_FOUND: Final = frozenset("discovered found recovered retrieved".split())
_BODIES: Final = _FOUND | frozenset("bodies body remains corpses more".split())


def of_known_event(tokens: Tokens, p: int) -> bool:
    """ "Two more died after THE BLAST in Lesk ON THURSDAY, raising the toll": is the day from token p on that of an
    event told of before, or of "the hotel THAT COLLAPSED on Monday"?"""
    words = tokens.words
    if any(told & c.RELATIVE for told in tokens.classes[max(0, p - _BEHIND) : p]):
        return True
    for k in range(p - 1, max(0, p - _REACH), -1):
        if words[k] in event_nouns()[0] and "the" in words[max(0, k - 2) : k]:
            return True
        if (
            words[k] == ","
            or tokens.classes[k] & c.TRIGGER
            and not tokens.classes[k] & c.PREPOSITION
        ):
            return False
    return False


_REACH: Final = 8  # tokens from an event's noun to its day


def _puts_toll(tokens: Tokens, begin: int, end: int) -> bool:
    """ "On 3 May the ministry put the death toll at 31": does somebody give a toll, and nothing happens before?"""
    for k in range(begin, end):
        if tokens.words[k] in _PUTTING and not _TOLLS.isdisjoint(tokens.words[k + 1 : k + 5]):
            return True
        if tokens.words[k] not in _TOLD_OF and _begins_event(tokens, k):
            return False
    return False


def _put_to(tokens: Tokens, floor: int, p: int) -> bool:
    """ "Revised the toll of the quake to more than 670 ON SUNDAY": does a count end before token p to which somebody
    brought a toll?"""
    words = tokens.words
    k = p - 1
    while k > floor and not tokens.classes[k] & c.NUMERAL and p - k < _BEHIND:
        k -= 1
    while k > floor and words[k] != "to" and tokens.classes[k] & (c.NUMERAL | c.QUALIFIER):
        k -= 1
    if words[k] != "to":
        return False
    said = words[floor:k]
    return not _TOLLS.isdisjoint(said) and not REVISING.isdisjoint(said[-_BROUGHT:])


def _tells_day(tokens: Tokens, p: int, stop: int) -> bool:
    """Do the words tell a day, and no month ("in June the number of deaths rose to 184")?"""
    near = date_lists()["near"]
    return any(
        tokens.classes[k] & c.WEEKDAY
        or tokens.words[k] in near
        or tokens.words[k].isdecimal()
        and len(tokens.words[k]) < 3
        and tokens.words[k - 1] != "q"
        for k in range(p, stop)
    )


def _toll_verb(tokens: Tokens, floor: int, end: int) -> int:
    """The token of the first verb of size of which a toll is the subject; -1 where there is none."""
    words, moves = tokens.words, load_words("verbs", "sizes")
    toll = False
    for k in range(floor, end):
        toll |= words[k] in _TOLLS
        up = words[k] == "up" and words[k - 1] in _GONE  # "the number WENT UP to 12"
        if toll and (up or words[k] in moves) and not tokens.classes[k - 1] & c.RELATIVE:
            return k
    return -1


_GONE: Final = frozenset("went gone goes shot crept".split())


def _begins_event(tokens: Tokens, k: int) -> bool:
    """Does token k tell something that happened, beside the toll?"""
    if tokens.words[k] in event_words() or tokens.words[k] in ("after", "when", "as", "before"):
        return True
    return bool(tokens.classes[k] & (c.RELATIVE | c.SAID))

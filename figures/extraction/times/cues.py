"""What a date is the date of, as the words around it tell: an event, a statement, a count, or another event."""

from __future__ import annotations

from typing import Final

from figures.extraction.events import event_words
from figures.extraction.times.afterwards import (
    arrested,
    blame,
    in_court,
    of_ceremony,
    of_one,
    remains,
    searching,
)
from figures.extraction.times.compared import of_a_level, of_another, set_beside, superlative
from figures.extraction.times.speaking import let_go, names_them, of_a_life, opens_speech, spoken
from figures.extraction.times.standing import REVISING, as_of_hour, of_toll
from figures.extraction.times.vocabulary import date_lists
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import infinitives, load_words

_SUBJECT: Final = 14  # tokens between a date that opens a sentence and its verb
_BEFORE: Final = frozenset("the on - mid at morning of".split())


def cue_of(tokens: Tokens, floor: int, first: int, stop: int, end: int) -> str:
    """The cue of the date at tokens ``[first, stop)`` of a sentence that runs from ``floor`` to ``end``.

    One of: event; attributive ("the 4 May attacks" names an event by its day); rival (of one that is outdone: "the
    worst was the 2002 crash"); as_of ("by Friday"); since; held ("captives held since May"); cited (of a source in
    brackets); so_far ("have died so far this year", of no one event); named (of a deed that its year names, behind
    which it is told: "the 2016 murders of two"); deed (of what its noun did:
    "a 2021 blast killed nine"); arrest (when somebody was caught for what is told then); spoken
    (somebody spoke, or a court sat); other (another event's, or the end of one).

    >>> from figures.extraction.words.tokens import tokenize
    >>> t = tokenize("On Friday the mayor said that two men died.")
    >>> cue_of(t, 0, 1, 2, len(t))
    'spoken'
    """
    words, lists = tokens.words, date_lists()
    p = first
    while p > floor and (words[p - 1] in lists["parts"] or words[p - 1] in _BEFORE):
        if words[p - 1] in ("of", "on", "at") and words[p - 2 : p - 1] == ["as"]:
            break
        p -= 1
    if words[p - 2 : p] in (["the", "start"], ["the", "beginning"], ["the", "onset"]):
        p -= 2  # "since THE START OF 2015"
    if words[p - 3 : p] == ["since", "the", "end"]:
        p -= 2
    if _cited(tokens, floor, first, stop, end):
        return "cited"
    if words[p - 1 : p] == ["see"]:
        return "other"  # "(see October 12, 1968, incident)"
    if words[p - 1 : p] == ["for"] and words[stop - 1] == "weekend":
        return "other"  # "families bought food FOR THE WEEKEND"
    if of_ceremony(tokens, floor, p, stop, end):
        return "spoken"
    if words[first - 1 : first] == ["the"] and not lists["occasions"].isdisjoint(
        words[stop : min(end, stop + 2)]
    ):
        return "other"  # "in the lead-up to THE 12 MARCH ELECTIONS"
    owned = stop < end and words[stop] == "'s"
    after = words[stop + owned] if stop + owned < end else ""
    named = owned or first > floor and words[first - 1] in _ARTICLES
    of_event = owned and not event_words().isdisjoint(words[stop + 1 : min(end, stop + 4)])
    if of_event and words[p - 1 : p] in (["by"], ["from"], ["after"]):
        return "attributive"  # "trapped by Saturday's massive earthquake"
    if words[p - 1 : p] == ["followed"] and not tokens.classes[p - 2] & c.AUXILIARY:
        return "other"  # "Saturday's quake, followed on Monday by a storm"
    if words[p - 1 : p] == ["toll"] and not REVISING.isdisjoint(words[max(floor, p - 5) : p]):
        return "as_of"  # "raised the death toll on Tuesday to 31"
    if as_of_hour(tokens, floor, p) or words[p - 2 : p] == ["confirmed", "dead"]:
        return "as_of"  # "nine were CONFIRMED DEAD on Friday"
    for name in ("as_of", "since"):
        for phrase in lists[name]:
            size = len(phrase)
            if p - size >= floor and tuple(words[p - size : p]) == phrase:
                if phrase == ("by",) and _ending(tokens, floor, p - 1):
                    return "other"
                if name == "since" and (
                    superlative(words[max(floor, p - _COMPARED) : p])
                    or _first_to(words[max(floor, p - 2 * _COMPARED) : p])
                    or _of_an_aside(tokens, floor, p - size, stop, end)
                ):
                    return "other"
                if phrase == ("from",) and set_beside(tokens, floor, p):
                    return "left"  # "a 20 per cent increase FROM 2018"
                if name == "since" and not _CAPTIVE.isdisjoint(words[max(floor, p - 4) : p]):
                    return "held"
                if phrase == ("from",) and named and after in event_words() and stop < end:
                    return "attributive"  # "picking up the pieces FROM THE 25 April QUAKE"
                return "event" if phrase == ("after",) else name
    if of_another(tokens, floor, first) or of_a_level(words, p, first, after):
        return "other"
    if words[stop - 1] in ("year", "years", "decade", "decades") and superlative(
        words[max(floor, p - 2 * _COMPARED) : p]
    ):
        return "other"  # "the deadliest wreck off the coast so far this year"
    if words[stop : stop + 1] == ["alone"] and stop < end:
        return "window"  # "in September ALONE, 900 fled"
    if set_beside(tokens, floor, p):
        return "left"
    if behind := _behind_since(tokens, floor, p):
        return behind
    began = _of_what_began(tokens, floor, p)
    if began and not _HAVE.isdisjoint(words[stop:end]):
        return "since"  # "the war, which began in May, HAS killed 900"
    if _as_it_began(tokens, floor, p):
        return "other"
    if began:
        return "since"
    year = words[first].isdecimal() and len(words[first]) == _YEAR and stop == first + 1
    if named and year and after in event_words() and stop < end:
        if tokens.classes[stop] & c.TRIGGER:
            return "named"
        if tokens.classes[min(stop + 1, end - 1)] & c.TRIGGER:
            return "deed"  # "a 2021 blast KILLED nine"
    if remains(tokens, floor, p) or searching(tokens, floor, p):
        return "as_of"
    if words[p - 1] == "even" and p > floor or of_a_life(tokens, floor, p):
        return "other"  # "no help had come EVEN ON Sunday"
    if spoken(tokens, floor, p, stop, end) or in_court(tokens, floor, p):
        return "spoken"
    if opens_speech(tokens, floor, p, stop, end):
        return "spoken"
    if let_go(tokens, floor, p):
        return "release"
    if arrested(tokens, floor, p, stop, end):
        if any(blame(tokens, floor, p, stop)) or of_one(tokens, floor, p):
            return "arrest"
    if _moved_on(tokens, floor, p):
        return "other"
    if not of_event and of_toll(tokens, floor, p, stop, end):
        return "as_of"
    verb = stop + (words[stop : min(end, stop + 1)] == ["had"])
    if verb < end and tokens.classes[verb] & c.SAID:
        took = words[verb] in _CLAIMED and not _LIVES.isdisjoint(words[verb + 1 : verb + 7])
        if verb + 1 < end and words[verb + 1] not in ("dead", "missing") and not took:
            return "spoken"  # "the army on Tuesday admitted", "the army on Friday had said"
    if words[verb : verb + 1] == ["released"] and not _IMAGES.isdisjoint(
        words[verb + 1 : verb + 5]
    ):
        return "spoken"  # "the navy on Friday RELEASED IMAGES of the wreck"
    if verb < end and (words[verb] in _PROSECUTES or names_them(tokens, verb)):
        return "spoken"  # "prosecutors on Friday CHARGED a man"
    if _ending(tokens, floor, p) or _ahead(tokens, floor, p, stop, end):
        return "other"
    if words[first:stop] == ["this", "year"] and _ranked(tokens, floor, p):
        return "other"  # "the 17TH storm to hit Lenia THIS YEAR displaced 900"
    if words[first:stop] == ["this", "year"] and not _SO_FAR.isdisjoint(words[floor:end]):
        return "so_far"  # "817 people HAVE died so far this year"
    near = words[max(floor, p - 2 * _COMPARED) : p]
    if named and not _IS.isdisjoint(near[-3:]) and superlative(near):
        return "rival"
    return "attributive" if named and (of_event or after in event_words()) else "event"


_PROSECUTES: Final = frozenset(
    "filed charged indicted convicted sentenced arraigned jailed".split()
)
_IMAGES: Final = frozenset(
    "image images photo photos photographs video videos footage statement report figures data names audio".split()
)
_ARTICLES: Final = frozenset(("the", "a", "an"))
_YEAR: Final = 4  # digits
_SO_FAR: Final = frozenset(("far", "have", "has", "already"))
_IS: Final = frozenset(("was", "were", "is", "than"))
_CAPTIVE: Final = frozenset(
    "held holding captive captives captivity hostage detained jailed kept imprisoned".split()
)
_RANKS: Final = frozenset("th st nd rd strongest".split())
_COMPARED: Final = 8  # tokens from "the worst" to "since 1998"


def _first_to(words: list[str]) -> bool:
    """ "The FIRST quake in the country TO claim a hundred lives since 2016"."""
    return "first" in words and "to" in words[words.index("first") :]


def _ranked(tokens: Tokens, floor: int, p: int) -> bool:
    """Is it in what span of time something is the third or the worst: "the THIRD quake to strike Lenia this year"?"""
    near = range(max(floor, p - _COMPARED), p)
    rank = (k for k in near if tokens.classes[k] & c.ORDINAL or tokens.words[k] in _RANKS)
    ordinal = next(rank, 0)
    return bool(ordinal) and "to" in tokens.words[ordinal:p]


def _of_an_aside(tokens: Tokens, floor: int, p: int, stop: int, end: int) -> bool:
    """ "The ministry in Lesk, a town under siege SINCE 2007, says": does "since" tell of a noun between commas?"""
    words, classes, told = tokens.words, tokens.classes, False
    if words[stop : min(end, stop + 1)] != [","]:
        return False
    for k in range(p - 1, max(floor, p - _SUBJECT), -1):
        if words[k] == ",":
            return not told and bool(classes[k + 1] & (c.ARTICLE | c.DETERMINER))
        if words[k - 1 : k + 1] == [",", "where"]:
            return True  # "Lenia, WHERE a war has raged since 2011, had"
        if classes[k] & c.NUMERAL:
            return False
        told |= bool(classes[k] & (c.VERB | c.AUXILIARY))
    return False


def _behind_since(tokens: Tokens, floor: int, p: int) -> str:
    """ "Since the army launched an offensive ON 24 FEBRUARY": when the time began that a count runs over (since), or
    when the one was by which it is measured ("the worst since a dam broke IN 1982": rival); else ""."""
    words, began = tokens.words, False
    lasting = load_words("modifiers", "beginnings") | load_words("modifiers", "lasting")
    for k in range(p - 1, max(floor, p - _SUBJECT) - 1, -1):
        if words[k] == "since":
            if superlative(words[max(floor, k - _COMPARED) : k]):
                return "rival"
            told = (i for i in range(k + 1, p) if words[i] not in _OF)
            alone = not any(tokens.classes[i] & _TELLS or words[i] in event_words() for i in told)
            return "since" if began or alone and _HAVE.intersection(words[p:]) else ""
        if words[k - 1 : k + 1] in ([",", "which"], [",", "when"]):
            continue  # "since the ceasefire, WHICH was reached on 29 August"
        comma = words[k] == "," and words[k + 1] in ("which", "when")
        mark = tokens.classes[k] & (c.PUNCTUATION | c.RELATIVE) and words[k] != "'s"
        if mark and not comma or words[k] == "and":
            return ""
        began |= words[k] in lasting
    return ""


_HAVE: Final = frozenset(("have", "has"))
_OF: Final = frozenset("of on in at the a".split())
# "since the TRUCE of 20 November, 900 HAVE been killed", but "since the quake"
_TELLS: Final = c.VERB | c.AUXILIARY | c.TRIGGER


def _of_what_began(tokens: Tokens, floor: int, p: int) -> bool:
    """ "Killed in the fighting THAT BEGAN in 2004", "the insurgency in Orda, which began in May": when what goes on
    began, and not when the deed was."""
    words = tokens.words
    near = range(p - 1, max(floor, p - 3) - 1, -1)
    began = next((k for k in near if words[k] in load_words("modifiers", "beginnings")), 0)
    if not began or not tokens.classes[began - 1] & c.RELATIVE and words[began - 1] != "that":
        return False
    going = load_words("modifiers", "crises") | load_words("modifiers", "offensives")
    return not going.isdisjoint(words[max(floor, began - _BEGAN) : began - 1])


def _as_it_began(tokens: Tokens, floor: int, p: int) -> bool:
    """ "After the conflict broke out IN APRIL", "the war began with the attack OF 7 MAY": when a crisis began in
    which other things happened since."""
    words = tokens.words
    for k in range(p - 1, max(floor, p - _BEGAN) - 1, -1):
        if tokens.classes[k] & (c.PUNCTUATION | c.NUMERAL | c.RELATIVE) or words[k] == "when":
            return False  # "the war began WHEN gunmen raided Lesk on 7 May"
        if words[k] in load_words("modifiers", "beginnings"):
            return not load_words("modifiers", "crises").isdisjoint(words[max(floor, k - 3) : k])
    return False


_BEGAN: Final = 8  # tokens from a crisis that began to when


_CLAIMED: Final = frozenset(("claimed", "claims"))
_LIVES: Final = frozenset(("lives", "life"))


def _cited(tokens: Tokens, floor: int, first: int, stop: int, end: int) -> bool:
    """ "(IOM, May 2019)": the date of a source in brackets."""
    words = tokens.words
    if first - 2 < floor or words[first - 1] != "," or words[stop : min(end, stop + 1)] != [")"]:
        return False
    begin = next(
        (k for k in range(first - 2, max(floor, first - 9) - 1, -1) if words[k] == "("), -1
    )
    return begin >= 0 and tokens.capital(begin + 1) and not tokens.classes[begin + 1] & c.MONTH


def _moved_on(tokens: Tokens, floor: int, p: int) -> bool:
    """ "A storm left 12 dead, THEN BLEW toward Lenia TODAY": is it when a storm was elsewhere already?"""
    near = range(max(floor, p - _COMPARED), p - 1)
    return any(tokens.words[k] == "then" and tokens.words[k + 1] in _MOVES for k in near)


_MOVES: Final = frozenset(
    "blew moved headed veered turned swept weakened crossed churned tracked".split()
)


def _ahead(tokens: Tokens, floor: int, p: int, stop: int, end: int) -> bool:
    """Do the words before token p tell what is to come ("a ship is due in Maputo on Sunday"), or came after what is
    told ("had sheltered there BEFORE the siege of early May")?"""
    words, classes = tokens.words, tokens.classes
    told = False  # an event between
    for k in range(p - 1, max(floor, p - _COMPARED) - 1, -1):
        if words[k] == "before" and k < p - 1 and not (classes[k + 1] | classes[k - 1]) & c.TIME:
            # but "before dawn on Monday", "hours before the raid on Monday", "before the raid on Monday that
            # killed 12", "before floods killed nine on Monday"
            if any(classes[i] & c.NUMERAL and classes[i - 1] & c.TRIGGER for i in range(k + 2, p)):
                return False
            return not any(tokens.classes[i] & c.TRIGGER for i in range(stop, end))
        if words[k] in _TO_COME and not told:
            # but "40 deaths DUE TO storms in May"
            counts = any(classes[i] & c.NUMERAL for i in range(floor, k))
            cause = words[k : k + 2] == ["due", "to"] and words[k + 2] not in infinitives()
            return not (counts and cause)
        if words[k] in _GOES_ON and k >= p - 3 and not _EFFORTS.isdisjoint(words[floor:k]):
            return True
        if classes[k] & (c.PUNCTUATION | c.RELATIVE | c.SUBORDINATOR):
            return False
        told |= words[k] in event_words()
    return False


# "The SEARCH was UNDERWAY on Tuesday", "RAIN CONTINUED on Tuesday": when something went on behind the deed
_GOES_ON: Final = frozenset("underway way continued continue continues resumed".split())
_EFFORTS: Final = frozenset(
    "search searches searching rescue recovery relief cleanup efforts operation operations investigation rain rains"
    " rainfall evacuations firefighters crews rescuers".split()
)
_TO_COME: Final = frozenset("due will 'll scheduled planned slated expected forecast".split())


def _ending(tokens: Tokens, floor: int, p: int) -> bool:
    """Do the words before token p tell that something was over then ("dissipated on 8 May")?"""
    endings = date_lists()["endings"]
    for k in range(p - 1, max(floor, p - _COMPARED) - 1, -1):
        if tokens.words[k] in endings:
            return True
        if tokens.words[k] in (",", ";", "and", "that") or tokens.words[k] in event_words():
            return False
    return False

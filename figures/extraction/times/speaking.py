"""Days on which somebody spoke or acted afterwards, beside those on which something happened."""

from __future__ import annotations

from typing import Final

from figures.extraction.events import event_words
from figures.extraction.times.vocabulary import date_lists
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

_SPEECH: Final = 6  # tokens between a verb of speech and its date
_LONG_SUBJECT: Final = 19  # tokens of who speaks with an office: "On Monday Ana Ruiz, head of the agency of Orda, said"
_COUNTED: Final = frozenset("reported recorded registered confirmed notified".split())
_HOLDS: Final = frozenset("jail prison custody detention hospital".split())


def spoken(tokens: Tokens, floor: int, p: int, stop: int, end: int) -> bool:
    """Do the words before token p tell that somebody spoke or acted then ("told Reuters on Tuesday")?"""
    words, classes = tokens.words, tokens.classes
    lists = date_lists()
    far = p - _SPEECH
    for k in range(p - 1, floor - 1, -1):
        word = words[k]
        # "said Ana Ruiz of the Hale Road Patrol on Friday"
        far -= word in _HEARD or tokens.capital(k)
        if k < far:
            break
        if word in _COUNTED and k > floor and classes[k - 1] & c.TRIGGER:
            return False  # "567 cases reported in April"
        if word == "claimed" and words[k + 1] == "by" and words[k - 1] in event_words():
            return False  # "killed in an ATTACK CLAIMED BY the group on Wednesday"
        if word == "gave" and words[k + 1] in _GAVE:
            return False  # "the slope GAVE WAY on Monday"
        if word == "released" and _of_people(tokens, floor, k):
            return False  # "twelve hostages were RELEASED on Monday"
        if word in _NAMING and (
            k == p - 1 or classes[k - 1] & c.AUXILIARY or names_them(tokens, k)
        ):
            return True  # "the nine WERE NAMED on Friday"
        if word in _SAY and classes[k + 1] & _SOMEBODY and stop < end and _acts(tokens, stop):
            return False  # "officials SAY A BUS on Friday HIT a mine"
        if word in lists["spoken"] or word in lists["acts"] or classes[k] & c.SAID:
            return not (k > floor and classes[k - 1] & c.AUXILIARY) or word in lists["acts"]
        if word in _HOLDS or word == "emergency" and words[k - 1] == "of":
            continue  # "released from jail Friday", "declared a state of emergency on Friday"
        if word == "," and k > floor and tokens.capital(k - 1) and not classes[k - 1] & _DATES:
            continue  # "told reporters in Geneva, Switzerland, on Tuesday"
        if classes[k] & (c.NUMERAL | c.VERB) or word in event_words() or word in (",", ";", "that"):
            return False
    return False


def let_go(tokens: Tokens, floor: int, p: int) -> bool:
    """Is it when people were let go, and not when they were seized: "all 11 WERE RELEASED ON Monday"?"""
    near = range(max(floor + 1, p - _RELEASED), p)
    return any(tokens.words[k] in _FREED and _of_people(tokens, floor, k) for k in near)


_GAVE: Final = frozenset(("way", "out"))
_FREED: Final = frozenset(("released", "freed"))


def _of_people(tokens: Tokens, floor: int, k: int) -> bool:
    """Are people released by the verb at token k: "twelve hostages WERE RELEASED", no "figures were released"?"""
    near = range(max(floor, k - _RELEASED), k)
    be = bool(tokens.classes[k - 1] & c.AUXILIARY) and k > floor
    if be and k > floor + 1 and tokens.classes[k - 2] & c.NUMERAL:
        return True  # "THREE were released on 6 March"
    return be and any(tokens.classes[i] & (c.PERSON | c.PERSON_ONE) for i in near)


_SAY: Final = frozenset(("say", "says", "said"))
_SOMEBODY: Final = c.ARTICLE | c.DETERMINER | c.NUMERAL


def _acts(tokens: Tokens, k: int) -> bool:
    """Is token k a verb in the past: "HIT", "killed", "was"?"""
    if tokens.classes[k] & c.PREPOSITION:
        return False
    verbs = c.VERB | c.AUXILIARY | c.TRIGGER
    return bool(tokens.classes[k] & verbs) or tokens.words[k].endswith("ed")


_NAMING: Final = frozenset(("named", "identified"))


def names_them(tokens: Tokens, k: int) -> bool:
    """ "Police IDENTIFIED THE victims", but "a man IDENTIFIED AS Ruiz", "a storm NAMED HALE"."""
    bits = tokens.classes[k + 1] if k + 1 < len(tokens) else 0
    return tokens.words[k] in _NAMING and bool(bits & (c.ARTICLE | c.DETERMINER | c.NUMERAL))


# words for how and by whom it was heard, which part a verb of speech from its date: "told a news agency by phone on"
_HEARD: Final = frozenset("by phone telephone email news agency the a via video".split())
_RELEASED: Final = 5  # tokens from who is released to the verb
_DATES: Final = c.MONTH | c.WEEKDAY


def opens_speech(tokens: Tokens, floor: int, p: int, stop: int, end: int) -> bool:
    """Does the date open a sentence whose first verb tells that somebody spoke or acted?"""
    words, classes = tokens.words, tokens.classes
    opens = c.PREPOSITION | c.ADVERB | c.PUNCTUATION | c.TIME
    if any(classes[k] and not classes[k] & opens for k in range(floor, p)):
        return False
    acts = date_lists()["acts"]
    for k in range(stop, min(end, stop + _LONG_SUBJECT)):
        if names_them(tokens, k):
            return True  # "On Friday police NAMED THE dead"
        noted = classes[k - 1] & (c.ARTICLE | c.DETERMINER)  # "a DECLARED strike"
        if (words[k] in acts or classes[k] & c.SAID) and not noted:
            counts = k + 1 < end and classes[k + 1] & (c.NUMERAL | c.QUALIFIER | c.ARTICLE)
            counts = counts and words[k] not in ("said", "says")  # "reported 12 cases" of that day
            counts = counts and words[k + 2 : k + 4] != ["-", "year"]  # "confirmed 19-YEAR-old Ana"
            return not counts and k > stop + (words[stop] == ",")
        if classes[k] & (c.VERB | c.MODAL | c.RELATIVE | c.NUMERAL) or words[k] in event_words():
            return False
        if classes[k] & c.AUXILIARY and words[k] not in ("has", "have", "had"):
            return k + 1 < end and words[k + 1] in acts  # "was convicted"
    return False


def of_a_life(tokens: Tokens, floor: int, p: int) -> bool:
    """ "A gun STOLEN in 1995", "the bridge, BUILT in 1972", "ELECTED in 2005": when something was with a person or a
    thing that is told of."""
    k = p - 1 - (tokens.words[p - 1] in ("in", "on"))
    return k > floor and tokens.words[k] in date_lists()["of_a_life"]

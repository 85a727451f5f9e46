"""Days of what came after the deed: when the dead were mourned, somebody was caught, some were still missing."""

from __future__ import annotations

from typing import Final

from figures.extraction.events import event_words
from figures.extraction.times.vocabulary import date_lists
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

_SUBJECT: Final = 14  # tokens between a date that opens a sentence and its verb


def of_ceremony(tokens: Tokens, floor: int, p: int, stop: int, end: int) -> bool:
    """ "Relatives GATHERED on Sunday", "Sunday MARKS ten years since", "the dead WERE BURIED on Monday": is it when
    the dead were mourned, not when they died?"""
    words, lists = tokens.words, date_lists()
    near = {*words[max(floor, p - _RITE) : p], *words[stop : min(end, stop + 1)]}
    if near.isdisjoint(lists["ceremonies"]):
        return False  # most
    said = frozenset(words[floor:end])
    if not near.isdisjoint(lists["mourning"]):
        return True
    if "buried" in near:
        return not (lists["dead"].isdisjoint(words[floor:p]) or lists["buried"] & said)
    return not lists["mourners"].isdisjoint(said)


_RITE: Final = 4  # tokens from a rite to its day


def in_court(tokens: Tokens, floor: int, p: int) -> bool:
    """ "Received two life SENTENCES Thursday for two murders", "found GUILTY on Tuesday of killing three": is it when
    a court came to something?"""
    words, verdicts = tokens.words, date_lists()["verdicts"]
    if words[p - 1] in _SITS and not (verdicts | _SITTINGS).isdisjoint(words[floor:p]):
        return True  # "an INQUEST into 72 deaths OPENED on Monday"
    if verdicts.isdisjoint(words[max(floor, p - _VERDICT) : p]):
        return False  # most
    for k in range(p - 1, max(floor, p - _VERDICT) - 1, -1):
        if words[k] in verdicts:
            return True
        deed = tokens.classes[k] & _OTHER_DEED and not tokens.classes[k] & c.PREPOSITION
        if deed or words[k] in (";", "that"):
            return False
    return False


_SITS: Final = frozenset(
    "opened began started opens begins starts resumed concluded adjourned".split()
)
_SITTINGS: Final = frozenset("trial trials hearing hearings".split())
_VERDICT: Final = 10  # tokens from what a court came to, to when
_OTHER_DEED: Final = c.RELATIVE | c.SUBORDINATOR | c.TRIGGER


def arrested(tokens: Tokens, floor: int, p: int, stop: int, end: int) -> bool:
    """Do words before the date tell of an arrest, or does it open a sentence whose verb does?"""
    words, classes, arrests = tokens.words, tokens.classes, date_lists()["arrests"]
    for k in range(p - 1, max(floor, p - _ARREST) - 1, -1):
        if words[k] in arrests:
            return True
        if classes[k] & (c.RELATIVE | c.SUBORDINATOR) or words[k] in (";", "that"):
            return False
    opens = all(classes[k] & _OPENERS for k in range(floor, p))
    for k in range(stop, min(end, stop + _SUBJECT)) if opens else ():
        if classes[k] & (c.VERB | c.SAID | c.RELATIVE | c.MODAL) or words[k] in arrests:
            return words[k] in arrests
    return False


def of_one(tokens: Tokens, floor: int, p: int) -> bool:
    """ "Lopez WAS ARRESTED on Friday", "police ARRESTED A man on Friday", but not "fifty were arrested on Friday"."""
    words = tokens.words
    for k in range(p - 1, max(floor, p - _NEAR) - 1, -1):
        if words[k] in ("arrested", "detained", "captured"):
            after = k + 1
            one = words[after] in _ONE or after < p and tokens.capital(after)
            return words[k - 1] in ("was", "is") or words[k - 2 : k] == ["has", "been"] or one
    return False


_NEAR: Final = 8  # tokens from "arrested" to when
_ONE: Final = frozenset("a an him her".split())
_ARREST: Final = 12  # tokens from "arrested", behind which stands who, to when
_OPENERS: Final = c.PREPOSITION | c.ADVERB | c.PUNCTUATION | c.TIME


def arrested_for(tokens: Tokens, first: int, end: int) -> int:
    """The token from which on it is told what somebody was arrested for; 0 where none does.

    >>> from figures.extraction.words.tokens import tokenize
    >>> t = tokenize("Two men were arrested on Monday in connection with a raid that killed five.")
    >>> t.words[arrested_for(t, 6, len(t))]
    'in'
    """
    words, crimes = tokens.words, date_lists()["crimes"]
    for k in range(first, min(end, first + _SUBJECT)):
        after = words[k + 1 : min(end, k + _FOR)]
        if words[k] in ("in", "on") and after[:1] and after[0] in _MATTERS:
            return k
        if words[k] in _BLAMED and after[:1] in (["of"], ["with"]):
            return k  # "arrested on Friday, is accused of killing five"
        if words[k] in ("in", "for", "over") and not crimes.isdisjoint(after):
            if _BLAMED.isdisjoint(after):
                return k  # but "arrested IN HALE, suspected of killing five"
    return 0


def blame(tokens: Tokens, floor: int, first: int, stop: int) -> tuple[int, int]:
    """The tokens that tell what somebody was arrested for, behind the day at tokens ``[first, stop)`` or, in a sentence
    that begins at token ``floor``, before "arrested": "a suspect IN THE KILLING OF TWO was arrested on Monday"."""
    if behind := arrested_for(tokens, stop, len(tokens)):
        return behind, len(tokens)
    arrests = date_lists()["arrests"]
    near = range(first - 1, max(floor, first - _ARREST) - 1, -1)
    at = next((k for k in near if tokens.words[k] in arrests), 0)
    before = arrested_for(tokens, floor, at) if at else 0
    return (before, at) if before else (0, 0)


_BLAMED: Final = frozenset(("accused", "suspected", "charged"))
_MATTERS: Final = frozenset("connection relation suspicion charges".split())
_FOR: Final = 6  # tokens from "in" or "for" to the crime


def later_death(tokens: Tokens, at: int, p: int, alone: bool = False) -> bool:
    """ "Two died at once AND A THIRD DIED on Friday", "four were killed and TWO MORE DIED on Friday": is the day at
    token p that of a later death alone, told behind token ``at``? ``alone``: also of one who "LATER DIED on Friday"."""
    words = tokens.words
    died = next((k for k in range(p - 1, max(at, p - _DIED_BEFORE), -1) if words[k] in _DIED), 0)
    if not died:
        return False
    if alone and words[died - 1] == "later":
        return True
    behind = words[died + 1 : p]
    if not alone and "hospital" in behind and not _FURTHER.isdisjoint(behind):
        return True  # "five DIED at once and two more in hospital THE NEXT DAY"
    k = died - 1
    while k > at and words[k] not in ("and", ",", ";", "while", "but"):
        if words[k] in _FURTHER or tokens.classes[k] & c.ORDINAL:
            return any(tokens.classes[i] & c.TRIGGER for i in range(at, k))
        k -= 1
    return False


_DIED: Final = frozenset(("died", "succumbed"))
_DIED_BEFORE: Final = 12  # tokens from "died" to its day: "died of their wounds in hospital on"
_FURTHER: Final = frozenset(("another", "more"))


def searching(tokens: Tokens, floor: int, p: int) -> bool:
    """ "Crews COMBED the mud ON FRIDAY for nine people", but not "they search for victims of a slide that came on
    Friday", "of the slide Friday": is it a day on which those it befell were only looked for?"""
    words, nouns = tokens.words, event_words()
    if words[p - 1] in _EFFORTS and p - 1 > floor:
        return True  # "called off their SEARCH on Friday"
    for k in range(p - 1, max(floor, p - _SEARCHED) - 1, -1):
        if words[k] in _SEARCH:
            who = words[max(floor, k - _CREW) : k]
            return words[p - 1] not in nouns and not _CREWS.isdisjoint(who)
        if words[k] in _HAPPENS or tokens.classes[k] & _OTHER_DEED:
            if words[k] not in _DEADLY and not tokens.classes[k] & c.PREPOSITION:
                return False
    return False


# what is searched, or for whom
_DEADLY: Final = frozenset(
    "deadly fatal killer ruins rubble wreckage wreck missing trapped survivors victims bodies dead".split()
)
_EFFORTS: Final = frozenset("search searches efforts".split())
_SEARCHED: Final = 14  # tokens from a search to its day
_CREW: Final = 12  # tokens from who searches to the verb
_SEARCH: Final = frozenset(
    "search searched searching combed combing sifted sifting dug digging scoured scouring hunted hunting".split()
)
_CREWS: Final = frozenset(
    "rescuers searchers crews crew teams team divers firefighters volunteers workers soldiers villagers residents"
    " police".split()
)
_HAPPENS: Final = frozenset("struck hit after following since when as".split())


def remains(tokens: Tokens, floor: int, p: int) -> bool:
    """ "Twelve REMAINED in hospital Friday", "nine were STILL missing on Friday": when a count stood."""
    opening = (k for k in range(floor, p) if tokens.words[k] not in _HOURS)
    if all(tokens.classes[k] & _OPENERS for k in opening):
        said = tokens.words[p : p + _LONG]  # "On Sunday all four were listed in stable CONDITION"
        return "condition" in said and not _LISTED.isdisjoint(said) or _yet(said)
    for k in range(p - 1, max(floor, p - _STOOD) - 1, -1):
        if tokens.words[k] in _REMAINED:
            return tokens.words[k] != "still" or not _STATES.isdisjoint(tokens.words[k + 1 : p])
        if tokens.words[k] in event_words() or tokens.classes[k] & (c.PUNCTUATION | c.RELATIVE):
            if tokens.words[k] not in _STATES:
                return False
    return False


def _yet(said: list[str]) -> bool:
    """ "On Tuesday 45 people were STILL MISSING", and nothing that happened is told before it?"""
    k = next((k for k, word in enumerate(said) if word in _REMAINED), 0)
    if not k or _STATES.isdisjoint(said[k + 1 : k + _STOOD]):
        return False
    return event_words().isdisjoint(w for w in said[:k] if w not in _STATES | _EFFORTS)


_HOURS: Final = frozenset("1 2 3 4 5 6 7 8 9 10 11 12 . a.m. p.m. am pm about around".split())
_LISTED: Final = frozenset("listed reported stable remained remains".split())
_LONG: Final = 16  # tokens from a day that opens a sentence to the condition told
_STOOD: Final = 6  # tokens from "remained" to a date
_REMAINED: Final = frozenset("remained remain remains still".split())
_STATES: Final = frozenset(
    "missing trapped unaccounted underground shelters hospital hospitalized hospitalised injured displaced homeless"
    " captive critical condition".split()
)


def of_the_killer(tokens: Tokens, floor: int, at: int, stop: int) -> bool:
    """ "A man WHO KILLED FOUR people was executed on Friday", "two CONVICTED OF killing FOUR were hanged on Friday": is
    the day at token ``stop`` that of what became of those who did it, behind the count at token ``at``?"""
    words, classes = tokens.words, tokens.classes
    if _BECAME.isdisjoint(words[at:stop]) or "when" in words[at:stop]:
        return False  # most
    for k in range(at - 1, max(floor, at - _ARREST) - 1, -1):
        if words[k] == "who":
            k += 1 + (words[k + 1] in _HAD)
            return k < at and bool(classes[k] & c.TRIGGER) and not classes[k] & c.AUXILIARY
        if words[k] in _GUILTY:
            return not _FOR_WHAT.isdisjoint(words[k + 1 : at])
        if words[k] in (",", ";"):
            return False
    return False


_BECAME: Final = frozenset("was were is are has have died fled surrendered escaped".split())
_HAD: Final = frozenset(("had", "has", "have"))
_GUILTY: Final = frozenset(
    "convicted accused suspected wanted blamed held charged jailed imprisoned detained arrested guilty responsible"
    " sentenced tried".split()
)
_FOR_WHAT: Final = frozenset("of for over with in".split())

"""Those seized or missing of whom the words behind tell that all of them are dead: "Gunmen abducted seven clerks. Their
bodies were found on Monday" — "Nine herders went missing. They were later found dead" — "Two nurses kidnapped in May;
found dead in June".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from figures.categories import Trigger
from figures.extraction.document.told import Told
from figures.extraction.groups.phrases import find_triggers
from figures.extraction.words.sentences import Sentence
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

_SEIZED: Final = frozenset("abducted detained missing".split())
_BODIES: Final = frozenset("bodies corpses remains body corpse".split())
_FOUND: Final = frozenset("found recovered discovered dumped retrieved returned left lying".split())
_THEIR: Final = 5  # tokens from "their" to "bodies"
_WERE: Final = 5  # and from there to "found"
_OPEN: Final = frozenset(
    "feared fears feared believed if may might could would not no nor never unless until search searching".split()
)
_OWNERS: Final = (frozenset(("their",)), frozenset(("his", "her", "'s")))
_KILLED: Final = frozenset("killed executed murdered beheaded massacred slaughtered".split())
_JOINTS: Final = frozenset((";", ",", "and"))
_BE: Final = frozenset(("was", "were", "and", "but"))
_AFTER: Final = c.PUNCTUATION | c.PREPOSITION | c.ADVERB | c.TIME | c.SUBORDINATOR
TRIGGER: Final = Trigger(("bodies",), "killed", "noun", "noun", "killed/noun")


def seized(told: Sequence[Told], index: int) -> int | None:
    """The place of those seized or missing, told in sentence ``index`` or the one before, where just one count tells
    of them and none of dead."""
    found: int | None = None
    for n in range(len(told) - 1, -1, -1):
        t = told[n]
        if t.index < index - 1:
            break
        if t.counted.counted == "named":
            if t.category == "killed" and t.index == index:
                return None
            continue
        if t.category == "killed" or t.category in _SEIZED and found is not None:
            return None
        if t.category in _SEIZED:
            found = n
    if found is None or not told[found].counted.value or told[found].counted.of_those:
        return None
    return found


def told_dead(tokens: Tokens, sentence: Sentence, captives: Told, index: int) -> Trigger | None:
    """What tells that all of the captives are dead, in the sentence or behind them in their own; None where nothing
    does.

    >>> from figures.extraction import extract
    >>> text = "Gunmen abducted seven clerks. Their bodies were found on Monday."
    >>> [(f.category, f.quote) for f in extract(text)]
    [('abducted', 'seven clerks'), ('killed', 'seven clerks')]
    """
    words = tokens.words
    here = captives.index == index
    first = captives.counted.stop if here else sentence.first
    if tokens.holds(_OPEN, first, sentence.stop):
        return None
    one = captives.counted.value == 1
    owners = _OWNERS[one]
    if not (here or one) and _killed_them(words, first, sentence.stop):
        return TRIGGER
    for i in range(first, sentence.stop - 2):
        if words[i] in owners and (words[i] != "'s" or tokens.capital(i - 1)):
            near = words[i + 1 : i + 1 + _THEIR]
            at = next((k for k, word in enumerate(near) if word in _BODIES), None)
            if at is not None:
                behind = words[i + 2 + at : min(sentence.stop, i + 2 + at + _WERE)]
                if not _FOUND.isdisjoint(behind) or words[i - 1] in _FOUND:
                    return TRIGGER  # "their bodies were found", "police FOUND their bodies"
    if captives.reading.trigger.shape == "passive" and captives.category == "abducted":
        found = _then_dead(tokens, sentence, captives.reading.span[1] if here else first, here)
        if found is not None:
            return found
    return None if here or one else _they_died(tokens, sentence)


def _killed_them(words: Sequence[str], first: int, stop: int) -> bool:
    """ "The rebels KILLED THEM the next day": is it told of all of them, and by verbs that leave nobody alive?"""
    return any(words[k + 1] == "them" and words[k] in _KILLED for k in range(first, stop - 1))


def _then_dead(tokens: Tokens, sentence: Sentence, first: int, here: bool) -> Trigger | None:
    """ "Kidnapped in Hale AND LATER FOUND DEAD", "… Later KILLED.": what they became, their noun left out, behind a
    joint or where the next sentence begins."""
    words, i = tokens.words, first
    if here:
        joints = (k for k in range(first, sentence.stop - 1) if words[k] in _JOINTS)
        starts = [k + 1 for k in joints if words[k + 1] not in _JOINTS]
    else:
        starts = [first]
    for i in starts:
        begin = i
        while i < sentence.stop and (words[i] in _BE or tokens.classes[i] & c.ADVERB):
            i += 1
        if i >= sentence.stop or not tokens.classes[i] & c.TRIGGER:
            continue
        if here and words[i] != "found" and (words[begin - 1] == "," or i == begin):
            if words[begin - 1] != ";":
                continue  # "abducted, killed": read with the verb; "by a gang, later killed"
        for stop, trigger in find_triggers(tokens, i, sentence.stop).get(i, ()):
            if trigger.category == "killed" and trigger.shape in ("passive", "adjective"):
                alone = bool(tokens.classes[stop] & _AFTER) if stop < len(words) else True
                if alone or words[i] == "found":
                    return trigger
        if words[i : i + 2] == ["found", "dead"]:
            return TRIGGER
    return None


def _they_died(tokens: Tokens, sentence: Sentence) -> Trigger | None:
    """ "THEY WERE later SHOT DEAD", "ALL WERE KILLED"."""
    words, i = tokens.words, sentence.first
    if words[i] not in ("they", "all"):
        return None
    i += 1
    be = False
    while i < sentence.stop and tokens.classes[i] & (c.AUXILIARY | c.ADVERB | c.TIME):
        be |= bool(tokens.classes[i] & c.AUXILIARY)
        i += 1
    if not be or i >= sentence.stop or not tokens.classes[i] & c.TRIGGER:
        return None
    for stop, trigger in find_triggers(tokens, i, sentence.stop).get(i, ()):
        if trigger.category == "killed" and trigger.shape == "passive":
            return trigger if words[stop : stop + 1] != ["by"] else None
    return None

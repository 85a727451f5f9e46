"""What a sentence tells of events: whether something happened in it, and how far its counts reach."""

from __future__ import annotations

from functools import cache
from typing import Final, Protocol

from figures.categories import trigger_table
from figures.extraction.once import Knowing, once
from figures.extraction.words.sentences import Sentence
from figures.extraction.words.tokens import Tokens
from figures.lexicon import load, plural

QUAKES: Final = frozenset("quake earthquake temblor tremor".split())
# What tells that an event is not the one told before: "a similar attack", "the previous quake".
OTHER_EVENT: Final = frozenset("similar another earlier previous other".split())


@cache
def event_words() -> frozenset[str]:
    """Words that tell that something happened: "blast", "flooded", and the categories' own ("killed")."""
    lists: str = load("places")["events"]
    table = trigger_table()
    alone = (word for word in table if any(trigger.words == (word,) for trigger in table[word]))
    return frozenset(alone) | frozenset(lists.split())


@cache
def event_nouns() -> tuple[frozenset[str], frozenset[str]]:
    """Nouns for what happens: in the singular or plural, and the plurals alone."""
    nouns = frozenset(load("incidents")["events"].split())
    plurals = frozenset(map(plural, nouns))
    return nouns | plurals, plurals | {"violence"}


def eventful(tokens: Tokens, sentence: Sentence) -> bool:
    """Does the sentence tell that something happened?"""
    return not event_words().isdisjoint(tokens.said(sentence.first, sentence.stop))


class Text(Knowing, Protocol):
    """The sentences of one text."""

    tokens: Tokens
    sentences: list[Sentence]


@once
def reach(text: Text, index: int) -> str:
    """What the counts of sentence ``index`` cover where it says so: "world", "war" (all of one), "country"; else "".

    >>> from figures.extraction.places.whereabouts import Whereabouts
    >>> from figures.extraction.words.sentences import split
    >>> from figures.extraction.words.tokens import tokenize
    >>> t = tokenize("The war has killed thousands.")
    >>> reach(Whereabouts(t, split(t)), 0)
    'war'
    """
    sentence = text.sentences[index]
    said = text.tokens.said(sentence.first, sentence.stop)
    if _FAR.isdisjoint(said):
        return ""  # most
    if not _WORLD.isdisjoint(said):
        return "world"
    words = text.tokens.words[sentence.first : sentence.stop]
    if "reach" in words and _of_crossings(text.tokens, sentence):
        return "world"
    if not _WAR.isdisjoint(words) or _since_war(words):
        return "war"
    if not _NATION.isdisjoint(words) or "national" in words and _of_nation(words):
        return "country"
    if "countries" in words and _of_countries(words):
        return "world"
    if _ACROSS.isdisjoint(words):
        return ""
    for i, word in enumerate(words[:-2]):
        if word in _ACROSS and words[i + 1] == "the" and words[i + 2] in _WHOLES:
            return "world" if words[i + 2] == "world" else "country"
    return ""


def _of_crossings(tokens: Tokens, sentence: Sentence) -> bool:
    """ "2,000 people have died TRYING TO REACH EUROPE this year": a count of many shipwrecks."""
    words = tokens.words[sentence.first : sentence.stop]
    at = words.index("reach")
    to = words[at - 1] == "to" and at + 1 < len(words) and tokens.capital(sentence.first + at + 1)
    return to and not tokens.shouted and not _OVER_TIME.isdisjoint(words)


_OVER_TIME: Final = frozenset(("since", "year", "years"))


def _of_nation(words: list[str]) -> bool:
    """ "The NATIONAL cumulative TOTAL is 4,625", not "the national park"."""
    at = words.index("national")
    return not _TOLLS.isdisjoint(words[at + 1 : at + 4])


def _of_countries(words: list[str]) -> bool:
    """ "37,000 cases were reported FROM 20 COUNTRIES", "in 31 countries": of no one place."""
    at = words.index("countries")
    return any(word in ("from", "in", "across") for word in words[max(0, at - 4) : at]) and any(
        word.isdecimal() or word in _SEVERAL for word in words[max(0, at - 3) : at]
    )


_SEVERAL: Final = frozenset(
    "several many two three four five six seven eight nine ten eleven twelve dozen".split()
)


def _since_war(words: list[str]) -> bool:
    """ "Since the conflict began", "so far this year": a count of all that a war or a year did."""
    if "since" not in words and "far" not in words:
        return False
    return any(
        word == "since"
        and not _WARS.isdisjoint(words[i + 1 : i + 7])
        or word == "far"
        and words[i + 1 : i + 3] == ["this", "year"]
        for i, word in enumerate(words)
    )


_WARS: Final = frozenset(
    "war conflict fighting hostilities invasion uprising revolt revolution offensive takeover coup insurgency"
    " crisis pandemic outbreak epidemic".split()
)
_WORLD: Final = frozenset(("worldwide", "globally"))
_NATION: Final = frozenset(("nationwide", "countrywide", "nationally"))
_WAR: Final = frozenset(("war", "invasion", "genocide"))
_ACROSS: Final = frozenset(("across", "throughout", "around", "over"))
_WHOLES: Final = frozenset(("country", "nation", "world"))
_TOLLS: Final = frozenset("total toll tally count number figure cases deaths caseload".split())
_FAR: Final = _WORLD | _NATION | _WAR | _ACROSS | {"since", "far", "countries", "national", "reach"}

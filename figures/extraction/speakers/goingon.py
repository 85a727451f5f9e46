"""Sentences that go on with what was said before them: "Four others are missing"."""

from __future__ import annotations

from typing import Final

from figures.extraction.events import event_nouns
from figures.extraction.speakers.extent import counts_places
from figures.extraction.speakers.naming import is_listed
from figures.extraction.words.sentences import Sentence
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

_GOES_ON: Final = frozenset((("a", "total", "of"), ("another", "one", "was"), ("of", "those", ",")))


def goes_on(tokens: Tokens, sentence: Sentence) -> bool:
    """Does the sentence begin with a count, or with "there were", as one that goes on with a statement?"""
    words, classes = tokens.words, tokens.classes
    i = sentence.first
    if words[i] == "there" and i + 1 < sentence.stop and classes[i + 1] & c.AUXILIARY:
        return True
    if not classes[i] & c.NUMERAL and tuple(words[i : i + 3]) in _GOES_ON:
        return True
    while i < sentence.stop and not classes[i] & c.NUMERAL:
        if not classes[i] & c.QUALIFIER and words[i] not in ("another", "a", "further", "some"):
            return False
        i += 1
    counts = i < sentence.stop and not classes[i] & c.ORDINAL
    near = words[i + 1 : min(sentence.stop, i + _EVENT)]
    return (
        counts
        and not counts_places(tokens, i, sentence.stop)
        and (event_nouns()[1].isdisjoint(near) or _OVERALL.isdisjoint(words[i : sentence.stop]))
    )


# "More than 30 BLASTS have killed 60 people this YEAR"
_OVERALL: Final = frozenset("year since years month months".split())
_EVENT: Final = 4  # tokens from a number to the event that it counts: "30 suicide blasts"


def of_another(tokens: Tokens, sentence: Sentence) -> bool:
    """Does a sentence open with somebody who might speak, and no count: "Lenia's ARMY seldom tells its losses"?"""
    if goes_on(tokens, sentence):
        return False
    opening = range(sentence.first, min(sentence.stop, sentence.first + _OPENING))
    return any(is_listed(tokens, k) for k in opening)


_OPENING: Final = 4  # tokens in which the subject of a sentence stands


def of_outsider(told: Sentence, sentence: Sentence, kind: str | None) -> bool:
    """Did somebody of a ``kind`` that counts no victims speak in a paragraph before the sentence, and count nobody?"""
    if told.classes & c.NUMERAL or told.paragraph == sentence.paragraph:
        return False
    return kind in _OUTSIDE


_OUTSIDE: Final = (None, "armed_group", "local_source", "media")


def of_oneself(tokens: Tokens, sentence: Sentence, verb: int) -> bool:
    """ "The mayor said HE WAS sad", "police said THEY HOPED to find him": does who speaks tell only of himself, or "the
    CAUSE was not known": of what is looked into?"""
    if sentence.classes & c.NUMERAL:
        return False
    if not _LOOKED_INTO.isdisjoint(tokens.words[verb + 1 : min(sentence.stop, verb + _SAID)]):
        return True
    k = verb + 1 + (tokens.words[verb + 1 : verb + 2] == ["that"])
    said = tokens.words[k : k + 2]
    return len(said) > 1 and said[0] in _ONESELF and said[1] in _FELT


_LOOKED_INTO: Final = frozenset(
    "cause causes motive investigation inquiry probe investigating tragedy control condolences unclear prayers".split()
)
_SAID: Final = 10  # tokens behind a verb of speech
_ONESELF: Final = frozenset("he she they we i".split())
_FELT: Final = frozenset("was were is are felt hoped hopes wanted wants would will".split())


def counts_apart(tokens: Tokens, sentence: Sentence) -> bool:
    """Does a sentence open with a place of its own and tell a count: "IN ORDA, four died"?"""
    counts = sentence.classes & c.NUMERAL and sentence.classes & c.TRIGGER
    if not counts or tokens.words[sentence.first] not in _APART:
        return False
    near = range(sentence.first + 1, min(sentence.stop, sentence.first + 7))
    return tokens.words[sentence.first] != "in" or any(map(tokens.capital, near))


_APART: Final = frozenset("in elsewhere meanwhile separately".split())

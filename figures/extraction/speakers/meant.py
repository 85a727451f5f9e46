"""Whom a pronoun that speaks means, where nobody spoke before: the subject of the sentence."""

from __future__ import annotations

from typing import Final

from figures.extraction.speakers import groups as speakers
from figures.extraction.speakers.naming import Speaker
from figures.extraction.speakers.openings import opening
from figures.extraction.words.sentences import Sentence
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

# the kinds of named bodies that "the mission", "the channel" may mean
BODIES: Final = {
    **dict.fromkeys("mission agency organisation organization body".split(), ("un", "ngo")),
    **dict.fromkeys("charity group watchdog monitor observatory foundation".split(), ("ngo",)),
    **dict.fromkeys(
        "channel network station newspaper daily paper broadcaster outlet agency website".split(), ("media",)
    ),
    "agency": ("un", "ngo", "media"),
}  # fmt: skip
_OPENING: Final = 7  # tokens that may open a sentence before its subject
_LONGEST: Final = 9  # tokens of a subject
_ONE: Final = frozenset("he she him her".split())
_PERSON: Final = c.PERSON | c.PERSON_ONE | c.ROLE | c.TITLE


def subject(tokens: Tokens, sentence: Sentence, pronoun: Speaker) -> Speaker | None:
    """The subject with which a sentence begins, if it is a name or a body, and a person where "he" or "she" speaks.

    >>> from figures.extraction import extract
    >>> extract("Mayor Ana Ruiz came on Monday. She said 12 people were hurt.")[0].attributed_to
    'Ana Ruiz'
    """
    first, words = sentence.first, tokens.words
    if tokens.classes[first] & c.NUMERAL:
        return None  # "Three Guards Hurt": a headline's victims
    begin = _past_opening(tokens, opening(tokens, first, sentence.stop), sentence.stop)
    found = speakers.after(tokens, begin, _verb_in(tokens, begin, sentence.stop))
    if found is None:
        return None
    a_thing = words[found.begin] in ("a", "an")  # "A BOMB tore …" in capitals is nobody
    nobody = a_thing or not (found.named or tokens.capital(found.stop - 1))
    if words[pronoun.first] in _ONE and nobody and not tokens.classes[found.stop - 1] & _PERSON:
        return None  # "An Orda Airlines jet crashed. SHE said", "The exact number was not known. HE said"
    hurt = any(tokens.classes[k] & c.TRIGGER for k in range(found.begin, found.stop))
    if hurt and not found.named:
        return None  # "The other WOUNDED student is in hospital. HE said"
    if words[found.stop - 1] in _SIZES or not may_mean(tokens, pronoun, found):
        return None  # "Security FORCES held 12. HE said"
    return found if found.named and not a_thing or found.listed else None


# "The NUMBER rose. It said"
_SIZES: Final = frozenset("number toll total tally figure count".split())


def may_mean(tokens: Tokens, pronoun: Speaker, speaker: Speaker) -> bool:
    """May a pronoun mean a speaker: "he" no "authorities", and no "police", "it" no "centres"?"""
    last = speaker.stop - 1
    word = tokens.words[last]
    common = not tokens.capital(last) or tokens.classes[last] & c.HOUSEHOLD
    if tokens.words[pronoun.first] == "it" and word[-1] == "s" and common:
        return word.endswith(("ss", "ws"))  # "the press", "the news"
    if tokens.words[pronoun.first] not in _ONE:
        return True
    if speaker.kind == "media":
        return False  # "…, Radio Nine reports. SHE said"
    letters = tokens.quote(speaker.first, speaker.stop)
    if len(letters) > 1 and letters.isupper() and not tokens.shouted:
        return False  # "OCHA says so. SHE said"
    return not one_of(tokens, speaker)


def one_of(tokens: Tokens, speaker: Speaker) -> bool:
    """Are the speakers several, one of whom "he" may be: "officials", "police", but no "Reyes"?"""
    last = speaker.stop - 1
    word = tokens.words[last]
    several = word.endswith("s") and not word.endswith("ss")
    return several and bool(tokens.classes[last] or not tokens.capital(last)) or word == "police"


def _verb_in(tokens: Tokens, begin: int, stop: int) -> int:
    """The past form in -ed behind a name: "Ana Ruiz APPEALED for help"; else stop."""
    for i in range(begin + 1, min(stop, begin + _LONGEST)):
        word = tokens.words[i]
        if word.endswith("ed") and tokens.capital(i - 1) and not tokens.capital(i):
            return i
    return stop


def _past_opening(tokens: Tokens, begin: int, stop: int) -> int:
    """The token behind a time or a participle that opens a sentence: "LAST MONTH, the mayor", "QUOTING it, he"."""
    words = tokens.words
    opens = words[begin] in ("last", "earlier", "later") or words[begin].endswith("ing")
    ahead = words[begin : min(stop, begin + _OPENING)]
    return begin + ahead.index(",") + 1 if opens and "," in ahead else begin

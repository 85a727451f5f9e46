"""How far a statement reaches beside its verb: dates and occasions, the listener, what is told."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Final

from figures.extraction.places.names import LISTS
from figures.extraction.speakers import groups as speakers
from figures.extraction.speakers.naming import STATEMENT_NOUNS, Speaker
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import load

_TIMELY: Final = c.TIME | c.WEEKDAY | c.MONTH | c.DIGIT | c.ADVERB
TOLD: Final = frozenset("told tells tell telling informed informs".split())


def past_time(tokens: Tokens, i: int, stop: int) -> int:
    """Past "on Saturday", "in a statement", "late on 3 May" after a verb of speech."""
    words, classes = tokens.words, tokens.classes
    while i < stop:
        if classes[i] & _TIMELY and not classes[i] & c.TRIGGER:
            i += 1
        elif classes[i] & c.PREPOSITION and i + 1 < stop:
            k = i + 1
            while k < stop and not classes[k] & (c.PUNCTUATION | c.VERB | c.AUXILIARY | c.TRIGGER):
                if words[k] in STATEMENT_NOUNS or classes[k] & (_TIMELY & ~c.DIGIT):
                    break
                k += 1
                if k - i > 5:
                    break
            if (
                k < stop
                and k - i <= 5
                and (words[k] in STATEMENT_NOUNS or classes[k] & (_TIMELY & ~c.DIGIT & ~c.ADVERB))
            ):
                i = k + 1
            else:
                break
        else:
            break
    return i


def content(tokens: Tokens, first: int, stop: int) -> bool:
    """Do the tokens hold words that say something?"""
    for k in range(first, stop):
        if not tokens.classes[k] & (c.PUNCTUATION | c.ADVERB | c.TIME | c.WEEKDAY | c.CONJUNCTION):
            return True
    return False


def says_nothing(tokens: Tokens, i: int, stop: int) -> bool:
    """Does "claimed" at token i take lives, or an attack or the responsibility upon oneself, and say nothing?"""
    ahead = tokens.words[i + 1 : min(stop, i + _OBJECT)]
    if not _LIVES.isdisjoint(ahead):
        return True
    if "behind" in ahead[:_BEHIND] and ahead[0] in _THEY:
        return True  # "claimed that IT WAS BEHIND the blast"
    if ahead[:1] in (["a"], ["an"], ["the"]):
        return not _ATTACKS.isdisjoint(ahead[1:4])
    return bool(ahead) and (ahead[0] in _ATTACKS or "responsibility" in ahead[:2])


_BEHIND: Final = 5  # tokens of "that it had been behind"
_THEY: Final = frozenset("that it they he to being having".split())
_DECLARED: Final = frozenset(
    "mourning emergency holiday war ceasefire truce victory independence".split()
)


def declares(tokens: Tokens, i: int, stop: int) -> bool:
    """Is what is declared at token i a state, and nothing told: "DECLARED three days of mourning after a fire which
    killed 12"?"""
    ahead = tokens.words[i + 1 : min(stop, i + _OBJECT)]
    return ahead[:1] in (["a"], ["an"]) or not _DECLARED.isdisjoint(ahead)


def warns_of(tokens: Tokens, i: int, stop: int) -> bool:
    """ "After rebels WARNED OF more violence following a raid that killed 12": is what is told behind the warning at
    token i no part of it?"""
    if tokens.words[i][:4] != "warn" or tokens.words[i + 1 : i + 2] != ["of"]:
        return False
    return not any(tokens.classes[k] & c.NUMERAL for k in range(i + 2, min(stop, i + _OBJECT)))


_SHOWN: Final = frozenset("registered registers register showed show shows".split())
_NO_RECORD: Final = frozenset("in at with as for from up themselves near within".split())


def shows_up(words: list[str], i: int) -> bool:
    """ "900 refugees have REGISTERED in Hale", "only 12 villagers SHOWED up": is nothing recorded at token i?"""
    return words[i] in _SHOWN and i + 1 < len(words) and words[i + 1] in _NO_RECORD


def ranks(tokens: Tokens, i: int, stop: int) -> bool:
    """Does a rank follow the verb at token i: who had the most, not who says so?"""
    after = tokens.words[i + 1 : min(stop, i + 6)]
    return after[:1] == ["the"] and any(w == "most" or w.endswith("est") for w in after)


# but "told OF 12 deaths", "admitted TO 12"
_BESIDE: Final = frozenset(
    "in at after before during following near outside inside amid amidst when while as where since".split()
)


def beside_speech(tokens: Tokens, i: int) -> bool:
    """Does token ``i``, behind who spoke, tell where or when: "…," he said AFTER the strike that killed 12"?"""
    after = tokens.classes[i + 1] if i + 1 < len(tokens) else 0
    if after & (c.NUMERAL | c.QUALIFIER) and not after & (c.ARTICLE | c.DETERMINER):
        return False  # "reported AT LEAST 12 deaths", "over 40"
    return i < len(tokens) and tokens.words[i] in _BESIDE


def as_the_toll(tokens: Tokens, verb: int, at: int) -> bool:
    """ "The mayor warned of rain, AS THE DEATH TOLL ROSE to 12": does another clause than the one that the verb at
    token ``verb`` opens tell a toll before token ``at``?"""
    words = tokens.words
    return any(
        words[k] == "as" and words[k - 1] == "," and not _SIZES.isdisjoint(words[k + 1 : k + 4])
        for k in range(verb + 2, at - 2)
    )


_SIZES: Final = frozenset(("toll", "number", "tally"))


def counts_places(tokens: Tokens, i: int, stop: int) -> bool:
    """Does the number at token i count places: "SEVERAL northern STATES have been hit"?"""
    for k in range(i + 1, min(stop, i + _NOUN)):
        if tokens.words[k] in LISTS.divisions and tokens.words[k].endswith("s"):
            return True
        if tokens.classes[k] & _NO_NOUN:
            break
    return False


_OBJECT = 8  # tokens of what is claimed
_LIVES: Final = frozenset("lives life".split())
_ATTACKS: Final = frozenset(
    "attack attacks bombing bombings blast ambush raid assault strike".split()
)
_NOUN: Final = 6  # tokens in which the counted noun follows
_NO_NOUN: Final = c.AUXILIARY | c.VERB | c.PREPOSITION | c.PUNCTUATION | c.PERSON | c.CONJUNCTION


def via(tokens: Tokens, i: int, stop: int) -> tuple[int, int] | None:
    """The listener of "told Reuters"."""
    if tokens.words[i] not in TOLD:
        return None
    speaker = speakers.after(tokens, i + 1, stop)
    if speaker is None:
        return None
    end = speaker.stop
    while end - 1 > speaker.first and tokens.capital(speaker.first) and _people(tokens, end - 1):
        end -= 1  # "told Radio Nine SOLDIERS had found 12 bodies"
    return speaker.first, end


def _people(tokens: Tokens, k: int) -> bool:
    return bool(tokens.classes[k] & (c.PERSON | c.UNNUMBERED | c.NUMERAL)) and not tokens.capital(k)


def nobody(tokens: Tokens, span: tuple[int, int]) -> bool:
    """Reporters, a court: nobody who passes a statement on."""
    words = tokens.words[span[0] : span[1]]
    if len(words) == 1 and words[0] in _ONE_OF_MANY:
        return True  # "told our REPORTER"
    return any(word in _nobodies() for word in words[-2:]) or not words


_ONE_OF_MANY: Final = frozenset("reporter correspondent journalist newspaper".split())


@cache
def _nobodies() -> frozenset[str]:
    return frozenset(load("sources")["nobody"])


def determined(tokens: Tokens, i: int) -> bool:
    """Does the group at token i begin as noun groups do: with an article, a number, a person?"""
    bits = c.ARTICLE | c.DETERMINER | c.NUMERAL | c.PERSON
    return bool(
        tokens.classes[i] & bits or (i and tokens.classes[i - 1] & (c.ARTICLE | c.DETERMINER))
    )


def knows_nothing(tokens: Tokens, i: int, stop: int) -> bool:
    """ "Said he COULD NOT CONFIRM REPORTS that 12 had died": is what others told all that is told behind token i?"""
    ahead = tokens.words[i + 1 : min(stop, i + _UNKNOWN)]
    at = next((k for k, word in enumerate(ahead) if word in _CLAIMS), 0)
    if not at or ahead[at + 1 : at + 2] not in (["that"], ["of"]):
        return False
    unknown = any(word in _NOT or word.endswith("n't") for word in ahead[:at])
    return unknown and not _KNOWING.isdisjoint(ahead[:at])


_UNKNOWN: Final = 16  # tokens from "said" to the reports of which somebody knows nothing
_CLAIMS: Final = frozenset("reports claims report allegations rumours rumors".split())
_NOT: Final = frozenset("not no unable unaware declined cannot".split())
_KNOWING: Final = frozenset(
    "confirm verify information knowledge aware unaware comment know evidence".split()
)


def puts(tokens: Tokens, i: int, stop: int) -> bool:
    """Does the verb at token ``i`` put a number at something: "PUT THE NUMBER of families without a roof AT 40"?"""
    ahead = tokens.words[i + 1 : min(stop, i + _PUT)]
    if "at" not in ahead[1:]:
        return False
    return ahead.index("at", 1) < _PUT_NEAR or not _TOLLS.isdisjoint(ahead[:_OBJECT])


_TOLLS: Final = frozenset("toll count tally number figure figures estimate total".split())
_OBJECT = 8  # tokens between a verb and the toll that it moves
_PUT, _PUT_NEAR = 24, 9  # tokens in which "at" follows "put the toll", and follows "put" anything


def behind_toll(tokens: Tokens, speaker: Speaker) -> Speaker | None:
    """ "12 died, a toll THE GOVERNOR described as preliminary": who speaks of a toll that stands right before."""
    first = speaker.first + 1
    if tokens.words[first - 1] not in _TOLLS or first + 1 >= speaker.stop:
        return speaker
    return (
        replace(speaker, first=first + 1) if tokens.words[first] in ("the", "a", "an") else speaker
    )


_INQUIRIES: Final = frozenset(
    "inquiry investigation commission probe review study survey investigators researchers".split()
)


def found_at_end(tokens: Tokens, i: int, stop: int) -> bool:
    """ "The raid killed 12, AN INQUIRY FOUND.": does who looks into what happened close what is told?"""
    words = tokens.words
    if words[i] != "found" or i + 1 < stop and words[i + 1] not in (".", ";"):
        return False
    return words[i - 1] in _INQUIRIES and "," in words[max(0, i - _OBJECT) : i]

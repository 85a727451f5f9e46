"""The categories' phrases found in a sentence: words one after another, noun classes, and verbs with a particle
behind their object ("set two barns on fire")."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final

from figures.categories import Trigger, trigger_table
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import phrase_nouns

_MODIFIERS: Final = 6  # tokens from where a noun group begins to the noun of the class
_AROUND: Final = 24  # tokens between a verb and its particle behind the object
_ENDS: Final = (
    c.AUXILIARY | c.MODAL | c.PREPOSITION | c.CONJUNCTION | c.RELATIVE | c.SAID | c.SUBORDINATOR
)
# classes whose nouns often stand before another: "COVID-19 leaflets"
_MODIFY: Final = frozenset(("disease",))
_RECALLED: Final = 120  # tokens before a sentence in which words are recalled
_APART: Final = 8  # tokens between a participle and its particle ("taken by ambulance to hospital")
_CLAUSES: Final = (
    c.PUNCTUATION | c.CONJUNCTION | c.RELATIVE | c.AUXILIARY | c.MODAL | c.SUBORDINATOR | c.VERB
)
# what stands in no object: "shot, with six now dead", "set off as three were on fire"
_NO_OBJECT: Final = c.AUXILIARY | c.MODAL | c.RELATIVE | c.SUBORDINATOR | c.SAID | c.ADVERB
_WORKERS: Final = c.PERSON | c.PERSON_ONE
_BEFORE_NUMBER: Final = c.ARTICLE | c.DETERMINER | c.QUALIFIER | c.HEDGE | c.ADVERB | c.NUMERAL
_BOUNDS: Final = frozenset(
    (("at", "least"), ("at", "most"), ("more", "than"), ("up", "to"), ("as", "many"))
)
_SUFFERING: Final = frozenset("sustaining suffering receiving having".split())
_WOUNDS: Final = 2  # digits of how many wounds one may have
_MOST: Final = frozenset(("mainly", "mostly", "largely"))
_STOPS: Final = frozenset(". ; : ! ?".split())
Found = dict[int, list[tuple[int, Trigger]]]


# triggers, each with the second word of its phrase: "" for none, "<" for a class of nouns, first or second; and
# where the second is a class, the words of which one must stand in the sentence
_Seconds = tuple[tuple[Trigger, str, frozenset[str]], ...]


@dataclass(frozen=True, slots=True)
class _Beginning:
    """The triggers that begin with one word: those of this word alone, and with them those with a second word
    somewhere behind it (one of ``seconds``, or a noun of a class), or right behind it.

    A phrase whose words cannot be parted is found by its second word: some forty begin with "in".
    """

    alone: _Seconds
    apart: _Seconds
    seconds: frozenset[str]
    nouns: bool  # is a class of nouns looked for?
    behind: dict[str, _Seconds]


@cache
def _beginnings() -> dict[str, _Beginning]:
    """First word → the triggers that begin with it."""
    table = {}
    for word, triggers in trigger_table().items():
        close = {t.words[1] for t in triggers if _close(t)}
        apart = tuple(_second(t) for t in triggers if not _close(t))
        behind = {
            second: tuple(_second(t) for t in triggers if not _close(t) or t.words[1] == second)
            for second in close
        }
        alone = tuple(entry for entry in apart if not entry[1])
        seconds = frozenset(second for _, second, _ in apart if second)
        table[word] = _Beginning(alone, apart, seconds - {"<"}, "<" in seconds, behind)
    return table


def _second(trigger: Trigger) -> tuple[Trigger, str, frozenset[str]]:
    word = (*trigger.words, "")[1]
    named = word[:1] == "<"
    second = "<" if named or trigger.words[0][0] == "<" else word
    return trigger, second, _last_words(word[1:-1]) if named else frozenset()


def _close(trigger: Trigger) -> bool:
    """Do the second and later words follow at once, each as it is written?"""
    words = trigger.words
    split = trigger.shape in ("active", "passive")
    return len(words) > 1 and not split and words[0][0] != "<" and words[1][0] != "<"


def find_triggers(tokens: Tokens, first: int, stop: int) -> Found:
    """Token index → the (stop, trigger) phrases that begin there; of each category and shape the longest."""
    table = _beginnings()
    words = tokens.words
    said = tokens.said(first, stop)
    found: Found = {}
    for i in [i for i, bits in enumerate(tokens.classes[first:stop], first) if bits & c.TRIGGER]:
        here: list[tuple[int, Trigger]] = []
        graded: list[tuple[int, Trigger]] = []  # "fatally shot": no mere shot
        beginning = table.get(words[i])
        if beginning is None or words[i] in _ALIKE and _ALIKE[words[i]](tokens, i, stop):
            continue
        triggers = beginning.behind.get(words[i + 1]) if i + 1 < stop else None
        if triggers is None:
            lone = not beginning.nouns and beginning.seconds.isdisjoint(said)  # most words
            triggers = beginning.alone if lone else beginning.apart
        for trigger, second, nouns in triggers:
            end: int | None = i + 1
            if second:
                if second != "<" and second not in said or nouns and nouns.isdisjoint(said):
                    continue  # most phrases that begin with this word
                end = phrase_end(tokens, i, stop, trigger.words)
                if end is None and particle(tokens, i, stop, trigger):
                    end = i + 1
            if end is None or end < stop and _goes_on(tokens, end, trigger):
                continue
            if trigger.followed_by and trigger.followed_by.isdisjoint(words[end:stop]):
                continue
            if trigger.negated == trigger.category and not _not_so(words, i):
                continue  # "were found shot": only "were NOT found" tells
            if any(phrase_end(tokens, end, stop, p) is not None for p in trigger.not_before):
                continue  # "fled THE BURNING CINEMA"
            if not trigger.adverb:
                here.append((end, trigger))
            elif beside(words, i, end, trigger.adverb):
                graded.append((end, trigger))
        here = graded or here
        if len(here) > 1 and triggers is not beginning.alone:
            longest = max([end for end, _ in here])
            if longest > i + 1:  # "killed or injured" hides "killed": the longest phrase wins
                here = [(end, t) for end, t in here if end == longest or _is_around(end - i, t)]
        if here:
            found[i] = here
    return found


def _not_so(words: list[str], i: int) -> bool:
    """ "Have NOT been found", "were NEVER heard from": does a word before token i deny it?"""
    near = words[max(0, i - _DENIED) : i]
    return not _DENYING.isdisjoint(near) or any(word.endswith("n't") for word in near)


_DENIED: Final = 5  # tokens before a verb in which it is denied
_DENYING: Final = frozenset("not never nor neither cannot".split())


def _of_workers(tokens: Tokens, i: int, stop: int) -> bool:
    """ "A French AID WORKER": is it told of what work somebody is?"""
    return bool(i + 1 < stop and tokens.classes[i + 1] & _WORKERS and tokens.words[i - 1] != "to")


def _no_acronym(tokens: Tokens, i: int, stop: int) -> bool:
    """ "Kia and Hyundai vehicles": is it a name, which "two KIA" is not?"""
    return tokens.quote(i, i + 1).istitle()


def _much_needed(tokens: Tokens, i: int, stop: int) -> bool:
    """ "Locals who give MUCH NEEDED support", "much-needed support": is it told what support, and of nobody's need?"""
    words = tokens.words
    return words[i - 1 : i] == ["much"] or words[max(0, i - 2) : i] == ["much", "-"]


def _by_cause(tokens: Tokens, i: int, stop: int) -> bool:
    """ "For 900 IDPs and other CONFLICT AFFECTED herders", which a hyphen might join: no verb, as in "the conflict
    affected herders"."""
    if i < 2 or tokens.words[i - 1] not in _CAUSES:
        return False
    return tokens.words[i - 2] in _BEFORE_CAUSE or bool(tokens.classes[i - 2] & c.NUMERAL)


_CAUSES: Final = frozenset("conflict crisis war disaster drought flood earthquake cyclone".split())
_BEFORE_CAUSE: Final = frozenset(
    "other and of to for among with by in all most these those".split()
)
# words that begin a phrase and, where the question beside is answered with yes, tell another thing
_ALIKE: Final = {
    "aid": _of_workers, "kia": _no_acronym, "mia": _no_acronym, "wia": _no_acronym,
    "needed": _much_needed, "affected": _by_cause,
}  # fmt: skip


def _goes_on(tokens: Tokens, end: int, trigger: Trigger) -> bool:
    """Does the last word of a pair count others, by what follows: "left eight dead and INJURED 12"?"""
    pair = trigger.shape == "adjective" and trigger.words[1:2] == ("and",)
    counts = tokens.classes[end] & (c.NUMERAL | c.DIGIT | c.HEDGE)
    return pair and bool(counts or tuple(tokens.words[end : end + 2]) in _BOUNDS)


def beside(words: list[str], i: int, end: int, wanted: frozenset[str]) -> bool:
    """Does one of the words stand right before token i or at token ``end``, or behind "both" there ("shot, BOTH
    FATALLY")?"""
    if end < len(words) and words[end] == "," and words[end + 1 : end + 2] in _ALL_OF_THEM:
        end += 2
    return i > 0 and words[i - 1] in wanted or end < len(words) and words[end] in wanted


_ALL_OF_THEM: Final = (["both"], ["all"])


def _is_around(length: int, trigger: Trigger) -> bool:
    return length < len(trigger.words)


@cache
def _seconds() -> dict[str, frozenset[str]]:
    """The last word of a noun of several words that a trigger needs or bars → the words before it."""
    pairs = {
        tuple(word.split())
        for triggers in trigger_table().values()
        for trigger in triggers
        for word in trigger.needs | trigger.without | trigger.recalls
        if " " in word
    }
    return {last: frozenset(a for a, b in pairs if b == last) for _, last in pairs}


@cache
def _last_of_pairs() -> frozenset[str]:
    return frozenset(_seconds())


def words_and_pairs(tokens: Tokens, first: int, stop: int) -> frozenset[str]:
    """The words of tokens ``[first, stop)`` and the nouns of two words that a trigger may need or bar.

    >>> from figures.extraction.words.tokens import tokenize
    >>> sorted(words_and_pairs(tokenize("They freed them near a health post"), 0, 7))
    ['a', 'freed', 'health', 'health post', 'near', 'post', 'them', 'they']
    """
    said, seconds = tokens.said(first, stop), _seconds()
    ends = _last_of_pairs().intersection(said)
    if all(seconds[end].isdisjoint(said) for end in ends):
        return said  # most sentences
    pairs = pairwise(tokens.words[first:stop])
    return said.union([f"{a} {b}" for a, b in pairs if b in ends and a in seconds[b]])


def recalled(tokens: Tokens, first: int, trigger: Trigger) -> bool:
    """Do the sentences just before token ``first`` hold a word that does as well as one it needs?"""
    return not trigger.recalls.isdisjoint(words_and_pairs(tokens, max(0, first - _RECALLED), first))


def phrase_end(tokens: Tokens, i: int, stop: int, phrase: tuple[str, ...]) -> int | None:
    """The token after a phrase that begins at token i; None where it does not stand there."""
    words = tokens.words
    for word in phrase:
        if i >= stop:
            return None
        if word[0] == "<":
            end = class_end(tokens, i, stop, word[1:-1])
            if end is None:
                return None
            i = end
        elif words[i] == word:
            i += 1
        else:
            return None
    return i


_LEVELS: Final = frozenset("level levels form forms".split())
# tokens from where a noun group that tells a level begins to the noun of the class
_LEVELLED: Final = 8
_NEXT_DOOR: Final = frozenset("the neighbouring neighboring nearby".split())
_NAMED: Final = 5  # words of a country's name
_LIGHT: Final = frozenset("minor moderate mild light slight superficial".split())


@cache
def _last_words(name: str) -> frozenset[str]:
    return frozenset(noun[-1] for noun in phrase_nouns(name))


def class_end(tokens: Tokens, i: int, stop: int, name: str) -> int | None:
    """The token after the noun group at token i where its noun is of a class: "a nearby field hospital"."""
    if name == "country":
        return _country_end(tokens, i, stop)
    nouns, ends = phrase_nouns(name), _last_words(name)
    words, classes = tokens.words, tokens.classes
    end = None
    more = False  # does "and" join more nouns?
    told = False  # was a number told?
    for k in range(i, min(stop, i + (_LEVELLED if name == "hunger" else _MODIFIERS))):
        if words[k] in ends and any(
            tuple(words[b : k + 1]) in nouns for b in range(max(i, k - 2), k + 1)
        ):
            end, more = k + 1, False
            continue
        if words[k] == "to" and k > i and words[k - 1] in _LIGHT:
            continue  # "MINOR TO serious injuries"
        if words[k] == "of" and k > i and words[k - 1] in _LEVELS:
            continue  # "the most critical LEVEL OF food insecurity"
        if words[k - 1] == "level" and name == "hospital" and k > i:
            continue  # "Orda Level 5 Hospital"
        bits = classes[k]
        if bits & c.NEGATION:
            return None  # "sustained no major injuries"
        if bits & c.NUMERAL and not (
            classes[i - 1] & c.PREPOSITION and all(x & _BEFORE_NUMBER for x in classes[i:k])
        ):
            break  # "lost 12 lives", "in Lesk report 12 hunger deaths": counted, no part of the phrase
        if name in ("wound", "disease") and bits & c.DIGIT and len(words[k]) > _WOUNDS:
            break  # "rose to 507 with 1,332 injuries", but "a man with 12 wounds"
        told |= bool(bits & c.NUMERAL)
        if told and end is None and (bits & c.PERSON or words[k] in _SUFFERING):
            break  # "with 500 CLERKS sustaining injuries", "with 85 SUSTAINING injuries"
        if words[k] == "and":
            more = True
            continue  # "food and shelter"
        if bits & c.PUNCTUATION and words[k] not in ("-", "'s"):
            break
        if bits & _ENDS and words[k - 1] != "-":  # "one-off" is one word
            break
        live = tuple(words[k : k + 2]) in nouns  # "LIVE bullets", a verb elsewhere
        if bits & c.VERB and not words[k].endswith("ing") and not live:
            break  # "sent to build a clinic", but "taken to a teaching hospital"
        if end is not None and not more:
            break
    if told and name == "disease" and end is not None and end < stop and classes[end] & c.TRIGGER:
        return None  # "with six cholera DEATHS"
    return _as_head(tokens, end - 1, stop) if end is not None and name in _MODIFY else end


def _country_end(tokens: Tokens, i: int, stop: int) -> int | None:
    """The token after a country's name at token i, "the" or "neighbouring" before it; None for its parts: "Chad's
    capital", "Chad VILLAGES"."""
    words, homes = tokens.words, phrase_nouns("home")
    while i < stop and words[i] in _NEXT_DOOR:
        i += 1
    for end in range(min(stop, i + _NAMED), i, -1):
        if tuple(words[i:end]) in phrase_nouns("country"):
            part = words[end : end + 1] in (["'s"], ["-"]) or tuple(words[end : end + 1]) in homes
            return None if part else end
    return None


def _as_head(tokens: Tokens, k: int, stop: int) -> int | None:
    """The token after a disease's name, its number with it; None where it only tells what kind: "COVID-19 leaflets"."""
    words, after = tokens.words, k + 1
    if words[after : after + 1] == ["-"] and tokens.glued(after):
        after += 2
    if after >= stop:
        return k + 1
    noun = not tokens.classes[after] and words[after].isalpha()
    return None if noun and not words[after].endswith(("ed", "ing", "ly")) else k + 1


def particle(tokens: Tokens, i: int, stop: int, trigger: Trigger) -> tuple[int, int] | None:
    """Where the words that close a verb's phrase stand apart from it.

    Behind its object ("set two barns ON FIRE"), or behind a phrase ("taken by ambulance TO A CLINIC").
    """
    rest = trigger.words[1:]
    if (
        not rest
        or rest[0][0] == "<"
        or rest[0] in ("and", "or")
        or trigger.shape not in ("active", "passive")
    ):
        return None
    words = tokens.words
    passive = trigger.shape == "passive"
    if words[i + 1 : i + 2] == [","]:
        return None  # "2 officers shot, suspect dead"
    for k in range(i + 1, min(stop, i + (_APART if passive else _AROUND))):
        if k > i + 1 and words[k] == rest[0]:
            end = phrase_end(tokens, k, stop, rest)
            if end is not None:
                return k, end
        parts = tokens.classes[k] & (_CLAUSES if passive else _NO_OBJECT)
        if words[k] in _STOPS or parts and not tokens.classes[k] & c.QUALIFIER:  # "at least"
            if words[k] not in _MOST:  # "drove 900 people, MOSTLY women, from their homes"
                return None
    return None

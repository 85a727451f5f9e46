"""Attackers who die by their own attack: "a suicide bomber blew himself up", "killing himself and two guards"; and
killers who then kill themselves: "killed three and then himself", "before taking his own life".

Each is told by a description alone (``counted`` named): kept apart from the victims, printed only with ``--named``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from figures.categories import Trigger
from figures.extraction.groups.chunks import Counted
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import load
from figures.model import Number

TRIGGER: Final = Trigger(("suicide",), "killed", "suicide", "noun", "killed/suicide")
OWN_SHOT: Final = Trigger(
    ("shot", "himself"), "casualties", "suicide", "noun", "casualties/own_hand"
)
OWN_ACCIDENT: Final = Trigger(("killed", "himself"), "killed", "suicide", "noun", "killed/accident")
OWN_HAND: Final = Trigger(("himself",), "killed", "suicide", "noun", "killed/own_hand")
_SELF: Final = frozenset("himself herself itself themselves".split())
# of a death by one's own hand
_LAST: Final = frozenset("suicide life self himself herself".split())
_SELVES: Final = frozenset("himself herself".split())
_SHOOTING: Final = frozenset("shot shoots shooting".split())
_KILLING: Final = frozenset("killed killing kills".split())
_ONWARD: Final = frozenset("then later afterwards finally".split())
_HIM: Final = frozenset("man woman suspect shooter".split())
_MANY: Final = frozenset("double twin dual".split())
_ADJECTIVES: Final = 4  # tokens between a number and "suicide"
_MEANS: Final = 4  # tokens between "suicide" and "bomber"
_NOUN: Final = 4  # tokens from a number to its noun
_JUST: Final = 2  # tokens before a killer's death in which it is said not to have happened
_UNDERGONE: Final = frozenset(("being", "was", "got", "is"))
_TURNED: Final = 6  # tokens from "turned" to "the gun on himself"
_NEAR: Final = 5  # tokens around the mention in which it is said not to have happened


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(str(load("incidents")[name]).split())


def suicides(
    tokens: Tokens, first: int, stop: int, numbers: list[Number]
) -> list[tuple[Counted, tuple[int, int]]]:
    """The attackers whom a sentence tells to have died by their own attack, with the tokens that tell it.

    >>> from figures.extraction import extract
    >>> text = "Two suicide bombers attacked the gate, killing nine guards."
    >>> [(f.quote, f.value, f.groups) for f in extract(text) if f.counted == "named"]
    [('Two suicide bombers', 2, ('attacker',))]
    """
    found = list(_mentions(tokens, first, stop, numbers))
    return found or list(_reflexives(tokens, first, stop, numbers))


def _mentions(
    tokens: Tokens, first: int, stop: int, numbers: list[Number]
) -> Iterator[tuple[Counted, tuple[int, int]]]:
    words = tokens.words
    for i in range(first, stop):
        if words[i] != "suicide":
            continue
        noun = next(
            (
                k
                for k in range(i + 1, min(stop, i + _MEANS))
                if words[k] in _words("suicide_attackers")
            ),
            None,
        )
        if noun is None or not _words("unreal_attacks").isdisjoint(
            words[max(first, i - _NEAR) : min(stop, noun + _NEAR)]
        ):
            continue
        many = words[noun].endswith("s")
        begin, value = _number(tokens, first, i, numbers, many)
        if value is None or words[begin - 1 : begin] and words[begin - 1] in _words("aimed_at"):
            continue
        if not _attacks(tokens, first, stop):
            continue
        yield _counted(begin, noun + 1, value), (i, noun + 1)


def _number(
    tokens: Tokens, first: int, i: int, numbers: list[Number], many: bool
) -> tuple[int, int | float | None]:
    """Where the group before "suicide" begins and how many it counts; None where it does not say."""
    words, classes = tokens.words, tokens.classes
    for k in range(i - 1, max(first, i - _ADJECTIVES) - 1, -1):
        number = next((n for n in numbers if n.first <= k < n.stop and n.kind == "count"), None)
        if number is not None:
            if number.first > first and words[number.first - 1] in ("of", "the"):
                return number.first, None  # "one of three": a series; "the two": known before
            return number.first, number.value
        if words[k] in ("a", "an", "another"):
            return k, 2 if words[k + 1] in _MANY else 1
        if words[k] in _MANY:
            return k, 2
        if classes[k] & (c.DETERMINER | c.PUNCTUATION | c.PREPOSITION | c.VERB):
            return i, None
    return i, 1 if i == first and not many else None


def _attacks(tokens: Tokens, first: int, stop: int) -> bool:
    """Does the sentence tell that an attack happened?"""
    return any(
        tokens.classes[k] & c.TRIGGER or tokens.words[k] in _words("attacking")
        for k in range(first, stop)
    )


def _reflexives(
    tokens: Tokens, first: int, stop: int, numbers: list[Number]
) -> Iterator[tuple[Counted, tuple[int, int]]]:
    """ "Blew himself up", "killing themselves and nine others"."""
    words = tokens.words
    for i in range(first + 1, stop):
        if words[i] not in _SELF or words[i - 1] not in _words("self_killing"):
            continue
        if words[i - 1].startswith("kill") and words[i + 1 : i + 2] != ["and"]:
            continue
        value: int | float | None = 1
        if words[i] == "themselves":
            # "two men blew themselves up", not "killed 191 people … suspects blew themselves up"
            counts = [
                n.value for n in numbers if n.kind == "count" and n.stop <= i and _act(tokens, n)
            ]
            value = counts[-1] if counts else None
        if value is not None:
            yield _counted(i, i + 1, value), (i - 1, i)


def _act(tokens: Tokens, number: Number) -> bool:
    """Does a number count persons to whom the verb before it does nothing?"""
    classes = tokens.classes
    before = number.first - 1
    while before > 0 and classes[before] & (c.QUALIFIER | c.HEDGE | c.ADVERB):
        before -= 1
    if before >= 0 and classes[before] & c.TRIGGER:
        return False
    for i in range(number.stop, min(len(tokens), number.stop + _NOUN)):
        if classes[i] & (c.PERSON | c.PERSON_ONE):
            return True
        if classes[i] & (c.VERB | c.AUXILIARY | c.TRIGGER):
            return i == number.stop  # "two blew themselves up", not "four TRAINS KILLED"
    return tokens.words[number.stop : number.stop + 1] == ["blew"]


def own_hand(
    tokens: Tokens, first: int, stop: int, killed: bool
) -> Iterator[tuple[Counted, tuple[int, int]]]:
    """The killer who dies by his own hand, said after what he did to others, in tokens ``[first, stop)``.
    ``killed``: are others dead, so that he who "then shot himself" is dead too?

    >>> from figures.extraction import extract_document
    >>> from figures.model import Document
    >>> text = "A man shot two clerks dead before turning the gun on himself."
    >>> [f.quote for f in extract_document(Document("a", text)).figures]
    ['two clerks', 'himself']
    """
    words = tokens.words
    for i in [k for k in range(first + 1, stop) if words[k] in _LAST]:
        begin = _dying(words, i, killed)
        near = words[max(first, begin - _JUST) : min(stop, i + _NEAR)]
        if words[begin - 1] in _UNDERGONE:
            continue  # "before BEING SHOT himself": by others
        if begin < i and _words("no_death").isdisjoint(near):
            yield _counted(i, i + 1, 1), (begin, i + 1)
            return


def after_attack(
    tokens: Tokens, first: int, stop: int
) -> Iterator[tuple[Counted, tuple[int, int]]]:
    """The attacker who dies by his own hand, where nobody is counted whom he hit: "opened fire before killing himself".

    >>> from figures.extraction import extract
    >>> [f.quote for f in extract("A cook opened fire at an inn before committing suicide.")]
    ['suicide']
    """
    words, attacks = tokens.words, _words("violence")
    for counted, span in own_hand(tokens, first, stop, killed=False):
        others = words[first : max(first, span[0] - 2)]  # but "shot and killed himself"
        if not attacks.isdisjoint(others) and _words("no_attack").isdisjoint(words[first:stop]):
            yield counted, span


def of_himself(tokens: Tokens, first: int, stop: int) -> bool:
    """Does a sentence open with "he", "then the gunman" or the like, and name himself or his own life?"""
    words = tokens.words
    if _LAST.isdisjoint(words[first:stop]):
        return False
    first += words[first] in _ONWARD
    first += words[first] == ","
    known = words[first] == "the" and (
        tokens.classes[first + 1] & c.ATTACKER or words[first + 1] in _HIM
    )
    return words[first] in ("he", "she") or bool(known)


def own_shot(
    tokens: Tokens, first: int, stop: int
) -> Iterator[tuple[Counted, tuple[int, int], Trigger]]:
    """Who shot himself and nobody else: "a boy accidentally shot himself in the leg"; whether he died is told only
    where he "killed himself" by accident. He is a victim.

    >>> from figures.extraction import extract
    >>> [(f.category, f.quote) for f in extract("A clerk shot himself in the belly.")]
    [('casualties', 'himself')]
    >>> [(f.category, f.quote) for f in extract("A boy accidentally shot and killed himself.")]
    [('killed', 'himself')]
    """
    words = tokens.words
    for i in range(first + 1, stop):
        if words[i] not in _SELVES:
            continue
        if words[i - 1] in _SHOOTING and words[i - 2] != "fatally":
            trigger = OWN_SHOT
        elif words[i - 1] in _KILLING and not _words("no_attack").isdisjoint(words[first:i]):
            trigger = OWN_ACCIDENT
        else:
            continue
        yield replace(_counted(i, i + 1, 1), groups=()), (i - 1, i + 1), trigger
        return


def _dying(words: list[str], i: int, killed: bool) -> int:
    """Where the words that tell of a death by one's own hand begin, if they end in token i; else i."""
    before = words[i - 1]
    if words[i] == "suicide":
        return i - 1 if before in ("committed", "committing", "commits") else i
    if words[i] == "life":
        took = words[i - 3 : i - 2] and words[i - 3] in ("took", "taking", "takes", "taken")
        return i - 3 if took and words[i - 2] in ("his", "her") and before == "own" else i
    if words[i] == "self" and before in (",", "and", "then") and words[i + 1 : i + 2] != ["-"]:
        return i - 1  # as headlines have it: "kills wife, self"
    if words[i] not in ("himself", "herself"):
        return i
    if before in ("killed", "killing", "kills") or before in ("then", "and"):
        return i - 1
    if before == "including" and killed:
        return i - 1  # "killed 33 people, including himself"
    if before == "," and killed and words[i + 1 : i + 2] not in (["a"], ["an"], ["the"]):
        return i - 1  # "kills wife, himself"
    if before in ("put", "putting") and words[i + 1 : i + 3] == ["to", "death"]:
        return i - 1
    if before in ("shot", "shooting", "shoots"):
        return i - 2 if words[i - 2] == "fatally" or killed and words[i - 2] == "then" else i
    turned = {"turned", "turning", "turns"}.intersection(words[max(0, i - _TURNED) : i])
    return i - 2 if before == "on" and turned else i


def _counted(first: int, stop: int, value: int | float) -> Counted:
    return Counted(
        first, stop, value, value, value, "exact", (first, stop), "named", "person",
        head=stop - 1, groups=("attacker",),
    )  # fmt: skip

"""What the lexicon and the categories together tell of a word: made once, read by every stage."""

from __future__ import annotations

from functools import cache
from typing import Final

from figures.categories import categories, trigger_table
from figures.lexicon import classes as c
from figures.lexicon import load, phrase_nouns, plural, word_classes


@cache
def classes_table() -> dict[str, int]:
    """Word → classes, with the TRIGGER bit on every first word of a category's phrase."""
    table = dict(word_classes())
    plain = c.PREPOSITION | c.AUXILIARY | c.DETERMINER | c.ADVERB | c.SAID | c.PRONOUN
    for word, triggers in trigger_table().items():
        victims = any(
            categories()[t.category].named
            and t.shape in ("passive", "active", "intransitive", "adjective", "noun_of")
            for t in triggers
        )
        known = word_classes().get(word, 0)
        table[word] = (
            table.get(word, 0) | c.TRIGGER | (c.VICTIM if victims and not known & plain else 0)
        )
        for trigger in triggers:
            # "in need", "be on the move": a word that stands everywhere tells nothing
            telling = trigger.words[-1] if known & plain else word
            named = telling[0] == "<"
            for last in {n[-1] for n in phrase_nouns(telling[1:-1])} if named else {telling}:
                table[last] = table.get(last, 0) | c.TELLING
    return table


@cache
def not_people() -> frozenset[str]:
    """Nouns, in the singular and the plural, that a count of people never has for its head.

    >>> "trucks" in not_people(), "pilgrims" in not_people()
    (True, False)
    """
    words = load("people")["not_people"].split()
    return frozenset(words) | frozenset(map(plural, words))


@cache
def things() -> frozenset[str]:
    """Nouns for animals, goods, vehicles, places and whatever else is no person, singular and plural.

    >>> "dolphins" in things(), "mourners" in things()
    (True, False)
    """
    entries = [entry.partition("/") for words in load("things").values() for entry in words.split()]
    forms = {form for one, _, many in entries for form in (one, many or plural(one))}
    return not_people() | forms


@cache
def animals() -> frozenset[str]:
    """Nouns for animals, singular and plural.

    >>> "goat" in animals(), "oxen" in animals(), "clerk" in animals()
    (True, True, False)
    """
    entries = [entry.partition("/") for entry in load("things")["animals"].split()]
    return frozenset(form for one, _, many in entries for form in (one, many or plural(one)))


_ROLE: Final = (
    "er",
    "or",
    "ist",
    "man",
    "woman",
    "person",
    "eer",
    "ian",
    "crat",
    "arch",
    "master",
    "mate",
)


def is_role(word: str) -> bool:
    """Does an unknown singular noun name a person by what he or she does?

    >>> is_role("conservationist"), is_role("beekeeper"), is_role("tanker"), is_role("camp")
    (True, True, False, False)
    """
    if len(word) < 5 or word in things():
        return False
    return word.endswith(_ROLE) and word not in _no_roles()


@cache
def _no_roles() -> frozenset[str]:
    return frozenset(load("people")["no_roles"].split())


@cache
def dwellings() -> frozenset[str]:
    """Nouns for buildings that people live in, singular and plural.

    >>> "cottages" in dwellings(), "schools" in dwellings()
    (True, False)
    """
    words = load("people")["dwellings"].split()
    return frozenset(words) | frozenset(map(plural, words))


@cache
def settlements() -> frozenset[str]:
    """Nouns for places that people live in, singular and plural.

    >>> "villages" in settlements(), "schools" in settlements()
    (True, False)
    """
    words = load("people")["settlements"].split()
    return frozenset(words) | frozenset(map(plural, words))

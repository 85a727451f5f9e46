"""Word lists as data (YAML beside this file) and their loading into one table of word classes.

Each file is a mapping; what a file's keys mean is said at its top. ``words.yaml`` gives classes to words,
``people.yaml`` person nouns with the group they tell, ``numbers.yaml`` the words of the number grammar,
``verbs.yaml`` the forms of irregular verbs, ``phrases.yaml`` the classes of nouns in categories' phrases,
``sources.yaml`` who speaks.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from figures.lexicon import classes as c


def parse_yaml(text: str) -> Any:
    """YAML as plain data, with the loader written in C where there is one: it is ten times as fast."""
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506


@cache
def load(name: str) -> dict[str, Any]:
    """One lexicon file as plain data: ``load("numbers")``."""
    loaded = parse_yaml((files(__name__) / f"{name}.yaml").read_text("utf-8"))
    assert isinstance(loaded, dict)
    return loaded


def plural(noun: str) -> str:
    """The regular plural of an English noun.

    >>> [plural(n) for n in ("boy", "body", "hostage", "church", "policeman")]
    ['boys', 'bodies', 'hostages', 'churches', 'policemen']
    """
    if noun.endswith("man") and noun not in ("human", "shaman", "german", "roman", "ottoman"):
        return noun[:-3] + "men"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    return noun + "s"


@cache
def phrase_nouns(name: str) -> frozenset[tuple[str, ...]]:
    """The nouns, singular and plural, that stand for ``<name>`` in the phrases of categories.

    >>> ("medical", "centre") in phrase_nouns("hospital"), ("clinics",) in phrase_nouns("hospital")
    (True, True)
    """
    found: set[tuple[str, ...]] = set()
    for entry in str(load("phrases")[name]).split():
        *before, last = entry.split("-")
        found |= {(*before, last), (*before, plural(last))}
    return frozenset(found)


@cache
def person_groups() -> dict[str, tuple[str, ...]]:
    """Person noun, singular or plural → the groups it tells, often none."""
    table: dict[str, tuple[str, ...]] = {}
    for key, nouns in load("people")["nouns"].items():
        groups = () if key == "plain" else tuple(key.split())
        for entry in nouns.split():
            one, _, many = entry.partition("/")
            for form in (one, many or plural(one)):
                table[form] = tuple(dict.fromkeys(table.get(form, ()) + groups))
    for one in load("people")["attackers"].split():
        for form in (one, plural(one)):
            table[form] = tuple(dict.fromkeys((*table.get(form, ()), "attacker")))
    return table


@cache
def kin() -> frozenset[str]:
    """Nouns for people by their relation to somebody, in the singular: wife, son, child."""
    return frozenset(load("people")["kin"].split())


@cache
def word_classes() -> dict[str, int]:
    """Word → its classes, for every word of the lexicon."""
    table: dict[str, int] = {}

    def add(word: str, bits: int) -> None:
        table[word] = table.get(word, 0) | bits

    for name, words in load("words").items():
        bits = getattr(c, name.upper())
        for word in words.split():
            add(word, bits)
    for word in load("people")["plural_only"].split():
        add(word, c.PERSON)
    for nouns in load("people")["nouns"].values():
        for entry in nouns.split():
            one, _, many = entry.partition("/")
            add(one, c.PERSON | c.PERSON_ONE)
            add(many or plural(one), c.PERSON)
    for name, bits in (("buildings", c.BUILDING), ("households", c.HOUSEHOLD)):
        for one in load("people")[name].split():
            add(one, bits)
            add(plural(one), bits)
    for word in load("people")["attackers"].split():
        add(word, c.ATTACKER | c.PERSON | c.PERSON_ONE)
        add(plural(word), c.ATTACKER | c.PERSON)
    numbers = load("numbers")
    for key in ("numerals", "after_article"):
        for word in numbers[key]:
            add(word, c.NUMERAL)
    for key in ("ordinals", "fractions"):
        for word in numbers[key]:
            add(word, c.NUMERAL | c.ORDINAL)
    for phrase in (phrase for phrases in numbers["before"].values() for phrase in phrases):
        for word in phrase.split():
            add(word, c.QUALIFIER if word.isalpha() else c.QUALIFIER | c.PUNCTUATION)
    return table

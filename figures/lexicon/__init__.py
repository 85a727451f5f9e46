"""Word lists as data (YAML beside this file) and their loading into one table of word classes.

Each file is a mapping; what a file's keys mean is said at its top. ``words.yaml`` gives classes to words,
``people.yaml`` person nouns with the group they tell, ``numbers.yaml`` the words of the number grammar,
``verbs.yaml`` the forms of irregular verbs, ``phrases.yaml`` the classes of nouns in categories' phrases,
``sources.yaml`` who speaks.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any, Final

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


_VES: Final = frozenset(
    "life wife knife half calf leaf loaf shelf thief wolf midwife housewife".split()
)


@cache
def load_words(name: str, key: str) -> frozenset[str]:
    """The words of one list of a lexicon file.

    >>> "epidemic" in load_words("modifiers", "crises")
    True
    """
    return frozenset(str(load(name)[key]).split())


def word_lists(name: str) -> dict[str, frozenset[str]]:
    """Key → the words of each list of a lexicon file."""
    return {key: load_words(name, key) for key, told in load(name).items() if isinstance(told, str)}


def plural(noun: str) -> str:
    """The regular plural of an English noun.

    >>> [plural(n) for n in ("boy", "body", "hostage", "church", "policeman", "life")]
    ['boys', 'bodies', 'hostages', 'churches', 'policemen', 'lives']
    """
    if noun in _VES:
        return noun.removesuffix("e").removesuffix("f") + "ves"
    if noun.endswith("man") and noun not in ("human", "shaman", "german", "roman", "ottoman"):
        return noun[:-3] + "men"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    return noun + "s"


def verb_forms(verb: str) -> dict[str, str]:
    """The forms of a verb, regular or irregular (lexicon/verbs.yaml), each with its name.

    >>> verb_forms("flee")
    {'flee': 'base', 'flees': 's', 'fleeing': 'ing', 'fled': 'past_participle'}
    >>> verb_forms("kidnap")["kidnapped"]
    'past_participle'
    >>> verb_forms("level")["leveled"] == verb_forms("level")["levelled"]
    True
    """
    tables = load("verbs")
    stem = verb + verb[-1] if verb in tables["doubling"] else verb
    if stem == verb and verb.endswith("e") and not verb.endswith("ee"):
        stem = verb[:-1]
    forms = {verb: "base", plural(verb) if not verb.endswith("man") else verb + "s": "s"}
    forms[("dying" if verb == "die" else stem + "ing")] = "ing"
    irregular = tables["irregular"].get(verb)
    if irregular:
        for spelling in irregular.split():
            past, _, participle = spelling.partition("/")
            forms[past] = "past" if participle and participle != past else "past_participle"
            if participle and participle != past:
                forms[participle] = "participle"
    elif verb.endswith("y") and verb[-2] not in "aeiou":
        forms[verb[:-1] + "ied"] = "past_participle"
    else:
        forms[stem + "ed"] = "past_participle"
        if stem == verb and verb[-1] == "l" and verb[-2] in "aeo" and verb[-3] not in "aeiou":
            forms |= {verb + "led": "past_participle", verb + "ling": "ing"}  # levelled, leveled
    return forms


@cache
def bringing() -> frozenset[str]:
    """Every form of the verbs that bring a toll to its size: "raising", "brought", "increases".

    >>> {"bring", "raising", "takes", "pushed"} <= bringing()
    True
    """
    return frozenset(
        form for verb in load("verbs")["bringing"].split() for form in verb_forms(verb)
    )


@cache
def phrase_nouns(name: str) -> frozenset[tuple[str, ...]]:
    """The nouns, singular and plural, that stand for ``<name>`` in the phrases of categories.

    >>> ("medical", "centre") in phrase_nouns("hospital"), ("clinics",) in phrase_nouns("hospital")
    (True, True)
    """
    found: set[tuple[str, ...]] = set()
    for entry in str(load("phrases")[name]).split():
        *before, last = entry.split("-")
        one, _, many = last.partition("/")
        found |= {(*before, one), (*before, many or plural(one))}
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
def adjective_groups() -> dict[str, tuple[str, ...]]:
    """Adjective → the group it tells of the people right behind it ("foreign nationals")."""
    lists = load("people")["adjectives"].items()
    return {word: (group,) for group, words in lists for word in words.split()}


@cache
def kin() -> frozenset[str]:
    """Nouns for people by their relation to somebody, in the singular: wife, son, child."""
    return frozenset(load("people")["kin"].split())


@cache
def describing() -> frozenset[str]:
    """Words in -ed that describe people and tell of nothing done: armed, retired."""
    return frozenset(load("people")["describing"].split())


@cache
def names_in_ed() -> frozenset[str]:
    """Names that end like a past form or an adverb: Ahmed, Alfred, Italy."""
    return frozenset(load("people")["names"].split())


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
    for peoples in load("areas")["demonyms"].values():
        for word in peoples.split():
            add(word, c.DEMONYM)
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
    _add_verbs(table)
    return table


def _add_verbs(table: dict[str, int]) -> None:
    """The forms of general verbs, where no list gives the word another class."""
    verbs = load("verbs")
    nouns = frozenset(verbs["ing_nouns"].split())
    for name in ("plain", "nouns_too"):
        for verb in verbs[name].split():
            for word, form in verb_forms(verb).items():
                noun = word in nouns or name == "nouns_too" and form in ("base", "s")
                # any word in -ed is taken for a verb's form where it stands
                if not noun and word not in table and not word.endswith("ed"):
                    table[word] = c.VERB


@cache
def participles() -> frozenset[str]:
    """Words that are participles and no past tense, so that a clause has another verb beside them.

    >>> "taken" in participles(), "held" in participles()
    (True, False)
    """
    irregular = load("verbs")["irregular"]
    forms = ((verb, word, form) for verb in irregular for word, form in verb_forms(verb).items())
    return frozenset(word for verb, word, form in forms if form == "participle" and word != verb)


@cache
def infinitives() -> frozenset[str]:
    """Words that are verbs after "to" and after an auxiliary, and nouns or adjectives elsewhere.

    >>> "rise" in infinitives(), "abandon" in infinitives()
    (True, False)
    """
    return frozenset(load("verbs")["nouns_too"].split())

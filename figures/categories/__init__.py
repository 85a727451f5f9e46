"""The categories of figures: one YAML file each, words and named sentence shapes beside their examples.

A recorder who is no programmer can add one: docs/rules.md tells how. The loader refuses a file with an
unknown key, a trigger without an example, a category without a ``none``, or a quote that is not in its
text, naming file and line.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

import yaml

from figures.errors import RuleError
from figures.lexicon import parse_yaml, phrase_nouns, plural, verb_forms

# The order in which categories are printed (CONTRACT §4).
ORDER: Final = (
    "killed injured casualties missing trapped rescued evacuated displaced refugees returned homeless sheltered"
    " affected hungry assisted infected detained abducted freed assaulted buildings_destroyed buildings_damaged"
    " aid_tonnes land_hectares funding_money"
).split()

# The shapes a trigger can have: the closed set, each with what it matches. COUNT is a counted group.
SHAPES: Final = {
    "passive": "COUNT were VERB-ed; COUNT VERB-ed; VERB-ed were COUNT",
    "active": "VERB-ed COUNT; VERB-ing COUNT; to VERB COUNT; set COUNT on fire",
    "intransitive": "COUNT VERB-ed; COUNT have VERB-ed; forced COUNT to VERB",
    "adjective": "COUNT were ADJECTIVE; COUNT ADJECTIVE; left COUNT ADJECTIVE; COUNT ADJECTIVE people",
    "noun": "COUNT NOUN, where the noun itself is counted: 12 deaths, no casualties, three hostages",
    "noun_of": "NOUN of COUNT: the deaths of 12 miners, the release of 40 hostages, damage to 30 homes",
    "toll": 'NOUN … at / of / to / reached COUNT: the death toll rose to 12 ("the number of" needs no trigger)',
    "verb_noun": "VERB COUNT NOUN: claimed 12 lives; NOUN of COUNT were VERB-ed: the lives of 12 were lost",
    "label": "WORD: COUNT, in lists of key figures alone: People reached: 4,500; Reached = 4,500",
    "measure": "a measured quantity (tonnes, hectares, money) beside the category's words",
}
_KEYS: Final = {
    "category",
    "label",
    "hxl",
    "units",
    "triggers",
    "not_after",
    "open_nouns",
    "named",
    "not_with",
    "not_with_one",
    "overrides",
    "examples",
    "none",
    "known_gaps",
    "measure",
    "least",
}
_TRIGGER_KEYS: Final = {
    "shape",
    "verb",
    "noun",
    "adjective",
    "particle",
    "stock_or_flow",
    "basis",
    "words",
    "group",
    "needs",
    "without",
    "recalls",
    "followed_by",
    "counts",
    "many",
    "adverb",
    "negated",
    "not_before",
}


@dataclass(frozen=True, slots=True)
class Trigger:
    """One phrase that tells a category: ``words`` in folded form, ``form`` of its verb.

    ``form`` is "past", "participle", "past_participle" (both the same), "base", "s", "ing" for verbs, "noun"
    or "nouns" for nouns, "adjective". ``rule`` names it in evidence: "killed/passive".
    """

    words: tuple[str, ...]
    category: str
    shape: str
    form: str
    rule: str
    stock_or_flow: str | None = None
    basis: str | None = None
    group: str | None = None
    needs: frozenset[str] = frozenset()  # words of which one must stand in the sentence
    without: frozenset[str] = frozenset()  # words of which none may
    recalls: frozenset[str] = frozenset()  # words that do as well in the sentences just before
    followed_by: frozenset[str] = frozenset()  # words of which one must stand behind the phrase
    adverb: frozenset[str] = frozenset()  # words of which one must stand right before or behind
    not_before: tuple[tuple[str, ...], ...] = ()  # phrases of which none may stand right behind
    particle: str = "of"  # between a noun and its count
    # the category told where the verb is negated: "did not survive"; its own: nothing else ("not accounted for")
    negated: str | None = None
    many: bool = False  # one person told by an article is no figure
    # units of which the counted noun must be, and must be told
    counts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Category:
    """One rule file: its words, its units and its examples."""

    name: str
    label: str
    hxl: str
    units: tuple[str, ...]
    not_after: frozenset[str]
    named: bool  # are victims known by name alone kept?
    open_nouns: bool  # do nouns outside the lexicon count too ("three Rohingya", "two yogis")?
    not_with: frozenset[str]  # words that, anywhere in the sentence, tell another matter
    not_with_one: frozenset[str]  # words that do so of one person
    overrides: frozenset[str]  # categories that give way where both read the same count
    triggers: tuple[Trigger, ...]
    examples: tuple[dict[str, Any], ...]
    none: tuple[dict[str, Any], ...]
    known_gaps: tuple[dict[str, Any], ...]
    source: str


def _words(entries: Iterable[str]) -> frozenset[str]:
    """Words as given; ``<name>`` stands for the nouns of a class, each by its last two words."""
    found: set[str] = set()
    for entry in map(str, entries):
        nouns = phrase_nouns(entry[1:-1]) if entry[0] == "<" else [(entry,)]
        found |= {" ".join(noun[-2:]) for noun in nouns}
    return frozenset(found)


def _triggers(name: str, entry: dict[str, Any]) -> list[Trigger]:
    """Every phrase that one trigger entry of a file stands for."""
    shape = entry["shape"]
    more: dict[str, Any] = {
        key: entry.get(key) for key in ("stock_or_flow", "basis", "group", "negated")
    }
    more["many"] = bool(entry.get("many"))
    more["counts"] = frozenset(entry.get("counts", ()))
    more["particle"] = str(entry.get("particle", "of"))
    more["needs"] = _words(entry.get("needs", ()))
    more["without"] = _words(entry.get("without", ()))
    more["followed_by"] = _words(entry.get("followed_by", ()))
    more["recalls"] = _words(entry.get("recalls", ()))
    more["adverb"] = frozenset(entry.get("adverb", ()))
    more["not_before"] = tuple(tuple(p.split()) for p in entry.get("not_before", ()))

    def trigger(words: str, form: str) -> Trigger:
        return Trigger(tuple(words.split()), name, shape, form, f"{name}/{shape}", **more)

    found: list[Trigger] = []
    if shape == "measure":
        return found
    if shape == "verb_noun":
        for noun in entry["noun"]:
            found += [
                trigger(noun, "noun"),
                trigger(plural(noun), "nouns"),
            ]
        return found
    for verb in entry.get("verb", ()):
        pair = [part for link in (" and ", " or ") for part in [verb.split(link)] if len(part) == 2]
        if pair:  # "kill or injure": both take the form
            link = " and " if " and " in verb else " or "
            second = {form: word for word, form in verb_forms(pair[0][1]).items()}
            for word, form in verb_forms(pair[0][0]).items():
                found.append(
                    trigger(f"{word}{link}{second.get(form) or second['past_participle']}", form)
                )
            continue
        head, _, particle = verb.partition(" ")
        for word, form in verb_forms(head).items():
            found.append(trigger(f"{word} {particle}".strip(), form))
    for noun in entry.get("noun", ()):
        head, last = noun.rsplit(" ", 1) if " " in noun else ("", noun)
        one, _, many = last.partition("/")
        found.append(trigger(f"{head} {one}", "noun"))
        if shape != "toll":
            first, _, link = head.rpartition(" ")  # "death or injury": both are many
            head = f"{plural(first)} {link}" if link in ("and", "or") else head
            found.append(trigger(f"{head} {many or plural(one)}", "nouns"))
    for adjective in entry.get("adjective", ()):
        found.append(trigger(adjective, "adjective"))
    return found


def parse(text: str, file: str) -> Category:
    """A category out of the text of its file.

    Raises RuleError, with file and line, for what cannot be used.
    """

    def fail(what: str, needle: str = "") -> RuleError:
        line = next(
            (n for n, row in enumerate(text.splitlines(), 1) if needle and needle in row), 1
        )
        return RuleError(f"{file}:{line}: {what}")

    try:
        data = parse_yaml(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise RuleError(f"{file}:{mark.line + 1 if mark else 1}: not YAML: {error}") from error
    if not isinstance(data, dict):
        raise fail("a category file is a mapping beginning with `category:`")
    for key in data:
        if key not in _KEYS:
            raise fail(f"unknown key {key!r}; known are {', '.join(sorted(_KEYS))}", f"{key}:")
    for key in ("category", "label", "units", "triggers", "examples", "none"):
        if not data.get(key):
            raise fail(f"`{key}` is missing or empty")
    name = data["category"]
    triggers: list[Trigger] = []
    shapes: list[str] = []
    for entry in data["triggers"]:
        for key in entry:
            if key not in _TRIGGER_KEYS:
                raise fail(f"unknown key {key!r} in a trigger", f"{key}:")
        if entry.get("shape") not in SHAPES:
            raise fail(
                f"unknown shape {entry.get('shape')!r}; known are {', '.join(SHAPES)}",
                str(entry.get("shape")),
            )
        shapes.append(entry["shape"])
        triggers += _triggers(name, entry)
    for example in (*data["examples"], *data["none"], *data.get("known_gaps", ())):
        if not isinstance(example, dict) or "text" not in example:
            raise fail("an example is a mapping with `text`")
        for figure in example.get("figures", ()):
            if figure["quote"] not in example["text"]:
                raise fail(f"the quote {figure['quote']!r} is not in its text", figure["quote"])
    shown = {shape for example in data["examples"] for shape in example.get("shapes", ())} | {
        str(figure.get("rule", "")).partition("/")[2]
        for e in data["examples"]
        for figure in e.get("figures", ())
    }
    for shape in shapes:
        if shape not in shown:
            raise fail(
                f"the trigger of shape {shape!r} has no example (give a figure `rule: {name}/{shape}`)",
                f"shape: {shape}",
            )
    return Category(
        name,
        data["label"],
        data.get("hxl", ""),
        tuple(data["units"]),
        frozenset(data.get("not_after", ())),
        bool(data.get("named")),
        bool(data.get("open_nouns")),
        frozenset(data.get("not_with", ())),
        frozenset(data.get("not_with_one", ())),
        frozenset(data.get("overrides", ())),
        tuple(triggers),
        tuple(data["examples"]),
        tuple(data["none"]),
        tuple(data.get("known_gaps", ())),
        text,
    )


@cache
def categories() -> dict[str, Category]:
    """All categories by name, in the order of the contract, then others by name."""
    found: dict[str, Category] = {}
    for file in files(__name__).iterdir():
        if file.name.endswith(".yaml"):
            category = parse(file.read_text("utf-8"), file.name)
            found[category.name] = category
    order = {name: i for i, name in enumerate(ORDER)}
    return {n: found[n] for n in sorted(found, key=lambda n: (order.get(n, len(ORDER)), n))}


@cache
def trigger_table() -> dict[str, tuple[Trigger, ...]]:
    """First word of a phrase → the triggers that begin with it, longest first."""
    table: dict[str, list[Trigger]] = {}
    for category in categories().values():
        for trigger in category.triggers:
            table.setdefault(trigger.words[0], []).append(trigger)
    return {word: tuple(sorted(ts, key=lambda t: -len(t.words))) for word, ts in table.items()}

"""Every example of every rule file is a test of value, quote and rule; the loader refuses a broken file."""

from __future__ import annotations

from typing import Any

import pytest

from figures.categories import ORDER, Category, categories, parse
from figures.errors import RuleError
from figures.extraction import extract
from figures.lexicon import verb_forms

EXAMPLES = [(c, e) for c in categories().values() for e in c.examples]
NONE = [(c, e) for c in categories().values() for e in c.none]
GAPS = [(c, e) for c in categories().values() for e in c.known_gaps]


def check(category: Category, example: dict[str, Any]) -> None:
    found = [f for f in extract(example["text"]) if f.category == category.name]
    for wanted in example["figures"]:
        hits = [f for f in found if f.quote == wanted["quote"]]
        assert hits, f"{wanted['quote']!r} not among {[f.quote for f in found]}"
        for name, value in wanted.items():
            assert getattr(hits[0], name) == value, name


@pytest.mark.parametrize(
    ("category", "example"), EXAMPLES, ids=lambda x: getattr(x, "name", None) or x["text"]
)
def test_example(category: Category, example: dict[str, Any]) -> None:
    check(category, example)


@pytest.mark.parametrize("category", categories().values(), ids=lambda c: c.name)
def test_an_example_cut_short_is_read_without_an_error(category: Category) -> None:
    """Headlines end without a stop, and texts are cut off anywhere."""
    for example in (*category.examples, *category.none):
        words = example["text"].split()
        for n in range(1, len(words) + 1):
            cut = " ".join(words[:n]).rstrip(".")
            assert all(f.quote in cut for f in extract(cut))


@pytest.mark.parametrize(
    "text",
    [
        "As many as 40 traders are feared to",
        "Forty traders were fully or",
        "Some 40 traders were hurt between March 1 and",
        "Forty traders were killed in the first 16",
        "Forty traders drowned; both were freed and",
        "A trader was hurt. He succumbed to his injuries after",
        "Forty traders died on the 5th in hall 12",
        "Nine traders died. On Monday in the same town 8",
        "The ward treated nine traders for cholera in Lesk (n=",
        "Eleven traders drowned yesterday and six this",
        "The fire killed a 31-year-old woman and 24-year-old",
        "The fire killed two St.",
        "A trader was killed after she shot",
        "The army evacuated 900 hypothetical",
        "Floods killed 12, said Lena Ortiz,",
        "He is blamed for each of nine murders",
        "Shots killed three traders on Bloody",
        "Cholera cases rose from five cases in week",
        "Guards shot 40 traders on May 2 and May",
    ],
)
def test_a_text_cut_off_is_read_without_an_error(text: str) -> None:
    assert all(f.quote in text for f in extract(text, "2024-05-20"))


@pytest.mark.parametrize(
    ("category", "example"), NONE, ids=lambda x: getattr(x, "name", None) or x["text"]
)
def test_counter_example_gives_nothing(category: Category, example: dict[str, Any]) -> None:
    assert [f.quote for f in extract(example["text"]) if f.category == category.name] == []


@pytest.mark.parametrize(
    ("category", "example"), GAPS, ids=lambda x: getattr(x, "name", None) or x["text"]
)
@pytest.mark.xfail(strict=True, reason="a gap that closes moves up to the examples")
def test_known_gap(category: Category, example: dict[str, Any]) -> None:
    check(category, example)


def test_every_category_of_the_contract_has_a_file() -> None:
    assert set(ORDER) <= set(categories())


GOOD = """\
category: stung
label: Stung
units: [person]
triggers:
  - {shape: passive, verb: [sting]}
examples:
  - {text: "Two boys were stunged.", figures: [{quote: "Two boys", rule: stung/passive}]}
none:
  - {text: "Bees buzz.", because: nobody is counted}
"""


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("label: Stung", "colour: red", 2, "unknown key"),
        ("shape: passive", "shape: passiv", 5, "unknown shape"),
        ('quote: "Two boys"', 'quote: "Three boys"', 7, "not in its text"),
        ("rule: stung/passive", "rule: stung/active", 5, "no example"),
        ("verb: [sting]", "werb: [sting]", 5, "unknown key"),
    ],
)
def test_the_loader_names_file_and_line(old: str, new: str, line: int, says: str) -> None:
    with pytest.raises(RuleError, match=rf"^stung\.yaml:{line}: .*{says}"):
        parse(GOOD.replace(old, new), "stung.yaml")


def test_a_category_needs_counter_examples() -> None:
    with pytest.raises(RuleError, match="`none` is missing"):
        parse(GOOD.partition("none:")[0], "stung.yaml")


def test_a_file_that_is_no_yaml_is_refused() -> None:
    with pytest.raises(RuleError, match=r"^bad\.yaml:\d+: not YAML"):
        parse("category: [", "bad.yaml")


@pytest.mark.parametrize(
    ("verb", "form", "word"),
    [
        ("die", "ing", "dying"),
        ("flee", "past_participle", "fled"),
        ("trap", "ing", "trapping"),
        ("bury", "past_participle", "buried"),
        ("rescue", "ing", "rescuing"),
        ("slay", "participle", "slain"),
    ],
)
def test_forms_of_verbs(verb: str, form: str, word: str) -> None:
    assert verb_forms(verb)[word] == form

"""What a unit measures, and measured quantities: aid, land, money."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.categories import categories
from figures.extraction.numbers.grammar import read
from figures.extraction.numbers.measures import Measured, measure_kind, measured
from figures.extraction.words.tokens import Tokens, tokenize


def quantities(text: str) -> list[tuple[Tokens, Measured]]:
    tokens = tokenize(text)
    numbers = read(tokens, 0, len(tokens))
    return [(tokens, m) for m in measured(tokens, 0, len(tokens), numbers)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("12 km", "length"),
        ("12 miles", "length"),
        ("12 feet", "length"),
        ("12 tonnes", "mass"),
        ("12 MT", "mass"),
        ("12 hectares", "area"),
        ("12 sq km", "area"),
        ("12 square miles", "area"),
        ("12 litres", "volume"),
        ("12 dollars", "money"),
        ("12 naira", "money"),
        ("12 USD", "money"),
        ("12 %", "percentage"),
        ("12 days", "duration"),
        ("12 kilometres per hour", "speed"),
    ],
)
def test_what_a_unit_measures(text: str, kind: str) -> None:
    assert measure_kind(tokenize(text), 1) == kind


@pytest.mark.parametrize(
    "word", "people men at may in us all s houses time times set shot bar mill cup real won".split()
)
def test_words_that_are_no_units(word: str) -> None:
    assert measure_kind(tokenize(f"12 {word} there"), 1) is None


@pytest.mark.parametrize("sign", ["$", "€", "£", "₹", "₱"])
def test_a_sign_of_money_stands_before(sign: str) -> None:
    assert measure_kind(tokenize(f"{sign}12"), 0) == "money"


@pytest.mark.parametrize(
    ("text", "quote", "low", "high", "unit"),
    [
        ("Donors pledged US$118 million.", "US$118 million", 118e6, 118e6, "united states dollar"),
        ("At least $5m is needed for the displaced.", "At least $5m", 5e6, None, "dollar"),
        ("The appeal needs US $20 m now.", "US $20 m", 20e6, 20e6, "united states dollar"),
        ("They gave 1,55 billion euros in aid.", "1,55 billion euros", 1.55e9, 1.55e9, "euro"),
        ("The bank paid up to €3.5 billion.", None, None, None, None),  # no word tells for what
        ("It sent 20 to 30 tonnes of rice.", "20 to 30 tonnes", 20, 30, "tonne"),
        ("Dozens of tonnes of aid came.", "Dozens of tonnes", 24, 99, "tonne"),
        (
            "Ships brought half a million tonnes of grain.",
            "half a million tonnes",
            5e5,
            5e5,
            "tonne",
        ),
        ("Flames burned 4-million hectares.", "4-million hectares", 4e6, 4e6, "hectare"),
        (
            "It flooded about 3.4 sq km of farmland.",
            "about 3.4 sq km",
            3.4,
            3.4,
            "square kilometre",
        ),
        ("The relief fund released 20 pesos.", "20 pesos", 20, 20, "peso"),  # not Mexico's
    ],
)
def test_measured_quantities(
    text: str, quote: str | None, low: float | None, high: float | None, unit: str | None
) -> None:
    found = [(t.quote(m.first, m.stop), m.low, m.high, m.unit) for t, m in quantities(text)]
    assert found == ([] if quote is None else [(quote, low, high, unit)])


@pytest.mark.parametrize("name", ["aid_tonnes", "land_hectares", "funding_money"])
def test_the_examples_of_the_measured_categories(name: str) -> None:
    category = categories()[name]
    for example in category.examples:
        for wanted in example["figures"]:
            found = {t.quote(m.first, m.stop): m for t, m in quantities(example["text"])}
            quantity = found[wanted["quote"]]
            assert quantity.category == name
            assert quantity.rule == wanted["rule"]
            assert {k: getattr(quantity, k) for k in wanted if k not in ("quote", "rule")} == {
                k: v for k, v in wanted.items() if k not in ("quote", "rule")
            }
    for example in category.none:
        assert quantities(example["text"]) == []


def test_half_a_million_is_no_million_and_a_half() -> None:
    [(_, quantity)] = quantities("Lorries carried half a million tonnes of food.")
    assert quantity.value == 500_000


def test_quantulum3_gives_its_tables_and_is_not_loaded() -> None:
    code = (
        "import sys; from tests.test_measures import quantities;"
        "quantities('Donors gave 3 million dollars in aid and 40 tonnes of food.');"
        "print('quantulum3' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


WORDS = st.sampled_from(
    "$ US$ € 12 1.5m 4-million half a million dozens of tonnes tonne kg hectares acres sq km aid food pledged burned"
    " at least up to between and - , . % dollars Kenyan shillings 99999999999999999999 0 m bn".split()
)


@given(st.lists(WORDS, max_size=12).map(" ".join) | st.text(max_size=40))
def test_any_text_gives_quantities_inside_it(text: str) -> None:
    for tokens, m in quantities(text):
        assert 0 <= m.first <= m.number_first < m.number_stop <= m.stop <= len(tokens)
        assert m.low is None or m.high is None or m.low <= m.high
        assert m.value is None or m.value in (m.low, m.high)

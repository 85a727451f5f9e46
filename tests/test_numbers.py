"""The number grammar: values, bounds, hedges, ranges (CONTRACT §3)."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.extraction.numbers.grammar import read, read_numbers
from figures.extraction.words.tokens import tokenize
from figures.model import Number


def only(text: str) -> Number:
    """The one number of a text."""
    tokens = tokenize(text)
    numbers = read(tokens, 0, len(tokens))
    assert len(numbers) == 1, [text[n.start : n.end] for n in numbers]
    return numbers[0]


def test_the_day_of_a_month_begins_no_range() -> None:
    day = [n for n in read_numbers("raised the toll since October 7 to 35,173") if n.high == 35173]
    assert [n.qualifier for n in day] == ["exact"]
    assert only("7 to 12 died").qualifier == "range"


@pytest.mark.parametrize(
    ("words", "value", "low", "high", "qualifier"),
    [
        ("12", 12, 12, 12, "exact"),
        ("thirty 4", 34, 34, 34, "exact"),
        ("at least 12", 12, 12, None, "at_least"),
        ("at least 13 and as many as 46", None, 13, 46, "range"),
        ("10s of", None, 20, 99, "vague"),
        ("100s of", None, 200, 999, "vague"),
        ("12 or more", 12, 12, None, "at_least"),
        ("no fewer than 12", 12, 12, None, "at_least"),
        ("12-plus", 12, 12, None, "at_least"),
        ("12+", 12, 12, None, "at_least"),
        ("more than 12", 12, 12, None, "more_than"),
        ("well over 12", 12, 12, None, "more_than"),
        ("upwards of 12", 12, 12, None, "more_than"),
        ("in excess of 12", 12, 12, None, "more_than"),
        ("up to 12", 12, None, 12, "up_to"),
        ("as many as 12", 12, None, 12, "up_to"),
        ("at most 12", 12, None, 12, "up_to"),
        ("no more than 12", 12, None, 12, "up_to"),
        ("fewer than 12", 12, None, 12, "less_than"),
        ("just under 12", 12, None, 12, "less_than"),
        ("nearly 4 million", 4_000_000, None, 4_000_000, "nearly"),
        ("close to 4 million", 4_000_000, None, 4_000_000, "nearly"),
        ("almost 4-million", 4_000_000, None, 4_000_000, "nearly"),
        ("some 30", 30, 30, 30, "about"),
        ("an estimated 30", 30, 30, 30, "about"),
        ("30 or so", 30, 30, 30, "about"),
        ("at least about 30", 30, 30, None, "at_least"),
        ("20 to 33", None, 20, 33, "range"),
        ("between 20 and 33", None, 20, 33, "range"),
        ("20-33", None, 20, 33, "range"),
        ("20 – 33", None, 20, 33, "range"),
        ("two or three", None, 2, 3, "range"),
        ("2 to 3 million", None, 2_000_000, 3_000_000, "range"),
        ("a couple of", None, 2, 2, "vague"),
        ("a few", None, 3, 9, "vague"),
        ("several", None, 3, 9, "vague"),
        ("dozens", None, 24, 99, "vague"),
        ("scores", None, 40, 99, "vague"),
        ("tens", None, 20, 99, "vague"),
        ("hundreds", None, 200, 999, "vague"),
        ("thousands", None, 2000, 9999, "vague"),
        ("tens of thousands", None, 20_000, 99_999, "vague"),
        ("hundreds of thousands", None, 200_000, 999_999, "vague"),
        ("millions", None, 2_000_000, None, "vague"),
        ("several hundred", None, 300, 999, "vague"),
        ("at least several hundred", None, 300, None, "at_least"),
    ],
)
def test_what_the_words_assert(
    words: str, value: int | None, low: int | None, high: int | None, qualifier: str
) -> None:
    text = f"{words} pilgrims drowned"
    for shape in (text, text.upper(), text.capitalize()):
        number = only(shape)
        assert (number.value, number.low, number.high, number.qualifier) == (
            value,
            low,
            high,
            qualifier,
        )
        assert number.kind == "count"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("a dozen", 12),
        ("two dozen", 24),
        ("half a dozen", 6),
        ("half a million", 500_000),
        ("a quarter of a million", 250_000),
        ("one and a half million", 1_500_000),
        ("a hundred", 100),
        ("a hundred and twenty", 120),
        ("twenty-six", 26),
        ("nine hundred ninety-nine thousand and one", 999_001),
        ("three lakh", 300_000),
        ("1.2m", 1_200_000),
        ("35k", 35_000),
        ("1.1bn", 1_100_000_000),
        ("1,20,000", 120_000),
        ("1,234,567", 1_234_567),
        ("1.234.567", 1_234_567),
        ("20 000", 20_000),
        ("20\u202f000", 20_000),
        ("20\u00a0000", 20_000),
        ("two thousand five hundred", 2500),
        ("2½ million", 2_500_000),
        ("7 hundred and 12", 712),
        ("nine hundred (900)", 900),
        ("٤٢", 42),
    ],
)
def test_value_of_a_number(words: str, value: int) -> None:
    number = only(f"the storm left {words} villagers homeless")
    assert number.value == value
    assert number.kind == "count"


def test_the_span_holds_the_hedge_and_the_number_alone() -> None:
    text = "The flood drowned at least 12 goats."
    number = only(text)
    assert text[number.start : number.end] == "at least 12"
    assert text[number.number_start : number.number_end] == "12"


def test_a_number_said_again_in_brackets_is_one_number() -> None:
    text = "forty (40) huts burned"
    number = only(text)
    assert text[number.number_start : number.number_end] == "forty (40)"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("12,33 and 41 were named", [12, 33, 41]),
        ("the toll rose from 12 to 17", [12, 17]),
        ("killing 3 and wounding 5", [3, 5]),
        ("3 hundred sheep and 2 hundred goats", [300, 200]),
        ("the deal freed two, one of them ill", [2, 1]),
        ("the count has gone up to 15", [15]),
        ("it cost $3 million and 12 died", [3_000_000, 12]),
        ("2 million and 300 thousand fled", [2_300_000]),
        ("the gang handed over 12 hostages", [12]),
    ],
)
def test_numbers_that_stand_apart(text: str, values: list[int]) -> None:
    tokens = tokenize(text)
    numbers = read(tokens, 0, len(tokens))
    assert [n.value for n in numbers] == values
    assert {n.qualifier for n in numbers} == {"exact"}


@pytest.mark.parametrize("words", ["No one", "Nobody", "None", "No civilians"])
def test_zero(words: str) -> None:
    tokens = tokenize(f"{words} died.")
    assert [(n.value, n.low, n.high) for n in read(tokens, 0, len(tokens))] == [(0, 0, 0)]


@pytest.mark.parametrize("text", ["There is no longer any hope", "No more than that", "No. Never."])
def test_no_is_not_always_zero(text: str) -> None:
    tokens = tokenize(text)
    assert read(tokens, 0, len(tokens)) == []


def test_a_count_beyond_belief() -> None:
    assert only("a swarm of 21 billion locusts").kind == "implausible"
    assert only("9" * 400 + " dead").kind == "implausible"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("1,2000 people died", ["misgrouped"] * 2),
        ("some 200,0000 residents", ["misgrouped"] * 2),
        ("00 men died", ["misgrouped"]),
        ("12,33 and 0 dead, 1,200 hurt", ["count"] * 4),
        # a name that a line's end has torn
        ("COVID- 19 cases rose", ["name"]),
        ("COVID -19 deaths rose", ["name"]),
        ("They fled the war - 19 died", ["count"]),
    ],
)
def test_slips_are_no_counts(text: str, kinds: list[str]) -> None:
    tokens = tokenize(text)
    assert [n.kind for n in read(tokens, 0, len(tokens))] == kinds


def test_printed_numbers_leave_out_what_tells_no_quantity() -> None:
    text = (
        "On 3 May 2019 at 7.30 p.m. the first of 40 trucks brought 12.5 tonnes worth $3 million, "
        "which is 8% less; flight AB12 carried no one."
    )
    assert [text[n.number_start : n.number_end] for n in read_numbers(text)] == [
        "40",
        "12.5",
        "3 million",
        "8",
        "no one",
    ]


def test_amounts_may_be_negative_or_a_range() -> None:
    assert [n.value for n in read_numbers("It was minus 40 degrees and fell by -1.5%.")] == [
        -40,
        -1.5,
    ]
    (funds,) = read_numbers("They ask for $3 million to $5 million.")
    assert (funds.low, funds.high, funds.qualifier) == (3_000_000, 5_000_000, "range")


_WORDS = st.sampled_from(
    "12 1,200 3.5 a an half two twenty hundred thousand million dozen dozens several of and or to "
    "between - -- ( ) % $ at least more than about no one none 2019 May 3 old year people , . : / "
    "k m th first third both few couple from up".split()
)


@given(st.lists(_WORDS, max_size=14), st.booleans())
def test_any_words_give_numbers_in_order_with_sound_bounds(words: list[str], close: bool) -> None:
    text = ("" if close else " ").join(words)
    tokens = tokenize(text)
    numbers = read(tokens, 0, len(tokens))
    assert all(a.stop <= b.first for a, b in pairwise(numbers))
    for n in numbers:
        assert 0 <= n.start <= n.number_start < n.number_end <= n.end <= len(text)
        assert n.low is None or n.high is None or n.low <= n.high
        assert n.number_start == tokens.starts[n.number_first]


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    for number in read_numbers(text):
        assert number.end <= len(text)

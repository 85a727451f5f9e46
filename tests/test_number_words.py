"""A number written in any of its forms is read as that number: words, magnitudes, grouped digits."""

from functools import partial

import pytest
from clock import within
from hypothesis import example, given
from hypothesis import strategies as st

from figures.extraction.numbers.grammar import read
from figures.extraction.words.tokens import tokenize

SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
WESTERN = [(10**9, "billion"), (10**6, "million"), (10**3, "thousand")]
INDIAN = [(10**7, "crore"), (10**5, "lakh"), (10**3, "thousand")]


def below_thousand(n: int, joint: str, hyphen: str) -> str:
    if n < 20:
        return SMALL[n]
    if n < 100:
        tens = TENS[n // 10 - 2]
        return tens + (hyphen + SMALL[n % 10] if n % 10 else "")
    rest = below_thousand(n % 100, joint, hyphen)
    return f"{SMALL[n // 100]} hundred" + (f"{joint}{rest}" if n % 100 else "")


def spelled(
    n: int, magnitudes: list[tuple[int, str]], joint: str = " and ", hyphen: str = "-"
) -> str:
    """The number in words, as a writer of English would spell it out."""
    parts = []
    for size, name in magnitudes:
        if n >= size:
            parts.append(f"{below_thousand(n // size, joint, hyphen)} {name}")
            n %= size
    if n or not parts:
        small = n < 100 and bool(parts)
        words = below_thousand(n, joint, hyphen)
        parts.append(f"and {words}" if small and joint == " and " else words)
    return " ".join(parts)


def grouped(n: int, mark: str, indian: bool = False) -> str:
    """The number in digits, in groups of three, or as in India: 1,20,000."""
    digits = str(n)
    head, tail = digits[:-3], digits[-3:]
    size = 2 if indian else 3
    groups = []
    while head:
        groups.insert(0, head[-size:])
        head = head[:-size]
    return mark.join([*groups, tail])


def value(words: str) -> object:
    """What the grammar reads in words that stand before a counted noun."""
    tokens = tokenize(f"{words} villagers fled")
    found = read(tokens, 0, len(tokens))
    return [(n.value, n.qualifier, n.kind) for n in found]


NUMBERS = st.one_of(
    st.integers(1, 130), st.integers(100, 20_000), st.integers(1, 9_999_999), st.integers(1, 10**10)
)


@given(NUMBERS, st.sampled_from([" and ", " "]), st.sampled_from(["-", " "]), st.booleans())
@example(1_000_001, " and ", "-", False)
@example(120_000, " ", "-", True)
def test_words(n: int, joint: str, hyphen: str, upper: bool) -> None:
    words = spelled(n, WESTERN, joint, hyphen)
    assert value(words.upper() if upper else words) == [(n, "exact", "count")]


@given(st.integers(1, 999 * 10**7), st.booleans())
def test_words_of_india(n: int, joined: bool) -> None:
    assert value(spelled(n, INDIAN, " and " if joined else " ")) == [(n, "exact", "count")]


@given(NUMBERS, st.sampled_from([",", " ", "\u00a0", "\u2009", "\u202f", "'", "\u2019"]))
def test_groups_of_three(n: int, mark: str) -> None:
    assert value(grouped(n, mark)) == [(n, "exact", "count")]


@given(st.integers(100_000, 10**10))
def test_groups_of_india(n: int) -> None:
    assert value(grouped(n, ",", indian=True)) == [(n, "exact", "count")]


@given(st.integers(1, 10**9), st.sampled_from([0x0660, 0x06F0, 0x0966, 0xFF10]))
def test_digits_of_other_scripts(n: int, zero: int) -> None:
    assert value("".join(chr(zero + int(d)) for d in str(n))) == [(n, "exact", "count")]


@given(
    st.integers(1, 999),
    st.integers(0, 9),
    st.sampled_from(["thousand", "million", "lakh", "crore", "-million", "m", "k", "bn"]),
)
def test_decimals_and_magnitudes(whole: int, tenth: int, name: str) -> None:
    size = {"thousand": 10**3, "million": 10**6, "lakh": 10**5, "crore": 10**7, "-million": 10**6,
            "m": 10**6, "k": 10**3, "bn": 10**9}[name]  # fmt: skip
    n = (whole * 10 + tenth) * size // 10
    figure = f"{whole}.{tenth}" if tenth else str(whole)
    close = "" if name[0] == "-" or len(name) <= 2 else " "
    expected = "count" if n <= 20_000_000_000 else "implausible"
    assert value(f"{figure}{close}{name}") == [(n, "exact", expected)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Floods displaced 12, 345 people.", [12_345]),
        ("Floods displaced at least 12,\n345 people in Lesk.", [12_345]),
        # two numbers, or nobody can tell
        ("Quake kills 12, 345 people hurt.", [12, 345]),
        ("On May 12, 345 people fled.", [12, 345]),
        ("At 12, 345 people fled.", [12, 345]),
        ("Floods killed 12, 345 of them children.", [12, 345]),
        ("In wards 11, 12, 345 people fled.", [11, 12, 345]),
    ],
)
def test_a_space_behind_the_comma_of_one_number(text: str, numbers: list[int]) -> None:
    assert [n for n, *_ in value(text)] == numbers


@pytest.mark.parametrize(
    ("words", "n"),
    [
        ("half a million", 500_000),
        ("half-a-million", 500_000),
        ("a quarter of a million", 250_000),
        ("one and a half million", 1_500_000),
        ("a million and a half", 1_500_000),
        ("61, 000", 61_000),
        ("two dozen", 24),
        ("a half-dozen", 6),
        ("4 lakh 20 thousand", 420_000),
        ("1'200", 1_200),
    ],
)
def test_other_forms(words: str, n: int) -> None:
    assert value(words) == [(n, "exact", "count")]


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("Two-thirds of the 300 villagers fled", [("Two-thirds of the 300", 200)]),
        ("One in five of the 2,000 patients died", [("One in five of the 2,000", 400)]),
        ("Six in ten of the 500 homes burned", [("Six in ten of the 500", 300)]),
        ("Half the 90 houses burned", [("Half the 90", 45)]),
        ("A third of the valley's 900 families left", [("A third of the valley's 900", 300)]),
        ("Some 40% of its 3,000 homes were razed", [("Some 40% of its 3,000", 1200)]),
    ],
)
def test_a_share_of_a_number_tells_about_how_many(
    text: str, read_as: list[tuple[str, int]]
) -> None:
    tokens = tokenize(text)
    found = read(tokens, 0, len(tokens))
    assert [(text[n.start : n.end], n.value) for n in found] == read_as
    assert all(n.qualifier == "about" and n.kind == "count" for n in found)


@pytest.mark.parametrize("text", ["Four in ten people fled", "Two out of three houses burned"])
def test_a_ratio_counts_nobody(text: str) -> None:
    tokens = tokenize(text)
    assert [n.kind for n in read(tokens, 0, len(tokens))] == ["ratio", "ratio"]


def test_ranges_share_the_dozen() -> None:
    tokens = tokenize("two or three dozen people")
    (number,) = read(tokens, 0, len(tokens))
    assert (number.low, number.high) == (24, 36)


@pytest.mark.parametrize(
    "piece", ["12 ", "half-a-", "twenty-", "61, 000 ", "1'200", "40% of the ", "two or ", "[1]"]
)
def test_long_runs_take_linear_time(piece: str) -> None:
    def numbers(times: int) -> None:
        tokens = tokenize(piece * times)
        read(tokens, 0, len(tokens))

    assert not within(40, partial(numbers, 8000), partial(numbers, 800), least=0.5)

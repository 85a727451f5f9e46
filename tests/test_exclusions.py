"""Numbers that are no counts, each by its rule, and what counts as a numeral."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.extraction.numbers.grammar import read
from figures.extraction.numbers.numerals import numerals
from figures.extraction.words.sentences import split
from figures.extraction.words.tokens import tokenize
from figures.lexicon import classes as c


def kinds(text: str) -> list[str]:
    tokens = tokenize(text)
    return [n.kind for n in read(tokens, 0, len(tokens))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a 51-year-old nurse", ["age"]),
        ("a father of three", ["parent_of"]),
        ("a father of three children", ["count"]),
        ("Rescue 1122 spokesman Bilal Aziz", ["name"]),
        ("In Gaza 12 civilian deaths", ["count"]),
        ("Woman held over death of girl, 3", ["age"]),
        ("a population of nearly 40,000", ["population"]),
        ("a hall with a capacity of 500", ["capacity"]),
        ("a crowd of 500", ["count"]),
        ("in ward 12, five clerks died", ["name", "count"]),
        ("at gate 4, nine died", ["name", "count"]),
        ("in camp 12 people died", ["count"]),
        ("by bus 40, by car 12", ["count", "count"]),
        ("a four-month-old girl", ["age"]),
        ("pupils aged 12 and 14", ["age", "age"]),
        ("those killed were 12 and 14 years old", ["age", "age"]),
        ("those killed were nine, 12 and 14 years old", ["age", "age", "age"]),
        ("those killed were 12 and 14 of the men", ["count", "count"]),
        ("Rosa Lima, 34, was hurt", ["age"]),
        ("Rosa Lima and Omar Belkin, both 31, were hurt", ["both", "age"]),
        ("Rosa Lima and Omar Belkin, both 31 and of Lesk, were hurt", ["both", "age"]),
        ("two men, 18 and 20, and a woman were hurt", ["count", "age", "age"]),
        ("charged in the 2015 slayings at a mill", ["year"]),
        ("police recorded 2015 murders", ["count"]),
        ("found on Hwy 150 with a wound", ["name"]),
        ("over the age of 18", ["age"]),
        ("the K-9 officers", ["name"]),
        ("Luis Rey, Jr., 28, who lived there, was shot", ["age"]),
        ("the death of Rosa Lima, three, shocked all", ["age"]),
        ("the death of Rosa Lima, three (pictured), shocked all", ["age"]),
        ("in Port Rime, three, all clerks, were hurt", ["count"]),
        ("on January 9, 2017 villagers said", ["date", "date"]),
        ("on 9 January 2017 villagers said", ["date", "date"]),
        ("on 9 January 2000 villagers said", ["date", "count"]),
        ("on January 9, 1200 villagers fled", ["date", "count"]),
        ("children under five", ["age"]),
        ("a man in his 30s", ["age"]),
        ("12 March 2019", ["date", "date"]),
        ("on March 12, 2019", ["date", "date"]),
        ("on March 12th, 2019, six drowned", ["ordinal", "date", "count"]),
        ("on the 12th of March 2019", ["ordinal", "date"]),
        ("on the 12th of March, 2019, nine men", ["ordinal", "date", "count"]),
        ("the third of March, 2019 men", ["ordinal", "count"]),
        ("between 3 and 5 May", ["date"]),
        ("on 1, 3 and 5 June", ["date", "date", "date"]),
        ("14 NOV 89", ["date", "date"]),
        ("2019-03-15", ["date", "date", "date"]),
        ("28.02.2020", ["date"]),
        ("since the 9/11 attacks", ["date", "date"]),
        ("in 2019", ["year"]),
        ("he was born 1940 and", ["year"]),
        ("the 1984 famine", ["year"]),
        ("in the 1990s", ["year"]),
        ("between 1990 and 1994", ["year"]),
        ("at 7.30 p.m.", ["clock_time"]),
        ("at 17:45", ["clock_time", "clock_time"]),
        ("AT 0740 TODAY", ["clock_time"]),
        ("for 34 days", ["duration"]),
        ("the 15-year war", ["duration"]),
        ("two more weeks", ["duration"]),
        ("60 km away", ["distance"]),
        ("a 3m wave", ["distance"]),
        ("hundreds of miles off", ["distance"]),
        ("40 tonnes of rice", ["measure"]),
        ("$5 million", ["money"]),
        ("12 million rupees", ["money"]),
        ("US$5m", ["money"]),
        ("30 per cent", ["percentage"]),
        ("30% of them", ["percentage"]),
        ("a magnitude 7.8 quake", ["magnitude"]),
        ("a 7.8-magnitude quake", ["magnitude"]),
        ("a .45-caliber pistol", ["calibre"]),
        ("a nine-storey block", ["storeys"]),
        ("the top 10 leaders", ["rank"]),
        ("the third day", ["ordinal"]),
        ("the 21st time", ["ordinal"]),
        ("two-thirds of them", ["fraction"]),
        ("half of the town", ["fraction"]),
        ("one in five lambs", ["ratio", "ratio"]),
        ("World War 2 bombs", ["name"]),
        ("Covid-19", ["name"]),
        ("the M23", ["name"]),
        ("an AK-47", ["name"]),
        ("a Boeing 737", ["name"]),
        ("under article 5", ["name"]),
        ("Flight 302 fell", ["name"]),
        ("Resolution 1701", ["name"]),
        ("Situation Report No. 25", ["name"]),
        ("open 24/7", ["name", "name"]),
        ("they won 3-1", ["score", "score"]),
        ("call 555-123-4567", ["phone", "phone", "phone"]),
        ("at 10 Harbour Street", ["address"]),
        ("in the 4400 block of Elm", ["address"]),
        ("3 times", ["multiple"]),
        ("a six-party meeting", ["compound"]),
        ("hurt one another", ["pronoun"]),
        ("and this one spared the town", ["pronoun"]),
        ("this one man", ["count"]),
        ("1. Shelter is short", ["list_number"]),
        ("on 2 August, 2020, 12 men died", ["date", "date", "count"]),
        ("since 3 May 2021, nine known cases", ["date", "date", "count"]),
        ("on 2 August, 2020 men died", ["date", "count"]),
    ],
)
def test_kind(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "In May 12 people drowned",
        "12 may have died",
        "in Hale 12 were hurt",
        "killed 2000 people",
        "a total of 2000 were moved",
        "3 million fled",
        "12 of them",
        "It killed 30.",
        "35 in Hale, 25 in Port Rime",
        "reported that one officer died",
        "1.2m people",
        "another one was hurt",
        "one of the drivers died",
    ],
)
def test_counts_stay_counts(text: str) -> None:
    assert set(kinds(text)) == {"count"}


def test_every_digit_and_number_word_is_a_numeral() -> None:
    tokens = tokenize("Nobody saw the third of 12 boats; no one swam, none sank, two-thirds left.")
    assert [tokens.quote(*n) for n in numerals(tokens, split(tokens)[0])] == [
        "Nobody", "third", "12", "no one", "none", "two", "thirds",
    ]  # fmt: skip


def test_no_is_a_numeral_only_before_something_counted() -> None:
    tokens = tokenize("There was no warning and there are no surviving passengers.")
    found = numerals(tokens, split(tokens)[0])
    assert [tokens.words[first + 1] for first, _ in found] == ["surviving"]


@given(st.text(alphabet="ab1 25,.-:/$%()'\"é٣²½\n", max_size=60))
def test_every_numeral_stands_in_a_number(text: str) -> None:
    """The grammar reads all there is: no digit is left without a kind."""
    tokens = tokenize(text)
    held = {i for n in read(tokens, 0, len(tokens)) for i in range(n.first, n.stop)}
    digits = [i for i, bits in enumerate(tokens.classes) if bits & c.DIGIT]
    assert set(digits) <= held
    told = [n for sentence in split(tokens) for n in numerals(tokens, sentence)]
    assert {i for first, stop in told for i in range(first, stop)} >= set(digits)

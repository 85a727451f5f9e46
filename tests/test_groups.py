"""Chunks: what a counted group takes in, and what a verb group tells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.extraction import extract
from figures.extraction.groups.chunking import chunk
from figures.extraction.groups.chunks import COUNT, VERB, Chunk
from figures.extraction.numbers.grammar import read
from figures.extraction.words.tokens import Tokens, tokenize


def chunks(text: str) -> tuple[Tokens, list[Chunk]]:
    tokens = tokenize(text)
    return tokens, chunk(tokens, 0, len(tokens), read(tokens, 0, len(tokens)))


def counted(text: str) -> list[tuple[str, object, str | None]]:
    tokens, found = chunks(text)
    return [
        (tokens.quote(c.count.first, c.count.stop), c.count.value, c.count.unit)
        for c in found
        if c.kind == COUNT and c.count is not None
    ]


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("at least 12 Shia pilgrims were hurt", ("at least 12 Shia pilgrims", 12, "person")),
        ("five of those were hurt", ("five of those", 5, None)),
        (
            "six laboratory confirmed dengue cases",
            ("six laboratory confirmed dengue cases", 6, "person"),
        ),
        ("40 collapsed schools and", ("40 collapsed schools", 40, "building")),
        ("60 of the valley's 700 farmers died", ("60 of the valley's 700 farmers", 60, "person")),
        ("one of the guards was hurt", ("one of the guards", 1, "person")),
        ("dozens of civilians fled", ("dozens of civilians", None, "person")),
        ("a woman and her two children died", ("a woman and her two children", 3, "person")),
        ("an officer and a sergeant died", ("an officer and a sergeant", 2, "person")),
        ("a 14-year-old girl died", ("a 14-year-old girl", 1, "person")),
        ("12 evacuation routes", ("12 evacuation routes", 12, "routes")),
        ("40 displaced families left", ("40 displaced families", 40, "household")),
        ("a total of 21 homes burned", ("21 homes", 21, "building")),
        ("all 20 passengers died", ("20 passengers", 20, "person")),
        ("20 more were hurt", ("20 more", 20, None)),
        ("another 20 people died", ("another 20 people", 20, "person")),
        ("a further dozen were hurt", ("a further dozen", 12, None)),
        ("a final figure of 116 homes", ("116 homes", 116, "building")),
        ("13 deaths linked to the storm", ("13 deaths", 13, "person")),
        ("200 women and children left", ("200 women and children", 200, "person")),
        ("one male national clinic aide died", ("one male national clinic aide", 1, "person")),
        ("two Blue Star (BS) nurses died", ("two Blue Star (BS) nurses", 2, "person")),
        (
            "a 31-year-old woman and 24-year-old man died",
            ("a 31-year-old woman and 24-year-old man", 2, "person"),
        ),
        (
            "both the driver and his passenger died",
            ("both the driver and his passenger", 2, "person"),
        ),
        ("a father and his twin sons died", ("a father and his twin sons", 3, "person")),
        ("a baby and her parents died", ("a baby and her parents", 3, "person")),
        ("a clerk and his parents' cook died", ("a clerk", 1, "person")),
        ("twin girls and their aunt died", ("twin girls and their aunt", 3, "person")),
        ("two Red Cross workers died", ("two Red Cross workers", 2, "person")),
        ("a driver nearby died", ("a driver", 1, "person")),
        ("two badly burned children died", ("two badly burned children", 2, "person")),
        ("20 mostly elderly residents died", ("20 mostly elderly residents", 20, "person")),
        ("crossed the 100 mark", ("crossed the 100", 100, None)),
        ("seven Christian Copts died", ("seven Christian Copts", 7, "person")),
        ("a woman and child died", ("a woman and child", 2, "person")),
        ("an Egyptian was hurt", ("an Egyptian", 1, "person")),
        ("a retired police colonel died", ("a retired police colonel", 1, "person")),
        ("a young harpsichordist died", ("a young harpsichordist", 1, "person")),
        ("killing a guard and wounding another.", ("another", 1, None)),
    ],
)
def test_a_counted_group_ends_with_its_noun(
    text: str, group: tuple[str, object, str | None]
) -> None:
    assert group in counted(text)


def test_a_minor_injury_is_no_child() -> None:
    injuries, girls = extract("Three minor injuries were treated. Two minor girls were hurt.")
    assert injuries.groups == ()
    assert "child" in girls.groups


@pytest.mark.parametrize(
    "text",
    [
        "the driver died",
        "a truck hit a wall",
        "a group of friends left",
        "a passenger train left",
        "a tanker burned",
        "they wounded one another.",
    ],
)
def test_an_article_counts_one_person_only(text: str) -> None:
    assert counted(text) == []


def test_a_verb_group_tells_voice_tense_and_doubt() -> None:
    tokens, found = chunks("Ten men may have been killed.")
    verb = next(c for c in found if c.kind == VERB)
    assert tokens.quote(verb.first, verb.stop) == "may have been killed"
    assert verb.passive
    assert verb.modal
    assert verb.finite


def test_verbs_joined_by_and_are_one_group() -> None:
    tokens, found = chunks("Gunmen shot and killed two men.")
    verb = next(c for c in found if c.kind == VERB)
    assert tokens.quote(verb.first, verb.stop) == "shot and killed"


@given(
    st.lists(
        st.sampled_from(
            "12 two people a woman and her were killed ( ) , - of the in Kabul who died dead at least"
            " hundreds 's".split()
        ),
        max_size=25,
    )
)
def test_chunks_hold_every_token_once(words: list[str]) -> None:
    tokens, found = chunks(" ".join(words))
    at = 0
    for c in found:
        assert c.first == at
        assert c.stop > c.first
        at = c.stop
    assert at == len(tokens)


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("So far around 90 passengers have been injured.", ["around 90 passengers"]),
        ("Far more than 90 passengers were injured.", ["Far more than 90 passengers"]),
        ("Large numbers of people are missing.", ["Large numbers of people"]),
        ("The mayor gave the numbers of missing people.", []),
    ],
)
def test_what_belongs_to_a_count(text: str, quotes: list[str]) -> None:
    assert [f.quote for f in extract(text)] == quotes

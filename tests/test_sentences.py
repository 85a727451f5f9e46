"""Sentence splitting: where sentences end, where they do not, hard-wrapped text, paragraphs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.extraction.words.sentences import LONGEST, split
from figures.extraction.words.tokens import tokenize


def sentences(text: str) -> list[str]:
    return [text[s.start : s.end] for s in split(tokenize(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Gen. Omar Hall and Lt. Col. J. B. Reyes met Mrs. Diaz.",
        "The U.S. Navy said 3.5 tons arrived at 4 p.m. Friday.",
        "Route No. 7 was shut in Jan. 1998 near St. Anne.",
        'Four died, said Dr. Sosa of Acme Co. and "others" (see map).',
        "Who? asked one man; nobody answered.",
        "PORT HALE, Nov. 3 (Wire) -- Two boats sank.",
        "He waited ... and then ran.",
        "See www.example.org/a.b for more, e.g. the list.",
    ],
)
def test_one_sentence(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    "parts",
    [
        ["Two died.", "Three were hurt!", "Who fired?", "12 men fled."],
        ['"We saw six bodies."', "He left."],
        ["The bus burned (nobody was inside.)", "The driver ran."],
        ["It happened at 4 p.m.", "The police came late."],
        ["They flew to the U.S.", "The plane was full."],
        ["Homes fell.[4][5]", "Roads closed."],
        ["FOUR MEN DIED.", "THE ARMY SAID SO."],
        ["“Nine are missing.”", "‘Ten,’ said another."],
        ["The toll was 12.", "34 were hurt."],
    ],
)
def test_several_sentences(parts: list[str]) -> None:
    assert sentences(" ".join(parts)) == parts


def test_a_lost_space_does_not_join_sentences() -> None:
    assert sentences("Nine houses burned.The mayor wept.") == [
        "Nine houses burned.",
        "The mayor wept.",
    ]


def test_hard_wrapped_lines_go_on() -> None:
    text = (
        "A MILITARY TRUCK HIT A LAND MINE ON THE ROAD BETWEEN TWO VILLAGES\n"
        "IN THE NORTH OF THE COUNTRY. FOUR SOLDIERS WERE KILLED AND NINE OF\n"
        "THEIR COMRADES WERE TAKEN TO A FIELD HOSPITAL.\n\n"
        "   A SECOND TRUCK ESCAPED WITHOUT DAMAGE BECAUSE ITS DRIVER SAW THE\n"
        "WIRES IN TIME.\n"
    )
    found = split(tokenize(text))
    assert [s.paragraph for s in found] == [0, 0, 1]
    assert text[found[1].start : found[1].end].endswith("FIELD HOSPITAL.")


def test_an_indented_line_begins_a_paragraph_in_wrapped_text() -> None:
    text = (
        "Heavy rain fell on the coast for a third day and rivers burst their\n"
        "banks in four districts, cutting the main road and the railway line.\n"
        "    Officials said that nine people drowned and that many more were\n"
        "waiting on roofs for boats.\n"
    )
    assert [s.paragraph for s in split(tokenize(text))] == [0, 1]


def test_lines_of_their_own_are_sentences_of_their_own() -> None:
    text = "Storm kills five in Hale\nHALE - Five people died on Sunday.\nTwo are missing."
    assert sentences(text) == text.split("\n")
    assert [s.paragraph for s in split(tokenize(text))] == [0, 1, 2]


def test_bullets_and_blank_lines() -> None:
    text = "Key figures\n\n• 12 schools lost\n• 340 families moved\n\n1. Shelter is short. Eat."
    assert sentences(text) == [
        "Key figures",
        "• 12 schools lost",
        "• 340 families moved",
        "1. Shelter is short.",
        "Eat.",
    ]


def test_a_text_without_words_has_no_sentences() -> None:
    assert split(tokenize("")) == split(tokenize(" \n\n ")) == []


@given(st.text(alphabet="aB3 .!?\"'()[]\n-,•…", max_size=200))
def test_every_token_stands_in_exactly_one_sentence(text: str) -> None:
    tokens = tokenize(text)
    found = split(tokens)
    assert [i for s in found for i in range(s.first, s.stop)] == list(range(len(tokens)))
    assert all(s.start == tokens.starts[s.first] and s.first < s.stop for s in found)
    assert [s.paragraph for s in found] == sorted(s.paragraph for s in found)


def test_an_endless_sentence_is_cut() -> None:
    assert max(s.stop - s.first for s in split(tokenize("go " * 5000))) <= LONGEST

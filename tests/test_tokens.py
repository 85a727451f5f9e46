"""Tokens: spans into the stored text, folding that keeps the length, numbers with commas."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.extraction.words.tokens import fold, tokenize
from figures.lexicon import classes as c


@given(st.text(max_size=120))
def test_spans_are_words_of_the_text(text: str) -> None:
    tokens = tokenize(text)
    assert len(tokens.words) == len(tokens.starts) == len(tokens.ends) == len(tokens.classes)
    assert len(fold(text)) == len(text)
    for i, word in enumerate(tokens.words):
        assert tokens.folded[tokens.starts[i] : tokens.ends[i]] == word
    kept = "".join(tokens.words)
    assert kept == "".join(tokens.folded.split())  # nothing but space is left out


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("4-million", ["4", "-", "million"]),
        ("1,234.5", ["1,234.5"]),
        ("1,20,000", ["1,20,000"]),
        ("1.234,5", ["1.234,5"]),
        ("12,33", ["12", ",", "33"]),
        ("22,24,26", ["22", ",", "24", ",", "26"]),
        ("the U.S. army", ["the", "u.s.", "army"]),
        ("didn’t", ["didn't"]),
        ("the boys’ mother’s", ["the", "boys", "'", "mother", "'s"]),
        ("M23", ["m", "23"]),
        ("3.2.1", ["3.2.1"]),
        ("“No—one”", ['"', "no", "-", "one", '"']),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert tokenize(text).words == words


def test_breaks_tell_lines_from_paragraphs() -> None:
    assert tokenize("one\ntwo\n \n three  four").breaks == {1: 1, 2: 2}


def test_digits_of_other_scripts_are_digits_and_superscripts_are_not() -> None:
    tokens = tokenize("٤٢ ² ½")
    assert [bool(bits & c.DIGIT) for bits in tokens.classes] == [True, False, False]
    assert tokens.words[0] == "42"


@pytest.mark.parametrize(
    "unit", [" ", " [1]", "[1]", "1,234,", "'a", "a.", "1.", "\n", "(", "1,20,"]
)
def test_hostile_repeats_take_linear_time(unit: str) -> None:
    begun = time.process_time()
    tokenize(unit * 100_000)
    assert time.process_time() - begun < 5


def test_reference_marks_are_no_tokens() -> None:
    tokens = tokenize("Ten died,[3][nb 2] two in Cebu.[citation needed] See [4].")
    assert tokens.words == "ten died , two in cebu . see [ 4 ] .".split()
    assert [tokens.text[a:b] for a, b in tokens.marks] == ["[3][nb 2]", "[citation needed]"]
    # a space before it only at a line's end, where no word can follow
    assert tokenize("Deaths: 22 [1]\nHurt: 3 [4] ").words == "deaths : 22 hurt : 3".split()
    assert "5" in tokenize("It hurt 12 [5] in Cebu.").words


def test_a_text_may_end_with_an_opening_quotation_mark() -> None:
    from figures.extraction import extract

    assert [f.low for f in extract("Three men were killed, he said: «")] == [3]


def test_a_name_in_capitals_is_no_word_of_the_sentence() -> None:
    classes = tokenize("Two IS men met the WHO team, who left. It is late.").classes
    assert classes[1] == classes[5] == 0 != classes[8]
    assert tokenize("TOLL IS NINE, police said").classes[1]

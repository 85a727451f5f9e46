"""Markdown: the words are the text; the marks that dress them, and the lines at the head, are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import figures
from figures.model import Document
from figures.reading import read_again, read_bytes

HEAD = """---
title: "Shelling in Lesk"
date: 2024-05-13
sitename: Orda Monitor
url: https://monitor.example/lesk
tags: [war, aid]
---

"""


def read(text: str) -> Document:
    [document] = read_bytes(text.encode(), "a.md")
    assert isinstance(document, Document)
    return document


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("**At least 12** were killed", "At least 12 were killed"),
        ("***Twelve** were* killed", "Twelve were killed"),
        ("__12__ killed, _5_ hurt", "12 killed, 5 hurt"),
        ("shelling of [Lesk](https://a.example/x_(y) 'Lesk') on", "shelling of Lesk on"),
        ("see [the list][1].\n\n[1]: https://a.example/list\n", "see the list.\n\n"),
        ("![A map](map.png)Nine died[^2].", "Nine died."),
        ("> He said nine died.\n> Nobody was hurt.", "He said nine died.\nNobody was hurt."),
        ("Intro.\n\n## Toll ##\n\nNine died.", "Intro.\n\nToll\n\nNine died."),
        ("Nine died.<!-- 12 in the draft -->", "Nine died."),
        (r"about 1\.5 million, \~30", "about 1.5 million, ~30"),
    ],
)
def test_marks_go_and_words_stay(marked: str, plain: str) -> None:
    assert read(marked).text == plain


@pytest.mark.parametrize(
    "text",
    [
        "* 12 killed\n* 5 hurt\n",
        "12 killed*, 5 hurt\n\n* not confirmed",
        "5 * 3 * 2",
        "a file_name_here",
        "| Killed | 12 |\n|---|---|\n| Hurt | 5 |",
        "- one\n---\n- two",
        "#hashtag",
        "12 [sic] people",
    ],
)
def test_what_is_no_mark_stays(text: str) -> None:
    assert read(text).text == text


def test_lines_at_the_head_tell_of_the_text_and_are_none_of_it() -> None:
    document = read(HEAD + "**38 people** were killed in Lesk on Saturday.\n")
    assert document.text == "38 people were killed in Lesk on Saturday.\n"
    assert (document.title, document.publisher) == ("Shelling in Lesk", "Orda Monitor")
    assert (document.published_on, document.url) == ("2024-05-13", "https://monitor.example/lesk")
    assert read_again(document) == document


def test_a_first_heading_is_the_title() -> None:
    document = read("# Ferry *Sonja* sinks\n\nNine people drowned.\n")
    assert (document.title, document.text) == ("Ferry Sonja sinks", "Nine people drowned.\n")
    assert read("## Summary\n\nNine people drowned.\n").title is None


def test_a_rule_at_the_top_is_no_head() -> None:
    assert read("---\n\nNine people drowned.\n").text == "---\n\nNine people drowned.\n"


def test_a_dressed_place_is_nobody() -> None:
    text = read("At least **38 people** were killed in shelling of [Lesk](https://a.example).").text
    assert [figure.quote for figure in figures.extract(text)] == ["At least 38 people"]


@given(st.text(alphabet="*_[]()`!#>-: \n\\a1", max_size=300))
def test_whatever_is_marked_is_read_and_read_again(text: str) -> None:
    for part in read_bytes(text.encode() or b"a", "a.md"):
        assert not isinstance(part, Document) or read_again(part) == part


def test_marks_without_end_take_no_longer_than_their_length() -> None:
    for mark in ("*a", "_a ", "[a", "![a](", "<!--", "> ", "`a", "---\n", "# "):
        read_bytes((mark * (400_000 // len(mark))).encode(), "a.md")

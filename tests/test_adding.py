"""Counts of one sentence that add up to a total told in it or before it."""

from __future__ import annotations

from figures.extraction import extract


def test_the_last_count_may_say_that_it_is_the_sum() -> None:
    text = "Some 81 were wounded in Lesk, 79 in Orda and three in Hale, totalling 163 wounded."
    *parts, whole = extract(text)
    assert [f.part_of for f in parts] == [whole.id] * 3
    assert whole.value == 163
    assert whole.part_of is None


def test_two_may_be_told_to_be_one_and_one() -> None:
    whole, *parts = extract("The two survivors rescued were one man and one woman.")
    assert [f.part_of for f in parts] == [whole.id, whole.id]


def test_without_such_a_word_it_is_one_more() -> None:
    text = "Some 81 were wounded in Lesk, 79 in Orda and 160 wounded in Hale."
    assert [f.part_of for f in extract(text)] == [None] * 3


def test_one_who_died_by_his_own_hand_is_no_part_of_those_he_killed() -> None:
    found = extract("A man shot dead a clerk and a guard before killing himself.")
    assert [f.part_of for f in found] == [None] * len(found)

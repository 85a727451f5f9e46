"""How two claims relate: each of the seven rules, and what must hold for any two claims."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from told import claim

from figures.comparison.codebooks import codebook, widened
from figures.comparison.relations import Claimed, Relation, relate
from figures.comparison.sources import speaker
from figures.model import Claim

BOOK = codebook("default")


def judged(one: Claim, other: Claim, category: str = "killed", who: tuple[str | None, str | None] = (None, None),
           groups: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset()),
           marked: str | None = None) -> Relation:  # fmt: skip
    sides = [
        Claimed(c, category, tuple(s for s in (speaker(w, None),) if s), g)
        for c, w, g in zip((one, other), who, groups, strict=True)
    ]
    return relate(replace(sides[0], marked=marked), sides[1], "UA", BOOK)


MONDAY, TUESDAY = {"first_said_at": "2022-03-28"}, {"first_said_at": "2022-03-29"}


@pytest.mark.parametrize(
    "other",
    [
        {"share": "part"},
        {"share": "addition"},
        {"status": "feared"},
        {"basis": "projected"},
        {"stock_or_flow": "stock"},
    ],
)
def test_what_counts_otherwise_is_not_comparable(other: dict[str, str]) -> None:
    assert judged(claim(20), claim(20, **other)).relation == "not_comparable"


def test_persons_told_one_by_one_may_be_some_of_any_number() -> None:
    one, many = Claimed(claim(1), "injured", singly=True), Claimed(claim(200, 999), "injured")
    assert relate(one, many, "UA", BOOK).relation == "compatible"
    assert relate(many, one, "UA", BOOK).relation == "compatible"
    assert relate(replace(one, singly=False), many, "UA", BOOK).relation == "conflict"
    two = Claimed(claim(2), "injured", singly=True)
    assert relate(two, Claimed(claim(1), "injured"), "UA", BOOK).relation == "conflict"


def test_the_same_bounds_agree_whatever_the_date() -> None:
    assert judged(claim(12, **MONDAY), claim(12, **TUESDAY)).relation == "agree"


def test_a_count_that_the_text_calls_outdated_is_revised() -> None:
    found = judged(claim(7), claim(12), marked="superseded")
    assert (found.relation, found.kind) == ("revision", "rise")
    found = judged(claim(20), claim(12), marked="retracted")
    assert (found.relation, found.kind) == ("revision", "correction")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (claim(100), claim(100, qualifier="at_least")),
        (claim(None, 137, "nearly"), claim(137)),
        (claim(30, qualifier="about"), claim(33)),
        (claim(60, qualifier="more_than"), claim(62)),
        (claim(24, 99, "vague"), claim(34)),
        (claim(31_000), claim(31_777, qualifier="at_least")),
    ],
)
def test_one_number_or_a_rounding_is_compatible(one: Claim, other: Claim) -> None:
    dated = replace(one, **MONDAY), replace(other, **TUESDAY)
    assert judged(*dated).relation == "compatible"


def test_a_later_higher_count_is_a_rise() -> None:
    found = judged(claim(12, **MONDAY), claim(35, **TUESDAY))
    assert (found.relation, found.kind) == ("revision", "rise")


def test_another_party_revises_by_at_most_half() -> None:
    parties = ("police", "residents")
    assert judged(claim(20, **MONDAY), claim(30, **TUESDAY), who=parties).relation == "revision"
    assert judged(claim(20, **MONDAY), claim(31, **TUESDAY), who=parties).relation == "conflict"


def test_only_the_same_party_lowers_its_dead() -> None:
    dated = claim(288, **MONDAY), claim(275, **TUESDAY)
    assert judged(*dated, who=("the ministry", "the governor")).kind == "fall"
    assert judged(*dated, who=("the ministry", "witnesses")).kind == "contradiction"


def test_the_missing_may_grow_fewer_whoever_says_so() -> None:
    found = judged(claim(40, **MONDAY), claim(11, **TUESDAY), category="missing")
    assert (found.relation, found.kind) == ("revision", "fall")


def test_times_of_one_day_are_told_apart_and_days_without_times_are_not() -> None:
    early, late = {"first_said_at": "2022-03-30T08:00"}, {"first_said_at": "2022-03-30T17:30"}
    assert judged(claim(12, **early), claim(15, **late)).relation == "revision"
    same = judged(claim(20, **MONDAY), claim(33, **MONDAY))
    assert (same.relation, same.kind) == ("conflict", "order_unknown")


def test_an_undated_claim_never_revises() -> None:
    found = judged(claim(20), claim(33, **TUESDAY))
    assert (found.relation, found.kind) == ("conflict", "order_unknown")
    assert "no date" in found.reason


def test_open_counts_that_can_both_hold_are_compatible() -> None:
    assert judged(claim(12, qualifier="at_least"), claim(17)).relation == "compatible"
    assert judged(claim(12, qualifier="at_least"), claim(40)).relation == "conflict"


def test_a_count_a_hundred_times_the_other_is_no_update_of_one_day() -> None:
    same = {"who": ("police", "police")}
    found = judged(claim(300, **MONDAY), claim(300_000, **MONDAY), **same)
    assert (found.relation, found.kind) == ("conflict", "contradiction")
    assert judged(claim(300), claim(300_000)).kind == "contradiction"
    assert judged(claim(300, **MONDAY), claim(900, **MONDAY), **same).kind == "rise"
    assert judged(claim(300, **MONDAY), claim(300_000, **TUESDAY), **same).kind == "rise"


def test_bodies_found_are_a_floor_for_other_counts() -> None:
    assert judged(claim(23, basis="bodies_found"), claim(30)).relation == "compatible"
    assert judged(claim(23, basis="bodies_found"), claim(300)).relation == "compatible"
    assert judged(claim(23, basis="confirmed"), claim(300)).relation == "conflict"
    assert (
        judged(claim(23, basis="bodies_found"), claim(30, basis="bodies_found")).relation
        == "conflict"
    )


def test_sides_at_war_do_not_revise_each_other() -> None:
    dated = claim(10, **MONDAY), claim(14, **TUESDAY)
    assert judged(*dated, who=("Russian officials", "the Ukrainian army")).kind == "opposing_sides"
    civilians, fighters = frozenset(("civilian",)), frozenset(("combatant",))
    assert judged(*dated, groups=(civilians, fighters)).kind == "opposing_sides"


def test_a_sum_that_does_not_fit_its_total_is_arithmetic() -> None:
    dated = claim(9, how="summed", **TUESDAY), claim(14, **MONDAY)
    assert judged(*dated).kind == "arithmetic"


NUMBERS = st.one_of(st.none(), st.integers(0, 400))
CLAIMS = st.builds(
    lambda bounds, qualifier, said, share, status: claim(
        *bounds, qualifier=qualifier, first_said_at=said, share=share, status=status
    ),
    st.tuples(NUMBERS, NUMBERS).filter(lambda b: b != (None, None) and (None in b or b[0] <= b[1])),
    st.sampled_from(("range", "vague", "at_least", "more_than", "up_to", "nearly")),
    st.sampled_from(
        (None, "2022-03-28", "2022-03-29", "2022-03-29T10:00", "2022-03-29T12:00+03:00")
    ),
    st.sampled_from(("whole", "part")),
    st.sampled_from(("asserted", "feared")),
)
WHO = st.tuples(*[st.sampled_from((None, "police", "witnesses", "Russian officials", "Kyiv"))] * 2)


@given(CLAIMS, CLAIMS, WHO)
def test_the_order_of_the_two_never_matters(
    one: Claim, other: Claim, who: tuple[str | None, str | None]
) -> None:
    assert judged(one, other, who=who) == judged(other, one, who=who[::-1])


@given(CLAIMS, CLAIMS, WHO)
def test_a_revision_says_which_claim_it_leaves_behind(
    one: Claim, other: Claim, who: tuple[str | None, str | None]
) -> None:
    found = judged(one, other, who=who)
    assert (found.older in (one.id, other.id)) == (found.relation == "revision")
    assert found.reason.endswith(".")
    assert found.kind in {
        "revision": ("rise", "fall", "correction"),
        "conflict": ("contradiction", "order_unknown", "opposing_sides", "arithmetic"),
    }.get(found.relation, ("",))


@given(st.integers(0, 10**9), st.sampled_from(sorted(BOOK.widen)))
def test_widening_never_narrows(number: int, qualifier: str) -> None:
    low, high = widened(number, number, qualifier, BOOK)
    assert low is not None
    assert high is not None
    assert 0 <= low <= number <= high


@pytest.mark.parametrize(
    ("one", "other", "says"),
    [
        (claim(40), claim(278), "40 and 278 cannot both hold"),
        (claim(40, None, "at_least"), claim(278), "at least 40 and 278 are too far apart"),
        (claim(None, 900, "nearly"), claim(20), "nearly 900 and 20 are too far apart"),
        (claim(278, None, "at_least"), claim(40), "at least 278 and 40 cannot both hold"),
    ],
)
def test_a_conflict_says_no_more_than_the_words_allow(one: Claim, other: Claim, says: str) -> None:
    found = judged(one, other)
    assert found.relation == "conflict"
    assert set(found.reason.replace(",", "").split()) >= set(says.split())

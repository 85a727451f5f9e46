"""What people's rulings on a figure come to: who holds what, who seconds whom, who disagrees."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.comparison.standing import Standing, position, standings
from figures.model import Ruling

WAS = {"low": 20, "high": 20}


def said(by: str, ruling: str, id: str = "", of: str = "", **change: Any) -> Ruling:
    return Ruling(
        id or f"{by}-{ruling}", "2024", by, "figure", (), ruling, set=change, was=WAS, of=of
    )


def standing(*rulings: Ruling) -> Standing:
    return standings(("f", ruling) for ruling in rulings)["f"]


def test_a_figure_without_rulings_has_no_standing() -> None:
    assert standings([]) == {}


@pytest.mark.parametrize(
    ("ruling", "state"), [("confirm", "read"), ("reject", "read"), ("unsure", "unsure")]
)
def test_one_person_reads(ruling: str, state: str) -> None:
    found = standing(said("Ana", ruling))
    assert (found.state, found.people, found.contested) == (state, ("Ana",), False)


def test_a_second_person_seconds_and_the_ruling_itself_stands() -> None:
    first = said("Ana", "correct", low=21)
    found = standing(first, said("Ben", "second", of=first.id))
    assert (found.ruling, found.state) == (first, "seconded")
    assert found.people == ("Ana", "Ben")


def test_who_seconds_what_they_said_themselves_seconds_nothing() -> None:
    first = said("Ana Ruiz", "confirm")
    found = standing(first, said(" ana  ruiz", "second", of=first.id))
    assert (found.state, found.people) == ("read", ("Ana Ruiz",))


def test_two_people_who_say_the_same_by_themselves_hold_it_together() -> None:
    assert standing(said("Ana", "confirm"), said("Ben", "confirm")).state == "seconded"
    same = standing(said("Ana", "correct", low=19), said("Ben", "correct", low=19, high=20))
    assert same.state == "seconded", "to set what was read already changes nothing"


def test_two_people_who_hold_different_things_contest_a_figure() -> None:
    found = standing(said("Ana", "correct", low=19), said("Ben", "confirm"))
    assert (found.ruling.by, found.state, found.contested) == ("Ben", "read", True)


def test_a_person_who_gives_in_ends_the_contest() -> None:
    ana, ben = said("Ana", "correct", low=19), said("Ben", "reject")
    found = standing(ana, ben, said("Ana", "second", id="3", of=ben.id))
    assert (found.ruling, found.state, found.contested) == (ben, "seconded", False)


def test_a_third_person_seconds_the_first_over_the_second() -> None:
    ana, ben = said("Ana", "correct", low=19), said("Ben", "reject")
    found = standing(ana, ben, said("Cleo", "second", of=ana.id))
    assert (found.ruling, found.people, found.contested) == (ana, ("Ana", "Cleo"), True)


def test_to_second_a_second_is_to_hold_the_ruling() -> None:
    ana = said("Ana", "correct", low=19)
    ben = said("Ben", "second", of=ana.id)
    found = standing(ana, ben, said("Cleo", "second", of=ben.id))
    assert (found.ruling, found.people) == (ana, ("Ana", "Ben", "Cleo"))


def test_who_is_unsure_contests_nothing_but_leaves_it_open() -> None:
    assert not standing(said("Ana", "unsure"), said("Ben", "confirm")).contested
    found = standing(said("Ben", "confirm"), said("Ana", "unsure"))
    assert (found.state, found.contested) == ("unsure", False)


def test_a_second_of_a_ruling_that_is_not_there_is_passed_over() -> None:
    assert standings([("f", said("Ben", "second", of="gone"))]) == {}


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["Ana", "Ben", "Cleo"]),
            st.sampled_from(["confirm", "correct", "reject", "unsure", "second"]),
            st.integers(18, 21),
            st.integers(0, 9),
        ),
        max_size=10,
    )
)
def test_whatever_people_say_what_stands_is_held_by_whom_it_says(told: list[Any]) -> None:
    rulings = [
        said(by, kind, str(n), of=str(of) if kind == "second" else "",
             **({"low": low} if kind == "correct" else {}))
        for n, (by, kind, low, of) in enumerate(told)
    ]  # fmt: skip
    found = standings(("f", ruling) for ruling in rulings).get("f")
    if found is None:
        assert all(r.ruling == "second" for r in rulings)
        return
    assert found.ruling in rulings
    assert found.ruling.ruling != "second"
    assert len(set(found.people)) == len(found.people) >= 1
    assert (found.state == "seconded") == (
        len(found.people) > 1 and found.ruling.ruling != "unsure"
    )
    if len({position(r) for r in rulings if r.ruling not in ("second", "unsure")}) <= 1:
        assert not found.contested

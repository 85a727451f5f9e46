"""What lies in what, and what overlaps."""

from __future__ import annotations

from dataclasses import replace

import pytest

from figures.comparison.extents import Extent, Extents, read
from figures.comparison.places import Where

DARFUR = Where("North Darfur", "North Darfur", "SD", 15.0, 25.0, "admin1", "g:nd")
FASHER = Where("El Fasher", "North Darfur", "SD", 13.63, 25.35, "city", "g:ef")
PORT = Where("Port Sudan", "Red Sea", "SD", 19.6, 37.2, "city", "g:ps")
SUDAN = Where("Sudan", None, "SD", 15.0, 30.0, "country", "g:sd")

STRIKE = Extent(False, "shelling", (103, 103), FASHER, 20)
OFFENSIVE = Extent(False, "shelling", (100, 110), DARFUR, 300)
WAR = Extent(True, "", (0, 200), SUDAN, 15000)


def lying(**known: Extent) -> dict[str, str | None]:
    extents = Extents(known)
    return {i: extents.inside(i) for i in known}


def test_a_strike_lies_in_the_offensive_and_the_offensive_in_the_war() -> None:
    assert lying(strike=STRIKE, offensive=OFFENSIVE, war=WAR) == {
        "strike": "offensive",
        "offensive": "war",
        "war": None,
    }


@pytest.mark.parametrize(
    "other",
    [
        replace(OFFENSIVE, days=(104, 110)),  # later
        replace(OFFENSIVE, most=20),  # of no more people
        replace(OFFENSIVE, kind="flood"),
        replace(OFFENSIVE, kind=""),
        replace(OFFENSIVE, place=None),
        replace(OFFENSIVE, days=None),
        replace(OFFENSIVE, days=(90, 190)),  # too long to be one incident
        replace(OFFENSIVE, place=PORT),
        replace(OFFENSIVE, place=FASHER),
    ],
)
def test_it_lies_in_nothing_else(other: Extent) -> None:
    assert lying(strike=STRIKE, other=other)["strike"] is None


def test_nothing_lies_in_a_running_count_of_people_who_moved() -> None:
    assert lying(strike=STRIKE, refugees=replace(WAR, most=0))["strike"] is None


def test_of_several_the_narrowest_holds() -> None:
    country = replace(OFFENSIVE, place=SUDAN, most=900)
    day = replace(OFFENSIVE, days=(103, 103), most=60)
    assert lying(strike=STRIKE, country=country, week=OFFENSIVE, day=day)["strike"] == "day"


def test_incidents_that_share_some_days_overlap_on_both_sides() -> None:
    raid = replace(STRIKE, days=(108, 113))
    extents = Extents({"offensive": OFFENSIVE, "raid": raid, "strike": STRIKE, "war": WAR})
    assert list(extents.overlapping("raid")) == ["offensive"]
    assert list(extents.overlapping("offensive")) == ["raid"]
    assert list(extents.overlapping("strike")) == []
    assert list(extents.overlapping("war")) == []


def test_an_extent_comes_back_from_json() -> None:
    import json

    for one in (STRIKE, WAR, replace(STRIKE, place=None, days=None)):
        assert read(json.loads(json.dumps(one.told()))) == one

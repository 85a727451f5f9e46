"""What incidents are called: their kind or what they count, their place with its country, their days."""

from __future__ import annotations

from typing import Any

import pytest
from told import document, figure

from figures.comparison.accounts import accounts
from figures.comparison.incidents import incident
from figures.model import Incident

KYIV = {
    "place": "Kyiv", "place_name": "Kyiv", "country": "UA", "latitude": 50.45, "longitude": 30.52,
    "place_precision": "city", "gazetteer_id": "g:kyiv",
}  # fmt: skip


def told_in(text: str, category: str = "killed", **fields: Any) -> Incident:
    """The one incident of a report of this sentence."""
    one = figure(
        40,
        category=category,
        sentence=text,
        sentence_start=0,
        sentence_end=len(text),
        **KYIV,
        **fields,
    )
    return incident(accounts(document("a", text, "2022-04-02"), [one]))


def days(earliest: str, latest: str) -> dict[str, str]:
    precision = "day" if earliest == latest else "range"
    return {"earliest": earliest, "latest": latest, "date_precision": precision}


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (days("2022-03-06", "2022-03-06"), "Strike or shelling, Kyiv, Ukraine, 6 March 2022"),
        (days("2022-03-06", "2022-03-07"), "Strike or shelling, Kyiv, Ukraine, 6 to 7 March 2022"),
        (days("2022-03-01", "2022-03-31"), "Strike or shelling, Kyiv, Ukraine, March 2022"),
        ({}, "Strike or shelling, Kyiv, Ukraine"),
    ],
)
def test_an_incident_is_named_by_kind_place_country_and_days(
    when: dict[str, str], words: str
) -> None:
    assert told_in("A missile hit the granary in Kyiv.", **when).label == words


def test_a_name_alone_speaks_for_the_place_that_another_report_finds() -> None:
    far = KYIV | {"place": "Orda", "place_name": "Orda", "latitude": 46.5, "gazetteer_id": "g:orda"}
    bare = {"place": "Kyiv"}
    text = "A ferry sank and 40 people drowned."
    members = [
        account
        for name, fields in (("a", far), ("b", KYIV), ("c", bare))
        for account in accounts(
            document(name, text, "2022-04-02"),
            [figure(40, sentence=text, sentence_start=0, **fields)],
        )
    ]
    assert incident(sorted(members, key=lambda a: a.id)).place == "Kyiv"


def test_camps_that_opened_are_no_shooting() -> None:
    opened = told_in(
        "40 people died in the flood and 12 camps opened.", **days("2022-03-06", "2022-03-06")
    )
    assert opened.kind == "flood"
    fired = told_in("Guards opened fire and 40 died.", **days("2022-03-06", "2022-03-06"))
    assert fired.kind == "shooting"
    assert told_in("40 died. 12 camps opened.").kind == ""


def test_a_running_count_of_those_who_moved_is_named_after_them_and_not_after_an_event() -> None:
    text = "The trains that run past the wreck are full: 40 have come back since March."
    moved = told_in(text, "returned", scope="cumulative")
    assert (moved.label, moved.kind) == ("Returned: running count, Kyiv, Ukraine", "")
    assert "crash" not in moved.why
    dead = told_in("Cholera has killed 40 since March.", scope="cumulative")
    assert (dead.label, dead.kind) == ("Epidemic: running count, Kyiv, Ukraine", "epidemic")

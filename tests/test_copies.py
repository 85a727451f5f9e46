"""Copies of one wording and later texts under one address."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st
from told import compared, document

from figures.comparison.copies import copied, replacements, runs, version
from figures.model import Document

WIRE = (
    "Lorvik harbour police said on Monday that a ferry with forty passengers had run aground on the reef "
    "north of the town. Divers brought eleven survivors ashore before dark, and the coast guard went on "
    "looking for the rest through the night with two cutters and a borrowed helicopter."
)
OTHER = (
    "A committee of farmers in the upper valley has voted to open the sluices a month early this spring, "
    "after three dry years left the terraces bare and the herds short of grass, its chairwoman told a "
    "crowd in the market hall, many of whom had walked for hours to hear her."
)


def copies(*reports: Document) -> Mapping[str, str | None]:
    return compared(*reports).copy_of


def test_wire_copy_is_a_copy_of_the_earliest() -> None:
    first = document("a", WIRE, "2024-05-06")
    shorter = document("b", WIRE.rsplit(",", 1)[0] + ".", "2024-05-07")
    framed = document("c", "LORVIK (Wire) - " + WIRE.upper() + " More follows.", "2024-05-08")
    other = document("d", OTHER, "2024-05-08")
    for order in permutations((first, shorter, framed, other)):
        assert copies(*order) == {shorter.id: first.id, framed.id: first.id}


def test_a_form_filled_in_anew_weeks_later_is_no_copy() -> None:
    first, later = document("a", WIRE, "2024-05-06"), document("b", WIRE + " So.", "2024-05-30")
    undated = document("c", WIRE + " Thus.")
    assert copies(first, later) == {}
    assert copies(first, undated) == {undated.id: first.id}


def test_versions_of_one_text_replace_and_are_no_copies() -> None:
    old = document("x", WIRE, "2024-05-06", url="https://news.example/1")
    new = document("y", WIRE + " Two more were found.", "2024-05-07", url="https://news.example/1")
    newest = document(
        "z", WIRE + " The search is over.", "2024-05-09", url="https://news.example/1"
    )
    assert copies(old, new, newest) == {}
    assert replacements(map(version, [newest, old, new])) == {new.id: old.id, newest.id: new.id}


def test_undated_texts_and_texts_of_one_day_replace_nothing() -> None:
    one, other = document("x", WIRE, "2024-05-06"), document("x", OTHER, "2024-05-06")
    never = document("x", "Never dated.")
    assert replacements(map(version, [one, other, never])) == {}


def test_parts_of_one_text_do_not_replace_each_other() -> None:
    address = {"url": "https://news.example/long"}
    first, second = (
        document("long", WIRE, "2024-05-06", **address),
        document("long#2", OTHER, "2024-05-07", **address),
    )
    assert replacements(map(version, [first, second])) == {}


def test_short_texts_are_copies_only_word_for_word() -> None:
    assert copied(runs("Nine people died in the mine."), runs("NINE people died in the mine!"))
    assert not copied(runs("Nine people died in the mine."), runs("Ten people died in the mine."))


@given(st.text(max_size=300), st.text(max_size=300))
def test_copying_is_symmetric_and_every_text_copies_itself(one: str, other: str) -> None:
    assert copied(runs(one), runs(one))
    assert copied(runs(one), runs(other)) == copied(runs(other), runs(one))


def test_texts_that_credit_one_agency_are_one_source() -> None:
    told = "A missile hit the granary of Odesa on Monday, killing 12 people"
    reports = [
        document(
            "a", f"ODESA, May 6 (Reuters) - {told}.", "2024-05-06", publisher="The Oster Post"
        ),
        document(
            "b",
            f"{told}. Dockers ran for the cellars of the harbour office.",
            "2024-05-06",
            publisher="Reuters",
        ),
        document(
            "c",
            f"{told}. Windows broke as far away as the opera.",
            "2024-05-06",
            publisher="Lesk Daily",
        ),
    ]
    (toll,) = compared(*reports).tolls
    assert (toll.documents, toll.sources_low) == (3, 2)

"""Sentences put together of a subject, an aside and a verb: whatever stands between, the same toll is read."""

from __future__ import annotations

from itertools import product

import pytest

from figures.extraction import extract_document
from figures.extraction.tally.toll import tally
from figures.model import Document

EIGHT = (
    "eight people", "at least eight people", "eight civilians", "eight of the passengers", "a total of eight people",
    "eight members of one family", "as many as eight miners",
)  # fmt: skip
PARTS = (
    "", ", including three children", ", including three children and a nurse",
    ", including two guards, a cook and a boy", ", including two guards, a cook, and a boy",
    ", including a baby of four months", ", including a pregnant woman and her two children",
    ", including Ana Ruiz, a nurse", ", including at least three children", ", including women and children",
    ", including three under the age of five", ", including the driver", ", including four clerks and the cook",
    ", among them three children", ", most of them women", ", mostly women and children", ", all of them civilians",
    ", three of them children", ", one of them a nurse", ", two of whom were children", ", some of them children",
    ", half of them children", ", nearly all of them women", ", five men and three women",
    " (including three children)", " (three children and five women)", " (three of them children)",
    " – among them three children –",
)  # fmt: skip
CLAUSES = (
    " in Lesk", " on Monday", ", police said,", ", according to police,", " from one village", " in two villages",
    ", aged between 3 and 60,", " travelling in a bus", " waiting for flour", " who had fled the fighting",
    " who had taken shelter in a school", ", who had fled the fighting,", ", both locals and visitors,",
)  # fmt: skip
DIED = (
    "were killed.", "have been killed.", "died.", "lost their lives.", "were shot dead.", "are confirmed dead.",
    "were reported killed.", "have died in floods.", "are believed to have died.", "drowned when a boat capsized.",
    "were killed and 12 injured.", "were killed and 12 others were injured.", "died and 12 others were hospitalised.",
    "were killed and at least 12 wounded in the blast.", "were killed, and 12 were hurt, in the raid.",
    "lost their lives while 12 others sustained injuries.",
)  # fmt: skip
WHOLE = {  # "{}" is the group with its parts, and the comma that ends them where more follows
    "A blast left {} dead.": {"killed": 8},
    "A blast in Lesk left {} dead and 12 injured.": {"killed": 8, "injured": 12},
    "A blast killed {} and injured 12 others.": {"killed": 8, "injured": 12},
    "The storm killed {} and 12 are missing.": {"killed": 8, "missing": 12},
    "The quake hit Lesk, killing {} and leaving 12 missing.": {"killed": 8, "missing": 12},
    "The deaths of {} shocked Lesk.": {"killed": 8},
    "The bodies of {} were found.": {"killed": 8},
    "Police said {} were killed and 12 injured.": {"killed": 8, "injured": 12},
    "The ministry said that {} had died and that 12 were in hospital.": {
        "killed": 8,
        "injured": 12,
    },
    "A court heard that {} were killed in the fire.": {"killed": 8},
    "Flooding has so far killed {} and forced 4,500 to flee.": {"killed": 8, "displaced": 4500},
    "In Lesk {} were killed on the spot, and two more died in hospital.": {"killed": 10},
    "On Monday {} were killed and their bodies burned.": {"killed": 8},
    "On Monday {} were injured and 12 killed.": {"killed": 12, "injured": 8},
    "After the flood {} are missing and 12 are dead.": {"killed": 12, "missing": 8},
    "On Monday {} were rescued and 12 bodies were recovered.": {"rescued": 8, "killed": 12},
    "On Monday {} were abducted by gunmen.": {"abducted": 8},
    "On Monday {} were arrested.": {"detained": 8},
    "On Monday {} were evacuated.": {"evacuated": 8},
    "On Monday {} fled their homes.": {"displaced": 8},
    "On Monday {} were wounded, two of them critically.": {"injured": 8},
    "On Monday {} have been released by the rebels.": {"freed": 8},
    "At the mine {} are trapped underground.": {"trapped": 8},
}


def toll(text: str) -> dict[str, float]:
    return {t.category: t.best for t in tally(extract_document(Document("a", text)))}


def closed(aside: str) -> str:
    """The aside with the comma that ends it."""
    return aside + "," if aside.startswith(", ") and not aside.endswith(",") else aside


@pytest.mark.parametrize("aside", [*map(closed, PARTS), *CLAUSES])
def test_what_stands_between_those_who_died_and_the_verb_changes_no_toll(aside: str) -> None:
    for n, died in enumerate(DIED):
        text = f"{EIGHT[n % len(EIGHT)].capitalize()}{aside} {died}"
        told = toll(text)
        assert (told.get("killed"), told.get("injured")) == (8, 12 if "12" in died else None), text


@pytest.mark.parametrize(("sentence", "expected"), WHOLE.items())
def test_a_group_with_its_parts_counts_once_in_every_place(
    sentence: str, expected: dict[str, float]
) -> None:
    for part, eight in product(PARTS, EIGHT):
        text = sentence.format(eight + closed(part))
        told = toll(text)
        assert {category: told.get(category) for category in expected} == expected, text


SPOKE = (
    ", {} said.", ", {} told reporters.", ", {} said on Monday.", ", said {}.", ", {} told local television in Lesk.",
)  # fmt: skip
SPEAKERS = (
    "Ada Renn", "Ada Renn, the mayor of Lesk,", "Ada Renn, a spokeswoman for the ministry,", "the mayor, Ada Renn,",
    "Dr Omar Belkin, who heads the hospital,", "Ada Renn, mayor of Lesk and head of its council,", "police",
    "spokeswoman Ada Renn", "a hospital doctor", "an official who asked not to be named", "the ministry", "a nurse",
    "Omar Belkin, health minister in the eastern administration,", "Ada Renn of the Red Cross",
    "the mission's head and chief of operations in Lesk, Ada Renn,",
)  # fmt: skip
TOLD = {
    "At least 40 people were killed": {"killed": 40},
    "At least 40 people were killed and 12 injured": {"killed": 40, "injured": 12},
    "A blast left 40 dead and 12 wounded": {"killed": 40, "injured": 12},
    "As many as 600 people are missing": {"missing": 600},
    "The death toll in the crash has reached 40": {"killed": 40},
    "The number of injured rose to 12": {"injured": 12},
    "The storm killed 40 people, three of them children": {"killed": 40},
    "The bodies of 40 people were found": {"killed": 40},
    "The fire destroyed 90 houses and killed a boy": {"buildings_destroyed": 90, "killed": 1},
}


@pytest.mark.parametrize(("clause", "expected"), TOLD.items())
def test_who_speaks_is_none_of_the_victims(clause: str, expected: dict[str, float]) -> None:
    for speaker, spoke in product(SPEAKERS, SPOKE):
        said = speaker.rstrip(",") if spoke.startswith(", said") else speaker
        text = clause + spoke.format(said)
        extraction = extract_document(Document("a", text))
        assert {t.category: t.best for t in tally(extraction)} == expected, text
        people = [f.quote for f in extraction.figures if f.quote in text[len(clause) :]]
        assert people == [], text


@pytest.mark.parametrize("passing", [", Reuters reported, citing {}.", ", AFP said, quoting {}."])
def test_who_is_cited_is_none_of_the_victims(passing: str) -> None:
    for clause, expected in TOLD.items():
        for who in (
            "an official",
            "a hospital doctor",
            "police",
            "a nurse at the clinic",
            "Ada Renn",
        ):
            text = clause + passing.format(who)
            assert toll(text) == expected, text

"""Phrases of categories: classes of nouns in them, and verbs whose particle stands behind the object."""

import pytest

from figures.extraction import extract

READ = [
    ("Ambulances rushed 40 pupils to a nearby field hospital.", "injured", "40 pupils"),
    ("Eleven cooks were taken by helicopter to a burns unit.", "injured", "Eleven cooks"),
    ("Six divers suffered severe head injuries.", "injured", "Six divers"),
    ("Raiders set three mills and a barn on fire.", "buildings_destroyed", "three mills"),
    ("The army forced 900 farmers from their homes.", "displaced", "900 farmers"),
    ("Some 70 families are living in a makeshift camp.", "sheltered", "Some 70 families"),
    ("About 400 herders need urgent food aid.", "affected", "About 400 herders"),
    ("Three nurses contracted typhoid fever.", "infected", "Three nurses"),
    ("They shot two guards dead.", "killed", "two guards"),
]


@pytest.mark.parametrize(("text", "category", "quote"), READ)
def test_read(text: str, category: str, quote: str) -> None:
    assert (category, quote) in [(f.category, f.quote) for f in extract(text)]


def test_a_particle_beyond_a_comma_is_not_the_verbs() -> None:
    told = [(f.category, f.quote) for f in extract("Nine men were shot, with six now dead.")]
    assert told == [("casualties", "Nine men"), ("killed", "six")]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor took 40 guests to the opera.",
        "They set two tables for a dinner by the fire.",
        "Police took 12 men into custody near the hospital.",
        "The firm sent 30 engineers to build a clinic.",
        "Officers drove two lorries from the village.",
        "There was no word on what led to the shooting.",
    ],
)
def test_other_words_with_the_same_verb(text: str) -> None:
    found = [f.category for f in extract(text)]
    assert not {"injured", "casualties", "buildings_destroyed", "displaced"} & set(found)


def test_a_phrase_that_says_no_is_no_phrase() -> None:
    assert not [f for f in extract("A clerk sustained no major injuries.") if f.high != 0]

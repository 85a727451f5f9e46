"""Which words tell what befell people: where a shape, not a word list of a category, decides it."""

from __future__ import annotations

import pytest

from figures.extraction import extract


def read(text: str) -> list[tuple[str, str]]:
    return [(f.category, f.quote) for f in extract(text)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # what is done to people is counted by its own word alone
        (
            "There were 46 abductions, and 59 clerks were subjected to torture.",
            [("abducted", "46 abductions"), ("assaulted", "59 clerks")],
        ),
        # who fled and was killed is counted as the killed
        ("Two clerks who had fled to Kenya were killed.", [("killed", "Two clerks")]),
        ("Two girls living with relatives were killed.", [("killed", "Two girls")]),
        ("Two clerks who had fled to Kenya were heard.", [("refugees", "Two clerks")]),
        # who seeks a shelter has none yet
        ("Some 900 people were displaced, seeking shelter.", [("displaced", "Some 900 people")]),
        ("Some 900 people sought shelter.", [("sheltered", "Some 900 people")]),
        # those on board what is hijacked
        ("Gunmen hijacked a bus with 18 pupils.", [("abducted", "18 pupils")]),
        ("Gunmen hijacked a lorry with 18 crates.", []),
        ("Gunmen hit a bus with 18 pupils.", []),
        # prisoners who do something are no count of prisoners
        ("Two prisoners attacked a guard.", []),
        ("Two prisoners were counted.", [("detained", "Two prisoners")]),
        # nobody is without a life
        ("Many jumped into the sea without life jackets.", []),
        ("The fire was put out without loss of life.", [("killed", "without loss of life")]),
        # a distance is no object of what befell them
        ("The slide left 33 miners trapped 700 metres below.", [("trapped", "33 miners")]),
        # damage found is a thing, no verb
        ("The report found damage to 672 huts.", [("buildings_damaged", "672 huts")]),
        ("Twelve clerks were found dead.", [("killed", "Twelve clerks")]),
        # the last of several nouns for people is the one counted
        ("Eight special forces troops were killed.", [("killed", "Eight special forces troops")]),
        # letters and digits in one word
        ("Eight cVDPV2 cases were found.", [("infected", "Eight cVDPV2 cases")]),
        # a plural that a verb follows is no verb
        ("Arrests have reached 120.", [("detained", "120")]),
        ("Police arrest 12 over riots", [("detained", "12")]),
        # a country is fled to, its parts are not
        ("Some 900 people fled to Chad.", [("refugees", "Some 900 people")]),
        ("Some 900 people fled to Chad's capital.", [("displaced", "Some 900 people")]),
        ("Some 900 people fled to northern Chad.", [("displaced", "Some 900 people")]),
        # levels of hunger
        (
            "Some 900 people face the most critical level of food insecurity.",
            [("hungry", "Some 900 people")],
        ),
        ("Some 900 people face the most critical level of the game.", []),
    ],
)
def test_words(text: str, figures: list[tuple[str, str]]) -> None:
    assert read(text) == figures


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("An army officer was killed.", "combatant"),
        ("Two naval officers were killed.", "combatant"),
        ("Two officers were killed.", "police"),
        ("Two police officers were killed.", "police"),
    ],
)
def test_officers_by_whom_they_serve(text: str, group: str) -> None:
    assert [f.groups for f in extract(text)] == [(group,)]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen hijacked a bus with 18 pupils on board",
        "Eight cVDPV2 cases were found in a camp",
        "Some 900 people fled to the Democratic Republic of the Congo",
        "Some 900 people face the most critical level of food insecurity",
        "Five of the abducted clerks escaped from a jail",
    ],
)
def test_cut_short(text: str) -> None:
    words = text.split()
    for n in range(1, len(words) + 1):
        cut = " ".join(words[:n])
        assert all(f.quote in cut for f in extract(cut))

"""Places beside those of the events: where a bus was bound, where reporters listened, what was struck."""

from __future__ import annotations

import pytest

from figures.extraction import extract


def where(text: str) -> list[str | None]:
    return [f.place for f in extract(text)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        # whither and whence
        ("A bus was heading to a shrine in Lesk when it fell off a road near Nairobi. Nine died.", ["Nairobi"]),
        ("Nine died when a van on its way to a wedding in Lesk overturned near Nairobi.", ["Nairobi"]),
        ("A bus returning from a match in Lesk overturned near Nairobi. Nine died.", ["Nairobi"]),
        ("A lorry bound for a market in Lesk overturned. Nine died.", ["Lesk"]),  # no other is told
        ("A van heading to the scene of a fire in Lesk hit a tree. Nine died.", ["Lesk"]),
        ("Nine hikers on a trip to a lake in Lesk drowned.", ["Lesk"]),
        ("A bus carrying people to vote near Lesk was blown up. Nine died.", ["Lesk"]),
        # who listens, and where a court sits
        (
            'Shells hit Nairobi. "We have nine dead," Ruiz told reporters at the World Aid Union in Geneva.'
            " Two are missing.",
            ["Nairobi", "Nairobi"],
        ),
        ("A court in Paris heard that nine died in a fire in Lesk. Two were hurt.", ["Lesk", "Lesk"]),
        ("A bomb at a court in Paris killed nine.", ["Paris"]),
        ("Nine died in hospitals in Lesk after a fire in Nairobi.", ["Nairobi"]),
        ("Nine died in a strike on a hospital in Lesk after a raid in Nairobi.", ["Lesk"]),
        # what was struck
        ("PARIS – Nine people died after the village of Zirkov was raided.", ["Zirkov"]),
        ("PARIS – Nine people died after Zirkov village in Kano state was raided by gunmen.", ["Zirkov village"]),
        ("One person was killed in the shelling of Zirkov.", ["Zirkov"]),
        ("The city of Kano was hit hardest. Nine people died.", ["Kano"]),
        ("Walls were built in Kisumu. Thika and Nakuru were flooded. Some 300 homes were destroyed.", ["Kisumu"]),
        # names that no gazetteer knows
        (
            "Worst hit was the village of Zirkov, where nine people died. Two were killed in the village of Upper"
            " Demir.",
            ["Zirkov", "Upper Demir"],
        ),
        ("Gunmen killed nine farmers in Zir-Kova community in Kano state.", ["Zir-Kova community"]),
        ("Gunmen killed nine members of the Zirkov community in Kano state.", ["Kano state"]),
        ("Some 900 residents of Zirkov fled their homes.", ["Zirkov"]),
        ("Nine residents of Zirkov died in a crash in Nairobi.", ["Nairobi"]),
        ("The gang rode to Zirkov village and shot nine men dead there.", ["Zirkov village"]),
        # whose forces they are
        ("A missile hit flats in Kharkiv. Ukraine's interior ministry said nine people died.", ["Kharkiv"]),
        ("A missile hit flats in Kharkiv. Ukraine's army has lost 900 men since May.", ["Ukraine"]),
        ("A bomb in Nairobi killed nine people. Ukraine's army lost two men.", ["Nairobi", "Ukraine"]),
        # another event, and other countries
        (
            "It was the worst day since a bombing in Nairobi that killed nine guards and a daring raid-style attack"
            " in Kano.",
            ["Nairobi"],
        ),
        ("Nine people died in China, and 37 people were infected in other countries.", ["China", None]),
        ("The virus killed nine in China and infected around 900 worldwide.", ["China", None]),
        (
            "Some 900 people are infected worldwide. Nine deaths were linked to the disease. It was the day that"
            " Malawi told of its first case.",
            [None, None],
        ),
        # parts told with their places
        (
            "A total of 17 cholera cases were reported in Nairobi (8), Kisumu (7) and Nakuru (2).",
            [None, "Nairobi", "Kisumu", "Nakuru"],
        ),
        ("Gunmen killed 12 men in Kano, and two in Kaduna. Nine people are missing.", ["Kano", "Kaduna", None]),
        (
            "The Northern California wildfires have killed nine. Some 40 people are missing in Sonoma County alone."
            " About 200 homes were destroyed.",
            ["Northern California", "Sonoma County", "Northern California"],
        ),
        ("The outbreak goes on in Nairobi, with two cases in Kisumu and one in Nakuru.", ["Kisumu", "Nakuru"]),
        # an event that bears a name, and what the land is to its town
        ("Nine people died in the Zirkov Fire.", [None]),
        ("Two clerks were killed in the U.S. port city of Houston.", ["Houston"]),
        ("Rebels killed nine guards in the country's eastern province of Logar.", ["Logar"]),
        # who speaks, and where
        ("A hotel in Nairobi burned. The Lenia embassy confirmed that nine people died.", ["Nairobi"]),
        ("At a briefing on Friday in Geneva, Ruiz said nine people had died in Kisumu.", ["Kisumu"]),
        ("A bomber blew himself up outside the tax office in Kisumu. Nine people died.", ["Kisumu", "Kisumu"]),
        (
            "A crash in Kisumu hurt two. One of them was flown by air ambulance to the Hale Memorial Clinic in Nairobi."
            " Nine people were killed.",
            ["Kisumu", "Kisumu", "Kisumu"],
        ),
        # labels under the name of a land
        (
            "Two lands were hit by the storm.\n\nRains began.\n\nMozambique\n\nIt struck near Beira.\n\nPeople killed:"
            " 598\n\nMalawi\n\nThe south was hit.\n\nPeople killed: 60",
            ["Mozambique", "Malawi"],
        ),
        # where people fled to
        ("Some 900 refugees crossed into Chad from Sudan. Another 300 refugees are on their way.", ["Chad", "Chad"]),
        # headlines
        ("Nine Hurt In Chicago Weekend Shooting", ["Chicago"]),
        ("Storm Kills Two Men In Kano State", ["Kano State"]),
        ("Nine Hurt In Deadly Rampage", [None]),
        ("Nine dead in Kenya village attack", ["Kenya"]),
        # the whole of the land that is told, and not of one told before a town of another
        ("Two people died in Nepal. Nation-wide, 125 people were hurt.", ["Nepal", "Nepal"]),
        ("Two people died in Nepal. In Patna, roads were flooded. Nation-wide, 125 people were hurt.", ["Nepal", None]),
        (
            "Kenya began a nationwide campaign against cholera, which has killed 90 people. The United States sent"
            " nurses.",
            ["Kenya"],
        ),
    ],
)  # fmt: skip
def test_where_it_was(text: str, places: list[str | None]) -> None:
    assert where(text) == places


@pytest.mark.parametrize(
    ("text", "speaker", "kind", "via"),
    [
        ("The blast killed nine, the paper quoted the Lesk mayor as saying.", "Lesk mayor", "official", None),
        ("A fire killed nine, Radio Hale quoted police as having said on Sunday.", "police", "police", "Radio Hale"),
        ("Radio Hale quoted police as saying nine people died.", "police", "police", "Radio Hale"),
        ("According to what survivors said to the guards, nine people died.", "survivors", "witness", None),
        ("Nine people died, according to the Baltimore Sun.", "Baltimore Sun", "media", None),
        ("The mayor said Sunday nine people died.", "mayor", "official", None),
        ("Nine people died, the Daily Trust reported.", "Daily Trust", "media", None),
        ("Ruiz, the Director-General, said nine people died.", "Ruiz", "official", None),
        ("Nine people died, The Times reported.", "Times", "media", None),
        ("General Ruiz said nine people died.", "Ruiz", "military", None),
        ("Residents of Lesk in Kano, Nigeria, have said that nine people died.", "Residents", "witness", None),
        ("Ana Ruiz, the mayor of Lesk, Nigeria, said nine people died.", "Ana Ruiz", "official", None),
        ("Nine people fled armed groups (EAG) or fights between them in 2020.", None, None, None),
        ("Nine people fled (OCHA, 2020).", "OCHA", "un", None),
    ],
)  # fmt: skip
def test_who_says_so(text: str, speaker: str | None, kind: str | None, via: str | None) -> None:
    found = next(f for f in extract(text) if f.low == 9)
    assert (found.attributed_to, found.attribution_kind, found.via) == (speaker, kind, via)


def test_each_paragraph_of_a_quotation_opens_with_a_mark() -> None:
    text = "The police spokesman, Ana Ruiz, came. She said: “Nine people died. They came by night.\n\n“{} were hurt.”"
    assert [f.attributed_to for f in extract(text.format("Twelve people"))] == ["Ana Ruiz"] * 2


def test_a_place_of_its_own_parts_a_count_from_what_was_said() -> None:
    text = "Police said they held two men. {}four people drowned. Three others are missing."
    assert extract(text.format("In neighbouring Kano, "))[-1].attributed_to is None
    assert extract(text.format("Nearby, "))[-1].attributed_to == "Police"

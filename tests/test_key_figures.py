"""Key figures of bulletins: labels with families in brackets, weeks of an outbreak, parts that no comma closes, counts
told in another unit."""

from __future__ import annotations

import pytest

from figures import extract


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Schools affected: 12", [("buildings_damaged", 12, "building")]),
        ("Clerks affected: 12", [("affected", 12, "person")]),
        ("The waves caused property damage and killed three.", [("killed", 3, "person")]),
        ("No. of people being assisted: 40,000 (8,000 families)",
         [("assisted", 40000, "person"), ("assisted", 8000, "household")]),
        ("Affected population: 12,340 (2,468 families)",
         [("affected", 12340, "person"), ("affected", 2468, "household")]),
        ("Human losses: 12", [("killed", 12, "person")]),
        ("The office lists 900 families or 4,500 people displaced.",
         [("displaced", 900, "household"), ("displaced", 4500, "person")]),
        ("The office lists two families or five people killed.", [("killed", 5, "person")]),
        ("In all 932 families or 4, 263 persons opted to stay with relatives.",
         [("sheltered", 932, "household"), ("sheltered", 4263, "person")]),
        ("Cholera cases have now exceeded 200,000.", [("infected", 200000, "person")]),
        ("Some 42,000 people were classified as being in Emergency (IPC Phase 4).", [("hungry", 42000, "person")]),
        ("Some 160,000 thousand people were displaced.", [("displaced", 160000, "person")]),
        ("Some 160 thousand people were displaced.", [("displaced", 160000, "person")]),
        ("IDP arrivals: 2,340 individuals (456 households)",
         [("displaced", 2340, "person"), ("displaced", 456, "household")]),
        ("Some 932 families (4, 263 persons) were affected.",
         [("affected", 932, "household"), ("affected", 4263, "person")]),
        ("Deaths: 12 (8 direct, 4 indirect)",
         [("killed", 12, "person"), ("killed", 8, "person"), ("killed", 4, "person")]),
        ("Deaths so far this year are 2,809.", [("killed", 2809, "person")]),
        ("Fatalities now stand at 34.", [("killed", 34, "person")]),
        ("Arrivals of migrants to Castile rose to 7,043.", [("refugees", 7043, "person")]),
        ("Arrivals of guests to Castile rose to 7,043.", []),
        ("The death toll includes 60 men, 34 women and 40 children.",
         [("killed", 60, "person"), ("killed", 34, "person"), ("killed", 40, "person")]),
        ("The dead include 60 men and two guards were hurt.", [("killed", 60, "person"), ("injured", 2, "person")]),
        ("CHF 1.2 million was released from the bank.", []),
        ("Some 12 hostages were released from the bank.", [("freed", 12, "person")]),
        ("Of the 900 IDPs, 60 per cent (540) are children.",
         [("displaced", 900, "person"), ("displaced", 540, "person")]),
        ("The settlement hosts 45,000 people.", [("sheltered", 45000, "person")]),
        ("Some 2,772 cases of cholera were seen, with six cholera deaths reported.",
         [("infected", 2772, "person"), ("killed", 6, "person")]),
        ("New cholera cases emerged from two counties, namely Orda (47) and Lesk (12).",
         [("infected", 47, "person"), ("infected", 12, "person")]),
        ("Some 30.9 m people live in displacement.", [("displaced", 30900000, "person")]),
        ("Nobody's been killed.", [("killed", 0, "person")]),
        # the reason is told anew, and the verb left out
        ("Some 108 people were treated for burns, 12 for fractures and three for shock.",
         [("injured", 108, "person"), ("injured", 12, "person"), ("injured", 3, "person")]),
        ("Guards arrested 12 people for looting, nine for arson.",
         [("detained", 12, "person"), ("detained", 9, "person")]),
        ("Two people were treated for shock and 12 for the first time saw the sea.", [("injured", 2, "person")]),
        ("Nobody's house was hit.", []),
    ],
)  # fmt: skip
def test_figures(text: str, figures: list[tuple[str, int, str]]) -> None:
    found = [(f.category, f.value, f.unit) for f in extract(text) if f.counted != "named"]
    assert found == figures


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("12, possibly 13, people died in the slide.", [("12, possibly 13, people", 12, 13)]),
        ("Twelve or perhaps 13 clerks died.", [("Twelve or perhaps 13 clerks", 12, 13)]),
        ("At least 12, and possibly 13, guards died.", [("At least 12, and possibly 13, guards", 12, None)]),
        # of two things, or too far apart
        ("Twelve are dead, possibly 13 hurt.", [("Twelve", 12, 12), ("13", 13, 13)]),
        ("Deaths: 12, possibly 40 missing", [("12", 12, 12), ("40", 40, 40)]),
        ("The toll is 59 and not 62.", [("59", 59, 59), ("62", 62, 62)]),
    ],
)  # fmt: skip
def test_one_more_perhaps(text: str, bounds: list[tuple[str, int, int | None]]) -> None:
    figures = extract(text)
    assert [(f.quote, f.low, f.high) for f in figures] == bounds
    assert figures[0].status == "asserted"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("730,000 people, including 134,000 in Phase 4 (Emergency) are facing hunger.",
         [(730000, False), (134000, True)]),
        ("There are 900 damaged houses; of these, 200 are totally damaged.", [(900, False), (200, True)]),
        ("There are 900 damaged houses; in Hale 200 are totally damaged.", [(900, False), (200, False)]),
        ("The storm damaged 900 houses, of which 200 totally.", [(900, False), (200, True)]),
        ("Some 1,600 houses were damaged (1,200 houses fully destroyed and 400 houses partially damaged).",
         [(1600, False), (1200, True), (400, True)]),
        ("Sixteen deaths were reported which includes 13 males.", [(16, False), (13, True)]),
        ("Three deaths were told of in Orda (one in Lesk and two in Hale).", [(3, False), (1, True), (2, True)]),
        # a clause that ends the bracket tells of its last member only
        ("In all 43 were killed (21 men, as well as 12 children and 10 adults whose names are not known yet).",
         [(43, False), (21, True), (12, True), (10, True)]),
        ("In all 43 were killed (21 men who had met three guards).", [(43, False)]),
        # of one fate alone
        ("The clinic saw 88 casualties (12 dead) in May.", [(88, False), (12, True)]),
        ("Some 88 cases (two deaths) were reported.", [(88, False), (2, True)]),
        ("The fire injured 88 people (two dead).", [(88, False), (2, False)]),
        ("One in three were boys, with 340 casualties; 14 per cent were women, with 90 casualties.",
         [(340, False), (90, False)]),
        ("Some 900,000 herders face hunger. This includes 30,000 people in Phase 5 and 400,000 in Phase 4.",
         [(900000, False), (30000, True), (400000, True)]),
        ("The school opened its doors. This includes 30,000 people in Phase 5 and 400,000 in Phase 4.", []),
    ],
)  # fmt: skip
def test_parts(text: str, parts: list[tuple[int, bool]]) -> None:
    assert [(f.value, f.part_of is not None) for f in extract(text)] == parts


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("In week 12, Lesk reported 45 cholera cases.", "period"),
        ("In epidemiological weeks 10 to 12, 45 cholera cases were seen.", "period"),
        ("In week 14, 12 clerks were killed and 20 hurt.", "period"),
        ("In week 12 clerks were killed in Hale.", "incident"),  # 12 clerks
        ("From 1 through 31 March, the ministry told of 15 cholera cases.", "period"),
        ("Some 693 new cholera cases were reported over 7-13 March.", "period"),
        ("In just the last week, nearly 9,000 clerks were displaced.", "period"),
        ("By 31 March, the ministry told of 15 cholera cases.", "cumulative"),
        # behind a bracket
        ("The office told of 340 casualties (90 dead, 250 hurt) in the first half of 2021.", "period"),
        ("Some 340 people were killed (90 of them women) between January and June.", "period"),
        ("A bus crash killed 34 people (nine of them women) in the first hour of 2021.", "incident"),
    ],
)  # fmt: skip
def test_scope(text: str, scope: str) -> None:
    assert extract(text)[0].scope == scope


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("64 confirmed and 14 probable cases of cholera were seen.", ["confirmed", None]),
        ("Some 52 cholera cases have been laboratory-confirmed.", ["confirmed"]),
        ("Some 52 cholera cases have been seen at the laboratory.", [None]),
    ],
)  # fmt: skip
def test_basis(text: str, basis: list[str | None]) -> None:
    assert [f.basis for f in extract(text)] == basis


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Some 90,000 herders are likely to face Crisis (IPC 3+) by May, including 7,000 people in Emergency.",
         ["hypothetical", "hypothetical"]),
        ("The plan targets 900 clerks, including 300 who have received cash.", ["hypothetical", "asserted"]),
        ("People to be assisted: 4,500 (900 families)", ["hypothetical", "hypothetical"]),
        ("The fire forced 900 people to be evacuated.", ["asserted"]),
    ],
)  # fmt: skip
def test_status(text: str, status: list[str]) -> None:
    assert [f.status for f in extract(text)] == status


def test_several_incidents_of_the_report() -> None:
    figures = extract(
        "Nine people died in different incidents, whereas 40 people sustained injuries."
    )
    assert [f.background for f in figures] == [None, None]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The ages of the dead ranged from 4 to 81.", []),
        ("Estimates of the dead ranged from 40 to 81.", ["asserted"]),
        ("The army neither confirmed nor denied that 40 guards had been killed.", ["hypothetical"]),
        ("The army did not confirm that 40 guards had been killed.", ["hypothetical"]),
        ("The army denied that 40 guards had been killed.", ["denied"]),
        ("The army confirmed that 40 guards had been killed.", ["asserted"]),
    ],
)
def test_what_is_not_confirmed(text: str, told: list[str]) -> None:
    assert [f.status for f in extract(text)] == told


def test_more_who_now_make_up_a_count_are_its_part() -> None:
    more, now = extract("With two more deaths on Monday, 17 people have now died in the outbreak.")
    assert (more.status, more.part_of, more.adds_to, now.value) == ("asserted", now.id, None, 17)
    more, now = extract("The clinic had told of another 31 deaths, now says 27 died.")
    assert (more.status, more.part_of) == ("superseded", None)  # no part is larger than its whole
    old, new = extract("They reported 27 deaths on Monday and say 31 people have now died.")
    assert (old.status, new.status) == ("superseded", "asserted")

"""What incident briefs and bulletins tell in few words: lists under a count, counts by turns, who ends a line."""

from __future__ import annotations

import pytest

from figures import extract

PUBLISHED = "2024-05-03"


def read(text: str) -> list[tuple[str, str]]:
    return [(f.category, f.quote) for f in extract(text, published=PUBLISHED)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The number of cholera cases and deaths was 340 and 12 respectively.",
         [("infected", "340"), ("killed", "12")]),
        ("The number of dead and injured stood at 12 and 40 respectively.", [("killed", "12"), ("injured", "40")]),
        ("The number of people killed and injured was 12 and 40, respectively.", [("killed", "12"), ("injured", "40")]),
        ("Some 12 and 30 people were killed and injured respectively.",
         [("killed", "Some 12"), ("injured", "30 people")]),
        # of one category, or by place
        ("Lesk and Orda recorded 12 and 30 deaths respectively.", [("killed", "12"), ("killed", "30 deaths")]),
        ("The number of dead and injured stood at 12 and 40.", [("casualties", "12"), ("casualties", "40")]),
    ],
)  # fmt: skip
def test_counts_by_turns(text: str, figures: list[tuple[str, str]]) -> None:
    assert read(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The clinic took in the bodies of 51 men, as well as 369 women suffering from burns.",
         [("killed", "51 men"), ("injured", "369 women")]),
        ("The clinic took in the bodies of 51 men and 369 wounded.", [("killed", "51 men"), ("injured", "369")]),
        ("The raid left three martyrs, including two who were pulled from under the rubble.",
         [("killed", "three martyrs"), ("killed", "two")]),
        ("The bodies of 51 men and 369 women were found.", [("killed", "51 men"), ("killed", "369 women")]),
        ("Nine guards were hurt, including two who were pulled from under the rubble.",
         [("injured", "Nine guards"), ("rescued", "two")]),
    ],
)  # fmt: skip
def test_the_dead_and_those_beside_them(text: str, figures: list[tuple[str, str]]) -> None:
    assert read(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Some 353 people were displaced, as follows:\n- 247 in Kesra\n- 96 in Orda (40 of them boys)\n- 10 in Hale",
         ["Some 353 people", "247", "96", "10"]),
        ("The flood killed 31 people:\nKesra: 24\nHale: 7", ["31 people", "24", "7"]),
        ("Displaced people by district:\n- 247 in Kesra\n- 96 in Orda", ["247", "96"]),
        # of two things, too many, or of others
        ("The flood killed nine people and hurt 20:\n- 5 in Hale\n- 4 in Orda", ["nine people", "20"]),
        ("The flood killed nine people:\n- 15 in Hale\n- 4 in Orda", ["nine people"]),
        ("The flood killed nine people. They need:\n- 15 tents in Hale\n- 4 in Orda", ["nine people"]),
    ],
)  # fmt: skip
def test_lists_under_a_count(text: str, figures: list[str]) -> None:
    found = extract(text, published=PUBLISHED)
    assert [f.quote for f in found] == figures
    if len(figures) > 2 and figures[0].endswith("people") and "hurt" not in text:
        assert all(f.part_of == found[0].id for f in found[1:])


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Eight civilians incl. three boys dead, 21 injured.",
         [("killed", "Eight civilians"), ("killed", "three boys"), ("injured", "21")]),
        ("Five members of the Dal family including three girls died.",
         [("killed", "Five members"), ("killed", "three girls")]),
        ("About 40 casualties including nine dead were brought in.",
         [("casualties", "About 40 casualties"), ("killed", "nine")]),
        ("Guard and cook killed in Orda raid", [("killed", "Guard"), ("killed", "cook")]),
        ("Mayor, wife killed as bomb hits car", [("killed", "Mayor"), ("killed", "wife")]),
        ("Teacher and activist shot dead", [("killed", "Teacher")]),
        ("IED strike on a patrol: 1x KIA, 3 x WIA.", [("killed", "1"), ("injured", "3")]),
        ("Attack on a compound; 2 pax injured.", [("injured", "2 pax")]),
        ("Six guards had 3 x 12 rounds.", []),
        ("An officer of the Lesk and Civil Defence Corps (LCDC) was killed.", [("killed", "An officer")]),
        ("Of the clerk's cases, 71% are under five.", []),
        ("A total of 85 men on board six boats were unaccounted for.", [("missing", "85 men")]),
        ("Nine people were confirmed on Thursday to have died.", [("killed", "Nine people")]),
        ("With 900 people projected to suffer acute hunger by May, aid is sought.", [("hungry", "900 people")]),
        ("Some 40 cholera cases and 12 deaths were recorded, of which 20 (50%) were women.",
         [("infected", "Some 40 cholera cases"), ("killed", "12 deaths"), ("infected", "20")]),
        ("Some 40 cholera cases and 12 deaths were recorded, of which six (50%) were women.",
         [("infected", "Some 40 cholera cases"), ("killed", "12 deaths"), ("killed", "six")]),
        ("About 500 IDPs are in Lesk, 300 are in Orda and 200 are in Hale.",
         [("displaced", "About 500 IDPs"), ("displaced", "300"), ("displaced", "200")]),
        ("About 500 IDPs are in Lesk, 300 are nurses.", [("displaced", "About 500 IDPs")]),
        ("Some 900 people fled to Lesk, 400 to Hale.", [("displaced", "Some 900 people"), ("displaced", "400")]),
        ("Some 900 people were displaced; others fled to Lesk (400) and Orda (120).",
         [("displaced", "Some 900 people"), ("displaced", "others"), ("displaced", "400"), ("displaced", "120")]),
        ("The office saw 90 cholera cases: Lesk (40), Orda (30) and others (20).",
         [("infected", "90 cholera cases"), ("infected", "40"), ("infected", "30"), ("infected", "20")]),
        ("Civilians reported injured: 1", [("injured", "1")]),
        ("In all 879 cholera cases (814 confirmed and 65 probable) were seen, of which 57% (499) were women.",
         [("infected", "879 cholera cases"), ("infected", "814"), ("infected", "65 probable"), ("infected", "499")]),
        ("The raids led to eight Lenian and six Ordan deaths.", [("killed", "six Ordan deaths")]),
        ("The raids led to eight French and six Kenyan deaths.",
         [("killed", "eight French"), ("killed", "six Kenyan deaths")]),
        ("Rebels took the crew of a cement carrier hostage off Orda.", []),
        ("Rebels shot a French hostage.", [("casualties", "a French hostage")]),
        ("Eight of nine kidnapped miners freed; ninth sought", [("freed", "Eight of nine kidnapped miners")]),
        ("He was one of three officers killed.", [("killed", "three officers")]),
    ],
)  # fmt: skip
def test_briefs(text: str, figures: list[tuple[str, str]]) -> None:
    assert read(text) == figures


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Three men, identified as Omar, Rehmat and Abdul, were hurt in Lesk on May 2, reports Dawn.", "Dawn"),
        ("A clerk was killed in a blast in Hale, reports the Daily Post.", "Daily Post"),
        ("The spokesperson, Ekun Dal, on Sunday, said Omar Belkin, a clerk, was shot dead.", "Ekun Dal"),
        ("A man was shot dead, said Omar Belkin, a clerk, who saw it.", "Omar Belkin"),
        ("A man was shot dead, reports have it.", None),
    ],
)  # fmt: skip
def test_who_ends_the_line(text: str, speaker: str | None) -> None:
    assert {f.attributed_to for f in extract(text, published=PUBLISHED)} == {speaker}


@pytest.mark.parametrize(
    ("text", "background"),
    [
        (
            "Since the truce agreement began on October 11, 2022, the number of dead has reached 241.",
            [False],
        ),
        ("The total toll of the war since October 7, 2022 has reached 68,875 dead.", [False]),
        ("On October 7, 2022, raiders killed nine men.", [True]),
    ],
)
def test_what_a_toll_runs_from_is_no_other_incident(text: str, background: list[bool]) -> None:
    before = "A strike on Lesk killed three people on Thursday, 2 May 2024. "
    found = extract(before + text, published=PUBLISHED)
    assert [bool(f.background) for f in found[1:]] == background


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        (
            "New cholera cases: 4,870, decreased from 6,561 in the week before.",
            ["asserted", "superseded"],
        ),
        (
            "Some 4,870 cholera cases were seen, a decrease from 6,561 last week.",
            ["asserted", "superseded"],
        ),
        ("The operations to recover victims resulted in the recovery of 17 bodies.", ["asserted"]),
        ("Crews continue their operations to recover 17 bodies.", ["hypothetical"]),
    ],
)
def test_statuses(text: str, statuses: list[str]) -> None:
    assert [f.status for f in extract(text, published=PUBLISHED)] == statuses


def test_a_list_that_ends_in_two_persons_tells_nobody_again() -> None:
    found = extract(
        "The raid killed 12. The dead included seven boys, two cooks, a clerk and a nurse."
    )
    assert [f.restates for f in found] == [None] * 4


def test_those_parted_by_a_comma_are_no_part() -> None:
    found = extract("Some 92 clerks, including 20 nurses, and 17 cooks were killed.")
    assert [f.part_of == found[0].id for f in found] == [False, True, False]
    found = extract("Some 92 clerks, including 20 nurses and 17 cooks, were killed.")
    assert [f.part_of == found[0].id for f in found] == [False, True, True]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "Nine people drowned in Nairobi (4), Zuqqwarb (3) and Mombasa (2).",
            ["Nairobi", "Zuqqwarb", "Mombasa"],
        ),
        ("Nine people drowned in Nairobi, four of them boys (4).", []),
    ],
)
def test_names_in_a_list_of_places_are_places(text: str, places: list[str]) -> None:
    assert [f.place for f in extract(text) if f.reported.isdigit()] == places


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Guards hurt 221 people. Of the total injured, 152 people were shot in Lesk and 19 in Orda. Thirty fell.",
         2),
        ("Guards hurt 221 people. Of those injured, 19 were boys. Thirty others were hurt in Orda.", 2),
        ("Guards hurt 41 people. Of those injured, 19 were boys. Thirty others were hurt in Orda.", 1),
        ("At least 743 people have died trying to cross the sea, including 538 on the long route.", 1),
        ("At least 743 people have died, including 538 on the long route.", 1),
    ],
)  # fmt: skip
def test_parts_of_those_told_before(text: str, parts: int) -> None:
    found = extract(text, published=PUBLISHED)
    assert sum(f.part_of == found[0].id for f in found) == parts


def test_of_whom_tells_of_those_before_the_bracket() -> None:
    found = extract(
        "There were five cholera cases (four nurses and one cook), three of whom have died."
    )
    assert [f.part_of == found[0].id for f in found] == [False, True, True, True]


def test_a_number_is_no_speaker() -> None:
    found = extract(
        "The number of affected families rose to 900. It also reported that 40 houses were damaged."
    )
    assert [f.attributed_to for f in found] == [None, None]


def test_no_group_is_told_twice() -> None:
    found = extract("Among the 14 people who died, five were underage children.")
    assert [f.groups for f in found] == [(), ("child",)]


def test_families_elsewhere_are_families() -> None:
    found = extract("Some 900 families are sheltering in schools and 400 in mosques.")
    assert [f.unit for f in found] == ["household", "household"]

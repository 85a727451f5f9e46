"""Where one clause ends and another begins: what "and", "when" or a participle joins to a count, and what not."""

from __future__ import annotations

import pytest

from figures.extraction import extract


def read(text: str) -> list[tuple[str, str]]:
    return [(f.category, f.quote) for f in extract(text)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The storm left three workers injured and killed 12 villagers.",
         [("injured", "three workers"), ("killed", "12 villagers")]),
        ("The storm left three dead and six injured and forced 400 residents to flee.",
         [("killed", "three"), ("injured", "six"), ("displaced", "400 residents")]),
        ("The storm injured and killed 12 villagers.", [("injured", "12 villagers"), ("killed", "12 villagers")]),
        ("The storm left 12 people killed and wounded.", [("casualties", "12 people")]),
    ],
)  # fmt: skip
def test_those_left_so_are_no_subject_of_the_next_verb(
    text: str, figures: list[tuple[str, str]]
) -> None:
    assert read(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "Eight people died, including three boys, when a driver ploughed into a crowd.",
        "Eight people died (including three boys) when a guard fired into a crowd.",
    ],
)
def test_who_did_it_is_none_of_those_included(text: str) -> None:
    assert read(text) == [("killed", "Eight people"), ("killed", "three boys")]


def test_included_when_no_other_clause_follows() -> None:
    text = "Eight people died, including a clerk and two cooks, while 12 fled."
    assert ("killed", "two cooks") in read(text)


@pytest.mark.parametrize(
    "said", ["is believed", "was thought", "is feared", "is known", "was said"]
)
def test_what_is_believed_to_have_killed(said: str) -> None:
    assert read(f"The slide {said} to have killed 40 villagers.") == [("killed", "40 villagers")]
    assert (
        read(f"Forty villagers {said} to have been killed.".replace("is", "are"))[0][0] == "killed"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Four guards sent to watch a bridge were killed.",
        "Four guards assigned to protect a clinic were killed.",
        "Four guards seen near a bridge on Monday were killed.",
    ],
)
def test_those_sent_somewhere_are_the_subject(text: str) -> None:
    assert read(text) == [("killed", "Four guards")]


def test_the_hurt_of_a_clause_are_not_of_the_toll_before_it() -> None:
    text = "The toll of dead rose to nine, and 25 others were hurt, four of them badly."
    assert read(text) == [("killed", "nine"), ("injured", "25 others"), ("injured", "four of them")]


def test_as_many_names_as_were_counted_right_before() -> None:
    assert read("Two policemen Dan Rook and Omar Beg were killed.")[0] == (
        "killed",
        "Two policemen",
    )
    assert len(read("Two policemen Dan Rook and Omar Beg were killed.")) == 1
    assert ("killed", "Two policemen") not in read(
        "Dan Rook and Omar Beg of two policemen were killed."
    )


def test_ages_of_as_many_as_were_counted() -> None:
    assert "10" not in [
        quote for _, quote in read("The blast left two boys aged six and 10 injured.")
    ]
    assert ("injured", "10") in read("The blast left two boys aged six dead and 10 injured.")


def test_another_number_is_not_of_the_toll_before_it() -> None:
    text = "The number of missing stood at 94, and the number of samples taken remained at 43."
    assert read(text) == [("missing", "94")]


def test_those_rescued_so_far_who_died() -> None:
    assert ("killed", "Six of those") in read("Six of those rescued so far have died.")


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "The deceased comprise three men and two women.",
            [("killed", "three men"), ("killed", "two women")],
        ),
        ("The rescued passengers included 12 men.", [("rescued", "12 men")]),
        ("The waiting passengers included 12 men.", []),
    ],
)
def test_who_they_were(text: str, figures: list[tuple[str, str]]) -> None:
    assert read(text) == figures


def test_among_the_injured_people() -> None:
    whole, part = extract(
        "A crash injured 35 people. Among the injured persons, 17 were badly hurt."
    )
    assert part.part_of == whole.id


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Eight miners died in the worst accident this year.", "incident"),
        ("Eight miners died, the third such accident this year.", "incident"),
        ("Eight miners have died this year.", "cumulative"),
    ],
)
def test_a_rank_of_this_year_is_no_running_total(text: str, scope: str) -> None:
    assert extract(text)[0].scope == scope


@pytest.mark.parametrize(
    ("text", "attacker"),
    [
        ("Troops killed 30 rebels who stormed a post.", True),
        ("Troops killed 30 rebels. The siege began when rebels attacked a train.", True),
        ("Troops killed 30 rebels. Rebels have attacked the region for years.", False),
        ("Troops killed 30 rebels.", False),
        ("Gunmen attacked a train. All rebels, 13 in total, were killed.", True),
        ("Gunmen attacked a train. All clerks, 13 in total, were killed.", False),
    ],
)
def test_an_attack_told_after_its_dead(text: str, attacker: bool) -> None:
    assert ("attacker" in extract(text)[0].groups) is attacker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Lenia declared three days of mourning after a fire, which killed 12 people.", None),
        ("Lenia declared that 12 people had died.", "Lenia"),
        ("The blast caused what one witness described as carnage, killing 12 people.", None),
        ("One witness described 12 bodies.", "witness"),
        ("Despite the gains recorded by the army, gunmen struck, killing 12 people.", None),
        ("Last week Lenia reported 12 deaths.", "Lenia"),
        ("Early on Monday officials reported 12 deaths.", "officials"),
        ("The Sunday Times reported 12 deaths.", "Sunday Times"),
    ],
)
def test_who_only_declares_describes_or_records_something_else(
    text: str, speaker: str | None
) -> None:
    assert extract(text)[0].attributed_to == speaker


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Officials believe the toll is 40 dead.", "asserted"),
        ("Officials believe 40 people are dead.", "feared"),
        ("Officials fear the toll is 40 dead.", "feared"),
    ],
)
def test_what_is_believed_of_the_toll_itself(text: str, status: str) -> None:
    assert extract(text)[0].status == status


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Soldiers killed five villagers, and 54 farmers, including 11 children, were injured.",
         [("killed", "five villagers"), ("injured", "54 farmers"), ("injured", "11 children")]),
        ("Soldiers killed five villagers and 54 farmers, including 11 children, in a raid.",
         [("killed", "five villagers"), ("killed", "54 farmers"), ("killed", "11 children")]),
        ("Raiders killed 40 people, mostly farmers, and took 12 hostages.",
         [("killed", "40 people"), ("abducted", "12 hostages")]),
    ],
)  # fmt: skip
def test_an_aside_hides_no_verb(text: str, figures: list[tuple[str, str]]) -> None:
    assert read(text) == figures


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Shells left 71 killed and 43 hurt in Mosul and 31 killed and 87 hurt in Basra.",
         ["Mosul", "Mosul", "Basra", "Basra"]),
        ("Two women and four boys were killed in Mardan, two boys in Peshawar, and one in Buner.",
         ["Mardan", "Mardan", "Peshawar", "Buner"]),
        ("The highest number of deaths was in Mosul, with 38, followed by Basra, with four, and Kirkuk, with three.",
         ["Mosul", "Basra", "Kirkuk"]),
        ("A blast killed 14 people in the Borno town of Maiduguri.", ["Maiduguri"]),
        ("A blast killed 14 people in the Borno district of Nigeria.", ["Borno district"]),
        ("At Marag, a village 32km from Kaduna, gunmen killed six residents.", ["Marag"]),
        ("In Marag, a village near Kaduna, gunmen killed six residents.", ["Marag"]),
        ("A slide killed six people 32 km from Kaduna.", ["Kaduna"]),
        ("While 12 people died in the Kaduna attack, three lost their lives in the Kano attack.", ["Kaduna", "Kano"]),
        ("A crush killed 96 Liverpool supporters at a stadium.", [None]),
        ("A fire killed 96 Liverpool residents.", ["Liverpool"]),
        ("In the Moscow-occupied parts of the Kherson region 12 people died.", ["Kherson region"]),
        ("A fire killed 20 people in Kocani. Kocani is about 100 km east of Skopje. Four were arrested.",
         ["Kocani", "Kocani"]),
    ],
)  # fmt: skip
def test_whose_place_it_is(text: str, places: list[str | None]) -> None:
    assert [f.place for f in extract(text)] == places


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Up to 900 refugees could arrive by May.", "hypothetical"),
        ("Some 900 returnees are expected by May.", "hypothetical"),
        ("Some 900 refugees died before help could arrive.", "asserted"),
        ("The convoy carried enough food for 900 people.", "hypothetical"),
        ("The convoy carried food for 900 people.", "asserted"),
        ("The agency is to feed 900 people.", "hypothetical"),
        ("The war would go on to kill 900 people.", "asserted"),
        ("The war would kill 900 people.", "hypothetical"),
        ("Rescuers tried to find about 30 people missing.", "asserted"),
        ("Rescuers tried to free about 30 people.", "hypothetical"),
    ],
)
def test_what_is_still_to_come(text: str, status: str) -> None:
    assert extract(text)[0].status == status


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Some 780 refugees have registered in Germany and nearly 367 in Poland.", None),
        ("Only 23 villagers showed up; 40 people were killed.", None),
        ("The clinic registered 40 deaths.", "clinic"),
        ("'Twelve people died in the blast,' the mayor said.", "mayor"),
        ("The Voice of Lenia said 12 people were killed.", "Voice of Lenia"),
        ("Lenia's toll stood at 53 dead.", None),
        ("The Observatory's toll stood at 53 dead.", "Observatory"),
        ("Rebels claim to have killed 50 soldiers.", "Rebels"),
    ],
)
def test_who_said_it(text: str, speaker: str | None) -> None:
    assert extract(text)[-1].attributed_to == speaker


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Two people died in Hale, where nine were hurt, and one in Orda.",
         [("killed", "Two people"), ("injured", "nine"), ("killed", "one")]),
        ("Two people died in Hale, where nine were hurt and one fled.",
         [("killed", "Two people"), ("injured", "nine"), ("displaced", "one")]),
        ("The fire left 32 men and one woman injured.", [("injured", "32 men"), ("injured", "one woman")]),
        ("The fire left 32 men and injured one woman.", [("injured", "one woman")]),
        ("Rescuers pulled 32 dead from the collapsed building.", [("killed", "32")]),
        ("The collapsed houses numbered 40.", []),
    ],
)  # fmt: skip
def test_which_clause_a_count_is_of(text: str, figures: list[tuple[str, str]]) -> None:
    assert read(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Twelve people died as a ferry sank. About nine of them swam ashore.", [("killed", "Twelve people")]),
        ("Twelve people died as a ferry sank. Nine of them came from Hale.",
         [("killed", "Twelve people"), ("killed", "Nine of them")]),
        ("Ten people died. Twelve of them were foreigners.", [("killed", "Ten people")]),
        ("Ten people died. Nine of them were foreigners.", [("killed", "Ten people"), ("killed", "Nine of them")]),
    ],
)  # fmt: skip
def test_the_dead_do_nothing_and_are_no_more_than_told(
    text: str, figures: list[tuple[str, str]]
) -> None:
    assert read(text) == figures


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        (
            "Officials corrected the toll to 27 after earlier saying 31 had died.",
            ["asserted", "superseded"],
        ),
        ("Officials corrected a report that 27 had died.", ["retracted"]),
        ("The death toll stands at 85, revised down from 88.", ["asserted", "superseded"]),
        ("A death toll of 88 was then revised to 85.", ["superseded", "asserted"]),
    ],
)
def test_corrected_tolls(text: str, statuses: list[str]) -> None:
    assert [f.status for f in extract(text)] == statuses


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The minister announced Rs 2 lakh for the kin of those killed and Tk 50,000 for the injured.", []),
        ("In Hale, 45 were killed and 26 are missing.", [("killed", "45"), ("missing", "26")]),
        ("By Monday, 45 had been killed.", [("killed", "45")]),
        ("Ana Ruiz, 45, was killed.", [("killed", "Ana Ruiz")]),
        ("Some 29 people aboard the MV Hale Star 3 were killed.", [("killed", "Some 29 people")]),
        ("Some 29 people on the ferry Hale Star 7 died.", [("killed", "Some 29 people")]),
        ("In Hale 7 died.", [("killed", "7")]),
        ("The 645-tonne ferry carried food.", []),
        ("The ferry carried 645 tonnes of food.", [("aid_tonnes", "645 tonnes")]),
    ],
)  # fmt: skip
def test_money_ages_ships_and_their_weight(text: str, figures: list[tuple[str, str]]) -> None:
    assert read(text) == figures


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Two women, identified as Ana Dal (50) and Mara Dal (55), died on the spot.", "Two women"),
        ("Three youths, identified as Ravi (19), Anil (20) and Dev (18), drowned.", "Three youths"),
        ("Three clerks – Karim, 24, Lara, 45, and Sami, 40, died on the spot.", "Three clerks"),
        (
            "Two clerks, Ana Dal (50) and Mara Dal (55), were at home as 12 people died.",
            "12 people",
        ),
        ("Two cities, Hale (50) and Lesk (55), were hit as 12 people died.", "12 people"),
    ],
)
def test_as_many_names_with_their_ages(text: str, whole: str) -> None:
    assert [f.quote for f in extract(text) if f.counted == "number"] == [whole]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("IOM Rome reported that 40 migrants were rescued at sea.", None),
        ("Rome reported 40 deaths.", "Rome"),
        ("A Rome man is in prison for a shooting that left three girls dead.", "Rome"),
        ("The quake struck near the Iran-Turkey border, killing 40 people.", "Iran-Turkey border"),
        ("Castro had earlier estimated that 12 people had died.", None),
        ("The quake killed 40 people. It was felt as far away as Norway.", None),
        ("The quake killed 40 people. It was felt in Norway.", "Norway"),
        ("The dead included four workers from Nepal.", None),
        ("The dead in Mosul included four workers from Nepal.", "Mosul"),
        ("Detectives from the Directorate of Criminal Affairs found 12 bodies.", None),
    ],
)
def test_names_of_places_where_nothing_happened(text: str, place: str | None) -> None:
    assert extract(text)[0].place == place


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Tamil Nadu reported 27 fatalities.", None),
        ("The Tamil group reported 27 fatalities.", "Tamil group"),
        ("Kano city and district reported seven deaths.", None),
        ("The district reported seven deaths.", "district"),
        ("They spoke of 56 raids involving aid workers reported, and 12 dead.", None),
        ("Twelve died, as aid workers reported.", "aid workers"),
        ("The court acquitted four of the 12 accused and jailed eight.", None),
        ("Around 15 youths were abducted, according to the country's information agency.",
         "country's information agency"),
        ("A Hale Airlines passenger jet crashed. She said that 60 people were missing.", None),
        ("Mayor Ada Ruiz came. She said that 60 people were missing.", "Ada Ruiz"),
        ("The Hale Army claimed the attack on Tuesday when it said 12 soldiers were killed.", "Hale Army"),
    ],
)  # fmt: skip
def test_who_says_so_and_who_does_not(text: str, speaker: str | None) -> None:
    assert extract(text)[-1].attributed_to == speaker


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The number of civilians killed was 685, including 131 guards, and the number of injured was 610.",
         [("killed", "685"), ("killed", "131 guards"), ("injured", "610")]),
        ("There were 400 others who drowned.", [("killed", "400 others")]),
        ("Three clerks suffered burns, as did two guards.", [("injured", "Three clerks"), ("injured", "two guards")]),
        ("Three clerks were burned, as were two guards.", [("injured", "Three clerks"), ("injured", "two guards")]),
        ("Three clerks suffered burns, as two guards did duty.", [("injured", "Three clerks")]),
        ("An eight-year-old boy Hasan was killed.", [("killed", "An eight-year-old boy")]),
        ("Eighteen pupils who ate the meal were hurt.", [("injured", "Eighteen pupils")]),
        ("He robbed two men and the injured were flown out.", []),
    ],
)  # fmt: skip
def test_whose_verb_it_is(text: str, figures: list[tuple[str, str]]) -> None:
    assert read(text) == figures


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("They tried to hide the toll and gave an estimate of 240 deaths.", ["asserted"]),
        ("They tried to free 12 men and wound 40 guards.", ["hypothetical", "hypothetical"]),
        ("There may have been 400 others who drowned.", ["feared"]),
    ],
)
def test_how_far_an_attempt_reaches(text: str, statuses: list[str]) -> None:
    assert [f.status for f in extract(text)] == statuses


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Police put the death toll at six and said that five coaches and a van had derailed.", [("killed", "six")]),
        ("The crash killed 583 people, including the parents of two pupils.", [("killed", "583 people")]),
        ("The crash killed 583 people, including two pupils.", [("killed", "583 people"), ("killed", "two pupils")]),
        ("The army has not suffered any casualties.", [("casualties", "any casualties")]),
        ("The quake did not cause any serious injuries.", []),
        ("Police have not confirmed any deaths.", []),
    ],
)  # fmt: skip
def test_who_is_none_of_them_and_nobody(text: str, figures: list[tuple[str, str]]) -> None:
    assert read(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Dana Reeves, 66 and Ida Reeves, 64 were found dead.", [("killed", "Dana Reeves"), ("killed", "Ida Reeves")]),
        ("The wounded children's ages were 6, 11 and 16.", []),
        ("The dead man was the suspect in two cases.", []),
        ("The flooded mines captured 200 million m3 of water.", []),
        ("Monitors gave a death toll among children of three fatalities.", [("killed", "three fatalities")]),
        ("Among the victims were two boys Dan Rook and Omar Beg who were also killed.", [("killed", "two boys")]),
        ("The raid left eight people injured and killed 37-year-old Ana Ruiz.",
         [("injured", "eight people"), ("killed", "Ana Ruiz")]),
        ("Five boys were shot, one of them fatally at a party.",
         [("casualties", "Five boys"), ("killed", "one of them")]),
    ],
)  # fmt: skip
def test_ages_and_persons_that_are_no_counts(text: str, figures: list[tuple[str, str]]) -> None:
    assert read(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # a participle between commas tells of those before it, whose verb comes behind
        ("Two men, injured in the raid, later died.", [("killed", "Two men")]),
        ("A man, shot by soldiers, died on Monday.", [("killed", "A man")]),
        ("Two men, described as guards, were killed.", [("killed", "Two men")]),
        ("Troops killed 12 men, wounded 13, captured two.",
         [("killed", "12 men"), ("injured", "13"), ("detained", "two")]),
        # who dies while he is cared for is dead
        ("Two men died while being treated.", [("killed", "Two men")]),
        ("Two succumbed to injuries while being rushed to hospital.", [("killed", "Two")]),
    ],
)  # fmt: skip
def test_what_is_told_of_them_on_the_way(text: str, figures: list[tuple[str, str]]) -> None:
    assert read(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Killed in the attack were four guards.", [("killed", "four guards")]),
        ("Killed on Monday were a village chief and 12 men.",
         [("killed", "a village chief"), ("killed", "12 men")]),
        ("Guards killed in the attack were named.", []),
    ],
)  # fmt: skip
def test_whom_a_sentence_ends_with(text: str, figures: list[tuple[str, str]]) -> None:
    assert read(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "The toll, which stood at 19 on Monday, reached 26 by Tuesday.",
        "The death toll, which officials put at 19 on Monday, has risen to 26.",
    ],
)
def test_a_toll_and_what_it_stood_at(text: str) -> None:
    assert [(f.value, f.status) for f in extract(text)] == [(19, "superseded"), (26, "asserted")]


def test_those_of_one_place_are_none_of_another_s() -> None:
    found = extract("Three people were killed in Kabul, two in Kunduz and one in Herat.")
    assert [(f.value, f.part_of) for f in found] == [(3, None), (2, None), (1, None)]

"""When each count of a whole report happened, when it stood, and what of it was long before."""

from __future__ import annotations

import pytest

from figures.extraction import extract

# of a Wednesday: the Monday before was the 28th, the Tuesday the 29th
PUBLISHED = "2022-03-30"


def days(text: str) -> list[tuple[str | None, str | None]]:
    return [(f.earliest, f.as_of) for f in extract(text, published=PUBLISHED)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # a toll is of the event that names its day
        (
            "Fear gripped villagers on Tuesday as the toll from Monday's quake hit 94.",
            [("2022-03-28", None)],
        ),
        (
            "Fear gripped villagers on Tuesday as the toll from Monday's quake hit 94. One person is missing.",
            [("2022-03-28", None), ("2022-03-28", None)],
        ),
        ("Gunmen killed 12 on Tuesday, days after Monday's quake.", [("2022-03-29", None)]),
        # when some were still hurt or missing
        (
            "Sixty people were hurt in Monday's fire. Twelve of them remained in hospital on Tuesday.",
            [("2022-03-28", None), ("2022-03-28", "2022-03-29")],
        ),
        (
            "A ferry sank on Monday. Nine people were still missing on Tuesday.",
            [("2022-03-28", "2022-03-29")],
        ),
        # a count that stood later is of the event all the same
        (
            "A ferry sank in Lesk on Monday. By Tuesday 12 had died. Nine people are missing.",
            [("2022-03-28", "2022-03-29"), ("2022-03-28", "2022-03-29")],
        ),
        # nothing happened then
        (
            "Gunmen raided Lesk on Monday. No soldiers had come to the village even on Tuesday. They killed 40 people.",
            [("2022-03-28", None)],
        ),
        ("A raid killed 20 people about a fortnight ago.", [("2022-03-13", None)]),
        ("As recently as January, 14 people were killed at the ford.", [("2022-01-01", None)]),
        (
            "A storm hit Lesk on Monday. The 17th storm to hit Lenia this year, it displaced 900 people.",
            [("2022-03-28", None)],
        ),
        # the day of an event that is named by it, beside another
        (
            "Crews went on digging on Tuesday for survivors of Monday's slide, which killed nine men.",
            [("2022-03-28", "2022-03-29")],
        ),
        ("Nine men killed in Monday's crash were seen on Tuesday.", [("2022-03-28", None)]),
        # the day on which the dead got names
        (
            "Nine men died in a fire in Lesk. The nine dead were identified on Tuesday. The fire broke out on Monday.",
            [("2022-03-28", None), ("2022-03-28", None)],
        ),
        ("A gunman identified as Omar Diaz killed nine people on Monday.", [("2022-03-28", None)]),
        # what went on behind the deed, or was to come
        ("A search was underway on Tuesday in Lesk, where 11 people have died.", [(None, None)]),
        ("Clashes continued on Tuesday, with 11 people killed.", [("2022-03-29", None)]),
        ("Rain is expected to go on today after floods killed 11 people.", [(None, None)]),
        # days counted from another that is told
        (
            "Police said on Tuesday that a bus fell the day before, killing 11 people.",
            [("2022-03-28", None)],
        ),
        ("Shells killed 11 people the day before yesterday.", [("2022-03-28", None)]),
        (
            "A raid on Tuesday cost two lives. The previous night shells killed 11 people.",
            [("2022-03-29", None), ("2022-03-28", None)],
        ),
        (
            "On 29 March the ministry said that nine people had been killed in the blast on the evening of the 28th.",
            [("2022-03-28", None)],
        ),
        ("On 29 March nine people were killed on the 28th floor.", [("2022-03-29", None)]),
        ("A fire on Monday night into Tuesday killed nine people.", [("2022-03-28", None)]),
        ("Nine people were killed on Monday of last week.", [("2022-03-21", None)]),
        (
            "Bombs killed four men on Tuesday. The attacks came a day after a bomber walked into a church, killing 18.",
            [("2022-03-29", None), ("2022-03-28", None)],
        ),
        (
            "Bombs hit Lesk on Tuesday. The raid that killed 18 men came two days after a storm.",
            [("2022-03-29", None)],
        ),
        (
            "On Tuesday officials confirmed that 90 people died in a quake that struck the previous day. Nine are"
            " missing.",
            [("2022-03-28", None), ("2022-03-28", None)],
        ),
        # when more of the dead were found, or a toll got to its size
        (
            "A house fell on Monday, killing nine people. Three more bodies were found on Tuesday.",
            [("2022-03-28", None), ("2022-03-28", "2022-03-29")],
        ),
        (
            "Gunmen killed nine people on Monday. Three bodies were found in a ditch on Tuesday.",
            [("2022-03-28", None), ("2022-03-29", None)],
        ),
        (
            "A blast hit Lesk on Monday. Two people died in a clinic on Tuesday, taking the toll to nine.",
            [("2022-03-29", None), ("2022-03-28", "2022-03-29")],
        ),
        (
            "Nine people were confirmed dead on Tuesday after Monday's slide.",
            [("2022-03-28", "2022-03-29")],
        ),
        # another event than the one that is reported, or what is told beside it
        (
            "A quake struck Lesk on Tuesday. Some 50 people were killed, as walls weakened by a much bigger quake last"
            " month fell.",
            [("2022-03-29", None)],
        ),
        (
            "Gunmen raided Lesk on Tuesday, killing nine. It is near Orlo, where raiders took girls in January. Four"
            " men were hurt.",
            [("2022-03-29", None), ("2022-03-29", None)],
        ),
        (
            "Lesk is marking the first anniversary of a fire. On Tuesday widows laid wreaths. Of 90 on board, 30 died.",
            [(None, None)],
        ),
        (
            "A bomb killed 30 people on Tuesday at a rite marking the anniversary of a fire. Nine were hurt.",
            [("2022-03-29", None), ("2022-03-29", None)],
        ),
        (
            "A quake on Tuesday hit towns picking up the pieces from the March 1 quake that killed 900.",
            [("2022-03-01", None)],
        ),
        (
            "The casualties of Monday's attack on Orlo may go up. Some 20 people were killed.",
            [("2022-03-28", None)],
        ),
        # a running total is of no day of the news
        (
            "Gunmen raided Lesk on Tuesday, killing nine. Rebels have killed hundreds in the war.",
            [("2022-03-29", None), (None, None)],
        ),
        ("Weekend clashes killed nine people.", [("2022-03-26", None)]),
        ("Nine people were killed on Monday and Tuesday last week.", [("2022-03-21", None)]),
        ("Four years ago, on 24 February, shells killed nine people.", [("2018-02-24", None)]),
        ("On 24 February four years ago shells killed nine people.", [("2018-02-24", None)]),
        # the day of a search, a charge or a rite is not that of the deed
        (
            "Crews combed the ruins of a deadly landslide in Lesk on Tuesday, as the dead rose to 20.",
            [(None, "2022-03-29")],
        ),
        (
            "Crews combed the ruins of a landslide in Lesk on Tuesday. It left 28 people hurt.",
            [(None, "2022-03-29")],
        ),
        ("Crews are searching for nine men after a slide on Tuesday.", [("2022-03-29", None)]),
        ("Officials say a bus on Monday hit a mine that killed nine.", [("2022-03-28", None)]),
        ("Officials said on Monday a mine had killed nine.", [(None, None)]),
        (
            "A slide killed nine men in Lesk. Crews called off their search on Tuesday.",
            [(None, None)],
        ),
        (
            "A gunman shot four men on Monday. On Tuesday, all four were reported to be in stable condition.",
            [("2022-03-28", None), ("2022-03-28", "2022-03-29")],
        ),
        (
            "Nine men were hurt in a raid on Monday. Ana Ruiz was arrested early Tuesday on two charges. Two cooks were"
            " hurt.",
            [("2022-03-28", None), ("2022-03-29", None), ("2022-03-28", None)],
        ),
        (
            "Police arrested 50 people on Tuesday in Orlo. Nine people were hurt.",
            [("2022-03-29", None), ("2022-03-29", None)],
        ),
        (
            "Nine men died in a fire on Monday. Prosecutors Tuesday filed a charge against a cook. Two were"
            " hurt.",
            [("2022-03-28", None), ("2022-03-28", None)],
        ),
        (
            "Nine people died, said Sgt. Omar Diaz of the Orlo State Highway Patrol on Tuesday.",
            [(None, None)],
        ),
        ("A bridge built in 1972 fell in Lesk, killing nine people.", [(None, None)]),
        (
            "The mayor, first elected in 2005, fled after unrest that killed 90 people.",
            [(None, None)],
        ),
        (
            "Around midnight on Monday, a declared strike killed nine people.",
            [("2022-03-28", None)],
        ),
        (
            "Nine men died in a fire on Monday. On Tuesday police identified the nine dead.",
            [("2022-03-28", None), ("2022-03-28", None)],
        ),
        ("In January, a man in Orlo was charged with killing two cooks.", [(None, None)]),
        ("A year later, kin of the 30 dead are angry. They wept on Tuesday.", [(None, None)]),
        ("Nine people were killed on Christmas Day.", [("2021-12-25", None)]),
        # months, years and decades
        ("In the January-February period this year, 44 people drowned.", [("2022-01-01", None)]),
        ("It was a worse year than 2014, when 330 people drowned.", [("2014-01-01", None)]),
        ("Some 330 people drowned in the first two months of the year.", [("2022-01-01", None)]),
        ("Some 330 people drowned in the last quarter of the year.", [("2021-10-01", None)]),
        ("Nine people were killed last March.", [("2021-03-01", None)]),
        ("Nine people were killed last January.", [("2022-01-01", None)]),
        ("Some 90,000 people died in the wars of the 1990s.", [("1990-01-01", None)]),
        ("Nine people died at a show by the 1980s band Orda on Monday.", [("2022-03-28", None)]),
        ("Since the start of the year 90 people have drowned.", [("2022-01-01", None)]),
        ("Rivers rose on Monday and on Tuesday nine people drowned.", [("2022-03-29", None)]),
        # when a count stood
        ("Nine people were known to have died by nightfall on Tuesday.", [(None, "2022-03-29")]),
        (
            "A slide hit Lesk on Tuesday. As of Monday afternoon some 95 homes had been lost to the rain.",
            [(None, "2022-03-28")],
        ),
        (
            "Eleven men were hurt on Monday. They were taken to a clinic, where nine remained in critical condition"
            " on Tuesday.",
            [("2022-03-28", None), ("2022-03-28", "2022-03-29")],
        ),
    ],
)
def test_when_each_count_was(text: str, told: list[tuple[str | None, str | None]]) -> None:
    assert days(text) == told


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("In January, 145 people died in a crush in Orlo.", True),
        ("In January 145 people died in a crush in Orlo.", True),
        ("On January 2, 52 people died when a bus fell.", True),
        ("The last crush killed 52 people in January.", True),
        ("In December, 67 people died after the eruption of Mount Orlo.", True),
        ("On March 28, 52 people were hurt.", False),
        ("In April, aid will reach 52 people.", False),
        ("The blast in January killed 145 people.", False),
        ("He was convicted of killing two people in January.", False),
        ("Since it began in January, 145 people have died.", False),
    ],
)
def test_what_a_report_of_this_week_tells_of_months_before(text: str, other: bool) -> None:
    found = extract(f"A crush in Lesk killed nine people on Monday. {text}", published=PUBLISHED)
    assert [bool(f.background) for f in found[:1]] == [False]
    assert [bool(f.background) for f in found[1:]] == [other] * len(found[1:])


def test_what_those_hurt_had_come_to_remember_is_no_other_incident() -> None:
    text = "A bomber blew himself up near men commemorating the death anniversary of a famed leader, hurting two."
    assert [f.background for f in extract(text)] == [None, None]


def test_a_count_since_a_month_and_one_of_a_decade_end() -> None:
    text = "The army began its push in November and hundreds of people have been killed since then."
    assert extract(text, published=PUBLISHED)[0].latest == PUBLISHED
    text = "Since the truce of 20 November 2021, 58 people have been killed."
    assert [(f.earliest, f.latest) for f in extract(text, published=PUBLISHED)] == [
        ("2021-11-20", PUBLISHED)
    ]
    text = "Some 90,000 people died in the wars of the 1990s."
    assert extract(text, published=PUBLISHED)[0].latest == "1999-12-31"


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("On Sunday, six guards were killed in an ambush in Orlo.", True),
        ("Last Friday gunmen killed six guards in Orlo.", True),
        ("At least six guards were killed when two bombers raided a post on March 20.", True),
        ("On March 20 a gunman killed six guards.", True),
        ("Earlier on March 20, six guards were killed in a raid.", True),
        ("Earlier this week, a mine killed six guards.", True),
        ("Six guards were killed in a separate explosion.", True),
        ("On Monday, six guards were killed in an ambush in Orlo.", False),  # a day before
        ("On Sunday, he shot dead six guards.", False),
        ("On Sunday, the blast killed six guards.", False),
        ("On Sunday, floods killed six guards.", False),
        ("Six guards were killed on Sunday.", False),
        ("On Sunday, six guards were killed, and a man is accused of it.", False),
        ("On Wednesday, six guards were killed in an ambush.", False),
    ],
)
def test_what_a_report_of_one_day_tells_of_days_before(text: str, other: bool) -> None:
    found = extract(f"A bomb killed nine people in Lesk on Tuesday. {text}", published=PUBLISHED)
    assert [bool(f.background) for f in found] == [False, other]


@pytest.mark.parametrize(
    "text",
    [
        "A storm killed nine people in Lesk on Tuesday. On Sunday, six people were killed by a tree.",
        "A man was booked into jail on Tuesday. On March 20 a gunman killed six guards.",
        "Nine people have been killed in Lesk. On Sunday, six guards were shot dead.",
    ],
)
def test_what_goes_on_for_days_or_has_no_day_has_no_days_before(text: str) -> None:
    assert not any(f.background for f in extract(text, published=PUBLISHED))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Raiders shot nine herders in Hale on the 2nd.", "2024-05-02"),
        ("On the 27th, raiders shot nine herders.", "2024-04-27"),
        ("On the 2nd of this month raiders shot nine herders.", "2024-05-02"),
        ("On the 12th of last month raiders shot nine herders.", "2024-04-12"),
        ("Raiders burnt Orlo on 11 April. On the 14th, they shot nine herders.", "2024-04-14"),
        ("Smoke on the 4th and 5th floors killed nine clerks.", None),
        ("This was the 4th of six raids; nine herders died.", None),
        ("Four days after the flood of 11 April, nine herders were shot.", "2024-04-15"),
        ("Raiders shot nine herders three days before the poll on 14 April.", "2024-04-11"),
        ("Nine herders were shot in Hale, a day after a bomb in Orlo on Monday.", "2024-04-30"),
        ("Two days after a bomb on Monday killed nine, shops were shut.", "2024-04-29"),
        ("Weeks after the flood of 11 April, nine herders were shot.", None),
        (
            "The bodies of nine divers were found on Tuesday, a day after the dam burst.",
            "2024-04-29",
        ),
        (
            "Nine bodies were recovered on Thursday from the barge that sank on Sunday.",
            "2024-04-28",
        ),
        ("Nine bodies were found in a well on Thursday.", "2024-05-02"),
        ("A barge sank off Hale on Sunday. Nine bodies were found a day later.", "2024-04-28"),
        ("Floods killed nine herders in autumn 2019.", "2019-01-01"),
        # parts of a month, and months of a year
        ("Raiders shot nine herders in the first week of April.", "2024-04-01"),
        ("Raiders shot nine herders in the last week of February.", "2024-02-22"),
        ("Raiders shot nine herders in the second half of July 2023.", "2023-07-16"),
        ("Raiders shot nine herders in the last three months of 2023.", "2023-10-01"),
        ("By the first week of April nine herders had been shot.", None),
        # when the news came, and when somebody spoke
        (
            "The navy on Tuesday released images of a barge that sank on 20 April. Nine men drowned.",
            "2024-04-20",
        ),
        (
            "On Saturday the mayor said that nine herders were hurt. The bridge fell on Sunday.",
            None,
        ),
        ("As floodwaters receded in northern Orda on Thursday, nine herders were missing.", None),
        ("The number of dead herders went up to nine on Thursday.", None),
        ("The barge sank between Monday night and early Tuesday, killing nine.", "2024-04-29"),
        # of one event of the many that a toll is of
        (
            "A mudslide killed nine herders. In the same northern district two herders drowned on Monday.",
            None,
        ),
    ],
)
def test_days_counted_from_others_are_told(text: str, days: str | None) -> None:
    assert extract(text, "2024-05-03")[0].earliest == days


def test_a_toll_grew_over_more_than_the_days_of_its_last() -> None:
    found = extract(
        "Nine herders died in Hale over the weekend, bringing the death toll to 120.", "2024-05-03"
    )
    assert [(f.earliest, f.latest, f.as_of) for f in found] == [
        ("2024-04-27", "2024-04-28", None),
        (None, None, "2024-04-28"),
    ]


@pytest.mark.parametrize(
    ("text", "stood"),
    [
        ("Two more people died on Thursday, raising the death toll to 24.", "2024-05-02"),
        ("Two more bodies were found on Thursday, bringing the toll to 24.", "2024-05-02"),
        (
            "Two more people died after the blast in Lesk on Thursday, raising the death toll to 24.",
            None,
        ),
        ("A victim of the fire in Hale on Thursday died, taking the death toll to 24.", None),
        (
            "Two bodies lay in the hotel that collapsed on Thursday, taking the death toll to 24.",
            None,
        ),
    ],
)
def test_the_day_of_an_event_told_of_before_is_not_when_its_toll_stood(
    text: str, stood: str | None
) -> None:
    assert extract(text, "2024-05-08")[-1].as_of == stood


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # bodies found later are of those lost before
        (
            "A trawler sank on Monday. Three bodies were found on Tuesday.",
            [("2022-03-28", "2022-03-29")],
        ),
        (
            "Gunmen raided a village on Monday. Three bodies were found on Tuesday.",
            [("2022-03-29", None)],
        ),
        (
            "A ferry sank on Monday. Three bodies were found in a grave in Orda on Tuesday.",
            [("2022-03-29", None)],
        ),
        # a day that a line opens with is that of the report
        (
            "March 30, 2022 (LESK) - Twelve people were killed by a mob on Monday, police said.",
            [("2022-03-28", None)],
        ),
        ("March 30, 2022 (LESK) - Twelve people have been killed by a mob.", [(None, None)]),
        ("He'll undergo surgery again Friday, the clinic said.", [(None, None)]),
    ],
)
def test_days_told_beside_those_of_the_deed(
    text: str, told: list[tuple[str | None, str | None]]
) -> None:
    assert days(text) == told


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Raids on 28 February and 1 March killed nine clerks.", "2022-02-28", "2022-03-01"),
        ("Raids on 30 April and on 1 May 2021 killed nine clerks.", "2021-04-30", "2021-05-01"),
        ("Raids on 27 February and 2 March killed nine clerks.", "2022-03-02", "2022-03-02"),
        ("Over 300 miners died in accidents from 1941 to April 2014.", "1941-01-01", "2014-04-30"),
        ("Over 300 miners died in accidents from March 2011 to 2014.", "2011-03-01", "2014-12-31"),
        ("There were 40 deaths due to storms between 18 and 26 May 2021.", "2021-05-18", "2021-05-26"),
    ],
)  # fmt: skip
def test_stretches_of_two_dates(text: str, first: str, last: str) -> None:
    assert [(f.earliest, f.latest) for f in extract(text, published=PUBLISHED)] == [(first, last)]

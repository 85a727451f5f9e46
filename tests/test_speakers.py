"""Who says so, over sentences put together of a speaker and a way of telling: each pair is read alike."""

import pytest

from figures.extraction import extract

SPEAKERS = {
    "police": "police",
    "the health ministry": "health ministry",
    "Governor Lena Ortiz": "Lena Ortiz",
    "the Red Cross": "Red Cross",
    "UNICEF": "UNICEF",
    "the Lesk Civil Defence": "Lesk Civil Defence",
    "hospital officials": "hospital officials",
}
TOLD = [
    "As {} reported, eight people were killed.",
    "As {} said on Monday, eight people were killed.",
    "Eight people were killed, as {} reported.",
    "Eight people, as {} reported, were killed.",
    "Protests spread as {} said eight people were killed.",
    "Figures from {} show that eight people were killed.",
    "Figures compiled by {} show eight people were killed.",
    "Figures given to the BBC by {} put the death toll at eight.",
    "Data shared with Radio Nine by {} show that eight people were killed.",
    "The mayor was reacting to reports by {} saying eight people were killed.",
    "The toll is almost double {}'s previous estimate of eight dead.",
    "Twelve were hurt, but {} said that eight people were killed.",
    "According to figures from {}, eight people were killed.",
    "According to data compiled by {}, eight people were killed.",
    "According to information provided by {}, eight people were killed.",
    "Eight people were killed, figures from {} show.",
    "Eight people were killed, a statement from {} said.",
    "Eight people were killed, a report by {} said.",
    "A statement by {} said eight people were killed.",
    "Reports from {} say eight people were killed.",
    "The latest update from {} says eight people were killed.",
    "In its latest update, {} said eight people were killed.",
    "{} in a statement said eight people were killed.",
    "{} is reporting that eight people were killed.",
    "{}, quoted by Radio Nine, said eight people were killed.",
    "Eight people were killed and 12 injured, {} reports.",
    "Eight people were killed, {} reports with reference to Radio Nine.",
    "Eight people, {} said, were killed.",
    "Rescuers searched the ruins on Monday, with {} saying eight people were killed.",
    "A tally kept by {} stands at eight dead.",
    "{} raised the death toll to eight.",
]  # fmt: skip


def test_a_ministry_is_named_without_its_article() -> None:
    assert [f.attributed_to for f in extract("The ministry of health said 12 people died.")] == [
        "ministry of health"
    ]


@pytest.mark.parametrize("told", TOLD)
def test_a_way_of_telling_holds_for_every_speaker(told: str) -> None:
    for said, name in SPEAKERS.items():
        text = told.format(said)
        text = text[0].upper() + text[1:]
        found = [f for f in extract(text) if f.low == 8]
        assert [(f.attributed_to or "").lower() for f in found] == [name.lower()], text


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Reports from Lesk say eight people were killed.", "Reports"),
        ("Reports from the capital say eight people were killed.", "Reports"),
        ("Eight people were killed in Lenia, Orda and Lesk (LOL) states.", None),
        ("Eight people, a local official said, were killed.", "local official"),
        (
            "A local group, the Lesk Relief Committee, said eight people were killed.",
            "Lesk Relief Committee",
        ),
        ("The Lesk-based Relief Committee said eight people were killed.", "Relief Committee"),
        ("Eight people were killed, Information Minister D.K. Ruiz said.", "D.K. Ruiz"),
        ("It came a day after the mission announced that eight people were killed.", "mission"),
        ("Two hours after police spoke, the mayor said eight people were killed.", "mayor"),
        ("The deaths, if confirmed, would add to eight people killed in May.", None),
        ("The army told nine people to leave their homes, and eight people were killed.", None),
        (
            "The mission put the number of people missing on the route to Lesk since May at eight.",
            "mission",
        ),
        ("US Chiefs of Staff Chairman Omar Ruiz said eight people were killed.", "Omar Ruiz"),
        (
            "The press centre of the State Emergency Service said eight people were killed.",
            "The press centre of the State Emergency Service",
        ),
        (
            "According to estimates that Lenia's army chief released, eight people were killed.",
            "Lenia's army chief",
        ),
        ("The number of people killed has reached eight – UNICEF.", "UNICEF"),
        ("The toll has reached eight in north- western Lenia.", None),
        ("Update: The number of people killed has risen to eight.", None),
        ("PHOTOS: Eight people killed in Lesk fire", None),
        ("Police: Eight people killed in Lesk fire", "Police"),
        ("The Lesk Front claimed it was behind the bombing. Eight people were killed.", None),
        ("The Lesk Front claimed that eight people were killed.", "Lesk Front"),
        (
            "The health and interior ministries said that eight people were killed.",
            "health and interior ministries",
        ),
        ("Police and interior ministry officials said eight people were killed.", "Police"),
        ("Eight people were killed, although 12 died according to nurses.", None),
        ("Eight people were killed although it rained, according to nurses.", "nurses"),
        ("Figures given to the BBC by mistake put the death toll at eight.", None),
        ("The protection cluster reported eight people killed.", "protection cluster"),
        (
            '"The fire is out. According to the National Police, eight people were killed," the fire chief said.',
            "National Police",
        ),
        (
            "Eight people were killed, according to figures published on Monday by the Hale Observatory.",
            "Hale Observatory",
        ),
        ("The toll is higher than the group's previous count of eight dead.", "group"),
        ("Witnesses spoke of shots. They feared that eight people were killed.", "Witnesses"),
        ("The toll from rebel attacks has risen to eight dead.", None),
        (
            "Department of Forestry spokeswoman Lena Ortiz said eight people were killed.",
            "Lena Ortiz",
        ),
        ("The mayor, later quoted by Radio Nine, said eight people were killed.", "mayor"),
        ("A post from Omar Said stated that eight people were killed.", "Omar Said"),
    ],
)
def test_look_alikes(text: str, speaker: str | None) -> None:
    assert [f.attributed_to for f in extract(text) if f.low == 8] == [speaker]


@pytest.mark.parametrize(
    ("after", "name"),
    [
        ("Omar Ruiz, the head of the district, said this in a post on Telegram.", "Omar Ruiz"),
        ("This was reported by the head of the district, Omar Ruiz.", "Omar Ruiz"),
        (
            "This was reported by the head of the district Omar Ruiz in Telegram.",
            "Omar Ruiz",
        ),
        (
            "That's according to the head of the district, Omar Ruiz, who broke the news.",
            "Omar Ruiz",
        ),
        ("Omar Ruiz, the head of the district, said the road was closed.", None),
        ("The road was closed, as was reported by the mayor.", None),
    ],
)
def test_what_is_said_of_the_sentence_before(after: str, name: str | None) -> None:
    for gap in (" ", "\n\n"):
        assert extract(f"One person was killed.{gap}{after}")[0].attributed_to == name


def test_a_province_that_reports_deaths_is_where_not_who() -> None:
    (figure,) = extract("Punjab reported 12 deaths.")
    assert (figure.attributed_to, figure.place) == (None, "Punjab")


def test_who_counts_places_goes_on_with_nobody() -> None:
    text = "Rain killed nine people, the minister said. {} been hit by floods, which killed 150 people."
    for opening, name in (
        ("Several northern states have", None),
        ("Four other villages have", None),
    ):
        assert extract(text.format(opening))[-1].attributed_to == name
    assert (
        extract("Rain killed nine, the minister said. Four others were hurt.")[-1].attributed_to
        == "minister"
    )


def test_a_claim_nobody_could_verify_is_limited_from_the_next_paragraph_too() -> None:
    claim = '"We counted 60 dead," Omar Ruiz said.\n\nRadio Nine could not independently {}.'
    assert extract(claim.format("verify the claim"))[0].caveat == "could not independently verify"
    assert extract(claim.format("verify the deaths"))[0].caveat == "could not independently verify"
    assert extract(claim.format("reach the mine"))[0].caveat is None


def test_a_body_with_a_name_of_its_own_is_no_other_speaker() -> None:
    text = "Omar Ruiz, head of the Hale Relief Fund, said 24 were hurt.\n\n{} put the death toll at 387."
    assert extract(text.format("The Observatory has"))[-1].attributed_to == "Observatory"


def test_agencies_of_the_united_nations_are_its_kind() -> None:
    for said in ("U.N. agencies", "The U.N. refugee agency", "UN officials"):
        assert extract(f"{said} said 12 people drowned.")[0].attribution_kind == "un"


def test_who_passes_a_statement_on_stands_apart() -> None:
    (figure,) = extract("The fire chief, quoted by Radio Nine, said eight people were killed.")
    assert (figure.attributed_to, figure.via) == ("fire chief", "Radio Nine")


def test_a_line_tells_whose_words_are_quoted_on_the_next() -> None:
    text = (
        "A missile hit Lesk.\nSource: Ada Renn, head of the regional administration, on Telegram\n"
        'Quote: "This crime claimed the lives of 51 civilians, and six people were injured."\n'
        "Details: Twelve people are missing."
    )
    assert [f.attributed_to for f in extract(text)] == ["Ada Renn", "Ada Renn", None]
    assert extract("Two people were killed.\nSource: Reuters")[0].attributed_to is None


@pytest.mark.parametrize(
    ("text", "speaker", "kind"),
    [
        ("Amir Zai, LRF spokesman in Orda, said eight people were killed.", "Amir Zai", None),
        ("Amir Zai, hospital spokesman in Orda, said eight were killed.", "Amir Zai", "medical"),
        ("The mayor of Orda, Amir Zai, said eight people were killed.", "Amir Zai", "official"),
        (
            "Reverend Amir Zai, spokesman for the Church of Orda, where the raid was, said eight people were killed.",
            "Amir Zai",
            "ngo",
        ),
        (
            "In Orda, a police spokesman, who came late, said eight people were killed.",
            "police spokesman",
            "police",
        ),
        ("Gov. Lena Ortiz said eight people were killed.", "Lena Ortiz", "official"),
        ("The World Health Organisation said eight people died.", "World Health Organisation", "un"),
        (
            "A survivor, Amir Zai, spoke of shots. According to him, eight people were killed.",
            "Amir Zai",
            "witness",
        ),
        ("Ruiz added to the paper that eight people were killed.", "Ruiz", None),
        ("The blast adds to eight people killed in May.", None, None),
        ("Mayor Ana Ruiz warned of rain, as the death toll rose to eight.", None, None),
        ("Mayor Ana Ruiz said that, as the rain went on, the death toll rose to eight.", "Ana Ruiz", None),
        (
            '"Eight people were killed," said Ana Ruiz, spokeswoman of the U.N. High Commissioner.',
            "Ana Ruiz",
            None,
        ),
        ("Residents spoke.\n\nEight people were killed, a local said.", "local", "witness"),
        ("A clerk in the local administration said eight people died.", "clerk", "official"),
    ],
)  # fmt: skip
def test_who_it_is_and_of_what_kind(text: str, speaker: str | None, kind: str | None) -> None:
    found = [(f.attributed_to, f.attribution_kind) for f in extract(text) if f.low == 8]
    assert found[0][0] == speaker
    assert kind is None or found[0][1] == kind


def test_a_name_keeps_its_office_over_the_whole_text() -> None:
    text = "Police spokesman Amir Zai said 12 people died." + " The road is closed." * 9
    assert extract(text + " Zai said eight were hurt.")[-1].attribution_kind == "police"
    assert extract(text + " Ruiz said eight were hurt.")[-1].attribution_kind is None


def test_another_month_goes_on_with_nobody() -> None:
    text = "Twelve people were hurt, the mayor said. Such crushes are frequent. Ten people were killed{}."
    assert extract(text.format(" in the south in July"))[-1].attributed_to is None
    assert extract(text.format(""))[-1].attributed_to == "mayor"


def test_pictures_say_nothing_of_what_follows() -> None:
    text = "{} showed villagers on their roofs. Five people were buried in a landslide."
    assert extract(text.format("Footage aired by Radio Nine"))[-1].attributed_to is None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A person familiar with the matter said 12 had died.", "person familiar with the matter"),
        ("Officials with knowledge of the raid said 12 had died.", "Officials"),
        (
            "Floods killed 12, hospital and government officials said.",
            "hospital and government officials",
        ),
        ("Floods killed 12, police and residents said.", "police"),
        (
            "Floods killed 12, according to government figures available on Sunday.",
            "government figures",
        ),
        ("Floods killed 12, the Press Trust of Orda reported.", "Press Trust of Orda"),
        ("Floods killed 12, rebels claim.", "rebels"),
        ("Floods killed 12, one of the survivors said.", "one of the survivors"),
        ("Twelve people were confirmed dead by the ministry.", "ministry"),
        # who counts nobody is not gone on with in another paragraph
        ("Ana Ruiz said the rebels had help.\n\nAt least 12 people died in Hale.", None),
        ("Ana Ruiz said the rebels had help. At least 12 people died in Hale.", "Ana Ruiz"),
        ("Police said the roof fell at noon.\n\nAt least 12 people died in Hale.", "Police"),
    ],
)
def test_who_is_told_by_more_than_a_noun(text: str, who: str | None) -> None:
    assert extract(text)[0].attributed_to == who

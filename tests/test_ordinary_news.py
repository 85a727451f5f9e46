"""Kinds met in ordinary news, most of which tells of other matters than casualties: who is no victim, what did not come
to pass, and whose place, date and word it is."""

from __future__ import annotations

import pytest

from figures import extract
from figures.extraction.numbers.grammar import read as read_numbers
from figures.extraction.words.tokens import tokenize


def told(text: str) -> list[tuple[str, str, str]]:
    return [(f.category, f.quote, f.status) for f in extract(text, "2026-03-12")]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Police arrested twelve people after a jackal died of a bait.", [("detained", "twelve people")]),
        ("Two men were charged after a horse was shot dead.", []),
        ("Two men died after a horse bolted.", [("killed", "Two men")]),
        ("Two clerks in Lesk were charged after a guard was shot dead.", [("killed", "a guard")]),
        ("The list has four shootings, including one in Lesk, killing three, and another in Orda, where five died.",
         [("killed", "three"), ("killed", "five")]),
        ("The blast killed three, and another in the crowd later died.", [("killed", "three"), ("killed", "another")]),
        ("The senate or another body may look into it.", []),
        ("Divers found another body on Monday.", [("killed", "another body")]),
        ("The bureau classifies attacks in which four or more people die as massacres.", []),
        ("In the attack four or more people died.", [("killed", "four or more people")]),
        ("Two officers were allowed to go home after questioning.", []),
        ("Some 793 passengers have gone home and 382 are being treated.", [("injured", "382")]),
        ("Ana Ruiz, a nurse, was a teacher in Orda before her death.", [("killed", "a nurse")]),
        ("According to Ana Ruiz, the mayor's aide, the driver died.", [("killed", "the driver")]),
        ("The mayor's aide, the cook and the driver died.",
         [("killed", "The mayor's aide"), ("killed", "the cook"), ("killed", "the driver")]),
        ("He spoke of the death of Most Rev. Omar Perez.", [("killed", "Most Rev. Omar Perez")]),
        ("Omar Belkin was signed by Ana Perez before his death.", [("killed", "Omar Belkin")]),
    ],
)  # fmt: skip
def test_who_is_a_victim(text: str, figures: list[tuple[str, str]]) -> None:
    assert [(category, quote) for category, quote, _ in told(text)] == figures


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The fall nearly killed three climbers.", "denied"),
        ("The fall killed nearly three dozen climbers.", "asserted"),
        ("The fire almost completely destroyed 40 homes.", "asserted"),
        ("Thousands of deaths could be prevented, he said.", "hypothetical"),
        ("Thousands of deaths could have been prevented, he said.", "asserted"),
        ("In a gaffe he made the misstatement that 900 people had died.", "retracted"),
        ("Do not hold 900 workers hostage, she said.", "denied"),
        ("They hold 900 workers hostage, she said.", "asserted"),
        ("Don't hold 900 workers hostage, she said.", "denied"),
        ("The police didn't kill two men.", "denied"),
        ("The fire couldn't have killed two men.", "denied"),
        ("They didn't leave 12 people dead.", "denied"),
        ("They don't know that two men died.", "asserted"),
        ("In the novel, 12 clerks are killed in a siege.", "hypothetical"),
        ("The novelist was in the town, where 12 clerks were killed in a siege.", "asserted"),
        ("Omar Belkin fled. He said he'd be killed.", "hypothetical"),
        ("Omar Belkin fled. He said he'd been killed.", "asserted"),
        ("She dreamt that 12 clerks were killed.", "hypothetical"),
        ("Twelve clerks, and possibly more, were killed.", "asserted"),
        ("Twelve clerks were possibly killed.", "feared"),
        ("He was hired to kill two clerks.", "hypothetical"),
        ("They were sent to kidnap 12 clerks.", "hypothetical"),
        ("They came allegedly to kill 12 clerks.", "hypothetical"),
        ("They allegedly killed 12 clerks.", "asserted"),
        ("They used rifles to kill 12 clerks.", "asserted"),
        ("Nine clerks were sent to hospital with burns.", "asserted"),
    ],
)
def test_what_did_not_come_to_pass(text: str, status: str) -> None:
    assert [s for *_, s in told(text)] == [status]


@pytest.mark.parametrize(
    ("text", "quote", "qualifier"),
    [
        ("Four or more people died.", "Four or more", "at_least"),
        ("Two or more of the guards died.", "Two or more", "at_least"),
        ("Four and more people may die.", "Four", "exact"),
        ("Twelve or more than thirty died.", "Twelve", "exact"),
    ],
)
def test_or_more_people_is_a_bound(text: str, quote: str, qualifier: str) -> None:
    tokens = tokenize(text)
    first = read_numbers(tokens, 0, len(tokens))[0]
    assert (tokens.quote(first.first, first.stop), first.qualifier) == (quote, qualifier)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Twelve people died in Kenya on Friday after a bus fell into a river near Kisumu.",
            "Kisumu",
        ),
        ("Twelve people died in Kenya on Friday after a quake struck near Kampala.", "Kenya"),
        ("Two guards died in Ukraine, days after a strike in Kharkiv.", "Ukraine"),
        ("Nine were killed in Turkey, after 12 people died in Izmir.", "Turkey"),
        ("The flood claimed 12 lives in Lisbon.", "Lisbon"),
        ("Three sons of a man who lives in Lisbon died in a crash.", None),
        ("The Washington Post said two men had died.", None),
        ("Two men died in Washington, a post said.", "Washington"),
        ("The move follows Turkey's killing of a general.", None),
        ("Turkey's floods have killed a general.", "Turkey"),
    ],
)
def test_the_place(text: str, place: str | None) -> None:
    assert extract(text, "2026-03-12")[0].place == place


@pytest.mark.parametrize(
    ("text", "earliest"),
    [
        ("The March 3 killing of two nurses was condemned.", "2026-03-03"),
        ("In March 3 nurses were killed.", "2026-03-01"),
        ("2018 saw 750 deaths on the roads.", "2018-01-01"),
    ],
)
def test_the_date(text: str, earliest: str) -> None:
    assert extract(text, "2026-03-12")[0].earliest == earliest


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Israel said 12 soldiers were killed, Hamas said 30.",
            [("12 soldiers", "Israel"), ("30", "Hamas")],
        ),
        (
            "According to police 12 died, but witnesses spoke of 30.",
            [("12", "police"), ("30", "witnesses")],
        ),
        ("Police say 12 died, witnesses say 30.", [("12", "Police"), ("30", "witnesses")]),
        (
            "Three boys were taken to Hale Hospital, a hospital official said.",
            [("Three boys", "hospital official")],
        ),
        (
            "Hale Hospital, a hospital official said, treated 12 wounded.",
            [("12", "hospital official")],
        ),
        (
            "Ana Ruiz, a spokesman for the agency (LRA) said 12 people died.",
            [("12 people", "Ana Ruiz")],
        ),
        ("Twelve died, police said on Monday.", [("Twelve", "police")]),
        ("The army said 12 soldiers were killed, Hamas said.", [("12 soldiers", "army")]),
    ],
)
def test_one_speaker_after_the_other(text: str, said: list[tuple[str, str]]) -> None:
    assert [(f.quote, f.attributed_to) for f in extract(text)] == said


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("THE SOLDIERS SEIZED PROPAGANDA MATERIAL.", []),
        ("OFFICIAL SOURCES SAID ARMED MEN KILLED OMAR BELKIN.", ["OMAR BELKIN"]),
        ("CONFIDENTIAL NEGOTIATIONS WERE SEIZED UPON.", []),
    ],
)
def test_names_in_capitals(text: str, quotes: list[str]) -> None:
    assert [f.quote for f in extract(text)] == quotes


def test_a_time_is_no_part_of_who_speaks() -> None:
    text = "At 1:38 PM the Orlo News Agency reported seven injuries."
    assert extract(text)[0].attributed_to == "Orlo News Agency"
    text = "TWO MEN CARRYING 2.5 KG PURE COCAINE HAVE BEEN ARRESTED."
    assert [f.quote for f in extract(text)] == ["TWO MEN"]


def test_an_order_is_issued_by_nobody_who_tells_the_count() -> None:
    text = "She spoke of 12 men arrested in May, and of the orders issued by the president, Omar Belkin."
    assert extract(text)[0].attributed_to is None
    text = "12 men were arrested in May, says a statement issued by the president, Omar Belkin."
    assert extract(text)[0].attributed_to == "Omar Belkin"


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The garage has repaired dozens of Kia and Hyundai vehicles.", []),
        ("The clash left two KIA and three WIA.", [("killed", "two"), ("injured", "three")]),
        ("Mia Perez, 16, and three others from Lesk were shot.",
         [("casualties", "Mia Perez"), ("casualties", "three others")]),
        ("The team surveyed 442 refugees and held interviews with 60 returnees.", []),
        ("The blast killed a nurse and a survey team of 12 refugees.",
         [("killed", "a nurse"), ("killed", "12 refugees")]),
        ("Basic Health Education (BHE) is missing from the packages.", []),
        ("Needs of the displaced: 1. Food 2. Housing 3. Health 4. Water.", []),
        ("Out of 900 goats, it is thought that about 40 are fed on maize.", []),
        ("Out of 900 pupils, it is thought that about 40 are fed at school.", [("assisted", "about 40")]),
        ("The number of wards which reported at least one case is 17.", []),
        ("The ward reported at least one case of cholera.", [("infected", "at least one case")]),
        ("Over 2,000 cholera and acute watery diarrhea (AWD) cases were reported.",
         [("infected", "Over 2,000 cholera and acute watery diarrhea (AWD) cases")]),
        ("Omar Belkin, a guard and a driver were shot dead.",
         [("killed", "Omar Belkin"), ("killed", "a guard and a driver")]),
        ("Omar Belkin, a guard and a driver, was shot dead.", [("killed", "Omar Belkin")]),
    ],
)  # fmt: skip
def test_who_is_counted(text: str, figures: list[tuple[str, str]]) -> None:
    assert [(category, quote) for category, quote, _ in told(text)] == figures


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The state has 94 confirmed cases from Damaturu, 75 cases from Nguru and five from Fika.",
         ["Damaturu", "Nguru", "Fika"]),
        ("Some 900 people fled from Rann into Cameroon after attacks that killed dozens.", ["Rann", "Rann"]),
        ("Gunmen broke into Cameroon and killed a guard.", ["Cameroon"]),
        ("Twenty guards died in the raid, days after 81 clerks were killed in Gubio.", [None, "Gubio"]),
        ("Twenty guards died in Gubio, days after 81 clerks were killed.", ["Gubio", "Gubio"]),
        ("Some 900 homes were destroyed while 44 were damaged in Gubio.", ["Gubio", "Gubio"]),
        ("Some 900 homes were destroyed while 44 clerks were hurt in Gubio.", [None, "Gubio"]),
        ("Five clerks were killed weeks after being seized in Gubio.", ["Gubio"]),
    ],
)  # fmt: skip
def test_places_of_several(text: str, places: list[str | None]) -> None:
    assert [f.place for f in extract(text, "2026-03-12")] == places


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("TEN MEN WERE SHOT IN REPRISAL AS THE REBELS FLED IN DISARRAY.", None),
        ("TEN MEN WERE SHOT IN ZACAMIL AS THE REBELS FLED.", "ZACAMIL"),
        ("TEN MEN WERE SHOT IN REPRISAL IN BOGOTA.", "BOGOTA"),
        ("Drone strikes killed 12 people.", None),
        ("Orient staff counted 12 dead.", None),
        ("Grozny strikes killed 12 people.", "Grozny"),
    ],
)
def test_an_english_word_in_capitals_is_no_place(text: str, place: str | None) -> None:
    assert extract(text)[0].place == place


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The teenager faces murder charges, a clerk and a cook said.", []),
        ("The gang would murder charges of the state.", []),
        ("They murder clerks, the mayor said.", []),
        (
            "A clerk killed ex-wife, man before the raid.",
            [("killed", "ex-wife"), ("killed", "man")],
        ),
        (
            "He is accused of killing mother, step-dad and grandmother.",
            [("killed", "mother"), ("killed", "step-dad"), ("killed", "grandmother")],
        ),
        ("A spokesman told News 3 the boy was taken to hospital.", [("injured", "the boy")]),
        (
            "A boy told News 3 the man hit him and the child was taken to hospital.",
            [("injured", "the child")],
        ),
        (
            "The bar is on Dixie Hwy.\n\nOne 23-year-old man was shot dead.",
            [("killed", "One 23-year-old man")],
        ),
        # "her" is whose they are, also where a mark or brackets stand behind it
        ('Omar told his aunt to kill her "unbelieving" (heathen) parents.', []),
        ('A burglar killed her "in cold blood".', [("killed", "her")]),
    ],
)
def test_who_it_befell(text: str, figures: list[tuple[str, str]]) -> None:
    assert [(category, quote) for category, quote, _ in told(text)] == figures


@pytest.mark.parametrize(
    ("text", "earliest"),
    [
        ("On Tuesday, officials said 12 people died in Monday's blast.", "2026-03-09"),
        ("On Tuesday Lesk reported 12 deaths.", "2026-03-10"),
        ("On Tuesday officials said 12 people died.", None),
    ],
)
def test_when_it_was_said_is_not_when_it_was(text: str, earliest: str | None) -> None:
    assert extract(text, "2026-03-12")[0].earliest == earliest

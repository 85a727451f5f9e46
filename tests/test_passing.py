"""Who speaks and who only passes it on; offices before names; counts that nobody tells."""

from __future__ import annotations

import pytest

from figures.extraction import extract


@pytest.mark.parametrize(
    ("text", "who", "via"),
    [
        ("Radio Nine reported the mayor said 12 had died.", "mayor", "Radio Nine"),
        ("Reuters reported on Monday that police said 12 had died.", "police", "Reuters"),
        ("Reuters reported that, according to police, 12 people had died.", "police", "Reuters"),
        ("Speaking to AFP, a nurse said 12 had died.", "nurse", "AFP"),
        ("In an interview with Reuters, the mayor said 12 had died.", "mayor", "Reuters"),
        ("The army said in a note seen by Reuters that 12 had died.", "army", "Reuters"),
        ("Radio Nine reported the mayor as saying 12 people had died.", "mayor", "Radio Nine"),
        (
            "Twelve people had died, Ana Ruiz was quoted as saying by AFP.",
            "Ana Ruiz",
            "AFP",
        ),
        ("Ana Ruiz, quoted by the Lesk Herald, said 12 had died.", "Ana Ruiz", "Lesk Herald"),
        ("An official requesting anonymity told AFP 12 people had died.", "official", "AFP"),
        ("The Lenian government via Radio Nine said 12 had died.", "Lenian government", None),
        (
            "In a statement carried by Radio Nine, the army said 12 had died.",
            "army",
            "Radio Nine",
        ),
        (
            "The army said in a note read on state television that 12 had died.",
            "army",
            "state television",
        ),
        # who tells one clause does not tell the other
        ("The mayor said nine had died; a toll of 12 dead was given by the army.", "army", None),
        ("The mayor said nine had died; the toll was put at 12 by the army.", "army", None),
        (
            "The mayor said nine cooks and 12 guards had died, put at ease by the army.",
            "mayor",
            None,
        ),
        # by whom it is announced
        ("The deaths of 12 herders were confirmed by Ana Ruiz, a port official.", "Ana Ruiz", None),
        ("The deaths of 12 herders were confirmed by Burkina Faso.", None, None),
        ("The figure of 12 dead was released by the health ministry.", "health ministry", None),
        ("Twelve herders died, a toll the governor described as provisional.", "governor", None),
        ("UNICEF's Ana Ruiz said 12 had died.", "Ana Ruiz", None),
        ("UNICEF's Regional Office said 12 had died.", "UNICEF's Regional Office", None),
        ("The raid killed 12 herders, a UN inquiry found.", "UN inquiry", None),
        ("The raid killed 12 herders, whose herds nobody found.", None, None),
        # the medium speaks for itself
        ("Reuters reported 12 deaths after the mayor said a dam had burst.", "Reuters", None),
        ("Reuters reported 12 deaths, citing the mayor.", "Reuters", None),
        ("A villager told our reporter that 12 had died.", "villager", None),
        # offices before names
        ("Governor of Upper Lesk Ana Ruiz said 12 had died.", "Ana Ruiz", None),
        ("Mayor of Kisumu Ana Ruiz said 12 had died.", "Ana Ruiz", None),
        ("Minister of Public Health Ana Ruiz said 12 had died.", "Ana Ruiz", None),
        ("The head of the Lesk relief administration Ana Ruiz said 12 had died.", "Ana Ruiz", None),
        ("The governor of Lower Orda said 12 had died.", "The governor of Lower Orda", None),
        ("Minister of Public Works said 12 had died.", "Minister of Public Works", None),
        ("Mayor of San Pedro Sula said 12 had died.", "Mayor of San Pedro Sula", None),
        ("A source close to the council said 12 had died.", "source", None),
        # nobody says so
        ("The latest figures put the death toll at 12.", None, None),
        ("At least 12 people have died, according to an updated toll.", None, None),
        ("A provincial breakdown reveals 12 deaths in Kisumu.", None, None),
        ("Records show that 12 people died.", None, None),
        ("Ana Ruiz said she had no information about reports that 12 had died.", None, None),
        ("Balochistan reported 12 deaths.", None, None),
        # an aside with no count in it is gone on with by no other sentence
        ("The mayor said he was sad. Some 12 people are in tents.", None, None),
        (
            "The mayor said nine people had died. Lenia's army lost a camp. Some 12 people are missing.",
            None,
            None,
        ),
        ("Military spokesman Brig. Ana Ruiz said 12 had died.", "Ana Ruiz", None),
        ("Police said the cause was not known. Some 12 people are in tents.", None, None),
        ("The mayor said nine people had died. Some 12 people are missing.", "mayor", None),
    ],
)
def test_who_says_so(text: str, who: str | None, via: str | None) -> None:
    found = extract(text)[-1]
    assert (found.attributed_to, found.via) == (who, via)


@pytest.mark.parametrize(
    ("text", "caveat"),
    [
        ("Activists put the toll at 12, a figure disputed by the army.", "disputed by the army"),
        ("Activists said 12 had died, which the army called fake news.", "the army called fake"),
        ("Activists said 12 had died, which the army called a tragedy.", None),
    ],
)
def test_what_others_deny(text: str, caveat: str | None) -> None:
    assert extract(text)[0].caveat == caveat

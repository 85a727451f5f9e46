"""What wire reports and the local press tell in their own way: lists of victims, tolls told anew, shares."""

from __future__ import annotations

import pytest

from figures import extract


def told(text: str) -> list[str]:
    """The figures of a text: category, quote and least number, with what each is a part of or comes on top of."""
    found = extract(text, published="2024-05-03")
    quotes = {f.id: f.quote for f in found}
    lines = []
    for f in found:
        words = [f.category, f.quote, f"= {f.low}"]
        words += [f"of {quotes[f.part_of]}"] if f.part_of else []
        words += [f"on {quotes[f.adds_to]}"] if f.adds_to else []
        words += [f"as {quotes[f.restates]}"] if f.restates else []
        lines.append(" ".join(words + ([] if f.status == "asserted" else [f.status])))
    return lines


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # a year is no end of a range
        ("It took the total toll since May 2021 to 4,900.", ["killed 4,900 = 4900"]),
        ("Some 2,000 to 3,000 people fled.", ["displaced Some 2,000 to 3,000 people = 2000"]),
        # couples are two people each
        ("Among the seven people killed were two married couples.",
         ["killed seven people = 7", "killed two married couples = 4 of seven people"]),
        ("A couple of clerks were hurt.", ["injured A couple of clerks = 2"]),
        # who somebody is thought to be parts no list
        ("The bodies of a girl, a woman, believed to be her mother, and a man were recovered.",
         ["killed a girl = 1", "killed a woman = 1", "killed a man = 1"]),
        ("Two women, one believed to be in her 40s, and a man were killed.",
         ["killed Two women = 2", "killed a man = 1"]),
        # the last of them, told by an ordinal
        ("Three clerks were killed and a fourth critically injured in a crash.",
         ["killed Three clerks = 3", "injured a fourth = 1"]),
        ("Seven people were shot dead. Six victims died at the bar while the seventh died in a clinic.",
         ["killed Seven people = 7", "killed Six victims = 6 of Seven people",
          "killed the seventh = 1 of Seven people"]),
        ("Raiders seized a village head, and about 50 others.", ["abducted about 50 others = 50"]),
        ("Raiders burnt the mill, and 12 others fled.", ["displaced 12 others = 12"]),
        ("Eleven bodies were found yesterday and six this morning.",
         ["killed Eleven bodies = 11", "killed six = 6"]),
        # nobody is counted by these
        ("Bandits killed three clerks. A few of them took him away.", ["killed three clerks = 3"]),
        ("A raid killed six cooks at a school that has been serving as a shelter for clerks.",
         ["killed six cooks = 6"]),
        ("We had pulled out three charred bodies and were pulling out the fourth.",
         ["killed three charred bodies = 3"]),
        ("About 100 people are missing. The mayor said it was carrying about 670 people.",
         ["missing About 100 people = 100"]),
        ("About 100 people are missing. The mayor said it was about 90.",
         ["missing About 100 people = 100", "missing about 90 = 90"]),
        ("A cook was also hospitalized and could be released shortly.", ["injured A cook = 1"]),
    ],
)  # fmt: skip
def test_who_is_counted(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # some who are known of those who died
        ("Police have identified nine of the 12 people killed in Hale.",
         ["killed nine of the 12 people = 9 of 12 people", "killed 12 people = 12"]),
        # what stands under a part that the text goes on to tell is under the whole
        ("Seven people died. Five died at once, while two died in a clinic. Three of the victims were cooks.",
         ["killed Seven people = 7", "killed Five = 5 of Seven people", "killed two = 2 of Seven people",
          "killed Three of the victims = 3 of Seven people"]),
        ("A man hurt nine people. A boy has burns, as one of them, and his brother was also hurt.",
         ["injured nine people = 9", "injured one of them = 1 of nine people",
          "injured his brother = 1 of nine people"]),
        # "of which" tells no part behind a noun of its own
        ("Raiders killed four clerks. They stormed Hale, in the course of which four cooks were killed.",
         ["killed four clerks = 4", "killed four cooks = 4"]),
        ("Raiders killed 14 people, of which four were cooks.",
         ["killed 14 people = 14", "killed four = 4 of 14 people"]),
    ],
)  # fmt: skip
def test_of_whom(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Earlier estimates had put the toll at five.", ["killed five = 5 superseded"]),
        ("More than 200 people died. Earlier, the agency had estimated the toll at 67.",
         ["killed More than 200 people = 200", "killed 67 = 67 superseded"]),
        ("The toll, earlier put at 35, climbed to 42.", ["killed 35 = 35 superseded", "killed 42 = 42"]),
        ("Eleven people died, the mayor said, after police first spoke of nine dead.",
         ["killed Eleven people = 11", "killed nine = 9 superseded"]),
    ],
)  # fmt: skip
def test_tolls_left_behind(text: str, figures: list[str]) -> None:
    assert told(text) == figures


def test_who_says_so_behind_after() -> None:
    text = "The fire was put out by crews after police said 12 people died."
    assert [f.attributed_to for f in extract(text)] == ["police"]

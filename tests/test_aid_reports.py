"""What aid reports tell: windows that go on, totals they bring, states since a day, boats and families."""

from __future__ import annotations

import pytest

from figures import extract

PUBLISHED = "2024-05-03"


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("In the past week, 34 people were killed. Another 58 were hurt and 2,300 displaced.",
         ["period", "period", "period"]),
        ("In the past week, 34 people were killed. Another 58 were hurt on Monday.", ["period", "incident"]),
        ("In the past week, 34 people were killed. A blast in Hale hurt 58.", ["period", "incident"]),
        ("In the past week 12 people died, bringing the total to 187 deaths.", ["period", "incident"]),
        ("In the past week 40 measles cases were seen, bringing the cumulative total to 3,412 cases with 87 deaths.",
         ["period", "cumulative", "cumulative"]),
        ("In the past two days rebels have hurt 12 soldiers and taken five prisoners of war.", ["period", "period"]),
        ("Twelve fishermen have been missing since Monday.", ["incident"]),
        ("Nine miners have been trapped since Monday, and six nurses held hostage since March.",
         ["incident", "incident"]),
        ("Some 120 people have gone missing since January.", ["cumulative"]),
        ("Since January, 120 people are missing.", ["cumulative"]),
    ],
)  # fmt: skip
def test_scopes(text: str, scopes: list[str]) -> None:
    assert [f.scope for f in extract(text, published=PUBLISHED)] == scopes


@pytest.mark.parametrize(
    ("text", "windows"),
    [
        ("In the past week, 34 people were killed. Another 58 were hurt.", ["2024-04-26", "2024-04-26"]),
        ("In the past week 12 people died, bringing the total to 187 deaths.", ["2024-04-26", None]),
        ("In 2014 and 2015, 900 people died of Ebola.", ["2014-01-01"]),
    ],
)  # fmt: skip
def test_windows(text: str, windows: list[str | None]) -> None:
    assert [f.earliest for f in extract(text, published=PUBLISHED)] == windows


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The navy rescued three boats carrying a total of 214 migrants, including 31 women.",
         [("rescued", "214 migrants"), ("rescued", "31 women")]),
        ("The navy rescued a boat with 45 people on board.", [("rescued", "45 people")]),
        ("The navy intercepted a boat carrying 45 migrants.", [("detained", "45 migrants")]),
        ("The navy rescued a boat with 12 barrels.", []),
        ("The navy rescued two officers with 45 sailors.", [("rescued", "two officers")]),
        ("A whole family (a couple and their four sons) were killed.", [("killed", "a couple and their four sons")]),
        ("A row (a couple and their four sons had one) killed nobody.", [("killed", "nobody")]),
        ("Some 450 people were affected (90 families).", [("affected", "450 people"), ("affected", "90 families")]),
        ("The clinic found three wild poliovirus type 1 cases.", [("infected", "three wild poliovirus type 1 cases")]),
        ("Two autochthonous confirmed dengue cases.", [("infected", "Two autochthonous confirmed dengue cases")]),
        ("Women account for 21 of the 28 dead.", [("killed", "21 of the 28"), ("killed", "28")]),
        ("Women account for 21 of the 28 seats; two clerks died.", [("killed", "two clerks")]),
        ("The camp holds 300 refugees and 40 asylum-seekers.",
         [("refugees", "300 refugees"), ("refugees", "40 asylum-seekers")]),
    ],
)  # fmt: skip
def test_who_is_counted(text: str, figures: list[tuple[str, str]]) -> None:
    assert [(f.category, f.quote.removeprefix("Some ")) for f in extract(text)] == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Media report, as of 18 July, four deaths in Hale.", [("killed", "four deaths")]),
        ("On 18 July, nine died.", [("killed", "nine")]),
        ("On 18 July, 2023, a flood hit Hale.", []),
        ("Some 932 families in Lesk, Orda, Hale were affected.", [("affected", "932 families")]),
        ("A total of 932 families in Regions I, II, III were affected.", [("affected", "932 families")]),
        ("Some 51 people fled, including clerks from six sites and residents of Hale.", [("displaced", "51 people")]),
        ("Twelve soldiers and police were killed.", [("killed", "Twelve soldiers and police")]),
        ("Suspected cholera cases amount to 1,382.", [("infected", "1,382")]),
    ],
)  # fmt: skip
def test_bulletins(text: str, figures: list[tuple[str, str]]) -> None:
    found = extract(text, published=PUBLISHED)
    assert [(f.category, f.quote.removeprefix("Some ")) for f in found] == figures


def test_a_number_expected_is_none_yet() -> None:
    text = "Some 900 people fled to Chad. The agency expects this number to rise to 1,200 by May."
    assert [f.status for f in extract(text)] == ["asserted", "hypothetical"]

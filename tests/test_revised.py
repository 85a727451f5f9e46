"""Counts put right: what a text rules out, lowers, gives out anew, and when a count stood."""

from __future__ import annotations

import pytest

from figures import extract


def told(text: str, published: str | None = None) -> list[tuple[str, str, str]]:
    return [(f.category, f.quote, f.status) for f in extract(text, published)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The clerk said the toll was 29 and not 35.",
         [("killed", "29", "asserted"), ("killed", "35", "denied")]),
        ("Twelve people died, not 19.",
         [("killed", "Twelve people", "asserted"), ("killed", "19", "denied")]),
        ("Forty clerks were hurt rather than 400.",
         [("injured", "Forty clerks", "asserted"), ("injured", "400", "denied")]),
        ("The army said it killed 40 rebels, not 12 as the rebels claimed.",
         [("killed", "40 rebels", "asserted"), ("killed", "12", "denied")]),
        ("Forty clerks were hurt, not all of them badly.", [("injured", "Forty clerks", "asserted")]),
        ("The raid killed 12 clerks rather than rebels.", [("killed", "12 clerks", "asserted")]),
        ("The strike was the work of three men and not two, and killed a baker.",
         [("killed", "a baker", "asserted")]),
    ],
)  # fmt: skip
def test_what_a_count_was_not_is_denied(text: str, figures: list[tuple[str, str, str]]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Lesk has not changed its death toll of 670 released on Sunday.", [("killed", "670", "asserted")]),
        ("Pirates kept nine sailors; a count of 40 released in May was wrong.", []),
        ("Of the hostages, 40 released on Sunday were clerks.", [("freed", "40", "asserted")]),
    ],
)  # fmt: skip
def test_a_toll_is_given_out_and_nobody_freed(
    text: str, figures: list[tuple[str, str, str]]
) -> None:
    assert [f for f in told(text) if f[0] in ("killed", "freed")] == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Lenia revised the death toll down by more than a hundred, to “about 250”.", [("about 250", "asserted")]),
        ("The number of dead rose to “at least 40”.", [("at least 40", "asserted")]),
        ("The death toll was lowered after a recount. The new figure is 253, down from 359.",
         [("253", "asserted"), ("359", "superseded")]),
        ("The toll was lowered to 250, a hundred fewer than the toll of 350 told yesterday.",
         [("250", "asserted"), ("350", "superseded")]),
        ("Bread prices rose. The new figure is 253, down from 359.", []),
        ("The drought takes its toll on the dead wood. It rained.", []),
    ],
)  # fmt: skip
def test_a_toll_is_told_anew(text: str, figures: list[tuple[str, str]]) -> None:
    assert [(quote, status) for _, quote, status in told(text)] == figures


@pytest.mark.parametrize(
    ("text", "happened", "stood"),
    [
        ("The ministry revised the toll of the quake to more than 670 on Sunday, 3 May 2026.", None, "2026-05-03"),
        ("The quake raised fears that 670 died on Sunday, 3 May 2026.", "2026-05-03", None),
    ],
)  # fmt: skip
def test_the_day_behind_a_toll_put_right_is_when_it_stood(
    text: str, happened: str | None, stood: str | None
) -> None:
    (figure,) = extract(text)
    assert (figure.earliest, figure.as_of) == (happened, stood)


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Since the landslide, 250 houses have been cleared, leaving 1,250 people homeless.", "incident"),
        ("Since the war began, 250 houses have been razed, leaving 1,250 people homeless.", "cumulative"),
    ],
)  # fmt: skip
def test_since_one_event_runs_over_that_event(text: str, scope: str) -> None:
    assert extract(text)[-1].scope == scope


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # nobody of whom a quotation tells is he who "added"
        ("Nine died, the mayor said. “The district clerk and his men checked the hall. Four died there,” he added.",
         "mayor"),
        ("The railway manager (DRM) Omar Said said 12 people died.", "Omar Said"),
        ("Ana Ruiz (LPP), the mayor, said 12 people died.", "Ana Ruiz"),
        ("The Lesk Relief Council (LRC) said 12 people died.", "LRC"),
    ],
)  # fmt: skip
def test_who_says_so(text: str, speaker: str) -> None:
    assert extract(text)[-1].attributed_to == speaker


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Most of those killed were Sri Lankans.", []),
        ("The dead were Costa Ricans and New Zealanders.", []),
        ("The dead were Ana Ruiz and Omar Beg.", ["Ana Ruiz", "Omar Beg"]),
        ("Three Sierra Leoneans were killed.", ["Three Sierra Leoneans"]),
    ],
)
def test_a_people_is_no_victim_by_name(text: str, quotes: list[str]) -> None:
    assert [f.quote for f in extract(text)] == quotes


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Of 130 victims, 34 died on the spot, and the others in hospital.", "killed"),
        ("Thirty-four died on the spot, and the others are in hospital.", "injured"),
    ],
)
def test_those_in_hospital_died_there_where_the_verb_is_shared(text: str, category: str) -> None:
    assert next(f.category for f in extract(text) if "others" in f.quote) == category

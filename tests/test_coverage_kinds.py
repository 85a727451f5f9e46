"""Kinds met where many reports tell of one event: tolls far from their verb, who is freed of the taken, what is counted
of things, and whose words they are."""

from __future__ import annotations

import pytest

from figures import extract


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The death toll from a slide that struck the zone has surpassed 229.", [("killed", "surpassed 229")]),
        ("The death toll was 20. That number has now risen to 29.", [("killed", "20"), ("killed", "29")]),
        ("Bread cost 20 pence. That number has now risen to 29.", []),
        ("The death toll has surged to 143.", [("killed", "143")]),
        ("The floods inflicted injuries upon 806 farmers.", [("injured", "806 farmers")]),
    ],
)  # fmt: skip
def test_how_far_a_toll_has_come(text: str, figures: list[tuple[str, str]]) -> None:
    assert [(f.category, f.quote) for f in extract(text)] == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Five of those who were seized by bandits in a train attack were released.",
         [("abducted", "Five of those"), ("freed", "Five of those")]),
        ("Gunmen attack a village, killing nine.", [("killed", "nine")]),
        ("A knife attack in Lesk hurt two.", [("injured", "two")]),
    ],
)  # fmt: skip
def test_an_attack_is_a_noun_where_it_acts_on_nobody(
    text: str, figures: list[tuple[str, str]]
) -> None:
    assert [(f.category, f.quote) for f in extract(text)] == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Of the 497 cities, only 50 were not affected by the rains.", []),
        ("Of the 12 trucks, three were hit by a shell.", []),
        ("Of the 40 houses, 12 were destroyed.", [("buildings_destroyed", "12")]),
        ("Of the 40 clerks, 12 were injured.", [("injured", "12")]),
    ],
)  # fmt: skip
def test_some_of_so_many_things_are_things(text: str, figures: list[tuple[str, str]]) -> None:
    assert [(f.category, f.quote) for f in extract(text)] == figures


def test_the_confirmed_victims_are_shared_out() -> None:
    whole, *parts = extract(
        "A slide killed 29 clerks. Among the confirmed victims, 18 were men, 11 women."
    )
    assert [(f.value, f.part_of) for f in parts] == [(18, whole.id), (11, whole.id)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Deaths from floods that have hit Rio Grande do Sul raise the toll to 151.", None),
        ("Rio Grande do Sul's civil defence agency said 151 people died.", "Rio Grande do Sul's civil defence agency"),
        ("Troops freed nine from a raid in Orda in May, which saw dozens kidnapped, the army said.", "army"),
        ("OCHA said 12 died. “Four of my children died,” she said.", None),
        ("Officials said 12 died. Four were children, she said.", "Officials"),
    ],
)  # fmt: skip
def test_whose_words_they_are(text: str, speaker: str | None) -> None:
    assert extract(text)[-1].attributed_to == speaker


def test_that_apart_others_died() -> None:
    whole, more = extract(
        "The toll on board is 241. That apart, at least eight people on the ground were killed."
    )
    assert more.adds_to == whole.id


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Gang violence has displaced over 700,000 people.", "cumulative"),
        ("The violence has displaced 6,300 people.", "incident"),
        ("The number of missing is 104, eight less than in the previous week.", "incident"),
    ],
)
def test_what_no_one_attack_does_runs_on(text: str, scope: str) -> None:
    assert extract(text)[0].scope == scope


def test_a_history_is_no_place() -> None:
    (figure,) = extract("In one of the worst crashes in India's history 241 people died.")
    assert figure.place is None


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The death toll from a slide that hit Lesk at 10:00 AM has surpassed 229.", [("killed", "surpassed 229")]),
        ("A cook walked into a clinic at 4:30 p.m. with a gunshot wound.", [("injured", "A cook")]),
        ("The quake hit at 10:00: 12 died.", [("killed", "12")]),
    ],
)  # fmt: skip
def test_an_hour_parts_nothing(text: str, figures: list[tuple[str, str]]) -> None:
    assert [(f.category, f.quote) for f in extract(text)] == figures


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        (
            "Some 35 clerks, including elderly citizens, women and children were killed.",
            ["Some 35 clerks"],
        ),
        ("Some 35 clerks, mostly women and children were killed.", ["Some 35 clerks"]),
        ("A woman, including her in the list, was thanked by 35 clerks.", []),
    ],
)
def test_a_list_of_whom_needs_no_comma_behind_it(text: str, quotes: list[str]) -> None:
    assert [f.quote for f in extract(text) if f.value] == quotes


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The death toll rose to 36, according to a nurse at the clinic.", [("killed", "36")]),
        ("The toll stood at 36, according to two doctors.", [("killed", "36")]),
        ("The number of dead, according to a nurse, reached 36.", [("killed", "36")]),
        ("The toll, which stood at 36, rose to 40.", [("killed", "36"), ("killed", "40")]),
    ],
)
def test_who_told_a_toll_is_not_among_the_dead(text: str, figures: list[tuple[str, str]]) -> None:
    assert [(f.category, f.quote) for f in extract(text)] == figures


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("A miner was killed along with five children.", ["A miner", "five children"]),
        ("A miner was found dead along with five children who had not been harmed.", ["A miner"]),
    ],
)
def test_company_that_nothing_befell(text: str, quotes: list[str]) -> None:
    assert [f.quote for f in extract(text)] == quotes


def test_dead_bodies_are_not_rescued() -> None:
    saved, dead = extract("Rescuers saved nine people, as well as seven dead bodies.")
    assert (saved.category, dead.category) == ("rescued", "killed")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "In the area between Mali, Burkina Faso, and Niger, Mali's army said 12 soldiers died.",
            "Mali, Burkina Faso, and Niger",
        ),
        ("Floods killed 12 people in Mali, Niger and Chad's south.", "Mali, Niger and Chad"),
    ],
)
def test_the_country_of_who_speaks_ends_a_list(text: str, place: str) -> None:
    assert extract(text)[0].place == place


def test_discovered_leads_to_the_verb_that_tells() -> None:
    (figure,) = extract("Two teens were discovered shot to death in separate rooms.")
    assert (figure.category, figure.value) == ("killed", 2)
    assert not extract("Two graves were discovered.")

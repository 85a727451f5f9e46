"""From figures to claims: what is one claim, what it counts, its clock and its sources."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from told import document, figure

from figures.comparison.claims import Standing, Telling, claims
from figures.comparison.codebooks import codebook
from figures.comparison.coverage import Coverage, countries_apart, coverage
from figures.extraction import extract
from figures.model import Figure


def told(
    *reports: tuple[dict[str, Any], list[Figure]], countries: tuple[str, ...] = ()
) -> list[Standing]:
    """Claims of one incident told by reports: (document fields, figures) each."""
    tellings = []
    for n, (fields, figures) in enumerate(reports):
        root = fields.pop("root", None)
        one = document(f"d{n}", f"Report {n}.", **fields)
        tellings.append(Telling(one, tuple(figures), root or one.id))
    return claims("incident", tellings, countries, codebook("default"))


def stated(standings: list[Standing]) -> list[tuple[float | None, float | None]]:
    return sorted(
        (s.claimed.claim.low, s.claimed.claim.high)
        for s in standings
        if s.claimed.claim.how == "stated"
    )


def test_one_count_said_by_many_is_one_claim_with_the_first_clock() -> None:
    found = told(
        ({"on": "2024-05-09", "publisher": "Late"}, [figure(12)]),
        ({"on": "2024-05-07", "publisher": "Early"}, [figure(12)]),
    )
    assert [(s.claimed.claim.first_said_at, s.claimed.claim.documents) for s in found] == [
        ("2024-05-07", 2)
    ]


def states(found: list[Standing], category: str) -> list[str]:
    return [s.claimed.claim.state for s in found if s.key.category == category]


@pytest.mark.parametrize(
    ("hurt", "dead", "state"),
    [
        (1, 1, "superseded"),  # one wounded, later dead
        (2, 3, "superseded"),
        (2, 1, "current"),  # one of them may live
        (12, 12, "current"),  # too many to be the same by their number alone
    ],
)
def test_who_is_hurt_in_one_report_is_dead_in_another(hurt: int, dead: int, state: str) -> None:
    reports = ({}, [figure(hurt, category="injured")]), ({}, [figure(dead)])
    assert states(told(*reports), "injured") == [state]
    both = ({}, [figure(1), figure(hurt, category="injured")])
    assert set(states(told(*reports, both), "injured")) == {"current"}


def test_the_hurt_of_a_report_that_knows_of_no_dead_may_hold_them() -> None:
    both = ({}, [figure(1), figure(3, category="injured")])
    four = told(both, ({}, [figure(4, category="injured")]))
    assert sorted(states(four, "injured")) == ["current", "superseded"]
    five = told(both, ({}, [figure(5, category="injured")]))
    assert states(five, "injured") == ["current", "current"]


@pytest.mark.parametrize(
    ("texts", "left"),
    [
        (["Five people were shot in a bar in Lesk."], [5]),
        (["Five people were shot in a bar in Lesk, one fatally."], [4]),
        (["Five people were shot in a bar in Lesk.", "A man died of his wounds in Lesk."], [4]),
        (["A gunman killed a clerk and shot four others in Lesk."], [4]),
        (["One man was killed and four were shot in Lesk."], [4]),
        (["Five people were shot and one was killed in Lesk."], [4]),
        # who is told hurt, or dead, is not told again
        (["Two people were shot in Lesk. Two people were killed."], []),
        (["Omar Belkin was shot and died in Lesk."], []),
        (["A clerk killed his wife and shot his uncle in Lesk."], [1]),
        (["Omar Belkin, Jr., was shot in Lesk. Belkin was shot at his mill."], [1]),
        (["A man was shot in Lesk. He was pronounced dead."], []),
        # what may have happened, and a running count
        (["Five people may have been shot in Lesk."], []),
        (["Fighting in Lesk caused 200 casualties."], []),
        (["Gunfire in Lesk left 20 people killed or injured."], []),
        (["Since January 40 people have been shot in Lesk."], []),
    ],
)
def test_who_is_shot_and_told_dead_in_no_report_is_hurt(texts: list[str], left: list[int]) -> None:
    found = told(*(({}, extract(text)) for text in texts))
    summed = [s for s in found if s.key.category == "injured" and s.claimed.claim.how == "summed"]
    assert sorted({s.claimed.claim.low for s in summed}) == left
    assert {f.category for s in summed for f in s.figures} <= {"casualties"}


def test_what_the_text_dates_is_the_clock() -> None:
    (found,) = told(({"on": "2024-05-09"}, [figure(12, as_of="2024-05-06")]))
    assert (found.claimed.clock, found.claimed.claim.as_of) == ("2024-05-06", "2024-05-06")


def test_a_wire_text_and_a_spokesman_are_one_source_each() -> None:
    wire = [({"root": "wire"}, [figure(12)]) for _ in range(3)]
    quoted = [({}, [figure(12, attributed_to=f"{who} police")]) for who in ("the", "local")]
    (found,) = told(*wire, *quoted)
    assert (found.claimed.claim.sources, found.claimed.claim.documents) == (2, 5)


@pytest.mark.parametrize(
    "fields",
    [
        {"status": "denied"},
        {"status": "hypothetical"},
        {"status": "not_known", "low": None, "high": None, "value": None},
        {"qualifier": "unspecified"},
    ],
)
def test_some_figures_put_forward_no_claim(fields: dict[str, Any]) -> None:
    low = fields.pop("low", 2)
    assert told(({}, [figure(low, **fields)])) == []


def test_feared_asserted_and_projected_are_three_claims() -> None:
    found = told(({}, [figure(40), figure(40, status="feared"), figure(40, basis="projected")]))
    assert len(found) == 3


def test_disjoint_counts_are_summed_and_are_parts_of_the_sum() -> None:
    soldiers = figure(3, groups=("combatant",), subject="soldiers", sentence_start=0)
    children = figure(2, groups=("child",), subject="children", sentence_start=0)
    found = {
        s.claimed.claim.how: s
        for s in told(({}, [soldiers, children]))
        if s.claimed.claim.share == "whole"
    }
    assert set(found) == {"summed"}
    assert (found["summed"].claimed.claim.low, found["summed"].claimed.claim.high) == (5, 5)
    assert {f.id for f in found["summed"].figures} == {soldiers.id, children.id}


def test_a_stated_total_wins_over_its_parts() -> None:
    total = figure(15, sentence_start=0)
    parts = [
        figure(n, sentence_start=0, subject=s, groups=g)
        for n, s, g in ((9, "men", ("man",)), (6, "women", ("woman",)))
    ]
    shares = {(s.claimed.claim.low, s.claimed.claim.share) for s in told(({}, [total, *parts]))}
    assert shares == {(15, "whole"), (9, "part"), (6, "part")}


def test_two_speakers_counts_are_never_added() -> None:
    found = told(({}, [
        figure(22, sentence_start=0, attributed_to="the emergency agency"),
        figure(38, sentence_start=0, attributed_to="the diocese"),
    ]))  # fmt: skip
    assert all(s.claimed.claim.how == "stated" and s.claimed.claim.share == "whole" for s in found)


def test_an_addition_that_the_total_holds_already_is_not_added_again() -> None:
    total, pulled = figure(15, sentence_start=0), figure(14, sentence_start=200)
    later = figure(1, counted="article", sentence_start=200, adds_to=pulled.id)
    assert [s for s in told(({}, [total, pulled, later])) if s.claimed.claim.how == "summed"] == []


def test_an_addition_told_later_makes_a_sum() -> None:
    total = figure(12)
    later = figure(2, adds_to=total.id)
    (found,) = [s for s in told(({}, [total, later])) if s.claimed.claim.how == "summed"]
    assert found.claimed.claim.low == 14


def test_one_person_by_what_he_is_adds_to_a_number_of_others() -> None:
    children = figure(2, subject="children", quote="two children")
    father = figure(
        1,
        counted="named",
        quote="their father",
        reported="their father",
        subject=None,
        sentence_start=children.sentence_start,
    )
    summed = [s for s in told(({}, [children, father])) if s.claimed.claim.how == "summed"]
    assert [s.claimed.claim.low for s in summed] == [3]


def test_named_victims_count_once_each_and_only_without_a_number() -> None:
    names = [figure(1, counted="named", reported=n, quote=n) for n in ("Ana Ruiz", "Omar Said")]
    (alone,) = told(({}, names))
    assert (alone.claimed.claim.how, alone.claimed.claim.low) == ("summed", 2)
    assert stated(told(({}, [figure(9), *names]))) == [(9, 9)]


def test_a_group_is_a_share_only_as_a_part() -> None:
    whole, plain = figure(20), figure(20, groups=("migrant",))
    women = figure(8, part_of=whole.id, groups=("woman",))
    known = {f.id: f for f in (whole, plain, women)}
    assert coverage(plain, known) == Coverage()
    assert coverage(women, known) == Coverage("whole", "woman", "")
    assert coverage(figure(3, part_of=whole.id), known).share == "part"


NINE = "Shelling of Lesk killed nine people, including five civilians, medics said."


@pytest.mark.parametrize(
    ("other", "group"),
    [
        ("The shelling of Lesk killed five civilians, a rights group said.", "civilian"),
        ("The shelling of Lesk killed six civilians, a rights group said.", ""),
        ("The shelling of Lesk killed five people, a rights group said.", ""),
        ("The shelling of Lesk killed five civilians and three soldiers, a rights group said.", ""),
    ],
)
def test_a_share_that_another_report_tells_alone_is_that_share(other: str, group: str) -> None:
    found = told(({}, extract(NINE)), ({}, extract(other)))
    keys = {s.key.of_group for s in found if any(f.sentence == other for f in s.figures)}
    assert keys == {group}


def test_each_told_its_place_in_one_sentence_are_summed() -> None:
    apart = "Gunmen raided two hamlets, killing 17 people in Lesk and nine people in Orda."
    assert (26, 26) in [
        (s.claimed.claim.low, s.claimed.claim.high) for s in told(({}, extract(apart)))
    ]
    again = (
        "Gunmen killed 17 people in Lesk, and later that day a nurse put the dead at nine people."
    )
    assert all(s.claimed.claim.how == "stated" for s in told(({}, extract(again))))


def test_a_foreign_officials_count_of_a_war_is_of_the_land_it_names() -> None:
    sentence = (
        "At least 900 people have died in Sudan since the war began in 2023, a US envoy said."
    )
    (counted,) = extract(sentence)
    assert coverage(counted, {}).area == ""


def test_the_name_of_a_state_is_not_found_within_anothers() -> None:
    (counted,) = extract("Nigeria has had 900 cholera cases since May, Nigerian officials said.")
    assert coverage(replace(counted, place="Niger", country="NE"), {}).area == "NG"


def test_attackers_own_dead_stand_apart() -> None:
    assert coverage(figure(2, groups=("attacker",)), {}).of_group == "attacker"
    assert coverage(figure(2, groups=("attacker",), category="detained"), {}).of_group == ""


def test_a_country_alone_is_an_area_and_both_are_none() -> None:
    sentences = (
        "In Turkey 3,700 people died.",
        "Syria counts 1,700 dead.",
        "Turkey and Syria count 5,400 dead.",
    )
    figures = [
        figure(n, sentence=s, sentence_start=0, number_start=0)
        for n, s in zip((3700, 1700, 5400), sentences, strict=True)
    ]
    apart = countries_apart(figures)
    assert apart == {"TR", "SY"}
    assert [coverage(f, {}, apart).area for f in figures] == ["TR", "SY", ""]


@pytest.mark.parametrize(
    ("sentence", "area"),
    [
        ("In Oresk alone 534 were hurt.", "oresk"),
        ("On Saturday alone 534 were hurt.", ""),
        ("In March alone 534 were hurt.", ""),
        ("Oresk alone counts 534 hurt, on Saturday alone.", "oresk"),
        ("Surgeons treated 534 at the Oresk Valley Hospital.", "oresk valley hospital"),
        ("Surgeons treated 534 at Oresk clinic.", "oresk clinic"),
        ("Surgeons treated 534 at the hospital.", ""),
    ],
)
def test_one_place_alone_is_an_area_and_one_day_is_none(sentence: str, area: str) -> None:
    at = sentence.index("534")
    counted = figure(
        534,
        category="injured",
        sentence=sentence,
        sentence_start=0,
        number_start=at,
        start=at,
        end=at + 3,
    )
    assert coverage(counted, {}).area == area


@pytest.mark.parametrize(
    ("sentence", "share"),
    [
        ("The storm killed 534 people in other parts of Lenia, a nurse said.", "addition"),
        ("At least 534 died elsewhere.", "addition"),
        ("At least 534 died in Oresk and elsewhere.", "whole"),
        ("At least 534 died and many fled elsewhere.", "whole"),
    ],
)
def test_those_who_died_elsewhere_come_on_top(sentence: str, share: str) -> None:
    (counted, *_) = extract(sentence)
    assert coverage(counted, {}).share == share


def test_all_who_are_hurt_are_a_whole_wherever_they_were_taken() -> None:
    """But for what a report tells beside them: "all four", among them one who died."""
    taken = "All four were taken to Oresk Valley Hospital with wounds."
    alone = told(({}, extract(taken)))
    assert [(s.claimed.claim.low, s.key.area) for s in alone] == [(4, "")]
    one = told(({}, extract("Omar Belkin was treated at Oresk Valley Hospital for burns.")))
    assert [(s.claimed.claim.low, s.key.area) for s in one] == [(1, "")]
    beside = told(({}, extract("A shooting hurt three men in Lesk. " + taken)))
    areas = {s.claimed.claim.low: s.key.area for s in beside if s.key.category == "injured"}
    assert areas == {3: "", 4: "oresk valley hospital"}


def test_the_hurt_of_whom_one_died_are_a_sum_without_him() -> None:
    found = told(({}, extract("Three clerks were wounded and taken to a clinic, where one died.")))
    hurt = [
        (s.claimed.claim.how, s.claimed.claim.low, bool(s.own))
        for s in found
        if s.key.category == "injured"
    ]
    assert sorted(hurt) == [("stated", 3, False), ("summed", 2, True)]


def test_a_count_marked_outdated_is_superseded() -> None:
    states = {
        s.claimed.claim.low: s.claimed.claim.state
        for s in told(({}, [figure(12), figure(7, status="superseded")]))
    }
    assert states == {12: "current", 7: "superseded"}


def shares(*told_as: Figure, countries: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    by_id = {f.id: f for f in told_as}
    return [(c.share, c.area) for c in (coverage(f, by_id, countries) for f in told_as)]


def test_those_whom_one_helped_to_carry_are_a_part() -> None:
    sentence = "Omar said he helped carry out nine dead."
    one = figure(9, sentence=sentence, sentence_start=0, number_start=sentence.index("nine"))
    assert shares(one) == [("part", "")]
    sentence = "Crews carried out nine dead, said Omar, who helped."
    one = figure(9, sentence=sentence, sentence_start=0, number_start=sentence.index("nine"))
    assert shares(one) == [("whole", "")]


def test_bodies_that_reporters_saw_are_a_part() -> None:
    seen = figure(9, attribution_kind="media", sentence="Our correspondents saw nine bodies.")
    assert shares(seen) == [("part", "")]


def test_what_another_speaker_says_adds_nothing() -> None:
    base = figure(27, attributed_to="the Interior Ministry", attribution_kind="official")
    same = figure(4, adds_to=base.id)
    other = figure(100, adds_to=base.id, attributed_to="two nurses", attribution_kind="witness")
    another = figure(5, adds_to=base.id, category="injured")
    assert shares(base, same, other, another) == [
        ("whole", ""), ("addition", ""), ("whole", ""), ("whole", "")]  # fmt: skip


def test_the_country_told_after_the_count_is_the_one_counted_in() -> None:
    sentence = "The quake killed 540 people in Turkey and 180 in Syria, officials said."
    spans = {n: sentence.index(n) for n in ("540", "180")}
    one, two = (
        figure(int(n), sentence=sentence, sentence_start=0, number_start=at, end=at + 3)
        for n, at in spans.items()
    )
    assert [a for _, a in shares(one, two, countries=("TR", "SY"))] == ["TR", "SY"]


@pytest.mark.parametrize("noun", ["person", "parishioners", "victims"])
def test_whoever_is_killed_is_a_person(noun: str) -> None:
    found = told(({}, [figure(38)]), ({}, [figure(38, unit=noun)]))
    assert len(found) == 1


def test_a_part_in_one_country_leaves_the_whole_its_own() -> None:
    found = extract(
        "The earthquake killed more than 7,200 people, with more than 5,400 dead in Turkey. In Syria the"
        " quake killed 1,800 people. It killed 5,000 and injured 20,000 people in Turkey."
    )
    apart = frozenset(("TR", "SY"))
    told = [(f.reported, coverage(f, {g.id: g for g in found}, apart).area) for f in found]
    assert ("7,200", "") in told
    for count in ("5,400", "5,000", "20,000"):
        assert (count, "TR") in told


@pytest.mark.parametrize("quote", ["no new deaths", "five new deaths", "no other deaths"])
def test_what_is_new_adds_to_a_count(quote: str) -> None:
    [told] = extract(f"Lesk reported {quote} on Monday.")
    assert coverage(told, {told.id: told}).share == "addition"


def test_who_tells_again_of_one_of_a_sum_states_no_toll() -> None:
    text = "The toll is 19 children and two teachers. The two adults who were killed were of Oresk."
    found = extract(text)
    assert [f.restates is not None for f in found] == [False, False, True]
    stated_ones = [s.claimed.claim for s in told(({}, found)) if s.claimed.claim.how == "stated"]
    assert all(claim.share == "part" for claim in stated_ones)


def test_the_remaining_ones_come_on_top() -> None:
    (rest,) = extract("Troops freed the remaining 23 hostages.")
    assert coverage(rest, {}).share == "addition"


def test_who_tells_again_of_a_part_tells_a_part() -> None:
    found = extract(
        "Troops freed 37 captives, five of them on Tuesday. The five freed people told of hunger."
    )
    _, some, again = found
    assert again.restates == some.id
    assert coverage(again, {f.id: f for f in found}).share == "part"

"""Tolls: what current claims come to, their state, and how codebooks differ."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from told import document, figure

from figures.comparison.claims import Telling, by_toll, claims
from figures.comparison.codebooks import codebook, names
from figures.comparison.tolls import Judged, judge
from figures.errors import WrongUsage
from figures.extraction import extract_document
from figures.model import Document, Figure


def judged(
    *reports: tuple[str | None, list[Figure]], book: str = "default"
) -> dict[tuple[str, str], Judged]:
    """(category, group) → toll of one incident told by reports: (publication date, figures) each."""
    tellings = []
    for n, (on, figures) in enumerate(reports):
        one = document(f"d{n}", f"Report {n}.", on)
        tellings.append(Telling(one, tuple(figures), one.id))
    chosen = codebook(book)
    found = judge("incident", "UA", by_toll(claims("incident", tellings, (), chosen)), chosen)
    return {(j.toll.category, j.toll.of_group): j for j in found}


def numbers(one: Judged) -> tuple[float | None, float | None, float | None]:
    return one.toll.low, one.toll.best, one.toll.high


def test_a_single_report_is_single() -> None:
    toll = judged(("2024-05-06", [figure(12, qualifier="at_least")]))["killed", ""].toll
    assert (toll.low, toll.best, toll.high, toll.state) == (12, 12, None, "single")


def test_the_newest_count_is_the_best_and_older_ones_are_left_behind() -> None:
    one = judged(("2024-05-06", [figure(12)]), ("2024-05-08", [figure(19)]))["killed", ""]
    assert numbers(one) == (19, 19, 19)
    assert (one.toll.state, one.toll.documents) == ("revised", 2)


def test_a_vague_word_beside_a_number_bounds_no_toll() -> None:
    vague = figure(3, 9, qualifier="vague", quote="several bodies")
    one = judged(("2024-05-06", [figure(87), vague]), ("2024-05-07", [figure(121)]))
    assert numbers(one["killed", ""]) == (121, 121, 121)
    assert numbers(judged(("2024-05-06", [vague]))["killed", ""]) == (3, 3, 9)


def test_one_report_does_not_contradict_itself_by_place() -> None:
    here = figure(81, place="Lesk", category="injured")
    there = figure(79, place="Orda", category="injured")
    assert judged(("2024-05-06", [here, there]))["injured", ""].toll.state != "disputed"
    apart = judged(("2024-05-06", [here]), ("2024-05-06", [there]))["injured", ""]
    assert apart.toll.state == "disputed"


def test_nobody_on_a_day_is_no_toll_of_a_report_with_deaths() -> None:
    one = judged(("2024-05-06", [figure(77), figure(0, quote="no deaths")]))["killed", ""]
    assert numbers(one) == (77, 77, 77)
    two = judged(("2024-05-06", [figure(77), figure(0, attributed_to="the army")]))["killed", ""]
    assert two.toll.low == 0


def test_the_missing_are_counted_by_those_who_still_are() -> None:
    reported = figure(None, 99, qualifier="up_to", category="missing", stock_or_flow="flow")
    remain = figure(51, category="missing", stock_or_flow="stock")
    one = judged(("2024-05-06", [reported]), ("2024-05-08", [remain]))["missing", ""]
    assert numbers(one) == (51, 51, 51)


def test_one_voice_alone_does_not_outweigh_several_that_it_contradicts() -> None:
    several = [figure(20, attributed_to=f"the {who}") for who in ("governor", "mayor", "coroner")]
    alone = figure(4, attributed_to="a passer-by", attribution_kind="witness")
    one = judged(*(("2024-05-06", [f]) for f in several), ("2024-05-08", [alone]))["killed", ""]
    assert numbers(one) == (4, 20, 20)
    assert one.toll.state == "disputed"


def test_what_a_report_tells_in_passing_gives_way_to_its_own_toll() -> None:
    four = figure(4, quote="four people")
    one = figure(1, quote="one victim", sentence_start=four.start + 500)
    early = judged(("2024-05-06", [four]), ("2024-05-06", [figure(4), one]))["killed", ""]
    assert early.toll.best == 4
    later = replace(one, id="later", number_start=one.number_start + 900)
    both = ("2024-05-06", [four, one]), ("2024-05-08", [figure(4), later])
    assert judged(*both)["killed", ""].toll.best == 4


def test_one_man_told_of_later_is_no_lower_toll() -> None:
    said = {"attributed_to": "the mayor", "attribution_kind": "official"}
    three = figure(3, **said)
    man = figure(1, quote="a man", counted="article", **said)
    early = ("2024-05-06", [three]), ("2024-05-06", [figure(3)])
    assert judged(*early, ("2024-05-08", [man]))["killed", ""].toll.best == 3
    lowered = judged(*early, ("2024-05-08", [figure(2, **said)]))["killed", ""]
    assert numbers(lowered) == (2, 2, 2)


def test_a_sum_that_holds_a_number_wins_over_what_is_told_in_passing() -> None:
    text = (
        "Two clerks and a guard were hurt. Omar Belkin was among them. A guard was treated there."
    )
    passing = figure(1, category="injured", quote="a man", counted="article")
    whole = figure(3, category="injured")
    one = judged(("2024-05-06", [*extract_document(Document("a", text)).figures]))["injured", ""]
    assert one.toll.best == 3
    later = judged(
        ("2024-05-06", [whole]), ("2024-05-08", [figure(3, category="injured"), passing])
    )
    assert later["injured", ""].toll.best == 3


def test_nobody_else_hurt_leaves_those_who_are() -> None:
    nobody = figure(0, category="injured", quote="nobody else")
    hurt = figure(3, category="injured")
    for reports in ([hurt], [nobody]), ([nobody], [hurt]):
        dated = zip(("2024-05-06", "2024-05-08"), reports, strict=True)
        assert judged(*dated)["injured", ""].toll.best == 3
    assert judged(("2024-05-06", [nobody]))["injured", ""].toll.best == 0


def test_a_reprint_does_not_make_an_old_count_new() -> None:
    one = judged(
        ("2024-05-06", [figure(12)]), ("2024-05-08", [figure(19)]), ("2024-05-20", [figure(12)])
    )["killed", ""]
    assert one.toll.best == 19


def test_a_contradiction_is_disputed_and_its_range_is_kept() -> None:
    one = judged((None, [figure(20)]), ("2024-05-08", [figure(33)]))["killed", ""]
    assert numbers(one) == (20, 33, 33)
    assert one.toll.state == "disputed"
    assert (one.toll.sources_low, one.toll.sources_high) == (1, 1)


def test_two_sources_that_can_both_hold_agree() -> None:
    one = judged(("2024-05-08", [figure(12, qualifier="at_least")]), ("2024-05-08", [figure(12)]))[
        "killed", ""
    ]
    assert one.toll.state == "agreed"


@pytest.mark.parametrize("fields", [{"status": "feared"}, {"basis": "projected"}])
def test_fears_and_projections_make_no_toll(fields: dict[str, str]) -> None:
    assert numbers(judged((None, [figure(400, **fields)]))["killed", ""]) == (None, None, None)


def test_a_stock_counts_only_where_no_flow_is_told() -> None:
    stock = figure(63, category="injured", stock_or_flow="stock", quote="63 in hospital")
    assert judged((None, [stock]))["injured", ""].toll.best == 63
    both = judged((None, [stock]), (None, [figure(140, category="injured")]))
    assert numbers(both["injured", ""]) == (140, 140, 140)
    gone = figure(140, category="injured", status="superseded")
    left = judged((None, [stock]), (None, [gone]))
    assert numbers(left["injured", ""]) == (63, 63, 63)  # none that holds


def test_a_count_that_most_still_give_is_not_lowered() -> None:
    said = {"attributed_to": "the mayor", "attribution_kind": "official"}
    three = [("2024-05-06", [figure(3)]), ("2024-05-08", [figure(3)]), ("2024-05-08", [figure(3)])]
    one = judged(*three, ("2024-05-08", [figure(1, **said)]))["killed", ""]
    assert numbers(one) == (1, 3, 3)


def test_persons_told_alone_give_way_to_a_number() -> None:
    man = [("2024-05-06", [figure(1, quote="a man", counted="article")]) for _ in range(2)]
    assert judged(*man, ("2024-05-06", [figure(2)]))["killed", ""].toll.best == 2


def test_the_one_attacker_of_a_report_is_the_one_dead_of_others() -> None:
    attacker = figure(1, counted="article", groups=("attacker",))
    man = figure(1, quote="a man", counted="article")
    apart = judged((None, [attacker]), (None, [man]))["killed", ""].toll
    assert (apart.best, apart.attackers) == (1, None)
    together = judged((None, [attacker, man]), (None, [man]))["killed", ""].toll
    assert (together.best, together.attackers) == (1, 1)


def test_attackers_stand_beside_the_toll() -> None:
    one = judged((None, [figure(9), figure(2, groups=("attacker",))]))["killed", ""]
    assert (one.toll.best, one.toll.attackers) == (9, 2)
    alone = judged((None, [figure(2, groups=("attacker",))]))["killed", ""]
    assert (alone.toll.best, alone.toll.attackers) == (None, 2)


def test_a_killer_who_died_by_his_own_hand_counts_once() -> None:
    told = extract_document(Document("a", "Belkin killed three clerks and then himself.")).figures
    apart = judged((None, list(told)))["killed", ""].toll
    assert (apart.best, apart.attackers) == (3, 1)
    held = judged((None, list(told)), (None, [figure(4)]), (None, [figure(4)]))["killed", ""].toll
    assert (held.best, held.attackers) == (4, None)
    # two of the three, of whom a report tells that knows of no killer, are no count without him
    other = extract_document(Document("b", "Two women were killed in Lesk.")).figures
    again = judged((None, list(told)), (None, list(told)), (None, list(other)))["killed", ""].toll
    assert (again.best, again.attackers) == (3, 1)
    # a report that tells of him alone does not tell whether the four of others hold him
    alone = extract_document(Document("c", "A cook opened fire before committing suicide.")).figures
    beside = judged((None, list(alone)), (None, [figure(4)]))["killed", ""].toll
    assert (beside.best, beside.attackers) == (4, None)


def test_a_rise_that_one_report_tells_leaves_most_where_they_are() -> None:
    """Such a count is of more than the incident; where nobody says the old one again, it is news."""
    two = [("2024-05-06", [figure(2)]), ("2024-05-06", [figure(2)]), ("2024-05-07", [figure(2)])]
    assert judged(*two, ("2024-05-07", [figure(30)]))["killed", ""].toll.best == 2
    assert judged(*two, ("2024-05-08", [figure(3)]))["killed", ""].toll.best == 3
    assert judged(*two[1:], ("2024-05-07", [figure(3)]))["killed", ""].toll.best == 3


def dead(*texts: str) -> float | None:
    """How many died in the incident that the reports tell of."""
    tellings = []
    for n, text in enumerate(texts):
        told = extract_document(Document(f"d{n}", text, published_on="2024-05-06"))
        tellings.append(Telling(told.document, told.figures, told.document.id))
    book = codebook("default")
    found = judge("incident", None, by_toll(claims("incident", tellings, (), book)), book)
    return next((j.toll.best for j in found if j.toll.category == "killed"), None)


def test_dead_whom_a_report_on_people_hurt_tells_in_passing_are_no_toll() -> None:
    """Who died in what it reports would be told in its opening; and where another report tells it too, he did."""
    hurt = "Four clerks were hurt in a bar in Lesk on Sunday."
    passing = hurt + " The bar has been open since then." * 20 + " A man was killed near it."
    assert dead(passing) is None
    assert dead(passing, "A man was killed in a bar in Lesk on Sunday.") == 1
    assert dead(hurt + " A man was killed.") == 1
    assert dead("Lesk mourns its dead. " + passing) == 1
    assert dead(passing.removeprefix(hurt)) == 1


def test_what_is_left_behind_leaves_nothing_behind() -> None:
    """Those hit, of whom some have died, are no newer count of the hurt."""
    both = [figure(1), figure(6, category="injured")]
    hit = [figure(7, category="injured", quote="seven hit")]
    one = judged(("2024-05-06", both), ("2024-05-07", hit))["injured", ""]
    assert one.toll.best == 6


def test_codebooks_count_their_own_way() -> None:
    dozens = figure(24, 99, "vague", reported="dozens", quote="dozens of people")
    later = figure(60, qualifier="at_least")
    missing = figure(5, category="missing")
    one = judged((None, [dozens]), ("2024-05-08", [later, missing]))
    by = {b.codebook: (b.low, b.best, b.high) for b in one["killed", ""].by_codebook}
    assert by["acled"] == (12, 12, 12)
    assert by["ibc"] == (24, None, None)
    assert by["ucdp"] == (24, 60, None)
    assert by["emdat"] == (65, 65, None)
    assert not one["missing", ""].by_codebook


def test_the_chosen_codebook_makes_the_toll() -> None:
    dozens = figure(24, 99, "vague", reported="dozens", quote="dozens of people")
    one = judged((None, [dozens]), book="acled")["killed", ""]
    assert (one.toll.codebook, one.toll.best) == ("acled", 12)
    assert {b.codebook for b in one.by_codebook} == set(names()) - {"acled"}


def test_an_unknown_codebook_is_named_with_the_known_ones() -> None:
    with pytest.raises(WrongUsage, match="acled, default"):
        codebook("none such")


DAYS = st.sampled_from((None, "2024-05-06", "2024-05-07", "2024-05-08"))
COUNTS = st.builds(
    lambda n, more, q: figure(n, n + more, q),
    st.integers(0, 300), st.integers(0, 50), st.sampled_from(("exact", "range", "about")),
)  # fmt: skip


@given(st.lists(st.tuples(DAYS, COUNTS), min_size=1, max_size=6))
def test_low_best_and_high_stand_in_order(reports: list[tuple[str | None, Figure]]) -> None:
    for one in judged(*((on, [f]) for on, f in reports)).values():
        low, best, high = numbers(one)
        assert low is not None
        assert best is not None
        assert high is not None
        assert low <= best <= high
        states = {s.claimed.claim.state for s in one.standings}
        assert "current" in states


def test_the_relations_of_very_many_counts_stay_few() -> None:
    # every two of 600 would be 179,700; each is related to those that follow it
    one = judged(("2024-05-06", [figure(100 + n) for n in range(600)]))["killed", ""]
    assert len(one.standings) == 600
    assert len(one.relations) <= 50_000
    told = {r.left_claim_id for r in one.relations} | {r.right_claim_id for r in one.relations}
    assert told == {s.claimed.claim.id for s in one.standings}
    assert numbers(one)[::2] == (100, 699)

"""Which accounts are of one incident: sorting within a document, linking, and the clustering of links."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from told import compared, document, figure

from figures.comparison import keeping
from figures.comparison.accounts import Account, accounts
from figures.comparison.blocks import keys, node
from figures.comparison.graph import number
from figures.comparison.incidents import clusters
from figures.comparison.index import Index
from figures.comparison.kinds import alike, kinds, leading, weights
from figures.comparison.linking import _MOST, _START, APART, POINTS, Link, _points, link, signs, why
from figures.comparison.places import Where, relation
from figures.comparison.wording import piece, rarity, wording, words_of
from figures.extraction import extract_document

ODESA = {
    "place": "Odesa", "place_name": "Odesa", "country": "UA", "latitude": 46.48, "longitude": 30.73,
    "place_precision": "city", "gazetteer_id": "g:odesa",
}  # fmt: skip
LVIV = {
    **ODESA,
    "place": "Lviv",
    "place_name": "Lviv",
    "latitude": 49.84,
    "longitude": 24.03,
    "gazetteer_id": "g:lviv",
}
UKRAINE = {**ODESA, "place": "Ukraine", "place_name": "Ukraine", "latitude": 48.5, "longitude": 31.2,
           "place_precision": "country", "gazetteer_id": "g:ua"}  # fmt: skip
THE_6TH = {"earliest": "2024-05-06", "latest": "2024-05-06", "date_precision": "day"}
THE_20TH = {"earliest": "2024-05-20", "latest": "2024-05-20", "date_precision": "day"}
STRIKE = "A missile hit the granary in Odesa."


def account(
    name: str, text: str = STRIKE, low: int = 12, on: str | None = "2024-05-07", **fields: Any
) -> Account:
    one = figure(low, sentence=text, sentence_start=0, sentence_end=len(text), **fields)
    (found,) = accounts(document(name, text, on), [one])
    return found


def test_one_place_and_day_and_kind_and_count_link_with_the_reason_in_words() -> None:
    one, other = account("a", **ODESA, **THE_6TH), account("b", **ODESA, **THE_6TH)
    found = link(one, other)
    assert found is not None
    assert found.holds
    for words in ("the same place (Odesa)", "6 May 2024", "strike or shelling", "12 killed"):
        assert words in why(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({**ODESA, **THE_6TH}, {**LVIV, **THE_6TH}),
        ({**ODESA, **THE_6TH}, {**ODESA, **THE_20TH}),
    ],
)
def test_another_place_or_time_does_not_link(one: dict[str, Any], other: dict[str, Any]) -> None:
    found = link(
        account("a", low=3, **one), account("b", "Rockets fell on a depot at dawn.", low=8, **other)
    )
    assert found is None or not found.holds


FLOOD = "The flood in {} killed 12 people, and 40 were hurt in the first hours of Monday, rescuers said."
KENYA = {"place": "Kenya", "place_name": "Kenya", "country": "KE", "latitude": 0.5, "longitude": 37.9,
         "place_precision": "country", "gazetteer_id": "g:ke"}  # fmt: skip


def test_reports_that_each_name_another_country_do_not_link_however_alike() -> None:
    ours = account("a", FLOOD.format("Ukraine"), **UKRAINE, **THE_6TH)
    theirs = account("b", FLOOD.format("Kenya"), **KENYA, **THE_6TH)
    both = account("c", FLOOD.format("Kenya and in Ukraine"), **KENYA, **THE_6TH)
    assert link(ours, theirs) is None
    assert link(ours, both) is not None  # it names theirs
    assert link(theirs, both) is not None


def test_a_town_that_may_be_a_namesake_is_in_no_country_for_sure() -> None:
    lone = account("a", FLOOD.format("Odesa"), **ODESA, **THE_6TH)
    assert (lone.home, lone.countries) == (frozenset(), {"UA"})
    assert link(lone, account("b", FLOOD.format("Kenya"), **KENYA, **THE_6TH)) is not None
    told = account("c", FLOOD.format("Odesa, where Ukrainians sheltered"), **ODESA, **THE_6TH)
    assert told.home == {"UA"}


def test_running_counts_link_by_their_place_not_by_their_window_alone() -> None:
    march = {"earliest": "2024-03-01", "latest": "2024-05-06", "scope": "cumulative"}
    said = (
        ("Since March the agency has fed 900 people.", 900),
        ("700 got meals since spring.", 700),
    )
    nowhere = {"place": None, "place_name": None}
    placed, loose = (
        [account(t, t, n, category="assisted", **march, **there) for t, n in said]
        for there in (ODESA, nowhere)
    )
    found, other = link(*placed), link(*loose)
    assert found is not None
    assert found.holds
    assert other is None or not other.holds


def test_running_counts_of_different_things_or_of_a_city_and_its_country_do_not_link() -> None:
    march = {"earliest": "2024-03-01", "latest": "2024-05-06", "scope": "cumulative"}
    fed = "Since March 900 people have had meals."
    meals = account("a", fed, 900, category="assisted", **march, **ODESA)
    taken = "Since March 80 pupils have been seized."
    pupils = account("b", taken, 80, category="abducted", **march, **ODESA)
    everywhere = "Aid workers reached 5,000 across the country from March on."
    country = account("c", everywhere, 5000, category="assisted", **march, **UKRAINE)
    for other in (pupils, country):
        found = link(meals, other)
        assert found is None or not found.holds


def test_a_vague_word_is_no_count_that_two_reports_share_and_yet_tells_how_great_a_thing_is() -> (
    None
):
    said = "Hundreds are feared dead in Odesa."
    one = account("a", said, 200, high=999, qualifier="vague", status="feared", **ODESA, **THE_6TH)
    assert (one.counts, one.harmed) == (frozenset(), 200)


def test_years_of_background_do_not_make_two_incidents_one() -> None:
    """Two reports that each tell of "a blast in 2019" tell of one only if more than the year says so."""
    year = {"earliest": "2019-01-01", "latest": "2019-12-31", "background": "a blast in 2019"}
    gate = "A blast at the same gate killed 40 in 2019, and today it stays shut."
    port = "Flags were lowered today where a bomb had killed 28 dockers in 2019."
    one, other = account("a", gate, 40, **year), account("b", port, 28, **year)
    assert not one.told  # today is the report's day
    assert signs(one, other)["years"] == 0
    found = link(one, other)
    assert found is None or not found.holds


def test_a_plural_that_begins_a_sentence_is_no_name_and_a_surname_is() -> None:
    told = wording([piece("Donors met. Windows broke. Marcus Williams fell. Williams was 30.")])
    assert sorted(told.names) == ["marcus", "williams"]


def test_reports_of_many_names_and_none_in_common_speak_against_a_link() -> None:
    names = "Mr Adel Karimov, Nadia Orsk and Lev Tamm fled Brestovac."
    others = "Mr Yusuf Daar, Amina Warsame and Omar Gedi fled Qoryooley."
    one, same, other = (
        account(n, t, **ODESA) for n, t in zip("abc", (names, names, others), strict=True)
    )
    assert "no name" in signs(one, other)
    assert "no name" not in signs(one, same)


def test_numbers_in_words_and_days_are_no_names_that_two_reports_share() -> None:
    told = wording([piece("Twenty-two died. By 3 Sep Twelve of Nova’s quarry were found.")])
    assert sorted(told.names) == ["nova"]
    assert rarity("twenty-two") == 0 < rarity("sep") < rarity("quarry")


def test_a_report_of_an_arrest_links_by_the_day_and_the_victim_that_it_names() -> None:
    shooting = (
        "Ana Quilombo was shot dead on Almond Street in Odesa on 2 February 2024, police said."
    )
    arrest = (
        "A man was held over the killing of Ana Quilombo, shot on Almond Street on 2 February 2024."
    )
    one = account(
        "a", shooting, on="2024-02-03", reported="Ana Quilombo", counted="named", low=1, **ODESA
    )
    other = account("b", arrest, on="2024-05-07", reported="Ana Quilombo", counted="named", low=1)
    found = link(one, other)
    assert found is not None
    assert found.holds
    for words in (
        "both tell of 2 February 2024",
        "the same street (Almond)",
        "the same victim (Quilombo)",
    ):
        assert words in why(one, other)


def test_another_victim_street_and_day_do_not_link_in_one_city() -> None:
    on_2nd, on_7th = (
        {"earliest": day, "latest": day, "date_precision": "day"}
        for day in ("2024-02-02", "2024-02-07")
    )
    one = account(
        "a", "Ana Quilombo was shot dead on Almond Street in Odesa on 2 February 2024.", on="2024-02-03",
        reported="Ana Quilombo", counted="named", low=1, **ODESA, **on_2nd,
    )  # fmt: skip
    other = account(
        "b", "A widower of 61, Ben Tarkovic was killed by gunmen outside his bakery on Poplar Street in Odesa"
        " on 7 February 2024, as he unlocked the shutters.", on="2024-02-08",
        reported="Ben Tarkovic", counted="named", low=1, **ODESA, **on_7th,
    )  # fmt: skip
    found = link(one, other)
    assert found is None or not found.holds


def test_a_great_toll_speaks_for_one_event_where_a_small_one_does_not() -> None:
    def score(dead: int) -> float:
        one = account("a", low=dead, **ODESA, **THE_6TH)
        other = account("b", "Rockets fell on a depot.", low=dead + 1, **ODESA, **THE_6TH)
        return sum(_points(*sign) for sign in signs(one, other).items())

    assert score(1) < score(15) < score(90)


def test_one_houses_turns_of_phrase_speak_less() -> None:
    def score(publisher: str) -> float:
        one, other = (
            accounts(
                replace(document(name, STRIKE, "2024-05-07"), publisher=p),
                [figure(12, sentence=STRIKE, sentence_start=0, sentence_end=len(STRIKE))],
            )[0]
            for name, p in (("a", "Odesa Post"), ("b", publisher))
        )
        return sum(_points(*sign) for sign in signs(one, other).items())

    assert score("Odesa Post") < score("Lviv Herald")


def test_a_report_that_tells_of_an_earlier_incident_alone_has_it_as_its_main() -> None:
    told = sorted_figures(
        "Three were held over the blast that killed 5 in 2019.", {"background": "the blast"}
    )
    assert told == [(True, "incident", 1)]


def test_place_alone_does_not_link() -> None:
    found = link(
        account("a", **ODESA, **THE_6TH),
        account("b", "The flood took a bridge.", low=40, on="2024-08-01", **ODESA),
    )
    assert found is not None
    assert found.score < APART  # they are surely two


def test_another_kind_of_event_elsewhere_does_not_link_whatever_names_are_shared() -> None:
    one = account("a", "ZELENODOLSK, 6 May. A missile hit the granary in Odesa.", **ODESA)
    other = account("b", "ZELENODOLSK, 7 May. The flood took a bridge in Lviv.", low=40, **LVIV)
    found = link(one, other)
    assert found is None or not found.holds


def test_parts_told_before_their_total_are_of_its_incident() -> None:
    far = {"latitude": 49.84, "longitude": 24.03, "country": "UA", "place_precision": "city"}
    near = {**far, "latitude": 50.45, "longitude": 30.52}
    total = figure(36)
    parts = [
        figure(14, place="Lviv", gazetteer_id="g:lviv", part_of=total.id, **far),
        figure(18, place="Kyiv", gazetteer_id="g:kyiv", part_of=total.id, **near),
    ]
    total = replace(total, number_start=parts[1].number_start + 50)
    [one] = accounts(document("a", "Lviv 14\nKyiv 18\nTotal 36", "2022-04-02"), [*parts, total])
    assert len(one.figures) == 3
    assert len(accounts(document("a"), [replace(part, part_of=None) for part in parts])) == 2


def test_a_document_is_never_linked_with_itself() -> None:
    one = account("a", **ODESA)
    assert link(one, one) is None


def test_an_undated_report_links_by_place_kind_and_count() -> None:
    found = link(account("a", on=None, **ODESA), account("b", **ODESA, **THE_6TH))
    assert found is not None
    assert found.holds


def test_which_of_two_reports_comes_first_never_matters() -> None:
    told = (
        "Gunmen shot 12 people near the Zelenodolsk mill in Odesa.",
        "The wounded lie in Zelenodolsk Hospital, where 12 people from the mill died.",
        STRIKE,
    )
    every = [account(f"r{n}", text, **ODESA, **THE_6TH) for n, text in enumerate(told)]
    assert every[0].wording.names["zelenodolsk"] > every[1].wording.names["zelenodolsk"]
    for one in every:
        for other in every:
            assert signs(one, other) == signs(other, one)
            assert link(one, other) == link(other, one)


def test_what_rules_a_link_out_early_is_what_all_signs_say() -> None:
    texts = (STRIKE, "Rockets fell on a depot at dawn.", "The flood in Lviv drowned twelve.")
    places: tuple[dict[str, Any], ...] = (ODESA, LVIV, UKRAINE, {})
    every = [
        account(f"r{n}{m}{k}", text, low=n + 2, on=on, **place)
        for n, text in enumerate(texts)
        for m, place in enumerate(places)
        for k, on in enumerate(("2024-05-07", "2024-06-30", None))
    ]
    for one, other in combinations(every, 2):
        told = signs(one, other)
        score = _START + sum(_points(*sign) for sign in told.items())
        found = link(one, other)
        if "two events" in told:
            assert found is not None
            assert found.score == POINTS["two events"]
            continue
        assert (found is None) == (score <= APART)
        assert found is None or found.score == pytest.approx(min(score, _MOST), abs=0.001)


def test_an_account_is_kept_whole() -> None:
    street = "Ana Ruiz, 34, was shot at 210 Almond Street in Odesa on 6 May 2024."
    for one in (
        account("a", street, **ODESA, **THE_6TH),
        account("b", on=None),
        account("c", scope="cumulative", category="injured", **UKRAINE),
    ):
        line, words = keeping.kept(one)
        assert keeping.read(line, words) == one
        brief = keeping.read(line, None)
        assert brief.wording.names == one.wording.names
        assert replace(brief, wording=one.wording, heart=one.heart, headline=one.headline) == one


def test_why_two_accounts_are_linked_is_told_without_their_words() -> None:
    every = [
        account("a", "Ana Ruiz, 34, was shot at 210 Almond Street in Odesa on 6 May.", **ODESA),
        account("b", "Shots at 210 Almond Street: Ana Ruiz is dead.", **ODESA, **THE_6TH),
        account("c", "In Odesa 12 people were killed.", **UKRAINE, **THE_6TH),
    ]
    brief = [keeping.read(keeping.kept(one)[0], None) for one in every]
    for (one, other), short in zip(combinations(every, 2), combinations(brief, 2), strict=True):
        assert why(one, other) == why(*short)


def test_linked_accounts_share_a_key_for_which_one_asks() -> None:
    pairs = [
        (account("a", **ODESA, **THE_6TH), account("b", **ODESA, **THE_6TH)),
        (account("a", on=None, **ODESA), account("b", **ODESA, **THE_6TH)),
        (account("a", **ODESA), account("b", on="2024-05-09", **ODESA)),
    ]
    for one, other in pairs:
        mine, theirs = dict(keys(one)), dict(keys(other))
        assert any({mine[k], theirs[k]} != {"offered"} for k in mine.keys() & theirs.keys())


def test_the_end_of_a_sentence_and_the_beginning_of_the_next_are_no_name() -> None:
    one = account(
        "a", "Divers came to Odesa on Friday. Latrines were dug for Anna Kovalenko’s guests."
    )
    phrases = {key[2:] for key, _ in keys(one) if key[0] == "phrase"}
    assert ("anna", "kovalenko") in phrases
    assert not any("latrines" in phrase for phrase in phrases)


def test_one_word_brings_fewer_reports_together_than_a_name_of_two() -> None:
    one = account("a", "Anna Kovalenko was at Zelenodolsk when it was shelled on 6 May 2024.")
    sorts = {key[:2]: how for key, how in keys(one)}
    assert {how for (kind, _), how in sorts.items() if kind == "phrase"} == {"asked"}
    assert sorts["rare", "zelenodolsk"] == "common"
    assert sorts["name", "anna"] == "weak"
    assert sorts["headline", "shelled"] == "common"


def sorted_figures(
    text: str, *told: dict[str, Any], on: str | None = "2024-05-07"
) -> list[tuple[bool, str, int]]:
    """(main, scope, number of figures) of each account; a figure each sentence of the text."""
    starts = [0, *(i + 2 for i in range(len(text)) if text[i : i + 2] == ". "), len(text)]
    figures = [
        figure(
            n + 3,
            sentence=text[a:b].strip(),
            sentence_start=a,
            sentence_end=b,
            number_start=a,
            **fields,
        )
        for n, ((a, b), fields) in enumerate(zip(pairwise(starts), told, strict=True))
    ]
    found = accounts(document("a", text, on), figures)
    return sorted((a.main, a.scope, len(a.figures)) for a in found)


def test_a_round_up_tells_an_incident_each_place() -> None:
    text = "A shell killed 3 in Odesa. Another killed 4 in Lviv. Odesa mourned 5."
    assert sorted_figures(text, ODESA, LVIV, ODESA) == [
        (False, "incident", 1),
        (True, "incident", 2),
    ]


def test_the_day_of_a_release_does_not_part_an_incident() -> None:
    text = "Rebels freed 3 pupils in Odesa. They had killed 4 guards in Odesa."
    released = {**ODESA, **THE_20TH, "category": "freed"}
    assert sorted_figures(text, released, {**ODESA, **THE_6TH}) == [(True, "incident", 2)]
    text = "Rebels hold 3 pupils in Odesa still. They had killed 4 guards in Odesa."
    held = {**released, "category": "abducted", "stock_or_flow": "stock"}
    assert sorted_figures(text, held, {**ODESA, **THE_6TH}) == [(True, "incident", 2)]
    taken = {**held, "stock_or_flow": None}
    assert len(sorted_figures(text, taken, {**ODESA, **THE_6TH})) == 2
    assert len(sorted_figures(text, {**ODESA, **THE_20TH}, {**ODESA, **THE_6TH})) == 2


def test_an_earthquake_is_one_incident_over_many_places() -> None:
    text = "The earthquake killed 3 in Odesa. The quake killed 4 in Lviv."
    assert sorted_figures(text, ODESA, LVIV) == [(True, "incident", 2)]


def test_running_counts_and_background_are_accounts_of_their_own() -> None:
    text = "A shell killed 3 in Odesa. The war has killed 4. A like blast killed 5 in 2019."
    told = ODESA, {"scope": "cumulative"}, {"background": "a like blast in 2019"}
    assert sorted_figures(text, *told) == [
        (False, "cumulative", 1),
        (False, "incident", 1),
        (True, "incident", 1),
    ]


def test_a_running_count_of_a_city_is_another_than_its_country_s() -> None:
    text = "Cholera has killed 3 in Odesa since May. It has killed 4 across Ukraine."
    told = {**ODESA, "scope": "cumulative"}, {**UKRAINE, "scope": "cumulative"}
    assert sorted_figures(text, *told) == [(False, "cumulative", 1)] * 2


def test_what_is_dated_far_back_is_background_in_news_of_today() -> None:
    text = "A shell killed 3 in Odesa. A truck bomb there killed 4 in October 2019."
    past = {**ODESA, "earliest": "2019-10-01", "latest": "2019-10-31"}
    assert sorted_figures(text, {**ODESA, **THE_6TH}, past) == [
        (False, "incident", 1),
        (True, "incident", 1),
    ]
    assert sorted_figures("A truck bomb killed 4 in October 2019.", past) == [(True, "incident", 1)]


def test_what_happened_earlier_this_month_is_another_incident_than_that_of_a_day() -> None:
    this_month = {"earliest": "2024-05-01", "latest": "2024-05-07", "date_precision": "month"}
    today, before = {**ODESA, **THE_6TH}, {**ODESA, **this_month}
    text = "A shell killed 3 in Odesa on Monday. A raid on a school earlier this month killed 4."
    assert sorted_figures(text, today, before) == [(False, "incident", 1), (True, "incident", 1)]
    text = "On Monday 3 guards died in Odesa. The raid earlier this month killed 3."
    assert sorted_figures(text, {**today, "value": 3}, {**before, "value": 3}) == [
        (True, "incident", 2)
    ]
    text = "A raid in Odesa earlier this month killed 3. On Monday 4 more bodies were found."
    assert sorted_figures(text, before, today) == [(True, "incident", 2)]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Odesa has had 300 cholera cases and 14 deaths since May.", [["infected", "killed"]]),
        ("Odesa has had 300 cholera cases since May. The war has killed 900 people.",
         [["infected"], ["killed"]]),
    ],
)  # fmt: skip
def test_the_dead_of_an_epidemic_are_counted_with_its_cases(
    text: str, kept: list[list[str]]
) -> None:
    read = extract_document(document("a", text, None))
    found = accounts(read.document, list(read.figures))
    assert sorted(sorted(one.categories) for one in found) == kept


def test_parts_stay_with_their_total() -> None:
    whole = figure(9, **ODESA, sentence_start=0)
    part = figure(2, part_of=whole.id, **LVIV, sentence_start=200)
    (one,) = accounts(document("a", "x" * 300, None), [whole, part])
    assert len(one.figures) == 2


def test_a_document_without_figures_has_no_account() -> None:
    assert accounts(document("a"), []) == []


def test_places_of_one_country_contain_towns_and_towns_keep_apart() -> None:
    odesa, lviv, ukraine = (
        Where(
            str(p["place"]),
            None,
            "UA",
            p["latitude"],
            p["longitude"],
            p["place_precision"],
            p["gazetteer_id"],
        )  # type: ignore[arg-type]
        for p in (ODESA, LVIV, UKRAINE)
    )
    assert relation(odesa, lviv) == "apart"
    assert relation(odesa, ukraine) == relation(ukraine, odesa) == "within"
    assert relation(odesa, None) == "unknown"


def test_every_kind_is_told_by_its_own_words() -> None:
    from figures.comparison import kinds as module

    for name, about in module._read().items():
        for word in about["strong"].split():
            assert name in leading(weights([(word, False)])), (name, word)
        for other in about.get("like") or ():
            assert other in kinds()
            assert alike((name,), (other,)) == "like"


def chain(ids: str) -> list[Account]:
    return [account(name, low=n + 2) for n, name in enumerate(ids)]


def held(one: Account, other: Account, score: float = 1.0) -> Link:
    left, right = sorted((one.id, other.id))
    return Link(left, right, score)


def test_clusters_do_not_chain_through_a_single_link() -> None:
    a = chain("abcdefgh")
    groups = [a[:4], a[4:]]
    links = [held(x, y, 3.0) for g in groups for i, x in enumerate(g) for y in g[i + 1 :]]
    found = clusters(a, [*links, held(a[0], a[4], 0.5)], {})
    assert found == sorted(sorted(x.id for x in g) for g in groups)


def test_what_a_report_tells_of_another_time_stays_apart_from_what_it_reports() -> None:
    text = "A shell killed 3 in Odesa. A like shell killed 4 in Odesa in 2019."
    figures = [figure(3, **ODESA, sentence_start=0),
               figure(4, **ODESA, sentence_start=27, background="a like shell in 2019")]  # fmt: skip
    one, two = accounts(document("a", text), figures)
    other = account("b")
    links = sorted([held(one, other, 2.0), held(two, other, 1.0)], key=lambda k: -k.score)
    assert sorted(map(len, clusters([one, two, other], links, {}))) == [1, 2]


def test_a_report_without_figures_joins_an_incident_and_makes_none() -> None:
    event = "Missiles struck the Zelenodolsk granary of Odesa on Monday. "
    told = document(
        "a", event + "Twelve people were killed, the Zelenodolsk mayor said.", "2024-05-07"
    )
    silent = document("b", event + "The Zelenodolsk mayor called it a crime.", "2024-05-07")
    both = compared(told, silent)
    (one,) = both.incidents
    assert {(r.document_id, r.role) for r in both.document_incidents} == {
        (told.id, "main"),
        (silent.id, "main"),
    }
    assert compared(silent).incidents == ()
    assert both.aliases.get(one.id) is None


def compared_at_all(accounts: list[Account]) -> int:
    with Index() as index:
        index.links.change((), map(node, accounts), lambda one, other: 0.0)
        return sum(len(index.links.edges(number(a.id), 0.0)) for a in accounts) // 2


def test_a_key_that_many_share_is_not_compared_all_with_all() -> None:
    many = [account(f"r{n}", **ODESA, **THE_6TH) for n in range(700)]
    assert compared_at_all(many) < 700 * 200
    assert compared_at_all(many[:3]) == 3


def test_a_city_struck_twice_in_a_fortnight_is_two_incidents() -> None:
    first = [account(f"a{n}", **ODESA, **THE_6TH) for n in range(2)]
    second = [account(f"b{n}", **ODESA, **THE_20TH) for n in range(2)]
    every = [*first, *second]
    strong = [held(*first, 2.0), held(*second, 2.0)]
    weak = [held(x, y) for x in first for y in second]
    assert sorted(map(len, clusters(every, [*strong, *weak], {}))) == [2, 2]
    lone = [k for k in [*strong, *weak] if second[1].id not in (k.left, k.right)]
    assert len(clusters(every[:3], lone, {})) == 1  # one report's date may be a slip


def test_people_rule_on_pairs() -> None:
    a, b, c = chain("abc")
    pair = tuple(sorted((a.id, b.id)))
    assert len(clusters([a, b, c], [held(a, b, 9.0)], {pair: False})) == 3  # type: ignore[dict-item]
    ruled = Link(*pair, float("inf"), ruled=True)
    assert len(clusters([a, b, c], [ruled], {pair: True})) == 2  # type: ignore[dict-item]


@given(
    st.randoms(use_true_random=False),
    st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=20),
)
def test_the_order_of_accounts_never_matters(random: Any, drawn: list[tuple[int, int]]) -> None:
    told = ACCOUNTS
    links = {tuple(sorted((told[i].id, told[j].id))): (i + j) % 5 + 0.5 for i, j in drawn if i != j}
    ordered = sorted(
        (Link(*ids, score) for ids, score in links.items()),
        key=lambda k: (-k.score, k.left, k.right),
    )
    shuffled = list(told)
    random.shuffle(shuffled)
    found = clusters(shuffled, ordered, {})
    assert found == clusters(told, ordered, {})
    assert sorted(i for group in found for i in group) == sorted(a.id for a in told)


ACCOUNTS = chain("abcdefgh")


@given(st.text(max_size=200))
def test_any_text_has_words(text: str) -> None:
    assert all(word and word == word.lower() or not word.isascii() for word, _ in words_of(text))


@pytest.mark.parametrize(
    ("text", "incidents"),
    [
        ("Elsewhere four people were killed by shelling.", 2),
        ("Last week's drone attack had killed four people.", 2),
        ("The attack killed four people last week.", 1),
    ],
)
def test_what_happened_elsewhere_or_last_week_is_another_incident(
    text: str, incidents: int
) -> None:
    report = document("a", f"A shell killed three people in Odesa on Monday. {text}", "2024-05-07")
    assert len(compared(report).incidents) == incidents


def toll(name: str, day: str, low: int, published: str, **fields: Any) -> Account:
    return account(
        name,
        low=low,
        on=published,
        **ODESA,
        **{**THE_6TH, "earliest": day, "latest": day},
        **fields,
    )


def scored(one: Account, other: Account) -> float:
    found = signs(one, other)
    return sum(_points(sign, size) for sign, size in found.items() if "toll" in sign)


def test_two_tolls_of_one_place_some_days_apart_are_of_two_events() -> None:
    first = toll("a", "2024-05-06", 12, "2024-05-07")
    assert scored(first, toll("b", "2024-05-11", 30, "2024-05-11")) < -3
    assert scored(first, toll("b", "2024-07-11", 13, "2024-07-11")) < -4
    # a toll that grows, the same toll told days later, one of the next day, and few people
    assert scored(first, toll("b", "2024-05-11", 13, "2024-05-11")) == 0
    assert scored(first, toll("b", "2024-05-11", 12, "2024-05-11")) == 0
    assert scored(first, toll("b", "2024-05-07", 30, "2024-05-07")) == 0
    assert scored(toll("a", "2024-05-06", 1, "2024-05-07"), toll("b", "2024-05-11", 3, "2024-05-11")) == 0  # fmt: skip


def test_a_later_report_may_look_back_and_none_tells_of_what_comes_after_it() -> None:
    first = toll("a", "2024-05-20", 12, "2024-05-20")
    later, much_later, earlier = (
        account(n, low=30, on=day, **ODESA)
        for n, day in (("b", "2024-05-29"), ("c", "2024-07-29"), ("d", "2024-05-10"))
    )
    assert scored(first, later) == 0
    assert -3 < scored(first, much_later) < 0
    assert scored(first, earlier) < -3


def test_a_share_of_the_dead_is_no_toll_that_two_reports_have_in_common() -> None:
    text = STRIKE + " Fourteen of the 33 dead were children."
    whole = figure(33, sentence=text, sentence_start=0, sentence_end=len(text), **ODESA)
    part = replace(whole, id="p", low=14, high=14, value=14, number_start=50, part_of=whole.id)
    (one,) = accounts(document("a", text, "2024-05-07"), [whole, part])
    other = account("b", low=14, **ODESA)
    assert "large count" not in signs(one, other)
    assert ("killed", 33) in one.counts
    assert ("of the killed", 14) in one.counts


def test_reports_of_different_months_that_tell_no_day_in_common_are_of_one_event_seldom() -> None:
    def apart(on: str) -> float:
        told = signs(account("a", on="2024-05-07", **ODESA), account("b", on=on, **ODESA))
        return _points("no day of both", told["no day of both"])

    assert (apart("2024-05-09"), apart("2025-09-07")) == (0, -3)


def incidents_of(*told: tuple[str | None, str]) -> list[set[str]]:
    """The names of the reports of each incident, of several reports told by their day and text."""
    reports = [document(str(n), text, on) for n, (on, text) in enumerate(told)]
    found = compared(*reports)
    names = {d.id: d.name for d in reports}
    of: dict[str, set[str]] = {}
    for row in found.document_incidents:
        of.setdefault(row.incident_id, set()).add(names[row.document_id])
    return sorted(of.values(), key=sorted)


BOMB = "A bomb in a market in Lahore, Pakistan, killed nine people on Monday and injured 20, police said."


@pytest.mark.parametrize(
    ("told", "other", "apart"),
    [
        # unlike events of one town and day whose counts differ
        (("2024-03-05", BOMB), ("2024-03-05", "A bus fell off a bridge in Lahore, Pakistan, on Monday. The crash"
          " killed four people and injured 11, police said."), True),
        (("2024-03-05", BOMB), ("2024-03-05", "A gas cylinder blew up in a kitchen in Lahore, Pakistan, on Monday,"
          " killing four people and injuring 11, police said."), True),
        (("2024-03-05", BOMB), ("2024-03-05", "A bomb blast in Lahore, Pakistan, killed four people on Monday and"
          " injured 11, a nurse said."), False),
    ],
)  # fmt: skip
def test_unlike_events_of_one_town_and_day(
    told: tuple[str, str], other: tuple[str, str], apart: bool
) -> None:
    assert len(incidents_of(told, other)) == 1 + apart


SHELLS = "Shelling of Kherson, Ukraine, killed {} people and wounded {}, the governor said."


@pytest.mark.parametrize(
    ("first", "later", "apart"),
    [
        (("2024-03-04", (5, 9)), ("2024-03-07", (2, 4)), True),  # fewer dead and fewer hurt
        (("2024-03-04", (5, 9)), ("2024-03-07", (6, 12)), False),
        (("2024-03-04", (5, 9)), ("2024-03-05", (2, 4)), False),  # of the next morning
    ],
)
def test_a_later_day_of_the_same_kind(
    first: tuple[str, tuple[int, int]], later: tuple[str, tuple[int, int]], apart: bool
) -> None:
    told = [(on, SHELLS.format(*counts)) for on, counts in (first, later)]
    assert len(incidents_of(*told)) == 1 + apart


def test_an_undated_report_does_not_join_two_strikes_a_week_apart() -> None:
    text = "An air strike on a market in Mekele, Ethiopia, killed {} people{}, nurses said. Stalls burned."
    told = [
        ("2024-05-02", text.format(12, " on 2 May 2024")),
        ("2024-05-12", text.format(40, " on 12 May 2024")),
        (None, text.format("at least 12", "")),
    ]
    assert len(incidents_of(*told)) == 2


def test_two_issues_of_a_bulletin_are_two_incidents() -> None:
    text = "Clashes in Bor, South Sudan, displaced {} people and killed {}, the mission said."
    issues = [
        document(str(n), text.format(*counts), on, publisher="Bulletin")
        for n, (on, counts) in enumerate(
            [("2020-06-12", (23_000, 80)), ("2020-07-14", (60_000, 34))]
        )
    ]
    assert len({row.incident_id for row in compared(*issues).document_incidents}) == 2

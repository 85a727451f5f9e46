"""Sentences as they come in the run of a news report: what they go on with, and who passes them on."""

from __future__ import annotations

import pytest

from figures import extract


def read(text: str) -> list[tuple[str, str]]:
    return [(f.category, f.quote) for f in extract(text)]


def whole_of(text: str, end: str) -> str | None:
    """The quote of the figure of which the last one that ends so is a part, or on top of which it comes."""
    figures = extract(text)
    quotes = {f.id: f.quote for f in figures}
    part = next(f for f in reversed(figures) if f.quote.endswith(end))
    return quotes.get(part.part_of or part.adds_to or "")


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The number of people killed when a boat sank off Orda has risen to 60.", [("killed", "60")]),
        ("The number of those hurt when a stand collapsed in Lesk rose to 120 on Monday.", [("injured", "120")]),
        ("The number of people killed when a boat sank was not told; 60 had come aboard.", []),
        ("The number of people killed when a boat sank, and prices rose to 60, is not known.", []),
    ],
)  # fmt: skip
def test_a_toll_grows_behind_the_clause_that_tells_what_happened(
    text: str, figures: list[tuple[str, str]]
) -> None:
    assert [told for told in read(text) if told[1] != "not known"] == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Twelve are listed as missing. It could have been carrying more than 300 people.", ["Twelve"]),
        ("Twelve are listed as missing. It now stands at 40 people.", ["Twelve", "40 people"]),
    ],
)  # fmt: skip
def test_it_stands_for_a_count_only_before_a_verb_of_size(text: str, figures: list[str]) -> None:
    assert [quote for _, quote in read(text)] == figures


@pytest.mark.parametrize(
    ("text", "hurt"),
    [
        ("The bomber was targeting the head of the chamber, who was hurt.", "the head"),
        ("A gunman shot at the bishop of Orda, who was hurt.", "the bishop"),
        ("A gunman shot at the sister of Ana Ruiz, who was hurt.", "Ana Ruiz"),
    ],
)
def test_who_is_the_one_described_right_before(text: str, hurt: str) -> None:
    assert ("injured", hurt) in read(text)
    assert all("unman" not in quote and "omber" not in quote for _, quote in read(text))


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Two guards and Ana Ruiz died.", [("killed", "Two guards"), ("killed", "Ana Ruiz")]),
        ("Eight soldiers and policeman killed", [("killed", "Eight soldiers"), ("killed", "policeman")]),
        ("Eight women and child victims were found dead.", [("killed", "Eight women and child victims")]),
        ("12 clerks came in, and four died.", [("killed", "four")]),
    ],
)  # fmt: skip
def test_one_joined_to_several_is_counted_beside_them(
    text: str, figures: list[tuple[str, str]]
) -> None:
    assert read(text) == figures


@pytest.mark.parametrize(
    ("text", "quote", "whole"),
    [
        ("Over 50 were hurt in the blast. The toll may rise as around 10 injured were in critical condition.",
         "around 10", "Over 50"),
        ("Over 50 were hurt in the blast. Around 10 injured were at home.", "Around 10", None),
        ("Divers found 16 bodies, but more than 80 people are feared dead. Five more bodies were found later.",
         "Five more bodies", "16 bodies"),
    ],
)  # fmt: skip
def test_a_part_finds_its_whole(text: str, quote: str, whole: str | None) -> None:
    assert whole_of(text, quote) == whole


@pytest.mark.parametrize(
    ("text", "speaker", "medium"),
    [
        ("The blast killed 12, Reuters reported.", "Reuters", None),
        ("Ana Ruiz said 12 people were hurt in the crush, Xinhua reports.", "Ana Ruiz", "Xinhua"),
        ("In Lesk 40 died, the Red Cross says, and 12 in Orda, according to Reuters.", "Reuters", None),
        ("Ana Ruiz said that authorities had counted the dead. Forty were hurt, she said.", "Ana Ruiz", None),
        ("Source: Ana Ruiz, head of Lesk; Omar Beg, head of police\nQuote from Beg: \"Two were hurt.\"", "Beg", None),
    ],
)  # fmt: skip
def test_a_medium_passes_on_what_others_say(text: str, speaker: str, medium: str | None) -> None:
    told = extract(text)[-1]
    assert (told.attributed_to, told.via) == (speaker, medium)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Police spoke of a blast in Odesa that killed eight clerks and a raid on a base in Lviv.", "Odesa"),
        ("Police spoke of a blast that killed eight clerks and a nurse in Lviv.", "Lviv"),
        ("One clerk was killed and another hurt by shelling in Lviv.", "Lviv"),
        ("The worst-hit town in Crimea was a port, Odesa, where 11,000 died.", "Odesa"),
        ("The toll of the flood in Poland tops 800, most of them in Lviv.", "Poland"),
    ],
)  # fmt: skip
def test_another_event_has_a_place_of_its_own(text: str, place: str) -> None:
    assert {f.place for f in extract(text)} == {place}


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("It flew as Tuesday's flight did. Ten of the 14 people aboard died.", [("killed", "Ten of the 14 people")]),
        ("Police closed the section. Five were hurt.", [("injured", "Five")]),
        ("Police closed section 5. Nobody was hurt.", [("injured", "Nobody")]),
        ("None of the six crew members or 22 passengers survived.",
         [("killed", "six crew members"), ("killed", "22 passengers")]),
        ("None of the six crew members heard of 22 survivors.", [("rescued", "22 survivors")]),
        ("Gunmen abducted two sons of Ana Ruiz, mayor of Orda.", [("abducted", "two sons")]),
        ("Gunmen killed Ana Ruiz, mayor of Orda, and two guards.", [("killed", "Ana Ruiz"), ("killed", "two guards")]),
        ("Seven clerks, and a man abducted but later freed, said 53 were abducted.",
         [("abducted", "a man"), ("abducted", "53")]),
        ("Seven clerks and a man abducted in Lesk were freed.", [("abducted", "Seven clerks and a man"),
                                                               ("freed", "Seven clerks and a man")]),
    ],
)  # fmt: skip
def test_whom_a_word_counts(text: str, figures: list[tuple[str, str]]) -> None:
    assert read(text) == figures


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("The raid killed seven clerks, including a boy, as well as a guard.", None),
        ("The raid killed seven clerks, including a boy and a guard.", "seven clerks"),
    ],
)
def test_as_well_as_ends_those_included(text: str, whole: str | None) -> None:
    assert whole_of(text, "a guard") == whole


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Soldiers entered the forest to rescue 12 hostages.", "hypothetical"),
        ("Soldiers were able to rescue 12 hostages.", "asserted"),
        ("Soldiers came too late to rescue 12 hostages.", "hypothetical"),
    ],
)
def test_who_sets_out_to_rescue_has_not_yet(text: str, status: str) -> None:
    assert extract(text)[0].status == status


def test_a_window_holds_for_what_goes_on_without_its_verb() -> None:
    told = extract("More than 8,000 have died since 2011, and over 900 displaced.")
    assert [f.scope for f in told] == ["cumulative", "cumulative"]


def test_by_phone_is_when_somebody_spoke() -> None:
    text = "The mayor told a news agency by phone on Monday that 12 clerks were killed."
    assert extract(text, published="2026-03-12")[0].earliest is None


def test_who_represents_others_speaks_for_himself() -> None:
    told = extract("An official representing the families said 12 clerks were killed.")
    assert told[0].attributed_to == "official"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("If we find them dead, that is 105 deaths, the mayor said.", "hypothetical"),
        ("The mayor asked if that is all. There are 105 deaths.", "asserted"),
    ],
)
def test_what_is_so_under_a_condition_alone(text: str, status: str) -> None:
    assert extract(text)[-1].status == status


@pytest.mark.parametrize(
    ("then", "apart"),
    [
        ("Earlier this year floods killed 70 people in Orda.", True),
        ("Earlier this year the mayor said floods might come. They killed two clerks.", False),
    ],
)
def test_what_happened_earlier_this_year_is_of_another_incident(then: str, apart: bool) -> None:
    told = extract(f"Flash floods killed 15 people in Lesk on Tuesday. {then}")
    assert (told[-1].background is not None) == apart


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("The mud swept away several cars, one of which is missing.", []),
        ("The mud hit several workers, one of whom is missing.", ["one of whom"]),
        ("Rains hit Lesk, with 75,000 people forced to evacuate.", ["75,000 people"]),
    ],
)
def test_which_is_of_things_and_whom_of_people(text: str, quotes: list[str]) -> None:
    assert [q for _, q in read(text) if "workers" not in q] == quotes


def test_the_statement_is_that_of_who_made_it() -> None:
    told = extract(
        "Ten died, the army said in a statement. Forty rebels died, the statement added."
    )
    assert [f.attributed_to for f in told] == ["army", "army"]


def test_this_week_is_no_this_that_somebody_said() -> None:
    told = extract("The war has claimed 900 lives. An envoy warned this week that ten need aid.")
    assert told[0].attributed_to is None


def test_a_state_of_emergency_dates_no_dead() -> None:
    text = "Lenia declared a state of emergency on Saturday as the toll rose to 132."
    assert extract(text, published="2026-03-12")[0].earliest is None


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Storms lash the islands each year, killing hundreds of people.", []),
        ("Storms hit Lesk every year, leaving dozens dead.", []),
        ("A storm hit Lesk last year, killing hundreds of people.", [("killed", "hundreds of people")]),
        ("Both police officers were hurt.", [("injured", "Both police officers")]),
        ("Both police and soldiers were hurt.", []),
        ("Two clerks working as rescuers were hurt.", [("injured", "Two clerks")]),
        ("One guard was hurt, and the other wounded passengers are safe.", [("injured", "One guard")]),
        ("One guard was hurt, and the other died.", [("injured", "One guard"), ("killed", "the other")]),
        ("A clerk whose wife, son and aunt died spoke.", [("killed", "wife"), ("killed", "son"), ("killed", "aunt")]),
        ("A clerk who stood there, two sons and an aunt died.", [("killed", "A clerk"),
                                                              ("killed", "two sons and an aunt")]),
        ("Twelve died, including six whose homes were crushed.", [("killed", "Twelve"), ("killed", "six")]),
    ],
)  # fmt: skip
def test_who_is_counted_beside_others(text: str, figures: list[tuple[str, str]]) -> None:
    assert read(text) == figures


def test_whom_goes_back_to_its_own_sentence() -> None:
    text = "There are 25 dead. Some 900 people live there, many of whom were hurt."
    assert whole_of(text, "many of whom") != "25"


@pytest.mark.parametrize(("year", "apart"), [("1969", True), ("2026", False)])
def test_a_heading_with_a_year_past_is_of_another_storm(year: str, apart: bool) -> None:
    text = f"A storm killed 100 in Lesk.\n\nHurricane Hale, {year}: The storm caused 143 deaths."
    told = extract(text, published="2026-03-12")
    assert (told[-1].background is not None) == apart


def test_the_third_of_its_kind_since_then_counts_only_its_own() -> None:
    told = extract("A fire trapped 36 miners in the third such disaster since the weekend.")
    assert told[0].scope == "incident"


@pytest.mark.parametrize("apart", ["Separately,", "Separately on Monday,"])
def test_separately_tells_of_another_incident(apart: str) -> None:
    text = f"A fire killed three in Lesk.\n\n{apart} a gas leak in Orda killed four. Two fell ill."
    assert [f.background for f in extract(text)] == [None, "Separately", "Separately"]


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("One of the worst came in May, when 40 died. Weeks later, nine died there.", True),
        ("One of the first was a clerk, 40, who died when the roof fell on nine.", False),
        ("Guards fired at a yard where 40 died less than two months ago.", True),
        ("Guards fired at a yard where 40 died, fewer than in the capital.", False),
    ],
)
def test_one_of_the_worst_and_one_a_while_ago_are_others(text: str, apart: bool) -> None:
    told = extract(f"Fighting at a jail left 58 dead.\n\n{text}", published="2026-03-12")[1:]
    assert told
    assert {f.background is not None for f in told} == {apart}


def test_who_is_considered_missing_is_missing() -> None:
    told = extract("Fourteen people are considered missing and three are feared missing.")
    assert [f.status for f in told] == ["asserted", "feared"]


def test_the_country_is_the_one_just_named() -> None:
    text = "Comoros told of its first outbreak. Six deaths have been reported from the country."
    assert extract(text)[0].place == "Comoros"


def test_a_quoted_count_is_the_subject_of_its_verb() -> None:
    assert read('"More than 900 people" may flee Lesk.') == [("displaced", "More than 900 people")]
    assert read('One clerk yelled "die, guards!" at them.') == []


@pytest.mark.parametrize(
    "then",
    [
        "Hours earlier, another crash in the same region left seven dead.",
        "A separate bus plunge in Orda killed seven.",
        "In early 2017, seven were killed in Orda.",
    ],
)
def test_what_else_happened_is_of_another_incident(then: str) -> None:
    told = extract(f"Ten died in a crash in Lesk on Friday. {then}", published="2026-03-12")
    assert [bool(f.background) for f in told] == [False, True]


def test_a_paper_called_news_tells_about_how_many() -> None:
    told = extract("Hale News reported about five dead and information about six injured clerks.")
    assert [f.qualifier for f in told] == ["about", "exact"]


@pytest.mark.parametrize(
    ("text", "speaker", "kind"),
    [
        ("Ten died, the Hale News Agency reported.", "Hale News Agency", "media"),
        ("Ten died, the Hale Border Agency reported.", "Hale Border Agency", "official"),
        ("Ten died. This was told at a briefing by Mayor Ana Ruiz, Radio Nine reports.", "Ana Ruiz", "official"),
        ("Mayor Ana Ruiz said so at a briefing, the Hale News Agency reports. \"Ten died,\" she said.", "Ana Ruiz",
         "official"),
    ],
)  # fmt: skip
def test_an_agency_of_news_is_no_office(text: str, speaker: str, kind: str) -> None:
    told = extract(text)[0]
    assert (told.attributed_to, told.attribution_kind) == (speaker, kind)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The remains of 20 people who were considered missing have been found.", [("killed", "20 people")]),
        ("Of 20 people who went missing nothing is known.", [("missing", "20 people")]),
        ("As of June 28, 16 Ukrainians were killed.", [("killed", "16 Ukrainians")]),
        ("It is known about more than 20 dead.", [("killed", "more than 20")]),
    ],
)  # fmt: skip
def test_what_is_told_of_a_count_now(text: str, figures: list[tuple[str, str]]) -> None:
    assert read(text) == figures


def test_who_says_so_is_no_victim() -> None:
    text = "Two died in addition to the 10 deaths in what the mayor, Ana Ruiz, said was a raid."
    assert [quote for _, quote in read(text)] == ["Two", "10 deaths"]


def test_a_line_that_ends_with_an_article_goes_on() -> None:
    text = "Nearly 900 people were hurt by the\n7.2 magnitude quake in the hills of Lesk."
    assert [f.sentence for f in extract(text)] == [text]


def test_injuries_for_people_are_theirs() -> None:
    text = "The roof fell, leading to injuries for 16 people, including seven children."
    assert read(text) == [("injured", "16 people"), ("injured", "seven children")]


def test_an_attacker_known_by_his_day_dates_what_follows() -> None:
    text = (
        "A blast hit an academy last week in Orda.\n\n"
        "Sunday's bomber set off his explosives at a gate in Lesk. The mayor said 12 were killed."
    )
    assert {f.earliest for f in extract(text, published="2026-03-12")} == {"2026-03-08"}

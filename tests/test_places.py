"""Names of places in a sentence, and where the thing counted by a figure happened."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.extraction import extract
from figures.extraction.events import reach
from figures.extraction.places.mentions import find_places
from figures.extraction.places.resolving import resolve
from figures.extraction.places.where import place_of
from figures.extraction.places.whereabouts import Whereabouts
from figures.extraction.words.sentences import split
from figures.extraction.words.tokens import tokenize


def named(text: str) -> list[tuple[str, str]]:
    tokens = tokenize(text)
    return [(m.verbatim, m.cue) for m in find_places(tokens, 0, len(tokens))]


def place(text: str, number: str, category: str = "killed") -> str | None:
    _, mention = told(text, number, category)
    return mention.verbatim if mention is not None else None


def told(text: str, number: str, category: str = "killed"):  # type: ignore[no-untyped-def]
    tokens = tokenize(text)
    sentences = split(tokens)
    at = tokens.starts.index(text.index(number))
    index = next(i for i, s in enumerate(sentences) if s.first <= at < s.stop)
    where = Whereabouts(tokens, sentences)
    return where, place_of(where, index, at, category)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A mine went off in the southern city of Mykolaiv.", [("Mykolaiv", "at")]),
        ("In Cox's Bazar, a mine went off.", [("Cox's Bazar", "at")]),
        ("Shells fell near the village of Orlivka.", [("Orlivka", "at")]),  # in no gazetteer
        ("Moscow said two men had died.", [("Moscow", "speaks")]),
        ("Two men died in Gakararu.", [("Gakararu", "at")]),
        ("A storm hit the Philippines.", [("Philippines", "object")]),
        ("He told reporters in Geneva that talks went on.", []),
        ("A man who served in Iraq shot a cook.", []),
        ("A fire broke out in San Orlanu.", [("San Orlanu", "at")]),  # not San
        ("A fire broke out in Orlu de la Halera.", [("Orlu de la Halera", "at")]),
        (
            "A mine went off in Takhta Orlu, Kandahar.",
            [("Takhta Orlu", "at"), ("Kandahar", "named")],
        ),
        ("Refugees from Somalia went to Kenya.", [("Somalia", "from"), ("Kenya", "to")]),
        ("Some 900 people in 106 blocks of 14 districts of Punjab fled.", [("Punjab", "at")]),
        ("A truck burned 30 km from Kabul.", [("Kabul", "at")]),
        ("A boat sank 30 miles (48 km) south of the island of Lampedusa.", [("Lampedusa", "at")]),
        (
            "A truck burned in Orlivka, 53 km north of Kabul.",
            [("Orlivka", "at"), ("Kabul", "named")],
        ),
        ("Five died in south-western Haiti.", [("south-western Haiti", "at")]),
        (
            "Five died in Nigeria's town of Gwoza.",
            [("Nigeria", "at"), ("Gwoza", "at")],
        ),
        ("Thousands had fled Kabul by then.", [("Kabul", "from")]),
        ("Thousands died in four villages of Kunduz province.", [("Kunduz province", "at")]),
        ("Most cases were in Kabul, followed by Herat.", [("Kabul", "at"), ("Herat", "named")]),
        ("It was ten times stronger than the quake in Haiti.", [("Haiti", "named")]),
        ("The floods in northern Mali went on.", [("northern Mali", "at")]),
        ("The floods in the perilous northern Mali went on.", [("northern Mali", "at")]),
        ("A bomb went off in Aliabad district.", [("Aliabad district", "at")]),
        ("Gunmen opened fire at Saint Clare Hospital.", [("Saint Clare Hospital", "at")]),
        ("A shell hit the Osama Haleru school.", [("Osama Haleru school", "object")]),
        ("He was hurt at Fishmongers' Hall.", [("Fishmongers' Hall", "at")]),
        ("Rain fell in North-East Nigeria.", [("North-East Nigeria", "at")]),
        (
            "A quake hit the coast of Hadramaru and Al Mahrah governorates.",
            [("Hadramaru", "object"), ("Al Mahrah governorates", "named")],
        ),
        ("TWO MEN WERE HURT IN EL PASO NARANJULO.", []),  # not El Paso
    ],
)
def test_names_and_the_part_they_play(text: str, found: list[tuple[str, str]]) -> None:
    got = [item for item in named(text) if item[1] != "seat"]
    assert got == found


@pytest.mark.parametrize(
    "text",
    [
        "Ukrainian and Syrian families were there.",  # people, not places
        "In March the talks began.",
        "The report was written in English.",
        "Reading is taught to all, and Nice people come.",  # towns too, but words here
        "The measure failed in Parliament.",
        "Most people in Custody were young.",
        "He is a member of the Labour Party.",
        "German charities and the Canadian city held it.",
        "TWO MEN DIED IN THE CAR.",
        "THE CITY IS AT A STANDSTILL, AND THEY SPOKE THROUGH LEAFLETS IN THE WEE HOURS.",
        "A spokesman for the Warwick family spoke.",
        "The Islamic State of Iraq and the Levant said so.",
        "Pirates boarded the Ghana-flagged tanker Orlu.",
        "Richard J. Dalton opened fire.",
        "The scale is named after Charles Richter, and 7 on the Richter scale is much.",
    ],
)
def test_words_that_are_no_places(text: str) -> None:
    assert [m for m in named(text) if m[1] not in ("seat", "office")] == []


def test_the_narrowest_place_holds_the_chain() -> None:
    text = "A man stabbed three people in Forbury Gardens in Reading, Berkshire, UK, on Saturday."
    where, mention = told(text, "three")
    assert mention.verbatim == "Forbury Gardens"
    assert mention.within.verbatim == "Reading"
    found = resolve(where, mention)
    assert (found.name, found.country) == ("Reading", "GB")  # the gardens lie there


def test_an_address_need_not_be_known() -> None:
    text = "Gunmen shot two guards in Arak, Sanga, Kaduna, Nigeria."
    _, mention = told(text, "two")
    assert (mention.verbatim, mention.within.verbatim) == ("Arak", "Sanga")


def test_a_country_before_a_person_is_where_somebody_comes_from() -> None:
    assert named("One United States soldier was hurt.") == [("United States", "from")]
    assert named("Abala herdsmen fought on.") == [("Abala", "from")]


def test_capitals_need_a_preposition() -> None:
    assert named("A BOMB WENT OFF IN SAN SALVADOR AND KILLED TWO MEN.") == [("SAN SALVADOR", "at")]
    assert named("REBELS HELD LAS DELICIAS DE TORORA IN JAIL.") == []
    assert named("TWO MEN DIED IN PRADOS DE TORORA TODAY.") == [("PRADOS DE TORORA", "at")]


@pytest.mark.parametrize(
    ("text", "number", "where"),
    [
        ("Two men were killed in Kabul and three in Herat.", "Two", "Kabul"),
        ("Two men were killed in Kabul and three in Herat.", "three", "Herat"),
        ("In Germany 196 people died, in Belgium 43.", "196", "Germany"),
        ("At least 243 people died, including 196 in Germany.", "243", None),
        ("Bangladesh reported five new deaths.", "five", "Bangladesh"),
        ("Fire swept a mall in Lagos. Police said later that nine shoppers died.", "nine", "Lagos"),
        ("Nine people died, he told reporters in Geneva.", "Nine", None),
        ("A blast rocked Aleppo. Floods have displaced 3 million worldwide.", "3", None),
        ("Two men died in the mining town of Orlivka.", "Two", "Orlivka"),
        ("Four nurses from Lesk - two of them Danes - were killed.", "Four", "Lesk"),
        ("KABUL, March 2 - Gunmen killed four guards.", "four", "KABUL"),
    ],
)
def test_where_a_count_was_taken(text: str, number: str, where: str | None) -> None:
    assert place(text, number) == where


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Rescuers in Kabul said 12 were killed in raids on the village of Orlivka.", "Orlivka"),
        ("Rescuers in Kabul said 12 were killed in raids.", "Kabul"),
        ("In Kabul, floods hit (most of them in Kunduz) and killed 12.", "Kabul"),
        ("KABUL (Radio Nine) - Guards found 12 dead, the mayor said.", None),
    ],
)
def test_where_who_speaks_is_tells_least(text: str, where: str | None) -> None:
    assert [f.place for f in extract(text)] == [where or "KABUL"]


@pytest.mark.parametrize(
    ("text", "words", "name", "country"),
    [
        ("Raids in Kunduz and Herat killed 40 clerks.", "Kunduz and Herat", "Afghanistan", "AF"),
        (
            "Blasts killed 12 in Kunduz, Herat and Kabul.",
            "Kunduz, Herat and Kabul",
            "Afghanistan",
            "AF",
        ),
        (
            "Floods killed 150 in Nepal, India and Bangladesh.",
            "Nepal, India and Bangladesh",
            None,
            None,
        ),
        ("Floods killed 150 in Nepal, and three in Kabul.", "Nepal", "Nepal", "NP"),
        ("In Kunduz, Afghanistan, and beyond, 12 died.", "Kunduz", "Kunduz", "AF"),
    ],
)
def test_a_count_over_several_places(
    text: str, words: str, name: str | None, country: str | None
) -> None:
    found = extract(text)[0]
    assert (found.place, found.place_name, found.country) == (words, name, country)


@pytest.mark.parametrize(
    "text",
    [
        "Four guards were killed, including two cooks, when a bus hit a mine near the village of Orlivka.",
        "Four guards, including two cooks, were killed in the village of Orlivka. Kabul mourned.",
        "Four guards including two cooks were killed in the village of Orlivka. Kabul mourned.",
        "Four guards, including two cooks, died in the village of Orlivka.",
        "Four guards, among them two cooks, were hurt in the village of Orlivka.",
        "Four guards, two of whom were cooks, were hurt in the village of Orlivka.",
        "Four guards, including two who had slept in Kabul, were killed in the village of Orlivka.",
    ],
)
def test_a_clause_behind_the_parts_is_of_the_whole(text: str) -> None:
    assert place(text, "Four") == "Orlivka"
    assert (
        place("Four guards were killed, including two in the village of Orlivka.", "Four") is None
    )


def test_a_place_that_opens_the_report_gives_way_to_where_it_happened() -> None:
    text = "LAHORE: A blast near a gate in Peshawar killed 12 people. Police found 18 bodies."
    assert place(text, "12") == place(text, "18") == "Peshawar"
    assert place("Peshawar: 12 people died in a blast.", "12") == "Peshawar"


def test_a_dateline_with_a_colon_gives_way_to_the_place_of_the_events() -> None:
    text = "LIMA, 3 May: Divers searched a wreck north of Piura. Two sailors died."
    assert place(text, "Two") == "Piura"


def test_where_a_flight_began_or_how_far_off_a_city_is() -> None:
    text = "The jet was en route from Lima to Cusco (about 300 km from Piura) when it fell. Some 12 died."
    assert place(text, "12") is None
    assert place("A blast 30 km from Piura killed 12.", "12") == "Piura"


def test_places_of_a_list_are_no_victims() -> None:
    text = "At least 217 people died in Lesk, Castile-La Hale and Orda."
    assert [f.quote for f in extract(text)] == ["At least 217 people"]


def test_the_place_of_a_toll_told_with_for() -> None:
    assert place("The cumulative total for Lusaka is 12 deaths.", "12") == "Lusaka"
    assert place("A convoy for Lusaka was hit, and 12 men died.", "12") is None
    assert place("A quake hit Piura. Some 12 deaths were reported from Cusco.", "12") == "Cusco"
    assert place("Lenia counts 40 dead. Peru alone has 12 deaths.", "12") == "Peru"


def test_a_neighbour_is_no_place_of_what_is_told_elsewhere() -> None:
    text = "Some 12 deaths were reported. In neighbouring Chad, a man was hurt."
    assert place(text, "12") is None


def test_a_town_told_of_is_the_place_not_one_miles_off() -> None:
    text = "A man killed nine people. Karonga is a town 30 miles north of Lilongwe. The toll of 12 may rise."
    assert place(text, "12") == "Karonga"


def test_doctors_are_where_the_hurt_were_brought() -> None:
    text = "A bomb hit a market in Peshawar. Two nurses in Lahore, the largest city near, told reporters 12 had died."
    assert [f.place for f in extract(text)] == ["Peshawar"]


def test_shows_and_firms_are_named_after_a_country_and_in_none() -> None:
    text = 'A nurse told "Good Morning America" and the Voice of America that 12 clerks died.'
    assert place(text, "12") is None


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("KABUL, May 3 (XYZ)\n\nA bomb killed 12 people.", "KABUL"),
        ("Blast kills 12\nBy Ada Renn\nKABUL, 3 May 2024\nA bomb killed 12 people.", "KABUL"),
        ("Kabul, where it rained in May\n\nA bomb killed 12 people in Herat.", "Herat"),
    ],
)
def test_a_dateline_on_a_line_of_its_own(text: str, where: str) -> None:
    assert extract(text)[-1].place == where


@pytest.mark.parametrize(
    ("text", "number", "where"),
    [
        ("Deaths rose in Kabul (10) and Herat (8) provinces.", "8", "Herat"),
        ("At least 35 were killed in Herat, 11 in Kabul and three in Kandahar.", "35", "Herat"),
        ("At least 35 were killed in Herat, 11 in Kabul and three in Kandahar.", "11", "Kabul"),
        ("At least 40 died in Herat, about 40 km from Hale.", "40 died", "Herat"),
        ("A quake in Herat killed 138 people, but many more died in Kabul.", "138", "Herat"),
        ("An airstrike on a funeral in Herat killed 20 mourners.", "20", "Herat"),
        ("Some 700 people died in six countries. It rained in Kabul.", "700", None),
        ("A storm in three countries killed 40 people, 12 of them in Haiti.", "40", None),
        ("A storm in three countries killed 40 people, 12 of them in Haiti.", "12", "Haiti"),
    ],
)
def test_where_several_places_are_told(text: str, number: str, where: str | None) -> None:
    assert place(text, number) == where


def test_a_list_of_parts_that_follows_is_not_where_the_whole_was() -> None:
    text = "Rain claimed 937 lives. Sindh had most with 306, then Balochistan with 234 and Punjab with 90."
    assert place(text, "937") is None


def test_a_headline_takes_the_narrower_place_from_the_lead() -> None:
    text = "Blast kills 20 in Mindanao\n\nTwo bombs exploded at Jolo Cathedral in Mindanao."
    assert place(text, "20") == "Jolo Cathedral"


def test_the_displaced_are_counted_where_they_left() -> None:
    text = "Some 300 families were displaced from Derna to Tobruk."
    assert place(text, "300", "displaced") == "Derna"
    assert place("Two men from Derna were killed in Tobruk.", "Two") == "Tobruk"


def test_a_surname_is_no_place() -> None:
    text = "Police held Bruce Warwick. Two bodies were found inside the van of Warwick."
    assert place(text, "Two") is None


@pytest.mark.parametrize(
    ("text", "number", "country"),
    [
        ("Police in Missouri said two girls were shot in Springfield.", "two", "US"),
        ("Iraqi troops said six men died in Mosul.", "six", "IQ"),
        ("Two miners died in Córdoba, Argentina.", "Two", "AR"),
        ("Spanish police said two tourists died in Córdoba.", "two", "ES"),
        ("EUREKA, Mo. (AP) - Two women were found dead.", "Two", "US"),
    ],
)
def test_namesakes_are_told_apart_by_what_the_text_names(
    text: str, number: str, country: str
) -> None:
    where, mention = told(text, number)
    assert resolve(where, mention).country == country


def test_state_of_a_town_decides() -> None:
    where, mention = told("Four men were hurt in Richmond, Virginia.", "Four")
    assert resolve(where, mention).admin1 == "Virginia"
    where, mention = told("Four men were hurt in Richmond, Calif.", "Four")
    assert resolve(where, mention).admin1 == "California"


def test_an_unknown_village_stays_as_it_is_written() -> None:
    where, mention = told("Two men died in the village of Rusanivkaru.", "Two")
    assert mention.verbatim == "Rusanivkaru"
    assert resolve(where, mention) is None


@pytest.mark.parametrize(
    ("text", "number", "country"),
    [
        ("Lebanese soldiers said four men died in Tripoli.", "four", "LB"),
        ("Fighting went on in Benghazi. Four men died in Tripoli.", "Four", "LY"),
        ("CARACAS, May 2 - Two people were killed in Valencia.", "Two", "VE"),
        ("Snow fell in Alabama. Two girls were killed in Birmingham.", "Two", "US"),
        ("SAN SALVADOR, 6 JUL (XYZ) -- TWO MEN WERE KILLED IN SAN JUAN.", "TWO", None),
        ("Ten miners died in the Sahel (Mali, Niger and Chad).", "Ten", None),
        ("Nine boys were killed in Kinasserom, near Cameroon.", "Nine", None),
        # one word that names a country makes no village of a city
        ("Nine people, two American clerks among them, died in Brussels.", "Nine", "BE"),
        ("Two Americans died in Paris.", "Two", "FR"),
        ("Two Texans died in Paris, Texas.", "Two", "US"),
    ],
)
def test_a_place_is_resolved_by_its_country_or_not_at_all(
    text: str, number: str, country: str | None
) -> None:
    where, mention = told(text, number)
    found = resolve(where, mention)
    assert (found and found.country) == country


@pytest.mark.parametrize(
    ("text", "number", "where"),
    [
        # where the hurt are brought is not where it happened
        ("A bus fell in Hale. The hurt were taken to a clinic in Lagos. Two men died.", "Two", "Hale"),
        ("A bus fell in Hale. Many are being treated in Lagos. Two men died.", "Two", "Hale"),
        # words that point back
        ("Shells fell on Homs in Syria. Across the country two men died.", "two", "Syria"),
        ("Shells fell on Homs in Syria. In the city two men died.", "two", "Homs"),
        ("Rain fell in both Kenya and Uganda. In the latter country two died.", "two", "Uganda"),
        ("Rain fell in both Kenya and Uganda. In the former country two died.", "two", "Kenya"),
        ("LIMA, 2 MAY 90 (EFE) -- A BOMB WENT OFF IN PIURA. TWO DIED IN THIS CITY.", "TWO", "LIMA"),
        # a list lies in what holds it
        ("Floods hit Chad. Two men died in Abeche, Moundou and Sarh.", "Two", "Chad"),
        ("Floods hit Chad. Two men died in Abeche.", "Two", "Abeche"),
        ("SHELLS HIT MOUNDOU. TWO MEN DIED IN ULOLU, ORLURU, HALERU AND NARULO NEIGHBORHOODS.", "TWO", "MOUNDOU"),
        ("Chad floods. Two men died in the towns of Abeche, Ulolo and Orlo.", "Two", "Chad"),
        ("Floods hit Chad and Niger. In both countries 12 people died.", "12", None),
        ("Chad is poor. Floods hit several provinces. In all provinces 12 people died.", "12", "Chad"),
        # each count of a list has its own place
        ("At least 250 died, 196 in Germany, 43 in Belgium and two in Romania.", "196", "Germany"),
        ("At least 250 died, 196 in Germany, 43 in Belgium and two in Romania.", "43", "Belgium"),
        ("At least 250 died, 196 in Germany, 43 in Belgium and two in Romania.", "two", "Romania"),
        ("Chad floods\n\n57 in Moundou\n\n24 in Sarh\n\nTwo more died.", "Two", "Chad"),
        # a street is carried nowhere; news from elsewhere is told next
        ("A bomb went off in Quito. It was hidden on Orlo Street. Two men died.", "Two", "Quito"),
        ("A bomb went off in Quito. Meanwhile, two men died. They were shot in Ambato.", "two", "Ambato"),
        # a report's title
        ("WFP Peru Country Brief\n\nTwo men died.", "Two", "Peru"),
        # lines that head a section
        ("Floods in Chad\n\nIt rained.\n\nHale town\n\nTwo men died.", "Two", "Hale town"),
        # a war's total lies in no town
        ("Missiles hit Odesa, Ukraine. Since the invasion began 9,000 people were killed.", "9,000", "Ukraine"),
        ("Some 4 million people were hit by the typhoons Nika, Lima and Pepito.", "4", None),
        ("A raid hit Odesa in the war between Israel and Hamas. Two men died.", "Two", "Odesa"),
        ("Russia's war against Ukraine goes on. Some 900 people died on Monday.", "900", "Ukraine"),
        ("Missiles hit Odesa. So far this year 900 people were killed.", "900", None),
        # people and families are no places
        ("A blast hit the Warwick family home. Two men died.", "Two", None),
        ("A shot struck Austin in the leg. Police said Austin Hale, 24, was one of two men hurt.", "two", None),
        # nor are storms, but where a word tells of a place
        ("Hurricane Florence hit Peru. Florence killed two men.", "two", "Peru"),
        ("Hurricane Florence broke up. Two men died in Florence.", "Two", "Florence"),
        ("Florence killed two men.", "two", "Florence"),
        ("After a storm Florence killed two men.", "two", "Florence"),
        # a sea's name before a noun, a river's mouth
        ("A flood hit Derna. Nine people are missing in the Mediterranean city.", "Nine", "Derna"),
        ("Nine people drowned in the Mediterranean.", "Nine", "Mediterranean"),
        ("Two men died in the West Bank city of Hebron.", "Two", "Hebron"),
        # a town behind its country's name; what a country does elsewhere is no place; nor is where a share was
        ("The toll rose to 12 after a raid in Chad's southern port city of Moundou.", "12", "Moundou"),
        ("Since Chad's full-scale invasion began, 900 people have died.", "900", None),
        ("Chad's shelling of Niamey killed 12 people.", "12", "Niamey"),
        ("Chad's worst attack killed 12 people.", "12", "Chad"),
        ("Chad's church attack killed 12 people.", "12", "Chad"),
        ("Chad's drone attack killed 12 people.", "12", None),
        ("Some 900 people died worldwide, almost 40% of them in Chad, a clinic said.", "900", None),
        ("Most deaths were 14 in Chad, followed by Niger with 11.", "11", "Niger"),
        ("Most deaths were 14 in Chad, followed by Niger with 11", "11", "Niger"),
        ("Mosquito nets reached 900 people.", "900", None),
        # whose toll it is
        ("Forty died in Chad and 21 in Niger, raising Chad's toll to 120 and Niger's to 169.", "120", "Chad"),
        ("Forty died in Chad and 21 in Niger, raising Chad's toll to 120 and Niger's to 169.", "169", "Niger"),
        # so far from a place, and too far to be of it
        ("Two men died 30 km south of Quito.", "Two", "Quito"),
        ("A quake hit Lima. It struck 213 km south of Quito. Two men died.", "Two", "Lima"),
        ("A flood hit Derna. Nine men drowned in the river that flows into the Mediterranean.", "Nine", "Derna"),
    ],
)  # fmt: skip
def test_places_that_are_pointed_to_or_held(text: str, number: str, where: str | None) -> None:
    assert place(text, number) == where


@pytest.mark.parametrize(
    ("text", "category", "where"),
    [
        ("Ten pupils kidnapped in Moundou were rescued in Abeche.", "rescued", "Abeche"),
        ("Ten pupils kidnapped in Moundou were rescued in Abeche.", "abducted", "Moundou"),
        ("Ten pupils kidnapped in Moundou were rescued on Friday.", "rescued", "Moundou"),
        ("Ten pupils abducted from Moundou were freed in one of Chad's raids.", "freed", "Moundou"),
        ("Ten pupils of Moundou were kidnapped, from a bus.", "abducted", "Moundou"),
        ("Gunmen seized ten engineers from Poland in Abeche.", "abducted", "Abeche"),
        ("Ten people hurt in Moundou died and 12 were buried in Abeche.", "killed", "Moundou"),
    ],
)
def test_the_place_of_a_figure_is_that_of_its_verb(text: str, category: str, where: str) -> None:
    assert next(f for f in extract(text) if f.category == category).place == where


def test_another_incident_takes_no_place_from_the_report() -> None:
    tokens = tokenize("A blast hit Aleppo. A similar attack killed 40 people.")
    where = Whereabouts(tokens, split(tokens))
    at = tokens.words.index("40")
    assert place_of(where, 1, at) is not None
    assert place_of(where, 1, at, other=True) is None


def test_how_far_a_count_reaches() -> None:
    for text, covers in (
        ("The war has killed thousands.", "war"),
        ("Across the country 12 died.", "country"),
        ("Some 3 million died globally.", "world"),
        ("Two died in a shop.", ""),
    ):
        tokens = tokenize(text)
        assert reach(Whereabouts(tokens, split(tokens)), 0) == covers


WORDS = st.sampled_from(
    "In in at near the THE of City Kabul KABUL Khan Younis , . ' - ( ) 's St Mo and province 12 U.S."
    " al - Reading von García İstanbul ﬁre from to district \n \n\n".split(" ")
)


@given(st.lists(WORDS, max_size=30).map(" ".join) | st.text(max_size=60))
def test_any_text_gives_mentions_in_order_inside_it(text: str) -> None:
    tokens = tokenize(text)
    mentions = find_places(tokens, 0, len(tokens))
    edge = 0
    for m in mentions:
        assert edge <= m.first < m.stop <= len(tokens)
        assert m.verbatim == tokens.quote(m.first, m.stop)
        assert m.name in m.verbatim or not m.name.isascii() or m.kind == "state"
        edge = m.stop
    sentences = split(tokens)
    where = Whereabouts(tokens, sentences)
    for index, sentence in enumerate(sentences):
        found = place_of(where, index, sentence.first)
        if found is not None:
            resolve(where, found)

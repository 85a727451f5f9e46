"""Ellipsis: conjuncts that take their verb and noun from an earlier one; counts told of the topic."""

import pytest

from figures.extraction import extract


def read(text: str) -> list[tuple[str, str]]:
    return [(f.category, f.quote) for f in extract(text)]


GAPPED = [
    (
        "The storm killed 40 people, including 21 in Lenia, 12 in Oresk, six in Tarn and one in Vey.",
        ["40 people", "21", "12", "six", "one"],
    ),
    (
        "Some 30 nurses were killed, as were eight from the army, and four each from the navy and the coast guard.",
        ["Some 30 nurses", "eight", "four each"],
    ),
    ("Forty bodies are identified, 11 not yet.", ["Forty bodies", "11"]),
    (
        "Fifty of the bodies are buried, the mayor said, and 16 more are not.",
        ["Fifty of the bodies", "16 more"],
    ),
    (
        "In the east at least 90 died: 60 in the hills, the ministry says, and 30 people elsewhere.",
        ["at least 90", "60", "30 people"],
    ),
    ("A fall killed 12 cooks with helmets and nine with caps.", ["12 cooks", "nine"]),
    ("The clinic counted 210 deaths with 15 recorded in a single day.", ["210 deaths", "15"]),
]


@pytest.mark.parametrize(("text", "quotes"), GAPPED)
def test_conjuncts_without_a_verb(text: str, quotes: list[str]) -> None:
    assert read(text) == [("killed", quote) for quote in quotes]


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed three cooks near a school where 200 pupils are in class.",
        "The fire killed three cooks, and four are in a coma.",
        "The crash killed three cooks; 40 were on board.",
        "Police say three cooks died beside a court where five men are on trial.",
    ],
)
def test_who_is_told_to_be_somewhere_takes_no_verb(text: str) -> None:
    assert read(text) == [("killed", "three cooks")]


def test_each_multiplies() -> None:
    found = extract("Nine clerks were hurt, and three each from the bank and the post office.")
    assert [f.value for f in found] == [9, 6]


def test_members_of_a_list_of_parts_are_parts() -> None:
    whole, *parts = extract("The storm killed 40 people, including 28 in Lenia and 12 in Oresk.")
    assert [p.part_of for p in parts] == [whole.id, whole.id]


OTHER_THINGS = [
    "Nine people died in two blasts, one in the harbour.",
    "The raid killed nine people and the army sent tanks, 12 in the first hour.",
    "Nine people were killed and 40 shops stayed shut, 12 in the old town.",
    "Nine people were hurt, and 12 from the village joined a march.",
    "Nine people were killed, none in uniform.",
]


@pytest.mark.parametrize("text", OTHER_THINGS)
def test_counts_with_a_clause_of_their_own_or_of_other_things(text: str) -> None:
    assert len(extract(text)) == 1


TOPIC = [
    ("The toll of the landslide is 77. It stood at 90 before the lists were checked.", "90"),
    ("Norway has 21 dead. In Chad the number is more than 1,200.", "more than 1,200"),
    ("The toll of both states has passed 700; Oresk alone counts 534.", "534"),
    ("Twelve herders drowned. Officials fear it may rise to around 60.", "around 60"),
    ("The blast killed nine. Two of them were pupils.", "Two of them"),
    ("The blast killed nine. Two of the victims came from Oresk.", "Two of the victims"),
]


@pytest.mark.parametrize(("text", "quote"), TOPIC)
def test_counts_of_the_topic(text: str, quote: str) -> None:
    assert ("killed", quote) in read(text)


NO_TOPIC = [
    "The blast killed nine. It was one of the worst in years.",
    "The blast killed nine. It is 12 miles from the border.",
    "The blast killed nine. Eight bombs went off, and two of them near a mill.",
    "The storm broke 12 windows. Two of them were new.",
    "No one was killed. Two of these shops were burning.",
    "The blast killed nine. Two of those attacks shook the town.",
    "The blast killed nine. Two of those raids wrecked more homes than the flood.",
]


@pytest.mark.parametrize("text", NO_TOPIC)
def test_counts_of_other_matters(text: str) -> None:
    assert not [f for f in extract(text) if f.value not in (0, 9)]


def test_a_total_and_its_new_count_in_brackets() -> None:
    found = extract("The country has counted 12,400 (310) cholera cases and 82 (4) deaths.")
    assert [(f.category, f.value) for f in found] == [
        ("infected", 12400),
        ("infected", 310),
        ("killed", 82),
        ("killed", 4),
    ]


def test_counts_that_add_up_to_the_total_before_them_are_its_parts() -> None:
    whole, *parts = extract(
        "Some 35 people are dead. Rescuers found 33 bodies and two people died in hospital."
    )
    assert [p.part_of for p in parts] == [whole.id, whole.id]
    plain = extract("Some 35 people are dead. On Friday 12 people died and three died later.")
    assert [p.part_of for p in plain] == [None] * 3


def test_those_told_by_a_degree_alone_are_parts() -> None:
    for text in (
        "The blast wounded 16 soldiers, three critically.",
        "It killed 34 people, 12 instantly.",
    ):
        whole, part = extract(text)
        assert part.part_of == whole.id
    one, other = extract("The gale killed 12 people directly and 22 people indirectly.")
    assert (one.part_of, other.part_of) == (None, None)


def test_those_in_hospital_are_part_of_the_injured() -> None:
    whole, part = extract("Fifty people were injured; 34 are in hospital.")
    assert part.part_of == whole.id
    whole, part = extract("Six of the clerks were hurt; two remain hospitalized.")
    assert part.part_of == whole.id


def test_those_whom_the_survivors_include_are_part_of_the_saved() -> None:
    whole, *parts = extract("A ship saved 149 clerks. Survivors included a nurse and 13 women.")
    assert [p.part_of for p in parts] == [whole.id, whole.id]


def test_part_of_another_category() -> None:
    whole, part = extract("Sixteen people were injured, of whom four died.")
    assert (part.category, part.part_of) == ("killed", whole.id)
    whole, part = extract("The clinic reported 15 more cholera cases, including five deaths.")
    assert (part.category, part.part_of) == ("killed", whole.id)


def test_every_share_of_a_list_is_a_part() -> None:
    whole, one, other = extract(
        "Some 900 clinics were hit by the quake, of which 432 fully damaged and 28 partially damaged."
    )[-3:]
    assert (one.part_of, other.part_of) == (whole.id, whole.id)
    whole, one, other = extract("Forty people were hurt, 12 of them women and six of them boys.")
    assert (one.part_of, other.part_of) == (whole.id, whole.id)
    whole, one, other = extract("Forty men were hurt, 12 of them badly, and six were arrested.")
    assert (one.category, one.part_of) == ("injured", whole.id)
    assert (other.category, other.part_of) == ("detained", None)


@pytest.mark.parametrize(
    "text",
    [
        "Forty clerks died, of whom 12 in the port and nine in the town.",
        "Some 24 clerks drowned in Lesk (15) and Orda (9).",
        "The clinic saw 24 cholera cases in Lesk (n=15) and Orda (n=9).",
        "Of the 40 casualties, 12 were killed and nine were hurt.",
    ],
)
def test_shares_by_place_and_by_fate(text: str) -> None:
    whole, one, other = extract(text)
    assert (one.part_of, other.part_of) == (whole.id, whole.id)


@pytest.mark.parametrize(
    "text",
    [
        "Some 24 clerks drowned in Lesk (15) and Orda (8).",
        "Cholera killed 12 clerks in Lesk, where Omar Said (9) and Ana Ruiz (3) were born.",
    ],
)
def test_brackets_that_share_nothing_out(text: str) -> None:
    assert all(f.part_of is None for f in extract(text))
    assert len(extract(text)) == 1


def test_shares_of_those_killed_are_parts_of_what_was_told_before() -> None:
    whole, *parts = extract("A raid killed 30 people. Of those killed, 12 were men and nine women.")
    assert [(p.quote, p.part_of) for p in parts] == [("12", whole.id), ("nine women", whole.id)]


@pytest.mark.parametrize(
    "text",
    [
        "The toll of the blast in Lesk, Chad, rose to 17 on Friday after five people died.",
        "The toll rose to 17 when a wall fell and killed five people.",
    ],
)
def test_those_whose_deaths_raised_a_toll_are_part_of_it(text: str) -> None:
    toll, part = extract(text)
    assert (toll.low, part.low, part.part_of) == (17, 5, toll.id)


def test_the_hurt_who_died_are_in_the_toll_that_rose() -> None:
    whole, part = extract(
        "The toll rose to 62 on Friday. Five of the injured died of their wounds."
    )
    assert (part.part_of, part.adds_to) == (whole.id, None)
    whole, more = extract("The raid killed 62 people. Five of the injured died later.")[:2]
    assert (more.part_of, more.adds_to) == (None, whole.id)


@pytest.mark.parametrize(
    "text",
    [
        "Twenty-seven people are hurt. Six boys are among them.",
        "Twenty-seven people are hurt. Among them six boys.",
        "Twenty-seven people were hurt. Among them are six boys.",
        "Twenty-seven people died. Six boys were among the dead.",
        "Twenty-seven people died. They include six boys.",
        "The death toll rose to 27. The toll includes six boys.",
    ],
)
def test_those_among_them_are_part_of_those_told_before(text: str) -> None:
    whole, part = extract(text)
    assert (part.category, part.part_of) == (whole.category, whole.id)


@pytest.mark.parametrize(
    "text",
    [
        "Twenty-seven people died. Rain fell. They included six boys.",
        "Twenty-seven people died. They include their trucks, and 2 cars.",
    ],
)
def test_they_are_those_of_the_sentence_before(text: str) -> None:
    assert [x.quote for x in extract(text)] == ["Twenty-seven people"]


def test_what_figures_include_is_part_of_the_count_of_its_kind() -> None:
    whole, _, part, _ = extract(
        "The toll reached 900. Another 300 were hurt. The figures include 15 killed and 28 hurt today."
    )
    assert (part.category, part.part_of) == ("killed", whole.id)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "The strike killed three soldiers, one of them a captain, and two civilians.",
            [False, True, False],
        ),
        (
            "The strike hurt three soldiers, two of them badly, and two children.",
            [False, True, False],
        ),
        ("The strike hurt three soldiers, two badly, and two children.", [False, True, False]),
        # the three children may be of the twelve: nothing is said of them
        ("The strike killed 12 people, two of them women, and three children.", [False, True]),
        ("Four people, two of whom were minors, died of burns.", [False, True]),
    ],
)
def test_a_list_goes_on_behind_some_of_those_told(text: str, parts: list[bool]) -> None:
    assert [x.part_of is not None for x in extract(text)] == parts


MEMBERS = [
    ("Three sailors were among the dead.", ["Three sailors"]),
    ("Twelve boys were among 33 killed in the raid.", ["Twelve boys", "33"]),
    (
        "The ferry killed 40 people, nine children and 12 women among them.",
        ["40 people", "nine children", "12 women"],
    ),
]


@pytest.mark.parametrize(("text", "quotes"), MEMBERS)
def test_members(text: str, quotes: list[str]) -> None:
    assert read(text) == [("killed", quote) for quote in quotes]


TOLLS = [
    ("The number of confirmed deaths rose to 30.", "killed", "30"),
    ("The number of people who died in the flood has reached 41.", "killed", "41"),
    ("The mayor put the injuries at 1,175.", "injured", "1,175"),
    ("Aid workers warned that the dead may reach 20,000.", "killed", "20,000"),
    ("Deaths climbed to 95.", "killed", "95"),
]


@pytest.mark.parametrize(("text", "category", "quote"), TOLLS)
def test_counts_said_of_a_toll(text: str, category: str, quote: str) -> None:
    assert (category, quote) in read(text)


def test_tolls_of_things() -> None:
    assert (
        read("Workers treated lorries, which brought the number of treated lorries to 692.") == []
    )


FATES = [
    (
        "Four men were shot in Oresk. All three guards were taken to hospital.",
        "injured",
        "Four men",
    ),
    ("There are 59 victims of the wreck. Another 80 people survived.", "killed", "59 victims"),
    ("There are 59 victims of the wreck. Twelve people were hurt.", "casualties", "59 victims"),
    ("Four men were shot in Oresk.", "casualties", "Four men"),
]


@pytest.mark.parametrize(("text", "category", "quote"), FATES)
def test_what_became_of_people_shot_and_of_victims(text: str, category: str, quote: str) -> None:
    assert (category, quote) in read(text)


SHAPES = [
    (
        "The raid resulted in one bandit dead and one wounded.",
        [("killed", "one bandit"), ("injured", "one")],
    ),
    ("A lorry left the road with one man, its driver, injured.", [("injured", "one man")]),
    ("Medics found two women in their 30s suffering from stab wounds.", [("injured", "two women")]),
    (
        "The army says 300 soldiers across all 12 camps have had cholera.",
        [("infected", "300 soldiers")],
    ),
    (
        "The fire destroyed 80 homes and shops and damaged 14 more — as well as a mill.",
        [("buildings_destroyed", "80 homes and shops"), ("buildings_damaged", "14 more")],
    ),
    ("Mines led to nine herders being injured.", [("injured", "nine herders")]),
    ("The clinic reported more cases of mumps, including 65 in a week.", [("infected", "65")]),
    (
        "There were 114 casualties, 35 of them fatalities.",
        [("casualties", "114 casualties"), ("killed", "35 of them")],
    ),
    ("There was no escape hatch.", []),
]


@pytest.mark.parametrize(("text", "wanted"), SHAPES)
def test_shapes(text: str, wanted: list[tuple[str, str]]) -> None:
    assert read(text) == wanted


BROUGHT = [
    "Three more divers died, which takes the toll to 78.",
    "The toll rose to 78 when three more bodies were found.",
    "Three deaths were recorded on Friday, bringing the number of deaths to 78.",
]


@pytest.mark.parametrize("text", BROUGHT)
def test_counts_that_brought_a_toll_to_its_size_are_parts_of_it(text: str) -> None:
    found = {f.value: f for f in extract(text)}
    assert found[3].part_of == found[78].id
    assert found[3].adds_to is None


def test_a_bracket_behind_a_count_holds_its_parts() -> None:
    whole, *parts = extract("The ship rescued 900 migrants (700 men, 120 women and 60 children).")
    assert [(p.value, p.part_of) for p in parts] == [(n, whole.id) for n in (700, 120, 60)]


def test_two_verbs_with_one_object() -> None:
    assert read("The ship rescued or intercepted 900 migrants.") == [("rescued", "900 migrants")]
    assert read("The army killed or captured 40 rebels.") == []


def test_cases_of_a_disease_named_in_the_sentence_before() -> None:
    text = "{} Over 2,000 cases have been reported in 18 districts."
    assert read(text.format("Measles is spreading.")) == [("infected", "Over 2,000 cases")]
    assert read(text.format("The court is busy.")) == []


def test_households_and_the_people_in_them_are_no_additions() -> None:
    found = extract("An additional 1,725 displaced families (about 8,600 people) were identified.")
    assert [(f.value, f.adds_to) for f in found] == [(1725, None), (8600, None)]
    assert found[1].restates == found[0].id


INCLUDED = [
    "The clinic counted 88 cholera cases, including three deaths.",
    "Some 88 farmers received seed. The figure includes three widows who were displaced.",
]


@pytest.mark.parametrize("text", INCLUDED)
def test_parts_told_in_another_category(text: str) -> None:
    found = {f.value: f for f in extract(text)}
    assert found[3].part_of == found[88].id


def test_a_blank_line_in_the_middle_of_a_sentence() -> None:
    text = "Some 300 farmers are confirmed to\n\nhave had cholera."
    assert read(text) == [("infected", "Some 300 farmers")]
    assert read("Some 300 farmers are known to\n\nHave had cholera.") == []

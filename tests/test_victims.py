"""One victim, told by an article, a description, a name or a pronoun, and who is told twice in one sentence."""

from __future__ import annotations

import pytest

from figures.extraction import extract


def told(text: str) -> list[tuple[str, str, str]]:
    return [(f.category, f.quote, f.counted) for f in extract(text)]


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        ("Two clerks -- aged 19 and 21 -- were killed.", [("Two clerks", "number")]),
        ("Police named the dead as Ana Ruiz, 31, and Omar Belkin.", [("Ana Ruiz", "named"), ("Omar Belkin", "named")]),
        ("The dead were identified as Ana Ruiz and Omar Belkin.", [("Ana Ruiz", "named"), ("Omar Belkin", "named")]),
        ("Officer Dan Mills was shot dead.", [("Officer Dan Mills", "named")]),
        ("Male national staff was killed.", [("Male national staff", "named")]),
        ("National staff were killed.", []),
        ("James Hill, 30, and Ana Mills, 28, both of Lesk, died.", [("James Hill", "named"), ("Ana Mills", "named")]),
        ("Omar Belkin was shot dead.", [("Omar Belkin", "named")]),
        ("Gunmen murdered provincial judge Omar Belkin.", [("provincial judge Omar Belkin", "named")]),
        ("The head cook of the Lesk hostel was killed.", [("The head cook", "named")]),
        ("Belkin's wife was killed.", [("Belkin's wife", "named")]),
        ("A baker, Omar Belkin, was killed.", [("A baker", "article")]),
        ("Omar Belkin, a baker from Lesk, was killed.", [("a baker", "article")]),
        ("Omar Belkin, the baker, and two waiters were killed.", [("Omar Belkin", "named"), ("two waiters", "number")]),
        ("A shell hit Lesk and killed, on Sunday, a baker.", [("a baker", "article")]),
        ("Two cooks took the wounded to a clinic and later died.", [("Two cooks", "number")]),
        ("Woman, toddler killed as car hits bus shelter", [("Woman", "named"), ("toddler", "named")]),
        ("Driver, passenger killed in crash", [("Driver", "named"), ("passenger", "named")]),
        ("Man, woman found dead in flat", [("Man", "named"), ("woman", "named")]),
        ("Woman, nurse, killed in crash", [("Woman", "named")]),
        ("Parents, 2 children killed in crash", [("Parents", "article"), ("2 children", "number")]),
        ("Parents and teachers mourn; 2 children were killed.", [("2 children", "number")]),
        ("Grief as dad and two sons drown", [("dad", "named"), ("two sons", "number")]),
        ("He worked as a guard and two cooks drowned.", [("two cooks", "number")]),
        ("Two guards killed, suspect dead", [("Two guards", "number"), ("suspect", "named")]),
        ("Two alleged thieves and a clerk died.", [("Two alleged thieves and a clerk", "number")]),
        ("An unidentified body was found.", [("An unidentified body", "article")]),
        ("An unnamed brigade officer was killed.", [("An unnamed brigade officer", "article")]),
        ("Omar Belkin's murder led to riots.", [("Omar Belkin", "named")]),
        ("The murder last week in Lesk of judge Omar Belkin led to riots.", [("judge Omar Belkin", "named")]),
        ("It was told by Omar Belkin, who was killed later.", [("Omar Belkin", "named")]),
        ("It killed a baker, a waiter and a cook.", [("a baker", "article"), ("a waiter and a cook", "article")]),
        ("The shell killed Omar Belkin, 45, a baker, and his son.", [("a baker", "article"), ("his son", "named")]),
        ("Omar Belkin was killed along with two waiters.", [("Omar Belkin", "named"), ("two waiters", "number")]),
        ("A police major was killed.", [("A police major", "article")]),
        ("Omar Belkin was searched at home and later killed.", [("Omar Belkin", "named")]),
        ("Gunmen shot a baker to death.", [("a baker", "article")]),
        ("Gunmen met a baker in Lesk, killing him.", [("a baker", "article")]),
        ("They fired at two guards, killing them.", [("two guards", "number")]),
        ("Omar Belkin, a clerk and a member of the council, was killed.", [("Omar Belkin", "named")]),
        (
            "Omar Belkin, his wife and their two sons were killed.",
            [("Omar Belkin", "named"), ("his wife", "named"), ("two sons", "number")],
        ),
        ("Ana Reyes, his wife, and two sons were killed.", [("Ana Reyes", "named"), ("two sons", "number")]),
        (
            "The baker, his wife, a son and two clerks were killed.",
            [("The baker", "named"), ("his wife", "named"), ("a son", "article"), ("two clerks", "number")],
        ),
        ("His wife, a daughter of a judge, was killed.", [("a daughter", "article")]),
        ("They killed singer and film actor Omar Belkin.", [("film actor Omar Belkin", "named")]),
        ("It killed two and hit 19 others before being shelled.", [("two", "number")]),
        ("His body was found near Lesk.", [("His", "named")]),
        ("Two men who stood there and a baker were killed.", [("Two men", "number"), ("a baker", "article")]),
        ("Omar Belkin died there, along with two clerks.", [("Omar Belkin", "named"), ("two clerks", "number")]),
        ("They killed the monks and their two cooks.", [("two cooks", "number")]),
        ("Omar Belkin, 20 years old, and Ali Rey, 21, died.", [("Omar Belkin", "named"), ("Ali Rey", "named")]),
        ("Omar Belkin, 72, who ran the shop, was killed.", [("Omar Belkin", "named")]),
        ("A clerk guarding the mill was killed.", [("A clerk", "article")]),
        ("A 17-year-old was killed.", [("A 17-year-old", "article")]),
        ("A man who killed his wife Saturday was held.", [("his wife", "named")]),
        ("A man killed his wife Friday night.", [("his wife", "named")]),
        ("A man who killed her Saturday is at large.", [("her", "named")]),
        ("The man killed Saturday was a guard.", [("The man", "named")]),
        ("17-year-old Dana Rossi was killed.", [("Dana Rossi", "named")]),
        ("They killed 23 year old Dana Rossi.", [("Dana Rossi", "named")]),
        ("40-year-old Dana Rossi and 9-year-old Ali Rey died.", [("Dana Rossi", "named"), ("Ali Rey", "named")]),
        ("The 17-year-old plan was killed.", []),
        ("The 17-year-old who was hit died.", [("The 17-year-old", "named")]),
        ("The 17-year-old boy was killed.", [("The 17-year-old boy", "named")]),
        ("The 40-year-old bridge was killed by neglect.", []),
        ("9-year-old killed in Lesk", [("9-year-old", "named")]),
        ("9-year-old fatally shot in Lesk", [("9-year-old", "named")]),
        ("Boating accident claims life of 9-year-old boy", [("9-year-old boy", "named")]),
        ("Man gives himself up after 3-year-old killed in crash", [("3-year-old", "named")]),
        ("Uncle who killed 2-year-old niece says gun misfired", [("2-year-old niece", "named")]),
        ("Teen suspect in Orda murder of 16-year-old girl dies", []),
        ("The 20-year-old bus overturned, killing 12.", [("12", "number")]),
        ("Police identify man killed in Orda crash", [("man", "named")]),
        ("Police arrest neighbour in triple homicide case", [("triple homicide", "number")]),
        ("Names of the dead in Monday's double murder released", [("double murder", "number")]),
        ("Police foiled a double murder plot.", []),
        ("According to the coroner, the victim has died.", [("the victim", "named")]),
        ("The mayor said on Monday that the boy was killed.", [("the boy", "named")]),
        ("The coroner, Ana Ruiz, said the man died at 5 pm.", [("the man", "named")]),
        ("The neighbour who found her said the woman was strangled.", [("the woman", "named")]),
        ("Ana Ruiz was hit by a car, and police said the woman died later.", [("Ana Ruiz", "named")]),
        ("9-year-old plan killed", []),
        ("Omar Belkin was seen in Oak Hill, where he died.", [("Omar Belkin", "named")]),
        ("It was told by Omar Belkin, where he died.", [("he", "named")]),
        ("Clerk shot, killed in Lesk", [("Clerk", "named")]),
        ("Two clerks shot, killed in Lesk", [("Two clerks", "number")]),
        ("9-year-old girl killed in Lesk", [("9-year-old girl", "named")]),
        ("The victim died of his wounds.", [("The victim", "named")]),
        ("The victim statement was read to the killed man's kin.", []),
        ("Dana Rossi passed away on Monday.", [("Dana Rossi", "named")]),
        ("Police found Dana Rossi and Ali Rey dead.", [("Dana Rossi", "named"), ("Ali Rey", "named")]),
        ("They killed Dana Rossi and Ali Rey was found dead.", [("Dana Rossi", "named"), ("Ali Rey", "named")]),
        ("One of two clerks who were killed was named.", [("two clerks", "number")]),
        ("One of two clerks who was killed was named.", [("One of two clerks", "number")]),
        ("Ali Rey, a clerk at a mill and his aunt, were killed.", [("a clerk", "article"), ("his aunt", "named")]),
        ("The murder on 3 June of Omar Belkin led to riots.", [("Omar Belkin", "named")]),
        ("PRIEST OMAR BELKIN WAS MURDERED IN LESK.", [("PRIEST OMAR BELKIN", "named")]),
        ("The assassination of Omar Belkin led to riots.", [("Omar Belkin", "named")]),
        ("Three cooks working for a hotel owner were killed.", [("Three cooks", "number")]),
        (
            "Three clerks, a man, a 9-year-old, and a woman, were killed.",
            [("Three clerks", "number"), ("a man", "article"), ("a 9-year-old", "article"), ("a woman", "article")],
        ),
        ("Two aides, a nurse and a guard, were killed.", [("Two aides", "number"), ("a nurse and a guard", "article")]),
        ("He is charged in the death of Omar Belkin, 53, Sgt. Ana Ruiz said.", [("Omar Belkin", "named")]),
        ("He is held for the death of Omar Belkin, 53, and a cook.", [("Omar Belkin", "named"), ("a cook", "article")]),
        ("Divers saw the bodies of both the guard and the clerk's niece.",
         [("both the guard and the clerk's niece", "article")]),
        ("Coroner identifies father killed in fire", [("father", "named")]),
        ("They found the guard and the boy dead.", [("the guard", "named"), ("the boy", "named")]),
        ("A gunman chased a guard and a cook until police shot him dead.", [("A gunman", "article")]),
        ("Boy found outside Lesk shop dies", [("Boy", "named")]),
        ("Mother, daughter found dead in Lesk", [("Mother", "named"), ("daughter", "named")]),
        ("Wife, mother killed in crash", [("Wife", "named")]),
        ("Clerk kills woman, her son, himself", [("woman", "named"), ("her son", "named"), ("himself", "named")]),
        ("He killed two men, himself a guard.", [("two men", "number")]),
        ("A cook, shot by a guard who went on a spree, has died.", [("A cook", "article")]),
        ("A clerk chased a guard until a cook shot him dead.", [("a guard", "article")]),
    ],
)  # fmt: skip
def test_a_victim_is_told_once(text: str, victims: list[tuple[str, str]]) -> None:
    assert told(text) == [("killed", quote, counted) for quote, counted in victims]


@pytest.mark.parametrize(
    ("text", "shot"),
    [
        ("A clerk shot his uncle.", ["his uncle"]),
        ("A clerk shot her husband and their son.", ["her husband", "their son"]),
        ("A clerk shot him.", ["him"]),
        ("The clerk shot the man.", ["the man"]),
        ("Omar Belkin was shot.", ["Omar Belkin"]),
        ("Omar Belkin shot at a wall.", []),
        ("Omar Belkin was shot at by guards.", []),
        ("He shot 69 at the range.", []),
        ("The clerk shot two films.", []),
        ("Teen shot in Lesk", ["Teen"]),
        ("A boy accidentally shot himself in the belly.", ["himself"]),
        ("A boy fatally shot himself.", []),
        ("He fired one shot that hit a wall.", []),
        ("One shot, two stabbed in Lesk", ["One"]),
        ("A clerk shot his uncle and then shot himself.", ["his uncle"]),
        ("He was held for shooting Omar Belkin.", ["Omar Belkin"]),
        ("Two hurt in shooting Lesk Police say", []),
    ],
)
def test_who_is_shot(text: str, shot: list[str]) -> None:
    """Who shoots is not who is shot."""
    assert [f.quote for f in extract(text) if f.category == "casualties"] == shot


def test_names_are_parts_of_the_number_that_counts_them() -> None:
    whole, *names = extract("Two waiters, Ali Rey and Omar Belkin, were killed.")
    assert [(n.quote, n.part_of) for n in names] == [
        ("Ali Rey", whole.id),
        ("Omar Belkin", whole.id),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor killed time at the fair.",
        "He is missing two teeth.",
        "The film about the baker was a success.",
        "An American charity was killed off by debt.",
        "The fever claimed more civilian lives.",
        "The dead included local Taliban.",
        "Herders died in clashes in Oresk, Lenia LGA.",
        "The Coast Guard was hit by cuts and the Border Guard hurt.",
    ],
)
def test_nobody_is_a_victim(text: str) -> None:
    assert told(text) == []

"""The group attacker: who made the attack and died in it."""

from __future__ import annotations

import pytest

from figures.extraction import extract


@pytest.mark.parametrize(
    ("text", "attackers"),
    [
        ("Gunmen stormed a post. Three of the gunmen were killed.", ["Three of the gunmen"]),
        ("Militants stormed a post. Two militants died.", ["Two militants"]),
        ("Militants stormed a post. Two rebels died.", ["Two rebels"]),
        ("Militants stormed a post. Two soldiers died.", []),
        ("Assailants fired on a post; troops killed three of the rebels.", ["three of the rebels"]),
        ("Two gunmen stormed the hotel. Both were shot dead.", ["Both"]),
        ("Three attackers hit the gate; all three were killed.", ["three"]),
        ("Three attackers hit two guards; both were killed.", []),
        ("Soldiers raided a village and killed two militants.", []),
        ("Rebels were attacked by soldiers. Two rebels died.", []),
        ("A man stabbed two clerks before he was shot dead by guards.", ["A man"]),
        ("A gunman shot a cook and held a nurse hostage before he was killed.", ["A gunman"]),
        ("A gunman killed a nurse before being shot dead by police.", ["A gunman"]),
        ("A man stabbed a clerk to death and was shot dead by troops.", ["A man"]),
        ("A man wielding a hoe stabbed a clerk before being shot dead.", ["A man"]),
        ("A man carrying a bag was stabbed and died.", []),
        ("A man who wounded three clerks was shot dead by troops.", ["A man"]),
        ("Police shot a man dead after he stabbed a clerk.", ["a man"]),
        ("Troops shot dead a man as he helped wounded children.", []),
        ("A man fired on a bus, wounding two. He was shot dead.", ["He"]),
        ("A man entered a bank and killed three. The man was shot dead.", ["The man"]),
        ("Gunmen attacked a trader in Lesk. He was shot dead.", []),
        ("Police fired at a man. He was shot dead.", []),
        ("A man was attacked by a mob. He was shot dead.", []),
        ("A man shot by his brother was killed.", []),
        ("One of five people shot Sunday in Lesk has died.", []),
        ("A girl was killed after she shot herself.", []),
        ("Girl found shot dead in Lesk. The girl was killed in May.", []),
        ("A policeman shot two robbers before he was killed.", []),
        (
            "One of the gunmen was shot dead and the other was wounded.",
            ["One of the gunmen", "the other"],
        ),
        ("A car rammed the gate and exploded, killing the driver.", ["the driver"]),
        ("A car rammed a bus that exploded, killing the driver of a van.", []),
        ("A tanker crashed and exploded, killing the driver.", []),
        ("The raid left 11 dead, two of them assailants.", ["two of them"]),
        ("Ana Ruiz, 51, opened fire in a shop and was shot dead.", ["Ana Ruiz"]),
        ("Omar Belkin, 51, a cook at an inn, opened fire and was shot dead.", ["a cook"]),
        ("Omar Belkin, a cook at an inn, was shot dead.", []),
        ("A woman, a nurse, was attacked by a man and died.", []),
        ("The driver, 40, died after gunmen opened fire on the bus.", []),
        ("Two men came and the two opened fire. The two were shot dead.", ["two"]),
        ("Two men came and the two were arrested. The two were shot dead.", []),
        ("In addition to the bomber, two guards were killed.", ["the bomber"]),
        ("Two guards, in addition to the bomber, were killed.", ["the bomber"]),
        (
            "In addition to the two suicide bombers, nine guards were killed.",
            ["two suicide bombers"],
        ),
        ("The 23 dead include two children and the bomber.", ["the bomber"]),
        ("Army: 3 militants killed in raid", []),
        ("A cook was stabbed by a man, who was shot dead by troops.", ["a man"]),
        ("Two men stormed a bank and blew themselves up.", ["themselves"]),
        ("Blasts on four trains killed 191 people; suspects later blew themselves up.", []),
        (
            "Five men stormed an inn. Two cooks were wounded by the rebels, and guards killed four of the rebels.",
            ["four of the rebels"],
        ),
        ("A shooting left three dead, including the suspect.", ["the suspect"]),
        ("The gunman was the only person killed.", ["person"]),
        ("The pilot was the only person killed.", []),
        ("A man opened fire in a bar, killing four, before he was killed by police.", ["A man"]),
        ("He hurt a guard before the guard shot and killed him.", []),  # who he is, is not told
        ("In addition to the cook, two guards were killed.", []),
        ("He opened fire at an inn before committing suicide.", ["suicide"]),
        ("He opened fire at an inn, where he had planned to commit suicide.", []),
        ("A teacher committed suicide.", []),
        ("A man stabbed two clerks; he was shot dead by police.", ["A man"]),
        ("A man stabbed two clerks; the man was shot dead by police.", ["the man"]),
        ("Police chased a man; he was shot dead.", []),
        (
            "Omar Belkin went on a shooting spree in Lesk before being killed by police.",
            ["Omar Belkin"],
        ),
        (
            "Omar Belkin walked in shortly after 9 a.m. and opened fire. Belkin was shot dead.",
            ["Belkin"],
        ),
        ("Omar Belkin was at the gate when a man opened fire. Belkin was killed.", []),
        ("Omar Belkin met his wife, Ana Ruiz, before opening fire. Ruiz was killed.", []),
        ("A man killed two clerks. The gunman then turned the gun on himself.", ["himself"]),
        ("A man killed two clerks. He then took his own life.", ["life"]),
        ("A man killed two clerks. He tried to kill himself but survived.", []),
        ("A man killed two clerks. He spent his life in jail.", []),
        ("A man was shot dead. He took his own life, police said.", []),
        ("One of the guards was shot dead and the other was wounded.", []),
    ],
)
def test_attackers(text: str, attackers: list[str]) -> None:
    assert [f.quote for f in extract(text) if "attacker" in f.groups] == attackers


@pytest.mark.parametrize(
    "text",
    [
        "A boy accidentally shot and killed himself. The boy is dead.",
        "A shooting killed one, injured three.",
        "The explosion killed one person, injured nine people, and damaged a bank.",
    ],
)
def test_a_victim_is_no_attacker(text: str) -> None:
    assert all("attacker" not in f.groups for f in extract(text))

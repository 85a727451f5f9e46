"""A document's own toll."""

from __future__ import annotations

import pytest

from figures.extraction import extract_document
from figures.extraction.tally.toll import tally
from figures.model import Document


def toll(text: str) -> dict[str, float]:
    return {
        t.category: t.best
        for t in tally(extract_document(Document("a", text, published_on="2022-03-30")))
    }


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("Twelve people were killed, including three children.", {"killed": 12}),
        ("Two soldiers and a child were killed.", {"killed": 3}),
        ("A bomb killed 12 people. The bomb killed 12 people, police said.", {"killed": 12}),
        (
            "A bomb killed two people. Another three people were killed by a second bomb.",
            {"killed": 5},
        ),
        ("The death toll rose to 17 from 12.", {"killed": 17}),
        (
            "The army said it killed 30 rebels; the rebels said five of their men died.",
            {"killed": 30},
        ),
        (
            "Rebels claimed to have killed 40 soldiers, a figure the ministry dismissed, saying six soldiers had died.",
            {"killed": 6},
        ),
        (
            "The officer was killed on Saturday. Officer Dana Mills was shot dead in Lesk. A woman was also killed.",
            {"killed": 2},
        ),
        (
            "At least one died. Omar Belkin, a clerk, was killed. Tom Odum, a cook, was also killed.",
            {"killed": 2},
        ),
        (
            "One person died. Omar Belkin, a clerk, was killed. His brother, a clerk, was also killed at home.",
            {"killed": 1},
        ),
        ("A shell hurt 16 people, three of whom later died.", {"injured": 13, "killed": 3}),
        ("Thirty clerks were hurt, and two have since died.", {"injured": 28, "killed": 2}),
        ("Forty were hurt. Of the wounded, eight later died.", {"injured": 32, "killed": 8}),
        ("Four boys were hurt. One of them later died.", {"injured": 3, "killed": 1}),
        (
            "Two men had bullet wounds. One died there. The other is in a clinic.",
            {"injured": 1, "killed": 1},
        ),
        ("Two people died in Lesk, and one each in Orda and Hale.", {"killed": 4}),
        (
            "He killed his wife and three sons. All five members of the family are dead.",
            {"killed": 5},
        ),
        ("He killed his wife and three sons. Five members of the house are dead.", {"killed": 4}),
        ("A woman was found dead. A second woman died in hospital.", {"killed": 2}),
        ("A man and a woman were found dead. A second woman died in hospital.", {"killed": 3}),
        ("Two women are dead. The second woman died in hospital.", {"killed": 2}),
        ("Clerk kills woman, her son, himself in Lesk", {"killed": 2}),
        ("Clerk kills Ana Ruiz, his wife, in Lesk", {"killed": 1}),
        (
            "One person was killed on Friday. The fire killed Ana Ruiz and Omar Belkin.",
            {"killed": 2},
        ),
        ("Ana Ruiz was killed on Friday. The fire killed Ana Ruiz and Omar Belkin.", {"killed": 2}),
        (
            "He shot a clerk and a cook dead and then himself; police found the three dead.",
            {"killed": 2},
        ),
        (
            "He stabbed a guard and a cook to death and fled; police found the two dead in a yard.",
            {"killed": 2},
        ),
        ("A clerk was shot dead. He was the second clerk killed in a week.", {"killed": 1}),
        (
            "Two adults and six children are dead. He shot his daughter dead; police found the seven others dead.",
            {"killed": 8},
        ),
        ("The storm killed two people in Lesk and two people in Hale.", {"killed": 4}),
        ("Some 700 families or 3,100 persons were affected.", {"affected": 3100}),
        ("Some 700 families, equivalent to 3,100 persons, were affected.", {"affected": 3100}),
        (
            "Ten people died, according to the mayor, while clerks reported two additional deaths.",
            {"killed": 12},
        ),
        (
            "The mayor, who on Monday reported 27 deaths, said 31 people had now died.",
            {"killed": 31},
        ),
        ("The fire burned 7,100 acres (2,873 hectares).", {"land_hectares": 7100}),
        ("Dozens of people were hurt.", {"injured": 24}),
        ("A blast killed two people. A similar blast in 2019 killed 40 people.", {"killed": 2}),
        ("The army denied that 12 people were killed.", {}),
        ("No one was hurt.", {"injured": 0}),
        ("The blast wounded sixteen soldiers, three critically.", {"injured": 16}),
        ("The gale killed 34 people, 12 directly and 22 indirectly.", {"killed": 34}),
        ("The gale killed 12 people directly and 22 indirectly.", {"killed": 34}),
        ("It claimed 34 lives, although some sources put the number at 50.", {"killed": 34}),
    ],
)
def test_best(text: str, best: dict[str, float]) -> None:
    assert toll(text) == best


def test_attackers_among_the_dead_are_told_apart() -> None:
    (line,) = tally(extract_document(Document("a", "Nine are dead, including the gunman.")))
    assert (line.best, line.attackers) == (8, 1)


def test_attackers_are_told_apart() -> None:
    (line,) = tally(extract_document(Document("a", "Four people and two gunmen were killed.")))
    assert (line.best, line.attackers) == (4, 2)


@pytest.mark.parametrize(
    ("text", "best", "attackers"),
    [
        # told twice
        (
            "At least 14 people, including two assailants, died when two suicide bombers hit a school.",
            12,
            2,
        ),
        ("A suicide bomber hit a school, killing 12 people; the attacker died.", 12, 1),
        ("No suicide bomber, whose blast killed 12 people, was named.", 12, 0),
        (
            "Two suicide bombers and a gunman hit a school, killing 12. Three attackers were killed.",
            12,
            3,
        ),
        ("A suicide bomber attacked a gate, killing nine guards.", 9, 1),
        ("Two suicide car bombers struck a market, killing themselves and 12 people.", 12, 2),
        ("A man blew himself up in a bus station; four travellers died.", 4, 1),
        ("Twin suicide bombings in a mosque killed 30 worshippers.", 30, None),
        ("Police arrested a would-be suicide bomber after a raid that killed two people.", 2, None),
        ("Nobody saw the suicide bomber, whose blast killed two people.", 2, None),
        # a killer who dies by his own hand
        ("A man killed three clerks and then himself.", 3, 1),
        ("A man shot his wife dead, then shot himself.", 1, 1),
        ("Gunman kills three clerks, self after row in Lesk", 3, 1),
        ("He killed two clerks, self-made bombs in hand.", 2, None),
        (
            "Belkin opened fire in a bar, killing three and wounding nine before taking his own life.",
            3,
            1,
        ),
        ("A woman killed two clerks before turning the gun on herself.", 2, 1),
        ("A man killed three clerks and tried to kill himself.", 3, None),
        ("A man killed three clerks and shot himself, but survived.", 3, None),
        # the dead told hold him
        ("Two people are dead in Lesk. Belkin killed his wife and then himself.", 1, 1),
        (
            "Belkin killed two clerks before killing himself. The three people were found on Sunday.",
            2,
            1,
        ),
        ("Four people, including a gunman, were killed in Lesk.", 3, 1),
        (
            "Two people died in Lesk. Belkin shot his wife before turning the gun on himself.",
            1,
            1,
        ),
        (
            "Three people died in Lesk. Belkin killed the three and then turned the gun on himself.",
            3,
            1,
        ),
    ],
)
def test_suicide_attackers_are_not_among_the_victims(
    text: str, best: float, attackers: float | None
) -> None:
    line = next(t for t in tally(extract_document(Document("a", text))) if t.category == "killed")
    assert (line.best, line.attackers) == (best, attackers)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        # what is told first stands; what follows says it again or tells a part
        ("A raid killed 12 people. Some put the number of dead at 20 people.", 12),
        ("Six villagers were killed. A man died in his kitchen.", 6),
        ("Six villagers were killed. Among the dead were two children.", 6),
        ("Two men were shot dead. The two men who were killed were brothers.", 2),
        # a total that comes after the parts
        ("A nurse was killed. In all, 12 people died.", 12),
        ("A bomb killed two guards. A total of five people were killed.", 5),
        # more people beside those told
        ("Two policemen were killed. Three civilians died in the crossfire.", 5),
        ("A mayor was killed. Two of his guards were also killed.", 3),
        ("The blast killed nine people. Four later died in hospital.", 13),
        ("Gunmen killed two guards. In addition, three clerks were killed.", 5),
        # an attacker's own claim does not replace what is told
        ("One policeman was killed. The Taliban said that it had killed nine policemen.", 1),
        ("Rebels killed seven security force members. A civilian was also killed.", 8),
        ("The blast killed three villagers. A policeman was also killed.", 4),
        ("The blast killed three people. A policeman was also killed.", 3),
        ("Four died in one blast and 22 in another, in all 26 people were killed.", 26),
        ("Rebels killed dozens of people. They killed 85 soldiers and 50 civilians.", 135),
        ("Rebels killed dozens of people. They killed 103 people, or 400 by other accounts.", 103),
        ("The fire killed 36 people, four by smoke.", 36),
        ("The Taliban claimed to have killed 40 soldiers; the army said six soldiers died.", 6),
        (
            "A van drove into a crowd, killing four. The driver then got out, stabbing a guard to death.",
            5,
        ),
    ],
)
def test_what_is_told_later(text: str, killed: float) -> None:
    assert toll(text)["killed"] == killed


@pytest.mark.parametrize(
    ("text", "hurt"),
    [
        ("The boy was rushed to a clinic, where he was pronounced dead.", 0),
        ("Tarkovic was taken to a clinic, where he died of his burns.", 0),
        # another one is hurt still
        (
            "The boy was rushed to a clinic, where he was pronounced dead. His aunt was taken to the"
            " same clinic with a broken leg.",
            1,
        ),
        ("Ben Tarkovic was wounded. Ana Tarkovic died at dawn.", 1),
        # told again by a pronoun, a description, a surname
        ("A boy was wounded in the park. He was pronounced dead at the scene.", 0),
        ("A boy of Lesk was killed on Friday. The boy was rushed to a clinic by his mother.", 0),
        ("Omar Belkin was taken to a clinic on Friday. Belkin died at dawn.", 0),
        ("A 6-year-old boy died on Friday. Medics found a child with burns, police said.", 0),
        ("A nine-year-old died at dawn. The 9-year-old had been wounded on Sunday.", 0),
        ("9-year-old wounded in Lesk\n\nA nine-year-old died hours after the blast.", 0),
        ("A nine-year-old died at dawn. A twelve-year-old had been wounded on Sunday.", 1),
        ("A boy was wounded in the park. She was pronounced dead at the scene.", 1),
        ("A 6-year-old boy died on Friday. Medics found a woman with burns, police said.", 1),
        ("A 6-year-old boy died on Friday. Medics found a 12-year-old boy with burns.", 1),
        ("A man was killed on Friday. Another man was hurt; he was taken to a clinic.", 1),
        ("A clerk was killed on Friday. The driver was taken to a clinic.", 1),
        ("Omar Belkin was killed on Friday. Belkin's driver was wounded.", 1),
        ("Omar Belkin was killed on Friday. His driver was wounded.", 1),
        # one of those counted
        ("A bomb hurt two clerks. Both were taken to a clinic, where one of them died.", 1),
        ("Three clerks were wounded and taken to a clinic, where one died.", 2),
        ("Two clerks were taken to a clinic with burns near a shop where a man was killed.", 2),
        # all of whom were told one by one, a dead one among them
        ("Ana Ruiz was shot dead and her son hurt. Both were taken to a clinic.", 1),
        ("A clerk was killed, a nurse and a cook were hurt. Both were taken to a clinic.", 2),
        # a part said again in other words, and the rest
        (
            "Medics found four victims with wounds. One of the victims, Ali Said, a clerk, was pronounced dead."
            " Three other victims were taken to a clinic.",
            3,
        ),
        (
            "Medics found four victims with wounds. One of the victims was a clerk and a guard was pronounced dead.",
            4,
        ),
        # a second victim beside the one who died adds to nobody left
        (
            "A pupil was fatally shot and another teenager hurt. Omar Doyle was taken to a clinic, where he died."
            " A second victim, Ali Bate, 16, was also taken to the clinic.",
            1,
        ),
        # whoever goes home is alive
        ("A boy was killed on Friday. The boy was treated and released.", 1),
        ("A gunman killed a clerk and wounded a guard.", 1),
    ],
)
def test_who_is_told_hurt_and_then_dead_is_not_among_the_hurt(text: str, hurt: int) -> None:
    told = toll(text)
    assert told["killed"] == 1
    assert told.get("injured", 0) == hurt


@pytest.mark.parametrize(
    ("text", "hurt"),
    [
        ("Four clerks are dead. All four victims suffered gunshot wounds.", 0),
        ("Four clerks are dead and four were hurt. All four were taken to a clinic.", 4),
        ("Two clerks were shot dead. Both were taken to a clinic, and a woman was hurt.", 1),
        ("Four clerks are dead. Four drivers suffered gunshot wounds.", 4),
        ("All three victims who died had gunshot wounds.", 0),
        ("A fall could have hit her heart and killed her. A girl was wounded.", 1),
    ],
)
def test_all_of_those_told_dead_are_not_hurt(text: str, hurt: int) -> None:
    assert toll(text).get("injured", 0) == hurt


def test_a_count_of_the_hurt_that_holds_the_dead_gives_way() -> None:
    assert toll("Medics found four people with wounds. One man died and three were hurt.") == {
        "killed": 1,
        "injured": 3,
    }
    assert toll("Five people were hurt. Two died and one was hurt by glass.")["injured"] == 5


def test_the_hurt_who_died_of_it_are_the_dead() -> None:
    assert toll("A clerk was wounded. He later died of his wounds.")["injured"] == 0
    nine = toll("Nine miners were hurt. Two of the injured later died in hospital.")
    assert (nine["killed"], nine["injured"]) == (2, 7)
    assert toll("Nine miners were hurt. A nurse later died of burns.")["injured"] == 9


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("A man was shot and killed, and his body was burnt.", 1),
        ("Ana Ruiz, the head of a clinic in Lesk, and her driver were killed.", 2),
        ("2 Year Old Killed in Lesk\n\nA 2 year old little boy was killed at a fair.", 1),
    ],
)
def test_one_person_told_twice_counts_once(text: str, killed: int) -> None:
    assert toll(text)["killed"] == killed


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("A blast killed five. Hours later the ministry raised the toll to eight.", 8),
        ("Three more clerks died on Sunday, taking the total to eight.", 8),
        ("A blast killed five. Hours later a bomb killed two soldiers.", 7),
        ("Officials said 70 people died, but medics said over 200 bodies had been found.", 70),
        ("Police said 12 people and a guard were killed.", 13),
        ("A UN guard and a clinic guard was shot and killed.", 2),
        # what adds to a count that told a part adds nothing to the whole
        ("A blast killed seven people. Four died at the scene. Two others died in a clinic.", 7),
        ("A blast killed four people at the scene. Two others died in a clinic.", 6),
        # a headline that tells of one of two
        ("Boy killed at fair\n\nA 9-year-old boy and his aunt were killed at a fair in Lesk.", 2),
    ],
)
def test_a_toll_told_again_is_no_addition(text: str, killed: int) -> None:
    assert toll(text)["killed"] == killed


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Two men died in Lesk. The two victims were brothers.", 2),
        # some victims may live
        ("Medics found four victims. Two people died at the scene.", 2),
        ("Officers found four shooting victims. Omar Belkin died at the scene.", 1),
        ("Officers found four victims. Omar Belkin died at the scene.", 1),
    ],
)
def test_victims_are_the_dead_only_where_no_fewer_died(text: str, killed: int) -> None:
    assert toll(text)["killed"] == killed


def test_persons_and_families_do_not_add_up() -> None:
    text = "Floods have affected 12,000 people and 3,000 farm families."
    assert toll(text) == {"affected": 12_000}


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        # somebody of the hurt, described between commas, is one person
        ("A shell hurt nine. One of the injured, a cook, died in the ambulance.", 1, 9),
        ("A shell hurt nine. Two of the injured, a cook and a nurse, later died.", 2, 7),
        (
            "Nine are hurt. One of the wounded, a boy of 9, died, raising the toll to four dead.",
            4,
            9,
        ),
        # told among those counted before it, or beside them
        ("The wreck killed 14 and hurt nine, two cooks among them.", 14, 9),
        ("The wreck hurt nine and killed 14, a trooper among them.", 14, 9),
        ("The wreck hurt nine and killed 14 clerks and a trooper.", 15, 9),
        # of their ages
        ("The fire hurt nine and killed a couple, both in their 50s, and their two sons.", 4, 9),
        ("The fire hurt nine; two men, both 31, and a nurse were killed.", 3, 9),
    ],
)
def test_some_of_those_told(text: str, killed: int, injured: int) -> None:
    assert {k: v for k, v in toll(text).items() if k in ("killed", "injured")} == {
        "killed": killed,
        "injured": injured,
    }


@pytest.mark.parametrize(
    ("text", "category", "best"),
    [
        ("Gunmen seized 31 clerks from a bus; 12 are still held.", "abducted", 31),
        ("Police rounded up 31 clerks and 12 remain in jail.", "detained", 31),
        ("Police rounded up 31 clerks and jailed 12 drivers.", "detained", 43),
        ("Of the 31 clerks arrested in May, 12 were jailed.", "detained", 31),
        ("Of these, 31 clerks were jailed and 12 drivers were arrested.", "detained", 43),
        ("A stove blew up in a camp and 31 were burned, nine of them badly.", "injured", 31),
        ("Of the 45 huts 31 were burned.", "buildings_destroyed", 31),
    ],
)
def test_who_is_told_again_and_what_burned(text: str, category: str, best: int) -> None:
    assert toll(text)[category] == best


def test_an_attacker_is_no_victim_beside_a_number() -> None:
    found = tally(extract_document(Document("a", "The bomber and six passers-by died.")))
    assert [(t.best, t.attackers) for t in found] == [(6, 1)]


@pytest.mark.parametrize(
    ("text", "best"),
    [
        # whom the nearest count holds, though another category's dead are told before
        (
            "The driver was killed and two staff were hurt, one of whom died on Friday.",
            {"killed": 2, "injured": 1},
        ),
        (
            "Nine died and two cooks were hurt, one of whom later died.",
            {"killed": 10, "injured": 1},
        ),
        # a toll told beside single persons holds them
        (
            "An old man and a boy died when a shell fell; another source put the number of dead at five.",
            {"killed": 5},
        ),
        (
            "A cook died and two guards were hurt; the number of dead fell to one.",
            {"killed": 1, "injured": 2},
        ),
        # a toll given later, and one given by others at the time
        ("A shell killed one clerk. The mayor later gave the toll as two dead.", {"killed": 2}),
        # so was
        ("A shell hurt two clerks, and so was a cook.", {"injured": 3}),
        ("A shell hurt two clerks, and so a cook was sent home.", {"injured": 2}),
        (
            "A boy was shot in the leg, a 17-year-old in the hand and a cook in the neck.",
            {"injured": 3},
        ),
        ("A boy was shot in the leg, a friend in the crowd said.", {"injured": 1}),
        # in its turn, and out of it
        ("The fire killed nine. A tenth died of burns on Friday.", {"killed": 10}),
        ("The fire killed nine. A second victim died on Friday.", {"killed": 9}),
        ("A third of the men died. A 17-year-old drowned.", {"killed": 1}),
        (
            "By noon the number of dead had risen to 44 and on Friday the mayor put it at 58.",
            {"killed": 58},
        ),
        # those hit and not told dead
        (
            "A man stabbed three people, one of them fatally.",
            {"casualties": 3, "killed": 1, "injured": 2},
        ),
        ("Six clerks were shot, one fatal.", {"casualties": 6, "killed": 1, "injured": 5}),
        (
            "A man shot ten cooks at an inn, killing four.",
            {"casualties": 10, "killed": 4, "injured": 6},
        ),
        (
            "Six clerks were shot, one fatally and five with minor wounds.",
            {"casualties": 6, "killed": 1, "injured": 5},
        ),
        ("Four men were shot; five died in a fire.", {"casualties": 4, "killed": 5}),
        ("Police found six victims, four of them dead.", {"casualties": 6, "killed": 4}),
        ("Three men were hurt; one is fighting for his life.", {"injured": 3}),
        ("Four men were struck by gunfire and a fifth was grazed.", {"injured": 5}),
        # what a label or "for a total of" sums up
        (
            "Two pupils killed 12 pupils and a teacher before they committed suicide, for a total of 15 deaths.",
            {"killed": 13},
        ),
        ("A blast killed nine clerks and two cooks, for a total of 11 dead.", {"killed": 11}),
        (
            "The hijackers shot both pilots and the plane crashed, killing all aboard. Fatalities: 100.",
            {"killed": 100},
        ),
        # a second bomb
        (
            "A car bomb killed seven people and hurt three. A second car bomb killed four people and hurt two.",
            {"killed": 11, "injured": 5},
        ),
        (
            "Two blasts killed 11 people in Lesk. A bomb killed seven people at a fair. A second bomb killed four.",
            {"killed": 11},
        ),
        (
            "A car bomb killed seven people in Lesk. A second car bomb in Orda killed four.",
            {"killed": 7},
        ),
        (
            "A shell hurt nine clerks in Lesk. Another mortar round in Lesk wounded a cook.",
            {"injured": 10},
        ),
        (
            "Two car bombs killed six people. A third exploded an hour after the first two, raising the toll to 11.",
            {"killed": 11},
        ),
        (
            "A man killed 77 clerks: eight died in a bombing at a mill and 69 in a shooting on an isle.",
            {"killed": 77},
        ),
        # whose turn it is
        ("A second victim of the fire died on Monday.", {"killed": 2}),
        ("A second lieutenant died on Monday.", {"killed": 1}),
        ("A clerk was killed and a second person was hurt.", {"killed": 1, "injured": 1}),
        # one of the victims
        (
            "Five clerks were shot at a mill. One of the victims, Omar Belkin, later died.",
            {"casualties": 5, "killed": 1, "injured": 4},
        ),
        (
            "Guards found three men with gunshot wounds. One died at a clinic.",
            {"killed": 1, "injured": 2},
        ),
        ("A boy accidentally shot and killed himself.", {"killed": 1}),
        ("A clerk accidentally shot himself in the foot.", {"injured": 1}),
        # the others of those shot
        (
            "Four people were shot. A cook died at the scene. The others suffered minor wounds.",
            {"casualties": 4, "killed": 1, "injured": 3},
        ),
        # what rebels claim, and what the army counts
        (
            "The rebels claimed to have killed 12 soldiers. The army put the number of its dead at three.",
            {"killed": 3},
        ),
        ("Initial reports of 22 dead were later corrected to 17.", {"killed": 17}),
        (
            "The dead were a guard and two cooks; another guard was hurt.",
            {"killed": 3, "injured": 1},
        ),
        # the killer among those found
        (
            "Five people were found dead after a man shot his wife and three sons before killing himself.",
            {"casualties": 4, "killed": 4},
        ),
        (
            "A man killed his wife and three sons before putting himself to death. Police found five bodies.",
            {"killed": 4},
        ),
        ("Pirates took five of its eight crew hostage.", {"abducted": 5}),
        # the bomber among the dead
        ("The blast killed 13 people, the bomber among them.", {"killed": 12}),
        ("Thirteen people died, among them the bomber.", {"killed": 12}),
        (
            "Six men stormed an inn. Troops killed five of the terrorists. Two hostages were killed by the terrorists.",
            {"killed": 2},
        ),
        # of the wounded; an attacker among the dead
        (
            "The blast killed 12 and wounded 40. Of the wounded, eight later died.",
            {"killed": 20, "injured": 32},
        ),
        ("Five people, including the suspected shooter, were killed.", {"killed": 4}),
        (
            "Three people died on the cableway, with two killed as they fell from a rope.",
            {"killed": 3},
        ),
        # a couple's children, and others; two who tell of it
        ("The fire killed a couple, their two sons and two other sons.", {"killed": 6}),
        (
            "While the mayor put the toll at 110, the clinic said 240 guests were killed in it.",
            {"killed": 110},
        ),
        ("Seven pupils and children died. It said 90 people had been killed.", {"killed": 90}),
        # as the toll rose; beside one who was counted
        ("Divers pulled 25 bodies from the river, as the toll rose to 105.", {"killed": 105}),
        (
            "The crash killed all 80 aboard. Her uncle and more than 70 others died.",
            {"killed": 80},
        ),
        # hit by shots, and by what else
        ("A man fired 12 shots at a bar. A cook and two guests were hit.", {"casualties": 3}),
    ],
)
def test_what_a_sentence_goes_on_to_tell(text: str, best: dict[str, float]) -> None:
    assert toll(text) == best


def test_the_other_of_two_attackers() -> None:
    text = "Two bombers came. One blew himself up, killing three cooks; the other was shot dead."
    killed = next(t for t in tally(extract_document(Document("a", text))) if t.category == "killed")
    assert killed.best == 3

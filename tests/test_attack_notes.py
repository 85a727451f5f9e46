"""Short notes of attacks, as chronicles and databases of security incidents keep them: who was harmed, and the toll."""

from __future__ import annotations

import pytest

from figures.extraction import extract, extract_document
from figures.extraction.tally.toll import tally
from figures.model import Document


def told(text: str, *categories: str) -> list[tuple[str, str]]:
    """Category and quote of each figure, of these categories where some are named."""
    found = [(f.category, f.quote) for f in extract(text)]
    return [(c, q) for c, q in found if not categories or c in categories]


def toll(text: str) -> dict[str, tuple[float, float | None]]:
    """Category → the best count and the attackers of a note."""
    return {t.category: (t.best, t.attackers) for t in tally(extract_document(Document("a", text)))}


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        # who stands beside somebody described behind a comma
        ("Four Americans, employees of a mill, and their driver were shot dead.", 5),
        ("Omar Hale, secretary at the mill, and his son were shot dead in Lesk.", 2),
        ("Omar Hale, who was a deputy mayor, and his wife Jana were both killed.", 2),
        # a list that another verb closes
        (
            "A bomb went off, killing a child, an embassy guard, a police officer, and wounding 4.",
            3,
        ),
        ("A bomb killed a boy, a pupil of the Lesk school, and wounded four.", 1),
        ("Raiders halted a farmer's truck, killing him, his daughter and his mother-in-law.", 3),
        ("A gunman killed a cultural attache and his companion, a clerk, in Lesk.", 2),
        # with whom
        ("Dobrev was killed along with his brother and three other guards.", 4),
        ("A midwife was shot dead along with her sister-in-law at a well.", 2),
        ("A clerk was shot dead along with a cook who survived.", 1),
        # who it is
        ("An exile was murdered by two assailants in Lesk.", 1),
        ("An assistant village head was shot dead in Lesk.", 1),
        ("Two of the mayor's companions were shot dead.", 2),
        ("A head count was taken and nobody was killed.", 0),
        # what they were doing
        ("Four farmers tending their fields shot dead by gunmen in Lesk.", 4),
        ("Two drivers carrying flour to a camp killed in an ambush.", 2),
        ("Two staff, one from a clinic and one from a charity, killed in an ambush.", 2),
        ("Two gunmen carrying rifles killed a guard.", 1),
        # notes without stops
        ("Five staff killed seven staff injured when the office was raided.", 5),
        ("The troops killed seven rebels injured in the raid.", 7),
    ],
)
def test_the_killed_of_a_note(text: str, killed: int) -> None:
    assert toll(text).get("killed", (0, None))[0] == killed


@pytest.mark.parametrize(
    ("text", "killed", "attackers"),
    [
        ("A gunman fired on a patrol, killing two and hurting two others before he himself was killed.", 2, 1),
        ("A gunman killed two guards before being shot himself.", 2, None),
        ("A gunman killed two guards before he was himself shot dead.", 2, 1),
        ("Two men stabbed a guard at a gate. Both were shot and killed.", 0, 2),
        ("Two men were stabbed at a gate. Both were shot and killed.", 2, None),
        ("A grenade went off, killing the skyjacker and the copilot.", 1, 1),
        ("Four rebels infiltrating the town were killed.", 0, 4),
    ],
)  # fmt: skip
def test_the_attackers_own_dead(text: str, killed: int, attackers: int | None) -> None:
    best, own = toll(text).get("killed", (0, None))
    assert (best, own) == (killed, attackers)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A youth shot and seriously wounded the editor.", [("injured", "the editor")]),
        ("One driver shot and seriously wounded in an ambush.", [("injured", "One driver")]),
        ("Two guards were killed and a third injured.", [("killed", "Two guards"), ("injured", "a third")]),
        ("Two barns burned down and a third damaged man limped.", []),
        ("Both were shot and killed.", [("killed", "Both")]),
        ("A gunman fired at the victim, who later died.", [("killed", "the victim")]),
        ("A gunman fired one shot at the victim who later died.", [("killed", "the victim")]),
        # whose the burnt thing was
        ("A car used by Ana Dal, a clerk of the mill, was burned.", []),
        ("On Monday in Lesk, a clerk of the mill was burned.", [("injured", "a clerk")]),
        # parts of the dead are not hurt
        ("Some 35 people were killed, among them four men and 14 boys, including two twins, and others were wounded.",
         [("killed", "Some 35 people"), ("killed", "four men"), ("killed", "14 boys"), ("injured", "others")]),
    ],
)  # fmt: skip
def test_who_was_harmed(text: str, found: list[tuple[str, str]]) -> None:
    got = told(text, "killed", "injured")
    assert [f for f in got if f[1] != "two twins"] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A sniper hit six male and two female victims, all of whom should survive.",
         [("casualties", "six male"), ("casualties", "two female victims")]),
        ("The post showed a cook carrying the injured or dead child.", []),
        ("Two drivers carrying supplies to a camp killed.", [("killed", "Two drivers")]),
        ("Two cooks hired to run a food distribution site in Orda Refugee Camp were met by the mayor.", []),
        ("Nine people died after Zirkov village was hit by a storm.", [("killed", "Nine people")]),
        ("Nine people who were arrested after the march were freed.",
         [("detained", "Nine people"), ("freed", "Nine people")]),
    ],
)  # fmt: skip
def test_what_is_told_beside_them_is_told_of_others(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Two nurses kidnapped near Lesk on May 2 and later found dead.", ["Two nurses"]),
        ("One nurse kidnapped on May 4; later found dead.", ["One nurse"]),
        ("Two nurses kidnapped in May; found dead on June 9.", ["Two nurses"]),
        ("Four nurses were kidnapped from a clinic. Later found dead.", ["Four nurses"]),
        ("One nurse kidnapped by rebels. Killed by hanging on 9 May.", ["One nurse"]),
        (
            "A teacher was kidnapped on May 3. His dead body was found in a well a week later.",
            ["A teacher"],
        ),
        # others
        ("Two nurses were kidnapped and later found alive.", []),
        ("Gunmen abducted two herders and were later killed by troops.", []),
        ("Two herders were abducted by gunmen, who were later killed.", []),
        ("Two herders were abducted. Killed in the raid were two guards.", ["two guards"]),
        ("A clerk was abducted. The body of a herder was later found.", ["a herder"]),
    ],
)
def test_the_seized_who_were_found_dead(text: str, killed: list[str]) -> None:
    assert [q for _, q in told(text, "killed")] == killed


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("Two nurses were killed (10 clerks were also killed but are not counted here).", {"killed": 2}),
        ("One nurse and two guards (not included) were killed.", {"killed": 1}),
        ("One nurse was killed and three others hurt (not included) when a mine went off.", {"killed": 1}),
        ("One nurse was hurt in Lesk. Seven others were killed and 64 hurt in the raid (not counted).", {"injured": 1}),
        ("One nurse was hurt in Lesk. Two guards were also hurt; they are not included here.", {"injured": 1}),
        # no bracket that leaves anybody out
        ("Two nurses were killed (three, the mayor said).", {"killed": 2}),
        ("Two were hurt in Lesk (a town not included in the truce). Four died.", {"injured": 2, "killed": 4}),
    ],
)  # fmt: skip
def test_whom_the_note_does_not_count(text: str, best: dict[str, int]) -> None:
    got = {name: n for name, (n, _) in toll(text).items() if n and name in ("killed", "injured")}
    assert got == best


@pytest.mark.parametrize(
    ("text", "wholes"),
    [
        # a list of three closed by ", and"
        ("Some 30 people, including seven women, ten children, and a nurse were killed.", ["Some 30 people"]),
        ("Some 27 members of a family including seven women, 10 children, and a nurse were killed.",
         ["Some 27 members"]),
        ("12 men, including two boys, and 30 women were killed.", ["12 men", "30 women"]),
        ("12 men, including two boys and a girl, and 30 women were killed.", ["12 men", "30 women"]),
    ],
)  # fmt: skip
def test_where_a_list_of_parts_ends(text: str, wholes: list[str]) -> None:
    assert [f.quote for f in extract(text) if f.part_of is None] == wholes


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("A bomb went off. The group, named after a rebel killed in 1963, claimed it.", 0),
        (
            "A bomb went off. A group calling itself Friends of Omar Hale, a guard shot dead in May, claimed it.",
            0,
        ),
        ("Two cooks were hurt. The raid comes after troops killed five men in Lesk.", 0),
        ("A guard named Omar Hale was shot dead in Lesk.", 1),
        ("A man calling himself a rebel shot a guard dead in Lesk.", 1),
        ("Two cooks were hurt. The news came after the raid, in which two guards died.", 2),
    ],
)
def test_the_dead_of_other_days(text: str, killed: int) -> None:
    assert toll(text).get("killed", (0, None))[0] == killed


def test_no_victim_is_a_part_of_the_attackers() -> None:
    text = "Over 20 people died. Six gunmen were also killed. The dead include a priest."
    over, gunmen, priest = extract(text)
    assert (gunmen.groups, priest.part_of) == (("attacker",), over.id)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        (
            "Two bombs went off. The first killed eight people. The second blast killed 14 people.",
            22,
        ),
        ("Two bombs went off. The first killed eight people. The second killed 14.", 22),
        ("A bomb killed eight people in Lesk. The second day of the fair drew 14 people.", 8),
        ("Three members of an aid agency's team were shot dead.", 3),
        ("Police shot dead a man who had stabbed a woman to death and hurt two others.", 1),
        ("Rebels overran a post; 23 soldiers were killed. Around 30 rebels also died.", 23),
    ],
)
def test_the_toll_of_a_note(text: str, killed: int) -> None:
    assert toll(text)["killed"][0] == killed


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Two men ages 21 and 30 were stabbed to death in Orda.", 2),
        ("Gunmen kidnapped five people. Police found their bodies the next day.", 5),
        (
            "Four clerks were kidnapped by rebels. The rebels said they were spies and killed them.",
            4,
        ),
        (
            "Four clerks were kidnapped by rebels. The rebels threatened that they would have killed them.",
            0,
        ),
        # one of two offices, and two people
        ("Gunmen killed Omar Hale, a sheikh and the leader of a tribe, in Lesk.", 1),
        ("Gunmen killed Omar Hale, the preacher at a mosque and a member of the council.", 1),
        ("Omar Hale, a clerk, and the mayor of Lesk were killed.", 2),
        ("Gunmen killed Omar Hale, a clerk and his driver.", 2),
        (
            "Gunmen killed an editor of the Lesk Star, a weekly paper, and her driver as she left.",
            2,
        ),
        ("Gunmen killed a clerk of the mill and two cooks in a drive-by shooting.", 3),
        ("Gunmen killed a policeman guarding clerks in Lesk.", 1),
    ],
)
def test_who_is_one_and_who_another(text: str, killed: int) -> None:
    assert toll(text).get("killed", (0, None))[0] == killed


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        (
            "At least 12 civilians, all members of a family, including two boys and a girl, were killed.",
            12,
        ),
        ("A strike killed Omar Hale alongside 11 members of his family.", 12),
        ("A strike killed a child named Ana Dal (14), and a child named Mara Dal (13).", 2),
        ("A strike killed two civilians, a man named Omar Dal and his daughter, at home.", 2),
        # who belongs to the one told
        ("A judge was shot dead in Lesk. His driver was killed at his side.", 2),
        ("The mayor's son was killed in Lesk. His son was nine.", 1),
        ("A teen shot and killed a friend in Lesk. He fired, hitting and killing his friend.", 1),
        ("A soldier was shot dead in Lesk. His body was found by a road.", 1),
        ("A judge was killed in Orda. A cousin he was helping was killed too.", 2),
        ("A local mayor was shot dead. Omar Hale was killed at home. Four guards died as well.", 5),
        # nobody says how many of each
        ("A number of clerks were killed and wounded in a strike.", 2),
        ("A number of clerks were killed or wounded in a strike.", 0),
        ("Dozens of clerks were killed and wounded in a strike.", 0),
    ],
)
def test_families_and_companions(text: str, killed: int) -> None:
    assert toll(text).get("killed", (0, None))[0] == killed

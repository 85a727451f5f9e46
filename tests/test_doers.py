"""Whose verb it is where those counted are the object of another verb: "a man accused of killing four women was
arrested" tells of one arrested. Who "all" are, and all but some. And what was only meant: "a fund was set up to help
300 families"."""

from __future__ import annotations

import pytest

from figures import extract


def told(text: str) -> list[tuple[str, float | None]]:
    return sorted((f.category, f.value) for f in extract(text) if f.status == "asserted")


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("A man suspected of killing four women was arrested.", [("detained", 1), ("killed", 4)]),
        ("A man accused of killing four women died in prison.", [("killed", 1), ("killed", 4)]),
        ("Two men suspected of killing a priest were detained.", [("detained", 2), ("killed", 1)]),
        ("A driver suspected of running over 12 people was arrested.", [("detained", 1)]),
        ("A rebel blamed for killing 40 farmers was captured.", [("detained", 1), ("killed", 40)]),
        ("The captain of a ferry that sank killing 40 people was arrested.", [("detained", 1), ("killed", 40)]),
        ("A man who helped rescue 12 people died.", [("killed", 1), ("rescued", 12)]),
        ("A man who tried to save two girls drowned.", [("killed", 1)]),
        ("A father who tried to save his two sons drowned in the lake.", [("killed", 1)]),
        ("A nurse caring for 12 patients was killed.", [("killed", 1)]),
        ("Four herders guarding 60 sheep were abducted.", [("abducted", 4)]),
        ("A building housing 40 families collapsed.", [("sheltered", 40)]),
        # look-alikes: the verb is that of those counted
        ("Reports said at least 12 people died.", [("killed", 12)]),
        ("A video showing two girls was shared before 12 people died.", [("killed", 12)]),
        ("A storm leaving 12 people hurt has passed.", [("injured", 12)]),
        ("The blast left a woman nursing a baby who was killed later.", [("killed", 1)]),
        ("Police dug for two sisters drowned in the lake.", [("killed", 2)]),
        # things are what the verb acts on
        ("A driver killed 40 sheep.", []),
        ("Two farmers killed three dogs.", []),
        ("The merger killed 300 jobs.", []),
        ("A farmer killed 12 days ago was buried.", [("killed", 1)]),
        ("A farmer killed 300 metres from his home was buried.", [("killed", 1)]),
        ("The camp was built for 10,000 refugees.", []),
        ("The cold kills one child every 30 seconds.", []),
        ("The remaining 12 people were rescued.", [("rescued", 12)]),
        ("After freeing 12 hostages, two soldiers were killed.", [("freed", 12), ("killed", 2)]),
    ],
)  # fmt: skip
def test_whose_verb(text: str, figures: list[tuple[str, float]]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Omar Hale was killed along with his two sons.", [("killed", 1), ("killed", 2)]),
        ("She was abducted with her three sisters.", [("abducted", 1), ("abducted", 3)]),
        ("He died along with his wife and two sons.", [("killed", 1), ("killed", 3)]),
        ("Seven out of 12 guests died.", [("killed", 7)]),
        # look-alikes
        ("Omar Hale was killed with his two rifles.", [("killed", 1)]),
        ("Omar Hale was killed along with his two sons, who survived.", [("killed", 1), ("rescued", 2)]),
        ("Seven out of ten guests fled.", []),
        ("One in 12 people died.", []),
        ("The guard shot by two men has died.", [("killed", 1)]),
        ("A shop was robbed by three men who fled.", []),
        ("A guard was stabbed by two men who were later arrested.", [("detained", 2), ("injured", 1)]),
    ],
)  # fmt: skip
def test_who_was_with_them(text: str, figures: list[tuple[str, float]]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("There were 12 people in the van; all died.", [("killed", 12)]),
        ("There were 12 people on board. All were killed.", [("killed", 12)]),
        ("The plane had 12 people on board, all of whom died.", [("killed", 12)]),
        ("The plane, with 12 people on board, crashed, killing everyone.", [("killed", 12)]),
        ("The tug with 23 crew aboard sank; all were rescued.", [("rescued", 23)]),
        ("The ferry, with 60 guests aboard, caught fire; everyone was rescued.", [("rescued", 60)]),
        ("Police held 12 people; all were released.", [("detained", 12), ("freed", 12)]),
        # look-alikes
        ("There were 12 people on board. All were calm.", []),
        ("There were 12 crates on board. All were lost.", []),
        ("There were 12 people in the van; all but the driver died.", []),
        ("Everyone except a clerk and a baby was killed.", []),
        ("The whole family except a boy drowned.", []),
        ("All the crew survived but two guests died.", [("killed", 2)]),
        ("The whole town fled, but three people were killed.", [("killed", 3)]),
        ("A bus with 12 people on board stopped, killing nobody.", [("killed", 0)]),
    ],
)  # fmt: skip
def test_everyone(text: str, figures: list[tuple[str, float]]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("A fund was set up to help 300 families displaced by war.", [("displaced", 300)]),
        ("Doctors fought to save 12 people injured in the blast.", [("injured", 12)]),
        ("Crews worked to free 12 miners buried by the slide.", [("trapped", 12)]),
        ("Money was raised to help 300 families.", []),
        ("A team was formed to rescue 12 miners.", []),
        # look-alikes: done
        ("Boats were used to rescue 12 miners.", [("rescued", 12)]),
        ("Crews managed to rescue 12 miners.", [("rescued", 12)]),
        ("The army went on to rescue 12 miners.", [("rescued", 12)]),
        ("The aid allowed the agency to feed 300 families.", [("assisted", 300)]),
    ],
)
def test_what_was_only_meant(text: str, figures: list[tuple[str, float]]) -> None:
    assert told(text) == figures

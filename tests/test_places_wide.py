"""Counts of more, or of elsewhere, than the place told before; places in lists; where journeys began."""

from __future__ import annotations

import pytest

from figures.extraction import extract


def where(text: str) -> list[str | None]:
    return [f.place for f in extract(text)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        # a count of all a land is not of the village told before
        ("A slide hit Hale. Across the whole of Sudan, 40 died.", ["Sudan"]),
        ("A slide killed two in Hale. In all of Orda province, 40 died.", ["Hale", "Orda province"]),
        ("A slide killed two in Kisumu. Statewide, 40 died.", ["Kisumu", None]),
        (
            "A slide killed two in Mayfield, Kentucky. Statewide, 40 died.",
            ["Mayfield", "Kentucky"],
        ),
        ("A slide killed two in Kisumu. Region-wide, 40 died.", ["Kisumu", None]),
        ("A slide killed two in Kisumu. In the region as a whole, 40 died.", ["Kisumu", None]),
        ("A slide killed two in Kisumu. The provincial death toll rose to 40.", ["Kisumu", None]),
        ("A slide killed two in Kisumu. The county's toll stands at 40 dead.", ["Kisumu", None]),
        ("A slide killed two in Kisumu. In the country 40 have died.", ["Kisumu", None]),
        (
            "A slide killed two in Kisumu, Kenya. The country has recorded 40 deaths this year.",
            ["Kisumu", "Kenya"],
        ),
        # but a clinic that a state runs, and a land that is left, point to none
        ("A bomb hit Kisumu. Nine died in the state-run clinic.", ["Kisumu"]),
        ("A bomb hit Kisumu. The mayor, out of the country, said nine had died.", ["Kisumu"]),
        # elsewhere
        ("A slide killed two in Kisumu. Elsewhere, nine drowned.", ["Kisumu", None]),
        ("A slide killed two in Kisumu. Elsewhere in the province, nine drowned.", ["Kisumu", None]),
        ("A slide killed two in Kisumu. In other towns, nine drowned.", ["Kisumu", None]),
        ("A slide killed two in Kisumu. Nine more were killed elsewhere.", ["Kisumu", None]),
        ("In Kenya 40 died: two in Kisumu and at least nine elsewhere.", ["Kenya", "Kisumu", "Kenya"]),
        (
            "Nine were shot dead in Kisumu, Kenya, bringing the national toll to 60.",
            ["Kisumu", "Kenya"],
        ),
        ("Nine were shot dead in Kisumu, bringing the death toll there to 60.", ["Kisumu", "Kisumu"]),
        ("Nine died in Kisumu, while four were killed in other parts of the county.", ["Kisumu", None]),
        ("Of the 57 people killed, 45 were in Kenya.", [None, "Kenya"]),
        ("Fighting along the border between Kenya and Ethiopia killed nine.", ["Kenya and Ethiopia"]),
        # lists of places and numbers alone
        (
            "Floods in Kenya killed 12 people: Kisumu nine, Nakuru three.",
            ["Kenya", "Kisumu", "Nakuru"],
        ),
        ("The flood killed 12 people (Kisumu 7, Zuqqwarb 5).", [None, "Kisumu", "Zuqqwarb"]),
        ("At least 12 people have died in Lenia, nine of them in Kisumu.", ["Lenia", "Kisumu"]),
        # journeys
        ("A dinghy heading from Libya to Italy sank, killing nine.", [None]),
        ("A boat that left Tripoli for Lampedusa sank, killing nine.", [None]),
        ("A train from Delhi to Kanpur derailed, killing nine.", [None]),
        ("Nine died when a lorry overturned on the road from Kisumu to Nakuru.", ["Kisumu"]),
        ("Rockets fired from Lebanon at northern Israel killed nine.", ["northern Israel"]),
        ("A guard was shot in Lesk as he drove to a camp in Kisumu.", ["Lesk"]),
        ("Survivors arrived in Catania on Monday. At least 24 people drowned.", [None]),
        # who cares for the hurt, or speaks for many lands, is not where it was
        ("Doctors in Nakuru are treating nine people hurt in the blast in Eldoret.", ["Eldoret"]),
        ("A UN spokeswoman in Kinshasa said nine people had been killed.", [None]),
        ("The Israel Defense Forces said nine fighters were killed.", [None]),
        ("A bomb damaged the gates of the embassy in Nakuru, hurting nine.", ["Nakuru"]),
        ("A police spokeswoman in Nakuru said nine people had been killed.", ["Nakuru"]),
        ("A bus crash on the New York state Thruway killed nine people.", ["New York state Thruway"]),
        # a land whose people tell what a flood did, and a town told later; not what one crash did
        ("Officials in Chad say floods have killed nine. In Abéché, streets are under water.", ["Chad"]),
        ("Police in Kenya said nine died in a crash. The bus hit a lorry in Nakuru.", ["Nakuru"]),
        # whence some are tells nothing of the others
        ("Police held a man from Hale over the raid. Nine people died.", [None]),
        ("Of the dead, nine were from Kisumu, two from Nakuru.", [None, None]),
        ("Nine nurses from Kisumu were killed.", ["Kisumu"]),
    ],
)  # fmt: skip
def test_where_each_count_was(text: str, places: list[str | None]) -> None:
    assert where(text) == places

"""What counts without a noun of their own count: families, where they are more of the families told before."""

from __future__ import annotations

from figures.categories import categories
from figures.extraction.document.told import Told


def share_units(told: list[Told]) -> None:
    """Give counts without a noun the unit of the families on top of which they come.

    >>> from figures.extraction import extract
    >>> text = "Up to 150 families are sheltering in schools; 40 more are with host communities."
    >>> [(f.value, f.unit) for f in extract(text)]
    [(150, 'household'), (40, 'household')]
    """
    families = {t.id: t.category for t in told if t.counted.unit == "household"}
    for t in told if families else ():
        same = families.get(t.adds_to or "") == t.category
        if same and t.counted.unit is None and "household" in categories()[t.category].units:
            t.counted.unit = "household"

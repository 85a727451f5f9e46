"""How each count of a text is said: asserted, unless a modifier in its sentence tells otherwise."""

from __future__ import annotations

from figures.extraction.modifiers.cues import Modifier
from figures.extraction.modifiers.status import status_of
from figures.extraction.told import Told, evidence_of
from figures.extraction.words.tokens import Tokens


def say(tokens: Tokens, told: list[Told]) -> None:
    """Set the status of the figures of a text."""
    weak: list[tuple[Told, str, Modifier]] = []
    counted: dict[str, set[int | float]] = {}  # category → the counts asserted
    for t in told:
        if t.reading.absent == "unknown":
            t.status = "not_known"
            continue
        found = status_of(tokens, t.chunks, t.reading, t.modifiers["status"])
        if found is not None and t.reading.absent is None and t.counted.high != 0:
            status, by = found
            if by is not None and by.weak:
                weak.append((t, status, by))
            else:
                _tell(tokens, t, status, by)
        elif t.reading.part_of is None and t.counted.value:
            counted.setdefault(t.category, set()).add(t.counted.value)
    for t, status, by in weak:
        # "initially reported" is left behind only where the text gives another count
        if counted.get(t.category, set()) - {t.counted.value}:
            _tell(tokens, t, status, by)


def _tell(tokens: Tokens, t: Told, status: str, by: Modifier | None) -> None:
    first, stop = (by.first, by.stop) if by is not None else t.reading.span
    t.status = status
    rule = "status/" + (by.rule if by is not None else status)
    t.evidence.append(evidence_of(tokens, "status", rule, first, stop, status))

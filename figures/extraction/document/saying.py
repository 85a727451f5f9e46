"""How each count of a text is said and what it runs over: asserted, of one incident, unless words tell otherwise."""

from __future__ import annotations

from figures.extraction.document.told import Told, evidence_of
from figures.extraction.frames.readings import diseases
from figures.extraction.groups.chunks import VERB
from figures.extraction.modifiers.cues import Modifier
from figures.extraction.modifiers.scope import scope_of
from figures.extraction.modifiers.since import INCIDENT
from figures.extraction.modifiers.status import status_of
from figures.extraction.words.tokens import Tokens
from figures.lexicon import load_words


def say(tokens: Tokens, told: list[Told]) -> None:
    """Set status and scope of the figures of a text."""
    weak: list[tuple[Told, str, Modifier]] = []
    counted: dict[str, set[int | float]] = {}  # category → the counts asserted
    for t in told:
        t.scope = scope_of(tokens, t.chunks, t.reading)
        if (
            t.scope[2]
            and tokens.words[slice(*t.scope[2])] == ["to", "date"]
            and _of_one_event(tokens)
        ):
            t.scope = INCIDENT
        if t.reading.absent == "unknown":
            t.status = "not_known"
            continue
        found = status_of(tokens, t.chunks, t.reading, t.modifiers["status"])
        if found is not None and t.reading.absent is None and not _nobody(t, found[1]):
            status, by = found
            if by is not None and by.weak:
                weak.append((t, status, by))
            else:
                _tell(tokens, t, status, by)
        elif t.reading.part_of is None and (number := _number(t)):
            counted.setdefault(t.category, set()).add(number)
    _found_alive(told)
    for t, status, by in weak:
        # "initially reported" is left behind only where the text gives another count
        others = counted.get(t.category, set())
        if len(others) > (t.counted.value in others):
            _tell(tokens, t, status, by)


def _of_one_event(tokens: Tokens) -> bool:
    """Does the text tell of something sudden, and of no war and no disease? "To date" is then "so far"."""
    words = tokens.words
    long = load_words("modifiers", "crises") | diseases()
    return long.isdisjoint(words) and not load_words("modifiers", "sudden").isdisjoint(words)


def _number(t: Told) -> int | float | None:
    """The number told, of a range its end."""
    counted = t.counted
    return counted.high if counted.qualifier == "range" else counted.value


def _nobody(t: Told, by: Modifier | None) -> bool:
    """Is it told that nobody was, and not that nobody would have been?"""
    return t.counted.high == 0 and (by is None or by.rule != "hypothetical/modal")


def _found_alive(told: list[Told]) -> None:
    """Leave behind the fear for those who came back: "nine who were FEARED DEAD turned up alive"."""
    alive = {id(t.counted): t for t in told if t.category == "rescued" and t.status == "feared"}
    for t in told if alive else ():
        if t.category == "killed" and t.status == "feared" and id(t.counted) in alive:
            t.status, alive[id(t.counted)].status = "superseded", "asserted"


def _tell(tokens: Tokens, t: Told, status: str, by: Modifier | None) -> None:
    first, stop = (by.first, by.stop) if by is not None else t.reading.span
    t.status = status
    rule = "status/" + (by.rule if by is not None else status)
    t.evidence.append(evidence_of(tokens, "status", rule, first, stop, status))


def share_status(told: list[Told]) -> None:
    """Some of those who are only expected are expected too, where no verb of their own tells of them: "900 people are
    likely to be in Crisis or worse, including 40 in Emergency"."""
    to_come = {t.id: t for t in told if t.status == "hypothetical"}
    for t in told if to_come else ():
        whole = to_come.get(t.part_of or t.restates or "")
        if whole is None or t.status != "asserted" or t.category != whole.category:
            continue
        verb = t.chunks[t.reading.by]
        if t.index == whole.index and not (verb.kind == VERB and verb.finite):
            t.status = whole.status

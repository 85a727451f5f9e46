"""What went wrong on gold data, sorted into kinds: the work list of whoever improves the rules.

An error is a plain dict: ``kind`` ("missed: killed"), ``document``, ``gold`` and ``printed`` (what stood in
each, or None), and ``context``, the words around. Errors hold other people's texts: they go to a file that
is never kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Row = Mapping[str, Any]
Error = dict[str, Any]

# fields of a span that are compared where gold tells them and does not excuse them
_FIELDS = ("qualifier", "status", "scope", "attributed_to", "place")
_MEASURED = ("aid_tonnes", "land_hectares", "funding_money")
_AROUND = 120  # characters of context on each side


def of_figures(gold: Sequence[Row], printed: Iterable[Row]) -> list[Error]:
    """Errors of printed figures against rows with ``figures``; rows without are passed over.

    >>> text = "Two men died."
    >>> row = {"id": "a", "text": text, "figures": [{"category": "killed", "quote": "Two men",
    ...        "start": 0, "end": 7, "low": 2, "high": 2, "qualifier": "exact"}]}
    >>> [error["kind"] for error in of_figures([row], [])]
    ['missed: killed']
    """
    by_document = _by_document(printed)
    errors: list[Error] = []
    for row in gold:
        if "figures" in row:
            errors += _of_text(row, [p for p in by_document[row["id"]] if _asked(p)])
    return errors


def of_tallies(gold: Sequence[Row], printed: Iterable[Row]) -> list[Error]:
    """Errors of printed tallies against rows with ``gold``: too high, too low, missed or invented.

    >>> row = {"id": "a", "text": "", "gold": [{"category": "killed", "low": 3, "high": 3}]}
    >>> [e["kind"] for e in of_tallies([row], [{"document": "a", "category": "killed", "best": 4}])]
    ['too high: killed']
    """
    by_document = _by_document(printed)
    errors: list[Error] = []
    for row in gold:
        told = {p["category"]: p for p in by_document[row["id"]]}
        for wanted in row.get("gold") or ():
            low, high = wanted.get("low"), wanted.get("high")
            if low is None or wanted.get("level", "total") != "total":
                continue
            tally = told.get(wanted["category"])
            best = tally["best"] if tally else None
            if best is None:
                kind = "missed" if low > 0 else ""
            elif high == 0 < best:
                kind = "invented"
            else:
                kind = (
                    "too low"
                    if best < low
                    else "too high"
                    if high is not None and best > high
                    else ""
                )
            if kind:
                named = f"{kind}: {wanted['category']}"
                errors.append(_error(named, row, wanted, tally, 0, len(row["text"])))
    return errors


def _of_text(row: Row, printed: list[Row]) -> list[Error]:
    wanted = [g for g in row["figures"] if g["category"] != "other"]
    excused = [g for g in row["figures"] if g["category"] == "other" or g.get("disputed")]
    errors: list[Error] = []
    free = list(printed)
    for g in sorted(wanted, key=lambda g: (g["start"], g["end"])):
        near = [p for p in free if _overlap(g, p) > 0]
        same = [p for p in near if p["category"] == g["category"]]
        if same:
            best = max(same, key=lambda p: (_bounds(p) == _bounds(g), _overlap(g, p)))
            free.remove(best)
            if not g.get("disputed"):
                errors += _of_fields(row, g, best)
        elif not g.get("disputed"):
            kind = (
                f"read as {near[0]['category']}: {g['category']}"
                if near
                else f"missed: {g['category']}"
            )
            errors.append(_error(kind, row, g, near[0] if near else None, g["start"], g["end"]))
    for p in free:
        if not any(_overlap(g, p) > 0 for g in excused):
            errors.append(
                _error(f"false alarm: {p['category']}", row, None, p, p["start"], p["end"])
            )
    return errors


def _of_fields(row: Row, gold: Row, printed: Row) -> list[Error]:
    kinds = []
    if _bounds(gold) != _bounds(printed):
        kinds.append("wrong bounds")
    if (gold["start"], gold["end"]) != (printed["start"], printed["end"]):
        kinds.append("wrong quote")
    for name in _FIELDS:
        if name in gold.get("unscored", ()):
            continue
        told, mine = gold.get(name), printed.get(name)
        if name in ("attributed_to", "place"):
            if bool(told) != bool(mine):
                kinds.append(f"{name} {'missed' if told else 'invented'}")
            elif told and mine and not _akin(told, mine):
                kinds.append(f"wrong {name}")
        elif told and mine != told and not (name == "scope" and mine == "period"):
            kinds.append(f"wrong {name}")
    return [_error(kind, row, gold, printed, gold["start"], gold["end"]) for kind in kinds]


def _akin(left: str, right: str) -> bool:
    """Do two names share a word of more than two letters?"""
    words = ({w for w in name.casefold().split() if len(w) > 2} for name in (left, right))
    return bool(set.intersection(*words)) or left.casefold() == right.casefold()


def _asked(figure: Row) -> bool:
    return (
        figure["category"] not in _MEASURED
        and figure.get("counted") != "named"
        and figure.get("status") != "not_known"
        and figure.get("qualifier") != "unspecified"
    )


def _bounds(figure: Row) -> tuple[Any, Any]:
    return figure.get("low"), figure.get("high")


def _overlap(gold: Row, printed: Row) -> int:
    return int(min(gold["end"], printed["end"]) - max(gold["start"], printed["start"]))


def _by_document(printed: Iterable[Row]) -> dict[str, list[Row]]:
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in printed:
        grouped[str(row["document"])].append(row)
    return grouped


def _error(
    kind: str, row: Row, gold: Row | None, printed: Row | None, start: int, end: int
) -> Error:
    context = row["text"][max(0, start - _AROUND) : end + _AROUND]
    return {
        "kind": kind,
        "document": row["id"],
        "gold": gold,
        "printed": printed,
        "context": context,
    }

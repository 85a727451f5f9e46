"""What the review asks of the database and does to it: plain calls, each with a connection of its own."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from figures.audit.added import Ambiguous
from figures.audit.decide import Decision, reading, rule
from figures.errors import FiguresError
from figures.model import Ruling
from figures.review import forms
from figures.review.queue import NAMES, before, following, overview
from figures.store import Store


def groups_as_lists(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row of figures with its groups as a list."""
    return {**row, "groups": json.loads(row["groups"] or "[]")}


def start(db: Path, which: str, me: str) -> dict[str, Any]:
    """The queue's first page."""
    with closing(Store(db, create=False)) as store:
        first = following(store, which, me)
        return {
            "groups": overview(store, which, me),
            "first": first and {"id": first[0], "group": first[1]},
            "counts": store.summary(),
            "gone": list(
                store.query(
                    "SELECT *, json_extract(was, '$.quote') AS quote FROM ruling"
                    " WHERE stale = 1 AND figure_id IS NULL ORDER BY seq DESC LIMIT 20"
                )
            ),
        }


def following_one(db: Path, which: str, me: str, group: str, after: str | None) -> Any:
    """As `queue.following`."""
    with closing(Store(db, create=False)) as store:
        return following(store, which, me, group, after)


def figure(
    db: Path, figure_id: str, group: str, given: Mapping[str, Sequence[str]]
) -> dict[str, Any] | None:
    """One figure with all that a person needs to rule on it; None where there is none."""
    with closing(Store(db, create=False)) as store:
        rows = list(store.query("SELECT * FROM published_figure WHERE id = ?", (figure_id,)))
        if not rows:
            return None
        shown = groups_as_lists(rows[0])
        machine = groups_as_lists(reading(store, figure_id))
        around = list(
            store.query(
                "SELECT * FROM published_figure WHERE document_id = ? ORDER BY start, id",
                (shown["document_id"],),
            )
        )
        [document] = store.query("SELECT * FROM document WHERE id = ?", (shown["document_id"],))
        return {
            "figure": shown,
            "machine": machine,
            "document": document,
            "around": around,
            "parts": forms.parts(
                machine, shown, [f for f in around if f["id"] != figure_id], given
            ),
            "rulings": list(
                store.query(
                    "SELECT * FROM ruling WHERE figure_id = ? AND about = 'figure' ORDER BY seq",
                    (figure_id,),
                )
            ),
            "evidence": list(
                store.query(
                    "SELECT * FROM evidence WHERE figure_id = ? ORDER BY step", (figure_id,)
                )
            ),
            "people": json.loads(shown["reviewed_by"] or "[]"),
            "against": _against(store, figure_id),
            "before": before(store, group, figure_id),
        }


def _against(store: Store, figure_id: str) -> list[dict[str, Any]]:
    """The figures that this one contradicts, each with the reason."""
    return list(
        store.query(
            "SELECT c.reason, f.* FROM (SELECT right_figure_id AS id, reason, relation FROM comparison"
            " WHERE left_figure_id = ?1 UNION ALL SELECT left_figure_id, reason, relation FROM comparison"
            " WHERE right_figure_id = ?1) c JOIN published_figure f ON f.id = c.id"
            " WHERE c.relation = 'conflict' ORDER BY f.published_on, f.id LIMIT 6",
            (figure_id,),
        )
    )


def document(db: Path, document_id: str) -> dict[str, Any] | None:
    """One report with its figures; None where there is none."""
    with closing(Store(db, create=False)) as store:
        rows = list(store.query("SELECT * FROM document WHERE id = ?", (document_id,)))
        if not rows:
            return None
        found = store.query(
            "SELECT * FROM published_figure WHERE document_id = ? ORDER BY start, id",
            (document_id,),
        )
        return {"document": rows[0], "figures": list(found)}


def add(db: Path, audits: Path, decision: Decision) -> Ruling | None:
    """Add a figure by its words; ``start`` says about where a browser had them, should they stand in the
    report more than once."""
    with closing(Store(db, create=False)) as store:
        try:
            return rule(store, [replace(decision, start=None)], audits)[0][0]
        except Ambiguous as error:
            if decision.start is None:
                raise
            at = decision.start
            nearest = min(error.places, key=lambda place: abs(place - at))
            return rule(store, [replace(decision, start=nearest)], audits)[0][0]


def decide_form(
    db: Path,
    audits: Path,
    figure_id: str,
    ruling: str,
    by: str,
    form: Mapping[str, Sequence[str]],
) -> Ruling | None:
    """Make the ruling that a figure's form asks for.

    Raises FiguresError where the form says two things, or a field cannot be what it holds.
    """
    with closing(Store(db, create=False)) as store:
        rows = list(store.query("SELECT * FROM published_figure WHERE id = ?", (figure_id,)))
        if not rows:
            raise FiguresError("this figure is not in the database any more")
        change = forms.changed(groups_as_lists(rows[0]), form)
        if ruling == "correct" and not change:
            raise FiguresError("no field is changed: change one, or confirm the figure as it is")
        if ruling != "correct" and change:
            names = ", ".join(name.replace("_", " ") for name in change)
            raise FiguresError(
                f"{names}: changed here, which only “Save correction” keeps; put it back to {ruling}"
            )
        seen = form.get("seen", [""])[0]
        reason = " ".join(form.get("reason", [""])[0].split())
        if not reason and ruling in ("confirm", "second"):
            reason = "read in the report"
        if not reason:
            raise FiguresError("say why: the reason stands beside the ruling")
        decision = Decision(figure_id, ruling, by, reason, change, seen=seen)
        return rule(store, [decision], audits)[0][0]


def settle(db: Path, audits: Path) -> None:
    """Compare anew where rulings call for it, and write the conflict report."""
    from figures.conclusions import catch_up
    from figures.publishing.report import write_conflicts

    with closing(Store(db, create=False)) as store:
        catch_up(store, audits)
        write_conflicts(store, audits)


def group_named(name: str | None) -> str:
    """A group of the queue by its name; the last, which holds every figure, for another word."""
    return name if name in NAMES else NAMES[-1]

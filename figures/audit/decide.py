"""Deciding: a person's ruling on a figure or on two, written down and replayed at once.

A ruling is one line of decisions.jsonl, a row of the database and a line of its journal, or none of them:
it is made while nobody else can write to the database, so that two people never rule past one another.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from figures.audit import added, fields, rulings
from figures.audit.explain import find
from figures.categories import categories
from figures.comparison.standing import Standing, person, standings
from figures.conclusions import record
from figures.errors import FiguresError, WrongUsage
from figures.model import Ruling
from figures.store import Store, log

PAIRS = {  # the word of the command line → what it is about, and the ruling
    "same": ("pair", "same"),
    "not-same": ("pair", "not_same"),
    "copy": ("copy", "same"),
    "not-copy": ("copy", "not_same"),
    "stands": ("conflict", "stands"),
}
RULINGS = (*rulings.ABOUT["figure"], *PAIRS)


class Overtaken(FiguresError):
    """Somebody else ruled on the figure since the person last saw it."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person wants to rule, as an option, a line of CSV or a form says it.

    ``about`` names a figure (its id or an unambiguous beginning), for `add` a document (its name or id).
    ``words`` are those of a figure to add, ``start`` which of them. ``read`` is what the person saw that
    the program reads, ``seen`` the id of the ruling that stood then ("": none); None: not asked.
    """

    about: str
    ruling: str
    by: str
    reason: str
    change: Mapping[str, Any] = field(default_factory=dict)
    other: str | None = None
    words: str = ""
    start: int | None = None
    read: Mapping[str, Any] | None = None
    seen: str | None = None


def change(**words: str | None) -> dict[str, Any]:
    """What a ruling sets, out of the words of the command line; None sets nothing, "open" leaves a bound
    open, "" any other field.

    Raises WrongUsage for a field that cannot be set, or not to that.

    >>> change(low="12", high="open", category=None), change(caveat="", groups="child woman")
    ({'low': 12, 'high': None}, {'caveat': None, 'groups': ['child', 'woman']})
    """
    found = {}
    for name, told in words.items():
        if told is not None:
            if name in fields.COUNTS and not told.strip():
                raise WrongUsage(f"--{name} {told}: give a number from 0 up, or `open`")
            try:
                found[name] = fields.from_words(name, told)
            except WrongUsage as error:
                begins = str(error).startswith(f"{name} ")
                raise WrongUsage(f"--{error}" if begins else str(error)) from None
    return found


# -- making a ruling --------------------------------------------------------------------------


class InForce:
    """The rulings that are there already, in their order, found by what they are about."""

    def __init__(self, before: Sequence[Ruling]) -> None:
        self.rulings: list[Ruling] = []
        self.ids: set[str] = set()
        self._by_subject: dict[str, list[Ruling]] = {}
        for ruling in before:
            self.add(ruling)

    def add(self, ruling: Ruling) -> None:
        """One more, at the end."""
        self.rulings.append(ruling)
        self.ids.add(ruling.id)
        key = self._key(ruling.about, ruling.subject)
        self._by_subject.setdefault(key, []).append(ruling)

    def about(self, about: str, *subject: Mapping[str, Any]) -> list[Ruling]:
        """Those about the same figures, named as the lines name them."""
        return self._by_subject.get(self._key(about, subject), [])

    @staticmethod
    def _key(about: str, subject: Sequence[Mapping[str, Any]]) -> str:
        names = [(s["document"], s["number_start"], s["category"]) for s in subject]
        return json.dumps([about, names])


def make(store: Store, wanted: Decision, in_force: InForce, at: str) -> Ruling | None:
    """The ruling that a person wants, checked against the database and the rulings in force; None where
    the same person said the very same last.

    Raises FiguresError where it cannot be, Overtaken where the person has not seen what is there now.
    """
    if not wanted.by.strip() or not wanted.reason.strip():
        raise FiguresError("a ruling needs a name and a reason: --by NAME --reason WORDS")
    for words in (wanted.by, wanted.reason, *map(str, wanted.change.values())):
        if not rulings.is_text(words):
            raise WrongUsage(f"{words}: not UTF-8; write it in UTF-8")
    if wanted.ruling not in RULINGS:
        raise WrongUsage(f"no ruling {wanted.ruling!r}; take one of {', '.join(RULINGS)}")
    on_two = wanted.ruling in PAIRS or (wanted.ruling == "unsure" and bool(wanted.other))
    if on_two != bool(wanted.other):
        needs = "name the other with" if wanted.ruling in PAIRS else "takes no"
        raise WrongUsage(f"{wanted.ruling}: {needs} --with")
    if wanted.ruling == "correct" and not wanted.change:
        raise WrongUsage("`correct` takes --low, --high, --category or --set")
    if wanted.ruling not in ("correct", "add") and wanted.change:
        raise WrongUsage("only `correct` and `add` take --low, --high, --category or --set")
    if wanted.change.get("category", "killed") not in categories():
        name = wanted.change["category"]
        raise FiguresError(f"{name}: no such category; `figures categories` lists them")
    if on_two:
        return _on_two(store, wanted, in_force, at)
    if wanted.ruling == "add":
        return _addition(store, wanted, at)
    return _on_one(store, wanted, in_force, at)


def _on_one(store: Store, wanted: Decision, in_force: InForce, at: str) -> Ruling | None:
    row = reading(store, find(store, wanted.about)["id"])
    mine = in_force.about("figure", row)
    if by_id := in_force.about("figure", {**row, "document": row["document_id"]}):
        mine = [r for r in in_force.rulings if r in mine or r in by_id]  # lines written by hand
    stands = standing(store, row, mine)
    if wanted.seen is not None and wanted.seen != (stands.ruling.id if stands else ""):
        who = stands.people[-1] if stands else "somebody"
        raise Overtaken(f"{row['quote']}: {who} has ruled on it since you saw it; look again")
    for name, value in (wanted.read or {}).items():
        if row[name] != value:
            raise Overtaken(
                f"{row['quote']}: the program reads it otherwise now: {name} {row[name]}, not {value}"
            )
    of, change = "", dict(wanted.change)
    if wanted.ruling == "second":
        of = _seconded(row, stands, wanted.by).id
    elif wanted.ruling == "correct":
        change = _whole_change(store, row, stands, change)
    made = rulings.make(
        row, wanted.ruling, at=at, by=wanted.by, reason=wanted.reason, change=change, of=of
    )
    return None if mine and _said(mine[-1]) == _said(made) else made


def _seconded(row: Mapping[str, Any], stands: Standing | None, by: str) -> Ruling:
    if stands is None:
        raise FiguresError(f"{row['quote']}: nobody has ruled on it yet: confirm it instead")
    if person(by) in map(person, stands.people):
        raise FiguresError(
            f"{row['quote']}: {by} holds this already; another person must second it"
        )
    return stands.ruling


def _whole_change(
    store: Store, row: Mapping[str, Any], stands: Standing | None, change: Mapping[str, Any]
) -> dict[str, Any]:
    """All that a correction sets: what follows from it, and what the correction that stands set before."""
    told = fields.completed(change)
    _check_figures(store, row["document_id"], told, row["id"])
    before = stands.ruling.set if stands and stands.ruling.ruling == "correct" else {}
    bounds = {"low", "high"} & told.keys()
    kept = {k: v for k, v in before.items() if not (bounds and k in ("value", "qualifier"))}
    return {**kept, **told}


def _addition(store: Store, wanted: Decision, at: str) -> Ruling:
    told = dict(wanted.change)
    category = told.pop("category", None)
    if category is None:
        raise WrongUsage("`add` takes --category, and the --words of the figure")
    words = choose(store, wanted)
    document = words.document
    told = added.change_for(words, category, told)
    there = list(store.query("SELECT * FROM figure WHERE document_id = ?", (document["id"],)))
    if "place" not in told or "earliest" not in told:
        told = {**added.beside(there, words.start), **told}
    told = fields.completed(told)
    _check_figures(store, document["id"], told, None)
    if told.get("low") is None and told.get("high") is None and told.get("status") != "not_known":
        raise FiguresError(f"{words.quote}: no number can be read in it: give --low and --high")
    for row in there:
        if (row["number_start"], row["category"]) == (words.number_start, category):
            raise FiguresError(
                f"{words.quote}: figure {row['id']} stands there already: rule on that one"
            )
    row = {
        "document": document["name"], "quote": words.quote, "start": words.start, "end": words.end,
        "number_start": words.number_start, "number_end": words.number_end, "category": category,
    }  # fmt: skip
    made = rulings.make(row, "add", at=at, by=wanted.by, reason=wanted.reason, change=told)
    if added.figure_of(document, made) is None:
        raise FiguresError(f"{words.quote}: its words do not stand in one sentence")
    return made


def choose(store: Store, wanted: Decision) -> added.Words:
    """The words of a figure to add, in the newest document of the name that has them."""
    documents = list(
        store.query(
            "SELECT id, name, text FROM document WHERE name = ?1 OR id = ?1"
            " ORDER BY published_at DESC, id",
            (wanted.about,),
        )
    )
    if not documents:
        raise FiguresError(f"{wanted.about}: no such document in {store.path}")
    for document in documents[:-1]:
        try:
            return added.select(document, wanted.words, wanted.start)
        except FiguresError:
            continue
    return added.select(documents[-1], wanted.words, wanted.start)


def _check_figures(
    store: Store, document_id: str, told: Mapping[str, Any], own: str | None
) -> None:
    """The figures that a ruling names must be others of the same report."""
    for name in fields.FIGURES:
        other = told.get(name)
        if other is not None and (
            other == own
            or store.one("SELECT document_id FROM figure WHERE id = ?", (other,)) != document_id
        ):
            raise FiguresError(f"{name}: {other} is no other figure of the same report")


def _on_two(store: Store, wanted: Decision, in_force: InForce, at: str) -> Ruling | None:
    rows = [
        reading(store, find(store, figure)["id"]) for figure in (wanted.about, wanted.other or "")
    ]
    if rows[0]["id"] == rows[1]["id"]:
        raise WrongUsage(f"--with {wanted.other}: name another figure than the first")
    about, word = PAIRS.get(wanted.ruling) or (_ruled_last(in_force, rows), "unsure")
    made = rulings.make_pair(rows, about, word, at=at, by=wanted.by, reason=wanted.reason)
    mine = in_force.about(about, *rows)
    return None if mine and _said(mine[-1]) == _said(made) else made


def _ruled_last(in_force: InForce, rows: Sequence[Mapping[str, Any]]) -> str:
    """What the newest ruling on two figures is about that nobody has taken back yet."""
    newest = []
    for about in dict.fromkeys(about for about, _ in PAIRS.values()):
        there = in_force.about(about, *rows) + in_force.about(about, *reversed(rows))
        newest += sorted(there, key=in_force.rulings.index)[-1:]
    held = [ruling for ruling in newest if ruling.ruling != "unsure"]
    if not held:
        quotes = " and ".join(row["quote"] for row in rows)
        raise FiguresError(f"{quotes}: no ruling on the two stands, so there is none to take back")
    return max(held, key=in_force.rulings.index).about


def _said(ruling: Ruling) -> tuple[Any, ...]:
    return (person(ruling.by), ruling.ruling, ruling.set, ruling.was, ruling.of, ruling.reason)


def reading(store: Store, figure_id: str) -> dict[str, Any]:
    """A figure as the program reads it: its row, with ``document``, the name of its document."""
    [row] = store.query(
        "SELECT f.*, d.name AS document FROM figure f JOIN document d ON d.id = f.document_id"
        " WHERE f.id = ?",
        (figure_id,),
    )
    return row


def standing(store: Store, row: Mapping[str, Any], mine: Sequence[Ruling]) -> Standing | None:
    """What stands on a figure, by the rulings that name it; None where nobody ruled on it."""
    replayed = rulings.apply(mine, rulings.lookup(store))
    holds = ((row["id"], r.ruling) for r in replayed if r.figure_id == row["id"] and not r.stale)
    return standings(holds).get(row["id"])


# -- writing it down --------------------------------------------------------------------------


def rule(
    store: Store, wanted: Sequence[Decision], audits: Path | None
) -> tuple[list[Ruling | None], list[Ruling]]:
    """Make rulings, all or none, add them to ``audits``/decisions.jsonl, where there is such a folder, and
    replay all. Returns those made, None where one was made before, and all that there are now.

    What follows for the comparison is the caller's to draw: `conclusions.catch_up`.
    """
    with store.writing():
        before = rulings.in_force(store, audits)
        known = InForce(before)
        made = [add(store, decision, known, log.now()) for decision in wanted]
        new = [ruling for ruling in made if ruling is not None]
        if new and audits is not None:
            rulings.append(audits / rulings.FILE, *new, check=partial(_only, before))
        record(store, known.rulings)
    return made, known.rulings


def add(store: Store, wanted: Decision, known: InForce, at: str) -> Ruling | None:
    """Make a ruling as `make` does and add it to those in force."""
    made = make(store, wanted, known, at)
    if made is None or made.id in known.ids:
        return None
    known.add(made)
    return made


def _only(expected: Sequence[Ruling], there: Sequence[Ruling]) -> None:
    if there != expected:  # somebody wrote to the file by way of another database
        raise Overtaken("somebody ruled at the same time; try again")


def decide(
    store: Store,
    figure: str,
    ruling: str,
    *,
    by: str,
    reason: str,
    change: Mapping[str, Any],
    audits: Path | None,
) -> list[Ruling]:
    """Make one ruling on a figure; returns all rulings, the new one last. Raises as `make` does."""
    return rule(store, [Decision(figure, ruling, by, reason, change)], audits)[1]


def decide_pair(
    store: Store,
    figures: tuple[str, str],
    ruling: str,
    *,
    by: str,
    reason: str,
    audits: Path | None,
) -> list[Ruling]:
    """Make a ruling on two figures: of one incident or not, of reports that copy one another or not, that
    of two that conflict the first stands, or unsure, which takes the newest of these back. Returns all
    rulings, as `decide` does."""
    return rule(store, [Decision(figures[0], ruling, by, reason, other=figures[1])], audits)[1]

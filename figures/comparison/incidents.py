"""Incidents: a canonical clustering of the links between accounts, named after the smallest member.

Links are taken strongest first; two clusters join where enough of their accounts are linked with one
another and no document would tell the incident twice. The order of input plays no part.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from figures.comparison.accounts import Account
from figures.comparison.clocks import days_between, in_words
from figures.comparison.kinds import kinds
from figures.comparison.linking import DOUBT, Link, keys, link
from figures.comparison.places import Where, relation
from figures.model import DocumentIncident, Incident, IncidentPair, short_hash

ENOUGH = 0.25  # share of the accounts of two clusters that must be linked for them to join
_ALONE = "no other document tells of an incident like this"


@dataclass(frozen=True, slots=True)
class Found:
    """An incident with its accounts, in the order of their ids."""

    incident: Incident
    accounts: tuple[Account, ...]


@dataclass(slots=True)
class _Cluster:
    members: list[str]
    documents: set[str]
    links: Counter[str] = field(default_factory=Counter)  # other cluster → links to it


def links(accounts: Sequence[Account], ruled: Mapping[tuple[str, str], bool]) -> list[Link]:
    """Every link between the accounts, strongest first. A person's ruling on two stands for their link."""
    askers: dict[tuple[object, ...], list[int]] = defaultdict(list)
    others: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for i, account in enumerate(accounts):
        for key, asks in keys(account):
            (askers if asks else others)[key].append(i)
    found: list[Link] = []
    done: set[tuple[int, int]] = set()
    for key, asking in askers.items():
        rest = others.get(key, [])
        for n, i in enumerate(asking):
            for j in (*asking[n + 1 :], *rest):
                pair = (i, j) if i < j else (j, i)
                if i == j or pair in done:
                    continue
                done.add(pair)
                told = link(accounts[i], accounts[j])
                if told is not None and (told.left, told.right) not in ruled:
                    found.append(told)
    for (left, right), same in ruled.items():
        if same:
            found.append(Link(left, right, float("inf"), "a person ruled that they are the same"))
    return sorted(found, key=lambda k: (-k.score, k.left, k.right))


def clusters(
    accounts: Sequence[Account], found: Sequence[Link], ruled: Mapping[tuple[str, str], bool]
) -> list[list[str]]:
    """The account ids of each incident, sorted, in the order of their smallest.

    Links must come strongest first, as `links` gives them.
    """
    of = {a.id: a.id for a in accounts}
    by_id = {a.id: _Cluster([a.id], {a.document_id}) for a in accounts}
    apart: dict[str, set[str]] = defaultdict(set)
    for (left, right), same in ruled.items():
        if not same and left in of and right in of:
            apart[left].add(right)
            apart[right].add(left)
    held = [k for k in found if k.holds and k.left in of and k.right in of]
    for k in held:
        by_id[k.left].links[k.right] += 1
        by_id[k.right].links[k.left] += 1
    for k in held:
        one, other = of[k.left], of[k.right]
        if one == other:
            continue
        a, b = by_id[one], by_id[other]
        forced = k.score == float("inf")
        if not forced:
            if a.documents & b.documents or any(
                m in apart and apart[m] & set(b.members) for m in a.members
            ):
                continue
            if a.links[other] < ENOUGH * len(a.members) * len(b.members):
                continue
        _join(of, by_id, one, other)
    grouped: dict[str, list[str]] = defaultdict(list)
    for member, cluster in of.items():
        grouped[cluster].append(member)
    return sorted(sorted(members) for members in grouped.values())


def _join(of: dict[str, str], by_id: dict[str, _Cluster], one: str, other: str) -> None:
    """Join two clusters, the smaller into the larger."""
    big, small = (
        (one, other) if len(by_id[one].members) >= len(by_id[other].members) else (other, one)
    )
    kept, gone = by_id[big], by_id.pop(small)
    for member in gone.members:
        of[member] = big
    kept.members += gone.members
    kept.documents |= gone.documents
    for neighbour, count in gone.links.items():
        if neighbour == big:
            continue
        kept.links[neighbour] += count
        by_id[neighbour].links[big] += by_id[neighbour].links.pop(small)
    kept.links.pop(small, None)


def incident(members: Sequence[Account]) -> Incident:
    """The incident that its accounts tell together. Account ids must be sorted."""
    place = _place(members)
    kind = _kind(members)
    span = _span(members)
    scope = members[0].scope
    documents = len({a.document_id for a in members})
    return Incident(
        id=short_hash("incident", members[0].id),
        label=_label(kind, scope, place, span),
        kind=kind,
        scope=scope,
        place=place.name if place else None,
        admin1=place.admin1 if place else None,
        country=place.country if place else None,
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        gazetteer_id=place.gazetteer_id if place else None,
        earliest=span[0] if span else None,
        latest=span[1] if span else None,
        within=None,
        why=_why(documents, place, span, kind),
    )


def _place(members: Sequence[Account]) -> Where | None:
    """The place that most accounts give; of those the most precise."""
    told = Counter(a.place for a in members if a.place)
    return max(
        told,
        key=lambda p: (p.gazetteer_id is not None, told[p], p.rank, p.gazetteer_id or p.name),
        default=None,
    )


def _kind(members: Sequence[Account]) -> str:
    """The kind that most accounts tell; of those the one listed first, which is the more special."""
    told = Counter(a.kinds[0] for a in members if a.kinds)
    listed = list(kinds())
    return max(told, key=lambda k: (told[k], -listed.index(k)), default="")


def _span(members: Sequence[Account]) -> tuple[str, str] | None:
    """The span of time that most accounts give; of those the narrowest."""
    told = Counter(a.span for a in members if a.span)
    if not told:
        return None
    most = max(told.values())
    return min(
        (span for span, n in told.items() if n == most),
        key=lambda span: (days_between(*span) or 0, span),
    )


def _label(kind: str, scope: str, place: Where | None, span: tuple[str, str] | None) -> str:
    """A name to read: "Strike or shelling, Mykolaiv, UA, 29 March 2022"."""
    what = kinds()[kind].label.capitalize() if kind else "Incident"
    if scope == "cumulative":
        what = f"{what}: running count" if kind else "Running count"
    parts = [what]
    if place is not None:
        parts.append(place.name)
        if place.country and place.precision != "country":
            parts.append(place.country)
    if span is not None:
        first, last = in_words(span[0]), in_words(span[1])
        parts.append(first if first == last else f"{first} to {last}")
    return ", ".join(parts)


def _why(documents: int, place: Where | None, span: tuple[str, str] | None, kind: str) -> str:
    reports = "One document tells" if documents == 1 else f"{documents} documents tell"
    what = kinds()[kind].label if kind else "an incident whose kind is not told"
    at = f" at {place.name}" if place else ", place not told"
    when = f", {in_words(span[0])}" if span else ", date not told"
    return f"{reports} of it: {what}{at}{when}."


def reasons(found: Iterable[Link], incident_of: Mapping[str, str]) -> dict[str, str]:
    """Account → why it is of its incident: its strongest link to another account of it."""
    best: dict[str, str] = {}
    for k in found:  # strongest first
        if k.holds and incident_of[k.left] == incident_of[k.right]:
            best.setdefault(k.left, k.why)
            best.setdefault(k.right, k.why)
    return best


def tellings(found: Found, why: Mapping[str, str]) -> list[DocumentIncident]:
    """One row a document of an incident, with the reason that it stands there."""
    rows: dict[str, DocumentIncident] = {}
    for account in sorted(found.accounts, key=lambda a: (not a.main, a.id)):
        role = "main" if account.main else "background"
        told = why.get(account.id, _ALONE)
        row = DocumentIncident(
            account.document_id, found.incident.id, role, told[:1].upper() + told[1:] + "."
        )
        rows.setdefault(account.document_id, row)
    return [rows[d] for d in sorted(rows)]


def pairs(found: Iterable[Link], incident_of: Mapping[str, str]) -> list[IncidentPair]:
    """Incidents that may be the same, by the strongest link between two that stayed apart."""
    best: dict[tuple[str, str], Link] = {}
    for k in found:  # strongest first
        one, other = sorted((incident_of[k.left], incident_of[k.right]))
        if one != other and k.score >= DOUBT:
            best.setdefault((one, other), k)
    return [
        IncidentPair(one, other, "maybe_same", k.why[:1].upper() + k.why[1:] + ".")
        for (one, other), k in sorted(best.items())
    ]


def within(found: Sequence[Found]) -> dict[str, str]:
    """Incident → the running count that it lies in: the same country, its time inside the window."""
    running: dict[str, list[Found]] = defaultdict(list)
    for f in found:
        if f.incident.scope == "cumulative" and f.incident.country and f.incident.earliest:
            running[f.incident.country].append(f)
    inside: dict[str, str] = {}
    for f in found:
        one = f.incident
        if one.scope == "cumulative" or not one.earliest:
            continue
        for wide in running.get(one.country or "", ()):
            other = wide.incident
            known = (other.earliest or "9") <= one.earliest and (one.latest or "") <= (
                other.latest or ""
            )
            place = relation(_place(f.accounts), _place(wide.accounts)) in ("same", "within")
            if known and place and _alike(f, wide):
                inside[one.id] = min(inside.get(one.id, other.id), other.id)
    return inside


def _alike(one: Found, other: Found) -> bool:
    a, b = one.incident.kind, other.incident.kind
    return not a or not b or a == b or a in kinds()[b].like or b in kinds()[a].like

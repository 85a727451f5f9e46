"""The comparison brought up to date: what changed is compared with what it touches, and nothing else.

    texts that changed → copies, accounts → links → the clusters that they touch → those incidents anew

Whatever the order and the portions in which reports come, the result is that of comparing all of them afresh.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from math import inf

from figures.comparison import copies
from figures.comparison.blocks import node
from figures.comparison.clocks import days_between, said_at
from figures.comparison.codebooks import Codebook
from figures.comparison.days import EPOCH
from figures.comparison.graph import Node, identity, number
from figures.comparison.incidents import clusters
from figures.comparison.index import Index, Outline
from figures.comparison.judging import Judging, merged
from figures.comparison.linking import HOLDS, Link, link
from figures.comparison.reports import Archive, Reports
from figures.comparison.rulings import read
from figures.comparison.sources import sources_in
from figures.model import Comparison, Ruling, short_hash

_TEXTS = 1000  # whose wording is compared in one go
_PORTION = 200  # incidents told in one go
_PAIRS = 10_000  # and pairs of them

Pairs = Mapping[tuple[str, str], bool]


def update(
    index: Index, archive: Archive, new: Iterable[str], rulings: Sequence[Ruling], book: Codebook
) -> Iterator[Comparison]:
    """Compare the documents ``new`` to an index, and those that rulings changed, with all that it holds.

    In whatever order they come the result is the same; by date, what one is compared with is still at hand.
    Yields portions to be put in the place of what stood there: ``gone`` are the incidents whose rows go first.
    """
    ruled = read(archive, rulings)
    effects, before = ruled.effects(), (index.state("rulings") or "").splitlines()
    altered = sorted(line.split(" ", 1)[0] for line in effects.symmetric_difference(before))
    changed = list(dict.fromkeys((*new, *altered)))
    index.note("rulings", "\n".join(sorted(effects)))
    reports = Reports(archive, ruled, index)
    known = sorted(index.documents().intersection(changed))
    lost = {a: index.place(a)[1] for a in index.accounts_of(known)}
    left = set(chain(*index.clusters(lost))).difference(lost)
    texts = _texts(index, reports, (), known)

    def arriving() -> Iterator[str]:
        """The documents, each after its text, so that what was read of it is still at hand."""
        for start in range(0, len(changed), _TEXTS):
            some = changed[start : start + _TEXTS]
            texts.update(_texts(index, reports, some))
            yield from some

    touched = _links(index, reports, arriving(), lost)
    reports.account.cache_clear()  # incidents are told from less
    copied = _copies(index, texts, ruled.copies)
    replaces, affected = _replacements(index, changed)
    same = _ruled_accounts(reports, ruled.pairs, ruled.document_of)
    dirty = {a for a in touched if index.known(a)}.union(index.accounts_of({*copied, *affected}))
    gone, rebuilt = _clusters(index, dirty, left, same, {i for i in lost.values() if i})
    judging = Judging(index, reports, same, book)
    judging.drop(gone)
    yield Comparison(
        gone=tuple(sorted(gone)),
        sources=sources_in(filter(None, reports.names)),  # every changed report was looked at
        copy_of=copied,
        replaces=replaces,
    )
    ordered = sorted(rebuilt, key=lambda i: (judging.day(rebuilt[i]), i))
    for start in range(0, len(ordered), _PORTION):
        portion = ordered[start : start + _PORTION]
        yield merged(judging.incident(i, rebuilt[i]) for i in portion)
    pairs = judging.pairs(rebuilt)
    while some := tuple(islice(pairs, _PAIRS)):
        yield Comparison(incident_pairs=some)
    yield Comparison(within=judging.lying_in(rebuilt))


def _texts(
    index: Index, reports: Reports, arriving: Iterable[str], leaving: Iterable[str] = ()
) -> set[int]:
    """Compare the wording of documents with that of others; returns the texts that this touches.

    Texts under one url or name are versions, not copies of each other.
    """

    def nodes() -> Iterator[Node]:
        for d in arriving:
            one = reports.document(d)
            index.put_text(copies.version(one))
            day = days_between(EPOCH, said_at(one))
            text = number(d)
            yield Node(text, day, common=copies.keys(reports.runs(text)))

    def score(one: int, other: int) -> float | None:
        if not copies.copied(reports.runs(one), reports.runs(other)):
            return None
        a, b = (copies.version(reports.document(identity(d))).address for d in (one, other))
        return 1.0 if a != b else None

    return index.texts.change(map(number, leaving), nodes(), score)


def _copies(index: Index, touched: Iterable[int], ruled: Pairs) -> dict[str, str | None]:
    """Document → the earliest document with its wording, for those of these texts where that changed."""
    found: dict[str, str | None] = {}
    for part in index.texts.components(touched, 1.0, _bound(ruled)):
        versions = sorted(index.versions(map(identity, part)), key=lambda v: v.age)
        first = {v.id: versions[0].id for v in versions[1:]}
        for (one, other), same in ruled.items():
            for left, right in ((one, other), (other, one)):
                if not same and first.get(left) == right:
                    del first[left]
        found.update({v.id: first.get(v.id) for v in versions})
    return {d: to for d, to in sorted(found.items()) if index.point("copy_of", d, to)}


def _replacements(index: Index, changed: Collection[str]) -> tuple[dict[str, str | None], set[str]]:
    """Document → the older text under its address, where that changed; and the texts that are replaced now
    and were not, or were and are not."""
    found: dict[str, str | None] = {}
    affected: set[str] = set()
    for group in index.under_one_address(changed):
        olders = copies.replacements(group)
        before = {index.pointer("replaces", v.id) for v in group}
        affected |= {d for d in before.symmetric_difference(olders.values()) if d}
        for one in group:
            to = olders.get(one.id)
            if index.point("replaces", one.id, to):
                found[one.id] = to
    return found, affected


def _ruled_accounts(
    reports: Reports, ruled: Pairs, document_of: Mapping[str, str]
) -> dict[tuple[str, str], bool]:
    """Rulings on pairs of figures as rulings on the accounts that hold them."""
    found: dict[tuple[str, str], bool] = {}
    for pair, same in ruled.items():
        of = sorted(
            a.id
            for figure in pair
            for a in reports.accounts(document_of[figure])
            if figure in a.figures
        )
        if len(of) == 2 and of[0] != of[1]:
            found[of[0], of[1]] = same
    return found


def _bound(ruled: Pairs) -> dict[int, set[int]]:
    """What people ruled to be the same, from both sides."""
    bound: dict[int, set[int]] = {}
    for (one, other), same in ruled.items():
        if same:
            a, b = number(one), number(other)
            bound.setdefault(a, set()).add(b)
            bound.setdefault(b, set()).add(a)
    return bound


def _links(
    index: Index, reports: Reports, arriving: Iterable[str], leaving: Collection[int]
) -> set[int]:
    """Link the accounts of documents that arrive; returns the accounts that this touches."""

    def nodes() -> Iterator[Node]:
        for d in arriving:
            for account in reports.accounts(d):
                index.put_account(account)
                yield node(account)

    def score(one: int, other: int) -> float | None:
        found = link(reports.account(one), reports.account(other))
        return found.score if found else None

    for account in leaving:
        index.forget(account)
    return index.links.change(leaving, nodes(), score)


def _clusters(
    index: Index,
    dirty: Collection[int],
    left: Collection[int],
    ruled: Pairs,
    lost: Collection[str],
) -> tuple[set[str], dict[str, list[int]]]:
    """Cluster anew the dirty accounts, what was in a cluster with them or is ``left`` of one, and what that
    alters. Returns the incidents that are no more as they were, and those to be told of anew, each with its
    accounts."""
    gone, rebuilt = set(lost), dict[str, list[int]]()
    bound = _bound({p: s for p, s in ruled.items() if all(index.known(number(i)) for i in p)})
    loose = {*dirty, *left}.union(*index.clusters(dirty))
    index.loosen(loose)
    for part in index.links.components(loose, HOLDS, bound, among=loose):
        groups = _settled(index, part, ruled, bound)
        before = {index.place(a)[1] for group in groups for a in group}
        stood = {i: index.members(i) for i in before if i}
        again = {i for i in stood if rebuilt.pop(i, None)}
        gone |= stood.keys()
        for members in groups:
            # an incident is named after the smallest account that tells of it
            first = next((o.id for o in index.outlines(members) if o.told), None)
            name = short_hash("incident", first) if first else None
            index.assign(members, name)
            if name is None:
                continue
            as_before = stood.get(name) == members and name not in lost and name not in again
            if as_before and not dirty_in(members, dirty):
                gone.discard(name)
            else:
                rebuilt[name] = members
    return gone, rebuilt


def _settled(
    index: Index, part: Sequence[int], ruled: Pairs, bound: Mapping[int, Collection[int]]
) -> list[list[int]]:
    """The clusters of these accounts, and of what was clustered without them but for them is so no more.

    Two clusters join only where some link between them holds. So where the clusters around come out as they
    stood, together with the part as without it, nothing beyond them can come out otherwise: whatever joins is
    inside one or the other, in the same order. Where one does not, it becomes of the part, with what is around it.
    """
    inside = set(part)
    while True:
        near = {other for a in inside for other in index.links.near(a, HOLDS, bound)} - inside
        around = index.clusters(near)
        groups = _grouped(index, sorted(inside.union(*around)), ruled)
        altered = [members for members in around if members not in groups]
        if not altered:
            return [members for members in groups if members[0] in inside]
        inside.update(*altered)


def _grouped(index: Index, accounts: Sequence[int], ruled: Pairs) -> list[list[int]]:
    """Accounts clustered by themselves."""
    outlines = index.outlines(accounts)
    inside = {o.id for o in outlines}
    here = {p: s for p, s in ruled.items() if inside.issuperset(p)}
    found = clusters(outlines, _within(index, outlines, here), here)
    return [[number(i) for i in group] for group in found]


def dirty_in(members: Iterable[int], dirty: Collection[int]) -> bool:
    return any(m in dirty for m in members)


def _within(index: Index, outlines: Sequence[Outline], ruled: Pairs) -> list[Link]:
    """The links between these accounts, strongest first. A person's ruling on two stands for their link."""
    names = {number(o.id): o.id for o in outlines}
    found = [
        Link(name, names[other], score)
        for one, name in names.items()
        for other, score in index.links.edges(one)
        if one < other and other in names
    ]
    found = [k for k in found if (k.left, k.right) not in ruled]
    found += (Link(*pair, inf, ruled=True) for pair, same in ruled.items() if same)
    return sorted(found, key=lambda k: (-k.score, k.left, k.right))

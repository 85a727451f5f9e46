"""Which things are compared, and what came of it: a graph that grows with every report.

Nodes share keys; two that share one for which either asks are compared, if not too many stand between them:
a key that very many share tells little, so each of its members is compared with those next to it by date, and with
fewer where the key tells little by itself; where it tells very little, two nodes must share two such keys. So the
comparisons of a node are bounded, however many nodes there are.
Keys, members and the scores that tell something are kept in a small SQLite file, so that new nodes are compared with
what they touch alone. What is compared follows from the set of nodes, never from the order in which they came.
"""

from __future__ import annotations

import sqlite3
from array import array
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from math import inf
from typing import NamedTuple

NEIGHBOURS = 30  # members of a key next before and after it, by date, that each is compared with;
FEW = 8  # of a key that tells little
_AT_ONCE = 4000  # nodes whose keys are held in memory while they arrive one behind the other
_SCHEMA = """
CREATE TABLE IF NOT EXISTS {0}_node (id INTEGER PRIMARY KEY, day INTEGER NOT NULL, offered BLOB NOT NULL,
  asked BLOB NOT NULL, common BLOB NOT NULL, weak BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS {0}_member (key INTEGER, day INTEGER, node INTEGER, asks INTEGER NOT NULL,
  PRIMARY KEY (key, day, node)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS {0}_edge (one INTEGER, other INTEGER, score REAL NOT NULL,
  PRIMARY KEY (one, other)) WITHOUT ROWID;
"""
_UNDATED = -(2**31)  # comes first

Pair = tuple[int, int]
Score = Callable[[int, int], float | None]


class Node(NamedTuple):
    """A thing to compare: the keys for which it asks for others, those under which it may be found, those for
    which it asks though they tell little, and those so weak that two of them are needed. All who ask for others
    under a key ask so; a weak one is offered by nobody."""

    id: int
    day: int | None
    asked: Collection[int] = ()
    offered: Collection[int] = ()
    common: Collection[int] = ()
    weak: Collection[int] = ()


_OFFERED, _ASKED, _COMMON, _WEAK = range(4)  # how a node has a key; the first alone asks for nobody
_SUBJECT = (1 << 52) - 1  # the digits of a key that are the same at any time
_Place = tuple[int, int]  # a node's day, and the node
_Member = tuple[int, int, int]  # of a key: its day, the node, how it has the key


def number(identity: str) -> int:
    """An id of 16 hexadecimal digits as SQLite keeps it, in the same order.

    >>> number("0" * 16) < number("8" + "0" * 15) == 0 < number("f" * 16)
    True
    """
    return int(identity, 16) - 2**63


def identity(node: int) -> str:
    """The id that a number stands for.

    >>> identity(number("00ff00ff00ff00ff"))
    '00ff00ff00ff00ff'
    """
    return f"{node + 2**63:016x}"


def key(*parts: object) -> int:
    """A key as a number, the same everywhere. Where the last part is a number, a time, it is the first digits of the
    key: those of one time stand together, so that what comes by date is written to few pages of the file.

    >>> key("name", "lesk", 7) >> 52 == key("street", "elm", 7) >> 52 != key("name", "lesk", 8) >> 52
    True
    """
    time = parts[-1] if isinstance(parts[-1], int) else None
    subject = "\x1f".join(map(str, parts if time is None else parts[:-1]))
    told = blake2b(subject.encode("utf-8", "surrogatepass"), digest_size=8)
    found = int.from_bytes(told.digest(), "big")
    if time is not None:
        found = (time & 0xFFF) << 52 | found & _SUBJECT
    return found - 2**63


@dataclass
class Graph:
    """Nodes, keys and the scores of what was compared, in tables of one connection.

    ``reach``: days beyond which two dated nodes are never compared.
    """

    connection: sqlite3.Connection
    name: str
    reach: int | None = None
    _dirty: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        for statement in _SCHEMA.format(self.name).split(";")[:-1]:
            self.connection.execute(statement)

    def change(self, leaving: Iterable[int], arriving: Iterable[Node], score: Score) -> set[int]:
        """Take nodes out, put others in, and compare what is to be compared now. Returns the nodes that arrived,
        those that were scored with one that left, and those of which a score with another that was there and
        stays came or went. A node that leaves and arrives is compared anew; ``score`` is asked of the earlier
        and the later of two, by date, and gives None where nothing is to be kept."""
        self._dirty = set()
        nearer: set[Pair] = set()
        for node in leaving:
            nearer |= self._leave(node)
        last = self._last()
        places = sorted([self._put(one) for one in arriving])
        behind = bisect_right(places, last)
        for here in places[:behind]:
            self._arrive(here, score)
        for start in range(behind, len(places), _AT_ONCE):
            self._follow(places[start : start + _AT_ONCE], score)
        for one, other in sorted(nearer):
            if self._asked(one, other) and not self._known(one, other):
                if self._compare(one, other, score):
                    self._dirty.update((one, other))
        return self._dirty

    def _put(self, node: Node) -> _Place:
        """Note the keys of a node; returns where it stands in each."""
        asked = set(node.asked)
        common = set(node.common) - asked
        weak = set(node.weak) - asked - common
        told = (set(node.offered) - asked - common - weak, asked, common, weak)
        day = _UNDATED if node.day is None else node.day
        self.connection.execute(
            f"INSERT INTO {self.name}_node VALUES (?, ?, ?, ?, ?, ?)",
            (node.id, day, *(array("q", sorted(keys)).tobytes() for keys in told)),
        )
        self._dirty.add(node.id)
        return day, node.id

    def _last(self) -> _Place:
        """Where the last of all nodes stands."""
        row = self.connection.execute(f"SELECT max(day), max(id) FROM {self.name}_node").fetchone()
        return (_UNDATED, -(2**63)) if row[0] is None else (row[0], row[1])

    def _arrive(self, here: _Place, score: Score) -> None:
        """Put a node, told by its day and itself, under its keys, and compare it with those next to it."""
        met = _Met()
        apart: set[Pair] = set()
        keys = self._keys(here[1])
        for at, asks in keys.items():
            one = (*here, asks)
            before, after = self._before(at, one), self._after(at, one)
            met.add(at, asks, self._met(one, before))
            met.add(at, asks, self._met(one, after))
            if after:
                apart |= _at_limit(before, after)
        self._write_members([(at, *here, asks) for at, asks in keys.items()])
        for pair in sorted(apart):
            if self._known(*pair) and not self._asked(*pair):
                self._forget(*pair)
        for other in sorted(met.near):
            earlier, later = (other, here) if other < here else (here, other)
            self._compare(earlier[1], later[1], score)

    def _follow(self, places: Sequence[_Place], score: Score) -> None:
        """Put nodes that stand behind all others under their keys, and compare them with those before them: the
        last members of a key are looked up once, and what is found is written in the order of the tables."""
        tails: dict[int, list[_Member]] = {}  # key → its last members, the last of all at the end
        members: list[tuple[int, int, int, int]] = []
        edges: list[tuple[int, int, float]] = []
        empty = self._holds_nothing()
        for here in places:
            met = _Met()
            for at, asks in self._keys(here[1]).items():
                one = (*here, asks)
                tail = tails.get(at)
                if tail is None:
                    tail = tails[at] = [] if empty else self._before(at, one)[::-1]
                if tail:
                    met.add(at, asks, self._met(one, tail[: -_most(asks) - 1 : -1]))
                tail.append(one)
                members.append((at, *one))
            for _, other in sorted(met.near):
                told = score(other, here[1])
                if told is not None:
                    edges += ((other, here[1], told), (here[1], other, told))
        self._write_members(sorted(members))
        self._write_edges(sorted(edges))

    def _leave(self, node: int) -> set[Pair]:
        """Take a node out; returns the pairs between which it stood, that may now be compared."""
        run, name = self.connection.execute, self.name
        row = run(f"SELECT day FROM {name}_node WHERE id = ?", (node,)).fetchone()
        if row is None:
            return set()
        nearer: set[Pair] = set()
        for at in self._keys(node):
            one = (row[0], node, _ASKED)
            run(f"DELETE FROM {name}_member WHERE key = ? AND day = ? AND node = ?", (at, *one[:2]))
            nearer |= _at_limit(self._before(at, one), self._after(at, one))
        run(f"DELETE FROM {name}_node WHERE id = ?", (node,))
        for (other,) in run(f"SELECT other FROM {name}_edge WHERE one = ?", (node,)).fetchall():
            self._forget(node, other)
        self._dirty.discard(node)
        return nearer

    def _before(self, at: int, one: _Member) -> list[_Member]:
        """The members of a key next before one, the nearest first."""
        sql = (
            f"SELECT day, node, asks FROM {self.name}_member WHERE key = ? AND (day, node) < (?, ?)"
            " ORDER BY day DESC, node DESC LIMIT ?"
        )
        return self.connection.execute(sql, (at, *one[:2], _most(one[2]))).fetchall()

    def _after(self, at: int, one: _Member) -> list[_Member]:
        """The members of a key next after one, the nearest first."""
        sql = (
            f"SELECT day, node, asks FROM {self.name}_member WHERE key = ? AND (day, node) > (?, ?)"
            " ORDER BY day, node LIMIT ?"
        )
        return self.connection.execute(sql, (at, *one[:2], _most(one[2]))).fetchall()

    def _met(self, one: _Member, others: list[_Member]) -> list[_Member]:
        """Those next to one under a key that are to be compared with it."""
        day, _, asks = one
        found = others if asks else [m for n, m in enumerate(others) if m[2] and n < _most(m[2])]
        if self.reach is None or day == _UNDATED:
            return found
        return [m for m in found if m[0] == _UNDATED or abs(day - m[0]) <= self.reach]

    def _asked(self, one: int, other: int) -> bool:
        """Does any key that two nodes share ask for their comparison, or do two weak ones?"""
        mine, theirs = self._keys(one), self._keys(other)
        shared = mine.keys() & theirs.keys()
        if not shared:
            return False
        left, right = sorted(map(self._where, (one, other)))
        between = (
            f"SELECT 1 FROM {self.name}_member WHERE key = ? AND (day, node) > (?, ?)"
            " AND (day, node) < (?, ?) LIMIT ?"
        )
        weakly: set[int] = set()
        for at in shared:
            if self._met((*left, mine[at]), [(*right, theirs[at])]):
                asks = max(mine[at], theirs[at])
                asked = (at, *left, *right, _most(asks))
                if len(self.connection.execute(between, asked).fetchall()) < _most(asks):
                    weakly.add(at & _SUBJECT)
                    if asks != _WEAK or len(weakly) > 1:
                        return True
        return False

    def _where(self, node: int) -> tuple[int, int]:
        sql = f"SELECT day FROM {self.name}_node WHERE id = ?"
        return self.connection.execute(sql, (node,)).fetchone()[0], node

    def _keys(self, node: int) -> dict[int, int]:
        """Key → how the node asks for others under it."""
        row = self.connection.execute(
            f"SELECT offered, asked, common, weak FROM {self.name}_node WHERE id = ?", (node,)
        ).fetchone()
        return {at: asks for asks, keys in enumerate(row or ()) for at in _numbers(keys)}

    def _compare(self, one: int, other: int, score: Score) -> bool:
        """Keep the score of two; returns whether there is one."""
        told = score(one, other)
        if told is not None:
            self._write_edges([(one, other, told), (other, one, told)])
        return told is not None

    def _write_edges(self, edges: Iterable[tuple[int, int, float]]) -> None:
        self.connection.executemany(f"INSERT INTO {self.name}_edge VALUES (?, ?, ?)", edges)

    def _write_members(self, members: Iterable[tuple[int, int, int, int]]) -> None:
        self.connection.executemany(f"INSERT INTO {self.name}_member VALUES (?, ?, ?, ?)", members)

    def _holds_nothing(self) -> bool:
        sql = f"SELECT 1 FROM {self.name}_member LIMIT 1"
        return self.connection.execute(sql).fetchone() is None

    def _known(self, one: int, other: int) -> bool:
        sql = f"SELECT 1 FROM {self.name}_edge WHERE one = ? AND other = ?"
        return self.connection.execute(sql, (one, other)).fetchone() is not None

    def _forget(self, one: int, other: int) -> None:
        self.connection.execute(
            f"DELETE FROM {self.name}_edge WHERE one = ?1 AND other = ?2 OR one = ?2 AND other = ?1",
            (one, other),
        )
        self._dirty.update((one, other))

    def edges(self, node: int, least: float = -inf) -> list[tuple[int, float]]:
        """(other, score) of every comparison of a node that came to something, and to at least so much."""
        return self.connection.execute(
            f"SELECT other, score FROM {self.name}_edge WHERE one = ? AND score >= ? ORDER BY other",
            (node, least),
        ).fetchall()

    def near(self, node: int, least: float, bound: Mapping[int, Collection[int]]) -> set[int]:
        """The nodes whose score with this one is at least so much, or that are bound to it."""
        return {other for other, _ in self.edges(node, least)}.union(bound.get(node, ()))

    def components(
        self,
        nodes: Iterable[int],
        least: float,
        bound: Mapping[int, Collection[int]],
        among: Collection[int] | None = None,
    ) -> Iterator[list[int]]:
        """The connected parts that hold these nodes, by comparisons of at least ``least`` and by what is
        ``bound`` together besides; sorted. ``among``: the only nodes that count, by default all."""
        seen: set[int] = set()
        for start in sorted(nodes):
            if start in seen:
                continue
            seen.add(start)
            part, rest = [], [start]
            while rest:
                node = rest.pop()
                part.append(node)
                near = self.near(node, least, bound) - seen
                if among is not None:
                    near.intersection_update(among)
                rest += near
                seen |= near
            yield sorted(part)


class _Met:
    """Whom a node is to be compared with, as its keys tell them one after the other."""

    def __init__(self) -> None:
        self.near: set[_Place] = set()
        self._weakly: dict[_Place, int] = {}  # those met under a weak key, with what it tells

    def add(self, at: int, asks: int, members: Iterable[_Member]) -> None:
        """Those met under a key that the node has so."""
        found = [m[:2] for m in members]
        if asks == _WEAK:
            subject = at & _SUBJECT
            found = [m for m in found if self._weakly.setdefault(m, subject) != subject]
        self.near.update(found)


def _most(asks: int) -> int:
    """How many next to it a node that has a key so meets under it, at most."""
    return FEW if asks in (_COMMON, _WEAK) else NEIGHBOURS


def _at_limit(before: Sequence[_Member], after: Sequence[_Member]) -> set[Pair]:
    """The pairs of those before and after a place, the nearest first, that are compared as they stand, and would
    not be with one more between them."""
    return {
        (before[i][1], after[steps - i][1])
        for steps in (FEW - 1, NEIGHBOURS - 1)
        for i in range(min(len(before), steps + 1) if after else 0)
        if steps - i < len(after)
    }


def _numbers(told: bytes) -> array[int]:
    found = array("q")
    found.frombytes(told)
    return found

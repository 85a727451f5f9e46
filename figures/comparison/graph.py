"""Which things are compared, and what came of it: a graph that grows with every report.

Nodes share keys; two that share one for which either asks are compared. Keys, members and scores are kept
in a small SQLite file, so that new nodes are compared with what they touch alone. What is compared follows
from the set of nodes, never from the order in which they came: a key that very many share tells little, so of
its members each is compared with those next to it by date.
"""

from __future__ import annotations

import sqlite3
from array import array
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import combinations, groupby
from typing import NamedTuple

MANY = 60  # members of a key beyond which not every two of them are compared
NEIGHBOURS = 20
_SCHEMA = """
CREATE TABLE IF NOT EXISTS {0}_node (id INTEGER PRIMARY KEY, day INTEGER, asked BLOB NOT NULL, offered BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS {0}_member (key INTEGER, day INTEGER, node INTEGER, asks INTEGER NOT NULL,
  PRIMARY KEY (key, day, node)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS {0}_edge (one INTEGER, other INTEGER, score REAL NOT NULL,
  PRIMARY KEY (one, other)) WITHOUT ROWID;
"""
_UNDATED = -(2**31)  # comes first
_PORTION = 5000  # rows written in one go

Pair = tuple[int, int]
_Candidate = tuple[int, int, int]  # the later day, and a pair
Score = Callable[[int, int], float]


class Node(NamedTuple):
    """A thing to compare: the keys for which it asks for others, and those under which it may be found."""

    id: int
    day: int | None
    asked: Collection[int]
    offered: Collection[int]


class _Member(NamedTuple):
    day: int
    node: int
    asks: int


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
    """A key as a number, the same everywhere."""
    told = blake2b("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"), digest_size=8)
    return int.from_bytes(told.digest(), "big") - 2**63


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
        """Take nodes out, put others in, and compare what is to be compared now. Returns the nodes of which a
        comparison came or went. A node that leaves and arrives is compared anew."""
        run, name = self.connection.execute, self.name
        self._dirty = set()
        run("CREATE TEMP TABLE arriving (key INTEGER, day INTEGER, node INTEGER, asks INTEGER)")
        run("CREATE TEMP TABLE leaving (key INTEGER, day INTEGER, node INTEGER, asks INTEGER)")
        run(
            "CREATE TEMP TABLE candidate (day INTEGER, one INTEGER, other INTEGER, PRIMARY KEY (day, one, other))"
            " WITHOUT ROWID"
        )
        for node in leaving:
            self._leave(node)
        for one in arriving:
            self._arrive(one)
        gone = self._choose()
        run(
            f"DELETE FROM {name}_member WHERE (key, day, node) IN (SELECT key, day, node FROM leaving)"
        )
        run(
            f"INSERT INTO {name}_member SELECT key, day, node, max(asks) FROM arriving"
            " GROUP BY key, day, node ORDER BY key, day, node"
        )
        self._drop(gone)
        self._compare(score)
        for table in ("arriving", "leaving", "candidate"):
            run(f"DROP TABLE {table}")
        return self._dirty

    def _leave(self, node: int) -> None:
        run, name = self.connection.execute, self.name
        row = run(f"SELECT day, asked, offered FROM {name}_node WHERE id = ?", (node,)).fetchone()
        if row is None:
            return
        day = _UNDATED if row[0] is None else row[0]
        self._members("leaving", node, day, _numbers(row[1]), _numbers(row[2]))
        run(f"DELETE FROM {name}_node WHERE id = ?", (node,))
        for (other,) in run(f"SELECT other FROM {name}_edge WHERE one = ?", (node,)).fetchall():
            self._dirty.add(other)
            self._forget(node, other)

    def _arrive(self, node: Node) -> None:
        asked = sorted(set(node.asked))
        offered = sorted(set(node.offered) - set(asked))
        day = _UNDATED if node.day is None else node.day
        self._members("arriving", node.id, day, asked, offered)
        self.connection.execute(
            f"INSERT INTO {self.name}_node VALUES (?, ?, ?, ?)",
            (node.id, node.day, array("q", asked).tobytes(), array("q", offered).tobytes()),
        )
        self._dirty.add(node.id)

    def _members(
        self, table: str, node: int, day: int, asked: Iterable[int], offered: Iterable[int]
    ) -> None:
        rows = [(k, day, node, asks) for asks, keys in ((1, asked), (0, offered)) for k in keys]
        self.connection.executemany(f"INSERT INTO {table} VALUES (?, ?, ?, ?)", rows)

    def _choose(self) -> set[Pair]:
        """Note every pair that is to be compared now; returns those that no key touched asks for any more."""
        run, name = self.connection.execute, self.name
        fresh = run(f"SELECT 1 FROM {name}_member LIMIT 1").fetchone() is None
        gone: set[Pair] = set()
        rows: list[_Candidate] = []
        for at, came, left in self._touched():
            before = [] if fresh else self._sharing(at)
            after = sorted((set(before) - left) | came)
            if len(before) < 2 and len(after) < 2:
                continue
            changed = {m.node for m in came}
            for was, now in _around(before, after, came, left):
                old, new = self._pairs(was, before), self._pairs(now, after)
                rows += new - old if fresh else _candidates(new, old, changed)
                gone.update(pair[1:] for pair in old - new)
            if len(rows) > _PORTION:
                self._note(rows)
        self._note(rows)
        return gone

    def _note(self, rows: list[_Candidate]) -> None:
        self.connection.executemany("INSERT OR IGNORE INTO candidate VALUES (?, ?, ?)", rows)
        rows.clear()

    def _sharing(self, at: int) -> list[_Member]:
        """The members of a key, by date."""
        rows = self.connection.execute(
            f"SELECT day, node, asks FROM {self.name}_member WHERE key = ? ORDER BY day, node",
            (at,),
        )
        return [_Member(*row) for row in rows]

    def _touched(self) -> Iterator[tuple[int, set[_Member], set[_Member]]]:
        """(key, members that come, members that leave), key by key."""
        cursor = self.connection.cursor().execute(
            "SELECT key, 1, day, node, asks FROM arriving UNION ALL"
            " SELECT key, 0, day, node, asks FROM leaving ORDER BY 1"
        )
        at: int | None = None
        sides: tuple[set[_Member], set[_Member]] = set(), set()
        for told, comes, *member in cursor:
            if told != at:
                if at is not None:
                    yield at, sides[1], sides[0]
                at, sides = told, (set(), set())
            sides[comes].add(_Member(*member))
        if at is not None:
            yield at, sides[1], sides[0]

    def _pairs(self, members: Sequence[_Member], every: Sequence[_Member]) -> set[_Candidate]:
        """Every two of some members of a key that are to be compared; ``every``: all that it has, by date."""
        chosen = combinations(members, 2) if len(every) <= MANY else _few(members, every[:2])
        return {
            (max(day, later), one, other) if one < other else (max(day, later), other, one)
            for (day, one, asks), (later, other, too) in chosen
            if (asks or too) and one != other and self._near(day, later)
        }

    def _near(self, one: int, other: int) -> bool:
        """May nodes of these days be compared?"""
        if self.reach is None or one == _UNDATED or other == _UNDATED:
            return True
        return abs(one - other) <= self.reach

    def _drop(self, gone: Iterable[Pair]) -> None:
        """Forget the comparisons that no key asks for any more."""
        run, name = self.connection.execute, self.name
        sharing: dict[int, list[_Member]] = {}
        for one, other in sorted(gone):
            there = run(
                f"SELECT 1 FROM {name}_edge WHERE one = ? AND other = ?", (one, other)
            ).fetchone()
            if there and not self._asked(one, other, sharing):
                self._forget(one, other)
                self._dirty.update((one, other))

    def _forget(self, one: int, other: int) -> None:
        self.connection.execute(
            f"DELETE FROM {self.name}_edge WHERE one = ?1 AND other = ?2 OR one = ?2 AND other = ?1",
            (one, other),
        )

    def _asked(self, one: int, other: int, sharing: dict[int, list[_Member]]) -> bool:
        """Does any key that two nodes share still ask for their comparison?"""
        for at in self._keys(one) & self._keys(other):
            if at not in sharing:
                sharing[at] = self._sharing(at)
            members = sharing[at]
            if len(members) > MANY:
                i, j = (
                    next(n for n, m in enumerate(members) if m.node == node)
                    for node in (one, other)
                )
                if abs(i - j) > NEIGHBOURS and min(i, j) > 1:
                    continue
            pair = [m for m in members if m.node in (one, other)]
            if (pair[0].asks or pair[1].asks) and self._near(pair[0].day, pair[1].day):
                return True
        return False

    def _keys(self, node: int) -> set[int]:
        row = self.connection.execute(
            f"SELECT asked, offered FROM {self.name}_node WHERE id = ?", (node,)
        ).fetchone()
        return set() if row is None else {*_numbers(row[0]), *_numbers(row[1])}

    def _compare(self, score: Score) -> None:
        """Score the candidates, those of one time together, and note what came of it."""
        name = self.name
        chosen = self.connection.cursor().execute(
            f"SELECT one, other FROM candidate c WHERE NOT EXISTS"
            f" (SELECT 1 FROM {name}_edge e WHERE e.one = c.one AND e.other = c.other) ORDER BY day, one, other"
        )
        rows: list[tuple[int, int, float]] = []
        for one, other in chosen:
            told = score(one, other)
            rows += ((one, other, told), (other, one, told))
            self._dirty.update((one, other))
            if len(rows) > _PORTION:
                self.connection.executemany(f"INSERT INTO {name}_edge VALUES (?, ?, ?)", rows)
                rows = []
        self.connection.executemany(f"INSERT INTO {name}_edge VALUES (?, ?, ?)", rows)

    def edges(self, node: int, least: float) -> list[tuple[int, float]]:
        """(other, score) of every comparison of a node that came to at least so much."""
        return self.connection.execute(
            f"SELECT other, score FROM {self.name}_edge WHERE one = ? AND score >= ? ORDER BY other",
            (node, least),
        ).fetchall()

    def components(
        self, nodes: Iterable[int], least: float, bound: dict[int, set[int]]
    ) -> Iterator[list[int]]:
        """The connected parts that hold these nodes, by comparisons of at least ``least`` and by what is
        ``bound`` together besides; sorted."""
        seen: set[int] = set()
        for start in sorted(nodes):
            if start in seen:
                continue
            seen.add(start)
            part, rest = [], [start]
            while rest:
                node = rest.pop()
                part.append(node)
                near = {other for other, _ in self.edges(node, least)} | bound.get(node, set())
                rest += near - seen
                seen |= near
            yield sorted(part)


def _around(
    before: Sequence[_Member],
    after: Sequence[_Member],
    came: Set[_Member],
    left: Set[_Member],
) -> Iterator[tuple[Sequence[_Member], Sequence[_Member]]]:
    """The stretches of a key's members, before and after, in which pairs may differ: all of them, or what
    stands round those who came and left where very many share the key before and after."""
    if min(len(before), len(after)) <= MANY or before[:2] != after[:2]:
        yield before, after
        return
    every = sorted({*before, *after})
    was, now = set(before), set(after)
    reach = NEIGHBOURS + len(came) + len(left)
    near = sorted(
        {
            j
            for i in {bisect_left(every, m) for m in {*came, *left}}
            for j in range(max(0, i - reach), min(len(every), i + reach + 1))
        }
    )
    for _, stretch in groupby(enumerate(near), key=lambda told: told[1] - told[0]):
        members = [every[i] for _, i in stretch]
        yield [m for m in members if m in was], [m for m in members if m in now]


def _candidates(
    new: Set[_Candidate], old: Set[_Candidate], changed: Set[int]
) -> Iterator[_Candidate]:
    """The pairs that were not compared, or of which a node is another now."""
    for pair in new:
        if pair not in old or not changed.isdisjoint(pair[1:]):
            yield pair


def _few(members: Sequence[_Member], first: Sequence[_Member]) -> Iterator[tuple[_Member, _Member]]:
    """Of many members each with those next to it by date, and with the first of all."""
    for n, one in enumerate(members):
        for other in (*members[n + 1 : n + 1 + NEIGHBOURS], *first):
            yield one, other


def _numbers(told: bytes) -> array[int]:
    found = array("q")
    found.frombytes(told)
    return found

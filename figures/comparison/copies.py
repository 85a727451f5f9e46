"""Copies and later texts: wire copy printed by many counts as one source; a text may replace an older one.

Near-copies are found by datasketch's MinHash over runs of four words and confirmed by the exact share of
such runs. Hashes and permutations are fixed, so the same documents give the same copies everywhere.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any, NamedTuple
from zlib import crc32

from figures.comparison.clocks import order, said_at
from figures.comparison.graph import key
from figures.model import Document

_WORD = re.compile(r"[^\W_]+")
_PART = re.compile(r"#\d+$")
_MASK = 0xFFFFFFFF
_PERMUTATIONS = 64
_BANDS = (32, 2)  # bands and rows: texts that share a sixth of their runs nearly always meet in one
_LEAST = 12  # runs below which only equal wording is a copy
_BITS = 1 << 12  # among which the runs of a text are marked
SHARED = 0.6  # of the runs of both texts
HELD = 0.8  # of the shorter text's runs, where the longer holds it


class Runs(NamedTuple):
    """The hashes of a text's runs of four words, and a number with one bit for each, some of which fall together."""

    every: frozenset[int]
    marked: int
    apart: int  # the bits that are set


def runs(text: str) -> Runs:
    """The runs of a text; case and punctuation play no part."""
    words = [_hash(word) for word in _WORD.findall(text.lower())]
    every = frozenset(
        (a * 29791 + b * 961 + c * 31 + d) & _MASK
        for a, b, c, d in zip(words, words[1:], words[2:], words[3:], strict=False)
    ) or frozenset((sum(words) & _MASK,))
    marked = bytearray(_BITS // 8)
    for run in every:
        marked[run % _BITS >> 3] |= 1 << (run & 7)
    bits = int.from_bytes(marked, "little")
    return Runs(every, bits, bits.bit_count())


@lru_cache(maxsize=200_000)
def _hash(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass"))


def copied(left: Runs, right: Runs) -> bool:
    """Does one text repeat the wording of the other?

    >>> wire = "Two boats sank off the coast on Monday and twelve people drowned, the port authority said."
    >>> copied(runs(wire), runs(wire.replace("twelve", "twenty")))
    False
    """
    short, long = (left, right) if len(left.every) <= len(right.every) else (right, left)
    least = len(short.every)
    if least < _LEAST:
        return short.every == long.every
    # Of what both share the bits are set in both: so many are shared at most, which is quickly told.
    most = (short.marked & long.marked).bit_count() + least - short.apart
    if not _enough(most, short, long):
        return False
    return _enough(len(short.every & long.every), short, long)


def _enough(shared: int, short: Runs, long: Runs) -> bool:
    """Are so many runs in both enough for a copy?"""
    least = len(short.every)
    return shared >= HELD * least or shared >= SHARED * (least + len(long.every) - shared)


class Version(NamedTuple):
    """What decides which texts are of one address, and which of them is the earlier."""

    id: str
    address: str
    part: str
    said: str | None

    @property
    def age(self) -> tuple[str, str]:
        return self.said or "9", self.id


def version(document: Document) -> Version:
    part = _PART.search(document.name)
    address = document.url or document.name
    return Version(document.id, address, part.group() if part else "", said_at(document))


def keys(told: Runs) -> list[int]:
    """The bands of a text's MinHash: texts that share a sixth of their runs nearly always share one."""
    sketch = _empty().copy()
    sketch.update_batch(sorted(told.every))
    bands, rows = _BANDS
    values = [int(value) for value in sketch.hashvalues]
    return [key("band", i, str(values[i * rows : (i + 1) * rows])) for i in range(bands)]


@cache
def _empty() -> Any:
    from datasketch import MinHash

    return MinHash(num_perm=_PERMUTATIONS, seed=1, hashfunc=int)


def replacements(versions: Iterable[Version]) -> dict[str, str]:
    """Document id → id of the older text under its url or name, by publication.

    Undated texts and texts of one date replace nothing; nor do the parts ``#2``, ``#3`` of one text.
    """
    by_address: dict[tuple[str, str], list[Version]] = defaultdict(list)
    for one in versions:
        if one.said:
            by_address[one.address, one.part].append(one)
    found: dict[str, str] = {}
    for group in by_address.values():
        group.sort(key=lambda v: v.age)
        for i, one in enumerate(group):
            older = [v for v in group[:i] if order(v.said, one.said) == -1]
            if older:
                found[one.id] = older[-1].id
    return dict(sorted(found.items()))

"""Copies and later texts: wire copy printed by many counts as one source; a text may replace an older one.

Near-copies are found by datasketch's MinHash over runs of four words and confirmed by the exact share of
such runs. Hashes and permutations are fixed, so the same documents give the same copies everywhere.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from zlib import crc32

from figures.comparison.clocks import order, said_at
from figures.model import Document

_WORD = re.compile(r"[^\W_]+")
_PART = re.compile(r"#\d+$")
_RUN = 4  # words
_MASK = 0xFFFFFFFF
_PERMUTATIONS = 64
_BANDS = (32, 2)  # bands and rows: texts that share a sixth of their runs nearly always meet in one
_LEAST = 12  # runs below which only equal wording is a copy
SHARED = 0.6  # of the runs of both texts
HELD = 0.8  # of the shorter text's runs, where the longer holds it


def runs(text: str) -> frozenset[int]:
    """The hashes of a text's runs of four words; case and punctuation play no part."""
    words = [_hash(word) for word in _WORD.findall(text.lower())]
    if len(words) < _RUN:
        return frozenset((sum(words) & _MASK,))
    return frozenset(
        (a * 29791 + b * 961 + c * 31 + d) & _MASK
        for a, b, c, d in zip(words, words[1:], words[2:], words[3:], strict=False)
    )


@lru_cache(maxsize=200_000)
def _hash(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass"))


def copied(left: frozenset[int], right: frozenset[int]) -> bool:
    """Does one text repeat the wording of the other?

    >>> wire = "Two boats sank off the coast on Monday and twelve people drowned, the port authority said."
    >>> copied(runs(wire), runs(wire.replace("twelve", "twenty")))
    False
    """
    least = min(len(left), len(right))
    if least < _LEAST:
        return left == right
    shared = len(left & right)
    return shared >= SHARED * len(left | right) or shared >= HELD * least


def copies(documents: Sequence[Document]) -> dict[str, str]:
    """Document id → id of the document that it copies: the earliest of those with its wording.

    Texts under one url or name are versions, not copies of each other.
    """
    known = {d.id: runs(d.text) for d in documents}
    by_id = {d.id: d for d in documents}
    roots = {d.id: d.id for d in documents}

    def root(one: str) -> str:
        while roots[one] != one:
            roots[one] = roots[roots[one]]
            one = roots[one]
        return one

    alike: dict[frozenset[int], list[str]] = defaultdict(list)
    for document, hashes in sorted(known.items()):
        alike[hashes].append(document)
    same = [(group[0], other) for group in alike.values() for other in group[1:]]
    distinct = {group[0]: hashes for hashes, group in alike.items()}
    for one, other in [*same, *_candidates(distinct)]:
        if _address(by_id[one]) != _address(by_id[other]) and copied(known[one], known[other]):
            a, b = sorted((root(one), root(other)), key=lambda i: _age(by_id[i]))
            roots[b] = a
    return {d: first for d in sorted(roots) if (first := root(d)) != d}


def _candidates(known: Mapping[str, frozenset[int]]) -> list[tuple[str, str]]:
    """Pairs of documents that share a band of their MinHashes, in order."""
    if len(known) < 2:
        return []
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(num_perm=_PERMUTATIONS, params=_BANDS)
    found: list[tuple[str, str]] = []
    empty = MinHash(num_perm=_PERMUTATIONS, seed=1, hashfunc=int)
    for document, hashes in sorted(known.items()):
        if not hashes:
            continue
        sketch = empty.copy()
        sketch.update_batch(sorted(hashes))
        found += ((other, document) for other in index.query(sketch))
        index.insert(document, sketch)
    return sorted(found)


def _age(document: Document) -> tuple[str, str]:
    return said_at(document) or "9", document.id


def _address(document: Document) -> str:
    return document.url or document.name


def replacements(documents: Iterable[Document]) -> dict[str, str]:
    """Document id → id of the older text under its url or name, by publication.

    Undated texts and texts of one date replace nothing; nor do the parts ``#2``, ``#3`` of one text.
    """
    versions: dict[tuple[str, str], list[Document]] = defaultdict(list)
    for document in documents:
        part = _PART.search(document.name)
        if said_at(document):
            versions[_address(document), part.group() if part else ""].append(document)
    found: dict[str, str] = {}
    for group in versions.values():
        group.sort(key=_age)
        for i, document in enumerate(group):
            older = [d for d in group[:i] if order(said_at(d), said_at(document)) == -1]
            if older:
                found[document.id] = older[-1].id
    return dict(sorted(found.items()))

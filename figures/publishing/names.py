"""Names of victims: found in the archive, and hidden in what is published.

A name is found where a figure counts somebody by it, and where the words around it are those in which
victims are named: an age, "identified as", a list of names behind a count. A name told in full is hidden
wherever it stands; in the reports of the same incident each of its words is. The hidden letters become
blocks, one for each, so that offsets go on counting the characters of the report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, pairwise
from typing import Any
from urllib.parse import urlsplit

from figures.extraction.places.gazetteer import country_words, key, look_up
from figures.extraction.words.tokens import Tokens, tokenize
from figures.lexicon import classes as c
from figures.lexicon import kin, person_groups
from figures.store import Store

HIDDEN = "█"
Name = tuple[str, ...]
"""The words of a name, folded: ("ana", "ruiz")."""

_WORD = re.compile(r"[^\W\d_]+")
# Who holds an office and speaks for it is named: "Governor Kim said".
_IN_OFFICE = frozenset("official military police medical un ngo media armed_group".split())
_PARTICLES = frozenset("al el de la del da dos bin ibn abu van von der ul ur di du".split())
_NO_NAME = (
    c.PLACE_NOUN | c.MONTH | c.WEEKDAY | c.TIME | c.COLLECTIVE | c.BUILDING | c.HOUSEHOLD | c.NUMERAL
    | c.DEMONYM | c.PERSON | c.PERSON_ONE | c.SPEAKER | c.PREPOSITION | c.CONJUNCTION | c.DETERMINER
    | c.PRONOUN | c.AUXILIARY | c.MODAL | c.ARTICLE | c.RELATIVE | c.SUBORDINATOR | c.ADVERB | c.ROLE
    | c.NEGATION
)  # fmt: skip
_GRAMMAR = (
    c.PREPOSITION | c.CONJUNCTION | c.DETERMINER | c.PRONOUN | c.AUXILIARY | c.MODAL | c.ARTICLE
    | c.RELATIVE | c.SUBORDINATOR | c.MONTH | c.WEEKDAY | c.NUMERAL | c.DEMONYM
)  # fmt: skip
_INTRODUCING = c.DETERMINER | c.ARTICLE | c.PRONOUN | c.PERSON | c.PERSON_ONE | c.ROLE | c.NUMERAL
# Where a name may be told of: an age beside it, or words that introduce it. Each match is read more closely.
_CUE = re.compile(
    r"[,(]\s?(?:aged?\s|an?\s)?\d{1,3}(?=[,.;)\s-])|\d{1,3}-year-old"
    r"|\b(?:named|identified|known|called)\b"
    r"|\b(?:brothers|sisters|siblings|children|boys|girls|sons|daughters|victims|dead|women|men|students"
    r"|teenagers|soldiers|officers|friends|couple|colleagues)\s?[,:(–—-](?=\s?[A-Z])"
    r"|\b(?:[Kk]illed|[Dd]eceased|[Ww]ounded|[Ii]njured|[Mm]issing):(?=\s?[A-Z])"
    r"|\b(?:victims|dead|killed|deceased|wounded|injured|missing)\s(?:were|are|include[sd]?|including)(?=\s)"
)
_BEFORE, _AFTER = 120, 320
_LIST = re.compile(r"\s{0,2}(?:[,:(–—-]|(?:were|are|was|is|include[sd]?|including)\b)")
_NAMING = frozenset("named identified known called".split())


def names_in(text: str, figures: Iterable[Mapping[str, Any]] = ()) -> set[Name]:
    """The names of victims told in a text; ``figures``: the rows of the figures read in it.

    >>> sorted(names_in("The dead were named as Ana Ruiz, 34, and Omar Diallo, police said."))
    [('ana', 'ruiz'), ('omar', 'diallo')]
    >>> names_in("Police in Lesk said on March 3, 12 people were hurt.")
    set()
    """
    found: set[Name] = set()
    figures = list(figures)
    for figure in figures:
        if figure["counted"] == "named":
            tokens = tokenize(figure["quote"])
            found |= {
                _words(tokens, *run)
                for run in _runs(tokens)
                if run[1] == len(tokens)
                or tokens.words[run[1]] == "'s"  # "Memphis man" names nobody
            }
        if figure["unit"] == "person" and (beside := _LIST.match(text, figure["end"])):
            tokens = tokenize(text[beside.end() : beside.end() + _AFTER])
            found |= set(_list(tokens, 0, certain=False))
        if figure["unit"] == "person" and figure["counted"] == "article":
            found |= set(
                _described(tokenize(text[max(0, figure["start"] - _BEFORE) : figure["start"]]))
            )
    for match in _CUE.finditer(text):
        start = max(0, match.start() - _BEFORE)
        tokens = tokenize(text[start : match.end() + _AFTER])
        found |= set(_beside_cue(tokens, match.start() - start, match.end() - start))
    spoken = {
        word
        for figure in figures
        if figure["attribution_kind"] in _IN_OFFICE
        for word in words_of(figure["attributed_to"] or "")
    }
    return {name for name in found if name and not spoken.issuperset(name)}


def _beside_cue(tokens: Tokens, start: int, end: int) -> Iterator[Name]:
    """The names beside a match of the pattern above, which stands at ``[start, end)``."""
    first = next((i for i, s in enumerate(tokens.starts) if s >= start), len(tokens))
    stop = next((i for i, s in enumerate(tokens.starts) if s >= end), len(tokens))
    cue = tokens.words[first] if first < len(tokens) else ""
    if cue in _NAMING:
        window = tokens.words[stop : stop + 8]
        if "as" in window:  # "identified by a neighbour as her brother Omar"
            yield from _list(tokens, stop + window.index("as") + 1, certain=True)
        elif stop < len(tokens) and _may_name(tokens, stop):
            yield from _list(tokens, stop, certain=True)
    elif cue in (",", "("):
        for run in _runs(tokens, max(0, first - 8), first):
            others = _in_office(tokens, run[0]) or _is_place(tokens, *run)
            if run[1] == first and _is_age(tokens, first + 1) and not others:
                yield _words(tokens, *run)
    elif cue.isdecimal():  # "34-year-old (teacher) Ana Ruiz"
        at = stop
        while at < min(stop + 3, len(tokens)) and not _run(tokens, at) and _describes(tokens, at):
            at += 1
        name = _run(tokens, at)
        if name and (name[1] - name[0] > 1 or _stands_alone(tokens, name[0])):
            yield _words(tokens, *name)
    else:
        yield from _list(tokens, stop, certain=False)


def _described(tokens: Tokens) -> Iterator[Name]:
    """The name of whom the words behind it count: "Ana Ruiz, a teacher, died"."""
    comma = len(tokens) - 1
    if comma < 1 or tokens.words[comma] != ",":
        return
    for first, stop in _runs(tokens, max(0, comma - 8), comma):
        place = first > 0 and tokens.classes[first - 1] & (c.PREPOSITION | c.PLACE_NOUN)
        if stop == comma and not (place or look_up(key(tokens.quote(first, stop)))):
            yield _words(tokens, first, stop)


def _describes(tokens: Tokens, at: int) -> bool:
    """A word between an age and a name, in the same line: "34-year-old teacher Ana Ruiz"."""
    apart = c.PUNCTUATION | c.PREPOSITION | c.CONJUNCTION | c.AUXILIARY | c.RELATIVE | c.SAID
    return at not in tokens.breaks and not tokens.classes[at] & apart


def _stands_alone(tokens: Tokens, at: int) -> bool:
    """Is one word a name by itself ("11-year-old Mia was") and no place or part of a longer noun?"""
    if at in tokens.breaks or _is_place(tokens, at, at + 1):
        return False
    after = (
        c.PUNCTUATION
        | c.PREPOSITION
        | c.CONJUNCTION
        | c.AUXILIARY
        | c.RELATIVE
        | c.SAID
        | c.TRIGGER
    )
    return at + 1 == len(tokens) or bool(tokens.classes[at + 1] & (after | c.VERB))


def _in_office(tokens: Tokens, at: int) -> bool:
    """Does the word before name an office: "Governor Kim, 41"?"""
    before = tokens.words[at - 1] if at else ""
    return "official" in person_groups().get(before, ()) or bool(
        before and tokens.classes[at - 1] & c.ROLE
    )


def _is_place(tokens: Tokens, first: int, stop: int) -> bool:
    """Is it one word that is known as a place: "Goma (3)"?"""
    return stop - first == 1 and bool(look_up(key(tokens.words[first])))


def _is_age(tokens: Tokens, i: int) -> bool:
    """Do these words tell an age: "34,", "aged 34", "a 34-year-old"?"""
    words = tokens.words[i : i + 6]
    sure = bool(words) and words[0] in ("aged", "age")
    if words and words[0] in ("aged", "age", "a", "an"):
        words = words[1:]
    if not words or not words[0].isdecimal() or int(words[0]) > 115:
        return False
    if sure or words[1:4] == ["-", "year", "-"]:
        return True
    return len(words) < 2 or words[1] in (",", ")", ".", ";", "and", "was", "who")


def _list(tokens: Tokens, at: int, certain: bool) -> Iterator[Name]:
    """The names of a list that begins at a token: "Ali, Hassan and Omar Nasser".

    Unless it is certain that names follow, one name that stands alone and speaks, or is a country, is none.
    """
    found: list[tuple[int, int]] = []
    skipped = 0
    while at < len(tokens) and skipped <= 3:
        if run := _run(tokens, at):
            found.append(run)
            at, skipped = run[1], 0
            if tokens.words[at : at + 1] in ([","], ["("]) and _is_age(tokens, at + 1):
                at += 2
                while at < len(tokens) and tokens.words[at] in (")", ","):
                    at += 1
            at = _past_description(tokens, at)
            joined = tokens.words[at : at + 1] in ([","], ["and"], ["&"])
            at += 1 if joined else 0
            if tokens.words[at : at + 1] == ["and"]:
                at += 1
            if not joined and tokens.words[at - 1] != ",":
                break
        elif tokens.classes[at] & _INTRODUCING or tokens.words[at] in kin():
            skipped, at = skipped + 1, at + 1  # "her brother Omar"
        else:
            break
    names = [_words(tokens, *run) for run in found]
    names = [name for name in names if " ".join(name) not in country_words()]
    last = found[-1][1] if found else 0
    speaks = any(bits & c.SAID for bits in tokens.classes[last : last + 2])
    if certain or not speaks and (len(names) > 1 or any(len(name) > 1 for name in names)):
        yield from names


def _past_description(tokens: Tokens, at: int) -> int:
    """The comma behind what a person of a list is: "Ali Haddad, a driver, and …"; else where it was."""
    if tokens.words[at : at + 1] != [","] or tokens.words[at + 1 : at + 2] not in (["a"], ["an"]):
        return at
    for i in range(at + 2, min(at + 10, len(tokens))):
        if tokens.words[i] == ",":
            return i
        if _may_name(tokens, i):
            break
    return at


def _runs(tokens: Tokens, at: int = 0, stop: int | None = None) -> Iterator[tuple[int, int]]:
    """The runs of words that may be a person's name."""
    stop = len(tokens) if stop is None else stop
    while at < stop:
        run = _run(tokens, at)
        if run:
            yield run
        at = run[1] if run else at + 1


def _run(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """The name that begins at a token, behind titles: its tokens as [first, stop); None where there is none."""
    words, n = tokens.words, len(tokens)
    while at < n and tokens.classes[at] & c.TITLE and tokens.capital(at):
        at += 2 if words[at + 1 : at + 2] == ["."] else 1
    stop = at
    while stop < n and (
        _may_name(tokens, stop)
        or words[stop] in _PARTICLES
        or (stop > at and words[stop] == "-" and tokens.glued(stop))
        or (stop > at and words[stop] == "." and len(words[stop - 1]) == 1)
    ):
        stop += 1
    while stop > at and not _may_name(tokens, stop - 1):
        stop -= 1
    while at < stop and not _may_name(tokens, at) and words[at] not in _PARTICLES:
        at += 1
    return (at, stop) if any(_may_name(tokens, i) for i in range(at, stop)) else None


def _may_name(tokens: Tokens, i: int) -> bool:
    word = tokens.words[i]
    return word[0].isalpha() and tokens.capital(i) and not tokens.classes[i] & _NO_NAME


def _words(tokens: Tokens, first: int, stop: int) -> Name:
    return words_of(tokens.quote(first, stop))


def words_of(text: str) -> Name:
    """The words of a text, folded as names are."""
    return tuple(key(word) for word in _WORD.findall(text))


class Names:
    """The names to hide in what is published of a database.

    ``hide`` masks the words of one report, or with an incident's id what the program says of it.
    """

    def __init__(self, store: Store) -> None:
        self.by_document: dict[str, set[str]] = {}
        told: set[Name] = set()
        for document, text, figures in _reports(store):
            names = names_in(text, figures)
            if names:
                told |= names
                places = {w for f in figures for w in words_of(f"{f['place']} {f['place_name']}")}
                words = {word for name in names for word in name if len(word) > 1} - places
                self.by_document[document] = {
                    w for w in words if not tokenize(w).classes[0] & _GRAMMAR
                }
        self.full: dict[str, list[Name]] = {}
        for name in sorted(told):
            if len(name) > 1:
                self.full.setdefault(name[0], []).append(name)
        self.count = len(told)
        self.by_incident: dict[str, set[str]] = {}
        self._share(store)

    def _share(self, store: Store) -> None:
        """A name told in one report of an incident is hidden word by word in all of them."""
        rows = store.query(
            "SELECT di.incident_id, di.document_id, i.scope FROM document_incident di"
            " JOIN incident i ON i.id = di.incident_id ORDER BY di.incident_id"
        )
        shared: dict[str, set[str]] = {}
        for incident, group in groupby(rows, key=lambda row: row["incident_id"]):
            members = list(group)
            words = {
                w for m in members for w in self.by_document.get(m["document_id"], ())
            }  # fmt: skip
            if words:
                self.by_incident[incident] = words
                if members[0]["scope"] == "incident":
                    for member in members:
                        shared.setdefault(member["document_id"], set()).update(words)
        for document, words in shared.items():
            self.by_document.setdefault(document, set()).update(words)

    def hide(self, text: Any, *of: str | None, any_case: bool = False) -> Any:
        """The text with the names hidden; ``of``: the documents and incidents of which it tells.

        What is no text stays as it is. ``any_case``: single words are hidden without a capital too.
        """
        if not isinstance(text, str) or not self.count:
            return text
        words: set[str] = set()
        for one in of:
            words |= self.by_document.get(one or "", set()) | self.by_incident.get(one or "", set())
        if not words and not self.full:
            return text
        found = [(m.start(), m.end(), key(m[0])) for m in _WORD.finditer(text)]
        hidden: list[tuple[int, int]] = []
        for i, (start, end, word) in enumerate(found):
            if word in words and (any_case or text[start].isupper()):
                hidden.append((start, end))
            for name in self.full.get(word, ()):
                part = found[i : i + len(name)]
                if tuple(w for *_, w in part) == name and _close(part):
                    hidden += [(s, e) for s, e, _ in part]
        if not hidden:
            return text
        letters = list(text)
        for start, end in hidden:
            letters[start:end] = HIDDEN * (end - start)
        return "".join(letters)

    def address(self, url: str | None, *of: str | None) -> str | None:
        """An address; one that tells a name leads to its publisher alone."""
        if url is None or self.hide(url, *of, any_case=True) == url:
            return url
        try:
            parts = urlsplit(url)
        except ValueError:
            return None
        return f"{parts.scheme}://{parts.netloc}/" if parts.scheme and parts.netloc else None


def _close(part: list[tuple[int, int, str]]) -> bool:
    """Do the words follow one another closely enough to be one name?"""
    return all(b[0] - a[1] <= 3 for a, b in pairwise(part))


def _reports(store: Store) -> Iterator[tuple[str, str, list[dict[str, Any]]]]:
    """Every document with its text and what of its figures tells names."""
    figures = store.query(
        'SELECT document_id, counted, quote, start, "end", unit, attributed_to, attribution_kind, place,'
        " place_name FROM figure ORDER BY document_id, number_start"
    )
    grouped = groupby(figures, key=lambda row: row["document_id"])
    at, rows = next(grouped, (None, iter(())))
    for row in store.query("SELECT id, text FROM document ORDER BY id"):
        of_this: list[dict[str, Any]] = []
        if row["id"] == at:
            of_this = list(rows)
            at, rows = next(grouped, (None, iter(())))
        yield row["id"], row["text"], of_this

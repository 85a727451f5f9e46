"""Made reports: the text of one document, written sentence by sentence, with the figures that stand in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from random import Random
from typing import Any

from bench.incidents import Bounds, Happening, Tolled
from bench.wording import SPEAKERS, World
from figures.model import Document, Evidence, Extraction, Figure, Raw, Rejection, short_hash


@dataclass(frozen=True, slots=True)
class Told:
    """One figure of a report: its row without what the finished text decides, and what it counts."""

    row: dict[str, Any]
    bounds: Bounds
    dissent: bool
    toll: Tolled
    of: Happening


@dataclass(slots=True)
class Report:
    """One document as it is being written."""

    world: World
    chance: Random
    pieces: list[str] = field(default_factory=list)
    at: int = 0
    figures: list[Told] = field(default_factory=list)
    rejections: list[Rejection] = field(default_factory=list)

    def add(self, words: str) -> int:
        """Append words; returns where they begin."""
        start = self.at
        self.pieces.append(words)
        self.at += len(words)
        return start

    def lead(self, told: Happening) -> None:
        """The dateline and a first sentence."""
        self.add(f"{told.place.name.upper()}, {told.day:%d %b %Y} -- ")
        self.fill(1)

    def fill(self, sentences: int) -> None:
        """Sentences that tell no figure, each with a numeral that is rejected."""
        for _ in range(sentences):
            words, start, end, rule = self.chance.choice(self.world.filler)
            at = self.add(words + " ")
            self.rejections.append(Rejection(at + start, at + end, rule))
        if sentences and self.chance.random() < 0.3:
            names = (self.world.names.pick(self.chance) for _ in range(2))
            self.add(f"{' '.join(names)} said so. ")
        if self.chance.random() < 0.2:
            self.add("\n\n")

    def count(self, of: Happening, toll: Tolled, progress: float) -> None:
        """A sentence with one figure."""
        bounds, dissent = toll.told(progress, self.chance)
        low, _, qualifier = bounds
        speaker, kind = self.chance.choice(SPEAKERS)
        attributed = dissent or self.chance.random() < 0.6
        row, steps = self._words(of, toll, bounds, speaker if attributed else None)
        running = of.incident.scope == "cumulative"
        row |= {
            "value": None if qualifier in ("range", "vague") else low,
            "counted": "number",
            "status": self._status(),
            "scope": "cumulative" if running else "incident",
            "attributed_to": speaker if attributed else None,
            "attribution_kind": kind if attributed else None,
            "background": "since" if running else None,
            "evidence": tuple(steps),
        }
        self.figures.append(Told(row, bounds, dissent, toll, of))

    def _status(self) -> str:
        if self.chance.random() < 0.94:
            return "asserted"
        return self.chance.choice(("feared", "denied", "hypothetical"))

    def _words(
        self, of: Happening, toll: Tolled, bounds: Bounds, speaker: str | None
    ) -> tuple[dict[str, Any], list[Evidence]]:
        """Write the sentence; returns what its words say, and the steps that would have read it."""
        low, high, qualifier = bounds
        category, unit, noun, said, _ = toll.category
        number = {"range": f"{low} to {high}", "vague": "dozens"}.get(qualifier, f"{low:,}")
        hedge = HEDGES.get(qualifier, "")
        where, day = toll.area or of.place.name, f"{of.day:%d %B %Y}"
        start = self.add(hedge + number)
        number_start, number_end = start + len(hedge), self.at
        self.add(" of " + noun if qualifier == "vague" else " " + noun)
        end = self.at
        said_at = self.add(f" {said}") + 1
        place_at = self.add(f" in {where}") + 4
        day_at = self.add(f" on {day}") + 4
        steps = [
            Evidence("number", f"number/{qualifier}", number_start, number_end, str(low)),
            Evidence("category", f"{category}/passive", said_at, said_at + len(said), category),
            Evidence("quote", "group/number", start, end),
            Evidence("place", "place/at", place_at, place_at + len(where), of.place.name),
            Evidence("earliest", "date/event", day_at, day_at + len(day), of.incident.earliest),
        ]
        if speaker is not None:
            at = self.add(f", {speaker} said") + 2
            steps.append(
                Evidence("attributed_to", "attribution/said", at, at + len(speaker), speaker)
            )
        row = {
            "category": category, "unit": unit, "subject": noun, "rule": f"{category}/passive",
            "start": start, "end": end, "number_start": number_start, "number_end": number_end,
            "sentence_start": start, "sentence_end": self.add(".") + 1,
            "low": low, "high": high, "qualifier": qualifier,
            "place": where, "place_name": of.place.name, "admin1": of.place.admin1, "country": of.place.country,
            "latitude": of.place.latitude, "longitude": of.place.longitude, "place_precision": "city",
            "gazetteer_id": of.place.id, "date_precision": "day",
            "earliest": of.incident.earliest, "latest": of.incident.latest,
        }  # fmt: skip
        self.add(" ")
        return row, steps

    def finished(self, name: str, title: str, when: datetime) -> Extraction:
        """What the extraction of the finished text would give; one text in thirty bears no date."""
        text = "".join(self.pieces)
        at = when.isoformat() if self.chance.random() < 0.97 else None
        document = Document(
            name,
            text,
            publisher=self.world.publishers.pick(self.chance),
            url=f"https://made.example/{name}",
            title=title,
            published=at,
            published_at=at,
            published_on=at and at[:10],
            raw=Raw(short_hash("raw", name) * 4, text.encode(), "text"),
            read_with="made",
        )
        figures = tuple(_figures(document.id, text, self.figures))
        return Extraction(document, figures, tuple(self.rejections))


HEDGES = {"at_least": "At least ", "more_than": "More than ", "about": "About "}


def _figures(document: str, text: str, told: list[Told]) -> Iterator[Figure]:
    for row in (t.row for t in told):
        yield Figure(
            id=short_hash("figure", document, str(row["number_start"]), row["category"]),
            quote=text[row["start"] : row["end"]],
            reported=text[row["number_start"] : row["number_end"]],
            sentence=text[row["sentence_start"] : row["sentence_end"]],
            **row,
        )

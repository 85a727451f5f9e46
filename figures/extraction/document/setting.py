"""Who, where and when: what the text around a figure tells of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from figures.extraction.document.box import box_of, is_box
from figures.extraction.frames.readings import Reading
from figures.extraction.groups.chunks import Counted
from figures.extraction.once import nothing
from figures.extraction.places.names import PlaceMention
from figures.extraction.places.resolving import resolve
from figures.extraction.places.where import place_of
from figures.extraction.places.whereabouts import Whereabouts
from figures.extraction.speakers.attribution import Attributions
from figures.extraction.times.ownday import own_day
from figures.extraction.times.when import Times, When, date_of
from figures.extraction.words.sentences import Sentence
from figures.extraction.words.tokens import Tokens
from figures.model import Document, Evidence


@dataclass(slots=True)
class Setting:
    """The fields of a figure that its surroundings tell, and the evidence for each."""

    fields: dict[str, Any] = field(default_factory=dict)
    evidence: list[Evidence] = field(default_factory=list)
    open_ended: bool = False  # from when on it ran is told, and not till when

    def tell(self, tokens: Tokens, name: str, rule: str, first: int, stop: int, value: str) -> None:
        """Set a field, with the tokens that told it."""
        self.fields[name] = value
        self.evidence.append(
            Evidence(name, rule, tokens.starts[first], tokens.ends[stop - 1], value)
        )


def settings(
    document: Document,
    tokens: Tokens,
    sentences: list[Sentence],
    told: Sequence[tuple[int, Counted, Reading, tuple[int, int] | None]],
) -> list[Setting]:
    """The setting of each figure, told as its sentence, count, reading and the words that set it apart."""
    if not told:
        return []
    known = nothing()
    speakers = Attributions(tokens, sentences, known)
    where = Whereabouts(tokens, sentences, document.title, known=known, said=speakers.spans)
    in_box = is_box(tokens, sentences)
    published: date | None = None
    if document.published_on:
        published = date.fromisoformat(document.published_on)
    elif not in_box:
        published = own_day(tokens, sentences)
    times = Times(tokens, sentences, published, known)
    _set_apart(where, times, told)
    box = box_of(sentences, where, times) if in_box else None
    found: list[Setting] = []
    for index, counted, reading, apart in told:
        setting, other = Setting(), apart is not None
        category, at, verb = reading.trigger.category, counted.first, reading.span[0]
        place = place_of(where, index, at, category, other, verb)
        when = date_of(times, index, at, other, category, verb)
        if box is not None:
            place, when = box.setting(index, place, when)
        _place(setting, where, place)
        if apart is not None and when.days is None:
            when = _of_before(times, index, apart) or when
        _date(setting, times, when)
        _speaker(setting, speakers, index, at, other)
        found.append(setting)
    return found


def _set_apart(
    where: Whereabouts,
    times: Times,
    told: Sequence[tuple[int, Counted, Reading, tuple[int, int] | None]],
) -> None:
    """Note where the places and dates stand that are told of other incidents: none of them is carried over."""
    for index, counted, reading, apart in told:
        if apart is None:
            continue
        category, at, verb = reading.trigger.category, counted.first, reading.span[0]
        place = place_of(where, index, at, category, True, verb)
        if place is not None and where.sentences[index].first <= place.first:
            where.others.add(place.first)
        when = date_of(times, index, at, True, category, verb)
        if when.told is None:
            when = _of_before(times, index, apart) or when
        if when.told is not None:
            times.others.add(when.told.first)


def _of_before(times: Times, index: int, apart: tuple[int, int]) -> When | None:
    """ "IN MAY a bus fell. It killed 12": when it was that a sentence goes on to tell of, which the words ``apart`` in
    the one before set in another incident."""
    if times.sentences[index].first <= apart[0]:
        return None
    for back in range(index - 1, max(-1, index - _BACK), -1):
        if times.sentences[back].first <= apart[0]:
            for told, days in times.mentions(back):
                if days is not None and told.cue in ("event", "attributive"):
                    return When(days, told)
            return None
    return None


_BACK: Final = 5  # sentences


def _date(setting: Setting, times: Times, when: When) -> None:
    if when.days is not None:
        days, told = when.days, when.told
        value = f"{days.earliest}/{days.latest}"
        setting.open_ended = when.open_ended
        if told is not None:
            setting.tell(times.tokens, "earliest", "date/" + told.cue, told.first, told.stop, value)
        setting.fields |= {
            "earliest": days.earliest.isoformat(),
            "latest": days.latest.isoformat(),
            "date_precision": days.precision,
        }
    if when.as_of is not None and when.as_of_told is not None:
        stood = when.as_of.latest.isoformat()
        told = when.as_of_told
        setting.tell(times.tokens, "as_of", "date/as_of", told.first, told.stop, stood)
        setting.fields["as_of_precision"] = when.as_of.precision


def _speaker(setting: Setting, speakers: Attributions, index: int, at: int, other: bool) -> None:
    said = speakers.attribute(index, at, other)
    tokens = speakers.tokens
    if said is not None:
        words = tokens.quote(*said.words)
        setting.tell(tokens, "attributed_to", "attribution/" + said.rule, *said.words, words)
        setting.fields["attribution_kind"] = said.kind
        if said.via is not None:
            setting.tell(tokens, "via", "attribution/via", *said.via, tokens.quote(*said.via))
    limits = speakers.caveat(index, at, said)
    if limits is not None:
        setting.tell(tokens, "caveat", "attribution/caveat", *limits, tokens.quote(*limits))


def _place(setting: Setting, where: Whereabouts, mention: PlaceMention | None) -> None:
    if mention is None:
        return
    setting.tell(
        where.tokens, "place", "place/" + mention.cue, mention.first, mention.stop, mention.verbatim
    )
    place = resolve(where, mention)
    if place is None:
        return
    setting.fields |= {
        "place_name": place.name,
        "admin1": place.admin1,
        "country": place.country,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "place_precision": place.precision,
        "gazetteer_id": place.gazetteer_id,
    }

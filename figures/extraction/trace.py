"""The trace: what each stage of the cascade made of a text, for reading why a number was taken or not."""

from __future__ import annotations

from figures.extraction import extract_document
from figures.extraction.frames.framer import frames
from figures.extraction.frames.topic import Topic
from figures.extraction.groups.chunking import chunk
from figures.extraction.numbers.grammar import read as read_numbers
from figures.extraction.sifting import sift
from figures.extraction.words.sentences import split
from figures.extraction.words.tokens import tokenize
from figures.model import Document


def trace(text: str) -> str:
    """Every stage on every sentence of a text.

    >>> print(trace("Two men died.").splitlines()[0])
    sentence 1: Two men died.
    """
    tokens = tokenize(text)
    out: list[str] = []
    topic = Topic()
    for n, sentence in enumerate(split(tokens), 1):
        out.append(f"sentence {n}: {text[sentence.start : sentence.end]}")
        phrases = sift(tokens, sentence, topic)
        if phrases is None:
            out.append("  sift: no category's words stand here")
            topic = topic.after(())
            continue
        numbers = read_numbers(tokens, sentence.first, sentence.stop)
        for number in numbers:
            bound = f"{number.low}..{number.high}" if number.value is None else str(number.value)
            out.append(
                f"  number: {text[number.start : number.end]!r} {bound} {number.qualifier} [{number.kind}]"
            )
        chunks = chunk(tokens, sentence.first, sentence.stop, numbers, phrases)
        out.append(
            "  groups: " + " ".join(f"{c.kind}({tokens.quote(c.first, c.stop)})" for c in chunks)
        )
        readings = frames(tokens, chunks, topic)
        topic = topic.after(readings)
        for reading in readings:
            words = tokens.quote(*reading.span)
            quote = tokens.quote(reading.counted.first, reading.counted.stop)
            part = " (part)" if reading.part_of else ""
            out.append(f"  frame: {quote!r} {reading.trigger.rule} by {words!r}{part}")
    extraction = extract_document(Document("trace", text))
    for f in extraction.figures:
        told = {
            k: getattr(f, k)
            for k in ("status", "scope", "attributed_to", "place", "earliest")
            if getattr(f, k)
        }
        out.append(f"figure: {f.quote!r} {f.category} {f.low}..{f.high} {told}")
    for r in extraction.rejections:
        out.append(f"rejection: {text[r.start : r.end]!r} {r.rule}")
    return "\n".join(out)

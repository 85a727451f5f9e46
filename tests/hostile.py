"""Reports that try everything a page, a feed or a spreadsheet must withstand. All wording is ours."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

CANARY = "window.broken=1"
PAYLOADS = {
    "html": "<b>Bold</b><h1>Big</h1></div></main>",
    "script": f"<script>{CANARY}</script>",
    "handler": f'<img src=x onerror="{CANARY}">',
    "attribute": f'" onmouseover="{CANARY}" x=\'',
    "svg": f"<svg onload={CANARY}><a href=javascript:{CANARY}>x</a></svg>",
    "style": "</style><style>*{display:none}</style>",
    "markdown": f"[click](javascript:{CANARY}) ![x](http://evil.example/x.png) **bold**",
    "template": "{{ 7*7 }} {% raw %} ${7*7} #{7*7} {{ config }}",
    "formula": "=HYPERLINK(http://evil.example;x)",
    "direction": "\u202egnp.exe\u202c \u2066left\u2069 \u200f",
    "control": "\x00\x01\x08\x1b[31m\ufffe",
    "json": f"</script><script>{CANARY}</script>\u2028",
    "sql": "x'; DROP TABLE figure; --",
    "regex": "(" * 40 + "a+" * 40 + ")" * 40,
    "url": f"javascript:{CANARY}",
}
FILLER = "the river went on and the mill went on and the road went on past the mill "
LONG = 3_000_000


def reports() -> list[dict[str, Any]]:
    """Two reports of one incident for each payload, which contradict each other."""
    found = []
    for n, (name, payload) in enumerate(PAYLOADS.items()):
        place = ("Lyon", "Porto", "Gdansk", "Sfax", "Maputo")[n % 5]
        day = f"2023-05-{n + 2:02}"
        for side, dead in (("one", 40), ("other", 7)):
            found.append(
                {
                    "id": f"{name}/{side} {payload}",
                    "title": f"{payload} {side}",
                    "publisher": f"{payload} Gazette {side}",
                    "url": f"https://gazette.example/{payload}" if side == "one" else payload,
                    "published": day,
                    "text": f"{payload} {dead} {payload} people were killed. In all {dead} people were killed"
                    f" when a mill {name} exploded in {place} on {day}, {payload} police {payload} said."
                    f" Inspector {payload} Novak said that {dead + 3} people were injured in {payload} {place}.",
                }
            )
    return found


def long_line() -> str:
    """Three megabytes on a single line, with some figures in it."""
    part = FILLER * 2_000 + "and at least 7 people were killed in Lyon and 9 were injured "
    return (part * (LONG // len(part) + 1))[:LONG]


def write(folder: Path) -> list[str]:
    """The reports as files to read."""
    (folder / "hostile.jsonl").write_text(
        "".join(json.dumps(report) + "\n" for report in reports()), "utf-8"
    )
    (folder / "line.txt").write_text(long_line(), "utf-8")
    return [str(folder / "hostile.jsonl"), str(folder / "line.txt")]

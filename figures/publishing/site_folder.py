"""Where the Datasette configuration directory is: the checkout's db/, or the copy in the wheel."""

from __future__ import annotations

import sys
from pathlib import Path

from figures.errors import FiguresError


def folder() -> Path:
    """The folder with metadata.yaml, templates and plugins."""
    package = Path(__file__).parent
    for place in (package / "site", package.parent.parent / "db"):
        if (place / "metadata.yaml").is_file():
            return place
    raise FiguresError("the site's folder is missing from this installation; install figures again")


def command(db: Path, port: int, host: str = "127.0.0.1") -> list[str]:
    """The Datasette command that serves a database with our pages."""
    site = folder()
    return [
        sys.executable, "-m", "datasette", "serve", str(db), "--metadata", str(site / "metadata.yaml"),
        "--template-dir", str(site / "templates"), "--plugins-dir", str(site / "plugins"),
        "--static", f"static:{site / 'static'}", "--port", str(port), "--host", host,
        *[part for name, value in settings(site) for part in ("--setting", name, str(value))],
    ]  # fmt: skip


def settings(site: Path) -> list[tuple[str, object]]:
    """The settings of settings.json as Datasette's command line takes them."""
    import json

    path = site / "settings.json"
    found = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    return [(k, str(v).lower() if isinstance(v, bool) else v) for k, v in found.items()]

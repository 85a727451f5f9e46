"""Where the Datasette configuration directory is: the checkout's db/, or the copy in the wheel."""

from __future__ import annotations

from pathlib import Path

from figures.errors import FiguresError


def folder() -> Path:
    """The folder with metadata.yaml, templates and plugins."""
    package = Path(__file__).parent
    for place in (package / "site", package.parent.parent / "db"):
        if (place / "metadata.yaml").is_file():
            return place
    raise FiguresError("the site's folder is missing from this installation; install figures again")

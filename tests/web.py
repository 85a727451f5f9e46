"""The site asked without a network, and what a test asks of its pages."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

VOID = {"meta", "link", "input", "br", "img"}
Rows = Callable[..., list[dict[str, Any]]]


class Page(HTMLParser):
    """What a test asks of a page: its elements with their attributes, and the text inside each."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.open: list[int] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.texts.append("")
        if tag not in VOID:
            self.open.append(len(self.elements) - 1)

    def handle_endtag(self, tag: str) -> None:
        assert self.elements[self.open.pop()][0] == tag, f"</{tag}> closes something else"

    def handle_data(self, data: str) -> None:
        for index in self.open:
            self.texts[index] += data

    def all(self, tag: str, **attributes: str) -> list[str]:
        """The texts of the elements of this tag and these attributes (class_ for class)."""
        wanted = {name.rstrip("_"): value for name, value in attributes.items()}
        return [
            text
            for (name, found), text in zip(self.elements, self.texts, strict=True)
            if name == tag and all(found.get(key) == value for key, value in wanted.items())
        ]

    def links(self) -> list[str]:
        return [found["href"] or "" for _, found in self.elements if "href" in found]


class Site:
    """Datasette on a folder, asked without a network."""

    def __init__(self, folder: Path) -> None:
        from datasette.app import Datasette

        self.loop = asyncio.new_event_loop()
        self.datasette = Datasette(config_dir=folder)
        self.loop.run_until_complete(self.datasette.invoke_startup())

    def get(self, path: str, status: int = 200) -> Any:
        response = self.loop.run_until_complete(self.datasette.client.get(path))
        assert response.status_code == status, f"{path}: {response.status_code}"
        return response

    def page(self, path: str) -> Page:
        return Page(self.get(path).text)

    def close(self) -> None:
        self.datasette.executor.shutdown()
        for database in self.datasette.databases.values():
            database.close()
        self.loop.close()

"""What the maps are drawn from: an outline of the world that is part of the site, and tiles only where
the site's owner sets them in metadata.yaml. Nothing is fetched from elsewhere otherwise.

    plugins:
      figures-map:
        tiles: https://tiles.example.org/{z}/{x}/{y}.png
        attribution: © the map's makers
"""

from __future__ import annotations

import re

from datasette import hookimpl
from datasette.app import Datasette
from jinja2 import Environment

from figures_site.database import Row, for_templates
from figures_site.words import days, where

# Whole https addresses of images with {z}, {x}, {y}; {s} only as the first label of the host.
TILES = re.compile(r"https://(\{s\}\.)?([a-z0-9.-]+(?::\d+)?)/[\w./{}?=&@%-]*", re.ASCII)


def tile_address(datasette: Datasette) -> str:
    """The template of the tiles' addresses that the owner set, "" where there is none."""
    address = (datasette.plugin_config("figures-map") or {}).get("tiles") or ""
    if address and not TILES.fullmatch(address):
        raise ValueError(f"metadata.yaml, figures-map: {address!r} is no https address of tiles")
    return str(address)


def tile_origin(datasette: Datasette) -> str:
    """Where tiles come from, as a content security policy names it."""
    found = TILES.fullmatch(tile_address(datasette))
    return f"https://{'*.' if found[1] else ''}{found[2]}" if found else ""


@for_templates
async def map_tiles(datasette: Datasette) -> Row | None:
    """Address and attribution of the tiles, None where the maps are drawn from the outline."""
    address = tile_address(datasette)
    attribution = (datasette.plugin_config("figures-map") or {}).get("attribution") or ""
    return {"address": address, "attribution": str(attribution)} if address else None


def points(incidents: list[Row], main: str | None = None) -> list[Row]:
    """What static/map.js marks: the incidents whose place is known, each once."""
    located = {i["id"]: i for i in incidents if i["latitude"] is not None}
    return [
        {
            "id": incident["id"],
            "label": incident["label"],
            "where": where(incident),
            "when": days(incident),
            "at": [incident["latitude"], incident["longitude"]],
            "main": incident["id"] == main,
        }
        for incident in located.values()
    ]


@hookimpl
def prepare_jinja2_environment(env: Environment) -> None:
    """The filter ``{{ incidents|points }}``."""
    env.filters["points"] = points

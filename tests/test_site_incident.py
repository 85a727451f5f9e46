"""The incident's page and its picture, the first page's map: what scripts are given, and what stands without them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from figures_site import maps, picture, words
from figures_site.headers import policy
from figures_site.incident import looked_for, with_copies
from figures_site.unknown import not_known
from web import Rows, Site


def block(html: str, name: str) -> Any:
    """The data that a page gives to a script."""
    [found] = re.findall(
        rf'<script type="application/json" id="{name}">(.*?)</script>', html, re.DOTALL
    )
    assert not set("<>&'") & set(found), "nothing in it can end the block or the page"
    return json.loads(found)


def test_the_picture_has_every_claim_of_every_toll(site: Site, rows: Rows) -> None:
    for incident in rows("SELECT * FROM incident"):
        html = site.get(f"/figures/incident/{incident['id']}").text
        claims = rows(
            "SELECT c.*, t.category FROM claim c JOIN toll t ON t.id = c.toll_id WHERE t.incident_id = ?",
            incident["id"],
        )
        if not claims:
            assert "picture-data" not in html
            continue
        panels = block(html, "picture-data")["panels"]
        drawn = [claim for panel in panels for claim in panel["claims"]]
        assert {bar["figure"] for bar in drawn} >= {c["first_figure_id"] for c in claims}
        assert len(drawn) == len(claims)
        told = sorted(
            (c["low"], c["high"]) for c in claims if c["low"] is not None and c["high"] is not None
        )
        assert told == sorted(
            (bar["low"], bar["high"])
            for bar in drawn
            if bar["low"] is not None and bar["high"] is not None
        )
        clocks = {c["as_of"] or c["first_said_at"] for c in claims}
        assert {bar["clock"] for bar in drawn} == clocks, "placed by its own clock"
        for bar in drawn:
            assert bar["kind"] in picture.KINDS
            assert bar["quote"] in bar["label"]


def test_the_picture_joins_what_is_disputed(site: Site, rows: Rows) -> None:
    open_conflicts = rows("SELECT * FROM open_conflict")
    assert open_conflicts
    for conflict in open_conflicts:
        html = site.get(f"/figures/incident/{conflict['incident_id']}").text
        [panel] = [
            panel
            for panel in block(html, "picture-data")["panels"]
            if panel["id"] == conflict["toll_id"]
        ]
        pairs = [
            {panel["claims"][left]["figure"], panel["claims"][right]["figure"]}
            for left, right, _ in panel["disputes"]
        ]
        assert {conflict["left_figure_id"], conflict["right_figure_id"]} in pairs


def test_hostile_words_reach_scripts_as_data(site: Site, rows: Rows) -> None:
    [row] = rows(
        "SELECT DISTINCT t.incident_id FROM document d JOIN figure f ON f.document_id = d.id"
        " JOIN claim_figure k ON k.figure_id = f.id JOIN claim c ON c.id = k.claim_id"
        " JOIN toll t ON t.id = c.toll_id WHERE d.name = 'hostile'"
    )
    html = site.get(f"/figures/incident/{row['incident_id']}").text
    told = block(html, "picture-data")
    assert "<b>Bold</b> Gazette" in json.dumps(told, ensure_ascii=False)
    assert "<b>Bold" not in html
    assert "<script>alert" not in html


def test_the_maps_have_what_the_tables_have(site: Site, rows: Rows) -> None:
    home = site.get("/").text
    points = block(home, "map-data")["points"]
    located = rows("SELECT * FROM incident WHERE latitude IS NOT NULL")
    assert {point["id"] for point in points} == {incident["id"] for incident in located}
    assert block(home, "map-data")["tiles"] is None
    incident = located[0]
    html = site.get(f"/figures/incident/{incident['id']}").text
    [main] = [point for point in block(html, "map-data")["points"] if point["main"]]
    assert main["at"] == [incident["latitude"], incident["longitude"]]
    site.get(block(html, "map-data")["outline"])


def test_an_incident_stands_between_its_neighbours(site: Site, rows: Rows) -> None:
    for incident in rows(
        "SELECT * FROM incident WHERE country IS NOT NULL AND earliest IS NOT NULL"
    ):
        links = site.page(f"/figures/incident/{incident['id']}").links()
        before = rows(
            "SELECT id FROM incident WHERE country = ? AND earliest < ? ORDER BY earliest DESC LIMIT 1",
            incident["country"],
            incident["earliest"],
        )
        within = rows('SELECT id FROM incident WHERE "within" = ?', incident["id"])
        for other in [*before, *within]:
            assert f"/figures/incident/{other['id']}" in links


def test_what_is_not_known_is_said(site: Site, rows: Rows) -> None:
    [disputed, *_] = rows(
        "SELECT * FROM toll WHERE state = 'disputed' AND of_group = '' AND area = ''"
    )
    page = site.page(f"/figures/incident/{disputed['incident_id']}")
    assert "What is not known" in page.all("h2", id="unknown")
    name = words.toll_name(disputed)
    assert any(item.startswith(f"{name}: the reports contradict") for item in page.all("li"))


def test_the_least_is_no_upper_bound() -> None:
    toll = {
        "category": "killed", "of_group": "", "area": "", "scope": "incident", "state": "agreed", "low": 1200,
        "high": None, "claims": [{"as_of": None, "first_said_at": None}],
    }  # fmt: skip
    incident = {"place": "Gao", "latitude": None, "earliest": None, "scope": "incident"}
    found = not_known(incident, [toll], [{"category": "missing", "status": "not_known"}])
    assert "Killed: no report gives an upper bound; 1,200 is the least." in found
    assert "Missing: a report says that no count is known yet." in found
    assert "How many were injured is not told." in found
    assert "When it happened is not told." in found
    assert any("no known date" in sentence for sentence in found)
    assert not any("killed is not told" in sentence for sentence in found)


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "form"),
    [
        (12, 12, "exact", "point"),
        (30, 30, "about", "about"),
        (12, None, "at_least", "at_least"),
        (12, None, "vague", "at_least"),
        (None, 4_000_000, "nearly", "up_to"),
        (None, 30, "up_to", "up_to"),
        (20, 33, "range", "span"),
        (4, 5, "exact", "span"),  # as a person corrected it
        (24, 99, "vague", "vague"),
    ],
)
def test_every_bound_has_its_form(low: Any, high: Any, qualifier: str, form: str) -> None:
    assert picture.form({"low": low, "high": high, "qualifier": qualifier}) == form


def test_copies_are_folded_under_what_they_copy() -> None:
    documents = [
        {"id": "a", "copy_of": None},
        {"id": "b", "copy_of": "a"},
        {"id": "c", "copy_of": "z"},
    ]
    folded = with_copies(documents)
    assert [(d["id"], [c["id"] for c in d["copies"]]) for d in folded] == [("a", ["b"]), ("c", [])]


def test_the_dead_come_before_the_damage() -> None:
    toll = {"scope": "incident", "of_group": "", "area": "", "id": ""}
    given = ["aid_tonnes", "displaced", "injured", "killed", "missing"]
    order = sorted(given, key=lambda name: looked_for({**toll, "category": name}))
    assert order == ["killed", "injured", "missing", "displaced", "aid_tonnes"]


class Configured:
    """What of Datasette the maps ask: the site owner's setting."""

    def __init__(self, **settings: str) -> None:
        self.settings = settings

    def plugin_config(self, name: str) -> dict[str, str]:
        assert name == "figures-map"
        return self.settings


@pytest.mark.parametrize(
    ("address", "origin"),
    [
        ("https://tiles.example/{z}/{x}/{y}.png", "https://tiles.example"),
        ("https://{s}.tiles.example:8443/{z}/{x}/{y}.png", "https://*.tiles.example:8443"),
        ("", ""),
    ],
)
def test_tiles_come_only_from_where_the_owner_says(address: str, origin: str) -> None:
    assert maps.tile_origin(Configured(tiles=address)) == origin  # type: ignore[arg-type]
    assert f"img-src {' '.join(filter(None, [chr(39) + 'self' + chr(39), origin]))};" in policy(
        origin
    )


@pytest.mark.parametrize(
    "address",
    [
        "http://tiles.example/{z}/{x}/{y}.png",
        "https://tiles.example;script-src */{z}",
        "https://* /{z}/{x}/{y}",
        "//tiles.example/{z}",
    ],
)
def test_other_addresses_of_tiles_are_refused(address: str) -> None:
    with pytest.raises(ValueError, match="figures-map"):
        maps.tile_origin(Configured(tiles=address))  # type: ignore[arg-type]


def test_vendored_files_are_kept_by_browsers_and_pages_are_not(site: Site) -> None:
    [leaflet] = (ROOT / "db" / "static" / "vendor").glob("leaflet-1*/leaflet.js")
    path = f"/static/vendor/{leaflet.parent.name}/{leaflet.name}"
    assert "immutable" in site.get(path).headers["cache-control"]
    assert "immutable" not in site.get("/").headers.get("cache-control", "")
    assert "immutable" not in site.get("/static/vendor/nothing.js", 404).headers.get(
        "cache-control", ""
    )
    assert Path(leaflet).read_text("utf-8") == site.get(path).text


def test_how_far_a_toll_is_borne_out_is_told(site: Site, rows: Rows) -> None:
    told = {"single_source": "one source only", "one_party_only": "one side only"}
    found = rows("SELECT * FROM toll WHERE standing IN ('single_source', 'one_party_only')")
    assert {toll["standing"] for toll in found} == set(told)
    for toll in found:
        page = site.page(f"/figures/incident/{toll['incident_id']}")
        [heading] = page.all("h3", id=f"toll-{toll['id']}")
        assert told[toll["standing"]] in heading or toll["state"] == "disputed"


def test_who_denies_a_count_stands_beside_it(site: Site, rows: Rows) -> None:
    denied = rows(
        "SELECT c.*, t.incident_id FROM claim c JOIN toll t ON t.id = c.toll_id WHERE c.denied_by <> '[]'"
    )
    assert denied, "the examples hold a denied count"
    for claim in denied:
        html = site.get(f"/figures/incident/{claim['incident_id']}").text
        [row] = site.page(f"/figures/incident/{claim['incident_id']}").all(
            "tr", id=f"claim-{claim['id']}"
        )
        bars = [bar for panel in block(html, "picture-data")["panels"] for bar in panel["claims"]]
        [bar] = [bar for bar in bars if bar["figure"] == claim["first_figure_id"]]
        for who in json.loads(claim["denied_by"]):
            assert f"denied by {who}" in " ".join(row.split())
            assert any(f"denied by {who}" in note for note in bar["notes"])

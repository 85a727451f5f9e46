"""The conflicts page: filters, pages, CSV, JSON and the feed, on the conflicts of the examples."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import datetime
from typing import Any
from urllib.parse import urlencode
from xml.etree import ElementTree

import pytest
from figures_site import cells, conflicts, feed
from hypothesis import given
from hypothesis import strategies as st
from web import Page, Rows, Site

from figures.publishing.cells import safe, to_csv

ATOM = "{http://www.w3.org/2005/Atom}"
OPEN = "SELECT * FROM open_conflict ORDER BY gap DESC, left_claim_id, right_claim_id"


def answered(site: Site, **filters: str) -> list[dict[str, str]]:
    """The rows of the CSV with these filters."""
    return list(csv.DictReader(io.StringIO(site.get(f"/conflicts.csv?{urlencode(filters)}").text)))


def pairs(found: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(row["left_figure_id"], row["right_figure_id"]) for row in found]


def test_every_open_conflict_is_shown_with_both_sides(site: Site, rows: Rows) -> None:
    page = site.page("/conflicts")
    found = rows(OPEN)
    assert len(found) >= 4
    cards = page.all("article", class_="card conflict")
    assert len(cards) == len(found)
    links = page.links()
    for row, card in zip(found, cards, strict=True):
        for side in ("left", "right"):
            assert row[f"{side}_quote"] in card
            assert (row[f"{side}_attributed_to"] or "") in card
            assert (row[f"{side}_publisher"] or row[f"{side}_document"]) in card
            assert (row[f"{side}_published_on"] or "undated") in card
            assert f"/figures/figure/{row[f'{side}_figure_id']}" in links
        assert f"/figures/incident/{row['incident_id']}" in links
        assert f"/compare/{row['left_figure_id']},{row['right_figure_id']}" in links
    assert page.all("h2", id="found") == [f"{len(found)} open conflicts"]


def said_by(row: dict[str, Any], kind: str) -> bool:
    return kind in (row["left_attribution_kind"], row["right_attribution_kind"])


@pytest.mark.parametrize(
    ("filters", "holds"),
    [
        ({"country": "AF"}, lambda r: r["country"] == "AF"),
        ({"category": "injured"}, lambda r: r["category"] == "injured"),
        ({"kind": "order_unknown"}, lambda r: r["kind"] == "order_unknown"),
        ({"from": "2021-01-01"}, lambda r: (r["latest"] or "") >= "2021-01-01"),
        ({"to": "2020-12-31"}, lambda r: (r["earliest"] or "9") <= "2020-12-31"),
        ({"gap": "20"}, lambda r: r["gap"] >= 20),
        ({"by": "military"}, lambda r: said_by(r, "military")),
        (
            {"by": "armed_group", "against": "official"},
            lambda r: said_by(r, "armed_group") and said_by(r, "official"),
        ),
        (
            {"by": "official", "against": "official"},
            lambda r: r["left_attribution_kind"] == r["right_attribution_kind"] == "official",
        ),
    ],
)
def test_filters(site: Site, rows: Rows, filters: dict[str, str], holds: Any) -> None:
    found = [row for row in rows(OPEN) if holds(row)]
    assert 0 < len(found) < len(rows(OPEN)), "a filter that the examples do not try"
    assert pairs(answered(site, **filters)) == pairs(found)
    page = site.page(f"/conflicts?{urlencode(filters)}")
    assert len(page.all("article")) == len(found)
    chosen = {a.get("value") for tag, a in page.elements if tag == "option" and "selected" in a}
    typed = {a.get("value") for tag, a in page.elements if tag == "input"}
    assert set(filters.values()) <= chosen | typed, "the form shows what was asked"
    for form in ("csv", "json", "atom"):
        assert f"/conflicts.{form}?{urlencode(filters)}" in page.links(), form


@pytest.mark.parametrize(
    "query",
    [
        "gap=x", "from=yesterday", "country='", "order=drop", "after=x", "after=[1]", "after=[1,2,3]",
        "after={}", "after=5", "after=null", "after=[[1],2,3]", f"after=[{'9' * 30},%22a%22,%22b%22]",
        "after=[1,null,{}]", f"after={'[' * 9000}", "by=un'--&against=%00", "kind=%3Cscript%3E",
    ],
)  # fmt: skip
def test_nonsense_is_answered_in_peace(site: Site, query: str) -> None:
    for path in ("/conflicts", "/conflicts.csv", "/conflicts.json", "/conflicts.atom"):
        response = site.get(f"{path}?{query}")
        assert response.status_code == 200
        assert "<script>" not in response.text


@pytest.mark.parametrize("order", list(conflicts.ORDERS))
def test_pages_follow_one_another_without_gap_or_repeat(
    site: Site, rows: Rows, monkeypatch: pytest.MonkeyPatch, order: str
) -> None:
    monkeypatch.setattr(conflicts, "ON_A_PAGE", 2)
    path, seen = f"/conflicts?order={order}", []
    for _ in range(9):
        html = site.get(path).text
        seen += re.findall(r'<article class="card conflict" id="c-(\w+)-(\w+)"', html)
        following = re.search(r'href="([^"]*)" rel="next"', html)
        if not following:
            break
        path = following[1].replace("&amp;", "&")
    assert sorted(seen) == sorted(pairs(rows(OPEN)))
    if order == "gap":
        assert seen == pairs(rows(OPEN))


def test_a_conflict_has_an_address_that_stays(site: Site, rows: Rows) -> None:
    for row in answered(site):
        assert row["address"].startswith("http://")
        path = row["address"].split("localhost")[1]
        leads = site.get(path, 302).headers["location"]
        assert leads == f"/figures/claim_relation/{row['left_claim_id']},{row['right_claim_id']}"
        one, other = path.split("/")[-1].split(",")
        assert site.get(f"/compare/{other},{one}", 302).headers["location"] == leads
    [figure, *_] = rows("SELECT id FROM figure WHERE incident_id IS NULL OR category = 'freed'")
    alone = site.get(f"/compare/{figure['id']},{'0' * 16}", 302).headers["location"]
    assert alone.startswith(f"/figures/figure/{figure['id']}")


def test_json_is_paged(site: Site, rows: Rows) -> None:
    found = json.loads(site.get("/conflicts.json").text)
    assert pairs(found["rows"]) == pairs(rows(OPEN))
    assert found["next_url"] is None


def test_the_feed_is_valid_atom(site: Site, rows: Rows) -> None:
    response = site.get("/conflicts.atom")
    assert response.headers["content-type"].startswith("application/atom+xml")
    tree = ElementTree.fromstring(response.content)
    assert tree.tag == f"{ATOM}feed"
    told = [tree, *tree.iter(f"{ATOM}entry")]
    for element in told:
        for name in ("id", "title", "updated"):
            [child] = element.findall(f"{ATOM}{name}")
            assert child.text
        assert datetime.fromisoformat(element.findtext(f"{ATOM}updated") or "").tzinfo
    assert tree.findtext(f"{ATOM}author/{ATOM}name")
    links = {link.get("rel"): link.get("href") for link in tree.findall(f"{ATOM}link")}
    assert (links["self"] or "").startswith("http://localhost/conflicts.atom")
    entries = list(tree.iter(f"{ATOM}entry"))
    assert len(entries) == len(rows(OPEN))
    ids = [entry.findtext(f"{ATOM}id") or "" for entry in entries]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", identity) for identity in ids)
    updated = [entry.findtext(f"{ATOM}updated") for entry in entries]
    assert updated == sorted(updated, reverse=True)
    for entry in entries:
        content = entry.find(f"{ATOM}content")
        assert content is not None
        assert content.get("type") == "html"
        assert Page(content.text or "").all("blockquote")


def test_the_feeds_ids_stay_when_claims_change() -> None:
    row = {"left_figure_id": "0a" * 8, "right_figure_id": "1b" * 8, "left_claim_id": "x"}
    turned = {"left_figure_id": "1b" * 8, "right_figure_id": "0a" * 8, "left_claim_id": "y"}
    assert feed.identity(row) == feed.identity(turned)


def test_characters_that_xml_cannot_hold_do_not_break_the_feed() -> None:
    element = feed.add(ElementTree.Element("feed"), "title", "a\x00b\x1b\ufffe<c>&\ud800")
    text = ElementTree.tostring(element, encoding="utf-8")
    assert ElementTree.fromstring(text).text == "a\ufffdb\ufffd\ufffd<c>&\ufffd"


# --- CSV that a spreadsheet may open --------------------------------------------------------


@given(
    st.text() | st.sampled_from(["=1+1", "\t=x", "a;=x", "＝x", " -x", "\u200b@x", "-12", "-1.5"])
)
def test_the_sites_cells_are_those_of_the_exports(cell: str) -> None:
    if cells.NUMBER.fullmatch(cell):
        assert cells.safe(cell) == cell
    else:
        assert cells.safe(cell) == safe(cell)


@given(
    st.lists(
        st.lists(st.text('ab,"\r\n;=é\U0001f3ed', max_size=8), min_size=2, max_size=3), max_size=5
    ),
    st.integers(1, 7),
)
def test_csv_in_pieces_is_given_back_whole(table: list[list[str]], size: int) -> None:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(table)
    sent = out.getvalue().encode()
    stream = cells.SafeCells()
    pieces = [sent[i : i + size] for i in range(0, len(sent), size)]
    given_back = b"".join(stream.feed(piece, False) for piece in pieces) + stream.feed(b"", True)
    found = list(csv.reader(io.StringIO(given_back.decode(), newline="")))
    assert found == [[cells.safe(cell) for cell in row] for row in table]


def test_datasettes_own_csv_is_safe_too(site: Site) -> None:
    sql = "select '=1+1' as a, -3 as b, 'x' || char(10) || '=2' as c, '@' || 'sum' as d"
    for path in (
        f"/figures.csv?{urlencode({'sql': sql})}",
        f"/figures.csv?{urlencode({'sql': sql})}&_dl=on",
    ):
        [_, row] = csv.reader(io.StringIO(site.get(path).text, newline=""))
        assert row == ["'=1+1", "-3", "x\n'=2", "'@sum"]
    assert to_csv(["a"], [{"a": "=1+1"}]).endswith("'=1+1\n")

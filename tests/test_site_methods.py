"""The methods page tells the rules by which the database was made, wherever it is served."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from conftest import ROOT
from figures_site import methods
from hypothesis import given
from hypothesis import strategies as st
from web import Rows, Site

from figures.categories import categories
from figures.comparison import codebooks, relations
from figures.publishing import method
from figures.store import Store


def test_every_category_is_told_with_the_figures_of_its_examples(site: Site) -> None:
    page = site.page("/methods")
    marks, told = page.all("mark"), page.all("details", class_="category")
    assert len(told) == len(categories())
    for category, shown in zip(categories().values(), told, strict=True):
        assert category.label in shown
        for example in category.examples:
            assert example["text"] in shown
            for figure in example.get("figures", ()):
                assert any(figure["quote"] in mark for mark in marks) or len(example["figures"]) > 1
        for example in (*category.none, *category.known_gaps):
            assert example["text"] in shown


def test_relations_qualifiers_codebooks_and_limits_are_told(site: Site) -> None:
    text = " ".join(site.page("/methods").all("main")[0].split())
    places = [text.index(words[1:]) for _, words in relations.rules()]
    assert places == sorted(places), "in the order in which they are asked"
    for name in codebooks.names():
        book = codebooks.codebook(name)
        assert book.name in text
        assert book.cite in text
    assert "as many as" in text
    assert "“dozens” 24 to 99" in text
    assert all(words in text for words in method.LIMITS)


def test_the_accuracy_told_is_the_accuracy_measured(site: Site) -> None:
    measured = (ROOT / "audits" / "accuracy.md").read_text("utf-8").partition("\n## ")[0]
    rows = [line for line in measured.splitlines() if re.match(r"\| \w+ \| [\d,]+ \|", line)]
    told = [content for part, _, content in method.told() if part == "accuracy"]
    assert len(told) == len(rows) > 5
    for row, content in zip(rows, told, strict=True):
        assert content["texts"] in row
        assert [str(f["value"]) for f in content["figures"]] == re.findall(r" (\d\.\d+)(?= )", row)
        assert content["measure"] in method.MEASURES.values(), "a measure without words"
    shown = " ".join(site.page("/methods").all("main")[0].split())
    assert f"{told[0]['figures'][0]['name']}: {told[0]['figures'][0]['value'] * 100:.0f} %" in shown


def test_where_codebooks_disagree_is_shown(site: Site, rows: Rows) -> None:
    found = rows(
        "SELECT t.incident_id FROM toll_by_codebook o JOIN toll t ON t.id = o.toll_id"
        " WHERE (t.low, t.high) IS NOT (o.low, o.high)"
    )
    assert found, "the examples hold one"
    links = site.page("/methods").links()
    assert any(f"/figures/incident/{row['incident_id']}" in links for row in found)


def test_the_method_is_written_anew_only_where_it_changed(tmp_path: Path) -> None:
    with Store(tmp_path / "f.db") as store:
        store.write_method([("limit", "1", {"words": "a"}), ("limit", "2", {"words": "b"})])
        before = store.connection.total_changes
        store.write_method([("limit", "1", {"words": "a"}), ("limit", "2", {"words": "b"})])
        assert store.connection.total_changes == before
        store.write_method([("limit", "1", {"words": "c"})])
        found = list(store.query("SELECT position, content FROM method"))
    assert [(row["position"], json.loads(row["content"])) for row in found] == [(1, {"words": "c"})]


@given(st.text(), st.lists(st.text(min_size=1), max_size=3))
def test_an_example_with_marks_is_the_example(text: str, quotes: list[str]) -> None:
    stand = [quote for quote in quotes if quote in text]
    assert (
        methods.mark(text, stand).striptags().split() == methods.mark(text, []).striptags().split()
    )


def test_a_database_that_tells_no_method_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Store(tmp_path / "figures.db").close()
    for part in ("metadata.yaml", "settings.json", "templates", "plugins", "static"):
        (tmp_path / part).symlink_to(ROOT / "db" / part)
    site = Site(tmp_path)
    try:
        assert "does not tell its rules yet" in site.page("/methods").all("main")[0]
        assert "No open conflict" in site.page("/conflicts").all("main")[0]
    finally:
        site.close()

"""Word files: what stands on the page is the text, in its order; what was deleted is not."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.model import Document, Issue
from figures.reading import read_again, read_bytes

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def docx(body: str, title: str = "", declared: str = "") -> bytes:
    """A Word file of this body."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        whole = f"<?xml version='1.0'?>{declared}<w:document {W} {MC}><w:body>{body}</w:body></w:document>"
        archive.writestr("word/document.xml", whole)
        if title:
            core = (
                f'<p xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></p>'
            )
            archive.writestr("docProps/core.xml", core)
    return made.getvalue()


def paragraph(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def read(body: str, **more: str) -> Document:
    [document] = read_bytes(docx(body, **more), "a.docx")
    assert isinstance(document, Document)
    return document


def test_paragraphs_stand_apart_and_runs_together() -> None:
    body = (
        "<w:p><w:r><w:t xml:space='preserve'>At least 12 </w:t></w:r><w:r><w:t>people died.</w:t></w:r></w:p>"
        f"{paragraph('')}{paragraph('Nine are missing.')}"
    )
    document = read(body, title="Landslide at Lesk")
    assert document.text == "At least 12 people died.\n\nNine are missing."
    assert document.title == "Landslide at Lesk"
    assert document.published_on is None
    assert read_again(document) == document


def test_a_table_is_a_line_a_row() -> None:
    rows = (("Province", "Killed"), ("Lesk", "12"), ("Tovar", "3"))
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    body = "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"
    told = read(paragraph("Toll:") + body + paragraph("As of noon.")).text
    assert told == "Toll:\n\nProvince | Killed\nLesk | 12\nTovar | 3\n\nAs of noon."


def cell(inside: str) -> str:
    return f"<w:tc>{inside}</w:tc>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def test_an_empty_cell_keeps_its_place() -> None:
    words = [
        ("Province", "Killed", "Injured"), ("Lesk", "", "12"), ("", "3", ""), ("", "", ""), ("Orda", "1", "2")
    ]  # fmt: skip
    rows = (row(*(cell(paragraph(told)) for told in line)) for line in words)
    assert read(f"<w:tbl>{''.join(rows)}</w:tbl>").text.splitlines() == [
        "Province | Killed | Injured", "Lesk |  | 12", "|  | 3 |  |", "Orda | 1 | 2"
    ]  # fmt: skip


def test_a_merged_cell_takes_the_place_of_several() -> None:
    def over(words: str, places: str) -> str:
        span = f"<w:tcPr><w:gridSpan w:val='{places}'/></w:tcPr>"
        return cell(span + paragraph(words))

    rows = row(over("Toll", "3")) + row(over("Total", "2"), cell(paragraph("12")))
    assert read(f"<w:tbl>{rows}</w:tbl>").text == "Toll\nTotal |  | 12"
    hostile = row(over("Toll", "-1"), over("9", "99999999999"), cell(paragraph("12")))
    assert read(f"<w:tbl>{hostile}</w:tbl>").text.count("|") == 64


def test_a_table_in_a_table_is_told_once_and_a_cell_in_a_control_is_told() -> None:
    inner = f"<w:tbl>{row(cell(paragraph('Killed')), cell(paragraph('12')))}</w:tbl>"
    outer = f"<w:tbl>{row(cell(paragraph('Lesk')), cell(inner + paragraph('At noon.')))}</w:tbl>"
    assert read(outer).text == "Lesk | At noon.\n\nKilled | 12"
    control = f"<w:sdt><w:sdtContent>{cell(paragraph('12'))}</w:sdtContent></w:sdt>"
    assert read(f"<w:tbl>{row(cell(paragraph('Killed')), control)}</w:tbl>").text == "Killed | 12"


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("<w:del><w:r><w:delText>9</w:delText></w:r></w:del><w:ins><w:r><w:t>12</w:t></w:r></w:ins>", "12"),
        ("<w:moveFrom><w:r><w:t>9</w:t></w:r></w:moveFrom><w:r><w:t>12</w:t></w:r>", "12"),
        ("<w:r><w:instrText>PAGE 9</w:instrText><w:t>12</w:t></w:r>", "12"),
        ("<w:hyperlink><w:r><w:t>12</w:t></w:r></w:hyperlink>", "12"),
        ("<w:r><w:t>12</w:t><w:br/><w:t>9</w:t><w:tab/><w:t>3</w:t></w:r>", "12\n9\t3"),
        ("<w:r><w:t>20</w:t><w:noBreakHyphen/><w:t>33</w:t></w:r>", "20-33"),
        ("<!-- 9 --><w:r><w:t>12</w:t></w:r>", "12"),
    ],
)  # fmt: skip
def test_what_the_page_shows_is_read(inside: str, words: str) -> None:
    assert read(f"<w:p>{inside}</w:p>").text == words


def test_a_box_is_read_once_and_after_the_paragraph_it_hangs_on() -> None:
    box = f"<w:txbxContent>{paragraph('Nine hurt.')}</w:txbxContent>"
    choice, fallback = f"<mc:Choice>{box}</mc:Choice>", f"<mc:Fallback>{box}</mc:Fallback>"
    told_twice = f"<mc:AlternateContent>{choice}{fallback}</mc:AlternateContent>"
    body = (
        f"<w:p><w:r><w:t>Two </w:t></w:r><w:r>{told_twice}</w:r><w:r><w:t>died.</w:t></w:r></w:p>"
    )
    assert read(body).text == "Two died.\n\nNine hurt."


def test_a_file_whose_name_does_not_tell_is_known_by_its_parts() -> None:
    [document] = read_bytes(docx(paragraph("Two died.")), "stdin")
    assert isinstance(document, Document)
    assert document.raw is not None
    assert document.raw.format == "docx"


ENTITY = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (docx(paragraph("&b;"), declared=ENTITY), "declares entities"),
        (docx("<w:p>"), "cannot be parsed"),
        (docx("<w:r>" * 50_000 + "</w:r>" * 50_000), "cannot be parsed"),
        (docx(""), "there is no text"),
        (docx(paragraph("Two died."))[:200], "cannot be parsed"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "locked with a password"),
        (b"Two died.", "cannot be parsed"),
    ],
)
def test_what_is_no_readable_word_file_is_an_issue(content: bytes, words: str) -> None:
    [issue] = read_bytes(content, "a.docx")
    assert isinstance(issue, Issue)
    assert words in issue.what


def test_entities_are_refused_in_any_encoding() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        body = f"<w:document {W}><w:body>{paragraph('&b;')}</w:body></w:document>"
        markup = f"<?xml version='1.0' encoding='utf-16'?>{ENTITY}{body}"
        archive.writestr("word/document.xml", markup.encode("utf-16"))
    [issue] = read_bytes(made.getvalue(), "a.docx")
    assert isinstance(issue, Issue)
    assert "declares entities" in issue.what


def test_a_part_that_unpacks_to_more_than_memory_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("figures.reading.docx.LARGEST", 10_000)
    [issue] = read_bytes(docx(paragraph(" " * 20_000) * 9)[:9_999], "a.docx")
    assert isinstance(issue, Issue)
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", paragraph(" " * 1_000_000))
    [issue] = read_bytes(bomb.getvalue(), "a.docx")
    assert isinstance(issue, Issue)
    assert "its text is larger" in issue.what


def test_a_part_of_tags_alone_is_refused_before_it_is_parsed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("figures.reading.docx.MOST_TAGS", 100)
    assert read("<w:p/>" * 80 + paragraph("Two died.")).text == "Two died."
    [issue] = read_bytes(docx("<w:p/>" * 100), "a.docx")
    assert isinstance(issue, Issue)
    assert "more than 100 tags" in issue.what


@given(st.binary(max_size=300), st.integers(0, 600))
def test_no_damaged_file_crashes(noise: bytes, at: int) -> None:
    whole = docx(paragraph("At least 12 people died."))
    [part] = read_bytes(whole[:at] + noise + whole[at + len(noise) :], "a.docx")
    assert isinstance(part, Document | Issue)

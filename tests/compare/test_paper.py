"""A comparison as a PDF: sound for who has it read aloud, in each language, and told when it cannot be made."""

from io import BytesIO
from typing import Any

import pikepdf
import pytest
from django.test import Client
from django.utils.translation import override

from dialoog.compare import views
from dialoog.compare.adding import SENTENCES, Trouble
from dialoog.compare.columns import columns_of
from dialoog.compare.paper import SHEETS, render_html
from dialoog.compare.telling_apart import tell_apart
from dialoog.report.download import ASSETS
from dialoog.report.pdf.document import collect_warnings, write_pdf
from dialoog.report.pdf.process import PdfBusy
from dialoog.wizard.models import Consultation
from tests.compare.reports import HURRY, errors, finish, paste
from tests.report.pdf.reading import text_of_pdf
from tests.report.pdf.structure import structure_problems
from tests.report.pdf.tree import elements

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.pdf]


NAMES = {
    "nl": ("Met wie werk ik samen?", "Gebaseerd op het SER-kennisdocument"),
    "en": ("Who do I work with?", "Based on the knowledge document"),
}
"""What each page and the first one name."""


@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_is_sound_and_its_tables_have_heads(language: str) -> None:
    finish(title="Lonen & <werk>")
    finish(title="漢字 " + "x" * 100, **HURRY)
    with override(language), collect_warnings() as warnings:
        content = write_pdf(render_html(columns_of(Consultation.objects.all())), ASSETS, SHEETS)

    assert structure_problems(content) == []
    assert warnings == []
    with pikepdf.open(BytesIO(content)) as pdf:
        heads = [str(e.node.A.Scope) for e in elements(pdf) if e.kind == "TH"]
        assert {"/Row", "/Column"} == set(heads)
        assert str(pdf.Root.Lang) == language
        assert "Lonen & <werk>" in str(pdf.docinfo["/Title"])
        parts = [str(part.S) for e in elements(pdf) if e.kind == "LI" for part in e.node.K]
        assert set(parts) == {"/Lbl", "/LBody"}
        pages = len(pdf.pages)
    codes = ", ".join(Consultation.objects.order_by("completed_at").values_list("code", flat=True))
    text = text_of_pdf(content)
    assert text.count(f"{NAMES[language][0]} · {codes}") == pages + 1  # below each, and above the title
    assert NAMES[language][1] in text


def test_its_first_page_says_it_all() -> None:
    finish(title="Lonen", toezeggingen=["opvolging", "vergoeding"])
    finish(title="Lonen (variant)", **HURRY)
    columns = tell_apart(columns_of(Consultation.objects.all()))

    content = write_pdf(render_html(columns), ASSETS, SHEETS)

    with pikepdf.open(BytesIO(content)) as pdf:
        del pdf.pages[1:]
        pdf.save(first := BytesIO())
    text = " ".join(text_of_pdf(first.getvalue()).split())
    for said in ("2 antwoorden verschillen.", "De belangrijkste reden", "Let vooral hierop", "Doe dit eerst"):
        assert said in text
    assert "Antwoorden die verschillen" not in text


def test_it_is_downloaded_from_the_page(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = finish(), finish(title="Haast", **HURRY)
    monkeypatch.setattr(views, "render_pdf", lambda columns: f"%PDF {len(columns)}".encode())
    assert client.post("/vergelijken/", {"pdf": "ja"}).url == "/vergelijken/"
    assert "Download de vergelijking (pdf)" in paste(client, "/vergelijken/", one.shared, other.shared).content.decode()

    sent = client.post("/vergelijken/", {"pdf": "ja"})

    assert sent.content == b"%PDF 2"
    assert sent["Content-Type"] == "application/pdf"
    assert sent["Content-Disposition"].startswith('attachment; filename="adviezen-vergelijken-')
    assert "no-store" in sent["Cache-Control"]


def test_who_comes_while_another_is_made_is_told(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(_columns: Any) -> bytes:
        raise PdfBusy("Another PDF is being made.")

    monkeypatch.setattr(views, "render_pdf", busy)
    paste(client, "/vergelijken/", finish().shared, finish(title="Haast", **HURRY).shared)

    page = client.post("/vergelijken/", {"pdf": "ja"}, follow=True)

    assert errors(page) == [SENTENCES[Trouble.NO_PDF]]
    assert len(page.context["columns"]) == 2

"""The advice with a QR code of the link for readers: sound, no longer than without, and kept nowhere."""

import re
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from django.utils.translation import override

from dialoog.handover import paper
from dialoog.report.download import ASSETS
from dialoog.report.editions import Edition
from dialoog.report.models import Rendering
from dialoog.report.pdf.document import collect_warnings, write_pdf
from dialoog.report.pdf.process import PdfBusy
from tests.handover.handing import errors, finish, hand_over
from tests.report.pdf.structure import structure_problems
from tests.report.pdf.tree import elements
from tests.report.test_pdf import pdf_of, report_of

pytestmark = [pytest.mark.slow, pytest.mark.pdf]

URL = "https://dialoog.example.nl/rapport/" + "aB3-_" * 6 + "xY/"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_it_is_sound_says_what_the_picture_is_and_makes_no_page_more(language: str) -> None:
    with override(language), collect_warnings() as warnings:
        report = report_of("P1")
        content = write_pdf(paper.render_html(report, URL), ASSETS, paper.SHEETS)
        without = pdf_of(report, Edition.ADVICE)

    assert structure_problems(content) == []
    assert warnings == []
    with pikepdf.open(BytesIO(content)) as pdf, pikepdf.open(BytesIO(without)) as shorter:
        assert len(pdf.pages) == len(shorter.pages)
        told = [str(e.node.Alt) for e in elements(pdf) if e.kind == "Figure" and "QR" in str(e.node.get("/Alt", ""))]
        assert len(told) == 1
        links = [str(a.A.URI) for a in pdf.pages[0].Annots if "/A" in a and "/URI" in a.A]
        assert URL in links


@pytest.mark.django_db
def test_it_is_made_for_who_asks_and_kept_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    monkeypatch.setattr(paper, "render", lambda html, *_rest, **_options: made.append(html) or b"%PDF")
    journey = finish()

    answer = hand_over(journey, "pdf")

    assert answer.content == b"%PDF"
    assert answer["Content-Type"] == "application/pdf"
    assert re.search(r'filename="lonen-overdragen-[0-9A-Z-]{9}\.pdf"', answer["Content-Disposition"])
    assert "no-store" in answer["Cache-Control"]
    assert f'href="http://testserver{journey.shared}"' in made[0]
    assert journey.token not in made[0]
    assert not Rendering.objects.filter(edition=Edition.ADVICE).exists()


@pytest.mark.django_db
def test_the_advice_of_everybody_holds_no_link() -> None:
    assert "reader-link" not in paper.download.render_html(report_of("P1"), Edition.ADVICE)


@pytest.mark.django_db
def test_who_comes_while_another_is_made_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_rest: Any, **_options: Any) -> bytes:
        raise PdfBusy("Another PDF is being made.")

    monkeypatch.setattr(paper, "render", busy)

    page = hand_over(finish(), "pdf")

    assert errors(page) == ["De pdf kon nu niet gemaakt worden. Probeer het over een minuut opnieuw."]

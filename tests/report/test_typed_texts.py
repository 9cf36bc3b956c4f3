"""Whatever staff typed and published, and however long ago: the PDFs stay sound and their links lead somewhere."""

import re
from copy import deepcopy
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from dialoog.catalogue.reader import read_catalogue
from dialoog.report.body.report import Report
from dialoog.report.download import render_html
from dialoog.report.editions import PDFS, Edition
from tests.builders import real_document
from tests.report.pdf.structure import structure_problems
from tests.report.test_pdf import embedded, pdf_of
from tests.report.test_report import report_of

pytestmark = [pytest.mark.pdf, pytest.mark.slow]

WRITTEN = {
    "links": "Lees [dit](www.voorbeeld.nl/dialoog), [dat](../x), [beheer](/beheer/) of [bel](tel:+31201234567). "
    "Of [](https://www.ser.nl), [lees](#x), <https://localhost/x> en [mail](mailto:info@ser.nl).",
    "headings": "## Kop\n\nTekst.\n\nOnder een streep\n---\n\n#### Diep\n\n# Hoog\n\n##\n\nTekst.",
    "lists": "1. Een\n2. Twee\n\nEen zin.\n\n3. Drie\n4. Vier\n\n-\n\n- punt\n  - onderpunt\n\n> citaat\n\n>\n\n***",
    "code": "Tekst\n\n    ingesprongen\n\n```\ncode\n```\n\n`woord` ![beeld](https://www.ser.nl/x.png) <b>vet</b>",
    "signs": "Klaar \u2714 \uf0b7 \U0001f600 \u6f22 \u202e om \u00a0\u00ad\u200b e\u0301\u0323\u0302\u0303\u0308.",
    "long word": "W" * 3000,
}
NAMES = ("বাংলা শ্রমিক ইউনিয়ন", "اتحاد العمال", "မြန်မာ စက်ရုံ", "ভ ✔ \uf0b7 漢")


def report_with(text: str) -> Report:
    """The real content with this text wherever Markdown is shown, and names and reasons in other scripts."""
    document: dict[str, Any] = deepcopy(real_document())
    for record in document["goals"]:
        record |= {"theory": text, "what_to_do": text}
    for record in document["page_texts"]:
        record["text"] = text
    for record in document["rules"]:
        record["reason"] = f"{record['reason']} {NAMES[-1]}"
    for number, record in enumerate(document["organisations"]):
        record["name"] = NAMES[number % len(NAMES)]
        record["text"] = f"{record['text']} {NAMES[number % len(NAMES)]}"
    for record in document["partner_types"]:
        record["name"] = f"{record['name']} {NAMES[0]}"
    return report_of("B34", read_catalogue(document))


@pytest.mark.parametrize("edition", PDFS)
@pytest.mark.parametrize("text", WRITTEN.values(), ids=WRITTEN)
def test_whatever_was_published_the_pdf_is_sound(text: str, edition: Edition) -> None:
    content = pdf_of(report_with(text), edition)

    assert structure_problems(content) == []
    with pikepdf.open(BytesIO(content)) as pdf:
        assert all("+Dialoog-" in font for font in embedded(pdf))
        assert all(leads_away(note) for page in pdf.pages for note in page.get("/Annots", []))


def leads_away(note: Any) -> bool:
    """Or to a place in the PDF itself."""
    address = str(note.get("/A", {}).get("/URI", ""))
    return not address or address.startswith(("https://", "http://", "mailto:"))


def test_numbers_of_a_list_stay_as_they_were_written() -> None:
    html = render_html(report_with(WRITTEN["lists"]), Edition.DOSSIER)

    assert re.findall(r'<li value="(\d)">', html)[:4] == ["1", "2", "3", "4"]


def test_what_no_font_has_is_a_box_and_no_font_of_the_machine() -> None:
    html = render_html(report_with(WRITTEN["signs"]), Edition.DOSSIER)

    assert re.search(r"Klaar □ □ □ □ +om", html)


def test_a_word_without_end_may_break_and_an_address_may_not() -> None:
    address = f"https://www.ser.nl/{'x' * 200}"
    endless = render_html(report_with(f"{'W' * 3000} en\n\n{address}"), Edition.DOSSIER)

    assert "W" * 61 not in endless
    assert address in endless

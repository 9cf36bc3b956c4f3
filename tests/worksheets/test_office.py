"""An office program opens each document: it loses no word, tears no row in two and numbers nothing by itself."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from django.utils.translation import override

from dialoog.worksheets.formats import Format
from dialoog.worksheets.packing import write
from dialoog.worksheets.sheet import Heading, plain
from tests.worksheets.made import ARABIC, report_of, sheets, texts_of

OFFICE = shutil.which("soffice") or ""
TEXT = shutil.which("pdftotext") or ""
SECONDS = 120

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (OFFICE and TEXT), reason="LibreOffice and pdftotext are not both here"),
]


def in_office(folder: Path, documents: dict[str, bytes]) -> dict[str, str]:
    """By file name what one reads of it in the PDF that the office program makes; all of them in one start."""
    for name, content in documents.items():
        (folder / name).write_bytes(content)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [
        OFFICE,
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        folder,
        *(folder / n for n in documents),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
    return {name: text_of((folder / name).with_suffix(".pdf")) for name in documents}


def text_of(pdf: Path) -> str:
    """A word that is broken off at the end of a line is whole again."""
    said = subprocess.run([TEXT, "-raw", pdf, "-"], check=True, capture_output=True, text=True).stdout
    return re.sub(r"[-\u00ad]\n", "", said)


@pytest.mark.parametrize("form", list(Format))
@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_word_is_lost(form: Format, language: str, tmp_path: Path) -> None:
    with override(language):
        made = sheets(report_of())
    read = in_office(tmp_path, {f"{sheet.slug}.{form}": write(sheet, form) for sheet in made.values()})

    for sheet in made.values():
        assert words_of(" ".join(texts_of(sheet))) - words_of(read[f"{sheet.slug}.{form}"]) == set()


@pytest.mark.parametrize("form", list(Format))
def test_a_heading_stands_there_as_it_was_written(form: Format, tmp_path: Path) -> None:
    """Templates give numbers to headings of their own accord."""
    sheet = sheets()["intentieverklaring"]
    lines = in_office(tmp_path, {f"opzet.{form}": write(sheet, form)})[f"opzet.{form}"].splitlines()
    headings = [plain(block.text) for block in sheet.blocks if isinstance(block, Heading)]

    assert headings
    for heading in headings:
        assert any(heading.startswith(line) for line in lines if line), heading


@pytest.mark.parametrize("form", list(Format))
def test_the_own_part_is_a_page_of_its_own(form: Format, tmp_path: Path) -> None:
    pages = in_office(tmp_path, {f"mail.{form}": write(sheets()["email"], form)})[f"mail.{form}"].split("\f")

    assert pages[1].startswith("Niet meesturen: haal deze bladzijde weg")
    assert "Met vriendelijke groet" in pages[0]
    assert "Waar je op let" not in pages[0]


@pytest.mark.parametrize("form", list(Format))
def test_a_title_of_another_script_can_be_opened(form: Format, tmp_path: Path) -> None:
    cover = {"title": ARABIC, "organisation": "<b>", "contact": "", "region": ""}
    sheet = sheets(report_of(cover=cover))["email"]

    assert "سلسلة" in in_office(tmp_path, {f"titel.{form}": write(sheet, form)})[f"titel.{form}"]


def words_of(text: str) -> set[str]:
    """Of some length: a short one may be hyphenated or stand beside a line."""
    return set(re.findall(r"\w{4,}", text))

"""An office program turns each document into a PDF without losing a word."""

import re
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest

from dialoog.worksheets.formats import Format
from dialoog.worksheets.packing import write
from tests.worksheets.made import sheets, texts_of

OFFICE = shutil.which("soffice") or shutil.which("libreoffice") or ""
TEXT = shutil.which("pdftotext") or ""
SECONDS = 120

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (OFFICE and TEXT), reason="LibreOffice and pdftotext are not both here"),
]


@pytest.mark.parametrize("form", list(Format))
def test_no_word_is_lost(form: Format, tmp_path: Path) -> None:
    for sheet in sheets().values():
        source = tmp_path / f"{sheet.slug}.{form}"
        source.write_bytes(write(sheet, form))
        profile = f"-env:UserInstallation=file://{tmp_path}/profile"
        command = [OFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
        made = source.with_suffix(".pdf")
        text = subprocess.run([TEXT, "-layout", str(made), "-"], check=True, capture_output=True, text=True).stdout

        with pikepdf.open(made) as pdf:
            assert len(pdf.pages) > 0
        assert words_of(" ".join(texts_of(sheet))) - words_of(text) == set()


def words_of(text: str) -> set[str]:
    """Of some length: a short one may be hyphenated or stand beside a line."""
    return set(re.findall(r"\w{4,}", text))

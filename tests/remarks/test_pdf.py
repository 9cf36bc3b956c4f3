"""A dossier with remarks: sound in its structure, however they are written."""

from itertools import cycle

import pytest
from django.utils.translation import override

from dialoog.report.body.report import build_report
from dialoog.report.download import render_pdf
from dialoog.report.editions import Edition
from dialoog.wizard.remarks import MOST, MOST_LINES
from tests.advice.test_golden_cases import CASES
from tests.builders import build_conclusion, real_catalogue
from tests.report.pdf.structure import structure_problems
from tests.report.test_report import COVER

pytestmark = [pytest.mark.pdf, pytest.mark.slow]

WRITTEN = (
    "Els zocht dit uit.\n\nZie haar mail.",
    "<b>vet</b> & [link](https://www.ser.nl) <script>",
    "حوار مع النقابة \u202e\u2067 en שלום",
    "W" * MOST,
    "a\n" * MOST_LINES,
    "漢字 \U0001f600 \uf0b7",
)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_dossier_with_a_remark_at_every_answer_is_sound(language: str) -> None:
    answers = next(case["answers"] for case in CASES if case["id"] == "B34")
    remarks = dict(zip(real_catalogue().questions, cycle(WRITTEN), strict=False))
    with override(language):
        content = render_pdf(build_report(real_catalogue(), build_conclusion(answers), COVER, remarks), Edition.DOSSIER)

    assert structure_problems(content) == []

"""The search for texts without a place of their own finds them, and finds nothing in a page that is as it should be."""

import pytest

from tests.report.pdf.overprint import beside_the_page, broken_too_soon, overprinted
from tests.report.pdf.sample import build_html
from tests.report.pdf.test_length import laid_out

pytestmark = pytest.mark.pdf


def found(body: str) -> list[str]:
    return [
        said
        for page in laid_out(build_html(body))
        for search in (overprinted, beside_the_page, broken_too_soon)
        for said in search(page)
    ]


def test_nothing_is_wrong_with_a_plain_report() -> None:
    assert found("<h1>Eerst</h1><p>dan</p>") == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('<h1 style="position: absolute">Eerst</h1><p>dan</p>', "“dan” stands over “Eerst”"),
        ('<h1 style="position: absolute; left: 200mm">Eerst</h1>', "Eerst"),
        ('<p style="width: 60mm">Eerst<span style="white-space: pre">\n</span>dan</p>', "Eerst / dan"),
    ],
)
def test_what_is_wrong_is_found(body: str, said: str) -> None:
    assert said in found(body)

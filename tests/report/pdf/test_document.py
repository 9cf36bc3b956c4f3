import re
from io import BytesIO

import pikepdf
import pytest

from dialoog.report.pdf.document import collect_warnings, write_pdf
from dialoog.report.pdf.glyphs import printable
from tests.report.pdf.marks import artifacts
from tests.report.pdf.sample import ASSETS, BODY, STYLESHEETS, build_html
from tests.report.pdf.structure import structure_problems
from tests.report.pdf.tree import elements

pytestmark = pytest.mark.pdf
LATIN = {"Dialoog-Sans", "Dialoog-Sans-Italic", "Dialoog-Sans-Semi-Bold", "Dialoog-Serif-Semi-Bold"}
SCRIPTS = {f"Dialoog-{path.stem.capitalize()}" for path in (ASSETS / "fonts" / "scripts").glob("*.ttf")}
NAMES = {
    "Dialoog-Arabic": "شركة النسيج مِصْر، پاکستان ٹیکسٹائل می‌خواهم",
    "Dialoog-Bengali": "ঢাকা বস্ত্র শিল্প লিমিটেড, র‍্যাব",
    "Dialoog-Devanagari": "भारतीय वस्त्र उद्योग क्षत्रिय",
    "Dialoog-Ethiopic": "ኢትዮጵያ ጨርቃ ጨርቅ",
    "Dialoog-Gujarati": "ગુજરાત ક્ષત્રિય",
    "Dialoog-Gurmukhi": "ਪੰਜਾਬੀ ਕੱਪੜਾ",
    "Dialoog-Kannada": "ಕನ್ನಡ ಕ್ಷೇತ್ರ",
    "Dialoog-Khmer": "រោងចក្រ កាត់ដេរ ខ្មែរ",
    "Dialoog-Lao": "ບໍລິສັດ ລາວ",
    "Dialoog-Malayalam": "മലയാളം ക്ഷേത്രം",
    "Dialoog-Myanmar": "မြန်မာ အထည်ချုပ် စက်ရုံ",
    "Dialoog-Sinhala": "ශ්‍රී ලංකා",
    "Dialoog-Tamil": "தமிழ்நாடு நெசவு",
    "Dialoog-Telugu": "తెలుగు శ్రీ",
    "Dialoog-Thai": "โรงงานทอผ้า น้ำ",
}
"""By font a name that it shows."""


def write(html: str) -> bytes:
    return write_pdf(html, ASSETS, STYLESHEETS)


def open_pdf(html: str) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(write(html)))


def fonts(pdf: pikepdf.Pdf) -> set[str]:
    """Without the six letters that say that a font is a subset, and without the slant of one that has no italic."""
    used = [font for page in pdf.pages for font in page.Resources.get("/Font", {}).values()]
    assert all("/FontFile2" in font.DescendantFonts[0].FontDescriptor for font in used)
    return {re.sub(r"^/[A-Z]{6}\+|-Oblique$", "", str(font.BaseFont)) for font in used}


def test_the_structure_is_sound_and_nothing_is_warned_about():
    with collect_warnings() as warnings:
        content = write(build_html())

    assert structure_problems(content) == []
    assert warnings == []


def test_the_same_html_gives_the_same_bytes():
    assert write(build_html()) == write(build_html())


def in_all_cuts(text: str) -> bytes:
    shown = printable(text).replace("&", "&amp;").replace("<", "&lt;")
    return write(build_html(f"<h1>{shown}</h1><p>{shown} <em>{shown}</em> <strong>{shown}</strong></p>"))


def in_pdf(content: bytes) -> set[str]:
    return fonts(pikepdf.open(BytesIO(content)))


def test_a_report_without_other_scripts_holds_no_fonts_for_them():
    assert fonts(open_pdf(build_html())) == LATIN


@pytest.mark.parametrize(
    "text", ["👨‍👩‍👧 🇳🇱", "漢字", "שָׁלוֹם", "Ωя", "\ud800", "\x00\x08", "a\u0300\u0316", "Ẹ̀gbẹ́ Nguyễn"]
)
def test_text_that_no_font_has_stays_in_the_bundled_fonts(text):
    assert in_pdf(in_all_cuts(text)) <= LATIN


@pytest.mark.parametrize(("font", "name"), NAMES.items())
def test_a_name_in_another_script_is_shown_in_its_own_font(font, name):
    content = in_all_cuts(f"Samenwerken met {name} (2026)")

    assert printable(name) == name
    assert in_pdf(content) == LATIN | {font}
    assert structure_problems(content) == []


def test_each_bundled_script_has_a_name_that_shows_it():
    assert NAMES.keys() == SCRIPTS


def test_every_mark_on_a_letter_is_shown_in_the_bundled_fonts():
    letters = "".join(f"a{chr(mark)} ɔ{chr(mark)} {chr(mark)} " for mark in range(0x300, 0x370))

    assert in_pdf(in_all_cuts(letters)) == LATIN


def test_every_printable_character_is_in_the_bundled_fonts():
    everything = "".join(chr(code) for code in range(0x20, 0x3000) if printable(chr(code)) == chr(code))

    assert in_pdf(in_all_cuts(everything)) == LATIN | SCRIPTS


def test_a_running_footer_is_a_pagination_artifact():
    pdf = open_pdf(build_html())

    assert all("/Pagination" in artifacts(page) for page in pdf.pages)


def test_a_link_is_described_by_its_words():
    pdf = open_pdf(build_html())

    notes = [note for page in pdf.pages for note in page.get("/Annots", [])]

    assert [str(note.Contents) for note in notes] == ["Deel een", "de handreiking"]


def test_heads_say_whether_they_are_for_a_row_or_a_column():
    pdf = open_pdf(build_html())

    heads = [element.node for element in elements(pdf) if element.kind == "TH"]

    assert [str(head.A.Scope) for head in heads] == ["/Column", "/Column", "/Row"]


def test_the_place_of_a_figure_is_on_the_page_in_points():
    pdf = open_pdf(build_html())

    (figure,) = [element for element in elements(pdf) if element.kind == "Figure"]

    left, bottom, right, top = (float(edge) for edge in figure.node.A.BBox)
    assert (right - left, top - bottom) == pytest.approx((67.5, 67.5))
    assert 300 < bottom < top < 800


def test_unused_structure_is_not_left_in_the_file():
    pdf = open_pdf(build_html())
    in_tree = {element.node.objgen for element in elements(pdf)}

    everywhere = {
        item.objgen for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/K" in item and "/S" in item
    }

    assert everywhere == in_tree


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("<h1>A</h1><h3>B</h3>", "An H1 is followed by an H3."),
        ("<h2>A</h2>", "The first heading is not an H1."),
        ('<h1>A</h1><svg width="9" height="9"><circle r="3"/></svg>', "A Figure has no description."),
        ('<h1>A</h1><p><a href="/rapport/">x</a></p>', "A link leads to a file of the server."),
        ("<h1></h1>", "A H1 is empty."),
    ],
)
def test_the_structure_test_notices(body, problem):
    assert problem in structure_problems(write(build_html(body)))


def test_the_structure_test_notices_content_outside_the_structure():
    pdf = open_pdf(build_html())
    page = pdf.pages[0]
    page.contents_add(b"0 0 9 9 re f /P <</MCID 999>> BDC EMC")
    saved = BytesIO()
    pdf.save(saved)

    assert structure_problems(saved.getvalue()) == [
        "Content and structure of page 1 differ.",
        "Page 1 has 1 pieces that are neither content nor artifact.",
    ]


def test_a_broken_reference_is_warned_about():
    with collect_warnings() as warnings:
        write(build_html(BODY.replace('id="deel"', "")))

    assert any("#deel" in warning for warning in warnings)

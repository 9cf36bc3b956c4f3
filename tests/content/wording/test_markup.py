"""Markdown becomes HTML that fits under its heading and leads somewhere."""

import re

import pytest
from django.core.exceptions import ValidationError

from dialoog.content.templatetags.markdown import markdown
from dialoog.content.wording.refusing import refuse_unsound_links

HTTPS = '<a href="https://www.ser.nl" rel="noopener noreferrer">'


def levels(text: str, under: int) -> list[int]:
    return [int(level) for level in re.findall(r"<h(\d)>", markdown(text, under))]


@pytest.mark.parametrize("under", [1, 2, 3, 4])
@pytest.mark.parametrize("text", ["## Kop", "# Kop", "###### Kop", "Kop\n---", "Kop\n===", "- punt\n\n### Kop"])
def test_a_heading_comes_one_level_below_the_one_it_stands_under(text: str, under: int) -> None:
    assert levels(text, under) == [under + 1]


def test_headings_skip_no_level_and_go_no_deeper_than_there_is() -> None:
    assert levels("#### A\n\n## B\n\n#### C\n\n### D\n\n# E", 2) == [3, 3, 4, 4, 3]
    assert levels("# A\n\n## B\n\n### C\n\n#### D", 4) == [5, 6, 6, 6]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1. a\n2. b\n\nTussen.\n\n3. c\n4. d", "1234"),
        ("1. a\n1. b\n1. c", "123"),
        ("2. a\n4. b", "24"),
        ("3) a\n   1. b\n4) c", "314"),
    ],
)
def test_numbers_of_a_list_stay_as_written(text: str, numbers: str) -> None:
    assert re.findall(r'<li value="(\d)">', markdown(text)) == list(numbers)


def test_bullets_have_no_number() -> None:
    assert markdown("- a\n\n1. b\n   - c") == (
        '<ul>\n<li>a</li>\n</ul>\n<ol>\n<li value="1">b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ol>\n'
    )


@pytest.mark.parametrize("text", ["##", "-", "> ", "1.\n", "[](https://www.ser.nl)", "***", "- \n  - "])
def test_what_has_no_words_is_left_out(text: str) -> None:
    assert markdown(text).strip() == ""


@pytest.mark.parametrize("text", ["    ingesprongen", "```\ningesprongen\n```"])
def test_code_is_a_paragraph(text: str) -> None:
    assert re.fullmatch(r"<p>.*ingesprongen.*</p>\n", markdown(text), re.DOTALL)


UNSOUND = [
    *("www.voorbeeld.nl/dialoog", "../x", "/beheer/", "#anker", "tel:+31201234567", "javascript:alert(1)"),
    *("file:///etc/passwd", "ftp://ser.nl", "https:www.ser.nl", "https://", "https://localhost/x", "mailto:info"),
    *("//ser.nl/x", "ser.nl", "https://ser", "data:text/html,x", "https://[x"),
]


@pytest.mark.parametrize("address", UNSOUND)
def test_a_link_that_leads_nowhere_is_refused_and_never_shown(address: str) -> None:
    with pytest.raises(ValidationError, match=r"leidt nergens heen.*Schrijf het hele adres"):
        refuse_unsound_links(f"Lees [dit]({address}).")

    assert "href" not in markdown(f"Lees [dit]({address}).")


@pytest.mark.parametrize("text", ["<https://localhost/x>", "Zie [x].\n\n[x]: ../y", "[**x**](../y)", "- [x](../y)"])
def test_every_way_to_write_a_link_is_looked_at(text: str) -> None:
    with pytest.raises(ValidationError):
        refuse_unsound_links(text)


def test_a_link_without_words_is_refused() -> None:
    with pytest.raises(ValidationError, match="heeft geen woorden"):
        refuse_unsound_links("Lees [](https://www.ser.nl).")


@pytest.mark.parametrize(
    "address", ["https://www.ser.nl/x?a=1&b=2#c", "http://ser.nl", "mailto:info@ser.nl?subject=Hoi", "https://sér.nl/é"]
)
def test_a_page_and_a_mailbox_are_fine(address: str) -> None:
    text = f"Lees [dit]({address})."

    refuse_unsound_links(text)
    assert "href" in markdown(text)


def test_a_sound_link_beside_an_unsound_one_stays() -> None:
    assert markdown("[a](../x) [b](https://www.ser.nl)") == f"<p>a {HTTPS}b</a></p>\n"

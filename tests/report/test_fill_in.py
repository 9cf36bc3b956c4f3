"""Places to fill in, and text around them that stays text."""

import pytest

from dialoog.report.body.filling import NOTHING, PARTNER, REGION
from dialoog.report.templatetags.fill_in import fill_in

GOA = NOTHING.with_words(REGION, "Goa")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Doel: {overige_doelen}.", 'Doel: <span class="fill-in">overige doelen</span>.'),
        ("{kopen in bij / beleggen in}", '<span class="fill-in">kopen in bij / beleggen in</span>'),
        ("een_woord", "een_woord"),
        ("open { haakje", "open { haakje"),
        ("<b>{<i>}", '&lt;b&gt;<span class="fill-in">&lt;i&gt;</span>'),
    ],
)
def test_words_between_braces_become_a_place(text: str, html: str) -> None:
    assert fill_in(text) == html


def test_the_region_takes_its_place_and_brings_no_places_or_markup_of_its_own() -> None:
    assert fill_in("In {land} ({naam}).", GOA) == 'In Goa (<span class="fill-in">naam</span>).'
    assert fill_in("In {land}.", NOTHING.with_words(REGION, "<b>{naam}")) == "In &lt;b&gt;{naam}."
    assert fill_in("In {land}.") == 'In <span class="fill-in">land</span>.'


def test_what_is_filled_in_is_shown_as_a_medium_can_hold_it() -> None:
    filling = GOA.with_hint(PARTNER, "lokale vakbond").shown_as(str.upper)

    assert fill_in("In {land} met {partner}.", filling) == (
        'In GOA met <span class="fill-in">partner: LOKALE VAKBOND</span>.'
    )

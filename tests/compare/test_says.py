"""What a comparison says is what its tables and the advices show, with what it rests on and what made the difference."""

from typing import Any

import pytest
from django.template.loader import render_to_string
from django.utils.html import strip_tags
from django.utils.translation import override

from dialoog.catalogue.vocabulary import Basis
from dialoog.compare.comparison import Comparison, compare
from dialoog.compare.tables import Row, Table
from tests.compare.reports import HURRY, columns

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

LITTLE = "Weinig: het moet binnen enkele weken geregeld zijn"
KNOWS_AN_NGO = {"bekende_partijen": ["ngo_nl_internationaal"], "samenwerking": ["loopt_goed"]}
KNOWS_A_UNION = {"bekende_partijen": ["lokale_vakbond"], "samenwerking": ["loopt_goed"]}


@pytest.fixture
def comparison() -> Comparison:
    return compare(columns({}, HURRY))


def shown(comparison: Comparison) -> str:
    """As text, each run of white space one space."""
    return " ".join(strip_tags(render_to_string("compare/_comparison.html", {"comparison": comparison})).split())


def row(table: Table, begins: str) -> Row:
    return next(row for row in table.rows if row.name.startswith(begins))


def table(comparison: Comparison, slug: str) -> Table:
    return next(table for table in (*comparison.lines, *comparison.more) if table.slug == slug)


def places(comparison: Comparison) -> dict[str, list[Any]]:
    return {row.name: [(*cell.texts, *cell.marks, cell.more) for cell in row.cells] for row in comparison.partners.rows}


def test_at_the_same_place_the_other_label_is_told(comparison: Comparison) -> None:
    said = {name: moved.fate for moved in comparison.besides[0].moved for name in moved.names}
    shows = places(comparison)

    assert said["Lokale vakbond"] == "staan op dezelfde plaats, maar in A als ‘Begin hier’ en in B als ‘Daarna’"
    assert [cells[:2] for cells in shows["Lokale vakbond"]] == [("Plaats 1", "Begin hier"), ("Plaats 1", "Daarna")]
    for name, fate in said.items():
        has_moved = shows[name][0][0] != shows[name][1][0]
        assert has_moved is ("hoger" in fate or "lager" in fate), name


def test_beside_a_place_stands_why_one_does_not_begin_there(comparison: Comparison) -> None:
    shows = places(comparison)

    assert shows["Andere bedrijven in je sector"][0][-1].endswith("te weinig om mee te beginnen.")
    assert not shows["Andere bedrijven in je sector"][1][-1]


def test_who_is_known_has_the_label_of_the_advice() -> None:
    (cells,) = [
        cells
        for name, cells in places(compare(columns({}, KNOWS_AN_NGO))).items()
        if name == "Nederlandse of internationale ngo"
    ]

    assert ["Ken je al" in cell for cell in cells] == [False, True]


def test_a_line_carries_the_mark_of_what_it_rests_on(comparison: Comparison) -> None:
    found = [row for table in (*comparison.lines, *comparison.more) for row in table.rows if row.said]
    inferred = [row for row in found if row.said and row.said.basis is Basis.INFERRED]

    assert inferred
    for one in inferred:
        assert f"{one.name} (onze afleiding)" in shown(comparison)


def test_a_reason_carries_it_as_well() -> None:
    goal = {"doelen": ["kennis"], "kennisvraag": ["situatie_locatie"], "diepgang": ["diepgang"]}
    known = {"bekende_partijen": ["monitoringspartner"], "samenwerking": ["loopt_goed"]}
    comparison = compare(columns(goal, {**goal, **known}))
    reasons = [why.reason for moved in comparison.besides[0].moved for why in (*moved.whys, *moved.more) if why.reason]
    inferred = {reason.text for reason in reasons if reason.text and reason.basis is Basis.INFERRED}

    assert inferred
    for text in inferred:
        assert f"{text} (onze afleiding)" in shown(comparison)


def test_why_a_line_is_in_one_alone_names_what_the_other_lacks(comparison: Comparison) -> None:
    cautions = table(comparison, "cautions")

    (caution,) = row(cautions, "Je band met het bedrijf is nog jong").reasons
    assert (caution[0].letter, caution[1].because) == ("A", ())
    assert caution[1].came_out == ("er iemand is om mee te beginnen",)
    (caution,) = row(cautions, "Je hebt weinig tijd").reasons
    assert (caution[0].letter, [premise.answers for premise in caution[1].because]) == ("B", [(LITTLE,)])


def test_no_reason_of_a_line_names_an_answer_that_both_gave(comparison: Comparison) -> None:
    """The time is the one answer that differs."""
    reasons = [reason for table in comparison.lines for row in table.rows for _column, reason in row.reasons]

    assert {answer for reason in reasons for premise in reason.because for answer in premise.answers} == {LITTLE}


def test_what_is_for_later_says_why(comparison: Comparison) -> None:
    for action in table(comparison, "actions").rows:
        assert action.reasons, action.name
    (column, reason), *_more = row(table(comparison, "actions"), "Vraag een koepelorganisatie").reasons
    assert column.letter == "B"
    assert [premise.answers for premise in reason.because] == [(LITTLE,)]
    assert reason.came_out == ("er nu niemand is om mee te beginnen",)


def test_with_little_time_in_both_only_the_partner_is_why() -> None:
    comparison = compare(columns({**HURRY, **KNOWS_A_UNION}, HURRY))
    rows = table(comparison, "actions").rows
    later = [row for row in rows if [cell.texts[0][:5] for cell in row.cells] == ["Ja, n", "Later"]]

    assert later
    for action in later:
        (_column, reason) = action.reasons[-1]
        assert reason.because == ()
        assert reason.came_out == ("er nu niemand is om mee te beginnen",)


def test_three_sentences_name_the_answers_the_beginning_and_the_reason(comparison: Comparison) -> None:
    answers, starts, reason = comparison.summary

    assert answers.text == (
        "Dit antwoord verschilt: “Hoeveel tijd heb je om een samenwerking op te bouwen?” "
        f"(A: ‘Genoeg: er is tijd om elkaar te leren kennen’; B: ‘{LITTLE}’)."
    )
    assert starts.text == (
        "Met wie je begint, verschilt: in A Lokale vakbond en Lokale ngo of maatschappelijke organisatie, "
        "in B niemand (‘Er is nu niemand om mee te beginnen’)."
    )
    assert reason.text == (
        "Dat komt vooral door een reden die alleen in B geldt, "
        "voor Lokale vakbond en Lokale ngo of maatschappelijke organisatie:"
    )
    assert reason.reason is not None
    assert reason.reason.text.startswith("Je hebt weinig tijd en kent deze partij nog niet.")
    assert "In drie zinnen" in shown(comparison)


def test_of_many_answers_three_are_named() -> None:
    other = {
        "fase": ["uitvoeren"],
        "sector": ["natuursteen"],
        "thema": ["migranten"],
        "toezeggingen": ["geen"],
        **HURRY,
    }
    (answers, *_more) = compare(columns({}, other)).summary

    assert answers.text.count("(A: ") == 3
    assert answers.text.endswith("; en nog 2.")


def test_another_order_at_one_place_is_no_other_beginning() -> None:
    """Inside a place the order says nothing."""
    comparison = compare(columns({}, {"relatie": ["ver_in_keten"]}))
    starts = [[text for text in cell.texts] for cell in comparison.in_short.rows[1].cells]

    assert starts[0] == starts[1][::-1]
    assert not comparison.besides[0].difference.starts_differ
    assert comparison.summary[1].text.startswith("Met wie je begint, is hetzelfde: ")


def test_of_three_or_of_equals_there_are_no_sentences() -> None:
    assert compare(columns({}, HURRY, {})).summary == ()
    assert compare(columns({}, {})).summary == ()


def test_no_more_than_two_names_are_bold(comparison: Comparison) -> None:
    beside = comparison.besides[0]
    page = render_to_string("compare/_whys.html", {"beside": beside})

    assert max(len(moved.names) for moved in beside.moved) > 2
    assert page.count("<strong>") == sum(len(moved.names) for moved in beside.moved if len(moved.names) <= 2)


def test_reasons_of_who_went_the_other_way_are_called_that() -> None:
    comparison = compare(columns({}, {"stakeholders": ["leveranciers"]}))
    (moved,) = [one for one in comparison.besides[0].moved if one.is_by_others and one.whys]

    assert moved.fate == "staat in B hoger dan in A"
    assert [why.says for why in moved.whys] == ["Alleen in A: 2 punten."]
    assert "Dit werkt de andere kant op: Alleen in A: 2 punten." in shown(comparison)


def test_a_beginning_that_is_the_same_is_not_explained() -> None:
    """The place of others is."""
    _answers, starts, reason = compare(columns({}, {"contact": ["weinig_vertrouwen"]})).summary

    assert starts.text.startswith("Met wie je begint, is hetzelfde: ")
    assert reason.text.startswith("Wel staan partners anders, onder andere door een reden die alleen in ")


def test_in_english_the_sentences_are_english() -> None:
    with override("en"):
        found = shown(compare(columns({}, HURRY)))

    assert "In three sentences This answer differs: “How much time" in found

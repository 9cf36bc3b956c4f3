"""What a comparison says is what its tables and the advices show, with what it rests on and why they differ."""

from dataclasses import replace
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.utils.html import strip_tags
from django.utils.translation import override

from dialoog.advice.engine import advise
from dialoog.advice.kinds import CAUTIONS
from dialoog.catalogue.answers import Answers
from dialoog.catalogue.vocabulary import Basis
from dialoog.compare.columns import Column
from dialoog.compare.comparison import Comparison, compare
from dialoog.compare.difference import Difference, Side
from dialoog.compare.saying.effects import Effects
from dialoog.compare.saying.whys import Beside
from dialoog.compare.tables import Row, Table
from dialoog.compare.telling_apart import tell_apart
from dialoog.content.models import Release
from dialoog.report.body.report import build_report
from tests.compare.reports import HURRY, columns

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

LITTLE = "Weinig: het moet binnen enkele weken geregeld zijn"
PAYS = {"toezeggingen": ["opvolging", "vergoeding"]}
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
        "De belangrijkste reden staat alleen in B, bij Lokale vakbond en Lokale ngo of maatschappelijke organisatie:"
    )
    assert reason.reason is not None
    assert reason.reason.text.startswith("Je hebt weinig tijd en kent deze partij nog niet.")
    assert f"Een goede band opbouwen vraagt tijd. Omdat je antwoordde: “{LITTLE}”." in shown(comparison)


def test_of_more_answers_each_says_what_it_does_alone() -> None:
    comparison = compare(columns(PAYS, HURRY))

    (answers, *_more) = comparison.summary

    assert answers.text.startswith("2 antwoorden verschillen. Neem je er in A één over van B,")
    time, pay = answers.points
    assert time.startswith("“Hoeveel tijd heb je om een samenwerking op te bouwen?” (A: ‘Genoeg")
    assert "er is niemand om mee te beginnen, want er is weinig tijd, en wie past, is nog niet bekend; " in time
    assert "7 partners lager of later" in time
    assert pay == (
        "“Wat kun je nu al toezeggen of heb je al geregeld?” (alleen A: ‘Een vergoeding voor de partner’): "
        "geen partner staat anders; 1 aandachtspunt erbij; 1 stap erbij."
    )


def test_what_an_answer_does_alone_is_what_the_engine_says() -> None:
    first, second = columns(PAYS, {**HURRY, "sector": ["natuursteen"], "thema": ["migranten"]})
    beside = Beside.of(first, second)
    effects = Effects.of(first, second, [answer.slug for answer in beside.difference.answers])

    assert effects is not None
    assert {exchange.slug for exchange in (*effects.telling, *effects.silent)} == {
        answer.slug for answer in beside.difference.answers
    }
    for exchange in effects.telling:
        mine, theirs = first.advice.answers.chosen, second.advice.answers.chosen
        changed = Answers.from_chosen(first.catalogue, {**mine, exchange.slug: theirs[exchange.slug]})
        side = Side(first.catalogue, advise(first.catalogue, changed))
        assert [m.slug for m in exchange.difference.movements] == [
            m.slug for m in Difference.of(first.side, side).movements
        ]
    assert all(not exchange.difference.changes_advice for exchange in effects.silent)


def test_an_answer_that_brings_questions_is_taken_over_with_them() -> None:
    other = {"doelen": ["kennis"], "kennisvraag": ["situatie_locatie"], "diepgang": ["diepgang"]}

    (answers, *_more) = compare(columns({}, other)).summary

    assert answers.text == "1 antwoord verschilt. Neem je dat in A over van B, dan verandert dit:"
    assert ", met de vragen die daarbij komen: " in answers.points[0]
    assert answers.points[1].startswith("De andere verschillen in de antwoorden volgen hieruit")


def test_of_many_answers_that_do_something_four_are_told_in_full() -> None:
    other = {
        "fase": ["opvolgen"],
        "relatie": ["ver_in_keten"],
        "stakeholders": ["kwetsbare_groep"],
        "contact": ["vertrouwd"],
        "leverancier_houding": ["terughoudend"],
        "toezeggingen": ["geen"],
        **HURRY,
    }
    (answers, *_more) = compare(columns({}, other)).summary

    assert answers.text.startswith("7 antwoorden verschillen.")
    assert sum("): " in point for point in answers.points) == 4
    (less,) = [point for point in answers.points if point.startswith("Dit verandert minder: ")]
    silent = sum(point.count("“") for point in answers.points if point.startswith("Dit verandert op zichzelf niets"))
    assert less.count("“") + silent == 3


def test_of_two_releases_it_is_said_what_differs_and_not_what_it_does() -> None:
    first, second = columns({}, {**HURRY, **PAYS})
    second.run.consultation.release = Release(number=first.release + 1)

    (answers, *_more) = compare([first, second]).summary

    assert answers.points == ()
    assert answers.text.startswith("Deze antwoorden verschillen: “")


def test_beside_an_advice_from_before_nothing_is_said_to_come_from_answers() -> None:
    first, second = columns(PAYS, HURRY)
    del first.advice.lines[CAUTIONS][0]

    assert Effects.of(first, second, ["tijdlijn", "toezeggingen"]) is None
    assert Effects.of(second, first, ["tijdlijn", "toezeggingen"]) is None


def test_that_it_takes_more_answers_to_begin_with_others_is_said() -> None:
    both = {"stakeholders": ["kwetsbare_groep"], "contact": ["negatief"]}

    (answers, *_more) = compare(columns({}, both)).summary

    assert answers.points[-1] == "Met wie je begint in B, komt door meer antwoorden samen."


def test_what_one_answer_does_alone_may_be_unknown_and_then_all_together_is_not_said() -> None:
    first, second = columns({}, {"stakeholders": ["kwetsbare_groep"], "contact": ["negatief"], "band": ["eigen"]})
    differ = [answer.slug for answer in Difference.of(first.side, second.side).answers]
    effects = Effects.of(first, second, differ)

    assert effects
    assert not (effects.unknown and effects.only_together)


def test_reports_with_one_title_are_told_apart_from_each_other() -> None:
    found = columns({}, HURRY, PAYS)
    for column, title in zip(found, ("Iets anders", "Lonen", "Lonen"), strict=True):
        column.cover = replace(column.cover, title=title)

    other, hurry, pays = tell_apart(found)

    assert other.about == ()
    assert hurry.about[0].startswith("Weinig")
    assert hurry.about != pays.about


def test_what_a_report_begins_with_is_said_once_where_it_is_the_same() -> None:
    comparison = compare(columns({}, PAYS))

    rows = {
        row.name: [(*cell.texts, *(said.text for said in cell.said)) for cell in row.cells]
        for row in rows_of(comparison)
    }

    assert list(rows) == ["Hoofddoel", "Begin met", "Let vooral hierop", "Doe dit eerst"]
    assert rows["Begin met"][1] == ("Hetzelfde als in A",)
    assert all(len(cells[0]) == 3 for name, cells in rows.items() if name == "Doe dit eerst")


def test_another_main_caution_and_first_action_stand_side_by_side(comparison: Comparison) -> None:
    *_others, caution, first = rows_of(comparison)

    for row in (caution, first):
        assert [tuple(said.text for said in cell.said) for cell in row.cells] == [
            tuple(said.text for said in told_of(column, row)) for column in comparison.columns
        ]
        assert row.cells[0].said != row.cells[1].said


def rows_of(comparison: Comparison) -> tuple[Row, ...]:
    return comparison.in_short.rows


def told_of(column: Column, row: Row) -> list[Any]:
    report = build_report(column.catalogue, column.conclusion, column.cover)
    if row.name == "Doe dit eerst":
        return [action.item.statement for action in report.plan.first]
    return [report.main_caution.item.statement] if report.main_caution else []


def test_a_tip_without_stress_is_not_called_gone(comparison: Comparison) -> None:
    said = {cell.texts for tip in table(comparison, "tips").rows for cell in tip.cells}

    assert said == {("Met nadruk",), ("Zonder nadruk",)}


def test_who_went_the_same_way_is_named_together_first(comparison: Comparison) -> None:
    beside = comparison.besides[0]

    assert [way.says for way in beside.ways] == ["Later aan de beurt in B"]
    assert set(beside.ways[0].names) == {name for moved in beside.moved for name in moved.names}
    assert "Alleen in B staat hierbij ‘Daarna’." in shown(comparison)


def test_what_marks_mean_stands_where_they_first_stand(comparison: Comparison) -> None:
    found = shown(comparison)

    assert found.index("‘Daarna’: deze partner komt pas aan de beurt") < found.index("Plaats 1 Daarna")
    assert "‘Gedeelde plaats’: deze partner past even goed" in found


def test_another_order_at_one_place_is_no_other_beginning() -> None:
    """Inside a place the order says nothing."""
    comparison = compare(columns({}, {"relatie": ["ver_in_keten"]}))
    starts = [list(cell.texts) for cell in comparison.in_short.rows[1].cells]

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
    assert reason.text.startswith("Wel staan partners anders. Een van de redenen staat alleen in ")


def test_in_english_the_sentences_are_english() -> None:
    with override("en"):
        found = shown(compare(columns({}, HURRY)))

    assert "What differs, and why This answer differs: “How much time" in found


@pytest.fixture
def hurried() -> Comparison:
    """Who knows a party and has an expert to begin with, against the same in a hurry."""
    answers = {
        "doelen": ["kennis", "toegang"],
        "hoofddoel": ["kennis"],
        "bekende_partijen": ["ngo_nl_internationaal"],
        "kennisvraag": ["wetgeving"],
        "diepgang": ["diepgang"],
        "samenwerking": ["loopt_goed"],
    }
    return compare(columns(answers, {**answers, **HURRY}))


def test_who_has_to_wait_is_not_called_higher_because_another_fell(hurried: Comparison) -> None:
    ways = hurried.besides[0].ways
    upward = {name for way in ways if way.says == "Omhoog in B" for name in way.names}
    waits = {name for name, cells in places(hurried).items() if "Daarna" in cells[1] and "Daarna" not in cells[0]}

    assert waits
    assert not upward & waits
    assert "Later aan de beurt in B" in [way.says for way in ways]


def test_a_main_caution_that_is_further_down_in_the_other_is_not_called_gone(hurried: Comparison) -> None:
    cells = next(row for row in rows_of(hurried) if row.name == "Let vooral hierop").cells

    for here, there in (cells, reversed(cells)):
        (said,) = here.said
        below = any(line.item.statement == said for line in there.column.side.lines(CAUTIONS).values())
        assert bool(here.more) is below
    assert "Geldt ook in B, maar niet als eerste." in shown(hurried)

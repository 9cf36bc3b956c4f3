"""What a rule looks at and what it brings in is judged on its page: row by row, and together where it must."""

from typing import Any

import pytest
from django.test import Client

from dialoog.content.models import Action, Caution, Fact, Organisation, PartnerType, PracticeExample, Rule, Tip, Tool
from dialoog.content.models.versions import Version
from dialoog.content.versions.keeping import keep_version
from tests.content.admin.admin_forms import (
    address,
    as_shown,
    change,
    errors_of,
    form_of,
    messages_of,
    save,
    with_row,
    without_row,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def rule() -> Rule:
    rule = Rule.objects.create(code="Z99", reason="Wie er werkt, weet het.", basis="advies", order=9990)
    rule.facts.add(Fact.objects.get(code="F1"))
    rule.cautions.create(caution=Caution.objects.last(), order=10)
    keep_version(rule)
    return rule


def first(model: Any) -> Any:
    return model.objects.first()


def partner() -> int:
    return int(PartnerType.objects.get(slug="lokale_vakbond").pk)


def outcome(name: str = "beginnen_met", *partner_types: int, **values: Any) -> dict[str, Any]:
    return {"group": 1, "outcome": name, "partner_types": list(partner_types), **values}


# Conditions on the outcome


def test_a_rule_that_looks_at_the_outcome_is_saved_and_reads_so(staff: Client, rule: Rule) -> None:
    response = save(staff, rule, rows={"outcomes": outcome("beginnen_met", partner(), is_absent="on")})

    assert len(messages_of(response)) == 1
    assert "Als je kunt niet beginnen met Lokale vakbond, dan:" in staff.get(change(rule)).content.decode()
    assert Version.objects.of(rule)[0].record["outcomes"] == [
        {"group": 1, "outcome": "beginnen_met", "is_absent": True, "partner_types": ["lokale_vakbond"]}
    ]


def test_a_condition_on_the_outcome_says_whom_it_is_about_unless_it_is_about_nobody(staff: Client, rule: Rule) -> None:
    nobody = outcome("niemand_om_te_beginnen", partner())

    assert errors_of(save(staff, rule, rows={"outcomes": outcome("beginnen_met")})) == [
        "Kies minstens één partnertype bij ‘je kunt beginnen met’."
    ]
    assert errors_of(save(staff, rule, rows={"outcomes": nobody})) == [
        "Laat dit leeg: ‘er is niemand om mee te beginnen’ gaat niet over een partnertype."
    ]
    assert errors_of(save(staff, rule, rows={"outcomes": {"group": 1}})) == []
    assert not rule.outcomes.exists()


def refusal(*names: str) -> list[str]:
    parts = ", ".join(f"‘{name}’" for name in names)
    return [
        "Een regel die naar de uitkomst kijkt, kan die niet ook veranderen: haal deze voorwaarden weg, of haal weg wat "
        f"er staat bij {parts}."
    ]


POINTS = "gevolg: punten voor partnertypes"
MOVES = "gevolg: partnertypes in een andere fase"


def test_a_rule_cannot_look_at_the_outcome_and_change_it(staff: Client, rule: Rule) -> None:
    looks = {"outcomes": outcome("beginnen_met", partner())}
    points = {"partners": {"partner_type": partner(), "weight": 2, "order": 0}}
    moves = {"tiers": {"partner_type": partner(), "tier": "daarna", "order": 0}}

    assert errors_of(save(staff, rule, rows=looks | points)) == refusal(POINTS)
    assert errors_of(save(staff, rule, rows=looks | moves)) == refusal(MOVES)
    assert errors_of(save(staff, rule, rows=looks, known_bonus=1)) == refusal("extra punten voor bekende partijen")
    assert errors_of(save(staff, rule, rows=looks, unknown_tier="daarna")) == refusal("onbekende partijen gaan naar")
    assert errors_of(save(staff, rule, rows=looks | points | moves, known_bonus=1)) == refusal(
        POINTS, MOVES, "extra punten voor bekende partijen"
    )


def test_what_was_typed_stays_when_rows_do_not_go_together(staff: Client, rule: Rule) -> None:
    points = {"partner_type": partner(), "weight": 7, "order": 0}

    response = save(staff, rule, rows={"outcomes": outcome("staat_in_advies", partner()), "partners": points}, goal="")

    kept = as_shown(response)
    assert (kept["outcomes-0-outcome"], kept["outcomes-0-partner_types"]) == ("staat_in_advies", [str(partner())])
    assert kept["partners-3-weight"] == "7"
    assert not rule.outcomes.exists()
    assert not rule.partners.exists()


def test_the_other_way_round_is_refused_too_and_rows_that_go_do_not_count(staff: Client, rule: Rule) -> None:
    save(staff, rule, rows={"outcomes": outcome("beginnen_met", partner())})
    points = {"partner_type": partner(), "weight": 2, "order": 0}

    assert errors_of(save(staff, rule, rows={"partners": points})) == refusal(POINTS)

    sent = with_row(form_of(staff, change(rule)), "partners", **points)
    staff.post(change(rule), without_row(sent, "outcomes", 0))
    assert (rule.outcomes.count(), rule.partners.count()) == (0, 1)

    sent = with_row(form_of(staff, change(rule)), "outcomes", **outcome("is_bekend", partner()))
    staff.post(change(rule), without_row(sent, "partners", 0))
    assert (rule.outcomes.count(), rule.partners.count()) == (1, 0)


# Lines with a reason of their own


LINES = {
    "tips": ("tip", Tip, {"weight": 1}),
    "examples": ("example", PracticeExample, {"weight": 1}),
    "cautions": ("caution", Caution, {}),
    "actions": ("action", Action, {}),
    "organisations": ("organisation", Organisation, {}),
    "tools": ("tool", Tool, {}),
}


@pytest.mark.parametrize("lines", LINES)
def test_every_line_can_say_why_and_is_found_by_it(staff: Client, rule: Rule, lines: str) -> None:
    name, model, weight = LINES[lines]
    row = {name: first(model).pk, "reason": "Een zwaluwstaart past precies.", "order": 0, **weight}

    save(staff, rule, rows={lines: row})

    assert getattr(rule, lines).last().reason == "Een zwaluwstaart past precies."
    found = staff.get(address(Rule, "changelist"), {"q": "zwaluwstaart"}).context["cl"]
    assert [rule.code for rule in found.result_list] == ["Z99"]


@pytest.mark.parametrize("lines", LINES)
def test_a_reason_is_about_a_line(staff: Client, rule: Rule, lines: str) -> None:
    _name, model, weight = LINES[lines]

    errors = errors_of(save(staff, rule, rows={lines: {"reason": "Daarom.", "order": 0, **weight}}))

    assert errors == [f"Kies een {model._meta.verbose_name}, of verwijder deze rij."]


@pytest.mark.parametrize("lines", ["tips", "examples"])
def test_a_reason_does_not_make_up_for_a_weight_of_nothing(staff: Client, rule: Rule, lines: str) -> None:
    name, model, _weight = LINES[lines]
    row = {name: first(model).pk, "reason": "Daarom.", "weight": 0, "order": 0}

    assert errors_of(save(staff, rule, rows={lines: row})) == [
        "Een gewicht van 0 doet niets. Kies een ander getal of verwijder deze rij."
    ]


REPEATED = "Dit is de onderbouwing van de regel zelf. Laat het leeg, of zeg waarom juist dit bij deze antwoorden hoort."


@pytest.mark.parametrize("lines", LINES)
def test_a_line_does_not_repeat_the_reason_of_its_rule(staff: Client, rule: Rule, lines: str) -> None:
    name, model, weight = LINES[lines]
    row = {name: first(model).pk, "reason": "wie er werkt,  weet het.", "order": 0, **weight}

    assert errors_of(save(staff, rule, rows={lines: row})) == [REPEATED]
    assert errors_of(save(staff, rule, rows={lines: row | {"reason": "Anders."}}, reason="Anders.")) == [REPEATED]
    assert errors_of(save(staff, rule, rows={lines: row}, reason="Anders.")) == []


def errors_of_row(response: Any, lines: str) -> dict[str, list[str]]:
    forms = {inline.formset.prefix: inline.formset.forms for inline in response.context["inline_admin_formsets"]}
    return {name: list(errors) for name, errors in forms[lines][-1].errors.items()}


def test_a_refusal_stands_at_the_field_that_it_is_about(staff: Client, rule: Rule) -> None:
    row = {"tool": first(Tool).pk, "reason": rule.reason, "order": 0}

    response = save(staff, rule, rows={"tools": row, "outcomes": outcome("beginnen_met")})

    assert errors_of_row(response, "tools") == {"reason": [REPEATED]}
    assert list(errors_of_row(response, "outcomes")) == ["partner_types"]


# Confirmation


@pytest.mark.parametrize(
    "changed",
    [
        {"cautions-0-reason": "Anders lopen mensen gevaar."},
        {"actions-0-reason": "Zo weet je wat er speelt."},
        {"outcomes-0-is_absent": "on"},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_a_confirmation_lapses_when_a_reason_or_a_condition_on_the_outcome_changes(
    staff: Client, rule: Rule, changed: dict[str, str]
) -> None:
    rule.actions.create(action=first(Action), order=10)
    rule.outcomes.create(outcome="niemand_om_te_beginnen")
    rule.is_confirmed, rule.confirmed_by = True, "Jan"
    rule.save()

    save(staff, rule)
    rule.refresh_from_db()
    assert rule.is_confirmed

    response = save(staff, rule, **changed)
    rule.refresh_from_db()
    assert (rule.is_confirmed, rule.confirmed_by) == (False, "")
    assert "De regel is veranderd. Daarom is de bevestiging vervallen." in messages_of(response)

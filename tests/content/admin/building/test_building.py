"""What a page means before it is saved, what may not stand in it, and the way back."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from dialoog.content.admin.building.touching import touching
from dialoog.content.document.exporting import export_document
from dialoog.content.document.soundness import problems
from dialoog.content.models import Caution, Option, PartnerType, PracticeExample, Question, Rule, Tip
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
    return Rule.objects.get(code="K06")


def partner(slug: str = "lokale_ngo") -> PartnerType:
    return PartnerType.objects.get(slug=slug)


def points(partner_type: PartnerType, weight: int = 2) -> dict[str, Any]:
    return {"partner_type": partner_type.pk, "weight": weight, "order": 0}


# The sentence of what is not saved


def read(staff: Client, rule: Rule | None, sent: dict[str, Any]) -> str:
    query = f"?record={rule.pk}" if rule else ""
    response = staff.post(reverse("admin:content_rule_sentence") + query, sent)
    assert response.status_code == 200
    return response.content.decode()


def test_a_page_reads_as_a_sentence_before_it_is_saved(staff: Client, rule: Rule) -> None:
    sent = with_row(form_of(staff, change(rule)), "partners", **points(partner(), 7))

    sentence = read(staff, rule, without_row(sent, "conditions", 1) | {"reason": "Zomaar."})

    assert sentence.startswith("Als doel is ‘Kennis ophalen of informatie controleren’, dan:")
    assert f"{partner().name} +7" in sentence
    assert sentence.endswith("Want: Zomaar.")
    assert not rule.partners.filter(weight=7).exists()


def test_a_sentence_as_it_is_shown_is_the_one_that_is_saved(staff: Client) -> None:
    for rule in Rule.objects.filter(code__in=["K06", "C02", "C04", "C36", "A01"]):
        page = staff.get(change(rule))
        shown = page.context["adminform"].model_admin.in_words(rule)

        assert read(staff, rule, as_shown(page)) == shown


def test_a_new_rule_reads_too_and_half_a_row_is_left_out(staff: Client) -> None:
    sent = form_of(staff, address(Rule, "add")) | {"partners-0-weight": "3"}

    assert read(staff, None, sent) == "Altijd: gebeurt er niets."
    assert read(staff, None, {}) == "Altijd: gebeurt er niets."


def test_a_rule_that_is_not_there_has_no_sentence(staff: Client) -> None:
    assert staff.post(reverse("admin:content_rule_sentence") + "?record=999999", {}).status_code == 404


def test_a_button_shows_a_page_without_saving_it(staff: Client, rule: Rule) -> None:
    sent = with_row(form_of(staff, change(rule)), "partners", **points(partner(), 7))

    response = staff.post(change(rule), sent | {"reason": "Zomaar.", "_toon": "zin"})

    assert response.status_code == 200
    assert messages_of(response) == ["Dit is nog niet bewaard."]
    assert errors_of(response) == []
    assert "Want: Zomaar." in response.content.decode()
    rule.refresh_from_db()
    assert rule.reason != "Zomaar."


def test_the_same_button_offers_the_answers_of_a_question_that_was_chosen(staff: Client, rule: Rule) -> None:
    chosen = Question.objects.get(slug="plaats")
    sent = with_row(form_of(staff, change(rule)), "conditions", question=chosen.pk, operator="is_een_van", count=0)

    response = staff.post(change(rule), sent | {"_toon": "antwoorden"})

    form = response.context["inline_admin_formsets"][0].formset.forms[-1]
    assert [key for key, _label in form.fields["options"].widget.choices] == [o.pk for o in chosen.options.all()]


# What may not stand in it


REPEATED = ["Dit staat al in deze regel. Kies iets anders, of maak deze rij leeg."]


def test_a_partner_type_or_a_line_stands_once_in_a_rule(staff: Client, rule: Rule) -> None:
    there = rule.partners.first()
    assert there is not None

    response = save(staff, rule, rows={"partners": points(there.partner_type)})
    assert errors_of(response) == REPEATED
    formsets = {inline.formset.prefix: inline.formset for inline in response.context["inline_admin_formsets"]}
    assert list(formsets["partners"].forms[-1].errors) == ["partner_type"]

    caution = {"caution": Caution.objects.first().pk, "order": 0}  # type: ignore[union-attr]
    sent = with_row(with_row(form_of(staff, change(rule)), "cautions", **caution), "cautions", **caution)
    assert errors_of(staff.post(change(rule), sent)) == REPEATED


def test_a_partner_type_that_goes_may_come_back_in_the_same_save(staff: Client, rule: Rule) -> None:
    there = rule.partners.first()
    assert there is not None
    sent = with_row(form_of(staff, change(rule)), "partners", **points(there.partner_type, 9))

    response = staff.post(change(rule), without_row(sent, "partners", 0))

    assert response.status_code == 302
    assert rule.partners.get(partner_type=there.partner_type).weight == 9


def test_a_practice_example_has_a_source(staff: Client) -> None:
    example = PracticeExample.objects.first()
    assert example is not None

    assert errors_of(save(staff, example, facts=[])) == ["Kies waar dit voorbeeld in het SER-document staat."]


def test_a_text_of_our_own_needs_no_source(staff: Client, rule: Rule) -> None:
    tip = Tip.objects.first()
    assert tip is not None

    assert errors_of(save(staff, tip, facts=[], basis="eigen")) == []
    assert not any("bronverwijzing" in message for message in messages_of(save(staff, rule, facts=[], basis="eigen")))
    assert problems(export_document()) == []
    assert any("bronverwijzing" in message for message in messages_of(save(staff, rule, facts=[], basis="advies")))


# What touches what


def codes(thing: PartnerType | Option) -> set[str]:
    return set(touching(thing).values_list("code", flat=True))


@pytest.mark.parametrize("how", ["points", "if_scored", "tier", "outcome", "known", "bonus", "unknown"])
def test_a_rule_touches_a_partner_type_in_any_of_these_ways(how: str) -> None:
    bond = partner("lokale_vakbond")
    rule = Rule.objects.create(code="Z99", reason="Daarom.", basis="advies", order=9990)
    assert "Z99" not in codes(bond)

    match how:
        case "points" | "if_scored":
            rule.partners.create(partner_type=bond, weight=1, only_if_scored=how == "if_scored")
        case "tier":
            rule.tiers.create(partner_type=bond, tier="daarna")
        case "outcome":
            rule.outcomes.create(outcome="is_bekend").partner_types.add(bond)
        case "known":
            assert bond.known_via is not None
            rule.conditions.create(question=bond.known_via.question).options.add(bond.known_via)
        case "bonus":
            Rule.objects.filter(pk=rule.pk).update(known_bonus=1)
        case "unknown":
            Rule.objects.filter(pk=rule.pk).update(unknown_tier="daarna")

    assert "Z99" in codes(bond)


def test_the_list_of_rules_filters_by_what_touches_a_partner_type(staff: Client) -> None:
    bond = partner("lokale_vakbond")

    found = staff.get(address(Rule, "changelist"), {"raakt": bond.slug, "all": ""}).context["cl"]

    assert {rule.code for rule in found.queryset} == codes(bond)
    assert staff.get(address(Rule, "changelist"), {"raakt": "onzin"}).status_code == 200


def test_one_page_has_the_rules_that_touch_two_things(staff: Client) -> None:
    bond, kennis = partner("lokale_vakbond"), Option.objects.get(question__slug="doelen", slug="kennis")

    page = staff.get(reverse("editorial:touching"), {"x": f"p{bond.pk}", "y": f"a{kennis.pk}"})

    both = codes(bond) & codes(kennis)
    assert both
    assert {code for code, _sentence in page.context["rules"]} == both
    assert page.context["rules"][0][1] in page.content.decode().replace("&#x27;", "'")
    for odd in ("p999999", "x", "p", "²"):
        assert staff.get(reverse("editorial:touching"), {"x": odd}).context["chosen"] == []


# The way back


def test_a_save_leads_back_to_the_page_the_filter_and_the_row(staff: Client, rule: Rule) -> None:
    where = "_changelist_filters=goal__id__exact%3D1%26p%3D2"

    response = staff.post(f"{change(rule)}?{where}", form_of(staff, change(rule)))

    assert response["Location"] == f"{address(Rule, 'changelist')}?goal__id__exact=1&p=2#rij-{rule.pk}"
    listed = staff.get(address(Rule, "changelist"), {"q": "K06"}).content.decode()
    assert f'id="rij-{rule.pk}"' in listed

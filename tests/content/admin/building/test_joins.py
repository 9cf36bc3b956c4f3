"""Rows go together in words, and the tables keep that as numbers."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from dialoog.content.models import Option, Question, Rule
from dialoog.content.versions.keeping import keep_version
from tests.content.admin.admin_forms import address, change, errors_of, form_of, save, with_row, without_row

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def on(answer: str, **values: Any) -> dict[str, Any]:
    question, option = answer.split(".")
    chosen = Option.objects.get(question__slug=question, slug=option)
    return {"question": chosen.question_id, "operator": "is_een_van", "options": [chosen.pk], "count": 0, **values}


@pytest.fixture
def rule() -> Rule:
    """`A, en (B of C)`."""
    rule = Rule.objects.create(code="Z99", reason="Daarom.", basis="advies", order=9990)
    for group, answer in ((1, "plaats.nederland"), (2, "fase.voorbereiden"), (2, "doelen.kennis")):
        row = on(answer)
        made = rule.conditions.create(group=group, question_id=row["question"])
        made.options.set(row["options"])
    keep_version(rule)
    return rule


def groups(rule: Rule) -> list[tuple[str, int]]:
    return sorted((row.question.slug, row.group) for row in rule.conditions.all())


def choices(staff: Client, rule: Rule, number: int) -> dict[str, str]:
    formset = staff.get(change(rule)).context["inline_admin_formsets"][0].formset
    form = formset.forms[number] if number < len(formset.forms) else formset.empty_form
    return {str(value): label for value, label in form.fields["group"].widget.choices}


def test_a_new_row_has_a_group_of_its_own(staff: Client, rule: Rule) -> None:
    save(staff, rule, rows={"conditions": on("sector.kleding_textiel", group="en")})

    assert ("sector", 3) in groups(rule)


def test_or_is_the_group_of_the_row_above(staff: Client, rule: Rule) -> None:
    sent = with_row(form_of(staff, change(rule)), "conditions", **on("sector.kleding_textiel", group="en"))
    sent = with_row(sent, "conditions", **on("plaats.productieland", group="of-2"))
    staff.post(change(rule), sent)

    assert groups(rule) == [("doelen", 2), ("fase", 2), ("plaats", 1), ("plaats", 3), ("sector", 3)]


def test_the_first_or_joins_the_last_row_that_is_stored(staff: Client, rule: Rule) -> None:
    save(staff, rule, rows={"conditions": on("sector.kleding_textiel", group="of-2")})

    assert ("sector", 2) in groups(rule)


def test_a_new_row_can_join_any_group(staff: Client, rule: Rule) -> None:
    assert choices(staff, rule, 3)["1"] == f"of: bij ‘{rule.conditions.first()}’"

    save(staff, rule, rows={"conditions": on("sector.kleding_textiel", group="1")})

    assert ("sector", 1) in groups(rule)


def test_a_stored_row_offers_its_own_group_and_that_of_the_row_above(staff: Client, rule: Rule) -> None:
    second, third = choices(staff, rule, 1), choices(staff, rule, 2)

    assert list(second) == ["2", "1"]
    assert second["2"].startswith("en")
    assert second["1"].startswith("of: dit, of")
    assert [value for value, label in third.items() if label.startswith("en")] == ["5"]
    assert list(third)[1:] == ["2", "1"]

    save(staff, rule, **{"conditions-2-group": "5"})

    assert groups(rule) == [("doelen", 5), ("fase", 2), ("plaats", 1)]


def test_a_row_that_goes_takes_no_other_along(staff: Client, rule: Rule) -> None:
    sent = form_of(staff, change(rule))

    staff.post(change(rule), without_row(sent, "conditions", 1))

    assert groups(rule) == [("doelen", 2), ("plaats", 1)]


def test_a_choice_alone_makes_no_row(staff: Client, rule: Rule) -> None:
    row = {"group": "of-2", "operator": "is_een_van", "count": 0}

    assert errors_of(save(staff, rule, rows={"conditions": row})) == []
    assert rule.conditions.count() == 3


def test_nonsense_is_refused_at_a_row_that_is_stored(staff: Client, rule: Rule) -> None:
    assert errors_of(save(staff, rule, **{"conditions-1-group": "abc"})) == ["Voer een geheel getal in."]


def test_a_new_rule_has_open_rows_that_are_nothing_when_left_empty(staff: Client) -> None:
    sent = form_of(staff, address(Rule, "add"))
    assert (sent["conditions-TOTAL_FORMS"], sent["partners-TOTAL_FORMS"]) == (2, 3)

    response = staff.post(address(Rule, "add"), sent | {"code": "Z98", "basis": "advies", "partners-0-order": "10"})

    rule = Rule.objects.get(code="Z98")
    assert response.status_code == 302
    assert (rule.conditions.count(), rule.partners.count()) == (0, 0)


def test_a_condition_offers_the_answers_of_its_question_alone(staff: Client, rule: Rule) -> None:
    formset = staff.get(change(rule)).context["inline_admin_formsets"][0].formset
    offered = [key for key, _label in formset.forms[0].fields["options"].widget.choices]

    assert offered == list(Option.objects.filter(question__slug="plaats").values_list("pk", flat=True))
    assert formset.empty_form.fields["options"].widget.choices == []
    assert "Control" not in str(formset.empty_form.fields["options"].help_text)  # which is for lists


def test_scripts_are_told_the_answers_of_a_question(staff: Client) -> None:
    plaats = Question.objects.get(slug="plaats")
    expected = [[option.pk, option.label] for option in plaats.options.all()]

    assert staff.get(reverse("content:answers"), {"vraag": plaats.pk}).json() == {"answers": expected}
    assert staff.get(reverse("content:answers"), {"vraag": "²"}).json() == {"answers": []}

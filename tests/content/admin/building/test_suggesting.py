"""Keys and codes come from what was filled in, unless somebody chose one."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from dialoog.content.admin.building.suggesting import key_from, next_code
from dialoog.content.models import Caution, Goal, Question, Rule, Step
from tests.content.admin.admin_forms import address, errors_of, form_of, save

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Eén vakbond & meer", "een_vakbond_meer"),
        ("3 dagen", "dagen"),
        ("‘…’", ""),
        ("heel " * 20, "heel_heel_heel_heel_heel_heel_heel_heel"),
        ("a" * 50, "a" * 40),
    ],
)
def test_a_key_is_made_of_the_words_of_a_text(text: str, key: str) -> None:
    assert key_from(text, "_") == key


def add(staff: Client, model: Any, **values: Any) -> Any:
    return staff.post(address(model, "add"), form_of(staff, address(model, "add")) | values, follow=True)


def test_a_record_without_a_key_gets_one_that_is_free(staff: Client) -> None:
    for _time in range(2):
        add(staff, Caution, text="Wees voorzichtig.", severity=1, basis="eigen")

    assert list(Caution.objects.filter(text="Wees voorzichtig.").values_list("slug", flat=True)) == [
        "wees_voorzichtig",
        "wees_voorzichtig_2",
    ]


def test_the_key_of_a_step_is_part_of_an_address(staff: Client) -> None:
    add(staff, Step, part="Over jou", title="Wie je kent en vertrouwt")

    assert Step.objects.filter(slug="wie-je-kent-en-vertrouwt").exists()


def test_a_key_that_was_typed_stays(staff: Client) -> None:
    add(staff, Step, part="Over jou", title="Wie je kent", slug="eigen-keus")

    assert Step.objects.filter(slug="eigen-keus").exists()


def test_a_text_without_letters_asks_for_a_key(staff: Client) -> None:
    assert errors_of(add(staff, Step, part="12", title="34")) == ["Vul een sleutel in."]


def test_a_record_that_is_there_keeps_asking_for_its_key(staff: Client) -> None:
    assert errors_of(save(staff, Step.objects.first(), slug="")) == ["Dit veld is verplicht."]  # type: ignore[arg-type]


def test_a_new_answer_gets_its_key_from_its_text(staff: Client) -> None:
    question = Question.objects.get(slug="fase")

    save(staff, question, rows={"options": {"label": "We verkennen het nog", "order": 0}})

    assert question.options.filter(slug="we_verkennen_het_nog").exists()


def test_the_next_code_has_the_letter_of_the_goal(staff: Client) -> None:
    kennis = Goal.objects.get(slug="kennis")
    last = max(int(code[1:]) for code in Rule.objects.values_list("code", flat=True) if code[0] == "K")

    assert next_code(kennis) == f"K{last + 1:02d}"
    assert next_code(None)[0] == "C"
    assert staff.get(reverse("content:next_code"), {"doel": kennis.pk}).content.decode() == f"K{last + 1:02d}"
    for nonsense in ("x", "²", "9" * 5000):
        assert staff.get(reverse("content:next_code"), {"doel": nonsense}).content.decode() == next_code(None)

    add(staff, Rule, goal=kennis.pk, basis="advies")

    assert Rule.objects.get(code=f"K{last + 1:02d}").goal == kennis


def test_the_first_rule_of_a_goal_takes_a_letter_that_is_free() -> None:
    goal = Goal.objects.create(slug="kracht", number=99, name="Kracht", summary="Kort.")

    assert next_code(goal) == "R01"

"""Staff can open and change all content, and are told what makes no sense and what is still unfinished."""

from datetime import date
from typing import Any

import pytest
from django.contrib import admin
from django.db import connection, models
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from dialoog.content.document.exporting import export_record
from dialoog.content.document.judging import Judged, digest, judged
from dialoog.content.document.schema import SCHEMA
from dialoog.content.document.tables import find_record
from dialoog.content.document.texts import is_prose
from dialoog.content.models import (
    Action,
    AdviceSettings,
    Caution,
    DocumentTemplate,
    Fact,
    Option,
    OrderRule,
    PageText,
    PartnerType,
    Question,
    ReferenceCase,
    Release,
    Rule,
    Step,
    Tip,
    Tool,
    Verdict,
)
from dialoog.content.models.versions import Event, Version
from dialoog.content.releases.publishing import publish
from dialoog.content.versions.keeping import keep_version
from tests.builders import build_verdict, real_document
from tests.content.admin.admin_forms import (
    address,
    change,
    errors_of,
    form_of,
    is_saved,
    messages_of,
    save,
    without_row,
)

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
ABOUT = Judged("rules", "K01", "reason", "Zo stond het er.", ("F1",), "advies")
MODELS = [shape.model for shape in SCHEMA.values()]
LISTS = [model for model in MODELS if model is not AdviceSettings]


@pytest.fixture(autouse=True)
def verdict() -> Verdict:
    return Verdict.objects.create(**build_verdict(ABOUT))


# Pages


def test_all_content_is_in_the_admin() -> None:
    assert {model for model in MODELS if admin.site.is_registered(model)} == set(MODELS)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_list_and_record_opens_in_dutch(staff: Client, model: type[models.Model]) -> None:
    record = model._default_manager.first()
    assert record is not None

    for page in (address(model, "changelist"), change(record)):
        response = staff.get(page, follow=True)
        assert response.status_code == 200
        assert 'lang="nl"' in response.content.decode()


@pytest.mark.parametrize("model", LISTS, ids=lambda model: model.__name__)
def test_a_list_costs_as_many_queries_for_all_records_as_for_half(
    staff: Client, model: type[models.Model], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = admin.site.get_model_admin(model)
    many = model._default_manager.count()
    few = max(1, many // 2)
    made = {}
    for size in (few, few, many):  # the first time fills Django's own caches
        monkeypatch.setattr(page, "list_per_page", size)
        with CaptureQueriesContext(connection) as queries:
            assert staff.get(address(model, "changelist")).status_code == 200
        made[size] = len(queries)

    assert made[few] == made[many]


@pytest.mark.parametrize("model", LISTS, ids=lambda model: model.__name__)
def test_every_list_can_be_searched(staff: Client, model: type[models.Model]) -> None:
    response = staff.get(address(model, "changelist"), {"q": "zzzz-niets"})

    assert response.context["cl"].result_count == 0


@pytest.mark.parametrize(
    "model",
    [shape.model for top in SCHEMA.values() for shape in (top, *top.children.values())],
    ids=lambda m: m.__name__,
)
def test_every_text_says_where_it_appears(model: type[models.Model]) -> None:
    silent = [field.name for field in model._meta.fields if is_prose(field) and not field.help_text]

    assert silent == []


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_of_the_content_is_on_the_page(staff: Client, model: type[models.Model]) -> None:
    shape = next(shape for shape in SCHEMA.values() if shape.model is model)
    context = staff.get(change(model._default_manager.first())).context  # type: ignore[arg-type]
    shown = {
        name
        for part in context["adminform"]
        for line in part
        for name in (f.field["name"] if isinstance(f.field, dict) else f.field.name for f in line)
    }
    inlines = {inline.opts.model for inline in context["inline_admin_formsets"]}

    assert {name for name in shape.fields if shape.model._meta.get_field(name).editable} <= shown
    assert inlines == {child.model for child in shape.children.values()}


# Saving


def test_a_changed_text_is_saved_but_not_published(staff: Client) -> None:
    before = Release.objects.current()

    save(staff, Caution.objects.get(slug="capaciteit"), text="Vraag wat haalbaar is.")

    assert Caution.objects.get(slug="capaciteit").text == "Vraag wat haalbaar is."
    assert Release.objects.current() == before


def test_the_version_that_is_kept_has_lists_and_rows_as_they_were_saved(staff: Client) -> None:
    rule = Rule.objects.get(code="K06")
    partner = PartnerType.objects.get(slug="lokale_ngo")

    save(staff, rule, rows={"partners": {"partner_type": partner.pk, "weight": 2, "order": 0}})

    version = Version.objects.of(rule)[0]
    assert version.record == export_record(SCHEMA["rules"], Rule.objects.get(pk=rule.pk))
    assert [row["partner_type"] for row in version.record["partners"]][-1] == "lokale_ngo"
    assert version.author.username == "redactie"


def test_saving_a_page_as_it_is_changes_nothing(staff: Client) -> None:
    for shape in SCHEMA.values():
        record = shape.model._default_manager.first()
        assert record is not None
        before = export_record(shape, record)

        response = save(staff, record)

        assert "errors" not in response.context or not errors_of(response)
        assert export_record(shape, shape.model._default_manager.get(pk=record.pk)) == before


def test_a_new_record_is_offered_the_last_place(staff: Client) -> None:
    last = max(Tip.objects.values_list("order", flat=True))

    assert form_of(staff, address(Tip, "add"))["order"] == last + 10


def test_a_new_row_without_a_place_comes_last(staff: Client) -> None:
    question = Question.objects.get(slug="sector")
    last = max(question.options.values_list("order", flat=True))

    save(staff, question, rows={"options": {"slug": "zuivel", "label": "Zuivel", "order": 0}})

    assert question.options.get(slug="zuivel").order == last + 10


# What makes no sense is refused, at the place where it stands


def rule_errors(staff: Client, **rows: dict[str, Any]) -> list[str]:
    return errors_of(save(staff, Rule.objects.get(code="K06"), rows=rows))


def condition(question: str, *options: str, **values: Any) -> dict[str, Any]:
    chosen = [Option.objects.get(question__slug=q, slug=o).pk for q, o in (option.split(".") for option in options)]
    asked = Question.objects.get(slug=question).pk
    return {"group": 1, "question": asked, "operator": "is_een_van", "options": chosen, "count": 0, **values}


def test_a_condition_on_an_answer_of_another_question(staff: Client) -> None:
    row = condition("doelen", "plaats.nederland")

    assert rule_errors(staff, conditions=row) == ["Kies antwoorden van vraag ‘Waarvoor zoek je een partner?’."]


def test_a_condition_without_an_answer(staff: Client) -> None:
    assert rule_errors(staff, conditions=condition("plaats")) == [
        "Kies minstens één antwoord van vraag ‘Waar voer je de dialoog?’."
    ]


def test_a_number_of_answers_that_is_missing_or_has_no_use(staff: Client) -> None:
    missing = condition("doelen", operator="minstens")
    useless = condition("doelen", "doelen.kennis", count=2)
    ignored = condition("doelen", "doelen.kennis", operator="minstens", count=2)

    assert rule_errors(staff, conditions=missing) == ["Vul in hoeveel antwoorden er minstens gekozen moeten zijn."]
    assert rule_errors(staff, conditions=useless) == ["Vul hier 0 in: bij deze vergelijking telt het aantal niet."]
    assert rule_errors(staff, conditions=ignored) == [
        "Laat dit leeg: bij deze vergelijking tellen alle antwoorden van de vraag."
    ]


def test_one_question_can_have_several_conditions(staff: Client) -> None:
    rule = Rule.objects.get(code="K06")

    save(staff, rule, rows={"conditions": condition("doelen", "doelen.toegang")})

    assert [row.question.slug for row in rule.conditions.all()] == ["doelen", "doelen", "thema"]


def test_an_effect_without_a_partner_type_or_with_a_weight_of_nothing(staff: Client) -> None:
    partner = PartnerType.objects.get(slug="lokale_ngo").pk

    assert rule_errors(staff, partners={"weight": 3, "order": 0}) == ["Dit veld is verplicht."]
    assert rule_errors(staff, partners={"partner_type": partner, "weight": 0, "order": 0}) == [
        "Een gewicht van 0 doet niets. Kies een ander getal of verwijder deze rij."
    ]


@pytest.mark.parametrize(
    ("needed", "error"),
    [
        (
            "plaats.nederland",
            "Vraag ‘Waar voer je de dialoog?’ staat in dezelfde stap. Kies een vraag uit een eerdere stap.",
        ),
        (
            "sector.kleding_textiel",
            "Vraag ‘Om welke sector gaat het?’ komt pas later. Kies een vraag uit een eerdere stap.",
        ),
    ],
)
def test_a_question_cannot_wait_for_one_that_is_not_asked_before(staff: Client, needed: str, error: str) -> None:
    row = condition(needed.partition(".")[0], needed)

    assert errors_of(save(staff, Question.objects.get(slug="fase"), rows={"conditions": row})) == [error]


def test_a_question_cannot_take_its_answers_from_a_later_one(staff: Client) -> None:
    later = Question.objects.get(slug="sector")

    assert errors_of(save(staff, Question.objects.get(slug="fase"), options_from=later.pk)) == [
        "Vraag ‘Om welke sector gaat het?’ komt pas later. Kies een vraag uit een eerdere stap."
    ]


OWN = "Dit is een antwoord van deze vraag zelf. Kies een antwoord uit een eerdere stap."
SAME = "Vraag ‘Waar voer je de dialoog?’ staat in dezelfde stap. Kies een antwoord uit een eerdere stap."
LATER = "Vraag ‘Om welke sector gaat het?’ komt pas later. Kies een antwoord uit een eerdere stap."


def offered_with(staff: Client, *needed: str) -> Any:
    """The first answer of a question gets what it is offered with."""
    chosen = [Option.objects.get(question__slug=q, slug=o).pk for q, o in (option.split(".") for option in needed)]
    return save(staff, Question.objects.get(slug="fase"), **{"options-0-needs": chosen})


@pytest.mark.parametrize(
    ("needed", "error"), [("fase.{own}", OWN), ("plaats.nederland", SAME), ("sector.kleding_textiel", LATER)]
)
def test_an_answer_is_not_offered_with_one_that_is_not_given_before(staff: Client, needed: str, error: str) -> None:
    question = Question.objects.get(slug="fase")
    response = offered_with(staff, needed.format(own=question.options.all()[1].slug), "doelen.kennis")

    assert errors_of(response) == [error]
    formset = response.context["inline_admin_formsets"][0].formset
    assert list(formset.forms[0].errors) == ["needs"]
    assert not question.options.filter(needs__isnull=False).exists()


def test_an_answer_can_have_a_heading_and_be_offered_with_answers_of_an_earlier_step(staff: Client) -> None:
    question = Question.objects.get(slug="fase")

    offered_with(staff, "doelen.kennis", "doelen.toegang")
    save(staff, question, **{"options-0-heading": "Aan het begin"})

    option = export_record(SCHEMA["questions"], question)["options"][0]
    assert (option["heading"], option["needs"]) == ("Aan het begin", ["doelen.kennis", "doelen.toegang"])


def test_an_answer_that_another_is_offered_with_cannot_be_taken_out_of_its_question(staff: Client) -> None:
    question = Question.objects.get(slug="doelen")
    free = Option.objects.create(question=question, slug="anders", label="Anders", order=999)
    Question.objects.get(slug="fase").options.all()[0].needs.add(free)
    sent = form_of(staff, change(question))

    response = staff.post(change(question), without_row(sent, "options", question.options.count() - 1))

    (error,) = errors_of(response)
    assert error.startswith("Antwoord ‘Anders’ is nog in gebruik en kan niet weg.")


@pytest.mark.parametrize(("width", "is_refused"), [(0, False), (10, False), (11, True), (-1, True)])
def test_the_width_of_a_place_has_its_bounds(staff: Client, width: int, is_refused: bool) -> None:
    errors = errors_of(save(staff, AdviceSettings.objects.get(), tie_width=width))

    assert bool(errors) is is_refused
    assert AdviceSettings.objects.get().tie_width == (1 if is_refused else width)


def test_partners_of_an_action_count_only_if_it_needs_more_time(staff: Client) -> None:
    action = Action.objects.create(slug="nieuw", moment="voorbereiden", text="Doe iets.", order=9990)
    partner = PartnerType.objects.get(slug="lokale_ngo").pk

    assert errors_of(save(staff, action, partner_types=[partner])) == [
        "Laat dit leeg, of vink aan dat de actie meer tijd vraagt."
    ]
    assert errors_of(save(staff, action, partner_types=[partner], needs_time="on")) == []


def test_an_order_can_hold_with_some_answers_alone(staff: Client) -> None:
    order = OrderRule.objects.create(
        first=PartnerType.objects.get(slug="lokale_ngo"), then=PartnerType.objects.get(slug="msi_sectorconvenant")
    )

    save(staff, order, rows={"conditions": condition("plaats", "plaats.nederland")}, across_tiers="on")

    record = Version.objects.of(order)[0].record
    assert (record["across_tiers"], record["conditions"][0]["options"]) == (True, ["nederland"])


def test_a_question_moved_in_the_same_save_is_judged_at_its_new_place(staff: Client) -> None:
    """Its condition is on a question of the step that it leaves."""
    last = Step.objects.last()
    assert last is not None
    row = condition("plaats", "plaats.nederland")

    response = save(staff, Question.objects.get(slug="fase"), step=last.pk, rows={"conditions": row})

    assert Question.objects.get(slug="fase").step == last
    assert is_saved(response)


# What is unfinished is saved, with a warning


def test_an_unfinished_rule_is_saved_with_a_warning_for_each_thing_that_lacks(staff: Client) -> None:
    sent = form_of(staff, address(Rule, "add")) | {"code": "Z99", "basis": "afgeleid"}

    response = staff.post(address(Rule, "add"), sent, follow=True)

    rule = Rule.objects.get(code="Z99")
    assert Version.objects.of(rule)[0].record["code"] == "Z99"
    assert messages_of(response)[:3] == [
        "Deze regel heeft nog geen onderbouwing. Zo kun je nog niet publiceren.",
        "Deze regel heeft nog geen bronverwijzing. Zo kun je nog niet publiceren.",
        "Deze regel heeft nog geen gevolgen: hij verandert niets aan het advies.",
    ]


def test_a_finished_rule_gives_no_warning(staff: Client) -> None:
    assert len(messages_of(save(staff, Rule.objects.get(code="K06")))) == 1


def test_a_question_with_one_answer_is_saved_with_a_warning(staff: Client) -> None:
    sent = form_of(staff, address(Question, "add"))
    texts = {"text": "Ja?", "why": "Daarom.", "error_text": "Kies.", "name": "ja", "slug": "ja"}
    sent |= {**texts, "kind": "single", "step": Step.objects.last().pk}  # type: ignore[union-attr]

    response = staff.post(address(Question, "add"), sent, follow=True)

    assert "Deze vraag heeft minder dan twee antwoorden. Zo kun je nog niet publiceren." in messages_of(response)


def test_a_new_slug_says_what_it_means(staff: Client) -> None:
    question = Question.objects.get(slug="sector")
    renamed = messages_of(save(staff, question, slug="bedrijfstak"))
    option = form_of(staff, change(question))["options-0-slug"]
    answer = messages_of(save(staff, question, **{"options-0-slug": "anders_dan_eerst"}))

    assert renamed[0].startswith("Nieuwe sleutel: ‘sector’ → ‘bedrijfstak’. Regels en voorwaarden gaan vanzelf mee.")
    assert answer[0].startswith(f"Nieuwe sleutel: ‘{option}’ → ‘anders_dan_eerst’.")


def test_a_save_without_a_new_slug_says_nothing_of_slugs(staff: Client) -> None:
    assert not any("sleutel" in message for message in messages_of(save(staff, Question.objects.get(slug="sector"))))


# Rules as sentences


def test_a_rule_reads_as_a_sentence_on_its_page_and_in_the_list(staff: Client) -> None:
    rule = Rule.objects.get(code="K06")
    beginning = "Als doel is ‘Kennis ophalen of informatie controleren’, en onderwerp is ‘Vakbondsvrijheid’, dan:"

    assert beginning in staff.get(change(rule)).content.decode()
    assert beginning in staff.get(address(Rule, "changelist"), {"q": "K06"}).content.decode()


def test_a_question_says_when_it_is_asked(staff: Client) -> None:
    always, sometimes = Question.objects.get(slug="doelen"), Question.objects.get(slug="hoofddoel")

    assert "Wordt altijd gevraagd." in staff.get(change(always)).content.decode()
    assert "Wordt gevraagd als doel heeft minstens 2 antwoorden." in staff.get(change(sometimes)).content.decode()


def test_an_answer_is_found_and_shown_with_its_question(staff: Client) -> None:
    asked = {
        "app_label": "content",
        "model_name": "rulecondition",
        "field_name": "options",
        "term": "onderwerp vakbonds",
    }

    found = staff.get(reverse("admin:autocomplete"), asked).json()["results"]

    assert [result["text"] for result in found] == ["onderwerp: Vakbondsvrijheid"]


# Confirmation of rules


def confirmed_rule() -> Rule:
    rule = Rule.objects.get(code="K06")
    rule.is_confirmed, rule.confirmed_by, rule.confirmed_on = True, "Jan", date(2026, 3, 3)
    rule.save()
    keep_version(rule)
    return rule


def confirmation(rule: Rule) -> tuple[bool, str, date | None]:
    rule.refresh_from_db()
    return rule.is_confirmed, rule.confirmed_by, rule.confirmed_on


LAPSED = "De regel is veranderd. Daarom is de bevestiging vervallen."


def test_a_tick_confirms_in_the_name_of_who_gave_it(staff: Client) -> None:
    rule = Rule.objects.get(code="K06")

    save(staff, rule, is_confirmed="on")

    rule.refresh_from_db()
    assert (rule.is_confirmed, rule.confirmed_by) == (True, "Els de Vries")
    assert rule.confirmed_on is not None
    assert "Bevestigd door Els de Vries op " in staff.get(change(rule)).content.decode()


def test_a_tick_that_goes_off_takes_name_and_date_with_it(staff: Client) -> None:
    rule = confirmed_rule()

    save(staff, rule, is_confirmed=None)

    assert confirmation(rule) == (False, "", None)


@pytest.mark.parametrize("field", ["reason", "basis", "facts", "known_bonus"])
def test_a_confirmation_lapses_when_the_rule_changes(staff: Client, field: str) -> None:
    rule = confirmed_rule()
    values = {"reason": "Anders.", "basis": "afgeleid", "facts": [Fact.objects.get(code="F1").pk], "known_bonus": 1}

    response = save(staff, rule, **{field: values[field]})

    assert confirmation(rule) == (False, "", None)
    assert LAPSED in messages_of(response)
    assert Version.objects.of(rule)[0].record["is_confirmed"] is False


def test_a_confirmation_lapses_when_a_condition_or_an_effect_changes(staff: Client) -> None:
    rule = confirmed_rule()
    save(staff, rule, rows={"conditions": condition("plaats", "plaats.nederland", group=3)})
    assert confirmation(rule) == (False, "", None)

    rule = confirmed_rule()
    save(staff, rule, **{"partners-0-weight": 1})
    assert confirmation(rule) == (False, "", None)

    rule = confirmed_rule()
    staff.post(change(rule), without_row(form_of(staff, change(rule)), "actions", 0))
    assert confirmation(rule) == (False, "", None)


def test_a_confirmation_stays_when_nothing_or_only_the_code_changes(staff: Client) -> None:
    rule = confirmed_rule()

    save(staff, rule)
    response = save(staff, rule, code="K99")

    assert confirmation(rule) == (True, "Jan", date(2026, 3, 3))
    assert LAPSED not in messages_of(response)


def test_who_confirms_in_the_same_save_confirms_the_changed_rule(staff: Client) -> None:
    rule = Rule.objects.get(code="K06")

    response = save(staff, rule, reason="Anders.", is_confirmed="on")

    rule.refresh_from_db()
    assert (rule.is_confirmed, rule.reason) == (True, "Anders.")
    assert LAPSED not in messages_of(response)


def test_each_save_keeps_one_version(staff: Client) -> None:
    rule = confirmed_rule()
    before = Version.objects.of(rule).count()

    save(staff, rule, reason="Anders.")

    assert Version.objects.of(rule).count() == before + 1


def test_chosen_rules_are_confirmed_at_once(staff: Client) -> None:
    confirmed = confirmed_rule()
    others = list(Rule.objects.exclude(pk=confirmed.pk)[:2])
    chosen = {
        "action": "confirm",
        "_selected_action": [rule.pk for rule in (confirmed, *others)],
        "seen": staff.get(address(Rule, "changelist")).context["action_form"]["seen"].value(),
    }

    response = staff.post(address(Rule, "changelist"), chosen, follow=True)

    assert messages_of(response) == ["2 regels zijn bevestigd."]
    assert confirmation(confirmed) == (True, "Jan", date(2026, 3, 3))
    assert {confirmation(rule)[1] for rule in others} == {"Els de Vries"}
    assert Version.objects.of(others[0])[0].record["is_confirmed"] is True


def test_inferred_rules_that_nobody_confirmed_are_one_click_away(staff: Client) -> None:
    response = staff.get(address(Rule, "changelist"), {"bevestiging": "afgeleid"})

    assert response.context["cl"].result_count == Rule.objects.filter(basis="afgeleid", is_confirmed=False).count() > 0


# Where it is used


def test_the_page_of_a_record_says_where_it_is_used_with_links(staff: Client) -> None:
    partner = PartnerType.objects.get(slug="lokale_vakbond")
    rule = Rule.objects.get(code="K06")

    page = staff.get(change(partner)).content.decode()

    assert f'<a href="{change(rule)}">Adviesregel K06: ' in page


def delete(staff: Client, record: models.Model) -> Any:
    return staff.post(address(type(record), "delete", record.pk), {"post": "yes"}, follow=True)


def test_what_the_draft_uses_cannot_be_deleted_and_says_where(staff: Client) -> None:
    """Facts are in lists, which Django itself would empty without a word."""
    fact = Fact.objects.get(code="F32")
    page = delete(staff, fact).content.decode()

    assert Fact.objects.filter(code="F32").exists()
    assert "is nog in gebruik" in page
    assert f'<a href="{change(Rule.objects.get(code="K06"))}">' in page


def test_what_only_a_reference_case_uses_cannot_be_deleted_either(staff: Client) -> None:
    tool = Tool.objects.create(slug="nieuw", name="Nieuw", kind="Tool", text="Voor iets.", basis="eigen")
    case = ReferenceCase.objects.get(code="P1")
    case.not_tools.add(tool)

    page = delete(staff, tool).content.decode()

    assert Tool.objects.filter(slug="nieuw").exists()
    assert "Referentiegeval P1:" in page


def test_what_only_a_release_uses_is_deleted_after_saying_so(staff: Client) -> None:
    tool = Tool.objects.create(slug="nieuw", name="Nieuw", kind="Tool", text="Voor iets.", basis="eigen")
    rule = Rule.objects.get(code="K06")
    link = rule.tools.create(tool=tool)
    release = publish()
    link.delete()

    page = staff.get(address(Tool, "delete", tool.pk)).content.decode()
    delete(staff, tool)

    assert f"Uitgave {release.number} gebruikt dit nog." in page
    assert "Adviesregel K06:" in page
    assert not Tool.objects.filter(slug="nieuw").exists()


def test_what_nothing_uses_is_deleted_without_more(staff: Client) -> None:
    tool = Tool.objects.create(slug="nieuw", name="Nieuw", kind="Tool", text="Voor iets.", basis="eigen")

    page = staff.get(address(Tool, "delete", tool.pk)).content.decode()
    delete(staff, tool)

    assert "gebruik" not in page.partition("<main")[2]
    assert not Tool.objects.filter(slug="nieuw").exists()


def test_what_is_chosen_in_a_list_is_deleted_only_if_nothing_uses_it(staff: Client) -> None:
    unused = Tool.objects.create(slug="nieuw", name="Nieuw", kind="Tool", text="Voor iets.", basis="eigen")
    used = Tool.objects.exclude(pk=unused.pk).first()
    assert used is not None

    def choose(*tools: Tool) -> Any:
        chosen = {"action": "delete_selected", "_selected_action": [tool.pk for tool in tools], "post": "yes"}
        return staff.post(address(Tool, "changelist"), chosen, follow=True)

    refused = choose(unused, used).content.decode()
    assert "niet verwijderen, want ze zijn nog in gebruik" in refused
    assert Tool.objects.filter(pk__in=[unused.pk, used.pk]).count() == 2

    choose(unused)
    assert not Tool.objects.filter(pk=unused.pk).exists()
    assert_deleted_by(unused, "redactie")


def assert_deleted_by(record: models.Model, name: str) -> None:
    latest = Version.objects.filter(model_name=record._meta.model_name).latest("pk")
    assert (latest.event, latest.author and latest.author.get_username()) == (Event.DELETED, name)


def test_what_is_deleted_keeps_who_did_it_and_what_nobody_kept(staff: Client) -> None:
    tool = Tool.objects.create(slug="nieuw", name="Nieuw", kind="Tool", text="Van een script.")

    delete(staff, tool)

    assert_deleted_by(tool, "redactie")
    _deletion, kept = Version.objects.filter(model_name="tool", instance_pk=tool.pk)
    assert (kept.author, kept.record["text"]) == (None, "Van een script.")


def test_what_a_script_saved_is_not_put_under_the_name_of_the_next_editor(staff: Client) -> None:
    caution = Caution.objects.get(slug="capaciteit")
    Caution.objects.filter(pk=caution.pk).update(text="Van een script.")

    save(staff, caution, text="Van een redacteur.")

    editors, scripts, _first = Version.objects.of(caution)
    assert (editors.author.username, editors.record["text"]) == ("redactie", "Van een redacteur.")
    assert (scripts.author, scripts.record["text"]) == (None, "Van een script.")


def test_a_question_of_which_an_answer_is_used_cannot_be_deleted(staff: Client) -> None:
    question = Question.objects.get(slug="thema")

    page = delete(staff, question).content.decode()

    assert Question.objects.filter(slug="thema").exists()
    assert "Adviesregel K06:" in page


def test_an_answer_that_is_used_cannot_be_taken_out_of_its_question(staff: Client) -> None:
    question = Question.objects.get(slug="thema")
    sent = form_of(staff, change(question))
    number = [option.slug for option in question.options.all()].index("vakbondsvrijheid")

    response = staff.post(change(question), without_row(sent, "options", number))

    (error,) = errors_of(response)
    assert error.startswith("Antwoord ‘Vakbondsvrijheid’ is nog in gebruik en kan niet weg. Haal het eerst weg bij:")
    assert "Adviesregel K06:" in error
    assert question.options.filter(slug="vakbondsvrijheid").exists()


def test_an_answer_that_nothing_uses_can_be_taken_out(staff: Client) -> None:
    question = Question.objects.get(slug="thema")
    Option.objects.create(question=question, slug="nieuw", label="Nieuw", order=999)
    sent = form_of(staff, change(question))

    staff.post(change(question), without_row(sent, "options", question.options.count() - 1))

    assert not question.options.filter(slug="nieuw").exists()


# What there is one of, and what is never changed


def test_the_list_of_settings_leads_to_the_settings(staff: Client) -> None:
    settings = AdviceSettings.objects.get()

    assert staff.get(address(AdviceSettings, "changelist")).url == change(settings)
    assert staff.get(address(AdviceSettings, "add")).status_code == 403
    assert staff.post(address(AdviceSettings, "delete", settings.pk), {"post": "yes"}).status_code == 403


def test_texts_of_pages_are_neither_added_nor_deleted(staff: Client) -> None:
    text = PageText.objects.first()
    assert text is not None

    assert staff.get(address(PageText, "add")).status_code == 403
    assert staff.post(address(PageText, "delete", text.pk), {"post": "yes"}).status_code == 403


def test_an_answer_has_no_page_of_its_own(staff: Client) -> None:
    option = Option.objects.get(question__slug="thema", slug="vakbondsvrijheid")

    assert staff.get(change(option)).url == change(option.question)
    assert staff.post(address(Option, "delete", option.pk), {"post": "yes"}).url == change(option.question)


def test_a_release_can_be_looked_at_and_nothing_else(staff: Client) -> None:
    release = Release.objects.first()
    assert release is not None

    assert staff.get(change(release)).status_code == 200
    assert staff.post(change(release), {"note": "Anders"}).status_code == 403
    assert staff.get(address(Release, "add")).status_code == 403
    assert staff.post(address(Release, "delete", release.pk), {"post": "yes"}).status_code == 403


def test_rows_of_a_document_keep_their_order(staff: Client) -> None:
    template = DocumentTemplate.objects.first()
    assert template is not None
    lines = [line.text for line in template.lines.all()]

    save(staff, template, rows={"lines": {"text": "Tot slot.", "basis": "advies", "order": 0}})

    assert [line.text for line in template.lines.all()] == [*lines, "Tot slot."]


def test_without_an_account_the_admin_asks_for_one(client: Client) -> None:
    assert client.get(address(Caution, "changelist")).url.startswith("/beheer/login/")


def test_an_answer_is_offered_and_shown_with_its_question(staff: Client) -> None:
    query = {"app_label": "content", "model_name": "referencecase", "field_name": "answers", "term": "niet"}
    offered = staff.get("/beheer/autocomplete/", query).json()["results"]
    case = ReferenceCase.objects.get(code="P1")
    page = staff.get(address(ReferenceCase, "change", case.pk)).content.decode()

    assert "houding van de leverancier: Dat weten we niet" in {choice["text"] for choice in offered}
    assert "houding van de leverancier: Dat weten we niet" in page


# Verdicts


def judge(staff: Client, **values: Any) -> Any:
    """A new verdict on the reason of a rule, with what the page fills in."""
    Verdict.objects.filter(identity="K01", field="reason").delete()
    sent = form_of(staff, address(Verdict, "add"))
    about = {"collection": "rules", "identity": "K01", "field": "reason", "support": "gedekt"}
    return staff.post(address(Verdict, "add"), {**sent, **about, **values})


def test_a_verdict_is_of_who_gives_it_today_and_about_the_text_as_it_is_now(staff: Client) -> None:
    (text,) = (t for t in judged(real_document()) if t.place == ("rules", "K01", "reason"))  # type: ignore[arg-type]

    assert judge(staff).status_code == 302

    made = Verdict.objects.latest("pk")
    assert (made.judged_by, made.judged_on, made.digest) == ("Els de Vries", timezone.localdate(), digest(text))


def test_a_verdict_of_partly_says_why(staff: Client) -> None:
    assert errors_of(judge(staff, support="deels")) == ["Zeg waarom de tekst maar deels gedekt is en toch blijft."]
    assert judge(staff, support="deels", why="Het getal staat er niet.").status_code == 302


@pytest.mark.parametrize(
    ("values", "error"),
    [
        ({"collection": "liedjes"}, "Die soort is er niet. Kies uit: facts, goals,"),
        ({"collection": "verdicts"}, "Die soort is er niet."),
        ({"identity": "K99"}, "Dit record heeft geen tekst met bronnen in dit veld."),
        (
            {"collection": "partner_types", "identity": "lokale_vakbond", "field": "offers.text"},
            "Dit veld heeft meer teksten. Kies er een: ",
        ),
    ],
)
def test_a_verdict_is_about_one_text_that_is_there(staff: Client, values: dict[str, Any], error: str) -> None:
    (said,) = errors_of(judge(staff, **values))

    assert said.startswith(error)


def test_a_verdict_on_what_has_a_name_of_two_parts_is_found(verdict: Verdict) -> None:
    verdict.collection, verdict.identity, verdict.field = "combinations", "bond + bureau", "text"
    verdict.save()

    assert find_record("verdicts", verdict.reference) == verdict
    assert find_record("verdicts", f"{verdict.reference} + meer") is None
    assert find_record("verdicts", "combinations + bond") is None


def test_the_page_of_a_fact_says_why_no_text_needs_it_and_whether_it_still_holds(staff: Client) -> None:
    fact = Fact.objects.get(code="F2")

    save(staff, fact, left_out="Gaat over de reeks.", is_withdrawn="on")

    fact.refresh_from_db()
    assert (fact.left_out, fact.is_withdrawn) == ("Gaat over de reeks.", True)


@pytest.mark.parametrize(
    ("values", "errors"),
    [
        (
            {"url": "https://www.ser.nl"},
            {"url_found_at": ["Vul in waar en wanneer je dit webadres hebt gevonden."]},
        ),
        (
            {"url": "ftp://www.ser.nl", "url_found_at": "www.ser.nl", "url_found_on": "2026-01-02"},
            {"url": ["Voer een geldige URL in."]},
        ),
        ({"url_is_confirmed": "on"}, {"url_is_confirmed": ["Er is geen webadres om te bevestigen."]}),
    ],
)
def test_an_address_says_where_it_was_found(staff: Client, values: dict[str, str], errors: Any) -> None:
    tool = Tool.objects.earliest("pk")
    Tool.objects.filter(pk=tool.pk).update(url="", url_found_at="", url_found_on=None)
    page = address(Tool, "change", tool.pk)

    response = staff.post(page, {**form_of(staff, page), **values})

    assert response.context["adminform"].form.errors == errors


def test_the_list_says_how_sure_an_address_is(staff: Client) -> None:
    sure, looked_up = Tool.objects.all()[:2]
    Tool.objects.filter(pk__in=[sure.pk, looked_up.pk]).update(url="https://www.ser.nl")
    Tool.objects.filter(pk=sure.pk).update(url_is_confirmed=True)

    page = staff.get(address(Tool, "changelist")).content.decode()

    assert page.count("https://www.ser.nl (bevestigd)") == 1
    assert page.count("https://www.ser.nl (opgezocht, nog niet bevestigd)") == 1

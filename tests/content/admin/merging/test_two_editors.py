"""Two editors at one record, through the forms of the admin: what the first saved is never gone without a word."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse

from dialoog.content.document.schema import SCHEMA
from dialoog.content.models import Caution, Fact, Organisation, Question, Rule
from dialoog.content.models.versions import Version
from dialoog.content.versions.keeping import keep_version
from tests.content.admin import admin_forms
from tests.content.admin.admin_forms import (
    Sent,
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

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.slow]


@pytest.fixture
def colleague() -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("piet", first_name="Piet", last_name="Bos"))
    return client


@pytest.fixture
def rule() -> Rule:
    rule = Rule.objects.create(code="Z99", reason="Wie er werkt, weet het.", basis="advies", order=9990)
    rule.facts.add(Fact.objects.get(code="F1"))
    for number, caution in enumerate(Caution.objects.all()[:3], start=1):
        rule.cautions.create(caution=caution, reason=f"Reden {number}.", order=10 * number)
    keep_version(rule)
    return rule


def opened(client: Client, record: Any) -> Sent:
    return form_of(client, change(record))


def send(client: Client, record: Any, sent: Sent) -> Any:
    return admin_forms.send(client, change(record), sent)


def again(client: Client, record: Any, response: Any) -> Any:
    """Save the form that came back, as it stands there."""
    return send(client, record, as_shown(response))


def reasons(rule: Rule) -> list[str]:
    return [link.reason for link in rule.cautions.order_by("order", "pk")]


def labels(response: Any) -> list[str]:
    return [choice.label for choice in response.context["meeting"].choices]


def test_who_changed_another_field_is_kept_and_told(staff: Client, colleague: Client, rule: Rule) -> None:
    mine = opened(staff, rule)
    save(colleague, rule, reason="Van Piet.")

    response = send(staff, rule, mine | {"basis": "afgeleid"})

    rule.refresh_from_db()
    assert (rule.reason, rule.basis) == ("Van Piet.", "afgeleid")
    assert any("Piet Bos om " in said and "behouden: Onderbouwing." in said for said in messages_of(response))
    assert Version.objects.of(rule)[0].record["reason"] == "Van Piet."


def test_nobody_is_told_anything_where_nobody_else_saved(staff: Client, rule: Rule) -> None:
    assert not any("behouden" in said for said in messages_of(save(staff, rule, reason="Anders.")))


def test_both_changed_one_field(staff: Client, colleague: Client, rule: Rule) -> None:
    mine = opened(staff, rule)
    save(colleague, rule, reason="Van Piet.", basis="afgeleid")
    before = Version.objects.count()

    response = send(staff, rule, mine | {"reason": "Van Els."})

    rule.refresh_from_db()
    assert (rule.reason, Version.objects.count()) == ("Van Piet.", before)
    choice = response.context["meeting"].choices[0]
    assert (choice.label, choice.anchor) == ("Onderbouwing", "id_reason")
    assert (choice.mine, choice.theirs, choice.base) == ("Van Els.", "Van Piet.", "Wie er werkt, weet het.")
    assert choice.who.startswith("Piet Bos om ")
    assert response.context["adminform"].form["reason"].value() == "Van Els."
    assert any("Piet Bos" in error for error in errors_of(response))

    again(staff, rule, response)

    rule.refresh_from_db()
    assert (rule.reason, rule.basis) == ("Van Els.", "afgeleid")


def test_a_third_who_saved_between_the_two_is_asked_about_too(staff: Client, colleague: Client, rule: Rule) -> None:
    mine = opened(staff, rule)
    save(colleague, rule, reason="Van Piet.")
    response = send(staff, rule, mine | {"reason": "Van Els."})
    save(colleague, rule, reason="Nog eens van Piet.")

    response = again(staff, rule, response)

    assert response.context["meeting"].choices[0].theirs == "Nog eens van Piet."
    rule.refresh_from_db()
    assert rule.reason == "Nog eens van Piet."


def test_rows_added_changed_and_removed_by_both(staff: Client, colleague: Client, rule: Rule) -> None:
    cautions = Caution.objects.all()
    mine, theirs = opened(staff, rule), opened(colleague, rule)
    theirs = without_row(theirs, "cautions", 0) | {"cautions-1-reason": "Van Piet."}
    send(colleague, rule, with_row(theirs, "cautions", caution=cautions[3].pk, reason="Erbij van Piet.", order=40))

    mine = with_row(mine, "cautions", caution=cautions[4].pk, reason="Erbij van Els.", order=50)
    response = send(staff, rule, mine | {"cautions-2-reason": "Van Els."})

    assert reasons(rule) == ["Van Piet.", "Van Els.", "Erbij van Piet.", "Erbij van Els."], errors_of(response)
    assert "Waarschuwing verwijderd" in " ".join(messages_of(response))


def test_a_row_that_the_colleague_deleted_can_come_back(staff: Client, colleague: Client, rule: Rule) -> None:
    mine = opened(staff, rule)
    send(colleague, rule, without_row(opened(colleague, rule), "cautions", 1))

    response = send(staff, rule, mine | {"cautions-1-reason": "Van Els."})

    assert reasons(rule) == ["Reden 1.", "Reden 3."]
    choice = response.context["meeting"].choices[0]
    assert (choice.anchor, choice.theirs) == ("cautions-2", "(verwijderd)")
    assert "Van Els." in choice.mine
    assert b'name="cautions-2-DELETE"' in response.content

    again(staff, rule, response)

    assert sorted(reasons(rule)) == ["Reden 1.", "Reden 3.", "Van Els."]


def test_a_row_that_the_colleague_deleted_can_stay_away(staff: Client, colleague: Client, rule: Rule) -> None:
    mine = opened(staff, rule)
    send(colleague, rule, without_row(opened(colleague, rule), "cautions", 1))
    response = send(staff, rule, mine | {"cautions-1-reason": "Van Els.", "reason": "Anders."})

    send(staff, rule, without_row(as_shown(response), "cautions", 2))

    rule.refresh_from_db()
    assert (rule.reason, reasons(rule)) == ("Anders.", ["Reden 1.", "Reden 3."])


def test_a_row_that_i_delete_and_the_colleague_changed(staff: Client, colleague: Client, rule: Rule) -> None:
    mine = opened(staff, rule)
    send(colleague, rule, opened(colleague, rule) | {"cautions-1-reason": "Van Piet."})

    response = send(staff, rule, without_row(mine, "cautions", 1))

    assert labels(response) == ["Waarschuwing 2"]
    assert reasons(rule) == ["Reden 1.", "Van Piet.", "Reden 3."]

    again(staff, rule, response)

    assert reasons(rule) == ["Reden 1.", "Reden 3."]


def test_the_same_row_added_by_both_stands_there_once(staff: Client, colleague: Client, rule: Rule) -> None:
    row = {"caution": Caution.objects.all()[5].pk, "reason": "Erbij.", "order": 60}
    mine = with_row(opened(staff, rule), "cautions", **row)
    send(colleague, rule, with_row(opened(colleague, rule), "cautions", **row))

    send(staff, rule, mine)

    assert reasons(rule).count("Erbij.") == 1


def test_what_is_wrong_together_is_an_error_with_both(staff: Client, colleague: Client) -> None:
    """Both added an answer with the same key: one of the two has to change."""
    question = Question.objects.get(slug="sector")
    mine = with_row(opened(staff, question), "options", label="Van Els", slug="nieuw", order=990)
    send(
        colleague, question, with_row(opened(colleague, question), "options", label="Van Piet", slug="nieuw", order=990)
    )

    response = send(staff, question, mine)

    page = response.content.decode()
    assert errors_of(response)
    assert "Van Piet" in page
    assert "Van Els" in page
    assert "Antwoord toegevoegd" in page
    assert "Nog niet bewaard." in page
    assert question.options.get(slug="nieuw").label == "Van Piet"


def test_what_was_typed_wrong_stays_as_it_was_typed(staff: Client, colleague: Client, rule: Rule) -> None:
    mine = opened(staff, rule)
    save(colleague, rule, reason="Van Piet.")

    response = send(staff, rule, mine | {"cautions-0-order": "veel", "known_bonus": "-"})

    shown = as_shown(response)
    assert (shown["cautions-0-order"], shown["known_bonus"], shown["reason"]) == ("veel", "-", "Van Piet.")
    send(staff, rule, shown | {"cautions-0-order": "10", "known_bonus": "0"})
    rule.refresh_from_db()
    assert rule.reason == "Van Piet."


def test_a_confirmation_is_of_what_was_seen(staff: Client, colleague: Client, rule: Rule) -> None:
    mine = opened(staff, rule)
    save(colleague, rule, reason="Van Piet.")

    response = send(staff, rule, mine | {"is_confirmed": "on"})

    rule.refresh_from_db()
    assert not rule.is_confirmed
    choice = response.context["meeting"].choices[0]
    assert (choice.anchor, choice.mine, choice.theirs) == ("id_is_confirmed", "ja", "nee")
    assert "andere velden" in choice.what

    again(staff, rule, response)

    rule.refresh_from_db()
    assert (rule.is_confirmed, rule.reason) == (True, "Van Piet.")


# A form that does not prove what it was opened with


@pytest.mark.parametrize("token", [None, "", "verzonnen", "W10:x:y"])
def test_a_form_without_a_sound_token_overwrites_nothing(staff: Client, rule: Rule, token: str | None) -> None:
    mine = opened(staff, rule) | {"opened": token}
    Rule.objects.filter(pk=rule.pk).update(basis="afgeleid")

    response = send(staff, rule, mine | {"reason": "Van Els."})

    rule.refresh_from_db()
    assert (rule.reason, rule.basis) == ("Wie er werkt, weet het.", "afgeleid")
    assert sorted(labels(response)) == ["Grond", "Onderbouwing"]
    again(staff, rule, response)
    rule.refresh_from_db()
    assert (rule.reason, rule.basis) == ("Van Els.", "advies")


def test_a_token_of_another_record_proves_nothing(staff: Client, rule: Rule) -> None:
    other = opened(staff, Rule.objects.exclude(pk=rule.pk)[0])["opened"]

    response = send(staff, rule, opened(staff, rule) | {"opened": other, "reason": "Van Els."})

    assert labels(response) == ["Onderbouwing"]


def test_what_a_script_changed_is_not_overwritten_either(staff: Client, rule: Rule) -> None:
    mine = opened(staff, rule)
    Rule.objects.filter(pk=rule.pk).update(reason="Van een script.")

    response = send(staff, rule, mine | {"reason": "Van Els."})

    assert response.context["meeting"].choices[0].theirs == "Van een script."


# A record that is gone


def test_a_record_that_was_deleted_meanwhile(staff: Client, colleague: Client, rule: Rule) -> None:
    mine = opened(staff, rule)
    colleague.post(reverse("admin:content_rule_delete", args=[rule.pk]), {"post": "yes"})

    response = send(staff, rule, mine | {"reason": "Van <Els>.", "cautions-0-reason": "In een rij."})

    page = response.content.decode()
    assert response.status_code == 410
    assert "verwijderd door Piet Bos, om " in page
    assert "Van &lt;Els&gt;." in page
    assert "In een rij." in page
    assert reverse("content:deleted") in page


def test_a_record_that_never_was(staff: Client) -> None:
    nowhere = reverse("admin:content_rule_change", args=[987654])

    assert staff.post(nowhere, {"reason": "x"}).url == reverse("admin:index")


# Every kind of content


@pytest.mark.parametrize("model", [shape.model for shape in SCHEMA.values()], ids=lambda model: model.__name__)
def test_a_form_that_nobody_touched_holds_what_is_stored(staff: Client, colleague: Client, model: Any) -> None:
    """Sent back unchanged and without a token, it differs nowhere: every kind of field is read in one way."""
    record = model.objects.first()
    if record is None:
        pytest.skip("nothing of this kind in the content")
    versions = Version.objects.of(record).count()

    response = send(staff, record, opened(staff, record) | {"opened": ""})

    assert errors_of(response) == []
    assert Version.objects.of(record).count() == versions + 1


def test_options_of_a_question_merge_by_row(staff: Client, colleague: Client) -> None:
    question = Question.objects.get(slug="sector")
    mine = opened(staff, question)
    send(colleague, question, opened(colleague, question) | {"options-0-label": "Van Piet"})

    send(staff, question, mine | {"options-1-label": "Van Els", "text": "Welke sector?"})

    question.refresh_from_db()
    assert [option.label for option in question.options.all()[:2]] == ["Van Piet", "Van Els"]
    assert question.text == "Welke sector?"


def test_dates_and_lists_of_a_colleague_are_kept(staff: Client, colleague: Client) -> None:
    record = Organisation.objects.exclude(url="").first()
    assert record is not None
    mine = opened(staff, record)
    facts = list(Fact.objects.values_list("pk", flat=True)[:3])
    save(colleague, record, url_found_on="2026-03-04", facts=facts)

    response = send(staff, record, mine | {"text": "Van Els."})

    record.refresh_from_db()
    assert (record.text, str(record.url_found_on)) == ("Van Els.", "2026-03-04"), errors_of(response)
    assert sorted(record.facts.values_list("pk", flat=True)) == sorted(facts)


def test_who_may_only_look_gets_no_token(rule: Rule) -> None:
    reader = User.objects.create_user("lezer", is_staff=True)
    reader.user_permissions.add(Permission.objects.get(codename="view_rule"))
    client = Client()
    client.force_login(reader)

    response = client.get(change(rule))

    assert response.status_code == 200
    assert "opened" not in response.context


# A list


@pytest.mark.parametrize("shows", [True, False])
def test_what_changed_after_the_list_was_shown_is_not_confirmed(
    staff: Client, colleague: Client, rule: Rule, shows: bool
) -> None:
    other = Rule.objects.filter(is_confirmed=False).exclude(pk=rule.pk)[0]
    listed = staff.get(address(Rule, "changelist"))
    save(colleague, rule, reason="Van Piet.")
    seen = listed.context["action_form"]["seen"].value() if shows else ""

    chosen = {"action": "confirm", "_selected_action": [rule.pk, other.pk], "seen": seen}
    response = staff.post(address(Rule, "changelist"), chosen, follow=True)

    rule.refresh_from_db()
    other.refresh_from_db()
    assert (rule.is_confirmed, other.is_confirmed) == (False, shows)
    assert any("Piet Bos om " in said for said in messages_of(response))
    assert f'name="seen" value="{listed.context["action_form"]["seen"].value()}"' in listed.content.decode()

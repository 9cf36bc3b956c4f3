"""Labels in the admin: easy to tell apart, short, never empty for visitors, and deleted without harm."""

import pytest
from django.test import Client

from dialoog.catalogue.labels import LABEL_OF_SLUG, LABELS, MARK
from dialoog.content.models import PageText
from tests.content.admin.admin_forms import address, as_shown, change, errors_of, is_saved, save

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

BEGIN = "report_word_mark_begin"


def label(slug: str = BEGIN) -> PageText:
    return PageText.objects.get(slug=slug)


BETTER = {"report_word_mark_even": "Gedeelde plaats"}
"""What the content says since a default, which never changes, was found wanting."""


def test_every_label_is_in_the_content_with_its_place_and_its_words_of_before() -> None:
    found = PageText.objects.filter(slug__contains="_word_")
    there = {text.slug: (text.place, text.title, text.text) for text in found}

    assert there == {label.slug: (label.place, BETTER.get(label.slug, label.default), "") for label in LABELS}


def test_a_label_is_one_line_without_markup_and_its_page_says_what_stands_there_otherwise(staff: Client) -> None:
    response = staff.get(change(label()))
    fields = response.context["adminform"].form.fields

    assert list(fields) == ["title", "order"]
    assert fields["title"].help_text == "Eén regel zonder opmaak. Laat je dit leeg, dan staat er: ‘Begin hier’."


def test_a_text_that_is_no_label_keeps_all_its_fields(staff: Client) -> None:
    form = staff.get(change(label("start_intro"))).context["adminform"].form

    assert list(form.fields) == ["title", "text", "order"]
    assert "opmaak" not in form.fields["title"].help_text


def test_a_label_that_is_too_long_for_its_place_is_not_saved(staff: Client) -> None:
    assert is_saved(save(staff, label(), title="x" * MARK))
    [error] = errors_of(save(staff, label(), title="x" * (MARK + 1)))

    assert "1 teken te lang" in error
    assert label().title == "x" * MARK


def test_a_label_may_be_empty_and_the_list_then_shows_what_stands_there(staff: Client) -> None:
    save(staff, label(), title=" ")

    assert label().title == ""
    assert "Begin hier (standaard)" in staff.get(address(PageText, "changelist")).content.decode()


def test_the_list_shows_the_labels_of_one_place(staff: Client) -> None:
    response = staff.get(address(PageText, "changelist"))
    [spec] = response.context["cl"].filter_specs
    links = {choice["display"]: choice["query_string"] for choice in spec.choices(response.context["cl"])}

    def slugs(name: str) -> set[str]:
        found = staff.get(address(PageText, "changelist") + links[name]).context["cl"].queryset
        return set(found.values_list("slug", flat=True))

    group = LABEL_OF_SLUG[BEGIN].group
    assert slugs(group) == {label.slug for label in LABELS if label.group == group}
    assert slugs("Hele teksten") == set(PageText.objects.values_list("slug", flat=True)) - set(LABEL_OF_SLUG)


def test_a_deleted_label_can_be_added_again_and_nothing_else(staff: Client) -> None:
    assert staff.get(address(PageText, "add")).status_code == 403
    staff.post(address(PageText, "delete", label().pk), {"post": "yes"})

    form = staff.get(address(PageText, "add"))
    fields = form.context["adminform"].form.fields
    choices = [slug for _group, rows in fields["slug"].choices for slug, _name in rows]
    sent = {**as_shown(form), "slug": BEGIN, "title": "Hier begin je"}
    assert "1 teken te lang" in errors_of(staff.post(address(PageText, "add"), sent | {"title": "x" * (MARK + 1)}))[0]
    assert errors_of(staff.post(address(PageText, "add"), sent | {"slug": "iets_anders"}))
    response = staff.post(address(PageText, "add"), sent, follow=True)

    assert choices == [BEGIN]
    assert response.redirect_chain
    assert (label().title, label().place) == ("Hier begin je", LABEL_OF_SLUG[BEGIN].place)


def test_of_chosen_texts_only_labels_are_deleted(staff: Client) -> None:
    sent = {"action": "delete_selected", "post": "yes"}
    start = label("start_intro").pk
    refused = staff.post(address(PageText, "changelist"), {**sent, "_selected_action": [label().pk, start]})
    assert refused.status_code == 403
    assert PageText.objects.filter(slug__in=[BEGIN, "start_intro"]).count() == 2

    staff.post(address(PageText, "changelist"), {**sent, "_selected_action": [label().pk]})
    assert not PageText.objects.filter(slug=BEGIN).exists()

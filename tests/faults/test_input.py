"""Odd input where no other test looks: in what staff write, at every field that takes lines, at every address."""

from collections.abc import Iterator
from typing import Any

import pytest
from django import forms
from django.contrib import admin
from django.contrib.auth.models import User
from django.core.validators import MaxLengthValidator
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone

from dialoog.content.models import Caution, PageText
from dialoog.content.releases.publishing import publish
from dialoog.editorial.publish.forms import NOTE_LENGTH, ReleaseForm
from dialoog.insight.models import Remark
from dialoog.wizard.models import Consultation
from tests.editorial.staff import chief
from tests.journey import Journey

pytestmark = [pytest.mark.django_db]

CODE = "{{ settings.SECRET_KEY }}{% debug %}{{ 6|add:7 }}"
MARKUP = "<script>alert(1)</script><img src=x onerror=alert(1)>"


@pytest.mark.database
@pytest.mark.slow
def test_words_of_staff_are_never_code_or_markup(client: Client) -> None:
    """A caution stands in the report, a page text on the start page."""
    Caution.objects.update(text=CODE + MARKUP)
    PageText.objects.filter(slug="start").update(title=CODE)
    publish()

    pages = [client.get("/").content.decode(), client.get(Journey(client).finish().url).content.decode()]

    for page in pages:
        assert "{{ settings.SECRET_KEY }}{% debug %}" in page
        assert "<script>alert" not in page
        assert "<img src=x" not in page
    assert "alert(1)" in pages[1]


@pytest.mark.database
@pytest.mark.parametrize("where", ["changelist", "change"])
def test_what_a_visitor_wrote_is_text_to_staff(where: str) -> None:
    remark = Remark.objects.create(day=timezone.localdate(), is_useful=False, text=MARKUP + CODE)
    args = [] if where == "changelist" else [remark.pk]

    shown = chief().get(reverse(f"admin:insight_remark_{where}", args=args)).content.decode()

    assert "<script>alert" not in shown
    assert "<img src=x" not in shown
    assert "&lt;script&gt;alert" in shown


@pytest.mark.parametrize("blank", ["\u200b \u2060\ufeff", " \t\r\n ", "\u00ad\u200d", "\x07\x1b"])
def test_a_required_text_of_nothing_visible_is_asked_for(blank: str) -> None:
    form = ReleaseForm({"note": blank, "current": 1, "checksum": "0" * 64})

    assert list(form.errors) == ["note"]
    assert "Schrijf in een of twee zinnen" in str(form.errors["note"])


@pytest.mark.database
def test_who_comes_after_the_date_reads_why_and_can_begin_anew(client: Client) -> None:
    journey = Journey(client).walk_to("thema")
    Consultation.objects.update(expires_at=timezone.now())

    answer = client.post(journey.url, journey.form("thema", {"thema": ["lonen"]}))

    assert answer.status_code == 404
    assert "De bewaartermijn is voorbij" in answer.content.decode()
    assert client.post("/begin/").status_code == 302


def lined_fields() -> Iterator[tuple[str, forms.CharField]]:
    """Every field of a form of the site that takes more lines and has a limit."""
    request = RequestFactory().get("/")
    request.user = User.objects.create_superuser("baas")
    of_forms = [form for form in _subclasses(forms.BaseForm) if form.__module__.startswith("dialoog.")]
    for place in admin.site._registry.values():
        if place.has_change_permission(request):
            of_forms += [place.get_form(request), *(each.form for each, _ in place.get_formsets_with_inlines(request))]
    for form in of_forms:
        for name, field in getattr(form, "base_fields", {}).items():
            if isinstance(field.widget, forms.Textarea) and _limit(field):
                yield f"{form.__module__}.{form.__qualname__}.{name}", field


def _subclasses(kind: type) -> set[type]:
    return {kind}.union(*map(_subclasses, kind.__subclasses__()))


def _limit(field: Any) -> int:
    checks = field.validators
    return min((check.limit_value for check in checks if isinstance(check, MaxLengthValidator)), default=0)


def test_a_line_end_counts_once_in_every_field_that_takes_lines() -> None:
    """As a browser sends them: with two characters for each, where it counted one."""
    fields = dict(lined_fields())
    refused = {}
    for name, field in fields.items():
        limit = _limit(field)
        text = "a\r\n" * (limit // 2 - 1) + "ab" + "c" * (limit % 2)
        try:
            assert len(field.clean(text)) == limit
        except forms.ValidationError as error:
            refused[name] = error.messages
        with pytest.raises(forms.ValidationError):
            field.clean(text + "d")

    assert NOTE_LENGTH in map(_limit, fields.values())
    assert len({name.rpartition(".")[2] for name in fields}) > 5
    assert refused == {}

"""Staff can open and change all content; nobody else can, and releases stay as they are."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.db import models
from django.test import Client
from django.urls import reverse

from dialoog.content.models import Caution, Release
from dialoog.content.schema import SCHEMA

pytestmark = pytest.mark.django_db
MODELS = [rows.model for rows in SCHEMA.values()]


@pytest.fixture
def staff(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("redactie"))
    return client


def address(model: type[models.Model], page: str, *args: object) -> str:
    return reverse(f"admin:content_{model._meta.model_name}_{page}", args=args)


def test_all_content_is_in_the_admin() -> None:
    assert {model for model in MODELS if admin.site.is_registered(model)} == set(MODELS)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_list_and_record_opens_in_dutch(staff: Client, model: type[models.Model]) -> None:
    record = model._default_manager.first()
    assert record is not None

    for page in (address(model, "changelist"), address(model, "add"), address(model, "change", record.pk)):
        response = staff.get(page)
        assert response.status_code == 200
        assert 'lang="nl"' in response.content.decode()


def test_a_changed_text_is_saved_but_not_published(staff: Client) -> None:
    caution = Caution.objects.get(slug="capaciteit")
    before = Release.objects.current()
    form = {"slug": "capaciteit", "order": 1, "severity": 1, "text": "Vraag wat haalbaar is.", "facts": []}

    staff.post(address(Caution, "change", caution.pk), form)

    caution.refresh_from_db()
    assert caution.text == "Vraag wat haalbaar is."
    assert Release.objects.current() == before


def test_a_release_can_be_looked_at_and_nothing_else(staff: Client) -> None:
    release = Release.objects.get()

    assert staff.get(address(Release, "change", release.pk)).status_code == 200
    assert staff.get(address(Release, "add")).status_code == 403
    assert staff.post(address(Release, "delete", release.pk), {"post": "yes"}).status_code == 403


def test_without_an_account_the_admin_asks_for_one(client: Client) -> None:
    assert client.get(address(Caution, "changelist")).url.startswith("/beheer/login/")

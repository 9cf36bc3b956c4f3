"""Every page asks the database as many questions with a thousand records as with one."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import translate_url

from dialoog.advisers.adding import add
from dialoog.compare.pointing import pointers_in
from dialoog.content.models import Verdict
from dialoog.languages.active import all_languages
from tests.builders import build_verdict
from tests.growth.pages import KNOWN_BY_RUN, LEFT_OUT, RECORD, RESTORE, STAFF, VISITORS, Page, address_of, names, pages
from tests.growth.records import MANY, add_content, add_use
from tests.journey import Journey
from tests.staff.permissions import TABLE
from tests.staff.test_roles import ABOUT

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

Asked = dict[str, list[str]]
"""The questions that each page asked, by page."""


@dataclass(frozen=True)
class Measured:
    pages: dict[str, Page]
    few: Asked
    many: Asked


@pytest.fixture(scope="module")
def measured(django_db_setup: None, django_db_blocker: Any) -> Iterator[Measured]:
    """In one transaction for all tests here, which then never happened."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield measure()
        transaction.set_rollback(True)


def measure() -> Measured:
    person = User.objects.create_superuser("anna")
    Verdict.objects.create(**build_verdict(ABOUT))
    site = Site(person)
    add_use(person, 1)
    site.warm_up()
    few = site.ask("use") | site.ask("content")
    add_use(person, MANY)
    site.warm_up()
    many = site.ask("use")
    add_content(MANY)
    return Measured({str(page): page for page in site.pages}, few, many | site.ask("content"))


class Site:
    def __init__(self, person: User) -> None:
        self.visitor, self.staff = Client(), Client()
        self.staff.force_login(person)
        unfinished, finished = Journey(self.visitor).walk_to("controle"), Journey(Client()).finish()
        share = finished.shared.strip("/").split("/")[-1]
        self.places = {"unfinished": unfinished.token, "finished": finished.token, "share": share}
        finished.client.get(finished.url)
        (held,), _troubles = add(person, pointers_in(finished.shared))
        self.places["held"] = str(held.pk)
        self.pages = list(pages())

    def warm_up(self) -> None:
        """What is read once in a process, or once of a release."""
        ContentType.objects.get_for_models(*apps.get_models())
        for language in all_languages():
            pages = ("/", f"/advies/{self.places['finished']}/rapport/")
            self.ask_once(*(translate_url(page, language) for page in pages))
        self.ask_once("/gezond/")

    def ask_once(self, *addresses: str) -> None:
        for address in addresses:
            assert self.visitor.get(address).status_code == 200, address

    def ask(self, growing: str) -> Asked:
        """Of the pages that grow with that."""
        return {str(page): self.questions(page) for page in self.pages if page.grows_with == growing}

    def questions(self, page: Page) -> list[str]:
        client = self.staff if page.who == "staff" else self.visitor
        address = address_of(page, **self.places)
        with CaptureQueriesContext(connection) as asked:
            response = client.get(address) if page.send is None else client.post(address, self.form(page))
            if response.streaming:
                b"".join(response.streaming_content)
        assert response.status_code == page.opens, (address, response.status_code)
        return [query["sql"][:200] for query in asked]

    def form(self, page: Page) -> dict[str, Any]:
        step = address_of(page, **self.places).strip("/").split("/")[-1]
        return {"guide_wizard-current_step": step, "knop": "volgende", **(page.send or {})}


def test_a_thousand_records_ask_as_many_questions_as_one(measured: Measured) -> None:
    different = {
        page: {"few": few, "many": measured.many[page]}
        for page, few in measured.few.items()
        if len(few) != len(measured.many[page])
    }

    assert different == {}


def test_no_page_asks_more_questions_than_its_row_says(measured: Measured) -> None:
    too_many = {name: asked for name, page in measured.pages.items() if len(asked := measured.few[name]) > page.most}

    assert too_many == {}


def test_every_address_has_a_row_and_every_row_an_address() -> None:
    there = {name for name in names() if not RESTORE.match(name)}
    in_table = {page.name for page in VISITORS} | {line.page for line in TABLE}

    assert there - in_table - LEFT_OUT.keys() == set()
    assert LEFT_OUT.keys() - there == set()
    assert {page.name for page in VISITORS} & LEFT_OUT.keys() == set()


def test_every_page_of_staff_says_how_many_questions_it_may_ask() -> None:
    opened = {line.page for line in TABLE if line.method == "get" and not RECORD.match(line.page)}

    assert opened - STAFF.keys() - LEFT_OUT.keys() - KNOWN_BY_RUN == set()
    assert STAFF.keys() - opened == set()

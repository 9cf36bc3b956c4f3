"""The pages of the overview: open to those who may, complete, and calm about odd requests and unsound content."""

import re
from xml.etree import ElementTree

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse

from dialoog.content.models import Fact, Option, PartnerEffect, PartnerType, Question, QuestionCondition, Release, Rule

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
PAGES = ["map", "coverage", "sources"]
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def staff(client: Client) -> Client:
    """Somebody who may check the draft, and nothing else."""
    user = User.objects.create_user("redactie", is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="check_draft"))
    client.force_login(user)
    return client


def text_of(client: Client, page: str, query: str = "") -> str:
    response = client.get(f"{reverse(f'editorial:{page}')}{query}")
    assert response.status_code == 200
    return response.content.decode()


def picture_in(text: str) -> ElementTree.Element:
    found = re.search(r'<svg class="branching".*?</svg>', text, re.DOTALL)
    assert found
    return ElementTree.fromstring(found.group())


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("query", ["", "?uitgave=1", "?uitgave="])
def test_a_page_opens_in_dutch_for_the_draft_and_for_a_release(staff: Client, page: str, query: str) -> None:
    text = text_of(staff, page, query)

    assert 'lang="nl"' in text
    assert text.count("<h1") == 1
    assert 'style="' not in text


@pytest.mark.parametrize("page", PAGES)
def test_others_may_not_look(client: Client, page: str) -> None:
    assert client.get(reverse(f"editorial:{page}")).url.startswith("/beheer/login/")

    client.force_login(User.objects.create_user("lezer", is_staff=True))
    assert client.get(reverse(f"editorial:{page}")).status_code == 403


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("number", ["abc", "999", "-1", "1.5", "²", "9" * 30, "9" * 5000])
def test_a_release_that_is_not_there_is_not_found(staff: Client, page: str, number: str) -> None:
    response = staff.get(reverse(f"editorial:{page}"), {"uitgave": number})

    assert response.status_code == 404
    assert 'lang="nl"' in response.content.decode()


def test_the_pages_can_only_be_read(staff: Client) -> None:
    assert {staff.post(reverse(f"editorial:{page}")).status_code for page in PAGES} == {405}


def test_the_first_page_of_the_admin_names_the_overview(staff: Client) -> None:
    tasks = staff.get(reverse("admin:index")).context["tasks"]

    assert reverse("editorial:map") in [task.url for task in tasks]


def test_the_pages_are_linked_with_the_release_that_is_looked_at(staff: Client) -> None:
    text = text_of(staff, "coverage", "?uitgave=1")

    assert {f'href="{reverse(f"editorial:{page}")}?uitgave=1"' in text for page in PAGES} == {True}


def test_the_picture_is_sound_xml_with_a_title_and_no_style_of_its_own(staff: Client) -> None:
    picture = picture_in(text_of(staff, "map"))

    assert picture.get("role") == "img"
    named = [picture.find(f"{SVG}{name}") for name in ("title", "desc")]
    assert picture.get("aria-labelledby") == " ".join(element.get("id") for element in named if element is not None)
    assert all(element is not None and element.text for element in named)
    assert picture.find(f".//{SVG}style") is None
    assert [element for element in picture.iter() if "style" in element.attrib] == []
    assert len(picture.findall(f"{SVG}rect")) == Question.objects.count()


def test_the_text_says_of_every_question_when_it_is_asked(staff: Client) -> None:
    text = text_of(staff, "map")

    conditional = Question.objects.filter(conditions__isnull=False).distinct().count()
    assert text.count("<dd>alleen als ") == conditional
    assert text.count("<dd>altijd") == Question.objects.count() - conditional
    for option in Option.objects.all():
        assert f"<li>{option.label}</li>".replace("'", "&#x27;") in text


def test_unsound_content_is_shown_with_what_is_wrong(staff: Client) -> None:
    first, last = Question.objects.get(slug="doelen"), Question.objects.get(slug="tijdlijn")
    QuestionCondition.objects.create(owner=first, question=last)

    text = text_of(staff, "map")

    assert "Vraag &#x27;doelen&#x27; hangt af van vraag &#x27;tijdlijn&#x27;, die pas later komt." in text
    assert "(die vraag komt niet in een eerdere stap)" in text
    assert picture_in(text).find(f".//{SVG}g[@class='branching-line branching-trouble']") is not None


def test_without_any_question_the_page_opens(staff: Client) -> None:
    Release.objects.create(number=2, document={name: [] for name in Release.objects.get().document}, checksum="")

    texts = {page: text_of(staff, page, "?uitgave=2") for page in PAGES}

    assert "Er zijn nog geen stappen." in texts["map"]
    assert "Er zijn nog geen bronverwijzingen." in texts["sources"]


def test_every_rule_and_partner_type_is_linked_from_the_matrix(staff: Client) -> None:
    text = text_of(staff, "coverage")

    for collection, names in (
        ("rules", Rule.objects.values_list("code", flat=True)),
        ("partner_types", PartnerType.objects.values_list("slug", flat=True)),
    ):
        for name in names:
            assert f'href="{reverse("editorial:record", args=[collection, name])}"' in text


def test_the_matrix_shows_the_weight_of_a_rule(staff: Client) -> None:
    rule = Rule.objects.get(code="K01")
    effect = rule.partners.get(only_if_scored=False)
    PartnerEffect.objects.filter(pk=effect.pk).update(weight=-7)

    assert "K01 -7</a>" in text_of(staff, "coverage")
    assert f"K01 {effect.weight:+d}</a>" in text_of(staff, "coverage", "?uitgave=1")


def test_what_counts_nowhere_is_named(staff: Client) -> None:
    PartnerType.objects.create(slug="nieuw", name="Nieuw type", description="Wie het is.")
    Option.objects.create(question=Question.objects.get(slug="fase"), slug="nieuw", label="Nog iets")

    text = text_of(staff, "coverage")

    assert "Geen: elk partnertype" not in text
    assert ">fase</a>: Nog iets</li>" in text


def test_every_fact_is_listed_with_links_to_where_it_is_used(staff: Client) -> None:
    text = text_of(staff, "sources")

    for fact in Fact.objects.all():
        assert f">{fact.code}</a>" in text
    rule = Rule.objects.get(code="K01")
    assert f'<a href="{reverse("editorial:record", args=["rules", rule.code])}">K01</a>' in text


def test_a_link_leads_to_the_record_in_the_admin(staff: Client) -> None:
    rule = Rule.objects.get(code="K01")

    response = staff.get(reverse("editorial:record", args=["rules", "K01"]))

    assert response.url == reverse("admin:content_rule_change", args=[rule.pk])


def test_unused_facts_can_be_looked_at_alone_and_those_that_matter_are_marked(staff: Client) -> None:
    Fact.objects.create(code="F900", chapter="Nieuw hoofdstuk", section="Deel", text="Vergeten.", line=1)
    used = Rule.objects.get(code="K01").facts.first()

    text = text_of(staff, "sources", "?ongebruikt=1")

    assert text.count("Nergens gebruikt</strong>") == 1
    assert "1 staat nergens bij en is geen achtergrond." in text
    assert ">F900</a>" in text
    assert f">{used.code}</a>" not in text

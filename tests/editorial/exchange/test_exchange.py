"""Exchanging content by one zip: first the difference, then all of it or nothing."""

from copy import deepcopy
from datetime import timedelta
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.contrib.auth.models import Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from dialoog.content.document.exporting import export_document
from dialoog.content.document.importing import admit
from dialoog.content.files.archive import pack, unpack
from dialoog.content.models import Caution, Release
from dialoog.content.models.versions import Version
from dialoog.content.releases.publishing import checksum, publish
from dialoog.editorial.exchange.uploads import Upload
from tests.builders import real_document

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

PAGE = "/beheer/uitwisselen/"


def log_in(client: Client, *permissions: str) -> User:
    user = User.objects.create_user("redactie", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    client.force_login(user)
    return user


@pytest.fixture
def staff(client: Client) -> Client:
    log_in(client, "check_draft", "exchange_content")
    return client


def changed_document() -> dict[str, Any]:
    document = deepcopy(real_document())
    next(c for c in document["cautions"] if c["slug"] == "capaciteit")["text"] = "Vraag alleen wat haalbaar is."
    return document


def send(client: Client, data: bytes, name: str = "inhoud.zip") -> Any:
    return client.post(reverse("editorial:upload"), {"archive": SimpleUploadedFile(name, data)}, follow=True)


def confirm(client: Client, seen: str | None = None) -> Any:
    address = reverse("editorial:replace", args=[Upload.objects.get().pk])
    return client.post(address, {"seen": seen or checksum(export_document())}, follow=True)


def text(response: Any) -> str:
    return str(response.content.decode())


# Download
@pytest.mark.database
def test_the_draft_comes_as_a_zip_that_is_equal_to_it(staff: Client) -> None:
    Caution.objects.filter(slug="capaciteit").update(text="Bewerkt.")

    response = staff.get(reverse("editorial:download"))

    assert response["Content-Type"] == "application/zip"
    assert response["Content-Disposition"] == f'attachment; filename="dialoog-concept-{timezone.localdate()}.zip"'
    assert admit(unpack(response.content)) == export_document()


@pytest.mark.database
def test_a_release_comes_as_it_was_published(staff: Client) -> None:
    release = publish()
    Caution.objects.filter(slug="capaciteit").update(text="Bewerkt.")

    response = staff.get(reverse("editorial:download"), {"uitgave": release.number})

    assert checksum(admit(unpack(response.content))) == release.checksum
    assert f"dialoog-uitgave-{release.number}.zip" in response["Content-Disposition"]


@pytest.mark.database
@pytest.mark.parametrize("number", ["0", "-1", "x", "9" * 30, "1.5"])
def test_a_release_that_is_not_there_is_not_found(staff: Client, number: str) -> None:
    assert staff.get(reverse("editorial:download"), {"uitgave": number}).status_code == 404


# Upload


def test_an_upload_shows_its_difference_and_changes_nothing_yet(staff: Client) -> None:
    page = text(send(staff, pack(changed_document())))

    assert "<li>Gewijzigd: 1</li>" in page
    assert "haalbaar" in page
    assert "Vervang het concept" in page
    assert export_document() == real_document()


@pytest.mark.database
def test_after_a_yes_the_draft_is_what_was_uploaded(staff: Client) -> None:
    send(staff, pack(changed_document()))
    before = Release.objects.current()

    page = text(confirm(staff))

    assert "De inhoud is vervangen: 1 gewijzigd, 0 nieuw, 0 verwijderd. Publiceer om het op de site te zetten." in page
    assert export_document() == changed_document()
    assert Release.objects.current() == before
    assert not Upload.objects.exists()


@pytest.mark.database
def test_history_tells_who_replaced_it(staff: Client) -> None:
    send(staff, pack(changed_document()))
    confirm(staff)

    version = Version.objects.of(Caution.objects.get(slug="capaciteit"))[0]
    assert (version.author.username, version.reason) == ("redactie", "Vervangen door een bestand")


@pytest.mark.database
def test_what_somebody_else_changed_meanwhile_is_shown_and_never_lost(staff: Client) -> None:
    send(staff, pack(changed_document()))
    seen = checksum(export_document())
    caution = Caution.objects.exclude(slug="capaciteit").first()
    caution.text = "Wat een ander intussen schreef."
    caution.save()

    page = text(confirm(staff, seen))

    assert "Het concept is intussen gewijzigd. Er is nog niets vervangen" in page
    assert "intussen schreef" in page
    assert Caution.objects.get(pk=caution.pk).text == caution.text
    confirm(staff)
    assert export_document() == changed_document()
    assert caution.text in [version.record["text"] for version in Version.objects.of(caution)]


@pytest.mark.parametrize("seen", ["", "x", "0" * 64])
def test_without_having_seen_the_draft_nothing_happens(staff: Client, seen: str) -> None:
    send(staff, pack(changed_document()))
    staff.post(reverse("editorial:replace", args=[Upload.objects.get().pk]), {"seen": seen})

    assert export_document() == real_document()


@pytest.mark.database
def test_pressing_twice_does_it_once(staff: Client) -> None:
    send(staff, pack(changed_document()))
    address, seen = reverse("editorial:replace", args=[Upload.objects.get().pk]), checksum(export_document())
    staff.post(address, {"seen": seen})

    assert "Dit bestand is al verwerkt" in text(staff.post(address, {"seen": seen}, follow=True))


def test_equal_content_has_nothing_to_replace(staff: Client) -> None:
    page = text(send(staff, pack(real_document())))

    assert "De zip is gelijk aan het concept" in page
    assert "Vervang het concept" not in page


def test_another_order_alone_is_told(staff: Client) -> None:
    document = deepcopy(real_document())
    document["page_texts"].reverse()
    send(staff, pack(document))

    assert "alleen de volgorde is anders" in text(confirm(staff))
    assert export_document() == document


# Bad uploads


def refused(staff: Client, data: bytes, *sentences: str) -> None:
    page = text(send(staff, data))
    assert "<title>Fout: " in page
    assert "Er is niets vervangen." in page
    for sentence in sentences:
        assert sentence in page
    assert not Upload.objects.exists()
    assert export_document() == real_document()


def test_a_zip_that_is_none_is_refused(staff: Client) -> None:
    refused(staff, b"geen zip", "Dit bestand is geen zip, of het is beschadigd.")


def test_no_file_at_all_is_asked_for(staff: Client) -> None:
    page = text(staff.post(reverse("editorial:upload")))

    assert '<a href="#id_archive">Kies de zip die je wilt uploaden.</a>' in page
    assert "<title>Fout: " in page


def test_an_empty_file_is_refused(staff: Client) -> None:
    refused(staff, b"", "Kies de zip die je wilt uploaden.")


def test_a_huge_file_is_refused_before_it_is_read(staff: Client) -> None:
    assert send(staff, b"x" * (1024 * 1024)).status_code == 413
    assert not Upload.objects.exists()


def test_every_value_that_does_not_fit_is_named(staff: Client) -> None:
    document = changed_document()
    document["cautions"][0]["text"] = "x" * 601
    document["rules"][0]["basis"] = "gevoel"

    refused(staff, pack(document), "meer dan 600 tekens", "staat niet in de lijst; kies uit advies")


def test_content_that_could_not_be_published_is_refused(staff: Client) -> None:
    document = changed_document()
    document["rules"][0]["reason"] = ""

    refused(staff, pack(document), "heeft geen onderbouwing")


def test_a_file_full_of_mistakes_says_the_first_and_counts_the_others(staff: Client) -> None:
    document = changed_document()
    for fact in document["facts"]:
        fact["line"] = -1

    refused(staff, pack(document), f"En nog {len(document['facts']) - 50} regels.")


def test_html_in_a_name_is_shown_as_text(staff: Client) -> None:
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        archive.writestr("<script>alert(1)<!--", "")

    refused(staff, target.getvalue(), "&lt;script&gt;alert(1)")


# Who may, and how long


def test_who_may_only_check_can_download_and_not_upload(client: Client) -> None:
    log_in(client, "check_draft")

    assert "Uploaden" not in text(client.get(PAGE))
    assert client.get(reverse("editorial:download")).status_code == 200
    assert send(client, pack(changed_document())).status_code == 403
    assert not Upload.objects.exists()


def test_without_permission_there_is_no_page(client: Client) -> None:
    log_in(client)

    assert client.get(PAGE).status_code == 403
    assert client.get(reverse("editorial:download")).status_code == 403


def test_without_an_account_the_page_asks_for_one(client: Client) -> None:
    assert client.get(PAGE).url.startswith("/beheer/login/")


@pytest.mark.database
def test_an_upload_is_for_who_sent_it(staff: Client) -> None:
    send(staff, pack(changed_document()))
    other = Client()
    other.force_login(User.objects.create_superuser("ander"))

    confirm(other)

    assert export_document() == real_document()
    assert Upload.objects.exists()


@pytest.mark.database
def test_after_a_day_an_upload_is_gone(staff: Client) -> None:
    send(staff, pack(changed_document()))
    Upload.objects.update(uploaded_at=timezone.now() - timedelta(days=1))

    assert "langer dan een dag geleden" in text(confirm(staff))
    assert export_document() == real_document()
    send(staff, pack(changed_document()))
    assert Upload.objects.count() == 1


@pytest.mark.database
def test_looking_writes_nothing(staff: Client, django_assert_num_queries: object) -> None:
    send(staff, pack(changed_document()))
    before = Upload.objects.values().get()

    staff.get(PAGE)
    staff.get(reverse("editorial:upload"))
    staff.get(reverse("editorial:replace", args=[before["id"]]))

    assert Upload.objects.values().get() == before
    assert export_document() == real_document()


def test_texts_of_a_zip_are_tidied_and_that_is_told(staff: Client) -> None:
    document = deepcopy(real_document())
    document["goals"][0]["theory"] = "Denk aan:\n\uf0b7\tEén\n\uf0b7\tTwee"
    document["questions"][0]["options"][0]["label"] = "Ken\u00adnis"

    page = send(staff, pack(document))

    kept = Upload.objects.get().document
    assert kept["goals"][0]["theory"] == "Denk aan:\n- Eén\n- Twee"
    assert kept["questions"][0]["options"][0]["label"] == "Kennis"
    told = [str(message) for message in page.context["messages"]]
    slug = document["goals"][0]["slug"]
    assert told[0] == f"Opgeschoond in ‘de theorie’ van ‘{slug}’: opsommingstekens zijn een lijst geworden."
    assert len(told) == 2


def test_a_zip_with_a_link_that_leads_nowhere_is_refused(staff: Client) -> None:
    document = deepcopy(real_document())
    document["page_texts"][0]["text"] = "Lees [dit](../x)."

    page = send(staff, pack(document))

    assert "De link bij ‘dit’ leidt nergens heen: ‘../x’." in text(page)
    assert not Upload.objects.exists()

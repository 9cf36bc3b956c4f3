"""Translations come in as PO: first what would change, then all of it or nothing."""

from typing import Any

import polib
import pytest
from django.contrib.auth.models import Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from dialoog.content.document.exporting import export_document
from dialoog.content.models import Caution, TranslatedText, Translation
from dialoog.content.models.versions import Version
from dialoog.content.releases.publishing import checksum
from dialoog.content.translations.po import to_po
from dialoog.editorial.exchange.uploads import Upload
from tests.editorial.staff import text_of

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.slow]


@pytest.fixture
def staff(client: Client) -> Client:
    user = User.objects.create_user("redactie", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=("check_draft", "exchange_content")))
    client.force_login(user)
    return client


def po(**texts: str) -> polib.POFile:
    """The file of the draft, with other translations of these cautions."""
    file = polib.pofile(to_po(export_document(), "en").decode())
    for slug, text in texts.items():
        entry(file, slug).msgstr = text
    return file


def entry(file: polib.POFile, slug: str) -> polib.POEntry:
    return next(entry for entry in file if entry.msgctxt == f"cautions/{slug}/text")


def send(staff: Client, data: bytes | polib.POFile, language: str = "en") -> Any:
    data = data if isinstance(data, bytes) else str(data).encode()
    address = reverse("editorial:upload_translations")
    return staff.post(address, {"po": SimpleUploadedFile("en.po", data), "taal": language}, follow=True)


def confirm(staff: Client, seen: str | None = None) -> Any:
    address = f"{reverse('editorial:take_in_translations')}?upload={Upload.objects.get().pk}"
    return staff.post(address, {"seen": seen or checksum(export_document())}, follow=True)


def english(slug: str) -> str:
    return TranslatedText.objects.get(translation__language="en", translation__identity=slug).text


def test_nothing_changes_until_it_is_confirmed(staff: Client) -> None:
    before = english("capaciteit")

    shown = text_of(send(staff, po(capaciteit="Ask what is possible.")))

    assert "1 vertaling verandert. Er is nog niets ingelezen" in shown
    assert "Ask what is possible." in shown
    assert english("capaciteit") == before


def test_what_is_confirmed_is_taken_and_kept_as_a_version(staff: Client) -> None:
    send(staff, po(capaciteit="Ask what is possible."))

    shown = text_of(confirm(staff))

    assert "1 vertaling ingelezen." in shown
    assert english("capaciteit") == "Ask what is possible."
    version = Version.objects.of(Translation.objects.get(language="en", identity="capaciteit")).first()
    assert version is not None
    assert version.author == User.objects.get(username="redactie")
    assert not Upload.objects.exists()


def test_what_a_colleague_did_since_the_upload_stays(staff: Client) -> None:
    """A whole draft would have gone back with it."""
    send(staff, po(capaciteit="Ask what is possible."))
    Caution.objects.exclude(slug="capaciteit").update(text="Van een collega.")

    confirm(staff)

    assert english("capaciteit") == "Ask what is possible."
    assert Caution.objects.filter(text="Van een collega.").count() == Caution.objects.count() - 1


def test_what_somebody_did_not_see_is_not_overwritten(staff: Client) -> None:
    send(staff, po(capaciteit="Ask what is possible."))
    seen = checksum(export_document())
    TranslatedText.objects.filter(translation__identity="capaciteit").update(text="By a colleague.")

    shown = text_of(confirm(staff, seen))

    assert "Er is nog niets ingelezen: bekijk wat er nu verandert." in shown
    assert english("capaciteit") == "By a colleague."


def test_a_dutch_text_that_moved_on_since_the_upload_keeps_its_translation(staff: Client) -> None:
    send(staff, po(capaciteit="Ask what is possible."))
    Caution.objects.filter(slug="capaciteit").update(text="Iets heel anders.")
    before = english("capaciteit")

    shown = text_of(staff.get(f"{reverse('editorial:take_in_translations')}?upload={Upload.objects.get().pk}"))
    confirm(staff)

    assert "het Nederlands sinds het uploaden veranderd" in shown
    assert english("capaciteit") == before


def test_what_cannot_be_taken_is_told_with_its_line_and_the_rest_is_taken(staff: Client) -> None:
    other = Caution.objects.exclude(slug="capaciteit")[0]
    file = po(capaciteit="With a {hole}.", **{other.slug: "Be careful."})

    shown = text_of(send(staff, file))
    confirm(staff)

    line = str(file).splitlines().index('msgctxt "cautions/capaciteit/text"') + 1
    assert any(f"Regel {line - above}, cautions/capaciteit/text: het Nederlands heeft 0" in shown for above in range(4))
    assert english(other.slug) == "Be careful."


def test_the_same_words_make_a_stale_one_current(staff: Client) -> None:
    Caution.objects.filter(slug="capaciteit").update(text="Iets heel anders.")
    file = po()
    entry(file, "capaciteit").flags.clear()

    send(staff, file)
    confirm(staff)

    assert TranslatedText.objects.get(translation__identity="capaciteit").source == "Iets heel anders."


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04", "geen PO-bestand"),
        ('msgid "é"\nmsgstr "è"\n'.encode("cp1252"), "geen UTF-8"),
        (b'msgid ""\nmsgstr "Language: fr\\n"\n\nmsgid "a"\nmsgstr "b"\n', "voor taal ‘fr’"),
        (b"", "Kies het PO-bestand dat je wilt uploaden."),
    ],
)
def test_what_is_no_such_file_is_told(staff: Client, data: bytes, said: str) -> None:
    shown = text_of(send(staff, data))

    assert said in shown
    assert not Upload.objects.exists()


def test_a_file_of_another_version_is_told_at_each_text(staff: Client) -> None:
    file = po(capaciteit="Ask.")
    Caution.objects.filter(slug="capaciteit").update(text="Iets heel anders.")

    shown = text_of(send(staff, file))

    assert "cautions/capaciteit/text: de Nederlandse tekst is intussen anders." in shown


def test_ten_thousand_strange_entries_leave_a_page_to_read(staff: Client) -> None:
    file = polib.POFile()
    file.extend(polib.POEntry(msgctxt=f"goals/x{n}/name", msgid=f"x{n}", msgstr="x") for n in range(10_000))

    shown = text_of(send(staff, file))

    assert shown.count("deze plaats is er niet (meer)") == 50
    assert "En nog 9950 regels." in shown
    assert "er is niets over te nemen" in shown


def test_markup_is_shown_as_text(staff: Client) -> None:
    shown = text_of(send(staff, po(capaciteit="<script>alert(1)</script>")))

    assert "<script>alert(1)" not in shown
    assert "&lt;script&gt;" in shown


def test_an_upload_is_of_who_sent_it_and_of_translations_alone(staff: Client) -> None:
    send(staff, po(capaciteit="Ask what is possible."))
    number = Upload.objects.get().pk

    whole: Any = staff.get(reverse("editorial:replace", args=[number]))
    Upload.objects.update(author=User.objects.create_user("ander"))
    other: Any = staff.get(f"{reverse('editorial:take_in_translations')}?upload={number}")

    assert whole.url == reverse("editorial:exchange")
    assert other.url == reverse("editorial:translations")

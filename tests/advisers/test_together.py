"""Several reports of a list at once: compared, and their PDFs in one zip."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from dialoog.advisers.listing import rows_of
from dialoog.advisers.models import Held
from dialoog.advisers.packing import Progress, packed
from dialoog.advisers.said import SENTENCES, Fault
from dialoog.catalogue.vocabulary import Vocabulary
from dialoog.limits.allowance import Kind
from dialoog.report import download, waiting
from dialoog.report.download import lock_path
from dialoog.report.editions import Edition
from dialoog.report.models import Rendering
from dialoog.report.pdf.process import PdfFailed, my_turn
from dialoog.wizard.models import Consultation
from tests.advisers.advising import LIST, add, entry, errors, keep, make_adviser
from tests.compare.reports import finish, titles
from tests.endings import stop_sharing
from tests.report.coming_back import come_back, quick_line

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.database, pytest.mark.slow]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with quick_line(monkeypatch):
        yield


@pytest.fixture
def adviser() -> Client:
    return make_adviser()


def choose(adviser: Client, way: str, *held: Held, **form: str) -> Any:
    return adviser.post(f"{LIST}{way}/", {"kies": [row.pk for row in held], **form}, follow=True)


def ask(adviser: Client, *held: Held, edition: str = "advies") -> Any:
    return choose(adviser, "zip", *held, editie=edition)


def unpacked(adviser: Client, page: Any) -> dict[str, bytes]:
    answer = adviser.get(page["Refresh"].partition("url=")[2])
    assert answer["Content-Type"] == "application/zip"
    pack = ZipFile(BytesIO(answer.content))
    assert pack.testzip() is None
    return {name: pack.read(name) for name in pack.namelist()}


# Comparing


def test_two_to_four_are_compared(adviser: Client) -> None:
    held = [keep(adviser, title=title)[1] for title in ("Een", "Twee", "Drie", "Vier", "Vijf")]

    assert titles(choose(adviser, "vergelijken", *held[:4])) == ["Een", "Twee", "Drie", "Vier"]
    assert titles(choose(adviser, "vergelijken", *held[3:])) == ["Vier", "Vijf"]
    for odd in (held, held[:1], []):
        page = choose(adviser, "vergelijken", *odd)
        assert errors(page) == [SENTENCES[Fault.COMPARE]]
        assert page.context["chosen"] == {row.pk for row in odd}


def test_who_chose_too_few_is_back_where_they_were(adviser: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dialoog.advisers.views.listing.PER_PAGE", 1)
    (_, held), _other = keep(adviser), keep(adviser, title="Lonen nu")

    page = choose(adviser, "vergelijken", held, q="lonen", pagina="2")

    assert (page.context["query"], page.context["page"].number, page.context["chosen"]) == ("lonen", 2, {held.pk})


def test_nobody_compares_what_is_in_the_list_of_another(adviser: Client) -> None:
    held = [keep(adviser)[1], keep(adviser)[1]]

    assert errors(choose(make_adviser("bea"), "vergelijken", *held)) == [SENTENCES[Fault.COMPARE]]


# The zip


def test_those_that_are_kept_go_in_at_once(adviser: Client) -> None:
    journey, held = keep(adviser)
    journey.client.post(f"/advies/{journey.token}/rapport/pdf/advies/")

    page = ask(adviser, held)

    assert "Het downloaden begint vanzelf. In de zip staat 1 rapport." in page.content.decode()
    assert unpacked(adviser, page) == {f"lonen-advies-{held.consultation.code}.pdf": b"%PDF-1.7"}
    assert Rendering.objects.filter(edition="advies").count() == 1


def test_those_that_are_not_are_made_while_one_waits(adviser: Client) -> None:
    (_, one), (_, other) = keep(adviser), keep(adviser, title="Haast")
    adviser.post(entry(other), {"label": "Klant 1"})
    with my_turn(lock_path(), patient=True):
        page = ask(adviser, one, other, edition="dossier")
        assert page.status_code == 202
        assert "Klaar: 0 van 2." in page.content.decode()

    ready = come_back(adviser, page)

    assert "De zip is klaar" in ready.content.decode()
    assert set(unpacked(adviser, ready)) == {
        f"lonen-dossier-{one.consultation.code}.pdf",
        f"klant-1-dossier-{other.consultation.code}.pdf",
    }


def test_who_looks_reads_no_pdf_and_asks_once(adviser: Client) -> None:
    _journey, held = keep(adviser)
    keep(adviser)
    come_back(adviser, ask(adviser, *Held.objects.all()))
    rows = rows_of(held.adviser)

    with CaptureQueriesContext(connection) as queries:
        progress = Progress.of(rows, Edition.ADVICE)

    assert (progress.made, progress.failed, progress.waiting) == (2, (), 0)
    (query,) = queries
    assert '"content"' not in query["sql"]


def test_what_is_damaged_is_made_anew(adviser: Client) -> None:
    _journey, held = keep(adviser)
    come_back(adviser, ask(adviser, held))
    Rendering.objects.filter(edition="advies").update(content=b"stuk")

    with my_turn(lock_path(), patient=True):
        page = ask(adviser, held)
        assert page.status_code == 202
    ready = come_back(adviser, page)

    assert [*unpacked(adviser, ready).values()] == [b"%PDF-1.7"]


def test_two_of_one_name_are_both_in_it(adviser: Client) -> None:
    held = [keep(adviser)[1], keep(adviser)[1]]
    Consultation.objects.update(code="AAAA-BBBB")

    names = set(unpacked(adviser, come_back(adviser, ask(adviser, *held))))

    assert names == {"lonen-advies-AAAA-BBBB.pdf", "2-lonen-advies-AAAA-BBBB.pdf"}


def test_what_goes_meanwhile_is_left_out_and_told(adviser: Client) -> None:
    (stays, one), (goes, other) = keep(adviser), keep(adviser, title="Haast")
    with my_turn(lock_path(), patient=True):
        page = ask(adviser, one, other)
        stop_sharing(goes)

    ready = come_back(adviser, page)

    assert "1 rapport is intussen weg uit je lijst en gaat niet mee." in ready.content.decode()
    assert set(unpacked(adviser, ready)) == {f"lonen-advies-{one.consultation.code}.pdf"}
    stop_sharing(stays)
    ready = come_back(adviser, page)
    assert "Er is niets om te downloaden" in ready.content.decode()
    assert "Refresh" not in ready


def test_what_cannot_be_made_is_left_out_and_named(adviser: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    (_, one), (_, other) = keep(adviser), keep(adviser, title="Haast")

    def render(html: str, *_arguments: object, **_options: object) -> bytes:
        if "Haast" in html:
            raise PdfFailed("geen")
        return b"%PDF-1.7"

    monkeypatch.setattr(download, "render", render)

    ready = come_back(adviser, ask(adviser, one, other))

    assert "Van deze rapporten kon geen pdf gemaakt worden." in ready.content.decode()
    assert list(unpacked(adviser, ready)) == [f"lonen-advies-{one.consultation.code}.pdf"]


def test_no_more_than_twenty_and_nothing_odd(adviser: Client) -> None:
    add(adviser, *(finish().shared for _ in range(3)))
    held = list(Held.objects.all())

    for form in ({"editie": "pagina"}, {}, {"editie": "\0"}):
        assert errors(choose(adviser, "zip", *held, **form)) == [SENTENCES[Fault.PACK]]
    assert errors(ask(adviser)) == [SENTENCES[Fault.PACK]]
    assert errors(adviser.post(f"{LIST}zip/", {"kies": ["x", "\0", "9" * 99], "editie": "advies"}, follow=True))
    assert len(waiting.line) == 0


def test_more_than_twenty_is_too_many(adviser: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dialoog.advisers.views.together.PACKED", 1)
    held = [keep(adviser)[1], keep(adviser)[1]]

    assert errors(ask(adviser, *held)) == [SENTENCES[Fault.PACK]]


def test_a_link_alone_has_nothing_made_and_no_proof_is_for_another(adviser: Client) -> None:
    _journey, held = keep(adviser)
    for way in ("wacht", "download"):
        assert adviser.get(f"{LIST}zip/{way}/").url == LIST
        assert adviser.get(f"{LIST}zip/{way}/?bewijs=x").url == LIST
    assert len(waiting.line) == 0
    ready = come_back(adviser, ask(adviser, held))

    other = make_adviser("bea")
    assert other.get(ready["Refresh"].partition("url=")[2]).url == LIST


def test_what_is_made_counts_and_what_is_kept_does_not(adviser: Client) -> None:
    held = [keep(adviser)[1], keep(adviser)[1]]
    visitor = {"REMOTE_ADDR": "203.0.113.9"}
    form = {"kies": [row.pk for row in held], "editie": "advies"}

    with override_settings(DIALOOG_LIMITS=_limits(1)):
        assert adviser.post(f"{LIST}zip/", form, **visitor).status_code == 429
    with override_settings(DIALOOG_LIMITS=_limits(3)):
        ready = come_back(adviser, adviser.post(f"{LIST}zip/", form, follow=True, **visitor))
        assert adviser.post(f"{LIST}zip/", form, **visitor).status_code == 302
    assert len(unpacked(adviser, ready)) == 2


def _limits(pdfs: int) -> dict[Vocabulary, int]:
    return {**dict.fromkeys(Kind, 1000), Kind.PDF: pdfs}


def test_of_nothing_there_is_no_zip() -> None:
    assert packed([], Edition.ADVICE) == b""

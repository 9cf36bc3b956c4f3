"""The page of a report is rendered once, for everybody, and holds nothing of anybody."""

import gzip
import re
from typing import Any

import pytest
from django.db import OperationalError, ProgrammingError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from dialoog.content.models import Release
from dialoog.content.releases.current import current_release
from dialoog.content.releases.publishing import publish, republish
from dialoog.report.editions import Edition
from dialoog.report.models import Rendering
from dialoog.report.renderings import keeping, opening, page
from dialoog.report.renderings.keeping import digest_of
from dialoog.serving.answering import takes_gzip
from dialoog.serving.slotted import SLOT, SlottedPage
from dialoog.wizard.models import Consultation
from dialoog.wizard.run import Run
from tests.journey import Journey

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.slow]
SECRET = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')


@pytest.fixture
def journey(client: Client) -> Journey:
    return Journey(client).finish(title="Lonen", organisation="<b>Bedrijf</b>")


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The runs of which a page was rendered."""
    runs: list[Any] = []
    render_page = page.render_page

    def render(run: Any) -> str:
        runs.append(run)
        return render_page(run)

    monkeypatch.setattr(page, "render_page", render)
    return runs


def text_of(url: str, client: Client | None = None) -> str:
    """Without what is new in each answer."""
    response = (client or Client()).get(url)
    assert response.status_code == 200
    return SECRET.sub("", response.content.decode())


def test_it_is_rendered_once_for_owner_and_readers(journey: Journey, rendered: list[Any]) -> None:
    shared = journey.shared
    first = text_of(shared)

    assert text_of(shared) == first
    text_of(journey.url)
    assert len(rendered) == 1


def test_owner_and_reader_see_the_same_around_their_own_part(journey: Journey) -> None:
    texts = [text_of(journey.url), text_of(journey.shared)]
    kept = SlottedPage.unpacked(bytes(Rendering.objects.get().content))

    for text in texts:
        assert text.startswith(kept.pieces[0].plain.decode())
        assert text.endswith(kept.pieces[1].plain.decode())
        assert SLOT not in text
    assert texts[0] != texts[1]


def test_a_reader_and_an_owner_cost_one_query(journey: Journey, django_assert_num_queries: Any) -> None:
    shared = journey.shared
    text_of(shared)
    text_of(journey.url)

    with django_assert_num_queries(1):
        text_of(shared)
    with django_assert_num_queries(1):
        text_of(journey.url)


def test_nothing_of_anybody_is_kept(journey: Journey) -> None:
    text_of(journey.url)
    kept = SlottedPage.unpacked(bytes(Rendering.objects.get().content)).filled("").decode()
    share = journey.shared.split("/")[2]

    for word in ("<form", "csrf", "<button", "<input", journey.token, share, "Bewaard tot", "testserver"):
        assert word not in kept, word
    assert "&lt;b&gt;Bedrijf&lt;/b&gt;" in kept


def test_nothing_that_a_visitor_sends_comes_back(journey: Journey) -> None:
    shared = journey.shared
    sent = Client(headers={"Referer": "https://echo.example/", "User-Agent": "echo", "Accept-Language": "echo"})
    sent.cookies["echo"] = "echo"

    assert text_of(f"{shared}?echo=%3Cb%3Eecho&nieuw=1", sent) == text_of(shared)


def test_the_secret_of_a_form_is_another_in_each_answer(journey: Journey) -> None:
    client = Client()
    shared = journey.shared

    secrets = {SECRET.search(client.get(shared).content.decode())[0] for _ in range(3)}  # type: ignore[index]

    assert len(secrets) == 3


def test_it_travels_compressed_to_who_asks(journey: Journey) -> None:
    plain = Client().get(journey.shared)
    packed = Client().get(journey.shared, headers={"Accept-Encoding": "gzip, deflate, br"})

    assert "Content-Encoding" not in plain
    assert packed["Content-Encoding"] == "gzip"
    assert int(packed["Content-Length"]) == len(packed.content) < len(plain.content) / 3
    assert SECRET.sub("", gzip.decompress(packed.content).decode()) == SECRET.sub("", plain.content.decode())
    for response in (plain, packed):
        assert "Accept-Encoding" in response["Vary"]
        assert response["Content-Type"] == "text/html; charset=utf-8"
        assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize(
    ("header", "takes"),
    [
        ("gzip", True),
        ("br;q=1.0, GZIP;q=0.8, *;q=0.1", True),
        ("deflate,gzip;q=1", True),
        ("", False),
        ("br", False),
        ("identity", False),
        ("gzip;q=0", False),
        ("gzip; q=0.000, br", False),
        ("xgzip", False),
    ],
)
def test_who_takes_gzip(rf: Any, header: str, takes: bool) -> None:
    assert takes_gzip(rf.get("/", headers={"Accept-Encoding": header})) is takes


@pytest.mark.parametrize(
    "damage",
    [
        {"content": b""},
        {"content": b"kapot"},
        {"content": b"kapot", "digest": digest_of(b"kapot")},
        {"digest": ""},
        {"key": "van oudere code"},
    ],
)
def test_what_is_damaged_or_of_other_code_is_made_anew(journey: Journey, damage: dict[str, Any]) -> None:
    shared = journey.shared
    before = text_of(shared)
    sound = Rendering.objects.values("edition", "key", "digest").get()
    Rendering.objects.update(**damage)

    assert text_of(shared) == before
    assert Rendering.objects.values("edition", "key", "digest").get() == sound


def test_one_flipped_bit_is_seen(journey: Journey, rendered: list[Any]) -> None:
    shared = journey.shared
    before = text_of(shared)
    content = bytearray(Rendering.objects.get().content)
    content[len(content) // 2] ^= 1
    Rendering.objects.update(content=bytes(content))

    assert text_of(shared) == before
    assert len(rendered) == 2


def test_other_code_makes_its_own(journey: Journey, monkeypatch: pytest.MonkeyPatch, rendered: list[Any]) -> None:
    shared = journey.shared
    text_of(shared)

    for module in (keeping, opening):
        monkeypatch.setattr(module, "rendering_key", lambda: "a" * 64)
    text_of(shared)
    text_of(shared)

    assert len(rendered) == 2
    assert Rendering.objects.get().key == "a" * 64


@pytest.mark.parametrize("owned", [True, False])
def test_a_run_that_goes_before_its_answers_are_read_is_not_there(
    journey: Journey, monkeypatch: pytest.MonkeyPatch, owned: bool
) -> None:
    url = journey.url if owned else journey.shared
    publish()  # so that the owner's page asks anew whether there is news
    read = Run.of.__func__  # type: ignore[attr-defined]

    def of(kind: Any, consultation: Consultation) -> Run:
        Consultation.objects.all().delete()
        return read(kind, consultation)

    monkeypatch.setattr(Run, "of", classmethod(of))

    assert Client().get(url).status_code == 404


@pytest.mark.parametrize("goes", ["delete", "expire"])
def test_of_a_run_that_goes_meanwhile_nothing_stays(
    journey: Journey, monkeypatch: pytest.MonkeyPatch, goes: str
) -> None:
    shared = journey.shared
    render_page = page.render_page

    def render(run: Any) -> str:
        html = render_page(run)
        runs = Consultation.objects.all()
        runs.delete() if goes == "delete" else runs.update(expires_at=timezone.now())
        return html

    monkeypatch.setattr(page, "render_page", render)

    assert Client().get(shared).status_code == 404
    assert not Rendering.objects.exists()


def test_a_page_that_cannot_be_kept_is_a_page(journey: Journey, monkeypatch: pytest.MonkeyPatch) -> None:
    shared = journey.shared
    before = text_of(shared)
    Rendering.objects.all().delete()

    def fail(*_arguments: Any) -> bool:
        raise OperationalError("database is locked")

    monkeypatch.setattr(page, "keep_rendering", fail)

    assert text_of(shared) == before
    assert not Rendering.objects.exists()


def test_a_mistake_of_ours_is_not_hidden(journey: Journey, monkeypatch: pytest.MonkeyPatch) -> None:
    shared = journey.shared

    def fail(*_arguments: Any) -> bool:
        raise ProgrammingError("no such column")

    monkeypatch.setattr(page, "keep_rendering", fail)

    assert Client(raise_request_exception=False).get(shared).status_code == 500


def test_a_new_release_reaches_the_owner_of_a_kept_page(journey: Journey) -> None:
    from dialoog.content.models import PartnerEffect

    assert "vernieuwd" not in text_of(journey.url)
    PartnerEffect.objects.update(weight=1)
    publish()

    assert "vernieuwd" in text_of(journey.url)
    assert "vernieuwd" not in text_of(journey.shared)
    assert Rendering.objects.filter(edition=Edition.PAGE).count() == 1


def test_whether_there_is_news_is_judged_once(journey: Journey) -> None:
    def questions() -> int:
        with CaptureQueriesContext(connection) as queries:
            text_of(journey.url)
        return sum("report_keptadvice" in query["sql"] for query in queries)

    text_of(journey.url)
    republish(Release.objects.get(pk=current_release().pk))

    assert [questions(), questions()] == [1, 0]

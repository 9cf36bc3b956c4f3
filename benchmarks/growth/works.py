"""What is measured: each work is made ready, which is not counted, and then done once."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from itertools import cycle
from typing import Any

from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client
from django.test.utils import setup_test_environment, teardown_test_environment
from django.utils import timezone

from benchmarks.growth.filling import HOST, add_runs, walk
from benchmarks.growth.table import PURGED
from dialoog.content.models import Question, Rule
from dialoog.content.versions.keeping import keep_version
from dialoog.wizard.models import Consultation
from tests.answers import ANSWERS
from tests.builders import real_catalogue
from tests.journey import Journey

Work = Callable[[], object]
LAST = "inzet"
"""The last step with questions."""


@dataclass(frozen=True)
class Prepared:
    work: Work
    before: Work = lambda: None
    """Each time before the work, uncounted."""


@contextmanager
def walking() -> Iterator[None]:
    """A journey reads what its pages were rendered with, which Django keeps for tests alone."""
    setup_test_environment()
    try:
        yield
    finally:
        teardown_test_environment()


def prepare() -> dict[str, Prepared]:
    """By name; the names are those of `table.py`."""
    with walking():
        changing, visitor = (Journey(Client(SERVER_NAME=HOST)).walk_to("controle") for _ in range(2))
        finished = walk()
        shared = finished.shared
    return {
        **_answering(changing, visitor),
        **_reading(visitor, finished, shared),
        **_staff(finished),
        "een dag opruimen": _purging(),
    }


def _answering(changing: Journey, visitor: Journey) -> dict[str, Prepared]:
    """Other goals ask other questions, so that the one who changes them comes no further than that."""
    goals, promises = cycle(["kennis", "toegang"]), cycle(["management", "opvolging"])

    newcomer = Client(SERVER_NAME=HOST)
    rest = {question.slug: ANSWERS[question.slug] for question in real_catalogue().steps[LAST].questions}

    def send(journey: Journey, step: str, answers: dict[str, Any]) -> None:
        response = journey.client.post(journey.at(step), journey.form(step, answers))
        _answered(response, 302)
        assert "fout" not in response.url, response.url

    return {
        "beginnen": Prepared(lambda: _answered(newcomer.post("/begin/"), 302), newcomer.cookies.clear),
        "eerste stap, versturen": Prepared(lambda: send(changing, "doelen", {"doelen": [next(goals)]})),
        "laatste stap, versturen": Prepared(lambda: send(visitor, LAST, {**rest, "toezeggingen": [next(promises)]})),
        "afronden": _finishing(),
    }


def _reading(visitor: Journey, finished: Journey, shared: str) -> dict[str, Prepared]:
    return {
        "startpagina": _page(visitor.client, "/"),
        "eerste stap": _page(visitor.client, visitor.at("doelen")),
        "laatste stap": _page(visitor.client, visitor.at(LAST)),
        "controleren": _page(visitor.client, visitor.at("controle")),
        "rapport van de maker": _page(finished.client, finished.url),
        "rapport van een lezer": _page(Client(SERVER_NAME=HOST), shared),
        "beheren": _page(finished.client, f"/advies/{finished.token}/beheren/"),
    }


def _finishing() -> Prepared:
    """Of a run of its own each time."""
    runs: list[tuple[Journey, dict[str, Any]]] = []

    def begin() -> None:
        with walking():
            journey = Journey(Client(SERVER_NAME=HOST)).walk_to("controle")
            runs.append((journey, journey.form("controle", {}, "toon") | journey.seen()))

    def finish() -> None:
        journey, form = runs.pop()
        response = journey.client.post(journey.url, form)
        _answered(response, 302)
        assert "rapport" in response.url, response.url

    return Prepared(finish, begin)


def _staff(finished: Journey) -> dict[str, Prepared]:
    rule, question = Rule.objects.get(code="K01"), Question.objects.get(slug="sector")
    rule.reason += " Dit is anders in het concept."
    rule.save()
    staff = Client(SERVER_NAME=HOST)
    person, _is_new = User.objects.get_or_create(username="anna", is_staff=True, is_superuser=True)
    keep_version(rule, person)
    staff.force_login(person)
    token = finished.token
    pages = {
        "beginpagina beheer": "",
        "geschiedenis van een regel": f"content/rule/{rule.pk}/history/",
        "lijst van uitgaven": "uitgaven/",
        "uitgaven in de lijst van de admin": "content/release/",
        "verschil tussen twee uitgaven": "uitgaven/verschil/?van=1&naar=1",
        "uitgave terugzetten": "uitgaven/1/terug/",
        "verwijderde inhoud": "verwijderd/",
        "publiceerpagina": "publiceren/",
        "uitwisselen": "uitwisselen/",
        "inzicht": "inzicht/",
        "inzicht als csv": "inzicht/inzicht.csv",
        "opmerkingen": "insight/remark/",
        "zoeken": "zoeken/?q=vakbond",
        "lijst van regels": "content/rule/",
        "lijst van organisaties": "content/organisation/",
        "lijst van partnertypes": "content/partnertype/",
        "formulier van een vraag": f"content/question/{question.pk}/change/",
        "formulier van een regel": f"content/rule/{rule.pk}/change/",
        "van een rapport naar zijn teksten": f"teksten/advies/{token}/",
    }
    return {name: _page(staff, f"/beheer/{path}") for name, path in pages.items()}


def _purging() -> Prepared:
    """As many runs as a day has, on every database; the run of a visitor is not among them."""

    def expire() -> None:
        with walking():
            last = add_runs(PURGED, days=1)
        past = timezone.now() - timedelta(minutes=1)
        Consultation.objects.filter(pk__gt=last).update(expires_at=past)

    return Prepared(lambda: call_command("purge", verbosity=0, stdout=_Nowhere()), expire)


class _Nowhere:
    def write(self, text: str) -> None: ...


def _page(client: Client, address: str) -> Prepared:
    return Prepared(lambda: _answered(client.get(address), 200))


def _answered(response: Any, status: int) -> None:
    """To its end, also where it is sent while it is made."""
    assert response.status_code == status, (response.request["PATH_INFO"], response.status_code)
    if response.streaming:
        for _part in response.streaming_content:
            pass

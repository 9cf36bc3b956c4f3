"""Whatever is sent to whatever address by whomever: an answer, never an error of ours, and never a long one.

Addresses come from the URL resolver and names of fields from what the views look for, so a new page needs no line here;
a new part of an address needs its values in `world.py`. What is drawn is the same every time.
"""

import os
import time
from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import Any

import pytest
from django.conf import settings as site_settings
from django.db import transaction
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from dialoog.editorial.checks import running
from dialoog.editorial.trials.samples import draw_samples
from dialoog.knowledge.subjects import Kind
from dialoog.languages.active import all_languages
from dialoog.languages.catalogues import SOURCE_LANGUAGE
from dialoog.languages.middleware import language_of
from dialoog.logs import PrivateFormatter
from dialoog.report import download
from tests.faults import nasty
from tests.faults.addresses import Address, every_address
from tests.faults.asking import Asked, Learned, learn, requests, undone
from tests.faults.remembering import Memory
from tests.faults.world import VISITOR, World, build_world
from tests.rooms import ROOMS

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

SEED = 20261126
TRIES = int(os.environ.get("FUZZ_TRIES", "4"))
"""Of requests to one address, beside a plain GET, a HEAD and an empty POST."""
TRIES_OF_A_KIND = max(TRIES // 4, 1)
"""The same for one kind of record in the admin: twenty kinds share that code."""
TRIES_TRANSLATED = 1
"""The same for an address in another language than the first, which has the view of one that is tried in full."""
PATHS = 60
"""Of paths that lead nowhere."""
CPU_SECONDS = 1.0
MAY_TAKE_LONG = {"editorial:publish", "editorial:bring_back", "admin:login"}
ADDRESSES = every_address()
OF_CONTENT_ALONE = {
    *(f"editorial:{page}" for page in ("checks", "compare", "coverage", "download", "map", "sources", "touching")),
    *(f"editorial:preview{page}" for page in ("", "_pdf", "_report", "_step")),
    *(f"editorial:texts_{page}" for page in ("owner", "preview_report", "preview_step", "report", "step")),
    *(f"knowledge:{kind}" for kind in Kind),
    *(
        "news:page",
        "news:feed",
        "sitemap",
        "admin:jsi18n",
        "otp_webauthn:js-i18n-catalog",
        "robots",
        "security",
        "wizard:accessibility",
        "wizard:privacy",
    ),
}
"""They read the draft, a release or nothing, however they are asked: no other database makes them break."""
KINDS_ON_BOTH = {"auth_user", "auth_user_password", "content_option", "content_question", "content_rule"}
"""Of the kinds of records in the admin, which share their code; the visitors' own, the remarks, come with these."""
SHUT = {"admin:", "admin:view_on_site"} | {
    *(f"admin:content_{kind}_add" for kind in ("advicesettings", "option", "pagetext", "release")),
    *(f"admin:content_{kind}_delete" for kind in ("advicesettings", "pagetext", "release")),
    "admin:insight_remark_add",
}
"""Of Django's admin, and open to nobody."""
WRITTEN_BY_LOOKING = {
    "health": "health_heartbeat",  # it asks whether an answer could be kept
    "knowledge:search": "insight_daycount",  # what is not found is counted
    "report:page": "report_rendering",  # what was rendered is kept
    "report:owner": "report_rendering",
    "access:add_app": "otp_totp_totpdevice",  # the key that the page shows
    "access:new_password": "django_session",  # Django hides the token of the link there
}

draw = settings(
    database=None, deadline=None, phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck)
)


def marked(addresses: list[Address], mark: pytest.MarkDecorator) -> list[Any]:
    """With the mark on each that writes, or reads by what was sent."""
    return [pytest.param(address, marks=mark if _asks_database(address) else ()) for address in addresses]


def _asks_database(address: Address) -> bool:
    if address.model:
        return address.room in KINDS_ON_BOTH or address.room.startswith("insight_")
    return address.name not in OF_CONTENT_ALONE


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """Built once, and undone; what a request changes is undone after each."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch, transaction.atomic():
        patch.setattr(download, "render", lambda *_arguments, **_options: b"%PDF")
        patch.setattr(running, "draw_samples", partial(draw_samples, size=200))
        patch.setattr(site_settings, "DIALOOG_SECURITY_CONTACT", "mailto:veilig@example.nl")
        yield build_world()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def learned(world: World) -> Callable[[Address], Learned]:
    memory = Memory()
    return cache(lambda address: learn(address, world, memory))


Learn = Callable[[Address], Learned]


@pytest.mark.parametrize("address", marked(ADDRESSES, pytest.mark.database), ids=str)
def test_an_address_is_there_and_looking_changes_nothing(address: Address, learned: Learn) -> None:
    one = learned(address)
    get, head = one.answers["GET"], one.answers["HEAD"]

    assert address.name in SHUT or any(a.status_code not in (403, 404, 405) for a in one.answers.values())
    assert (head.status_code, head.whole) == (get.status_code, b"")
    assert head.get("Content-Type") == get.get("Content-Type")
    assert [sql for sql in one.written if WRITTEN_BY_LOOKING.get(address.name, "-") not in sql] == []


@pytest.mark.parametrize("address", marked(ADDRESSES, pytest.mark.database), ids=str)
def test_no_request_breaks_an_address(address: Address, world: World, learned: Learn, caplog: Any) -> None:
    @seed(SEED)
    @settings(draw, max_examples=_tries(address))
    @given(requests(address, world, learned(address)))
    def try_one(asked: Asked) -> None:
        answer = _quick_answer(asked, world, is_limited=address.name not in MAY_TAKE_LONG)
        _judge(answer)

    try_one()
    _judge_log(caplog.records, world)


def _tries(address: Address) -> int:
    if address.language != SOURCE_LANGUAGE:
        return TRIES_TRANSLATED
    return TRIES_OF_A_KIND if address.model or address.name in MAY_TAKE_LONG else TRIES


def test_an_address_in_another_language_has_the_view_of_one_that_is_tried_in_full() -> None:
    by_language = {code: {a.name for a in ADDRESSES if a.language == code} for code in all_languages()}
    in_full = by_language.pop(SOURCE_LANGUAGE)

    assert by_language
    for names in by_language.values():
        assert names == {name for name in in_full if name.partition(":")[0] in ROOMS}


@pytest.mark.database
def test_no_path_that_leads_nowhere_breaks_the_site(world: World, caplog: Any) -> None:
    starts = st.sampled_from(
        ["/", "/static/", "/beheer/", "/advies/", "/rapport/", "/.well-known/", "//", "/en/", "/en/advice/"]
    )

    @seed(SEED)
    @settings(draw, max_examples=PATHS)
    @given(starts, nasty.values, st.sampled_from(["GET", "POST", "HEAD"]), nasty.headers)
    def try_one(start: str, rest: bytes, method: str, headers: dict[str, str]) -> None:
        path = Address("", "<rest>", ("rest",)).filled({"rest": start.encode()[1:] + rest}, safe="/")
        _judge(undone(Asked(VISITOR, method, path, headers=headers), world))

    try_one()
    _judge_log(caplog.records, world)


@pytest.mark.database
def test_a_new_part_of_an_address_is_asked_for(world: World) -> None:
    with pytest.raises(KeyError, match="kleur"):
        world.good(Address("wizard:nieuw", "nieuw/<slug:kleur>/", ("kleur",)), "kleur")


def _quick_answer(asked: Asked, world: World, *, is_limited: bool) -> Any:
    """A second time, if it took long: once something may have had to be read or made."""
    for _ in range(2):
        began = time.process_time()
        answer = undone(asked, world)
        seconds = time.process_time() - began
        if seconds <= CPU_SECONDS or not is_limited:
            return answer
    raise AssertionError(f"{seconds:.1f} seconds of CPU")


def _judge(answer: Any) -> None:
    assert answer.status_code < 500
    assert "Content-Security-Policy" in answer
    assert (answer["X-Content-Type-Options"], answer["X-Frame-Options"]) == ("nosniff", "DENY")
    if answer.get("Content-Type", "").startswith("text/html") and answer.whole:
        assert nasty.SCRIPT.encode() not in answer.whole
        assert f'lang="{language_of(answer.request["PATH_INFO"])}"'.encode() in answer.whole


def _judge_log(records: Any, world: World) -> None:
    """No error that a page hid, and nothing that lets anybody in."""
    written = [
        (record.levelname, PrivateFormatter().format(record))
        for record in records
        if not record.name.startswith("django.security")  # refuses what is forged
    ]
    secrets = (*world.tokens, *world.shares, world.invitation, *world.sessions.values(), world.reset[1])

    assert [line for level, line in written if level in ("ERROR", "CRITICAL")] == []
    assert [line for _, line in written if any(secret in line for secret in secrets)] == []

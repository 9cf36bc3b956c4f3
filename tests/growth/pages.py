"""Every address of the site, how it is asked for, and how many questions that may cost the database.

A new address gets a row: here for visitors, in `tests/staff/permissions.py` for staff.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse, translate_url

from dialoog.languages.active import all_languages
from dialoog.languages.catalogues import SOURCE_LANGUAGE
from tests.staff.permissions import TABLE

RECORD = re.compile(
    r"^admin:(?P<app>content|auth|insight)_(?P<model>[a-z]+)_(?P<page>changelist|add|change|delete|history)$"
)


@dataclass(frozen=True)
class Page:
    name: str
    """Of its address."""
    most: int
    """Questions to the database."""
    address: str = ""
    """With places for TOKEN, SHARE and such; without it, the address of the name."""
    opens: int = 200
    who: str = "visitor"
    grows_with: str = "use"
    """What makes it long: `use` of the site, or `content`."""
    send: dict[str, Any] | None = field(default=None, hash=False)
    """A form; None to open the page."""
    language: str = SOURCE_LANGUAGE

    def __str__(self) -> str:
        return f"{'post' if self.send is not None else 'get'} {self.address or self.name} {self.language}"


UNFINISHED, FINISHED, READER = "/advies/{unfinished}/", "/advies/{finished}/", "/rapport/{share}/"

VISITORS = [
    Page("wizard:home", 2),
    Page("wizard:home", 2, "/?doel=kennis"),
    Page("wizard:begin", 6, send={}, opens=302),
    Page("wizard:begin", 6, "/begin/", send={"doel": "kennis"}, opens=302),
    Page("wizard:resume", 2, UNFINISHED, opens=302),
    Page("wizard:step", 2, UNFINISHED + "stap/doelen/"),
    Page("wizard:step", 2, UNFINISHED + "stap/inzet/"),
    Page("wizard:step", 2, UNFINISHED + "stap/controle/"),
    Page("wizard:step", 8, UNFINISHED + "stap/doelen/", opens=302, send={"doelen-doelen": ["toegang"]}),
    Page("wizard:later", 2, UNFINISHED + "later/"),
    Page("wizard:redo", 9, FINISHED + "opnieuw/", opens=302, send={}),
    Page("wizard:delete", 2, UNFINISHED + "verwijderen/"),
    Page("wizard:deleted", 0),
    Page("wizard:privacy", 1),
    Page("wizard:accessibility", 1),
    *(Page(f"knowledge:{kind}", 1) for kind in ("index", "organisations", "tools", "questions", "terms")),
    Page("knowledge:general_tips", 1),
    Page("knowledge:country_tips", 1),
    Page("knowledge:goal", 1, "/kennis/doelen/kennis/"),
    Page("knowledge:partner", 1, "/kennis/partners/lokale_vakbond/"),
    Page("knowledge:example", 1, "/kennis/voorbeelden/pakistan_loon/"),
    Page("knowledge:search", 1, "/kennis/zoeken/?q=vakbond"),
    Page("sitemap", 1),
    Page("news:page", 2),
    Page("news:feed", 2),
    Page("news:owner", 4, FINISHED + "veranderd/"),
    Page("news:reader", 4, READER + "veranderd/"),
    Page("report:owner", 3, FINISHED + "rapport/"),
    Page("report:owner_opinion", 1, FINISHED + "rapport/nuttig/"),
    Page("report:manage", 2, FINISHED + "beheren/"),
    Page("report:page", 2, READER),
    Page("report:opinion", 1, READER + "nuttig/"),
    Page("compare:alone", 0, "/vergelijken/"),
    Page("compare:owner", 4, FINISHED + "vergelijken/"),
    Page("compare:owner", 2, FINISHED + "vergelijken/", opens=302, send={"links": READER}),
    Page("compare:variant", 7, FINISHED + "variant/", opens=302, send={}),
    Page("compare:reader", 3, READER + "vergelijken/"),
    Page("remarks:owner", 2, FINISHED + "opmerkingen/"),
    Page("remarks:owner", 7, FINISHED + "opmerkingen/", opens=302, send={"opmerking.doelen": ""}),
    Page("plan:owner", 4, FINISHED + "plan/"),
    Page("plan:page", 4, READER + "plan/"),
    Page("plan:owner_from_report", 1, FINISHED + "rapport/plan/", opens=302),
    Page("plan:owner_calendar", 4, FINISHED + "plan.ics", opens=302),
    Page("plan:owner_spreadsheet", 4, FINISHED + "plan.xlsx"),
    Page("plan:calendar", 4, READER + "plan.ics", opens=302),
    Page("plan:spreadsheet", 4, READER + "plan.xlsx"),
    Page("plan:add", 11, FINISHED + "plan/eigen/", opens=302, send={"text": "Iets", "key": "~abcdefgh"}),
    Page("plan:change", 10, FINISHED + "plan/actie/~abcdefgh/", opens=302, send={"done": "ja"}),
    Page("plan:remove", 6, FINISHED + "plan/actie/~abcdefgh/verwijderen/", opens=302, send={}),
    Page("plan:not_changed", 4, READER + "plan/actie/stakeholdergroep/", opens=403, send={"done": "ja"}),
    Page("plan:not_added", 4, READER + "plan/eigen/", opens=403, send={}),
    Page("worksheets:owner_page", 6, FINISHED + "rapport/werkdocumenten/"),
    Page("worksheets:owner_download", 4, FINISHED + "rapport/werkdocumenten/email.docx"),
    Page("worksheets:owner_pack", 6, FINISHED + "rapport/werkdocumenten/odt.zip", send={}),
    Page("worksheets:page", 6, READER + "werkdocumenten/"),
    Page("worksheets:download", 4, READER + "werkdocumenten/email.odt"),
    Page("worksheets:pack", 6, READER + "werkdocumenten/docx.zip", send={}),
    Page("handover:page", 4, FINISHED + "overdragen/"),
    Page("handover:page", 12, FINISHED + "overdragen/", opens=302, send={"doe": "nieuw"}),
    Page("handover:page", 4, FINISHED + "overdragen/?daarna", opens=302, send={"doe": "uit"}),
    Page("handover:open", 0, "/openen/"),
    Page("handover:open", 6, "/openen/", opens=422, send={"code": "K7M-3FX-9RT"}),
    Page("second_opinion:page", 5, FINISHED + "tweede-mening/"),
    Page("second_opinion:page", 9, FINISHED + "tweede-mening/", opens=302, send={"uitnodigen": "abcdefgh"}),
    Page("second_opinion:page", 8, FINISHED + "tweede-mening/", opens=302, send={"intrekken": "abcdefgh"}),
    Page("second_opinion:invitation", 1, "/uitnodiging/{share}/", opens=404),
    Page("health", 4),
    Page("alive", 0),
    Page("robots", 0),
    Page("security", 0, opens=404),
]

OF_A_RUN = [
    Page("editorial:texts_step", 112, "/beheer/teksten" + UNFINISHED + "stap/doelen/", who="staff"),
    Page("editorial:texts_owner", 111, "/beheer/teksten" + FINISHED, who="staff"),
    Page("editorial:texts_report", 111, "/beheer/teksten" + READER, who="staff"),
    Page("advisers:entry", 10, "/beheer/rapporten/{held}/", who="staff"),
    Page("report:page", 10, "/rapport/~{held}/", who="staff"),
]
"""Pages of staff for whom a run is needed that there is."""

KNOWN_BY_RUN = {page.name for page in OF_A_RUN}

LEFT_OUT = {
    **dict.fromkeys(("report:renew_share", "report:stop_sharing"), "one run, by its key: tests/report/test_views.py"),
    **dict.fromkeys(
        [f"report:{who}{what}" for who in ("owner_", "") for what in ("make_pdf", "await_pdf", "pdf")],
        "a PDF, which takes a process of its own: tests/report/kept",
    ),
    **dict.fromkeys(
        [f"admin:insight_remark_{page}" for page in ("add", "change", "delete", "history")],
        "one remark, by its key",
    ),
    "admin:content_option_history": "an answer is edited with its question",
    "report:": "old addresses of a PDF",
    "editorial:download": "a file with one document: tests/editorial/exchange",
    **dict.fromkeys(
        ("access:forgotten", "access:new_password"), "one account, by its mail address: tests/staff/access"
    ),
    **dict.fromkeys(
        (
            "otp_webauthn:credential-registration-begin",
            "otp_webauthn:credential-registration-complete",
            "otp_webauthn:credential-authentication-begin",
            "otp_webauthn:credential-authentication-complete",
            "otp_webauthn:js-i18n-catalog",
        ),
        "of the library, about one account",
    ),
    **dict.fromkeys(
        (
            "admin:login",
            "admin:logout",
            "admin:password_change",
            "admin:password_change_done",
            "admin:autocomplete",
            "admin:jsi18n",
            "admin:view_on_site",
            "admin:app_list",
            "admin:auth_user_password_change",
            "admin:",
        ),
        "Django's own, which lists no records",
    ),
}
"""Why an address is not asked for."""

RESTORE = re.compile(r"^admin:content_[a-z]+_restore$")
"""One version of one record, each kind by the same view."""

STAFF = {
    "admin:index": 7,
    "insight:overview": 9,
    "insight:download": 7,
    "editorial:preview": 107,
    "editorial:preview_step": 106,
    "editorial:preview_report": 106,
    "editorial:compare": 108,
    "editorial:record": 5,
    "editorial:checks": 107,
    "editorial:publish": 112,
    "editorial:releases": 8,
    "editorial:release_difference": 7,
    "editorial:bring_back": 8,
    "content:deleted": 27,
    "editorial:exchange": 6,
    "editorial:upload": 4,
    "editorial:replace": 5,
    "content:answers": 4,
    "content:next_code": 7,
    "editorial:map": 108,
    "editorial:coverage": 108,
    "editorial:sources": 108,
    "editorial:touching": 8,
    "access:account": 10,
    "access:begin": 5,
    "access:confirm": 5,
    "access:add_app": 7,
    "access:add_passkey": 5,
    "access:remove": 7,
    "access:code": 4,
    "access:pending": 7,
    "access:of_account": 10,
    "advisers:list": 12,
    "advisers:await_pack": 6,
    "advisers:download_pack": 6,
    "advisers:keep": 6,
    "editorial:search": 107,
    "editorial:texts_preview_step": 211,
    "editorial:texts_preview_report": 106,
    "editorial:translations": 107,
    "editorial:translate": 10,
    "editorial:download_translations": 106,
    "editorial:upload_translations": 4,
    "editorial:take_in_translations": 5,
}
"""Questions that a page of staff may ask the database, which is about the same for all who may open it."""

LISTS = {"changelist": 53, "add": 15, "change": 157, "delete": 135, "history": 26}
"""Of a page of the admin, whichever kind of record it is about."""


WHOLE = {"rule", "question", "organisation", "caution", "release", "user"}
"""Kinds of records of which every page is asked for; of the others the list, which is what each has of its own."""


def pages() -> Iterator[Page]:
    for language in all_languages():
        yield from (replace(page, language=language) for page in VISITORS if language in languages_of(page))
    yield from OF_A_RUN
    for line in TABLE:
        record = RECORD.match(line.page)
        is_asked = not record or record["page"] == "changelist" or record["model"] in WHOLE
        if is_asked and line.method == "get" and line.may and line.page not in LEFT_OUT.keys() | KNOWN_BY_RUN:
            most = LISTS[record["page"]] if record else STAFF.get(line.page, 0)
            yield Page(line.page, most, line.address, line.opens, "staff", _growing(line.page))


OF_CONTENT = {f"editorial:{name}" for name in ("map", "coverage", "sources", "touching", "search", "exchange")}


def _growing(name: str) -> str:
    """Forms and lists of content, and what reads all of it but proves nothing, which would take minutes."""
    is_list = name.startswith("admin:content_") and not name.endswith("_history") and "release" not in name
    return "content" if is_list or name in OF_CONTENT or name.startswith("content:") else "use"


def names(patterns: Iterable[Any] | None = None, before: str = "") -> Iterator[str]:
    """Of every address that the site answers at."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            yield from names(pattern.url_patterns, before + (f"{pattern.namespace}:" if pattern.namespace else ""))
        elif isinstance(pattern, URLPattern):
            yield before + (pattern.name or "")


def languages_of(page: Page) -> list[str]:
    """The pages of visitors are there in each; what programs and staff ask for is not."""
    return all_languages() if page.name.startswith(("wizard:", "report:")) else [SOURCE_LANGUAGE]


def address_of(page: Page, **places: str) -> str:
    address = page.address.format(**places) if page.address else reverse(page.name)
    return str(translate_url(address, page.language))

"""Who may open which page. A new page gets a line in TABLE; whoever is not named in it gets a 403."""

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.urls import reverse

from dialoog.content.document.schema import SCHEMA
from dialoog.content.models import AdviceSettings, Option, PageText, Release

EDITOR, CHIEF, MANAGER, ADVISER = ROLES = ("Redacteur", "Eindredacteur", "Beheerder", "Adviseur")
EDITORS = frozenset({EDITOR, CHIEF})
ADVISERS = frozenset({ADVISER})
NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Line:
    page: str
    """The name of its address."""
    may: frozenset[str]
    of: str = ""
    """A page of one record: the kind of record, of which the first is opened."""
    opens: int = 200
    """What it answers to those who may."""
    args: tuple[Any, ...] = ()
    query: str = ""
    method: str = "get"
    """`post` for an action; sent without a form, so that those who may are told what is missing."""

    @property
    def address(self) -> str:
        return reverse(self.page, args=[_first(self.of).pk] if self.of else self.args) + self.query

    def __str__(self) -> str:
        return f"{self.method} {self.page}"


def _first(label: str) -> Any:
    record = apps.get_model(label)._default_manager.first()
    assert record is not None
    return record


def record_lines(label: str, *, view: frozenset[str], add: frozenset[str], delete: frozenset[str]) -> list[Line]:
    """The pages of the admin for one kind of record."""
    name = f"admin:{label.lower().replace('.', '_')}"
    return [
        Line(f"{name}_changelist", view),
        Line(f"{name}_add", add),
        Line(f"{name}_change", view, of=label),
        Line(f"{name}_delete", delete, of=label),
        Line(f"{name}_history", view, of=label),
    ]


def content_lines() -> list[Line]:
    own = {AdviceSettings, PageText}
    labels = [shape.model._meta.label for shape in SCHEMA.values() if shape.model not in own]
    return [line for label in labels for line in record_lines(label, view=EDITORS, add=EDITORS, delete=EDITORS)]


SETTINGS = AdviceSettings._meta.label
TEXT = PageText._meta.label
ANSWER = Option._meta.label

TABLE = [
    Line("admin:index", frozenset(ROLES)),
    *content_lines(),
    *record_lines(TEXT, view=EDITORS, add=NOBODY, delete=NOBODY),
    Line("admin:content_advicesettings_changelist", EDITORS, opens=302),
    Line("admin:content_advicesettings_add", NOBODY),
    Line("admin:content_advicesettings_change", EDITORS, of=SETTINGS),
    Line("admin:content_advicesettings_delete", NOBODY, of=SETTINGS),
    Line("admin:content_advicesettings_history", EDITORS, of=SETTINGS),
    Line("admin:content_option_changelist", EDITORS, opens=302),
    Line("admin:content_option_add", NOBODY),
    Line("admin:content_option_change", EDITORS, of=ANSWER, opens=302),
    Line("admin:content_option_delete", EDITORS, of=ANSWER, opens=302),
    *record_lines(Release._meta.label, view=EDITORS, add=NOBODY, delete=NOBODY),
    *record_lines("auth.User", view=frozenset({MANAGER}), add=frozenset({MANAGER}), delete=frozenset({MANAGER})),
    *record_lines("auth.Group", view=frozenset({MANAGER}), add=NOBODY, delete=NOBODY),
    Line("insight:overview", EDITORS),
    Line("insight:download", EDITORS),
    Line("admin:insight_remark_changelist", frozenset({EDITOR, CHIEF, MANAGER})),
    Line("editorial:preview", EDITORS),
    Line("editorial:preview_step", EDITORS, args=("doelen",)),
    Line("editorial:preview_step", EDITORS, args=("doelen",), method="post", opens=302),
    Line("editorial:preview_report", EDITORS, opens=302),
    Line("editorial:preview_pdf", EDITORS, args=("advies",), method="post", opens=404),
    Line("editorial:compare", EDITORS),
    Line("editorial:record", EDITORS, args=("rules", "K01"), opens=302),
    Line("editorial:checks", EDITORS),
    Line("editorial:publish", frozenset({CHIEF})),
    Line("editorial:publish", frozenset({CHIEF}), method="post"),
    Line("editorial:releases", EDITORS),
    Line("editorial:release_difference", EDITORS, query="?van=1&naar=1"),
    Line("editorial:bring_back", frozenset({CHIEF}), args=(1,)),
    Line("editorial:bring_back", frozenset({CHIEF}), args=(1,), method="post"),
    Line("content:deleted", EDITORS),
    Line("content:deleted", EDITORS, method="post", opens=404),
    Line("editorial:exchange", EDITORS),
    Line("editorial:download", EDITORS),
    Line("editorial:upload", frozenset({CHIEF}), opens=302),
    Line("editorial:upload", frozenset({CHIEF}), method="post"),
    Line("editorial:replace", frozenset({CHIEF}), args=(1,), opens=302),
    Line("editorial:replace", frozenset({CHIEF}), args=(1,), method="post", opens=302),
    Line("editorial:translations", EDITORS),
    Line("editorial:download_translations", EDITORS),
    Line("editorial:translate", EDITORS, args=("cautions", "capaciteit"), query="?taal=en", opens=302),
    Line("editorial:upload_translations", frozenset({CHIEF}), opens=302),
    Line("editorial:upload_translations", frozenset({CHIEF}), method="post"),
    Line("editorial:take_in_translations", frozenset({CHIEF}), opens=302),
    Line("editorial:take_in_translations", frozenset({CHIEF}), method="post", opens=302),
    Line("content:reading", EDITORS, method="post", opens=400),
    Line("content:answers", EDITORS),
    Line("content:next_code", EDITORS),
    Line("admin:content_rule_sentence", EDITORS, method="post"),
    Line("admin:content_question_sentence", EDITORS, method="post"),
    Line("editorial:map", EDITORS),
    Line("editorial:coverage", EDITORS),
    Line("editorial:sources", EDITORS),
    Line("editorial:touching", EDITORS),
    Line("access:account", frozenset(ROLES)),
    Line("access:begin", frozenset(ROLES)),
    Line("access:confirm", frozenset(ROLES)),
    Line("access:add_app", frozenset(ROLES)),
    Line("access:add_passkey", frozenset(ROLES)),
    Line("access:codes", frozenset(ROLES), method="post", opens=302),
    Line("access:remove", frozenset(ROLES), args=("totpdevice", 1), opens=404),
    Line("access:log_out_elsewhere", frozenset(ROLES), method="post", opens=302),
    Line("access:code", frozenset(ROLES), opens=302),
    Line("access:pending", frozenset({MANAGER})),
    Line("access:pending", frozenset({MANAGER}), method="post", opens=302),
    Line("access:of_account", frozenset({MANAGER}), of="auth.User"),
    Line("editorial:search", EDITORS, query="?q=vakbond"),
    Line("editorial:texts_step", EDITORS, args=("x", "doelen"), opens=404),
    Line("editorial:texts_owner", EDITORS, args=("x",), opens=404),
    Line("editorial:texts_report", EDITORS, args=("x",), opens=404),
    Line("advisers:list", ADVISERS),
    Line("advisers:add", ADVISERS, method="post", opens=302),
    Line("advisers:keep", ADVISERS, args=("x",), opens=404),
    Line("advisers:clear", ADVISERS, method="post", opens=302),
    Line("advisers:entry", ADVISERS, args=(1,), opens=404),
    Line("advisers:take_out", ADVISERS, args=(1,), method="post", opens=302),
    Line("advisers:compare", ADVISERS, method="post", opens=302),
    Line("advisers:pack", ADVISERS, method="post", opens=302),
    Line("advisers:await_pack", ADVISERS, opens=302),
    Line("advisers:download_pack", ADVISERS, opens=302),
    Line("editorial:texts_preview_step", EDITORS, args=("doelen",)),
    Line("editorial:texts_preview_report", EDITORS, opens=302),
]

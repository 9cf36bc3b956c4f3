"""What must hold for every advice, on the command line."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from dialoog.editorial.management.commands import check_advice
from tests.builders import build_document, build_rule, gives


@pytest.fixture
def says(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[[dict[str, Any]], str]:
    """What the command writes about a document."""

    def run(document: dict[str, Any]) -> str:
        monkeypatch.setattr(check_advice, "_content", lambda: ("een test", document))
        call_command("check_advice", sets=200)
        return capsys.readouterr().out

    return run


def content(**changes: Any) -> dict[str, Any]:
    """In the Netherlands there is little time."""
    document = build_document(rules=[build_rule(goal=None, partners=[gives("bond", 2)])])
    document["rules"][0] |= changes
    document["rules"] += [build_rule(f"K1{n}", goal=goal, partners=[gives("bond", 2)]) for n, goal in GOALS]
    document["advice_settings"][0]["little_time_option"] = "plaats.nederland"
    return document


GOALS = list(enumerate(("kennis", "toegang")))


def test_where_nothing_is_broken_it_says_how_many_begin_with_nobody(says: Callable[[dict[str, Any]], str]) -> None:
    lines = says(content()).splitlines()

    assert lines[0] == "200 antwoordensets, op de inhoud van een test."
    assert [line.partition(" van ")[0] for line in lines[1:]] == [
        "Genoeg tijd: niemand om mee te beginnen bij 0",
        "Weinig tijd: niemand om mee te beginnen bij 0",
    ]


def test_what_is_broken_is_told_with_an_example(
    says: Callable[[dict[str, Any]], str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(CommandError) as error:
        says(content(tiers=[{"partner_type": "bond", "tier": "daarna"}]))
    out = capsys.readouterr().out

    assert error.value.returncode == 1
    assert "Advies dat niet zegt met wie te beginnen" in out
    assert "‘Bond’, die het best past: K01." in out
    assert "    bijvoorbeeld: doelen." in out
    assert "  Er is weinig tijd, en wie past, is nog niet bekend: " in out
    assert "(100,0 %)" in out


def test_an_option_that_names_two_partner_types_is_told(
    says: Callable[[dict[str, Any]], str], capsys: pytest.CaptureFixture[str]
) -> None:
    document = content()
    for partner in document["partner_types"]:
        partner |= {"familiarity": "via_antwoord", "known_via": "plaats.nederland"}

    with pytest.raises(CommandError):
        says(document)

    assert "Wie ‘Nederland’ kiest, kent meer dan één partnertype" in capsys.readouterr().out


def test_unsound_content_is_not_tried(says: Callable[[dict[str, Any]], str]) -> None:
    with pytest.raises(CommandError, match="Adviesregel 'K01' heeft geen onderbouwing") as error:
        says(content(reason=""))

    assert error.value.returncode == 1


@pytest.mark.django_db
def test_it_looks_at_the_draft() -> None:
    name, document = check_advice._content()

    assert (name, bool(document["rules"])) == ("het concept", True)


@pytest.mark.django_db
def test_without_a_draft_it_looks_at_what_a_new_site_begins_with(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check_advice.connection.introspection, "table_names", lambda: [])

    name, document = check_advice._content()

    assert (name, bool(document["rules"])) == ("fixtures", True)
